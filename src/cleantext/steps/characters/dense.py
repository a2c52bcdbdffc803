"""Dense: keep the edits of a damaged text few enough to hold in memory.

An Edit costs some 236 bytes, so a text in which every other character is one would
cost a hundred times its size. The first thousand edits of a layer stay as they are;
beyond that, edits that stand close together merge into one that spans them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleantext.core.edit import Edit

# A thousand edits are 236 KB whatever the document's size, and enough for a person to read.
PRECISE = 1_000
# Edits closer than this cost more than the text between them.
_GAP = 64
# Code points a merged edit may span: what waits to be merged costs a hundred times as much.
_SPAN = 1_024


def thinned(edits: Iterable[Edit], text: str) -> Iterator[Edit]:
    """Yield sorted, disjoint edits that do what `edits`, sorted and disjoint, do; few where they are dense."""
    run: list[Edit] = []
    for number, edit in enumerate(edits):
        if number < PRECISE:
            yield edit
        elif run and edit.start - run[-1].end < _GAP and edit.end - run[0].start <= _SPAN:
            run.append(edit)
        else:
            if run:
                yield _merged(run, text)
            run = [edit]
    if run:
        yield _merged(run, text)


def _merged(run: list[Edit], text: str) -> Edit:
    if len(run) == 1:
        return run[0]
    start, end = run[0].start, run[-1].end
    parts: list[str] = []
    position = start
    for edit in run:
        parts += [text[position : edit.start], edit.after]
        position = edit.end
    rules = dict.fromkeys(edit.rule for edit in run)
    return Edit(start, end, text[start:end], "".join(parts), "+".join(rules))
