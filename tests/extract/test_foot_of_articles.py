# ruff: noqa: E501
"""What stands in a box that calls itself a foot right under a text: date and counters of the article, or the page's imprint."""

from __future__ import annotations

import pytest

from tests.support.growth import grows_linearly
from tests.support.small_pages import TITLE, read
from tests.support.told import TEXT, day

EYE = '<svg class="ic"><use href="#i-eye"></use></svg>'
FOOT = f'<div class="reader__foot"><span>19 янв 2021</span><span>{EYE} 3 417</span><button>Сақтау</button></div>'
NEXT = '<div class="nx"><span>Келесі шығарма</span><a href="/t/2">Қара шаңырақ</a></div>'


def story(inner: str, behind: str = NEXT, before: str = "") -> dict[str, object]:
    page = f'<html lang="kk"><head><meta charset="utf-8"><title>{TITLE}</title></head><body><main>{before}{inner}{behind}</main></body></html>'
    return read(page).values


@pytest.mark.parametrize(
    "inner",
    [
        f'<div class="rd"><div class="tx"><h1>{TITLE}</h1>{TEXT}</div>{FOOT}</div>',
        f'<div class="rd"><h1>{TITLE}</h1><div class="tx">{TEXT}</div>{FOOT}</div>',
    ],
    ids=["the headline in the text's box", "the headline over it"],
)
def test_the_foot_of_an_article_says_its_day_and_its_readers(inner: str) -> None:
    found = story(inner)
    assert (day(found), found["views"]) == ("2021-01-19 00:00", 3417)


@pytest.mark.parametrize(
    ("inner", "behind"),
    [
        (f'<div class="rd"><div class="tx"><h1>{TITLE}</h1>{TEXT}</div>{FOOT}</div>', ""),
        (f'<div class="rd"><nav><a href="/a">Ауыл</a></nav><div class="tx"><h1>{TITLE}</h1>{TEXT}</div>{FOOT}</div>', NEXT),
        (f'<div class="tx"><h1>{TITLE}</h1>{TEXT}</div>{FOOT}', NEXT),
    ],
    ids=["the last of the page", "in the box of a menu", "in the box of the page"],
)
def test_the_foot_of_a_page_says_nothing_of_its_article(inner: str, behind: str) -> None:
    found = story(inner, behind)
    assert (found["published_at"], found["views"]) == (None, None)


@pytest.mark.parametrize("unit", ["- ", ", ", "– "])
def test_a_last_line_of_dashes_takes_time_by_its_length_alone(unit: str) -> None:
    assert grows_linearly(lambda line: story(f"<h1>{TITLE}</h1>{TEXT}<p>{line}</p>"), unit)
