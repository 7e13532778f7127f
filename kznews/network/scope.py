"""Whether a request is the portal's own. One rule, asked by the middleware and, last of all, by the download handler. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_PORTS = {"http": 80, "https": 443}
_PLAIN = re.compile(r"[\x21-\x5b\x5d-\x7e]+")
"""Printable ASCII without the backslash: anything else is read differently by different parsers."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The hosts and ports that a run may contact."""

    hosts: frozenset[str]
    ports: frozenset[int] = frozenset()
    """Ports that are open beside 80 and 443."""

    def refusal(self, url: str) -> str:
        """Return why a request for `url` may not leave, in a few words that hold nothing of the address; "" if it may."""
        if not _PLAIN.fullmatch(url):
            return "characters that belong in no address"
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            return "not an address"
        if "@" in parts.netloc:
            return "user-info"
        return self.refusal_of(parts.scheme, host, _PORTS.get(parts.scheme, 0) if port is None else port)

    def refusal_of(self, scheme: str, host: str, port: int) -> str:
        """Return why a connection may not be made, or ""."""
        if scheme not in _PORTS:
            return "not http or https"
        if host not in self.hosts:
            return "not a host of this portal"
        if port not in self.ports and port not in _PORTS.values():
            return "not a port of this portal"
        return ""


def scope_of(spider: object) -> Scope:
    """Return the scope of a run: the hosts of its spider, and the further ports that its portal declares; nothing without one."""
    portal = getattr(spider, "portal", None)
    return Scope(frozenset(getattr(spider, "hosts", ())), frozenset(getattr(portal, "ports", ())))
