"""Decode: bytes to text, with the codec of every part remembered.

Order matters: a byte order mark says it all; UTF-16 without one is told by its NULs,
which UTF-8 would accept; then UTF-8 as a whole; and only then line by line, UTF-8
where a line is that and cp1252 for the rest, as in files that two programs wrote.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from difflib import get_close_matches

from cleantext.core.encoding import decode_run, encode_runs, kept
from cleantext.errors import DecodeError, OptionError

Runs = tuple[tuple[str, int], ...]

# UTF-32-LE's mark begins with UTF-16-LE's, so it is asked first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le-sig"),
    (codecs.BOM_UTF32_BE, "utf-32-be-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le-sig"),
    (codecs.BOM_UTF16_BE, "utf-16-be-sig"),
)
# Enough to see the NUL pattern, whatever the size of the file.
_SAMPLE = 4096
# Western text in UTF-16 has a NUL beside nearly every letter; one in three leaves room for other scripts.
_NUL_SHARE = 0.33
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)


def decode(data: bytes, encoding: str | None = None) -> tuple[str, Runs]:
    """Return the text and its runs of (codec, code points); any bytes decode where `encoding` is None.

    Raises:
        OptionError: there is no such `encoding`.
        DecodeError: the bytes are not in the `encoding` that was named.
    """
    if encoding is not None:
        return _decode_as(data, encoding)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            marked = _marked(data, codec, len(mark))
            if marked:
                return marked
    if b"\0" in data[:_SAMPLE]:
        byte_order = _utf16_by_nuls(data[:_SAMPLE])
        if byte_order:
            return _utf16(data, byte_order, 2)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _by_line(data)
    return text, (("utf-8", len(text)),)


def known_encoding(name: str) -> str:
    """Return Python's name for an encoding of text.

    Raises:
        OptionError: there is none of that name, with the nearest one.
    """
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError, TypeError):
        info = None
    # Codecs such as rot13 and zlib do not make text of bytes.
    if info is None or not getattr(info, "_is_text_encoding", True):
        from encodings.aliases import aliases

        close = get_close_matches(str(name).lower().replace("-", "_"), [*aliases, *aliases.values()], 1)
        hint = f"did you mean {close[0]!r}?" if close else "Python's documentation lists them under 'codecs'"
        raise OptionError(f"encoding={name!r}: there is no such encoding; {hint}")
    return info.name


def _decode_as(data: bytes, encoding: str) -> tuple[str, Runs]:
    codec = _as_found(data, known_encoding(encoding))
    try:
        text = decode_run(data, codec) if codec != "cp1252" else data.decode("cp1252")
    except UnicodeDecodeError as error:
        # The error counts from behind the byte order mark.
        place = error.start + len(data) - len(error.object)
        raise DecodeError(
            f"not {encoding} as `encoding` says (byte 0x{data[place]:02x} at {place});"
            " leave `encoding` out to let us choose"
        ) from error
    except UnicodeError as error:
        raise DecodeError(
            f"not {encoding} as `encoding` says ({error}); leave `encoding` out to let us choose"
        ) from error
    runs: Runs = ((codec, len(text)),)
    if not _comes_back(text, runs, data):
        # Tables with two ways to write a letter, and encodings with states, forget which was used.
        runs = ((kept(data), len(text)),)
    return text, runs


def _as_found(data: bytes, codec: str) -> str:
    """Name the byte order, and whether there is a mark, of an encoding as people say it: "utf-16", "utf-8-sig"."""
    for mark, marked in _MARKS:
        if data.startswith(mark) and marked.startswith(codec.removesuffix("-sig")):
            return marked
    # Without a mark Python reads these in the order of the machine that it runs on.
    return {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(codec, codec)


def _comes_back(text: str, runs: Runs, data: bytes) -> bool:
    try:
        return encode_runs(text, runs) == data
    except UnicodeError:
        return False


def _marked(data: bytes, codec: str, mark: int) -> tuple[str, Runs] | None:
    if codec == "utf-8-sig":
        try:
            text = decode_run(data, codec)
        except UnicodeDecodeError:
            text, runs = _by_line(data[mark:])
            return text, ((codec, 0), *runs)
        return text, ((codec, len(text)),)
    if codec.startswith("utf-16"):
        return _utf16(data, codec, 2)
    try:
        text = decode_run(data, codec)
    except UnicodeDecodeError:
        return None
    return text, ((codec, len(text)),)


def _utf16(data: bytes, codec: str, unit: int) -> tuple[str, Runs]:
    """Decode UTF-16; a last odd byte, cut off in transit, is kept as cp1252."""
    whole = len(data) - len(data) % unit
    text = decode_run(data[:whole], codec)
    runs: Runs = ((codec, len(text)),)
    if whole < len(data):
        return text + decode_run(data[whole:], "cp1252"), (*runs, ("cp1252", 1))
    return text, runs


def _utf16_by_nuls(sample: bytes) -> str | None:
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd >= _NUL_SHARE * half and even * 20 <= odd:
        return "utf-16-le"
    if even >= _NUL_SHARE * half and odd * 20 <= even:
        return "utf-16-be"
    return None


def _by_line(data: bytes) -> tuple[str, Runs]:
    texts: list[str] = []
    runs: list[list[str | int]] = []
    for codec, piece in _pieces(data):
        text = decode_run(piece, codec)
        texts.append(text)
        # ASCII is the same in both, so it goes with its neighbour: few runs for a long file.
        if runs and (runs[-1][0] == codec or piece.isascii()):
            runs[-1][1] = int(runs[-1][1]) + len(text)
        else:
            runs.append([codec, len(text)])
    return "".join(texts), tuple((str(codec), int(length)) for codec, length in runs)


def _pieces(data: bytes) -> Iterator[tuple[str, bytes]]:
    for line in data.splitlines(keepends=True):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield from _mixed(line)
        else:
            yield "utf-8", line


def _mixed(line: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a line as cp1252, or, where most of its letters beyond ASCII are UTF-8, in parts."""
    inside = sum(len(found) for found in _MULTIBYTE.findall(line))
    beyond_ascii = len(line) - len(line.translate(None, _HIGH))
    if inside * 2 <= beyond_ascii:
        yield "cp1252", line
        return
    position = 0
    for found in _MULTIBYTE.finditer(line):
        if found.start() > position:
            between = line[position : found.start()]
            yield ("utf-8" if between.isascii() else "cp1252"), between
        yield "utf-8", found[0]
        position = found.end()
    if position < len(line):
        rest = line[position:]
        yield ("utf-8" if rest.isascii() else "cp1252"), rest


_HIGH = bytes(range(128, 256))
