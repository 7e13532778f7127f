"""The currencies and figures that the short texts of a rates widget hold, in page order."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kznews.extract.phrases import key
from kznews.extract.rates.icons import by_flag, icons_beside
from kznews.extract.rates.texts import plain, shown_figures, without_city, without_dates
from kznews.extract.texts import has_digit
from kznews.extract.widgets import DEGREES
from kznews.kazakh.currency import find_all
from kznews.kazakh.numbers import find_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

NOMINALS = (1, 10, 100, 1000)
"""Units that the National Bank quotes currencies for."""
MAX_WORDS = 3
"""Words before and for each currency that are neither currency nor label ("100 ӨЗБЕК СОМЫ", "Ресми бағам: USD 521"), at most."""

PAIR = 2
"""Figures of one currency that is bought and sold, or is shown for two days."""
BY_ONE = frozenset(("USD", "EUR", "RUB", "CNY", "GBP"))
"""What everybody quotes one unit of: a count before these is one of something else ("10 минут | USD")."""
MAX_COUNTRY = 2
"""Words that say whose a currency is ("Біріккен Араб")."""

_UNITS = re.compile(r"\([^()\d.,+%–-]{0,12}1(?:0{1,3})?[^()\d.,+%–-]{0,12}\)|(?:^|\s)[xхX×]1(?:0{1,3})?(?!\d)")
"""A figure that is units by its signs: "(100)", "(100 бірлік)", "x1000"."""
WORD = re.compile(r"[^\W\d_]{2,}")
"""A word as far as it is no single letter or sign."""
_INNER = re.compile("['\u2018\u2019\u02bb\u02bc\u0060\u00b4\u034f]")
"""Signs that a skeleton leaves out, so that what stands around them is one word."""
_LABELS = frozenset(
    word
    for line in (
        "сатып алу", "сату", "покупка", "продажа", "покупаем", "продаем", "купить", "продать", "бағам", "бағамы", "курс",
        "валюта", "банк", "ҚР ҰБ", "НБРК", "АҚШ", "США", "Ресей", "Қытай", "бірлік", "шт", "buy", "sell", "ресми", "официальный",
        "ұлттық", "нацбанк", "KASE",
    )
    for word in key(line).split()
)  # fmt: skip
_LIGATURE = re.compile(r"(?<![^\W_])[a-z]+(?:_[a-z]+)+(?![^\W_])")
"""The name of a sign that an icon font draws in its place ("arrow_drop_up")."""
_JOINING = frozenset(map(key, ("және", "немесе", "и", "или", "and", "or")))
_OPENS_SHARE, _NEXT_SHARE = re.compile(r"(?<!\d)%$"), re.compile(r"%[+\-\u2212\u2013]?\d")
"""A percent sign before a figure, and one that begins the share behind it."""
_OVER = re.compile(r"([^\W\d_]{2,})(?:/|(?<=[A-Z]{3})(?: ?[/\u2192(] ?|-))$")
"""A name before what it is priced in; other signs than a slash divide other things as well ("Бүгін / USD 521"), but no codes."""
MAX_BEFORE = 40
"""Letters before a currency among which such a name stands."""
_PAID_FOR = re.compile(r"(?:\s?/\s?[^\W\d_]{1,8})?[\s.,;]*")
"""What may stand behind the price of goods: what it is for ("/гр", "/литр")."""
_ASKED = re.compile(r"[^\W\d_]\s?\?")
_COPYRIGHT = re.compile(r"©|\([cс]\)", re.IGNORECASE)

_SMALL_CODES = re.compile(r"(?i)(?:\s*(?:usd|eur|rub|rur|cny|gbp)[\s:=]{0,3}\d[\d.,\u00a0\u2009\u202f]{0,15}\s*[₸|•,;]?){1,6}\s*")
"""Of the codes that no language writes as a word."""


KNOWN = 4096
"""Texts of blocks whose meaning is kept: a run repeats its widgets; a block has at most 180 letters, so some 4 MB."""
_NO_ICONS: tuple[str, ...] = ()
_Said = tuple[str, str, "Decimal | None", str, int]
"""What a token says, and the place of its text among those of its block."""


@lru_cache(maxsize=KNOWN)  # a page repeats its labels; a run repeats its menus
def currencies_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return (start, end, code) of the currencies that a short text names; small codes only beside nothing but figures."""
    if _SMALL_CODES.fullmatch(text):
        return find_all(text.upper())
    found = find_all(text)
    return found if any(code != "KZT" for _, _, code in found) else tuple(sorted((*found, *by_flag(text))))


class Token(NamedTuple):
    """A currency or a figure in a widget, with the text it was read from and the block it stands in."""

    kind: str
    """"currency", "number", "nominal" and "units" (how many of it a rate is for), "other" (a figure of something else)."""
    code: str
    number: Decimal | None
    raw: str
    block: Block
    owner: HtmlElement
    """The element that its text node stands in."""
    at: int = 0
    """The place of its text among those of its block."""


def tokens_of(block: Block) -> list[Token]:
    """Return currencies and figures, text node by text node: "327" and "329.5" in two cells are two figures.

    A block that says something gives none: a headline about the dollar, a sum of millions, the year behind a copyright. Bare
    figures may have their currency in an icon beside them. What stands behind another name ("Brent 83.7") is that one's.
    """
    atoms = _without_goods(tuple(shown_figures(block)), linked=bool(block.links))
    shown = _shown_by(atoms, linked=bool(block.links))
    icons = tuple(icons_beside(block)) if shown == "figures" else _NO_ICONS
    owners = block.owners
    return [
        Token(kind, code, number, raw, block, owners[at], at)
        for kind, code, number, raw, at in (_read(atoms, icons if any(icons) else _NO_ICONS) if shown else ())
    ]


@lru_cache(maxsize=KNOWN)
def _without_goods(atoms: tuple[str, ...], *, linked: bool) -> tuple[str, ...]:
    """Return the texts of a block with blanks for those that say what something else costs beside several that are a rate each.

    People type such lists: "$ 384,2<br>€ 427,1<br>Алтын 18 103 тг/гр".
    """
    if len(atoms) <= PAIR:
        return atoms
    texts = [plain(atom) for atom in atoms]
    goods = {at for at, text in enumerate(texts) if _is_prose(text, linked=linked) and _is_price_of_goods(text)}
    rated = {code for at, text in enumerate(texts) if goods and at not in goods and (code := _rated_in(text))}
    return tuple("" if at in goods else atom for at, atom in enumerate(atoms)) if len(rated) >= PAIR else atoms


def _is_price_of_goods(text: str) -> bool:
    """Return whether a text is a name, one figure, money and perhaps what it is paid for: "Алтын 18 103 тг/гр"."""
    figures = [start for start, _, value in find_numbers(text) if value not in NOMINALS]
    money = currencies_in(text)
    if len(figures) != 1 or len(money) != 1 or not _count(text[: figures[0]]):
        return False
    start, end, _ = money[0]
    return figures[0] < start and _PAID_FOR.fullmatch(text, end) is not None


def _rated_in(text: str) -> str:
    """Return the currency that a text opens with and says nothing but the rate of; "" for any other."""
    money = currencies_in(text)
    if len(money) != 1 or money[0][2] == "KZT" or WORD.search(without_labels(text[money[0][1] :])):
        return ""
    return money[0][2] if not text[: money[0][0]].strip() and has_digit(text) else ""


@lru_cache(maxsize=KNOWN)
def _shown_by(atoms: tuple[str, ...], *, linked: bool) -> str:
    """Return what the texts of a block may show: "rates", "figures" without a currency but the tenge, or ""."""
    said = " ".join(atoms)
    texts = [plain(atom) for atom in atoms]
    if any(_is_prose(text, linked=linked) for text in texts) or _COPYRIGHT.search(said) or _ASKED.search(said):
        return ""
    if codes := [code for text in texts for _, _, code in currencies_in(text)]:
        return "rates" if any(code != "KZT" for code in codes) else "figures"
    said = _LIGATURE.sub(" ", said) if "_" in said else said
    return "" if _says_more(said) or WORD.search(without_labels(said)) else "figures"


@lru_cache(maxsize=KNOWN)
def _read(atoms: tuple[str, ...], icons: tuple[str, ...]) -> tuple[_Said, ...]:
    """Return what the texts of a block say, with the currencies of the icons beside them, if there are any."""
    texts = [plain(atom) for atom in atoms]
    found: list[_Said] = []
    anothers = False
    for at, (text, icon, after) in enumerate(zip(texts, icons or [""] * len(texts), [*texts, ""][1:], strict=True)):
        if DEGREES.search(text):
            continue
        if icon:
            found.append(("currency", icon, None, icon, at))
        own = list(_said_in(text, "".join(texts[max(0, at - 2) : at]), after, at))
        named = [kind for kind, *_ in own if kind in ("currency", "money")]
        anothers = named[-1] == "money" if named else not icon and (anothers or _is_of_another(text, own, found))
        found += [("other", *said[1:]) for said in own] if anothers and not named else own
    return tuple(("other", *said[1:]) if said[0] == "money" else said for said in found)


def as_anothers(token: Token) -> Token:
    """Return a figure as one that belongs to something else than the currency before it."""
    return token._replace(kind="other")


def names_another(block: Block) -> bool:
    """Return whether a block is the name of something that is no currency ("BTC", "Brent"): figures behind it are its own."""
    return bool(WORD.search(without_labels(block.spaced)))


def names_currency(tokens: list[Token]) -> bool:
    """Return whether a currency is among tokens."""
    return any(token.kind == "currency" for token in tokens)


def _is_of_another(atom: str, own: Sequence[_Said], before: Sequence[_Said]) -> bool:
    """Return whether a text without a currency is a name with its figure, or one that stands behind a currency's figure."""
    figure = next((raw for _, _, _, raw, _ in own), "")
    name = atom.partition(figure)[0] if figure else atom
    behind_figure = bool(before) and before[-1][0] != "currency"
    return bool((figure or behind_figure) and WORD.search(without_labels(name)))


def may_be_figures(atoms: Sequence[str]) -> bool:
    """Return whether texts that name no currency may show figures of one: quickly told, never False where they do."""
    said = " ".join(atoms)
    if not has_digit(said):
        return False
    if "_" not in said and _says_more(said):
        rest = without_city(atoms)
        return rest is not atoms and may_be_figures(rest)
    return any(has_digit(without_dates(atom)) for atom in atoms)


def _said_in(atom: str, before: str, following: str, at: int) -> Iterator[_Said]:
    """Yield what a text says; "money" is what something is priced in that is no currency ("BTC/USD"), its figures are "other"."""
    marks: list[tuple[int, int, str, Decimal | None]] = [(start, end, code, None) for start, end, code in currencies_in(atom)]
    numbers = find_numbers(atom)
    marks += [(start, end, "", value) for start, end, value in numbers if not _is_share(atom, start, end, following)]
    marks.sort(key=lambda mark: mark[:2])
    priced = False
    for (start, end, code, value), after in pairwise([*marks, None]):  # type: ignore[misc]  # the last one is never a mark
        priced = _is_priced(f"{before}{atom[:start]}"[-MAX_BEFORE:]) if code else priced
        kind = ("money" if priced else "currency") if code else "other" if priced else "number"
        counts = value in NOMINALS and atom[start].isdigit()  # "+1" is a change
        if counts and after and after[2] and _are_units(atom[end : after[0]], after[2], glued=value == 1):
            kind = "nominal"  # "100 ӨЗБЕК СОМЫ", "1$"
        elif counts and any(units.start() <= start < units.end() for units in _UNITS.finditer(atom)):
            kind = "units"
        yield kind, code, value, atom[start:end], at


def _is_priced(before: str) -> bool:
    """Return whether a name that is no currency's stands before a slash at the end of a text: "BTC/", "Brent/", "XAU / "."""
    name = _OVER.search(before)
    if name is None or not without_labels(name[1]):
        return False
    whole = before[: name.end(1)]
    return all(end != len(whole) for _, end, _ in currencies_in(whole))


def _are_units(between: str, code: str, *, glued: bool) -> bool:
    """Return whether between units and a currency's name stands nothing but whose it is: "1 АҚШ доллары", "100 өзбек сомы".

    With `glued` nothing at all may stand there: "1$". Before a code in brackets the name may be one of several countries'.
    """
    between = between.removesuffix("(") if code not in BY_ONE else between
    if not between:
        return glued and code != "KZT"
    words = _INNER.sub("", between).split()
    return between[0].isspace() and all(map(str.isalpha, words)) and len(words) <= MAX_COUNTRY


def _says_more(text: str) -> bool:
    """Return whether a text plainly has a word that is no label, where no sign hides in its words."""
    if not text.isprintable() or _INNER.search(text):
        return False
    return any(not _is_label(word[0]) for word in WORD.finditer(text))


@lru_cache(maxsize=4096)
def _is_label(word: str) -> bool:
    said = key(word)
    return said in _LABELS or not WORD.search(said)


def _is_share(atom: str, start: int, end: int, following: str) -> bool:
    """Return whether a percent sign behind a figure is its own, or one right before it, as in Turkish ("%0,14", "%-0,21")."""
    if atom[end : end + 1] == "%" or _OPENS_SHARE.search(atom, 0, start):
        return True
    behind = (atom[end:] or following).lstrip(" )\u00a0")
    return behind.startswith("%") and not _NEXT_SHARE.match(behind)


def without_labels(text: str) -> str:
    """Return the words of a text that are no label of a widget."""
    return " ".join(word for word in key(text).split() if word not in _LABELS)


@lru_cache(maxsize=4096)  # a run repeats its widgets
def _is_prose(atom: str, *, linked: bool) -> bool:
    """Return whether a text with a currency says something, by words behind its figures or too many before."""
    currencies = currencies_in(atom)
    figures = [start for start, _, value in find_numbers(atom) if value not in NOMINALS]
    if not currencies or not figures:
        return False
    words = atom
    for start, end, _ in currencies:
        words = words[:start] + " " * (end - start) + words[end:]
    if WORD.search(without_labels(words[max(figures[-1], currencies[-1][0]) :])):
        return True
    if not _JOINING.isdisjoint(key(words).split()):
        return True  # "500 USD немесе 450 EUR"
    if figures[0] < currencies[0][0] and _count(words[: figures[0]]):
        return True  # "Телефон 999 $"
    before = _count(words[: currencies[0][0]])
    return _count(words) > 0 if linked else before > MAX_WORDS or _count(words) > MAX_WORDS * len(currencies)


def _count(words: str) -> int:
    return len(WORD.findall(without_labels(words)))
