"""Promise 3: the same input gives the same output, whatever the order, the process or the hash seed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from conftest import READY, texts
from hypothesis import given
from hypothesis import strategies as st

from cleantext import Config, clean, clean_many, explain
from cleantext.pipeline import build

EXAMPLES = [
    "The cafÃ© on the quay was closed &amp; dark on Monday, the minister said.\r\n\u200bAdvertisement\r\n",
    "می\u200cخواهم Wolodymyr Selenskyj \ud800\x1b[31m Cafe\u0301 " * 40,
    "international coverage the Center East fight drones a gaggle of officers whereas 1000’s of " * 20,
    "\u0301\u0316 1,8 tons of grain were on the ferry and the prime minister was in the Center East.",
    "Loader Advertisement\n\nShort\n",
]
_PROGRAM = """
import json, sys
from cleantext import explain
texts, steps = json.load(sys.stdin)
for text in texts:
    print(explain(text, steps=steps).to_json())
"""


def _elsewhere(seed: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        input=json.dumps([EXAMPLES, READY]),
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONHASHSEED": seed},
    )
    return done.stdout.splitlines()


def test_hash_seed_0_gives_what_this_process_gives():
    assert _elsewhere("0") == [explain(text, steps=READY).to_json() for text in EXAMPLES]


def test_hash_seed_4711_gives_what_this_process_gives():
    assert _elsewhere("4711") == [explain(text, steps=READY).to_json() for text in EXAMPLES]


def test_worker_processes_give_what_this_process_gives():
    many = [*EXAMPLES, None, *EXAMPLES, "".join(EXAMPLES).encode("utf-8", "replace")]
    assert list(clean_many(many, steps=READY, workers=2)) == [clean(text, steps=READY) for text in many]


def test_threads_give_what_one_thread_gives():
    config = Config(steps=READY)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda text: explain(text, config).to_json(), EXAMPLES * 5))
    assert answers == [explain(text, config).to_json() for text in EXAMPLES] * 5


@given(first=texts, second=texts)
def test_a_text_is_cleaned_the_same_before_and_after_another(first, second):
    alone = explain(first, steps=READY).to_json()
    clean(second, steps=READY)
    assert explain(first, steps=READY).to_json() == alone


@given(text=texts)
def test_a_flow_built_anew_gives_the_same(text):
    before = explain(text, steps=READY)
    if len(text) % 10 == 0:
        build.cache_clear()
    assert explain(text, steps=READY) == before


@given(text=texts, data=st.data())
def test_the_order_in_which_steps_are_named_is_immaterial(text, data):
    named = data.draw(st.permutations(READY))
    assert clean(text, steps=named) == clean(text, steps=READY)
