"""What hosts said to a crawler is kept, and a robots.txt that changes makes pages due that the old one forbade."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from kznews.outcomes import PageState, Reason
from kznews.politeness.copies import after_bad, after_good
from kznews.store.hosts import keep_robots, note_pause
from tests.store.samples import at, page, refusal

ORIGIN = "https://q.kz"


def write(store, work):
    with store.database.write() as connection:
        return work(connection)


def keep(store, copy):
    write(store, lambda connection: keep_robots(connection, copy))


def test_a_copy_comes_back_as_it_was_kept(store):
    assert store.robots(ORIGIN) is None
    good = after_good(ORIGIN, at(0), status=200, body="User-agent: *\nDisallow: /жаңалық/\n")
    keep(store, good)
    assert store.robots(ORIGIN) == good
    bad = after_bad(ORIGIN, at(60), good, status=503, detail="HTTP 503")
    keep(store, bad)
    assert store.robots(ORIGIN) == bad
    assert (bad.body, bad.read_at, bad.unreachable_since) == (good.body, at(0), at(60))
    assert store.robots("http://q.kz") is None


def test_what_a_host_asked_for_last_counts(store):
    assert store.pause_of("q.kz") is None
    for minutes in (60, 30):
        write(store, partial(note_pause, host="q.kz", until=at(minutes), detail=f"{minutes}"))
    assert store.pause_of("q.kz") == (at(30), "30")


def test_neither_is_part_of_what_was_collected(store):
    before = list(store.dump())
    write(store, partial(note_pause, host="q.kz", until=at(9), detail=""))
    keep(store, after_good(ORIGIN, at(0), status=404, body=""))
    assert list(store.dump()) == before


@pytest.mark.parametrize(
    ("body", "due"),
    [("User-agent: *\nDisallow: /b\n", ["https://q.kz/a"]), ("User-agent: *\nDisallow: /a\n", []), (None, [])],
    ids=["changed", "the same", "unreachable"],
)
def test_pages_that_robots_txt_forbade_are_due_again_when_it_changes(store, body, due):
    old = after_good(ORIGIN, at(0), status=200, body="User-agent: *\nDisallow: /a\n")
    keep(store, old)
    store.commit([refusal("a", Reason.ROBOTS), refusal("b", Reason.GONE), refusal("c", Reason.NO_BODY), page("d")])
    new = after_good(ORIGIN, at(1500), status=200, body=body) if body else after_bad(ORIGIN, at(9), old, status=500, detail="")
    keep(store, new)
    assert [waiting.url for waiting in store.pending("q")] == due
    store.commit([refusal("a", Reason.ROBOTS)])
    assert store.known("q", ["https://q.kz/a"])["https://q.kz/a"] is PageState.REFUSED


def test_pages_of_other_origins_stay_refused(store):
    keep(store, after_good("https://q.k", at(0), status=200, body="User-agent: *\nDisallow: /a\n"))
    keep(store, after_good("http://q.kz", at(0), status=200, body="User-agent: *\nDisallow: /a\n"))
    store.commit([refusal("a", Reason.ROBOTS)])
    keep(store, after_good("https://q.k", at(1500), status=404, body=""))
    keep(store, after_good("http://q.kz", at(1500), status=404, body=""))
    assert store.pending("q") == []


def test_a_robots_txt_that_could_not_be_read_makes_no_page_due(store):
    good = after_good(ORIGIN, at(0), status=200, body="User-agent: *\nDisallow: /\n")
    keep(store, good)
    store.commit([refusal("1", Reason.ROBOTS)])
    for copy in (after_bad(ORIGIN, at(60), good, status=503, detail="HTTP 503"), replace(good, body=None, read_at=None)):
        keep(store, copy)
        assert store.page("q", "https://q.kz/1")["state"] == PageState.REFUSED
