"""Inputs: the files that the names of a command line stand for, and where below the output folder each belongs.

Everything that is wrong with them is found here, before a file is read or written.
"""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from typing import NoReturn

from cleantext.cli.records import STANDARD, unreadable
from cleantext.errors import InputError
from cleantext.jobs.task import Input
from cleantext.jobs.whole import STATE

FORMATS = ("text", "jsonl", "parquet")
# What a run writes beside the files; in a folder that one has written they are no documents.
OWN = ("manifest.json", "errors.jsonl")
_SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}
_PACKINGS = {".gz": "gz", ".zst": "zst"}
# Read as text these would come out damaged. What is not listed is text.
_FOREIGN = (
    " .7z .arrow .avi .avro .bin .bz2 .csv .db .dll .doc .docx .epub .exe .feather .gif .gz .h5 .ipynb .jar .jpeg .jpg"
    " .json .lz4 .mkv .mobi .mov .mp3 .mp4 .npy .npz .odp .ods .odt .ogg .orc .pdf .pickle .pkl .png .ppt .pptx .pyc"
    " .rar .rtf .so .sqlite .svg .tar .tgz .tif .tiff .tsv .wav .webm .webp .woff .xls .xlsx .xz .zip .zst .zstd "
)
_SHOWN = 3


def find(names: Sequence[str], folder: str, form: str | None) -> tuple[Input, ...]:
    """Return the files that some names stand for, in a fixed order; `form` is a format for all of them.

    Raises:
        InputError: a name without a file, a file that cannot be read, two files for one place, or
            an output folder among the inputs.
    """
    if not names:
        raise InputError("no input; name files or folders")
    _check_folder(names, folder)
    found = [pair for name in names for pair in _expanded(name)]
    _check_places(found, folder)
    _check_suffixes([path for path, _ in found], form)
    return tuple(_input(path, relative, form) for path, relative in found)


def _check_folder(names: Sequence[str], folder: str) -> None:
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise InputError(f"{folder}: is a file, and the output is a folder; name another")
    output = os.path.realpath(folder)
    for name in names:
        if os.path.isdir(name) and _is_within(output, os.path.realpath(name)):
            raise InputError(f"{folder}: lies in the input {name}; name a folder outside it")
        if os.path.exists(name) and _is_within(os.path.realpath(name), output):
            raise InputError(f"{name}: lies in the output folder {folder}; name another output folder")
    there = output
    while not os.path.exists(there):
        there = os.path.dirname(there)
    if not os.access(there, os.W_OK | os.X_OK):
        raise InputError(f"{folder}: cannot be written (permission denied); choose another place")


def _expanded(name: str) -> Iterator[tuple[str, str]]:
    """Yield the files of a name, each with its path below the output folder."""
    if name == STANDARD:
        raise InputError("-: a run reads files, to take them up again; write the input to one, or leave out `run`")
    if os.path.isdir(name):
        yield from _inside(name)
    elif os.path.exists(name) or not glob.has_magic(name):
        yield name, os.path.basename(name)
    else:
        yield from _matching(name)


def _inside(folder: str) -> Iterator[tuple[str, str]]:
    """Yield the files of a folder and of those in it, by name; hidden ones are none."""
    is_empty = True
    for place, folders, files in os.walk(folder, onerror=_raise):
        own = OWN if STATE in folders else ()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and name not in own:
                is_empty = False
                path = os.path.join(place, name)
                yield path, os.path.relpath(path, folder)
    if is_empty:
        raise InputError(f"{folder}: has no files in it; check the name")


def _matching(pattern: str) -> Iterator[tuple[str, str]]:
    """Yield what a pattern stands for that the shell left as it is; places begin where the pattern does."""
    parts = pattern.split(os.sep)
    fixed = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    root = os.sep.join(parts[:fixed]) or (os.sep if pattern.startswith(os.sep) else ".")
    matching = sorted(path for path in glob.glob(pattern, recursive=True) if not os.path.isdir(path))
    if not matching:
        raise InputError(f"{pattern}: no file has such a name; check the pattern")
    for path in matching:
        yield path, os.path.relpath(path, root)


def _check_places(found: Sequence[tuple[str, str]], folder: str) -> None:
    """Refuse what would write two files into one, or a file where another needs a folder, or over an input."""
    places: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path, relative in found:
        if relative in (*OWN, STATE):
            raise InputError(f"{path}: would take the place of what a run tells of itself; rename it")
        if relative in places:
            raise InputError(
                f"{relative}: stands for {places[relative]} and for {path}; name the folder above them, or run twice"
            )
        places[relative] = path
        while relative := os.path.dirname(relative):
            folders[relative] = path
    for relative in places.keys() & folders.keys():
        raise InputError(f"{relative}: is a file in {places[relative]} and a folder in {folders[relative]}; run twice")
    real = {os.path.realpath(path): path for path, _ in found}
    output = os.path.realpath(folder)
    for path, relative in found:
        target = os.path.realpath(os.path.join(folder, relative))
        if target in real or _is_within(os.path.realpath(path), output):
            raise InputError(f"{real.get(target, path)}: would be written over; name another output folder")


def _check_suffixes(paths: Sequence[str], form: str | None) -> None:
    unknown = [path for path in paths if not _is_known(path, form)]
    if not unknown:
        return
    shown = ", ".join(unknown[:_SHOWN]) + (f" and {len(unknown) - _SHOWN} more" if len(unknown) > _SHOWN else "")
    if form == "text":
        raise InputError(f"{shown}: compressed text is not read; unpack it first")
    raise InputError(f"{shown}: no text, JSON lines or Parquet by the name; leave it out, or say which with --format")


def _is_known(path: str, form: str | None) -> bool:
    stem, packing = _split(path)
    if form is not None:
        return not packing or form == "jsonl"
    suffix = _suffix(stem)
    return _SUFFIXES.get(suffix) == "jsonl" if packing else not suffix or f" {suffix} " not in _FOREIGN


def _input(path: str, relative: str, form: str | None) -> Input:
    try:
        status = os.stat(path)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    if not stat.S_ISREG(status.st_mode):
        raise InputError(f"{path}: is no file; leave it out")
    if not os.access(path, os.R_OK):
        raise InputError(f"{path}: may not be read (permission denied); change its mode, or leave it out")
    stem, packing = _split(path)
    return Input(
        path, relative, form or _SUFFIXES.get(_suffix(stem), "text"), packing, status.st_size, status.st_mtime_ns
    )


def _split(path: str) -> tuple[str, str]:
    """Return a name without the ending of a compressed file, and how it is compressed."""
    stem, suffix = os.path.splitext(path)
    packing = _PACKINGS.get(suffix.lower(), "")
    return (stem, packing) if packing else (path, "")


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _raise(error: OSError) -> NoReturn:
    raise unreadable(str(error.filename), error) from error
