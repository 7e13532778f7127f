"""When an article was published: the date that stands with the headline, never the masthead's clock."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kznews.extract import jsonld
from kznews.extract.selecting import spaced_text
from kznews.extract.texts import has_digit
from kznews.extract.zones import Zone, words_of, zone_of
from kznews.kazakh.dates import DateReading, find_dates, read_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block
    from kznews.extract.document import Document
    from kznews.extract.found import Found

MAX_META_LINE = 400
"""A line that names itself meta may be a sentence ("posted on ... filed under ...")."""
MAX_DATELINE = 160
"""A dateline with section, author and counters fits; a paragraph does not."""
MAX_TIMES = 3
"""Time elements at the top of a page that may be the article's; lists of other articles follow."""
BEFORE_TITLE = 8
"""Blocks above the headline in which a dateline may stand (the seed has it right above)."""
AFTER_TITLE = 12
"""Blocks below the headline in which it may stand: share buttons and a lead may come between."""
MIN_DATE = 6
"""The shortest date ("1 мам.")."""
MAX_DAY_WORD = 12
"""The longest name of a near day ("Алдыңғы күні")."""
OUTSIDE = 1.5
"""What standing outside the article's box costs a date before the text: lists may stand above the headline."""
BEHIND = 4.5
"""What standing behind the text costs a date: sidebars and lists of other articles are there."""
RIGHT_NOW = 3
"""What saying the very minute of the fetch costs a date: clocks do, articles hardly ever."""
ABOVE_TODAY = 1.5
"""What naming the day of the fetch, and no time, costs a date above the headline: mastheads do so."""
CLOCK_ERROR = timedelta(minutes=10)
AHEAD = timedelta(hours=24)
"""A publication further ahead of the fetch than this is implausible (reliability rule T5)."""

_URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_URL_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_SPANS = {"second": timedelta(minutes=1), "minute": timedelta(minutes=2), "hour": timedelta(hours=1), "day": timedelta(days=1)}
_MARKED_DATES = (
    "abbr.published[title], meta[itemprop=datePublished], [property='schema:datePublished'][content], abbr.date[title]"
)
_CHANGED = re.compile(r"updated|modified")
_CHANGE_LABEL = re.compile(r"(?:жаңарт|өзгерт|толықтыр|обновл|измен|jańart|ózgert|updated|modified)\w*\s*:?\s*$")
ZONES_APART = timedelta(days=1, hours=1)
"""Two ways to say one day may differ by so much: midnight here, and the moment in another zone."""
_PUBLISHED = re.compile(r"published|(?:post|entry|news|article) ?date|created")
_DATE_WORDS = re.compile(
    r"(?<![a-z])(?:\w*date|\w*time|publi\w*|posted|created|kun|uakyt|meta|info|dateline|atribut\w*)(?![a-z])"
)
_AWAY = frozenset((Zone.HEADER, Zone.NAV, Zone.FOOTER, Zone.ASIDE, Zone.RELATED, Zone.COMMENTS, Zone.ADVERT))


@dataclass(frozen=True, slots=True)
class Published:
    """A publication time: aware, in the portal's zone; what was shown; how much of it was said; where it was read."""

    value: datetime | None
    raw: str
    precision: str
    basis: str
    block: Block | None = None
    """The block that shows it, so that section and author beside it can be read."""
    behind: bool = False
    """Whether it stands behind the text, where other articles show theirs."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand on the page: all blocks, the headline and its index (or -1), the indices of lead and body."""

    blocks: list[Block]
    title: str
    title_at: int
    text: frozenset[int]
    box: tuple[int, int] = (0, 0)
    """The range of blocks of the smallest box that holds headline and text; (0, 0) if that is the page."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What dates are read against: the fetch, the portal's zone, its first day, the page's address."""

    now: datetime
    zone: str
    earliest: datetime
    url: str
    evidence: Found | None = None
    """What the source that named the page says of it."""

    @property
    def url_year(self) -> int | None:
        """The year that the address names, if it names one as a date."""
        path = urlsplit(self.url).path
        match = _URL_DATE.search(path) or _URL_YEAR.search(path)
        return int(match[1]) if match else None


def find_published(document: Document, places: Places, moment: Moment, selector: str) -> Published | None:
    """Return the publication date of a page, or None where it shows none.

    The layout's slot first, then the displayed dateline, then JSON-LD and meta tags, then the feed or sitemap that named the
    page. A machine-readable date adds its time to a displayed day and its year to a displayed day and month, but never
    overrules what readers see: bought templates leave theirs in datetime attributes (portals.md section 2).
    """
    shown = _from_layout(document, selector, moment) or _from_blocks(places, moment)
    lacking = shown is None or shown.behind or _lacks_something(shown)
    stated = [*_machine_dates(document, moment), *_of_source(moment)] if lacking else []
    if shown is None or _is_anothers(shown, stated, moment):
        stated = [_in_zone(found, moment) if found.basis == _said_by(moment) else found for found in stated]
        return next((plausible for found in stated if (plausible := _checked(found, moment)).value), None) or (
            _checked(stated[0], moment) if stated else _from_address(moment)
        )
    for found in stated:
        if better := _refined(shown, found):
            return _checked(better, moment)
    return _checked(_no_later_than_changed(shown, moment), moment)


def _is_anothers(shown: Published, stated: list[Published], moment: Moment) -> bool:
    """Return whether a date behind the article is not the one that JSON-LD or a meta tag states: a card shows its own."""
    if not shown.behind or shown.value is None:
        return False
    heads = [_checked(found, moment).value for found in stated if found.basis in ("jsonld", "meta")]
    return any(head is not None and abs(head - shown.value) > ZONES_APART for head in heads[:1])


def _lacks_something(shown: Published) -> bool:
    """Return whether a machine-readable date may add anything to a displayed one: its time, its year, its distance."""
    return shown.precision == "day" or "year from now" in shown.basis or "relative" in shown.basis


def _of_source(moment: Moment) -> Iterator[Published]:
    """Yield the publication that a feed, a news sitemap or an API states; a change (lastmod) is none."""
    found = moment.evidence
    if found is not None and found.published is not None:
        yield Published(found.published, found.published.isoformat(), _precision(found.published), found.basis)


def _said_by(moment: Moment) -> str:
    return moment.evidence.basis if moment.evidence else ""


def _in_zone(found: Published, moment: Moment) -> Published:
    return replace(found, value=found.value.astimezone(moment.now.tzinfo)) if found.value else found


def _precision(value: datetime) -> str:
    """Return how much a source says that prints midnight where it knows the day alone."""
    return "day" if value.time() == datetime.min.time() else "second" if value.second else "minute"


def _no_later_than_changed(shown: Published, moment: Moment) -> Published:
    """Return a date whose year was taken from the fetch, in the last year in which it is not after the page's last change."""
    changed = moment.evidence.modified if moment.evidence else None
    if changed is None or shown.value is None or "year from now" not in shown.basis or shown.value <= changed + AHEAD:
        return shown
    year = changed.astimezone(shown.value.tzinfo).year
    for candidate in (year, year - 1):
        earlier = _in_year(shown.value, candidate)
        if earlier is not None and earlier <= changed + AHEAD:
            return replace(shown, value=earlier, basis=_year_from(shown.basis, _said_by(moment)))
    return shown


def _year_from(basis: str, source: str) -> str:
    return basis.replace("year from now", f"year from {source}")


def _in_year(value: datetime, year: int) -> datetime | None:
    try:
        return value.replace(year=year)
    except ValueError:  # 29 February
        return None


def modified_at(document: Document, moment: Moment, published: Published | None) -> datetime | None:
    """Return the last change that JSON-LD, meta tags or the page's source state, aware in the portal's zone, or None.

    Where the meta tags print the displayed time of publication with +00:00 (stan.kz, 2018), they print this one so as well.
    """
    node = jsonld.article_node(document.structured) or {}
    lies = _prints_wall_time(document, moment, published)
    for text, wall in ((jsonld.string(node.get("dateModified")), False), (document.meta.get("article:modified_time", ""), lies)):
        if text and isinstance(reading := read_date(text[:64], now=moment.now, zone=moment.zone), DateReading):
            return reading.value.replace(tzinfo=moment.now.tzinfo) if wall else reading.value.astimezone(moment.now.tzinfo)
    changed = moment.evidence.modified if moment.evidence else None
    return changed.astimezone(moment.now.tzinfo) if changed is not None and _precision(changed) != "day" else None


def _prints_wall_time(document: Document, moment: Moment, published: Published | None) -> bool:
    reading = read_date(document.meta.get("article:published_time", "")[:64], now=moment.now, zone=moment.zone)
    if not isinstance(reading, DateReading) or published is None or published.value is None or published.precision != "minute":
        return False
    return reading.value.utcoffset() == timedelta() and reading.value.replace(tzinfo=None, second=0) == published.value.replace(
        tzinfo=None
    )


def _from_layout(document: Document, selector: str, moment: Moment) -> Published | None:
    element = document.index.first(selector)
    if element is None:
        return None
    return _displayed(spaced_text(element), moment, "layout", None)


def _displayed(said: str, moment: Moment, basis: str, block: Block | None) -> Published | None:
    year = moment.url_year
    found_dates = find_dates(said, now=moment.now, zone=moment.zone, year=year)
    readings = [found for found in found_dates if found.has_date and not _CHANGE_LABEL.search(said[: found.start].lower())]
    if not readings:
        return None
    best = next((found for found in readings if found.has_year), readings[0])
    if not best.has_year:
        basis += "; year from url" if year else f"; {best.basis}"
    return Published(best.value, best.raw, best.precision.value, basis, block)


def _from_blocks(places: Places, moment: Moment) -> Published | None:
    scored = sorted(_candidates(places, moment), key=lambda pair: -pair[0])
    if not scored:
        return None
    best = scored[0][1]
    timed = (other for _, other in scored if best.precision == "day" and _adds_time(other, best))
    return next(timed, best)


def _adds_time(other: Published, best: Published) -> bool:
    """Return whether a date is the same in the same words with its time: headers for phones and for desks differ in that."""
    return best.raw in other.raw and other.precision in ("second", "minute")


def _candidates(places: Places, moment: Moment) -> Iterator[tuple[float, Published]]:
    """Yield the plausible dates of the blocks near the headline with their scores, all above 0."""
    for at, distance, block in _near(places):
        said = _without_changes(block)
        if at == places.title_at:
            said = said.replace(places.title, " ")
        limit = MAX_META_LINE if block.zone is Zone.META else MAX_DATELINE
        if len(said) > limit or block.zone in _AWAY:
            continue
        found = _displayed(said, moment, "dateline", block) if has_digit(said) else None
        found = found or _bare_day(block, moment)
        if found is None or _checked(found, moment).value is None:
            continue
        score = _score(block, said, found, distance) - _away(places, block, at) - _as_clock(found, moment, distance)
        if score > 0:
            yield score, replace(found, behind=at > max(places.text, default=at))


def _bare_day(block: Block, moment: Moment) -> Published | None:
    """Return the day of a word like "Кеше" that stands alone in an element that calls itself a date (bugin.kz)."""
    for atom, owner in zip(block.atoms, block.owners, strict=True):
        if len(atom) <= MAX_DAY_WORD and _DATE_WORDS.search(words_of(owner)) and not _is_change(owner):
            return _displayed(atom, moment, "dateline", block)
    return None


def _away(places: Places, block: Block, at: int) -> float:
    """Return what standing away costs: behind the text, little in the article's box or in a line that names itself meta."""
    start, end = places.box
    inside = start <= at < end
    if at > max(places.text, default=at):
        return 1 if inside or zone_of(block.element) is Zone.META else BEHIND
    return 0 if inside or end == 0 else OUTSIDE


def _as_clock(found: Published, moment: Moment, distance: int) -> float:
    """Return what it costs a date to look like the masthead's: the minute of the fetch, or its day above the headline."""
    if _is_now(found, moment):
        return RIGHT_NOW
    today = found.value is not None and found.value.date() == moment.now.date()
    return ABOVE_TODAY if today and distance < 0 and found.precision == "day" else 0


def _is_now(found: Published, moment: Moment) -> bool:
    """Return whether a time is the moment of the fetch: a clock without a name."""
    return found.value is not None and found.precision in ("second", "minute") and abs(found.value - moment.now) <= CLOCK_ERROR


def _without_changes(block: Block) -> str:
    """Return a block's text without what its markup calls the time of the last change."""
    kept = [atom for atom, owner in zip(block.atoms, block.owners, strict=True) if not _is_change(owner)]
    return " ".join(kept)


def _is_change(owner: HtmlElement) -> bool:
    words = words_of(owner)
    return bool(_CHANGED.search(words)) and not _PUBLISHED.search(words)


def _from_address(moment: Moment) -> Published | None:
    """Return the day that the address names ("/2024/06/18/"), where neither the page nor its head says one."""
    match = _URL_DATE.search(urlsplit(moment.url).path)
    reading = read_date("-".join(match.group(1, 2, 3)), zone=moment.zone) if match else None
    if not match or not isinstance(reading, DateReading):
        return None
    found = _checked(Published(reading.value, match[0].strip("/"), "day", "url"), moment)
    return found if found.value else None


def _near(places: Places) -> Iterator[tuple[int, int, Block]]:
    """Yield index, distance from the headline (behind the text: from its end) and block of what may hold the date."""
    end = max(places.text, default=-1)
    for at, block in enumerate(places.blocks):
        if at in places.text or (at == places.title_at and len(block.text) <= len(places.title) + MIN_DATE):
            continue
        distance = at - places.title_at if places.title_at >= 0 else at
        if places.title_at < 0 or -BEFORE_TITLE <= distance <= AFTER_TITLE + len(places.text):
            after = 0 <= end < at
            yield at, at - end if after else distance, block


def _score(block: Block, said: str, found: Published, distance: int) -> float:
    words = f"{words_of(block.element)} {block.element.tag}"
    alone = len(found.raw) / max(len(said.strip()), 1)
    score = 2 * alone - 0.15 * min(abs(distance), AFTER_TITLE)
    if block.zone is Zone.META or _DATE_WORDS.search(words):
        score += 2
    if "year from now" in found.basis or "relative" in found.basis:
        score -= 1
    if len(said) > 80 and alone < 0.5 and zone_of(block.element) is not Zone.META:  # noqa: PLR2004 - a sentence with a date in it
        score -= 3
    if alone < 0.5 and block.link_share > 0.5:  # noqa: PLR2004 - a linked headline with its date: a card of another article
        score -= 3
    return score + 1


def _machine_dates(document: Document, moment: Moment) -> Iterator[Published]:
    node = jsonld.article_node(document.structured) or {}
    marked = [element.get("title") or element.get("content") or "" for element in document.index.select(_MARKED_DATES)]
    times = [
        element.get("datetime") or element.get("content") or ""
        for element in document.tree.iter("time")
        if not _is_change(element)
    ]
    for basis, texts in (
        ("jsonld", [jsonld.string(node.get("datePublished")), jsonld.string(node.get("dateCreated"))]),
        ("meta", [document.meta.get(name, "") for name in ("article:published_time", "datepublished", "pubdate", "date")]),
        ("microformat", marked[:1]),
        ("time", times[:MAX_TIMES]),
    ):
        for text in filter(None, texts):
            reading = read_date(text[:64], now=moment.now, zone=moment.zone)
            if isinstance(reading, DateReading) and reading.has_date:
                midnight = reading.value.timetz().replace(tzinfo=None) == datetime.min.time()
                yield Published(reading.value, text, "day" if midnight else reading.precision.value, basis)


def _refined(shown: Published, stated: Published) -> Published | None:
    """Return the displayed date with what a machine-readable one of the same day adds, or None if it adds nothing.

    A time is taken only where its offset is the zone's own, or from JSON-LD: meta tags of WordPress print local time with
    +00:00 (stan.kz, 2018).
    """
    if shown.value is None or stated.value is None or stated.precision in ("day", "coarse"):
        return None
    if "relative" in shown.basis:
        return _instead_of_relative(shown, stated)
    local = stated.value.astimezone(shown.value.tzinfo)
    yearless = "year from now" in shown.basis and (local.month, local.day) == (shown.value.month, shown.value.day)
    if yearless and (value := _in_year(shown.value, local.year)) not in (None, shown.value):
        dated = replace(shown, value=value, basis=_year_from(shown.basis, stated.basis))
        return _refined(dated, stated) or dated
    trusted = stated.value.utcoffset() == local.utcoffset() or stated.basis == "jsonld"
    if not trusted or (local.date() != shown.value.date() and not yearless):
        return None
    if shown.precision == "day":
        return Published(local, shown.raw, stated.precision, f"{shown.basis}; time from {stated.basis}", shown.block)
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


def _checked(found: Published, moment: Moment) -> Published:
    if found.value is None or moment.earliest <= found.value <= moment.now + AHEAD:
        return found
    return Published(None, found.raw, found.precision, f"{found.basis}; implausible", found.block)
