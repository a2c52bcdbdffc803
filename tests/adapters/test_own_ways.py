"""What each engine has of its own: indices, categories, lazy frames, metadata, SQL, caches."""

from __future__ import annotations

import pytest
from needs import needs

from cleantext import Config
from cleantext.errors import InputError, OptionError

DAMAGED = "The cafÃ© on the quay"
CLEAN = "The café on the quay"


class TestPandas:
    @pytest.fixture(autouse=True)
    def _pandas(self):
        needs("pandas")

    def cleaned(self, texts, **options):
        import pandas

        from cleantext.adapters.pandas import clean_dataframe

        return clean_dataframe(pandas.DataFrame({"text": texts}), **options)

    def test_the_index_stays(self):
        import pandas

        frame = self.cleaned(pandas.Series([DAMAGED, "fine"], index=["b", "a"]))
        assert frame["error"].index.tolist() == ["b", "a"]

    def test_an_index_that_repeats_stays(self):
        import pandas

        frame = self.cleaned(pandas.Series([DAMAGED, None, "fine"], index=[1, 1, 0], dtype=object))
        assert frame["text"].tolist() == [CLEAN, None, "fine"]

    @pytest.mark.parametrize("dtype", ["object", "str", "string[pyarrow]", "string[python]"])
    def test_the_text_keeps_its_type(self, dtype):
        import pandas

        texts = pandas.Series([DAMAGED, None], dtype=dtype)
        assert self.cleaned(texts)["text"].dtype == texts.dtype

    def test_a_category_leaves_as_its_texts(self):
        import pandas

        frame = self.cleaned(pandas.Series([DAMAGED, DAMAGED], dtype="category"))
        assert frame["text"].tolist() == [CLEAN, CLEAN]

    def test_the_frame_that_came_in_stays(self):
        import pandas

        from cleantext.adapters.pandas import clean_dataframe

        frame = pandas.DataFrame({"text": [DAMAGED]})
        clean_dataframe(frame)
        assert frame.to_dict("list") == {"text": [DAMAGED]}

    def test_a_value_that_is_no_text_stays_and_is_told_of(self):
        frame = self.cleaned([5, DAMAGED])
        assert frame["text"].tolist() == [5, CLEAN]
        assert frame["error"].tolist()[0] == "TypeError: int is no text; make it a str before cleaning"

    def test_a_frame_without_rows_has_the_same_types(self):
        import pandas

        none = self.cleaned(pandas.Series([], dtype=object))
        assert none.dtypes.tolist() == self.cleaned(pandas.Series([DAMAGED], dtype=object)).dtypes.tolist()

    def test_numbers_are_refused(self):
        with pytest.raises(InputError, match="column 'text': int64, not text"):
            self.cleaned([1, 2])

    def test_a_column_of_the_users_is_never_written_over(self):
        import pandas

        from cleantext.adapters.pandas import clean_dataframe

        with pytest.raises(InputError, match="'error': there already"):
            clean_dataframe(pandas.DataFrame({"text": ["fine"], "error": [0]}), account=False)


class TestPolars:
    @pytest.fixture(autouse=True)
    def _polars(self):
        needs("polars")

    def test_a_frame_is_cleaned_at_once(self):
        import polars

        from cleantext.adapters.polars import clean_dataframe

        assert clean_dataframe(polars.DataFrame({"text": [DAMAGED, None]}))["text"].to_list() == [CLEAN, None]

    def test_a_lazy_frame_knows_its_columns_before_it_is_collected(self):
        import polars

        from cleantext.adapters.polars import clean_dataframe

        lazy = clean_dataframe(polars.LazyFrame({"text": [DAMAGED], "id": [1]}))
        assert lazy.collect_schema() == lazy.collect().schema

    def test_categories_leave_as_their_texts(self):
        import polars

        from cleantext.adapters.polars import clean_dataframe

        frame = polars.DataFrame({"text": [DAMAGED]}, schema={"text": polars.Categorical})
        assert clean_dataframe(frame)["text"].to_list() == [CLEAN]

    def test_a_fault_of_a_lazy_frame_is_told_at_once(self):
        import polars

        from cleantext.adapters.polars import clean_dataframe

        with pytest.raises(InputError, match="column 'text': Int64, not text"):
            clean_dataframe(polars.LazyFrame({"text": [1]}))


class TestDuckDB:
    @pytest.fixture(autouse=True)
    def _duckdb(self):
        needs("duckdb")

    def test_null_stays_null(self):
        import duckdb

        from cleantext.adapters.duckdb import register

        with duckdb.connect() as connection:
            register(connection)
            assert connection.sql("SELECT cleantext(NULL)").fetchall() == [(None,)]

    def test_a_function_has_the_name_that_it_is_given(self):
        import duckdb

        from cleantext.adapters.duckdb import register

        with duckdb.connect() as connection:
            register(connection, Config(steps="characters"), name="repair", account=False)
            assert connection.sql(f"SELECT repair('{DAMAGED}').text").fetchall() == [(CLEAN,)]


class TestDatatrove:
    @pytest.fixture(autouse=True)
    def _datatrove(self):
        needs("datatrove")

    def test_documents_changes_and_errors_are_counted(self):
        from datatrove.data import Document

        from cleantext.adapters.datatrove import CleanText

        step = CleanText()
        list(step.run([Document(text=DAMAGED, id="1"), Document(text="fine", id="2"), Document(text=5, id="3")]))
        assert {name: step.stats[name].total for name in ("total", "changed", "errors")} == {
            "total": 3,
            "changed": 1,
            "errors": 1,
        }

    def test_metadata_of_the_users_is_never_written_over(self):
        from datatrove.data import Document

        from cleantext.adapters.datatrove import CleanText

        with pytest.raises(InputError, match=r"document 'd': its metadata has 'scores' already"):
            list(CleanText().run([Document(text="fine", id="d", metadata={"scores": 1})]))

    def test_a_step_travels_with_its_configuration(self):
        import pickle

        from cleantext.adapters.datatrove import CleanText

        config = Config(steps="characters")
        assert pickle.loads(pickle.dumps(CleanText(config))).config == config


class TestDatasets:
    @pytest.fixture(autouse=True)
    def _datasets(self):
        needs("datasets")

    def test_what_another_version_made_is_not_found_again(self, monkeypatch):
        from datasets import Dataset

        from cleantext.adapters import datasets

        pages = Dataset.from_dict({"text": [DAMAGED]})
        first = datasets.clean_dataset(pages)._fingerprint
        monkeypatch.setattr(datasets, "__version__", "0.0.0")
        assert datasets.clean_dataset(pages)._fingerprint != first

    def test_a_stream_is_cleaned_as_it_is_read(self):
        from datasets import Dataset

        from cleantext.adapters.datasets import clean_dataset

        stream = Dataset.from_dict({"text": [DAMAGED, "fine"]}).to_iterable_dataset()
        assert [row["text"] for row in clean_dataset(stream)] == [CLEAN, "fine"]

    def test_a_type_that_arrow_does_not_know_stays(self):
        from datasets import ClassLabel, Dataset, Features, Value

        from cleantext.adapters.datasets import clean_dataset

        features = Features({"text": Value("string"), "desk": ClassLabel(names=["home", "world"])})
        pages = Dataset.from_dict({"text": [DAMAGED], "desk": [1]}, features=features)
        assert clean_dataset(pages).features["desk"] == features["desk"]


class TestSpark:
    @pytest.fixture(autouse=True)
    def _spark(self):
        needs("spark")

    def schema(self, *names, kind="string"):
        from pyspark.sql.types import LongType, StringType, StructField, StructType

        types = {"string": StringType(), "bigint": LongType()}
        return StructType([StructField(name, types[kind]) for name in names])

    def test_the_columns_are_known_before_anything_runs(self):
        from cleantext.adapters.spark import _schema

        assert _schema(self.schema("id", "text"), "text", True).names == [
            "id",
            "text",
            "changes",
            "removed_kinds",
            "scores",
            "error",
        ]

    def test_numbers_are_refused(self):
        from cleantext.adapters.spark import _schema

        with pytest.raises(InputError, match="column 'text': bigint, not text"):
            _schema(self.schema("text", kind="bigint"), "text", True)

    def test_a_name_in_other_capitals_is_taken_as_well(self):
        from cleantext.adapters.spark import _schema

        with pytest.raises(InputError, match="'error': there already"):
            _schema(self.schema("text", "Error"), "text", False)


def test_a_faulty_configuration_is_told_before_the_job():
    needs("polars")
    import polars

    from cleantext.adapters.polars import clean_dataframe

    with pytest.raises(OptionError, match="'captoin', which is the kind of no rule"):
        clean_dataframe(polars.LazyFrame({"text": ["fine"]}), Config(keep="captoin"))
