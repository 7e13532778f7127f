"""What became of a page: exactly one outcome, and a reason wherever the answer was no.

Silence does not exist: every address that a run handles ends in one of these. The values are what the store,
the statistics, the summary and the documents show (docs/outcomes.md).
"""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What became of a page."""

    STORED = "stored"
    """The page gave an article that was not in the store."""
    UPDATED = "updated"
    """The article is known and its text changed: a new version was stored."""
    UNCHANGED = "unchanged"
    """The article is known and equal to what is stored; nothing was written but that it was seen."""
    DUPLICATE = "duplicate"
    """Another address or script of an article in the store; it points there."""
    LISTED = "listed"
    """A source page (listing, feed, API answer): it gave addresses, not an article."""
    REFUSED = "refused"
    """The page gave nothing; the reason says why."""


class Reason(StrEnum):
    """Why a page was refused. The comment of each names what a user would do about it."""

    NOT_SAVED = "not_saved"
    """Replay: the address is not among the saved pages. Left pending for a run on the network."""
    GONE = "gone"
    """The portal answered 404 or 410."""
    HTTP_ERROR = "http_error"
    """The portal answered another 4xx, or a redirect that leads nowhere."""
    SERVER_ERROR = "server_error"
    """The portal answered 5xx, also after retries. Left pending."""
    TIMED_OUT = "timed_out"
    """No complete answer within the time limit. Left pending."""
    UNREACHABLE = "unreachable"
    """Name, connection or TLS failed, or the answer broke off. Left pending."""
    ROBOTS = "robots"
    """robots.txt forbids the address."""
    OFF_SITE = "off_site"
    """The address, or where it redirects to, is not on a host that the portal declares."""
    TOO_LARGE = "too_large"
    """The answer exceeds the size limit."""
    NOT_HTML = "not_html"
    """The answer is not a page that can be read (image, PDF, archive)."""
    BAD_ENCODING = "bad_encoding"
    """The bytes cannot be decoded without guessing letters."""
    TOO_COMPLEX = "too_complex"
    """The structure is pathological (tags, attributes, depth); refused before parsing."""
    EMPTY = "empty"
    """The page holds no text."""
    SOFT_404 = "soft_404"
    """The page says "not found" with status 200, or is the home page under another address."""
    CHALLENGE = "challenge"
    """A bot check stands in place of the page. Left pending."""
    LOGIN = "login"
    """A login or pay wall stands in place of the article."""
    NOT_ARTICLE = "not_article"
    """The page is neither an article nor a known kind of source page."""
    NO_TITLE = "no_title"
    """No title, or only a placeholder such as the portal's own name."""
    NO_BODY = "no_body"
    """No body text, or less than an article needs."""
    FOREIGN_LANGUAGE = "foreign_language"
    """The article is in a language that the portal file does not ask for."""
    BAD_SOURCE = "bad_source"
    """A feed, sitemap or API answer that cannot be read as what it should be."""
    PARSE_ERROR = "parse_error"
    """Our own code failed on the page; a defect to report. Left pending."""


TRANSIENT = frozenset(
    {
        Reason.NOT_SAVED,
        Reason.SERVER_ERROR,
        Reason.TIMED_OUT,
        Reason.UNREACHABLE,
        Reason.CHALLENGE,
        Reason.PARSE_ERROR,
    },
)
"""Reasons that say nothing about the page itself: its address stays pending."""


class PageState(StrEnum):
    """Where an address stands in the frontier."""

    PENDING = "pending"
    DONE = "done"
    REFUSED = "refused"
    GONE = "gone"


def state_after(outcome: Outcome, reason: Reason | None) -> PageState:
    """Return the state of a page after `outcome` (and, for a refusal, `reason`)."""
    if outcome is not Outcome.REFUSED:
        return PageState.DONE
    if reason in TRANSIENT:
        return PageState.PENDING
    return PageState.GONE if reason is Reason.GONE else PageState.REFUSED


class Refused(Exception):  # noqa: N818 - it names a verdict, not a fault
    """Raised by whoever finds that a page gives no article; carries the reason and one line of detail."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail
