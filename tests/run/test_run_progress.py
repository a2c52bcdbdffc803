"""What a run tells while it works: a bar on a terminal, lines elsewhere, and never too often."""

import io
import os
import pty
import subprocess

from runs import C, command, environment

from cleantext.jobs.progress import Progress

MB = 1_000_000


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def progress_on(stream, folder, total: int = 100 * MB) -> tuple[Progress, Clock]:
    clock = Clock()
    return Progress(stream, total, str(folder), clock), clock


def test_a_line_tells_documents_speed_and_the_time_left(tmp_path):
    stream = io.StringIO()
    progress, clock = progress_on(stream, tmp_path)
    clock.now = 10
    progress.add(1234, 20 * MB, is_new=True)
    progress.show()
    assert stream.getvalue() == "cleantext: 1,234 documents, 20.0 MB of 100.0 MB, 2.0 MB/s, 0:40 left\n"


def test_lines_come_every_ten_seconds_at_most(tmp_path):
    stream = io.StringIO()
    progress, clock = progress_on(stream, tmp_path)
    for tenth in range(1, 301):
        clock.now = tenth / 10
        progress.show()
    assert stream.getvalue().count("\n") == 3


def test_a_bar_is_drawn_ten_times_a_second_at_most(tmp_path):
    stream = Terminal()
    progress, clock = progress_on(stream, tmp_path)
    for thousandth in range(1, 1001):
        clock.now = thousandth / 1000
        progress.show()
    assert 8 <= stream.getvalue().count("\r") <= 10


def test_a_bar_stays_on_its_line_and_leaves_it_empty(tmp_path):
    stream = Terminal()
    progress, clock = progress_on(stream, tmp_path)
    clock.now = 1
    progress.add(1, 50 * MB, is_new=True)
    progress.show()
    progress.clear()
    drawn = stream.getvalue()
    assert drawn.startswith("\r\x1b[K[##########          ]  50% 1 document, 50.0 MB of 100.0 MB")
    assert drawn.endswith("\r\x1b[K")
    assert "\n" not in drawn


def test_what_was_done_before_says_nothing_about_the_speed(tmp_path):
    stream = io.StringIO()
    progress, clock = progress_on(stream, tmp_path)
    clock.now = 10
    progress.add(1, 60 * MB, is_new=False)
    progress.add(1, 20 * MB, is_new=True)
    progress.show()
    assert "80.0 MB of 100.0 MB, 2.0 MB/s, 0:10 left" in stream.getvalue()


def test_what_is_half_written_counts(tmp_path):
    (tmp_path / "x.tmp").write_bytes(bytes(5 * MB))
    stream = io.StringIO()
    progress, clock = progress_on(stream, tmp_path)
    clock.now = 10
    progress.show()
    assert "5.0 MB of 100.0 MB, 0.5 MB/s" in stream.getvalue()


def test_the_end_is_told_in_one_line(tmp_path):
    stream = io.StringIO()
    progress, clock = progress_on(stream, tmp_path)
    progress.add(7, 100 * MB, is_new=True)
    clock.now = 50
    progress.end()
    assert stream.getvalue() == "cleantext: 7 documents, 100.0 MB in 0:50 (2.0 MB/s)\n"


def test_a_reader_that_went_away_stops_nothing(tmp_path):
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    progress, clock = progress_on(Closed(), tmp_path)
    clock.now = 20
    progress.show()
    progress.end()


def test_on_a_terminal_the_command_draws_a_bar_and_takes_it_away(tmp_path):
    (tmp_path / "a.txt").write_text("plain\n")
    leader, follower = pty.openpty()
    running = subprocess.Popen(
        command(tmp_path / "a.txt", "-o", tmp_path / "out", *C), stderr=follower, env=environment()
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(leader)
    assert running.wait(30) == 0
    assert b"\r\x1b[K[" in shown
    assert shown.rpartition(b"\x1b[K")[2].startswith(b"cleantext: 1 document, ")
