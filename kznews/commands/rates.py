"""scrapy rates CURRENCY: what portals showed, beside the official line, with what is to be thought of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from kznews.kazakh.currency import ISO_CODES, find_all
from kznews.running import Exit, NotStarted
from kznews.series import showing
from kznews.series.command import SeriesCommand
from kznews.series.query import rate_series

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kznews.items import OfficialRate
    from kznews.series.points import Point
    from kznews.store import Store


class Command(SeriesCommand):
    """Prints the rates of one currency."""

    kind = "rate"
    what = "a currency (USD, $, доллар, доллар США)"
    days = 30

    def syntax(self) -> str:
        return "<currency> [--since DAY] [--until DAY] [--portal NAME] [-o FILE]"

    def short_desc(self) -> str:
        return "Print or export the exchange rates that portals showed"

    def key_of(self, said: str) -> str:
        codes = {code for _, _, code in find_all(said)}
        if not codes and said.strip().upper() in ISO_CODES:
            codes = {said.strip().upper()}
        if len(codes) != 1 or any(map(str.isdigit, said)):
            raise NotStarted(Exit.USAGE, f"{said!r} names no currency; write its code, sign or name: USD, $, доллар")
        (code,) = codes
        if code == "KZT":
            raise NotStarted(Exit.USAGE, "rates are counted in tenge; name another currency")
        return code

    def title(self, key: str) -> str:
        return f"{key} in tenge"

    def read(self, store: Store, key: str, **span: Any) -> tuple[tuple[Point, ...], Sequence[tuple[str, ...]]]:
        found = rate_series(store, key, **span)
        first, last = span["since"].date(), (span["until"] - timedelta(days=1)).date()
        return found.points, _official(found.official, found.points, first, last)


def _official(rates: tuple[OfficialRate, ...], points: tuple[Point, ...], first: date, last: date) -> list[tuple[str, ...]]:
    """Return the row of the bank's line, on the scale of the others; none where the store has no such rates."""
    if not rates:
        return []
    values = [rate.value / rate.nominal for rate in rates]
    low, high = showing.scale(points) if points else (min(values), max(values))
    newest = rates[-1]
    days = showing.by_day(((rate.day, rate.value / rate.nominal) for rate in rates), first, last)
    shown = format(newest.value, "f") if newest.nominal == 1 else f"{newest.value:f} / {newest.nominal}"
    drawn = showing.sparkline(days, low, high)
    return [("official", "", shown, newest.day.isoformat(), showing.short(min(values)), showing.short(max(values)), drawn, "")]
