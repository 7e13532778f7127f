"""How an answer is read off the connection: headers and chunks that end, bodies that end where they say.

Twisted limits the length of a header line but not their number, nor that of chunks, and takes every end of a body without a
length for its end. The classes below are Scrapy's (which skip header lines that are none) with those rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.handlers.http11 import (
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
)
from twisted.internet.error import ConnectionDone
from twisted.python.failure import Failure
from twisted.web.client import ResponseFailed
from twisted.web.http import _ChunkedTransferDecoder, _DataLoss

from kznews.network.errors import Overlong

if TYPE_CHECKING:
    from collections.abc import Callable

    from twisted.internet.defer import Deferred
    from twisted.internet.interfaces import IAddress
    from twisted.web._newclient import Request
    from twisted.web.iweb import IResponse

MAX_HEADER_BYTES = 64 * 2**10
"""Bytes of all header lines of an answer, interim answers (1xx) included; servers themselves accept 8 to 32 KiB in requests."""
MAX_HEADER_LINES = 200
"""Lines of them; news portals send 10 to 40."""
MAX_FRAMING = 64 * 2**10
"""Bytes of the lines between chunks, beside a quarter of the body: chunks of 1 byte make 5 MiB 30 on the wire, and much work."""


class CappedChunks(_ChunkedTransferDecoder):
    """Gives up on a body that is more frame than picture."""

    def __init__(self, dataCallback: Callable[[bytes], None], finishCallback: Callable[[bytes], None]) -> None:
        super().__init__(self._counted, finishCallback)
        self._deliver = dataCallback
        self.received = self.delivered = 0

    def _counted(self, data: bytes) -> None:
        self.delivered += len(data)
        self._deliver(data)

    def dataReceived(self, data: bytes) -> None:
        self.received += len(data)
        super().dataReceived(data)
        if self.received - self.delivered > MAX_FRAMING + self.delivered // 4:
            raise Overlong(f"{self.received - self.delivered} bytes between the chunks of {self.delivered}")


class CappedParser(_LenientHTTPClientParser):
    """Gives up on headers that do not end, and believes no body that was cut off."""

    _transferDecoders = {b"chunked": CappedChunks}  # noqa: RUF012 - Twisted's
    header_bytes = 0
    header_lines = 0

    def lineReceived(self, line: bytes) -> None:
        self.header_bytes += len(line) + 1
        self.header_lines += 1
        if self.header_bytes > MAX_HEADER_BYTES or self.header_lines > MAX_HEADER_LINES:
            raise Overlong(f"headers of more than {MAX_HEADER_BYTES} bytes or {MAX_HEADER_LINES} lines")
        super().lineReceived(line)

    def lineLengthExceeded(self, line: bytes) -> None:
        raise Overlong(f"a header line of more than {self.MAX_LENGTH} bytes")

    def connectionLost(self, reason: Failure | None = None) -> None:
        decoder = self.bodyDecoder
        endless = decoder is not None and getattr(decoder, "contentLength", 0) is None
        if endless and reason is not None and not reason.check(ConnectionDone):
            # A body without a length ends with the connection, but only if the server closed it (RFC 9112, section 8).
            self.bodyDecoder = None
            self.response._bodyDataFinished(Failure(ResponseFailed([reason, Failure(_DataLoss())], self.response)))
            return
        super().connectionLost(reason)


class CappedProtocol(_LenientHTTP11ClientProtocol):
    """Reads with the parser above, and ends a connection at once when it gives up."""

    def request(self, request: Request) -> Deferred[IResponse]:
        answer = super().request(request)
        if self._parser is not None:
            self._parser.__class__ = CappedParser  # as Scrapy's protocol does: Twisted names the class in its own code
        return answer

    def _giveUp(self, reason: Any) -> None:
        failed = reason.check(Overlong)
        super()._giveUp(reason)
        if failed and self.transport is not None:
            self.transport.abortConnection()  # the polite end would wait for a server that never ends


class CappedFactory(_LenientHTTP11ClientFactory):
    """Makes the protocol above."""

    def buildProtocol(self, addr: IAddress | None) -> CappedProtocol:
        return CappedProtocol(self._quiescentCallback)
