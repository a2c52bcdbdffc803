"""Language: which one a document is in, the same answer every time.

Script comes first: a language that has a script to itself is told by a character
count. Latin and Cyrillic text is told by its function words, which is all the default
flow needs. Only `identify`, for `Result.language`, asks langdetect, whose first call
takes a quarter of a second; it is seeded, and reads a bounded sample.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleantext.core.doc import Doc

UNKNOWN = "und"
# Below this many letters every detector guesses: langdetect calls 'Loader' Portuguese.
MINIMUM_LETTERS = 20
# Code points that are looked at; news is one language from its first paragraph on.
SAMPLE = 4_000
# Function words must make up this share of the words, and lead the next language by this factor.
_SHARE = 0.06
_LEAD = 1.3
_CANDIDATES = 3

# Letters of one script, with the language it stands for where it has one to itself.
_SCRIPTS = (
    ("ja", "[\u3040-\u30ff]"),
    ("ko", "[\uac00-\ud7a3]"),
    ("zh", "[\u3400-\u9fff]"),
    ("el", "[\u0370-\u03ff]"),
    ("he", "[\u0590-\u05ff]"),
    ("th", "[\u0e00-\u0e7f]"),
    ("hy", "[\u0530-\u058f]"),
    ("ka", "[\u10a0-\u10ff]"),
    ("arabic", "[\u0600-\u06ff]"),
    ("cyrillic", "[\u0400-\u04ff]"),
    ("devanagari", "[\u0900-\u097f]"),
    ("latin", "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
)
# What stands between words, beside white space: in ASCII, and in the rest of Unicode. Not \W, which has the
# vowel signs of Indic scripts.
_BLANKS = bytes(
    byte if byte >= 128 or chr(byte).isalpha() or chr(byte).isspace() or byte < 32 or byte == 127 else 32
    for byte in range(256)
)
_SIGN = re.compile(r"[\d\u00a0-\u00bf\u060c\u061b\u061f\u0964\u2010-\u2027\u2030-\u205e]")
# One byte of each letter, in UTF-8: the plain Latin ones, and the first byte of Cyrillic ones.
_BYTES = (("latin", string.ascii_letters.encode()), ("cyrillic", bytes(range(0xD0, 0xD4))))
# The commonest words that few other languages share.
_FUNCTION_WORDS = {
    "latin": {
        "en": "the of and to in is that for it was with as on be by this are from have which not has were they but",
        "de": "der die und das den von zu ist mit des auf für im nicht ein eine dem als auch es sich wird sind oder",
        "fr": "le la les des et est une un du dans que pour qui sur pas au plus par avec ce sont cette aux mais",
        "es": "el la los las de que y en un una por con del se para es al como más su sus pero fue este han lo",
        "it": "il di che la per un una con del non sono della le è dei nel alla più anche gli delle ha dal questo",
        "pt": "o a os as de que e do da em um uma para com não no na por mais dos das ao se foi são pelo pela",
        "nl": "de het een van en in is dat op te voor met zijn niet aan er ook als bij door maar naar om wordt",
        "pl": "w i na z do nie się że jest to o jak po przez od ale za był dla oraz które są jego",
        "cs": "a v se na je že s z do o i k za pro jsou podle by po bylo jako které ale aby při",
        "sv": "och att det i som en på är av för med den till inte om har de ett var från men så",
        "no": "og i det som på er til av en at for med har ikke den de var om et fra men seg",
        "da": "og i at det er en til af på som med for den de har ikke der et om var fra men",
        "fi": "ja on ei että se hän oli mutta myös kun ovat kuin joka sekä mukaan jo vain ole",
        "et": "ja on ei et see oma kui ka ning mis oli aga mida või siis nii seda tema kes olid ole pole ta",
        "tr": "ve bir bu için ile da de olarak çok daha olan gibi kadar sonra ise en ancak göre",
        "ro": "și în de la a cu pe din că nu o este care mai pentru un sunt au fost să",
        "hr": "i u je na se da su za od koji što nije kako bio biti kao prema sve iz samo više nakon koja godine",
        "hu": "a az és hogy nem is egy ez van meg de volt csak mint már még el ki",
        "id": "yang dan di dengan untuk dari ini pada dalam tidak itu akan juga adalah oleh ke",
        "vi": "và của là có trong cho không được một người với các những đã này khi",
    },
    "cyrillic": {
        "ru": "и в не на что с по это как для из но его за от о был она они так к мы же",
        "uk": "і в не на що з та як до для про це за від є його але був вони також у або",
        "bg": "и на да за се от в не са е че по с като това но той които при а",
        "sr": "и у је на да се за са од не који су као а што то је из до",
    },
    "arabic": {
        "ar": "في من على أن إلى عن التي مع هذا كان هذه الذي ما بعد لا كما قال",
        "fa": "و در به از که این را با است برای آن یک خود تا بر هم شد می",
        "ur": "کے کی میں ہے اور سے کا کو نے پر ہیں یہ کہ اس بھی تھا",
    },
    "devanagari": {
        "hi": "के में है की और से का को पर ने कि यह भी हैं नहीं लिए",
        "mr": "आणि आहे या व हे ते की तर नाही असे होते आहेत केला",
    },
}


def detect(doc: Doc) -> str:
    """Tell a document's language by script and function words: an ISO 639-1 code, or "und"."""
    return detect_in(doc.text[:SAMPLE])


def detect_in(sample: str) -> str:
    """Tell the language of a sample in the same way."""
    script = _script(sample)
    if script not in _FUNCTION_WORDS:
        return script
    words = _words(sample)
    (best, language), (second, _) = _ranking(script, words)[:2]
    return language if best >= _SHARE * len(words) and best >= _LEAD * second else UNKNOWN


def likely(sample: str) -> tuple[str, ...]:
    """Name the languages that a sample may be in, the likeliest first: three at most, for one not told for sure."""
    script = _script(sample)
    if script not in _FUNCTION_WORDS:
        return () if script == UNKNOWN else (script,)
    ranking = _ranking(script, _words(sample))
    return tuple(language for count, language in ranking[:_CANDIDATES] if count)


def _ranking(script: str, words: Iterable[str]) -> list[tuple[int, str]]:
    """Count each language's function words, the most first."""
    languages = _languages_by_word(script)
    counts = dict.fromkeys(_FUNCTION_WORDS[script], 0)
    # Words of the same languages are counted together.
    for found, count in Counter(map(languages.get, words)).items():
        for language in found.split() if found else ():
            counts[language] += count
    return sorted(((count, name) for name, count in counts.items()), reverse=True)


def identify(text: str) -> str:
    """Tell a text's language as well as we can: script and function words, then langdetect.

    "und" below 20 letters; the same text always gets the same answer.
    """
    sample = text[:SAMPLE]
    found = detect_in(sample)
    if found != UNKNOWN or _script(sample) == UNKNOWN:
        return found
    from langdetect import LangDetectException

    try:
        detector = _langdetect_factory().create()
        # langdetect draws at random, from a generator of its own that a seed makes repeatable.
        detector.seed = 0
        detector.append(sample)
        answer: str = detector.detect()
    except LangDetectException:
        return UNKNOWN
    return answer.partition("-")[0] if answer != "unknown" else UNKNOWN


def _script(sample: str) -> str:
    """Name the script of most letters ("latin"), or its language where it has only one; "und" if few."""
    # Letter by letter it takes longer than all the rest, and bytes tell the two commonest scripts.
    encoded = sample.encode("utf-8", "replace")
    for name, written in _BYTES:
        most = len(encoded) - len(encoded.translate(None, written))
        if most >= MINIMUM_LETTERS and 2 * most > len(sample):
            return name
    left = sum(map(str.isalpha, sample))
    if left < MINIMUM_LETTERS:
        return UNKNOWN
    counts: dict[str, int] = {}
    for name, letters in _scripts():
        counts[name] = len(letters.findall(sample))
    # A Japanese text is half Chinese characters: a tenth of kana settles it.
    if counts["ja"] * 10 >= counts["ja"] + counts["zh"] > left / 2:
        return "ja"
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] * 2 > left else UNKNOWN


@cache
def _scripts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(letters)) for name, letters in _SCRIPTS)


def _words(sample: str) -> list[str]:
    # In UTF-8 the signs of ASCII are single bytes; letter by letter it takes three times as long.
    words = sample.lower().encode("utf-8", "surrogatepass").translate(_BLANKS).decode("utf-8", "surrogatepass")
    return (words if words.isascii() else _SIGN.sub(" ", words)).split()


@cache
def _languages_by_word(script: str) -> dict[str, str]:
    """Return the languages of each function word, in one text: it is counted by, and texts keep their hash."""
    languages: dict[str, str] = {}
    for language, words in _FUNCTION_WORDS[script].items():
        for word in set(words.split()):
            languages[word] = f"{languages.get(word, '')} {language}".lstrip()
    return languages


@cache
def _langdetect_factory() -> Any:
    """Return a factory of our own: the package's global one is shared with, and seeded by, anybody."""
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.load_profile(PROFILES_DIRECTORY)
    return factory
