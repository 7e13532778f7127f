"""Only http and https: nothing else is read, neither by name nor through a redirect, a link, a feed or a sitemap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.crawls import Exit, python, save_page
from tests.support.fetching import fetch, handlers
from tests.support.generated import article_page, article_url
from tests.support.raw_server import RawServer, whole

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "құпия сөз"
SCHEMES = ("file", "ftp", "data", "s3", "javascript", "gopher", "view-source", "jar", "feed", "blob", "about", "ws")
STOCK_FILE = {"file": "scrapy.core.downloader.handlers.file.FileDownloadHandler"}
WATCH = """
import os, sys
canary, log = os.environ["CANARY"], os.environ["WATCHED"]
def watch(event, arguments):
    if event == "open" and str(arguments[0]) == canary or event in ("socket.connect", "socket.getaddrinfo"):
        with os.fdopen(os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT), "w") as file:
            file.write(f"{event} {arguments[-1]}\\n")
sys.addaudithook(watch)
"""
"""What a process writes down of itself: whether it opened the canary, and whom it called."""


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    path = tmp_path / "canary.html"
    path.write_text(SECRET, encoding="utf-8")
    return path


def dressed(canary: Path) -> list[str]:
    """Return addresses of the canary file, and of what other schemes name."""
    return [
        f"file://{canary}",
        f"file://localhost{canary}",
        f"file:{canary}",
        f"FILE://{canary}",
        f"data:text/html,{SECRET}",
        "data:text/html;base64,PHA+",
        *(f"{scheme}://portal.kz{canary}" for scheme in SCHEMES),
        f"view-source:file://{canary}",
        f"jar:file://{canary}!/",
        "javascript://x/alert(1)",
    ]


def test_no_other_scheme_is_asked(canary: Path) -> None:
    found = fetch(dressed(canary), hosts=("portal.kz", "localhost", ""))
    assert {one.reason for one in found.all} == {"off_site"}


def test_without_the_gate_there_is_still_nobody_to_ask(canary: Path) -> None:
    """The handlers of other schemes are gone; with Scrapy's own in its place the file is read."""
    open_gate = {"DOWNLOADER_MIDDLEWARES": {"scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None}}
    found = fetch(dressed(canary), **open_gate)
    assert {one.status for one in found.all} == {0}
    read = fetch([f"file://{canary}"], **open_gate, DOWNLOAD_HANDLERS=handlers("tests.support.fetching.LabHandler") | STOCK_FILE)
    assert read.only.body.decode() == SECRET


def test_the_handler_asks_the_whole_rule_although_nobody_else_did() -> None:
    open_gate = {"DOWNLOADER_MIDDLEWARES": {"scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None}}
    urls = ["http://user:word@portal.kz/", "http://portal.kz:22/", "http://evil.kz/"]
    found = fetch([*urls, ("http://portal.kz/", {"proxy": "http://127.0.0.1:9/"})], hosts=("portal.kz",), **open_gate)
    assert [one.detail.removeprefix("OffSite: ") for one in found.all] == [
        "user-info",
        "not a port of this portal",
        "not a host of this portal",
        "a proxy, which would resolve names on its own",
    ]


def test_no_redirect_leads_there(canary: Path) -> None:
    answers = {
        f"/{n}": whole(b"", f"Location: {url}", status="302 Found") for n, url in enumerate(dressed(canary)) if url.isascii()
    }
    with RawServer(answers) as server:
        found = fetch([server.url(path) for path in answers], ports=(server.port,))
    assert [one.body for one in found.all] == [b""] * len(answers)
    assert {one.reason for one in found.all if not one.status} <= {"off_site", "http_error"}


def pages(folder: Path, canary: Path) -> None:
    """Save a home page, a feed and an article that name the canary in every place where an address may stand."""
    links = "".join(f'<p><a href="{url}">Мақала туралы</a></p>' for url in dressed(canary))
    base, icon = f'<base href="file://{canary}">', f'<link rel="canonical" href="file://{canary}">'
    save_page(folder, "home", "https://qamshy.kz/", f"<html><head>{base}</head><body>{links}</body></html>")
    article = (
        article_page(7)
        .replace("<head>", f"<head>{icon}", 1)
        .replace("</body>", f'{links}<iframe src="file://{canary}"></body>', 1)
    )
    save_page(folder, "article", article_url(7), article)
    save_page(folder, "moved", article_url(8), "", status=302, headers={"Location": f"file://{canary}"})
    items = "".join(f"<item><link>{url}</link></item>" for url in dressed(canary))
    dtd = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{canary}">]>'
    feed = f'<?xml version="1.0"?>{dtd}<rss version="2.0"><channel><title>&x;</title>{items}</channel></rss>'
    save_page(folder, "feed", "https://qamshy.kz/rss.xml", feed, suffix=".xml", headers={"Content-Type": "application/rss+xml"})


def watched(tmp_path: Path, canary: Path, *arguments: str) -> tuple[int, list[str]]:
    """Run Python; return its exit code and what it wrote down of itself."""
    hooks, log = tmp_path / "hooks", tmp_path / "watched"
    hooks.mkdir()
    hooks.joinpath("sitecustomize.py").write_text(WATCH, encoding="utf-8")
    ended = python(*arguments, store=tmp_path / "store.db", inject=hooks, CANARY=str(canary), WATCHED=str(log))
    return ended.code, log.read_text(encoding="utf-8").splitlines() if log.exists() else []


def test_a_replay_of_pages_that_name_a_file_reads_it_nowhere_and_calls_nobody(tmp_path: Path, canary: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    pages(folder, canary)
    command = ("-m", "scrapy", "crawl", "any", "-s", f"REPLAY={folder}", "-O", str(tmp_path / "feed.jsonl"))
    code, seen = watched(tmp_path, canary, *command)
    assert code in {Exit.FINE, Exit.UNHEALTHY}
    assert seen == []
    stored = tmp_path.joinpath("feed.jsonl").read_text(encoding="utf-8")
    assert SECRET not in stored
    assert len(stored.splitlines()) == 1


def test_the_watch_sees_a_file_that_is_read_and_a_call(tmp_path: Path, canary: Path) -> None:
    script = f"import socket; open({str(canary)!r}).close(); socket.socket().connect_ex(('127.0.0.1', 9))"
    seen = watched(tmp_path, canary, "-c", script)[1]
    assert [line.split()[0] for line in seen] == ["open", "socket.connect"]
