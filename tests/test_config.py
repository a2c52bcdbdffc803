from __future__ import annotations

import copy
import pickle

import pytest

from cleantext import Config, clean
from cleantext.config import DEFAULT, STAGES, STEPS, configure
from cleantext.core.rule import Pack, Rule
from cleantext.errors import OptionError, RuleError
from cleantext.pipeline import build

RULE = '[button]\nkind = "share"\nline = ["share this page now"]\n'


@pytest.mark.parametrize("step", STEPS)
def test_every_step_of_the_flow_can_be_built(step):
    assert [stage.name for stage in build(Config(steps=step)).stages] == list(STEPS[step])


class TestOptions:
    def test_an_unknown_one_is_told_with_the_nearest(self):
        with pytest.raises(TypeError, match="unknown option 'stpes'; did you mean 'steps'"):
            clean("a", stpes=())

    def test_an_unknown_one_of_the_class_is_told_with_the_nearest(self):
        with pytest.raises(OptionError, match="did you mean 'steps'"):
            Config(stpes=())

    def test_an_unknown_one_of_a_change_is_told_with_the_nearest(self):
        with pytest.raises(OptionError, match="did you mean 'language'"):
            Config().replace(langauge="en")

    def test_one_like_no_other_lists_those_there_are(self):
        with pytest.raises(OptionError, match="known are 'steps'"):
            clean("a", zzz=1)

    def test_without_is_offered_too(self):
        with pytest.raises(OptionError, match="did you mean 'without'"):
            clean("a", witout=())

    @pytest.mark.parametrize(
        "keyword",
        [
            "fix_unicode",
            "to_ascii",
            "lower",
            "normalize_whitespace",
            "no_line_breaks",
            "strip_lines",
            "keep_two_line_breaks",
            "no_urls",
            "no_emails",
            "no_phone_numbers",
            "no_numbers",
            "no_digits",
            "no_currency_symbols",
            "no_punct",
            "no_emoji",
            "replace_with_url",
            "replace_with_email",
            "replace_with_phone_number",
            "replace_with_number",
            "replace_with_digit",
            "replace_with_currency_symbol",
            "replace_with_punct",
            "lang",
        ],
    )
    def test_a_keyword_of_clean_text_says_what_to_do_instead(self, keyword):
        with pytest.raises(TypeError, match=rf"^{keyword}: a keyword of clean-text, not of cleantext-kit; \w.{{15}}"):
            clean("a", **{keyword: True})

    @pytest.mark.parametrize(
        "keyword", ["extra_spaces", "stemming", "stopwords", "lowercase", "numbers", "punct", "reg", "stp_lang"]
    )
    def test_a_keyword_of_the_other_cleantext_is_refused(self, keyword):
        with pytest.raises(TypeError):
            clean("a", **{keyword: True})

    @pytest.mark.parametrize("config", ["characters", {"steps": ()}, ("characters",), 5, Config])
    def test_what_is_no_config_is_refused(self, config):
        with pytest.raises(OptionError, match=r"give a cleantext\.Config"):
            clean("a", config)


class TestSteps:
    def test_all_stages_run_unless_told_otherwise(self):
        assert Config().steps == STAGES

    def test_the_order_is_that_of_the_flow(self):
        assert Config(steps=("names", "characters")).steps == (*STEPS["characters"], "names")

    @pytest.mark.parametrize(
        "steps", ["characters", ["characters"], {"characters"}, iter(["characters"]), ("characters",) * 2]
    )
    def test_any_collection_of_names_is_taken(self, steps):
        assert Config(steps=steps).steps == STEPS["characters"]

    def test_a_stage_can_be_named_apart(self):
        assert Config(steps="characters/encoding").steps == ("characters/encoding",)

    def test_no_steps_are_no_steps(self):
        assert Config(steps=()).steps == ()

    def test_an_unknown_one_is_told_with_the_nearest(self):
        with pytest.raises(OptionError, match="unknown step 'charcters'; did you mean 'characters'"):
            Config(steps=("charcters",))

    def test_an_unknown_stage_is_told_with_the_nearest(self):
        with pytest.raises(OptionError, match="did you mean 'characters/encoding'"):
            Config(steps="characters/encodings")

    @pytest.mark.parametrize("steps", [5, None, [5], [None], [["characters"]], [{}], [b"characters"]])
    def test_what_is_no_name_is_refused(self, steps):
        with pytest.raises(OptionError):
            Config(steps=steps)

    def test_without_takes_a_step_away(self):
        assert Config().replace(without="characters").steps == ("wording", "boilerplate", "names")

    def test_without_takes_a_stage_away(self):
        assert "characters/numbers" not in Config().replace(without={"characters/numbers"}).steps

    def test_without_acts_on_the_steps_of_the_same_call(self):
        assert configure(None, {"steps": ("characters", "names"), "without": "characters"}).steps == ("names",)

    def test_without_an_unknown_step_is_told(self):
        with pytest.raises(OptionError, match="did you mean 'names'"):
            clean("a", without="name")

    def test_without_nothing_changes_nothing(self):
        assert configure(None, {"without": ()}) == DEFAULT


class TestValues:
    @pytest.mark.parametrize("spun", ["atuo", "", None, 5, ["auto"]])
    def test_spun_is_one_of_four(self, spun):
        with pytest.raises(OptionError, match="spun="):
            Config(spun=spun)

    def test_the_nearest_value_of_spun_is_told(self):
        with pytest.raises(OptionError, match="did you mean 'auto'"):
            Config(spun="atuo")

    @pytest.mark.parametrize("language", ["EN", "english", "e", "", "en-GB", "ру", 5, b"en"])
    def test_a_language_is_a_code(self, language):
        with pytest.raises(OptionError, match="ISO 639-1"):
            Config(language=language)

    @pytest.mark.parametrize("encoding", ["utf-9", "", 5, b"utf-8", "rot13"])
    def test_an_encoding_is_one_python_knows(self, encoding):
        with pytest.raises(OptionError, match="encoding="):
            Config(encoding=encoding)

    @pytest.mark.parametrize("page", ["artcle", "", None, 5, ["page"]])
    def test_page_is_one_of_three(self, page):
        with pytest.raises(OptionError, match="page="):
            Config(page=page)

    def test_the_nearest_value_of_page_is_told(self):
        with pytest.raises(OptionError, match="did you mean 'article'"):
            Config(page="artcle")

    @pytest.mark.parametrize("share", [-0.1, 1.1, 97, float("nan"), float("inf"), "0.5", None, True])
    def test_max_removed_is_a_share(self, share):
        with pytest.raises(OptionError, match="give a share from 0 to 1"):
            Config(max_removed=share)

    def test_a_whole_number_is_a_share_too(self):
        assert Config(max_removed=1) == Config(max_removed=1.0)

    @pytest.mark.parametrize("option", ["keep", "drop"])
    @pytest.mark.parametrize("kinds", [5, None, [5], [None], [["share"]], [""], "", b"share"])
    def test_what_is_no_kind_is_refused(self, option, kinds):
        with pytest.raises(OptionError, match=rf"{option}=.*: give kinds of boilerplate"):
            Config(**{option: kinds})

    @pytest.mark.parametrize("kinds", ["share", ["share"], {"share"}, iter(["share"]), ("share",) * 2])
    def test_any_collection_of_kinds_is_taken(self, kinds):
        assert Config(keep=kinds).keep == ("share",)

    def test_a_kind_that_no_rule_has_is_told_when_the_flow_is_built(self):
        config = Config(drop=("share", "capton"))
        with pytest.raises(OptionError, match=r"drop holds 'capton'.* did you mean 'caption'"):
            build(config)

    def test_two_names_of_one_encoding_are_one(self):
        assert Config(encoding="latin1") == Config(encoding="ISO-8859-1")


class TestRules:
    @pytest.fixture
    def path(self, tmp_path):
        path = tmp_path / "mine.toml"
        path.write_text(RULE, encoding="utf-8")
        return path

    def test_a_path_becomes_what_the_file_says(self, path):
        (pack,) = Config(rules=[path]).rules
        assert (pack.id, pack.rules[0].line) == ("user.boilerplate.mine", ("share this page now",))

    def test_one_path_needs_no_list(self, path):
        assert Config(rules=path) == Config(rules=str(path)) == Config(rules=[path])

    def test_a_pack_is_taken_as_it_is(self, path):
        (pack,) = Config(rules=path).rules
        assert Config(rules=pack).rules == Config(rules=[pack, pack]).rules == (pack,)

    def test_a_file_that_changes_does_not_change_the_config(self, path):
        config = Config(rules=path)
        path.unlink()
        assert pickle.loads(pickle.dumps(config)) == config

    def test_a_file_with_faults_is_told(self, path):
        path.write_text(RULE + "wher = 5\n", encoding="utf-8")
        with pytest.raises(RuleError, match="unknown key 'wher'"):
            Config(rules=path)

    @pytest.mark.parametrize("rules", [5, [5], [None], b"rules.toml"])
    def test_what_is_no_path_is_refused(self, rules):
        with pytest.raises(OptionError, match="rules"):
            Config(rules=rules)

    def test_the_kind_of_an_own_rule_can_be_kept(self, tmp_path):
        path = tmp_path / "mine.toml"
        path.write_text(RULE.replace('share"', 'timetable"', 1), encoding="utf-8")
        build(Config(rules=path, keep="timetable"))
        with pytest.raises(OptionError, match="'timetable', which is the kind of no rule"):
            build(Config(keep="timetable"))

    def test_the_order_of_packs_is_immaterial(self):
        one, two = (
            Pack(f"user.boilerplate.{key}", "user", "boilerplate", key, rules=(Rule(key, "x", (key,)),)) for key in "ab"
        )
        assert Config(rules=[one, two]) == Config(rules=[two, one])


class TestTheValue:
    CONFIG = Config(steps="characters", language="en", encoding="utf-8", spun="off")

    def test_equal_by_content(self):
        assert Config(steps=["characters"], language="en", encoding="UTF8", spun="off") == self.CONFIG

    def test_hashes_are_equal_too(self):
        assert hash(Config(steps=["characters"], language="en", encoding="UTF8", spun="off")) == hash(self.CONFIG)

    @pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
    def test_it_can_be_pickled(self, protocol):
        assert pickle.loads(pickle.dumps(self.CONFIG, protocol)) == self.CONFIG

    def test_it_can_be_copied(self):
        assert copy.deepcopy(self.CONFIG) == copy.copy(self.CONFIG) == self.CONFIG

    @pytest.mark.parametrize("name", ["steps", "language", "no_such_option"])
    def test_it_is_frozen(self, name):
        with pytest.raises(AttributeError):
            setattr(self.CONFIG, name, ())

    def test_a_change_makes_another(self):
        assert self.CONFIG.replace(language="fi").language == "fi"
        assert self.CONFIG.language == "en"

    def test_the_default_is_always_the_same_object(self):
        assert configure(None, {}) is configure(None, {}) is DEFAULT

    def test_a_config_without_options_is_itself(self):
        assert configure(self.CONFIG, {}) is self.CONFIG

    def test_a_flow_is_built_once_for_equal_configs(self):
        assert build(Config(steps="characters")) is build(Config(steps=("characters",)))
