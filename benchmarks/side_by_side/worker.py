"""Worker: the process in which one contender is timed.

    python -P worker.py CALLS.py NAME

It has nothing but the standard library, since it also runs where peers live. Commands come
in as lines of JSON and answers go out the same way; what a contender prints goes to standard
error. The clock is the processor's time of this process, and the texts were read before it
starts.
"""

from __future__ import annotations

import gc
import importlib.util
import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any, TextIO

Prepare = Callable[[str], Any]
Call = Callable[[Any], object]
# So many documents that were seen are run over before the clock starts: the first time that a copy of a process
# writes to a page of memory, the kernel copies the page.
_TOUCHED = 60


def main() -> None:
    """Answer commands until standard input ends."""
    answers = _answers()
    try:
        prepare, call = load_calls(sys.argv[1])(sys.argv[2])
    except Exception as error:
        # Whatever a foreign package raises while it is imported: the run goes on and tells of it.
        _say(answers, {"missing": f"{type(error).__name__}: {error}"})
        return
    _say(answers, {"ready": True})
    items: list[Any] = []
    others: list[Any] = []
    for line in sys.stdin:
        command = json.loads(line)
        if command["do"] == "load":
            items = [prepare(text) for text in command["texts"]]
            _say(answers, {"loaded": len(items)})
        elif command["do"] == "warm":
            others = [prepare(text) for text in command["texts"]]
            _pass(call, others)
            _say(answers, {"warm": True})
        elif command["do"] == "apart":
            _say(answers, apart(call, items, others[-_TOUCHED:]))
        else:
            _say(answers, timed(call, items, command["least"]))


def load_calls(path: str) -> Callable[[str], tuple[Prepare, Call]]:
    """Return the function `contender` of a file, which makes a pair of functions of a name."""
    spec = importlib.util.spec_from_file_location("calls", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    contender: Callable[[str], tuple[Prepare, Call]] = module.contender
    return contender


def timed(call: Call, items: list[Any], least: float) -> dict[str, float]:
    """Call every item, again and again until `least` seconds are over; `seconds` are those of one pass."""
    gc.collect()
    seconds = 0.0
    passes = failed = 0
    while passes == 0 or seconds < least:
        taken, failed = _pass(call, items)
        seconds += taken
        passes += 1
    return {"seconds": seconds / passes, "passes": passes, "failed": failed}


def apart(call: Call, items: list[Any], others: list[Any]) -> dict[str, Any]:
    """Call every item twice in a copy of this process, which then ends with all that it remembered of them."""
    if not hasattr(os, "fork"):
        return {"missing": "this system cannot copy a process, which new text is measured in; use another"}
    gc.collect()
    # Else the copy's collector would touch, and so copy, all memory.
    gc.freeze()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _pass(call, others)
        found = [_pass(call, items) for _ in range(2)]
        os.write(writing, json.dumps(found).encode())
        os._exit(0)
    os.close(writing)
    with open(reading, encoding="utf-8") as answer:
        content = answer.read()
    os.waitpid(child, 0)
    gc.unfreeze()
    if not content:
        return {"stopped": "the copy of its process ended without an answer"}
    return {"turns": [{"seconds": seconds, "failed": failed} for seconds, failed in json.loads(content)]}


def _pass(call: Call, items: list[Any]) -> tuple[float, int]:
    failed = 0
    start = time.process_time()
    for item in items:
        try:
            call(item)
        except Exception:
            # A peer that raises for a document is told of in the table; the time counts.
            failed += 1
    return time.process_time() - start, failed


def _answers() -> TextIO:
    """Keep standard output for answers, and send what is printed to standard error."""
    kept = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return kept


def _say(answers: TextIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
