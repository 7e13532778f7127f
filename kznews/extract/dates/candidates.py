"""The dates that stand near a headline, each with a score for how surely it is the article's own."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from kznews.extract.cards import MIN_HEADLINE, stands_in_card, stands_in_pictured_card
from kznews.extract.count_figures import with_plain_figures
from kznews.extract.count_words import counted_in_words, holds_counter
from kznews.extract.dates.changes import is_change
from kznews.extract.dates.displayed import (
    AFTER_TITLE,
    MAX_DATELINE,
    MAX_META_LINE,
    displayed,
    is_at,
    names_date,
    opens_with_weekday,
    without_changes,
)
from kznews.extract.dates.published import Published, checked
from kznews.extract.labels import DATE_LABELS, MAX_LABEL, announces_tags, counts_labels
from kznews.extract.phrases import COMMENTS, is_label, key
from kznews.extract.selecting import spaced_text
from kznews.extract.texts import has_digit, opens_comments
from kznews.extract.walk import own_zone
from kznews.extract.widgets import is_small, words_around
from kznews.extract.zones import Zone, words_of, zone_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kznews.extract.block import Block
    from kznews.extract.dates.published import Moment, Places

BEFORE_TITLE = 8
"""Blocks above the headline in which a dateline may stand (the seed has it right above)."""
MIN_DATE = 6
"""The shortest date ("1 мам.")."""
MAX_DAY_DIGITS, MAX_DATE_BOX = 2, 40
"""Digits of a day's number; letters of a box that holds weekday, day, month, year and hour, each in a box of its own."""
MAX_DAY_WORD = 16
"""The longest name of a near day ("Алдыңғы күні", "екі күн бұрын")."""
MAX_AGO = 24
"""Letters of what says how long ago something was ("3 сағат 20 минут бұрын")."""
OUTSIDE = 1.5
"""What standing outside the article's box costs a date before the text: lists may stand above the headline."""
RIGHT_OVER = 1.0
"""The same for the block right above the headline: hand-made tables have number and day of the paper there."""
BEHIND = 4.5
"""What standing behind the text costs a date: sidebars and lists of other articles are there."""
NEAR_TEXT = 2
"""Blocks between the text and the line that dates it: a signature, buttons."""
CLOSING = 10
"""Blocks behind the text on a page that ends with a line about the article: a signature, links back and home, a copyright."""
MIN_LABELS = 2
"""A line that announces so much ("Дереккөз: ... Автор: ... Уақыты: ...") is about the article, however long."""
RIGHT_NOW = 3
"""What saying the very minute of the fetch costs a date: clocks do, articles hardly ever."""
ABOVE_TODAY = 1.5
"""What naming the day of the fetch, and no time, costs a date above the headline: mastheads do so."""
MASTHEAD = 1.5
"""What beginning with a weekday, and showing no time, costs a date above the headline: clocks do so (abai.kz, qazweek.kz)."""
RIGHT_ABOVE = 3
"""Blocks above the headline in which its own dateline may stand outside its box: date, section, author."""
_HEAD_WORDS = re.compile(r"(?<![a-z])(?:top|head\w*|clock|now|today|current|bar|logo)(?![a-z])")
_PUBLISHED_LABEL = re.compile(
    r"(?:жариялан|жарық көрд|сайтқа (?:қойыл|салын|шық)|опубликован|published|jarıyalan|jarialan)\w*"
    r"\s*:?\s*(?:күні|уақыты)?\s*:?\s*$"
)
_SAYS_WHO_PUBLISHED = re.compile(
    r"(?:жариялаған|опубликовала?|published by|posted by|jarıalaǵan|jarialağan)\b"
    r"|(?:.*[|·•] ?)?(?:қосқан|енгізген|добавила?|added by)\s?:\s?[\w.@-]+\s?\(?$"
)
"""What a line with the author and then the date begins with; uCoz's says who added it behind the section."""
_AWAY = frozenset((Zone.HEADER, Zone.NAV, Zone.FOOTER, Zone.ASIDE, Zone.RELATED, Zone.COMMENTS, Zone.ADVERT))
_OTHERS = frozenset((Zone.RELATED,))
_COLUMNS = frozenset((Zone.ASIDE, Zone.RELATED, Zone.COMMENTS))
"""Where a line that names itself a date is that of another article or of a comment."""


def candidates(places: Places, moment: Moment) -> Iterator[tuple[float, Published]]:
    """Yield the plausible dates of the blocks near the headline with their scores, all above 0."""
    behind, opening = places.amid, places.opening
    for at, distance, block in _near(places):
        if (said := _line(block, places.title if at == places.title_at else "")) is None:
            continue
        found = displayed(said, moment, "dateline", block) if has_digit(said) else None
        found = found or _bare_day(block, moment) or _moment_ago(block, moment)
        if found is None and (whole := _around_day(block)):
            said = whole
            found = displayed(said, moment, "dateline", block)
        apart = found is None or _is_tag(found, block) or _is_of_post(block) or _in_column(places, block, at, opening)
        if found is None or apart or checked(found, moment).value is None:
            continue
        away = _away(places, found, block, at)
        score = _score(block, said, found, distance) - away - _as_clock(found, moment, distance)
        if score > 0 and ((away and distance < 0) or at > behind) and stands_in_card(block, places.title):
            continue
        if score > 0 and at > behind and stands_in_pictured_card(block, places.title):
            continue
        if score > 0:
            yield score, replace(found, behind=at > behind, clock=_is_clock(found, places, moment, at))


def _is_of_article(places: Places, block: Block, at: int) -> bool:
    """Return whether a block that stands aside is the article's own all the same."""
    return _stands_aside(places, block, at) or _is_labelled_aside(places, at)


def _stands_aside(places: Places, block: Block, at: int) -> bool:
    """Return whether a block right beside the headline in its box names itself aside and a date ("aside-date")."""
    start, end = places.box
    if abs(at - places.title_at) != 1 or not start <= at < end:
        return False
    return own_zone(block.element) is Zone.ASIDE and names_date(words_of(block.element))


def _is_tag(found: Published, block: Block) -> bool:
    """Return whether a day without a year stands among tags ("Тегтер: соғыс, 9 мамыр")."""
    return "year" in found.basis and announces_tags(block)


def _is_labelled_aside(places: Places, at: int) -> bool:
    """Return whether a column between headline and text calls a date that of publication (`<dt>Жарияланды</dt><dd>`)."""
    start, end = places.box
    if not start <= places.title_at < at < end or at >= places.opening:
        return False
    label = places.blocks[at - 1]
    return label.zone is Zone.ASIDE and _PUBLISHED_LABEL.fullmatch(label.text.lower()) is not None


def _is_of_post(block: Block) -> bool:
    """Return whether a block stands in a post of a social network that an article shows."""
    return block.zone is Zone.SHARE and any(node.tag == "blockquote" for node in (block.element, *block.element.iterancestors()))


def _in_column(places: Places, block: Block, at: int, opening: int) -> bool:
    """Return whether a block stands in a side column, a list of other articles or the comments.

    Behind the text's `opening` or outside the article's box, that is: above that such a column may be the article's own, but for
    a list of others.
    """
    start, end = places.box
    columns = _OTHERS if start <= at < end and at < opening else _COLUMNS
    around_title = frozenset(places.blocks[places.title_at].element.iterancestors()) if places.title_at >= 0 else frozenset()
    apart = takewhile(lambda node: node not in around_title, block.element.iterancestors())
    return any(zone_of(node) in columns for node in apart)


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
        if len(atom) <= MAX_DAY_WORD and names_date(words_of(owner)) and not is_change(owner):
            return displayed(atom, moment, "dateline", block)
    return None


def _moment_ago(block: Block, moment: Moment) -> Published | None:
    """Return when an element of its own in a line says how long ago that was, whatever else the line counts ("3 сағат бұрын")."""
    if not block.has_parts:
        return None
    for atom, owner in zip(block.atoms, block.owners, strict=True):
        said = atom.strip()
        if owner is not block.element and len(said) <= MAX_AGO and has_digit(said) and not is_change(owner):
            found = displayed(said, moment, "dateline", block)
            if found is not None and "relative" in found.basis and found.raw == said:
                return found
    return None


def _around_day(block: Block) -> str:
    """Return what stands with a block that is a day's number alone: month and year have boxes or lines of their own beside it.

    They share a small box with it, or are in the next cell of its row ("27", "мамыр 2016", headline). "" where there are none.
    """
    if not (len(block.text) <= MAX_DAY_DIGITS and block.text.isdecimal()):
        return ""
    for box in (block.element, block.element.getparent()):
        if box is None or box.tag in ("body", "html") or not is_small(box, MAX_DATE_BOX):
            break
        if len(box) > 1 and (said := spaced_text(box).strip()) != block.text:
            return said
    behind = block.element.getnext() if block.element.tag == "td" else None
    return f"{block.text} {spaced_text(behind)}" if behind is not None and is_small(behind, MAX_DATE_BOX) else ""


def _away(places: Places, found: Published, block: Block, at: int) -> float:
    """Return what standing away costs: behind the text, little in the article's box or in a line that names itself meta."""
    start, end = places.box
    inside = start <= at < end
    if at == places.title_at - 1 and not opens_with_weekday(found):
        return 0 if inside or end == 0 else RIGHT_OVER
    if at > max(places.text, default=at):
        named = zone_of(block.element)
        about = named is Zone.META or (block.zone is Zone.META and named is Zone.FOOTER)  # the article's own foot
        if inside or about or _is_own_line(places, found, block, at):
            return 1
        return 0 if found.precision != "day" and _closes_page(places, block) else BEHIND
    return 0 if inside or end == 0 else OUTSIDE


def _is_own_line(places: Places, found: Published, block: Block, at: int) -> bool:
    """Return whether a line right under the text calls its date that of publication, and no headline stands beside it.

    Pages all in tables have such a line in the row under the text's; cards show their headline before their date or behind it.
    """
    if block.heading or not _PUBLISHED_LABEL.search(block.spaced.partition(found.raw)[0].lower()):
        return False
    if at - (end := max(places.text) + 1) > NEAR_TEXT:
        return False
    row = block.element.getparent() if block.element.tag == "td" else block.element
    around = None if row is None else row.getparent()
    behind = [it for it in places.blocks[at + 1 : at + 2] if around is not None and around in it.element.iterancestors()]
    beside = [*places.blocks[end : at + 1], *behind]
    return not any(it.heading or any(len(spaced_text(link)) >= MIN_HEADLINE for link in it.links) for it in beside)


def _closes_page(places: Places, block: Block) -> bool:
    """Return whether a line counts views on a page with no link to another article and hardly anything else behind the text.

    Pages for printers end so (DLE: login, date, views, comments).
    """
    behind = places.blocks[max(places.text) + 1 :]
    if len(behind) > CLOSING or counted_in_words(with_plain_figures(block.spaced))[0] is None:
        return False
    return not any(len(spaced_text(link)) >= MIN_HEADLINE for other in behind for link in other.links)


def _as_clock(found: Published, moment: Moment, distance: int) -> float:
    """Return what it costs a date to look like a clock: the minute of the fetch, its day or a weekday above the headline."""
    if _is_now(found, moment):
        return RIGHT_NOW
    if distance >= 0 or found.precision != "day" or found.value is None:
        return 0
    heads = found.block is not None and found.block.heading  # a blog's posts stand under the heading of their day
    today = ABOVE_TODAY if found.value.date() == moment.now.date() else 0
    return today + (MASTHEAD if opens_with_weekday(found) and not heads else 0)


def _is_clock(found: Published, places: Places, moment: Moment, at: int) -> bool:
    """Return whether a date names the day of the fetch, and no time, above the box that holds headline and text.

    Right above it, without a weekday and without a name of the page's head around it, it may be the article's all the same.
    """
    if found.precision != "day" or found.value is None or found.value.date() != moment.now.date() or not found.block:
        return False
    above = places.box[1] > 0 and at < min(places.title_at, places.box[0])
    near = places.title_at - at <= RIGHT_ABOVE
    return above and (not near or opens_with_weekday(found) or bool(_HEAD_WORDS.search(words_around(found.block))))


def _is_now(found: Published, moment: Moment) -> bool:
    """Return whether a time is the moment of the fetch: a clock without a name."""
    return found.value is not None and found.precision in ("second", "minute") and is_at(found.value, moment)


def _near(places: Places) -> Iterator[tuple[int, int, Block]]:
    """Yield index, distance from the headline (behind the text: from its end) and block of what may hold the date.

    Behind a heading of comments under the text only what names itself meta does: each comment has its own.
    """
    end, title_at = max(places.text, default=-1), places.title_at
    first, last = max(0, title_at - BEFORE_TITLE), title_at + AFTER_TITLE + len(places.text)
    among_comments = False
    for at, block in enumerate(places.blocks[first : last + 1] if title_at >= 0 else places.blocks, first):
        if at in places.text or (at == title_at and len(block.text) <= len(places.title) + MIN_DATE):
            continue
        after = 0 <= end < at
        if among_comments and block.zone is not Zone.META:
            continue
        among_comments = among_comments or (after and opens_comments(block))
        if block.zone not in _AWAY or (block.zone is Zone.ASIDE and _is_of_article(places, block, at)):
            yield at, at - end if after else at - max(title_at, 0), block


def _score(block: Block, said: str, found: Published, distance: int) -> float:
    words = f"{words_of(block.element)} {block.element.tag}"
    alone = len(found.raw) / max(len(said.strip()), 1)
    score = 2 * alone - 0.15 * min(abs(distance), AFTER_TITLE)
    if block.zone is Zone.META or names_date(words) or _marks_date(block, found.raw):
        score += 2
    if "year from now" in found.basis or "relative" in found.basis:
        score -= 1
    before = said.partition(found.raw)[0].strip().lower()
    if _PUBLISHED_LABEL.search(before) or _SAYS_WHO_PUBLISHED.match(before) or _is_label(before):
        score += 1
    about = len(said) <= 80 or alone >= 0.5 or _is_about_article(block, said)  # noqa: PLR2004 - most datelines
    if not (about or _is_part(block, found.raw)):  # a sentence with a date in it
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
    return any(date in atom and (owner.tag == "time" or names_date(words_of(owner))) for atom, owner in parts)


def _is_part(block: Block, date: str) -> bool:
    """Return whether a date fills an element of a line that is all elements and signs between them."""
    parts = list(zip(block.atoms, block.owners, strict=True))
    if date not in (atom.strip() for atom, _ in parts) or _links_headline(block, date):
        return False
    return all(owner is not block.element or not any(map(str.isalnum, atom)) for atom, owner in parts)


def _is_label(before: str) -> bool:
    """Return whether all that stands before a date is the label of one ("Қосылған уақыты:")."""
    return before.endswith(":") and len(before) <= MAX_LABEL and key(before.rstrip(": ")) in DATE_LABELS


def _links_headline(block: Block, date: str) -> bool:
    """Return whether a link of a line is long enough for a headline; date, section, author and buttons may be links as well."""
    said = (spaced_text(link) for link in block.links)
    return any(len(words.replace(date, "")) >= MIN_HEADLINE and not is_label(words, COMMENTS) for words in said)
