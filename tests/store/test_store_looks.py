"""When known articles are looked at again, what sources say of addresses, and what is drawn from the store first."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from kznews.outcomes import Outcome, Reason
from kznews.store import Named, PageRecord, SourceNote, Store
from kznews.store import looks as looks_module
from tests.store.samples import NOON, at, listing, page, refusal

HOUR, DAY = 60, 24 * 60
URL = "https://q.kz/1"


def seen(minutes, **more):
    """Return the record of a 304 answer."""
    return PageRecord(portal="q", url=URL, fetched_at=at(minutes), outcome=Outcome.UNCHANGED, status=304, **more)


def article(minutes, **more):
    """Return the record of an article that was published at noon."""
    return page("1", minutes=minutes, **{"published_at": NOON, **more})


def next_look(store):
    due = store.page("q", URL)["next_look"]
    return None if due is None else (due - NOON) / timedelta(minutes=1)


@pytest.mark.parametrize(
    ("fetched", "due"),
    [
        (0, HOUR),
        (59, HOUR),
        (60, 6 * HOUR),
        (12 * HOUR, DAY),
        (DAY, 7 * DAY),
        (29 * DAY, 30 * DAY),
        (30 * DAY, None),
        (2000 * DAY, None),
    ],
)
def test_an_article_is_looked_at_by_its_age(store, fetched, due):
    store.commit([article(fetched)])
    assert next_look(store) == due


def test_an_article_without_a_date_is_as_old_as_we_know_it(store):
    store.commit([article(10, published_at=None)])
    assert next_look(store) == 10 + HOUR


def test_an_article_with_a_day_alone_may_have_appeared_at_its_end(store):
    store.commit([article(10, published_precision="day")])
    assert next_look(store) == 10 + HOUR
    store.commit([replace(article(3 * DAY, published_precision="day"))])
    assert next_look(store) == 10 + 7 * DAY


def test_a_change_begins_the_looks_anew_and_a_confirmation_does_not(store):
    store.commit([article(0), seen(HOUR), seen(7 * HOUR)])
    assert next_look(store) == DAY
    store.commit([article(DAY, text="түзетілген")])
    assert next_look(store) == DAY + HOUR
    store.commit([seen(DAY + HOUR)])
    assert next_look(store) == DAY + 6 * HOUR


def test_a_look_that_fails_is_put_off_and_the_page_stays_what_it_was(store):
    store.commit([article(0), refusal("1", Reason.TIMED_OUT, minutes=HOUR)])
    assert next_look(store) == 2 * HOUR
    store.commit([refusal("1", Reason.SERVER_ERROR, minutes=2 * HOUR)])
    assert next_look(store) == 4 * HOUR
    assert store.page("q", URL)["outcome"] == "stored"
    store.commit([seen(4 * HOUR)])
    assert next_look(store) == 6 * HOUR


def test_what_is_gone_moved_or_another_edition_is_not_looked_at(store):
    store.commit([article(0), refusal("1", Reason.GONE, minutes=HOUR)])
    assert next_look(store) is None
    store.commit(
        [
            page("kz/2", "2"),
            page("latyn/2", "2", script="Latn"),
            page("3"),
            page("4", "3", minutes=5, aliases=("https://q.kz/3",)),
        ]
    )
    due = {name: store.page("q", f"https://q.kz/{name}")["next_look"] for name in ("kz/2", "latyn/2", "3", "4")}
    assert [name for name in due if due[name]] == ["kz/2", "4"]


def test_a_newer_date_of_change_makes_a_known_page_due(store):
    store.commit([article(40 * DAY)])
    assert next_look(store) is None
    store.commit([listing("", minutes=50 * DAY, links=(Named(url=URL, modified=at(45 * DAY)),))])
    assert next_look(store) == 45 * DAY
    assert [due.url for due in store.draw("q", at=at(50 * DAY), limit=9)] == [URL]
    store.commit([seen(50 * DAY)])
    assert next_look(store) is None


def test_the_looks_of_one_article_have_nothing_to_do_with_the_text_of_another(store):
    store.commit([page("2", text="басқа", minutes=5), article(0), article(HOUR), article(2 * HOUR), article(DAY)])
    assert next_look(store) == 7 * DAY
    store.commit([article(40 * DAY), listing("", minutes=50 * DAY, links=(Named(url=URL, modified=at(41 * DAY)),))])
    assert next_look(store) == 40 * DAY + 4**4 * HOUR
    undated = [page("3", minutes=minutes, published_at=None) for minutes in (0, HOUR, 2 * HOUR)]
    store.commit(undated)
    assert store.page("q", "https://q.kz/3")["next_look"] == at(6 * HOUR)


def test_an_older_date_of_change_says_nothing(store):
    store.commit([article(40 * DAY), listing("", minutes=50 * DAY, links=(Named(url=URL, modified=at(40 * DAY - 1)),))])
    assert next_look(store) is None


def test_a_source_that_always_says_now_is_believed_more_and_more_rarely():
    """Every hour of two months a sitemap says that the page has changed, and it never has."""
    row = {"state": "done", "outcome": "stored", "redirects_to": None, "versions": 1, "looks": 0, "failed": 0}
    row |= {"published_at": NOON, "published_precision": "minute", "changed_at": at(40 * DAY)}
    row |= {"fetched_at": at(40 * DAY), "sighted": 1}
    looks = []
    for hour in range(60 * 24):
        row["named_modified"] = now = at(40 * DAY + hour * HOUR + 30)
        if (due := looks_module.next_look(row)) and due <= now:
            looks.append(hour)
            row |= {"fetched_at": now, "sighted": row["sighted"] + 1}
    assert looks == [1, 1 + 4, 5 + 16, 21 + 64, 85 + 256, 341 + 30 * 24]


def test_every_tenth_look_is_in_full_and_so_is_one_after_a_week(store):
    record = article(0, etag='"a"', last_modified="yesterday")
    store.commit([record])
    for number in range(9):
        minutes = 200 * HOUR + number
        [due] = store.draw("q", at=at(minutes), limit=1)
        assert due.known
        assert (due.etag, due.last_modified) == ((None, None) if number == 0 else ('"a"', "yesterday")), number
        store.commit([seen(minutes)])
        make_due(store)
    store.commit([seen(201 * HOUR)])
    make_due(store)
    [due] = store.draw("q", at=at(202 * HOUR), limit=1)
    assert due.etag is None
    store.commit([replace(record, fetched_at=at(202 * HOUR))])
    make_due(store)
    [due] = store.draw("q", at=at(203 * HOUR), limit=1)
    assert due.etag == '"a"'


def make_due(store):
    with store.database.write() as connection:
        connection.execute(text("UPDATE pages SET next_look = first_seen"))


def test_any_order_of_records_gives_the_same_looks_and_the_same_sayings(emptied):
    records = [
        listing("", minutes=5, links=(Named(url=URL, published=at(2), title="Ә", basis="feed"), Named(url="https://q.kz/2"))),
        listing("s", minutes=4, links=(Named(url=URL, modified=at(9 * HOUR), basis="sitemap"),), backfill=True),
        listing("api", minutes=6, links=(Named(url=URL, published=at(1), basis="api"), "https://q.kz/2"), depth=0),
        article(7),
        article(8 * HOUR),
        article(2 * HOUR, text="түзетілген"),
        refusal("1", Reason.TIMED_OUT, minutes=8 * HOUR + 5),
        refusal("2", Reason.TIMED_OUT, minutes=30),
    ]
    expected = None
    for seed in range(12):
        random.Random(seed).shuffle(records)
        store = emptied()
        for record in records:
            store.commit([record])
        expected = expected or list(store.dump())
        assert list(store.dump()) == expected
    row = store.page("q", URL)
    assert (row["named_published"], row["named_basis"], row["named_modified"]) == (at(1), "api", at(9 * HOUR))
    assert row["next_look"] == at(9 * HOUR + 5)


def test_the_newest_comes_first_by_its_date_else_by_its_place(store):
    dated = tuple(Named(url=f"https://q.kz/d{day}", published=at(-day * DAY)) for day in (3, 1, 2))
    store.commit([listing("", "a", "b", "c", minutes=0), listing("feed", minutes=1, links=dated)])
    found = [due.url.removeprefix("https://q.kz/") for due in store.draw_backfill("q", at=at(9), limit=9)]
    assert found == []
    drawn = [due.url.removeprefix("https://q.kz/") for due in store.draw("q", at=at(9), limit=2)]
    assert drawn == ["a", "b"]
    with store.database.read() as connection:
        from kznews.store import agenda

        order = [due.url.removeprefix("https://q.kz/") for due in agenda.newest(connection, "q", at=at(9), limit=9)]
    assert order == ["a", "b", "c", "d1", "d2", "d3"]


def test_a_further_page_of_a_listing_is_older_although_it_is_read_later(store):
    store.commit([listing("", "a", "b", minutes=0), listing("page2", "b", "c", minutes=5, number=2)])
    store.commit([listing("page3", "d", minutes=9, number=3)])
    drawn = [due.url.removeprefix("https://q.kz/") for due in store.draw("q", at=at(9), limit=3)]
    assert drawn[:2] == ["a", "b"]
    with store.database.read() as connection:
        from kznews.store import agenda

        order = [due.url.removeprefix("https://q.kz/") for due in agenda.newest(connection, "q", at=at(9), limit=9)]
    assert order == ["a", "b", "c", "d"]


def test_turns_are_taken_and_what_one_does_not_need_goes_to_the_others(store):
    links = tuple(Named(url=f"https://q.kz/n{number:02}", published=at(number)) for number in range(20))
    store.commit([listing("", minutes=100, links=links), *(page(f"k{number}", minutes=-number) for number in range(9))])
    later = at(100 * DAY)
    drawn = [due.url.removeprefix("https://q.kz/")[0] + str(int(due.known)) for due in store.draw("q", at=later, limit=8)]
    assert drawn == ["n0", "n0", "n0", "k1"] * 2
    assert len(store.draw("q", at=later, limit=99)) == 29
    under_way = {due.url for due in store.draw("q", at=later, limit=27)}
    assert len(store.draw("q", at=later, limit=99, under_way=under_way)) == 2


def test_what_only_a_back_fill_found_waits_for_back_fills(store):
    store.commit([listing("day", "1", "2", backfill=True)])
    assert [due.url for due in store.draw("q", at=at(9), limit=9)] == []
    assert [due.url for due in store.draw_backfill("q", at=at(9), limit=9)] == ["https://q.kz/1", "https://q.kz/2"]
    assert store.waiting_for_backfill("q") == 2
    store.commit([listing("", "2", minutes=5)])
    assert [due.url for due in store.draw("q", at=at(9), limit=9)] == ["https://q.kz/2"]
    assert [due.url for due in store.draw_backfill("q", at=at(9), limit=9)] == ["https://q.kz/1"]


def asked(minutes, *, new=False, **more):
    note = SourceNote(url="https://q.kz/rss", brought_new=new, **more)
    return listing("rss", minutes=minutes, source=note)


@pytest.mark.parametrize(("quiet", "waits"), [(HOUR, 2), (DAY, 48), (10 * DAY, 480), (30 * DAY, DAY), (3000 * DAY, DAY)])
def test_a_source_is_asked_the_more_rarely_the_longer_it_brought_nothing(store, quiet, waits):
    store.commit([asked(0, new=True), asked(quiet)])
    urls = ["https://q.kz/rss", "https://q.kz/new"]
    assert store.sources_not_due("q", urls, at=at(quiet + waits)) == set()
    assert store.sources_not_due("q", urls, at=at(quiet + waits - 1)) == {urls[0]}


def test_a_walk_is_remembered_until_it_is_over(store):
    store.commit([asked(0, new=True, next_page=2)])
    assert store.walks("q") == {"https://q.kz/rss": 2}
    store.commit([asked(1, next_page=3), asked(1, span="2018-01-01/2018-01-31", next_page=7)])
    assert store.walks("q") == {"https://q.kz/rss": 3}
    assert store.walks("q", "2018-01-01/2018-01-31") == {"https://q.kz/rss": 7}
    store.commit([asked(2), asked(2, span="2018-01-01/2018-01-31")])
    assert store.walks("q") == {}
    assert store.walks("q", "2018-01-01/2018-01-31") == {"https://q.kz/rss": None}


def test_the_questions_of_a_run_are_answered_by_indexes(tmp_path):
    wanted = {
        "pages_newest": "backfill = 0 AND state = 'pending' ORDER BY news_at DESC, place DESC, url DESC",
        "pages_oldest": "backfill = 0 AND state = 'pending' ORDER BY first_seen, url",
        "pages_looks": "next_look <= '2026' ORDER BY next_look, url",
    }
    with Store.open(f"sqlite:///{tmp_path}/kznews.db") as opened, opened.database.read() as connection:
        for index, rest in wanted.items():
            question = f"EXPLAIN QUERY PLAN SELECT url FROM pages WHERE portal = 'q' AND {rest} LIMIT 9"
            plan = " ".join(str(row) for row in connection.execute(text(question)))
            assert index in plan
            assert "TEMP B-TREE" not in plan


def test_a_304_answer_that_is_read_twice_counts_once(store):
    store.commit([article(0), seen(60)])
    before = list(store.dump())
    store.commit([seen(60)])
    assert list(store.dump()) == before


def test_every_tenth_look_is_a_full_one(store):
    store.commit([article(0, etag="v1", published_at=None)])
    for number in range(1, 10):
        store.commit([seen(number)])
        [due] = [one for one in store.draw("q", at=at(number + 61), limit=5) if one.url == URL]
        assert due.etag == (None if number == 9 else "v1"), number


def test_of_an_article_whose_page_is_refused_now_nothing_is_confirmed(store):
    store.commit([article(0), refusal("1", Reason.SOFT_404, minutes=10, etag="of the refusal")])
    [due] = store.draw("q", at=at(2 * HOUR), limit=5)
    assert (due.url, due.known, due.etag) == (URL, True, None)


def test_a_source_that_failed_is_no_page_that_waits(store):
    store.commit([refusal("rss", Reason.TIMED_OUT, depth=0), refusal("2", Reason.TIMED_OUT, depth=1)])
    assert [due.url for due in store.draw("q", at=at(DAY), limit=5)] == ["https://q.kz/2"]


def test_what_a_back_fill_asks_of_a_source_is_no_question_for_its_news(store):
    note = SourceNote(url="https://q.kz/list", span="2018-01-01/2018-01-31", next_page=2)
    store.commit([listing("list", "1", source=note, backfill=True)])
    with store.database.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM sources")).scalar_one() == 0


def test_what_stands_on_a_later_page_of_a_listing_is_older_although_it_is_seen_later(store):
    store.commit([listing("list", "1"), listing("list/2", "2", minutes=1, number=2)])
    assert [due.url[-1] for due in store.draw("q", at=at(5), limit=1)] == ["1"]
