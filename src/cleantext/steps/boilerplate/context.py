"""Context: which lines of a document go, seen together.

A rule speaks of one line; here its neighbours decide. Rounds run until nothing more
goes, and each sees only what the one before has left, so that a second run over the
cleaned text finds what the last round found: nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate

from cleantext.steps.boilerplate.introduced import is_bare_date, is_name_line
from cleantext.steps.boilerplate.kinds import AFTER_STORY, DUPLICATE, ENDS, LISTED, NAME_BELOW, NUMBER, TAGGED
from cleantext.steps.boilerplate.lines import is_bullet, is_headline, is_paragraph, is_stated, key_of, written_key
from cleantext.steps.boilerplate.listed import before_prose, ends_list
from cleantext.steps.boilerplate.verdict import Verdict

# Real documents are stable after two rounds; the cap is for texts made to defeat it.
_ROUNDS = 16
# A block from an opener to its closer is at most this long; a closer further on belongs to another.
_BLOCK_LINES = 12
_BLOCK_LETTERS = 1_500
# No label is looked beyond this many lines, so that a page of labels takes no more than linear time.
_LONGEST_LIST = 80
_SHORTEST_CAPTION = 15
# A reader forum or the foot of a page ends the article only below so many paragraphs.
_ARTICLE_PARAGRAPHS = 3
# Names and dates stand between headlines, but so many short lines in a row are a table.
_ODD_LINES = 3
# So many lines in a row that may go at the edges are a menu, wherever it stands.
_MENU_LINES = 3
# A line with fewer blanks that ends in a colon is a label.
_ANNOUNCING_WORDS = 4
# These say nothing about the lines after them.
_LONELY = frozenset({"advertisement", "byline", "caption", "counter"})


def removed_lines(lines: Sequence[str], verdicts: Mapping[int, Verdict], alive: list[int]) -> dict[int, str]:
    """Return the numbers of the lines that go, each with the id of its rule.

    `alive` are the numbers of the lines that are left and not blank. Where nothing with a
    letter or digit would be left of them, nothing goes.
    """
    removed: dict[int, str] = {}
    if not verdicts:
        return removed
    # A line that a rule knows is no paragraph of the story, though it may read like one.
    paragraphs = {number for number in alive if number not in verdicts and is_paragraph(lines[number])}
    if not paragraphs:
        # Without a paragraph there is no story to tell the chrome from: it may be a list, a menu, a form.
        return {}
    for _ in range(_ROUNDS):
        taken = _Round(lines, verdicts, alive, paragraphs).taken()
        if not taken:
            break
        removed.update(taken)
        alive = [number for number in alive if number not in taken]
    else:
        # Made to defeat us: a second run would find more, so such a text is left alone.
        return {}
    if not any(key_of(lines[number]) for number in alive):
        return {}
    return removed


class _Round:
    """One look at the lines that are left; places are positions among these."""

    def __init__(
        self, lines: Sequence[str], verdicts: Mapping[int, Verdict], alive: list[int], paragraphs: set[int]
    ) -> None:
        self._lines = [lines[number] for number in alive]
        self._numbers = alive
        self._verdicts = {place: verdicts[number] for place, number in enumerate(alive) if number in verdicts}
        self._taken: dict[int, tuple[str, str]] = {}
        self._paragraphs = {place for place, number in enumerate(alive) if number in paragraphs}
        self._first = 0
        self._last = len(alive) - 1
        self._followed: set[int] = set()

    def taken(self) -> dict[int, str]:
        """Return the numbers of the lines that go in this round."""
        if self._verdicts:
            self._take_certain()
            self._take_below_article()
            self._take_menus()
            for _ in range(_ROUNDS):
                count = len(self._taken)
                self._find_story()
                self._take_edges()
                self._take_what_follows()
                self._take_tail()
                if count == len(self._taken):
                    break
            self._take_duplicates()
        return {self._numbers[place]: rule for place, (rule, _) in self._taken.items()}

    def _take_certain(self) -> None:
        """Take the lines that are certain wherever they stand, and the blocks that they open."""
        for place, verdict in self._verdicts.items():
            if verdict.edge:
                continue
            self._taken[place] = (verdict.rule, verdict.kind)
            if verdict.takes == "until":
                for inside in self._block(place, verdict.until):
                    self._taken.setdefault(inside, (verdict.rule, verdict.kind))

    def _block(self, place: int, until: frozenset[str]) -> range:
        """Return the places from an opener to its closer; none where the closer is not near."""
        letters = 0
        for inside in range(place + 1, min(place + 1 + _BLOCK_LINES, len(self._lines))):
            letters += len(self._lines[inside])
            if letters > _BLOCK_LETTERS:
                break
            if key_of(self._lines[inside].lower()) in until:
                return range(place + 1, inside + 1)
        return range(0)

    def _take_below_article(self) -> None:
        """Take all that stands below the line that ends the article, if one does: comments, the foot of the page."""
        ends = [place for place, verdict in self._verdicts.items() if verdict.takes == "list" and verdict.kind in ENDS]
        if not ends:
            return
        paragraphs = sorted(self._paragraphs.difference(self._taken))
        letters = [0, *accumulate(len(self._lines[place]) for place in paragraphs)]
        for place in ends:
            kind = self._verdicts[place].kind
            above = bisect_left(paragraphs, place)
            if above >= _ARTICLE_PARAGRAPHS and letters[above] >= ENDS[kind].share * letters[-1]:
                for below in range(place + 1, len(self._lines)):
                    self._taken.setdefault(below, ENDS[kind].taken)
                return

    def _take_menus(self) -> None:
        """Take the runs of lines each of which is a label."""
        run: list[int] = []
        for place in self._verdicts:
            if self._is_number(place):
                continue
            if run and place != run[-1] + 1:
                self._take_menu(run)
                run = []
            run.append(place)
        self._take_menu(run)

    def _take_menu(self, run: list[int]) -> None:
        # What a sentence of the story announces is its own list.
        if len(run) >= _MENU_LINES and not (run[0] > 0 and self._announces(run[0] - 1)):
            self._take_all(run)

    def _announces(self, place: int) -> bool:
        line = self._lines[place].rstrip()
        return line.endswith((":", "：")) and line.count(" ") >= _ANNOUNCING_WORDS and place not in self._verdicts

    def _take_all(self, places: list[int]) -> None:
        for place in places:
            self._taken.setdefault(place, (self._verdicts[place].rule, self._verdicts[place].kind))

    def _find_story(self) -> None:
        """Move to the first and the last paragraph that stay; the first is after the last where there is none."""
        while self._first < len(self._lines) and not self._is_story(self._first):
            self._first += 1
        while self._last >= 0 and not self._is_story(self._last):
            self._last -= 1

    def _is_story(self, place: int) -> bool:
        return place in self._paragraphs and place not in self._taken

    def _take_edges(self) -> None:
        """Take the lines that may go at the edges only, where they stand at one or touch what goes."""
        waiting = [place for place in self._verdicts if place not in self._taken]
        for places in (waiting, reversed(waiting)):
            for place in places:
                if place not in self._taken and (self._is_outside(place) or self._touches(place)):
                    self._take_all([place])

    def _is_outside(self, place: int) -> bool:
        # A number alone may be a cell of the story's last table, and a bare date the head of a letter.
        if self._last < 0 or self._first <= place <= self._last or self._is_number(place) or self._is_bare_date(place):
            return False
        return not self._is_subhead(place)

    def _is_bare_date(self, place: int) -> bool:
        return self._verdicts[place].kind == "byline" and is_bare_date(self._lines[place])

    def _is_subhead(self, place: int) -> bool:
        """Say whether a topic's label stands right above a sentence, as the story's own subheads do."""
        if self._verdicts[place].kind != "navigation" or place + 1 >= len(self._lines) or place + 1 in self._taken:
            return False
        below = self._lines[place + 1]
        return self._is_story(place + 1) or (is_stated(below) and " " in below.strip())

    def _is_number(self, place: int) -> bool:
        return place in self._verdicts and self._verdicts[place].rule == NUMBER

    def _touches(self, place: int) -> bool:
        """Say whether a line inside the story stands beside one that goes, and is no subhead."""
        # An advertisement stands anywhere and says nothing about its neighbours.
        besides = [beside for beside in (place - 1, place + 1) if beside in self._taken and not self._is_number(beside)]
        kinds = {self._taken[beside][1] for beside in besides} - {"advertisement"}
        # Beside a label of a menu or a table stands a number of its own; beside a button, the times it was pressed.
        if not kinds or (self._is_number(place) and kinds == {"navigation"}):
            return False
        return not self._is_subhead(place)

    def _take_what_follows(self) -> None:
        """Take the headlines below a label, and the name below "By"."""
        for place, verdict in self._verdicts.items():
            if verdict.takes != "list" or verdict.kind in ENDS or place not in self._taken or place in self._followed:
                continue
            self._followed.add(place)
            if verdict.kind in ("byline", "caption"):
                below = place + 1
                if below < len(self._lines) and below not in self._taken and is_name_line(self._lines[below]):
                    self._taken[below] = (NAME_BELOW, "byline")
                continue
            rule = TAGGED if verdict.kind == "tags" else LISTED
            for item in self._items(place):
                self._taken.setdefault(item, (rule, verdict.kind))

    def _items(self, label: int) -> list[int]:
        """Return the places of the lines that belong to a label."""
        items: list[int] = []
        odd = 0
        place = label + 1
        while place < min(len(self._lines), label + _LONGEST_LIST):
            if place not in self._taken:
                if ends_list(self._lines[place]):
                    break
                odd = 0 if self._is_item(place) else odd + 1
                if odd == _ODD_LINES or self._is_cell(place):
                    # The short lines before it are the head of the same table.
                    del items[len(items) + 1 - odd :]
                    break
                items.append(place)
            place += 1
        if place == len(self._lines) and self._first < label:
            return items
        return before_prose(self._lines, items, self._first < label)

    def _is_cell(self, place: int) -> bool:
        """Say whether a line can be a cell of a table: a number, or a few words with a digit."""
        line = self._lines[place]
        if place in self._verdicts:
            return self._is_number(place)
        return not is_headline(line) and not is_bullet(line) and any(letter.isdigit() for letter in line)

    def _is_item(self, place: int) -> bool:
        if place in self._verdicts:
            return not self._is_number(place)
        return is_bullet(self._lines[place]) or is_headline(self._lines[place])

    def _take_tail(self) -> None:
        """Take what stands after the story below a line that goes: headlines, names, labels that no rule knows."""
        if self._last < 0:
            return
        below = False
        waiting: list[int] = []
        for place in range(self._last + 1, len(self._lines)):
            if place in self._taken or self._is_item(place):
                below = below or (place in self._taken and self._taken[place][1] not in _LONELY)
                if below:
                    waiting.append(place)
                    self._taken.update((line, (AFTER_STORY, "related")) for line in waiting if line not in self._taken)
                    waiting = []
            elif self._is_cell(place) or self._is_sentence(place):
                return
            elif below:
                waiting.append(place)
        self._taken.update((line, (AFTER_STORY, "related")) for line in waiting)

    def _is_sentence(self, place: int) -> bool:
        return is_stated(self._lines[place]) and self._lines[place].count(" ") >= 2

    def _take_duplicates(self) -> None:
        """Take a caption that stands beside a copy of itself with a credit."""
        for place, (_, kind) in list(self._taken.items()):
            if kind != "caption":
                continue
            caption = written_key(self._lines[place])
            for beside in (place - 1, place + 1):
                if not 0 <= beside < len(self._lines) or beside in self._taken:
                    continue
                head = written_key(self._lines[beside])
                if len(head) >= _SHORTEST_CAPTION and caption.startswith(head):
                    self._taken[beside] = (DUPLICATE, "caption")
