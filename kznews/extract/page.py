"""One page, read: the values of an article's fields, or a named refusal. Pure: bytes in, values out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kznews.extract.article_page import ArticlePage, WholeNeededError
from kznews.extract.furniture import furniture_of
from kznews.extract.kinds import in_place
from kznews.extract.mending import mended
from kznews.extract.trimming import trimmed
from kznews.extract.values import values_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from kznews.extract.document import Document
    from kznews.extract.sources.found import Found
    from kznews.items import ExchangeRate, Weather
    from kznews.outcomes import Reason
    from kznews.portal import Portal


@dataclass(slots=True)
class Reading:
    """What was read from a page."""

    values: dict[str, Any] = field(default_factory=dict)
    """Article field -> raw value, for the loader to clean."""
    rates: list[ExchangeRate] = field(default_factory=list)
    weather: list[Weather] = field(default_factory=list)
    refusal: tuple[Reason, str] | None = None
    """Why the page gives no article, if it gives none; rates and weather are read all the same."""

    @property
    def observations(self) -> tuple[ExchangeRate | Weather, ...]:
        """Rates and temperatures that the page shows."""
        return (*self.rates, *self.weather)


def read_page(
    document: Document,
    portal: Portal,
    fetched_at: datetime,
    *,
    headers: Mapping[str, str] | None = None,
    layouts: bool = True,
    evidence: Found | None = None,
) -> Reading:
    """Read a page of `portal` that was fetched at `fetched_at` (aware); `layouts` off leaves all to general strategies.

    `evidence` is what the source that named the page says of it.

    Raises Refused for bytes that cannot be parsed safely; what is no article has `refusal` set.
    """
    furniture = furniture_of(portal.layouts if layouts else ())

    def reading_of(seen: Document, *, cut: bool, untitled: bool = False) -> Reading:
        page = ArticlePage(seen, portal, fetched_at, evidence, furniture, layouts=layouts, cut=cut, untitled=untitled)
        reading = Reading(rates=page.rates(), weather=page.weather())
        text = " ".join((page.body.lead, *page.body.paragraphs))
        reading.refusal = in_place.refusal(page.document, text, headers or {}, page.shown)
        if cut and reading.refusal is not None:  # which may count links
            raise WholeNeededError
        reading.refusal = reading.refusal or page.fault(text)
        reading.values = values_of(page, reading.rates, reading.weather)
        return reading

    untitled, short = False, trimmed(document, furniture)
    if (whole := mended(document, short)) is not None:
        document, short = whole, None
    if short is not None:
        try:
            reading = reading_of(short, cut=True)
        except WholeNeededError as needed:
            untitled = needed.untitled
        else:
            document.sight = short.sight or short.index
            return reading
    return reading_of(document, cut=False, untitled=untitled)
