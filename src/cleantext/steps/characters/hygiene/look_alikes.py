"""Look-alikes: letters of Latin, Cyrillic and Greek that are drawn the same, and where each one is used.

Only letters that a reader cannot tell apart are here, with one exception from Cyrillic to
Latin (the small ka), and a letter of one language counts only where a line shows others
of that language.
"""

from __future__ import annotations

# Letters that differ from what they look like by their script alone.
_CYRILLIC_LATIN = (
    "аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ӏl әə ӕæ ёë їï ѐè ѝì ӓä ӧö ӑă ӗĕ АA ВB ЕE КK МM НH ОO РP СC ТT ХX ІI ЈJ"
    " ЅS ҺH ӘƏ ӔÆ ЁË ЇÏ ЀÈ ӒÄ ӦÖ ӐĂ ӖĔ ԚQ ԜW"
)
_GREEK_LATIN = "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo"


def _pairs(text: str, *, back: bool = False) -> dict[str, str]:
    return {pair[1]: pair[0] for pair in text.split()} if back else {pair[0]: pair[1] for pair in text.split()}


# What each letter of another script becomes in a Latin word.
TO_LATIN = _pairs(_CYRILLIC_LATIN) | _pairs(_GREEK_LATIN) | {"к": "k", "У": "Y", "Ү": "Y"}
# What a Latin letter becomes in a Cyrillic word of any language ...
TO_CYRILLIC = {
    latin: cyrillic
    for latin, cyrillic in _pairs(_CYRILLIC_LATIN, back=True).items()
    if cyrillic in "аеорсухАВЕКМНОРСТХёЁ"
}
# ... and of those that have certain letters: the letters that show it, and what it becomes then.
CYRILLIC_BY_LETTERS = (
    ("іїєґўІЇЄҐЎәғқңөүұһӘҒҚҢӨҮҰҺ", {"i": "і", "I": "І", "ï": "ї", "Ï": "Ї"}),
    ("ѓќљњџѕјЃЌЉЊЏЅЈђћЂЋ", {"j": "ј", "J": "Ј", "è": "ѐ", "È": "Ѐ", "ì": "ѝ"}),
    # Serbian has no dze.
    ("ѓќѕЃЌЅ", {"s": "ѕ", "S": "Ѕ"}),
    ("әғқңөүұһӘҒҚҢӨҮҰҺҙҫҡӨ", {"ə": "ә", "Ə": "Ә", "h": "һ", "Y": "Ү", "ö": "ӧ", "ä": "ӓ", "æ": "ӕ"}),
    ("ӑӗҫӳӐӖҪӲ", {"ă": "ӑ", "ĕ": "ӗ", "Ă": "Ӑ", "Ĕ": "Ӗ"}),
    ("ӧӦӹӸӓӒ", {"ö": "ӧ", "Ö": "Ӧ", "ä": "ӓ", "Ä": "Ӓ"}),
    ("ӕӔ", {"æ": "ӕ", "Æ": "Ӕ"}),
)
# Ukrainian and Belarusian write this i in place of one letter or the other. A line that has both is in Russian
# or Bulgarian, which do not write it at all.
INSTEAD_OF_I = (frozenset("иИ"), frozenset("ыэъёЫЭЪЁ"))
DOTTED_I = {"i": "і", "I": "І", "ï": "ї", "Ï": "Ї"}
TO_GREEK = _pairs(_GREEK_LATIN, back=True) | {"v": "ν", "ó": "ό", "\xb5": "μ"}
