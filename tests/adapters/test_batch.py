"""Arrow batches: types, nulls, slices, schemas and errors; what holds for all engines is in test_contract.py."""

from __future__ import annotations

import pytest
from needs import needs

from cleantext import Config, clean
from cleantext.errors import InputError, OptionError


@pytest.fixture(autouse=True)
def _arrow():
    needs("batch")


DAMAGED = "The cafÃ© on the quay"
CLEAN = "The café on the quay"
TEXTS = [DAMAGED, None, "", "fine"]


def batch_of(texts, **columns):
    import pyarrow as pa

    return pa.record_batch({"id": list(range(len(texts))), "text": texts, **columns})


def text_types():
    import pyarrow as pa

    return {
        "string": pa.string(),
        "large_string": pa.large_string(),
        "string_view": pa.string_view(),
        "dictionary": pa.dictionary(pa.int16(), pa.string()),
        "large_dictionary": pa.dictionary(pa.int32(), pa.large_string()),
    }


@pytest.mark.parametrize("name", ["string", "large_string", "string_view", "dictionary", "large_dictionary"])
class TestTypes:
    def cast(self, name):
        import pyarrow as pa

        return batch_of(pa.array(TEXTS).cast(text_types()[name]))

    def test_the_texts_are_clean_and_nulls_stay(self, name):
        from cleantext.adapters.batch import clean_batch

        assert clean_batch(self.cast(name)).column("text").to_pylist() == [CLEAN, None, "", "fine"]

    def test_the_schema_is_the_one_foretold(self, name):
        from cleantext.adapters.batch import clean_batch, output_schema

        batch = self.cast(name)
        cleaned = clean_batch(batch)
        cleaned.validate(full=True)
        assert cleaned.schema.equals(output_schema(batch.schema), check_metadata=True)

    def test_a_slice_gives_its_part(self, name):
        from cleantext.adapters.batch import clean_batch

        batch = self.cast(name)
        assert clean_batch(batch.slice(1, 2)).to_pylist() == clean_batch(batch).to_pylist()[1:3]

    def test_no_rows_give_no_rows(self, name):
        from cleantext.adapters.batch import clean_batch, output_schema

        batch = self.cast(name).slice(0, 0)
        assert clean_batch(batch).schema == output_schema(batch.schema)
        assert clean_batch(batch).num_rows == 0


def test_a_dictionary_leaves_as_its_texts():
    import pyarrow as pa

    from cleantext.adapters.batch import output_schema

    schema = pa.schema({"text": pa.dictionary(pa.int8(), pa.large_string())})
    assert output_schema(schema).field("text").type == pa.large_string()


def test_a_column_of_nulls_stays_null():
    from cleantext.adapters.batch import clean_batch

    assert clean_batch(batch_of([None, None])).column("changes").to_pylist() == [None, None]


def test_a_chunked_table_is_cleaned_in_order():
    import pyarrow as pa

    from cleantext.adapters.batch import clean_table

    table = pa.table({"text": pa.chunked_array([[DAMAGED], [], [None, "fine"]]), "id": pa.chunked_array([[1, 2, 3]])})
    assert clean_table(table).select(["text", "id"]).to_pydict() == {"text": [CLEAN, None, "fine"], "id": [1, 2, 3]}


def test_a_table_without_rows_keeps_its_schema():
    import pyarrow as pa

    from cleantext.adapters.batch import clean_table, output_schema

    schema = pa.schema({"text": pa.string(), "id": pa.int64()})
    assert clean_table(schema.empty_table()).schema == output_schema(schema)


def test_batches_are_cut_into_small_ones():
    from cleantext.adapters.batch import ROWS, clean_batches

    sizes = [part.num_rows for part in clean_batches([batch_of(["fine"] * (ROWS + 1)), batch_of([])], Config(steps=()))]
    assert sizes == [ROWS, 1, 0]


def test_other_columns_are_the_same_memory():
    import pyarrow as pa

    from cleantext.adapters.batch import clean_batch

    batch = batch_of(TEXTS, weight=pa.array([1.5, None, 2.5, 0.0]))
    buffers = [
        [buffer and buffer.address for buffer in one.column("weight").buffers()] for one in (batch, clean_batch(batch))
    ]
    assert buffers[0] == buffers[1]


def test_metadata_stays():
    import pyarrow as pa

    from cleantext.adapters.batch import clean_batch

    field = pa.field("text", pa.string(), metadata={"by": "desk"})
    batch = pa.record_batch([pa.array(["fine"])], schema=pa.schema([field], metadata={"of": "herald"}))
    cleaned = clean_batch(batch).schema
    assert (cleaned.metadata, cleaned.field("text").metadata) == ({b"of": b"herald"}, {b"by": b"desk"})


def test_a_change_is_placed_in_the_original():
    from cleantext.adapters.batch import clean_batch

    (change,) = clean_batch(batch_of([DAMAGED])).column("changes").to_pylist()[0]
    assert (change["start"], change["end"], change["before"], change["after"]) == (7, 9, "Ã©", "é")


def test_removed_kinds_say_what_the_lines_were():
    from cleantext.adapters.batch import clean_batch

    text = (
        "The ferry sails again in June, the harbour board said on Monday.\n\nAdvertisement\n\nIt will sail twice a day."
    )
    cleaned = clean_batch(batch_of([text])).to_pylist()[0]
    assert (cleaned["text"], cleaned["removed_kinds"]) == (clean(text), ["advertisement"])


def test_the_text_may_have_another_name():
    from cleantext.adapters.batch import clean_batch

    assert clean_batch(batch_of(TEXTS, body=TEXTS), column="body").column("body").to_pylist()[0] == CLEAN


def test_a_configuration_is_followed():
    from cleantext.adapters.batch import clean_batch

    assert clean_batch(batch_of([DAMAGED]), Config(steps="names")).column("text").to_pylist() == [DAMAGED]


@pytest.mark.parametrize(
    ("column", "message"),
    [
        ("txt", "column 'txt': missing; there are 'id', 'text'; name the one that holds the text with column="),
        ("id", "column 'id': int64, not text; cast it to text, or name another with column="),
    ],
)
def test_a_column_without_text_is_refused(column, message):
    from cleantext.adapters.batch import clean_batch

    with pytest.raises(InputError) as caught:
        clean_batch(batch_of(TEXTS), column=column)
    assert str(caught.value) == message


def test_a_column_that_is_there_twice_is_refused():
    import pyarrow as pa

    from cleantext.adapters.batch import output_schema

    with pytest.raises(InputError, match="there twice"):
        output_schema(pa.schema([("text", pa.string()), ("text", pa.string())]))


@pytest.mark.parametrize("name", ["changes", "removed_kinds", "scores", "error"])
def test_a_column_of_the_users_is_never_written_over(name):
    from cleantext.adapters.batch import clean_batch

    with pytest.raises(InputError, match=f"column '{name}': there already"):
        clean_batch(batch_of(TEXTS, **{name: TEXTS}))


def test_names_that_are_not_added_are_free():
    from cleantext.adapters.batch import clean_batch

    assert clean_batch(batch_of(TEXTS, changes=TEXTS), account=False).column("changes").to_pylist() == TEXTS


def test_what_is_no_configuration_is_refused():
    from cleantext.adapters.batch import clean_batch

    with pytest.raises(OptionError, match="give a cleantext"):
        clean_batch(batch_of(TEXTS), "characters")
