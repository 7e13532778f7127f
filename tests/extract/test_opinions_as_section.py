"""The section of opinions is called as comments are, and the year of a date beside that word counts none."""

from __future__ import annotations

import pytest

from tests.support.small_pages import TITLE, page, read
from tests.support.told import TEXT

MENU = '<nav><a href="/">Басты</a><a href="/pikir">Пікір</a><a href="/qogam">Қоғам</a></nav>'


def of(over: str, below: str, menu: str = MENU) -> tuple[str, int | None]:
    found = read(page(before=menu, main=f'<div>{over}<h1>{TITLE}</h1>{below}<div class="b2">{TEXT}</div></div>')).values
    return found["section"], found["comments"]


DAY = "<div>2 қараша 2025</div>"


@pytest.mark.parametrize(
    ("over", "below", "found"),
    [
        ('<div class="path"><a href="/">Басты бет</a> / <a href="/pikir">Пікір</a></div>', DAY, ("Пікір", None)),
        ('<a href="/pikir">Пікір</a>', DAY, ("Пікір", None)),
        ('<a href="#talk">Пікір</a>', DAY, ("", None)),  # leads to the comments
        ("", "<div><span>Пікір</span> <span>2 қараша 2025</span> <span>6 пікір</span></div>", ("Пікір", 6)),
        ("", '<div><a href="/pikir">Пікір</a> | 2 қараша 2025</div>', ("Пікір", None)),
        ("", '<div>2 қараша 2025 <a href="#talk">Пікір</a></div>', ("", None)),
        ("", "<div>2 қараша 2025 <span>Пікір</span> <span>6</span></div>", ("", 6)),
    ],
)
def test_opinions_are_a_section_where_a_menu_leads_to_them(over: str, below: str, found: tuple[str, int | None]) -> None:
    assert of(over, below) == found


def test_without_a_menu_the_word_is_that_for_comments() -> None:
    assert of("", "<div><span>Пікір</span> <span>2 қараша 2025</span></div>", menu="") == ("", None)


@pytest.mark.parametrize(
    ("line", "views", "comments"),
    [
        ("2 қараша 2025 Пікір", None, None),
        ("2 қараша 2025 қаралды", None, None),
        ("2 қараша 2025 оқылды 87", 87, None),
        ("2 қараша 2025 | Қаралды: 2025", 2025, None),
        ("2 қараша, 14:20 | Қаралды: 2025", 2025, None),
    ],
)
def test_a_year_counts_nothing(line: str, views: int | None, comments: int | None) -> None:
    found = read(page(main=f'<div><h1>{TITLE}</h1><div>{line}</div><div class="b2">{TEXT}</div></div>')).values
    assert (found["views"], found["comments"]) == (views, comments)


def test_a_person_over_a_headline_is_no_section_although_one_of_opinions_may_be() -> None:
    assert of('<a href="/personalities/2/">David McKinley</a>', DAY)[0] == ""
