"""Fingerprint: a hash of all that decides what comes out of a document, besides the document."""

from __future__ import annotations

import os
import unicodedata
from functools import cache
from hashlib import blake2b
from importlib.metadata import version

from cleantext import __version__
from cleantext.config import Config
from cleantext.core.load import RULES

# Sources: what runs is their compiled form.
_SOURCES = ".toml"
# What repairs and matches besides us. Another version may do so differently.
_NEEDED = ("ahocorasick_rs", "ftfy", "regex")


@cache
def rules_version() -> str:
    """Return the hash of the rules that ship, of whatever kind."""
    hashed = blake2b(digest_size=12)
    for place, folders, files in os.walk(RULES):
        folders.sort()
        for name in sorted(files):
            if not name.endswith(_SOURCES):
                path = os.path.join(place, name)
                with open(path, "rb") as stream:
                    data = stream.read()
                hashed.update(f"{os.path.relpath(path, RULES)}\0{len(data)}\0".encode())
                hashed.update(data)
    return hashed.hexdigest()


def config_hash(config: Config) -> str:
    """Return the hash of a configuration, the content of its own rules and names included."""
    return _hash(repr(tuple(config)))


def fingerprint(config: Config, options: tuple[str, ...]) -> str:
    """Return the hash of a configuration, of options beside it, and of what runs."""
    versions = (__version__, unicodedata.unidata_version, *map(version, _NEEDED))
    return _hash(repr((config_hash(config), options, rules_version(), versions)))


def options_of(config: Config) -> dict[str, object]:
    """Return a configuration as its options; own rules and names by id and hash, as what they say may be long."""
    options: dict[str, object] = config._asdict()
    options["rules"] = [{"id": pack.id, "hash": _hash(repr(pack))} for pack in config.rules]
    if config.names is not None:
        options["names"] = {"id": config.names.id, "hash": _hash(repr(config.names))}
    return options


def _hash(written: str) -> str:
    return blake2b(written.encode("utf-8", "backslashreplace"), digest_size=12).hexdigest()
