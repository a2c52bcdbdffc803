"""Sound costs: what it costs to take one sign of a class string for another, in parts of a full consonant.

Tuned by hand on spellings of one name in several romanisations; a pair that is not listed costs
a full consonant.
"""

from __future__ import annotations

_SIGNS = "abcdefghijklmnopqrstuvwxyzABCDEGJKOPQSWXYZ0123456789"
# "a e .18": either for the other. Capitals are explained in `sounds.py` and `romanise_abjad.py`.
_SUBSTITUTIONS = """
a e .18  a o .18  a i .28  a u .26  e i .15  e o .22  e u .28  i o .3  i u .16  o u .12
y i .05  y j .1  y e .2  j i .1  j J .05  j Z .1  j C .3  j x .3  j h .35  j g .3  j z .4  j d .5
J Z .15  J C .3  J X .2  J d .3  J z .35  J g .3  J c .4  J S .5
s z .15  s c .2  s S .25  s C .4  s W .5  z Z .2  z c .3  z X .1  z d .4  z S .5  z D .1  z C .5
S Z .3  S C .12  S W .15  S c .4  S x .4  C c .25  C x .3  C k .55  C W .2  C t .45  C Z .4  c t .25  c X .3  c k .45
k x .25  k Q .05  k g .35  k G .4  k h .45  x h .15  x Q .25  x G .3  x g .4  h g .2  h G .2  h Q .4
g G .08  g Q .15  G Q .1  G r .45  t d .3  d D .03  D t .3  D s .4  X d .15  O t .05  O s .08  O z .4
b p .3  b v .4  v f .15  v u .15  v o .25  p f .4  f u .5  f b .5  m n .4  l r .7  n l .7  l v .4  l u .2  h v .6
G v .7  A a 0  A e .08  A o .12  A u .3  A i .3  A y .4  E a 0  E e 0  E h .1  E i .2  E t .2  E o .2
W v .03  W u 0  W o .02  W a .3  W e .25  W i .3  W f .2  Y i 0  Y e .06  Y y 0  Y j .05  Y a .2  Y u .3
A E .1  A Y .3  W Y .35  E Y .3  A W .35
K k 0  K x .1  K C .2  K h .2  K g .4  B b 0  B v .05  B p .3  B f .3  P p 0  P f .05  P b .3  P v .3
"""
# Groups that no cheap substitution leaves; signs that come and go, or turn into a vowel, are in none.
_GROUPS = ("bp", "tdDOszSZcX", "kgxQK", "l", "r", "m", "n")


def _substitutions() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {sign: {} for sign in _SIGNS}
    cells = _SUBSTITUTIONS.split()
    for one, other, cost in zip(cells[::3], cells[1::3], cells[2::3], strict=True):
        table[one][other] = table[other][one] = float(cost)
    return table


SUBSTITUTION = _substitutions()
# A vowel too many is a little more than one vowel for another: Karlin is not Karelin.
GAP = dict.fromkeys(_SIGNS, 1.0) | {"a": 0.34, "e": 0.3, "i": 0.32, "o": 0.3, "u": 0.3, "y": 0.08, "j": 0.2}
GAP |= {"h": 0.25, "G": 0.5, "A": 0.2, "W": 0.3, "Y": 0.25, "E": 0.1}
# Beside a word that is written without its short vowels they cost next to nothing.
GAP_UNVOCALISED = GAP | {"a": 0.04, "e": 0.04, "o": 0.06, "i": 0.1, "u": 0.08, "A": 0.25, "y": 0.1}
# What a sign adds to the size of its word; a vowel less than half of a consonant.
WEIGHT = dict.fromkeys("aeiou", 0.4) | {"y": 0.1, "h": 0.6, "j": 0.6, "A": 0.4, "W": 0.5, "Y": 0.4, "E": 0.2}
GROUP = {sign: 1 << bit for bit, group in enumerate(_GROUPS) for sign in group}
