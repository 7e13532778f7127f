"""Source pages: exactly the articles that they link to, each once, and nothing else."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

import pytest

from kznews.extract.document import Document
from kznews.extract.links import article_id, article_links, canonical
from kznews.extract.sources.read import (
    MAX_LINKS,
    MAX_SECTIONS,
    feeds_of,
    listing_of,
    next_page,
    page_number,
    read_listing,
    source_at,
)
from kznews.outcomes import Reason
from kznews.portal import Archive, Feed, JsonApi, Listing, PortalError, Sections, Sitemap
from kznews.quality.lint import found_on
from tests.support.cases import PORTALS, SPIDERS, load
from tests.support.crawls import feed, replay, scrapy
from tests.support.shared import SHARED, needs_shared
from tests.support.source_pages import DEREK

if TYPE_CHECKING:
    from pathlib import Path

    from kznews.portal import Portal

CASES = sorted(links.parent for links in PORTALS.glob("*/_sources/*/links.json"))
QAMSHY, STAN = SPIDERS["qamshy"].declared, SPIDERS["stan"].declared
STAN_CAPTURE = "stan.kz/article-medicina-2018"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parents[1].name}/{case.name}")
def test_a_source_gives_its_articles_each_once_and_nothing_else(case: Path) -> None:
    portal, links = SPIDERS[case.parents[1].name].declared, load(case / "links.json")
    found = found_on(case, portal, load(case / "meta.json"))
    assert len(found) == len(set(found))
    assert set(found) == {canonical(address, portal) for address in links["articles"]}
    never = {canonical(address, portal) or address for address in links["never"]}
    assert never
    assert not never & set(found)


def saved(name: str) -> tuple[str, dict[str, Any]]:
    """Return the markup and the sidecar of a real capture."""
    page = SHARED / "pages" / f"{name}.html"
    return page.read_text(encoding="utf-8"), load(page.with_suffix(".json"))


def links_of(name: str, portal: Portal) -> tuple[str, ...]:
    markup, meta = saved(name)
    return article_links(Document(markup.encode(), meta["url"], address=canonical(meta["url"], portal) or ""), portal)


def hrefs(markup: str) -> list[str]:
    """Return the values of all href attributes, quoted or not, by a reading that knows no parser."""
    return [html.unescape(link) for link in re.findall(r"""href=["']?([^"'\s>]+)""", re.sub(r"(?s)<!--.*?-->", "", markup))]


@needs_shared
def test_the_real_home_page_of_qamshy_gives_every_article_once_and_no_menu_nor_advert() -> None:
    markup, meta = saved("qamshy.kz/home-2018-03-18")
    wanted = {urlsplit(link).path for link in hrefs(markup) if re.search(r"/article/[^/]+\.html", link)}
    found = links_of("qamshy.kz/home-2018-03-18", QAMSHY)
    assert len(wanted) > 20
    assert len(found) == len(set(found))
    assert {urlsplit(link).path for link in found} == wanted
    others = {link for link in hrefs(markup) if re.search(r"/(advertise|category|top|about)/", link)}
    assert len(others) > 5
    assert not [link for link in found if re.search(r"/(advertise|category|top|about)/", link)]
    assert meta["genuine"].startswith("real capture")


@needs_shared
def test_the_real_listing_of_stan_gives_every_article_once_and_nothing_else() -> None:
    markup, _ = saved("stan.kz/all-post-listing-2018")
    bare = re.sub(r"(?s)<!--.*?-->", "", markup)
    marked = re.compile(r"""class=["'][^"']*(?:secondary-news-link|last-news)""")
    tags = [tag for tag in re.findall(r"(?s)<a\b[^>]*>", bare) if marked.search(tag)]
    wanted = {link for tag in tags for link in re.findall(r"""href=["']([^"']+)""", tag)}
    wanted = {unquote(urlsplit(html.unescape(link)).path) for link in wanted}
    found = links_of("stan.kz/all-post-listing-2018", STAN)
    assert len(wanted) > 10
    assert len(found) == len(set(found))
    assert {unquote(urlsplit(link).path) for link in found} == wanted


def plain(markup: str) -> str:
    """Return the words of a piece of markup on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", markup)).split())


@needs_shared
def test_the_real_article_of_stan_is_read_by_the_command(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    folder = SHARED / "pages" / "stan.kz"
    ended = scrapy("crawl", "stan", "-s", f"REPLAY={folder}", "-O", out, store=tmp_path / "kznews.db")
    assert ended.code == 0, ended.err
    (article,) = feed(out)
    markup, meta = saved(STAN_CAPTURE)
    heading = re.search(r"(?s)article-main-content.*?<h1[^>]*>(.*?)</h1>", markup)
    said = re.search(r"(?s)article-content.*?Оқи отырыңыз", markup)[0]
    paragraphs = [text for part in re.findall(r"(?s)<(?:h2|p)>(.*?)</(?:h2|p)>", said) if (text := plain(part))]
    assert article["url"] == meta["url"].replace("http:", "https:")
    assert article["title"] == plain(heading[1])
    section = re.search(r"""(?s)news-section.*?class=["'][^"']*category[^"']*["'][^>]*>(.*?)</a>""", markup)
    assert article["section"] == plain(section[1])
    assert re.fullmatch(r"2018-05-\d\dT\d\d:\d\d:00\+06:00", article["published_at"])
    assert article["published_precision"] == "minute"
    assert re.search(r"\d\d:\d\d", article["published_raw"])
    assert article["weather"] is None
    assert len(paragraphs) == 5
    assert [text[:40] for text in (article["lead"], *article["body"])] == [text[:40] for text in paragraphs]
    assert not [text for text in article["body"] if "Оқи отырыңыз" in text or article["title"] in text]
    assert {rate["side"] for rate in article["exchange_rates"]} == {"buy", "sell"}
    assert {rate["currency"] for rate in article["exchange_rates"]} >= {"USD", "EUR", "RUB"}
    assert all(re.fullmatch(r"\d+(\.\d+)?", rate["value"]) for rate in article["exchange_rates"])


def test_a_listing_goes_on_while_its_pages_bring_articles_and_no_further(tmp_path: Path) -> None:
    crawl = replay("qamshy", PORTALS / "qamshy" / "_sources" / "qar-list", tmp_path / "kznews.db")
    assert crawl.count("listed") == 1
    assert crawl.count("bad_source") == 0


SOURCES = [(portal, source) for portal in (QAMSHY, STAN) for source in portal.sources]


@pytest.mark.parametrize(("portal", "source"), SOURCES, ids=lambda value: getattr(value, "url", ""))
def test_a_source_is_known_by_its_own_address_and_by_that_of_each_further_page(portal: Portal, source: Any) -> None:
    assert source_at(source.url, portal) == source
    assert source_at(source.url.replace("https", "http"), portal) == source
    assert page_number(source.url, source, portal) == 1
    if further := next_page(source, 7):
        assert source_at(further, portal) == source
        assert page_number(further, source, portal) == 7
        assert article_id(canonical(further, portal) or "", portal) is None


def test_an_article_is_no_source() -> None:
    assert not [url for portal in (QAMSHY, STAN) for url in portal.example_urls if source_at(url, portal)]


def test_one_letter_is_one_address_however_it_is_written() -> None:
    raw = "https://stan.kz/жаңалық/"
    assert {canonical(form, STAN) for form in (raw, quote(raw, safe=":/"), quote(raw, safe=":/").lower(), raw[:-1])} == {
        quote(raw, safe=":/")
    }


TREE = Sections(url="https://derek.kz/", section=r"^/\w+/$", pages="?page={n}")
ARCHIVE = Archive(url="https://derek.kz/archive/{yyyy}/{mm}/{dd}/", pages="page/{n}/")
GROWN = replace(DEREK, sources=(TREE, ARCHIVE, Listing(url="https://derek.kz/all", pages="?page={n}")))


def test_the_root_of_a_section_tree_gives_its_articles_and_the_sections_of_its_menu() -> None:
    menu = '<nav><a href="/qogam/">a</a><a href="/sport/?utm_source=x">b</a><a href="/qogam/">c</a><a href="/about">d</a></nav>'
    root = Document((menu + '<p><a href="/news/1">x</a><a href="/">y</a></p>').encode(), TREE.url)
    given = read_listing(root, GROWN, TREE)
    assert [item.url for item in given.found] == ["https://derek.kz/news/1"]
    assert [child.source for child in given.children] == [
        Listing(url="https://derek.kz/qogam/", pages="?page={n}"),
        Listing(url="https://derek.kz/sport/", pages="?page={n}"),
    ]
    assert read_listing(root, GROWN, Listing(url=TREE.url)).children == ()


def test_a_tree_and_a_list_have_an_end() -> None:
    links = "".join(f'<a href="/s{number}/">x</a>' for number in range(MAX_SECTIONS + 1))
    articles = "".join(f'<a href="/news/{number}">x</a>' for number in range(MAX_LINKS + 1))
    given = read_listing(Document(f"<p>{links}{articles}</p>".encode(), TREE.url), GROWN, TREE)
    assert (len(given.children), len(given.found)) == (MAX_SECTIONS, MAX_LINKS)
    assert given.notes == ("only the first 100 sections are read", "only the first 1000 articles were taken")


def test_sections_and_days_are_known_by_their_address_and_articles_are_neither() -> None:
    assert source_at("https://derek.kz/qogam/", GROWN) == Listing(url="https://derek.kz/qogam/", pages="?page={n}")
    assert source_at("https://derek.kz/qogam/?page=7", GROWN) == Listing(url="https://derek.kz/qogam/", pages="?page={n}")
    day = listing_of(ARCHIVE, date(2026, 3, 1))
    assert day == Listing(url="https://derek.kz/archive/2026/03/01/", pages="page/{n}/")
    assert source_at(day.url, GROWN) == source_at(day.url + "page/2/", GROWN) == day
    assert source_at("https://derek.kz/archive/2026/3/1/", GROWN) is None
    assert source_at("https://derek.kz/archive/2026/", GROWN) is None
    assert source_at("https://derek.kz/news/7", GROWN) is None
    assert next_page(day, 2) == "https://derek.kz/archive/2026/03/01/page/2/"
    assert next_page(TREE, 2) is None


def test_a_day_of_an_archive_may_be_written_without_leading_zeros() -> None:
    archive = Archive(url="https://derek.kz/archive?y={yyyy}&m={m}&d={d}")
    assert listing_of(archive, date(2026, 3, 1)).url == "https://derek.kz/archive?y=2026&m=3&d=1"
    portal = replace(GROWN, sources=(archive,))
    assert source_at("https://derek.kz/archive?y=2026&m=3&d=11", portal) == Listing(
        url="https://derek.kz/archive?d=11&m=3&y=2026"
    )
    assert source_at("https://derek.kz/archive?y=2026&m=333&d=11", portal) is None


@pytest.mark.parametrize(
    "source",
    [
        Archive(url="https://derek.kz/{yyyy}/{mm}/"),
        Archive(url="https://derek.kz/{yyyy}/{mm}/{dd}/{x}"),
        Archive(url="https://derek.kz/{yyyy}/{mm}/{dd}/", pages="?page="),
        Listing(url="https://derek.kz/{yyyy}/"),
        Listing(url="https://derek.kz/", pages="?page={n}&{x}"),
        Sections(url="https://derek.kz/", section="("),
        JsonApi(url="https://derek.kz/", key=""),
        JsonApi(url="https://derek.kz/", key="id", address="https://derek.kz/{id"),
        Sitemap(url="https://elsewhere.kz/sitemap.xml"),
        Feed(url="ftp://derek.kz/rss"),
    ],
    ids=str,
)
def test_a_source_that_contradicts_itself_is_refused(source: Any) -> None:
    with pytest.raises(PortalError, match=r"derek\.py: sources: "):
        replace(DEREK, sources=(source,)).check()


def test_a_page_announces_its_feeds_on_the_portal_s_hosts() -> None:
    head = "".join(
        f'<link rel="{rel}" type="{kind}" href="{href}">'
        for rel, kind, href in (
            ("alternate", "application/rss+xml", "/rss"),
            ("feed alternate", "application/atom+xml; charset=utf-8", "https://www.derek.kz/atom"),
            ("alternate", "application/rss+xml", "/rss"),
            ("alternate", "application/rss+xml", "https://elsewhere.kz/rss"),
            ("alternate", "text/html", "/kk"),
            ("stylesheet", "application/rss+xml", "/style"),
        )
    )
    announced = feeds_of(Document(f"<html><head>{head}</head><body>x</body></html>".encode(), TREE.url), DEREK)
    assert announced == (Feed(url="https://derek.kz/rss"), Feed(url="https://derek.kz/atom"))


def test_malformed_links_of_a_page_are_counted_and_other_hosts_are_not() -> None:
    hrefs = ("https://user@derek.kz/news/1", "http://[x", "https://t.me/x", "mailto:a@b.kz", "/news/2")
    markup = "".join(f'<a href="{href}">x</a>' for href in hrefs)
    given = read_listing(Document(markup.encode(), TREE.url), DEREK)
    assert [item.url for item in given.found] == ["https://derek.kz/news/2"]
    assert given.rejected == ((Reason.BAD_ADDRESS, "https://user@derek.kz/news/1"), (Reason.BAD_ADDRESS, "http://[x"))


def test_a_menu_leads_to_the_sections_that_a_portal_declares() -> None:
    portal = SPIDERS["kazinform"].declared
    root = next(source for source in portal.sources if isinstance(source, Sections))
    case = PORTALS / "kazinform" / "_sources" / "category"
    page = Document((case / "page.html").read_bytes(), root.url)
    children = [child.source.url for child in read_listing(page, portal, root).children]
    assert children == ["https://kaz.inform.kz/category/qogam_c211/", "https://kaz.inform.kz/category/eks_s10013/"]
    assert {source_at(url, portal) for url in children} == {Listing(url=url, pages="?page={n}") for url in children}
    assert feeds_of(page, portal) == (Feed(url="https://kaz.inform.kz/rss/kz.xml"),)
