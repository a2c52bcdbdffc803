from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ROOT

from cleantext.core import load
from cleantext.core.load import compile_rules, packaged, packaged_in, read, read_sources, read_table, read_tables
from cleantext.errors import RuleError

RULE = """\
[button]
kind = "share"
line = ["share this"]
source = "seed 001"
removes = ["Share this"]
keeps = ["They share this view."]
"""
TABLE = """\
## food
#+ a supper of dishes => a dinner
#= The dishes were washed.
# a comment
supper of dishes\tdinner
hot leaf water\ttea
"""


def write(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8"))
    return path


def test_the_rules_that_ship_have_no_faults():
    assert read_sources()


def test_the_compiled_rules_are_those_of_the_sources():
    shipped = {path.name: path.read_text(encoding="utf-8") for path in Path(load.COMPILED).glob("*.json")}
    assert shipped == compile_rules(read_sources()), "run `cleantext-rules compile`"


def test_every_step_with_rules_has_packs_at_run_time():
    steps = {pack.step for pack in read_sources()}
    assert {step for step in steps if not packaged(step)} == set()


def test_a_step_without_rules_has_no_packs():
    assert packaged("no-such-step") == ()


def test_the_compiled_form_says_what_the_source_says(tmp_path, monkeypatch):
    write(tmp_path / "en" / "boilerplate" / "share.toml", "gate = 2\n" + RULE)
    (source,) = read_sources(tmp_path)
    (content,) = compile_rules([source]).values()
    write(tmp_path / "compiled" / "sharing.en.json", content)
    monkeypatch.setattr(load, "COMPILED", str(tmp_path / "compiled"))
    (compiled,) = packaged_in("sharing", "en")
    bare = tuple(rule._replace(source="", removes=(), changes=(), keeps=(), fails=()) for rule in source.rules)
    assert compiled == source._replace(rules=bare)
    packaged_in.cache_clear()


def test_a_compiled_form_of_another_shape_is_refused(tmp_path, monkeypatch):
    write(tmp_path / "old.en.json", json.dumps({"format": 0, "packs": []}))
    monkeypatch.setattr(load, "COMPILED", str(tmp_path))
    with pytest.raises(RuleError, match="format 0"):
        packaged_in("old", "en")


def test_all_faults_of_all_files_are_told(tmp_path):
    write(tmp_path / "en" / "boilerplate" / "a.toml", "[x]\n")
    write(tmp_path / "en" / "boilerplate" / "b.toml", "no toml")
    write(tmp_path / "en" / "boilerplate" / "c.toml", RULE)
    with pytest.raises(RuleError) as caught:
        read_sources(tmp_path)
    assert {fault.partition(".toml")[0][-1] for fault in caught.value.faults} == {"a", "b"}


class TestRead:
    def test_a_users_file_is_for_boilerplate_unless_it_says_otherwise(self, tmp_path):
        assert read(write(tmp_path / "mine.toml", RULE)).id == "user.boilerplate.mine"

    def test_a_users_file_says_what_it_is_for(self, tmp_path):
        content = 'language = "fr"\nstep = "wording"\n[a]\nfind = ["x y"]\nreplace = "z"\n'
        assert read(write(tmp_path / "mine.toml", content)).id == "fr.wording.mine"

    def test_a_file_that_is_not_there_is_told(self, tmp_path):
        with pytest.raises(RuleError, match="cannot be read"):
            read(tmp_path / "none.toml")

    def test_a_folder_is_told(self, tmp_path):
        with pytest.raises(RuleError, match="cannot be read"):
            read(tmp_path)

    @pytest.mark.parametrize("content", [b"\xff\xfe", b"[a", b"a = 1\na = 2\n", b"\0"])
    def test_what_is_no_toml_is_told(self, tmp_path, content):
        path = tmp_path / "bad.toml"
        path.write_bytes(content)
        with pytest.raises(RuleError, match="not TOML"):
            read(path)

    def test_a_table_is_read_with_it(self, tmp_path):
        write(tmp_path / "food.tsv", TABLE)
        header = 'step = "wording"\nsource = "seed 001"\ntable = "food.tsv"\ncolumns = ["find", "fixes"]\n'
        assert read(write(tmp_path / "food.toml", header)).table == (
            ("supper of dishes", "dinner"),
            ("hot leaf water", "tea"),
        )

    def test_a_table_that_is_not_there_is_told(self, tmp_path):
        header = 'step = "wording"\ntable = "none.tsv"\ncolumns = ["find"]\n'
        with pytest.raises(RuleError, match=r"none\.tsv: cannot be read"):
            read(write(tmp_path / "food.toml", header))

    def test_the_line_ends_of_windows_are_taken(self, tmp_path):
        assert read(write(tmp_path / "mine.toml", RULE.replace("\n", "\r\n"))).rules


class TestReadTable:
    def fault_of(self, tmp_path: Path, content: str) -> str:
        with pytest.raises(RuleError) as caught:
            read_table(write(tmp_path / "t.tsv", content), ("find", "fixes"), {})
        return str(caught.value)

    def test_a_block_has_its_examples_and_rows(self, tmp_path):
        (block,) = read_table(write(tmp_path / "t.tsv", TABLE), ("find", "fixes"), {})
        assert (block.name, block.changes, block.keeps, len(block.rows)) == (
            "food",
            (("a supper of dishes", "a dinner"),),
            ("The dishes were washed.",),
            2,
        )

    def test_an_empty_table_has_no_blocks(self, tmp_path):
        assert read_table(write(tmp_path / "t.tsv", ""), ("find",), {}) == []

    def test_a_row_before_the_first_block_is_told(self, tmp_path):
        assert "t.tsv:1: stands before the first block" in self.fault_of(tmp_path, "a\tb\n")

    def test_a_row_with_a_cell_too_many_is_told(self, tmp_path):
        assert "t.tsv:2: 3 cells" in self.fault_of(tmp_path, "## x\na\tb\tc\n")

    def test_a_row_that_stands_twice_is_told(self, tmp_path):
        assert "'a' stands in t.tsv:2 already" in self.fault_of(tmp_path, "## x\na\tb\na\tc\n")

    def test_an_example_without_an_arrow_is_told(self, tmp_path):
        assert "has no ` => `" in self.fault_of(tmp_path, "## x\n#+ a b\n")

    def test_all_faults_are_told_with_their_lines(self, tmp_path):
        fault = self.fault_of(tmp_path, "a\tb\n## x\nc\n#+ d\n")
        assert [f"t.tsv:{number}" in fault for number in (1, 3, 4)] == [True] * 3


class TestReadTables:
    COLUMNS = ("find", "fixes")

    def faults_of(self, folder: Path) -> tuple[str, ...]:
        with pytest.raises(RuleError) as caught:
            read_tables(folder, self.COLUMNS)
        return caught.value.faults

    def test_a_file_is_read_as_one(self, tmp_path):
        path = write(tmp_path / "food.tsv", TABLE)
        assert read_tables(path, self.COLUMNS) == read_table(path, self.COLUMNS, {})

    def test_a_folder_is_read_in_the_order_of_its_names(self, tmp_path):
        for name in "bca":
            write(tmp_path / f"{name}.tsv", f"## block {name}\nword {name}\tx\n")
        blocks = read_tables(tmp_path, self.COLUMNS)
        assert [(block.name, block.rows) for block in blocks] == [
            (f"block {name}", ((f"word {name}", "x"),)) for name in "abc"
        ]

    def test_other_files_of_a_folder_are_left_alone(self, tmp_path):
        write(tmp_path / "food.tsv", TABLE)
        write(tmp_path / "notes.txt", "no table")
        assert [block.name for block in read_tables(tmp_path, self.COLUMNS)] == ["food"]

    def test_the_faults_of_all_files_are_told_together(self, tmp_path):
        write(tmp_path / "a.tsv", "## a\nx\ty\tz\n")
        write(tmp_path / "b.tsv", TABLE)
        write(tmp_path / "c.tsv", "## c\n#+ no arrow\n")
        assert [fault.partition(": ")[0] for fault in self.faults_of(tmp_path)] == ["a.tsv:2", "c.tsv:2"]

    def test_a_row_that_stands_in_two_files_is_told_with_both_places(self, tmp_path):
        write(tmp_path / "a.tsv", "## a\nother\ty\nword\ty\n")
        write(tmp_path / "b.tsv", "## b\nword\tz\n")
        (fault,) = self.faults_of(tmp_path)
        assert fault == "b.tsv:2: 'word' stands in a.tsv:3 already; keep one of them"

    def test_a_row_of_a_faulty_file_still_counts_as_seen(self, tmp_path):
        write(tmp_path / "a.tsv", "## a\nword\ty\nfaulty\n")
        write(tmp_path / "b.tsv", "## b\nword\tz\n")
        assert [fault.partition(": ")[0] for fault in self.faults_of(tmp_path)] == ["a.tsv:3", "b.tsv:2"]

    def test_a_file_of_the_folder_that_is_no_utf_8_is_told_beside_the_others(self, tmp_path):
        (tmp_path / "a.tsv").write_bytes(b"\xff")
        write(tmp_path / "b.tsv", "word\tz\n")
        told = self.faults_of(tmp_path)
        assert ["cannot be read" in told[0], "b.tsv:1" in told[1]] == [True, True]

    def test_each_file_opens_its_own_block(self, tmp_path):
        write(tmp_path / "a.tsv", TABLE)
        write(tmp_path / "b.tsv", "word\tz\n")
        assert "b.tsv:1: stands before the first block" in self.faults_of(tmp_path)[0]

    def test_a_pack_may_point_to_a_folder(self, tmp_path):
        write(tmp_path / "food" / "a.tsv", TABLE)
        write(tmp_path / "food" / "b.tsv", "## more\nflat bread\tcake\n")
        header = 'step = "wording"\nsource = "seed 001"\ntable = "food"\ncolumns = ["find", "fixes"]\n'
        pack = read(write(tmp_path / "food.toml", header))
        assert [row[0] for row in pack.table] == ["supper of dishes", "hot leaf water", "flat bread"]
        assert [block.name for block in pack.blocks] == ["food", "more"]


def test_rule_folders_hold_data_only():
    rules = ROOT / "src" / "cleantext" / "rules"
    assert [path.name for path in rules.rglob("*") if path.suffix == ".py"] == []
