"""What the structured data of a bought theme's demonstration say of a page that is another."""

from __future__ import annotations

import json

import pytest

from tests.support.small_pages import TITLE, URL
from tests.support.told import TEXT, day, values

FIRST, CHANGED = "2016-08-01T09:00:00+00:00", "2025-11-02T06:02:11+00:00"


def read_with(headline: str, line: str, **more: str) -> str:
    node = {"@type": "Article", "headline": headline, "datePublished": FIRST, "dateModified": CHANGED, **more}
    head = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    return day(values(f'<div><h1>{TITLE}</h1><div class="date">{line}</div>{TEXT}</div>', head))


@pytest.mark.parametrize("line", ["02.11.2025", "2 қараша 2025", "Кеше, 10:48", "1 күн бұрын"])
def test_a_headline_of_other_words_alone_tells_of_no_day_before_the_one_that_is_shown(line: str) -> None:
    assert read_with("Your headline goes here", line).startswith("2025-11-02")


@pytest.mark.parametrize(
    ("headline", "more"),
    [
        (TITLE, {}),
        ("Ауылдағы көпір екі жылдан кейін ел игілігіне берілді", {}),
        ("Aýyl kópiri jóndeýden keıin ashyldy", {}),
        ("Bridge reopened", {"url": URL}),
        ("", {}),
    ],
    ids=["the page's", "in other words", "in Latin", "in another language with the page's address", "none"],
)
def test_a_page_that_shows_its_last_change_was_published_on_the_day_that_its_own_head_states(headline: str, more: dict[str, str]):
    assert read_with(headline, "02.11.2025", **more) == "2016-08-01 15:00"


@pytest.mark.parametrize(
    ("headline", "meta", "at"),
    [
        ("Your headline goes here", "2025-11-02T10:48:00+05:00", "2025-11-02 10:48"),
        ("Your headline goes here", "", "2016-08-01 15:00"),
        (TITLE, "2025-11-02T10:48:00+05:00", "2016-08-01 15:00"),
    ],
    ids=["a meta tag", "nothing else", "the page's own headline"],
)
def test_where_no_day_is_shown_what_tells_of_another_article_is_asked_last(headline: str, meta: str, at: str) -> None:
    node = json.dumps({"@type": "Article", "headline": headline, "datePublished": FIRST})
    head = f'<script type="application/ld+json">{node}</script><meta property="article:published_time" content="{meta}">'
    assert day(values(f"<div><h1>{TITLE}</h1>{TEXT}</div>", head)) == at
