"""What currencies were worth, year by year: bands that a figure of that time lies in.

The lowest and the highest of each year, rounded outwards, were written down from general knowledge and have been checked against
the 25 dated anchors of kazakh.md section 7 alone (a test), not year by year against the publishers: the National Bank (tenge to
the dollar), the European Central Bank (euro), the Bank of Russia (rouble), the People's Bank (yuan's central parity). 2026 is
from four anchors (10 March, 19 August, 13 November). Years in which a currency broke are divided.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple


class Band(NamedTuple):
    """The lowest and the highest value, both included."""

    low: Decimal
    high: Decimal

    def holds(self, value: Decimal) -> bool:
        return self.low <= value <= self.high


_KZT_TO_USD = """
1999 83 143 | 2000 138 146 | 2001 144 151 | 2002 150 156 | 2003 143 156 | 2004 129 144 | 2005 129 137 | 2006 117 135
2007 118 128 | 2008 119 122 | 2009 120 152 | 2010 146 149 | 2011 145 149 | 2012 147 152 | 2013 150 155 | 2014 153 186
2015 182 190 | 2015-08-20 188 350 | 2016 325 385 | 2017 310 346 | 2018 318 385 | 2019 372 392 | 2020 375 449 | 2021 414 440
2022 427 513 | 2022-04 414 480 | 2022-07 455 490 | 2023 428 482 | 2024 438 527 | 2025 485 555 | 2026 425 530
"""
_USD_TO_EUR = """
1999 1.00 1.19 | 2000 0.82 1.04 | 2001 0.83 0.96 | 2002 0.85 1.05 | 2003 1.03 1.27 | 2004 1.17 1.37 | 2005 1.16 1.36
2006 1.18 1.34 | 2007 1.28 1.49 | 2008 1.24 1.60 | 2009 1.25 1.52 | 2010 1.19 1.46 | 2011 1.28 1.49 | 2012 1.20 1.35
2013 1.27 1.39 | 2014 1.21 1.40 | 2015 1.05 1.21 | 2016 1.03 1.16 | 2017 1.03 1.21 | 2018 1.12 1.25 | 2019 1.08 1.16
2020 1.07 1.23 | 2021 1.12 1.24 | 2022 0.95 1.15 | 2023 1.04 1.13 | 2024 1.03 1.12 | 2025 1.01 1.20 | 2026 1.12 1.22
"""
_RUB_TO_USD = """
1999 20.6 27.1 | 2000 26.8 28.9 | 2001 28.1 30.4 | 2002 30.1 31.9 | 2003 29.2 31.9 | 2004 27.7 29.5 | 2005 27.4 29.1
2006 26.1 28.5 | 2007 24.2 26.6 | 2008 23.1 29.4 | 2009 28.6 36.5 | 2010 28.9 31.8 | 2011 27.2 32.7 | 2012 28.9 34.1
2013 29.9 33.5 | 2014 32.6 40 | 2014-10 39 70 | 2015 49 73 | 2016 60 84 | 2017 55.8 61.1 | 2018 55.6 70 | 2019 61.7 69.5
2020 60.9 81 | 2021 69.5 77.8 | 2022 74 121 | 2022-04 70.9 84 | 2022-05 61 72 | 2022-06 51 64 | 2022-12 60 73
2023 67 84.5 | 2023-06 79 102 | 2024 82 97 | 2024-10 94 114 | 2025 80 103 | 2025-04 74 88 | 2026 68 90
"""
_CNY_TO_USD = """
1999 8.27 8.28 | 2005 8.07 8.28 | 2006 7.80 8.08 | 2007 7.30 7.82 | 2008 6.80 7.31 | 2009 6.81 6.86 | 2010 6.58 6.84
2011 6.29 6.64 | 2012 6.22 6.40 | 2013 6.05 6.26 | 2014 6.04 6.27 | 2015 6.10 6.52 | 2016 6.44 6.98 | 2017 6.43 6.97
2018 6.24 6.99 | 2019 6.66 7.19 | 2020 6.51 7.18 | 2021 6.33 6.60 | 2022 6.30 7.34 | 2023 6.68 7.36 | 2024 7.00 7.36
2025 6.98 7.37 | 2026 6.65 7.10
"""
LEVEL_MARGIN: Final = Decimal("0.03")
"""The market lies so far from the official rate on lively days; banks buy and sell within it."""
CROSS_MARGIN: Final = Decimal("0.02")
"""Figures are rounded: 4.8 for a rouble of 4.84 is one in a hundred off."""
LAG: Final = timedelta(days=14)
"""A widget may be some days old at the turn of a year, over the holidays."""
WIDER_A_YEAR: Final = Decimal("0.2")
"""How much a band widens for each year after the last one of the table."""
CROSSES: Final = ("EUR", "RUB", "CNY")
"""Currencies that are compared with the dollar beside them."""


def _table(text: str) -> tuple[tuple[date, Band], ...]:
    rows = (entry.split() for line in text.strip().splitlines() for entry in line.split("|"))
    return tuple((_first_day(start), Band(Decimal(low), Decimal(high))) for start, low, high in rows)


def _first_day(said: str) -> date:
    year, month, day = [*map(int, said.split("-")), 1, 1][:3]
    return date(year, month, day)


_TENGE: Final = _table(_KZT_TO_USD)
_PER_DOLLAR: Final = {"RUB": _table(_RUB_TO_USD), "CNY": _table(_CNY_TO_USD)}
_DOLLARS: Final = _table(_USD_TO_EUR)


def level(currency: str, day: date) -> Band | None:
    """Return what a unit of a currency cost in tenge around `day`; None for other currencies and before April 1999."""
    dollar = _around(_TENGE, day)
    if dollar is None or currency not in ("USD", *CROSSES):
        return None
    cross = Band(Decimal(1), Decimal(1)) if currency == "USD" else _around(_PER_DOLLAR.get(currency, _DOLLARS), day)
    if cross is None:
        return None
    low, high = (cross.low, cross.high) if currency in ("USD", "EUR") else (1 / cross.high, 1 / cross.low)
    return Band(dollar.low * low * (1 - LEVEL_MARGIN), dollar.high * high * (1 + LEVEL_MARGIN))


def cross(currency: str, day: date) -> Band | None:
    """Return what EUR/USD, USD/RUB or USD/CNY was around `day`, by the other currency's code; None where that is not known."""
    if currency not in CROSSES:
        return None
    found = _around(_PER_DOLLAR.get(currency, _DOLLARS), day)
    return None if found is None else Band(found.low * (1 - CROSS_MARGIN), found.high * (1 + CROSS_MARGIN))


def _around(table: tuple[tuple[date, Band], ...], day: date) -> Band | None:
    """Return the band of a day, joined with that of LAG before."""
    bands = [band for one in (day - LAG, day) if (band := _at(table, one))]
    return Band(min(band.low for band in bands), max(band.high for band in bands)) if bands else None


def _at(table: tuple[tuple[date, Band], ...], day: date) -> Band | None:
    at = bisect_right(table, day, key=lambda row: row[0])
    if not at:
        return None
    band = table[at - 1][1]
    years = max(0, day.year - table[-1][0].year) * WIDER_A_YEAR
    return Band(band.low / (1 + years), band.high * (1 + years))
