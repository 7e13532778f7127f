"""What says of a run of currencies and figures that they are rates, or that they are not, besides the run itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extract.document import path_of
from kznews.extract.rates.icons import by_flag
from kznews.extract.selecting import short_text, spaced_text
from kznews.extract.strips import parts_beside, shows_rate
from kznews.extract.texts import has_digit
from kznews.extract.weather.marks import marks_in
from kznews.extract.widgets import DEGREES, MAX_WIDGET_TEXT, RATES, common_box, is_small, words_around
from kznews.extract.zones import split_words

if TYPE_CHECKING:
    from kznews.extract.block import Block
    from kznews.extract.rates.tokens import Token
    from kznews.items import ExchangeRate

MAX_NAME_WORDS = 3
"""Words of the name of a page of rates ("kurs-valyut", "exchange-rates"); a headline in an address has more."""
ALL_LINKS = 0.9
"""Of a block's letters; white space stands between its links."""


def is_named(run: list[Token]) -> bool:
    """Return whether what stands around a run calls itself rates, or a link in it leads to a page of that name."""
    return any(RATES.words.search(words_around(token.block)) or _leads_to_rates(token.block) for token in run)


def is_in_strip(run: list[Token]) -> bool:
    """Return whether the one currency of a run is a part of a line with a temperature: "Алматы +9 | USD 470,2".

    Or stands in an element of its own right beside that of a city's temperature.
    """
    block = next(token.block for token in run if token.kind == "currency")
    if not shows_rate(block.text):
        return _is_beside_weather(run)
    beside = (part for part in parts_beside(block) if len(part) <= MAX_WIDGET_TEXT and has_digit(part))
    return any(_kinds(part) == ["city", "degrees"] for part in beside) or _is_beside_weather(run)


def _is_beside_weather(run: list[Token]) -> bool:
    """Return whether a rate is all of an element, beside one that opens with the degrees of one city: "$445,10", "Семей +19°".

    Of a link its address tells what it is.
    """
    code, figure = (next((token for token in run if token.kind == kind), run[0]) for kind in ("currency", "number"))
    box = common_box(code.owner, figure.owner)
    if box is None or not is_small(box, MAX_WIDGET_TEXT) or not shows_rate(spaced_text(box)):
        return False
    if next(box.iter("a"), None) is not None or next(box.iterancestors("a"), None) is not None:
        return False
    beside = (node for node in (box.getprevious(), box.getnext()) if node is not None and isinstance(node.tag, str))
    said = (short_text(node, MAX_WIDGET_TEXT) for node in beside)
    kinds = (_kinds(text) for text in said if DEGREES.search(text))
    return any(marks[:2] == ["city", "degrees"] and marks.count("city") == 1 for marks in kinds)


def _kinds(text: str) -> list[str]:
    return [mark.kind for mark in marks_in(text, None)]


def are_countries(run: list[Token], rates: list[ExchangeRate]) -> bool:
    """Return whether flags drawn as letters stand for countries: among currencies the dollar's is never missing."""
    return all(rate.currency != "USD" for rate in rates) and any(by_flag(token.raw) for token in run)


def are_prices(run: list[Token], rates: list[ExchangeRate]) -> bool:
    """Return whether figures before signs of money are prices: among rates the dollar's is never missing."""
    return all(rate.currency != "USD" for rate in rates) and not any(_is_code(token.raw) for token in run)


def _is_code(raw: str) -> bool:
    return any(map(str.isalpha, raw))


def _leads_to_rates(block: Block) -> bool:
    """Return whether a block is links and one of them leads to a page named after rates in a few words ("/kurs-valyut/")."""
    if block.link_share < ALL_LINKS:
        return False
    segments = [segment for link in block.links for segment in (path_of(link.get("href") or "") or "").split("/")]
    names = [split_words(segment) for segment in segments if not has_digit(segment)]
    return any(len(name.split()) <= MAX_NAME_WORDS and RATES.words.search(name) for name in names)
