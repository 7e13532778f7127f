"""scrapy weather CITY: the temperatures that portals showed, with what is to be thought of them."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from kznews.kazakh.cities import CITIES, find_city
from kznews.running import Exit, NotStarted
from kznews.series.command import SeriesCommand
from kznews.series.query import temperature_series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kznews.series.points import Point
    from kznews.store import Store

_NAMES = {city.key: city.kk for city in CITIES}


class Command(SeriesCommand):
    """Prints the temperatures of one city."""

    kind = "weather"
    what = "a city (Алматы, Almaty, الماتى)"
    days = 7

    def syntax(self) -> str:
        return "<city> [--since DAY] [--until DAY] [--portal NAME] [-o FILE]"

    def short_desc(self) -> str:
        return "Print or export the temperatures that portals showed"

    def key_of(self, said: str) -> str:
        if city := find_city(said):
            return city.key
        near = difflib.get_close_matches(said, [name for city in CITIES for name in (city.kk, city.key, *city.names)], n=3)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        raise NotStarted(Exit.USAGE, f"{said!r} names no city of Kazakhstan that kznews knows{hint}")

    def title(self, key: str) -> str:
        return f"{_NAMES[key]}, degrees Celsius"

    def read(self, store: Store, key: str, **span: Any) -> tuple[tuple[Point, ...], Sequence[tuple[str, ...]]]:
        return temperature_series(store, key, **span).points, ()
