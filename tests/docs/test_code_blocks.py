"""Every fenced block of the documentation is run, or compared with what it quotes.

A block's kind chooses its runner, and a kind without one fails. A title names a file: of
a `toml` or `tsv` block the one its text is written to, for the other blocks of the page;
of a `python` or `text` block the file of the repository that it is an excerpt of, or the
folder that it lists.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from cleantext.core.examine import examine
from cleantext.core.load import read, read_table
from cleantext.steps.names import gazetteer
from cleantext.trial import TRIALS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
_FENCE = re.compile(r"(?P<indent> *)```(?P<kind>[a-z]*)(?: title=\"(?P<title>[^\"]+)\")?(?P<rest>.*)")
_ELLIPSIS = "..."
_SHIMS = {"cleantext": "-m cleantext", "cleantext-rules": "-m cleantext.rules_cli", "python": ""}
# What a console block may begin with; everything else has no runner.
_COMMANDS = ("cleantext", "cleantext-rules", "python -c", "echo", "printf", "cat")


class Block(NamedTuple):
    """A fenced block; `line` is that of its first line, counted from 1."""

    page: Path
    line: int
    kind: str
    title: str
    text: str


def blocks_of(page: Path) -> Iterator[Block]:
    opened: tuple[int, re.Match[str]] | None = None
    lines = page.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines, 1):
        assert not line.lstrip().startswith("~~~"), f"{page.name}:{number}: fence blocks with ```"
        found = _FENCE.fullmatch(line)
        if found and opened is None:
            assert not found["rest"], f"{page.name}:{number}: {line!r} has more than a kind and a title"
            opened = number, found
        elif found and opened is not None and not found["kind"]:
            start, head = opened
            body = [text.removeprefix(head["indent"]) for text in lines[start : number - 1]]
            yield Block(page, start + 1, head["kind"], head["title"] or "", "\n".join(body) + "\n")
            opened = None
    assert opened is None, f"{page.name}:{opened and opened[0]}: this block is never closed"


BLOCKS = [block for page in PAGES for block in blocks_of(page)]


@pytest.mark.parametrize("block", BLOCKS, ids=[f"{block.page.name}-{block.line}-{block.kind}" for block in BLOCKS])
def test_the_block_does_what_it_shows(block: Block, folder: Path, monkeypatch: pytest.MonkeyPatch):
    assert block.kind in RUNNERS, f"{block.page.name}:{block.line}: no runner for a {block.kind!r} block; write one"
    monkeypatch.chdir(folder)
    RUNNERS[block.kind](block, folder)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_titles_no_two_files_alike(page: Path):
    titles = [block.title for block in blocks_of(page) if block.kind in ("toml", "tsv")]
    assert sorted(set(titles)) == sorted(titles)


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the commands of the documentation need, so that none of them touches the checkout."""
    root = tmp_path_factory.mktemp("repository")
    shutil.copytree(ROOT / "src", root / "src", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "bin").mkdir()
    installed = Path(sys.executable).parent
    for name, arguments in _SHIMS.items():
        shim = root / "bin" / name
        command = str(installed / name) if (installed / name).exists() else f"{sys.executable} {arguments}"
        shim.write_text(f'#!/bin/sh\nexec {command} "$@"\n', encoding="utf-8")
        shim.chmod(0o755)
    return root


@pytest.fixture
def folder(block: Block, repository: Path, tmp_path: Path) -> Path:
    """The root of a clone, as far as commands see it, with the files that blocks of the page are titled as."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    for name in ("src", "bin"):
        (tmp_path / name).symlink_to(repository / name)
    for other in blocks_of(block.page):
        if other.kind in ("toml", "tsv") and other.title:
            path = tmp_path / other.title
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(other.text, encoding="utf-8")
    return tmp_path


def run_python(block: Block, folder: Path) -> None:
    if block.title:
        check_excerpt(block, folder)
        return
    where = f"{block.page.name}:{block.line}"
    if ">>>" not in block.text:
        exec(compile(block.text, where, "exec"), {"__name__": "__main__"})
        return
    names = {"__name__": "__main__"}
    test = doctest.DocTestParser().get_doctest(block.text, names, where, str(block.page), block.line - 1)
    said: list[str] = []
    outcome = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS).run(test, out=said.append)
    assert outcome.attempted
    assert not outcome.failed, "".join(said)


def run_console(block: Block, folder: Path) -> None:
    environment = os.environ | {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(folder / "src"),
        "PYTHONUTF8": "1",
        "COLUMNS": "80",
        "NO_COLOR": "1",
    }
    for command, wanted in commands_of(block):
        assert command.startswith(_COMMANDS), f"no runner for {command!r}"
        for part in re.split(r"\s(?:\||;|&&)\s", command):
            assert part.strip().startswith(_COMMANDS), f"no runner for {part!r}"
        said = output_of(command, folder, environment)
        if "--help" in command:
            said, wanted = without_layout(said), without_layout(wanted)
        elif said and not said.endswith("\n"):
            said += "\n"
        equal = doctest.OutputChecker().check_output(wanted, said, doctest.ELLIPSIS | doctest.DONT_ACCEPT_BLANKLINE)
        assert equal, f"$ {command}\n--- shown\n{wanted}--- printed\n{said}"


def output_of(command: str, folder: Path, environment: dict[str, str]) -> str:
    """Run a command and return what a terminal would show, standard error included."""
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode("utf-8")


def commands_of(block: Block) -> list[tuple[str, str]]:
    lines = block.text.splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    assert starts[:1] == [0], f"{block.page.name}:{block.line}: a console block begins with '$ '"
    return [(lines[at][2:].rstrip("\n"), "".join(lines[at + 1 : end])) for at, end in pairwise([*starts, len(lines)])]


def without_layout(help_text: str) -> str:
    """Return a help text as its words: Python's versions differ in columns, and in "-o FILE, --output FILE"."""
    return " ".join(re.sub(r"(-\w) ([A-Z]+), (--[\w-]+) \2", r"\1, \3 \2", help_text).split())


def run_toml(block: Block, folder: Path) -> None:
    assert block.title, f'{block.page.name}:{block.line}: give the file a name: title="own.toml"'
    assert examine([read(Path(block.title))], TRIALS) == []


def run_tsv(block: Block, folder: Path) -> None:
    assert block.title, f'{block.page.name}:{block.line}: give the file a name: title="names.tsv"'
    for other in blocks_of(block.page):
        header = tomllib.loads(other.text) if other.kind == "toml" else {}
        if header.get("table") == block.title:
            assert read_table(Path(block.title), tuple(header["columns"]), {})
            return
    assert gazetteer.read(Path(block.title)).table


def check_excerpt(block: Block, folder: Path) -> None:
    assert block.title, f'{block.page.name}:{block.line}: say which file this is from: title="src/..."'
    path = ROOT / block.title
    if path.is_dir():
        listed = [line.split()[0] for line in block.text.splitlines() if line.strip()]
        missing = [name for name in listed if not (path / name).exists()]
        assert missing == [], f"{block.title} has no {', '.join(missing)}"
        return
    source = "\n".join(line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    position = 0
    for part in re.split(rf"^[ ]*{re.escape(_ELLIPSIS)}$", block.text, flags=re.MULTILINE):
        wanted = "\n".join(line.strip() for line in part.splitlines()).strip()
        found = source.find(wanted, position)
        assert found >= 0, f"{block.title} does not hold, in this order:\n{wanted}"
        position = found + len(wanted)


def check_shell(block: Block, folder: Path) -> None:
    """Look at lines that are for a person to run: they install something, or take long."""
    for line in block.text.splitlines():
        words = shlex.split(line, comments=True)
        if words:
            assert any(check(line, words) for check in SHELL), f"{block.page.name}: nothing checks {line!r}"


_VENV = "python3 -m venv .venv"


def is_install_and_clean(line: str, words: list[str]) -> bool:
    return line == f"{_VENV} && .venv/bin/pip install -q . && .venv/bin/cleantext --diff seeds/spun-promo/in.txt"


def is_install_and_test(line: str, words: list[str]) -> bool:
    wanted = f"{_VENV} && .venv/bin/pip install -q '.[test]' && .venv/bin/python -m pytest"
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    return line == wanted and "'.[test]'" in gate and "-m pytest\n" in gate


def is_install(line: str, words: list[str]) -> bool:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [f"-e .[{extra}]".split() for extra in project["optional-dependencies"]]
    return words[:2] == ["pip", "install"] and words[2:] in [[project["name"]], *extras]


def is_uninstall(line: str, words: list[str]) -> bool:
    return line in ("pip uninstall clean-text cleantext", "pip install --force-reinstall cleantext-kit")


def is_target(line: str, words: list[str]) -> bool:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    return words[0] == "make" and len(words) > 1 and set(words[1:]) <= set(targets)


def is_script(line: str, words: list[str]) -> bool:
    """Tell whether a script of the repository is run with options that it knows."""
    if words[0] != "python" or not words[1].endswith(".py"):
        return False
    script = (ROOT / words[1]).read_text(encoding="utf-8")
    return all(f'"{word}"' in script for word in words[2:] if not word.isdigit())


def is_pytest(line: str, words: list[str]) -> bool:
    known = [*ROOT.glob("tests/conftest.py"), *ROOT.glob("pyproject.toml")]
    options = "".join(path.read_text(encoding="utf-8") for path in known) + "--benchmark-enable --benchmark-only"
    if words[:3] != ["python", "-m", "pytest"]:
        return False
    return all((ROOT / word).exists() or word in options for word in words[3:])


SHELL: tuple[Callable[[str, list[str]], bool], ...] = (
    is_install_and_clean,
    is_install_and_test,
    is_install,
    is_uninstall,
    is_target,
    is_script,
    is_pytest,
)
RUNNERS: dict[str, Callable[[Block, Path], None]] = {
    "python": run_python,
    "console": run_console,
    "toml": run_toml,
    "tsv": run_tsv,
    "text": check_excerpt,
    "sh": check_shell,
}
