"""Styles: a house's spelling on a day; nothing contested without one."""

from __future__ import annotations

import pytest

from cleantext import Config, clean
from cleantext.errors import OptionError
from cleantext.steps.names.gazetteer import Alias, Entity
from cleantext.steps.names.styles import Style, faults_in, styled

CITY = Entity(
    "any.names.test/l.kyiv",
    "LOC",
    "Kyiv",
    (Alias("Kiev"), Alias("Kijew", "de")),
    frozenset(),
    everywhere=False,
    styles="ap=Kiev;ap@2019-08-14=Kyiv;guardian@2019-02-12=Kyiv",
)
TOWN = CITY._replace(
    rule="any.names.test/l.derry", canonical="Derry", aliases=(Alias("Londonderry"),), styles="official=Londonderry"
)


@pytest.mark.parametrize(
    ("wish", "form"),
    [
        ("ap", "Kyiv"),
        ("ap@2019-08-14", "Kyiv"),
        ("ap@2019-08-13", "Kiev"),
        ("guardian", "Kyiv"),
        ("bbc", "Kyiv"),
        # What it wrote before the first day that the table knows is not told.
        ("guardian@2010-01-01", None),
    ],
)
def test_a_style_has_a_form_on_a_day(wish, form):
    assert Style.of(wish).form(CITY) == form


def test_an_ambiguous_name_has_a_form_where_the_table_says_so_only():
    ambiguous = TOWN._replace(flags=frozenset({"ambiguous"}))
    assert Style.of("official").form(ambiguous) == "Londonderry"
    assert Style.of("bbc").form(ambiguous) is None
    assert not next(styled([ambiguous], Style.of("bbc"))).is_applied


def test_all_other_forms_become_the_one():
    (city,) = styled([CITY], Style.of("ap@2015-01-01"))
    assert city.is_applied
    assert city.canonical == "Kiev"
    assert {alias.text for alias in city.aliases} == {"Kyiv", "Kijew"}


def test_without_a_style_a_packaged_place_stays_and_an_own_one_does_not():
    assert not next(styled([CITY], None)).is_applied
    assert next(styled([CITY._replace(everywhere=True)], None)).is_applied


@pytest.mark.parametrize("cell", ["ap:Kyiv", "ap@2019=Kyiv", "times=Kyiv", "=Kyiv"])
def test_a_faulty_cell_is_told(cell):
    assert list(faults_in(cell))
    assert not list(faults_in("ap=Kyiv; bbc@2019-01-02=Kyiv;"))


@pytest.mark.parametrize("wish", ["times", "ap@yesterday", "ap@", "", 3, "AP"])
def test_an_unknown_style_is_refused(wish):
    with pytest.raises(OptionError, match="names_style="):
        Config(names_style=wish)


def test_fuzzy_is_yes_or_no():
    with pytest.raises(OptionError, match="fuzzy="):
        Config(fuzzy="yes")


def test_a_style_reaches_the_step():
    text = "President Volodymyr Zelensky spoke to the press."
    assert clean(text) == text
    assert "Zelenskyy" in clean(text, names_style="ap")
