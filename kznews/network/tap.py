"""The bytes of each request and its answer, as they went over the wire, for whoever keeps an archive (setting ARCHIVE)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scrapy.exceptions import DownloadCancelledError, DownloadTimeoutError, ResponseDataLossError

from kznews import clock
from kznews.network.wire import CappedFactory, CappedProtocol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from twisted.internet.defer import Deferred
    from twisted.internet.interfaces import IAddress
    from twisted.web._newclient import Request
    from twisted.web.iweb import IResponse

answered = object()
"""Signal: an answer came, whole or not (request, exchange, truncated). It is waited for before the answer goes on its way, and
an exception of a receiver fails the request."""

_TRUNCATED: tuple[tuple[type[BaseException], str], ...] = (
    (DownloadTimeoutError, "time"),
    (DownloadCancelledError, "length"),
    (ResponseDataLossError, "disconnect"),
)
"""Why an answer is not whole, in the words of WARC 1.1, section 5.13."""


def truncated_by(error: BaseException) -> str:
    """Return the word for an answer that this error cut short."""
    return next((word for kind, word in _TRUNCATED if isinstance(error, kind)), "unspecified")


@dataclass(slots=True)
class Exchange:
    """A request, and what has come of its answer so far."""

    began_at: datetime
    """When the request was written, aware, in UTC."""
    peer: str
    """The IP address of the server."""
    request: bytes
    received: bytearray = field(default_factory=bytearray)


class _Written(bytearray):
    """Takes what a request writes."""

    write = bytearray.extend

    def writeSequence(self, pieces: Iterable[bytes]) -> None:
        for piece in pieces:
            self.extend(piece)


class TappedProtocol(CappedProtocol):
    """Keeps the bytes of the exchange that is under way; its answer (`IResponse`) carries it as `exchange`."""

    exchange: Exchange | None = None

    def request(self, request: Request) -> Deferred[IResponse]:
        written = _Written()
        request.writeTo(written)  # nothing of ours sends a body, which could be read only once
        transport: Any = self.transport
        peer = getattr(transport.getPeer(), "host", "") if transport else ""
        exchange = Exchange(clock.now(), peer, bytes(written))
        self.exchange = exchange

        def carried(answer: Any) -> Any:
            answer.exchange = exchange
            return answer

        return super().request(request).addCallback(carried)

    def dataReceived(self, data: bytes) -> None:
        if self.exchange is not None:
            self.exchange.received += data
        super().dataReceived(data)


class TappedFactory(CappedFactory):
    """Makes the protocol above."""

    def buildProtocol(self, addr: IAddress | None) -> TappedProtocol:
        return TappedProtocol(self._quiescentCallback)
