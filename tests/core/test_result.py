from __future__ import annotations

import json

import pytest

from cleantext.core.edit import Edit
from cleantext.core.layer import Change, Held, Layer
from cleantext.core.result import Result
from cleantext.errors import InputError


def layer(step: str, *edits: tuple[int, int, str, str]) -> Layer:
    return Layer(step, tuple(Edit(*edit, f"r.{step}/a") for edit in edits))


@pytest.fixture
def result() -> Result:
    """`the caf&eacute;s ..` -> `the cafés ..` -> `the CAFÉS ..` -> `CAFÉS`."""
    return Result(
        "CAFÉS",
        (
            layer("one", (7, 15, "&eacute;", "é")),
            layer("two", (4, 9, "cafés", "CAFÉS")),
            layer("three", (0, 4, "the ", ""), (9, 12, " ..", "")),
        ),
        kinds={"r.three/a": "chrome"},
    )


ORIGINAL = "the caf&eacute;s .."


class TestOriginal:
    def test_is_the_text_where_nothing_was_done(self):
        assert Result("a").original() == "a"

    def test_undoes_layer_after_layer(self, result):
        assert result.original() == ORIGINAL

    def test_bytes_are_refused_where_a_str_came_in(self):
        with pytest.raises(ValueError, match=r"original\(\) has it"):
            Result("a").original_bytes()

    def test_bytes_are_made_again_by_their_codecs(self):
        assert Result("aéé", encoding=(("utf-8", 2), ("cp1252", 1))).original_bytes() == b"a\xc3\xa9\xe9"

    def test_the_encoding_names_each_codec_once(self):
        assert Result("abc", encoding=(("utf-8", 1), ("cp1252", 1), ("utf-8", 1))).encoding == "utf-8+cp1252"

    def test_a_str_has_no_encoding(self):
        assert Result("abc").encoding is None


class TestChanges:
    def test_none_where_nothing_was_done(self):
        assert Result("a").changes() == ()

    def test_a_change_of_the_first_layer_is_its_edit(self, result):
        assert result.changes()[0] == Change("one", "r.one/a", "", 7, 15, "&eacute;", "&eacute;", "é")

    def test_a_later_change_widens_over_what_it_touches(self, result):
        assert result.changes()[1] == Change("two", "r.two/a", "", 4, 16, "caf&eacute;s", "cafés", "CAFÉS")

    def test_the_kind_is_that_of_the_rule(self, result):
        assert [change.kind for change in result.changes()] == ["", "", "chrome", "chrome"]

    def test_a_change_is_as_sure_as_its_edit(self):
        edits = (Edit(0, 1, "a", "b", "r.x/a", 0.75), Edit(1, 2, "c", "d", "r.x/b"))
        assert [change.confidence for change in Result("bd", (Layer("one", edits),)).changes()] == [0.75, 1]

    def test_an_empty_text_can_have_changes(self):
        gone = Result("", (layer("one", (0, 1, "\ufeff", "")),))
        assert [(change.start, change.end, change.before) for change in gone.changes()] == [(0, 1, "\ufeff")]


class TestNet:
    def test_nothing_where_nothing_was_done(self):
        assert Result("a").net() == ()

    def test_merges_what_hangs_together(self, result):
        assert [(e.start, e.end, e.before, e.after) for e in result.net()] == [
            (0, 4, "the ", ""),
            (4, 16, "caf&eacute;s", "CAFÉS"),
            (16, 19, " ..", ""),
        ]

    def test_is_as_sure_as_the_least_sure_edit_in_it(self):
        layers = tuple(
            Layer(step, (Edit(0, 1, before, after, "r.x/a", confidence),))
            for step, before, after, confidence in (("one", "a", "b", 0.6), ("two", "b", "c", 0.8))
        )
        assert [edit.confidence for edit in Result("c", layers).net()] == [0.6]

    def test_is_one_layer_where_there_is_one(self):
        only = layer("one", (0, 1, "a", "b"))
        assert Result("b", (only,)).net() == only.edits


class TestToOriginal:
    def test_is_the_same_where_nothing_was_done(self):
        assert Result("abc").to_original(1, 2) == (1, 2)

    def test_widens_over_an_edit_it_touches_partly(self, result):
        assert result.to_original(1, 2) == (4, 16)

    def test_of_all_that_is_left_leaves_out_what_was_cut(self, result):
        assert result.to_original(0, 5) == (4, 16)


class TestEquality:
    def test_results_are_equal_by_content(self, result):
        same = Result(result.text, result.layers, kinds=result.kinds)
        assert result == same
        assert hash(result) == hash(same)

    def test_another_confidence_is_another_result(self):
        sure, unsure = (Result("b", (Layer("one", (Edit(0, 1, "a", "b", "r.x/a", one),)),)) for one in (1.0, 0.5))
        assert sure != unsure

    def test_another_score_is_another_result(self):
        assert Result("a", scores={"spun": 1.0}) != Result("a")

    def test_a_result_is_not_its_text(self):
        assert Result("a") != "a"

    def test_the_repr_is_short_however_long_the_text(self):
        assert repr(Result("x" * 10_000)) == "<Result: 10000 code points, 0 edits in 0 layers>"


class TestJson:
    @pytest.mark.parametrize(
        "text", ["", "a\nb\r\n", "\0", "\ud800", "\ud83d" + "\ude00", "😀", "\udc00\ud800", "\u2028", '"\\']
    )
    def test_any_text_survives(self, text):
        assert Result.from_json(Result(text).to_json()).text == text

    def test_everything_survives(self, result):
        full = Result(
            result.text,
            result.layers,
            held=(Held("one", Edit(0, 1, "\ud800", "x", "r.x/a"), "its rule only reports"),),
            encoding=(("utf-8", 3), ("cp1252", 2)),
            language="en",
            scores={"spun": 0.125},
            kinds={"r.three/a": "chrome"},
        )
        again = Result.from_json(full.to_json())
        assert again == full
        assert again.changes() == full.changes()

    @pytest.mark.parametrize("confidence", [1.0, 0.974, 0.5, 0.0, 1e-9])
    def test_confidence_survives_in_layers_and_in_what_is_held(self, confidence):
        edit = Edit(0, 1, "a", "b", "r.x/a", confidence)
        result = Result("b", (Layer("one", (edit,)),), held=(Held("one", edit, "unsure"),))
        again = Result.from_json(result.to_json())
        assert (again.layers[0].edits[0].confidence, again.held[0].edit.confidence) == (confidence, confidence)

    def test_certainty_is_not_written_and_read_back(self):
        (_, edits), *_ = json.loads(Result("b", (layer("one", (0, 1, "a", "b")),)).to_json())["layers"]
        assert edits == [[0, 1, "a", "b", "r.one/a"]]

    def test_an_edit_with_more_cells_than_there_are_is_refused(self):
        record = json.loads(Result("b", (layer("one", (0, 1, "a", "b")),)).to_json())
        record["layers"][0][1][0] += [0.5, "more"]
        with pytest.raises(InputError):
            Result.from_json(json.dumps(record))

    def test_it_is_one_line(self):
        assert "\n" not in Result("a\nb\u2028").to_json()

    @pytest.mark.parametrize(
        "line",
        [
            "",
            "{",
            "null",
            "[]",
            "1",
            '"text"',
            "{}",
            '{"version":1}',
            "\ufeff{}",
            "NaN",
            '{"version":1,"text":5,"layers":[]}',
        ],
    )
    def test_what_is_no_result_is_refused(self, line):
        with pytest.raises(InputError, match="not a result"):
            Result.from_json(line)

    def test_another_version_is_refused_by_its_number(self):
        record = json.loads(Result("a").to_json()) | {"version": 99}
        with pytest.raises(InputError, match="version 99"):
            Result.from_json(json.dumps(record))

    @pytest.mark.parametrize("key", ["text", "layers", "held", "encoding", "language", "scores", "kinds"])
    def test_a_missing_part_is_refused(self, key):
        record = json.loads(Result("a").to_json())
        del record[key]
        with pytest.raises(InputError):
            Result.from_json(json.dumps(record))

    def test_a_code_point_that_does_not_exist_is_refused(self):
        record = json.loads(Result("a").to_json()) | {"text": [0x110000]}
        with pytest.raises(InputError):
            Result.from_json(json.dumps(record))

    def test_a_code_point_that_is_no_machine_number_is_refused(self):
        record = json.loads(Result("a").to_json()) | {"text": [10**30]}
        with pytest.raises(InputError):
            Result.from_json(json.dumps(record))

    def test_brackets_without_end_are_refused(self):
        with pytest.raises(InputError):
            Result.from_json("[" * 100_000)
