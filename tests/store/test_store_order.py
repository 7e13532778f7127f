"""The order in which pages are read does not show in the store."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kznews.outcomes import Reason
from tests.store.samples import NOON, page, refusal, world


def stated(store, records):
    """Commit `records` one by one and return the dump."""
    for record in records:
        store.commit([record])
    return list(store.dump())


@pytest.mark.parametrize("seed", range(4))
def test_any_order_of_records_gives_the_same_store(emptied, seed):
    expected = stated(emptied(), world())
    for number in range(6):
        records = world()
        random.Random(f"{seed} {number}").shuffle(records)
        assert stated(emptied(), records) == expected


articles = st.builds(
    page,
    st.sampled_from(["1", "2", "33"]),
    st.sampled_from(["1", "2"]),
    script=st.sampled_from(["Cyrl", "Latn", None]),
    text=st.sampled_from("abc"),
    content_key=st.sampled_from(["", "k", "m"]),
    published_at=st.sampled_from([NOON, NOON - timedelta(days=1), None]),
    aliases=st.sampled_from([(), ("https://q.kz/1",), ("https://q.kz/33", "https://q.kz/4")]),
)
refusals = st.builds(
    refusal,
    st.sampled_from(["1", "2", "4"]),
    st.sampled_from([Reason.NOT_SAVED, Reason.TIMED_OUT, Reason.GONE, Reason.NO_BODY]),
    aliases=st.sampled_from([(), ("https://q.kz/1",)]),
)


@st.composite
def shuffled(draw):
    """Return records of different times in two orders, the second with some of them twice."""
    records = draw(st.lists(st.one_of(articles, refusals), min_size=1, max_size=7))
    dated = [_at_minute(record, minute) for minute, record in enumerate(records)]
    other = draw(st.permutations(dated))
    return dated, [*other, *draw(st.lists(st.sampled_from(dated), max_size=2))]


def _at_minute(record, minute):
    from dataclasses import replace

    return replace(record, fetched_at=NOON + timedelta(minutes=minute))


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)  # PostgreSQL has the shuffles above; this one is about rules
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(orders=shuffled())
def test_any_records_in_any_order_and_number_give_the_same_store(emptied, orders):
    first, second = orders
    assert stated(emptied(), first) == stated(emptied(), second)
