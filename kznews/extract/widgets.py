"""What widgets have in common: short texts in small boxes outside the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.selecting import part_texts, short_text, whole_text
from kznews.extract.zones import Zone, words_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.index import Index

MAX_WIDGET_TEXT = 60
"""A block with one currency, its figures and a label fits; a headline about the dollar does not."""
LONGEST_BLOCK = MAX_WIDGET_TEXT * 3
"""A block with a nominal, a currency's full name, its code and two figures fits."""
LONGEST_LINE = LONGEST_BLOCK * 5
"""A ticker's line with twenty currencies, indexes and their changes fits."""
MIN_CURRENCIES = 2
"""One currency alone may be a headline ("$100 млн"); a widget shows at least two, or calls itself one."""
DEGREES = re.compile(r"[°º˚℃]|\d\s?[CС]\b")
MAX_BLOCKS = 3_000
"""Widgets stand among the first blocks around an article; pages of endless tiny blocks are not searched further."""
LARGEST = MAX_WIDGET_TEXT * 40
"""A box with forty currencies holds so much text."""
FEW = 8
"""So many blocks say their names in the time in which a page says all of its own."""
NEAR = 5
"""The element of a block and those that closely hold it."""
CELLS = ("td", "th")
MAX_DEPTH = 2
"""Elements between a figure and its cell, at most."""
MAX_HEADS = 4
"""Rows of a table among which its head stands: behind a title, or two."""
_DECIMALS = re.compile(r"\d[.,]\d")
OUTSIDE = frozenset((Zone.COMMENTS, Zone.RELATED, Zone.CAPTION, Zone.TAGS))
_MONTH_WORDS = (
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан "
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
)
MONTHS = frozenset(map(key, _MONTH_WORDS.split()))
"""Names of the months as dates have them, as skeletons."""
WEEKDAYS = frozenset(
    map(key, ("дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі",
              "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"))
)  # fmt: skip
"""Names of the days of the week, as skeletons."""
_HOUR_OR_DAY = re.compile(r"\b\d{1,2}:\d\d\b|(?<![\d.])\d\d\.(?:0\d|1[0-2])(?:\.\d{2,4})?(?![\d.])")
_EXPECTED_WORDS = (
    "болжам болжамы болжамдары прогноз прогнозы прогнозу forecast сарапшы сарапшылар эксперт эксперты ертең ертеңгі ертеңге "
    "бүрсігүні бүрсігүнгі алдағы завтра завтрашний завтрашнего завтрашняя послезавтра tomorrow болады болмақ күтіледі күтілуде "
    "болжанады болжануда ожидается будет"
)
_EXPECTED = frozenset(map(key, _EXPECTED_WORDS.split()))
"""Words of what somebody expects: the figure beside them is not shown as today's."""


def is_ticker(text: str) -> bool:
    """Return whether a text longer than a widget's block is a line of figures: one with decimals for each sixty letters."""
    return LONGEST_BLOCK < len(text) <= LONGEST_LINE and decimals_in(text) * MAX_WIDGET_TEXT >= len(text)


def decimals_in(text: str) -> int:
    """Return how many figures with decimals there are in a text; marks between thousands count as well."""
    return len(_DECIMALS.findall(text))


def is_dated(text: str) -> bool:
    """Return whether a short text holds an hour, or a day by its month: "09:00", "25 сәуір", "25.04"."""
    if _HOUR_OR_DAY.search(text):
        return True
    return any(map(str.isdigit, text)) and not MONTHS.isdisjoint(key(text).split())


def is_expected(text: str) -> bool:
    """Return whether a short text says that its figures are expected ("Сарапшы болжамы", "Ертең") rather than in force."""
    return not _EXPECTED.isdisjoint(key(text).split())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words by which a widget's markup names it."""

    words: re.Pattern[str]
    stems: tuple[str, ...]
    """Each of the words holds one of these: a page without any has no such element."""

    def named(self, index: Index) -> frozenset[HtmlElement]:
        """Return the elements of a page that name themselves so by class, id or itemprop."""
        return index.naming(self.words, self.stems)

    def around(self, blocks: Sequence[Block], index: Index, *, inner: bool = False) -> Iterator[Block]:
        """Yield those of some blocks whose element, or one of the four that closely hold it, names itself so.

        With `inner` an element that a block's text stands in may as well.
        """
        if len(blocks) <= FEW:  # asked one by one, in less time than a page is asked for all its names
            yield from (block for block in blocks if self.words.search(words_around(block, inner=inner)))
        elif named := self.named(index):
            for block in blocks:
                if is_around(named, block.element) or (inner and not named.isdisjoint(block.owners)):
                    yield block


RATES = Vocabulary(
    re.compile(r"(?<![a-z])(?:currenc\w*|rates?|exchange\w*|valyuta|valuta|kurs\w*|convert\w*|bagam\w*)(?![a-z])"),
    ("currenc", "rate", "exchange", "valyuta", "valuta", "kurs", "convert", "bagam"),
)
_WEATHER_STEMS = ("weather", "forecast", "temp", "pogoda", "meteo", "aua", "wdt", "wx")
_WEATHER_WORDS = "|".join(_WEATHER_STEMS).replace("temp", "temp(?!lat|or)").replace("wx", r"\bwx\b")  # no "template"
WEATHER = Vocabulary(re.compile(_WEATHER_WORDS), _WEATHER_STEMS)
ICON_CODES = {
    "usd": "USD", "dollar": "USD", "eur": "EUR", "euro": "EUR", "rub": "RUB", "rur": "RUB", "ruble": "RUB", "rubl": "RUB",
    "rouble": "RUB", "cny": "CNY", "yuan": "CNY", "yen": "CNY", "rmb": "CNY", "gbp": "GBP", "kgs": "KGS", "uzs": "UZS",
}  # fmt: skip
"""What the classes of a currency's icon say -> its code; the sign of the yen is the yuan's as well, which portals show."""
ICONS = Vocabulary(re.compile(rf"(?<!\S)(?:{'|'.join(ICON_CODES)})(?!\S)"), tuple(ICON_CODES))


def head_over(element: HtmlElement) -> str:
    """Return what the head of a table says over the column that an element stands in; "" for none.

    The head is the first row with as many cells as the element's own.
    """
    cell = next((node for node in (element, *islice(element.iterancestors(), MAX_DEPTH)) if node.tag in CELLS), None)
    row = cell.getparent() if cell is not None else None
    table = next(row.iterancestors("table"), None) if row is not None else None
    if cell is None or row is None or table is None:
        return ""
    own = sum(1 for _ in row.iterchildren(*CELLS))
    rows = ([node for node in other if node.tag in CELLS] for other in islice(table.iter("tr"), MAX_HEADS))
    head = next((cells for cells in rows if len(cells) == own), [])
    if not head or head[0].getparent() is row or any(node.get("colspan") for node in (*head, *row.iterchildren(*CELLS))):
        return ""
    return short_text(head[sum(1 for _ in cell.itersiblings(*CELLS, preceding=True))], MAX_WIDGET_TEXT)


def is_around(named: Container[HtmlElement], element: HtmlElement | None) -> bool:
    """Return whether an element, or one of the four that closely hold it, is among `named`."""
    for _ in range(NEAR):
        if element is None:
            break
        if element in named:
            return True
        element = element.getparent()
    return False


def common_box(one: HtmlElement, other: HtmlElement) -> HtmlElement | None:
    """Return the smallest element that holds both elements or is one of them; None where there is none."""
    if one is other or one.getparent() is other.getparent():  # nearly all that are asked
        return one if one is other else one.getparent()
    holders = {one, *one.iterancestors()}
    return next((node for node in (other, *other.iterancestors()) if node in holders), None)


def stands_in(element: HtmlElement, box: HtmlElement) -> bool:
    """Return whether an element is a box or stands in it."""
    return element is box or box in element.iterancestors()


def words_around(block: Block, *, inner: bool = False) -> str:
    """Return the words in class and id of a block's element and of what closely holds it, with `inner` of its texts' elements."""
    nodes = [block.element, *islice(block.element.iterancestors(), NEAR - 1), *(block.owners if inner else ())]
    return " ".join(map(words_of, nodes))


def is_small(element: HtmlElement, limit: int) -> bool:
    """Return whether an element shows at most `limit` characters in at most as many parts; looks no further than that."""
    total = shown = 0
    for part in element.itertext() if len(element) else (element.text or "",):
        total += len(part) + 1
        if total > 2 * limit:  # white space between the parts counts
            return False
        shown += len(part.strip())
    return shown <= limit


class Sizes:
    """How much the elements of a page show; boxes share them, and each is measured once."""

    def __init__(self) -> None:
        self._sizes: dict[HtmlElement, tuple[int, int]] = {}

    def __call__(self, element: HtmlElement, limit: int) -> bool:
        """Return whether an element is small (`is_small`), for limits up to LARGEST."""
        sizes = self._sizes
        if element not in sizes:
            parent = element.getparent()
            if parent in sizes and _fits(sizes[parent], limit):
                return True  # what stands in a small box is one
            sizes[element] = _size_of(element)
        return _fits(sizes[element], limit)


def _fits(size: tuple[int, int], limit: int) -> bool:
    return size[0] <= 2 * limit and size[1] <= limit


def _size_of(element: HtmlElement) -> tuple[int, int]:
    """Return how many characters and parts there are in an element, and how many characters it shows; too many of a large one.

    Its whole text is made in the time of a few of its parts.
    """
    if len(whole_text(element)) > 2 * LARGEST:
        return 2 * LARGEST + 1, LARGEST + 1
    parts = part_texts(element)
    return sum(map(len, parts)) + len(parts), sum(map(len, map(str.strip, parts)))
