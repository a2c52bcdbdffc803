"""Promise 4: any str goes in and a str comes out; 6: nothing is downloaded."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import READY, byte_texts, texts
from hypothesis import given

from cleantext import clean, explain
from cleantext.config import STAGES

ALONE = [stage for stage in STAGES if stage.partition("/")[0] in READY]


@given(text=texts)
def test_a_str_gives_a_str(text):
    assert type(clean(text, steps=READY)) is str


@given(data=byte_texts)
def test_bytes_give_a_str(data):
    assert type(clean(data, steps=READY)) is str


@pytest.mark.parametrize("stage", ALONE)
@given(text=texts)
def test_a_stage_alone_takes_any_text(stage, text):
    assert type(clean(text, steps=(stage,))) is str


@given(text=texts)
def test_the_repaired_text_can_be_written_as_utf8(text):
    clean(text, steps="characters").encode("utf-8")


@given(text=texts)
def test_every_layer_fits_the_text_before_it(text):
    result = explain(text, steps=READY)
    assert result.original() == text
    assert all(0 <= score <= 1 for name, score in result.scores.items() if name == "spun")


@pytest.mark.parametrize(
    "text", ["", "\n", "\0", " ", "\ufeff", "\ud800", "\udc00\ud800", "\r\n", "\u0301", "&", "\u202e", "Ã"]
)
def test_a_text_of_one_character_is_taken(text):
    assert isinstance(clean(text, steps=READY), str)


def test_nothing_is_downloaded():
    program = (
        "import socket\n"
        "def refuse(*_, **__): raise AssertionError('a connection was tried')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
        "import cleantext\n"
        f"print(cleantext.explain('Der Fluß trat über die Ufer, cafÃ© &amp; mehr.', steps={READY!r}).language)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, "")
