"""The command line as a process: pipes that close, inputs that stay open, signals, memory, start."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import COMMAND, environment, process, shell, start

C = ("--steps", "characters")
DAMAGED = "caf\u00c3\u00a9\n".encode()
CLEAN = "caf\u00e9\n".encode()


def test_the_module_runs_as_a_filter():
    assert process(*C, given=DAMAGED) == (0, CLEAN, "")


def test_all_steps_run_by_default():
    assert process(given=DAMAGED) == (0, CLEAN, "")


def test_the_console_entry_is_the_same(tmp_path):
    code = "import sys; from _cleantext_cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, *C], input=DAMAGED, capture_output=True, check=False, env=environment()
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, CLEAN, b"")


def test_the_exit_codes_are_those_of_the_process():
    assert process(*C, "--jsonl", given=b"bad\n").code == 1
    assert process("--nothing").code == 2
    assert process("--help").code == 0


# Pipes


@pytest.mark.parametrize("unit", [("--lines",), ("-0",), ()])
def test_a_reader_that_goes_away_ends_it_quietly(tmp_path, unit):
    large = tmp_path / "large.txt"
    large.write_bytes((DAMAGED + b"plain\n") * 30_000)
    running = start(*C, *unit, str(large))
    assert running.stdout.readline() == CLEAN
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    running.stdin.close()
    assert running.wait(30) == 141


def test_it_dies_quietly_before_head(tmp_path):
    (tmp_path / "large.txt").write_bytes((DAMAGED + b"plain\n") * 30_000)
    done = shell("cleantext --steps characters --lines large.txt | head -1", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, CLEAN, b"")


@pytest.mark.parametrize("words", [C, (*C, "--diff"), ("--help",), ("doctor",)])
def test_nobody_reading_at_all_is_no_traceback(words):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*COMMAND, *words],
        input=DAMAGED,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        env=environment(),
        timeout=60,
    )
    os.close(writing)
    assert done.stderr == b""


def test_a_closed_standard_error_is_no_obstacle_to_the_file(tmp_path):
    reading, writing = os.pipe()
    os.close(reading)
    target = tmp_path / "out.txt"
    target.write_bytes(b"before")
    words = [*COMMAND, *C, "--explain", "-o", str(target)]
    subprocess.run(words, input=DAMAGED, stderr=writing, check=False, env=environment(), timeout=60)
    os.close(writing)
    assert os.listdir(tmp_path) == ["out.txt"]


@pytest.mark.parametrize(
    ("unit", "given", "expected"),
    [
        (("--lines",), DAMAGED, CLEAN),
        (("-0",), b"a\xe2\x80\x8bb\0", b"ab\0"),
        (("--jsonl",), b'{"text": "a\\u200bb"}\n', b'{"text": "ab"}\n'),
        (("--lines", "--diff"), DAMAGED, b"--- -\n"),
    ],
)
def test_each_record_is_answered_while_the_input_stays_open(unit, given, expected):
    with start(*C, *unit) as running:
        for _ in range(1 if "--diff" in unit else 3):
            running.stdin.write(given)
            running.stdin.flush()
            assert running.stdout.read(len(expected)) == expected
        running.stdin.close()
        running.stdout.read()
        assert running.wait(30) == 0


def test_a_full_disk_is_reported_without_a_traceback():
    if not os.path.exists("/dev/full"):
        pytest.skip("there is no /dev/full here")
    for words in (("--lines",), (), ("-o", "/dev/full")):
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [*COMMAND, *C, *words],
                input=DAMAGED,
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
                env=environment(),
            )
        assert done.returncode == 2
        name = b"/dev/full" if "-o" in words else b"standard output"
        assert done.stderr.startswith(b"cleantext: " + name + b": cannot be written (No space left on device); ")
        assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("closed", ["<&-", ">&-"])
def test_a_closed_standard_stream_is_reported(closed, tmp_path):
    done = shell(f"cleantext --steps characters {closed}", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(b"cleantext: standard ")
    assert b"Traceback" not in done.stderr


# Signals and files


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_leaves_the_output_file_as_it_was(tmp_path, number, code):
    target = tmp_path / "out.txt"
    target.write_bytes(b"before")
    with start(*C, "--lines", "-o", str(target)) as running:
        running.stdin.write(DAMAGED)
        running.stdin.flush()
        deadline = time.monotonic() + 30
        while len(os.listdir(tmp_path)) == 1 and time.monotonic() < deadline:
            time.sleep(0.01)
        # The temporary file is there, and so are the handlers, soon after it.
        time.sleep(0.3)
        running.send_signal(number)
        assert running.wait(30) == code
        assert running.stderr.read() == b""
    assert os.listdir(tmp_path) == ["out.txt"]
    assert target.read_bytes() == b"before"


def test_a_file_can_be_redirected_in_and_named_as_the_output(tmp_path):
    (tmp_path / "text.txt").write_bytes(DAMAGED * 5_000)
    done = shell("cleantext --steps characters --lines -o text.txt < text.txt", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / "text.txt").read_bytes() == CLEAN * 5_000


def test_a_file_named_as_a_subcommand_needs_a_dot(tmp_path):
    (tmp_path / "doctor").write_bytes(b"a file\n")
    done = subprocess.run([*COMMAND, *C, "./doctor"], cwd=tmp_path, capture_output=True, check=False, env=environment())
    assert done.stdout == b"a file\n"
    done = subprocess.run([*COMMAND, "doctor"], cwd=tmp_path, capture_output=True, check=False, env=environment())
    assert b"Python " in done.stdout


def test_a_file_name_that_is_not_utf8_is_still_a_name(tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9"
    try:
        Path(os.fsdecode(name)).write_bytes(DAMAGED)
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    done = subprocess.run([*COMMAND, *C, "--explain", name], capture_output=True, check=False, env=environment())
    assert (done.returncode, done.stdout) == (0, CLEAN)
    assert done.stderr.startswith(b'{"file": ')
    done = subprocess.run([*COMMAND, *C, "--diff", name], capture_output=True, check=False, env=environment())
    assert done.stdout.startswith(b"--- " + name + b"\n")


# Memory and start


def _peak(words: tuple[str, ...], given: bytes, times: int) -> int:
    """Return the most memory a run had in use, in bytes; its input comes through a pipe."""
    code = (
        "import resource, sys; from _cleantext_cli import main; code = main();"
        " print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr); sys.exit(code)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as running:
        for _ in range(times):
            running.stdin.write(given)
        running.stdin.close()
        peak = int(running.stderr.read())
        assert running.wait(60) == 0
    return peak * (1 if sys.platform == "darwin" else 1024)


@pytest.mark.parametrize("unit", ["--lines", "-0", "--jsonl"])
def test_a_stream_takes_constant_memory(unit):
    line = b"A plain line of some length, as there are many of them in a file of text" * 14
    record = {"--lines": line + b"\n", "-0": line + b"\0", "--jsonl": b'{"text": "' + line + b'"}\n'}[unit]
    given = record * 500
    words = ("--steps", "characters", unit)
    few, many = (_peak(words, given, times) for times in (1, 40))
    assert len(given) * 40 > 20_000_000
    assert many - few < 8_000_000


def test_nothing_heavy_is_imported_for_a_plain_run():
    code = (
        "import sys; from _cleantext_cli import main; main();"
        " print(*sorted({'ftfy', 'langdetect', 'tempfile', 'shutil', 'subprocess', 'logging', 'importlib.metadata',"
        " 'cleantext.cli.json_lines', 'cleantext.report.diff'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *C], input=b"plain\n", capture_output=True, check=False, env=environment()
    )
    assert (done.stdout, done.stderr) == (b"plain\n", b"\n")
