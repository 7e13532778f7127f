"""A run whose store another program holds: it waits, fetches nothing new meanwhile, and goes on."""

from __future__ import annotations

import signal
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from kznews.running import Exit
from kznews.store import Store
from tests.support.crawls import TIMEOUT, Ended, settled, started, url_of
from tests.support.withholding_site import OPTIONS, withholding

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = ("crawl", "qamshy", *OPTIONS, "-s", "DOWNLOAD_DELAY=0", "-s", "CONCURRENT_REQUESTS_PER_DOMAIN=2", "-s", "STOP_GRACE=1")


def slowly(_path: str) -> bool:
    time.sleep(0.02)
    return False


@pytest.mark.parametrize("stopped", [False, True], ids=["let go", "stopped meanwhile"])
def test_a_run_waits_for_its_store_and_fetches_nothing_new(tmp_path: Path, *, stopped: bool) -> None:
    store = tmp_path / "kznews.db"
    Store.open(url_of(store)).close()
    with withholding(slowly) as site, started(*COMMAND, store=store, **site.environment) as process:
        end = time.monotonic() + TIMEOUT
        while settled(store) < 20:
            assert time.monotonic() < end
            assert process.poll() is None, process.communicate()[1]
            time.sleep(0.01)
        with closing(sqlite3.connect(store, isolation_level=None, timeout=30)) as holder:
            holder.execute("BEGIN EXCLUSIVE")
            time.sleep(4)
            asked = len(site.asked)
            time.sleep(2)
            assert len(site.asked) == asked, "a run that cannot store does not fetch"
            if stopped:
                process.send_signal(signal.SIGTERM)
                said = process.communicate(timeout=15)[1]
            assert settled(store) < 255
        if not stopped:
            said = process.communicate(timeout=TIMEOUT)[1]
    ended = Ended(process.returncode, "", said)
    assert "Traceback" not in ended.err
    if stopped:
        assert ended.code == Exit.NOT_STARTED
        assert "another program holds it" in " ".join(ended.lines)
    else:
        assert ended.code == Exit.FINE
        with Store.open(url_of(store)) as opened:
            assert len(list(opened.articles())) == 100
