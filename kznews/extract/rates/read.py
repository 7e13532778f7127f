"""The exchange rates in a page's furniture: observations of the fetch, never of the article.

A widget is a cluster of short texts outside the article's text. What is hidden, stands for a city outside Kazakhstan or
carries no figure is a placeholder and gives nothing (portals.md section 24).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import groupby, islice
from typing import TYPE_CHECKING

from kznews.extract.rates.blocks import runs_in
from kznews.extract.rates.clusters import Cluster, are_sided, once, together
from kznews.extract.rates.figures import code_first, raw_of
from kznews.extract.rates.labels import Surroundings
from kznews.extract.rates.named import are_countries, are_prices, is_in_strip, is_named
from kznews.extract.rates.opened import opened_blocks
from kznews.extract.rates.panes import in_hidden_pane, read_box
from kznews.extract.rates.prices import without_prices
from kznews.extract.rates.runs import (
    are_in_other_money,
    backwards,
    columns_of,
    with_heads_before,
    with_yens,
    without_changes_behind,
    without_clones,
    without_cross_pairs,
    without_days,
)
from kznews.extract.rates.sources import of_one_source, without_clusters_behind
from kznews.extract.rates.tables import sided_columns
from kznews.extract.rates.texts import is_spread
from kznews.extract.rates.tokens import NOMINALS, PAIR, Token, currencies_in, names_currency
from kznews.extract.rates.units import DEAREST, with_units, with_units_before
from kznews.extract.selecting import whole_text
from kznews.extract.texts import has_digit
from kznews.extract.widgets import (
    LONGEST_BLOCK,
    MAX_BLOCKS,
    MIN_CURRENCIES,
    OUTSIDE,
    RATES,
    words_around,
)
from kznews.items import ExchangeRate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document

MAX_OPTIONS = 50
"""The National Bank quotes forty currencies; a longer menu is one of countries or towns."""
MAX_TOKENS = 400
"""The National Bank quotes forty currencies with nominal, name, code and figure; a longer run is no widget."""
CHEAPEST = 100
"""Tenge for a dollar or a euro: below it is a price in them, a number of units, a placeholder, or a rate in roubles.

Neither has cost less than 117 tenge since 2003.
"""
IN_DOLLARS = {
    "EUR": (Decimal("0.93"), Decimal("1.7")),
    "GBP": (Decimal("0.9"), Decimal("2.2")),
    "CNY": (Decimal("0.1"), Decimal("0.25")),
    "RUB": (Decimal("0.003"), Decimal("0.06")),
}
"""What a unit was worth in dollars since 2003, with room on both sides; figures outside stand beside the wrong codes.

What one thing costs in euros is less than in dollars: the euro has the least room.
"""

_MENUS = ("ul", "ol", "div", "menu")
"""What a button opens right behind it."""
_BARE_ORDER = ("USD", "EUR", "RUB")


def read_rates(document: Document, furniture: Sequence[Block], selector: str) -> list[ExchangeRate]:
    """Return the rates a page shows outside its article, each currency and side once, in page order; [] if none.

    `furniture` are the blocks outside the article; `selector` is the layout's, one element per currency, or "".
    """
    around = Surroundings()
    if selector:
        rows = [_row_rates(element, around) for element in document.index.select(selector)]
        found = [rate for row in rows for rate in row]
        if found:
            return once(found)
    if found := _read_blocks(furniture, document, around) or _in_menu(document) or _on_buttons(document):
        return found
    opened = (_read_blocks(blocks, document, Surroundings()) for blocks in opened_blocks(document))
    return next(filter(None, opened), [])


def _read_blocks(furniture: Sequence[Block], document: Document, around: Surroundings) -> list[ExchangeRate]:
    """Return the rates that blocks around an article show, each currency and side once."""
    seen = [block for block in furniture[:MAX_BLOCKS] if block.zone not in OUTSIDE]
    clusters = without_clusters_behind([cluster for cluster in _clusters(seen, document, around) if cluster.rates], around)
    best = max((cluster.rates for cluster in clusters), key=lambda rates: len({rate.currency for rate in rates}), default=[])
    best = (_opened_by_button(document, best) if best else []) or best
    found = once(together(best, clusters, around))
    return [*found, *in_hidden_pane(document, found, clusters, around)]


def _in_menu(document: Document) -> list[ExchangeRate]:
    """Return the rates among which a page lets its reader choose ("<option>USD - 424.34"), if there are several."""
    around = Surroundings()
    for menu in document.index.tagged("select"):
        if found := _told_by([*islice(menu.iter("option"), MAX_OPTIONS)], around):
            return found
    return []


def _on_buttons(document: Document) -> list[ExchangeRate]:
    """Return the rates that buttons of a converter say, one each ("<button><span>USD</span> 517.62</button>"), if several do."""
    shown = (button for button in document.index.tagged("button") if len(whole_text(button)) <= LONGEST_BLOCK)
    seen = [button for button in shown if document.index.hidden.isdisjoint((button, *button.iterancestors()))]
    return _told_by(seen[:MAX_OPTIONS], Surroundings())


def _opened_by_button(document: Document, rates: list[ExchangeRate]) -> list[ExchangeRate]:
    """Return the rates of a list that a button opens with the one that the button says itself, if `rates` are those of the list.

    [] where no button says one: "<button>USD 425,67</button><ul><li>EUR 505,31</li>".
    """
    around = Surroundings()
    opening = (button for button in document.index.tagged("button") if _says_rate(button))
    for button, beside in islice(((button, button.getnext()) for button in opening), MAX_OPTIONS):
        if beside is None or beside.tag not in _MENUS:
            continue
        if document.index.hidden.isdisjoint((button, *button.iterancestors(), beside)):
            found = _told_by([button, *islice(beside.iter("li", "a", "option"), MAX_OPTIONS)], around)
            known = {(rate.currency, rate.value) for rate in found}
            if len(known) == len(rates) + 1 and all((rate.currency, rate.value) in known for rate in rates):
                return found
    return []


def _says_rate(button: HtmlElement) -> bool:
    said = whole_text(button)
    return len(said) <= LONGEST_BLOCK and has_digit(said) is not None and bool(currencies_in(said.strip()))


def _told_by(controls: Sequence[HtmlElement], around: Surroundings) -> list[ExchangeRate]:
    """Return the rates that controls say, one currency each, if they are several and agree."""
    figured = [control for control in controls if has_digit(whole_text(control))]
    rates = [rate for control in figured for rate in _row_rates(control, around)]
    return once(rates) if len({rate.currency for rate in rates}) >= MIN_CURRENCIES and _agree(rates) else []


def _row_rates(element: HtmlElement, around: Surroundings) -> list[ExchangeRate]:
    """Return the rates of one currency's row: one figure, or a buying and a selling one."""
    rates = read_box(element, around)
    return rates if are_sided(rates) else rates[:1]


def _clusters(furniture: list[Block], document: Document, around: Surroundings) -> Iterator[Cluster]:
    """Yield the rates of runs of neighbouring short blocks that read as currency and figure alternately."""
    for run, days, headed in runs_in(furniture, document, around.is_small):
        found = (_below_headings(run, around, headed) if headed else None) or _read_run(run, around, days=days)
        yield from (Cluster(rates, next((token for token in run if token.code), run[0]).block) for rates in found)


def _below_headings(run: list[Token], around: Surroundings, headed: dict[Block, str]) -> list[list[ExchangeRate]]:
    """Return the rates of a run whose figures stand below a heading for one side and, further on, below one for the other.

    [] where nothing is read below one of them, as where heads of columns stand side by side.
    """
    sides = list(dict.fromkeys(headed.values()))
    parts = [[token for token in run if headed.get(token.block) == side] for side in sides]
    if not all(map(names_currency, parts)):
        return []
    read = [[rate for cluster in _read_run(part, around, days=False) for rate in cluster] for part in parts]
    if not all(read):
        return [[]] if all(any(token.kind == "number" for token in part) for part in parts) else []
    one, other = ({rate.currency: rate.value for rate in rates} for rates in read)
    agree = all(is_spread(*sorted((one[code], other[code]))) for code in one.keys() & other.keys())
    return [[replace(rate, side=side) for side, rates in zip(sides, read, strict=True) for rate in rates] if agree else []]


def _read_run(run: list[Token], around: Surroundings, *, days: bool) -> Iterator[list[ExchangeRate]]:
    """Yield the rates of a run of tokens: codes first, or figures first where a figure opens it and a code ends it.

    With `days` two figures of one currency may be those of two days, as there is a day between, or of two banks or cities.
    """
    run = _of_currencies(of_one_source(run, around)) if len(run) <= MAX_TOKENS else []
    if not run or _ends_with_next_heading(run):
        return
    if all(token.kind == "number" for token in run):
        yield _bare(run)
        return
    run = without_changes_behind(run)
    if run[0].kind == "number" and run[-1].kind != "currency":
        run = run[next((at for at, token in enumerate(run) if token.kind != "number"), 0) :]
        groups = [kind for kind, _ in groupby(token.kind for token in run if token.kind != "nominal")]
        if groups.count("number") < groups.count("currency"):
            return  # a figure before each code and one behind: which belongs to which cannot be told
    reverse = run[0].kind == "number"
    if (columns := columns_of(run)) is None:
        yield _in_table(run, around)
        return
    rates = code_first(backwards(run) if reverse else with_units(columns), around, reverse=reverse)
    rates = _paired(rates)
    if days and _are_of_several(rates):
        return
    several = len({rate.currency for rate in rates}) >= MIN_CURRENCIES
    none = are_countries(run, rates) or are_in_other_money(run) or (reverse and are_prices(run, rates) and not is_named(run))
    if rates and _agree(rates) and (several or is_named(run) or is_in_strip(run)) and not none:
        yield rates


def _ends_with_next_heading(run: Sequence[Token]) -> bool:
    """Return whether the one currency of a run heads what follows: a heading behind figures, not in their box.

    So a bank has a table under each currency's name.
    """
    last, *before = reversed(run)
    if last.kind != "currency" or not last.block.heading or any(token.kind == "currency" for token in before):
        return False
    box = last.block.element.getparent()
    return any(token.block.element.getparent() is not box for token in before)


def _of_currencies(run: list[Token]) -> list[Token]:
    """Return a run without what is no currency's in tenge, units and rows of figures at their places; [] where nothing stays."""
    run = without_prices(without_clones(without_days(with_yens(run))))
    run = without_cross_pairs(_without_loose_before(run)) if run else []
    return with_heads_before(with_units_before(_without_others_behind(run))) if run else []


def _in_table(run: list[Token], around: Surroundings) -> list[ExchangeRate]:
    """Return what currencies are bought and sold for under or beside a row of their names; [] where the figures do not agree."""
    sided = [(token, figure, figure.number, side) for token, figure, side in sided_columns(run, around)]
    rates = [
        ExchangeRate(currency=token.code, value=value, side=side, raw=raw_of(token, figure, around.is_small, sided=True))
        for token, figure, value, side in sided
        if value and figure.raw[0].isdigit()
    ]
    two = [rate for rate in rates if rate.side != "official"]
    pairs = [sorted(rate.value for rate in two if rate.currency == code) for code in {rate.currency for rate in rates}]
    agree = all(len(pair) == PAIR and is_spread(*pair) for pair in pairs)
    return rates if len(rates) == len(sided) and agree and _agree(rates) else []


def _without_others_behind(run: list[Token]) -> list[Token]:
    """Return a run that a figure opens without the figures of something else at its end: "447.3 USD | 519.4 EUR | Brent 83.7"."""
    end = len(run)
    while run[0].kind == "number" and run[end - 1].kind == "other":
        end -= 1
    return run[:end]


def _without_loose_before(run: list[Token]) -> list[Token]:
    """Return a run without the figures that stand in blocks of their own before blocks in which each currency has its own."""
    of_currency = {token.block for token in run if token.kind == "currency" and token.code != "KZT"}
    rated = {token.block for token in run if token.kind == "number"}
    if not of_currency or not of_currency <= rated:
        return run
    return run[next(at for at, token in enumerate(run) if token.block in of_currency) :]


def _bare(run: list[Token]) -> list[ExchangeRate]:
    """Return dollar, euro and rouble of three bare figures in a box that calls itself currency, if their sizes say so."""
    figures = [token for token in run if RATES.words.search(words_around(token.block))]
    if len(figures) != len(_BARE_ORDER) or not all(figure.raw[0].isdigit() for figure in figures):
        return []
    rates = [
        ExchangeRate(currency=code, value=figure.number, raw=figure.raw)
        for code, figure in zip(_BARE_ORDER, figures, strict=True)
        if figure.number
    ]
    return rates if len(rates) == len(figures) and rates[0].value < rates[1].value and _agree(rates) else []


def _agree(rates: list[ExchangeRate]) -> bool:
    """Return whether the currencies are worth what they may be, in tenge and beside the dollar; another's figure is not.

    Figures that are all nominals are sums: "USD 100, EUR 100".
    """
    if rates and all(rate.value in NOMINALS for rate in rates):
        return False
    if any(rate.currency in ("USD", "EUR") and not CHEAPEST <= rate.value / rate.nominal <= DEAREST for rate in rates):
        return False
    dollar = next((rate.value / rate.nominal for rate in rates if rate.currency == "USD"), None)
    if dollar is None:
        return True
    worth = [(IN_DOLLARS[rate.currency], rate.value / rate.nominal / dollar) for rate in rates if rate.currency in IN_DOLLARS]
    return all(low <= value <= high for (low, high), value in worth)


def _paired(rates: list[ExchangeRate]) -> list[ExchangeRate]:
    """Return the first rate of each currency, and both sides of those that have them.

    Two figures of about one size for every currency without a word about them may be buy and sell, or two days: nothing.
    """
    groups = [list(group) for _, group in groupby(rates, key=lambda rate: rate.currency)]
    if groups and all(_is_unnamed_pair(group) for group in groups):
        return []
    sided: set[str] = set()
    kept: list[ExchangeRate] = []
    for group in groups:
        if are_sided(group) or len({rate.side for rate in group}) == len(group) > 1:
            sided.add(group[0].currency)
            kept += group
        elif group[0].currency not in sided:  # a header for small screens behind that, as it was on another day
            alike = [rate for rate in group if rate.value / rate.nominal == group[0].value / group[0].nominal]
            kept.append(min(alike, key=lambda rate: rate.nominal))  # behind a converter's sum: "100 USD = 44 780 ₸"
    return kept


def _are_of_several(rates: list[ExchangeRate]) -> bool:
    """Return whether a side of a currency has two figures of about one size: those of two days or banks."""
    first = {(rate.currency, rate.side): rate.value for rate in once(rates)}
    known = [(rate.value, first[rate.currency, rate.side]) for rate in rates]
    return any(value != other and is_spread(*sorted((value, other))) for value, other in known)


def _is_unnamed_pair(group: list[ExchangeRate]) -> bool:
    sides, values = {rate.side for rate in group}, sorted(rate.value for rate in group)
    return len(group) == PAIR and sides == {"official"} and is_spread(*values)
