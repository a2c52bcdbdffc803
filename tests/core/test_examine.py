from __future__ import annotations

from cleantext.core.examine import examine, examples
from cleantext.core.rule import Block, Pack, Rule


def spun(*rows: tuple[str, str], changes=(("hot leaf water", "tea"),), keeps=("The water was hot.",)) -> Pack:
    table = tuple((find, fix, "0") for find, fix in rows)
    block = Block("drinks", changes, keeps, table)
    header = Pack("en.wording.x", "en", "wording", "x", source="seed 001", columns=("find", "fixes", "keep"))
    return header._replace(table=table, blocks=(block,))


def act(pack: Pack, text: str) -> str:
    """Do what the rows say, plainly."""
    for find, fix, _ in pack.table:
        text = text.replace(find, fix)
    return text


def told(*packs: Pack, removed=lambda pack, line: False) -> list[str]:
    return examine(packs, act, removed)


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


def test_two_rows_that_become_each_other_are_told():
    faults = told(spun(("hot leaf water", "tea"), ("tea", "hot leaf water"), changes=()))
    assert any("become each other" in fault for fault in faults)


def test_a_row_that_is_its_own_fix_is_told():
    assert any("its own fix" in fault for fault in told(spun(("Tea", "tea"), changes=())))


def test_a_fix_that_is_a_spun_phrase_itself_is_told():
    faults = told(spun(("hot leaf water", "tea"), ("tea", "drink"), changes=()))
    assert any("is a spun phrase" in fault for fault in faults)


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
