"""Hours, days and numbers that head the parts of a text; the same lines about an article are no text."""

from __future__ import annotations

import time

import pytest

from tests.support.small_pages import PARAGRAPHS, article, page, read

MAKES = ("<p>{}</p>", "<p><b>{}</b></p>", "<h3>{}</h3>", '<p class="h">{}</p>')
HEADS = (
    ("10:00", "11:30"),
    ("9.45", "10.15 – 11.00"),
    ("1986 жыл, 17 желтоқсан", "1986 жыл, 18 желтоқсан"),
    ("16 желтоқсан", "17 желтоқсан"),
    ("1", "2"),
    ("№1", "№2"),
)


def body(text: str) -> list[str]:
    return read(page(main=article(paragraphs=()).replace('<div class="text">', f'<div class="text">{text}'))).values["body"]


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize("heads", HEADS)
def test_lines_of_one_make_head_the_parts_of_a_chronicle(make: str, heads: tuple[str, str]) -> None:
    first, second, third = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    one, other = (make.format(head) for head in heads)
    assert body(f"{one}{first}{other}{second}{third}") == [heads[0], PARAGRAPHS[0], heads[1], *PARAGRAPHS[1:]]
    assert body(f"{first}{one}{second}{other}{third}") == [PARAGRAPHS[0], heads[0], PARAGRAPHS[1], heads[1], PARAGRAPHS[2]]


@pytest.mark.parametrize(
    "entry",
    ["<li><span>{}</span><div>{}</div></li>", "<li><b>{}</b><p>{}</p></li>", '<div class="e"><h4>{}</h4><div>{}</div></div>'],
)
def test_an_hour_heads_a_paragraph_in_each_entry_of_a_chronicle(entry: str) -> None:
    first, second, third = PARAGRAPHS
    entries = f"<div>{entry.format('06:40', second)}{entry.format('9:15', third)}</div>"
    assert body(f"<p>{first}</p>{entries}<p>{first}</p>") == [first, "06:40", second, "9:15", third, first]


def test_the_hours_of_cards_are_no_text() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    cards = "".join(f'<li><span>{at}:20</span><div><a href="/n/{at}">{PARAGRAPHS[0]}</a></div></li>' for at in (10, 11, 12))
    assert body(f"{text}<ul>{cards}</ul>{text}") == [*PARAGRAPHS, *PARAGRAPHS]
    assert body(f"<div><div>14:20</div><div>{PARAGRAPHS[0]}</div></div>{text}")[0] == PARAGRAPHS[0], "of the article itself"


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize("line", ["14:20", "2 қараша 2025", "3"])
def test_one_such_line_alone_is_no_text(make: str, line: str) -> None:
    first, *rest = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    assert body(f"{make.format(line)}{first}{''.join(rest)}") == list(PARAGRAPHS)
    assert body(f"{first}{make.format(line)}{''.join(rest)}") == list(PARAGRAPHS)
    assert body(f"{make.format(line)}<div>{make.format('4 қараша 2025')}</div>{first}{''.join(rest)}") == list(PARAGRAPHS)


def test_a_paragraph_may_lack_its_full_stop() -> None:
    first, second = PARAGRAPHS[0], PARAGRAPHS[1].rstrip(".")
    assert body(f"<p>10:00</p><p>{first}</p><p>11:30</p><p>{second}</p>") == ["10:00", first, "11:30", second]
    assert body(f"<p>10:00</p><p>{first}</p><p>11:30</p><p>{second[:60]}</p>")[0] == first


def test_a_dateline_that_stands_twice_is_no_text() -> None:
    text = "".join(f"<p>2 қараша 2025, 14:20</p><p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    assert body(text) == list(PARAGRAPHS)


def test_lines_that_head_nothing_are_no_text() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    assert body(f"{text}<p>2 қараша 2025</p><p>4 қараша 2025</p>") == list(PARAGRAPHS)
    assert body(f"{text}<p>1</p><p>2</p><p>3</p>") == list(PARAGRAPHS), "pages of a list"
    assert body(f"{text}<ul><li>2 қараша 2025</li><li>14:20</li></ul>") == list(PARAGRAPHS)


@pytest.mark.parametrize("make", ["<ul><li>{}</li><li>{}</li></ul>", "<p>{}</p><p>{}</p>"])
def test_days_that_a_line_announces_are_text(make: str) -> None:
    first, second, third = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    days, hours, figures = make.format("1 қаңтар", "8 наурыз"), make.format("10:00", "15:30"), make.format("10", "15")
    assert body(f"{first}{second}<p>Мереке күндері:</p>{days}{third}")[2:5] == ["Мереке күндері:", "1 қаңтар", "8 наурыз"]
    assert body(f"{first}{second}<p>Автобус уақыты:</p>{hours}{third}")[2:5] == ["Автобус уақыты:", "10:00", "15:30"]
    assert "8 наурыз" not in body(f"{first}{second}<p>Мереке күндері</p>{days}{third}")
    assert "10" not in body(f"{first}{second}<p>Беттер:</p>{figures}{third}")


def test_many_parts_take_no_long() -> None:
    text = "".join(f"<p>{at % 24}:00</p><p>{PARAGRAPHS[0]}</p>" for at in range(3500))
    started = time.perf_counter()
    assert len(body(text)) == 7000
    assert time.perf_counter() - started < 5
