from __future__ import annotations

import pytest

from cleantext.core.rule import Block, Pack, Rule, missing_evidence, parse_pack
from cleantext.errors import RuleError

NAMES = ("en", "boilerplate", "share")
GOOD = {
    "kind": "share",
    "line": ["share this"],
    "source": "own knowledge (2026)",
    "removes": ["Share this"],
    "keeps": ["They share this view."],
}


def parsed(data: dict, names: tuple[str, str, str] = NAMES) -> Pack:
    return parse_pack(data, "share.toml", names)


def fault_of(data: dict, names: tuple[str, str, str] = NAMES) -> str:
    with pytest.raises(RuleError) as caught:
        parsed(data, names)
    return str(caught.value)


class TestParsePack:
    def test_the_id_of_a_rule_is_its_path_and_key(self):
        assert parsed({"button": GOOD}).rules[0].id == "en.boilerplate.share/button"

    def test_the_order_of_rules_is_that_of_the_file(self):
        assert [rule.id[-1] for rule in parsed({"b": GOOD, "a": GOOD}).rules] == ["b", "a"]

    def test_a_rule_inherits_safety_and_source_from_the_header(self):
        rule = parsed({"safety": "report", "source": "seed 001", "a": {"kind": "share", "line": ["x y"]}}).rules[0]
        assert (rule.safety, rule.source) == ("report", "seed 001")

    def test_a_rule_inherits_its_kind_from_the_header(self):
        assert parsed({"kind": "share", "a": {"line": ["x y"]}}).rules[0].kind == "share"

    def test_the_gate_is_kept(self):
        assert parsed({"gate": 5, "a": GOOD}).gate == 5

    def test_a_pattern_has_its_keyword_noted(self):
        rule = parsed({"a": {"kind": "share", "pattern": r"share (?:this|it) now"}}).rules[0]
        assert rule.keyword == "share"

    def test_a_pack_can_be_hashed(self):
        assert hash(parsed({"a": GOOD})) == hash(parsed({"a": GOOD}))

    def test_an_empty_file_is_told(self):
        assert "no rules" in fault_of({})

    def test_an_unknown_key_is_told_with_the_nearest(self):
        assert "unknown key 'removed'; did you mean 'removes'?" in fault_of({"a": GOOD | {"removed": ["x"]}})

    def test_an_unknown_header_key_is_told(self):
        assert "unknown key 'gates'" in fault_of({"gates": 5, "a": GOOD})

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("line", "share this"),
            ("kind", 5),
            ("keeps", {"a": "b"}),
            ("changes", ["a"]),
            ("pattern", ["share"]),
            ("line", [5]),
            ("line", [["x"]]),
            ("changes", {"a": 5}),
            ("where", True),
            ("safety", 1),
        ],
    )
    def test_a_value_of_the_wrong_type_is_told(self, key, value):
        assert f"`{key}`" in fault_of({"a": GOOD | {key: value}})

    def test_a_gate_that_is_true_is_told(self):
        assert "`gate`" in fault_of({"gate": True, "a": GOOD})

    def test_an_empty_phrase_is_told(self):
        assert "empty" in fault_of({"a": GOOD | {"line": ["share", " "]}})

    @pytest.mark.parametrize(("key", "value"), [("safety", "saef"), ("where", "everywhere"), ("takes", "lines")])
    def test_a_choice_that_does_not_exist_is_told(self, key, value):
        assert f"`{key}` is '{value}'" in fault_of({"a": GOOD | {key: value}})

    def test_a_rule_that_looks_for_nothing_is_told(self):
        assert "none of `line`, `find`, `pattern`" in fault_of({"a": {"kind": "share"}})

    def test_a_rule_of_boilerplate_without_a_kind_is_told(self):
        assert "no `kind`" in fault_of({"a": {"line": ["x y"]}})

    def test_a_rule_of_wording_without_a_replacement_is_told(self):
        assert "no `replace`" in fault_of({"a": {"find": ["x y"]}}, ("en", "wording", "spun"))

    def test_until_without_takes_is_told(self):
        assert "go together" in fault_of({"a": GOOD | {"until": ["x"]}})

    def test_takes_until_without_until_is_told(self):
        assert "go together" in fault_of({"a": GOOD | {"takes": "until"}})

    def test_a_slow_pattern_is_told(self):
        assert "unbounded repeat" in fault_of({"a": {"kind": "share", "pattern": r"share(?:a+)+"}})

    def test_all_faults_are_told_at_once(self):
        with pytest.raises(RuleError) as caught:
            parsed({"gates": 1, "a": GOOD | {"wher": "edge"}, "b": {"line": ["x"]}})
        assert len(caught.value.faults) == 3

    def test_each_fault_names_file_and_rule(self):
        assert fault_of({"button": GOOD | {"wher": "edge"}}).startswith("share.toml: rule 'button': unknown key 'wher'")


class TestMissingEvidence:
    def test_a_rule_with_everything_lacks_nothing(self):
        assert missing_evidence(parsed({"a": GOOD}), "share.toml") == []

    @pytest.mark.parametrize("key", ["source", "removes", "keeps"])
    def test_a_rule_without_one_of_them_is_told(self, key):
        entry = {name: value for name, value in GOOD.items() if name != key}
        (fault,) = missing_evidence(parsed({"a": entry}), "share.toml")
        assert f"no `{key}`" in fault

    def test_a_block_of_a_table_needs_both_examples(self):
        pack = Pack("en.wording.x", "en", "wording", "x", source="seed 001", blocks=(Block("food", (), (), ()),))
        assert len(missing_evidence(pack, "x.toml")) == 2

    def test_a_block_over_fifty_rows_is_told(self):
        block = Block("food", (("a", "b"),), ("c",), tuple((str(number),) for number in range(51)))
        pack = Pack("en.wording.x", "en", "wording", "x", source="seed 001", blocks=(block,))
        assert "51 rows" in missing_evidence(pack, "x.toml")[0]

    def test_a_table_needs_a_source(self):
        pack = Pack("en.wording.x", "en", "wording", "x", blocks=(Block("food", (("a", "b"),), ("c",), ()),))
        assert "no `source`" in missing_evidence(pack, "x.toml")[0]


def test_a_rule_can_be_made_of_its_id_alone():
    assert Rule("x/a").safety == "safe"
