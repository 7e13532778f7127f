"""Pages of the weather of a place: days side by side under a title of the weather, with a remark of a line or two."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from kznews.extract.kinds.shown import MIN_TEXT, dated_headline
from kznews.extract.phrases import key
from kznews.extract.texts import is_date, is_text
from kznews.extract.weather.words import opens_with_weekday
from kznews.extract.widgets import CELLS, DEGREES
from kznews.kazakh.cities import cities_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.kinds.shown import Shown

MIN_DAYS = 4
"""Days that such a page shows, at least."""
MIN_PARTS = 3
"""Texts of a day, at least: which it is, the day's temperature, the night's."""
MAX_DAY = 120
"""Letters of a day with its date, the sky and the wind."""
MAX_TITLE = 60
MAX_WHERE = 2
"""Words of where the weather is, a preposition with it ("Погода в Алматы", "Алматы қаласындағы ауа райы")."""
_WEATHER = tuple(map(key, ("ауа райы", "погода")))


def is_forecast(shown: Shown) -> bool:
    """Return whether a title is of the weather, days with their degrees stand under it, and the text is a remark at most.

    Where the title names but the weather of a city, lines with degrees in the text are enough; and where no date but theirs
    stands beside it, days in the rows of a table over a text of any length.

    News of the weather tell it in sentences; in a widget beside them the days stand behind the text, or before the headline.
    Never raises.
    """
    if len(shown.title) > MAX_TITLE or shown.title_at < 0 or not any(said in key(shown.title) for said in _WEATHER):
        return False
    text = [shown.blocks.all[at] for at in shown.text]
    end = min((at for at in shown.text if at > shown.title_at), default=len(shown.blocks.all))
    over = shown.blocks.all[shown.title_at + 1 : end]
    if _says_but_where(shown.title) and _tabulates_days(shown, over):
        return True
    if sum(len(block.text) for block in text if is_text(block)) >= MIN_TEXT:
        return False
    if _says_but_where(shown.title) and sum(DEGREES.search(block.text) is not None for block in text) >= MIN_DAYS:
        return True
    days = Counter((day.element.getparent(), day.element.tag, day.element.get("class")) for day in over if _is_day(day))
    return max(days.values(), default=0) >= MIN_DAYS


def _says_but_where(title: str) -> bool:
    """Return whether a title is the weather of a city and nothing else ("Алматыдағы ауа райы")."""
    said = key(title)
    rest = next((said.replace(weather, "").strip() for weather in _WEATHER if weather in said), said)
    return not rest or (len(rest.split()) <= MAX_WHERE and bool(cities_in(title)))


def _tabulates_days(shown: Shown, over: Sequence[Block]) -> bool:
    """Return whether rows of a table are days with their degrees, and the date beside the headline is none but one of theirs."""
    rows = [list(cells) for _, cells in groupby((block for block in over if block.element.tag in CELLS), _row_of)]
    days = [cells for cells in rows if _names_day(cells[0].text) and any(DEGREES.search(cell.text) for cell in cells[1:])]
    if len(days) < MIN_DAYS:
        return False
    block = shown.published.block if shown.published else None
    return not dated_headline(shown) or any(block is cell for cells in days for cell in cells)


def _row_of(cell: Block) -> HtmlElement | None:
    return cell.element.getparent()


def _names_day(said: str) -> bool:
    return len(said) <= MAX_DAY and (opens_with_weekday(said) or is_date(said))


def _is_day(block: Block) -> bool:
    """Return whether a block is a day of the week with degrees, each in an element of its own."""
    if not block.has_parts or len(block.text) > MAX_DAY or len(block.atoms) < MIN_PARTS:
        return False
    return opens_with_weekday(block.atoms[0]) and any(map(DEGREES.search, block.atoms[1:]))
