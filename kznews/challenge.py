"""Whether an answer that is no page is a bot check: told before it is tried again, or taken for an error of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extract.document import Document
from kznews.extract.kinds.in_place import CHALLENGE_MARKUP, refusal
from kznews.outcomes import Reason, Refused

if TYPE_CHECKING:
    from scrapy.http import Response

_STATUSES = (401, 403, 429, 503)
"""With which bot checks come when they do not come as 200."""
_GUARDS = (b"cloudflare", b"ddos-guard", b"qrator")
_MAX_BYTES = 256 * 1024
"""A bot check is a small page; an error page of another kind is not worth more time."""


def is_challenge(response: Response) -> bool:
    """Return whether an answer is a bot check by its header or, if its status is no success, by headline and markup together.

    One alone would not do: "access denied" may speak of one page, and many sites have a captcha in their comment form.
    """
    if "cf-mitigated" in response.headers:
        return True
    kind = (response.headers.get("Content-Type") or b"").lower()
    if response.status not in _STATUSES or not kind.startswith(b"text/html") or len(response.body) > _MAX_BYTES:
        return False
    return _is_guarded(response) and _says_so(response)


def _is_guarded(response: Response) -> bool:
    guard = (response.headers.get("Server") or b"").lower()
    body = response.body.lower()
    return guard in _GUARDS or any(mark in body for mark in CHALLENGE_MARKUP)


def _says_so(response: Response) -> bool:
    document = Document(response.body, response.url)
    try:
        found = refusal(document, "", {})
    except Refused:
        return False
    return found is not None and found[0] is Reason.CHALLENGE
