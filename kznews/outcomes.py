"""What became of a page: exactly one outcome, and a reason wherever the answer was no.

Silence does not exist: every address that a run handles ends in one of these. The values are what the store,
the statistics, the summary and the documents show (docs/outcomes.md).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


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
    """Why a page was refused; `meaning` says it to people."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member

    NOT_SAVED = "not_saved", "replay: the address is not among the saved pages; left pending for a run on the network"
    GONE = "gone", "the portal answered 404 or 410"
    NO_COPY = "no_copy", "the portal answered 304 (not modified) although nothing was asked about a copy; left pending"
    HTTP_ERROR = "http_error", "the portal answered another 4xx, or a redirect that leads nowhere"
    SERVER_ERROR = "server_error", "the portal answered 5xx, also after retries; left pending"
    TIMED_OUT = "timed_out", "no complete answer within the time limit; left pending"
    UNREACHABLE = "unreachable", "name, connection or TLS failed; left pending"
    TRUNCATED = "truncated", "the answer broke off before its end; left pending"
    BAD_CODING = "bad_coding", "the body is not in the content coding that it names, or in several; left pending"
    ROBOTS = "robots", "robots.txt forbids the address; tried again when robots.txt has changed"
    ROBOTS_UNREACHABLE = "robots_unreachable", "robots.txt gave no answer to rely on: nothing is allowed for now; left pending"
    LEFT_ALONE = "left_alone", "the host wants a pause, is down, or the run reached a limit: not asked; left pending"
    OFF_SITE = "off_site", "the address, or where it redirects to, is not on a host and port that the portal declares"
    PRIVATE_ADDRESS = "private_address", "the host has no address of the public Internet; left pending"
    BAD_ADDRESS = "bad_address", "an address that cannot be requested as it is written, or is too long"
    TRAP = "trap", "one of endlessly many addresses of few pages (calendar, filters, sessions); left pending"
    TOO_LARGE = "too_large", "the answer exceeds the size limit"
    NOT_HTML = "not_html", "the answer is not a page that can be read (image, PDF, archive)"
    BAD_ENCODING = "bad_encoding", "the bytes cannot be decoded without guessing letters"
    TOO_COMPLEX = "too_complex", "the structure is pathological (tags, attributes, depth); refused before parsing"
    EMPTY = "empty", "the page holds no text"
    SOFT_404 = "soft_404", 'the page says "not found" with status 200, or is the home page under another address'
    CHALLENGE = "challenge", "a bot check stands in place of the page; left pending"
    CONSENT = "consent", "a request for consent to cookies stands in place of the page; left pending"
    LOGIN = "login", "a login or pay wall stands in place of the article"
    NOT_ARTICLE = "not_article", "the page is neither an article nor a known kind of source page"
    NO_TITLE = "no_title", "no title, or only a placeholder such as the portal's own name"
    NO_BODY = "no_body", "no body text, or less than an article needs"
    FOREIGN_LANGUAGE = "foreign_language", "the article is in a language that the portal file does not ask for"
    BAD_SOURCE = "bad_source", "a feed, sitemap or API answer that cannot be read as what it should be"
    PARSE_ERROR = "parse_error", "our own code failed on the page; a defect to report; left pending"


TRANSIENT = frozenset(
    {
        Reason.NOT_SAVED,
        Reason.NO_COPY,
        Reason.SERVER_ERROR,
        Reason.TIMED_OUT,
        Reason.UNREACHABLE,
        Reason.TRUNCATED,
        Reason.BAD_CODING,
        Reason.PRIVATE_ADDRESS,
        Reason.ROBOTS_UNREACHABLE,
        Reason.LEFT_ALONE,
        Reason.CHALLENGE,
        Reason.CONSENT,
        Reason.PARSE_ERROR,
        Reason.TRAP,
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
