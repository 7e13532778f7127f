"""A large archive is read in parts by many at a time: complete, nothing doubled, whoever dies, and what is done stays done."""

from __future__ import annotations

import gc
import gzip
import json
import os
import signal
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from kznews.archives.exchanges import Original, new_id, payload_digest, records_of
from kznews.archives.faults import ArchiveError
from kznews.archives.writing import WarcFolder
from kznews.reextract import planning, tasks
from kznews.reextract.engines import Failed, Here, Pool
from kznews.reextract.notes import FolderNotes
from kznews.reextract.planning import Plan, planned, planned_by_index
from kznews.reextract.sinks import unread
from kznews.reextract.tasks import Order, Summary, run_task, task_of
from kznews.running import Exit
from tests.support.cases import PORTALS
from tests.support.crawls import scrapy, url_of
from tests.support.warcs import AT, archive, exchanged, http, record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kznews.reextract.engines import Engine
    from kznews.reextract.tasks import Task

MODULES = ("kznews.spiders",)
PAGES = 12
HTML = [("Content-Type", "text/html")]
ADDRESS = "https://qamshy.kz/kz/article/{}-x"
GZIP = b"\x1f\x8b\x08"
"""With which a member begins."""


@pytest.fixture(scope="module")
def body() -> bytes:
    """The smallest page of an article that is saved of a portal."""
    pages = [one for one in (PORTALS / "qamshy").glob("*/page.html") if (one.parent / "expected.json").exists()]
    return min((page.read_bytes() for page in pages), key=len)


@pytest.fixture(scope="module")
def large(tmp_path_factory, body) -> Path:
    """One archive of some articles, and of pages of a host that nobody declares."""
    folder = tmp_path_factory.mktemp("large")
    urls = [ADDRESS.format(number // 2) if number % 2 else f"https://example.org/{number}" for number in range(2 * PAGES)]
    archive(folder, (exchanged(number, http(body, headers=HTML), url=url) for number, url in enumerate(urls)))
    (path,) = folder.iterdir()
    return path


@pytest.fixture(autouse=True)
def few(monkeypatch):
    """Make parts of three records, so that small archives have some."""
    monkeypatch.setattr(planning, "SPANS", 3)
    monkeypatch.setattr("kznews.archives.charts.RUN", 1)


def order(into: Path | str, *hosts: str) -> Order:
    return Order(str(into), MODULES, hosts or ("declared",))


def seen(results: Iterable[Summary | Failed], _: list[Task]) -> Iterator[Summary | Failed]:
    yield from results


def plan(given: Order, path: Path, engine: Engine | None = None, most: int = 0) -> Plan:
    return planned(given, [task_of(str(path))], engine or Here(), most or path.stat().st_size // 4, seen)


def addresses(folder: Path) -> list[str]:
    return sorted(pq.read_table(folder)["url"].to_pylist()) if any(folder.glob("*.parquet")) else []


EXPECTED = sorted(ADDRESS.format(number) for number in range(PAGES))


def test_the_parts_of_an_archive_hold_what_the_whole_holds_and_are_found_together(large, tmp_path):
    given = order(tmp_path)
    found = plan(given, large)
    results = list(Here().run(given, found.tasks))
    assert [one.counts["articles"] for one in results] == [3] * 4
    assert addresses(tmp_path) == EXPECTED
    names = sorted(path.name for path in tmp_path.glob("*.parquet"))
    assert len({name[: -len("000000000000-000000.parquet")] for name in names}) == 1
    assert [f"{task.key}.parquet" for task in sorted(found.tasks, key=lambda task: task.spans)] == names


def test_done_parts_are_skipped_and_nothing_is_looked_through_again(large, tmp_path, monkeypatch):
    given = order(tmp_path)
    *first, last = plan(given, large).tasks
    list(Here().run(given, first))
    monkeypatch.setattr(planning, "survey", lambda *_: pytest.fail("looked through again"))
    again = plan(given, large, most=large.stat().st_size // 2)  # read on as it was begun, whatever the setting is by now
    assert set(again.tasks) == {*first, last}
    assert [one.skipped for one in Here().run(given, again.tasks)].count(False) == 1
    assert all(one.skipped for one in Here().run(given, plan(given, large).tasks))
    assert addresses(tmp_path) == EXPECTED


def test_an_archive_that_was_read_whole_is_not_read_in_parts_as_well(large, tmp_path):
    given = order(tmp_path)
    list(Here().run(given, [task_of(str(large))]))
    (task,) = plan(given, large).tasks
    assert next(iter(Here().run(given, [task]))).skipped


def test_a_store_takes_every_part(large, tmp_path):
    given = order(url_of(tmp_path / "kznews.db"))
    for skipped in (False, True):
        results = list(Here().run(given, plan(given, large).tasks))
        assert [one.skipped for one in results] == [skipped] * 4
        with closing(sqlite3.connect(tmp_path / "kznews.db")) as plain:
            assert plain.execute("SELECT count(DISTINCT url), count(*) FROM texts").fetchone() == (PAGES, PAGES)


def test_parts_of_what_an_archive_was_are_taken_away_when_it_has_changed(large, tmp_path, body):
    grown, into = tmp_path / "a.warc.gz", tmp_path / "parts"
    grown.write_bytes(large.read_bytes())
    given = order(into)
    list(Here().run(given, plan(given, grown).tasks))
    more = archive(tmp_path / "more", [exchanged(99, http(body, headers=HTML), url=ADDRESS.format(99))])
    grown.write_bytes(Path(tmp_path / "more" / more[0].file).read_bytes() + large.read_bytes())
    found = plan(given, grown)
    FolderNotes(str(into)).keep_only(found.keys())
    list(Here().run(given, found.tasks))
    assert addresses(into) == sorted([*EXPECTED, ADDRESS.format(99)])
    FolderNotes(str(into)).keep_only({"another-0123456789": set()})
    assert len(addresses(into)) == PAGES + 1


def test_an_archive_has_one_name_while_it_is_written_and_after(tmp_path):
    for name in ("a.warc.gz.open", "a.warc.gz"):
        (tmp_path / name).write_bytes(b"")
    first, second = (task_of(str(tmp_path / name)) for name in ("a.warc.gz.open", "a.warc.gz"))
    assert first.key == second.key
    assert first.key.startswith("a-")


def test_a_path_means_the_same_archive_from_everywhere(tmp_path, monkeypatch):
    (tmp_path / "a.warc").write_bytes(b"")
    whole = task_of(str(tmp_path / "a.warc"))
    monkeypatch.chdir(tmp_path)
    assert task_of("a.warc") == task_of("./a.warc") == whole


@pytest.mark.parametrize("kind", ["parts", "store"])
def test_a_page_that_was_only_seen_unchanged_is_named_until_its_full_record_is_read(tmp_path, body, kind):
    into = tmp_path / "parts" if kind == "parts" else url_of(tmp_path / "kznews.db")
    given, folder = order(into), tmp_path / "warc"
    looks = [exchanged(at, http(body, headers=HTML), url=ADDRESS.format(at)) for at in range(3)]
    full = archive(folder, looks[:1], prefix="full")
    digest = payload_digest(looks[0].answer)
    later = WarcFolder(folder, "later", most=10**9, info={})
    for look in looks:  # the third has its full record in the same archive
        later.write(*records_of(look, new_id(), Original(new_id(), AT, digest))[1])
    later.write(*records_of(looks[2], new_id())[1])
    later.close()
    (path,) = folder.glob("later*")
    for skipped in (False, True):
        again = run_task(given, task_of(str(path)))
        assert (again.skipped, again.counts["articles"]) == (skipped, 1)
        assert again.unchanged == [("qamshy", ADDRESS.format(0)), ("qamshy", ADDRESS.format(1))]
    assert unread(given, again.unchanged) == [ADDRESS.format(0), ADDRESS.format(1)]
    run_task(given, task_of(str(folder / full[0].file)))
    assert unread(given, again.unchanged) == [ADDRESS.format(1)]


def test_a_page_that_was_refused_in_full_is_none_that_was_only_seen_unchanged(tmp_path):
    into, folder = tmp_path / "parts", tmp_path / "warc"
    look = exchanged(0, http(b"<p>404</p>", headers=HTML), url=ADDRESS.format(0))
    full = archive(folder, [look], prefix="full")
    later = WarcFolder(folder, "later", most=10**9, info={})
    later.write(*records_of(look, new_id(), Original(new_id(), AT, payload_digest(look.answer)))[1])
    later.close()
    (path,) = folder.glob("later*")
    again = run_task(order(into), task_of(str(path)))
    assert unread(order(into), again.unchanged) == [ADDRESS.format(0)]
    assert run_task(order(into), task_of(str(folder / full[0].file))).counts.get("articles", 0) == 0
    assert unread(order(into), again.unchanged) == []


def named(path: Path, *numbers: int) -> list[tuple[str, int, int]]:
    """Return what an index says that names the records of some articles of `large`, or a copy of it, by their numbers."""
    data = path.read_bytes()
    starts = [at for at in range(len(data)) if data.startswith(GZIP, at)]
    found = []
    for at, end in pairwise([*starts, len(data)]):
        said = gzip.decompress(data[at:end])
        found += [
            (number, (str(path), at, end - at))
            for number in numbers
            if b"WARC-Type: response" in said and f" {ADDRESS.format(number)}\r\n".encode() in said
        ]
    return [span for _, span in sorted(found)]


def urls(*numbers: int) -> list[str]:
    return [ADDRESS.format(number) for number in numbers]


def by_index(given: Order, spans: list[tuple[str, int, int]]) -> list[bool]:
    """Read what an index names as the command does; return of each part whether it was done before, those that were first."""
    found = planned_by_index(given, spans, "")
    FolderNotes(given.into).keep_only(found.keys())
    return sorted((one.skipped for one in Here().run(given, found.tasks)), reverse=True)


def test_an_index_that_grows_gives_nothing_twice_and_what_is_done_stays_done(large, tmp_path):
    given = order(tmp_path)
    assert by_index(given, named(large, 0, 1)) == [False]
    assert by_index(given, named(large, 0, 1, 2, 3)) == [True, False]
    assert by_index(given, named(large, 4)) == [True, True, False]  # another index of the same archive
    assert by_index(given, named(large, 0, 1, 2, 3, 4)) == [True] * 3
    assert addresses(tmp_path) == urls(0, 1, 2, 3, 4)


def test_without_what_is_noted_an_index_that_grows_would_give_articles_twice(large, tmp_path, monkeypatch):
    monkeypatch.setattr(FolderNotes, "parts_of", lambda *_: iter(()))
    monkeypatch.setattr(FolderNotes, "keep_only", lambda *_: None)
    given = order(tmp_path)
    by_index(given, named(large, 0, 1))
    by_index(given, named(large, 0, 1, 2))
    assert addresses(tmp_path) != urls(0, 1, 2)


def test_parts_of_an_index_follow_new_rules_and_go_when_the_archive_has_changed(large, tmp_path, monkeypatch):
    path, given = tmp_path / "a.warc.gz", order(tmp_path / "parts")
    path.write_bytes(large.read_bytes())
    by_index(given, named(path, 0, 1))
    monkeypatch.setattr(tasks, "rules_stamp", lambda: "other rules")
    assert by_index(given, named(path, 2)) == [False, False]
    assert addresses(tmp_path / "parts") == urls(0, 1, 2)
    path.write_bytes(large.read_bytes() * 2)
    assert by_index(given, named(path, 3)[:1]) == [False]
    assert addresses(tmp_path / "parts") == urls(3)


@pytest.mark.parametrize("kind", ["parts", "store"])
def test_an_archive_of_an_index_that_is_gone_is_listed_and_the_others_are_read(large, tmp_path, kind):
    into = str(tmp_path / "parts") if kind == "parts" else url_of(tmp_path / "kznews.db")
    found = planned_by_index(order(into), [*named(large, 1), (str(tmp_path / "gone.warc.gz"), 0, 100)], "")
    assert [task.name for task in found.tasks] == [str(large)]
    assert [(one.task.name, one.why) for one in found.failed] == [(str(tmp_path / "gone.warc.gz"), "No such file or directory")]
    with pytest.raises(FileNotFoundError):  # the way to them is wrong
        planned_by_index(order(into), [(str(tmp_path / "gone.warc.gz"), 0, 100)], "")


def test_the_command_reads_what_an_index_names_and_says_which_archive_is_gone(large, tmp_path):
    lines = [
        f"kz,qamshy)/{at} 20260316140512 " + json.dumps({"url": url, "filename": file, "offset": at, "length": length})
        for (file, at, length), url in zip(named(large, 0, 1), urls(0, 1), strict=True)
    ]
    lines.append(lines[0].replace(str(large), str(tmp_path / "gone.warc.gz")))
    index = tmp_path / "index.cdxj"
    for count in (1, 2, 3):
        index.write_text("\n".join(lines[:count]) + "\n")
        ended = scrapy("reextract", "--index", index, "--into", tmp_path / "parts", "--engine", "here", store=tmp_path / "k.db")
        assert ended.code == (Exit.UNHEALTHY if count > 2 else Exit.FINE), ended.err
        assert addresses(tmp_path / "parts") == urls(*range(min(count, 2)))
    assert f"not read: {tmp_path / 'gone.warc.gz'}: No such file or directory" in ended.lines
    assert "2 of 3 parts (2 done before): 2 records, 2 articles" in ended.lines


def test_what_only_looks_as_a_record_gives_no_article(tmp_path, body):
    """Somebody publishes an archive: its records are of its own making, and a range begins in the middle of it."""
    false = record(http(body, headers=HTML), WARC_Target_URI=ADDRESS.format(666))
    outer = record(http(false * 20), packed=False, WARC_Target_URI="https://qamshy.kz/files/archive")
    path = tmp_path / "a.warc.gz"
    true = [record(http(body, headers=HTML), WARC_Target_URI=ADDRESS.format(number)) for number in range(2)]
    path.write_bytes(true[0] + gzip.compress(outer, 0) + true[1])
    given = order(tmp_path / "parts")
    found = plan(given, path, most=path.stat().st_size // 7)
    list(Here().run(given, found.tasks))
    assert addresses(tmp_path / "parts") == [ADDRESS.format(0), ADDRESS.format(1)]


def test_damage_is_named_once_wherever_it_lies(large, tmp_path):
    data = bytearray(large.read_bytes())
    for part in range(1, 6):
        data[len(data) * part // 6] ^= 0xFF
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    damaged = []
    for into, most in (("whole", len(data)), ("parts", len(data) // 4)):
        given = order(tmp_path / into)
        found = plan(given, path, most=most)
        results = list(Here().run(given, found.tasks))
        damaged.append(sorted([*found.faults, *(line for one in results for line in one.faults)]))
        assert [one.faults for one in Here().run(given, found.tasks)] == [one.faults for one in results], "known of done ones too"
    assert damaged[0] == damaged[1]
    assert len(damaged[0]) == 5
    assert addresses(tmp_path / "whole") == addresses(tmp_path / "parts")


@pytest.mark.parametrize("keeps", [False, True])
def test_a_process_that_has_read_a_part_keeps_nothing_of_it(tmp_path, body, monkeypatch, keeps):
    """Counted in blocks of Python's memory, which are the same on every machine; benchmarks/archives.py shows megabytes."""
    kept, read = [], tasks.read_record
    if keeps:  # what the test would find
        monkeypatch.setattr(tasks, "read_record", lambda *given, **how: kept.append(read(*given, **how)) or kept[-1])
    monkeypatch.setattr(planning, "SPANS", 20)
    pages = [body.replace(b"</body>", f"<p>{number}</p></body>".encode()) for number in range(100)]
    archive(tmp_path / "a", (exchanged(at, http(one, headers=HTML), url=ADDRESS.format(at)) for at, one in enumerate(pages)))
    (path,) = (tmp_path / "a").iterdir()
    given, blocks = order(tmp_path / "parts"), []
    for task in plan(given, path).tasks:
        assert run_task(given, task).counts["articles"] == 20
        gc.collect()
        blocks.append(sys.getallocatedblocks())
    assert len(blocks) == 5
    assert ((blocks[4] - blocks[2]) / 40 > 15) is keeps, blocks  # an article has some 30, its tree of elements thousands


def test_an_archive_of_one_member_stays_whole(large, tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(gzip.decompress(large.read_bytes())))
    (task,) = plan(order(tmp_path / "parts"), path).tasks
    assert task.spans == ()
    assert run_task(order(tmp_path / "parts"), task).counts["articles"] == PAGES


def die_once(given: Order, task: Task) -> Summary:
    """Look a range through; the process that does so first dies."""
    mark = Path(given.into, "mark")
    if mark.exists():
        mark.unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    return planning.survey(given, task)


def die_in_a_part(given: Order, task: Task) -> Summary:
    """Read a part; the process that reads the second one dies once, with its file half written."""
    mark = Path(given.into, "mark")
    if mark.exists() and task.spans[0][0]:
        mark.unlink()
        Path(given.into, f".{task.key}.parquet.left").write_bytes(b"half")
        os.kill(os.getpid(), signal.SIGKILL)
    return run_task(given, task)


def die_always(given: Order, task: Task) -> Summary:
    os.kill(os.getpid(), signal.SIGKILL)
    return planning.survey(given, task)


def test_a_worker_that_is_killed_while_it_looks_or_reads_costs_nothing(large, tmp_path, monkeypatch):
    given = order(tmp_path)
    (tmp_path / "mark").touch()
    monkeypatch.setattr(planning, "survey", die_once)
    found = plan(given, large, Pool(2))
    assert not (tmp_path / "mark").exists()
    (tmp_path / "mark").touch()
    results = list(Pool(2).run(given, found.tasks, die_in_a_part))
    assert not (tmp_path / "mark").exists()
    assert not any(isinstance(one, Failed) for one in results)
    assert addresses(tmp_path) == EXPECTED
    assert not list(tmp_path.glob(".*"))


def test_an_archive_that_kills_whoever_looks_through_it_is_listed_once(large, tmp_path, monkeypatch):
    monkeypatch.setattr(planning, "survey", die_always)
    found = plan(order(tmp_path), large, Pool(2), most=large.stat().st_size // 2)
    assert found.tasks == []
    assert [(one.task.name, one.why) for one in found.failed] == [(str(large), "the process that reads it dies")]


def test_dask_reads_parts_as_well(large, tmp_path):
    from distributed import LocalCluster

    from kznews.reextract.engines import engine_for

    given = order(tmp_path)
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None, processes=False) as cluster:
        address = cluster.scheduler_address
        engine = replace(engine_for("dask://unused:1", 1), address=address)
        list(engine.run(given, plan(given, large, engine).tasks))
    assert addresses(tmp_path) == EXPECTED


def test_a_folder_holds_what_was_read_in_one_way(large, tmp_path):
    notes = FolderNotes(str(tmp_path))
    notes.begin(order(tmp_path), by_index=False)
    notes.begin(order(tmp_path), by_index=False)
    for other, by_index in ((order(tmp_path, "egemen"), False), (order(tmp_path), True)):
        with pytest.raises(ArchiveError, match="take another folder"):
            notes.begin(other, by_index=by_index)
    list(Here().run(order(tmp_path / "other"), [task_of(str(large))]))
    with pytest.raises(ArchiveError, match="not made by this command"):
        FolderNotes(str(tmp_path / "other")).begin(order(tmp_path), by_index=False)


def test_the_command_divides_what_is_large_and_the_folder_opens_as_one_table(large, tmp_path):
    into = tmp_path / "parts"
    for done in ("", " (1 done before)"):
        how = ["--into", into, "--engine", "here", "-s", "REEXTRACT_RANGE=20000"]
        ended = scrapy("reextract", large, *how, store=tmp_path / "kznews.db")
        assert ended.code == Exit.FINE, ended.err
        assert f"1 of 1 parts{done}: {PAGES} records, {PAGES} articles" in ended.lines
    assert addresses(into) == EXPECTED
    (note,) = into.glob("_*-records.json")
    assert sum(records for _, _, records in json.loads(note.read_text())["said"]["runs"]) == PAGES
    ended = scrapy("reextract", large, "--into", into, "--hosts", "egemen", store=tmp_path / "kznews.db")
    assert ended.code == Exit.USAGE
    assert "take another folder" in ended.err
