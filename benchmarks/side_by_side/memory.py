"""Memory: what a process needs on top of what it had, for one long text and for a stream of many.

    python -P memory.py text WARM FILE      one text: how many times the `str` it takes at its peak
    python -P memory.py stream WARM FILE    the texts of a file of JSON lines: what the process holds at its peak

The process cleans the texts of WARM first, so that rules, which are read once, are no part of
what a text takes. Each figure is that of a process of its own. The peak is the kernel's; tracemalloc would
make the work several times as slow and see only what Python allots.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_LIMIT = 1800


class Peak(NamedTuple):
    """What a run took at its peak: bytes on top of the process before it, and those of the `str`."""

    grown: int
    text: int

    @property
    def times(self) -> float:
        """How many times the `str` the run took, itself included."""
        return (self.grown + self.text) / self.text


def of_text(text: str, warm: Sequence[str]) -> Peak | None:
    """Measure one text; None where the run took too long."""
    answer = _child("text", warm, text)
    return None if answer is None else Peak(answer["grown"], answer["text"])


def streams(texts: Sequence[str], warm: Sequence[str]) -> dict[str, int | None]:
    """Stream a sixteenth, a quarter and all of some texts, none of which comes twice.

    Each figure is the peak of its process in bytes, everything included; None where it took too long.
    """
    peaks: dict[str, int | None] = {}
    for times in (1, 4, 16):
        answer = _child("stream", warm, _json_lines(texts[: len(texts) * times // 16]))
        peaks[f"{times}x"] = None if answer is None else answer["peak"]
    return peaks


def _child(what: str, warm: Sequence[str], content: str) -> dict[str, int] | None:
    from side_by_side.processes import environment

    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / "warm", Path(folder) / "content"]
        paths[0].write_text(_json_lines(warm), encoding="ascii")
        paths[1].write_bytes(content.encode("utf-8", "surrogatepass"))
        command = [sys.executable, "-P", __file__, what, *map(str, paths)]
        try:
            done = subprocess.run(command, env=environment(), capture_output=True, check=True, timeout=_LIMIT)
        except subprocess.TimeoutExpired:
            return None
    answer: dict[str, int] = json.loads(done.stdout)
    return answer


def _json_lines(texts: Sequence[str]) -> str:
    return "".join(json.dumps(text) + "\n" for text in texts)


def _measure_text(warm: Path, path: Path) -> dict[str, int]:
    from cleantext import clean

    for text in _texts(warm):
        clean(text)
    text = path.read_bytes().decode("utf-8", "surrogatepass")
    _forget_peak()
    before = _now()
    clean(text)
    return {"grown": max(0, _peak() - before), "text": sys.getsizeof(text)}


def _measure_stream(warm: Path, path: Path) -> dict[str, int]:
    from cleantext import clean_many

    for texts in (warm, path):
        _forget_peak()
        for _ in clean_many(_texts(texts)):
            pass
    return {"peak": _peak()}


def _texts(path: Path) -> Iterator[str]:
    with open(path, "rb") as file:
        for line in file:
            yield json.loads(line)


def _forget_peak() -> None:
    """Have the kernel count the peak anew, where it can: reading a file took more than the text does."""
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        pass


def _now() -> int:
    return _status("VmRSS") or _peak()


def _peak() -> int:
    # Of this process alone: ru_maxrss of Linux begins with that of the process that started it.
    return _status("VmHWM") or _resource_peak()


def _status(name: str) -> int:
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as file:
            return next((int(line.split()[1]) * 1024 for line in file if line.startswith(name)), 0)
    except OSError:
        return 0


def _resource_peak() -> int:
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


_MEASURES: dict[str, Callable[[Path, Path], dict[str, int]]] = {"text": _measure_text, "stream": _measure_stream}

if __name__ == "__main__":
    print(json.dumps(_MEASURES[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))))
