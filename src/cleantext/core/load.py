"""Load: rule packs from where they lie.

People edit TOML and TSV under `rules/<language>/<step>/`; what ships and is read at
run time is the compiled form, one JSON file a step and language, without examples.
`compile_rules` makes it, and a test compares the two.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from cleantext.core.rule import Block, Pack, Rule, parse_pack
from cleantext.errors import RuleError

if TYPE_CHECKING:
    from pathlib import Path

# Plain strings: a run on packaged rules does without pathlib, which costs 8 ms to import.
RULES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "rules")
COMPILED = os.path.join(RULES, "compiled")
# Raised when the shape of the compiled form changes, so that a stale file is noticed.
_FORMAT = 1
# Examples are for people and tests; a run needs none of them.
_EXAMPLES = ("source", "removes", "changes", "keeps", "fails")
_DEFAULTS = Rule("")._asdict()


@cache
def packaged(step: str) -> tuple[Pack, ...]:
    """Return the packs of a step that ship, in all languages, sorted by id; empty where it has none."""
    packs = (pack for language in languages(step) for pack in packaged_in(step, language))
    return tuple(sorted(packs, key=_pack_id))


@cache
def languages(step: str) -> tuple[str, ...]:
    """Return the languages in which a step has packs that ship, `any` among them; sorted."""
    parts = (name.split(".") for name in os.listdir(COMPILED))
    return tuple(sorted(part[1] for part in parts if part[0] == step and len(part) == 3))


@cache
def packaged_in(step: str, language: str) -> tuple[Pack, ...]:
    """Return the packs of a step that ship for one language; empty where there are none."""
    path = os.path.join(COMPILED, f"{step}.{language}.json")
    if not os.path.exists(path):
        return ()
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    if data["format"] != _FORMAT:
        name = f"{step}.{language}.json"
        raise RuleError(f"{name}: format {data['format']}, not {_FORMAT}; run `cleantext-rules compile`")
    return tuple(_from_compiled(pack) for pack in data["packs"])


def read(path: Path, step: str = "boilerplate") -> Pack:
    """Read a user's rule file; its own `language` and `step` keys say what it is for.

    Raises:
        RuleError: every fault of the file, or that it cannot be read.
    """
    data = _read_toml(path)
    names = (str(data.get("language", "user")), str(data.get("step", step)), path.stem)
    return _with_table(parse_pack(data, str(path), names), data, path)


def read_sources(root: str | Path = RULES) -> tuple[Pack, ...]:
    """Read all packs under `<root>/<language>/<step>/<topic>.toml`, examples included, sorted by id.

    Raises:
        RuleError: every fault of every file.
    """
    from pathlib import Path

    root = Path(root)
    packs: list[Pack] = []
    faults: list[str] = []
    for path in sorted(root.glob("*/*/*.toml")):
        language, step, topic = path.relative_to(root).with_suffix("").parts
        where = path.relative_to(root.parent).as_posix()
        try:
            data = _read_toml(path)
            packs.append(_with_table(parse_pack(data, where, (language, step, topic)), data, path))
        except RuleError as error:
            faults += error.faults
    if faults:
        raise RuleError(faults)
    return tuple(sorted(packs, key=lambda pack: pack.id))


def compile_rules(packs: Iterable[Pack]) -> dict[str, str]:
    """Return the compiled form: file name to content, one file a step and language."""
    files: dict[str, list[dict[str, Any]]] = {}
    for pack in packs:
        files.setdefault(f"{pack.step}.{pack.language}.json", []).append(_to_compiled(pack))
    return {
        name: json.dumps({"format": _FORMAT, "packs": entries}, ensure_ascii=False, separators=(",", ":")) + "\n"
        for name, entries in sorted(files.items())
    }


def _read_toml(path: Path) -> dict[str, Any]:
    import tomllib  # here: a run on packaged rules needs no TOML

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RuleError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: not TOML in UTF-8 ({error}); correct it there") from error


def _with_table(pack: Pack, data: dict[str, Any], path: Path) -> Pack:
    if "table" not in data:
        return pack
    blocks = tuple(read_tables(path.parent / data["table"], pack.columns))
    return pack._replace(blocks=blocks, table=tuple(row for block in blocks for row in block.rows))


def read_tables(path: Path, columns: tuple[str, ...]) -> list[Block]:
    """Read a flat table, or all of a folder in the order of their names; no row may stand twice.

    Raises:
        RuleError: every fault, with file and line.
    """
    if not path.is_dir():
        return read_table(path, columns, {})
    blocks: list[Block] = []
    faults: list[str] = []
    seen: dict[str, str] = {}
    for part in sorted(path.glob("*.tsv")):
        try:
            blocks += read_table(part, columns, seen)
        except RuleError as error:
            faults += error.faults
    if faults:
        raise RuleError(faults)
    return blocks


def read_table(path: Path, columns: tuple[str, ...], seen: dict[str, str]) -> list[Block]:
    """Read a flat table: `## block`, `#+ before => after`, `#= stays`, `# comment`, and rows cut at tabs.

    `seen` says where the rows of other files stand, and is told of these.

    Raises:
        RuleError: every fault, with its line number.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: cannot be read ({error}); check the path and that it is UTF-8") from error
    blocks: list[Block] = []
    # The rows of each block, put in at the end: a block of rates has as many as the table.
    rows: list[list[tuple[str, ...]]] = []
    faults: list[str] = []
    for number, line in enumerate(lines, 1):
        if line.startswith("## "):
            blocks.append(Block(line[3:].strip(), (), (), ()))
            rows.append([])
        elif not line.strip() or line.startswith("# "):
            continue
        elif not blocks:
            faults.append(f"{path.name}:{number}: stands before the first block; open one with `## name`")
        elif line.startswith(("#+", "#=")):
            faults += _add_example(blocks, line, f"{path.name}:{number}")
        else:
            row = tuple(line.split("\t"))
            if len(row) != len(columns) or not row[0].strip():
                faults.append(f"{path.name}:{number}: {len(row)} cells in {line[:50]!r}; give {len(columns)}")
            elif row[0] in seen:
                faults.append(f"{path.name}:{number}: {row[0]!r} stands in {seen[row[0]]} already; keep one of them")
            else:
                seen[row[0]] = f"{path.name}:{number}"
                rows[-1].append(row)
    if faults:
        raise RuleError(faults)
    return [block._replace(rows=tuple(found)) for block, found in zip(blocks, rows)]


def _add_example(blocks: list[Block], line: str, at: str) -> Iterator[str]:
    block = blocks[-1]
    text = line[2:].strip()
    if line.startswith("#="):
        blocks[-1] = block._replace(keeps=(*block.keeps, text))
        return
    before, arrow, after = text.partition(" => ")
    if not arrow:
        yield f"{at}: {text[:60]!r} has no ` => `; write `#+ before => after`"
        return
    blocks[-1] = block._replace(changes=(*block.changes, (before, after)))


def _to_compiled(pack: Pack) -> dict[str, Any]:
    rules = [
        {key: value for key, value in rule._asdict().items() if key not in _EXAMPLES and value != _DEFAULTS[key]}
        for rule in pack.rules
    ]
    entry = pack._replace(rules=(), blocks=())._asdict()
    entry["rules"] = rules
    return {key: value for key, value in entry.items() if value or key == "rules"}


def _from_compiled(entry: dict[str, Any]) -> Pack:
    rules = tuple(Rule(**{key: _frozen(value) for key, value in rule.items()}) for rule in entry.pop("rules"))
    table = tuple(map(tuple, entry.pop("table", ())))
    return Pack(**{key: _frozen(value) for key, value in entry.items()}, rules=rules, table=table)


def _pack_id(pack: Pack) -> str:
    return pack.id


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
