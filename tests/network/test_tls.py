"""Certificates are verified; the only exceptions are those of a portal file, and they end."""

from __future__ import annotations

import socket
import ssl
from contextlib import ExitStack, suppress
from datetime import timedelta
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from kznews import clock
from kznews.portal import Portal
from tests.support.certificates import DAY, NOW, Authority
from tests.support.fetching import Fetched, fetch
from tests.support.raw_server import RawServer, whole

if TYPE_CHECKING:
    from pathlib import Path

HOST = "portal.kz"


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


def asked(contexts: dict[str, ssl.SSLContext], authority: Authority, *, trusted: bool = True, **how: Any) -> dict[str, Fetched]:
    """Ask a server of each context for a page, by a name, as somebody who trusts the authority."""
    env = {"SSL_CERT_FILE": str(authority.file)} if trusted else {}
    with ExitStack() as stack:
        servers = [stack.enter_context(RawServer({"/": whole(b"page")}, tls=context)) for context in contexts.values()]
        ports = tuple(server.port for server in servers)
        urls = [server.url("/", HOST) for server in servers]
        found = fetch(urls, hosts=(HOST,), ports=ports, names={HOST: [["127.0.0.1"]]}, env=env, **how)
    return dict(zip(contexts, found.all, strict=True))


def contexts(authority: Authority) -> dict[str, ssl.SSLContext]:
    """Return a server for everything that can be wrong with a certificate."""
    old = authority.context(HOST)
    old.set_ciphers("DEFAULT:@SECLEVEL=0")
    old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    return {
        "expired": authority.context(HOST, begins=NOW - 9 * DAY, ends=NOW - DAY),
        "not yet valid": authority.context(HOST, begins=NOW + DAY, ends=NOW + 9 * DAY),
        "wrong name": authority.context("other.kz"),
        "name of a part": authority.context("www." + HOST),
        "self-signed": authority.context(HOST, signed=False),
        "old protocol": old,
    }


def test_a_good_certificate_passes_and_the_name_is_what_is_verified(authority: Authority) -> None:
    good = {name: authority.context(name) for name in (HOST, "*.kz")}
    assert {one.body for one in asked(good, authority).values()} == {b"page"}
    assert {one.reason for one in asked(good, authority, trusted=False).values()} == {"unreachable"}


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_a_bad_certificate_is_refused_whatever_the_settings_say(authority: Authority) -> None:
    wrong = contexts(authority)
    found = asked(wrong, authority, DOWNLOAD_VERIFY_CERTIFICATES=False)
    assert {name: one.reason for name, one in found.items()} == dict.fromkeys(wrong, "unreachable")
    said = {name: one.detail.removeprefix("DownloadFailedError: TLS: ") for name, one in found.items()}
    assert said["expired"] == said["self-signed"] == "certificate verify failed"
    assert said["wrong name"] == "the certificate is for another host"


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_without_verification_they_are_all_taken(authority: Authority) -> None:
    wrong = contexts(authority)
    del wrong["old protocol"]
    found = asked(wrong, authority, portal={"unverified_tls": ((HOST, clock.now().date()),)})
    assert {one.body for one in found.values()} == {b"page"}


def test_an_exception_holds_for_its_host_until_its_day(authority: Authority) -> None:
    today = clock.now().date()
    expired = {"expired": authority.context(HOST, ends=NOW - timedelta(hours=1))}
    declared = {
        "today": (HOST, today),
        "tomorrow": (HOST, today + DAY),
        "over": (HOST, today - DAY),
        "of another": ("a.kz", today),
    }
    found = {name: asked(expired, authority, portal={"unverified_tls": (one,)})["expired"] for name, one in declared.items()}
    assert {name: one.reason for name, one in found.items()} == {
        "today": "",
        "tomorrow": "",
        "over": "unreachable",
        "of another": "unreachable",
    }


def never_says_good_bye(listener: socket.socket, context: ssl.SSLContext) -> None:
    """Answer the first connection with headers without end, hearing nothing, and the second once the first is gone."""
    with context.wrap_socket(listener.accept()[0], server_side=True) as first:
        first.recv(4096)
        with suppress(OSError):
            first.sendall(b"HTTP/1.1 200 OK\r\n")
            while True:
                first.sendall(b"X: y\r\n" * 100)
    with context.wrap_socket(listener.accept()[0], server_side=True) as second:
        second.recv(4096)
        second.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage")


def test_a_connection_that_is_given_up_ends_at_once(authority: Authority) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        Thread(target=never_says_good_bye, args=(listener, authority.context(HOST)), daemon=True).start()
        port = listener.getsockname()[1]
        urls = [f"https://{HOST}:{port}/flood", f"https://{HOST}:{port}/after"]
        env = {"SSL_CERT_FILE": str(authority.file)}
        found = fetch(urls, hosts=(HOST,), ports=(port,), names={HOST: [["127.0.0.1"]]}, env=env, in_turn=True)
    assert (found.all[0].reason, found.all[1].body) == ("too_large", b"page")


def portal(**more: Any) -> Portal:
    return Portal(name="lab", title="lab", hosts=(HOST,), articles=(), **more)


def test_an_exception_without_a_day_or_for_a_foreign_host_is_no_declaration() -> None:
    portal(unverified_tls=((HOST, clock.now().date()),)).check()
    for wrong in ((HOST, "2026-12-31"), ("other.kz", clock.now().date())):
        with pytest.raises(ValueError, match="unverified_tls"):
            portal(unverified_tls=(wrong,)).check()


def test_a_port_of_a_portal_is_a_port() -> None:
    portal(ports=(8080,)).check()
    with pytest.raises(ValueError, match="ports"):
        portal(ports=(80, 0, 70000)).check()
