"""The gate weighs different phrases, not repeated ones, and passages, not only documents."""

from cleantext.core.doc import Doc
from cleantext.steps.wording.gate import SURE_GATE, Gate
from cleantext.steps.wording.table import Row


def row(spun: str, fix: str, llr: float, keep: float = 0.1) -> Row:
    return Row(spun, (fix,), keep, f"en.wording.test/{spun}", llr)


ROWS = tuple(row(f"{letter * 5} phrase", "word", 4.0) for letter in "abcdefgh")
FILLER = "so it goes on and the rain "


def test_many_different_phrases_open_it() -> None:
    text = " ".join(f"{one.spun} {FILLER}" for one in ROWS * 2)
    assert Gate(ROWS).read(Doc(text)).is_open


def test_one_phrase_repeated_does_not() -> None:
    text = " ".join(f"{ROWS[0].spun} {FILLER}" for _ in range(40))
    assert not Gate(ROWS).weigh(Doc(text)).is_open


def test_unspun_fixes_count_against() -> None:
    rows = (*ROWS, row("zzzzz phrase", "plain", 4.0))
    text = " ".join(f"{one.spun} {FILLER}" for one in ROWS)
    with_plain = text.replace("goes", "plain")
    assert Gate(rows).weigh(Doc(with_plain)).score < Gate(rows).weigh(Doc(text)).score


def test_a_fixed_term_shields_its_words() -> None:
    shield = row("power supply", "power supply", 0.0, 1.0)
    rows = (shield, row("the power", "the energy", 1.0), row("supply", "source", 1.0))
    assert [hit[1:] for hit in Gate(rows).hits("the power supply failed", 0, 23)] == [(4, 16)]


def test_passages_cover_the_words_in_order() -> None:
    reading = Gate(ROWS).weigh(Doc("word " * 1000))
    assert [passage.start for passage in reading.passages] == sorted(passage.start for passage in reading.passages)
    assert reading.passages[0].start == 0
    assert reading.passages[-1].end == 4999


def test_a_long_text_is_read_in_windows() -> None:
    spun = " ".join(f"{one.spun} {FILLER}" for one in ROWS * 4) + " "
    text = "plain words only " * 20_000 + spun * 3 + "plain words only " * 20_000
    unheard_of = tuple(one._replace(per_million=0.0) for one in ROWS)
    reading = Gate(unheard_of).read(Doc(text))
    assert reading.is_open
    assert len(reading.hits) == 4 * 3 * len(ROWS)


def test_ordinary_words_alone_open_no_gate_below_the_sure_one() -> None:
    spun = " ".join(f"{one.spun} {FILLER}" for one in ROWS * 4)
    assert not Gate(ROWS).weigh(Doc(spun)).is_open or Gate(ROWS).weigh(Doc(spun)).score >= SURE_GATE
