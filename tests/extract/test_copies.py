"""Copies at archives: read as the page that they are copies of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kznews.extract.copies import original, restored, saved_at
from kznews.extract.document import Document
from tests.support.small_pages import PARAGRAPHS, TITLE, URL, page, read

OWN = "http://derek.kz/zhanalyq/4711-kopir"
COPY = f"https://web.archive.org/web/20251103093000/{OWN}"


@pytest.mark.parametrize(
    ("url", "own"),
    [
        (COPY, OWN),
        (COPY.replace("3000/", "3000id_/"), OWN),
        (COPY.replace("http://derek", "derek"), OWN),
        ("http://web.archive.org/web/2025/https://derek.kz/", "https://derek.kz/"),
        ("https://web.archive.org/web/20251103093000/http:/derek.kz/a?b=1&c=2", "http://derek.kz/a?b=1&c=2"),
        ("http://webcache.googleusercontent.com/search?q=cache:Ab_1-cdEfgHi:derek.kz/index.php%3Fid%3D4+көпір&hl=kk", "http://derek.kz/index.php?id=4"),
        ("http://webcache.googleusercontent.com/search?q=cache:https://derek.kz/a", "https://derek.kz/a"),
    ],
)  # fmt: skip
def test_the_address_of_a_copy_names_the_page(url: str, own: str) -> None:
    assert original(url) == own


@pytest.mark.parametrize(
    "url",
    [
        OWN,
        "https://web.archive.org/",
        "https://web.archive.org/web/",
        "https://web.archive.org/web/20251103093000/",
        "https://derek.kz/web/20251103093000/http://basqa.kz/",
        "https://archive.org/details/derek",
        "https://derek.kz/search?q=cache:basqa.kz",
        "",
    ],
)
def test_any_other_address_is_left_alone(url: str) -> None:
    assert (original(url), saved_at(url)) == (url, None)


@pytest.mark.parametrize(
    ("digits", "at"),
    [("20251103093000", datetime(2025, 11, 3, 9, 30, tzinfo=UTC)), ("20251103", None), ("20250631000000", None)],
)
def test_it_may_say_when_the_copy_was_made(digits: str, at: datetime | None) -> None:
    assert saved_at(COPY.replace("20251103093000", digits)) == at


ARCHIVED = (
    '<script src="//web.archive.org/_static/js/bundle.js"></script>',
    "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id='wm-ipp'>1 қаңтар 2020, 10:00</div><!-- END WAYBACK TOOLBAR INSERT -->",
)


def test_a_page_gets_its_links_back_and_loses_the_toolbar() -> None:
    script, toolbar = ARCHIVED
    links = '<a href="/web/20251103093000/http://derek.kz/q">Қоғам</a><a href="https://web.archive.org/web/20251103093000im_/https://derek.kz/1.jpg">'
    state = r'{"url":"https:\/\/web.archive.org\/web\/20251103093000\/https:\/\/derek.kz\/a"}'
    own = '<a href="http://derek.kz/q">Қоғам</a><a href="https://derek.kz/1.jpg">' + r'{"url":"https:\/\/derek.kz\/a"}'
    assert restored(f"{script}{toolbar}{links}{state}".encode()) == f"{script}{own}".encode()
    assert restored(f"{links}{state}".encode()) == f"{links}{state}".encode()  # no page of an archive
    assert restored(f"{script}<!-- BEGIN WAYBACK TOOLBAR INSERT --><p>a".encode()).endswith(b"<p>a")


def test_a_copy_is_read_as_the_page() -> None:
    script, toolbar = ARCHIVED
    crumbs = '<div class="breadcrumbs"><a href="/web/20251103093000/http://derek.kz/">Басты</a> <a href="/web/20251103093000/http://derek.kz/qogam/">Қоғам</a></div>'
    markup = page(before=toolbar + crumbs, head=script)
    copied, own = (read(markup, url).values for url in (COPY, OWN))
    assert copied == own
    assert (own["title"], own["body"], own["section"], own["url"]) == (TITLE, list(PARAGRAPHS), "Қоғам", OWN)
    assert str(own["published_at"])[:10] == "2025-11-02"


def test_links_of_a_page_that_is_no_copy_are_untouched() -> None:
    markup = page(after='<a href="https://web.archive.org/web/2020/http://derek.kz/">мұрағат</a>')
    assert Document(markup.encode(), URL).body == markup.encode()


@pytest.mark.parametrize(("sheet", "left"), [("cs_", b"http://derek.kz/a.css"), ("", None), ("im_", None)])
def test_an_archive_s_copy_of_a_style_sheet_tells_a_copy_that_is_served_without_scripts(sheet: str, left: bytes | None) -> None:
    markup = f'<link rel="stylesheet" href="https://web.archive.org/web/20251103093000{sheet}/http://derek.kz/a.css">'.encode()
    assert restored(markup) == (markup if left is None else b'<link rel="stylesheet" href="' + left + b'">')
