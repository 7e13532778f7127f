# ruff: noqa: E501
"""Sitemaps: addresses, children, dates, limits; what is none gives a reason."""

from __future__ import annotations

import gzip
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from kznews.extract.sources import xmlstream
from kznews.extract.sources.found import Harvest
from kznews.extract.sources.read import sitemaps_of, source_at
from kznews.extract.sources.sitemaps import MAX_CHILDREN, MAX_URLS, RETIRED_AFTER, SAME_STAMP, passed_over
from kznews.extract.sources.xmlstream import MAX_BYTES, read_xml
from kznews.outcomes import Reason
from kznews.portal import Sitemap
from tests.support.source_pages import DEREK, SITEMAP, SITEMAPS, at, found, harvest, refusal, urlset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

NOON = at("2026-03-16T12:00:00+05:00")


def url(number: object, more: str = "") -> str:
    return f"<url><loc>https://derek.kz/news/{number}</loc>{more}</url>"


def index(inside: str) -> str:
    return f'<sitemapindex xmlns="{SITEMAPS}">{inside}</sitemapindex>'


def child(name: str, more: str = "") -> str:
    return f"<sitemap><loc>{name}</loc>{more}</sitemap>"


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        (urlset(url(1) + url(2)), ["/news/1", "/news/2"]),
        (urlset(url(1) + url(1) + url(2)), ["/news/1", "/news/2"]),
        (urlset("<url><loc>\n  https://derek.kz/news/1\n</loc></url>"), ["/news/1"]),
        (urlset("<url><loc>/news/1</loc></url>"), ["/news/1"]),
        (urlset("<url><loc>http://www.derek.kz/news/1</loc></url>"), ["/news/1"]),
        (urlset("<url><loc><![CDATA[https://derek.kz/news/1?a=1&b=2]]></loc></url>"), ["/news/1?a=1&b=2"]),
        (urlset("<url><loc></loc></url><url/>" + url(1)), ["/news/1"]),
        (urlset("<url><loc>https://derek.kz/about</loc></url>"), []),
        (urlset(url(1), "https://www.sitemaps.org/schemas/sitemap/0.9/"), ["/news/1"]),
        (urlset(url(1), "http://www.google.com/schemas/sitemap/0.84"), ["/news/1"]),
        (f"<urlset>{url(1)}</urlset>", ["/news/1"]),
        (f'<s:urlset xmlns:s="{SITEMAPS}"><s:url><s:loc>https://derek.kz/news/1</s:loc></s:url></s:urlset>', ["/news/1"]),
        (urlset('<url><i:image xmlns:i="http://www.google.com/schemas/sitemap-image/1.1"><i:loc>https://derek.kz/news/9</i:loc></i:image><loc>https://derek.kz/news/1</loc></url>'), ["/news/1"]),
        (urlset(url(1, '<x:link xmlns:x="http://www.w3.org/1999/xhtml" rel="alternate" href="https://derek.kz/news/8"/>')), ["/news/1"]),
        ("<rss><channel><item><link>https://derek.kz/news/1</link></item></channel></rss>", ["/news/1"]),
        (urlset(""), []),
    ],
)  # fmt: skip
def test_a_sitemap_gives_its_articles(body: str, paths: list[str]) -> None:
    assert found(body, SITEMAP) == paths
    assert found(gzip.compress(body.encode()), SITEMAP) == paths


def test_a_news_sitemap_says_when_an_article_was_published_and_a_lastmod_when_it_changed() -> None:
    news = "<news:news><news:publication><news:name>Дерек</news:name></news:publication><news:publication_date>2026-03-16T09:00:00+05:00</news:publication_date><news:title>Көпір &amp; жол</news:title></news:news>"
    one, other = harvest(
        urlset(url(1, news + "<lastmod>2026-03-16T12:00:00+05:00</lastmod>") + url(2, "<lastmod>2026-03-16</lastmod>")), SITEMAP
    ).found
    assert (one.published, one.modified, one.title, one.basis) == (NOON - timedelta(hours=3), NOON, "Көпір & жол", "sitemap")
    assert (other.published, other.modified, other.title) == (None, NOON - timedelta(hours=12), "")


@pytest.mark.parametrize(("count", "says"), [(SAME_STAMP - 1, True), (SAME_STAMP, False)])
def test_a_lastmod_that_all_addresses_share_is_the_file_s(count: int, says: bool) -> None:  # noqa: FBT001 - a column of the table
    entries = "".join(url(number, "<lastmod>2026-03-16T12:00:00+05:00</lastmod>") for number in range(count))
    assert {one.modified is not None for one in harvest(urlset(entries), SITEMAP).found} == {says}
    differing = entries + url(99, "<lastmod>2026-03-15T12:00:00+05:00</lastmod>")
    assert all(one.modified for one in harvest(urlset(differing), SITEMAP).found)


def test_an_index_gives_its_children_on_its_own_host_each_once_and_never_itself() -> None:
    body = index(
        child("https://derek.kz/sitemap-1.xml.gz", "<lastmod>2026-03-16T12:00:00+05:00</lastmod>")
        + child("https://derek.kz/sitemap-1.xml.gz")
        + child("/sitemap-2.xml")
        + child("https://derek.kz/sitemap.xml")
        + child("https://lat.derek.kz/sitemap-3.xml")
        + child("https://elsewhere.kz/sitemap-4.xml")
        + child("file:///etc/hostname")
        + child("ftp://derek.kz/sitemap-5.xml")
    )
    given = harvest(body, SITEMAP)
    assert [(one.source, one.modified) for one in given.children] == [
        (Sitemap(url="https://derek.kz/sitemap-1.xml.gz"), NOON),
        (Sitemap(url="https://derek.kz/sitemap-2.xml"), None),
    ]
    assert [reason for reason, _ in given.rejected] == [Reason.OFF_SITE, Reason.OFF_SITE, Reason.BAD_ADDRESS, Reason.BAD_ADDRESS]
    assert given.found == ()


def test_the_children_of_a_news_sitemap_are_news_sitemaps() -> None:
    (one,) = harvest(index(child("/news-1.xml")), Sitemap(url="https://derek.kz/news.xml", news=True)).children
    assert one.source == Sitemap(url="https://derek.kz/news-1.xml", news=True)


def test_addresses_on_another_host_than_the_sitemap_s_are_refused_by_name() -> None:
    given = harvest(urlset(url(1) + "<url><loc>https://lat.derek.kz/news/2</loc></url>"), SITEMAP)
    assert [one.url for one in given.found] == ["https://derek.kz/news/1"]
    assert given.rejected == ((Reason.OFF_SITE, "https://lat.derek.kz/news/2"),)


@pytest.mark.parametrize(("extra", "notes"), [(0, ()), (1, (f"only the first {MAX_CHILDREN} sitemaps are read",))])
def test_an_index_has_an_end(extra: int, notes: tuple[str, ...]) -> None:
    given = harvest(index("".join(child(f"/sitemap-{n}.xml") for n in range(MAX_CHILDREN + extra))), SITEMAP)
    assert len(given.children) == MAX_CHILDREN
    assert given.notes == notes


def test_a_sitemap_of_the_largest_size_is_read_and_no_further() -> None:
    body = urlset("".join(url(number) for number in range(MAX_URLS + 1)))
    given = harvest(gzip.compress(body.encode()), SITEMAP)
    assert len(given.found) == MAX_URLS
    assert given.notes == (f"only the first {MAX_URLS} addresses were read",)


@pytest.mark.parametrize("filler", ["", "<x><y/></x>" * 5], ids=["entries alone", "others between"])
def test_a_sitemap_is_never_a_tree(filler: str) -> None:
    body = urlset("".join(filler + url(number) for number in range(20_000))).encode()
    sizes: list[int] = []

    def read(elements: Iterator[Element]) -> Harvest:
        root = next(elements)
        sizes.extend(len(root) for _ in elements)
        return Harvest()

    read_xml(body, "a sitemap", frozenset(("url",)), read)
    assert len(sizes) == 20_000
    assert max(sizes) <= 2 * xmlstream.CHUNK // len("<x><y/></x>")  # what one piece of the file holds


BOMB = gzip.compress(urlset(" " * (MAX_BYTES + 1)).encode())
TWICE = gzip.compress(gzip.compress(urlset(url(1)).encode()))
WHOLE = gzip.compress(urlset("".join(map(url, range(500)))).encode())
DAMAGED = {
    "a bomb": (BOMB, "more than 52428800 bytes when unpacked"),
    "an archive in an archive": (TWICE, "not a sitemap"),
    "an archive without its end": (WHOLE[:-20], "an archive that is cut short"),
    "half an archive": (WHOLE[: len(WHOLE) // 2], "an archive that is cut short"),
    "a damaged archive": (WHOLE[:60] + b"\xff" * 60 + WHOLE[120:], "a damaged archive"),
    "an archive of nothing": (gzip.compress(b""), "nothing in the archive"),
    "an archive of blanks": (gzip.compress(b"\n \n"), "nothing in the archive"),
    "a head alone": (b"\x1f\x8b", "an archive that is cut short"),
    "a page in an archive": (gzip.compress(b"<html><body>404</body></html>"), "not a sitemap: its root is <html>"),
    "too many bytes": (b"<urlset>" + b" " * MAX_BYTES + b"</urlset>", "more than 52428800 bytes"),
    "a picture's namespace": (urlset(url(1), "http://www.w3.org/2000/svg").encode(), "not a sitemap: its root is"),
}


@pytest.mark.parametrize(("body", "detail"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_or_oversized_sitemap_gives_a_reason(body: bytes, detail: str) -> None:
    answer = refusal(body, SITEMAP)
    assert answer is not None
    assert answer[0] is Reason.BAD_SOURCE
    assert answer[1].startswith(detail)


def test_elements_beyond_all_measure_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xmlstream, "MAX_ELEMENTS", 1000)
    assert found(urlset("<x/>" * 997 + url(1)), SITEMAP) == ["/news/1"]
    assert refusal(urlset("<x/>" * 998 + url(1)), SITEMAP) == (Reason.BAD_SOURCE, "too many elements")


@pytest.mark.parametrize(
    ("modified", "read_at", "expected"),
    [
        (NOON - RETIRED_AFTER - timedelta(1), NOON - timedelta(1), True),
        (NOON - RETIRED_AFTER - timedelta(1), None, False),
        (NOON - RETIRED_AFTER + timedelta(1), NOON - timedelta(1), False),
        (NOON - RETIRED_AFTER - timedelta(1), NOON - RETIRED_AFTER - timedelta(2), False),
        (None, NOON - timedelta(1), False),
        (None, None, False),
    ],
)
def test_a_child_is_passed_over_that_was_read_and_has_not_changed_for_half_a_year(
    modified: object, read_at: object, expected: object
) -> None:
    assert passed_over(modified, read_at, NOON) is expected  # type: ignore[arg-type]


def test_a_child_of_a_sitemap_is_a_source_and_an_article_is_none() -> None:
    assert source_at("https://derek.kz/sitemap-7.xml.gz", DEREK) == Sitemap(url="https://derek.kz/sitemap-7.xml.gz")
    assert source_at("https://derek.kz/maps/articles.xml", DEREK) == Sitemap(url="https://derek.kz/maps/articles.xml")
    assert source_at("https://lat.derek.kz/sitemap-7.xml", DEREK) is None
    assert source_at("https://derek.kz/news/7.xml", DEREK) is None
    assert source_at("https://derek.kz/about", DEREK) is None


def test_robots_offers_the_sitemaps_on_the_portal_s_hosts() -> None:
    robots = "\ufeffUser-agent: *\nDisallow: /\nSitemap: https://derek.kz/a.xml\n  SITEMAP :http://www.derek.kz/b.xml # all\nsitemap: https://elsewhere.kz/c.xml\nSitemap: /d.xml\nSitemap: https://derek.kz/a.xml\n#Sitemap: https://derek.kz/e.xml\nSitemap:\n"
    assert sitemaps_of(robots.encode(), DEREK) == (Sitemap(url="https://derek.kz/a.xml"), Sitemap(url="https://derek.kz/b.xml"))
    assert sitemaps_of(b"\xff\xfe\x00Sitemap: x", DEREK) == ()
