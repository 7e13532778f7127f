"""The seed's header: three widgets of three ages, over an article of a fourth (kazakh.md section 7)."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from kznews.running import Exit
from kznews.series.query import rate_series, temperature_series
from kznews.store import Store
from tests.series.samples import SEED, SEED_CLOCK
from tests.support.crawls import scrapy, url_of
from tests.support.small_pages import TITLE, article, page

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    f'<header><div class="clock">{SEED_CLOCK}</div><div class="city">Алматы</div><div class="temp">+35°</div>'
    f"<ul>{''.join(f'<li>{code} {value}</li>' for code, value in SEED.items())}</ul></header>"
)
FETCHED = {
    "april2018": ("2018-04-24T13:46:33+00:00", "Tue, 24 Apr 2018 13:46:33 GMT"),
    "april2024": ("2024-04-24T14:46:33+00:00", "Wed, 24 Apr 2024 14:46:33 GMT"),
    "december2022": ("2022-12-16T13:46:33+00:00", "Fri, 16 Dec 2022 13:46:33 GMT"),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store into which one page was crawled as it was fetched at three times, from three hosts."""
    folder = tmp_path_factory.mktemp("seed")
    markup = page(HEADER, main=article(date="21 сәуір 2018, 14:20"))
    for name, (at, served) in FETCHED.items():
        case = folder / "pages" / name
        case.mkdir(parents=True)
        case.joinpath("page.html").write_text(markup, encoding="utf-8")
        headers = {"Content-Type": "text/html; charset=utf-8", "Date": served}
        meta = {"url": f"https://{name}.kz/zhanalyq/4711-kopir", "status": 200, "headers": headers, "fetched_at": at}
        case.joinpath("meta.json").write_text(json.dumps(meta), encoding="utf-8")
    ended = scrapy("crawl", "any", "-s", f"REPLAY={folder / 'pages'}", store=folder / "kznews.db", KZNEWS_STORE_MIN_FREE="0")
    assert ended.code == Exit.FINE, ended.err
    return folder / "kznews.db"


def flags_of(store: Path, name: str) -> dict[str, tuple[str, ...]]:
    with Store.open(url_of(store)) as opened:
        found = [point for code in SEED for point in rate_series(opened, code, portals=[f"{name}.kz"]).points]
        found += temperature_series(opened, "almaty", portals=[f"{name}.kz"]).points
    return {point.key: point.named_flags for point in found}


@pytest.mark.parametrize("name", ["april2018", "april2024"])
def test_the_rates_are_implausible_in_april_and_nothing_is_dropped(store: Path, name: str) -> None:
    flags = flags_of(store, name)
    assert set(flags) == {*SEED, "almaty"}
    assert all(flags[code] for code in SEED)


def test_the_rates_fit_december_2022_and_the_temperature_does_not(store: Path) -> None:
    assert flags_of(store, "december2022") == {**dict.fromkeys(SEED, ()), "almaty": ("season",)}


def test_the_article_s_date_is_its_own_and_the_clock_stands_beside_the_figures(store: Path) -> None:
    with Store.open(url_of(store)) as opened:
        articles = list(opened.articles())
        clocks = {one.portal: one.clock for one in opened.observations(kind="weather")}
        values = sorted(one.value.value for one in opened.observations("april2018.kz", "rate"))
    assert {one.published_at.isoformat() for one in articles} == {"2018-04-21T14:20:00+06:00"}
    assert {one.title for one in articles} == {TITLE}
    assert {clock.raw for clock in clocks.values()} == {SEED_CLOCK}
    assert clocks["april2018.kz"].offset == -1
    assert clocks["december2022.kz"].offset > 86_400
    assert values == sorted(map(Decimal, SEED.values()))
