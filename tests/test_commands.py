"""The commands as their users meet them: exit codes, and lines that can be read."""

from __future__ import annotations

import errno
import json
import os
import random
import re
import signal
import sqlite3
import time
from contextlib import closing
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from kznews.archives.opening import expand
from kznews.captures import ReplayError
from kznews.middlewares.replay import read_folder
from kznews.running import Exit, Run, ended, exit_code, summary
from kznews.store import Store, StoreError, StoreWriter
from tests.support.cases import PORTALS, ROOT
from tests.support.crawls import TIMEOUT, Ended, dump, feed, page, replay, save_page, scrapy, settled, started, url_of
from tests.support.generated import article_page, article_url, save_articles
from tests.support.projects import copy_of_project, run_in
from tests.support.warcs import archive, exchanged, http

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

GOOD = "seven"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one saved page that can be replayed."""
    save_page(tmp_path / "pages", GOOD, article_url(7), article_page(7))
    return tmp_path / "pages"


def readable(ended: Ended, code: Exit) -> str:
    """Return the one line that a refused command says; fails if there are more, or a traceback."""
    assert ended.code == code, ended.err
    assert "Traceback" not in ended.err
    assert ended.out == ""
    (line,) = ended.lines
    return line


def crawl(folder: Path, store: Path | str, *options: str | Path) -> Ended:
    return scrapy("crawl", "qamshy", "-s", f"REPLAY={folder}", *options, store=store)


def test_an_unknown_portal_is_refused_with_a_suggestion(store: Path) -> None:
    line = readable(scrapy("crawl", "qamshi", store=store), Exit.USAGE)
    assert "'qamshi'" in line
    assert "did you mean qamshy?" in line
    assert not store.exists()


def test_a_missing_replay_folder_is_named(tmp_path: Path, store: Path) -> None:
    line = readable(crawl(tmp_path / "nowhere", store), Exit.USAGE)
    assert str(tmp_path / "nowhere") in line
    assert not store.exists()


def test_the_name_that_a_setting_has_in_the_environment_is_refused_on_the_command_line(tmp_path: Path, store: Path) -> None:
    line = readable(scrapy("verify", "-s", f"KZNEWS_STORE={url_of(tmp_path / 'other.db')}", store=store), Exit.USAGE)
    assert "-s KZNEWS_STORE sets nothing: write -s STORE=" in line


def test_crawl_without_a_portal_says_what_it_takes(store: Path) -> None:
    ended = scrapy("crawl", store=store)
    assert ended.code == Exit.USAGE
    assert "crawlall" in ended.err
    assert "Traceback" not in ended.err


BROKEN = {
    "invalid JSON": ("{", "meta.json"),
    "no url": ('{"fetched_at": "2026-03-16T19:05:12+05:00"}', "'url' is missing"),
    "no fetched_at": (f'{{"url": "{article_url(8)}"}}', "'fetched_at' is missing"),
    "bad fetched_at": (f'{{"url": "{article_url(8)}", "fetched_at": "yesterday"}}', "yesterday"),
    "naive fetched_at": (f'{{"url": "{article_url(8)}", "fetched_at": "2026-03-16T19:05:12"}}', "without a zone"),
    "a number as fetched_at": (f'{{"url": "{article_url(8)}", "fetched_at": 5}}', "fromisoformat"),
    "a list": ("[1]", "not a JSON object"),
    "bracket nests": ("[" * 100_000, "recursion"),
    "no http address": ('{"url": "file:///etc/passwd", "fetched_at": "2026-03-16T19:05:12+05:00"}', "file:///etc/passwd"),
    "a broken address": ('{"url": "http://[::1/a", "fetched_at": "2026-03-16T19:05:12+05:00"}', "IPv6"),
    "signs in the host that mean others": ('{"url": "https://a℀.kz/x", "fetched_at": "2026-03-16T19:05:12+05:00"}', "NFKC"),
    "an impossible status": (
        f'{{"url": "{article_url(8)}", "status": 99999, "fetched_at": "2026-03-16T19:05:12+05:00"}}',
        "99999",
    ),
    "a status in words": (f'{{"url": "{article_url(8)}", "status": "fine", "fetched_at": "2026-03-16T19:05:12+05:00"}}', "fine"),
    "headers that are none": (
        f'{{"url": "{article_url(8)}", "headers": 7, "fetched_at": "2026-03-16T19:05:12+05:00"}}',
        "int",
    ),
    "half a character in a header": (
        f'{{"url": "{article_url(8)}", "headers": {{"ETag": "\\ud83d"}}, "fetched_at": "2026-03-16T19:05:12+05:00"}}',
        "surrogates",
    ),
    "not UTF-8": (b"\xff\xfe{", "decode"),
    "no sidecar": (None, "no meta.json or page.json beside it"),
}


def break_case(folder: Path, name: str) -> None:
    case = save_page(folder, "broken", article_url(8), article_page(8))
    content = BROKEN[name][0]
    if content is None:
        case.joinpath("meta.json").unlink()
    else:
        case.joinpath("meta.json").write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_case_is_named_with_its_fault_and_the_good_ones_are_stored(folder: Path, store: Path, name: str) -> None:
    break_case(folder, name)
    crawl = replay("qamshy", folder, store)
    (line,) = crawl.broken
    assert line.startswith("broken/")
    assert BROKEN[name][1] in line
    assert "\n" not in line
    assert [item.article_id for item in crawl.items] == ["7"]
    assert crawl.code == Exit.UNHEALTHY


def bar(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let nobody look into a folder; who runs the tests may be above all rights of files."""
    look = os.scandir

    def barred(path: object = ".") -> object:
        if str(path) == str(folder):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", barred)


@pytest.mark.parametrize("archived", [False, True])
def test_a_folder_that_may_not_be_looked_into_is_named_and_the_rest_is_stored(
    tmp_path: Path, folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch, *, archived: bool
) -> None:
    if archived:
        archive(folder, [exchanged(9, http(article_page(8).encode()), url=article_url(8))])
    save_page(folder / "closed", "nine", article_url(9), article_page(9))
    bar(monkeypatch, folder / "closed")
    crawl = replay("qamshy", folder, store)
    assert crawl.broken == ("closed: the folder cannot be read: Permission denied",)
    assert sorted(item.article_id for item in crawl.items) == (["7", "8"] if archived else ["7"])
    assert crawl.code == Exit.UNHEALTHY
    with pytest.raises(PermissionError):
        expand([str(folder)])


def test_a_folder_of_which_nothing_may_be_read_is_refused_with_the_reason(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bar(monkeypatch, folder)
    read_folder.cache_clear()
    with pytest.raises(ReplayError, match=r"no saved page in .*; \.: the folder cannot be read: Permission denied"):
        read_folder(folder)


def test_a_case_without_its_page_is_broken_too(folder: Path, store: Path) -> None:
    save_page(folder, "bare", article_url(8), "")
    folder.joinpath("bare", "page.html").unlink()
    crawl = replay("qamshy", folder, store)
    assert crawl.broken == ("bare/meta.json: no saved page beside it",)


def test_the_command_says_which_case_is_broken(folder: Path, store: Path) -> None:
    break_case(folder, "naive fetched_at")
    ended = crawl(folder, store)
    assert ended.code == Exit.UNHEALTHY
    assert "Traceback" not in ended.err
    (line,) = [line for line in ended.lines if line.startswith("broken case")]
    assert "broken/meta.json" in line
    assert "without a zone" in line
    assert page(store, "qamshy", article_url(7))["outcome"] == "stored"


def test_a_folder_of_nothing_but_broken_cases_is_refused(tmp_path: Path, store: Path) -> None:
    break_case(tmp_path / "pages", "invalid JSON")
    line = readable(crawl(tmp_path / "pages", store), Exit.USAGE)
    assert "broken/meta.json" in line


@pytest.mark.parametrize("kind", ["a folder", "below a file", "text", "noise", "no address", "another database"])
def test_a_store_that_cannot_be_used_is_refused_and_left_as_it_is(tmp_path: Path, folder: Path, kind: str) -> None:
    path = tmp_path / "at"
    if kind == "a folder":
        path.mkdir()
    elif kind != "no address":
        path.write_bytes(b"Salem! " * 999 if kind == "text" else bytes(range(256)) * 40)
    if kind == "another database":
        path.unlink()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE theirs (x)")
    before = path.read_bytes() if path.is_file() else b""
    url = {"below a file": url_of(path / "kznews.db"), "no address": "nonsense"}.get(kind, url_of(path))
    line = readable(crawl(folder, url), Exit.NOT_STARTED)
    assert "store" in line
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_machine_with_old_zone_tables_starts_no_run(tmp_path: Path, folder: Path, store: Path) -> None:
    old = tmp_path / "zones" / "Asia" / "Almaty"
    old.parent.mkdir(parents=True)
    old.write_bytes(resources.files("tzdata.zoneinfo.Etc").joinpath("GMT-6").read_bytes())
    command = ("crawl", "qamshy", "-s", f"REPLAY={folder}")
    line = readable(scrapy(*command, store=store, PYTHONTZPATH=str(tmp_path / "zones")), Exit.NOT_STARTED)
    assert "update tzdata" in line
    assert not store.exists()
    assert scrapy(*command, store=store).code == Exit.FINE


def test_a_password_in_the_stores_address_is_not_said(folder: Path) -> None:
    ended = crawl(folder, "postgresql://kznews:tUlki7@127.0.0.1:1/news")
    assert ended.code == Exit.NOT_STARTED
    assert "tUlki7" not in ended.err + ended.out


def wait_for(path: Path, pages: int, process: object) -> None:
    """Return when `pages` pages of a store have their outcome, or the process has ended."""
    end = time.monotonic() + TIMEOUT
    while settled(path) < pages and process.poll() is None and time.monotonic() < end:
        time.sleep(0.005)


def test_a_store_that_fails_in_the_middle_stops_the_run_with_one_line(tmp_path: Path, store: Path) -> None:
    save_articles(tmp_path / "many", range(100, 180))
    with started("crawl", "qamshy", "-s", f"REPLAY={tmp_path / 'many'}", store=store, KZNEWS_LOG_LEVEL="CRITICAL") as process:
        wait_for(store, 10, process)
        drop_while_paused(store, "sightings", process)
        said = process.communicate(timeout=TIMEOUT)[1]
    ended = Ended(process.returncode, "", said)
    assert ended.code == Exit.NOT_STARTED
    assert "Traceback" not in said
    assert sum("cannot use the store" in line for line in ended.lines) == 1
    assert 10 <= settled(store) < 80


def drop_while_paused(store: Path, table: str, process: subprocess.Popen[str]) -> None:
    """Drop a table of a store that a process writes to; the process stands still meanwhile, or would be done before its turn."""
    chance = random.Random(0)
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        time.sleep(chance.uniform(0, 0.02))  # in which it goes on
        process.send_signal(signal.SIGSTOP)
        try:
            with closing(sqlite3.connect(store, timeout=0)) as connection:
                connection.execute("PRAGMA foreign_keys = OFF")
                connection.execute(f"DROP TABLE {table}")
                return
        except sqlite3.OperationalError:
            continue  # it stands still in the middle of a transaction
        finally:
            process.send_signal(signal.SIGCONT)
    pytest.fail("the process holds its store all the while")


def test_what_a_failing_store_did_not_take_is_taken_by_the_next_run(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_articles(folder, range(100, 120))
    whole = store.with_name("whole.db")
    replay("qamshy", folder, whole)
    commits = []

    async def failing(self, record):
        commits.append(record)
        if len(commits) > 9:
            raise StoreError("cannot use the store: disk full")
        return await taken(self, record)

    taken = StoreWriter.commit
    with monkeypatch.context() as patched:
        patched.setattr(StoreWriter, "commit", failing)
        failed = replay("qamshy", folder, store)
    assert failed.code == Exit.NOT_STARTED
    assert failed.stats["finish_reason"] == "store_error"
    assert len(failed.items) <= 9
    replay("qamshy", folder, store)
    assert dump(store) == dump(whole)


def test_a_store_that_fails_before_the_first_page_is_no_crash(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(self, *args, **kwargs):
        raise StoreError("cannot use the store: disk full")

    monkeypatch.setattr(Store, "start_run", failing)
    crawl = replay("qamshy", folder, store)
    assert crawl.code == Exit.NOT_STARTED
    assert crawl.stats["kznews/store_error"] == "cannot use the store: disk full"
    assert crawl.items == []


PORTAL = """
from kznews.portal import Layout, Listing
from kznews.spiders.base import PortalSpider

class Jana(PortalSpider):
    name = "jana"
    title = "Jaña"
    hosts = ("jana.kz",)
    articles = (r"^/(?P<id>\\d+)$",)
"""


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('    sources = (Listing(url="https://other.kz/"),)\n', "jana.py: sources: https://other.kz/ is not on a declared host"),
        ('    layouts = (Layout(name="a", marker="p", titel="h1"),)\n', "jana.py:10: "),
        ('    layouts = (Layout(name="a", marker="p", titel="h1"),)\n', "Layout has no value titel; did you mean title?"),
        ('    sources = (Listing(url="https://jana.kz/", qqq=1),)\n', "Listing has no value qqq; there are url, "),
        ("    languages = (\n", "jana.py:10: "),
        ("    languages = tuple(qqq=1)\n", "tuple() takes no keyword arguments"),
        ("\nclass Other(__import__('scrapy').Spider):\n    name = 'other'\n", "jana.py: Other is a spider, and no portal's file"),
    ],
    ids=["contradiction", "misspelt field", "nearest field", "every field", "syntax", "no field", "no portal"],
)
def test_a_wrong_portal_file_is_named_with_its_field(tmp_path: Path, store: Path, wrong: str, said: str) -> None:
    portals = tmp_path / "extra" / "spiders"
    portals.mkdir(parents=True)
    portals.joinpath("__init__.py").touch()
    portals.joinpath("jana.py").write_text(PORTAL + wrong, encoding="utf-8")
    ended = scrapy("list", "-s", "SPIDER_MODULES=spiders", store=store, PYTHONPATH=str(tmp_path / "extra"))
    line = readable(ended, Exit.USAGE)
    assert line.startswith("kznews/spiders/")
    assert said in line


def test_a_wrong_portal_file_is_in_the_way_of_its_own_portal_only(tmp_path: Path, folder: Path, store: Path) -> None:
    project = copy_of_project(tmp_path / "project")
    project.joinpath("kznews", "spiders", "jana.py").write_text(PORTAL + "    languages = (\n", encoding="utf-8")
    Store.open(url_of(project / "kznews.db")).close()
    for command in (("search", "көпір"), ("rates", "USD"), ("verify",)):
        ended = run_in(project, *command)
        assert (ended.code, "jana" in ended.err) == (Exit.FINE, False), ended.err
    replayed = ("-s", f"REPLAY={folder}")
    assert run_in(project, "crawl", "qamshy", *replayed).code == Exit.FINE
    ended = run_in(project, "crawlall", *replayed)
    assert ended.code == Exit.UNHEALTHY
    assert ended.lines[0].startswith("kznews/spiders/jana.py:10: ")
    assert any(line.startswith("qamshy: 1 ") for line in ended.lines)
    for command in (("checkall",), ("export", "jsonl", "-o", "-", "--portal", "jana")):
        assert readable(run_in(project, *command), Exit.USAGE).startswith("kznews/spiders/jana.py:10: ")
    project.joinpath("kznews", "spiders", "jana.py").unlink()
    project.joinpath("kznews", "spiders", "other.py").write_text(PORTAL, encoding="utf-8")
    line = "kznews/spiders/other.py declares the portal 'jana'; file and portal have one name"
    assert readable(run_in(project, "crawl", "other", *replayed), Exit.USAGE) == line
    assert readable(run_in(project, "search", "көпір", "--portal", "other"), Exit.USAGE) == line


def test_scrapys_way_to_begin_a_spider_points_to_ours(store: Path) -> None:
    ended = scrapy("genspider", "jana", "jana.kz", store=store)
    assert ended.code == Exit.USAGE
    assert "`scrapy newportal <name> <address>` starts one" in ended.err
    assert not (ROOT / "kznews" / "spiders" / "jana.py").exists()


CRASH = """
from kznews.spiders.base import PortalSpider

def crash(self, *args):
    raise RuntimeError("oy bay")

PortalSpider._read = crash
"""


def test_a_callback_that_crashes_leaves_its_page_pending_and_makes_the_run_unhealthy(
    tmp_path: Path, folder: Path, store: Path
) -> None:
    tmp_path.joinpath("sitecustomize.py").write_text(CRASH, encoding="utf-8")
    ended = scrapy("crawl", "qamshy", "-s", f"REPLAY={folder}", store=store, inject=tmp_path)
    assert ended.code == Exit.UNHEALTHY
    assert any("1 parse_error" in line for line in ended.lines)
    row = page(store, "qamshy", article_url(7))
    assert (row["outcome"], row["reason"], row["state"]) == ("refused", "parse_error", "pending")
    assert "oy bay" in row["detail"]


def test_the_code_that_a_run_ended_with_stands_in_the_store(tmp_path: Path, folder: Path, store: Path) -> None:
    tmp_path.joinpath("sitecustomize.py").write_text(CRASH, encoding="utf-8")
    for inject, code in ((None, Exit.FINE), (tmp_path, Exit.UNHEALTHY), (None, Exit.FINE)):
        assert scrapy("crawl", "qamshy", "-s", f"REPLAY={folder}", store=store, inject=inject).code == code
    with Store.open(url_of(store)) as opened:
        assert [run["exit_code"] for run in opened.runs()] == [Exit.FINE, Exit.UNHEALTHY, Exit.FINE]


@pytest.mark.parametrize("place", ["ValidatePipeline", "LanguagePipeline", "DedupePipeline", "StorePipeline"])
def test_a_pipeline_that_crashes_gives_its_page_an_outcome(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    module = place.removesuffix("Pipeline").lower()

    def crash(self, item):
        raise RuntimeError("oy bay")

    monkeypatch.setattr(f"kznews.pipelines.{module}.{place}.process_item", crash)
    crawl = replay("qamshy", folder, store)
    assert crawl.code == Exit.UNHEALTHY
    assert crawl.stats.get("kznews/unsettled", 0) == 0
    assert page(store, "qamshy", article_url(7))["reason"] == "parse_error"


def test_a_run_that_is_asked_to_stop_ends_well_and_the_next_one_completes_it(tmp_path: Path, store: Path) -> None:
    save_articles(tmp_path / "many", range(100, 180))
    whole = tmp_path / "whole.db"
    replay("qamshy", tmp_path / "many", whole)
    with started("crawl", "qamshy", "-s", f"REPLAY={tmp_path / 'many'}", store=store) as process:
        wait_for(store, 10, process)
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=15)[1]
    assert process.returncode == Exit.FINE, said
    assert "Traceback" not in said
    assert settled(store) < settled(whole)
    assert replay("qamshy", tmp_path / "many", store).code == Exit.FINE
    assert dump(store) == dump(whole)


def test_a_run_that_read_no_page_at_all_is_unhealthy(tmp_path: Path, store: Path) -> None:
    save_page(tmp_path / "theirs", "one", "https://example.org/a", "<p>")
    ended = crawl(tmp_path / "theirs", store)
    assert ended.code == Exit.UNHEALTHY
    assert "none of the saved pages is on qamshy's hosts" in ended.lines[0]
    assert any(line.startswith("qamshy: ") for line in ended.lines)


@pytest.mark.parametrize(
    ("stats", "code"),
    [
        ({}, Exit.CRASH),
        ({"finish_reason": "start_error"}, Exit.CRASH),
        ({"finish_reason": "finished", "kznews/outcome/stored": 1}, Exit.FINE),
        ({"finish_reason": "finished", "kznews/outcome/listed": 1}, Exit.FINE),
        ({"finish_reason": "closespider_itemcount", "kznews/outcome/stored": 1}, Exit.FINE),
        ({"finish_reason": "shutdown"}, Exit.FINE),
        ({"finish_reason": "memusage_exceeded", "kznews/outcome/stored": 1}, Exit.UNHEALTHY),
        ({"finish_reason": "finished", "kznews/outcome/stored": 1, "kznews/unsettled": 1}, Exit.UNHEALTHY),
        ({"finish_reason": "finished", "kznews/outcome/stored": 1, "kznews/feed_errors": 1}, Exit.UNHEALTHY),
        ({"finish_reason": "finished", "kznews/outcome/refused": 2, "kznews/reason/not_saved": 2}, Exit.UNHEALTHY),
        ({"finish_reason": "finished", "kznews/outcome/refused": 2, "kznews/reason/timed_out": 2}, Exit.UNHEALTHY),
        ({"finish_reason": "finished", "kznews/outcome/refused": 1, "kznews/reason/soft_404": 1}, Exit.FINE),
        ({"finish_reason": "store_error", "kznews/store_error": "disk full"}, Exit.NOT_STARTED),
    ],
    ids=str,
)
def test_an_exit_code_follows_from_what_was_counted(stats: dict[str, object], code: Exit) -> None:
    assert exit_code(stats) is code


def test_a_host_of_an_own_network_that_is_not_opened_is_told_how_it_is() -> None:
    told = {"finish_reason": "finished", "kznews/outcome/refused": 1}
    assert any("GATE_ALLOW" in line for line in summary("jana", told | {"kznews/reason/private_address": 1}))
    assert not any("GATE_ALLOW" in line for line in summary("jana", told | {"kznews/reason/timed_out": 1}))


def test_a_feed_that_cannot_be_written_is_refused_before_the_run(tmp_path: Path, folder: Path, store: Path) -> None:
    tmp_path.joinpath("file").write_text("x", encoding="utf-8")
    line = readable(crawl(folder, store, "-O", tmp_path / "file" / "out.jsonl"), Exit.NOT_STARTED)
    assert "cannot write the feed" in line
    with Store.open(url_of(store)) as opened:
        assert opened.runs() == []


def test_the_commands_list_their_portals(store: Path) -> None:
    ended = scrapy("list", store=store)
    assert ended.code == 0
    assert {"any", "qamshy", "stan"} <= set(ended.out.split())
    assert ended.err == ""


def test_all_portals_are_replayed_in_one_process_and_exported(tmp_path: Path, store: Path) -> None:
    ended = scrapy("crawlall", "-s", f"REPLAY={PORTALS}", store=store)
    assert ended.code == 0, ended.err
    assert {line.split(":")[0] for line in ended.lines} >= {"qamshy", "stan"}
    with Store.open(url_of(store)) as opened:
        assert {run["exit_code"] for run in opened.runs()} == {Exit.FINE}
    for kind in ("jsonl", "json", "csv"):
        out = tmp_path / f"out.{kind}"
        assert scrapy("export", kind, "-o", out, store=store).code == 0
        assert out.stat().st_size > 1000
    lines = feed(tmp_path / "out.jsonl")
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8")) == lines
    assert len({(line["portal"], line["article_id"]) for line in lines}) == len(lines)
    with_articles = {path.parent.parent.name for path in PORTALS.glob("*/*/expected.json")}
    assert {line["portal"] for line in lines} == with_articles - {"any"}


def test_pages_of_another_portal_are_said_to_be_so(store: Path) -> None:
    ended = scrapy("crawl", "qamshy", "-s", f"REPLAY={PORTALS / 'stan'}", store=store)
    assert ended.code == Exit.UNHEALTHY
    assert any(line.startswith("none of the saved pages is on qamshy's hosts; they are on stan.kz") for line in ended.lines)


def test_replaying_all_portals_passes_over_those_without_a_saved_page(folder: Path, store: Path) -> None:
    ended = scrapy("crawlall", "-s", f"REPLAY={folder}", store=store)
    assert ended.code == 0, ended.err
    assert not [line for line in ended.lines if line.startswith("stan")]


def test_one_feed_for_all_portals_at_once_is_refused_with_advice(tmp_path: Path, store: Path) -> None:
    out = tmp_path / "out.jsonl"
    line = readable(scrapy("crawlall", "-s", f"REPLAY={PORTALS}", "-O", out, store=store), Exit.USAGE)
    assert "%(name)s" in line
    assert not out.exists()


def test_every_portal_writes_a_feed_of_its_own(tmp_path: Path, store: Path) -> None:
    ended = scrapy("crawlall", "-s", f"REPLAY={PORTALS}", "-O", tmp_path / "%(name)s.jsonl", store=store)
    assert ended.code == 0, ended.err
    assert {line["portal"] for line in feed(tmp_path / "qamshy.jsonl")} == {"qamshy"}
    assert {line["portal"] for line in feed(tmp_path / "stan.jsonl")} == {"stan"}


def test_an_export_that_fails_leaves_the_old_file(tmp_path: Path, store: Path) -> None:
    store.write_bytes(b"Salem! " * 999)
    out = tmp_path / "out.jsonl"
    out.write_text("old", encoding="utf-8")
    readable(scrapy("export", "jsonl", "-o", out, store=store), Exit.NOT_STARTED)
    assert out.read_text(encoding="utf-8") == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"out.jsonl", "kznews.db"}


def test_an_export_to_a_place_that_cannot_be_written_says_so(tmp_path: Path, store: Path) -> None:
    tmp_path.joinpath("file").touch()
    Store.open(url_of(store)).close()
    line = readable(scrapy("export", "jsonl", "-o", tmp_path / "file" / "out.jsonl", store=store), Exit.NOT_STARTED)
    assert line.startswith("cannot write ")


def test_an_export_in_an_unknown_format_names_the_known_ones(tmp_path: Path, store: Path) -> None:
    ended = scrapy("export", "yaml", "-o", tmp_path / "out", store=store)
    assert ended.code == Exit.USAGE
    assert "jsonl, json, csv" in ended.err


@pytest.mark.parametrize("codes", [(0, 3, 0), (3, 4, 2), (0, 0), (4,), ()])
def test_runs_together_end_with_the_highest_code_wherever_it_comes(codes: tuple[int, ...]) -> None:
    class Ran(Run):
        run_id = ""

        def code(self, broken: int = 0) -> Exit:
            return Exit(int(self.portal[1:]))

    assert ended(Ran(f"p{code}", None) for code in codes) == max(codes, default=0)


def test_every_exit_code_is_documented() -> None:
    text = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")
    table = dict(re.findall(r"^\| (\d) \| `(\w+)` \|", text, flags=re.MULTILINE))
    assert {int(code): name for code, name in table.items()} == {code.value: code.name for code in Exit}
