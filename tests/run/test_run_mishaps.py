"""Runs that are killed, stopped, or run out of disk: nothing half-written, and the same command ends the work."""

import gzip
import json
import os
import resource
import signal
import subprocess

import pytest
from runs import CLEAN, DAMAGED, C, ended, engine, hooked, is_alive, killed, run, start, tree, until, workers_of

pytestmark = pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="finds processes by /proc")

FILES = 60


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """A folder of texts, and of JSON lines in two parts."""
    folder = tmp_path_factory.mktemp("corpus") / "in"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number:02}.txt").write_text(f"{number} {DAMAGED}\n", encoding="utf-8")
    line = json.dumps({"text": "AT&amp;T" + " x" * 20_000}) + "\n"
    (folder / "large.jsonl").write_text(line * 150)
    return folder


@pytest.fixture(scope="module")
def wanted(corpus, tmp_path_factory):
    """What a run writes that nothing disturbs."""
    folder = tmp_path_factory.mktemp("calm")
    assert run(corpus, "-o", folder, *C).code == 0
    return tree(folder)


def finals(folder) -> dict[str, bytes]:
    return tree(folder) if folder.is_dir() else {}


def is_at_work(folder, running):
    """Say whether some of the output is there, and not all of it."""
    return lambda: running.poll() is not None or len(finals(folder)) >= 2


def errors_of(folder) -> list[dict]:
    return [json.loads(line) for line in (folder / "errors.jsonl").read_text().splitlines()]


# A worker is killed


def test_a_worker_that_is_killed_once_costs_nothing(corpus, wanted, tmp_path):
    hooks = hooked(tmp_path / "hooks", "time.sleep(0.02)")
    running = start(corpus, "-o", tmp_path / "out", "-j", "2", *C, hooks=hooks)
    until(is_at_work(tmp_path / "out", running))
    os.kill(workers_of(running)[0], signal.SIGKILL)
    assert ended(running, 120).code == 0
    assert tree(tmp_path / "out") == wanted


def test_a_document_that_kills_its_worker_is_named_and_the_others_are_done(corpus, wanted, tmp_path):
    hooks = hooked(tmp_path / "hooks", "if text.startswith('7 '): os.kill(os.getpid(), signal.SIGKILL)")
    ran = run(corpus, "-o", tmp_path / "out", "-j", "2", *C, hooks=hooks)
    made = tree(tmp_path / "out")
    assert ran.code == 1
    [error] = errors_of(tmp_path / "out")
    assert (error["file"], error["type"]) == ("07.txt", "WorkerLost")
    assert "its process was killed 3 times" in error["message"]
    assert {name: data for name, data in made.items() if name != "errors.jsonl"} == {
        name: data for name, data in wanted.items() if name != "07.txt"
    }


def test_what_killed_its_worker_is_tried_again_by_the_next_run(corpus, wanted, tmp_path):
    hooks = hooked(tmp_path / "hooks", "if text.startswith('7 '): os.kill(os.getpid(), signal.SIGKILL)")
    assert run(corpus, "-o", tmp_path / "out", *C, hooks=hooks).code == 1
    assert run(corpus, "-o", tmp_path / "out", *C).code == 0
    assert tree(tmp_path / "out") == wanted


# The disk is full


def small_files() -> None:
    """Let no file of this process and its children grow beyond a megabyte."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))


def tiny_files() -> None:
    """Let no file of this process and its children grow beyond some kilobytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 14, 1 << 14))


def test_a_full_disk_is_told_and_leaves_nothing_half_written(corpus, wanted, tmp_path):
    ran = run(corpus, "-o", tmp_path / "out", "-j", "2", *C, limit=small_files)
    assert ran.code == 1
    assert "cannot be written (File too large); make room or choose another place, and run again" in ran.err
    assert str(tmp_path / "out") in ran.err
    assert "Traceback" not in ran.err
    made = tree(tmp_path / "out")
    assert made == {name: wanted[name] for name in made}
    assert "large.jsonl" not in made


def test_after_a_full_disk_the_same_command_ends_the_work(corpus, wanted, tmp_path):
    run(corpus, "-o", tmp_path / "out", *C, limit=small_files)
    assert run(corpus, "-o", tmp_path / "out", *C).code == 0
    assert tree(tmp_path / "out") == wanted


@pytest.mark.parametrize("kind", ["parquet", "gz"])
def test_a_full_disk_is_told_by_every_format(tmp_path, kind):
    texts = [str(number * number % 99_991) * 300 for number in range(3_000)]
    if kind == "gz":
        source = tmp_path / "a.jsonl.gz"
        source.write_bytes(gzip.compress("".join(json.dumps({"text": text}) + "\n" for text in texts).encode(), 1))
    else:
        pyarrow = engine("pyarrow")
        from pyarrow import parquet

        source = tmp_path / "a.parquet"
        parquet.write_table(pyarrow.table({"text": texts}), source, row_group_size=2_000, compression="none")
    ran = run(source, "-o", tmp_path / "out", "--steps", "characters/escapes", "--quiet", limit=tiny_files)
    assert ran.code == 1
    assert ran.err.startswith(f"cleantext: {tmp_path / 'out'}")
    assert "cannot be written (File too large)" in ran.err
    assert ran.err.count("\n") == 1
    assert tree(tmp_path / "out") == {}


@pytest.mark.skipif(os.geteuid() != 0 or not os.path.exists("/bin/mount"), reason="only root mounts a small disk")
def test_a_small_disk_that_fills_is_told(corpus, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("this system lets nobody mount")
    try:
        ran = run(corpus, "-o", disk / "out", *C)
        assert (ran.code, "No space left on device" in ran.err, "Traceback" in ran.err) == (1, True, False)
    finally:
        subprocess.run(["umount", disk], check=True)


# Ctrl-C


def test_ctrl_c_stops_within_seconds_without_a_traceback(corpus, tmp_path):
    hooks = hooked(tmp_path / "hooks", "time.sleep(0.05)")
    running = start(corpus, "-o", tmp_path / "out", "-j", "2", *C, hooks=hooks)
    until(is_at_work(tmp_path / "out", running))
    workers = workers_of(running)
    os.killpg(running.pid, signal.SIGINT)
    ran = ended(running, 5)
    assert ran.code == 130
    assert ran.err.splitlines()[-1] == "cleantext: stopped; the same command goes on where this was"
    assert "Traceback" not in ran.err
    assert [worker for worker in workers if is_alive(worker)] == []


def test_ctrl_c_while_processes_start_leaves_no_traceback(corpus, tmp_path):
    running = start(corpus, "-o", tmp_path / "out", "-j", "2", *C)
    until((tmp_path / "out" / ".cleantext" / "journal.jsonl").exists)
    os.killpg(running.pid, signal.SIGINT)
    ran = ended(running, 5)
    assert (ran.code, "Traceback" in ran.err) == (130, False)


def test_after_ctrl_c_the_same_command_ends_the_work(corpus, wanted, tmp_path):
    hooks = hooked(tmp_path / "hooks", "time.sleep(0.05)")
    running = start(corpus, "-o", tmp_path / "out", "-j", "2", *C, hooks=hooks)
    until(is_at_work(tmp_path / "out", running))
    os.killpg(running.pid, signal.SIGINT)
    ended(running, 5)
    before = finals(tmp_path / "out")
    assert before == {name: wanted[name] for name in before}
    assert run(corpus, "-o", tmp_path / "out", "-j", "2", *C).code == 0
    assert tree(tmp_path / "out") == wanted


# The run itself is killed


def test_when_the_run_is_killed_its_workers_end_by_themselves(corpus, tmp_path):
    hooks = hooked(tmp_path / "hooks", "time.sleep(0.05)")
    running = start(corpus, "-o", tmp_path / "out", "-j", "2", *C, hooks=hooks)
    until(is_at_work(tmp_path / "out", running))
    workers = workers_of(running)
    assert workers
    os.kill(running.pid, signal.SIGKILL)
    running.communicate()
    until(lambda: not any(map(is_alive, workers)), 5)


@pytest.mark.parametrize("count", [1, 5, 40])
def test_after_any_kill_the_same_command_ends_the_work(corpus, wanted, tmp_path, count):
    hooks = hooked(tmp_path / "hooks", "time.sleep(0.02)")
    running = start(corpus, "-o", tmp_path / "out", "-j", "2", *C, hooks=hooks)
    until(lambda: running.poll() is not None or len(finals(tmp_path / "out")) >= count)
    killed(running)
    before = finals(tmp_path / "out")
    assert before == {name: wanted[name] for name in before}
    assert not (tmp_path / "out" / "manifest.json").exists()
    assert run(corpus, "-o", tmp_path / "out", "-j", "2", *C).code == 0
    assert tree(tmp_path / "out") == wanted
    assert CLEAN.encode() in wanted["07.txt"]


def test_parts_that_were_done_before_a_kill_are_not_made_again(tmp_path):
    line = json.dumps({"text": "x" * 4_000}) + "\n"
    (tmp_path / "large.jsonl").write_text(line * 3_200)
    journal = tmp_path / "out" / ".cleantext" / "journal.jsonl"
    hooks = hooked(tmp_path / "hooks", "time.sleep(0.001)")
    running = start(tmp_path / "large.jsonl", "-o", tmp_path / "out", "-j", "1", *C, hooks=hooks)
    until(lambda: running.poll() is not None or (journal.exists() and b'"done"' in journal.read_bytes()))
    killed(running)
    counted = hooked(tmp_path / "count", f"open({str(tmp_path / 'seen')!r}, 'ab').write(b'.')")
    assert run(tmp_path / "large.jsonl", "-o", tmp_path / "out", *C, hooks=counted).code == 0
    assert 0 < (tmp_path / "seen").stat().st_size < 3_200
