"""Parse: a personal name in its parts, whatever order, tradition or script it is in.

Title and suffix come off first, then what is left is read as inverted (by comma or by a
family name in capitals), as family name first, or as given name first. What no table
knows is read as in English, where everything between first and last name is middle.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleantext.steps.names.parsing.asides import without_alias, without_asides
from cleantext.steps.names.parsing.known import GIVEN
from cleantext.steps.names.parsing.name import Name
from cleantext.steps.names.parsing.native import split_native
from cleantext.steps.names.parsing.order import Parts, are_syllables, is_asian_surname, is_vietnamese, ordered
from cleantext.steps.names.parsing.suffixes import is_numeral, is_suffix, suffix_length
from cleantext.steps.names.parsing.tables import key
from cleantext.steps.names.parsing.titles import is_lone_title, is_reigning, takes_given, title_length
from cleantext.steps.names.parsing.units import given_length, is_particle, particles, split

__all__ = ["Name", "parse"]

# Marks of direction and joining, and what lists put before or behind their items.
_INVISIBLE = dict.fromkeys(
    map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\x00"), ""
)
_EDGES = " \t,;:*•|–—_/\\"
_SCRIPTS = (
    (0x370, 0x3FF, "greek"),
    (0x400, 0x52F, "cyrillic"),
    (0x530, 0x58F, "armenian"),
    (0x590, 0x5FF, "hebrew"),
    (0x600, 0x77F, "arabic"),
    (0x900, 0x97F, "devanagari"),
    (0x980, 0x9FF, "bengali"),
    (0xE00, 0xE7F, "thai"),
    (0x10A0, 0x10FF, "georgian"),
    (0x1100, 0x11FF, "hangul"),
    (0x1200, 0x139F, "ethiopic"),
    (0x3040, 0x30FF, "kana"),
    (0x3400, 0x9FFF, "han"),
    (0xAC00, 0xD7A3, "hangul"),
    (0xFB50, 0xFDFF, "arabic"),
    (0xFE70, 0xFEFE, "arabic"),
)
# Letters looked at to tell the script.
_SAMPLE = 100


def parse(text: str) -> Name:
    """Split a personal name into its parts; what is no name gives some Name as well, never an error."""
    script = "latin"
    if not text.isascii():
        text = text.translate(_INVISIBLE).replace("，", ", ").replace("、", ", ").replace("،", ", ")
        script = _script(text)
    text, nickname, extra = without_asides(text)
    text, alias = without_alias(text)
    parts = [" ".join(part.split()) for part in text.strip(_EDGES).lstrip("- ").split(",")]
    parts = [part for part in parts if part.strip(_EDGES)]
    if parts and len(parts[-1]) > 4 and parts[-1].endswith(("'s", "’s")):
        parts[-1] = parts[-1][:-2]
    if not parts:
        return Name(nickname=nickname or alias, suffix=extra, order="single", script=script)
    title, given, middle, family, suffix, _, _, order, _ = _from_parts(parts, script)
    if extra:
        suffix = f"{suffix} {extra}".strip()
    return Name(title, given, middle, family, suffix, nickname or alias, particles(family), order, script)


def _script(text: str) -> str:
    counts: dict[str, int] = {}
    for letter in text[:_SAMPLE]:
        if not letter.isalpha():
            continue
        code = ord(letter)
        found = (
            "latin" if code < 0x370 else next((name for low, high, name in _SCRIPTS if low <= code <= high), "latin")
        )
        counts[found] = counts.get(found, 0) + 1
    return max(counts, key=lambda name: counts[name]) if counts else "latin"


def _from_parts(parts: Sequence[str], script: str) -> Name:
    """Read the parts between commas: suffixes, titles, and what an inverted name has behind its comma."""
    if len(parts) == 1:
        return _plain(parts[0], script, "")
    end, first = len(parts), 0
    while end > 1 and _is_only_suffix(parts[end - 1]) and not (end == 2 and _are_initials(parts[0], parts[1])):
        end -= 1
    suffixes = parts[end:]
    while first < end - 1 and " " in parts[first] and _is_only_title(parts[first]):
        first += 1
    titles, last = parts[:first], end
    while last > first + 1 and _is_only_title(parts[last - 1]):
        last -= 1
    rest, behind = parts[first:last], parts[last:end]
    name = _inverted(rest, script) if len(rest) > 1 else _plain(rest[0], script, " ".join(titles))
    title = ", ".join(part for part in (" ".join((*titles, name.title)).strip(), *behind) if part)
    suffix = ", ".join(part for part in (name.suffix, *suffixes) if part)
    return name._replace(title=title, suffix=suffix)


def _is_only_suffix(part: str) -> bool:
    words = part.split()
    return is_suffix(words, [key(word) for word in words])


def _are_initials(family: str, part: str) -> bool:
    """Tell whether letters behind a lone family name are a given name's: "Vance, JD"."""
    return " " not in family and len(part) < 3 and part.isupper() and part not in ("II", "IV")


def _is_only_title(part: str) -> bool:
    words = part.split()
    items = [key(word) for word in words]
    if items[0] in ("the", "a", "an") and len(words) > 1:
        return True
    if len(words) > 1 and title_length(words, items) == len(words):
        return True
    return len(words) == 1 and is_lone_title(words[0], items[0])


def _inverted(parts: Sequence[str], script: str) -> Name:
    """Read "Family, Given Middle", with titles, suffixes and particles on either side of the comma."""
    words = " ".join(parts[1:]).split()
    items = [key(word) for word in words]
    start = title_length(words, items) if len(words) > 1 else 0
    start = start if start < len(words) else 0
    title, words, items = " ".join(words[:start]), words[start:], items[start:]
    tail = suffix_length(words, items, is_regnal=False)
    cut = len(words) - tail
    suffix, words, items = " ".join(words[cut:]), words[:cut], items[:cut]
    ahead = 0
    while ahead < len(words) - 1 and is_particle(words[-1 - ahead], items[-1 - ahead]):
        ahead += 1
    moved, words, items = words[len(words) - ahead :], words[: len(words) - ahead], items[: len(items) - ahead]
    family, own_title, own_suffix = _family(parts[0])
    if moved:
        family = " ".join(moved) + ("" if moved[-1].endswith("-") else " ") + family
    count = given_length(items)
    surname = key(family)
    if len(items) > 1 and items[0] not in GIVEN and is_vietnamese([surname, *items]):
        given, middle = words[-1], " ".join(words[:-1])
    elif len(items) > 1 and items[0] not in GIVEN and is_asian_surname(surname) and are_syllables(items):
        given, middle = " ".join(words), ""
    else:
        given, middle = " ".join(words[:count]), " ".join(words[count:])
    title = " ".join(part for part in (own_title, title) if part)
    suffix = " ".join(part for part in (own_suffix, suffix) if part)
    return Name(title, given, middle, family, suffix, order="inverted", script=script)


def _family(part: str) -> tuple[str, str, str]:
    """Return an inverted name's family name, and the title and the suffix that stand with it."""
    words = part.split()
    items = [key(word) for word in words]
    start = title_length(words, items) if len(words) > 1 and words[0].endswith(".") else 0
    start = start if start < len(words) else 0
    cut = len(words) - suffix_length(words[start:], items[start:], is_regnal=False)
    return " ".join(words[start:cut]), " ".join(words[:start]), " ".join(words[cut:])


def _plain(part: str, script: str, title_before: str) -> Name:
    words = part.split()
    if script in ("han", "hangul", "kana") and len(words) < 3:
        found, title = split_native(words)
        return Name(title, found.given, found.middle, found.family, order=found.order, script=script)
    items = [key(word) for word in words]
    start = title_length(words, items) if len(words) > 1 else 0
    if start == len(words):
        # Nothing but titles: "Prince of Wales". A lone surname such as "King" never comes here.
        return Name(title=part, order="single", script=script)
    titles = [*(key(word) for word in title_before.split()), *items[:start]]
    title, words, items = " ".join(words[:start]), words[start:], items[start:]
    reigns = is_reigning(titles)
    tail = suffix_length(words, items, is_regnal=reigns or takes_given(titles))
    cut = len(words) - tail
    suffix, words, items = " ".join(words[cut:]), words[:cut], items[:cut]
    if not suffix and (reigns or (not titles and "of" in items[1:])):
        found, suffix = _regnal(words)
    elif (reigns and is_numeral(suffix)) or (takes_given(titles) and len(words) == 1):
        found = Parts(" ".join(words), "", "", "single" if len(words) == 1 else "western")
    else:
        found = _core(words, items, has_title=bool(titles), number=suffix.upper() if is_numeral(suffix.upper()) else "")
    return Name(title, found.given, found.middle, found.family, suffix, order=found.order, script=script)


def _regnal(words: Sequence[str]) -> tuple[Parts, str]:
    """Read "Abdullah II of Jordan" or "Carl XVI Gustaf" behind a title of those that reign."""
    items = [key(word) for word in words]
    for at, word in enumerate(words):
        if at and is_numeral(word):
            behind = words[at + 1 :]
            if behind and key(behind[0]) == "of":
                return Parts(" ".join(words[:at]), "", " ".join(behind), "western"), word
            if behind and len(behind) == 1:
                return Parts(" ".join([*words[:at], *behind]), "", "", "single"), word
    if len(words) > 1 and "of" in items[1:]:
        at = items.index("of", 1)
        return Parts(" ".join(words[:at]), "", " ".join(words[at:]), "western"), ""
    if len(words) == 1:
        return Parts(words[0], "", "", "single"), ""
    return _core(words, items, has_title=True, number=""), ""


def _core(words: Sequence[str], items: Sequence[str], *, has_title: bool, number: str) -> Parts:
    """Split what is left without title and suffix."""
    if len(words) == 1:
        return Parts("", "", words[0], "single") if has_title else split(words, items)
    if has_title and len(words) > 2 and items[1] == "of":
        # A peer's territory belongs to the name: "Robertson of Port Ellen".
        return Parts("", "", " ".join(words), "single")
    shouted = _shouted(words, items)
    if shouted is not None:
        return shouted
    if len(words) <= 7:
        found = ordered(words, items)
        if found is not None:
            return found
    if number and (number == "I" or given_length(items) == len(words)):
        return Parts(" ".join(words), "", "", "single")
    return split(words, items)


def _shouted(words: Sequence[str], items: Sequence[str]) -> Parts | None:
    """Split by a family name in capitals at either end: "SHOIGU Sergei", "Emmanuel MACRON"."""
    loud = [
        word.isupper() and (len(word.strip(".")) > 2 or (len(word) == 2 and is_asian_surname(item))) and "." not in word
        for word, item in zip(words, items)
    ]
    count = len(words)
    if not any(loud) or all(word.isupper() for word in words):
        return None
    front = next(at for at, is_loud in enumerate(loud) if not is_loud)
    if front and not any(loud[front:]):
        if is_asian_surname(items[0]) and (found := ordered(words, items)) is not None:
            return found
        given = given_length(items[front:])
        rest = words[front:]
        return Parts(" ".join(rest[:given]), " ".join(rest[given:]), " ".join(words[:front]), "inverted")
    back = count - next(at for at, is_loud in enumerate(reversed(loud)) if not is_loud)
    if back < count and not any(loud[:back]):
        while back > 1 and is_particle(words[back - 1], items[back - 1]):
            back -= 1
        given = given_length(items[:back])
        return Parts(" ".join(words[:given]), " ".join(words[given:back]), " ".join(words[back:]), "western")
    return None
