from __future__ import annotations

import pytest

from cleantext.core.examine import _BOTH_WAYS, _MEANT, Trials, examine, examples
from cleantext.core.rule import Block, Pack, Rule


def spun(*rows: tuple[str, ...], changes=(("hot leaf water", "tea"),), keeps=("The water was hot.",)) -> Pack:
    """Make a pack of rows: a spun phrase, its fixes, and its keep, 0 where the row does not say."""
    table = tuple((*row, "0")[:3] for row in rows)
    block = Block("drinks", changes, keeps, table)
    header = Pack("en.wording.x", "en", "wording", "x", source="seed 001", columns=("find", "fixes", "keep"))
    return header._replace(table=table, blocks=(block,))


def act(pack: Pack, text: str) -> str:
    """Do what the rows say, plainly."""
    for find, fix, _ in pack.table:
        text = text.replace(find, fix)
    return text


def told(*packs: Pack, calmly=act, removed=lambda pack, line: False) -> list[str]:
    return examine(packs, Trials(act, calmly, removed))


def chrome(key: str = "a", line: str = "share this", **more) -> Pack:
    rule = Rule(
        f"en.boilerplate.{key}/x",
        "share",
        (line,),
        source="seed 001",
        removes=("Share this",),
        keeps=("They share this view.",),
    )
    return Pack(f"en.boilerplate.{key}", "en", "boilerplate", key, rules=(rule._replace(**more),))


def test_a_pack_that_keeps_its_promises_has_no_faults():
    assert told(spun(("hot leaf water", "tea"))) == []


def test_an_example_that_does_not_change_is_told():
    assert "must become 'tea'" in told(spun(("warm leaf water", "tea")))[0]


def test_a_near_miss_that_changes_is_told():
    assert "must stay as it is" in told(spun(("hot leaf water", "tea"), ("The water", "It")))[0]


def test_a_rule_that_fires_on_its_own_output_is_told():
    faults = told(spun(("tea", "tea time"), changes=(("a tea", "a tea time"),)))
    assert any("fires on its own output" in fault for fault in faults)


def test_what_must_change_is_tried_in_a_spun_text_and_what_must_stay_in_a_calm_one():
    pack = spun(("hot leaf water", "tea"), ("The water", "It"))
    assert told(pack, calmly=lambda pack, text: text) == []


def test_a_near_miss_that_changes_in_a_calm_text_is_told():
    faults = told(spun(("hot leaf water", "tea")), calmly=lambda pack, text: text.replace("hot.", "tea."))
    assert ["must stay as it is" in fault for fault in faults] == [True]


def test_a_rule_that_fires_on_its_own_output_in_a_calm_text_is_told():
    pack = spun(("hot leaf water", "tea"))
    faults = told(pack, calmly=lambda pack, text: text.replace("tea", "drink"))
    assert ["fires on its own output 'tea'" in fault for fault in faults] == [True]


def both_ways(first: str, second: str) -> list[str]:
    faults = told(spun(("hot leaf water", "tea", first), ("tea", "hot leaf water", second), changes=()))
    return [fault for fault in faults if "become each other" in fault]


@pytest.mark.parametrize(("first", "second"), [("0", "0"), ("0.4", "0.39"), ("0.79", "0"), ("0", "0.79")])
def test_two_rows_that_become_each_other_are_told(first, second):
    assert len(both_ways(first, second)) == 2


@pytest.mark.parametrize(
    ("first", "second"), [("0.4", "0.4"), ("0.5", "0.3"), ("0.7", "0.1"), ("0.1", "0.7"), ("0", "0.8")]
)
def test_two_rows_may_become_each_other_where_they_are_meant_often_enough_together(first, second):
    assert both_ways(first, second) == []


def test_the_limits_are_those_that_are_tried_here():
    assert (_BOTH_WAYS, _MEANT) == (0.8, 0.2)


def test_a_second_fix_that_leads_back_is_told_as_well():
    faults = told(spun(("hot leaf water", "coffee|tea"), ("tea", "hot leaf water"), changes=()))
    assert any("become each other" in fault for fault in faults)


def test_a_row_that_is_its_own_fix_is_told():
    assert any("its own fix" in fault for fault in told(spun(("Tea", "tea"), changes=())))


def test_a_fix_that_is_a_spun_phrase_itself_is_told():
    faults = told(spun(("hot leaf water", "tea"), ("tea", "drink", "0.19"), changes=()))
    assert sum("is a spun phrase" in fault for fault in faults) == 1


@pytest.mark.parametrize("keep", ["0.2", "0.9", "1"])
def test_a_fix_may_be_a_spun_phrase_that_is_often_meant(keep):
    faults = told(spun(("hot leaf water", "tea"), ("tea", "drink", keep), changes=()))
    assert not any("is a spun phrase" in fault for fault in faults)


def test_a_fixed_term_may_lead_anywhere():
    faults = told(spun(("tea", "hot leaf water"), ("hot leaf water", "tea", "1"), ("rain", "rain", "1"), changes=()))
    assert [fault for fault in faults if "block" not in fault] == []


def test_a_line_that_must_go_and_stays_is_told():
    assert any("must go, and stays" in fault for fault in told(chrome()))


def test_a_line_that_must_stay_and_goes_is_told():
    assert any("must stay, and goes" in fault for fault in told(chrome(), removed=lambda pack, line: True))


def test_a_line_for_which_two_rules_stand_is_told():
    faults = told(chrome("a"), chrome("b", "Share This"), removed=lambda pack, line: line == "Share this")
    assert faults == ["en.boilerplate.b/x: 'Share This' stands in en.boilerplate.a/x already; keep one of them"]


def test_a_known_failure_that_works_now_is_told():
    pack = chrome(fails=(("Share it", ""),))
    assert any("works now" in fault for fault in told(pack, removed=lambda pack, line: line.startswith("Share")))


def test_examples_name_their_owner():
    names = [example.owner for example in examples(spun(("hot leaf water", "tea")))]
    assert names == ["en.wording.x, block 'drinks'"] * 2
