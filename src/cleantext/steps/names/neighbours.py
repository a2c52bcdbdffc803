"""Neighbours: what the words next to a found name say of it.

They may be its title, or the first part of somebody else's name: "President X" is X,
"Olga X" is another person, "X Street" is none. A capitalised neighbour that is not
known to introduce a name counts as part of one, so an unknown title costs a miss.
"""

from __future__ import annotations

import re

from cleantext.steps.names.form import starts_sentence

# How far back the word before a name is looked for, in code points.
_WORD = 60
# A line of this length that ends without a stop was wrapped, and its sentence goes on.
_WRAPPED = range(40, 121)


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(text.split())


_NEXT_WORD = re.compile(r"[ \u00a0](\S{1,60})")
# A name that goes on: a son, a king's number, a longer surname.
_SUFFIX = re.compile(r",? (?:jr|sr|jnr|snr|junior|senior|i{1,3}|iv|v|vi{0,3}|the (?:younger|elder))\b", re.IGNORECASE)
_PARTICLES = words("bin ibn ben bint binti abu abou umm al el ud ul von van der den de di da del della dos du")
_AFTER_PARTICLES = re.compile(r" (?:(?:al|el|ul|ud|ad|as|ash|an|ar)-|(?:bin|ibn|ben|bint|von|van|de|da|dos)\b)")
_COMPOUND = re.compile(
    r"(?:[a-z]{2,12}ed|led|run|era|style|type|like|held|born|friendly|loyal|free|esque|in-law|sent)\b"
)
# What may follow a name with a capital letter: a day, a credit.
_FOLLOWERS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december photo photograph picture image file reuters afp ap tass epa getty"
)
# Capitalised words before a name that are titles or roles, not somebody's given name.
TITLES = words(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady dame president vice-president ex-president "
    "co-president premier prime minister ministers ex-minister pm fm chancellor vice-chancellor secretary "
    "secretary-general general-secretary under-secretary undersecretary director director-general general gen gen. "
    "maj maj. major col col. colonel lt lt. lieutenant brig brig. brigadier brigadier-general major-general "
    "lieutenant-general capt capt. captain cmdr cmdr. commander commander-in-chief adm adm. admiral marshal sgt sgt. "
    "sergeant sheikh sheik shaikh shaykh emir amir king queen prince princess crown sultan shah tsar emperor empress "
    "ayatollah imam mullah maulana mawlana hojatoleslam hojjatoleslam mufti rabbi pope father archbishop bishop "
    "cardinal patriarch metropolitan rev rev. reverend senator sen sen. rep rep. congressman congresswoman "
    "congressmember mp mep deputy governor gov gov. mayor speaker chairman chairwoman chair chief leader ruler "
    "dictator strongman ambassador envoy spokesman spokeswoman spokesperson adviser advisor aide minister-president "
    "judge justice attorney prosecutor lawyer activist journalist reporter correspondent columnist analyst author "
    "writer novelist poet professor-emeritus scholar historian economist diplomat tycoon billionaire oligarch "
    "businessman warlord militant terrorist cleric preacher dissident comrade chairman-designate president-elect "
    "prime-minister laureate commissioner coordinator negotiator founder head boss begum shri sri pandit haji hajji "
    "sayyed sayyid seyed seyyed hojat grand supreme opposition rebel ceo founder-leader taoiseach"
)
# Capitalised because a sentence begins with them.
_OPENERS = words(
    "a about after against alongside also although amid among an and are as asked at because before behind both but by "
    "can can't could critics defending did do does during earlier even ever except for former from had has have here "
    "how however if in inside instead into is it its just last late later latest like may meanwhile minus near neither "
    "never next no nor not now of off on once only opposite or our out over past perhaps plus said says since so "
    "still supporters than that the their then there these they this those though thus to today together tomorrow "
    "tonight too toward towards under unless unlike until up upon versus via was we were what when where whereas "
    "whether which while who whom whose why will with within without would yesterday yet"
)
# Nationalities, parties and the like. Only -ian is open-ended; given names that end so are excluded.
_NATIONALITY = re.compile(
    r"(?:[A-Z][a-z-]{1,12}ian|(?:Brit|Turk|Pol|Span|Swed|Dan|Finn|Ir|Scott|Kurd|Jew)ish"
    r"|(?:Kor|Chil|Zimbabw|Europ|Eritr|Singapor|Guin)ean"
    r"|(?:Chin|Japan|Vietnam|Leban|Sudan|Taiwan|Portugu|Malt|Nepal|Congol|Senegal|Burm|Togol)ese"
    r"|Iraqi|Israeli|Saudi|Yemeni|Kuwaiti|Emirati|Qatari|Omani|Pakistani|Bangladeshi|Somali|Afghan|Kazakh|Uzbek|Kyrgyz"
    r"|Tajik|Turkmen|Azeri|Azerbaijani|German|French|Dutch|Greek|Czech|Slovak|Serb|Croat|Bosniak|Thai|Filipino|Malay"
    r"|Swiss|Soviet|Kurd|Arab|Chechen|American|African|Mexican|Cuban|Korean|Libyan|Uyghur|Uighur|Tibetan|Catalan|Welsh"
    r"|U\.S\.|US|UK|UN|EU|Nato|NATO|Hamas|Hezbollah|Hizbullah|Hizbollah|Taliban|Kremlin|Labour|Conservative|Republican"
    r"|Democrat|Socialist|Communist|Sunni|Shia|Shiite)"
)
_NOT_NATIONALITY = words(
    "adrian julian damian christian cristian brian ian vivian lilian gillian marian florian fabian sebastian dorian"
)
# "Battle of", "University of": a name in its own right that keeps its spelling.
_INSTITUTION = re.compile(
    r"\b(?:Battle|Siege|Fall|Treaty|Peace|Duke|Duchy|Archbishop|Bishop|Patriarch|University|Institute|Museum|Academy"
    r"|Order|Bay|Gate|Gates|Bank|House|Library|Statue|Bishopric) of (?:the )?$"
)
# Dishes, clubs and ships, in lower or upper case.
_KEPT_BEFORE = re.compile(
    r"\b(?:chicken|dynamo|dinamo|fc|sk|cf|ac|uss|hms|ss|mv|rms|operation|hotel|club|stade)[ \u00a0]$",
    re.IGNORECASE,
)
_KEPT_AFTER = re.compile(
    r"[ \u00a0](?:street|road|avenue|boulevard|university|airport|stadium|museum|foundation|mosque|bakery|cutlets?"
    r"|torpedo(?:es)?|cup|sapphire|duck|quartet|trophy)\b",
    re.IGNORECASE,
)
# "Al-Hashd", "Ibn-": the name began earlier. "anti-", "ex-" and another name before a hyphen are fine.
_PREFIXED = re.compile(r"(?:^|[\s(])(?:al|el|abu|abou|ul|ud|as|ash|bin|ben|ibn|ad|an|ar)[-‑]$", re.IGNORECASE)


def is_part_of_longer(text: str, start: int, end: int, *, person: bool) -> bool:
    """Tell whether the words next to the span belong to the same name, or to a name of something else."""
    window = max(0, start - _WORD)
    if _INSTITUTION.search(text, window, start) or _KEPT_BEFORE.search(text, window, start):
        return True
    if _KEPT_AFTER.match(text, end) or (person and _SUFFIX.match(text, end)):
        return True
    shouted = text[start:end].isupper()
    return _continues(text, end, person=person, shouted=shouted) or _is_continued(text, start, shouted=shouted)


def is_somebody_else(text: str, start: int, end: int) -> bool:
    """Tell whether another given name stands before a surname."""
    word = _word_before(text, start)
    shouted = text[start:end].isupper()
    return word[:1].isupper() and not _introduces(text, start - len(word) - 1, word, shouted=shouted)


def _continues(text: str, end: int, *, person: bool, shouted: bool) -> bool:
    if person and text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper() and not shouted:
        return True
    if person and text[end : end + 1] in ("-", "‑") and text[end + 1 : end + 2].islower():
        # "Chiang Ching-hua" goes on; "Putin-backed" does not.
        return _COMPOUND.match(text, end + 1) is None
    if person and _AFTER_PARTICLES.match(text, end):
        return True
    following = _NEXT_WORD.match(text, end)
    if following is None or not following[1][0].isupper():
        return False
    word = following[1].rstrip(".,;:!?)'\"”’")
    if shouted and word.isupper():
        return False
    return word.lower() not in _FOLLOWERS


def _is_continued(text: str, start: int, *, shouted: bool) -> bool:
    if start and text[start - 1] in "-‑":
        return _PREFIXED.search(text, max(0, start - _WORD), start) is not None
    if start and text[start - 1] in "'’.":
        # d'Alias, J.Alias: more of the name stands before it.
        return text[start - 2 : start - 1].isalpha()
    word = _word_before(text, start)
    if word.lower() in _PARTICLES:
        return True
    return word[:1].isupper() and not _introduces(text, start - len(word) - 1, word, shouted=shouted)


def _word_before(text: str, start: int) -> str:
    """Return the word that one space parts from `start`, without the quotation mark or bracket before it."""
    before = text[max(0, start - _WORD) : start]
    if before[-1:] not in (" ", "\u00a0", "\n") or before[:-1][-1:].isspace():
        return ""
    if before[-1] == "\n" and not _is_wrapped(text, start - 1):
        return ""
    words = before.split()
    return words[-1].lstrip("\"'“‘([*") if words else ""


def _is_wrapped(text: str, line_end: int) -> bool:
    floor = max(0, line_end - _WRAPPED.stop)
    return line_end - 1 - max(floor, text.rfind("\n", floor, line_end)) in _WRAPPED


def _introduces(text: str, start: int, word: str, *, shouted: bool) -> bool:
    if word[-1] in ",;:)]–—…!?”’\"'":
        return True
    if word.lower() in TITLES or word.endswith(("'s", "’s", "s'", "s’")):
        return True
    if word[-1] == ".":
        # An initial goes with the name; a longer word ends its sentence.
        return len(word) > 2 and not word[:-1].isupper()
    if shouted and word.isupper():
        # Everything is in capitals there: they tell nothing.
        return True
    if _NATIONALITY.fullmatch(word) and word.lower() not in _NOT_NATIONALITY:
        return True
    parts = re.split("[-‑/]", word)
    if len(parts) > 1 and parts[-1].lower() in TITLES:
        return True
    return word.lower() in _OPENERS and starts_sentence(text, start)
