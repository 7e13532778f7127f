"""Texts that a page builder divides over parts of a page, and counters in rows of buttons behind an article."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE
from tests.support.told import TEXT, values

LAST = "Келесі жөндеу екі жылдан кейін болады, оған қаражат бөлінді."
CARD = '<div class="r rec"><a href="/n/8">Ауылға жаңа дәрігер келді</a></div>'


def part(markup: str, *, row: str = "r rec", inner: str = "t-text") -> str:
    """Return a part of a page as a builder writes it: every text stands in four boxes with classes."""
    return f'<div class="{row}"><div class="t004"><div class="grid"><div class="{inner}">{markup}</div></div></div></div>'


def body(*parts: str) -> list[str]:
    opening = f'<div class="r rec"><div class="t795"><h1>{TITLE}</h1></div></div>'
    return [*values(f'<div id="all">{opening}{part("<br><br>".join(PARAGRAPHS))}{"".join(parts)}</div>')["body"]]


@pytest.mark.parametrize(
    "following",
    [
        pytest.param(part(LAST), id="right behind"),
        pytest.param(part(f"<p>{LAST}</p>"), id="in a paragraph"),
        pytest.param(part(LAST, row="r rec pt_30") + CARD, id="with another margin, before a card"),
    ],
)
def test_one_paragraph_in_a_part_of_the_text_s_make_is_text(following: str) -> None:
    assert body(following) == [*PARAGRAPHS, LAST]


@pytest.mark.parametrize(
    "following",
    [
        pytest.param(part(LAST, inner="t-name"), id="a part of another make"),
        pytest.param(f'<div class="t-text">{LAST}</div>', id="a single box"),
        pytest.param(CARD + part(LAST), id="behind a card"),
        pytest.param(part("<h3>Автор туралы</h3>" + LAST, inner="t-bio"), id="under a heading"),
    ],
)
def test_one_paragraph_elsewhere_is_none(following: str) -> None:
    assert body(following) == [*PARAGRAPHS]


def views(row: str) -> object:
    behind = f'<div class="social-share"><a href="#">Facebook</a> <a href="#">Telegram</a> {row}</div>'
    return values(f'<article><h1>{TITLE}</h1><div class="b2">{TEXT}</div></article>{behind}<p>Біз туралы</p>')["views"]


@pytest.mark.parametrize(
    ("row", "count"),
    [
        ("<span>638 рет оқылды</span>", 638),
        ("<span>638 ret oqyldy</span>", 638),
        ("<span>638 рет</span>", None),
        ("<span>638</span>", None),
        ("<span>638 рет бөлісті</span>", None),
    ],
)
def test_a_row_of_buttons_may_count_the_readers_in_words(row: str, count: int | None) -> None:
    assert views(row) == count
