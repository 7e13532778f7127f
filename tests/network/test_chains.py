"""Not one request leaves the declared hosts, whatever the servers say and whichever component asks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.support.chains import AWAY, campaign
from tests.support.crawls import page
from tests.support.generated_portal import GeneratedPortal
from tests.support.portal_crawls import crawl
from tests.support.portal_server import Answer, PortalServer

if TYPE_CHECKING:
    from pathlib import Path

CHAINS = int(os.environ.get("KZNEWS_CHAINS", "500"))
"""How many chains are followed; `make chains` follows 10,000."""
BATCH = 250
HOSTS = {"local.kz", "www.local.kz"}


@pytest.mark.parametrize("first", range(0, CHAINS, BATCH))
def test_no_chain_leads_to_the_canary(first: int) -> None:
    found = campaign(range(first, min(first + BATCH, CHAINS)))
    assert found.canary == 0
    assert found.asked > 3 * min(BATCH, CHAINS)
    assert found.stats["kznews/off_site"] > min(BATCH, CHAINS) // 2  # chains did lead away: 243 to 300 times in 250 of them
    assert found.stats["retry/count"] > 0


@pytest.mark.parametrize("gates", ["handler", "middleware"])
def test_each_gate_is_enough_by_itself(gates: str) -> None:
    found = campaign(range(40), gates=gates)
    assert found.canary == 0
    assert found.asked > 120


def test_without_the_gates_the_canary_is_hit() -> None:
    assert campaign(range(40), gates="none").canary > 10


class Treacherous(GeneratedPortal):
    """A portal whose every source names foreign addresses beside its own."""

    def answer(self, host: str, target: str) -> Answer:
        found = super().answer(host, target)
        away = [trick.replace("OWN", "local.kz") for trick in AWAY]
        links = "".join(f'<p><a href="{trick}">Мақала туралы</a></p>' for trick in away)
        entries = "".join(f"<item><link>{trick}</link></item>" for trick in away if "\x01" not in trick)
        body = found.body.replace(b"</body>", links.encode() + b"</body>").replace(b"<item>", entries.encode() + b"<item>", 1)
        return Answer(found.status, body, found.headers)


def betrayed(tmp_path: Path, **settings: object) -> PortalServer:
    """Crawl the treacherous portal by the shipped command and return the server with its log."""
    with PortalServer(Treacherous(articles=30)) as server:
        server.fault("robots.txt", status=302, headers={"Location": "http://evil.kz/robots.txt"}, times=1)
        for number, trick in enumerate(trick for trick in AWAY if trick.isprintable()):
            server.fault(
                f"/news/{number}$", status=302, headers={"Location": trick.replace("OWN", "local.kz").encode().decode("latin-1")}
            )
        crawl(server, tmp_path / "store.db", **settings)  # asks for nothing while robots.txt is elsewhere
        crawl(server, tmp_path / "store.db", **settings)
    return server


def test_the_shipped_command_asks_nobody_but_the_portal(tmp_path: Path) -> None:
    server = betrayed(tmp_path)
    assert {asked.host for asked in server.log} <= HOSTS
    assert len(server.log) > 20
    assert page(tmp_path / "store.db", "local", "https://local.kz/news/0")["reason"] == "off_site"


def test_the_shipped_command_without_its_gates_asks_others(tmp_path: Path) -> None:
    handler = '{"http": "tests.support.chains.OpenLocalHandler", "https": "tests.support.chains.OpenLocalHandler"}'
    off = '{"kznews.middlewares.scope.ScopeMiddleware": null}'
    server = betrayed(tmp_path, DOWNLOAD_HANDLERS=handler, DOWNLOADER_MIDDLEWARES=off)
    assert "evil.kz" in {asked.host for asked in server.log}
