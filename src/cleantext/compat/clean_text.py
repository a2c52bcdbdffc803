"""Clean-text: its functions with its keywords, over our API.

What they give is what clean-text gives, but where that is a defect; each difference has
its row on the page "Moving over from clean-text". Every function takes time in proportion
to the text. They lower, delete and replace because the caller asks for it, so
unlike `cleantext.clean` they keep no account.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from functools import partial
from typing import Literal, cast

from cleantext.api import clean as cleaned
from cleantext.compat import addresses, figures, marks, plain
from cleantext.compat.blanks import Layout, blanks
from cleantext.compat.exceptions import exceptions
from cleantext.compat.guarded import Finder, Guarded
from cleantext.compat.keywords import Keywords, keywords, token
from cleantext.compat.repaired import repairs
from cleantext.config import DEFAULT, Config
from cleantext.errors import OptionError
from cleantext.parallel import in_processes

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]

__all__ = [
    "clean",
    "clean_texts",
    "fix_bad_unicode",
    "fix_strange_quotes",
    "normalize_whitespace",
    "remove_emoji",
    "remove_punct",
    "replace_code",
    "replace_currency_symbols",
    "replace_digits",
    "replace_emails",
    "replace_file_paths",
    "replace_ip_addresses",
    "replace_numbers",
    "replace_phone_numbers",
    "replace_punct",
    "replace_urls",
    "to_ascii_unicode",
]

# What ftfy does by default and clean-text with it, by our own repairs, which leave `C:\new` alone.
_UNICODE = Config(
    steps=("characters/escapes", "characters/encoding", "characters/normal-form"),
    also=("control-characters", "letter-apostrophes", "ligatures", "line-breaks", "straight-quotes", "width-forms"),
)
_FORMS: tuple[Form, ...] = ("NFC", "NFD", "NFKC", "NFKD")
# As many texts as one worker takes at a time; fewer are not worth a process.
_BATCH = 256


def clean(text: str | bytes | None, *values: object, **options: object) -> str:
    """Return a text cleaned as clean-text does, by its keywords; None gives an empty text.

    Raises:
        OptionError: a keyword that clean-text does not have, a value it cannot have, or no text.
    """
    return _clean(text, keywords(values, options))


def clean_texts(texts: Iterable[str | bytes | None], n_jobs: int | None = 1, **options: object) -> list[str]:
    """Return each text cleaned, in order, by `n_jobs` processes; -1 is one a processor, -2 one fewer.

    Raises:
        OptionError: as `clean`, or `n_jobs` is 0 or no whole number.
    """
    wishes = keywords((), options)
    jobs = _jobs(n_jobs)
    given = list(texts)
    workers = min(jobs, -(-len(given) // _BATCH))
    if workers < 2:
        return [_clean(text, wishes) for text in given]
    return [text or "" for text in in_processes(partial(_task, wishes=wishes), given, DEFAULT, workers)]


def fix_bad_unicode(text: str, normalization: str | None = "NFC") -> str:
    """Repair encoding damage and left-over escapes; straighten quotes, widths and ligatures."""
    if normalization is not None and normalization not in _FORMS:
        raise OptionError(f"normalization={normalization!r}: give one of {', '.join(_FORMS)}, or None")
    if normalization == "NFC":
        return cleaned(_text(text), _UNICODE)
    repaired = cleaned(_text(text), _UNICODE, without="characters/normal-form")
    return unicodedata.normalize(cast("Form", normalization), repaired) if normalization else repaired


def fix_strange_quotes(text: str) -> str:
    """Write quotation marks of all kinds as straight ones."""
    return _edited(text, marks.strange_quotes)


def to_ascii_unicode(text: str, lang: str = "en", no_emoji: bool = False) -> str:
    """Write what has a form in ASCII in it; "de" keeps umlauts; the rest stays, emoji unless `no_emoji`."""
    language = token("lang", lang).lower()
    plainly = _edited(text, partial(plain.to_ascii, language=language))
    return _edited(plainly, marks.emoji) if no_emoji else plainly


def normalize_whitespace(
    text: str, no_line_breaks: bool = False, strip_lines: bool = True, keep_two_line_breaks: bool = False
) -> str:
    """Write one space or line break for a run of blanks, none at the ends."""
    return _edited(text, partial(blanks, layout=Layout(no_line_breaks, strip_lines, keep_two_line_breaks)))


def replace_urls(text: str, replace_with: str = "<URL>") -> str:
    """Replace URLs that have a scheme of the web, or begin with `www.`."""
    return _edited(text, partial(addresses.urls, token=token("replace_with", replace_with)))


def replace_emails(text: str, replace_with: str = "<EMAIL>") -> str:
    """Replace e-mail addresses, with `(at)` for the sign too."""
    return _edited(text, partial(addresses.emails, token=token("replace_with", replace_with)))


def replace_ip_addresses(text: str, replace_with: str = "<IP>") -> str:
    """Replace IP addresses of version 4 and 6."""
    return _edited(text, partial(addresses.ip_addresses, token=token("replace_with", replace_with)))


def replace_file_paths(text: str, replace_with: str = "<FILE_PATH>") -> str:
    """Replace paths of files and folders."""
    return _edited(text, partial(addresses.file_paths, token=token("replace_with", replace_with)))


def replace_phone_numbers(text: str, replace_with: str = "<PHONE>") -> str:
    """Replace phone numbers."""
    return _edited(text, partial(figures.phone_numbers, token=token("replace_with", replace_with)))


def replace_numbers(text: str, replace_with: str = "<NUMBER>") -> str:
    """Replace numbers that are not part of a word."""
    return _edited(text, partial(figures.numbers, token=token("replace_with", replace_with)))


def replace_digits(text: str, replace_with: str = "0") -> str:
    """Replace each digit."""
    return _edited(text, partial(figures.digits, token=token("replace_with", replace_with)))


def replace_currency_symbols(text: str, replace_with: str | None = "<CUR>") -> str:
    """Replace signs of currencies; None writes the code, as in USD."""
    wish = None if replace_with is None else token("replace_with", replace_with)
    return _edited(text, partial(figures.currency_symbols, token=wish))


def replace_code(text: str, replace_with: str = "<CODE>") -> str:
    """Replace fenced code, and code between backticks."""
    return _edited(text, partial(marks.code, token=token("replace_with", replace_with)))


def replace_punct(text: str, replace_with: str = " ") -> str:
    """Replace each character of punctuation."""
    return _edited(text, partial(marks.punctuation, token=token("replace_with", replace_with)))


def remove_punct(text: str) -> str:
    """Remove punctuation."""
    return replace_punct(text, "")


def remove_emoji(text: str) -> str:
    """Remove emoji."""
    return _edited(text, marks.emoji)


def _clean(text: str | bytes | None, wishes: Keywords) -> str:
    if text is None:
        return ""
    if isinstance(text, bytes | bytearray | memoryview):
        text = cleaned(bytes(text), steps=())
    state = Guarded(_text(text), exceptions(text, wishes.exceptions) if wishes.exceptions else ())
    if wishes.fix_unicode:
        state = _repaired(state)
    for find in _replacements(wishes):
        state = state.with_tokens(find)
    if wishes.no_emoji:
        state = state.edited(marks.emoji)
    if wishes.to_ascii:
        state = state.edited(partial(plain.to_ascii, language=wishes.lang.lower()))
    if wishes.no_punct:
        state = state.edited(partial(marks.punctuation, token=wishes.replace_with_punct))
    if wishes.lower:
        state = state.lowered()
    if wishes.normalize_whitespace:
        layout = Layout(wishes.no_line_breaks, wishes.strip_lines, wishes.keep_two_line_breaks)
        state = state.edited_in_tokens(partial(blanks, layout=layout))
    return state.text


def _replacements(wishes: Keywords) -> list[Finder]:
    """Return what puts tokens in place, in an order in which none takes a part of what a later one is after."""
    finders: tuple[tuple[bool, Finder], ...] = (
        (wishes.no_code, partial(marks.code, token=wishes.replace_with_code)),
        (wishes.no_urls, partial(addresses.urls, token=wishes.replace_with_url)),
        (wishes.no_emails, partial(addresses.emails, token=wishes.replace_with_email)),
        (wishes.no_file_paths, partial(addresses.file_paths, token=wishes.replace_with_file_path)),
        (wishes.no_ip_addresses, partial(addresses.ip_addresses, token=wishes.replace_with_ip_address)),
        (wishes.no_phone_numbers, partial(figures.phone_numbers, token=wishes.replace_with_phone_number)),
        (wishes.no_numbers, partial(figures.numbers, token=wishes.replace_with_number)),
        (wishes.no_digits, partial(figures.digits, token=wishes.replace_with_digit)),
        (
            wishes.no_currency_symbols,
            partial(figures.currency_symbols, token=wishes.replace_with_currency_symbol),
        ),
    )
    return [find for is_wanted, find in finders if is_wanted]


def _repaired(state: Guarded) -> Guarded:
    if not state.exceptions:
        return Guarded(cleaned(state.text, _UNICODE))
    return state.edited(partial(repairs, config=_UNICODE, exceptions=state.exceptions))


def _edited(text: str, find: Finder) -> str:
    return Guarded(_text(text)).edited(find).text


def _text(text: object) -> str:
    if not isinstance(text, str):
        raise OptionError(f"text is {type(text).__name__}, not str; give one text, or use clean_texts() for several")
    return text


def _task(text: str | bytes | None, _: Config, *, wishes: Keywords) -> str:
    return _clean(text, wishes)


def _jobs(wish: object) -> int:
    if wish is None:
        return 1
    if not isinstance(wish, int) or wish == 0:
        raise OptionError(f"n_jobs={wish!r}: give a whole number but 0, or None for one process")
    return wish if wish > 0 else max(1, (os.cpu_count() or 1) + 1 + wish)
