"""The download handler of http and https: Scrapy's own, with the gates and the limits in it.

Whatever component asks (robots.txt, a retry, a redirect, engine.download_async), this is its way to the network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from OpenSSL import SSL
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler, _ScrapyAgent
from scrapy.exceptions import (
    DownloadCancelledError,
    DownloadFailedError,
    DownloadTimeoutError,
    NotConfigured,
    ResponseDataLossError,
)
from scrapy.utils._download_handlers import normalize_bind_address, wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future
from service_identity import VerificationError
from twisted.python.failure import Failure
from twisted.web.client import Agent, ResponseFailed

from kznews.network.addresses import gate_from
from kznews.network.endpoints import Endpoints
from kznews.network.errors import CutShort, OffSite, Overlong
from kznews.network.scope import scope_of
from kznews.network.tap import TappedFactory, answered, truncated_by
from kznews.network.tls import PortalPolicy
from kznews.network.wire import CappedFactory

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from kznews.network.tap import Exchange


DOWNLOAD_FAILURES = (DownloadCancelledError, DownloadFailedError, DownloadTimeoutError, ResponseDataLossError)
"""What a fetch raises that may have brought a part of an answer."""


class GatedHandler(HTTP11DownloadHandler):
    """Fetches what is in scope, from public addresses, within the limits; raises what kznews.network.errors names."""

    lazy = False
    endpoints_class: type[Endpoints] = Endpoints

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        from twisted.internet import reactor  # noqa: PLC0415 - importing it would choose one

        settings = crawler.settings
        self._pool._factory = TappedFactory if settings.get("ARCHIVE") else CappedFactory
        self._pool.retryAutomatically = False  # it would ask again at once where a kept connection breaks, past delay and limits
        self._contextFactory = PortalPolicy(crawler)  # type: ignore[assignment]  # interfaces are unknown to mypy
        self.timeout = settings.getfloat("DOWNLOAD_TIMEOUT")
        try:
            gate = gate_from(settings.get("GATE_ALLOW") or "")
        except ValueError as error:
            raise NotConfigured(f"GATE_ALLOW: {error}") from error
        self.endpoints = self.endpoints_class(
            reactor,
            scope=lambda: scope_of(crawler.spider),
            gate=gate,
            tls=self._contextFactory,
            timeout=min(settings.getfloat("CONNECT_TIMEOUT"), self.timeout),
            bind=normalize_bind_address(self._bind_address),
        )

    async def download_request(self, request: Request) -> Response:
        """Return the answer to a request that passes the gates."""
        if why := self.endpoints.scope().refusal(request.url):
            raise OffSite(why)
        if request.meta.get("proxy"):
            raise OffSite("a proxy, which would resolve names on its own")
        request.meta["download_timeout"] = min(request.meta.get("download_timeout") or self.timeout, self.timeout)
        request.meta.pop("download_fail_on_dataloss", None)  # an answer that was cut is none
        agent = _Fetch(
            contextFactory=self._contextFactory,
            pool=self._pool,
            maxsize=self._default_maxsize,
            warnsize=self._default_warnsize,
            crawler=self._crawler,
        )
        agent.endpoints = self.endpoints
        for name in ("captured_at", "archived"):  # of an earlier try, or of the page that redirected here
            request.meta.pop(name, None)
        try:
            response = await self._fetched(agent, request)
        except DOWNLOAD_FAILURES as error:
            await self._tell(agent, request, truncated_by(error))
            raise
        await self._tell(agent, request)
        return response

    async def _fetched(self, agent: _Fetch, request: Request) -> Response:
        try:
            with wrap_twisted_exceptions():
                return await maybe_deferred_to_future(agent.download_request(request))
        except DownloadCancelledError as error:
            limit = request.meta.get("download_maxsize", self._default_maxsize)
            raise DownloadCancelledError(str(error) or f"more than {limit} bytes") from error
        except ResponseDataLossError as error:
            raise _ours(error) or CutShort("the connection ended before the answer did") from error
        except DownloadFailedError as error:
            raise _ours(error) or DownloadFailedError(_words(error)) from error

    async def _tell(self, agent: _Fetch, request: Request, truncated: str = "") -> None:
        """Wait for those who keep what came over the wire; raises what they raise."""
        if agent.exchange is None:
            return
        told = {"request": request, "exchange": agent.exchange, "truncated": truncated}
        for _, failed in await self._crawler.signals.send_catch_log_async(answered, dont_log=Exception, **told):
            if isinstance(failed, Failure):
                failed.raiseException()
            if isinstance(failed, Exception):
                raise failed


class _Fetch(_ScrapyAgent):
    """One fetch by Scrapy's code, over our endpoints."""

    endpoints: Endpoints
    exchange: Exchange | None = None
    """What went over the wire, if somebody keeps it and there is an answer."""

    def _cb_bodyready(self, txresponse: Any, request: Request) -> Any:
        self.exchange = getattr(txresponse, "exchange", None)
        return super()._cb_bodyready(txresponse, request)

    def _get_agent(self, request: Request, timeout: float) -> Agent:
        agent: Agent = Agent.usingEndpointFactory(self.endpoints.reactor, self.endpoints, self._pool)
        return agent


def _causes(error: BaseException) -> list[Any]:
    """Return what is behind an error of Scrapy's: the failures that Twisted has listed."""
    listed: Any = error.__cause__
    return [reason.value for reason in listed.reasons] if isinstance(listed, ResponseFailed) else [error]


def _ours(error: BaseException) -> Overlong | None:
    return next((cause for cause in _causes(error) if isinstance(cause, Overlong)), None)


def _words(error: BaseException) -> str:
    return "; ".join(map(_word, _causes(error)))


def _word(cause: Exception) -> str:
    if isinstance(cause, VerificationError):
        return "TLS: the certificate is for another host"
    if isinstance(cause, SSL.Error):
        return "TLS: " + ", ".join(str(entry[-1]) for entry in cause.args[0]) if cause.args and cause.args[0] else "TLS failed"
    return str(cause)
