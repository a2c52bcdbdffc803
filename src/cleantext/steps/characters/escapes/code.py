r"""Code: lines that a program reads, in which escapes are at home.

A single line is judged strictly, as prose has brackets and equals signs too. Many such lines
make a file of source code, whose other lines may look like anything: `caf\u00e9` in a list
of strings, or `'\n'` by itself.
"""

from __future__ import annotations

import re

# Calls, assignments, a statement's end, comments, JSON's keys, and classes of a regular expression.
_STATEMENT = re.compile(
    r"\b(?:print|printf|println|echo|puts|repr|ord|chr|re\.\w{3,10})\("
    r"|\b(?:printf|echo|sed|awk|grep|perl|python3?)\s(?:-\w|[\"'$])|^\s{0,40}print\s[\"']"
    r"|\b(?:const|let|var|val|char|string|String|auto|export|set)\s\w{1,40}\s?="
    r"|\w\s?:?=\s?(?:[bruf]{1,2}|L|@|\$)?[\"'`/]|\w\s?[=!]==?\s?[\"'\w]"
    r"|\.(?:replace|replaceAll|match|test|split|sub|compile|search|findall|decode|encode|format|join|log)\("
    r"|\w\([^)\n]{0,200}\)\s?;\s?\r?\Z|[=(:][^\n]{0,300}[\"']\s?;\s?\r?\Z|(?<![0-9A-Fa-f])[{}]\s?\r?\Z"
    r"|^\s{0,40}(?://|/\*|#include|#define|\*/|\$\s)"
    r"|\"[\w$-]{1,40}\"\s?:\s?[\"\[{]|'[\w$;.-]{1,40}'\s?:\s?['\"\[{]"
    r"|\[\^\\|\\[uxU]\{?[0-9A-Fa-f]{2,8}\}?-\\[uxU]\{?[0-9A-Fa-f]{2,8}\}?[^\s\]]{0,200}\]"
    r"|\[(?:\\[uxU][0-9A-Fa-f]{2,8}){1,64}\][+*{/|]"
    r"|\\[pP]\{|\\[dwsbDWSB][+*?\])]|\(\?[:=!<]|=>"
)
# What shows code only in company: heads of blocks, statements without anything around them, and their ends.
_LIKELY = re.compile(
    r"^\s{0,60}(?:(?:async )?def \w{1,60}\(|class \w{1,60}[(:{ ]|import [\w.{]|from [\w.]{1,60} import\b|package [\w.]"
    r"|return\b[^.]{0,80}$|(?:el)?if\b.{1,200}[:{]$|else\s?[:{]?$|(?:for|while|with)\b.{1,200}[:{]$|try\s?[:{]$"
    r"|(?:public|private|static|protected|fn|func|function|sub|my|our|use|let|const|var)\s[\w$@%:<> ]{1,80}[=({;]"
    r"|#!/|@\w{1,40}(?:\(|$)|(?:fi|done|esac|end);?$|\w[\w.]{0,60}\s?[-+|]?=(?![0-9A-F]{2})\s?[\w\[({-][^.]{0,100}$"
    r"|[\w.]{1,60}\([^)]{0,200}\)[;,]?$)"
    r"|[{};]\s?$|^[\s\])}]{0,60}[\])}][;,]?$|^\s{0,60}[\"'][^\"']{1,200}[\"'],$"
)
# Where a quarter of the lines look like code, the rest are its comments and its data.
_SHARE = 4
# Likely lines count only beside sure ones, one in so many: laws too have items that end in a semicolon. In files
# of Python one in 20 lines is sure and every third likely; in prose of 300 languages one in 300 is likely.
_SURE_SHARE = 50
_LEAST = 3
# How many lines are enough to tell, and how much of each.
_LINES = 2_000
_WIDTH = 300


def is_code_line(line: str) -> bool:
    """Say whether a line is surely code, whatever stands around it."""
    return _STATEMENT.search(line) is not None


def is_code(text: str) -> bool:
    """Say whether a text of several lines is a file of source code."""
    lines = [line[:_WIDTH].rstrip() for line in text.split("\n", _LINES)[:_LINES] if not line.isspace() and line]
    if len(lines) < _LEAST:
        return False
    sure = sum(map(is_code_line, lines))
    if sure * _SURE_SHARE < len(lines) or sure == 0:
        return False
    return sum(is_code_line(line) or _LIKELY.search(line) is not None for line in lines) * _SHARE > len(lines)
