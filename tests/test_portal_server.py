"""The local portal server does what tests order: it would make them lie if it did not."""

from __future__ import annotations

import gzip
import http.client
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kznews.extract.document import Document
from kznews.extract.links import article_links
from kznews.extract.page import read_page
from tests.support.cases import PORTALS, load
from tests.support.generated_portal import BEGINS, PER_PAGE, GeneratedPortal, SavedPortal, article, title
from tests.support.local_portal import LocalPortal
from tests.support.portal_crawls import crawl
from tests.support.portal_server import PortalServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def portal() -> GeneratedPortal:
    return GeneratedPortal(articles=50)


@pytest.fixture
def server(portal: GeneratedPortal) -> Iterator[PortalServer]:
    with PortalServer(portal) as running:
        yield running


def get(server: PortalServer, target: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request("GET", target, headers={"Host": "local.kz", **headers})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.headers), body


def links(body: bytes, path: str = "/") -> list[str]:
    return list(article_links(Document(body, f"https://local.kz{path}"), LocalPortal.declared))


def test_an_article_is_read_with_its_headline_its_date_and_its_text() -> None:
    published = datetime(2026, 11, 3, 5, 20, tzinfo=UTC)
    page = Document(article(7, published).encode(), "https://local.kz/news/7", address="https://local.kz/news/7")
    reading = read_page(page, LocalPortal.declared, published + timedelta(days=1))
    assert reading.refusal is None
    assert reading.values["title"] == title(7)
    assert reading.values["published_at"] == published
    assert len(reading.values["body"]) == 4


def test_every_source_names_the_newest_article_first(server: PortalServer) -> None:
    newest = [f"https://local.kz/news/{number}" for number in range(49, 29, -1)]
    assert links(get(server, "/")[2]) == newest
    assert links(get(server, "/news/?page=3")[2]) == [f"https://local.kz/news/{number}" for number in range(9, -1, -1)]
    for target in ("/rss.xml", "/atom.xml", "/api/news"):
        body = get(server, target)[2].decode()
        assert [url for url in newest if url not in body] == []
        assert body.index("/news/49") < body.index("/news/30")


def test_sitemaps_and_date_archives_name_each_article_once(server: PortalServer) -> None:
    index = get(server, "/sitemap.xml")[2].decode()
    assert "<loc>https://local.kz/sitemap-2026-11.xml.gz</loc>" in index
    month = gzip.decompress(get(server, "/sitemap-2026-11.xml.gz")[2]).decode()
    assert month.count("<loc>") == 50
    assert "<lastmod>2026-11-01T03:00:00+00:00</lastmod>" in month
    days = [links(get(server, f"/archive/2026/11/{day:02}/")[2]) for day in range(1, 5)]
    assert [len(day) for day in days] == [16, 24, 10, 0]  # 3 h UTC is 8 h in Almaty
    assert len(set().union(*days)) == 50


def test_validators_give_304_until_the_article_changes(server: PortalServer, portal: GeneratedPortal) -> None:
    status, headers, _ = get(server, "/news/7")
    assert status == 200
    by_tag, by_time = {"If-None-Match": headers["ETag"]}, {"If-Modified-Since": headers["Last-Modified"]}
    assert get(server, "/news/7", **by_tag)[::2] == (304, b"")
    assert get(server, "/news/7", **by_time)[0] == 304
    portal.edit(7, at=BEGINS + timedelta(days=9))
    assert get(server, "/news/7", **by_tag)[0] == 200
    assert get(server, "/news/7", **by_time)[0] == 200
    portal.keeps_etag = True
    tag = get(server, "/news/7")[1]["ETag"]
    portal.edit(7, at=BEGINS + timedelta(days=10))
    assert get(server, "/news/7", **{"If-None-Match": tag})[0] == 304
    assert title(7, 2) in get(server, "/news/7")[2].decode()


def test_faults_come_on_order_and_as_often_as_ordered(server: PortalServer) -> None:
    server.fault("/news/1$", status=503, headers={"Retry-After": "7"}, times=2)
    assert [get(server, "/news/1")[0] for _ in range(3)] == [503, 503, 200]
    server.fault("/news/2$", drop=True)
    with pytest.raises(ConnectionError):
        get(server, "/news/2")
    server.fault("/news/3$", truncate=100)
    with pytest.raises(http.client.IncompleteRead):
        get(server, "/news/3")
    server.fault("/news/4$", delay=0.2)
    begun = time.monotonic()
    assert get(server, "/news/4")[0] == 200
    assert time.monotonic() - begun >= 0.2
    server.heal()
    assert get(server, "/news/2")[0] == 200


def test_the_log_holds_every_request(server: PortalServer) -> None:
    get(server, "/news/?page=2", **{"User-Agent": "kz"})
    get(server, "/old/3")
    get(server, "/robots.txt")
    first, second, _ = server.log
    assert (first.method, first.host, first.target, first.status) == ("GET", "local.kz", "/news/?page=2", 200)
    assert first.path == "/news/"
    assert first.headers["user-agent"] == "kz"
    assert second.status == 301
    assert second.at >= first.at
    assert server.asked() == ["/news/?page=2", "/old/3"]


def test_a_fixture_portal_is_served_as_it_was_saved() -> None:
    folder = PORTALS / "qamshy"
    case = folder / "qar-alemnews-kz"
    meta = load(case / "meta.json")
    target = meta["url"].removeprefix("https://qamshy.kz")
    with PortalServer(SavedPortal(folder)) as server:
        status, headers, body = get(server, target, Host="qamshy.kz")
        assert (status, body) == (200, (case / "page.html").read_bytes())
        assert get(server, target, Host="qamshy.kz", **{"If-None-Match": headers["ETag"]})[0] == 304
        assert get(server, "/nothing", Host="qamshy.kz")[0] == 404


def test_the_shipped_command_crawls_it(server: PortalServer, tmp_path: Path) -> None:
    ended = crawl(server, tmp_path / "kznews.db")
    assert ended.code == 0, ended.err
    assert sorted(server.asked(r"^/news/\d+$")) == sorted(f"/news/{number}" for number in range(50))
    assert len(server.asked(r"^/news/\?page=")) == 50 // PER_PAGE + 1
    assert {one.host for one in server.log} == {"local.kz"}
