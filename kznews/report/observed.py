"""The sections on what portals show in their headers: exchange rates and temperatures."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from typing import TYPE_CHECKING, Final

from kznews.kazakh.cities import CITIES
from kznews.report import charts
from kznews.report.drawing import ACCENT, ALARM, WIDTHS, draw, one
from kznews.report.judging import place_of
from kznews.report.meanings import FLAGS
from kznews.report.parts import Drawing, Section, Table
from kznews.report.words import COLUMNS, PAGE, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kznews.report.facts import Facts
    from kznews.report.parts import Cell
    from kznews.report.window import Window
    from kznews.store.overview import Figure

OFFICIAL: Final = "nationalbank"
"""The source of the National Bank's rates among the portals."""
MOST_CHARTS: Final = 9
"""Charts of one kind, of what was seen most; the tables have the rest too."""
MOST_NAMES: Final = 6
"""Portals that a tooltip names."""
LEGEND: Final = [
    (
        "accent",
        Words("порталдар (ірі нүкте — көп портал)", "порталы (крупнее — больше порталов)", "portals (larger: more of them)"),
    ),
    ("second", Words("Ұлттық Банктің ресми бағамы", "официальный курс Нацбанка", "official rate of the National Bank")),
    ("alarm", Words("күмәнді көрсеткіш", "сомнительное значение", "something speaks against it")),
]
"""What colours stand for."""
_CITY = {city.key: city.kk for city in CITIES}


def rates(facts: Facts) -> Section:
    """Return each currency's rates as portals showed them, with the official line."""
    window = facts.window.months()
    drawings = []
    for currency in _most(facts.rates):
        of_it = [figure for figure in facts.rates if figure.key == currency]
        shown = [figure for figure in of_it if figure.portal != OFFICIAL]
        official = sorted((figure.day, figure.value) for figure in of_it if figure.portal == OFFICIAL)
        line = [{"day": day, "value": value} for day, value in official]
        chart = partial(charts.figures, points=_points(facts, shown, window), line=line, window=window)
        drawings.append(Drawing(draw(chart, f"rates of {currency}"), Words(currency, currency, currency)))
    heads = [COLUMNS[key] for key in ("currency", "day", "portal", "value", "official", "flags")]
    return Section(
        "rates",
        Words("Валюта бағамдары", "Курсы валют", "Exchange rates"),
        Words(
            "Порталдар бас жағында көрсеткен бағамдар, теңгемен; бағамның қай күнгі екенін портал айтпайды.",
            "Курсы из шапок порталов, в тенге; за какой они день, порталы не говорят.",
            "Rates as portals showed them in their headers, in tenge; of which day they are, portals do not say.",
        ),
        drawings,
        [Table(PAGE["table"], heads, _rate_rows(facts)), *_flag_table(facts, facts.rates)],
        LEGEND,
    )


def _rate_rows(facts: Facts) -> list[list[Cell]]:
    figures = facts.rates
    official = {(figure.key, figure.day): figure.value for figure in figures if figure.portal == OFFICIAL}
    return [
        [
            figure.key,
            figure.day,
            _source(figure),
            _number(figure.value),
            _number(official.get((figure.key, figure.day))),
            ", ".join(facts.flags.get(place_of(figure), ())),
        ]
        for figure in sorted(figures, key=lambda figure: (figure.day, figure.key, figure.portal), reverse=True)
        if figure.portal != OFFICIAL
    ]


def weather(facts: Facts) -> Section:
    """Return each city's temperatures."""
    window = facts.window.months()
    drawings = []
    for key in _most(facts.weather):
        points = _points(facts, [figure for figure in facts.weather if figure.key == key], window)
        name = _CITY.get(key, key)
        drawings.append(
            Drawing(
                one(charts.figures(WIDTHS["narrow"], points, (), window, least=5), f"temperature in {key}"),
                Words(name, name, name),
            )
        )
    rows: list[list[Cell]] = [
        [
            _CITY.get(figure.key, figure.key),
            figure.day,
            figure.portal,
            _number(figure.value),
            ", ".join(facts.flags.get(place_of(figure), ())),
        ]
        for figure in sorted(facts.weather, key=lambda figure: (figure.day, figure.key, figure.portal), reverse=True)
    ]
    heads = [COLUMNS[key] for key in ("city", "day", "portal", "value", "flags")]
    return Section(
        "weather",
        Words("Қалалардағы температура", "Температура по городам", "Temperatures by city"),
        Words(
            "Порталдар бас жағында көрсеткен температура, °C.",
            "Температура из шапок порталов, °C.",
            "Temperatures as portals showed them in their headers, °C.",
        ),
        drawings,
        [Table(PAGE["table"], heads, rows), *_flag_table(facts, facts.weather)],
        LEGEND[::2],
        grid=True,
    )


def _flag_table(facts: Facts, figures: Iterable[Figure]) -> list[Table]:
    """Return what the flags of some figures mean."""
    names = sorted({name for figure in figures for name in facts.flags.get(place_of(figure), ())})
    return [Table(COLUMNS["flags"], [COLUMNS["flags"], COLUMNS["meaning"]], [[name, FLAGS[name]] for name in names])]


def _most(figures: Iterable[Figure]) -> list[str]:
    """Return the keys that were seen most, the most frequent first."""
    counts = Counter(figure.key for figure in figures)
    return sorted(counts, key=lambda key: (-counts[key], key))[:MOST_CHARTS]


def _points(facts: Facts, figures: Sequence[Figure], window: Window) -> list[dict[str, object]]:
    """Return one point for each day and value (in coarser windows each month's), with the portals that showed it.

    A month stands in its middle, at the window's edge where it is cut before that.
    """
    first, last = window.first.isoformat(), window.last.isoformat()
    showing: dict[tuple[str, str, tuple[str, ...]], set[str]] = defaultdict(set)
    for figure in figures:
        if column := window.column_of(figure.day):
            showing[column, _number(figure.value), facts.flags.get(place_of(figure), ())].add(_source(figure))
    return [
        {
            "day": column if window.step == "day" else min(max(f"{column}-15", first), last),
            "value": float(value),
            "size": len(portals),
            "colour": ALARM if flags else ACCENT,
            "told": " · ".join((column, value, _names(portals), *flags)),
        }
        for (column, value, flags), portals in sorted(showing.items())
    ]


def _names(portals: set[str]) -> str:
    named = ", ".join(sorted(portals)[:MOST_NAMES])
    return named + (f" +{len(portals) - MOST_NAMES}" if len(portals) > MOST_NAMES else "")


def _source(figure: Figure) -> str:
    return figure.portal if figure.side in ("", "official") else f"{figure.portal} ({figure.side})"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")
