"""Spelled: in what two spellings of one word may differ, and what makes another word of it.

Romanisations differ in vowels and in neighbouring consonants. Grammar differs at the end
of a word, and so do families: Novak and Novakova, Carlo and Carlos, Pezeshki and Pezeshkian.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cleantext.steps.names.comparing.romanise import romanise
from cleantext.steps.names.comparing.sounds import sound

# Consonants that one romanisation takes for the other, in a class string; weak ones and vowels say little.
_MERGED = str.maketrans("zZSCWcXQgGDOdwfK", "ssssssskkktttvvk", "hjJyxAEYaeiou*")
_DOUBLED = re.compile(r"(.)\1+")
_SYLLABLES = re.compile("[aeiouAEY]+")
# Endings of family names from Russia to Iran, in class strings.
_ROMANISED = re.compile("(?:[oe]va?|sk(?:i|aya)|yan|enko|Svili|a?Xe|viC|zade|o[gG]lu)$")
# A final -a that Arabic writes with a letter of its own, and Persian and Turkish say as -e.
_TA_MARBUTA = re.compile("(?:a|ah|e|eh)$")


def skeleton(heard: str) -> str:
    """Return the strong consonants of a class string, those that romanisations take for each other as one."""
    return _DOUBLED.sub(r"\1", heard.translate(_MERGED))


def is_one_syllable(sounds: Iterable[str]) -> bool:
    """Say whether each word of a name is one syllable, as in Chinese and Korean, where each letter counts."""
    return all(len(_SYLLABLES.findall(heard)) <= 1 and len(heard) < 6 for heard in sounds)


def is_inflected(one: str, other: str) -> bool:
    """Say whether two words differ at the end in more than how the ending is romanised."""
    a, b = sound(one), sound(other)
    if a[-1:] == b[-1:]:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest = {a[start:], b[start:]}
    if rest == {"o", "u"}:
        return False
    if rest == {"a", "e"}:
        return not (
            (one.endswith("h") or other.endswith("h")) and _TA_MARBUTA.search(one) and _TA_MARBUTA.search(other)
        )
    # One final consonant for another that is near it.
    return any(len(end) != 1 or end in "aeiou" for end in rest)


def is_fixed(given: str, family: str) -> bool:
    """Say whether a name is of a language that writes names in Latin letters; the family name may tell otherwise."""
    return romanise(given) in _FIXED and _ROMANISED.search(sound(family)) is None


def undoubled(letters: str) -> str:
    """Return the letters without the second of two equal ones, the commonest misspelling."""
    return _DOUBLED.sub(r"\1", letters)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Given names of languages that write their names in Latin letters, and so in one way.
_FIXED = _words(
    "aaron abigail adam adrian agnes alan albert alex alexander alexandra alfred alfredo alice alison allan allen "
    "alvaro amanda amber amelia amy andre andrea andreas andrew andy angela angelo angus anita ann anna anne annie "
    "anthony antoine antonio arnold arthur arturo ashley ashton audrey barbara barry beatrice ben benjamin bernard "
    "bernie beth betty beverley beverly bill billy bob bobby boris brad bradley brenda brendan brian bridget bruce "
    "bruno bryan calvin cameron camille carl carla carlo carlos carmen carol caroline carolyn catherine cathy cecilia "
    "cesar charles charlie charlotte chelsea cheryl chris christian christina christine christoph christophe "
    "christopher chuck claire clara claude claudia clive colin collin connor craig cynthia daisy dale damian damien "
    "dan daniel daniela darren david dawn dean deborah denis dennis denny derek diana diane dick diego dirk dominic "
    "dominique don donald donna doris dorothy doug douglas duncan dwight dylan earl ed eddie edgar edith edmund "
    "eduardo edward edwin eileen eleanor eliot elizabeth ella ellen elliot emilio emily emma emmanuel enrique eric "
    "erica erik erin ernest ernesto ernst esteban esther ethan eugene evan evelyn ewan fabio felipe felix fernando "
    "fiona florence frances francesca francesco francis francisco francois frank frankie franklin franz fred frederic "
    "frederick friedrich gareth gary gavin geoff geoffrey george georgia gerald gerard gerhard gerry gilbert gina "
    "giorgio giovanni giuseppe glen glenn gloria gordon grace graham grant greg gregory guido guillermo gustavo guy "
    "hannah hans harold harriet harry harvey heather hector heidi heinz helen helena helmut henri henry herbert hilary "
    "hillary holly howard hubert hugh hugo iain ian ignacio ines ingrid irene iris isaac isabel isabelle jack jackie "
    "jacob jacqueline jacques jaime jake james jan jane janet janice jared jason javier jay jean jeff jeffrey jennifer "
    "jenny jens jeremy jerome jerry jesse jessica jesus jill jim jimmy jo joan joanna joanne joao joaquin joe joel "
    "johan johann john johnny jon jonas jonathan jordan jorge jose josef joseph josh joshua juan judith judy julia "
    "julian julie june jurgen justin jörg jürgen karen karl kate katherine kathleen kathryn kathy katie keith kelly "
    "ken kenneth kevin kim kirk kirsten klaus kurt kyle lance larry lars laura lauren laurence laurent lawrence leah "
    "lee lena leo leon leonard leopold leroy leslie lester lewis liam linda lionel lisa liz lloyd lola lorenzo louis "
    "louise luc luca lucas lucia lucien lucy luigi luis luke luther lynn madeleine magdalena manfred manuel marc "
    "marcel marco marcus margaret maria marie mario marion mark marshall martha martin marvin mary mathew mathias "
    "mathieu matt matteo matthew matthias matthieu maureen maurice mauricio max maxime megan mel melanie melissa "
    "mervyn michael michel michelle mick miguel mike milton mitch mitchell monica morgan murray nadine nancy naomi "
    "natalie nathan neal neil nelson nicholas nick nicky nicola nicolas nicole nigel noah noel norma norman olaf "
    "oliver olivia oscar otto owen pablo pamela paolo pascal pascale pat patricia patrick paul paula paulo pedro peggy "
    "penny percy perry pete peter petra phil philip philippe phillip pierre piers preston quentin quincy rachel rafael "
    "rainer ralf ralph ramon randy raphael ray raymond rebecca reed reginald reid rene rex ricardo richard rick rob "
    "robert roberto robin rod roderick rodney roger roland rolf ron ronald ronaldo ronnie rory rosa rose ross roy "
    "ruben rudolf rudy rufus rupert russell ruth ryan sally salvatore sam samantha samuel sandra sara sarah scarlett "
    "scott sean sebastian sebastien sergio sharon shaun sheila sherman sherry shirley sid sidney silvia silvio simon "
    "sonia sophie spencer stacey stanley stefan stella stephane stephanie stephen sterling steve steven stewart stuart "
    "sue susan suzanne sven sydney sylvia tara ted terence teresa terry theo theodore theresa thierry thomas tim "
    "timothy tina tobias todd tom tomas tommy toni tony tracey tracy travis trevor troy tyler ulrich ulrike ursula "
    "valerie vanessa vernon veronica vicky victor victoria vincent virgil virginia vivian wade wallace walter warren "
    "wayne wendy werner wes wilbur wilhelm will william willie willy winston wolfgang xavier yves yvonne zach zoe"
)
