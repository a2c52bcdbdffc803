"""Parquet: the text column cleaned; schema, other columns and row groups as they were."""

import datetime
import json

import pytest
from runs import engine, input_of, made, setup_for

from cleantext.errors import InputError, MissingExtraError
from cleantext.jobs.formats import parquet as ours
from cleantext.jobs.plan import check, tasks
from cleantext.jobs.task import Failure
from cleantext.jobs.whole import errors_of

pyarrow = engine("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

TEXTS = ["R&amp;D", None, "plain", "", "caf\u00c3\u00a9"]
CLEAN = ["R&D", None, "plain", "", "caf\u00e9"]


def written(path, table, groups: int = 2, **options):
    """Write a table in row groups of two rows, or as many as are said."""
    parquet.write_table(table, path, row_group_size=groups, **options)
    return path


def cleaned(folder, table, **options):
    """Return what becomes of a table, as a file that is open."""
    path = written(folder / "a.parquet", table)
    outcome = made(input_of(path), setup_for(folder / "out", **options))[-1]
    assert not isinstance(outcome, Failure), outcome
    return parquet.ParquetFile(folder / "out" / "a.parquet")


def table_of(**columns):
    return pyarrow.table({"id": list(range(len(TEXTS))), "text": TEXTS, **columns})


def test_the_texts_are_cleaned_and_nulls_stay(tmp_path):
    assert cleaned(tmp_path, table_of()).read()["text"].to_pylist() == CLEAN


def test_row_groups_are_those_of_the_input(tmp_path):
    metadata = cleaned(tmp_path, table_of()).metadata
    assert [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)] == [2, 2, 1]


def test_each_row_group_can_be_read_alone(tmp_path):
    file = cleaned(tmp_path, table_of())
    assert [file.read_row_group(number)["text"].to_pylist() for number in range(3)] == [
        CLEAN[:2],
        CLEAN[2:4],
        CLEAN[4:],
    ]


def test_other_columns_of_any_type_are_as_they_were(tmp_path):
    table = table_of(
        when=[datetime.datetime(2020, 1, day, 12) for day in range(1, 6)],
        tags=[["a", None], [], None, ["b"], ["c"] * 9],
        nested=[{"x": number, "y": [{"z": str(number)}]} for number in range(5)],
        flag=[True, None, False, True, True],
        raw=[b"\0\xff", b"", None, b"x", b"y"],
        number=[0.1, float("inf"), None, -0.0, 1e300],
        kind=pyarrow.array(["u", "v", "u", None, "v"]).dictionary_encode(),
    )
    after = cleaned(tmp_path, table).read()
    assert after.drop(["text"]).equals(table.drop(["text"]))


def test_schema_and_metadata_are_as_they_were(tmp_path):
    field = pyarrow.field("text", pyarrow.string(), metadata={"note": "of the desk"})
    schema = pyarrow.schema([field, pyarrow.field("n", pyarrow.int8(), nullable=False)], {"made": "by hand"})
    table = pyarrow.table([["&amp;"] * 3, pyarrow.array([1, 2, 3], pyarrow.int8())], schema=schema)
    before = parquet.ParquetFile(written(tmp_path / "b.parquet", table)).schema_arrow
    assert cleaned(tmp_path, table).schema_arrow.equals(before, check_metadata=True)


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view", "dictionary"])
def test_a_text_column_of_any_kind_keeps_it(tmp_path, kind):
    types = {"dictionary": pyarrow.dictionary(pyarrow.int32(), pyarrow.string())}
    wanted = types.get(kind) or getattr(pyarrow, kind)()
    after = cleaned(tmp_path, pyarrow.table({"text": pyarrow.array(TEXTS, wanted)})).read()["text"]
    assert (after.type, after.to_pylist()) == (wanted, CLEAN)


@pytest.mark.parametrize("codec", ["none", "snappy", "gzip", "zstd", "brotli", "lz4"])
def test_columns_stay_compressed_as_they_were(tmp_path, codec):
    path = written(tmp_path / "a.parquet", table_of(), compression={"text": codec, "id": "snappy"})
    made(input_of(path), setup_for(tmp_path / "out"))
    before, after = (parquet.read_metadata(one) for one in (path, tmp_path / "out" / "a.parquet"))
    for number in range(2):
        assert after.row_group(0).column(number).compression == before.row_group(0).column(number).compression


@pytest.mark.parametrize("count", [1, 2, 14, 15, 16, 130, 300])
def test_any_number_of_row_groups_is_joined(tmp_path, count):
    table = pyarrow.table({"text": [f"{number} &amp;" for number in range(count)], "n": list(range(count))})
    path = written(tmp_path / "a.parquet", table, 1)
    made(input_of(path), setup_for(tmp_path / "out"))
    file = parquet.ParquetFile(tmp_path / "out" / "a.parquet")
    after = file.read()
    assert file.metadata.num_row_groups == count
    assert after["text"].to_pylist() == [f"{number} &" for number in range(count)]
    assert after["n"].to_pylist() == list(range(count))


def test_statistics_are_those_of_each_row_group(tmp_path):
    metadata = cleaned(tmp_path, table_of()).metadata
    assert [metadata.row_group(number).column(0).statistics.max for number in range(3)] == [1, 3, 4]


@pytest.mark.parametrize("rows", [0, 1])
def test_a_file_with_hardly_a_row_is_one(tmp_path, rows):
    after = cleaned(tmp_path, table_of().slice(0, rows)).read()
    assert after["text"].to_pylist() == CLEAN[:rows]


def test_a_file_without_a_row_group_is_one(tmp_path):
    path = tmp_path / "a.parquet"
    parquet.ParquetWriter(path, table_of().schema).close()
    made(input_of(path), setup_for(tmp_path / "out"))
    assert parquet.read_table(tmp_path / "out" / "a.parquet").num_rows == 0


def test_the_account_of_changes_becomes_a_column(tmp_path):
    accounts = cleaned(tmp_path, table_of(), changes="log").read()["log"].to_pylist()
    assert [accounts[1], accounts[2]] == [None, "[]"]
    [change] = json.loads(accounts[0])
    assert (change["before"], change["after"]) == ("&amp;", "&")


def test_a_document_that_fails_keeps_its_text_and_is_named(tmp_path, monkeypatch):
    from cleantext.jobs import cleaning

    def broken(source, flow, options, kept=cleaning.clean):
        if source.text == "plain":
            raise ZeroDivisionError("no reason")
        return kept(source, flow, options)

    monkeypatch.setattr(cleaning, "clean", broken)
    assert cleaned(tmp_path, table_of(), identity="id").read()["text"].to_pylist() == CLEAN
    [error] = (tmp_path / "out" / errors_of("a.parquet", 1)).read_text().splitlines()
    assert {"record": 1, "id": 2, "type": "ZeroDivisionError"}.items() <= json.loads(error).items()


def test_the_parts_are_all_the_bytes_of_the_file(tmp_path):
    path = written(tmp_path / "a.parquet", table_of())
    made_of = [(task.start, task.end) for task in tasks(input_of(path))]
    assert [start for start, _ in made_of] == [0, *(end for _, end in made_of[:-1])]
    assert made_of[-1][1] == path.stat().st_size


# What is refused before the work


def refused(folder, path, **options) -> str:
    with pytest.raises(InputError) as raised:
        check([input_of(path, "parquet")], setup_for(folder / "out", **options))
    return str(raised.value)


def test_a_missing_column_names_those_that_are_there(tmp_path):
    path = written(tmp_path / "a.parquet", table_of())
    said = f"{path}: no column 'body'; name one with --text-field: 'id', 'text'"
    assert refused(tmp_path, path, field="body") == said


def test_a_column_that_holds_no_text_is_refused(tmp_path):
    path = written(tmp_path / "a.parquet", table_of())
    said = f"{path}: column 'id' is int64, no text; name another with --text-field"
    assert refused(tmp_path, path, field="id") == said


def test_the_account_never_replaces_a_column(tmp_path):
    path = written(tmp_path / "a.parquet", table_of())
    said = f"{path}: has a column 'id' already; name another with --changes-field"
    assert refused(tmp_path, path, changes="id") == said


def test_a_file_that_is_no_parquet_is_refused(tmp_path):
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1 not at all")
    assert refused(tmp_path, path).startswith(f"{path}: is no Parquet file (")


def test_damage_inside_a_row_group_fails_and_leaves_no_output(tmp_path):
    path = written(tmp_path / "a.parquet", pyarrow.table({"text": ["abc " * 500, "def " * 500]}), compression="gzip")
    data = bytearray(path.read_bytes())
    data[40:90] = bytes(50)
    path.write_bytes(bytes(data))
    [outcome] = made(input_of(path), setup_for(tmp_path / "out"))
    assert isinstance(outcome, Failure)
    assert outcome.message.startswith("row group 0: cannot be read (")
    assert not (tmp_path / "out" / "a.parquet").exists()


def test_a_missing_package_is_told_with_the_way_to_get_it(tmp_path, monkeypatch):
    path = written(tmp_path / "a.parquet", table_of())
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'cleantext-kit\[parquet\]'"):
        ours.check(input_of(path), setup_for(tmp_path / "out"))
