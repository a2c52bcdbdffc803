"""Glue tables: words that open a sentence and seldom belong to the label before them.

A label of one word may be the first word of a sentence ("Print Media Group said ..."). What
tells the two apart is a capital on a word that is written small inside a sentence.
"""

from __future__ import annotations

import re
from functools import cache

from cleantext.core.match import fold

# Articles, prepositions and adverbs. Verbs and pronouns are left out where they may follow an
# imperative: "Teilen Sie", "Print It".
_OPENERS = {
    "cs": "na ve po za při podle pro před tato tento když ale",
    "da": "den det de en et i på ved efter for der da men",
    "de": "der die das ein eine einer im am auf bei mit nach seit vor zum zur für aus wer wenn dass aber",
    "en": "the a an in on at after before when while as by for from since until there this these those but although",
    "es": "el la los las un una en al tras según desde para por cuando pero este esta",
    "fi": "kun että mutta hän tämä nyt",
    "fr": "le la les un une des en au aux dans selon après avant pour depuis lors quand mais ce cette",
    "it": "il lo la gli le un una nel nella dopo secondo per da quando ma questo questa",
    "nl": "de het een in op bij na volgens voor toen maar deze dit",
    "no": "den det de en et i på ved etter for der da men",
    "pl": "w we na po przed za podczas dla gdy kiedy ale ten ta to według",
    "pt": "o a os as um uma no na em após segundo para quando mas este esta",
    "ro": "un o în la după pentru când dar acest această",
    "ru": "в во на по за при после до для как когда но это этот эта эти с из от у",
    "sv": "den det de en ett i på vid efter för när då men",
    "tr": "bir bu şu ve ile ama",
    "uk": "у в на по за при після до для як коли але це цей ця ці з із від",
}

_WORD = re.compile(r"[^\W\d_]+")
# "PARIS (AP) –", "NEW YORK, May 4 -": the place is all capitals, and a sign ends the line's head.
_DATELINE = re.compile(r"[^\W\d_a-z]{3,}(?:[ -][^\W\d_]{2,}){0,3}(?:, [^()–—]{1,20})?(?: ?\([^()]{2,30}\))? ?[-–—:(,]")


def begins_sentence(text: str) -> bool:
    """Say whether a text begins with a word that has its capital from the sentence, or with a dateline."""
    word = _WORD.match(text, 0, 40)
    if (
        word is not None
        and fold(word.group()) in _openers()
        and text[word.end() : word.end() + 1] not in {"-", "'", "’"}
    ):
        return True
    return _DATELINE.match(text, 0, 80) is not None and text[:3].isupper()


def has_second_capital(text: str) -> bool:
    """Say whether the second word begins with a capital, as in a title or after an article before a name."""
    words = text[:80].split()
    return len(words) > 1 and words[1][0].isupper() and not words[0].isupper()


@cache
def _openers() -> frozenset[str]:
    """Return the words of all languages, folded; a document may mix two of them."""
    return frozenset(word for words in _OPENERS.values() for word in words.split())
