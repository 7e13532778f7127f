"""The frontier and the runs."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from kznews.outcomes import PageState, Reason
from tests.store.samples import at, listing, page, refusal


def test_pending_pages_come_in_portions_without_repeats_or_gaps(store):
    names = [f"{number:03}" for number in range(25)]
    store.commit([listing("", *names)])
    found, after = [], ""
    while portion := store.pending("q", limit=10, after=after):
        found += [waiting.url for waiting in portion]
        after = portion[-1].url
    assert found == [f"https://q.kz/{name}" for name in names]
    assert store.pending("p") == []


def test_a_page_that_failed_waits_with_its_reason_and_one_that_is_done_does_not(store):
    store.commit([refusal("1", Reason.TIMED_OUT), refusal("2", Reason.GONE), page("3")])
    assert [(waiting.url, waiting.reason) for waiting in store.pending("q")] == [("https://q.kz/1", Reason.TIMED_OUT)]


def test_portals_see_only_their_own_pages(store):
    store.commit([page("1")])
    store.discover("p", ["https://q.kz/1"], seen_at=at(0), found_on="https://p.kz/")
    assert store.known("p", ["https://q.kz/1"]) == {"https://q.kz/1": PageState.PENDING}
    assert store.known("q", ["https://q.kz/1"]) == {"https://q.kz/1": PageState.DONE}


def test_any_number_of_addresses_may_be_asked_about(store):
    names = [f"https://q.kz/{number}" for number in range(2500)]
    store.discover("q", names[:2000], seen_at=at(0), found_on="https://q.kz/")
    assert len(store.known("q", names)) == 2000
    assert store.known("q", []) == {}


def test_an_address_was_first_seen_where_it_was_seen_first(store):
    store.discover("q", ["https://q.kz/1"], seen_at=at(5), found_on="https://q.kz/b")
    store.discover("q", ["https://q.kz/1"], seen_at=at(9), found_on="https://q.kz/a")
    store.discover("q", ["https://q.kz/1"], seen_at=at(2), found_on="https://q.kz/c")
    [waiting] = store.pending("q")
    assert (waiting.first_seen, waiting.found_on) == (at(2), "https://q.kz/c")


def test_the_questions_of_the_frontier_use_their_indexes(tmp_path):
    from kznews.store import Store

    with Store.open(f"sqlite:///{tmp_path}/kznews.db") as store, store.database.read() as connection:
        asked = "SELECT url FROM pages WHERE portal = 'q' AND state = 'pending' AND url > 'x' ORDER BY url LIMIT 9"
        plan = " ".join(str(row) for row in connection.execute(text(f"EXPLAIN QUERY PLAN {asked}")))
    assert "pages_pending" in plan
    assert "TEMP B-TREE" not in plan


def test_a_run_has_a_beginning_and_an_end(store):
    run = store.start_run("q", settings={"REPLAY": "folder"}, at=at(0))
    assert run.startswith("20180421T120000Z-q-")
    assert store.runs("q")[0]["finished_at"] is None
    store.finish_run(run, finish_reason="finished", counts={"stored": 3}, at=at(5))
    store.keep_exit_codes({run: 3})
    [row] = store.runs()
    assert (row["finish_reason"], row["exit_code"], row["counts"]) == ("finished", 3, {"stored": 3})
    assert (row["started_at"], row["finished_at"], row["settings"]) == (at(0), at(5), {"REPLAY": "folder"})


def test_an_unknown_run_cannot_end(store):
    with pytest.raises(LookupError):
        store.finish_run("none", finish_reason="finished")


def test_runs_do_not_show_in_the_dump(store):
    before = list(store.dump())
    store.start_run("q")
    assert list(store.dump()) == before


def test_each_failure_doubles_the_wait_up_to_a_week(store):
    for number, minutes in enumerate((0, 90, 400), start=1):
        store.commit([refusal("1", Reason.TIMED_OUT, minutes=minutes)])
        [waiting] = store.pending("q")
        assert (waiting.attempts, waiting.next_due) == (number, at(minutes + 60 * 2 ** (number - 1)))
    for hours in range(100, 120):
        store.commit([refusal("1", Reason.UNREACHABLE, minutes=hours * 60)])
    assert store.page("q", "https://q.kz/1")["next_due"] == at(119 * 60 + 7 * 24 * 60)


def test_failures_count_alike_in_every_order_and_once_each(store, emptied):
    failed = [refusal("1", reason, minutes=minutes) for minutes, reason in enumerate([Reason.TIMED_OUT, Reason.SERVER_ERROR])]
    store.commit(failed)
    before = list(store.dump())
    store.commit(failed)
    assert list(store.dump()) == before
    emptied().commit(failed[::-1])
    assert list(store.dump()) == before


def test_a_page_is_asked_for_only_when_it_is_due(store):
    store.commit([refusal("1", Reason.TIMED_OUT), refusal("2", Reason.NOT_SAVED), page("3"), refusal("4", Reason.GONE)])
    names = [f"https://q.kz/{name}" for name in "12345"]
    assert [waiting.url for waiting in store.pending("q", at=at(59))] == names[1:2]
    assert [waiting.url for waiting in store.pending("q", at=at(60))] == names[:2]
    assert store.not_wanted("q", names, at=at(59)) == {names[0], names[2], names[3]}
    assert store.not_wanted("q", names, at=at(60)) == {names[2], names[3]}
    assert store.not_wanted("p", names, at=at(60)) == set()


def test_a_page_that_gave_something_in_the_end_is_not_due_any_more(store):
    store.commit([refusal("1", Reason.TIMED_OUT), page("1", minutes=5)])
    row = store.page("q", "https://q.kz/1")
    assert (row["state"], row["attempts"], row["next_due"]) == ("done", 0, None)
    store.commit([refusal("1", Reason.TIMED_OUT, minutes=9)])
    row = store.page("q", "https://q.kz/1")
    assert (row["state"], row["attempts"], row["next_due"]) == ("done", 0, None)


def test_the_depth_of_a_page_is_that_of_the_shortest_way_to_it(store, emptied):
    records = [listing("far", "1", minutes=1, depth=3), listing("near", "1", minutes=2, depth=0), page("1", minutes=3)]
    store.commit(records)
    assert store.page("q", "https://q.kz/1")["depth"] == 1
    assert store.page("q", "https://q.kz/far")["depth"] == 3
    before = list(store.dump())
    emptied().commit(records[::-1])
    assert list(store.dump()) == before


def test_of_two_pages_that_name_an_address_at_one_instant_one_is_taken_whatever_came_first(store):
    for name, order in (("1", "ab"), ("2", "ba")):
        for place in order:
            store.discover("q", [f"https://q.kz/{name}"], seen_at=at(5), found_on=f"https://q.kz/{place}")
    assert [waiting.found_on for waiting in store.pending("q")] == ["https://q.kz/a"] * 2


def test_a_back_fill_goes_on_behind_the_pages_that_are_under_way(store):
    store.commit([listing("list", "1", "2", "3", backfill=True)])
    newest, *others = [due.url for due in store.draw_backfill("q", at=at(5), limit=3)]
    assert [due.url for due in store.draw_backfill("q", at=at(5), limit=2, under_way={newest})] == others
