"""Only public addresses are connected to, whatever they are called and whoever answers for the name."""

from __future__ import annotations

from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from scrapy import Request
from scrapy.utils.project import get_project_settings

from kznews.network.addresses import AddressGate, gate_from, is_public
from kznews.running import Exit, NotStarted
from kznews.starting import check_start
from tests.support.crawls import page, scrapy, url_of
from tests.support.fetching import Fetches, fetch
from tests.support.generated import article_page
from tests.support.raw_server import RawServer, whole

if TYPE_CHECKING:
    from pathlib import Path

EDGES = {
    # network: whether its first and last address and their neighbours outside are public: (before, first, last, after)
    "0.0.0.0/8": (None, False, False, True),
    "10.0.0.0/8": (True, False, False, True),
    "100.64.0.0/10": (True, False, False, True),
    "127.0.0.0/8": (True, False, False, True),
    "169.254.0.0/16": (True, False, False, True),
    "172.16.0.0/12": (True, False, False, True),
    "192.0.0.0/24": (True, False, False, True),
    "192.0.2.0/24": (True, False, False, True),
    "192.88.99.0/24": (True, False, False, True),
    "192.168.0.0/16": (True, False, False, True),
    "198.18.0.0/15": (True, False, False, True),
    "198.51.100.0/24": (True, False, False, True),
    "203.0.113.0/24": (True, False, False, True),
    "224.0.0.0/4": (True, False, False, False),
    "240.0.0.0/4": (False, False, False, None),
    "168.63.129.16/32": (True, False, False, True),
    "::/128": (None, False, False, False),
    "::1/128": (False, False, False, False),
    "::ffff:0:0/96": (False, False, False, False),
    "64:ff9b::/96": (False, False, False, False),
    "64:ff9b:1::/48": (False, False, False, False),
    "100::/64": (False, False, False, False),
    "2001::/23": (True, False, False, True),
    "2001:db8::/32": (True, False, False, True),
    "2002::/16": (True, False, False, True),
    "2000::/3": (False, True, True, False),
    "3fff::/20": (True, False, False, True),
    "fc00::/7": (False, False, False, False),
    "fe80::/10": (False, False, False, False),
    "fec0::/10": (False, False, False, False),
    "ff00::/8": (False, False, False, None),
}


@pytest.mark.parametrize(("network", "public"), EDGES.items(), ids=list(EDGES))
def test_the_edges_of_the_special_networks(network: str, public: tuple[bool | None, ...]) -> None:
    first, last = ip_network(network)[0], ip_network(network)[-1]
    before = None if public[0] is None else is_public(first - 1)
    after = None if public[3] is None else is_public(last + 1)
    assert (before, is_public(first), is_public(last), after) == public


@pytest.mark.parametrize("literal", ["8.8.8.8", "195.82.24.1", "2a00:1450:4001:81b::200e", "2400:cb00::1"])
def test_an_address_of_the_internet_passes(literal: str) -> None:
    assert AddressGate().passes(literal)


@pytest.mark.parametrize(
    "literal", ["2a00:1450::1%eth0", "fe80::1%lo", "example.kz", "", "1.2.3", "0x8.8.8.8", "8.8.8.8.", "８.8.8.8"]
)
def test_what_is_no_plain_literal_does_not_pass(literal: str) -> None:
    assert not AddressGate().passes(literal)


def test_a_gate_opens_literal_networks_and_nothing_beside_them() -> None:
    gate = gate_from("127.0.0.1, 10.20.0.0/16\n::1")
    listed = ["127.0.0.1", "127.0.0.2", "10.20.255.1", "10.21.0.1", "::1", "::ffff:127.0.0.1", "8.8.8.8", "8.8.8.8"]
    assert gate.passing(listed) == ("127.0.0.1", "10.20.255.1", "::1", "8.8.8.8")
    assert gate_from("").passing([str(ip_address("127.0.0.1"))]) == ()


@pytest.mark.parametrize("setting", ["localhost", "10.0.0.0/33", "10.0.0.1/8", "127.1", "1"])
def test_a_gate_opens_for_no_name_and_no_short_form(setting: str) -> None:
    with pytest.raises(ValueError, match=r"does not appear|has host bits|invalid"):
        gate_from(setting)


_SPELT = """
127.0.0.1 127.1 127.0.1 127.0.0.01 127.255.255.254 2130706433 017700000001 0177.0.0.1 0177.0.0.01 0x7f000001 0x7f.1
0x7F.0x0.0x0.0x1 0x7f.0.0.1 0 0.0.0.0 0x0 00000000 0.0 localhost LOCALHOST 3232235521 0xc0a80001 192.168.1 10.1 172.16.1
169.254.169.254 2852039166 0xA9FEA9FE 0251.0376.0251.0376 100.100.100.200 100.64.1 168.63.129.16 192.0.0.192 198.18.0.1
224.0.0.1 255.255.255.255 4294967295 １２７.0.0.1 127。0。0。1 ①②⑦.⓪.⓪.① ｌｏｃａｌｈｏｓｔ ⓛocalhost ℒocalhost
[::1] [0:0:0:0:0:0:0:1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [::1%251] [fe80::1%lo] [fe80::1] [fc00::1]
[fd00:ec2::254] [ff02::1] [64:ff9b::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::7f00:1] [2002:7f00:1::] [2001:0:7f00:1::]
"""
SPELLINGS = _SPELT.split()
NAMED = {
    # What a name server may answer for a name that looks like any other: none of these is connected to.
    "loopback.kz": ["127.0.0.1"],
    "loopback.kz.": ["127.0.0.1"],
    "xn--80ak6aa92e.kz": ["10.0.0.7"],
    "metadata.kz": ["169.254.169.254"],
    "mapped.kz": ["::ffff:127.0.0.1"],
    "nat64.kz": ["64:ff9b::7f00:1"],
    "sixtofour.kz": ["2002:7f00:1::1"],
    "zone.kz": ["fe80::1%lo"],
    "many.kz": ["10.0.0.1", "::1", "127.0.0.1", "0.0.0.0"],
    "short.kz": ["127.1"],
    "nothing.kz": [],
}


def hosts_of(urls: list[str]) -> tuple[str, ...]:
    """Return the hosts of addresses as Scrapy writes them, so that nothing but the address gate can refuse them."""
    return tuple({urlsplit(Request(url).url).hostname or "" for url in urls})


def asked(port: int, *, allow: str = "") -> Fetches:
    urls = [f"http://{host}:{port}/" for host in SPELLINGS]
    return fetch(urls, hosts=hosts_of(urls), ports=(port,), allow=allow)


def test_sixty_spellings_of_private_addresses_are_not_connected_to() -> None:
    assert len(SPELLINGS) >= 60
    with RawServer({"/": whole(b"secret")}, host="::") as canary:
        refused = asked(canary.port)
        named = fetch(
            [f"http://{host}:{canary.port}/" for host in NAMED],
            hosts=tuple(NAMED),
            ports=(canary.port,),
            allow="",
            names={host: [answer] for host, answer in NAMED.items()},
        )
    assert [one.url for one in (*refused.all, *named.all) if one.reason != "private_address"] == []
    assert canary.connections == 0


def test_without_the_gate_most_of_them_lead_to_the_canary() -> None:
    with RawServer({"/": whole(b"secret")}, host="::") as canary:
        found = asked(canary.port, allow="127.0.0.0/8 0.0.0.0/32 ::1 ::/128 ::ffff:127.0.0.0/104")
    assert sum(one.body == b"secret" for one in found.all) >= 30
    assert canary.connections >= 30


def test_a_name_is_asked_once_and_the_address_that_was_checked_is_connected_to() -> None:
    """Rebinding: the first answer is an address that passes, every later one the canary's."""
    with RawServer({"/": whole(b"secret")}) as canary:
        names = {"rebind.kz": [["127.0.0.5"], ["127.0.0.1"]]}
        found = fetch([canary.url("/", "rebind.kz")], hosts=("rebind.kz",), ports=(canary.port,), allow="127.0.0.5", names=names)
    assert canary.connections == 0
    assert found.lookups == ["rebind.kz"]
    assert found.only.error == "DownloadConnectionRefusedError"


def test_a_name_that_changes_between_robots_and_page_is_checked_again() -> None:
    with RawServer({"/robots.txt": whole(b"", "Connection: close"), "/": whole(b"page")}) as site, RawServer({}) as canary:
        names = {"rebind.kz": [["127.0.0.1"], ["127.0.0.2"]]}
        urls = [site.url("/robots.txt", "rebind.kz"), site.url("/", "rebind.kz")]
        found = fetch(urls, hosts=("rebind.kz",), ports=(site.port,), names=names, in_turn=True)
    assert [one.reason for one in found.all] == ["", "private_address"]
    assert found.lookups == ["rebind.kz", "rebind.kz"]
    assert [request.path for request in site.asked] == ["/robots.txt"]
    assert canary.connections == 0


def test_of_mixed_answers_only_the_public_ones_are_tried() -> None:
    with RawServer({"/": whole(b"page")}) as site:
        names = {"mixed.kz": [["10.0.0.1", "::1", "127.0.0.1", "fd00::1"]]}
        found = fetch([site.url("/", "mixed.kz")], hosts=("mixed.kz",), ports=(site.port,), allow="127.0.0.1", names=names)
        barred = fetch([site.url("/", "mixed.kz")], hosts=("mixed.kz",), ports=(site.port,), allow="", names=names)
    assert found.only.body == b"page"
    assert barred.only.reason == "private_address"
    assert site.connections == 1


def test_the_host_is_told_its_own_name_although_an_address_is_connected_to() -> None:
    with RawServer({"/": whole(b"page")}) as site:
        fetch([site.url("/", "portal.kz")], hosts=("portal.kz",), ports=(site.port,), names={"portal.kz": [["127.0.0.1"]]})
    assert site.asked[0].headers["host"] == f"portal.kz:{site.port}"


def test_a_gate_that_cannot_be_read_lets_no_run_start(tmp_path: Path) -> None:
    settings = get_project_settings()
    settings.setdict({"GATE_ALLOW": "localhost", "STORE": url_of(tmp_path / "store.db")}, "cmdline")
    with pytest.raises(NotStarted, match=r"GATE_ALLOW: 'localhost' does not appear to be an IPv4 or IPv6 network$") as refusal:
        check_start(settings)
    assert refusal.value.code == Exit.USAGE


def test_a_server_of_an_intranet_is_read_where_the_gate_is_opened(tmp_path: Path) -> None:
    """The shipped command, its own handler and the system's resolver, with a port that the address names."""
    article = whole(article_page(7).encode(), "Content-Type: text/html; charset=utf-8")
    with RawServer({"/news/7": article, "/robots.txt": whole(b"")}) as server:
        arguments = ("crawl", "any", "-a", f"url=http://localhost:{server.port}/news/7")
        barred = scrapy(*arguments, store=tmp_path / "barred.db")
        assert server.connections == 0
        opened = scrapy(*arguments, "-s", "GATE_ALLOW=127.0.0.1", store=tmp_path / "opened.db")
    assert (barred.code, opened.code) == (Exit.UNHEALTHY, Exit.FINE)
    first, reason, way_out = barred.lines
    assert (first, reason) == ("any: 1 refused", "refused: 1 private_address")
    assert "GATE_ALLOW=127.0.0.1" in way_out
    refused = page(tmp_path / "barred.db", "localhost", f"http://localhost:{server.port}/news/7")
    assert (refused["reason"], refused["state"]) == ("private_address", "pending")
    assert page(tmp_path / "opened.db", "localhost", f"http://localhost:{server.port}/news/7")["outcome"] == "stored"
