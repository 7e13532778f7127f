"""Which part of a store a report tells: a crawl that has broken is in it, and so is everything where everything is asked for."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from kznews import clock
from kznews.items import ExchangeRate
from kznews.outcomes import Reason
from kznews.report.page import read
from kznews.report.window import Window
from kznews.store import Store
from tests.store.samples import page, refusal
from tests.support.crawls import url_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kznews.report.facts import Facts

ALMATY = timezone(timedelta(hours=6))
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(url_of(tmp_path / "kznews.db")) as opened:
        yield opened


def told(store: Store, days: int) -> Facts:
    with clock.frozen(NOW):
        return read(store, days=days)


def before(days: int) -> datetime:
    return NOW - timedelta(days=days)


@pytest.mark.parametrize("reason", [Reason.NO_BODY, Reason.TIMED_OUT])
def test_a_crawl_that_gives_nothing_but_refusals_is_in_its_own_report(store: Store, reason: Reason) -> None:
    store.commit([page("a", fetched_at=before(10))])
    store.commit([refusal(f"r{number}", reason, fetched_at=before(number)) for number in range(1, 5)])
    facts = told(store, 7)
    assert facts.window == Window(date(2026, 11, 14), date(2026, 11, 20))
    assert facts.outcomes == {"q": Counter({reason: 4})}
    assert facts.newest == before(1)


def test_a_store_that_was_fed_long_ago_is_told_of_its_own_time(store: Store) -> None:
    store.commit([page("a", fetched_at=before(40)), refusal("b", fetched_at=before(41))])
    assert told(store, 7).window == Window(date(2026, 10, 5), date(2026, 10, 11))


def test_everything_is_told_of_a_store_without_articles(store: Store) -> None:
    rate = ExchangeRate(currency="USD", value=Decimal("478.5"), raw="478,5")
    store.commit([refusal(f"r{number}", fetched_at=before(number), observations=(rate,)) for number in range(5, 20)])
    facts = told(store, 0)
    assert facts.outcomes == {"q": Counter(no_body=15)}
    assert len(facts.rates) == 15


def test_everything_is_told_of_undated_articles(store: Store) -> None:
    store.commit([page(f"a{number}", published_at=None, fetched_at=before(number)) for number in range(20)])
    assert sum(told(store, 0).coverage.articles.values()) == 20


def test_an_article_of_the_first_day_counts_whatever_clock_dated_it(store: Store) -> None:
    """Half an hour past midnight at UTC+6 is before midnight at UTC+5; the days beside the window stay out."""
    times = {
        "a": datetime(2019, 3, 1, 0, 30, tzinfo=ALMATY),
        "b": datetime(2019, 2, 28, 23, 30, tzinfo=ALMATY),
        "c": datetime(2019, 4, 1, 0, 30, tzinfo=ALMATY),
    }
    store.commit(
        [page(name, published_at=published, fetched_at=datetime(2019, 3, 31, 8, tzinfo=UTC)) for name, published in times.items()]
    )
    facts = told(store, 31)
    assert facts.window.first == date(2019, 3, 1)
    assert facts.published == {("q", "2019-03-01"): 1}


def test_of_more_figures_than_can_be_judged_none_is_flagged(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    rate = ExchangeRate(currency="USD", value=Decimal(1), raw="USD 1")
    store.commit([page("a", fetched_at=before(1), observations=(rate,))])
    assert told(store, 7).flags
    monkeypatch.setattr("kznews.report.page.MOST_JUDGED", 0)
    facts = told(store, 7)
    assert (len(facts.rates), facts.flags) == (1, {})


def test_an_article_that_was_fetched_before_it_says_it_appeared_is_counted_apart(store: Store) -> None:
    for name, hours in (("early", -2), ("late", 3)):
        published = before(2) - timedelta(hours=hours)
        store.commit([page(name, fetched_at=before(2), published_at=published, published_precision="minute")])
    facts = told(store, 7)
    assert (facts.early, [(delay.articles, delay.median) for delay in facts.delays]) == (1, [(1, 3 * 3600)])
