"""From what went wrong in a fetch to a reason with a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import exceptions

from kznews.challenge import is_challenge
from kznews.middlewares.redirect import LeadsNowhere
from kznews.middlewares.replay import NotSaved
from kznews.network.errors import (
    BadCoding,
    CutShort,
    ForbiddenByRobots,
    LeftAlone,
    OffSite,
    PrivateAddress,
    RobotsUnreachable,
    TooLarge,
)
from kznews.outcomes import Reason
from kznews.traps import Trapped

if TYPE_CHECKING:
    from scrapy.http import Response

_GONE = (404, 410)
_REASONS: tuple[tuple[type[BaseException], Reason], ...] = (
    (NotSaved, Reason.NOT_SAVED),
    (ForbiddenByRobots, Reason.ROBOTS),
    (RobotsUnreachable, Reason.ROBOTS_UNREACHABLE),
    (LeftAlone, Reason.LEFT_ALONE),
    (OffSite, Reason.OFF_SITE),
    (Trapped, Reason.TRAP),
    (PrivateAddress, Reason.PRIVATE_ADDRESS),
    (CutShort, Reason.TRUNCATED),
    (TooLarge, Reason.TOO_LARGE),
    (BadCoding, Reason.BAD_CODING),
    (LeadsNowhere, Reason.HTTP_ERROR),
    (exceptions.DownloadTimeoutError, Reason.TIMED_OUT),
    (exceptions.DownloadCancelledError, Reason.TOO_LARGE),
    (OSError, Reason.UNREACHABLE),
)
_UNASKED = (Reason.NOT_SAVED, Reason.ROBOTS, Reason.ROBOTS_UNREACHABLE, Reason.LEFT_ALONE)
"""Reasons that need no words: nothing happened to the page, and what happened to its host is said once."""


def refusal_of_status(response: Response) -> tuple[Reason, str] | None:
    """Return why an answer's status makes it no page (reason and one line), or None for 2xx."""
    status = response.status
    if is_challenge(response):
        return Reason.CHALLENGE, f"HTTP {status}"
    if 200 <= status < 300:  # noqa: PLR2004 - the classes of HTTP
        return None
    if status in _GONE:
        return Reason.GONE, f"HTTP {status}"
    if status >= 500 or status == 429:  # noqa: PLR2004 - "too many requests" says nothing about the page
        return Reason.SERVER_ERROR, f"HTTP {status}"
    return Reason.HTTP_ERROR, f"HTTP {status}"


def reason_of_failure(error: BaseException) -> tuple[Reason, str]:
    """Return the reason that an exception of a fetch stands for, and one line of detail; UNREACHABLE for any other."""
    reason = next((reason for kind, reason in _REASONS if isinstance(error, kind)), Reason.UNREACHABLE)
    if reason is Reason.TRAP:
        return reason, str(error)
    return reason, "" if reason in _UNASKED else f"{type(error).__name__}: {error}"
