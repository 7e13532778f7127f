"""Redirects: Scrapy's own, so followed that the page which redirects always gets its outcome."""

from __future__ import annotations

from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response

_VALIDATORS = ("If-None-Match", "If-Modified-Since")


class LeadsNowhere(IgnoreRequest):
    """Raised for a page whose redirects do not end, or end at what is no address."""


class Redirects(RedirectMiddleware):
    """Follows a redirect also to a page that this run has asked for already.

    Scrapy's filter of repeated requests would drop it, and neither callback nor error callback would ever hear of the page
    that redirects. Each page follows REDIRECT_MAX_TIMES redirects at most, so nothing turns in circles for long.
    """

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        try:
            answer: Request | Response = super().process_response(request, response)
        except (IgnoreRequest, ValueError) as error:  # too many of them, or to what is no address
            raise LeadsNowhere(str(error)) from error
        if isinstance(answer, Request):
            answer.dont_filter = True
            for name in _VALIDATORS:  # those of the page that redirects say nothing about the one it leads to
                answer.headers.pop(name, None)
            answer.meta.pop("confirms", None)
        return answer
