"""What the words around a rates widget say of its figures: buying and selling, of which day, expected by somebody."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from kznews.extract.phrases import key
from kznews.extract.rates.sides import TABS, both_panes, names_in_order, one_side, opened_by, side_of_pane
from kznews.extract.rates.tokens import MAX_WORDS, PAIR, currencies_in
from kznews.extract.selecting import spaced_text
from kznews.extract.widgets import LONGEST_BLOCK, MAX_WIDGET_TEXT, MONTHS, Sizes, head_over, is_dated, is_expected

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

MAX_BOX = MAX_WIDGET_TEXT * 24
"""What holds a widget's rows and its title shows less."""
CLOSE = 4
"""A block's element and the boxes around it that may be its widget, at most."""
MAX_TABS = 100
"""A widget has two tabs, and no more links than currencies beside them."""
MAX_LABEL_WORDS = MAX_WORDS * 2
"""Words of a label over figures, at most ("Ұлттық банктің бүгінгі ресми бағамы")."""
LABEL_ABOVE = 5
"""Blocks above the first figure in which its label stands: the label, and the heads of the columns."""

_BUYING, _SELLING = (
    rf"\b(?:{'|'.join(map(key, words))})\b"
    for words in (
        ("сатып алу", "алу", "сатып аламыз", "сатып алады", "покупка", "покупаем", "покупают", "купить"),
        ("сату", "сатамыз", "сатады", "продажа", "продаем", "продают", "продать"),
    )
)
_TAKES, _SELLS = (rf"\b(?:{'|'.join(map(key, words.split()))})\b" for words in ("аламыз алады", "сатамыз сатады"))
_BUYING = rf"(?:{_BUYING}|{_TAKES}(?= (?:\w+ )?{_SELLS}))"
"""To take is to buy beside to sell; else it says much more ("бола алады")."""
_buying, _selling = re.compile(_BUYING).search, re.compile(_SELLING).search
_OPENS_SIDE, _ENDS_SIDE = re.compile(rf"{_BUYING}|{_SELLING}"), re.compile(rf"(?:{_BUYING}|{_SELLING})$")
LONGEST_SIDE = 24
"""Letters around a slash among which the names of both sides stand."""
_NATIONAL_BANK = (
    "ресми", "ұб", "қрұб", "ұлттық банк", "ұлттық банкі", "ұлттық банкінің", "ұлттық банктің",
    "нбрк", "нб рк", "нацбанк", "нацбанка", "национального банка", "официальный",
)  # fmt: skip
_OFFICIAL = re.compile(rf"\b(?:{'|'.join(map(key, _NATIONAL_BANK))})\b")
"""The head of a column with the National Bank's rates beside those of exchange offices."""
_ABROAD = re.compile(rf"\b(?:{'|'.join(map(key, ('цб рф', 'цбрф', 'банк россии', 'банка россии', 'ресей орталық банкі')))})\b")
"""The bank of Russia, whose rates are in roubles."""
_ENGLISH = re.compile(r"\b(buy|sell)\b", re.IGNORECASE)
"""As written: the skeleton of the one is that of a Kazakh word as well."""
_DAYS = tuple(
    re.compile(rf"\b(?:{'|'.join(map(key, words.split()))})\b")
    for words in ("кеше кешегі вчера вчерашний yesterday", "бүгін бүгінгі сегодня today", "ертең ертеңгі завтра tomorrow")
)
_YESTERDAY, _TODAY, _ = _DAYS
_LONG_AGO = ("жыл бұрын", "ай бұрын", "апта бұрын", "год назад", "месяц назад", "неделю назад")
_AGO = re.compile(rf"\b(?:{'|'.join(map(key, _LONG_AGO))})\b")
_TEMPERATURES = re.compile(r"[°º˚℃]|(?<!\S)[+\-\u2212\u2013]\d{1,2}(?![\d.,])")
"""What a text shows that is a forecast of the weather, and says nothing of the rates below: "Ертең +5…+7"."""
_OF_YEAR = re.compile(rf"\b(?:19|20)\d\d (?:{'|'.join(map(key, ('жылы', 'жылғы', 'жылдың', 'году', 'года')))})(?! \d)")
"""A year that no day follows: "2015 жылғы бағам"."""
_DAY_OF_MONTH = re.compile(r"(?<![\d.,])(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?!\d)")
_DATE = re.compile(r"(?<![\d.,])\d{1,2}[./]\d\d[./](?:\d{4}|\d\d)(?![\d.,])")
_TWO_DAYS = re.compile(r"(?<![\d.,])(\d\d)\.(\d\d)(?:\s?[/|–—-]\s?|\s)(\d\d)\.(\d\d)(?![\d.,])")
NEAR_DAYS = 4
"""Between the days of two rates stands a weekend at most."""
_LOWEST, _HIGHEST = (
    rf"\b(?:{'|'.join(map(key, words.split()))})\b"
    for words in ("мин минимум төмен төменгі ашылу min low open", "макс максимум жоғары жоғарғы жабылу max high close")
)
_ENDS_LIMIT, _OPENS_LIMIT = re.compile(rf"(?:{_LOWEST}|{_HIGHEST})$"), re.compile(rf"{_LOWEST}|{_HIGHEST}")


def are_others(above: Sequence[Block], run: Sequence[Block]) -> bool:
    """Return whether labels above the figures of a run, or between them, say that they are expected, another day's or abroad."""
    above = [block for block in above if not _TEMPERATURES.search(block.spaced)]
    near = [(key(block.spaced), _is_label(block)) for block in (*above, *run) if len(block.spaced) <= MAX_WIDGET_TEXT * 3]
    if any(label and is_expected(said) and not _TODAY.search(said) for said, label in near):
        return True
    if any(_ABROAD.search(said) for said, _ in near):
        return True
    openings = [_opening(block) for block in run if len(block.spaced) <= LONGEST_BLOCK]
    if any(map(_is_of_another_time, openings)) and not any(map(_TODAY.search, openings)):
        return True
    over = [key(block.spaced) for block in above if _is_label(block)]
    if any(map(_is_of_year, over[-1:])):
        return True
    return any(_YESTERDAY.search(said) or _AGO.search(said) for said in over) and not any(map(_TODAY.search, over))


def _opening(block: Block) -> str:
    """Return the skeleton of what a text says before the first currency in it: "Ертеңгі бағам: доллар 521,5"."""
    said = block.spaced
    return key(said[: next((start for start, _, _ in currencies_in(said)), 0)])


def _is_of_another_time(opening: str) -> bool:
    said = _YESTERDAY.search(opening) or _AGO.search(opening)
    return said is not None or _is_of_year(opening) or is_expected(opening)


def _is_of_year(said: str) -> bool:
    """Return whether a text names a year without a day of it: "2015 жылғы бағам", not "09.05.2025 жылғы бағам"."""
    year = _OF_YEAR.search(said)
    before = said[: year.start()].split()[-1:] if year else []
    return year is not None and not any(word.isdigit() or word in MONTHS for word in before)


def name_days(labels: Iterable[Block]) -> bool:
    """Return whether one of the labels between the figures of a run is a day or an hour."""
    return any(_is_label(block) and is_dated(block.spaced) for block in labels)


def names_day(label: str) -> bool:
    """Return whether a label is of yesterday, today or tomorrow, or of a day long ago."""
    said = key(label)
    return any(day.search(said) for day in (*_DAYS, _AGO))


def tells_two_days(block: Block) -> bool:
    """Return whether a text with figures may name two days: "27.11 USD 521,5 28.11 USD 522,5"."""
    return len(set(_DAY_OF_MONTH.findall(block.spaced))) > 1


def headings_over(blocks: Iterable[Block], figured: Container[Block]) -> dict[Block, str]:
    """Return the blocks with figures below a heading "Сатып алу" or "Сату", and the side; {} unless both headings stand there."""
    found: dict[Block, str] = {}
    side = ""
    for block in blocks:
        if block not in figured:
            side = (_read(block.spaced).side if _is_label(block) else "") or side
        elif side:
            found[block] = side
    return found if len(set(found.values())) > 1 else {}


def _is_label(block: Block) -> bool:
    return block.link_share < 0.5 and len(block.text.split()) <= MAX_LABEL_WORDS  # noqa: PLR2004 - half of it is links


class _Said(NamedTuple):
    """What a box shows, and what that says of its figures."""

    skeleton: str
    sides: tuple[str, str] | None
    """The sides in the order in which they are named; None without both."""
    columns: tuple[str, ...]
    """The same with the official rates where these are named as well; () where not all three are."""
    side: str
    """The one side that is named; "" for none or both."""
    ranged: bool = False
    """Whether the lowest and the highest are named, with a slash between."""


@lru_cache(maxsize=1024)  # a run repeats its widgets; a box has at most MAX_BOX letters, so some 4 MB
def _read(text: str) -> _Said:
    said = key(text)
    buy, sell = _buying(said), _selling(said)
    if buy and sell:
        sides = ("buy", "sell") if buy.start() < sell.start() else ("sell", "buy")
        official = None if _meet(text, _ENDS_SIDE, _OPENS_SIDE) else _OFFICIAL.search(said)
        columns = {buy.start(): "buy", sell.start(): "sell"} | ({official.start(): "official"} if official else {})
        return _Said(said, sides, tuple(columns[at] for at in sorted(columns)) if official else (), "")
    if not buy and not sell and len(named := list(dict.fromkeys(map(str.lower, _ENGLISH.findall(text))))) > 1:
        return _Said(said, (named[0], named[1]), (), "")
    return _Said(said, None, (), "buy" if buy else "sell" if sell else "", _meet(text, _ENDS_LIMIT, _OPENS_LIMIT))


def _meet(text: str, ends: re.Pattern[str], opens: re.Pattern[str]) -> bool:
    """Return whether two words stand on both sides of a slash, as over one column: "сатып алу/сату"."""
    parts = text.split("/")
    beside = ((key(one[-LONGEST_SIDE:]), key(other[:LONGEST_SIDE])) for one, other in pairwise(parts))
    return any(ends.search(one) and opens.match(other) for one, other in beside)


class Surroundings:
    """What the boxes around the blocks of a page's widgets say: rows share them, and each is read once."""

    def __init__(self) -> None:
        self.is_small = Sizes()
        self._said: dict[HtmlElement, _Said | None] = {}
        self._named: dict[HtmlElement, tuple[str, str] | None] = {}
        self._tabs: dict[HtmlElement, dict[str, str]] = {}

    def _read(self, holder: HtmlElement) -> _Said | None:
        """Return what a box says, or None for one too large for a widget's."""
        if holder not in self._said:
            self._said[holder] = _read(spaced_text(holder)) if self.is_small(holder, MAX_BOX) else None
        return self._said[holder]

    def named(self, holder: HtmlElement) -> tuple[str, str] | None:
        """Return the sides in the order in which classes in a box name them; None without both."""
        if holder not in self._named:
            self._named[holder] = names_in_order(holder)
        return self._named[holder]

    def side_of(self, box: HtmlElement) -> str:
        """Return what a box says of its figures in words or by its name: "buy", "sell", "official"; "" for none or several."""
        said = self._read(box)
        if said is None or said.sides:
            return ""
        return said.side or one_side(box) or ("official" if _OFFICIAL.search(said.skeleton) else "")

    def names_both(self, box: HtmlElement) -> bool:
        """Return whether a box says in words that it has what is bought and what is sold."""
        said = self._read(box)
        return said is not None and said.sides is not None

    def tabs(self, holder: HtmlElement) -> dict[str, str]:
        """Return the panes that the tabs of a box open, by their id, and the side that the words on each tab name."""
        if holder not in self._tabs:
            opened = ((tab, opened_by(tab)) for tab in islice(holder.iter(*TABS), MAX_TABS))
            sides = ((pane, _read(spaced_text(tab)).side) for tab, pane in opened if pane)
            self._tabs[holder] = {pane: side for pane, side in sides if side}
        return self._tabs[holder]

    def by_place(self, pane: HtmlElement, sides: tuple[str, str] | None) -> str:
        """Return the side of a pane as the first or second of two under words for both, or ""; no pane may say a side itself."""
        panes = both_panes(pane) if sides else []
        said = [self._read(one) for one in panes]
        silent = all(one is not None and not (one.side or one.sides or _OFFICIAL.search(one.skeleton)) for one in said)
        return sides[panes.index(pane)] if sides and panes and silent else ""

    def around(self, block: Block) -> list[tuple[HtmlElement, _Said]]:
        """Return a block's element and what closely holds it, as far as that may be its widget, each with what it says."""
        found: list[tuple[HtmlElement, _Said]] = []
        holder: HtmlElement | None = block.element
        while holder is not None and len(found) < CLOSE and (said := self._read(holder)) is not None:
            found.append((holder, said))
            parent = holder.getparent()
            last = parent is None or parent.tag in ("body", "html") or len(said.skeleton) > MAX_WIDGET_TEXT * 8
            holder = None if last else parent
        return found


def today_near(block: Block, around: Surroundings) -> int | None:
    """Return which of two figures is today's where the widget around a block names two days; -1 if it does not say which.

    None where it names no two days.
    """
    for holder, said in around.around(block):
        places = [match.start() if (match := day.search(said.skeleton)) else -1 for day in _DAYS]
        named = sorted(place for place in places if place >= 0)
        if len(named) > 1:
            return named.index(places[1]) if len(named) == PAIR and places[1] >= 0 else -1
        text = spaced_text(holder)
        if len(set(_DATE.findall(text))) > 1 or any(map(_follow, _TWO_DAYS.finditer(text))):
            return -1
    return None


def _follow(days: re.Match[str]) -> bool:
    """Return whether two days without a year are near each other: "02.11 / 03.11", no figures such as "12.10 / 12.12"."""
    first, month, second, other = map(int, days.groups())
    return (other == month and 0 < abs(second - first) <= NEAR_DAYS) or (abs(other - month) in (1, 11) and 1 in (first, second))


def says_range(block: Block, around: Surroundings) -> bool:
    """Return whether the widget around a block names the lowest and the highest of something, with a slash between."""
    return any(said.ranged for _, said in around.around(block))


def sides_near(block: Block, around: Surroundings) -> tuple[str, str] | None:
    """Return the sides in the order in which the widget around a block names them, by class or in words; None without both."""
    near = around.around(block)
    by_name = bool(near) and around.named(near[-1][0]) is not None  # the largest box has all names, and rows share it
    return next((sides for holder, said in near if (sides := (by_name and around.named(holder)) or said.sides)), None)


def columns_near(block: Block, around: Surroundings) -> tuple[str, ...]:
    """Return official, buying and selling in the order in which the widget around a block names them; () without all three."""
    return next((said.columns for _, said in around.around(block) if said.sides), ())


def head_side(element: HtmlElement) -> str:
    """Return what the head over a figure's column in its table says: "buy", "sell" or "official"; "" for none or several."""
    said = _read(head_over(element))
    return "" if said.sides else said.side or ("official" if _OFFICIAL.search(said.skeleton) else "")


def own_side(owner: HtmlElement, block: Block, around: Surroundings) -> str:
    """Return the side that the element of a figure, or the one around it, names itself after; "" unless its widget names both."""
    near = around.around(block)
    if not near or around.named(near[-1][0]) is None:
        return ""
    holder = owner.getparent()
    return one_side(owner) or (one_side(holder) if holder is not None else "")


def side_near(block: Block, around: Surroundings) -> str:
    """Return the one side that the widget around a block names, "buy" or "sell"; "" where it names none or both.

    The smallest box with a word about it decides. Where that names both, or there is none, the block may stand in the pane of
    one: a tab in the box opens that pane, or the pane and the one beside it name themselves so.
    """
    near = around.around(block)
    at = next((at for at, (_, said) in enumerate(near) if said.side or said.sides), len(near))
    if at < len(near) and near[at][1].side:
        return near[at][1].side
    tabs = around.tabs(near[at][0]) if at < len(near) else {}
    sides = near[at][1].sides if at < len(near) else None
    panes = [holder for holder, _ in near[:at]]
    by_pane = (tabs.get(pane.get("id") or "") or side_of_pane(pane) or around.by_place(pane, sides) for pane in panes)
    return next(filter(None, by_pane), "")


def names_national_bank(block: Block, around: Surroundings) -> bool:
    """Return whether the smallest box around a block that says whose or which its figures are calls them official."""
    near = (said for _, said in around.around(block))
    said = next((said for said in near if said.sides or said.side or _OFFICIAL.search(said.skeleton)), None)
    return said is not None and not said.sides and not said.side
