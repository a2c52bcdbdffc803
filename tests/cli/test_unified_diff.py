"""The unified diff: made from edits, read by patch."""

import re
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.core.edit import Edit, apply, resolve
from cleantext.report.diff import blocks, coloured, header, hunks, line_hunk

_RANGE = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n")


def patched(original: str, lines: list[str]) -> str:
    """Apply a diff the way patch does, checking every number and every line of context."""
    old = [line for line in re.split(r"(?<=\n)", original) if line]
    new: list[str] = []
    position = index = 0
    while index < len(lines):
        found = _RANGE.fullmatch(lines[index])
        assert found, lines[index]
        old_start, old_length, new_start, new_length = (int(group) if group else 1 for group in found.groups())
        start = old_start - 1 if old_length else old_start
        new += old[position:start]
        assert len(new) == (new_start - 1 if new_length else new_start)
        position, begun, index = start, len(new), index + 1
        while index < len(lines) and not lines[index].startswith("@@"):
            mark, text = lines[index][0], lines[index][1:]
            index += 1
            if index < len(lines) and lines[index].startswith("\\"):
                text = text.removesuffix("\n")
                index += 1
            if mark in " -":
                assert old[position] == text
                position += 1
            if mark in " +":
                new.append(text)
        assert position - start == old_length
        assert len(new) - begun == new_length
    return "".join(new + old[position:])


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...]]:
    text = draw(st.text("ab\n", max_size=60))
    proposed = []
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + draw(st.sampled_from([0, 1, 2, 9])))))
        proposed.append(Edit(start, end, text[start:end], draw(st.text("xy\n", max_size=4)), "r"))
    return text, resolve(proposed)


@given(changes())
def test_patching_with_the_diff_makes_the_clean_text(change):
    text, edits = change
    assert patched(text, list(hunks(text, edits))) == apply(text, edits)


@given(changes())
def test_blocks_are_apart_in_order_and_begin_and_end_with_a_difference(change):
    text, edits = change
    end = -1
    for block in blocks(text, edits):
        assert block.start >= end
        assert block.before or block.after
        assert not (block.before and block.after and block.before[0] == block.after[0])
        end = block.start + len(block.before)


@pytest.mark.skipif(shutil.which("patch") is None, reason="there is no patch program here")
@pytest.mark.parametrize(
    ("text", "edits"),
    [
        ("a\nb\nc\n", [Edit(2, 4, "b\n", "", "r")]),
        ("a\nb\nc", [Edit(4, 5, "c", "", "r")]),
        ("a\nb\nc", [Edit(3, 5, "\nc", "", "r")]),
        ("a\n" * 30, [Edit(0, 1, "a", "x\ny", "r"), Edit(40, 42, "a\n", "", "r"), Edit(60, 60, "", "end", "r")]),
        ("a\nb\n", [Edit(1, 2, "\n", " ", "r")]),
    ],
)
def test_the_patch_program_reads_it(tmp_path, text, edits):
    (tmp_path / "text").write_text(text)
    diff = "".join([*header("text"), *hunks(text, edits)])
    subprocess.run(["patch", "-s", "text"], input=diff.encode(), cwd=tmp_path, check=True)
    assert (tmp_path / "text").read_text() == apply(text, edits)


def test_a_change_has_three_lines_around_it():
    text = "".join(f"{number}\n" for number in range(1, 21))
    edit = Edit(text.index("10"), text.index("10") + 2, "10", "ten", "r")
    assert "".join(hunks(text, [edit])) == "@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n"


def test_changes_whose_surroundings_touch_share_a_hunk():
    text = "a\n" * 40
    near = [Edit(0, 1, "a", "b", "r"), Edit(14, 15, "a", "b", "r"), Edit(60, 61, "a", "b", "r")]
    ranges = [line for line in hunks(text, near) if line.startswith("@@")]
    assert ranges == ["@@ -1,11 +1,11 @@\n", "@@ -28,7 +28,7 @@\n"]


def test_a_text_without_edits_has_no_hunks():
    assert list(hunks("a\nb", ())) == []


def test_edits_that_change_no_line_have_no_hunks():
    assert list(hunks("a\na\n", [Edit(0, 2, "a\n", "a\n", "r")])) == []


def test_a_line_hunk_has_the_number_of_its_line():
    assert list(line_hunk(7, "a\n", "b\n")) == ["@@ -7 +7 @@\n", "-a\n", "+b\n"]


def test_colours_end_before_the_line_does():
    lines = ["--- a\n", "+++ a\n", "@@ -1 +1 @@\n", " x\n", "-a\n", "+b\n", "\\ No newline at end of file\n"]
    shown = list(coloured(lines))
    assert [re.sub("\x1b\\[[0-9]*m", "", line) for line in shown] == lines
    assert [line.startswith("\x1b") for line in shown] == [True, True, True, False, True, True, False]
    assert all(line.endswith("\x1b[m\n") for line in shown if line.startswith("\x1b"))


def test_thousands_of_joined_lines_are_one_block():
    text = "a\n" * 20_000
    edits = [Edit(2 * line + 1, 2 * line + 2, "\n", "", "r") for line in range(20_000)]
    (block,) = blocks(text, edits)
    assert (len(block.before), block.after) == (20_000, ("a" * 20_000,))
