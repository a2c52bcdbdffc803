from __future__ import annotations

from pathlib import Path

import pytest

from cleantext.errors import RuleError
from cleantext.steps.names import entities, read

HEAD = "id\ttype\tcanonical\taliases\tcontext\n"


def written(folder: Path, content: str) -> Path:
    path = folder / "mine.tsv"
    path.write_text(content, encoding="utf-8", newline="")
    return path


def test_a_table_is_read_with_its_own_columns(tmp_path: Path) -> None:
    content = "\ufeff" + HEAD + "# a comment\n\np.a\tPER\tAnn Marsh\tAnne Marsh; Ann  March\tcoach\n"
    pack = read(written(tmp_path, content.replace("\n", "\r\n")))
    assert (pack.id, pack.language, pack.step) == ("user.names.mine", "user", "names")
    (entity,) = entities([pack])
    assert entity.rule == "user.names.mine/p.a"
    assert [alias.text for alias in entity.aliases] == ["Anne Marsh", "Ann March"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "holds no names"),
        ("id\ttype\tcanonical\n", "no column aliases"),
        (HEAD + "p.a\tPER\tAnn Marsh\n", ":2: 3 cells in 'p.a', not 5"),
        (HEAD + "p.a\tPERSON\tAnn Marsh\tAnne Marsh\t\n", ":2: type is 'PERSON'; did you mean 'PER'?"),
        (HEAD + "p.a\tPER\t\tAnne Marsh\t\n", ":2: no canonical"),
        (HEAD + "p.a\tPER\tAnn Marsh\tA\t\n", ":2: alias 'A' is a single character"),
        (HEAD + "p.a\tPER\tAnn Marsh\tX Y\t\np.a\tPER\tBob Lee\tB Lee\t\n", ":3: id 'p.a' stands in line 2 already"),
        (HEAD + "p.a\tPER\tAnn Marsh\tX Y\t\np.b\tPER\tBob Lee\tX Y\t\n", ":3: alias 'X Y' belongs to 'p.a' already"),
        (HEAD.replace("context", "flags") + "p.a\tPER\tAnn\tX Y\tstyle\n", "did you mean 'style-only'?"),
    ],
)
def test_a_fault_says_where_and_what(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(RuleError) as raised:
        read(written(tmp_path, content))
    assert message in str(raised.value)
    assert "mine.tsv" in str(raised.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as raised:
        read(written(tmp_path, HEAD + "p.a\tX\tAnn Marsh\tX Y\t\n\tPER\tBob Lee\tB Lee\t\n"))
    assert len(raised.value.faults) == 2


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="cannot be read"):
        read(tmp_path / "none.tsv")


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_bytes("id\ttype\tcanonical\taliases\np\tPER\tJosé\tX Y\n".encode("latin-1"))
    with pytest.raises(RuleError, match="not UTF-8"):
        read(path)
