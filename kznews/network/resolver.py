"""Names to addresses, each address checked, and connections to no other: who answers twice differently is asked once."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any

from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.defer import Deferred
from twisted.internet.endpoints import HostnameEndpoint
from twisted.internet.error import DNSLookupError
from twisted.internet.error import TimeoutError as ConnectTimeout
from twisted.internet.interfaces import IHostnameResolver, IReactorPluggableNameResolver, IStreamClientEndpoint
from twisted.python.failure import Failure
from zope.interface import implementer

from kznews.network.errors import PrivateAddress

if TYPE_CHECKING:
    from collections.abc import Callable

    from twisted.internet.interfaces import IProtocol, IProtocolFactory

    from kznews.network.addresses import AddressGate


class SystemResolver:
    """Asks the system's resolver, in a thread per name: one that never answers holds up neither the run nor its end."""

    def __init__(self, reactor: Any) -> None:
        self._reactor = reactor
        self._waiting: dict[str, list[Deferred[list[str]]]] = {}

    def __call__(self, host: str) -> Deferred[list[str]]:
        """Return the literal addresses of a host, at least one; fails with DNSLookupError. One lookup per host at a time."""
        if host not in self._waiting:
            Thread(target=self._ask, args=(host,), name=f"lookup of {host}", daemon=True).start()
            self._waiting[host] = []  # the thread answers through the reactor, so not before this
        answer: Deferred[list[str]] = Deferred(self._waiting[host].remove)
        self._waiting[host].append(answer)
        return answer

    def _ask(self, host: str) -> None:
        found: Any
        try:
            found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]
        except (OSError, UnicodeError) as error:
            found = Failure(DNSLookupError(f"{host}: {error}"))
        with suppress(RuntimeError):  # the run is over
            self._reactor.callFromThread(self._answer, host, found)

    def _answer(self, host: str, found: Any) -> None:
        for waiting in self._waiting.pop(host, []):
            waiting.callback(found)  # a Failure makes it fail


@implementer(IReactorPluggableNameResolver, IHostnameResolver)
class _Checked:
    """A reactor whose resolver knows one answer: addresses that have been checked."""

    def __init__(self, reactor: Any, addresses: tuple[str, ...]) -> None:
        self._reactor = reactor
        self._addresses = addresses
        self.nameResolver = self

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reactor, name)

    def installNameResolver(self, resolver: object) -> object:
        raise NotImplementedError

    def resolveHostName(self, resolutionReceiver: Any, hostName: str, portNumber: int = 0, *_: object, **__: object) -> Any:
        resolutionReceiver.resolutionBegan(self)  # it cannot be cancelled: it is over
        for address in self._addresses:
            kind = IPv6Address if ":" in address else IPv4Address
            resolutionReceiver.addressResolved(kind("TCP", address, portNumber))
        resolutionReceiver.resolutionComplete()
        return resolutionReceiver


@implementer(IStreamClientEndpoint)
class CheckedEndpoint:
    """Resolves a name once, drops the addresses that the gate does not let pass, and connects to one of the others.

    Which of them answers first is found as browsers do (RFC 8305). All of it takes `timeout` seconds at most.
    """

    def __init__(
        self,
        reactor: Any,
        target: tuple[str, int],
        *,
        lookup: Callable[[str], Deferred[list[str]]],
        gate: AddressGate,
        timeout: float,
        bind: tuple[str, int] | None = None,
    ) -> None:
        self._reactor = reactor
        self._host, self._port = target
        self._lookup = lookup
        self._gate = gate
        self._timeout = timeout
        self._bind = bind

    def connect(self, protocolFactory: IProtocolFactory) -> Deferred[IProtocol]:
        """Return the connected protocol; fails with PrivateAddress, DNSLookupError, or an error of the connection."""
        connected: Deferred[IProtocol] = Deferred.fromCoroutine(self._connect(protocolFactory))
        return connected.addTimeout(self._timeout, self._reactor, onTimeoutCancel=self._too_slow)

    async def _connect(self, factory: IProtocolFactory) -> IProtocol:
        found = await self._lookup(self._host)
        addresses = self._gate.passing(found)
        if not addresses:
            raise PrivateAddress(f"{self._host} has no public address; GATE_ALLOW opens others")
        reactor, longer = _Checked(self._reactor, addresses), 2 * self._timeout  # of the two limits it is ours that ends it
        endpoint = HostnameEndpoint(reactor, addresses[0], self._port, longer, self._bind)
        return await endpoint.connect(factory)

    def _too_slow(self, result: object, timeout: float) -> Any:
        raise ConnectTimeout(string=f"no connection to {self._host} within {timeout:g} seconds")
