"""`scrapy demo`, the first command that anybody meets: what it leaves, and the stores that it leaves alone."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from typing import TYPE_CHECKING

from kznews.running import Exit
from tests.support.crawls import TIMEOUT, dump, replay, save_page, scrapy, settled, started
from tests.support.generated import article_page, article_url

if TYPE_CHECKING:
    from pathlib import Path


def test_it_leaves_a_store_a_feed_and_a_report_beside_one_another(tmp_path: Path) -> None:
    ended = scrapy("demo", store=tmp_path / "demo" / "kznews.db")
    assert (ended.code, ended.lines) == (Exit.FINE, [])
    feed = (tmp_path / "demo" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in feed]
    assert f"{len(articles)} articles" in ended.out
    assert {article["script"] for article in articles} == {"Cyrl", "Latn", "Arab"}
    assert any(article["exchange_rates"] and article["weather"] for article in articles)
    assert str(tmp_path / "demo" / "report.html") in ended.out
    assert "<title>" in (tmp_path / "demo" / "report.html").read_text(encoding="utf-8")


def test_asked_to_stop_it_says_so_and_shows_no_summary(tmp_path: Path) -> None:
    store = tmp_path / "demo" / "kznews.db"
    demo = started("demo", store=store, stdout=subprocess.PIPE)
    until = time.monotonic() + TIMEOUT
    while not settled(store) and time.monotonic() < until:
        time.sleep(0.02)
    demo.send_signal(signal.SIGINT)
    out, err = demo.communicate(timeout=TIMEOUT)
    assert (demo.returncode, out) == (Exit.FINE, ""), err
    assert "kznews: stopped as asked; the same command goes on\n" in err
    assert "Traceback" not in err


def test_a_store_of_other_runs_is_left_alone(tmp_path: Path) -> None:
    store = tmp_path / "kznews.db"
    save_page(tmp_path / "pages", "seven", article_url(7), article_page(7))
    replay("qamshy", tmp_path / "pages", store)
    before = dump(store)
    ended = scrapy("demo", store=store)
    assert (ended.code, ended.out) == (Exit.USAGE, "")
    assert len(ended.lines) == 1
    assert "holds more than a demo" in ended.lines[0]
    assert dump(store) == before
    assert not (tmp_path / "articles.jsonl").exists()
