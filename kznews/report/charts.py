"""The charts of the report, each for a width in CSS pixels.

Letters in them are numbers, days, codes and names of portals, so that one drawing serves every language.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import altair as alt

from kznews.outcomes import Outcome, Reason
from kznews.report.drawing import ACCENT, ALARM, SECOND, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kznews.report.facts import Cells, Coverage, Delay
    from kznews.report.window import Window

MOST_ROWS: Final = 40
"""Portals that a chart shows; the tables by portal have the rest too."""
_ROW = 15  # pixels: letters of 11 with a little air
_AXIS = 24  # pixels below the plot
_LETTER = 6.6  # pixels of a letter of 11, in the widest of the usual fonts
_MOST_ROOM = 140
_NARROW = 500
_FIGURES = 150  # pixels: low enough for the charts of four currencies on one screen
DELAY_TICKS: Final = {
    60: "1 min",
    3600: "1 h",
    86400: "1 d",
    7 * 86400: "7 d",
    30 * 86400: "30 d",
    365 * 86400: "1 y",
    3650 * 86400: "10 y",
}
"""Where the axis of delays is marked, in seconds."""


def _plot(values: list[dict[str, Any]], width: int, height: float) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=values), width=width, height=height)


def _columns_of(window: Window, scale: alt.Scale) -> alt.X:
    """Return the axis of a window's columns, days without their year."""
    cut = "slice(datum.label, 5)" if window.step == "day" else "datum.label"
    axis = alt.Axis(labelAngle=0, labelExpr=cut, labelOverlap="greedy", labelSeparation=6, ticks=False)
    return alt.X("at:O", scale=scale, axis=axis)


def _by_share() -> alt.Scale:
    """Return how strongly a share of 1 is drawn: none at all can still be seen."""
    return alt.Scale(domain=[0, 1], range=[0.04, 1])


def sums_of(cells: Cells) -> Counter[str]:
    """Return each portal's sum over all columns."""
    sums: Counter[str] = Counter()
    for (portal, _), count in cells.items():
        sums[portal] += count
    return sums


def leading(cells: Cells) -> list[str]:
    """Return the portals with the largest sums, at most MOST_ROWS, the largest first."""
    sums = sums_of(cells)
    return sorted(sums, key=lambda portal: (-sums[portal], portal))[:MOST_ROWS]


def heat(width: int, cells: Mapping[tuple[str, str], float], rows: Sequence[str], window: Window, *, share: bool = False) -> Any:
    """Return portals by columns of the window; the more, the stronger. With `share` the numbers are shares of 1."""
    unit = "{:.0%}" if share else "{:.0f}"
    values = [
        {"portal": portal, "at": column, "n": number, "told": f"{portal} · {column} · {unit.format(number)}"}
        for (portal, column), number in cells.items()
        if portal in set(rows)
    ]
    opacity = _by_share() if share else alt.Scale(type="sqrt", range=[0.15, 1], domainMin=0)
    return (
        _plot(values, width, len(rows) * _ROW + _AXIS)
        .mark_rect(color=ACCENT)
        .encode(
            x=_columns_of(window, alt.Scale(domain=window.columns, paddingInner=0.08)),
            y=alt.Y("portal:N", **_names(rows)),
            fillOpacity=alt.FillOpacity("n:Q", scale=opacity, legend=None),
            description="told:N",
        )
    )


def columns(width: int, cells: Cells, window: Window) -> Any:
    """Return the sums over all portals, one bar a column."""
    sums: Counter[str] = Counter()
    for (_, column), count in cells.items():
        sums[column] += count
    values = [{"at": column, "n": count, "told": f"{column} · {count}"} for column, count in sums.items()]
    return (
        _plot(values, width, 130)
        .mark_bar(color=ACCENT)
        .encode(
            x=_columns_of(window, alt.Scale(domain=window.columns)),
            y=alt.Y("n:Q", axis=alt.Axis(tickCount=4, tickMinStep=1, format="d")),
            description="told:N",
        )
    )


def delay_bars(width: int, delays: Sequence[Delay]) -> Any:
    """Return a line for each portal from the first to the last tenth of its delays, with a mark at the median."""
    shown = sorted(delays, key=lambda delay: (delay.median, delay.portal))[:MOST_ROWS]
    least = min(DELAY_TICKS)
    values: list[dict[str, Any]] = [
        {
            "portal": delay.portal,
            "low": max(delay.low, least),
            "high": max(delay.high, least),
            "median": max(delay.median, least),
            "told": f"{delay.portal} · {spoken(delay.low)} – {spoken(delay.median)} – {spoken(delay.high)} · {delay.articles}",
        }
        for delay in shown
    ]
    top = max((value["high"] for value in values), default=3600)
    room = 1 if width > _NARROW else 2  # every second mark on a phone: their words would run into each other
    ticks = [at for at in DELAY_TICKS if at <= top * 1.5][::room] or [least]
    labels = " : ".join(f"datum.value == {at} ? '{name}'" for at, name in DELAY_TICKS.items()) + " : ''"
    scale = alt.Scale(type="log", domain=[least, max(top * 1.2, 3600)])
    rows = alt.Y("portal:N", **_names([delay.portal for delay in shown], lines=True))
    base = _plot(values, width, len(shown) * _ROW + _AXIS)
    lines = base.mark_rule(color=ACCENT, strokeWidth=3, opacity=0.45).encode(
        x=alt.X("low:Q", scale=scale, axis=alt.Axis(values=ticks, labelExpr=labels, orient="top")),
        x2="high:Q",
        y=rows,
        description="told:N",
    )
    medians = base.mark_point(shape="circle", filled=True, size=48, color=ACCENT, opacity=1).encode(
        x=alt.X("median:Q", scale=scale), y=rows, description="told:N"
    )
    return lines + medians


def spoken(seconds: float) -> str:
    """Return a length of time in its greatest unit, as the axis names them.

    >>> spoken(59), spoken(5400), spoken(3 * 86400)
    ('59 s', '1.5 h', '3 d')
    """
    for unit, name in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= unit:
            return f"{seconds / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{seconds:.0f} s"


def _names(domain: Sequence[str], *, lines: bool = False) -> dict[str, Any]:
    """Return the axis of names at the left with the room that they need: a browser's letters are wider than Vega thinks."""
    room = min(max((len(name) for name in domain), default=0) * _LETTER, _MOST_ROOM)
    axis = alt.Axis(ticks=False, grid=lines, minExtent=room, labelLimit=_MOST_ROOM * 0.8)
    return {"scale": alt.Scale(domain=list(domain), paddingInner=0.08), "axis": axis, "sort": None}


def _margin(values: Sequence[float], least: float) -> list[float]:
    """Return the ends of an axis that shows `values` with some air, at least `least` to either side."""
    air = max((max(values) - min(values)) * 0.08, least)
    return [min(values) - air, max(values) + air]


def outcome_bars(width: int, counts: Mapping[str, int]) -> Any:
    """Return a bar for each outcome and reason; what refused is of the second colour, a defect of ours of the third."""
    outcomes = {outcome.value for outcome in Outcome}
    order = sorted(counts, key=lambda name: (name not in outcomes, -counts[name], name))
    values = [
        {"name": name, "n": counts[name], "colour": _colour(name, outcomes), "told": f"{name} · {counts[name]}"} for name in order
    ]
    base = _plot(values, width, len(order) * (_ROW + 3) + _AXIS).encode(
        x=alt.X("n:Q", scale=alt.Scale(type="sqrt", nice=False, domainMax=max(counts.values()) * 1.25), axis=None),
        y=alt.Y("name:N", **_names(order)),
        description="told:N",
    )
    bars = base.mark_bar(height=_ROW - 3).encode(color=alt.Color("colour:N", scale=None))
    return bars + base.mark_text(align="left", dx=4, fontSize=11, color=TEXT).encode(text="n:Q")


def _colour(name: str, outcomes: set[str]) -> str:
    if name == Reason.PARSE_ERROR:
        return ALARM
    return ACCENT if name in outcomes else SECOND


def field_heat(width: int, coverage: Coverage, rows: Sequence[str], names: Sequence[str]) -> Any:
    """Return portals by fields: which share of a portal's articles show each."""
    values = [
        {"portal": portal, "field": name, "n": share, "told": f"{portal} · {name} · {share:.0%}"}
        for portal in rows
        for name in names
        if (share := coverage.whole(name, portal)) is not None
    ]
    narrow = width <= _NARROW
    room = max(len(name) for name in names) * _LETTER if narrow else _AXIS
    return (
        _plot(values, width, len(rows) * _ROW + room)
        .mark_rect(color=ACCENT)
        .encode(
            x=alt.X(
                "field:N",
                scale=alt.Scale(domain=list(names), paddingInner=0.08),
                axis=alt.Axis(labelAngle=-90 if narrow else 0, ticks=False, minExtent=room if narrow else 0),
            ),
            y=alt.Y("portal:N", **_names(rows)),
            fillOpacity=alt.FillOpacity("n:Q", scale=_by_share(), legend=None),
            description="told:N",
        )
    )


def figures(
    width: int, points: Iterable[Mapping[str, Any]], line: Iterable[Mapping[str, Any]], window: Window, *, least: float = 0.01
) -> Any:
    """Return values over days: `points` with `day`, `value`, `size`, `colour` and `told`, and a `line` through `day` and `value`.

    `least` is the air above and below them, in their unit.
    """
    dots = [{**point, "at": _instant(point["day"])} for point in points]
    path = [{**point, "at": _instant(point["day"])} for point in line]
    form = {"day": "%m-%d", "month": "%Y-%m", "year": "%Y"}[window.step]
    ticks = max(1, min(width // 70, len(window.columns) - 1))  # more would give one day or month several labels
    across = alt.X(
        "at:T",
        scale=alt.Scale(type="utc", domain=[_instant(window.first.isoformat()), _instant(window.last.isoformat())]),
        axis=alt.Axis(format=form, tickCount=ticks, grid=False, labelOverlap="greedy", labelSeparation=6),
    )
    ends = _margin([float(point["value"]) for point in (*dots, *path)], least)
    up = alt.Y("value:Q", scale=alt.Scale(domain=ends, nice=False), axis=alt.Axis(tickCount=4))
    shown = (
        _plot(dots, width, _FIGURES)
        .mark_circle(opacity=0.6)
        .encode(
            x=across,
            y=up,
            color=alt.Color("colour:N", scale=None),
            size=alt.Size("size:Q", scale=alt.Scale(domain=[1, 40], range=[28, 260]), legend=None),
            description="told:N",
        )
    )
    if not path:
        return shown
    return (
        _plot(path, width, _FIGURES).mark_line(color=SECOND, strokeWidth=2, interpolate="step-after").encode(x=across, y=up)
        + shown
    )


def _instant(day: str) -> int:
    """Return the noon of a day, as Vega counts time: milliseconds since 1970."""
    return int(datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC).timestamp() * 1000)
