"""What may leave: http(s), declared hosts, declared ports; nothing that two parsers read in two ways."""

from __future__ import annotations

import pytest
from twisted.internet.testing import MemoryReactor
from twisted.web.client import URI

from kznews.extract.links import canonical
from kznews.network.addresses import AddressGate
from kznews.network.endpoints import Endpoints
from kznews.network.errors import OffSite
from kznews.network.resolver import CheckedEndpoint
from kznews.network.scope import Scope
from kznews.portal import Listing, Portal, PortalError

SCOPE = Scope(frozenset({"portal.kz", "www.portal.kz", "xn--80aqf2b.kz"}), frozenset({8080}))
_OURS = """
http://portal.kz https://portal.kz/ https://www.portal.kz/a?b=c#d HTTPS://PORTAL.KZ/ http://portal.kz:80/ https://portal.kz:443/
http://portal.kz:443/ https://portal.kz:8080/ https://portal.kz?x https://portal.kz#@evil.kz https://portal.kz/@evil.kz https://portal.kz:/
https://portal.kz/?u=https://evil.kz/ https://portal.kz//evil.kz/ https://xn--80aqf2b.kz/
"""
_FOREIGN = """
https://evil.kz/ https://portal.kz.evil.kz/ https://evilportal.kz/ https://m.portal.kz/ https://portal.kz./ https://portal.kz%2eevil.kz/
https://evil.kz/portal.kz https://evil.kz?portal.kz https://evil.kz#portal.kz https://portal.kz@evil.kz/ https://portal.kz:80@evil.kz/
https://user:word@portal.kz/ https://@portal.kz/ https://portal.kz%40evil.kz/ https://portal.kz%00.evil.kz/ https://127.0.0.1/
http://portal.kz:8081/ http://portal.kz:22/ http://portal.kz:0/ http://portal.kz:99999/ http://portal.kz:-80/ http://portal.kz:80:90/
http://[portal.kz]/ http://[::1]/ http://portal.kz[ http:///portal.kz/ http:portal.kz //portal.kz/ /portal.kz portal.kz
ftp://portal.kz/ file:///etc/passwd file://portal.kz/etc/passwd data:text/html,x javascript:alert(1) gopher://portal.kz/
s3://portal.kz/ view-source:https://portal.kz/ wss://portal.kz/
httpx://portal.kz/ http+unix://portal.kz/ feed:https://portal.kz/ about:blank blob:x
"""
FOREIGN = [
    *_FOREIGN.split(),
    "",
    " https://portal.kz/",
    "https://portal.kz/ ",
    "\x00https://portal.kz/",
    "https://portal.kz\n.evil.kz/",
    "https://portal.kz/\r\nHost: evil.kz",
    "https://por\ttal.kz/",
    "https://portal.kz\\.evil.kz/",
    "https://portal.kz\\@evil.kz/",
    "https:\\\\portal.kz/",
    "https://portal.kz/қазақ",
    "https://рortal.kz/",
    "https://portal。kz/",
    "https://portal.kz\u200b/",
]


@pytest.mark.parametrize("url", _OURS.split())
def test_what_is_the_portals_own_may_leave(url: str) -> None:
    assert SCOPE.refusal(url) == ""


@pytest.mark.parametrize("url", FOREIGN, ids=repr)
def test_what_is_not_stays(url: str) -> None:
    assert SCOPE.refusal(url)


def test_a_run_without_hosts_contacts_nobody() -> None:
    assert Scope(frozenset()).refusal("https://portal.kz/")


def test_the_reason_repeats_nothing_of_the_address() -> None:
    """It goes to the log and the store, and the address may hold a password."""
    assert SCOPE.refusal("https://user:word@portal.kz/") == "user-info"
    assert {why for url in FOREIGN for why in [SCOPE.refusal(url)]} == {
        "characters that belong in no address",
        "not an address",
        "user-info",
        "not http or https",
        "not a host of this portal",
        "not a port of this portal",
    }


def endpoints() -> Endpoints:
    return Endpoints(MemoryReactor(), scope=lambda: SCOPE, gate=AddressGate(), tls=None, timeout=1)


@pytest.mark.parametrize(
    "url", ["http://evil.kz/", "http://user@portal.kz/", "http://portal.kz@evil.kz/", "http://portal.kz:22/", "ftp://portal.kz/"]
)
def test_a_connection_is_made_only_to_what_twisted_itself_reads_as_the_portals(url: str) -> None:
    """The last gate of all: where a connection is made, from the parts that it is made of."""
    with pytest.raises(OffSite):
        endpoints().endpointForURI(URI.fromBytes(url.encode()))


def test_a_connection_to_the_portal_is_made() -> None:
    assert isinstance(endpoints().endpointForURI(URI.fromBytes(b"http://PORTAL.KZ:8080/")), CheckedEndpoint)


def test_a_declared_port_is_part_of_an_address_and_of_a_source() -> None:
    declared = {"name": "lab", "title": "lab", "hosts": ("portal.kz",), "articles": (r"^/(?P<id>\d+)$",)}
    portal = Portal(**declared, ports=(8080,), sources=(Listing(url="https://portal.kz:8080/"),))
    portal.check()
    assert canonical("http://portal.kz:8080/7", portal) == "https://portal.kz:8080/7"
    assert canonical("http://portal.kz:443/7", portal) == "https://portal.kz/7"
    assert canonical("http://portal.kz:81/7", portal) is None
    with pytest.raises(PortalError, match="declared host"):
        Portal(**declared, sources=(Listing(url="https://portal.kz:8080/"),)).check()
