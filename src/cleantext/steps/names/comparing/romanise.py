"""Romanise: the letters of any script in plain small Latin letters, for comparing names only.

What comes out is never fit for writing a name: it does not know the language, and one
letter stands for what a careful romanisation tells apart. Scripts that leave out their
vowels go to `romanise_abjad.py`, ideographs and hangul to `romanise_asian.py`.
"""

from __future__ import annotations

import re
import unicodedata

# Longer words are no names; a line of one letter must not cost more than a name.
LONGEST_WORD = 40


def fold(text: str) -> str:
    """Return the text in compatibility form and small letters, without apostrophes and marks of direction."""
    if text.isascii():
        return text.lower().translate(_DROPPED)
    text = unicodedata.normalize("NFKC", text).replace("ĸ", "k")
    if _HAS_CYRILLIC.search(text) and _HAS_LATIN.search(text):
        text = _MIXED.sub(_one_script, text)
    return unicodedata.normalize("NFC", text.replace("İ", "i").lower()).translate(_DROPPED)


def script(word: str) -> str:
    """Name the script of a folded word: latin, cyrillic, arabic, hebrew, han, hangul, kana or other."""
    if word.isascii():
        return "latin"
    for letter in word:
        code = ord(letter)
        if code < 0x80 and not letter.isalpha():
            continue
        for last, name in _SCRIPTS:
            if code <= last:
                return name
        return "other"
    return "other"


def romanise(word: str) -> str:
    """Return a folded word in the letters a to z and digits; what has no reading is left out."""
    word = word[:LONGEST_WORD]
    if word.isascii():
        return word
    kind = script(word)
    if kind == "latin":
        return _latin(word)
    if kind == "greek":
        word = _GREEK_PAIR.sub(_greek_pair, bare(word))
    table = _TABLES.get(kind)
    if table is not None:
        return _latin(word.translate(table))
    return _by_name(word)


def bare(word: str) -> str:
    """Return a folded word without the marks on its letters, as who has no such keys would write it."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word).translate(_UNMARKED)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _latin(word: str) -> str:
    if word.isascii():
        return word
    # The stroke is Croatian dj unless the word has the horn, hook or stacked marks of Vietnamese.
    stroke = "d" if _VIETNAMESE.search(word) else "dj"
    word = word.replace("đ", stroke)
    if "ə" in word:
        word = word.replace("x", "kh")
    return bare(_NASAL.sub(r"\g<0>n", word).translate(_LATIN)).encode("ascii", "ignore").decode()


def _one_script(found: re.Match[str]) -> str:
    """Undo letters of one script that stand for their twins in the other."""
    word = found[0]
    latin = [letter for letter in word if letter.isascii() and letter.isalpha()]
    if not latin or len(latin) == len(word):
        return word
    if all(ord(letter) in _TO_CYRILLIC for letter in latin):
        return word.translate(_TO_CYRILLIC)
    return word.translate(_TO_LATIN)


def _greek_pair(found: re.Match[str]) -> str:
    return _GREEK_PAIRS[found[0]]


def _by_name(word: str) -> str:
    """Read letters by their names in the Unicode table: syllables and Indic consonants say their sound there."""
    read: list[str] = []
    for letter in word:
        name = unicodedata.name(letter, "")
        if "VIRAMA" in name:
            if read and read[-1].endswith("a"):
                read[-1] = read[-1][:-1]
        elif "VOWEL SIGN" in name:
            if read and read[-1].endswith("a"):
                read[-1] = read[-1][:-1]
            read.append(_sound_of(name))
        elif _NAMED.search(name):
            read.append(_sound_of(name))
        elif "ANUSVARA" in name or "BINDU" in name:
            read.append("n")
        elif letter.isdigit():
            read.append(str(unicodedata.digit(letter, 0)))
    # The vowel that goes without saying is not said at the end of a word.
    text = "".join(read)
    return text[:-1] if len(text) > 3 and text[-1] == "a" and _INDIC.search(word) else text


def _sound_of(name: str) -> str:
    last = name.rsplit(" ", 1)[-1].lower()
    return last if len(last) <= 6 else ""


# Apostrophes of all kinds, the Arabic stretch, joiners, marks of direction, soft hyphens, NULs.
_DROPPED = dict.fromkeys(
    (
        *map(ord, "'`´’‘ʼʻʿʾ′ʹʺ″"),
        *(0x0000, 0x00AD, 0x0640, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    )
)
_HAS_CYRILLIC = re.compile("[\u0400-\u04ff]")
_HAS_LATIN = re.compile("[A-Za-z]")
_MIXED = re.compile("[A-Za-z\u0400-\u04ff]+")
_TO_CYRILLIC = str.maketrans("ABCEHIKMOPTXaceikopxy", "АВСЕНІКМОРТХасеікорху")
_TO_LATIN = {cyrillic: chr(latin) for latin, cyrillic in ((k, v) for k, v in _TO_CYRILLIC.items())}
_SCRIPTS = (
    (0x02FF, "latin"),
    (0x03FF, "greek"),
    (0x052F, "cyrillic"),
    (0x058F, "armenian"),
    (0x05FF, "hebrew"),
    (0x08FF, "arabic"),
    (0x109F, "other"),
    (0x10FF, "georgian"),
    (0x1DFF, "other"),
    (0x1EFF, "latin"),
    (0x1FFF, "greek"),
    (0x303F, "other"),
    (0x30FF, "kana"),
    (0x33FF, "other"),
    (0x9FFF, "han"),
    (0xABFF, "other"),
    (0xD7A3, "hangul"),
)
_UNMARKED = str.maketrans("łøđıə", "lodia")
_VIETNAMESE = re.compile("[ăâêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_NASAL = re.compile("[ęą](?=[b-df-hj-np-tv-z])")
_NAMED = re.compile(r" (?:LETTER|SYLLABLE) ")
_INDIC = re.compile("[\u0900-\u0d7f]")
_LATIN = str.maketrans(
    {
        **dict.fromkeys("şšșśŝ", "sh"),
        **dict.fromkeys("çčćĉ", "ch"),
        **dict.fromkeys("žźż", "zh"),
        **dict.fromkeys("ţț", "ts"),
        "ğ": "gh",
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "æ": "e",
        "œ": "e",
        "ß": "ss",
        "þ": "th",
        "ð": "d",
        "ə": "e",
        "ą": "o",
        "ŋ": "ng",
        "ħ": "h",
        "ň": "n",
        "ŭ": "v",
        "ǧ": "gh",
        "ǩ": "k",
        "ḫ": "kh",
        "ẖ": "kh",
        "ḏ": "dh",
    }
)
_CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфцчыэі", "abvgdeziyklmnoprstufcciei"))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ы": "y", "ю": "yu"}
    | {"я": "ya", "ё": "e", "ї": "yi", "є": "ye", "ґ": "g", "ў": "v", "ђ": "dj", "ј": "j", "љ": "l", "њ": "n"}
    | {"ћ": "ch", "џ": "dj", "ѓ": "gj", "ќ": "kj", "ѕ": "dz", "ә": "a", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "o"}
    | {"ұ": "u", "ү": "u", "һ": "h", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u", "ҽ": "e", "ҙ": "z", "ҫ": "s", "ҡ": "q"}
    | {"ѝ": "i", "ѐ": "e", "ӏ": "", "ҹ": "j", "ҝ": "g", "ѣ": "e", "ѳ": "f", "ѫ": "a", "җ": "zh", "ӡ": "dz", "ҟ": "k"}
)
_GREEK_PAIRS = {
    "ου": "u",
    "αι": "e",
    "ει": "i",
    "οι": "i",
    "υι": "i",
    "αυ": "av",
    "ευ": "ev",
    "μπ": "b",
    "ντ": "nt",
    "γκ": "g",
    "γγ": "ng",
    "γχ": "nkh",
    "τζ": "tz",
    "τσ": "ts",
}
_GREEK_PAIR = re.compile("|".join(_GREEK_PAIRS))
_GREEK = str.maketrans(
    dict(zip("αβγδεζηικλμνορσςτυφω", "avgdeziiklmnorsstifo")) | {"θ": "th", "ξ": "ks", "χ": "kh", "ψ": "ps", "π": "p"}
)
_ARMENIAN = str.maketrans(
    dict(zip("աբգդեզէիլկհմյնոպջռսվտրքօֆ", "abgdezeilkhmynopjrsvtrkof"))
    | {"ը": "e", "թ": "t", "ժ": "zh", "խ": "kh", "ծ": "ts", "ձ": "dz", "ղ": "gh", "ճ": "ch", "շ": "sh", "չ": "ch"}
    | {"ց": "ts", "ւ": "v", "փ": "p", "և": "ev"}
)
_GEORGIAN = str.maketrans(
    dict(zip("აბგდევზთიკლმნოპრსტუფქყჯჰ", "abgdevztiklmnoprstupkqjh"))
    | {"ჟ": "zh", "ღ": "gh", "შ": "sh", "ჩ": "ch", "ც": "ts", "ძ": "dz", "წ": "ts", "ჭ": "ch", "ხ": "kh"}
)
_TABLES = {"cyrillic": _CYRILLIC, "greek": _GREEK, "armenian": _ARMENIAN, "georgian": _GEORGIAN}
