"""What a run records and a replay of it: the same store, whatever the server did (setting ARCHIVE, REPLAY)."""

from __future__ import annotations

import gzip
import json
import os
import signal
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kznews.archives.faults import Faults
from kznews.archives.opening import expand, records_of
from kznews.running import Exit
from kznews.savedarchives import body_in
from kznews.store import Store
from tests.archives.test_writing import check
from tests.support.crawls import dump, url_of
from tests.support.crawls import replay as replayed
from tests.support.generated_portal import GeneratedPortal
from tests.support.local_portal import MODULES
from tests.support.portal_crawls import crawl, started
from tests.support.portal_server import PortalServer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LATER = datetime(2026, 12, 30, tzinfo=UTC)


def replay(folder: Path, store: Path, **settings):
    return replayed("local", folder, store, SPIDER_MODULES=MODULES.split(","), **settings)


def until(happened: Callable[[], bool]) -> None:
    """Wait until something has happened; five minutes are taken for never."""
    limit = time.monotonic() + 300
    while not happened():
        assert time.monotonic() < limit
        time.sleep(0.02)


def of_kind(folder: Path, kind: str):
    faults = Faults()
    for name in expand([str(folder)]):
        yield from records_of(name, faults, wanted=lambda head: head.kind == kind)
    assert faults.count == 0


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    """Three runs of a portal with an edit in between, gone and broken pages, and packed bodies.

    Folder of the archive and store, and the number of answers that the server gave.
    """
    folder = tmp_path_factory.mktemp("recorded")
    portal = GeneratedPortal(articles=25)
    with PortalServer(portal) as server:
        packed = gzip.compress(portal.answer("local.kz", "/news/3").body)
        headers = {"Content-Encoding": "gzip", "Content-Type": "text/html"}
        server.fault("/news/3$", status=200, headers=headers, body=packed)
        server.fault("/news/5$", status=200, headers=headers, body=b"not packed")
        server.fault("/news/6$", truncate=100)
        server.fault("/news/7$", status=503)
        server.fault("/news/8$", status=301, headers={"Location": "/news/9"})
        server.fault("/news/11$", drop=True)
        first = crawl(server, folder / "live.db", ARCHIVE=folder / "warc", KEEP_PAGES=1)
        portal.edit(24, at=portal.published(24) + timedelta(hours=1))
        second = crawl(server, folder / "live.db", at=LATER, ARCHIVE=folder / "warc", KEEP_PAGES=1)
        third = crawl(server, folder / "live.db", at=LATER + timedelta(hours=2), ARCHIVE=folder / "warc", KEEP_PAGES=1)
        asked = sum(one.status > 0 for one in server.log)
    assert (first.code, second.code, third.code) == (Exit.FINE,) * 3, first.err + second.err + third.err
    return folder, asked


def without_raw(path: Path) -> list[str]:
    return [line for line in dump(path) if not json.loads(line)[0].startswith("raw_")]


def test_every_answer_is_in_the_archive_with_its_request(recorded, capsys):
    folder, asked = recorded
    answers = [*of_kind(folder / "warc", "response"), *of_kind(folder / "warc", "revisit")]
    assert len(answers) == asked
    assert len(list(of_kind(folder / "warc", "request"))) == len(answers)
    assert check(*(folder / "warc").iterdir()), capsys.readouterr().out
    request = next(one for one in of_kind(folder / "warc", "request") if one.head.url == "https://local.kz/news/9")
    assert request.block.startswith(b"GET /news/9 HTTP/1.1\r\n")
    assert b"\r\nUser-Agent: kznews" in request.block


def test_what_was_cut_is_marked_and_what_was_packed_stays_packed(recorded):
    folder, _ = recorded
    answers = {one.head.url: one for one in of_kind(folder / "warc", "response")}
    assert answers["https://local.kz/news/6"].head.truncated == "disconnect"
    assert len(answers["https://local.kz/news/6"].block.partition(b"\r\n\r\n")[2]) == 100
    assert gzip.decompress(answers["https://local.kz/news/3"].block.partition(b"\r\n\r\n")[2]).startswith(b"<!doctype")
    assert {head.truncated for head in (one.head for one in answers.values())} == {"", "disconnect"}


def test_pages_that_had_not_changed_are_revisit_records_with_their_originals(recorded):
    folder, _ = recorded
    revisits = list(of_kind(folder / "warc", "revisit"))
    originals = {one.head.fields["warc-record-id"]: one for one in of_kind(folder / "warc", "response")}
    assert any(one.head.fields["warc-profile"].endswith("server-not-modified") for one in revisits)
    for one in revisits:
        assert originals[one.head.fields["warc-refers-to"]].head.url == one.head.url


def test_a_replay_gives_the_store_that_the_run_gave(recorded, tmp_path):
    folder, _ = recorded
    replay(folder / "warc", tmp_path / "again.db")
    unlike = set(without_raw(folder / "live.db")) ^ set(without_raw(tmp_path / "again.db"))
    # Of an address that never answered there is nothing in an archive: it waits in both stores, each for its own reason.
    assert {json.loads(line)[1]["url"] for line in unlike} == {"https://local.kz/news/11"}


def test_the_store_keeps_places_in_the_archive_and_reads_them(recorded):
    folder, _ = recorded
    with closing(sqlite3.connect(folder / "live.db")) as plain:
        assert {size for (size,) in plain.execute("SELECT length(zstd) FROM raw_bodies")} == {0}
    with Store.open(url_of(folder / "live.db")) as store:
        pages = list(store.raw_pages(archive=body_in(str(folder / "warc"))))
        assert any(page.url == "https://local.kz/news/3" and page.body.startswith(b"<!doctype") for page in pages)
        assert list(store.verify(archive=body_in(str(folder / "warc")))) == []
        assert list(store.verify()) == []
        with pytest.raises(ValueError, match="setting ARCHIVE"):
            list(store.raw_pages())
        elsewhere = body_in(str(folder / "elsewhere"))
        assert all("cannot be read" in line for line in store.verify(archive=elsewhere))
        assert len(list(store.verify(archive=elsewhere))) > 20


def test_of_each_address_the_capture_nearest_to_a_wished_day_is_read(recorded, tmp_path):
    folder, _ = recorded
    early = replay(folder / "warc", tmp_path / "early.db", REPLAY_AT="2026-11-01")
    late = replay(folder / "warc", tmp_path / "late.db", REPLAY_AT="2026-12-30T00:00:00+00:00")
    texts = {}
    for name, run in (("early", early), ("late", late)):
        (texts[name],) = (item for item in run.items if item.article_id == "24")
    assert texts["early"].body != texts["late"].body
    assert texts["late"].fetched_at.date() == LATER.date()


def test_recording_changes_nothing_else(recorded, tmp_path):
    portal = GeneratedPortal(articles=5)
    with PortalServer(portal) as server:
        for name, settings in (("plain", {}), ("recorded", {"ARCHIVE": tmp_path / "warc"})):
            crawl(server, tmp_path / f"{name}.db", at=LATER, **settings)
    assert dump(tmp_path / "plain.db") == dump(tmp_path / "recorded.db")


def test_an_archive_that_cannot_be_written_ends_the_run_and_no_page_is_lost(tmp_path):
    (tmp_path / "warc").write_bytes(b"a file where the folder should be")
    with PortalServer(GeneratedPortal(articles=5)) as server:
        ended = crawl(server, tmp_path / "kznews.db", ARCHIVE=tmp_path / "warc")
    assert ended.code == Exit.NOT_STARTED
    assert any("archive" in line for line in ended.lines), ended.err


def test_a_run_that_is_asked_to_stop_closes_its_archive_in_order(tmp_path):
    portal = GeneratedPortal(articles=300)
    with PortalServer(portal) as server:
        process = started(server, tmp_path / "kznews.db", tmp_path / "said", ARCHIVE=tmp_path / "warc")
        until(lambda: len(server.asked("/news/[0-9]")) >= 10 or not process.is_alive())
        assert [path.suffix for path in (tmp_path / "warc").iterdir()] == [".open"]
        os.kill(process.pid, signal.SIGTERM)
        process.join(300)
    assert process.exitcode == Exit.FINE
    (path,) = (tmp_path / "warc").iterdir()
    assert path.suffix == ".gz"
    with Store.open(url_of(tmp_path / "kznews.db")) as store:
        read = sum(store.summary("local")["outcomes"]["local"].get(name, 0) for name in ("stored", "listed", "updated"))
    assert len(list(of_kind(tmp_path / "warc", "response"))) > read > 0  # robots.txt is no page
