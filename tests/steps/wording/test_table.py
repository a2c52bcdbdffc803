"""The table keeps its own promises: no loops, no doubles, rates for every row, examples that come true."""

import pytest

from cleantext.core.load import read_sources
from cleantext.core.rule import Pack
from cleantext.steps.wording.table import COLUMNS, RATE_COLUMNS, read_rows, slug


@pytest.fixture(scope="module")
def packs() -> tuple[Pack, ...]:
    return tuple(pack for pack in read_sources() if pack.step == "wording")


def test_no_fix_is_itself_a_spun_phrase(packs: tuple[Pack, ...]) -> None:
    acting = {row.spun.lower(): row for row in read_rows(packs) if row.keep < 1}
    assert [(row.spun, fix) for row in acting.values() for fix in row.fixes if fix.lower() in acting] == []


def test_every_row_has_a_rate(packs: tuple[Pack, ...]) -> None:
    (table,) = (pack for pack in packs if pack.columns == COLUMNS)
    (rates,) = (pack for pack in packs if pack.columns == RATE_COLUMNS)
    assert {row[0] for row in table.table} == {row[0] for row in rates.table}


def test_rows_are_many_and_probabilities_sound(packs: tuple[Pack, ...]) -> None:
    rows = read_rows(packs)
    assert len(rows) > 1500
    assert all(0 < row.keep <= 1 and -2 <= row.llr <= 6 and row.fixes for row in rows)


def test_a_slug_is_plain() -> None:
    assert slug("1000's of") == "1000-s-of"
