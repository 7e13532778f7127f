"""The sections on the crawl itself: what came, how late, how complete, what was refused, when each portal was read last."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

from kznews.outcomes import Outcome
from kznews.report import charts
from kznews.report.drawing import WIDTHS, draw, one
from kznews.report.meanings import MEANINGS
from kznews.report.parts import Drawing, Section, Table
from kznews.report.words import COLUMNS, FIELDS, PAGE, RUN_ENDS, Words
from kznews.store.overview import COVERED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kznews.report.facts import Cells, Facts
    from kznews.report.parts import Cell

BY_OUTCOME = Words("нәтижелер бойынша", "по исходам", "by outcome")
BY_PORTAL = Words("порталдар бойынша", "по порталам", "by portal")
OVER_TIME = ("published_at", "lead", "section", "authors", "tags", "image_url")
"""Fields whose coverage is drawn over time: those that come from an article's own markup."""


def published(facts: Facts) -> Section:
    """Return articles by portal and day of publication."""
    drawings, tables = [], [Table(BY_PORTAL, [COLUMNS[key] for key in ("portal", "articles", "all")], _by_portal(facts))]
    for cells, window in ((facts.published, facts.window), (facts.published_long, facts.long)):
        if cells and window:
            rows = charts.leading(cells)
            name = PAGE[window.step]
            drawings += [
                Drawing(draw(partial(charts.columns, cells=cells, window=window), "articles"), name),
                Drawing(draw(partial(charts.heat, cells=cells, rows=rows, window=window), "articles by portal")),
            ]
            tables.append(Table(name, [COLUMNS[key] for key in ("portal", "day", "articles")], _by_day(cells)))
    return Section(
        "articles",
        Words("Порталдар мен күндер бойынша мақалалар", "Статьи по порталам и дням", "Articles by portal and day"),
        Words(
            "Жарияланған күні бойынша; күні жоқ мақалалар кірмейді. Неғұрлым қою болса, соғұрлым көп.",
            "По дню публикации; статьи без даты не входят. Чем плотнее цвет, тем больше.",
            "By the day of publication; undated articles are left out. The stronger the colour, the more.",
        ),
        drawings,
        tables,
    )


def _by_portal(facts: Facts) -> list[list[Cell]]:
    """Return each portal's articles of the window and of the whole time, the most first."""
    here, ever = (charts.sums_of(cells) for cells in (facts.published, facts.published_long or facts.published))
    portals = sorted({*here, *ever}, key=lambda portal: (-here[portal], -ever[portal], portal))
    return [[portal, here[portal], ever[portal]] for portal in portals]


def _by_day(cells: Cells) -> list[list[Cell]]:
    """Return a row for each cell, the newest day first: a table that is cut off lacks old days, no portal."""
    return [[*cell, cells[cell]] for cell in _newest_first(cells)]


def _newest_first(cells: Cells) -> list[tuple[str, str]]:
    return sorted(sorted(cells), key=lambda cell: cell[1], reverse=True)


def delays(facts: Facts) -> Section:
    """Return how long after publication articles were fetched."""
    found = facts.delays
    drawings = [Drawing(draw(partial(charts.delay_bars, delays=found), "delay by portal"))] if found else []
    rows: list[list[Cell]] = [
        [delay.portal, delay.articles, *(charts.spoken(value) for value in (delay.low, delay.median, delay.high))]
        for delay in found
    ]
    heads = [COLUMNS[key] for key in ("portal", "articles", "low", "median", "high")]
    early = facts.early
    return Section(
        "delay",
        Words("Жарияланғаннан жүктелгенге дейін", "От публикации до загрузки", "From publication to fetch"),
        Words(
            "Нүкте — медиана; сызық бойында мақалалардың ондан сегізі жатыр. Минуты белгілі мақалалар ғана."
            + (f" {early} мақаланың көрсетілген уақыты жүктелген сәттен кейін." if early else ""),
            "Точка — медиана, на линии восемь статей из десяти. Только статьи, где известна минута."
            + (f" У {early} статей указанное время позже загрузки." if early else ""),
            "The dot is the median, eight of ten articles lie on the line. Only articles that say their minute."
            + (f" {early} name a time after their fetch." if early else ""),
        ),
        drawings,
        [Table(PAGE["table"], heads, rows)],
    )


def coverage(facts: Facts) -> Section:
    """Return which share of articles shows each field, now and over time."""
    found = facts.coverage
    rows = charts.leading(found.articles)
    drawings = []
    if rows:
        drawings.append(Drawing(draw(partial(charts.field_heat, coverage=found, rows=rows, names=COVERED), "coverage of fields")))
    table: list[list[Cell]] = [
        [portal, sum(count for (of, _), count in found.articles.items() if of == portal), *_shares(facts, portal)]
        for portal in sorted({portal for portal, _ in found.articles})
    ]
    heads = [COLUMNS["portal"], COLUMNS["articles"], *(FIELDS[name] for name in COVERED)]
    return Section(
        "coverage",
        Words("Өрістердің толықтығы", "Полнота полей", "Coverage of fields"),
        Words(
            "Мақалалардың қандай үлесінде әр өріс бар. Портал көрсетпейтін өріс бос қалады.",
            "У какой доли статей есть каждое поле. Поле, которого портал не показывает, остаётся пустым.",
            "Which share of the articles has each field. A field that a portal does not show stays empty.",
        ),
        drawings,
        [Table(PAGE["table"], heads, table)],
    )


def _shares(facts: Facts, portal: str) -> Iterator[str]:
    for name in COVERED:
        share = facts.coverage.whole(name, portal)
        yield "" if share is None else f"{share:.0%}"


def coverage_over_time(facts: Facts) -> Section:
    """Return the coverage of each field over the columns of the window."""
    found, window = facts.coverage, facts.window
    rows = charts.leading(found.articles)
    drawings = [
        Drawing(
            one(charts.heat(WIDTHS["narrow"], _share_cells(facts, name), rows, window, share=True), f"coverage of {name}"),
            FIELDS[name],
        )
        for name in (OVER_TIME if rows else ())
    ]
    table: list[list[Cell]] = [
        [*cell, found.articles[cell], *(f"{found.share(name, *cell) or 0:.0%}" for name in OVER_TIME)]
        for cell in _newest_first(found.articles)
    ]
    heads = [COLUMNS[key] for key in ("portal", "day", "articles")] + [FIELDS[name] for name in OVER_TIME]
    step = PAGE[window.step]
    return Section(
        "coverage-time",
        Words("Өрістердің толықтығы уақыт бойынша", "Полнота полей во времени", "Coverage of fields over time"),
        Words(
            f"Жүктелген күні бойынша. Бір сәтте бозарған жол — үлгінің өзгергенінің белгісі. {step.kk}",
            f"По дню загрузки. Строка, побледневшая вдруг, — признак нового шаблона. {step.ru}",
            f"By the day of the fetch. A row that pales at once is the mark of a changed template. {step.en}",
        ),
        drawings,
        [Table(PAGE["table"], heads, table)],
        grid=True,
    )


def _share_cells(facts: Facts, name: str) -> dict[tuple[str, str], float]:
    found = facts.coverage
    return {cell: share for cell in found.articles if (share := found.share(name, *cell)) is not None}


def outcomes(facts: Facts) -> Section:
    """Return what became of the pages, by outcome and reason."""
    counts: Counter[str] = sum(facts.outcomes.values(), Counter())
    drawings = [Drawing(draw(partial(charts.outcome_bars, counts=counts), "outcomes"))] if counts else []
    meaning: list[list[Cell]] = [[name, MEANINGS[name], count] for name, count in counts.most_common()]
    names = [name for name, _ in counts.most_common()]
    by_portal: list[list[Cell]] = [
        [portal, found.total(), *(found.get(name) for name in names)] for portal, found in sorted(facts.outcomes.items())
    ]
    return Section(
        "outcomes",
        Words("Беттердің нәтижесі", "Исходы страниц", "What became of the pages"),
        Words(
            "Әр беттің бір ғана нәтижесі бар; қабылданбаған беттің себебі аталады.",
            "У каждой страницы ровно один исход; у отклонённой названа причина.",
            "Every page has exactly one outcome; a refused one names its reason.",
        ),
        drawings,
        [
            Table(BY_OUTCOME, [COLUMNS[key] for key in ("outcome", "meaning", "pages")], meaning, is_open=True),
            Table(BY_PORTAL, [COLUMNS["portal"], COLUMNS["pages"], *(Words(name, name, name) for name in names)], by_portal),
        ],
        [
            ("accent", Words("оқылды", "прочитаны", "read")),
            ("second", Words("қабылданбады", "отклонены", "refused")),
            ("alarm", Words("kznews қатесі", "ошибка kznews", "a defect of kznews")),
        ],
    )


def runs(facts: Facts) -> Section:
    """Return the last run of each portal."""
    return Section(
        "runs",
        Words("Әр порталдың соңғы жүктеуі", "Последний запуск каждого портала", "Last run of each portal"),
        Words(
            "Портал қашан оқылды, не берді және қалай аяқталды.",
            "Когда портал читали, что он дал и чем закончилось.",
            "When a portal was read, what it gave, and how it ended.",
        ),
        tables=[
            Table(
                PAGE["table"],
                [COLUMNS[key] for key in ("portal", "started", "lasted", "ended", "code", *_COUNTED, "all", "published")],
                [_run_row(facts, run) for run in facts.runs],
                is_open=True,
            ),
        ],
    )


_COUNTED = (Outcome.STORED.value, Outcome.UPDATED.value, Outcome.REFUSED.value)


def _run_row(facts: Facts, run: dict[str, Any]) -> list[Cell]:
    ended, counts = run["finished_at"], run["counts"]
    lasted = charts.spoken((ended - run["started_at"]).total_seconds()) if ended else ""
    reason = run["finish_reason"] or ""
    articles, newest, _ = facts.portals.get(run["portal"], (None, None, None))
    return [
        run["portal"],
        run["started_at"],
        lasted,
        RUN_ENDS.get(reason, reason),
        run["exit_code"],
        *(counts.get(f"outcome/{name}", 0) for name in _COUNTED),
        articles,
        newest,
    ]
