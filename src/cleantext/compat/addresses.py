"""Addresses: where a text holds URLs, e-mail addresses, IP addresses and paths of files.

Every search is one pass: where an address could begin anywhere, a sign that every address
has is looked for, and the rest of it to both sides of that, no further than it may reach.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address

from cleantext.core.edit import Edit

_URL = re.compile(r"(?<![\w@./+-])(?:(?:https?|ftp)://[^\s<>\"]+|www\.[^\s<>\"]+)", re.IGNORECASE)
# What ends a sentence or a quotation rather than an address.
_AFTER = ".,;:!?'*_~…。，、！？’”»…|"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_HOST_OF_WWW = re.compile(r"www(?:\.[\w-]+)*?\.[^\W\d_]{2}", re.IGNORECASE)

_AT = re.compile(r"@|\((?:at|AT)\)|\[(?:at|AT)\]|\{(?:at|AT)\}|<(?:at|AT)>")
_LOCAL = re.compile(r"[\w.+%'-]+")
# RFC 5321: no more than 64 characters before the sign; what is longer is no address.
_LONGEST_LOCAL = 64
_DOMAIN = re.compile(r"[^\W_]+(?:-+[^\W_]+)*(?:\.[^\W_]+(?:-+[^\W_]+)*)+")

_IP = re.compile(
    r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?!\w|\.\d)"
    r"|(?<![\w.:])[0-9A-Fa-f:]{2,45}(?:\.\d{1,3}){0,3}(?!\w|[.:][\w:])"
)
_ZONE = re.compile(r"%[A-Za-z0-9]{1,15}")

_SEGMENT = r"[\w.+@%~#=-]+"
_PATH = re.compile(
    rf"(?<![\w/\\.~:@<=$-])(?:"
    rf"(?:~|\.\.?)(?:/{_SEGMENT})+/?"
    rf"|(?:/{_SEGMENT}){{2}}(?:/{_SEGMENT})*/?"
    rf"|[A-Za-z]:[\\/]{_SEGMENT}(?:[\\/]{_SEGMENT})*\\?"
    rf")"
)


def urls(text: str, token: str) -> Iterator[Edit]:
    """Yield a token for each URL that begins with a scheme of the web or with `www.`, without what follows it."""
    if "://" not in text and "www." not in text.lower():
        return
    for found in _URL.finditer(text):
        end = _end_of_url(text, *found.span())
        if _is_url(text[found.start() : end]):
            yield _edit(text, (found.start(), end), token, "url")


def emails(text: str, token: str) -> Iterator[Edit]:
    """Yield a token for each e-mail address, `(at)` and its like for the sign included."""
    for found in _AT.finditer(text):
        start = _start_of_local(text, found.start())
        domain = _DOMAIN.match(text, found.end())
        end = _end_of_domain(domain) if domain else 0
        if start < found.start() and end:
            yield _edit(text, (start, end), token, "email")


def ip_addresses(text: str, token: str) -> Iterator[Edit]:
    """Yield a token for each address of version 4 or 6, but none for a part of a longer run of numbers."""
    for found in _IP.finditer(text):
        if _is_ip(found[0]) and (found[0] != "::" or _is_alone(text, *found.span())):
            zone = _ZONE.match(text, found.end()) if ":" in found[0] else None
            yield _edit(text, (found.start(), zone.end() if zone else found.end()), token, "ip-address")


def file_paths(text: str, token: str) -> Iterator[Edit]:
    """Yield a token for each path of two names or more, or of one behind `./`, `~/` or a drive."""
    if "/" not in text and "\\" not in text:
        return
    for found in _PATH.finditer(text):
        start, end = found.span()
        while text[end - 1] == ".":
            end -= 1
        if text[end : end + 1] != ">":
            yield _edit(text, (start, end), token, "file-path")


def _end_of_url(text: str, start: int, end: int) -> int:
    """Leave out punctuation at the end, and a closing bracket that opens before the address."""
    opened = {mark: text.count(opening, start, end) - text.count(mark, start, end) for mark, opening in _PAIRS.items()}
    # A bracket too many in the middle is the end of what stands around the address.
    if opened[")"] < 0:
        end = _balanced(text, start, end)
        opened = {mark: text.count(sign, start, end) - text.count(mark, start, end) for mark, sign in _PAIRS.items()}
    while end > start:
        last = text[end - 1]
        if last in opened and opened[last] < 0:
            opened[last] += 1
        elif last not in _AFTER:
            break
        end -= 1
    return end


def _balanced(text: str, start: int, end: int) -> int:
    depth = 0
    for place in range(start, end):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth < 0:
            return place
    return end


def _is_url(address: str) -> bool:
    scheme, slashes, rest = address.partition("://")
    return bool(rest) and (rest[0].isalnum() or rest[0] == "[") if slashes else bool(_HOST_OF_WWW.match(scheme))


def _start_of_local(text: str, at: int) -> int:
    """Return where the name before the sign begins; the place of the sign itself where there is none."""
    before = text[max(0, at - _LONGEST_LOCAL - 1) : at]
    found = _LOCAL.match(before[::-1])
    if found is None or len(found[0]) > _LONGEST_LOCAL or found[0][0] == ".":
        return at
    name = found[0][::-1].lstrip(".+%'-")
    return at - len(name)


def _end_of_domain(domain: re.Match[str]) -> int:
    """Return where a domain ends, by the last of its parts that is all letters; 0 where none is that."""
    end = domain.end()
    parts = domain[0].split(".")
    while len(parts) > 1 and not (len(parts[-1]) > 1 and parts[-1].isalpha()):
        end -= len(parts.pop()) + 1
    return end if len(parts) > 1 else 0


def _is_ip(address: str) -> bool:
    if ":" in address and address != "::" and not any(map(str.isdigit, address)):
        # `dead::beef` might be one, but is far more often two names of a program.
        return False
    try:
        ip_address(address)
    except ValueError:
        return False
    return True


def _is_alone(text: str, start: int, end: int) -> bool:
    """Say whether two colons are the address that is all zeros; in running text they are a sign of programs."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return after[:1] == "/" or not (before.strip() or after.strip() or len(text) > 4)


def _edit(text: str, span: tuple[int, int], token: str, kind: str) -> Edit:
    start, end = span
    return Edit(start, end, text[start:end], token, f"compat.clean-text/{kind}")
