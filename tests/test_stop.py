"""A run that is asked to stop ends soon, in order and with 0, whatever its server does; nothing is lost."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from kznews.running import Exit
from kznews.store import Store
from tests.store.samples import page as record
from tests.support.crawls import TIMEOUT, Ended, scrapy, settled, started, url_of
from tests.support.local_site import site as site_paths
from tests.support.withholding_site import OPTIONS, withholding

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support.withholding_site import Site

QUICK = ("-s", "DOWNLOAD_DELAY=0", "-s", "CONCURRENT_REQUESTS_PER_DOMAIN=8", "-s", "STOP_GRACE=1")
STOPS = int(os.environ.get("KZNEWS_STOPS", "5"))
LONGEST = 3.0
"""Seconds after which a run is stopped at the latest: one that nobody stops takes about as long."""
IN_WORK = 0.8
"""Share of the runs that are stopped after their first request, however long their start takes on a busy machine."""
HELD = 8
"""Answers that are withheld at the moment of the signal."""
CRAWL = ("crawl", "qamshy", *OPTIONS)


def wait_until(what: Callable[[], object], process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + TIMEOUT
    while not what():
        assert process.poll() is None, f"it ended too soon: {process.communicate()[1]}"
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.01)


def stopped(process: subprocess.Popen[str], *, by: int = signal.SIGTERM) -> tuple[Ended, float]:
    """Ask a process to stop, and return how it ended and after how many seconds."""
    begun = time.monotonic()
    process.send_signal(by)
    said = process.communicate(timeout=TIMEOUT)[1]
    return Ended(process.returncode, "", said), time.monotonic() - begun


def waiting(store: Path) -> set[str]:
    with Store.open(url_of(store)) as opened:
        return {page.url for page in opened.pending("qamshy")}


def is_article(path: str) -> bool:
    return path.startswith(("/kz/article/1", "/latyn/", "/tote/"))


@contextmanager
def crawling(*command: str, site: Site, store: Path, **env: str) -> Iterator[subprocess.Popen[str]]:
    """Start a command against a site; it does not outlive the block."""
    with started(*command, store=store, **site.environment, **env) as process:
        try:
            yield process
        finally:
            process.kill()


def never(_path: str) -> bool:
    return False


def slowly(_path: str) -> bool:
    time.sleep(0.05)
    return False


def known(store: Path) -> list[str]:
    """Return which pages a store holds and what became of them: the clock runs, so a whole dump would differ by its times."""
    with Store.open(url_of(store)) as opened, opened.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT url, state, outcome, reason, attempts, article_key FROM pages ORDER BY url")
        return [str(tuple(row)) for row in rows]


def test_a_run_whose_answers_are_withheld_ends_within_the_grace(store: Path) -> None:
    with withholding(is_article) as site, crawling(*CRAWL, *QUICK, site=site, store=store) as process:
        wait_until(lambda: len(site.held) >= HELD, process)
        ended, seconds = stopped(process)
    assert (ended.code, "Traceback" in ended.err) == (Exit.FINE, False), ended.err
    assert ended.lines[0] == "qamshy: 1 listed, 13 refused"
    assert ended.lines[1] == "stopped as asked; what was not reached waits for the next run"
    assert seconds < 1 + 4
    with Store.open(url_of(store)) as opened:
        left = [page for page in opened.pending("qamshy") if is_article(urlsplit(page.url).path)]
        assert opened.runs()[0]["finish_reason"] == "shutdown"
    assert len(left) == len([path for path in site_paths() if is_article(path)])
    assert {page.attempts for page in left} == {0}, "what was given up is no failure"


def test_a_request_that_waits_for_its_turn_does_not_keep_a_run_alive(store: Path) -> None:
    """Sixteen of them at two seconds each would be half a minute."""
    with withholding(never) as site, crawling(*CRAWL, "-s", "DOWNLOAD_DELAY=2", site=site, store=store) as process:
        wait_until(lambda: len(site.asked) >= 3, process)  # robots.txt, a source, and another one that was waiting by then
        ended, seconds = stopped(process)
        asked = len(site.asked)
    assert ended.code == Exit.FINE, ended.err
    assert seconds < 4
    assert asked <= 4


def test_a_run_that_waits_for_robots_txt_ends_within_the_grace(store: Path) -> None:
    with withholding("/robots.txt".__eq__) as site, crawling(*CRAWL, *QUICK, site=site, store=store) as process:
        wait_until(lambda: site.held, process)
        ended, seconds = stopped(process, by=signal.SIGINT)
    assert (ended.code, "Traceback" in ended.err) == (Exit.FINE, False), ended.err
    assert site.asked == ["/robots.txt"]
    assert ended.lines[0] == "qamshy: no page was read"
    assert seconds < 1 + 4


def test_an_answer_that_comes_within_the_grace_is_stored(store: Path) -> None:
    with withholding(is_article) as site, crawling(*CRAWL, *QUICK[:-1], "STOP_GRACE=8", site=site, store=store) as process:
        wait_until(lambda: len(site.held) >= HELD, process)
        process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        site.over.set()
        process.communicate(timeout=TIMEOUT)
    assert process.returncode == Exit.FINE
    with Store.open(url_of(store)) as opened:
        assert len(list(opened.articles())) >= HELD // 2, "of eight pages at least the editions of four articles"


def test_a_second_signal_ends_a_run_at_once_and_nothing_that_was_acknowledged_is_lost(store: Path) -> None:
    with withholding(is_article) as site, crawling(*CRAWL, *QUICK[:-1], "STOP_GRACE=30", site=site, store=store) as process:
        wait_until(lambda: len(site.held) >= HELD, process)
        process.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        before = settled(store)
        ended, seconds = stopped(process)
    assert "Traceback" not in ended.err
    assert seconds < 2
    assert settled(store) >= before >= 1


def test_all_portals_end_together(store: Path) -> None:
    all_pages = withholding(lambda path: path != "/robots.txt")
    with all_pages as site, crawling("crawlall", *CRAWL[2:], *QUICK, site=site, store=store) as process:
        wait_until(lambda: len(site.held) >= HELD, process)
        ended, seconds = stopped(process)
    assert (ended.code, "Traceback" in ended.err) == (Exit.FINE, False), ended.err
    assert seconds < 1 + 10
    assert len([line for line in ended.lines if line.startswith("stopped as asked")]) > 20


SLOW_EXPORT = """
import time
from scrapy.exporters import JsonLinesItemExporter

def slowly(self, item):
    time.sleep(60)

JsonLinesItemExporter.export_item = slowly
"""


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_an_export_that_is_stopped_leaves_the_old_file_and_nothing_else(tmp_path: Path, store: Path, by: int) -> None:
    with Store.open(url_of(store)) as opened:
        opened.commit([record("1")])
    folder = tmp_path / "feeds"
    folder.mkdir()
    folder.joinpath("out.jsonl").write_text("old", encoding="utf-8")
    tmp_path.joinpath("sitecustomize.py").write_text(SLOW_EXPORT, encoding="utf-8")
    with started("export", "jsonl", "-o", folder / "out.jsonl", store=store, inject=tmp_path) as process:
        wait_until(lambda: len(list(folder.iterdir())) == 2, process)
        ended, seconds = stopped(process, by=by)
    assert (ended.code, ended.err) == (Exit.FINE, "kznews: stopped before it was done; nothing was left half written\n")
    assert seconds < 5
    assert [path.name for path in folder.iterdir()] == ["out.jsonl"]
    assert folder.joinpath("out.jsonl").read_text(encoding="utf-8") == "old"


def test_runs_that_are_stopped_at_random_instants_lose_nothing(tmp_path: Path, store: Path) -> None:
    """From the start of the process on: one that is stopped before it has read its settings ends as any program does."""
    chance = random.Random(f"stops {STOPS}")
    ends: Counter[int] = Counter()
    with withholding(slowly) as site:
        left, number = STOPS, 0
        while left:
            path, going = tmp_path / f"{number}.db", True
            while left and going:
                asked = len(site.asked)
                with crawling(*CRAWL, *QUICK, site=site, store=path) as process:
                    if chance.random() < IN_WORK:
                        wait_until(lambda: len(site.asked) > asked, process)  # noqa: B023 - it is called here
                    time.sleep(chance.uniform(0, LONGEST))
                    going = process.poll() is None
                    ended, seconds = stopped(process)
                    left -= going
                ends[ended.code] += 1
                assert ended.code == Exit.FINE or (ended.code == -signal.SIGTERM and not ended.err), ended.err
                assert "Traceback" not in ended.err
                assert seconds < 15
            assert scrapy(*CRAWL, *QUICK, store=path, **site.environment).code == Exit.FINE
            assert known(path) == known(tmp_path / "0.db")
            number += 1
        assert scrapy(*CRAWL, *QUICK, store=store, **site.environment).code == Exit.FINE
    assert known(store) == known(tmp_path / "0.db")
    sys.stderr.write(f"ends by exit code: {dict(ends)}\n")
