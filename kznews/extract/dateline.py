"""When an article was published: the date that stands with the headline, never the masthead's clock."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from kznews.extract.cards import MIN_HEADLINE, stands_in_card
from kznews.extract.counters import holds_counter
from kznews.extract.labels import DATE_LABELS, MAX_LABEL, counts_labels
from kznews.extract.machine_dates import (
    day_of_address,
    from_address,
    in_zone,
    is_change,
    lacks_something,
    machine_dates,
    no_later_than_changed,
    of_source,
    refined,
    told_twice,
)
from kznews.extract.phrases import key
from kznews.extract.published import Published, checked
from kznews.extract.selecting import spaced_text
from kznews.extract.texts import has_digit
from kznews.extract.widgets import WEEKDAYS, is_small, words_around
from kznews.extract.zones import Zone, words_of, zone_of
from kznews.kazakh.dates import Basis, find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block
    from kznews.extract.document import Document
    from kznews.extract.published import Moment, Places

MAX_META_LINE = 400
"""A line that names itself meta may be a sentence ("posted on ... filed under ...")."""
MAX_DATELINE = 160
"""A dateline with section, author and counters fits; a paragraph does not."""
BEFORE_TITLE = 8
"""Blocks above the headline in which a dateline may stand (the seed has it right above)."""
AFTER_TITLE = 12
"""Blocks below the headline in which it may stand: share buttons and a lead may come between."""
MIN_DATE = 6
"""The shortest date ("1 мам.")."""
MAX_DAY_DIGITS, MAX_DATE_BOX = 2, 40
"""Digits of a day's number; letters of a box that holds weekday, day, month, year and hour, each in a box of its own."""
MAX_DAY_WORD = 12
"""The longest name of a near day ("Алдыңғы күні")."""
OUTSIDE = 1.5
"""What standing outside the article's box costs a date before the text: lists may stand above the headline."""
RIGHT_OVER = 1.0
"""The same for the block right above the headline: hand-made tables have number and day of the paper there."""
BEHIND = 4.5
"""What standing behind the text costs a date: sidebars and lists of other articles are there."""
MIN_LABELS = 2
"""A line that announces so much ("Дереккөз: ... Автор: ... Уақыты: ...") is about the article, however long."""
LAST_YEAR = timedelta(days=366)
"""A day without a year that is further back than this was found by its weekday alone: it is one that is yet to come."""
RIGHT_NOW = 3
"""What saying the very minute of the fetch costs a date: clocks do, articles hardly ever."""
ABOVE_TODAY = 1.5
"""What naming the day of the fetch, and no time, costs a date above the headline: mastheads do so."""
MASTHEAD = 1.5
"""What beginning with a weekday, and showing no time, costs a date above the headline: clocks do so (abai.kz, qazweek.kz)."""
RIGHT_ABOVE = 3
"""Blocks above the headline in which its own dateline may stand outside its box: date, section, author."""
_HEAD_WORDS = re.compile(r"(?<![a-z])(?:top|head\w*|clock|now|today|current|bar|logo)(?![a-z])")
CLOCK_ERROR = timedelta(minutes=10)
_CHANGE_LABEL = re.compile(
    r"(?:жаңарт|өзгер[тіу]|өңде|толықтыр|обновл|измен|отредакт|jańart|ózger[ti]|جاڭارت|وزگەر[تىۋ]|updated|modified|edited)\w*"
    r"(?:\s+(?:күні|уақыты|енгізілген|kúni|ýaqyty|كۇنى|ۋاقىتى)){0,2}"
    r"(?:\s*:?\s*|\s*(?::|by)\s*[\w.-]+\s*[-–—,]\s*)$"
)
"""What stands right before the time of a change: a word for it ("өзгерген күні: "), who made it ("отредактировал: admin - ")."""
_PUBLISHED_LABEL = re.compile(
    r"(?:жариялан|жарық көрд|опубликован|published|jarıyalan|jarialan)\w*\s*:?\s*(?:күні|уақыты)?\s*:?\s*$"
)
_SAYS_WHO_PUBLISHED = re.compile(r"(?:жариялаған|опубликовала?|published by|posted by|jarıalaǵan|jarialağan)\b")
"""What a line with the author and then the date begins with."""
_SAID_HOUR = re.compile(r"(?<!\w)(?:сағаты?|saǵaty?|sağaty?|ساعات)\s*:?\s*(\d{1,2}[:.]\d\d)(?![\d:.])")
"""An hour that a line about the article says in so many words, without a day (Serendipity: "бөлім Мәдениет сағат 16:05")."""
_HOUR = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?")
ZONES_APART = timedelta(days=1, hours=1)
"""Two ways to say one day may differ by so much: midnight here, and the moment in another zone."""
_DATE_WORDS = re.compile(
    r"(?<![a-z])(?:\w*date|\w*time|publi\w*|posted|created|kun|uakyt|meta|info|dateline|atribut\w*)(?![a-z])"
)
_PUBLISHED_WORDS = re.compile(r"(?<![a-z])(?:publi\w*|posted|post ?(?:date|time)|timestamp|created)(?![a-z])")
"""What the time of publication calls itself; a "time" alone may be how long a video lasts."""
_AWAY = frozenset((Zone.HEADER, Zone.NAV, Zone.FOOTER, Zone.ASIDE, Zone.RELATED, Zone.COMMENTS, Zone.ADVERT))
_COLUMNS = frozenset((Zone.ASIDE, Zone.RELATED, Zone.COMMENTS))
"""Where a line that names itself a date is that of another article or of a comment."""


def find_published(document: Document, places: Places, moment: Moment, selector: str) -> Published | None:
    """Return the publication date of a page, or None where it shows none.

    The layout's slot first, then the displayed dateline, then JSON-LD and meta tags, then the feed or sitemap that named the
    page. A machine-readable date adds its time to a displayed day and its year to a displayed day and month, but never
    overrules what readers see: bought templates leave theirs in datetime attributes (portals.md section 2).
    """
    shown = _from_layout(document, selector, moment) or _from_blocks(places, moment)
    lacking = shown is None or shown.behind or lacks_something(shown)
    stated = chain(machine_dates(document, places, moment), of_source(moment)) if lacking else iter(())  # most need but the first
    first = next(stated, None)
    stated = iter(()) if first is None else chain((first,), stated)
    if shown is not None and shown.clock and not _is_same_day(shown, first):
        shown = None
    if shown is None or _is_anothers(shown, first, moment):
        return _first_plausible((in_zone(found, moment) for found in stated), moment) or from_address(moment)
    to_the_minute = "relative" in shown.basis and shown.precision in ("minute", "second")  # "today, 09:15" lacks nothing
    told = list[Published]()
    for found in () if to_the_minute else stated:
        if better := refined(shown, found):
            return checked(better, moment)
        told.append(found)
    if better := told_twice(shown, told):
        return checked(better, moment)
    if "relative" in shown.basis and (named := day_of_address(shown, moment)) is not None:
        return named
    return checked(_with_meta(shown, places, moment) or no_later_than_changed(shown, moment), moment)


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
    day: that depends on when the page was made, the head does not.
    """
    far = "year from now" in shown.basis and shown.value is not None and moment.now - shown.value > LAST_YEAR
    if not (shown.behind or "relative" in shown.basis or far) or shown.value is None:
        return False
    head = checked(first, moment).value if first is not None and first.basis in ("jsonld", "meta") else None  # these come first
    return head is not None and abs(head - shown.value) > ZONES_APART


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
    dated = [found for found in readings if found.has_year] or readings
    best = next((found for found in dated if len(dated) == 1 or not _is_at(found.value, moment)), dated[0])  # none is the clock's
    if best.basis is Basis.RELATIVE:
        basis += f"; {best.basis}"
    elif not best.has_year:
        basis += "; year from url" if year else f"; {best.basis}"
    return Published(best.value, best.raw, best.precision.value, basis, block)


def _from_blocks(places: Places, moment: Moment) -> Published | None:
    scored = sorted(_candidates(places, moment), key=lambda pair: -pair[0])
    if not scored:
        return None
    best = scored[0][1]
    if best.precision != "day":
        return best
    timed = [other for _, other in scored if _adds_time(other, best)]
    if not timed and best.block is not None and _opens_with_weekday(best) and places.blocks.index(best.block) < places.title_at:
        timed = [other for _, other in scored if other.precision in ("second", "minute") and not other.behind]  # a masthead's
    return next(iter(timed), None) or _with_hour(best, places, moment) or best


def with_hour_at_headline(found: Published, places: Places, moment: Moment) -> Published:
    """Return a day with the hour that stands alone right beside the headline (uCoz), if one does; any other date as it is."""
    if places.title_at < 0 or found.value is None or found.precision != "day":
        return found
    title = places.blocks[places.title_at].element
    for at in (places.title_at - 1, places.title_at + 1):
        other = places.blocks[at] if 0 <= at < len(places.blocks) else None
        if other is not None and _HOUR.fullmatch(other.spaced) and other.element.getparent() in (title, title.getparent()):
            timed = _displayed(f"{found.value:%d.%m.%Y} {other.spaced}", moment, found.basis, other)
            if timed is None:
                return found
            raw, block = (found.raw, found.block) if found.block is not None else (other.spaced, other)
            return replace(timed, raw=raw, block=block, basis=f"{found.basis}; time from headline", behind=found.behind)
    return found


def _with_hour(best: Published, places: Places, moment: Moment) -> Published | None:
    """Return a day with the hour that stands alone right behind it in the same list or line ("21 мамыр, 2024 | 09:15").

    Where none does, with the one that a line about the article says between day and text; None if there is neither.
    """
    if best.block is None:
        return None
    at = places.blocks.index(best.block)
    for hour in chain(_hour_alone(best.block, places.blocks[at + 1 : at + 2]), _said_hours(places, at, moment)):
        timed = _displayed(f"{best.raw} {hour}", moment, best.basis.partition(";")[0], best.block)
        if timed is not None and timed.value and best.value and timed.value.date() == best.value.date():
            return replace(timed, behind=best.behind)
    return None


def _hour_alone(dated: Block, following: Sequence[Block]) -> Iterator[str]:
    holder = dated.element.getparent()
    for other in following:
        if _HOUR.fullmatch(other.spaced) and holder is not None and other.element.getparent() is holder:
            yield other.spaced


def _said_hours(places: Places, at: int, moment: Moment) -> Iterator[str]:
    """Yield the hour that lines about the article say between its day and its text, if they say one and no other day."""
    near = places.blocks[at + 1 : min(places.text, default=at)][:AFTER_TITLE]
    lines = [block for block in near if block.zone is Zone.META and has_digit(block.text) and len(block.text) <= MAX_DATELINE]
    hours = {said[1] for block in lines if (said := _SAID_HOUR.search(block.spaced.lower()))}
    if len(hours) == 1 and all(_displayed(block.spaced, moment, "", block) is None for block in lines):
        yield hours.pop()


def _with_meta(best: Published, places: Places, moment: Moment) -> Published | None:
    """Return a day with the time that a line about the article says, in its box and under its text.

    Old themes of WordPress say when in a sentence ("This entry was posted on ..."), Blogger prints the hour alone in what calls
    itself the time of publication.
    """
    behind = places.blocks[places.amid + 1 : places.box[1]]
    lines = [block for block in behind if zone_of(block.element) is Zone.META and has_digit(block.text)]
    if best.block is None or best.value is None or best.precision != "day":
        return None
    for said in (" ".join(without_changes(block)) for block in lines):
        found = _displayed(said, moment, best.basis, best.block) if len(said) <= MAX_META_LINE else None
        if found is None or found.value is None or found.precision not in ("second", "minute"):
            continue
        if found.value.date() == best.value.date():
            return replace(best, value=found.value, precision=found.precision, basis=f"{best.basis}; time from meta line")
    hours = {hour for block in lines for hour in _published_hours(block)}
    dated = _displayed(f"{best.value:%d.%m.%Y} {hours.pop()}", moment, best.basis, best.block) if len(hours) == 1 else None
    return None if dated is None else replace(dated, raw=best.raw, behind=best.behind, basis=f"{best.basis}; time from meta line")


def _published_hours(block: Block) -> Iterator[str]:
    """Yield the hours that stand alone in elements of a line which call themselves the time of publication."""
    for atom, owner in zip(block.atoms, block.owners, strict=True):
        if _HOUR.fullmatch(atom) and _PUBLISHED_WORDS.search(words_of(owner)) and not is_change(owner):
            yield atom


def _adds_time(other: Published, best: Published) -> bool:
    """Return whether a date is the same in the same words with its time: headers for phones and for desks differ in that."""
    return best.raw in other.raw and other.precision in ("second", "minute")


def _candidates(places: Places, moment: Moment) -> Iterator[tuple[float, Published]]:
    """Yield the plausible dates of the blocks near the headline with their scores, all above 0."""
    behind, opening = places.amid, places.opening
    for at, distance, block in _near(places):
        if block.zone in _AWAY or (said := _line(block, places.title if at == places.title_at else "")) is None:
            continue
        found = _displayed(said, moment, "dateline", block) if has_digit(said) else None
        found = found or _bare_day(block, moment)
        if found is None and (box := _box_of_day(block)) is not None:
            said = spaced_text(box)
            found = _displayed(said, moment, "dateline", block)
        apart = found is None or _is_of_post(block) or _in_column(places, block, at, opening)
        if found is None or apart or checked(found, moment).value is None:
            continue
        away = _away(places, found, block, at)
        score = _score(block, said, found, distance) - away - _as_clock(found, moment, distance)
        if score > 0 and ((away and distance < 0) or at > behind) and stands_in_card(block, places.title):
            continue
        if score > 0:
            yield score, replace(found, behind=at > behind, clock=_is_clock(found, places, moment, at))


def _is_of_post(block: Block) -> bool:
    """Return whether a block stands in a post of a social network that an article shows."""
    return block.zone is Zone.SHARE and any(node.tag == "blockquote" for node in (block.element, *block.element.iterancestors()))


def _in_column(places: Places, block: Block, at: int, opening: int) -> bool:
    """Return whether a block stands in a side column, a list of other articles or the comments.

    Behind the text's `opening` or outside the article's box, that is: above that such a column may be the article's own.
    """
    start, end = places.box
    if start <= at < end and at < opening:
        return False
    around_title = frozenset(places.blocks[places.title_at].element.iterancestors()) if places.title_at >= 0 else frozenset()
    apart = takewhile(lambda node: node not in around_title, block.element.iterancestors())
    return any(zone_of(node) in _COLUMNS for node in apart)


def _line(block: Block, title: str) -> str | None:
    """Return what a block says without a title in it, or None for what is too long for a dateline or has no date in it."""
    limit = MAX_META_LINE if block.zone is Zone.META else MAX_DATELINE
    if len(block.text) > limit and not (title or block.has_parts):  # parts may be left out
        return None
    if not (has_digit(block.text) or _may_be_bare_day(block)):
        return None
    said = " ".join(without_changes(block))
    if title:
        said = said.replace(title, " ")
    return said if len(said) <= limit else None


def _may_be_bare_day(block: Block) -> bool:
    """Return whether a block is short enough or has a text node that is: what `_bare_day` looks for."""
    return len(block.text) <= MAX_DAY_WORD or (block.has_parts and any(len(atom) <= MAX_DAY_WORD for atom in block.atoms))


def _bare_day(block: Block, moment: Moment) -> Published | None:
    """Return the day of a word like "Кеше" that stands alone in an element that calls itself a date (bugin.kz)."""
    for atom, owner in zip(block.atoms, block.owners, strict=True):
        if len(atom) <= MAX_DAY_WORD and _names_date(words_of(owner)) and not is_change(owner):
            return _displayed(atom, moment, "dateline", block)
    return None


def _box_of_day(block: Block) -> HtmlElement | None:
    """Return the small box around a block that is a day's number alone: month and year stand in boxes or lines of their own.

    None where there is no such box.
    """
    if not (len(block.text) <= MAX_DAY_DIGITS and block.text.isdecimal()):
        return None
    for box in (block.element, block.element.getparent()):
        if box is None or box.tag in ("body", "html") or not is_small(box, MAX_DATE_BOX):
            return None
        if len(box) > 1 and spaced_text(box).strip() != block.text:
            return box
    return None


@lru_cache(maxsize=2048)  # a run repeats its pages' names
def _names_date(words: str) -> bool:
    return _DATE_WORDS.search(words) is not None


def _away(places: Places, found: Published, block: Block, at: int) -> float:
    """Return what standing away costs: behind the text, little in the article's box or in a line that names itself meta."""
    start, end = places.box
    inside = start <= at < end
    if at == places.title_at - 1 and not _opens_with_weekday(found):
        return 0 if inside or end == 0 else RIGHT_OVER
    if at > max(places.text, default=at):
        return 1 if inside or zone_of(block.element) is Zone.META else BEHIND
    return 0 if inside or end == 0 else OUTSIDE


def _as_clock(found: Published, moment: Moment, distance: int) -> float:
    """Return what it costs a date to look like a clock: the minute of the fetch, its day or a weekday above the headline."""
    if _is_now(found, moment):
        return RIGHT_NOW
    if distance >= 0 or found.precision != "day" or found.value is None:
        return 0
    heads = found.block is not None and found.block.heading  # a blog's posts stand under the heading of their day
    today = ABOVE_TODAY if found.value.date() == moment.now.date() else 0
    return today + (MASTHEAD if _opens_with_weekday(found) and not heads else 0)


def _is_clock(found: Published, places: Places, moment: Moment, at: int) -> bool:
    """Return whether a date names the day of the fetch, and no time, above the box that holds headline and text.

    Right above it, without a weekday and without a name of the page's head around it, it may be the article's all the same.
    """
    if found.precision != "day" or found.value is None or found.value.date() != moment.now.date() or not found.block:
        return False
    above = places.box[1] > 0 and at < min(places.title_at, places.box[0])
    near = places.title_at - at <= RIGHT_ABOVE
    return above and (not near or _opens_with_weekday(found) or bool(_HEAD_WORDS.search(words_around(found.block))))


def _is_same_day(shown: Published, stated: Published | None) -> bool:
    """Return whether what a page's head or its source states is of the day that is shown."""
    if stated is None or stated.value is None or shown.value is None:
        return False
    return stated.value.astimezone(shown.value.tzinfo).date() == shown.value.date()


def _opens_with_weekday(found: Published) -> bool:
    return key(found.raw.replace(",", " ").replace("،", " ").split()[0]) in WEEKDAYS


def _is_now(found: Published, moment: Moment) -> bool:
    """Return whether a time is the moment of the fetch: a clock without a name."""
    return found.value is not None and found.precision in ("second", "minute") and _is_at(found.value, moment)


def _is_at(value: datetime, moment: Moment) -> bool:
    return abs(value - moment.now) <= CLOCK_ERROR


def without_changes(block: Block) -> list[str]:
    """Return a block's texts without what its markup calls the time of the last change."""
    return [atom for atom, owner in zip(block.atoms, block.owners, strict=True) if not is_change(owner)]


def _near(places: Places) -> Iterator[tuple[int, int, Block]]:
    """Yield index, distance from the headline (behind the text: from its end) and block of what may hold the date."""
    end, title_at = max(places.text, default=-1), places.title_at
    first, last = max(0, title_at - BEFORE_TITLE), title_at + AFTER_TITLE + len(places.text)
    for at, block in enumerate(places.blocks[first : last + 1] if title_at >= 0 else places.blocks, first):
        if at in places.text or (at == title_at and len(block.text) <= len(places.title) + MIN_DATE):
            continue
        after = 0 <= end < at
        yield at, at - end if after else at - max(title_at, 0), block


def _score(block: Block, said: str, found: Published, distance: int) -> float:
    words = f"{words_of(block.element)} {block.element.tag}"
    alone = len(found.raw) / max(len(said.strip()), 1)
    score = 2 * alone - 0.15 * min(abs(distance), AFTER_TITLE)
    if block.zone is Zone.META or _names_date(words) or _marks_date(block, found.raw):
        score += 2
    if "year from now" in found.basis or "relative" in found.basis:
        score -= 1
    before = said.partition(found.raw)[0].strip().lower()
    if _PUBLISHED_LABEL.search(before) or _SAYS_WHO_PUBLISHED.match(before) or _is_label(before):
        score += 1
    if len(said) > 80 and alone < 0.5 and not _is_about_article(block, said):  # noqa: PLR2004 - a sentence with a date in it
        score -= 3
    if block.link_share > 0.5 and _links_headline(block, found.raw):  # noqa: PLR2004 - a card of another article
        score -= 3
    return score + 1


def _is_about_article(block: Block, said: str) -> bool:
    """Return whether a long line says of an article what labels and counters announce, or calls itself meta."""
    return counts_labels(said) + holds_counter(said) >= MIN_LABELS or zone_of(block.element) is Zone.META


def _marks_date(block: Block, date: str) -> bool:
    """Return whether a date stands in an element of its own in its line that calls itself so (`<time>`); a card's does so too."""
    if not block.has_parts or _links_headline(block, date):
        return False
    parts = zip(block.atoms, block.owners, strict=True)
    return any(date in atom and (owner.tag == "time" or _names_date(words_of(owner))) for atom, owner in parts)


def _is_label(before: str) -> bool:
    """Return whether all that stands before a date is the label of one ("Қосылған уақыты:")."""
    return before.endswith(":") and len(before) <= MAX_LABEL and key(before.rstrip(": ")) in DATE_LABELS


def _links_headline(block: Block, date: str) -> bool:
    """Return whether a link of a line is long enough for a headline; date, section and author may be links as well."""
    return any(len(spaced_text(link).replace(date, "")) >= MIN_HEADLINE for link in block.links)
