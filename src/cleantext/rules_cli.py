"""`cleantext-rules`: check rule files and compile the packaged ones.

`check` without files examines what ships; with files, users' own packs. All faults are
told in one list. `compile` writes the form that is read at run time.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from cleantext.core.examine import examine, examples, slow_patterns
from cleantext.core.load import COMPILED, compile_rules, read, read_sources
from cleantext.core.rule import Pack
from cleantext.errors import RuleError

_OK, _FAULTS, _USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return 0 where all is well, 1 where rules have faults, 2 for usage and I/O."""
    options = _parser().parse_args(arguments)
    try:
        return _check(options.files) if options.command == "check" else _compile(options.check)
    except RuleError as error:
        print("\n".join(error.faults), file=sys.stderr)
        return _FAULTS
    except OSError as error:
        print(f"cleantext-rules: {error.filename}: {error.strerror}; check the path", file=sys.stderr)
        return _USAGE


def _check(files: list[Path]) -> int:
    from cleantext.trial import TRIALS

    packs = tuple(_read_all(files)) if files else read_sources()
    faults = examine(packs, TRIALS)
    # Ours are probed at leisure, by a test: two thousand take more than a minute.
    faults += slow_patterns(packs) if files else stale()
    if faults:
        print("\n".join(faults), file=sys.stderr)
        print(f"{len(faults)} faults in {len(packs)} packs", file=sys.stderr)
        return _FAULTS
    print(_summary(packs))
    return _OK


def _compile(check: bool) -> int:
    if check:
        print("\n".join(stale()) or "compiled rules are up to date")
        return _FAULTS if stale() else _OK
    folder = Path(COMPILED)
    folder.mkdir(exist_ok=True)
    written = compile_rules(read_sources())
    for name, content in written.items():
        (folder / name).write_text(content, encoding="utf-8")
    for path in folder.glob("*.json"):
        if path.name not in written:
            path.unlink()
    print(f"compiled {len(written)} files into {folder}")
    return _OK


def stale() -> list[str]:
    """Say which compiled files differ from what their sources compile to."""
    wanted = compile_rules(read_sources())
    present = {path.name: path.read_text(encoding="utf-8") for path in Path(COMPILED).glob("*.json")}
    return [
        f"rules/compiled/{name}: differs from its sources; run `cleantext-rules compile`"
        for name in sorted(wanted.keys() | present.keys())
        if wanted.get(name) != present.get(name)
    ]


def _read_all(files: list[Path]) -> list[Pack]:
    packs: list[Pack] = []
    faults: list[str] = []
    for file in files:
        try:
            packs.append(read(file))
        except RuleError as error:
            faults += error.faults
    if faults:
        raise RuleError(faults)
    return packs


def _summary(packs: tuple[Pack, ...]) -> str:
    rules = sum(len(pack.rules) for pack in packs)
    rows = sum(len(pack.table) for pack in packs)
    promises = sum(1 for pack in packs for _ in examples(pack))
    promises += sum(len(rule.removes) for pack in packs for rule in pack.rules)
    return f"{len(packs)} packs, {rules} rules, {rows} table rows: {promises} examples hold"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cleantext-rules", description="Check and compile cleantext's rule files.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="examine rules: form, examples, duplicates, loops, slow patterns")
    check.add_argument("files", nargs="*", type=Path, metavar="FILE", help="own rule files (default: all that ship)")
    compile_ = commands.add_parser("compile", help="write the form of the packaged rules that is read at run time")
    compile_.add_argument("--check", action="store_true", help="write nothing; say whether it is up to date")
    return parser


if __name__ == "__main__":
    sys.exit(main())
