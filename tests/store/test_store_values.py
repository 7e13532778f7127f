"""What goes into the store comes out as it was."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from kznews.items import Article, ExchangeRate, Weather
from kznews.store import RecordError, Store
from kznews.store.columns import Instant, instant_text
from tests.store.samples import WIDGETS, at, page


def full_article():
    return Article(
        portal="q",
        article_id="1",
        url="https://q.kz/1",
        title="Қазақстан «жаңа» 🏔",
        lead="",
        body=["Бірінші.", "", 'Үшінші "тырнақша" \\ жол\nбөлінген'],
        section="Аймақтар",
        authors=["Ә. Автор", "Б. Автор"],
        tags=["тег"],
        image_url="https://q.kz/i.jpg",
        source_name="ҚазАқпарат",
        dateline="АСТАНА. KAZINFORM",
        published_at=datetime(2018, 4, 21, 0, 0, 0, 1, tzinfo=timezone(timedelta(hours=6))),
        published_raw="21 сәуір 2018",
        published_precision="day",
        published_basis="layout",
        modified_at=datetime(2018, 4, 22, 23, 59, tzinfo=timezone(timedelta(hours=5, minutes=30))),
        views=0,
        comments=None,
        language="kk",
        script="Cyrl",
        weather=Weather(city="Алматы", city_key="almaty", temperature=Decimal("-0.50"), raw="−0,50"),
        exchange_rates=[ExchangeRate(currency="USD", value=Decimal("468.560"), nominal=100, side="buy", change=Decimal("0.00"))],
        page_clock_raw="12:00",
        fetched_at=at(0),
        layout="qar",
    )


def test_an_article_comes_back_equal_in_every_field(store):
    article = full_article()
    store.commit([replace(page("1"), article=article)])
    assert list(store.articles()) == [replace(article, story_id="q:1")]


def test_an_empty_article_comes_back_equal_as_well(store):
    article = Article(portal="q", article_id="1", url="https://q.kz/1", fetched_at=at(0))
    store.commit([replace(page("1"), article=article)])
    assert list(store.articles()) == [replace(article, story_id="q:1")]


@pytest.mark.parametrize("zone", [ZoneInfo("Asia/Almaty"), UTC, timezone(timedelta(hours=-3, minutes=-30))])
@pytest.mark.parametrize("year", [1, 1910, 1995, 2026, 9998])
def test_a_publication_time_keeps_its_instant_and_its_offset(store, zone, year):
    moment = datetime(year, 6, 1, 12, 0, tzinfo=zone)
    if year == 1:
        moment = datetime(1, 6, 1, 12, 0, tzinfo=UTC)
    store.commit([page("1", published_at=moment)])
    [article] = store.articles()
    assert article.published_at == moment
    assert article.published_at.isoformat() == moment.isoformat()


@pytest.mark.parametrize("digits", ["0.1", "468.50", "35", "-3", "0.00", "12345678901234567890.123456789", "1E+3", "1E-9"])
def test_figures_are_exact(store, digits):
    figure = ExchangeRate(currency="USD", value=Decimal(digits))
    store.commit([page("1", observations=(figure,), exchange_rates=[figure])])
    [observed] = store.observations(kind="rate")
    [article] = store.articles()
    assert observed.value.value == article.exchange_rates[0].value == Decimal(digits)
    assert "E" not in str(format(observed.value.value, "f"))


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), 468.5])
def test_what_is_no_finite_decimal_is_refused_and_nothing_is_written(store, value):
    with pytest.raises(RecordError):
        store.commit([page("1", observations=(ExchangeRate(currency="USD", value=value),))])
    assert list(store.articles()) == []
    assert store.page("q", "https://q.kz/1") is None


def test_observations_come_back_as_they_were_shown(store):
    store.commit([page("1", observations=WIDGETS)])
    assert [one.value for one in store.observations()] == [WIDGETS[1], WIDGETS[0], WIDGETS[2]]
    assert {one.hour for one in store.observations("q")} == {at(0)}
    assert list(store.observations("other")) == []


def test_naive_times_are_refused_by_the_columns_themselves(store):
    naive = datetime(2018, 4, 21)  # noqa: DTZ001
    with pytest.raises(ValueError):
        instant_text(naive)
    with pytest.raises(ValueError):
        Instant().process_bind_param(naive, store.database.engine.dialect)
    with pytest.raises(ValueError):
        store.start_run("q", at=naive)


def test_instants_in_sqlite_sort_as_they_run():
    moments = [datetime(2018, 4, 21, 5, 59, tzinfo=UTC), datetime(2018, 4, 21, 12, tzinfo=timezone(timedelta(hours=6)))]
    moments += [at(0), at(0) + timedelta(microseconds=1)]
    texts = [instant_text(moment) for moment in moments]
    assert texts == sorted(texts)
    assert {len(text) for text in texts} == {27}


@pytest.mark.parametrize("field", ["title", "lead", "section"])
def test_a_nul_is_refused_alike_on_every_database(store, field):
    with pytest.raises(ValueError):
        store.commit([page("1", **{field: "a\x00b"})])
    with pytest.raises(ValueError):
        store.commit([page("1", text="a\x00b")])


@pytest.mark.parametrize("values", [{"views": 2**70}, {"title": "\ud800"}])
def test_a_value_that_no_column_can_hold_is_the_records_fault_and_not_the_stores(store, values):
    with pytest.raises(RecordError):
        store.commit([page("1", **values)])
    assert store.page("q", "https://q.kz/1") is None


def test_large_numbers_are_kept(store):
    store.commit([page("1", views=2**40)])
    assert [article.views for article in store.articles()] == [2**40]


def test_an_address_of_any_length_does_not_harm_the_store(store):
    record = page("ә" * 9000)
    with suppress(RecordError):  # PostgreSQL cannot index it
        store.commit([record])
    store.commit([page("1")])
    assert "https://q.kz/1" in [article.url for article in store.articles()]


def test_a_store_is_readable_with_nothing_but_sqlite(tmp_path):
    with Store.open(f"sqlite:///{tmp_path}/kznews.db") as store:
        store.commit([replace(page("1"), article=full_article(), observations=WIDGETS)])
        store.commit([page("1", text="Түзетілген.", minutes=9)])
    with closing(sqlite3.connect(tmp_path / "kznews.db")) as plain:
        query = "SELECT key, title, body, published_at, script FROM current_articles"
        [(key, title, body, published, script)] = plain.execute(query).fetchall()
        numbers = plain.execute("SELECT number, title FROM versions WHERE url = 'https://q.kz/1' ORDER BY number").fetchall()
        rates = plain.execute("SELECT key, value, hour FROM observations WHERE kind = 'rate' ORDER BY key").fetchall()
    assert (key, title, script) == ("q:1", "Тақырып 1", "Cyrl")
    assert json.loads(body) == ["Түзетілген."]
    assert "Түзетілген" in body
    assert published == "2018-04-21T03:30:00.000000Z"
    assert numbers == [(1, "Қазақстан «жаңа» 🏔"), (2, "Тақырып 1")]
    assert rates == [("RUB", "5.2", "2018-04-21T12:00:00.000000Z"), ("USD", "468.50", "2018-04-21T12:00:00.000000Z")]


def test_both_databases_give_the_same_dump(tmp_path, postgres_url):
    from tests.store.samples import world

    dumps = []
    for url in (f"sqlite:///{tmp_path}/kznews.db", postgres_url):
        with Store.open(url) as store:
            store.commit(world())
            dumps.append(list(store.dump()))
    assert dumps[0] == dumps[1]


def test_articles_are_ordered_by_publication_and_filtered(store):
    days = [datetime(2018, 4, day, tzinfo=UTC) for day in (3, 1, 2)]
    store.commit([page(str(number), published_at=day, language="kk") for number, day in enumerate(days)])
    store.commit([page("9", published_at=None, script="Latn", language="ru")])

    def found(**filters):
        return [article.article_id for article in store.articles(**filters)]

    assert found() == ["1", "2", "0", "9"]
    assert found(since=days[2]) == ["2", "0"]
    assert found(until=days[2]) == ["1"]
    assert found(script="Latn") == found(language="ru") == ["9"]
    assert found(portal="other") == []
