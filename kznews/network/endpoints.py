"""Where connections are made: the last gate before the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from twisted.internet.endpoints import wrapClientTLS
from twisted.web.iweb import IAgentEndpointFactory
from zope.interface import implementer

from kznews.network.errors import OffSite
from kznews.network.resolver import CheckedEndpoint, SystemResolver

if TYPE_CHECKING:
    from collections.abc import Callable

    from twisted.internet.defer import Deferred
    from twisted.internet.interfaces import IStreamClientEndpoint
    from twisted.web.client import URI

    from kznews.network.addresses import AddressGate
    from kznews.network.scope import Scope


@implementer(IAgentEndpointFactory)
class Endpoints:
    """Makes the endpoint of every request, from the address as it will really be used."""

    def __init__(
        self,
        reactor: Any,
        *,
        scope: Callable[[], Scope],
        gate: AddressGate,
        tls: Any,
        timeout: float,
        bind: tuple[str, int] | None = None,
    ) -> None:
        self.reactor = reactor
        self.scope = scope
        self.gate = gate
        self.tls = tls
        self.timeout = timeout
        self.bind = bind
        self.lookup: Callable[[str], Deferred[list[str]]] = SystemResolver(reactor)

    def endpointForURI(self, uri: URI) -> IStreamClientEndpoint:
        """Return the endpoint of an address; raises OffSite if the portal does not declare it."""
        scheme, host = uri.scheme.decode("ascii"), uri.host.decode("ascii").lower().strip("[]")
        if why := self.scope().refusal_of(scheme, host, uri.port):
            raise OffSite(why)
        return self.reach(scheme, host, uri.port)

    def reach(self, scheme: str, host: str, port: int) -> IStreamClientEndpoint:
        """Return the endpoint of a host and port that are in scope."""
        endpoint = cast("IStreamClientEndpoint", self.checked(host, port))
        if scheme == "http":
            return endpoint
        return wrapClientTLS(self.tls.creatorForNetloc(host.encode("ascii"), port), endpoint)

    def checked(self, host: str, port: int) -> CheckedEndpoint:
        """Return the bare endpoint, its addresses checked."""
        return CheckedEndpoint(
            self.reactor, (host, port), lookup=self.lookup, gate=self.gate, timeout=self.timeout, bind=self.bind
        )
