"""What a page's head, its markup, its address and its source say of its dates, and what that adds to a displayed one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kznews.extract import jsonld
from kznews.extract.dates.attributes import dates_beside
from kznews.extract.dates.month_first import reads_two_ways
from kznews.extract.dates.published import AHEAD, URL_DATE, Published, checked
from kznews.extract.dates.templates import tells_of_another
from kznews.extract.dates.time_elements import stated_near, stated_of
from kznews.kazakh.dates import DateReading, read_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kznews.extract.dates.published import Moment, Places
    from kznews.extract.document import Document

SECONDS_DIGITS = 10
"""Of a Unix time in seconds until 2286; in milliseconds it has three more."""
ABROAD = timedelta(hours=2)
"""How far the nearest zone abroad is with portals of Kazakhs: Turkey's."""
ZONES = timedelta(hours=14)
"""How far from a clock here one is in any other zone."""
ZONES_APART = timedelta(days=1, hours=1)
"""Two ways to say one day may differ by so much: midnight here, and the moment in another zone."""
MAX_APART = timedelta(days=366)
"""A year ago is said until it was two."""
_DAY = len("2024-03-01")
_SPANS = {"second": timedelta(minutes=1), "minute": timedelta(minutes=2), "hour": timedelta(hours=1), "day": timedelta(days=1)}
_MARKED_DATES = (
    "abbr.published[title], meta[itemprop=datePublished], [property='schema:datePublished'][content], abbr.date[title]"
    ", [property~='dc:created'][content]"
)
"""Microformats, microdata and RDFa (Drupal 7 writes Dublin Core's "created", of the article before its comments)."""
_META_NAMES = (
    *("article:published_time", "datepublished", "pubdate", "date", "og:article:published_time", "og:published_time"),
    *("mediator_published_time", "parsely-pub-date", "dc.date.issued", "dc.date", "dcterms.created", "publish-date"),
    *("publication_date", "published_at", "publishdate", "sailthru.date", "uploaddate", "ya:ovs:upload_date"),
)
"""What meta tags call a publication: Open Graph, schema.org, Dublin Core, mediators and aggregators."""
_INSTANT = re.compile(r":\d\d\.\d{3}Z$")
"""How scripts print an instant (ECMAScript's toISOString); WordPress, which prints local time so, writes "+00:00"."""
_ENGINES_OF_INSTANTS = re.compile(r"joomla|drupal", re.IGNORECASE)
"""Engines that store times in UTC and print +00:00 for nothing else (Joomla's HTMLHelper "date", Drupal's time field)."""


def lacks_something(shown: Published) -> bool:
    """Return whether a machine-readable date may add anything to a displayed one: its time, its year, its distance, its month."""
    unsure = "year from now" in shown.basis or "relative" in shown.basis or reads_two_ways(shown.raw)
    return shown.precision == "day" or unsure


def machine_dates(document: Document, places: Places, moment: Moment, shown: Published | None = None) -> Iterator[Published]:
    """Yield the dates that JSON-LD, meta tags, microformats, time elements and attributes near the headline state, in order.

    Of time elements that which displays the date `shown` comes first: cards of a side column may stand before it with theirs.
    """
    for basis, texts in _stated_texts(document, places, shown):
        for stated in _read(basis, texts, moment):
            yield replace(stated, instant=True) if basis == "time" and _prints_instants(document) else stated
    for said in dates_beside(document, places):
        if found := of_state(said, moment):
            yield replace(found, basis="attribute")


def _prints_instants(document: Document) -> bool:
    return _ENGINES_OF_INSTANTS.match(document.meta.get("generator", "")) is not None


def of_web_page(document: Document, moment: Moment) -> Iterator[Published]:
    """Yield the publication that JSON-LD states of the page and not of an article (Yoast describes both so).

    Every page has one, so that it adds a time to a displayed day and is no date by itself.
    """
    nodes = (node for node in document.structured if node.get("@type") == "WebPage")
    yield from _read("jsonld", [jsonld.string(node.get("datePublished")) for node in islice(nodes, 1)], moment)


def _read(basis: str, texts: Iterable[str], moment: Moment) -> Iterator[Published]:
    for text in filter(None, texts):
        reading = read_date(text[:64], now=moment.now, zone=moment.zone)
        if isinstance(reading, DateReading) and reading.has_date:
            midnight = reading.value.timetz().replace(tzinfo=None) == datetime.min.time()
            yield Published(reading.value, text, "day" if midnight else reading.precision.value, basis)


def _stated_texts(document: Document, places: Places, shown: Published | None) -> Iterator[tuple[str, list[str]]]:
    """Yield the basis and the texts of each kind of date; the markup is searched only where the head did not do."""
    node = document.article
    yield "jsonld", [jsonld.string(node.get("datePublished")), jsonld.string(node.get("dateCreated"))]
    yield "meta", [document.meta.get(name, "") for name in _META_NAMES]
    marked = document.index.first(_MARKED_DATES)
    yield "microformat", [] if marked is None else [marked.get("title") or marked.get("content") or ""]
    yield "time", stated_of(shown)
    yield "time", stated_near(document, places)


def of_source(moment: Moment) -> Iterator[Published]:
    """Yield the publication that a feed, a news sitemap or an API states; a change (lastmod) is none."""
    found = moment.evidence
    if found is not None and found.published is not None:
        yield Published(found.published, found.published.isoformat(), _precision(found.published), found.basis)


def of_state(said: str, moment: Moment) -> Published | None:
    """Return the publication that a page's state says (state_fields.published_in), in the portal's zone; None if it is none."""
    if said.isdigit():
        seconds = int(said) / (1000 if len(said) > SECONDS_DIGITS else 1)
        value = datetime.fromtimestamp(seconds, moment.now.tzinfo)
        return _if_plausible(Published(value, said, _precision(value), "state"), moment)
    reading = read_date(said[:64], now=moment.now, zone=moment.zone) if said else None
    if not isinstance(reading, DateReading) or not (reading.has_date and reading.has_year):
        return None
    value = reading.value.astimezone(moment.now.tzinfo)
    precision = reading.precision.value if value.time() != datetime.min.time() else "day"
    return _if_plausible(Published(value, said, precision, "state"), moment)


def _if_plausible(found: Published, moment: Moment) -> Published | None:
    return found if checked(found, moment).value else None


def said_by(moment: Moment) -> str:
    """Return what the source that named the page is called as the basis of a date, or ""."""
    return moment.evidence.basis if moment.evidence else ""


def in_zone(found: Published, moment: Moment) -> Published:
    """Return a date with its moment in the portal's zone; the midnight by which a page names a day stays that day's."""
    if found.value is None:
        return found
    if found.precision == "day" and found.basis != said_by(moment):
        return replace(found, value=found.value.replace(tzinfo=moment.now.tzinfo))
    return replace(found, value=found.value.astimezone(moment.now.tzinfo))


def _precision(value: datetime) -> str:
    """Return how much a source says that prints midnight where it knows the day alone."""
    return "day" if value.time() == datetime.min.time() else "second" if value.second else "minute"


def refined(shown: Published, stated: Published) -> Published | None:
    """Return the displayed date with what a machine-readable one of the same day adds, or None if it adds nothing.

    A time is not taken with the offset +00:00, but from JSON-LD, as scripts print an instant or from an engine that prints no
    other: meta tags of WordPress print local time with it (stan.kz, 2018).
    With another offset the day may be that of its own zone: a portal abroad shows it so.
    """
    if shown.value is None or stated.value is None or stated.precision in ("day", "coarse"):
        return None
    if "relative" in shown.basis:
        return _instead_of_relative(shown, stated)
    local = stated.value.astimezone(shown.value.tzinfo)
    if "year from now" in shown.basis and (value := _nearest_to(shown.value, local)) not in (None, shown.value):
        dated = replace(shown, value=value, basis=_year_from(shown.basis, stated.basis))
        return refined(dated, stated) or dated
    own_zone = bool(stated.value.utcoffset())
    trusted = own_zone or stated.instant or stated.basis == "jsonld" or bool(_INSTANT.search(stated.raw))
    days = (local.date(), *([stated.value.date()] if _is_abroad(stated.value, local) else []))
    if not trusted or shown.value.date() not in days:
        return None
    if shown.precision == "day":
        return Published(local, shown.raw, stated.precision, f"{shown.basis}; time from {stated.basis}", shown.block)
    return None


def _is_abroad(stated: datetime, local: datetime) -> bool:
    """Return whether a time is stated in a zone of another country: one hour off is a clock here that nobody put back in 2024."""
    there, here = stated.utcoffset(), local.utcoffset()
    return bool(there) and there is not None and here is not None and abs(there - here) >= ABROAD


def told_twice(shown: Published, stated: Iterable[Published]) -> Published | None:
    """Return the displayed day with the time that one date states in UTC and another as the portal's clock had it, or None.

    Both print +00:00 and neither is believed alone: the theme Newspaper prints local time so, Yoast's meta tags the instant.
    """
    if shown.value is None or shown.precision != "day":
        return None
    told = [found for found in stated if found.value is not None and found.precision != "day" and not found.value.utcoffset()]
    walls = {found.value.replace(tzinfo=None) for found in told if found.value is not None}
    for found in told:
        local = found.value.astimezone(shown.value.tzinfo) if found.value is not None else shown.value
        if local.date() == shown.value.date() and local.replace(tzinfo=None) in walls:
            return Published(local, shown.raw, found.precision, f"{shown.basis}; time from {found.basis}", shown.block)
    return None


def _instead_of_relative(shown: Published, stated: Published) -> Published | None:
    """Return the machine-readable time behind "2 hours ago", which is as old as the portal's cache.

    Read as an instant, unless only the wall time that it prints with +00:00 fits what is shown.
    """
    if shown.value is None or stated.value is None:
        return None
    span = _SPANS.get(shown.precision, timedelta(days=31))
    instant, wall = stated.value.astimezone(shown.value.tzinfo), stated.value.replace(tzinfo=shown.value.tzinfo)
    lies = not stated.value.utcoffset() and abs(wall - shown.value) <= span < abs(instant - shown.value)
    return Published(
        wall if lies else instant, shown.raw, stated.precision, f"{shown.basis}; time from {stated.basis}", shown.block
    )


def no_later_than_changed(shown: Published, moment: Moment) -> Published:
    """Return a date whose year was taken from the fetch, in the last year in which it is not after the page's last change."""
    changed = moment.evidence.modified if moment.evidence else None
    if changed is None or shown.value is None or "year from now" not in shown.basis or shown.value <= changed + AHEAD:
        return shown
    year = changed.astimezone(shown.value.tzinfo).year
    for candidate in (year, year - 1):
        earlier = _in_year(shown.value, candidate)
        if earlier is not None and earlier <= changed + AHEAD:
            return replace(shown, value=earlier, basis=_year_from(shown.basis, said_by(moment)))
    return shown


def _nearest_to(shown: datetime, stated: datetime) -> datetime | None:
    """Return a time in the year that brings it next to a stated one, or None if none does: an hour elsewhere is another one."""
    if (shown.month, shown.day) == (stated.month, stated.day):
        return _in_year(shown, stated.year)
    years = (_in_year(shown, stated.year + step) for step in (0, -1, 1))
    timed = shown.time() != datetime.min.time()
    return next((value for value in years if timed and value is not None and abs(value - stated) <= ZONES), None)


def _year_from(basis: str, source: str) -> str:
    return basis.replace("year from now", f"year from {source}")


def _in_year(value: datetime, year: int) -> datetime | None:
    try:
        return value.replace(year=year)
    except ValueError:  # 29 February
        return None


def before_change(shown: Published, document: Document, moment: Moment, title: str) -> Published | None:
    """Return the publication that a page's head states, where what is displayed is the day of the change it states; else None.

    Tickers and chronicles show when they were last added to (fundus' page of nzz.ch). JSON-LD that tells of another article than
    the one with this `title` says nothing of it.
    """
    article, meta = document.article, document.meta
    published = jsonld.string(article.get("datePublished")) or meta.get("article:published_time", "")
    changed = jsonld.string(article.get("dateModified")) or meta.get("article:modified_time", "")
    if not (published and changed and shown.value) or published[:_DAY] == changed[:_DAY]:
        return None
    basis = "jsonld" if article.get("datePublished") else "meta"
    first, last = (next(_read(basis, [text], moment), None) for text in (published, changed))
    if first is None or last is None:
        return None
    first, last = in_zone(first, moment), in_zone(last, moment)
    start, end = checked(first, moment).value, checked(last, moment).value
    if start is None or end is None or end - start <= ZONES_APART:
        return None
    if end.date() != shown.value.astimezone(end.tzinfo).date():
        return None
    return None if basis == "jsonld" and tells_of_another(document, title) else first


def modified_at(document: Document, moment: Moment, published: Published | None) -> datetime | None:
    """Return the last change that JSON-LD, meta tags or the page's source state, aware in the portal's zone, or None.

    Where the meta tags print the displayed time of publication with +00:00 (stan.kz, 2018), they print this one so as well.
    """
    node = document.article
    in_meta = document.meta.get("article:modified_time", "")
    for text, of_meta in ((jsonld.string(node.get("dateModified")), False), (in_meta, True)):
        if text and isinstance(reading := read_date(text[:64], now=moment.now, zone=moment.zone), DateReading):
            wall = of_meta and _prints_wall_time(document, moment, published)
            return reading.value.replace(tzinfo=moment.now.tzinfo) if wall else reading.value.astimezone(moment.now.tzinfo)
    changed = moment.evidence.modified if moment.evidence else None
    return changed.astimezone(moment.now.tzinfo) if changed is not None and _precision(changed) != "day" else None


def _prints_wall_time(document: Document, moment: Moment, published: Published | None) -> bool:
    if published is None or published.value is None or published.precision != "minute":
        return False
    reading = read_date(document.meta.get("article:published_time", "")[:64], now=moment.now, zone=moment.zone)
    if not isinstance(reading, DateReading):
        return False
    return reading.value.utcoffset() == timedelta() and reading.value.replace(tzinfo=None, second=0) == published.value.replace(
        tzinfo=None
    )


def from_address(moment: Moment) -> Published | None:
    """Return the day that the address names ("/2024/06/18/"), where neither the page nor its head says one."""
    match = URL_DATE.search(urlsplit(moment.url).path)
    reading = read_date("-".join(match.group(1, 2, 3)), zone=moment.zone) if match else None
    if not match or not isinstance(reading, DateReading):
        return None
    found = checked(Published(reading.value, match[0].strip("/"), "day", "url"), moment)
    return found if found.value else None


def day_of_address(shown: Published, moment: Moment) -> Published | None:
    """Return the day that the address names in place of one that is counted in days, months or years ("4 ай бұрын"), or None.

    Days are counted from when the page was made, and a cache may have kept it; months say next to nothing.
    """
    named = from_address(moment) if shown.precision in ("day", "coarse") else None
    if named is None or named.value is None or shown.value is None:
        return None
    apart = abs(named.value.date() - shown.value.date())
    if apart > (MAX_APART if shown.precision == "coarse" else _SPANS["day"]):
        return None
    return Published(named.value, shown.raw, "day", f"{shown.basis}; day from url", shown.block)
