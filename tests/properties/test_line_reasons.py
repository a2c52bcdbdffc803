"""What is said of lines holds for any text: they are its lines, and saying so never fails."""

from __future__ import annotations

from conftest import texts
from hypothesis import given

from cleantext import explain_lines
from cleantext.report.lines import table


@given(texts)
def test_every_line_of_any_text_is_told(text: str) -> None:
    lines = explain_lines(text, language="en")
    assert all(text.startswith(line.text, line.start) for line in lines)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    ends = "\n\r\u2028\u2029"
    assert "".join(line.text for line in lines) == text.translate(dict.fromkeys(map(ord, ends)))
    assert all(line.kind and 0 <= line.confidence <= 1 for line in lines)


@given(texts)
def test_a_table_of_any_text_can_be_written(text: str) -> None:
    assert all(row.isprintable() for row in table(explain_lines(text, language="en", max_removed=0)))
