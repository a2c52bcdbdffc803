"""Rule and Pack: what a file of rules holds, and every fault it can have.

A pack is one TOML file. Its top-level keys are defaults for its rules, its tables
are the rules, and it may point to a flat table (TSV) whose rows inherit the rest.
Reading never stops at the first fault: all of a file are told at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from cleantext.errors import RuleError

SAFETY = ("safe", "gated", "report")
WHERE = ("anywhere", "edge")
# The source of tables that a script makes: counts promise nothing that an example could show.
STATISTICS = "kit statistics"
TAKES = ("line", "list", "until")


class Rule(NamedTuple):
    """One entry of a pack; empty where the file says nothing.

    `keyword` is a plain word of `pattern`, read off it, and `in_words` says that it may be
    part of a longer one.
    """

    id: str
    kind: str = ""
    line: tuple[str, ...] = ()
    find: tuple[str, ...] = ()
    pattern: str = ""
    keyword: str = ""
    in_words: bool = False
    replace: str = ""
    where: str = "anywhere"
    takes: str = "line"
    until: tuple[str, ...] = ()
    safety: str = "safe"
    source: str = ""
    removes: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    keeps: tuple[str, ...] = ()
    fails: tuple[tuple[str, str], ...] = ()


class Block(NamedTuple):
    """Part of a flat table: its rows share these examples."""

    name: str
    changes: tuple[tuple[str, str], ...]
    keeps: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Pack(NamedTuple):
    """A file of rules for one step in one language; `blocks` is empty in the compiled form."""

    id: str
    language: str
    step: str
    topic: str
    gate: int = 0
    safety: str = "safe"
    source: str = ""
    rules: tuple[Rule, ...] = ()
    columns: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    blocks: tuple[Block, ...] = ()


_PACK_KEYS: dict[str, type] = {
    "language": str,
    "step": str,
    "gate": int,
    "kind": str,
    "safety": str,
    "source": str,
    "table": str,
    "columns": list,
}
_RULE_KEYS: dict[str, type] = {
    "kind": str,
    "line": list,
    "find": list,
    "pattern": str,
    "replace": str,
    "where": str,
    "takes": str,
    "until": list,
    "safety": str,
    "source": str,
    "removes": list,
    "changes": dict,
    "keeps": list,
    "fails": dict,
}


def parse_pack(data: Mapping[str, Any], where: str, names: tuple[str, str, str]) -> Pack:
    """Build a pack from a read TOML file; `names` are its language, step and topic.

    The flat table, if any, is not read here: `columns` says what it must look like.

    Raises:
        RuleError: with every fault of the file, each saying where, what, and what to do.
    """
    language, step, topic = names
    pack_id = f"{language}.{step}.{topic}"
    found: list[str] = []
    header = {key: value for key, value in data.items() if not isinstance(value, dict)}
    _check_keys(header, _PACK_KEYS, where, found)
    _check_choice(header, "safety", SAFETY, where, found)
    rules = [
        _parse_rule(f"{pack_id}/{key}", entry, header, f"{where}: rule {key!r}", step, found)
        for key, entry in data.items()
        if isinstance(entry, dict)
    ]
    if not rules and "table" not in header:
        found.append(f"{where}: no rules; add a table such as [share-button] with line = [...]")
    if found:
        raise RuleError(found)
    return Pack(
        pack_id,
        language,
        step,
        topic,
        header.get("gate", 0),
        header.get("safety", "safe"),
        header.get("source", ""),
        tuple(rules),
        tuple(header.get("columns", ())),
    )


def missing_evidence(pack: Pack, where: str) -> list[str]:
    """Say which rules lack what every shipped rule must show: a source, a change and a near miss."""
    found: list[str] = []
    for rule in pack.rules:
        at = f"{where}: rule {rule.id.rpartition('/')[2]!r}"
        if not rule.source:
            found.append(f"{at} has no `source`; say seed NNN, kit statistics or own knowledge (year)")
        if not (rule.removes or rule.changes):
            found.append(f"{at} has no `removes` or `changes`; add an example that must change")
        if not rule.keeps:
            found.append(f"{at} has no `keeps`; add a near miss that must stay as it is")
    for block in pack.blocks if pack.source != STATISTICS else ():
        at = f"{where}: block {block.name!r}"
        if len(block.rows) > 50:
            found.append(f"{at} has {len(block.rows)} rows; cut it into blocks of at most 50, with examples each")
        if not block.changes and not _is_contested(block, pack.columns):
            found.append(f"{at} has no `#+ before => after`; add an example that must change")
        if not block.keeps:
            found.append(f"{at} has no `#= text`; add a near miss that must stay as it is")
    if pack.blocks and not pack.source:
        found.append(f"{where}: the table has no `source`; say in the header where its rows come from")
    return found


def _is_contested(block: Block, columns: tuple[str, ...]) -> bool:
    """Say whether no row of a block changes anything by itself, so that no example of it can."""
    if "flags" not in columns:
        return False
    place = columns.index("flags")
    return all("style-only" in row[place].split(";") for row in block.rows)


def _parse_rule(
    rule_id: str, entry: Mapping[str, Any], header: Mapping[str, Any], at: str, step: str, found: list[str]
) -> Rule:
    before = len(found)
    _check_keys(entry, _RULE_KEYS, at, found)
    for key, choices in (("safety", SAFETY), ("where", WHERE), ("takes", TAKES)):
        _check_choice(entry, key, choices, at, found)
    if not any(entry.get(key) for key in ("line", "find", "pattern")):
        found.append(f"{at} has none of `line`, `find`, `pattern`; say what it looks for")
    kind = entry.get("kind", header.get("kind", ""))
    if step == "boilerplate" and not kind:
        found.append(f'{at} has no `kind`; say what the line is, as in kind = "share"')
    if step != "boilerplate" and "replace" not in entry:
        found.append(f"{at} has no `replace`; say what the found text becomes")
    if (entry.get("takes") == "until") != bool(entry.get("until")):
        found.append(f'{at}: `until` and takes = "until" go together; give both or neither')
    # Here: rules that ship are compiled, and a run on them needs no pattern parser.
    from cleantext.core.pattern import faults as pattern_faults
    from cleantext.core.pattern import is_part, keyword

    pattern = entry.get("pattern", "")
    if isinstance(pattern, str) and pattern:
        found += [f"{at}: {fault}" for fault in pattern_faults(pattern)]
    if len(found) > before:
        return Rule(rule_id)
    return Rule(
        rule_id,
        kind,
        tuple(entry.get("line", ())),
        tuple(entry.get("find", ())),
        pattern,
        keyword(pattern) if pattern else "",
        bool(pattern) and is_part(pattern),
        entry.get("replace", ""),
        entry.get("where", "anywhere"),
        entry.get("takes", "line"),
        tuple(entry.get("until", ())),
        entry.get("safety", header.get("safety", "safe")),
        entry.get("source", header.get("source", "")),
        tuple(entry.get("removes", ())),
        tuple(entry.get("changes", {}).items()),
        tuple(entry.get("keeps", ())),
        tuple(entry.get("fails", {}).items()),
    )


def _check_keys(entry: Mapping[str, Any], known: Mapping[str, type], at: str, found: list[str]) -> None:
    for key, value in entry.items():
        if key not in known:
            close = _nearest(key, known)
            hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}"
            found.append(f"{at}: unknown key {key!r}; {hint}")
        elif not isinstance(value, known[key]) or isinstance(value, bool):
            found.append(f"{at}: `{key}` is {type(value).__name__} {value!r}; give a {_TYPE_NAMES[known[key]]}")
        elif isinstance(value, list | dict):
            _check_texts(key, value, at, found)


_TYPE_NAMES = {str: "text in quotes", int: "whole number", list: 'list of texts, as in ["..."]', dict: "table of texts"}


def _check_texts(key: str, value: list[Any] | dict[str, Any], at: str, found: list[str]) -> None:
    items = value if isinstance(value, list) else [*value, *value.values()]
    for item in items:
        if not isinstance(item, str):
            found.append(f"{at}: `{key}` holds {item!r}; put it in quotes")
        elif not item.strip() and isinstance(value, list):
            found.append(f"{at}: `{key}` holds an empty text; leave it out")


def _check_choice(entry: Mapping[str, Any], key: str, choices: tuple[str, ...], at: str, found: list[str]) -> None:
    value = entry.get(key)
    if isinstance(value, str) and value not in choices:
        close = _nearest(value, choices)
        hint = f"did you mean {close[0]!r}?" if close else f"choose one of {', '.join(choices)}"
        found.append(f"{at}: `{key}` is {value!r}; {hint}")


def _nearest(name: str, known: Iterable[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, known, 1)
