"""One article is one row, whatever its addresses wear where they are linked (reliability.md U2): 30 dresses on 20 portals."""

from __future__ import annotations

import re
from contextlib import closing
from sqlite3 import connect
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from kznews.extract.links import canonical
from kznews.portal import Listing
from tests.support.cases import SPIDERS
from tests.support.dresses import DRESSES, dressed
from tests.support.generated_portal import linked
from tests.support.polite_crawls import run
from tests.support.portal_server import Answer, PortalServer

if TYPE_CHECKING:
    from pathlib import Path

    from kznews.portal import Portal

HTML = {"Content-Type": "text/html; charset=utf-8"}


def lists_of(portal: Portal) -> list[str]:
    """Return path and query of the lists that a run reads first."""
    urls = [canonical(source.url, portal) or "" for source in portal.sources if isinstance(source, Listing)]
    return [url.removeprefix(f"{portal.scheme}://{urlsplit(url).netloc}") for url in urls]


PORTALS = [found.declared for name, found in SPIDERS.items() if name != "any" and found.declared.example_urls]
LISTED = [portal for portal in PORTALS if lists_of(portal)][:20]


class Wardrobe:
    """A portal whose lists link to one article in every dress, and on its mirrors; the article itself is gone."""

    def __init__(self, portal: Portal, *more: str) -> None:
        self.lists = lists_of(portal)
        self.url = canonical(portal.example_urls[0], portal) or ""
        host = urlsplit(self.url).netloc
        mirrors = [self.url.replace(host, mirror, 1) for mirror, main in portal.same_host if main == host]
        addresses = [*(dressed(dress, self.url) for dress in DRESSES), *mirrors, *more]
        self.page = linked((address.replace("&", "&amp;"), f"{turn}-хабар ауыл туралы") for turn, address in enumerate(addresses))

    def answer(self, host: str, target: str) -> Answer:
        return Answer(200, self.page, HTML) if target in self.lists else Answer(404, b"", HTML)


def test_there_are_twenty_portals() -> None:
    assert len(LISTED) == 20


@pytest.mark.parametrize("portal", LISTED, ids=lambda portal: portal.name)
def test_an_article_in_thirty_dresses_is_one_row_and_one_request(portal: Portal, store: Path) -> None:
    site = Wardrobe(portal)
    with PortalServer(site) as server:
        run(server, store, portal.name)
        paths = urlsplit(site.url)
        wanted = paths.path + (f"?{paths.query}" if paths.query else "")
        assert server.asked().count(wanted) == 1
    assert found(store) == [site.url]


def found(store: Path) -> list[str]:
    """Return the addresses that the sources have given."""
    with closing(connect(store)) as database:
        return [url for (url,) in database.execute("SELECT url FROM pages WHERE depth > 0 OR depth IS NULL ORDER BY url")]


def test_another_article_is_another_row(store: Path) -> None:
    qamshy = next(portal for portal in PORTALS if portal.name == "qamshy")
    url = Wardrobe(qamshy).url
    other = re.sub(r"\d+", lambda digits: str(int(digits[0]) + 1), url, count=1)
    with PortalServer(Wardrobe(qamshy, other)) as server:
        run(server, store, qamshy.name)
    assert found(store) == sorted([url, other])
