"""Boards of rates: pages that show what currencies cost today, with a converter, and may explain it at length."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.block import HEADINGS, ITEMS
from kznews.extract.kinds.shown import MIN_TEXT
from kznews.extract.phrases import key
from kznews.extract.selecting import short_text, spaced_text
from kznews.extract.texts import LEAP_YEAR
from kznews.extract.zones import Zone, zone_of
from kznews.kazakh.currency import find_currency
from kznews.kazakh.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document
    from kznews.extract.kinds.shown import Shown

_OF_RATES = tuple(
    map(key, ("валюта бағам", "валюталар бағам", "валютаның бағам", "валюталардың бағам", "айырбас бағам", "айырбастау бағам",
              "валюта айырбастау бағам", "теңге бағам", "теңгенің бағам", "доллар бағам", "доллардың бағам", "валюта конвертер",
              "валюта калькулятор", "конвертер валют", "курс валют", "курсы валют"))
)  # fmt: skip
"""How a page of rates is called, with its day or its currencies behind."""
_TODAY = re.compile(rf"(?:{'|'.join(map(key, ('бүгінгі', 'қазіргі', 'күнделікті', 'ресми')))}) ")
"""What may stand before or between."""
_OF_DAY = re.compile(rf"(?:{'|'.join(map(key, ('арналған', 'күнгі', 'күніне')))}) ")
"""What may stand behind the day that such a title begins with."""
_BESIDE = frozenset((Zone.HEADER, Zone.NAV, Zone.ASIDE, Zone.FOOTER))
_FIELDS = ("input", "select")
MIN_CURRENCIES, MAX_OPTIONS, MAX_OPTION = 2, 12, 40
"""Currencies that a converter lets choose, at least; choices that are looked at, and their letters."""
MAX_BARE = 2
"""Words of a title that says rates and no more: of whose, of which day."""
MIN_ROWS = 3
"""Cells of a table of rates that name a currency, at least."""
MAX_CELLS, MAX_WRAPPED = 200, 3
"""Cells of a table that are looked at; boxes around it with nothing else in them."""


def is_board_of_rates(shown: Shown, *, undated: bool) -> bool:
    """Return whether a title says rates and the page itself counts one currency into another, not a part beside it.

    Where a date stands beside the headline, a table of rates and the converter have to stand in the box of the text, or right
    behind a note of a line or two: news of the rates of a day has a table at most. What was read as headline may be that of a
    part which explains the table. Never raises.
    """
    if not _says_rates(shown.title):
        return undated and _explains_board(shown)
    text = [shown.blocks.all[at] for at in shown.text]
    if undated or len(shown.title.split()) <= MAX_BARE:  # "Валюта бағамы" tells no news
        return next(_converters(shown.document), None) is not None
    if _tabulates_rates(text):
        return any(_stands_amid(field, text) for field in _converters(shown.document))
    behind = _behind_table_of_rates(shown) if sum(len(block.text) for block in text) < MIN_TEXT else None
    return behind is not None and any(behind in field.iterancestors() for field in _converters(shown.document))


def _explains_board(shown: Shown) -> bool:
    """Return whether head and heading of a page say rates, with a table of them and a field to fill in over the headline.

    The head of an article says its headline, whatever heading and table of rates stand over that.
    """
    if shown.title_element is None or shown.title_at < 0 or not any(map(_says_rates, shown.claims)):
        return False
    if any(key(shown.title) in key(claim) for claim in shown.claims):
        return False
    before = shown.blocks.all[: shown.title_at]
    at = next((at for at, block in enumerate(before) if block.heading and _says_rates(block.text)), None)
    if at is None or before[at].zone in _BESIDE or not _tabulates_rates(before[at:]):
        return False
    return _has_field_between(before[at].element, shown.title_element)


def _has_field_between(heading: HtmlElement, title: HtmlElement) -> bool:
    """Return whether a reader can choose or enter something behind one element and before another."""
    behind = False
    for node in heading.getroottree().iter(*HEADINGS, *_FIELDS, title.tag):
        if node is title:
            return False
        if behind and node.tag in _FIELDS and node.get("type") != "hidden":
            return True
        behind = behind or node is heading
    return False


def _behind_table_of_rates(shown: Shown) -> HtmlElement | None:
    """Return what stands right behind a table of rates that follows the text at once, or None for another table or none."""
    cells = shown.blocks.all[shown.text[-1] + 1 :][:1] if shown.text else []
    table = next(cells[0].element.iterancestors("table"), None) if cells else None
    if table is None:
        return None
    said = (short_text(cell, MAX_OPTION) for cell in islice(table.iter("td"), MAX_CELLS))
    if sum(find_currency(name) is not None for name in said) < MIN_ROWS:
        return None
    box, whole = table, len(spaced_text(table))
    for holder in islice(table.iterancestors(), MAX_WRAPPED):
        if box.getnext() is not None or len(short_text(holder, whole)) != whole:
            break
        box = holder
    return box.getnext()


def _tabulates_rates(text: list[Block]) -> bool:
    cells = (block.text[:MAX_OPTION] for block in text if block.element.tag in ITEMS)
    return sum(find_currency(said) is not None for said in cells) >= MIN_ROWS


def _stands_amid(field: HtmlElement, text: list[Block]) -> bool:
    """Return whether an element stands in the smallest box around the first and the last paragraph."""
    within = set(text[0].element.iterancestors())
    box = next((node for node in text[-1].element.iterancestors() if node in within), None)
    return box is not None and box in field.iterancestors()


def _says_rates(title: str) -> bool:
    """Return whether a title begins with rates, be it behind the day that they are of ("2025 жылғы 2 қарашаға арналған ...")."""
    day = next(iter(find_dates(title, year=LEAP_YEAR)), None) if title[:1].isdecimal() else None
    said = _OF_DAY.sub("", key(title[day.end :]), count=1) if day is not None and not day.start else key(title)
    return _TODAY.sub("", said, count=1).startswith(_OF_RATES)


def _converters(document: Document) -> Iterator[HtmlElement]:
    """Yield the fields of a page, not of a part beside it, in which a currency is chosen."""
    fields = (it for it in document.index.tagged("select") if _BESIDE.isdisjoint(map(zone_of, it.iterancestors())))
    return filter(_names_currencies, fields)


def _names_currencies(field: HtmlElement) -> bool:
    options = (short_text(option, MAX_OPTION) for option in islice(field.iter("option"), MAX_OPTIONS))
    return sum(find_currency(said) is not None for said in options) >= MIN_CURRENCIES
