"""A bank's official exchange rates as XML: the format of the National Bank of Kazakhstan.

Two answers, as their readers describe them: `rss/get_rates.cfm?fdate=DD.MM.YYYY` is <rates> with one <date> and an <item> for
each currency; `rss/rates_all.xml` is RSS, where each <item> has a <pubDate>. In an <item> <title> is the code, <description> the
tenge, <quant> the units that they are for (1, 10, 100, 1000), <change> the difference to the rate before.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kznews.extract.sources.found import Harvest
from kznews.extract.sources.xmlstream import local_name, read_xml, text_of
from kznews.items import OfficialRate
from kznews.kazakh.numbers import read_number
from kznews.outcomes import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from lxml.etree import _Element as Element

MOST = 500
"""Entries of one answer; ISO 4217 has fewer than 200 codes."""
UNITS = (1, 10, 100, 1000, 10_000)
"""What a rate may be for."""
NONE_THAT_DAY = "no rates are published for this day"
_NAMES = frozenset(("item", "date"))
_CODE = re.compile(r"[A-Z]{3}")
_DAY = re.compile(r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4})|(?P<iso>\d{4}-\d\d-\d\d)(?:T.*)?")
_ROUBLE = {"RUR": "RUB"}
"""The code that the rouble had until 2004; its units are the same since 1998."""


def read_official(body: bytes) -> Harvest:
    """Return the rates of an answer, each with its day; a day without rates gives none, and a note.

    What is no rate among them (a code, figure, unit or day that cannot be read, a figure of 0 and below) is left out and counted
    in a note. Raises Refused(BAD_SOURCE) with one line for anything that is no such answer.
    """
    return read_xml(body, "official rates", _NAMES, lambda elements: _read(next(elements), elements))


def _read(root: Element, elements: Iterator[Element]) -> Harvest:
    if local_name(root) not in ("rates", "rss"):
        raise Refused(Reason.BAD_SOURCE, f"not official rates: its root is <{root.tag}>"[:200])
    entries: list[dict[str, str]] = []
    of_all = ""
    for element in elements:
        if local_name(element) == "date":
            of_all = text_of(element)
        elif len(entries) < MOST:
            entries.append({local_name(child): text_of(child) for child in element})
    found = [_rate(entry, of_all) for entry in entries]
    rates = {(rate.day, rate.currency): rate for rate in reversed(found) if rate is not None}
    if entries and not rates:
        raise Refused(Reason.BAD_SOURCE, f"none of {len(entries)} entries is an official rate")
    left_out = found.count(None)
    notes = (f"{left_out} of {len(entries)} entries are no rates",) if left_out else ()
    return Harvest(rates=tuple(reversed(rates.values())), notes=notes if entries else (NONE_THAT_DAY,))


def _rate(entry: dict[str, str], of_all: str) -> OfficialRate | None:
    code = entry.get("title", "").upper()
    value, units = read_number(entry.get("description", "")), read_number(entry.get("quant", "") or "1")
    day = _day(entry.get("pubDate", "") or of_all)
    if not (_CODE.fullmatch(code) and day and value and value > 0 and units in UNITS):
        return None
    return OfficialRate(
        day=day, currency=_ROUBLE.get(code, code), value=value, nominal=int(units), change=_change(entry.get("change", ""))
    )


def _change(said: str) -> Decimal | None:
    return read_number(said) if said else None


def _day(said: str) -> date | None:
    match = _DAY.fullmatch(said)
    if match is None:
        return None
    try:
        return date.fromisoformat(match["iso"]) if match["iso"] else date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None
