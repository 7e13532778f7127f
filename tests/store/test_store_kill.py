"""kill -9 at any moment: what was acknowledged is there, and the next run ends as if nothing had happened."""

from __future__ import annotations

import random
import subprocess
import sys
import time

import pytest

from kznews.store import Store
from tests.store.crawl_to_kill import records


def killed_run(url, chance, *flags):
    """Start the crawl, kill it at a random moment, and return the numbers of the acknowledged records."""
    command = [sys.executable, "-m", "tests.store.crawl_to_kill", url, *flags]
    acknowledged = []
    wanted = chance.randrange(len(records()))
    with subprocess.Popen(command, stdout=subprocess.PIPE) as crawl:
        while len(acknowledged) < wanted and (line := crawl.stdout.readline()):
            acknowledged.append(int(line))
        time.sleep(chance.uniform(0, 0.01))
        crawl.kill()
        acknowledged += [int(line) for line in crawl.stdout.read().split(b"\n")[:-1]]
    return acknowledged


def lost(store, acknowledged):
    """Return those of the acknowledged records that the store does not hold."""
    return [number for number in acknowledged if not holds(store, records()[number])]


def holds(store, record):
    page = store.page(record.portal, record.url)
    if page is None or page["outcome"] is None:
        return False
    if record.article is None:
        return all(link in store.known(record.portal, record.links) for link in record.links)
    return record.article.body in [version.article.body for version in store.history(record.portal, record.url)]


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory):
    """The dump of a store that nobody killed."""
    with Store.open(f"sqlite:///{tmp_path_factory.mktemp('whole')}/kznews.db") as store:
        for record in records():
            store.commit([record])
        return list(store.dump())


def check_kills(url, uninterrupted, chance):
    for _ in range(2):  # the second run meets the half-done work of the first
        acknowledged = killed_run(url, chance)
        with Store.open(url) as store:
            assert lost(store, acknowledged) == []
    with Store.open(url) as store:
        for record in records():
            store.commit([record])
        assert list(store.dump()) == uninterrupted


@pytest.mark.parametrize("seed", range(10))
def test_nothing_acknowledged_is_lost_and_nothing_is_doubled(tmp_path, uninterrupted, seed):
    check_kills(f"sqlite:///{tmp_path}/kznews.db", uninterrupted, random.Random(seed))


def test_the_same_holds_on_a_server(postgres_url, uninterrupted):
    check_kills(postgres_url, uninterrupted, random.Random("server"))


def test_a_writer_that_acknowledges_before_the_commit_is_found_out(tmp_path):
    chance = random.Random("weak")
    for trial in range(8):
        url = f"sqlite:///{tmp_path}/{trial}.db"
        acknowledged = killed_run(url, chance, "weak")
        with Store.open(url) as store:
            if lost(store, acknowledged):
                return
    pytest.fail("the kill test cannot tell a weakened writer from the real one")
