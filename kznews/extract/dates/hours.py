"""The hour of a day that is shown without one: beside the headline, behind the day, or in a line about the article."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from kznews.extract.dates.changes import is_change
from kznews.extract.dates.displayed import AFTER_TITLE, MAX_DATELINE, MAX_META_LINE, displayed, without_changes
from kznews.extract.texts import has_digit
from kznews.extract.zones import Zone, words_of, zone_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kznews.extract.block import Block
    from kznews.extract.dates.published import Moment, Places, Published

_SAID_HOUR = re.compile(r"(?<!\w)(?:сағаты?|saǵaty?|sağaty?|ساعات)\s*:?\s*(\d{1,2}[:.]\d\d)(?![\d:.])")
"""An hour that a line about the article says in so many words, without a day (Serendipity: "бөлім Мәдениет сағат 16:05")."""
_HOUR = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?")
_PUBLISHED_WORDS = re.compile(r"(?<![a-z])(?:publi\w*|posted|post ?(?:date|time)|timestamp|created)(?![a-z])")
"""What the time of publication calls itself; a "time" alone may be how long a video lasts."""


def with_hour_at_headline(found: Published, places: Places, moment: Moment) -> Published:
    """Return a day with the hour that stands alone right beside the headline (uCoz), if one does; any other date as it is."""
    if places.title_at < 0 or found.value is None or found.precision != "day":
        return found
    title = places.blocks[places.title_at].element
    for at in (places.title_at - 1, places.title_at + 1):
        other = places.blocks[at] if 0 <= at < len(places.blocks) else None
        if other is not None and _HOUR.fullmatch(other.spaced) and other.element.getparent() in (title, title.getparent()):
            timed = displayed(f"{found.value:%d.%m.%Y} {other.spaced}", moment, found.basis, other)
            if timed is None:
                return found
            raw, block = (found.raw, found.block) if found.block is not None else (other.spaced, other)
            return replace(timed, raw=raw, block=block, basis=f"{found.basis}; time from headline", behind=found.behind)
    return found


def with_hour(best: Published, places: Places, moment: Moment) -> Published | None:
    """Return a day with the hour that stands alone right behind it in the same list or line ("21 мамыр, 2024 | 09:15").

    Where none does, with the one that a line about the article says between day and text; None if there is neither.
    """
    if best.block is None:
        return None
    at = places.blocks.index(best.block)
    for hour in chain(_hour_alone(best.block, places.blocks[at + 1 : at + 2]), _said_hours(places, at, moment)):
        timed = displayed(f"{best.raw} {hour}", moment, best.basis.partition(";")[0], best.block)
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
    if len(hours) == 1 and all(displayed(block.spaced, moment, "", block) is None for block in lines):
        yield hours.pop()


def with_meta(best: Published, places: Places, moment: Moment) -> Published | None:
    """Return a day with the time that a line about the article says, in its box and under its text.

    Old themes of WordPress say when in a sentence ("This entry was posted on ..."), Blogger prints the hour alone in what calls
    itself the time of publication.
    """
    behind = places.blocks[places.amid + 1 : places.box[1]]
    lines = [block for block in behind if zone_of(block.element) is Zone.META and has_digit(block.text)]
    if best.block is None or best.value is None or best.precision != "day":
        return None
    for said in (" ".join(without_changes(block)) for block in lines):
        found = displayed(said, moment, best.basis, best.block) if len(said) <= MAX_META_LINE else None
        if found is None or found.value is None or found.precision not in ("second", "minute"):
            continue
        if found.value.date() == best.value.date():
            return replace(best, value=found.value, precision=found.precision, basis=f"{best.basis}; time from meta line")
    hours = {hour for block in lines for hour in _published_hours(block)}
    dated = displayed(f"{best.value:%d.%m.%Y} {hours.pop()}", moment, best.basis, best.block) if len(hours) == 1 else None
    return None if dated is None else replace(dated, raw=best.raw, behind=best.behind, basis=f"{best.basis}; time from meta line")


def _published_hours(block: Block) -> Iterator[str]:
    """Yield the hours that stand alone in elements of a line which call themselves the time of publication."""
    for atom, owner in zip(block.atoms, block.owners, strict=True):
        if _HOUR.fullmatch(atom) and _PUBLISHED_WORDS.search(words_of(owner)) and not is_change(owner):
            yield atom
