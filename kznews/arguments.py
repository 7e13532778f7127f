"""What `-a name=value` may say to a run: how many pages, and of which days a back-fill is to be made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kznews import clock
from kznews.sourcekinds import is_archive

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kznews.portal import Portal

NAMES = ("limit", "since", "until")


class ArgumentError(ValueError):
    """An argument that cannot mean anything; one readable line."""


@dataclass(frozen=True, kw_only=True)
class Arguments:
    """The arguments of a run."""

    limit: int | None = None
    """How many pages it fetches at most, its sources not counted."""
    since: date | None = None
    until: date | None = None
    """First and last day of a back-fill, in the portal's zone; both None for a daily run."""

    @property
    def span(self) -> str:
        """The days of the back-fill as ISO 8601 writes them, "2018-01-01/2018-12-31"; "" for a daily run."""
        return f"{self.since}/{self.until}" if self.since else ""


def read_arguments(given: Mapping[str, str], portal: Portal) -> Arguments:
    """Return the arguments of a run of `portal`; raises ArgumentError."""
    limit = read_limit(given["limit"]) if "limit" in given else None
    if "since" not in given and "until" not in given:
        return Arguments(limit=limit)
    today = clock.now().astimezone(ZoneInfo(portal.timezone)).date()
    since = read_day("since", given["since"]) if "since" in given else portal.alive_since
    until = read_day("until", given["until"]) if "until" in given else today
    if since > today:
        raise ArgumentError(f"since={since} lies in the future")
    if since > until:
        raise ArgumentError(f"since={since} comes after until={until}")
    if not has_archive(portal):
        raise ArgumentError(f"{portal.name} has no archive: no source of it leads back to the days from {since} to {until}")
    return Arguments(limit=limit, since=max(since, portal.alive_since), until=min(until, today))


def has_archive(portal: Portal) -> bool:
    """Return whether a portal's past can be collected: it has an archive by date, a sitemap, or a listing of many pages."""
    return any(is_archive(source) or getattr(source, "pages", "") for source in portal.sources)


def check_names(given: Mapping[str, str], allowed: tuple[str, ...]) -> None:
    """Raise ArgumentError for an argument that no run knows: it would be passed over in silence.

    Names that begin with "_" are notes of what starts the run, such as Scrapyd's `_job`.
    """
    if unknown := sorted(name for name in given if name not in allowed and not name.startswith("_")):
        raise ArgumentError(f"this run takes no {', '.join(unknown)}; there are {', '.join(allowed)}")


def read_limit(text: str) -> int:
    """Return a number of pages, at least 1; raises ArgumentError."""
    if not (text.isascii() and text.isdigit() and int(text[:18])):
        raise ArgumentError(f"limit={text!r} is no whole number from 1 on")
    return int(text[:18])


def read_day(name: str, text: str) -> date:
    """Return the day that the argument `name` states as ISO 8601, "2018-01-31"; raises ArgumentError."""
    try:
        return date.fromisoformat(text) if len(text) == len("2018-01-31") else _no_day(text)
    except ValueError:
        raise ArgumentError(f"{name}={text!r} is no day; write it as {name}=2018-01-31") from None


def _no_day(text: str) -> date:
    raise ValueError(text)
