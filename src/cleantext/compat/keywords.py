"""Keywords of clean-text: their names, their order and what they are by default."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from cleantext.errors import OptionError
from cleantext.options import nearest


class Keywords(NamedTuple):
    """What `clean` of clean-text takes behind the text, in its order."""

    fix_unicode: bool = True
    to_ascii: bool = True
    lower: bool = True
    normalize_whitespace: bool = True
    no_line_breaks: bool = False
    strip_lines: bool = True
    keep_two_line_breaks: bool = False
    no_code: bool = False
    no_urls: bool = False
    no_emails: bool = False
    no_phone_numbers: bool = False
    no_ip_addresses: bool = False
    no_file_paths: bool = False
    no_numbers: bool = False
    no_digits: bool = False
    no_currency_symbols: bool = False
    no_punct: bool = False
    no_emoji: bool = False
    replace_with_code: str = "<CODE>"
    replace_with_url: str = "<URL>"
    replace_with_email: str = "<EMAIL>"
    replace_with_phone_number: str = "<PHONE>"
    replace_with_ip_address: str = "<IP>"
    replace_with_file_path: str = "<FILE_PATH>"
    replace_with_number: str = "<NUMBER>"
    replace_with_digit: str = "0"
    replace_with_currency_symbol: str | None = "<CUR>"
    replace_with_punct: str = ""
    lang: str = "en"
    exceptions: tuple[str, ...] = ()


def keywords(values: tuple[object, ...], options: dict[str, object]) -> Keywords:
    """Return what a call asks for, by place and by name.

    Raises:
        OptionError: a keyword that clean-text does not have, or a value that it cannot have.
    """
    if len(values) > len(Keywords._fields):
        raise OptionError(f"clean: {len(values)} options by place, and there are {len(Keywords._fields)}; name them")
    given = dict(zip(Keywords._fields, values))
    for name, value in options.items():
        if name not in Keywords._fields:
            raise OptionError(f"{name}: no keyword of clean-text; {nearest(name, Keywords._fields)}")
        if name in given:
            raise OptionError(f"{name}: given by place and by name; give it once")
        given[name] = value
    checked = {name: _checked(name, value) for name, value in given.items()}
    return Keywords(**checked)  # type: ignore[arg-type]  # each value has been looked at


def token(name: str, value: object) -> str:
    """Return a replacement that is a text.

    Raises:
        OptionError: it is something else.
    """
    if not isinstance(value, str):
        raise OptionError(f"{name}={value!r}: give a text, as in {name}='<X>'")
    return value


def _checked(name: str, value: object) -> object:
    if name == "exceptions":
        return _patterns(value)
    if name == "replace_with_currency_symbol" and value is None:
        return value
    if isinstance(Keywords._field_defaults[name], str):
        return token(name, value)
    if not isinstance(value, bool):
        raise OptionError(f"{name}={value!r}: say True or False")
    return value


def _patterns(value: object) -> tuple[str, ...]:
    """Return the patterns of `exceptions`; one alone may come without its list."""
    if value is None:
        return ()
    wishes = (value,) if isinstance(value, str) else value
    if not isinstance(wishes, Iterable):
        raise OptionError(f"exceptions={value!r}: give a list of patterns, as in exceptions=['drive-thru']")
    patterns: list[str] = []
    for pattern in wishes:
        if not isinstance(pattern, str):
            raise OptionError(f"exceptions holds {pattern!r}; give patterns as texts")
        try:
            re.compile(pattern)
        except (re.error, RecursionError, OverflowError) as error:
            raise OptionError(f"exceptions holds {pattern!r}, which does not compile ({error}); correct it") from error
        patterns.append(pattern)
    return tuple(patterns)
