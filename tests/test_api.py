from __future__ import annotations

import inspect
import pickle

import pytest
from conftest import READY

import cleantext
from cleantext import CleanTextError, Config, Edit, Result, clean, clean_many, explain
from cleantext.errors import DecodeError, OptionError, RuleError

DAMAGED = "The cafÃ© &amp; bar\r\n"
CLEAN = "The café & bar\n"


class TestClean:
    def test_a_damaged_text_is_repaired(self):
        assert clean(DAMAGED, steps="characters") == CLEAN

    def test_a_clean_text_is_the_same_object(self):
        assert clean(CLEAN, steps=READY) is CLEAN

    def test_none_stays_none(self):
        assert clean(None) is None

    def test_an_empty_text_stays_empty(self):
        assert clean("", steps=READY) == ""

    def test_bytes_become_a_str(self):
        assert clean(DAMAGED.encode("utf-8"), steps="characters") == CLEAN

    def test_a_subclass_of_str_is_a_str(self):
        class Title(str):
            __slots__ = ()

        assert clean(Title(DAMAGED), steps="characters") == CLEAN

    @pytest.mark.parametrize("thing", [5, 1.5, ["text"], ("a",), {"a": 1}, object()])
    def test_what_is_no_text_is_refused(self, thing):
        with pytest.raises(TypeError, match="not str, bytes or None"):
            clean(thing)

    def test_an_option_that_does_not_exist_is_refused_even_for_none(self):
        with pytest.raises(TypeError, match="stpes"):
            clean(None, stpes=())

    def test_a_config_is_taken(self):
        assert clean(DAMAGED, Config(steps="characters")) == CLEAN

    def test_options_change_the_config(self):
        assert clean(DAMAGED, Config(steps="characters"), steps=()) == DAMAGED

    def test_without_leaves_a_step_out(self):
        assert clean(DAMAGED, steps=READY, without={*READY}) == DAMAGED

    def test_the_named_encoding_is_used(self):
        assert clean("мир".encode("cp1251"), steps="characters", encoding="cp1251") == "мир"

    def test_bytes_of_another_encoding_are_refused(self):
        with pytest.raises(DecodeError):
            clean(b"\xff", steps="characters", encoding="utf-8")


class TestExplain:
    def test_the_account_has_the_text(self):
        assert explain(DAMAGED, steps="characters").text == CLEAN

    def test_layers_are_named_for_stages_in_the_order_of_the_flow(self):
        layers = explain(DAMAGED, steps="characters").layers
        assert [layer.step for layer in layers] == ["characters/escapes", "characters/encoding", "characters/hygiene"]

    def test_none_is_refused(self):
        with pytest.raises(TypeError):
            explain(None)

    def test_a_str_has_no_encoding(self):
        assert explain("a", steps="characters").encoding is None

    def test_bytes_have_an_encoding(self):
        assert explain(b"a", steps="characters").encoding == "utf-8"

    def test_the_language_is_told(self):
        assert explain("Die Katze sitzt auf der Matte und schläft in der Sonne.", steps="characters").language == "de"

    def test_the_language_that_was_named_is_believed(self):
        assert explain("The end", steps="characters", language="fi").language == "fi"

    def test_the_message_does_not_send_none_to_clean_many(self):
        with pytest.raises(TypeError) as caught:
            explain(None)
        assert "clean_many" not in str(caught.value)


class TestCleanMany:
    def test_texts_come_in_order(self):
        assert list(clean_many([DAMAGED, None, b"a\r\n", ""], steps="characters")) == [CLEAN, None, "a\n", ""]

    def test_no_texts_are_no_texts(self):
        assert list(clean_many([])) == []

    def test_texts_are_read_as_they_are_needed(self):
        read = []
        answers = clean_many((read.append(text) or text for text in "abc"), steps="characters")
        next(answers)
        assert read == ["a"]

    def test_an_option_that_does_not_exist_is_told_before_the_first_text(self):
        with pytest.raises(OptionError):
            clean_many(["a"], stpes=())

    @pytest.mark.parametrize("workers", [0, -1, 1.5, "2", None])
    def test_a_number_of_workers_that_cannot_be_is_refused(self, workers):
        with pytest.raises(OptionError, match="workers"):
            clean_many(["a"], workers=workers)

    @pytest.mark.parametrize("text", ["one text", b"one text"])
    def test_one_text_is_refused(self, text):
        with pytest.raises(OptionError, match="one text"):
            clean_many(text)

    def test_workers_give_the_same(self):
        many = [DAMAGED, None, "\ud800", b"\xff"] * 200
        assert list(clean_many(many, steps="characters", workers=2)) == list(clean_many(many, steps="characters"))

    def test_a_bad_text_in_a_worker_is_told_as_here(self):
        with pytest.raises(OptionError, match="not str, bytes or None"):
            list(clean_many(["a", 5], steps="characters", workers=2))

    def test_workers_can_be_left_before_the_end(self):
        answers = clean_many(["a\r\n"] * 5_000, steps="characters", workers=2)
        assert next(answers) == "a\n"
        answers.close()

    def test_workers_read_a_bounded_number_of_texts_ahead(self):
        read = []
        answers = clean_many((read.append(n) or "a" for n in range(20_000)), steps="characters", workers=2)
        next(answers)
        answers.close()
        assert len(read) <= 8 * 256


class TestTheFace:
    def test_every_public_name_is_there(self):
        assert all(hasattr(cleantext, name) for name in cleantext.__all__)

    def test_the_public_names_are_documented(self):
        assert all(inspect.getdoc(getattr(cleantext, name)) for name in cleantext.__all__)

    def test_edits_are_plain_tuples(self):
        assert Edit(0, 1, "a", "b", "r") == (0, 1, "a", "b", "r", 1.0)

    def test_a_result_is_not_made_of_text_alone(self):
        assert isinstance(explain("a", steps=()), Result)


class TestErrors:
    @pytest.mark.parametrize(
        ("error", "builtin"),
        [(OptionError, TypeError), (DecodeError, ValueError), (RuleError, ValueError)],
    )
    def test_an_error_is_ours_and_also_the_usual_one(self, error, builtin):
        assert issubclass(error, CleanTextError)
        assert issubclass(error, builtin)

    def test_a_rule_error_keeps_its_faults_through_a_process(self):
        error = pickle.loads(pickle.dumps(RuleError(["one", "two"])))
        assert (error.faults, str(error)) == (("one", "two"), "one\ntwo")

    def test_one_fault_is_taken_as_one(self):
        assert RuleError("one").faults == ("one",)
