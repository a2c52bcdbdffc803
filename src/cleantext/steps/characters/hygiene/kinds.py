"""Kinds: which characters each part of hygiene looks at, as the insides of character classes.

They stand here by themselves because a text is asked for them before any part is loaded,
and most texts need none of the parts.
"""

from __future__ import annotations

# Controls that are neither a tab nor a line feed; C1 controls but U+0085 are damaged letters.
CONTROLS = "\x00-\x08\x0b-\x1f\x7f"
# The rest of what is invisible, in the first plane and beyond it.
INVISIBLE = (
    "\x85\xad\u034f\u115f\u1160\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc"
)
BEYOND = "\U000e0000-\U000e007f\U000e0100-\U000e01ef"
JOINERS = "\u200c\u200d"
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# No-break, typographic and blank Braille spaces. Not the Ogham one, which is a line, nor
# the ideographic one, which is as wide as a character on purpose.
ODD_SPACES = "\xa0\u2000-\u200a\u202f\u205f\u2800"
IDEOGRAPHIC_SPACE = "\u3000"
LATIN_FORMS = "\ufb00-\ufb06"
# From the alef of the Koran to the last ligature before the words, and the second block but its byte order mark.
ARABIC_FORMS = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc"
STYLED = "\U0001d400-\U0001d7ff"
# Letters and digits alone: a full-width mark beside none of them is never a reason to look.
WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
NARROW = "\uff66-\uff9f\uffa1-\uffdc"
REPLACEMENT = "\ufffd"
GREEK = "\u0370-\u03ff\u1f00-\u1fff"
CYRILLIC = "\u0400-\u0482\u048a-\u052f"
