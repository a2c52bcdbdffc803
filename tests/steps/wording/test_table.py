"""A family finds its phrases, keeps out of fixed terms, and is built of packs."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wording_cases import family, row

from cleantext.core.load import packaged, read
from cleantext.core.rule import Pack
from cleantext.errors import RuleError
from cleantext.steps.wording.table import COLUMNS, RATE_COLUMNS, Family, read_families, slug


def found(table: Family, folded: str) -> list[str]:
    return [folded[start:end] for _, start, end in table.find(folded)]


def pack(topic: str, *rows: tuple[str, ...], columns: tuple[str, ...] = COLUMNS, gate: int = 0) -> Pack:
    return Pack(f"user.wording.{topic}", "user", "wording", topic, gate, columns=columns, table=rows)


class TestFind:
    def test_by_start_and_the_longest_first(self):
        table = family(row("a lot", "many"), row("a lot of", "many"), row("lot of", "mass of"))
        assert found(table, "a lot of") == ["a lot of", "a lot", "lot of"]

    def test_whole_words_only(self):
        assert found(family(row("dwell", "live")), "dwelling dwells dwell") == ["dwell"]

    def test_a_hit_names_the_rows_of_its_phrase(self):
        table = family(row("buddy", "friend"), row("seashore", "beach"))
        (hit,) = table.find("the seashore")
        assert table.rows[hit.place][0].fixes == ("beach",)

    def test_rows_that_only_capitals_tell_apart_share_a_place(self):
        (rows,) = family(row("Present", "Show"), row("present", "current")).rows
        assert [one.spun for one in rows] == ["Present", "present"]

    def test_a_table_without_rows_finds_nothing(self):
        assert family().find("anything") == []


class TestFixedTerms:
    TABLE = family(
        row("power supply", keep=1.0), row("power", "energy"), row("supply", "source"), row("the power", "x")
    )

    @pytest.mark.parametrize(
        ("folded", "hits"),
        [
            ("power and supply", ["power", "supply"]),
            ("a power supply", []),
            ("the power supply", []),
            ("power supply power", ["power"]),
            ("supply power supply", ["supply"]),
        ],
    )
    def test_shield_the_words_inside_them(self, folded, hits):
        assert found(self.TABLE, folded) == hits

    def test_do_not_shield_what_holds_more(self):
        table = family(row("power supply", keep=1.0), row("the power supply unit", "the battery"))
        assert found(table, "the power supply unit") == ["the power supply unit"]

    def test_are_no_hits_themselves(self):
        assert found(family(row("power supply", keep=1.0)), "a power supply") == []

    def test_a_phrase_that_is_fixed_in_capitals_only_may_act(self):
        assert found(family(row("Metropolis", keep=1.0), row("metropolis", "city")), "the metropolis") == ["metropolis"]

    def test_a_fifth_fixed_term_shields_as_well(self):
        fixed = [row(term, keep=1.0) for term in ("a", "b", "c", "d", "e f")]
        assert found(family(*fixed, row("a b c d e", "x")), "a b c d e f") == []

    @given(
        spun=st.sets(st.text("ab ", min_size=1, max_size=5).map(str.split).map(" ".join).filter(bool), max_size=4),
        fixed=st.sets(st.sampled_from(["a b", "b a", "b b", "ab", "b", "a a b"]), max_size=3),
        folded=st.text("aab  ", max_size=30),
    )
    def test_shield_exactly_what_reaches_into_them(self, spun, fixed, folded):
        hits = family(*(row(phrase, "x") for phrase in spun - fixed)).find(folded)
        shields = [(start, end) for _, start, end in family(*(row(term, "x") for term in fixed)).find(folded)]
        both = family(*(row(phrase, "x") for phrase in spun - fixed), *(row(term, keep=1.0) for term in fixed))
        wanted = [
            (start, end)
            for _, start, end in hits
            if all(
                right <= start or end <= left or (start <= left and right <= end and (start, end) != (left, right))
                for left, right in shields
            )
        ]
        assert [(start, end) for _, start, end in both.find(folded)] == wanted


class TestPlain:
    def test_holds_single_words_that_are_likely_first_fixes(self):
        table = family(row("buddy", "Friend", "mate"), row("grow to be", "become"), row("metropolis", "the city"))
        assert table.plain == {"friend", "become"}

    def test_leaves_out_what_is_often_meant(self):
        assert family(row("on", "in", keep=0.8)).plain == set()

    def test_leaves_out_what_is_spun_itself(self):
        assert family(row("buddy", "pal"), row("Pal", "friend")).plain == {"friend"}


class TestReadFamilies:
    def test_packs_of_one_id_are_one_family_in_the_order_of_the_first(self):
        packs = [pack("b", ("x", "y", "0.1")), pack("a", ("v", "w", "0.1")), pack("b", ("z", "y", "0.2"))]
        families = read_families(packs)
        assert [one.name for one in families] == ["user.wording.b", "user.wording.a"]
        assert [rows[0].spun for rows in families[0].rows] == ["x", "z"]

    def test_a_row_has_its_fixes_and_an_id(self):
        (one,) = read_families([pack("mine", ("Hot Leaf Water", "tea|coffee", "0.25"))])
        assert one.rows[0][0] == (
            "Hot Leaf Water",
            ("tea", "coffee"),
            0.25,
            "user.wording.mine/hot-leaf-water",
            math.inf,
            0,
        )

    def test_a_pack_may_say_how_many_different_phrases_it_needs(self):
        families = read_families([pack("a", ("x", "y", "0.1")), pack("b", ("x", "y", "0.1"), gate=9)])
        assert [one.gate for one in families] == [5, 9]

    def test_rates_are_those_of_the_pack_that_is_named_after_it(self):
        rates = pack("mine-rates", ("x", "3", "40"), columns=RATE_COLUMNS)
        other = pack("yours-rates", ("x", "5", "60"), columns=RATE_COLUMNS)
        (one,) = read_families([pack("mine", ("x", "y", "0.1"), ("z", "y", "0.1")), rates, other])
        assert [rows[0][-2:] for rows in one.rows] == [(3, 40), (math.inf, 0)]

    def test_packs_of_other_columns_are_no_families(self):
        assert read_families([pack("mine", ("x", "y"), columns=("find", "fixes"))]) == ()

    def test_packs_may_come_from_a_generator(self):
        assert len(read_families(pack(topic, ("x", "y", "0.1")) for topic in "ab")) == 2

    @pytest.mark.parametrize("cells", ["x\ty\toften", "x\ty\t7", "x\ty\tnan", "x\t\t0.1", "x\ty||z\t0.1"])
    def test_a_users_row_that_makes_no_sense_is_told_as_a_fault_of_the_rules(self, tmp_path, cells):
        (tmp_path / "mine.tsv").write_text(f"## mine\n{cells}\n")
        (tmp_path / "mine.toml").write_text(
            'step = "wording"\nsource = "seed 001"\ntable = "mine.tsv"\ncolumns = ["spun", "fixes", "keep"]\n'
        )
        with pytest.raises(RuleError, match=r"^user\.wording\.mine: 'x' has "):
            read_families([read(tmp_path / "mine.toml")])

    def test_all_rows_that_make_no_sense_are_told_in_one_list(self):
        packs = [pack("a", ("x", "y", "2"), ("v", "w", "0.1")), pack("b", ("z", "|y", "often"))]
        with pytest.raises(RuleError) as told:
            read_families(packs)
        assert [fault.partition(";")[0] for fault in str(told.value).splitlines()] == [
            "user.wording.a: 'x' has keep '2'",
            "user.wording.b: 'z' has an empty fix in '|y'",
            "user.wording.b: 'z' has keep 'often'",
        ]

    @pytest.mark.parametrize("keep", ["0", "1", "0.5"])
    def test_a_probability_may_be_0_or_1(self, keep):
        (one,) = read_families([pack("mine", ("x", "y", keep))])
        assert one.rows[0][0].keep == float(keep)


@pytest.mark.parametrize(
    ("phrase", "wanted"), [("1000's of", "1000-s-of"), ("A Lot", "a-lot"), ("'tis", "tis"), ("four.2", "four-2")]
)
def test_a_slug_is_plain(phrase, wanted):
    assert slug(phrase) == wanted


class TestWhatShips:
    FAMILIES = read_families(packaged("wording"))

    def test_probabilities_are_sound(self):
        rows = [one for table in self.FAMILIES for rows in table.rows for one in rows]
        assert rows
        assert [one.spun for one in rows if not 0 < one.keep <= 1 or not all(one.fixes)] == []

    def test_what_every_spinner_of_the_family_writes_is_in_it(self):
        (english,) = (table for table in self.FAMILIES if table.name == "en.wording.spinner-a")
        fixes = {one.spun: one.fixes[0] for rows in english.rows for one in rows}
        assert (fixes["mentioned"], fixes["whereas"]) == ("said", "while")
