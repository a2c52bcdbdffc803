"""Decode: bytes to text, with the codec of every part remembered.

Order matters: a byte order mark says it all; UTF-16 and UTF-32 without one, and text with
escapes, may be valid UTF-8 byte for byte, so they are asked before it; then UTF-8 as a
whole; and only then line by line, where an encoding must be found out.
"""

from __future__ import annotations

import codecs
from difflib import get_close_matches

from cleantext.core.encoding import decode_run, encode_runs, holes, kept
from cleantext.errors import DecodeError, OptionError
from cleantext.steps.decode.wide import escaped_codec, utf16_by_sense, wide_codec

Runs = tuple[tuple[str, int], ...]

# UTF-32-LE's mark begins with UTF-16-LE's, so it is asked first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le-sig"),
    (codecs.BOM_UTF32_BE, "utf-32-be-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le-sig"),
    (codecs.BOM_UTF16_BE, "utf-16-be-sig"),
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
    if wide := wide_codec(data):
        return _wide(data, wide)
    if escaped := escaped_codec(data):
        return _escaped(data, escaped)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _found_out(data)
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
        text = data.decode(codec) if holes(codec) else decode_run(data, codec)
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
        return _wide(data, codec)
    try:
        text = decode_run(data, codec)
    except UnicodeDecodeError:
        return None
    return text, ((codec, len(text)),)


def _wide(data: bytes, codec: str) -> tuple[str, Runs]:
    """Decode UTF-16 or UTF-32; a last odd byte, cut off in transit, is kept as cp1252."""
    whole = len(data) - len(data) % 2
    text = decode_run(data[:whole], codec)
    runs: Runs = ((codec, len(text)),)
    if whole < len(data):
        return text + decode_run(data[whole:], "cp1252"), (*runs, ("cp1252", 1))
    return text, runs


def _escaped(data: bytes, codec: str) -> tuple[str, Runs]:
    """Decode text with escapes, line by line where each line ends as it began, in ASCII."""
    whole = data.decode(codec)
    lines = data.splitlines(keepends=True)
    texts = [line.decode(codec, "replace") for line in lines]
    if "".join(texts) != whole:
        lines, texts = [data], [whole]
    runs: list[tuple[str, int]] = []
    for line, text in zip(lines, texts, strict=True):
        # The same characters can be had by several escapes.
        came_back = _comes_back(text, ((codec, len(text)),), line)
        if came_back and runs and runs[-1][0] == codec:
            runs[-1] = (codec, runs[-1][1] + len(text))
        else:
            runs.append((codec if came_back else kept(line), len(text)))
    return "".join(texts), tuple(runs)


def _found_out(data: bytes) -> tuple[str, Runs]:
    codec = utf16_by_sense(data)
    return _wide(data, codec) if codec else _by_line(data)


def _by_line(data: bytes) -> tuple[str, Runs]:
    # Text in UTF-8 has no need of the tables of letters that this reads.
    from cleantext.steps.decode.mixed import by_line

    return by_line(data)
