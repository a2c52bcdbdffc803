from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit, apply
from cleantext.core.rule import Pack
from cleantext.steps.names import Names

COLUMNS = ("id", "type", "canonical", "aliases")


def pack(*rows: tuple[str, str, str, str], language: str = "any") -> Pack:
    return Pack(f"{language}.names.test", language, "names", "test", columns=COLUMNS, table=rows)


def cleaned(step: Names, text: str) -> str:
    return apply(text, tuple(step(Doc(text, lambda doc: "en"))))


PEZESHKIAN = ("p.pezeshkian", "PER", "Masoud Pezeshkian", "Massoud Pezizian;Masud Pezeshkian")
ERDOGAN = ("p.erdogan", "PER", "Recep Tayyip Erdogan", "Recep Tayip Erdogan")
ASTRA = ("o.astra", "ORG", "AstraZeneca", "Astra Zeneca")
SISI = ("p.sisi", "PER", "Abdel Fattah al-Sisi", "Abdel-Fattah el-Sissi")
STEP = Names((pack(PEZESHKIAN, ERDOGAN, ASTRA, SISI),))


def test_an_edit_names_its_row() -> None:
    text = "Iran's Massoud Pezizian spoke."
    assert list(STEP(Doc(text, lambda doc: "en"))) == [
        Edit(7, 23, "Massoud Pezizian", "Masoud Pezeshkian", "any.names.test/p.pezeshkian")
    ]


def test_a_dotted_capital_stays_dotted() -> None:
    assert cleaned(STEP, "RECEP TAYİP ERDOGAN ANKARA'DA") == "RECEP TAYYİP ERDOGAN ANKARA'DA"


def test_a_line_break_keeps_its_place_before_the_surname() -> None:
    assert cleaned(STEP, "Aides of Abdel-Fattah\nel-Sissi left.") == "Aides of Abdel Fattah\nal-Sisi left."


def test_a_line_break_without_a_place_is_not_lost() -> None:
    assert cleaned(STEP, "Shares in Astra\nZeneca rose.") == "Shares in Astra\nZeneca rose."


def test_a_blank_line_is_no_space() -> None:
    assert cleaned(STEP, "Massoud\n\nPezizian") == "Massoud\n\nPezizian"


def test_two_spellings_side_by_side_are_told_apart() -> None:
    text = "Editors argued over Massoud Pezizian or Masud Pezeshkian all day."
    assert cleaned(STEP, text) == text


def test_a_users_pack_outranks_a_packaged_one_and_chains_end_in_its_form() -> None:
    ours = pack(("p.l", "PER", "Sergei Lavrov", "Sergey Lavrov;Serguei Lavrov"))
    users = pack(("l", "PER", "Sergey Lavrov", "Sergei Lavrov"), language="user")
    step = Names((users, ours))
    assert cleaned(step, "Here Sergei Lavrov spoke.") == "Here Sergey Lavrov spoke."
    assert cleaned(step, "Here Serguei Lavrov spoke.") == "Here Sergey Lavrov spoke."
    assert cleaned(step, "Here Sergey Lavrov spoke.") == "Here Sergey Lavrov spoke."


def test_an_alias_that_differs_in_capitals_alone_is_found_as_written() -> None:
    step = Names((pack(("p.b", "PER", "Osama bin Laden", "Osama Bin Laden"), language="user"),))
    assert cleaned(step, "He met Osama Bin Laden there.") == "He met Osama bin Laden there."
    assert cleaned(step, "OSAMA BIN LADEN") == "OSAMA BIN LADEN"


def test_a_users_pack_acts_in_any_language() -> None:
    step = Names((pack(PEZESHKIAN, language="user"),))
    text = "Gestern reiste Massoud Pezizian ab."
    assert apply(text, tuple(step(Doc(text, lambda doc: "de")))) == "Gestern reiste Masoud Pezeshkian ab."


def test_nothing_known_finds_nothing() -> None:
    assert list(Names(())(Doc("Massoud Pezizian"))) == []


ODD = st.sampled_from(
    ["Massoud Pezizian", "Masud", "Pezeshkian", "Astra Zeneca", "MASSOUD PEZIZIAN", "Jr.", "said", '"', "'", "’", "“",
     "\n", "\u00a0", " ", ".", "-", "\ud800", "\x00", "İ", "`", "(", "Mr", "al-", "العربية", "中文", "\r\n"]
)  # fmt: skip


@given(st.lists(ODD, max_size=25).map("".join))
def test_any_text_goes_through_and_a_second_run_changes_nothing(text: str) -> None:
    once = cleaned(STEP, text)
    assert cleaned(STEP, once) == once
