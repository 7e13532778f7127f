"""Copies of pages at archives: the address that the page itself has, when it was saved, and its markup as it was.

The Wayback Machine serves a page below the moment of its capture, puts its toolbar in and rewrites every link; Google's cache
had the address in its question.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import unquote

_WAYBACK = re.compile(r"https?://web\.archive\.org/web/(\d{4,14})(?:[a-z]{2}_)?/(?:(https?:)/{1,2})?([^/?#]+\.[^/?#]+.*)")
_CACHE = re.compile(r"https?://webcache\.googleusercontent\.com/search\?(?:[^#]*&)?q=cache:(?:[\w-]{12}:)?(?:(https?:)//)?([^&+#]+)")
_MOMENT = "%Y%m%d%H%M%S"
_LENGTH = len("20180318091500")
HEAD = 4096
"""Bytes of a page in which the Wayback Machine names itself: its scripts come first."""
_HOST = b"archive.org"
_SCRIPTS = (b"archive.org/_static/", b"archive.org/static/", b"archive.org/includes/", b"/_static/js/", b"WAYBACK TOOLBAR")
"""What its scripts are called; a link to it may stand on any page."""
_SHEET = re.compile(rb"archive\.org/web/\d{14}(?:cs|js)_/")
"""Where it has a page's style sheets and scripts, which no page links to: some copies are served without its own."""
_REWRITTEN = re.compile(
    rb"(?:(?:https?:)?\\?/\\?/web\.archive\.org)?\\?/web\\?/\d{14}(?:[a-z]{2}_)?\\?/(?=(?:https?|mailto|ftp|javascript):)"
)
_TOOLBAR = re.compile(rb"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.{0,60000}?<!-- END WAYBACK TOOLBAR INSERT -->", re.DOTALL)


def original(url: str) -> str:
    """Return the address of the page of which `url` is a copy at an archive; any other address as it is. Never raises."""
    return _divided(url)[0]


def saved_at(url: str) -> datetime | None:
    """Return when the copy at `url` was made, in UTC; None where the address does not say it to the second. Never raises."""
    return _divided(url)[1]


@lru_cache(maxsize=64)  # asked twice for each saved page
def _divided(url: str) -> tuple[str, datetime | None]:
    if "cache" not in url and "archive.org/" not in url:
        return url, None
    if found := _WAYBACK.match(url):
        return f"{found[2] or 'http:'}//{found[3]}", _moment(found[1])
    if found := _CACHE.match(url):
        return f"{found[1] or 'http:'}//{unquote(found[2])}", None
    return url, None


def _moment(digits: str) -> datetime | None:
    try:
        return datetime.strptime(digits, _MOMENT).replace(tzinfo=UTC) if len(digits) == _LENGTH else None
    except ValueError:  # the 31st of June
        return None


def restored(body: bytes) -> bytes:
    """Return a page without the toolbar and the rewritten links of the Wayback Machine; any other page as it is. Never raises."""
    head = body[:HEAD]
    if _HOST not in head or not (any(name in head for name in _SCRIPTS) or _SHEET.search(head)):
        return body
    return _REWRITTEN.sub(b"", _TOOLBAR.sub(b"", body))
