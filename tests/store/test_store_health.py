"""Which earlier runs a run is compared with, and what was measured last."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kznews.store import Health
from tests.store.samples import NOON


def measured(store, day, *, alarms=0, kind="daily", portal="q"):
    at = NOON + timedelta(days=day)
    told = [{"field": "title", "name": "field:title", "line": "title: 0 of 9"}] * alarms
    run = store.start_run(portal, at=at)
    figures = {"articles": 9, "rates": {"a": [1, 2]}}
    found = Health(run=run, portal=portal, kind=kind, measured_at=at, figures=figures, alarms=told)
    store.keep_health(found)
    return found


def compared(store, day, kind="daily"):
    return store.comparable("q", kind, at=NOON + timedelta(days=day))


def test_what_was_measured_comes_back_as_it_was(store):
    found = measured(store, 0, alarms=2)
    assert store.health() == store.health("q") == [found]
    assert store.health("p") == []


def test_runs_of_the_same_portal_and_kind_without_an_alarm_are_compared_with(store):
    sound = [measured(store, 0), measured(store, 3)]
    measured(store, 1, alarms=1)
    measured(store, 2, kind="replay")
    measured(store, 2.5, portal="p")
    assert compared(store, 4) == sound
    assert [one.kind for one in compared(store, 4, "replay")] == ["replay"]


def test_four_weeks_are_looked_at_and_twenty_runs_at_least(store):
    daily = [measured(store, day) for day in range(60)]
    assert compared(store, 60) == daily[-28:]
    assert compared(store, 100) == daily[-20:]


def test_what_was_accepted_is_where_the_comparison_begins(store):
    measured(store, 0)
    new = measured(store, 1, alarms=1)
    assert store.accept_health("q") == 1
    later = measured(store, 2)
    found = compared(store, 3)
    assert [one.run for one in found] == [new.run, later.run]
    assert replace(found[0], accepted_at=None) == new
    assert store.accept_health("p") == 0


def test_the_last_run_of_each_portal_counts_and_a_back_fill_only_if_there_is_no_other(store):
    last = measured(store, 1)
    measured(store, 0)
    measured(store, 2, kind="backfill")
    other = measured(store, 0, kind="backfill", portal="p")
    assert store.health() == [other, last]


def test_a_replay_hides_no_alarm_of_a_daily_run(store):
    alarmed = measured(store, 0, alarms=1)
    measured(store, 1, kind="replay")
    measured(store, 0, kind="backfill", portal="p")
    replayed = [measured(store, day, kind="replay", portal="p") for day in (-2, -1)]
    assert store.health() == [replayed[1], alarmed]
