"""The journal: what it says is finished is; what it cannot say is done again."""

from contextlib import contextmanager

import pytest
from runs import setup_for

from cleantext.jobs.journal import Journal
from cleantext.jobs.task import Counts, Done, Input, Joined, Task

COUNTS = Counts(3, 2, 1, 0, 10, 4, 0.25, (("share", 5),))


@pytest.fixture
def folder(tmp_path):
    setup_for(tmp_path)
    return tmp_path


def task(parts: int = 1, part: int = 0) -> Task:
    return Task(Input("in/a.txt", "a.txt", "text", "", 4, 0), part, parts, 0, 4)


def done(parts: int = 1, part: int = 0, fingerprint: str = "one") -> Done:
    return Done("a.txt", part, parts, "hash", fingerprint, 4, COUNTS)


@contextmanager
def known(folder):
    """Open the journal as the next run does."""
    journal = Journal(str(folder))
    yield journal
    journal.close()


def written(folder, *entries: Done | Joined | str):
    """Write a journal as a run does, and the output that it speaks of."""
    journal = Journal(str(folder))
    for entry in entries:
        {Done: journal.finish, Joined: journal.join, str: journal.begin}[type(entry)](entry)
    journal.close()
    (folder / "a.txt").write_text("text")


def test_what_was_finished_is_known_to_the_next_run(folder):
    written(folder, "a.txt", done(), Joined("a.txt", 4))
    with known(folder) as journal:
        assert journal.earlier(task(), "one") == done()


@pytest.mark.parametrize(
    ("entries", "asked"),
    [
        ((done(),), (task(), "one")),
        ((done(), Joined("a.txt", 5)), (task(), "one")),
        ((done(), Joined("a.txt", 4)), (task(), "two")),
        ((done(), Joined("a.txt", 4)), (task(parts=2), "one")),
        ((done(), Joined("a.txt", 4), done(fingerprint="two")), (task(), "two")),
    ],
    ids=["not joined", "another size", "another configuration", "other parts", "made again"],
)
def test_what_is_not_certain_is_not_known(folder, entries, asked):
    written(folder, *entries)
    with known(folder) as journal:
        assert journal.earlier(*asked) is None


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_line_cut_off_costs_that_line_alone(folder, cut):
    written(folder, "a.txt", done(), Joined("a.txt", 4), "b.txt")
    path = folder / ".cleantext" / "journal.jsonl"
    with path.open("ab") as stream:
        stream.write(b'{"done": ["b.txt", 0, 1, "hash", "one", 4], "counts": {"records": 1}}'[:cut])
    with known(folder) as journal:
        assert journal.earlier(task(), "one") == done()
        assert journal.has_begun("b.txt")


@pytest.mark.parametrize("line", [b"\0\0\0", b"[]", b'{"joined": "a.txt"}', b'{"done": 5, "counts": {}}'])
def test_a_damaged_line_is_passed_over(folder, line):
    written(folder, "a.txt", done(), Joined("a.txt", 4))
    with (folder / ".cleantext" / "journal.jsonl").open("ab") as stream:
        stream.write(line + b"\n")
    with known(folder) as journal:
        assert journal.earlier(task(), "one") == done()


@pytest.mark.parametrize("data", [b"", b"\0\0\0", b'{"format": 99}\n{"begun": "a.txt"}\n'])
def test_a_journal_of_another_kind_says_nothing(folder, data):
    (folder / ".cleantext" / "journal.jsonl").write_bytes(data)
    with known(folder) as journal:
        assert not journal.has_begun("a.txt")


def test_a_name_that_is_no_utf8_is_kept(folder):
    name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    written(folder, name)
    with known(folder) as journal:
        assert journal.has_begun(name)
