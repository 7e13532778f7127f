"""Redirects: five at most, whatever they lead through; the store remembers the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.crawls import page
from tests.support.fetching import Fetched, fetch
from tests.support.generated_portal import GeneratedPortal
from tests.support.portal_crawls import crawl
from tests.support.portal_server import PortalServer
from tests.support.raw_server import RawServer, whole

if TYPE_CHECKING:
    import asyncio
    from pathlib import Path

    from tests.support.raw_server import Request

HOSTS = tuple(f"h{number}.kz" for number in range(6))
SITE = "https://local.kz"


def to(location: str, *more: str) -> object:
    return whole(b"", f"Location: {location}", *more, status="302 Found")


async def growing(request: Request, writer: asyncio.StreamWriter) -> None:
    """Lead from every address to a longer one."""
    writer.write(f"HTTP/1.1 302 Found\r\nLocation: /grow?{request.target}/a\r\nContent-Length: 0\r\n\r\n".encode("latin-1"))


def followed(start: str, answers: dict[str, object], *, limit: int = 5) -> tuple[Fetched, list[str]]:
    """Return what became of the first address, and every request that was made: host and path."""
    with RawServer(answers) as server:  # type: ignore[arg-type]
        names = {host: [["127.0.0.1"]] for host in HOSTS}
        port = f":{server.port}"
        for path, answer in list(answers.items()):
            if isinstance(answer, str):
                server.answers[path] = to(answer.replace(".kz", ".kz" + port))  # type: ignore[index]
        found = fetch(
            [server.url(start, HOSTS[0])], hosts=HOSTS, ports=(server.port,), names=names, REDIRECT_MAX_TIMES=limit
        ).only
    return found, [request.headers["host"].removesuffix(port) + request.path for request in server.asked]


def test_a_page_that_leads_to_itself_ends_after_five_redirects() -> None:
    found, asked = followed("/", {"/": "/"})
    assert found.reason == "http_error"
    assert asked == ["h0.kz/"] * 6
    assert len(followed("/", {"/": "/"}, limit=20)[1]) == 21  # it is the limit that ends it


def test_a_ring_of_two_addresses_ends() -> None:
    found, asked = followed("/a", {"/a": "/b", "/b": "/a"})
    assert found.reason == "http_error"
    assert asked == ["h0.kz/a", "h0.kz/b"] * 3


def test_a_ring_of_six_hosts_ends() -> None:
    answers = {f"/{number}": f"http://h{(number + 1) % 6}.kz/{(number + 1) % 6}" for number in range(6)}
    found, asked = followed("/0", answers)
    assert found.reason == "http_error"
    assert asked == [f"h{number}.kz/{number}" for number in range(6)]


def test_an_address_that_grows_ends() -> None:
    found, asked = followed("/grow", {"/grow": growing})
    assert found.reason == "http_error"
    assert len(asked) == 6


def test_five_redirects_are_followed_and_a_sixth_is_not() -> None:
    answers = {f"/{number}": f"/{number + 1}" for number in range(6)}
    found, asked = followed("/1", {**answers, "/6": whole(b"page")})
    assert (found.body, len(asked)) == (b"page", 6)
    found, asked = followed("/0", {**answers, "/6": whole(b"page")})
    assert (found.reason, len(asked)) == ("http_error", 6)


def test_neither_a_refresh_in_the_page_nor_one_in_the_headers_is_followed() -> None:
    tag = whole(b'<html><head><meta http-equiv="refresh" content="0; url=/x"></head></html>', "Content-Type: text/html")
    assert followed("/", {"/": tag})[1] == ["h0.kz/"]
    assert followed("/", {"/": whole(b"", "Refresh: 0; url=/x")})[1] == ["h0.kz/"]


def test_what_a_server_says_of_other_places_is_ignored() -> None:
    more = [
        'Alt-Svc: h2="h1.kz:443"; ma=9',
        "Strict-Transport-Security: max-age=9",
        "Content-Location: http://h1.kz/",
        "Set-Cookie: a=b",
    ]
    with RawServer({"/a": whole(b"page", *more, "Link: <http://h1.kz/>; rel=next"), "/b": whole(b"page")}) as server:
        names = {host: [["127.0.0.1"]] for host in HOSTS}
        urls = [server.url("/a", "h0.kz"), server.url("/b", "h0.kz")]
        found = fetch(urls, hosts=HOSTS, ports=(server.port,), names=names, in_turn=True)
    assert [one.body for one in found.all] == [b"page"] * 2
    assert {request.headers["host"] for request in server.asked} == {f"h0.kz:{server.port}"}
    assert not any({"cookie", "referer", "authorization"} & set(request.headers) for request in server.asked)


def test_every_page_of_a_chain_leads_to_the_article_in_the_store(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    with PortalServer(GeneratedPortal(articles=30)) as server:
        for number in range(20, 25):
            server.fault(f"/news/{number}$", status=302, headers={"Location": f"/news/{number + 1}"})
        server.fault("/news/11$", status=302, headers={"Location": "/news/11"})
        crawl(server, store)
    rows = {number: page(store, "local", f"{SITE}/news/{number}") for number in (11, *range(20, 26))}
    assert rows[25]["outcome"] == "stored"
    assert [(rows[number]["outcome"], rows[number]["redirects_to"]) for number in range(20, 25)] == [
        ("duplicate", f"{SITE}/news/25")
    ] * 5
    assert (rows[11]["outcome"], rows[11]["reason"]) == ("refused", "http_error")


def test_a_page_that_only_redirects_is_known_although_nobody_asked_for_it(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    with PortalServer(GeneratedPortal(articles=25)) as server:
        server.fault("/news/20$", status=302, headers={"Location": "/news/1020"})
        server.fault("/news/1020$", status=302, headers={"Location": "/news/21"})
        crawl(server, store)
    assert page(store, "local", f"{SITE}/news/1020")["redirects_to"] == f"{SITE}/news/21"
