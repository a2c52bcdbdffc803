"""Text that has signs of an escape and must stay as it is: code, paths, addresses, formulas, talk of escapes."""

from __future__ import annotations

import pytest

from cleantext import clean

CODE = r"""
[\u0600-\u06FF] matches Arabic letters
[^\u0000-\u00ff] is what remains
re.compile(r"[\u4e00-\u9fff]+")
(?:\u00e9|\u00e8)
const dash = "\u2014";
let name = 'Jos\u00e9';
s = "caf\u00e9"
title: "caf\u00e9";
print("caf\xc3\xa9")
printf '\303\251\n'
echo -e "\xc3\xa9"
$ grep "\xc3\xa9" notes.txt
String word = "\u00fcber";
text.replace("\u2019", "'")
if (c == '\u2028') break;
// the dash \u2014 again
{"title": "Caf\u00e9", "id": 5}
{"name":"J\u00fcrgen"}
s/\(.*\)/\1\2/g
\d{3}-\d{4} and \w+\s*
\1\2 and \12\3 refer back
content: "\2019";
.icon:before { content: "\f101" }
printf("%s %d %c\n", a, b, c);
#include <stdio.h>
for (i=0; i<n; i++) x[i]=A5;
d41d8cd98f00b204e9800998ecf8427e
sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
QUJDRA+EFGH/IJKL==
"""
PATHS_AND_ADDRESSES = r"""
C:\users\u2019
D:\data\u00e9t\u00e9\report.txt
(C:\u00e9\x)
\\server\share\u2019\file
\\nas01\backup\xc3\xa9t
users\folder\u2019
The folder is C:\new\table, not C:\temp.
C:\303\251
a\u00e9b@mail.example
https://a.example/caf%C3%A9
http://a.example/?q=caf%C3%A9&l=de
https://a.example/\u00e9t\u00e9
https://a.example/?k=C3=A9
ftp://a.example/caf\xc3\xa9
www.a.example/stra%C3%9Fe
see a.example/wiki/Caf%C3%A9 for more
/wiki/Caf%C3%A9
(/wiki/Caf%C3%A9)
../images/f%C3%BCr/x
q=caf%C3%A9
?name=J%C3%BCrgen
#caf%C3%A9
href="/caf%C3%A9"
mailto:j%C3%BCrgen@a.example
Caf%C3%A9.pdf
www.a.example+caf%C3%A9+x
first.last+tag@a.example
https://a.example/<U+00E9>t
"""
FORMULAS_AND_NUMBERS = r"""
\usepackage{xcolor} and \xi, \upsilon, \u{o}
We write \textbf{caf\u00e9} in the preamble.
See \cite{u2019} and \ref{xc3xa9}.
100%25
100% and 50%ige and %95ak
5%C3 or %A9
%E9t%E9 is of another table
%s %d %c %20 %5B
%41%42
20%20% off
a=20b
x=3D is what it says
if a=C3 and b=A9
lang=DE and lang=FA, mode=EA
r=E4 g=F6 b=FC
width=E5 height=F0
=SUM(A1:A9)
E=mc2 and F=ma
==FE==
a single caf=E9.
H2SO4 + 2NaOH
1+1=2, AB+CD-EF
a+b=c and x+AAAA-y
+49-301-2345678
+1 555 0100 and +44 20 7946 0000
C++ and A+B-C
i+d+i and R+D-
it+IBk-s
8+MP+camera and 4+GB+RAM
1 < x+y < 10
a < b > c
"""
TALK = r"""
The escape `\u2019` stands for an apostrophe.
The escape "\u2019" is six characters long.
In Unicode, \u2019 is the apostrophe.
The code point \u00a0 is the no-break space.
a lone \u00a0 in a sentence
\u0041 stays and so does \u0020
\x41\x42\x43
\\u2019 and \\xc3\\xa9 and \\303\\251
U+2019 and u2019 and &H2019
=?UTF-8?Q?caf=C3=A9?=
=?iso-8859-1?Q?caf=E9_au_lait?=
_x0041_ and _x005F_x000D_
my_x000D and x000D_ and max_x0001_y
<U+0041> and <U+20>
&copy 2024
K&R; Q&A;
"""
BROKEN = r"""
\xe9 alone is no UTF-8
\xc3\x28 is invalid
\xc0\xaf is overlong
\xe0\x80\xaf is overlong
\xed\xa0\x80 is half of a character
\xc3\xa9\xff has a byte too many
\xff\xc3\xa9 has a byte too many
%C3%A9%E9 has a byte too many
=C3=A9=E9 has a byte too many
\ud83d alone
\ude00\ud83d in the wrong order
\uFFFF and \uFDD0 and \uE000
\u12 is short, \u20 too
\u{110000} is too large
\U00110000 is too large
\303 alone, \251 alone
dir\ubade
the\u05d0n
<U+D83D> alone
<e9> alone, <c3> alone
<U+E000>
%uD83D
%u0041
"""
PLUS_SIGNS = r"""
<31043527+rowan@users.mail.example>
Co-authored-by: Rowan <40110392+rowan@users.mail.example>
GET /items/{+resource}
GET /items/{shelf+resource}
HTML+UL4
javascript+spitfire
javascript+django
postgresql+psycopg2
mysql+pymysql
vim +MANPAGER
aexp+abc
-100...+100
from 1e+000-5e+001 to 1e+003
s/^\s+//s
a+//s-b
https://a.example/find+this+word-
MIIEpAIBAAKCAQEA7bq+kX0wPz3mVtYH2oQ9FQd1sKwTrGmC5uNhJxLeZaP8BsR4
oV5cN1yT8hWgLdEe6fUj2IbXrMzAq3vK9kDxOw+pYtHuSnGl7QZFiCJBm4a0+w==
"""
ABOUT_ENTITIES = r"""
«&amp;»
The entity «&amp;» is one character.
&amp; &quot; &lt; &gt; &apos;
Escape the five: &amp;, &quot;, &lt;, &gt; and &apos;
Either &lt; or &gt; will do.
Accents are safe (&#234;, for example) in every browser.
Write `&quot;` for a quote.
He typed "&quot;" twice.
He typed '&eacute;' twice.
A space that holds (&nbsp;) is another matter.
Where you mean & you write &amp; in a page.
AT&T is AT&amp;T in a page.
"""
ABOUT_ESCAPES = r"""
It opens the wrong folder, e.g. ".g\u200cit/config" on some disks.
The escape \u2019 is a quotation mark.
A mark such as \u201d or \u2019 closes.
C<U+FF37>
See L<U+00E9> and, for the rest, B<U+2019>.
F\u0151tan\xfas\xedtv\xe1ny
"""


def lines(*blocks: str) -> list[str]:
    return [line for block in blocks for line in block.strip("\n").split("\n")]


BLOCKS = (
    *(CODE, PATHS_AND_ADDRESSES, FORMULAS_AND_NUMBERS, TALK, BROKEN),
    *(PLUS_SIGNS, ABOUT_ENTITIES, ABOUT_ESCAPES),
)


@pytest.mark.parametrize("text", lines(*BLOCKS))
def test_it_stays(text):
    assert clean(text, steps="characters/escapes") == text


@pytest.mark.parametrize("block", BLOCKS)
def test_it_stays_in_company(block):
    assert clean(block, steps="characters/escapes") == block


PYTHON_FILE = r"""
import os

def names(path):
    # caf\u00e9 and so on
    found = []
    for name in os.listdir(path):
        if name.startswith("caf\u00e9"):
            found.append(name)
    return found

TABLE = [
    "na\u00efve",
    "cr\xc3\xa8me",
    '\n',
    "a=C3=A9b",
]
print("done")
"""
SCRIPT_FILE = r"""
// what the page says
var texts = {
    "first": "d\u00e9j\u00e0 vu",
    long: 'one\u2026' +
        '\n' + "two\u2026" + '\u2014 three',
};
function say(name) {
    return texts[name];
}
"""


@pytest.mark.parametrize("text", [PYTHON_FILE, SCRIPT_FILE])
def test_a_file_of_source_code_stays(text):
    assert clean(text, steps="characters/escapes") == text


def test_prose_beside_a_line_of_code_is_decoded():
    prose = "It\\u2019s the first line.\nIt\\u2019s the second.\nIt\\u2019s the third.\nIt\\u2019s the fourth.\n"
    code = 's = "caf\\u00e9"\n'
    assert clean(prose + code, steps="characters/escapes") == prose.replace("\\u2019", "’") + code


def test_a_quoted_break_stays_beside_letters_out_of_json():
    text = "Caf\\u00e9s in L\\u00fcttich split at '\\n' only."
    assert clean(text, steps="characters/escapes") == "Cafés in Lüttich split at '\\n' only."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("AT&T began here. Marks &amp; Spencer did not.", "AT&T began here. Marks & Spencer did not."),
        ("&quot;Rowan&quot; &lt;rowan@a.example&gt;", '"Rowan" <rowan@a.example>'),
        ("&quot;A&quot; &amp; &quot;B&quot;", '"A" & "B"'),
        ("(&eacute;t&eacute;) d&eacute;j&agrave; lu, p&egrave;re (&agrave;)", "(été) déjà lu, père (à)"),
        ("C<U+00F4>te d<U+2019>Ivoire", "Côte d’Ivoire"),
        ("L<U+00E0> c<U+00E9>l<U+00E8>bre p<U+00E8>re", "Là célèbre père"),
        ("wait \\u2013 no \\u00e9t\\u00e9", "wait – no été"),
        ("+BD8EMARABD4EPA +BEUEPgQ0BDgEQg", "паром ходит"),
        ("fr+AOU 1942, n+AOU 1943", "frå 1942, nå 1943"),
        ("C+-+- is caf+AOk- cr+AOg-me", "C++ is café crème"),
    ],
)
def test_what_is_damaged_beside_it_is_decoded(text, wanted):
    assert clean(text, steps="characters/escapes") == wanted
