"""scrapy reextract: the same articles as the engine, however often it is broken off, and whoever does the work."""

from __future__ import annotations

import gzip
import json
import os
import platform
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kznews.archives.faults import ArchiveError, Faults
from kznews.archives.opening import expand, opened_between, records_of
from kznews.outcomes import Outcome, Reason
from kznews.reextract.diff import Comparison
from kznews.reextract.engines import Dask, Failed, Here, Pool, engine_for, keep_freed_memory
from kznews.reextract.hosts import ANY, hosts_of
from kznews.reextract.index import grouped, spans_of
from kznews.reextract.page import read_record
from kznews.reextract.tasks import Order, Summary, Task, rules_stamp, run_task, task_of
from kznews.running import Exit
from kznews.store import Named, PageRecord, Store
from tests.support.cases import PORTALS, SPIDERS
from tests.support.crawls import replay, scrapy, url_of
from tests.support.warcs import AT, archive, archive_of, exchanged, http

MODULES = ("kznews.spiders",)
QAMSHY = PORTALS / "qamshy"
READ = [name for name in SPIDERS if name != "any" and (PORTALS / name).is_dir()]


def order(into: Path | str, *hosts: str) -> Order:
    return Order(str(into), MODULES, hosts or ("declared",))


def tasks(folder: Path) -> list[Task]:
    return [task_of(name) for name in expand([str(folder)])]


def texts(path: Path) -> list[tuple]:
    """Return what a store knows of texts, figures and refusals, read past our own code."""
    with closing(sqlite3.connect(path)) as plain:
        found = []
        for table, leave in (("texts", ()), ("observations", ()), ("sightings", ())):
            rows = plain.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in rows.description]
            kept = [at for at, name in enumerate(names) if name not in (*leave, "checksum")]
            found += [(table, *(row[at] for at in kept)) for row in rows]
        return sorted(found, key=repr)


@pytest.fixture(scope="module")
def every_case(tmp_path_factory):
    """The saved pages of every portal as archives, in all content codings."""
    folder = tmp_path_factory.mktemp("every")
    for name in READ:
        archive_of(PORTALS / name, folder / name)
    return folder


def test_without_the_engine_every_saved_page_gives_what_it_gives_with_it(every_case, tmp_path):
    store = tmp_path / "without.db"
    counts = [one.counts for one in Here().run(order(url_of(store)), tasks(every_case))]
    assert sum(one.get("reason/parse_error", 0) for one in counts) == 0
    for name in READ:
        replay(name, every_case / name, tmp_path / "with.db")
    found, engine = texts(store), texts(tmp_path / "with.db")
    assert len([one for one in engine if one[0] == "texts"]) > 150
    assert found == engine


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The pages of one portal in several archives, one of them damaged; folder and number of pages."""
    folder = tmp_path_factory.mktemp("small")
    pages = [one for one in sorted(QAMSHY.glob("*/page.html")) if (one.parent / "expected.json").exists()][:12]
    for part in range(4):
        chosen = pages[part::4]
        exchanges = []
        for number, page in enumerate(chosen):
            meta = json.loads((page.parent / "meta.json").read_text())
            exchanges.append(exchanged(number, http(page.read_bytes(), headers=[("Content-Type", "text/html")]), url=meta["url"]))
        archive(folder, exchanges, prefix=f"part{part}")
    return folder, len(pages)


def rows(folder: Path) -> list[str]:
    return sorted(url for path in folder.glob("*.parquet") for url in pq.read_table(path)["url"].to_pylist())


def test_parts_are_complete_and_done_ones_are_skipped_until_archive_or_rules_change(small, tmp_path, monkeypatch):
    folder, count = small
    first = list(Here().run(order(tmp_path), tasks(folder)))
    assert sum(one.counts["articles"] for one in first) == count == len(rows(tmp_path))
    assert not any(one.skipped for one in first)
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert all(one.skipped for one in Here().run(order(tmp_path), tasks(folder)))
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before
    next(tmp_path.glob("*.json")).unlink()
    assert [one.skipped for one in Here().run(order(tmp_path), tasks(folder))].count(False) == 1
    monkeypatch.setattr("kznews.reextract.tasks.rules_stamp", lambda: "other rules")
    assert not any(one.skipped for one in Here().run(order(tmp_path), tasks(folder)))
    assert len(rows(tmp_path)) == count


@pytest.mark.parametrize(
    ("changed", "is_rule"),
    [("pipelines/validate.py", True), ("extract/body.py", True), ("archives/http.py", True), ("commands/report.py", False)],
)
def test_whatever_may_be_a_rule_makes_parts_old(tmp_path, monkeypatch, changed, is_rule):
    monkeypatch.setattr("kznews.__file__", str(tmp_path / "__init__.py"))
    path = tmp_path / changed
    path.parent.mkdir()
    stamps = []
    for content in ("one", "other"):
        path.write_text(content)
        stamps.append(rules_stamp.__wrapped__())
    assert (stamps[0] != stamps[1]) is is_rule


def test_a_part_has_the_fields_of_an_article(small, tmp_path):
    folder, _ = small
    list(Here().run(order(tmp_path), tasks(folder)))
    table = pa.concat_tables(pq.read_table(path) for path in tmp_path.glob("*.parquet"))
    row = next(one for one in table.to_pylist() if one["published_at"])
    assert row["portal"] == "qamshy"
    assert row["title"]
    assert isinstance(row["body"], list)
    assert row["fetched_at"].utcoffset().total_seconds() == 0
    assert row["published_offset"] in (5 * 3600, 6 * 3600)


def test_a_store_that_is_read_into_twice_holds_everything_once(small, tmp_path):
    folder, _ = small
    path = tmp_path / "kznews.db"
    list(Here().run(order(url_of(path)), tasks(folder)))
    once = texts(path)
    assert all(one.skipped for one in Here().run(order(url_of(path)), tasks(folder)))
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.create_function("kz_checksum", -1, lambda *_: 0)
        plain.execute("DELETE FROM archives_read")
    assert not any(one.skipped for one in Here().run(order(url_of(path)), tasks(folder)))
    assert texts(path) == once


def hostile(given: Order, task: Task) -> Summary:
    """Do a task, but for part0, which cannot be read, part1, which kills its process, and part2, which does so once."""
    mark = Path(given.into, "mark")
    if "part0" in task.name:
        raise OSError("it cannot be read")
    if "part1" in task.name or ("part2" in task.name and mark.exists()):
        if "part2" in task.name:
            mark.unlink()
            Path(given.into, f".{task.key}.parquet.left").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return run_task(given, task)


def die_once(given: Order, task: Task) -> Summary:
    """Do a task; the process of the first one dies in the middle of it."""
    mark = Path(given.into, "mark")
    if mark.exists():
        mark.unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    return run_task(given, task)


def test_a_worker_that_is_killed_costs_nothing_and_a_poisonous_archive_is_listed(small, tmp_path):
    folder, count = small
    (tmp_path / "mark").touch()
    found = list(Pool(2).run(order(tmp_path), tasks(folder), hostile))
    failed = {one.task.name.rpartition("/")[2][:5]: one.why for one in found if isinstance(one, Failed)}
    assert failed == {"part0": "OSError: it cannot be read", "part1": "the process that reads it dies"}
    assert len(found) == 4
    assert len(rows(tmp_path)) == len(set(rows(tmp_path))) == count / 2
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".json", ".json", ".parquet", ".parquet"]


@pytest.mark.parametrize("name", ["spark", "dask://nonsense", "dask://host:port", "dask://a/b:1", ""])
def test_an_engine_that_nobody_knows_is_refused(name):
    with pytest.raises(ValueError, match="dask://host:port"):
        engine_for(name, 2)


def test_an_engine_whose_package_is_missing_is_refused(monkeypatch):
    monkeypatch.setattr("kznews.reextract.engines.find_spec", lambda _: None)
    with pytest.raises(ValueError, match="requirements-cluster"):
        engine_for("dask://127.0.0.1:8786", 2)


def test_a_cluster_without_workers_is_not_waited_for_without_end(small, tmp_path, monkeypatch):
    from distributed import LocalCluster

    monkeypatch.setattr("kznews.reextract.engines.WORKERS_WAIT", 0.1)
    cluster = LocalCluster(n_workers=0, dashboard_address=None, processes=False)
    with cluster, pytest.raises(OSError, match="has no worker"):
        list(Dask(cluster.scheduler_address).run(order(tmp_path), tasks(small[0])))


def test_dask_gives_the_same_and_outlives_a_worker(small, tmp_path):
    from distributed import LocalCluster

    folder, count = small
    settings = {"n_workers": 1, "threads_per_worker": 1, "dashboard_address": None, "processes": True}
    with LocalCluster(**settings) as cluster:
        engine = engine_for(cluster.scheduler_address.replace("tcp://", "dask://"), 1)
        (tmp_path / "mark").touch()
        found = list(engine.run(order(tmp_path), tasks(folder), die_once))
    assert not (tmp_path / "mark").exists()
    assert not any(isinstance(one, Failed) for one in found)
    assert len(rows(tmp_path)) == len(set(rows(tmp_path))) == count


@pytest.mark.parametrize("threads", [1, 2])
def test_dask_is_given_no_more_tasks_than_it_has_threads(threads, tmp_path):
    from distributed import LocalCluster

    given = [Task(f"archive{number}") for number in range(7)]
    settings = {"n_workers": 1, "threads_per_worker": threads, "dashboard_address": None, "processes": False}
    with LocalCluster(**settings) as cluster:
        known, names = [], []
        for one in Dask(cluster.scheduler_address).run(order(tmp_path), given, nothing):
            known.append(len(cluster.scheduler.tasks))
            names.append(one.name)
    assert sorted(names) == [one.name for one in given]
    assert max(known) <= threads


def nothing(_, task):
    return Summary(task.name, task.key)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library decides by itself what it keeps")
@pytest.mark.parametrize("kept", [False, True])
def test_a_worker_keeps_the_memory_that_a_page_has_freed(kept):
    """As a nanny starts it, a worker gives back what is freed, and takes it again for the next page."""
    environ = {**os.environ, "MALLOC_TRIM_THRESHOLD_": "65536"}
    script = f"import tests.test_reextract as t; t.say_faults({kept})"
    said = subprocess.run([sys.executable, "-c", script], env=environ, capture_output=True, check=True, text=True)
    assert (int(said.stdout) < 20 * 50) is kept


def say_faults(kept):
    """Say how often the system had to give memory, after a first time, while 2 MB were taken and freed, in a thread as Dask's."""

    def read():
        for _ in range(21):
            before.append(resource.getrusage(resource.RUSAGE_SELF).ru_minflt)
            held = [b"x" * 50_000 for _ in range(40)]
            del held

    before = []
    if kept:
        keep_freed_memory()
    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    sys.stdout.write(str(before[-1] - before[1]))


def test_hosts_are_filtered_before_anything_is_parsed(tmp_path, monkeypatch):
    page = http(b"<p>", headers=[("Content-Type", "text/html")])
    urls = ["https://qamshy.kz/kz/article/1-a", "https://example.org/1", "https://WWW.QAMSHY.kz:443/kz/article/2-a"]
    urls.append("https://qamshy.kz@evil.org/")
    archive(tmp_path, (exchanged(number, page, url=url) for number, url in enumerate(urls)))
    parsed = []
    monkeypatch.setattr("kznews.reextract.tasks.read_record", lambda record, *_, **__: parsed.append(record.head.url))
    (task,) = tasks(tmp_path)
    assert run_task(order(tmp_path / "a"), task).counts["records"] == 2
    assert run_task(order(tmp_path / "b", "qamshy"), task).counts["records"] == 2
    assert run_task(order(tmp_path / "c", "example.org"), task).counts["records"] == 1
    assert run_task(order(tmp_path / "d", ANY), task).counts["records"] == 4
    assert run_task(order(tmp_path / "e", "egemen"), task).counts.get("records", 0) == 0
    with pytest.raises(KeyError, match="neither a host nor a portal"):
        hosts_of(MODULES, ("nobody",))
    with pytest.raises(KeyError, match="no host"):
        hosts_of(MODULES, ())


@pytest.fixture(scope="module")
def indexed(tmp_path_factory):
    """An archive of three hosts with indexes of the three kinds."""
    folder = tmp_path_factory.mktemp("indexed")
    html = [("Content-Type", "text/html")]
    body = min(one for one in QAMSHY.glob("*/page.html") if (one.parent / "expected.json").exists()).read_bytes()
    hosts = ["a.example", "qamshy.kz", "qamshykz.kz", "zz.example"] * 5
    urls = [f"https://{host}/kz/article/{number}-x" for number, host in enumerate(hosts)]
    places = archive(folder / "crawl", (exchanged(n, http(body, headers=html), url=url) for n, url in enumerate(urls)))
    data = Path(folder / "crawl" / places[0].file).read_bytes()
    ends = [*(place.offset for place in places[1:]), len(data)]
    lines, columns = [], []
    for url, host, place, end in zip(urls, hosts, places, ends, strict=True):
        name, length = f"crawl/{place.file}", end - place.offset
        key = f"{','.join(reversed(host.split('.')))})/{url.rpartition('/')[2]} 20260316140512"
        said = {"url": url, "mime": "text/html", "status": "200", "filename": name}
        said |= {"length": str(length), "offset": str(place.offset)}
        lines.append(f"{key} {json.dumps(said)}\n".encode())
        column = {"url": url, "url_host_name": host, "fetch_status": 200, "content_mime_type": "text/html"}
        columns.append(column | {"warc_filename": name, "warc_record_offset": place.offset, "warc_record_length": length})
    lines.append(lines[1].replace(b'"200"', b'"404"'))
    lines.sort()
    (folder / "index.cdxj").write_bytes(b"".join(lines))
    blocks = [gzip.compress(b"".join(lines[at : at + 3])) for at in range(0, len(lines), 3)]
    (folder / "cdx-00000.gz").write_bytes(b"".join(blocks))
    entries, at = [], 0
    for number, block in enumerate(blocks):
        first = b" ".join(lines[number * 3].split(b" ")[:2]).decode()
        entries.append(f"{first}\tcdx-00000.gz\t{at}\t{len(block)}\t{number}\n")
        at += len(block)
    (folder / "cluster.idx").write_text("".join(entries))
    table = folder / "table" / "crawl=CC-MAIN-2026-10" / "subset=warc"
    table.mkdir(parents=True)
    pq.write_table(pa.Table.from_pylist(columns), table / "part-0.parquet")
    return folder, data


@pytest.mark.parametrize(
    "index", ["index.cdxj", "cdx-00000.gz", "cluster.idx", "table", "table/crawl=CC-MAIN-2026-10/subset=warc/part-0.parquet"]
)
def test_an_index_names_the_records_of_the_wanted_hosts_and_nothing_else_is_fetched(indexed, tmp_path, index, monkeypatch):
    folder, data = indexed
    hosts = hosts_of(MODULES, ("declared",))
    ((name, spans),) = grouped(spans_of(str(folder / index), hosts), str(folder))
    assert len(spans) == 5
    read = []
    between = "kznews.reextract.tasks.opened_between"
    monkeypatch.setattr(between, lambda path, at, end: read.append(end - at) or opened_between(path, at, end))
    summary = run_task(order(tmp_path), task_of(name, spans))
    assert (summary.counts["records"], summary.counts["articles"]) == (5, 5)
    assert sum(read) < len(data) / 3


def test_of_a_cluster_only_the_blocks_of_the_hosts_are_unpacked(indexed, monkeypatch):
    folder, _ = indexed
    opened = []
    plain = gzip.GzipFile
    monkeypatch.setattr("kznews.reextract.index.gzip.GzipFile", lambda fileobj: opened.append(1) or plain(fileobj=fileobj))
    assert len(list(spans_of(str(folder / "cluster.idx"), hosts_of(MODULES, ("qamshy.kz",))))) == 5
    assert len(opened) < 4 < len((folder / "cluster.idx").read_text().splitlines())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.cdxj", b"kz,qamshy)/ 2026 {not json\n"),
        ("a.cdx.gz", gzip.compress(b"x" * 100)[:20]),
        ("cluster.idx", b"a\tb\n"),
        ("a.html", b"<html>"),
        ("a.cdx", b" CDX N b a m s k r M S V g\n"),
    ],
    ids=["line", "gzip", "cluster", "page", "old index"],
)
def test_a_broken_index_is_one_readable_line(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ArchiveError, match=name):
        list(spans_of(str(tmp_path / name), hosts_of(MODULES, ("declared",))))


def test_an_index_that_is_not_there_is_one_readable_line(tmp_path):
    with pytest.raises(ArchiveError, match="no index at"):
        list(spans_of(str(tmp_path / "a.cdxj"), hosts_of(MODULES)))


class TestCommand:
    def test_articles_go_into_the_store_and_the_lines_say_how_it_went(self, small, tmp_path):
        folder, count = small
        damaged = tmp_path / "archives"
        damaged.mkdir()
        for path in folder.iterdir():
            data = bytearray(path.read_bytes())
            if "part2" in path.name:
                data[len(data) - len(data) // 6] ^= 0xFF
            (damaged / path.name).write_bytes(data)
        ended = scrapy("reextract", damaged, "--engine", "here", store=tmp_path / "kznews.db")
        assert ended.code == Exit.UNHEALTHY
        assert f"4 of 4 parts: {count - 1} records, {count - 1} articles" in ended.lines, ended.err
        assert any(line.startswith("damaged: ") and "part2" in line for line in ended.lines)
        assert [table for table, *_ in texts(tmp_path / "kznews.db")].count("texts") == count - 1

    @pytest.mark.parametrize(
        ("arguments", "line", "code"),
        [
            (["missing"], "no archive at missing", Exit.USAGE),
            ([], "scrapy reextract takes archives, or --index", Exit.USAGE),
            (["missing", "-s", "STORE=parts/"], "the store's URL", Exit.NOT_STARTED),
        ],
    )
    def test_what_cannot_mean_anything_is_one_line(self, tmp_path, arguments, line, code):
        ended = scrapy("reextract", *arguments, store=tmp_path / "kznews.db")
        assert ended.code == code
        assert line in ended.err + ended.out
        assert "Traceback" not in ended.err

    def test_a_comparison_says_what_would_change_and_writes_nothing(self, small, tmp_path):
        folder, count = small
        path = tmp_path / "kznews.db"
        list(Here().run(order(url_of(path)), tasks(folder)))
        with closing(sqlite3.connect(path)) as plain, plain:
            plain.create_function("kz_checksum", -1, lambda *_: 0)
            (url,) = plain.execute("SELECT min(url) FROM texts").fetchone()
            plain.execute("UPDATE texts SET title = 'before', section = NULL WHERE url = ?", (url,))
        before = path.read_bytes()
        ended = scrapy("reextract", folder, "--diff", store=path)
        assert ended.code == Exit.FINE, ended.err
        lines = ended.out.splitlines()
        assert lines[0] == f"qamshy: {count} articles compared, 0 captures gave no stored text"
        assert "  title: 1" in lines
        assert any(line.startswith(f"    {url}: before -> ") for line in lines)
        assert {line.partition(":")[0].strip() for line in lines if re.match(r"  \w", line)} <= {"title", "section"}
        assert path.read_bytes() == before


def test_a_comparison_of_kept_pages_needs_no_archive(tmp_path):
    replay("qamshy", QAMSHY, tmp_path / "kznews.db", KEEP_PAGES=True)
    with Store.open(url_of(tmp_path / "kznews.db")) as store:
        found = Comparison(store)
        found.raw_pages(store.raw_pages(), hosts_of(MODULES))
    assert found.compared["qamshy"] > 10
    assert found.changes == {}


def test_a_portal_of_which_every_page_was_refused_is_shown_with_what_is_new(small, tmp_path):
    folder, count = small
    hosts = hosts_of(MODULES)
    with Store.open(url_of(tmp_path / "kznews.db")) as store:
        for name in expand([str(folder)]):
            for record in records_of(name, Faults(), wanted=hosts.wanted):
                page = read_record(record, hosts.portal(record.head.url))
                more = {"portal": page.portal, "url": page.url, "fetched_at": page.fetched_at}
                store.commit([PageRecord(outcome=Outcome.REFUSED, reason=Reason.NO_BODY, **more)])
        found = Comparison(store)
        for name in expand([str(folder)]):
            found.records(records_of(name, Faults(), wanted=hosts.wanted), hosts)
    lines = list(found.lines())
    assert lines[:2] == ["qamshy: 0 articles compared, 0 captures gave no stored text", f"  new: {count}"]
    assert len(lines) == 5


BROKEN = "import kznews.reextract.page as page\npage.read_document = lambda *_, **__: 1 / 0\n"


def test_a_page_on_which_our_own_code_fails_makes_a_comparison_unhealthy(small, tmp_path):
    folder, count = small
    Store.open(url_of(tmp_path / "kznews.db")).close()
    (tmp_path / "sitecustomize.py").write_text(BROKEN)
    ended = scrapy("reextract", folder, "--diff", store=tmp_path / "kznews.db", inject=tmp_path)
    assert ended.code == Exit.UNHEALTHY, ended.err
    assert f"our own code failed on {count} pages (parse_error)" in ended.lines


def test_a_record_of_a_page_never_raises(small, monkeypatch):
    folder, _ = small
    (name, *_) = expand([str(folder)])
    record = next(records_of(name, Faults(), wanted=lambda head: head.kind == "response"))
    portal = hosts_of(MODULES).portal(record.head.url)
    assert portal is not None
    monkeypatch.setattr("kznews.reextract.page.read_document", lambda *_, **__: 1 / 0)
    page = read_record(record, portal)
    assert page is not None
    assert page.reason == "parse_error"


def test_what_a_feed_said_of_an_undated_page_is_known_to_a_store_that_has_read_the_feed(tmp_path):
    url, said = "https://qamshy.kz/kz/article/7-mektep", AT - timedelta(hours=2)
    text = "<p>Ауданда жаңа мектеп ашылып, екі жүз елу бала білім ала бастады. Мұғалімдер қуанышын жасырмады.</p>" * 5
    page = f"<html><head><title>Мектеп ашылды</title></head><body><article><h1>Мектеп ашылды</h1>{text}</article></body></html>"
    archive(tmp_path / "warc", [exchanged(0, http(page.encode(), headers=[("Content-Type", "text/html")]), url=url)])
    store_url = url_of(tmp_path / "kznews.db")
    with Store.open(store_url) as store:
        link = Named(url=url, published=said, title="Мектеп ашылды", basis="feed")
        feed = "https://qamshy.kz/rss"
        store.commit([PageRecord(portal="qamshy", url=feed, fetched_at=AT, outcome=Outcome.LISTED, links=(link,))])
    list(Here().run(order(store_url), tasks(tmp_path / "warc")))
    with Store.open(store_url) as store:
        (article,) = store.articles("qamshy")
    assert (article.published_at, article.published_basis) == (said, "feed")
