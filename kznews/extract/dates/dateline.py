"""When an article was published: the date that stands with the headline, never the masthead's clock."""

from __future__ import annotations

from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

from kznews.extract.dates.candidates import candidates
from kznews.extract.dates.displayed import displayed, is_at, opens_with_weekday
from kznews.extract.dates.hours import with_hour, with_meta
from kznews.extract.dates.machine import (
    ZONES_APART,
    before_change,
    day_of_address,
    from_address,
    in_zone,
    lacks_something,
    machine_dates,
    no_later_than_changed,
    of_source,
    of_web_page,
    refined,
    told_twice,
)
from kznews.extract.dates.month_first import as_stated
from kznews.extract.dates.published import Published, checked
from kznews.extract.dates.seconds import with_own_seconds, with_own_time
from kznews.extract.dates.templates import tells_of_another
from kznews.extract.selecting import spaced_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kznews.extract.dates.published import Moment, Places
    from kznews.extract.document import Document

LAST_YEAR = timedelta(days=366)
"""A day without a year that is further back than this was found by its weekday alone: it is one that is yet to come."""


def find_published(document: Document, places: Places, moment: Moment, selector: str) -> Published | None:
    """Return the publication date of a page, or None where it shows none.

    The layout's slot first, then the displayed dateline, then JSON-LD and meta tags, then the feed or sitemap that named the
    page. A machine-readable date adds its time to a displayed day and its year to a displayed day and month, but never
    overrules what readers see: bought templates leave theirs in datetime attributes (portals.md section 2).
    """
    shown = _from_layout(document, selector, moment) or _from_blocks(places, moment)
    lacking = shown is None or shown.behind or lacks_something(shown)
    said = machine_dates(document, places, moment, shown) if lacking else iter(())  # most need but the first
    stated = _of_page(chain(said, of_source(moment)), shown, document, places.title) if lacking else iter(())
    first = next(stated, None)
    stated = iter(()) if first is None else chain((first,), stated)
    shown = as_stated(shown, first)
    if shown is None or _is_anothers(shown, first, moment):
        return _from_head(stated, moment)
    if (earlier := before_change(shown, document, moment, places.title)) is not None:
        return earlier
    stated = (found for found in stated if not (_is_of_fetch(found, moment) and _are_apart(shown, found)))
    to_the_minute = "relative" in shown.basis and shown.precision in ("minute", "second")  # "today, 09:15" lacks nothing
    told = list[Published]()
    if shown.precision == "day" and "relative" not in shown.basis:
        stated = chain(stated, of_web_page(document, moment))
    for found in () if to_the_minute else stated:
        if better := refined(shown, found):
            return checked(better, moment)
        told.append(found)
    if better := told_twice(shown, told):
        return checked(better, moment)
    if "relative" in shown.basis and (named := day_of_address(shown, moment)) is not None:
        return named
    return checked(with_meta(shown, places, moment) or no_later_than_changed(shown, moment), moment)


def _of_page(stated: Iterator[Published], shown: Published | None, document: Document, title: str) -> Iterator[Published]:
    """Yield the stated dates but for those of JSON-LD about another article, where they are of another day than the one shown.

    Where none is shown they come last.
    """
    last: list[Published] = []
    for found in stated:
        doubtful = found.basis == "jsonld" and (shown is None or _are_apart(found, shown))
        if not (doubtful and tells_of_another(document, title)):
            yield found
        elif shown is None:
            last.append(found)
    yield from last


def _from_head(stated: Iterator[Published], moment: Moment) -> Published | None:
    """Return the first stated date that may be true, or the day that the address names where it may be another's; or None."""
    found = _first_plausible((in_zone(found, moment) for found in stated), moment)
    named = from_address(moment) if found is None or _is_doubtful(found, moment) else None
    return named if named is not None and (found is None or _are_apart(named, found)) else found


def _first_plausible(stated: Iterator[Published], moment: Moment) -> Published | None:
    """Return the first date that may be true, else the first without its value; None if there is none."""
    first: Published | None = None
    for found in stated:
        known = checked(found, moment)
        if known.value is not None:
            return known
        first = first or known
    return first


def _is_anothers(shown: Published, first: Published | None, moment: Moment) -> bool:
    """Return whether a date is not the one that JSON-LD or a meta tag states, and another's: a card shows its own.

    So does a date behind the article, one whose weekday fits no nearer year (that of tomorrow's paper), and a word for a near
    day: that depends on when the page was made, the head does not, unless it states that very moment. The day of a masthead
    is the article's only where the head states it.
    """
    if shown.clock and not _is_same_day(shown, first):
        return True
    far = "year from now" in shown.basis and shown.value is not None and moment.now - shown.value > LAST_YEAR
    if not (shown.behind or "relative" in shown.basis or far) or first is None or first.basis not in ("jsonld", "meta"):
        return False  # these come first
    if _is_of_fetch(first, moment) and not (shown.behind or far):
        return False
    return _are_apart(checked(first, moment), shown)


def _is_of_fetch(found: Published, moment: Moment) -> bool:
    """Return whether a time is the moment of the fetch: some templates print the time at which the page is made."""
    return found.value is not None and found.precision != "day" and is_at(found.value, moment)


def _is_doubtful(found: Published, moment: Moment) -> bool:
    """Return whether a stated date may be none of the article's: a time element's of any part of the page, or of the fetch."""
    return found.basis == "time" or _is_of_fetch(found, moment)


def _are_apart(one: Published, other: Published) -> bool:
    """Return whether two dates cannot be ways to say one day."""
    return one.value is not None and other.value is not None and abs(one.value - other.value) > ZONES_APART


def _from_layout(document: Document, selector: str, moment: Moment) -> Published | None:
    element = document.index.first(selector)
    if element is None:
        return None
    return displayed(spaced_text(element), moment, "layout", None)


def _from_blocks(places: Places, moment: Moment) -> Published | None:
    scored = sorted(candidates(places, moment), key=lambda pair: -pair[0])
    if not scored:
        return None
    best = with_own_time(_nearest([found for _, found in scored], places), moment)
    if best.precision != "day":
        return with_own_seconds(best, moment)
    timed = [other for _, other in scored if _adds_time(other, best)]
    if not timed and best.block is not None and opens_with_weekday(best) and places.blocks.index(best.block) < places.title_at:
        timed = [other for _, other in scored if other.precision in ("second", "minute") and not other.behind]  # a masthead's
    return next(iter(timed), None) or with_hour(best, places, moment) or best


def _nearest(found: list[Published], places: Places) -> Published:
    """Return the first of some dates, but one in the article's box over its text rather than one behind, where comments are."""
    best, (start, end) = found[0], places.box
    if not best.behind:
        return best
    over = set(places.blocks[start : min(end, min(places.text, default=0))])
    return next((it for it in found if it.block in over), best)


def _adds_time(other: Published, best: Published) -> bool:
    """Return whether a date is the same in the same words with its time: headers for phones and for desks differ in that."""
    return best.raw in other.raw and other.precision in ("second", "minute")


def _is_same_day(shown: Published, stated: Published | None) -> bool:
    """Return whether what a page's head or its source states is of the day that is shown."""
    if stated is None or stated.value is None or shown.value is None:
        return False
    return stated.value.astimezone(shown.value.tzinfo).date() == shown.value.date()
