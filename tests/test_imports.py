"""Imports point one way, and importing the package imports nothing that costs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import READY, ROOT

PACKAGE = ROOT / "src" / "cleantext"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
SPINE = ("cleantext.core", "cleantext.errors")
# What may be imported, by the place of the module: the longest prefix counts.
ALLOWED = {
    "cleantext": (
        "cleantext.api",
        "cleantext.config",
        "cleantext.core",
        "cleantext.corpus",
        "cleantext.errors",
        "cleantext._foreign",
        "cleantext.report.lines",
    ),
    "cleantext.errors": (),
    "cleantext._foreign": (),
    "cleantext.core": SPINE,
    "cleantext.language": SPINE,
    "cleantext.options": (*SPINE, "cleantext.steps.names"),
    "cleantext.config": (*SPINE, "cleantext.options", "cleantext.steps.decode", "cleantext.steps.names"),
    "cleantext.steps": SPINE,
    "cleantext.steps.boilerplate.lexicons": (*SPINE, "cleantext.language", "cleantext.steps.boilerplate"),
    "cleantext.steps.boilerplate.template.pack": (*SPINE, "cleantext.language", "cleantext.steps.boilerplate"),
    "cleantext.names": (*SPINE, "cleantext.steps.names"),
    "cleantext.shelf": (*SPINE, "cleantext.config"),
    "cleantext.pipeline": (*SPINE, "cleantext.steps", "cleantext.config", "cleantext.language", "cleantext.shelf"),
    "cleantext.corpus": (*SPINE, "cleantext.api", "cleantext.config", "cleantext.pipeline", "cleantext.steps"),
    "cleantext.parallel": (*SPINE, "cleantext.api", "cleantext.config"),
    "cleantext.api": (
        *SPINE,
        "cleantext.config",
        "cleantext.pipeline",
        "cleantext.language",
        "cleantext.parallel",
        "cleantext.steps.decode",
    ),
}
# Above api: may import anything of ours, and nothing below may import them.
TOP = (
    "cleantext.cli",
    "cleantext.rules_cli",
    "cleantext.report",
    "cleantext.adapters",
    "cleantext.compat",
    "cleantext.jobs",
    "cleantext.trial",
)
COSTLY = (
    "ftfy",
    "langdetect",
    "regex",
    "pyarrow",
    "pandas",
    "polars",
    "pyspark",
    "dask",
    "numpy",
    "chardet",
    "tomllib",
    "argparse",
    "asyncio",
)


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> set[str]:
    """Every module that a file names in an import, wherever in it, type checking included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; name the module in full"
            found.add(node.module or "")
    return found


def is_within(module: str, folder: str) -> bool:
    return module == folder or module.startswith(folder + ".")


def allowed_for(module: str) -> tuple[str, ...]:
    if any(is_within(module, top) or module.startswith("cleantext.cli") for top in TOP):
        return ("cleantext",)
    place = max((place for place in ALLOWED if is_within(module, place)), key=len)
    own = ".".join(module.split(".")[:3]) if place == "cleantext.steps" and module.count(".") > 1 else place
    return (*ALLOWED[place], own) if own != "cleantext" else ALLOWED[place]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_what_lies_below_it(path):
    module = name_of(path)
    ours = {name for name in imports_of(path) if is_within(name, "cleantext")}
    assert {name for name in ours if not any(is_within(name, place) for place in allowed_for(module))} == set()


@pytest.mark.parametrize("path", [path for path in MODULES if is_within(name_of(path), "cleantext.core")], ids=name_of)
def test_the_spine_imports_nothing_foreign_but_the_matcher(path):
    foreign = {name.partition(".")[0] for name in imports_of(path)} - sys.stdlib_module_names - {"cleantext"}
    assert foreign <= ({"ahocorasick_rs"} if path.name == "match.py" else set())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_nothing_that_is_not_declared(path):
    declared = {"ahocorasick_rs", "ftfy", "langdetect", "regex"}
    optional = {"pyarrow", "pandas", "polars", "pyspark", "dask", "ray", "daft", "duckdb", "datasets", "datatrove"}
    optional |= {"re2", "zstandard"}
    foreign = (
        {name.partition(".")[0] for name in imports_of(path)}
        - sys.stdlib_module_names
        - {"cleantext", "_cleantext_cli"}
    )
    lazy = ("cleantext.adapters", "cleantext.jobs.formats")
    engines = optional if any(is_within(name_of(path), place) for place in lazy) else set()
    assert foreign <= declared | engines


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short_enough_to_read(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_named_for_what_it_is_not(path):
    assert path.name not in {
        "clean.py",
        "cleantext.py",
        "constants.py",
        "utils.py",
        "helpers.py",
        "common.py",
        "base.py",
        "sklearn.py",
        "specials.py",
    }


def _modules_after(program: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", program + "\nimport sys\nprint('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_importing_the_package_imports_nothing_that_costs():
    assert _modules_after("import cleantext") & set(COSTLY) == set()


def test_importing_the_package_does_not_import_the_matcher():
    assert "ahocorasick_rs" not in _modules_after("import cleantext")


def test_cleaning_ordinary_text_does_not_import_ftfy():
    program = f"import cleantext\ncleantext.clean('The café – “open” – cost £5.\\n' * 20, steps={READY!r})"
    assert _modules_after(program) & {"ftfy", "langdetect", "regex"} == set()


def test_cleaning_damaged_text_does_not_import_langdetect():
    assert "langdetect" not in _modules_after("import cleantext\ncleantext.clean('cafÃ© &amp;', steps='characters')")


@pytest.mark.parametrize("name", ["cleantext", "cleantext.core.load", "cleantext.pipeline", "cleantext.language"])
def test_a_module_can_be_imported_first(name):
    subprocess.run([sys.executable, "-W", "error", "-c", f"import {name}"], check=True)
