"""Name: a personal name in its parts, and the two forms that lists and texts want of it.

The parts keep the spelling and the capitals they came with. Records that shout the family
name ("PUTIN, Vladimir") do so to mark it, so the two forms lower it again.
"""

from __future__ import annotations

from typing import NamedTuple

from cleantext.steps.names.parsing.tables import listed

# Articles that file behind: "Assad, Bashar al-".
_ARTICLES = listed("al el ad an ar as ash at az ul ud")
# Prepositions that file behind where they are not capitals: "Gaulle, Charles de", "Bismarck, Otto von".
_BEHIND = listed("de d da di do dos das du del van der den ter ten te von zu af av")
# German ones with an article in them stay in front: "von der Leyen, Ursula".
_IN_FRONT = ("von der", "von dem", "von den", "vom", "zum", "zur", "de la", "de las", "de los")


class Name(NamedTuple):
    """A personal name in its parts; "" stands for a part it lacks."""

    title: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""
    # The particles of the family name, in order: ("von", "der"), ("al-",).
    particles: tuple[str, ...] = ()
    # In which order the text had it: western, eastern (family first), inverted (by comma or capitals) or single.
    order: str = "western"
    script: str = "latin"

    def display(self) -> str:
        """Return the name as running text has it, without title and nickname: "Vladimir V. Putin"."""
        family = _lowered(self)
        if self.order == "eastern":
            parts = [family, self.middle, self.given]
            if self.script in ("han", "hangul") and not self.middle:
                return family + self.given
        else:
            parts = [self.given, self.middle, family]
        return " ".join(part for part in (*parts, self.suffix) if part)

    def sort(self) -> str:
        """Return the name as an index files it: "Putin, Vladimir V.", "Assad, Bashar al-"."""
        front, behind = _filed(_lowered(self))
        rest = [self.middle, self.given] if self.order == "eastern" and self.middle else [self.given, self.middle]
        after = " ".join(part for part in (*rest, behind) if part)
        return ", ".join(part for part in (front, after, self.suffix) if part)


def _filed(family: str) -> tuple[str, str]:
    """Split a family name into what files in front and the particles that follow the given name."""
    article, hyphen, noun = family.partition("-")
    if hyphen and noun and article.lower() in _ARTICLES:
        return noun, article.lower() + hyphen
    if family[:2] in ("d'", "d’") and len(family) > 2:
        return family[2:], family[:2]
    if family.startswith(_IN_FRONT):
        return family, ""
    words = family.split(" ")
    count = 0
    while count < len(words) - 1 and (words[count] in _BEHIND or words[count] in _ARTICLES):
        count += 1
    return " ".join(words[count:]), " ".join(words[:count])


def _lowered(name: Name) -> str:
    """Return the family name without the capitals that only mark it."""
    family = name.family
    if not family.isupper() or not any(letter.islower() for letter in name.given) or len(family) < 2:
        return family
    return " ".join(_capitalised(word) for word in family.split(" "))


def _capitalised(word: str) -> str:
    if word.startswith("MC") and len(word) > 3:
        return "Mc" + word[2:].capitalize()
    for mark in "-'’":
        if mark in word:
            parts = word.split(mark)
            first = parts[0].lower() if parts[0].lower() in _ARTICLES else _capitalised(parts[0])
            return mark.join([first, *(_capitalised(part) for part in parts[1:])])
    return word.capitalize()
