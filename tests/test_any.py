"""Pages of undeclared portals: an article, a home page, a section, a feed, a sitemap; as many articles as the run is to read."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from kznews.extract.document import Document
from kznews.extract.links import article_id, canonical
from kznews.extract.sources.guessing import read_unknown, source_of
from kznews.portal import Feed, Sitemap
from kznews.spiders.any import FOLLOW, AnyPortal
from kznews.store import Store
from tests.support.crawls import page, url_of
from tests.support.generated_portal import GeneratedPortal
from tests.support.portal_crawls import crawl
from tests.support.portal_server import PortalServer
from tests.support.small_pages import page as article_page
from tests.support.small_pages import read
from tests.support.source_pages import ATOM, rss, urlset

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SITE = "https://local.kz"


@pytest.fixture(scope="module")
def server() -> Iterator[PortalServer]:
    with PortalServer(GeneratedPortal(articles=60)) as running:
        yield running


def asked(server: PortalServer, store: Path, target: str, *arguments: str) -> list[str]:
    """Read an address, and return what was asked for after it."""
    server.log.clear()
    ended = crawl(server, store, "-a", f"url={SITE}{target}", *arguments, portal="any")
    assert ended.code == 0, ended.err
    first, *others = server.asked()
    assert first == target
    return others


def numbers(targets: list[str]) -> list[int]:
    return sorted(int(target.removeprefix("/news/")) for target in targets if target.startswith("/news/") and target != "/news/")


NEWEST = DAY = range(40, 60)
"""A page of every list; they are all of 3 November, too."""


def test_a_robots_txt_leads_to_the_sitemaps_that_it_names(server: PortalServer, tmp_path: Path) -> None:
    server.log.clear()
    crawl(server, tmp_path / "kznews.db", "-a", f"url={SITE}/robots.txt", "-a", "follow=2", portal="any")
    assert server.asked()[:2] == ["/sitemap.xml", "/sitemap-2026-11.xml.gz"]
    assert len(numbers(server.asked())) == 2


@pytest.mark.parametrize("target", ["/", "/news/", "/archive/2026/11/03/", "/rss.xml", "/atom.xml"])
def test_a_list_of_whatever_kind_gives_the_articles_that_it_names(server: PortalServer, tmp_path: Path, target: str) -> None:
    targets = asked(server, tmp_path / "kznews.db", target)
    wanted = {f"/news/{number}" for number in (DAY if "archive" in target else NEWEST)}
    assert wanted <= set(targets)
    assert [one for one in targets if one.startswith("/news/") and one != "/news/" and one not in wanted] == []
    assert len(targets) == len(set(targets))


def test_an_article_is_read_and_what_it_links_to_is_not(server: PortalServer, tmp_path: Path) -> None:
    assert asked(server, tmp_path / "kznews.db", "/news/7") == []
    assert page(tmp_path / "kznews.db", "local.kz", f"{SITE}/news/7")["outcome"] == "stored"


def test_a_site_is_asked_by_the_scheme_that_was_named(server: PortalServer, tmp_path: Path) -> None:
    store = tmp_path / "kznews.db"
    ended = crawl(server, store, "-a", "url=http://local.kz/rss.xml", "-a", "follow=2", portal="any")
    assert ended.code == 0, ended.err
    assert [page(store, "local.kz", f"http://local.kz/news/{number}")["outcome"] for number in (59, 58)] == ["stored"] * 2
    with Store.open(url_of(store)) as opened:
        assert opened.known("local.kz", [f"{SITE}/news/59"]) == {}


@pytest.mark.parametrize(("follow", "count"), [("0", 0), ("3", 3)])
def test_a_run_reads_as_many_articles_as_it_is_told(server: PortalServer, tmp_path: Path, follow: str, count: int) -> None:
    assert len(numbers(asked(server, tmp_path / "kznews.db", "/rss.xml", "-a", f"follow={follow}"))) == count


def test_an_index_of_sitemaps_gives_no_more_articles_than_the_run_is_to_read(server: PortalServer, tmp_path: Path) -> None:
    targets = asked(server, tmp_path / "kznews.db", "/sitemap.xml")
    assert targets[0] == "/sitemap-2026-11.xml.gz"
    assert len(numbers(targets)) == FOLLOW
    detail = page(tmp_path / "kznews.db", "local.kz", f"{SITE}/sitemap-2026-11.xml.gz")["detail"]
    assert detail == "10 more addresses were left out"


def test_a_number_that_is_none_is_told_in_one_line(server: PortalServer, tmp_path: Path) -> None:
    ended = crawl(server, tmp_path / "kznews.db", "-a", f"url={SITE}/", "-a", "follow=many", portal="any")
    assert ended.code != 0
    assert any("follow='many' is no number of articles" in line for line in ended.lines)
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (rss("").encode(), Feed),
        (f'<?xml version="1.0"?><feed xmlns="{ATOM}"/>'.encode(), Feed),
        (b"<!-- x --><rdf:RDF>", Feed),
        (urlset("").encode(), Sitemap),
        (b'<?xml version="1.0"?><s:sitemapindex xmlns:s="x"/>', Sitemap),
        (gzip.compress(b"x", mtime=0), Sitemap),
        (b"<!DOCTYPE html><html><body><code><rss ></code></body></html>", None),
        (b"<html><rss ></html>", None),
        (b"{}", None),
        (b"", None),
    ],
)
def test_a_body_is_told_by_its_beginning(body: bytes, kind: type | None) -> None:
    found = source_of(body, SITE)
    assert (type(found) if found else None) is kind


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("/zhanalyq/12345", "12345"),
        ("/kz/qogam/kopir-ashyldy.html", "kopir-ashyldy"),
        ("/kz/qogam/kopir-ashyldy?lang=kz", "kopir-ashyldy"),
        ("/?p=4711", "4711"),
        ("/index.php?option=com_content&id=7:kopir", "7"),
        ("/news.php?nid=101", "news.php?nid=101"),
        ("/article.aspx?ArticleID=3", "article.aspx?ArticleID=3"),
        ("/index.php?art=7&do=view", "index.php?art=7&do=view"),
        ("/show?doc=8", "show?doc=8"),
        ("/news/103/view", "103/view"),
        ("/news/104/index.html", "104/index"),
        ("/", None),
    ],
)
def test_an_address_says_which_article_it_is_and_no_two_say_the_same(path: str, known: str | None) -> None:
    assert article_id(f"{SITE}{path}", AnyPortal.declared.at("local.kz")) == known


@pytest.mark.parametrize("dress", ["amp", "amp/", "print", "print.html", "amp?utm_source=x"])
def test_the_amp_page_and_the_print_form_are_the_article(dress: str) -> None:
    portal = AnyPortal.declared.at("local.kz")
    known = canonical(f"{SITE}/news/kopir-ashyldy/{dress}", portal)
    assert known is not None
    assert known.removesuffix("/") == f"{SITE}/news/kopir-ashyldy"
    assert article_id(known, portal) == "kopir-ashyldy"
    assert canonical(f"{SITE}/news/print-shop", portal) == f"{SITE}/news/print-shop"


def test_an_article_without_an_id_is_known_by_all_that_its_address_says() -> None:
    found = [read(article_page(), f"https://derek.kz/?art={number}").values["article_id"] for number in (7, 8)]
    assert found == ["/?art=7", "/?art=8"]


def test_links_that_look_like_articles_are_followed_in_page_order() -> None:
    markup = (
        '<head><link rel="alternate" type="application/rss+xml" href="/rss"></head><nav><a href="/qogam/">Қоғам</a>'
        '<a href="/qogam/kopir">Ауылдағы жаңа көпір ашылды</a></nav><a href="/tag/su">#су</a><a href="/123456/">x</a>'
        '<a href="/n/zhana-kopir-ashyldy-keshe/"><img></a><a href="/?p=4711">x</a><a href="/">Басты бетке қайта оралу</a>'
        '<a href="https://elsewhere.kz/n/zhana-kopir-ashyldy">Басқа сайттағы жаңалық туралы</a>'
        '<a href="/qogam/">Қоғам жаңалықтарының бәрі</a>'
        '<a href="/qogam/kopir">Толығырақ</a>'
    )
    given = read_unknown(Document(markup.encode(), f"{SITE}/qogam/2/"), AnyPortal.declared.at("local.kz"))
    assert [item.url.removeprefix(SITE) for item in given.found] == [
        "/qogam/kopir",
        "/123456/",
        "/n/zhana-kopir-ashyldy-keshe/",
        "/?p=4711",
    ]
    assert [child.source for child in given.children] == [Feed(url=f"{SITE}/rss")]
