"""Certificates are verified; a portal file may except a host until a day."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.contextfactory import _ScrapyClientContextFactory
from twisted.web.iweb import IPolicyForHTTPS
from zope.interface import implementer

from kznews import clock

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

log = logging.getLogger(__name__)


@implementer(IPolicyForHTTPS)
class PortalPolicy:
    """Verifies chain, date and name of every certificate, whatever DOWNLOAD_VERIFY_CERTIFICATES says."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._verifying, self._trusting = (_ScrapyClientContextFactory.from_crawler(crawler) for _ in range(2))
        self._verifying._verify_certificates = True
        self._trusting._verify_certificates = False
        self._told: set[str] = set()

    def creatorForNetloc(self, hostname: bytes, port: int) -> Any:
        """Return what makes the TLS connection to a host."""
        policy = self._trusting if self._excepted(hostname.decode("ascii")) else self._verifying
        return policy.creatorForNetloc(hostname, port)

    def _excepted(self, host: str) -> bool:
        portal = getattr(self._crawler.spider, "portal", None)
        until = dict(getattr(portal, "unverified_tls", ())).get(host)
        if until is None or clock.now().date() > until:
            return False
        if host not in self._told:
            self._told.add(host)
            log.warning("the certificate of %s is not verified, until %s, as its portal file says", host, until)
        return True
