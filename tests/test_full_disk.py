"""A disk that is full, at whatever write: one line, an exit code, a sound store, and the same command completes later."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kznews.running import Exit
from kznews.store import Store
from tests.support.cases import ROOT
from tests.support.crawls import dump, feed, replay, scrapy
from tests.support.generated import save_articles
from tests.support.small_disk import UNMOUNTABLE

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = "crawl:256:3 export:128:2 backup:512:2 inodes:2:3 temp:0:1"
AMOUNTS = os.environ.get("KZNEWS_FULL_DISK", SAMPLE).split()
"""KZNEWS_FULL_DISK="crawl:8:200 export:8:20 backup:16:30 inodes:1:8 temp:0:1" takes every write there is; ten minutes."""


@pytest.mark.skipif(not shutil.which("unshare"), reason="no unshare on this machine: a small disk cannot be mounted")
def test_at_any_amount_of_free_space_a_command_ends_in_order_and_completes_later() -> None:
    command = ["unshare", "-m", sys.executable, "-m", "tests.support.small_disk", *AMOUNTS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode == UNMOUNTABLE or (done.returncode == 1 and done.stderr.startswith("unshare:")):
        pytest.skip("this user may not mount a small disk")
    assert done.returncode == 0, done.stderr[-2000:]
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one for one in found if one["faults"]] == []
    assert {one["code"] for one in found} <= {Exit.FINE, Exit.UNHEALTHY, Exit.NOT_STARTED}
    assert all(one["code"] == Exit.NOT_STARTED for one in found if one["free"] == 0), "nothing can be written to a full disk"
    assert Exit.FINE in {one["code"] for one in found}, "no amount was enough: the disk is too small for this test"
    for one in found:
        said = " ".join(one["lines"])
        assert one["code"] == Exit.FINE or "could not be written" in said or "cannot " in said


def test_a_feed_that_cannot_be_written_is_told_and_the_old_one_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_articles(tmp_path / "pages", range(100, 104))
    out = tmp_path / "out.jsonl"
    out.write_text("old\n", encoding="utf-8")

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("kznews.atomic.os.fsync", full)
        feeds = {str(out): {"format": "jsonl", "overwrite": True}}
        run = replay("qamshy", tmp_path / "pages", tmp_path / "kznews.db", FEEDS=feeds)
    assert run.code == Exit.UNHEALTHY
    assert run.stats["kznews/feeds_lost"] == 1
    assert out.read_text(encoding="utf-8") == "old\n"
    assert sorted(path.name for path in tmp_path.iterdir() if "out" in path.name) == ["out.jsonl"]


def test_a_feed_that_appends_grows_and_keeps_its_rights(tmp_path: Path) -> None:
    save_articles(tmp_path / "pages", range(101, 103))
    out = tmp_path / "out.jsonl"
    out.write_text('{"old": 1}\n', encoding="utf-8")
    out.chmod(0o640)
    assert replay("qamshy", tmp_path / "pages", tmp_path / "kznews.db", FEEDS={str(out): {"format": "jsonl"}}).code == Exit.FINE
    assert [sorted(line)[:1] for line in feed(out)] == [["old"], ["article_id"], ["article_id"]]
    assert out.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("command", [("export", "jsonl", "-o", "{folder}/out.jsonl"), ("history", "https://q.kz/1"), ("verify",)])
def test_commands_that_read_do_not_make_a_store(tmp_path: Path, command: tuple[str, ...]) -> None:
    ended = scrapy(*(part.format(folder=tmp_path) for part in command), store=tmp_path / "data" / "kznews.db")
    assert ended.code == Exit.NOT_STARTED
    assert len(ended.lines) == 1
    assert "there is no store" in ended.lines[0]
    assert list(tmp_path.iterdir()) == []


def test_a_store_of_today_is_read_where_nothing_can_be_written_to_it(tmp_path: Path) -> None:
    save_articles(tmp_path / "pages", range(101, 103))
    path = tmp_path / "kznews.db"
    replay("qamshy", tmp_path / "pages", path)
    whole = dump(path)
    with Store.open(f"sqlite:///{path}", create=False) as store:
        assert list(store.dump()) == whole
