"""What the report asks the store, on both databases: the answers that a careful reader would count by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from kznews.items import ExchangeRate, Weather
from kznews.outcomes import Outcome, Reason
from kznews.store import overview
from kznews.store.overview import Extent, Figure, Span
from tests.store.samples import at, listing, page, refusal

EVER = Span()
ALMATY = timezone(timedelta(hours=6))


@pytest.fixture
def ask(store):
    """Ask a question of the store, with its answer as a list."""

    def answer(question, *arguments):
        with store.database.read() as connection:
            found = question(connection, *arguments)
            return found if isinstance(found, (dict, tuple)) else sorted(found, key=str)

    return answer


def test_an_article_counts_on_the_day_that_its_portal_printed(store, ask) -> None:
    late = datetime(2018, 4, 21, 0, 30, tzinfo=ALMATY)  # still the 20th in UTC, and on a clock of UTC+5
    store.commit([page("a", published_at=late), page("b"), page("c", published_at=None)])
    assert ask(overview.published_by_day, EVER) == [("q", "2018-04-21", 2)]


def test_a_span_holds_its_first_instant_and_not_its_last(store, ask) -> None:
    day = datetime(2018, 4, 21, tzinfo=UTC)
    store.commit([page("a", published_at=day), page("b", published_at=day + timedelta(days=1))])
    assert ask(overview.published_by_day, Span(day, day + timedelta(days=1))) == [("q", "2018-04-21", 1)]


def test_a_duplicate_is_no_article_of_its_own(store, ask) -> None:
    store.commit([page("a", content_key="one"), page("b", content_key="one", minutes=1), page("c", minutes=2)])
    assert ask(overview.published_by_day, EVER) == [("q", "2018-04-21", 2)]
    assert ask(overview.totals)["articles"] == 2
    assert ask(overview.totals)["versions"] == 3


def test_delays_are_told_of_articles_that_say_their_minute(store, ask) -> None:
    published = at(-90)
    store.commit(
        [
            page("a", published_at=published, published_precision="minute"),
            page("b", published_at=published, published_precision="day"),
            page("c", published_at=at(10), published_precision="second"),
        ],
    )
    assert ask(overview.delays, EVER) == [("q", -600.0), ("q", 5400.0)]


def test_a_delay_is_that_of_the_first_fetch(store, ask) -> None:
    store.commit(
        [
            page("a", published_at=at(-30), published_precision="minute", text=text, minutes=m)
            for m, text in ((0, "x"), (600, "y"))
        ]
    )
    assert ask(overview.delays, EVER) == [("q", 1800.0)]


def test_coverage_counts_what_is_there(store, ask) -> None:
    rate = ExchangeRate(currency="USD", value=Decimal(480))
    store.commit(
        [
            page("a", lead="Лид", authors=["А"], exchange_rates=[rate]),
            page("b", lead=None, tags=["т"], weather=Weather(city="Алматы", temperature=Decimal(3))),
        ],
    )
    (row,) = ask(overview.coverage_by_day, EVER)
    there = {name: row[name] for name in overview.COVERED}
    assert (row["portal"], row["day"], row["articles"]) == ("q", "2018-04-21", 2)
    expected = {"published_at": 2, "lead": 1, "section": 0, "authors": 1, "tags": 1, "image_url": 0, "views": 0}
    assert there == {**expected, "exchange_rates": 1, "weather": 1}


def test_what_was_done_is_told_in_kazakhstans_days(store, ask) -> None:
    store.commit(
        [
            page("a", fetched_at=datetime(2026, 3, 16, 18, 59, tzinfo=UTC)),
            page("b", fetched_at=datetime(2026, 3, 16, 19, tzinfo=UTC)),
        ]
    )
    assert [row["day"] for row in ask(overview.coverage_by_day, EVER)] == ["2026-03-16", "2026-03-17"]


def test_outcomes_are_those_of_fetches_within(store, ask) -> None:
    store.commit([listing(""), page("a"), refusal("b", Reason.LOGIN), refusal("c", Reason.LOGIN, minutes=-10_000)])
    assert ask(overview.outcomes_within, Span(at(-60))) == [
        ("q", Outcome.LISTED, None, 1),
        ("q", Outcome.REFUSED, Reason.LOGIN, 1),
        ("q", Outcome.STORED, None, 1),
    ]


def test_figures_are_means_of_a_day_for_one_unit(store, ask) -> None:
    def shown(name, minutes, value, nominal=1):
        rate = ExchangeRate(currency="UZS", value=Decimal(value), nominal=nominal)
        return page(name, minutes=minutes, observations=(rate,))

    store.commit([shown("a", 0, "4.0", 100), shown("b", 120, "4.4", 100), shown("c", 60 * 24, "0.05")])
    found = ask(overview.figures_by_day, "rate", EVER)
    assert [(figure.day, round(figure.value, 6)) for figure in found] == [("2018-04-21", 0.042), ("2018-04-22", 0.05)]
    assert isinstance(found[0], Figure)
    assert ask(overview.figures_by_day, "weather", EVER) == []


def test_the_last_run_of_a_portal_is_its_newest(store) -> None:
    for hour in (1, 3, 2):
        run = store.start_run("q", at=at(hour * 60))
        store.finish_run(run, finish_reason=f"of hour {hour}", at=at(hour * 60 + 1))
    store.start_run("r", at=at(0))
    with store.database.read() as connection:
        found = overview.last_runs(connection)
    assert [(run["portal"], run["finish_reason"]) for run in found] == [("q", "of hour 3"), ("r", None)]


def test_what_is_newest_and_how_far_the_store_reaches(store, ask) -> None:
    assert ask(overview.extent) == Extent(None, None, None)
    later = datetime(2019, 1, 1, tzinfo=UTC)
    store.commit([page("a", minutes=5), *(page("b", minutes=minutes, published_at=later) for minutes in (9, 70))])
    assert ask(overview.extent) == Extent(datetime(2018, 4, 21, 3, 30, tzinfo=UTC), at(70), at(70))
    assert ask(overview.newest_of_portals) == {"q": (2, later, at(9))}


def test_what_was_refused_or_failed_is_of_the_store_s_extent_too(store, ask) -> None:
    store.commit([refusal("a"), page("b", minutes=10, published_at=None)])
    assert ask(overview.extent) == Extent(at(0), at(10), at(10))
    store.commit([refusal("c", minutes=20), refusal("b", Reason.TIMED_OUT, minutes=30)])
    assert ask(overview.outcomes_within, Span(at(25))) == [], "a page keeps what it gave before it failed"
    assert ask(overview.extent) == Extent(at(0), at(30), at(30))


def test_an_address_refused_without_a_fetch_is_fed_when_it_was_seen(store, ask) -> None:
    store.commit([listing("", "a", "b")])
    store.discover("q", ["https://q.kz/c"], seen_at=at(60), found_on="https://q.kz/")
    assert ask(overview.extent).last == at(0), "an address that waits has no outcome"
    store.commit([refusal("c", Reason.ROBOTS, minutes=90)])
    assert ask(overview.extent) == Extent(at(0), at(60), at(0))


def test_an_address_seen_again_reaches_back_to_its_first_sighting(store, ask) -> None:
    store.commit([page("a", published_at=None, minutes=minutes) for minutes in (0, 600)])
    assert ask(overview.extent) == Extent(at(0), at(600), at(600))


def test_a_duplicate_is_none_of_its_portal_s_articles(store, ask) -> None:
    store.commit([page("a", content_key="same"), page("b", content_key="same"), page("c", content_key="other")])
    assert ask(overview.newest_of_portals)["q"][0] == 2
