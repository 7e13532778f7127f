"""Versions of one article, seen by a feed, a sitemap and an archive in any interleaving: ordered, gapless, the newest on top.

KZNEWS_INTERLEAVINGS sets their number (100 unless told; `make order-test` makes 10,000).
"""

from __future__ import annotations

import os
import random
from dataclasses import replace
from itertools import groupby

import pytest

from kznews.outcomes import Outcome
from kznews.store import PageRecord
from kznews.store.reading import history
from kznews.store.settle import settle
from tests.store.samples import at, page

SEQUENCES = int(os.environ.get("KZNEWS_INTERLEAVINGS", "100"))
PER_STORE = 50
VERSIONS = range(5)
HOURS = 60
"""Minutes from one version to the next."""


def sightings(number, chance):
    """Return (minute, version) of every look at article `number`: each version by one to three of feed, sitemap and archive.

    A feed and a sitemap show a version while it is the newest; an archive's copy is as old, however late it is read.
    """
    return [
        (version * HOURS + minute, version)
        for version in VERSIONS
        for minute in chance.sample(range(HOURS), chance.randint(1, 3))
    ]


def record(number, minute, version):
    text = f"{number}, {version % 4}-мәтін"  # the last text is the first one again: it is a version all the same
    return page(f"kz/{number}", str(number), minutes=minute, text=text, content_key=f"{number} {version % 4}")


def confirmed(number, minute):
    """Return the record of a 304: the page is as it was."""
    return PageRecord(portal="q", url=f"https://q.kz/kz/{number}", fetched_at=at(minute), outcome=Outcome.UNCHANGED)


def expected(seen):
    """Return the versions that some sightings make: runs of one text in the order of time."""
    return [(next(run)[0], text) for text, run in groupby(sorted(seen), key=lambda one: one[1] % 4)]


def check(connection, number, seen):
    """Compare the history with what it should be after the looks so far."""
    versions = history(connection, "q", f"https://q.kz/kz/{number}")
    assert [version.number for version in versions] == list(range(1, len(versions) + 1))
    found = [(version.seen_at, version.article.body) for version in versions]
    assert found == [(at(minute), [f"{number}, {text}-мәтін"]) for minute, text in expected(seen)]


def play(connection, number, chance):
    """Settle all looks at one article in a random order, each third one twice, and look at the history after each."""
    looks = sightings(number, chance)
    chance.shuffle(looks)
    seen: set[tuple[int, int]] = set()
    for minute, version in looks:
        verdict = settle(connection, record(number, minute, version))
        newest = not seen or minute > max(seen)[0]
        if not newest:
            assert verdict.outcome is Outcome.UNCHANGED, "an older copy changed what is current"
        seen.add((minute, version))
        if chance.random() < 0.3:
            assert settle(connection, record(number, minute, version)).outcome is Outcome.UNCHANGED
        check(connection, number, seen)
    before = history(connection, "q", f"https://q.kz/kz/{number}")
    settle(connection, confirmed(number, max(seen)[0] + 1))
    assert history(connection, "q", f"https://q.kz/kz/{number}") == before


def test_any_interleaving_of_five_versions_gives_them_in_order_and_without_gaps(store):
    share = SEQUENCES if store.database.url.get_backend_name() == "sqlite" else max(10, SEQUENCES // 20)
    for start in range(0, share, PER_STORE):
        with store.database.write(["q"]) as connection:
            for number in range(start, min(start + PER_STORE, share)):
                play(connection, number, random.Random(number))


def test_a_store_in_which_the_last_to_come_is_the_newest_is_found_out(store):
    """The check itself: an older copy that is taken for the newest must not pass."""
    with store.database.write(["q"]) as connection:
        settle(connection, record(1, 70, 1))
        settle(connection, replace(record(1, 10, 0), fetched_at=at(200)))
        with pytest.raises(AssertionError):
            check(connection, 1, {(70, 1), (10, 0)})
