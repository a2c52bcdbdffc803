"""Glued: chrome goes from the head and the tail of a line, and a sentence keeps its own words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit, apply, invert, resolve
from cleantext.steps.boilerplate.glue_sight import sides_of
from cleantext.steps.boilerplate.glue_tables import begins_sentence, has_second_capital
from cleantext.steps.boilerplate.glued import _may_begin_label, trims
from cleantext.steps.boilerplate.lexicon import Lexicon
from cleantext.steps.boilerplate.lexicons import shipped

EN = (
    "The harbour council said on Monday that the old swing bridge over the river would open again in May, "
    "once the new motors have been tried in a strong wind."
)
DE = (
    "Der Rat der Hafenstadt hat am Montag beschlossen, dass die alte Drehbrücke im Mai wieder geöffnet wird, "
    "sobald die neuen Motoren bei starkem Wind erprobt sind."
)
FR = (
    "Le conseil du port a annoncé lundi que le vieux pont tournant ouvrirait de nouveau en mai, "
    "une fois les nouveaux moteurs essayés par grand vent."
)
ES = (
    "El consejo del puerto dijo el lunes que el viejo puente giratorio se abriría de nuevo en mayo, "
    "cuando los motores nuevos se hayan probado con viento fuerte."
)
RU = (
    "Совет порта сообщил в понедельник, что старый разводной мост через реку снова откроется в мае, "
    "когда новые моторы испытают при сильном ветре."
)
ZH = "港务委员会星期一表示，河上的旧旋转桥将于五月重新开放，届时新的电动机将在大风中进行测试，居民可以步行过桥。"
HE = "מועצת הנמל הודיעה ביום שני כי הגשר הישן שמעל הנהר ייפתח שוב בחודש מאי, לאחר שהמנועים החדשים ייבדקו ברוח חזקה."


def _all(kind: str) -> bool:
    return True


def edits(text: str, *languages: str) -> tuple[Edit, ...]:
    doc = Doc(text)
    return resolve(trims(doc, range(len(doc.lines)), shipped(languages), _all))


def trimmed(text: str, *languages: str) -> str:
    return apply(text, edits(text, *languages))


@pytest.mark.parametrize(
    "head",
    [
        "Share Comments ",
        "Facebook Twitter E-mail ",
        "10278 views 22 reactions ",
        "3 min read ",
        "Advertisement ",
        "Listen to this article ",
        "Print Email ",
        "Share: ",
        "Share | Print | Email | ",
        "Share\u00a0Print\u00a0Email\u00a0",
        "10278 views 22 reactions Share Print ",
    ],
)
def test_labels_before_the_first_sentence_go(head: str) -> None:
    assert trimmed(head + EN) == EN


@pytest.mark.parametrize(
    "tail",
    [
        " Read more: Who pays for the bridge",
        " Photo: Ana Lee/AFP",
        " (Photo by Ana Lee/Getty Images)",
        "Share this article",
        "Advertisement",
        " Advertisement",
        " (Reporting by Ana Lee; Editing by Tom Berg)",
        " 10278 views 22 reactions 22 comment(s)",
        " Facebook Twitter Email",
        " Read more: Who pays for the bridge \t",
    ],
)
def test_what_stands_behind_the_last_sentence_goes(tail: str) -> None:
    assert trimmed(EN + tail) == EN


@pytest.mark.parametrize(
    ("language", "before", "story", "after"),
    [
        ("de", "Teilen Drucken ", DE, ""),
        ("de", "", DE, " Lesen Sie auch: Wer zahlt für die Brücke"),
        ("de", "Anzeige ", DE, " Foto: Anna Lehm/dpa"),
        ("ru", "", RU, " Подробнее: Кто заплатит за мост"),
        ("ru", "Реклама ", f"В мае откроется мост. {RU}", ""),
        ("zh", "分享到： ", ZH, ""),
        ("zh", "", ZH, "（责任编辑：李明）"),
        ("fr", "", FR, " Lire aussi : Qui paiera le pont"),
        ("es", "", ES, " Lea también: Quién paga el puente"),
    ],
)
def test_other_languages_have_theirs(language: str, before: str, story: str, after: str) -> None:
    assert trimmed(before + story + after, language) == story


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            "Print is dead, the owner of the harbour paper said on Monday, and sold the "
            "presses to a museum of machines.",
        ),
        (
            "en",
            "Share prices fell on Monday after the harbour office had said that the bridge would not open before May.",
        ),
        ("en", "Comments on the draft are open until Friday, the council said, and nobody has sent one in so far."),
        ("en", "Email is how the council hears of most broken lamps, and the clerk reads every message before noon."),
        ("en", "Share The Wealth was the name of the plan that the council wrote about the harbour in the spring."),
        ("en", "Share Tweet Facebook CEO Ana Lee said on Monday that the bridge would be open for all boats in May."),
        ("en", "Google Search Console shows which pages are found, and the clerk looks at it before every meeting."),
        ("en", "Open Settings > General > Sounds to change the tone that the phone plays when a new message comes in."),
        (
            "en",
            "Facebook and Twitter were asked on Monday to take down the film of the bridge, which neither of them did.",
        ),
        ("en", "Advertisement Standards Authority officials said on Monday that the poster at the harbour had to go."),
        ("en", "10278 people live on the island, and in May all of them were asked whether the bridge should open."),
        ("en", "3 hours ago Obama said in a speech at the harbour that the bridge would be open for all boats in May."),
        ("en", "The clerk had one word for the boats that came in after the storm, and he wrote it down twice. Wet."),
        (
            "en",
            "The mayor took the paper and gave it to the clerk, who had been waiting at the "
            "door since noon. Print this, she said.",
        ),
        (
            "en",
            "The ministry asked the council for a report on the bridge before the end of the "
            "month. (Monday, 4 May 2020)",
        ),
        ("en", "The ship left the harbour in the storm and was never seen again by anybody who lived there. (Reuters)"),
        ("de", "Teilen Sie uns bis Freitag mit, ob die Brücke im Mai geöffnet werden soll, schrieb der Rat der Stadt."),
        (
            "de",
            "Anzeige gegen Unbekannt erstattete der Rat am Montag, nachdem an der Brücke drei Lampen gestohlen waren.",
        ),
        ("de", "Drucken will der Verleger seine Zeitung vom Mai an in der Nachbarstadt, wo die Maschinen neuer sind."),
        (
            "fr",
            "Imprimer un journal coûte trop cher, a dit lundi le propriétaire, et il a vendu ses machines au musée.",
        ),
        ("fr", "Partager le pouvoir ne lui a jamais plu, disait lundi un conseiller, et le port le savait bien avant."),
        ("es", "Compartir el puente con los coches no es posible, dijo el lunes el consejo, mientras dure la obra."),
        ("es", "Publicidad y prensa son dos cosas distintas, dijo el lunes el dueño, y nunca deben ir en una página."),
        (
            "it",
            "Condividi la strada con le biciclette, diceva il cartello, e nessuno al porto lo aveva mai letto bene.",
        ),
        ("nl", "Delen van de brug zijn verroest, zei de havenmeester maandag, en de motoren moeten worden vervangen."),
        (
            "pl",
            "Reklama na moście jest zakazana, powiedział w poniedziałek urzędnik, a mimo to wisi tam od trzech lat.",
        ),
        (
            "ru",
            "Реклама на мосту запрещена, сказал в понедельник чиновник, но висит она там уже больше трёх лет подряд.",
        ),
        (
            "ru",
            "Печать газеты обходится слишком дорого, сказал в понедельник владелец и продал станки городскому музею.",
        ),
        ("zh", "分享经济在这座城市发展很快，委员会星期一表示，将在五月公布新的管理办法，征求居民的意见。"),
        ("zh", "广告牌在大风中倒下，委员会星期一表示，没有人受伤，道路将在五月之前重新开放，请居民注意安全。"),
        ("he", HE),
    ],
)
def test_a_sentence_keeps_its_own_words(language: str, line: str) -> None:
    assert edits(line, language) == ()


def test_two_trims_of_one_line_are_two_edits_with_the_rules_that_knew_them() -> None:
    found = edits(f"Share Comments {EN} Photo: Ana Lee/AFP")
    assert [edit.before for edit in found] == ["Share Comments ", " Photo: Ana Lee/AFP"]
    assert all(edit.after == "" and ".boilerplate." in edit.rule for edit in found)


def test_of_a_caption_with_its_credit_the_credit_goes() -> None:
    assert trimmed(f"{EN} The ferry lay at anchor. Photo: Ana Lee/AFP") == f"{EN} The ferry lay at anchor."


def test_a_trim_may_show_another() -> None:
    assert trimmed(f"{EN} Photo: Ana Lee/AFP. Advertisement") in {EN, f"{EN} Photo: Ana Lee/AFP."}


def test_no_more_than_a_third_goes() -> None:
    story = "The bridge will open in the month of May, the harbour council said."
    assert edits(f"{story} (Reporting by Ana Lee and Tom Berg; Editing by Olga Stein)") == ()


def test_a_teaser_with_a_full_stop_is_a_sentence() -> None:
    assert edits(f"{EN} Read more: the book is in the library on the quay.") == ()


def test_the_rest_must_be_a_sentence() -> None:
    assert edits(f"Share Comments {EN[:-1]}") == ()
    assert edits("Share Comments The Harbour Bridge And The Council That Never Opened It For The Boats Of May.") == ()


def test_short_lines_and_other_lines_are_passed_over() -> None:
    assert edits("Share Comments The bridge opens in May.") == ()
    doc = Doc(f"Share Comments {EN}\nShare Comments {EN}")
    assert [edit.start for edit in trims(doc, [1], shipped(()), _all)] == [doc.line_starts[1]]


def test_without_rules_nothing_is_known() -> None:
    assert list(trims(Doc(f"Share Comments {EN}"), [0], Lexicon(()), _all)) == []


@pytest.mark.parametrize("blank", ["", " " * 80, "\u00a0" * 80, "\t" * 40 + "\r", "\r"])
def test_blank_lines_hold_nothing(blank: str) -> None:
    assert edits(blank) == ()


def test_line_ends_and_indentation_stay() -> None:
    text = f"  Share Comments {EN}\r\n{EN}Advertisement \r\n"
    assert trimmed(text) == f"  {EN}\r\n{EN}\r\n"


@pytest.mark.parametrize("odd", ["\ud800", "\x00", "\u202e", "\ufeff", "İ", "e\u0301"])
def test_odd_characters_move_no_edit(odd: str) -> None:
    text = f"Share Comments {EN[:-5]}{odd}{EN[-5:]} Photo: Ana Lee/AFP\n{odd}"
    found = edits(text)
    assert apply(apply(text, found), invert(found)) == text
    assert apply(text, found).startswith("The harbour council")


@pytest.mark.parametrize(
    "line",
    [f"Share Comments The {'a ' * 500_000}end.", "Share " * 170_000, "( " * 500_000, ". " * 500_000, "." * 10**6],
)
def test_a_line_of_a_megabyte_takes_no_longer_than_its_ends(line: str) -> None:
    edits("warm up")
    before = time.perf_counter()
    edits(line)
    assert time.perf_counter() - before < 1


_PIECES = st.sampled_from(
    [
        "Share",
        "Comments",
        "Print",
        "Email",
        "Facebook",
        "Advertisement",
        "3 min read",
        "10 views 2 reactions",
        "|",
        ":",
        "Share this article",
        "Photo: Ana Lee/AFP",
        "Read more: Who pays",
        "Read more",
        "(Reporting by Ana Lee)",
        ".",
        "...",
        EN,
        DE,
        ZH,
        "The mayor said no.",
        "分享到：",
        "广告",
        "\u00a0",
        "\r",
        "\n",
        "\t",
        "(",
        "）",
        "\ud800",
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.lists(_PIECES, max_size=9), st.sampled_from(["", " "]))
def test_what_is_trimmed_has_nothing_to_trim(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    found = edits(text, "de", "zh")
    after = apply(text, found)
    assert edits(after, "de", "zh") == ()
    assert after.count("\n") == text.count("\n")


def test_a_small_word_or_a_dateline_begins_a_sentence() -> None:
    assert begins_sentence("The bridge")
    assert begins_sentence("PARIS (AP) – The bridge")
    assert not begins_sentence("Media groups")
    assert not begins_sentence("In-house")
    assert has_second_capital("The Wealth was")
    assert not has_second_capital("The wealth was")


class TestSight:
    """What is not seen at a glance is never cut, so all that can be cut has to be seen."""

    @given(st.sampled_from([EN, DE, FR, ES, RU, ZH, HE]), st.data())
    @settings(max_examples=150)
    def test_every_label_in_front_is_seen(self, sentence, data):
        lexicon = shipped(["de", "fr", "es", "ru", "zh"])
        label = data.draw(st.sampled_from(sorted(lexicon.label_starts)))
        written = label[:1].upper() + label[1:]
        line = f"{written} {sentence}"
        if _may_begin_label(line, lexicon) and not written[0].islower() and written[0] not in "\"'“”‘’«»„‚‹›.!?…":
            assert sides_of(line, lexicon.openings).head
            assert sides_of(f"{sentence} {written}.", lexicon.openings).tail

    def test_a_sentence_that_begins_as_no_label_does_is_passed_over(self):
        lexicon = shipped(["en"])
        line = "Rain fell on the harbour all night, and by dawn the quay was under water."
        assert not any(sides_of(line, lexicon.openings))

    def test_a_decimal_is_no_count_behind_a_sentence(self):
        line = "Rain fell on the harbour all night, and by dawn the level had risen by 1.5 metres."
        assert not any(sides_of(line, shipped(["en"]).openings))

    @pytest.mark.parametrize("line", ["", "\r", "short", "." * 60, "\ud800" * 60, " " * 100, "1" * 100])
    def test_edges_do_not_raise(self, line):
        assert set(sides_of(line, shipped(["en"]).openings)) <= {True, False}
