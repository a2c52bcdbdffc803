"""The pages of the documentation agree with the repository: links, options, tests, version."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import cleantext
from cleantext.cli.options import _parser
from cleantext.config import STEPS, Config

ROOT = Path(__file__).resolve().parents[2]
DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "changes.d/README.md")),
    *DOCS,
]
KINDS = ("added", "changed", "fixed", "rule")
_FENCED = re.compile(r"^ *```.*?^ *```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


def prose(page: Path) -> str:
    return _FENCED.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in _HEADING.findall(prose(page))}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_inside_the_repository_leads_somewhere(page: Path):
    for link in _LINK.findall(prose(page)):
        path, _, anchor = link.partition("#")
        if "://" in link:
            continue
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_a_page_of_the_site_links_to_no_file_outside_it(page: Path):
    links = [link for link in _LINK.findall(prose(page)) if "://" not in link]
    assert [link for link in links if link.startswith("..")] == []


def test_the_navigation_lists_every_page_once():
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    listed = re.findall(r"^ +- .*?([\w-]+\.md)$", navigation, re.MULTILINE)
    assert sorted(listed) == [page.name for page in DOCS]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_no_images(page: Path):
    assert "![" not in prose(page)
    assert "<img" not in prose(page)


def test_every_option_of_the_command_line_is_described():
    described = prose(ROOT / "docs" / "cli.md")
    options = [option for action in _parser()._actions for option in action.option_strings]
    # What these do stands in the help text, which the page shows.
    explained = {"-h", "--help", "--version"}
    assert [option for option in options if f"`{option}" not in described and option not in explained] == []


def test_every_option_of_the_library_is_described():
    described = prose(ROOT / "docs" / "index.md")
    assert [field for field in Config._fields if f"| `{field}` |" not in described] == []


def test_every_step_has_a_section():
    headings = _HEADING.findall(prose(ROOT / "docs" / "steps.md"))
    assert [step for step in STEPS if step not in headings] == []


def test_every_stage_is_described():
    stages = [stage for stages in STEPS.values() for stage in stages if stage not in STEPS]
    for name in ("steps.md", "architecture.md"):
        described = prose(ROOT / "docs" / name)
        assert [stage for stage in stages if f"`{stage}`" not in described] == []


def test_every_promise_names_a_test_that_there_is():
    named = re.findall(r"`(tests/[^`]+)`", prose(ROOT / "docs" / "guarantees.md"))
    assert named
    for name in named:
        path, _, test = name.partition("::")
        assert (ROOT / path).exists(), name
        assert not test or f"def {test}(" in (ROOT / path).read_text(encoding="utf-8"), name


def test_every_path_in_contributing_is_there():
    named = re.findall(r"`((?:tests|seeds|benchmarks|changes\.d|docs|src)/[\w./-]*)`", prose(ROOT / "CONTRIBUTING.md"))
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_changelog_knows_this_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert any(cleantext.__version__ in line.split() for line in changelog.splitlines() if line.startswith("## "))


def test_every_note_is_named_by_number_and_kind():
    notes = [path.name for path in (ROOT / "changes.d").iterdir() if path.name != "README.md"]
    assert [name for name in notes if not re.fullmatch(rf"\d+\.(?:{'|'.join(KINDS)})\.md", name)] == []


def test_every_note_is_one_sentence_on_one_line():
    for path in (ROOT / "changes.d").glob("*.*.md"):
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") == 1, path.name
        assert text.endswith(".\n"), path.name


def test_the_licence_is_the_one_that_the_readme_names():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] in (ROOT / "README.md").read_text(encoding="utf-8")
