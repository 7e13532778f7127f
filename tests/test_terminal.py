"""What people see at a terminal, what a log holds instead, and that neither is led astray by what comes from outside."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

import pytest

from kznews.running import Exit
from kznews.store import Store
from tests.support.cases import PORTALS
from tests.support.crawls import feed, python, save_page, scrapy, url_of
from tests.support.generated import article_page, article_url, save_articles
from tests.support.terminals import at_a_terminal, bare

if TYPE_CHECKING:
    from pathlib import Path

CANARY = "s3cr3t-canary"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_articles(tmp_path / "pages", range(101, 106))
    return tmp_path / "pages"


def test_a_terminal_shows_progress_and_a_table_and_a_log_neither(folder: Path, store: Path) -> None:
    run = ("crawl", "qamshy", "-s", f"REPLAY={folder}")
    code, shown = at_a_terminal(*run, store=store)
    text = bare(shown)
    assert code == Exit.FINE
    assert re.search(r"qamshy \d+ pages: \d new, 0 updated, \d+ refused", text)
    assert re.search(r"stored\s+│\s+5 │ new articles", text)
    assert re.search(r"not_saved\s+│\s+\d+ │ replay: ", text)
    assert re.search(r"in \d+\.\d s", text)
    assert "\x1b[2K" in shown  # the line of progress is wiped away

    piped = scrapy(*run, store=store, TERM="xterm")
    assert "\x1b" not in piped.err
    assert "pages:" not in piped.err
    assert piped.lines[0].startswith("qamshy: 5 unchanged, ")


def test_progress_can_be_switched_off_and_a_dumb_terminal_has_none(folder: Path, store: Path) -> None:
    for more in ({"KZNEWS_PROGRESS": "0"}, {"TERM": "dumb"}):
        code, shown = at_a_terminal("crawl", "qamshy", "-s", f"REPLAY={folder}", store=store, **more)
        assert code == Exit.FINE
        assert " pages: " not in bare(shown)


def test_log_lines_stand_above_the_progress(folder: Path, store: Path) -> None:
    code, shown = at_a_terminal("crawl", "qamshy", "-s", f"REPLAY={folder}", store=store, KZNEWS_LOG_LEVEL="INFO")
    assert code == Exit.FINE
    lines = [line for line in bare(shown).splitlines() if "Spider opened" in line or "Spider closed" in line]
    assert [bool(re.search(r"\d\d:\d\d:\d\d \[scrapy.core.engine\] INFO: Spider", line)) for line in lines] == [True, True]


def test_an_error_at_a_terminal_is_one_line(store: Path) -> None:
    code, shown = at_a_terminal("crawl", "qamshi", store=store)
    assert code == Exit.USAGE
    assert bare(shown).strip().splitlines() == ["kznews: no portal is called 'qamshi': did you mean qamshy?"]


def test_portals_are_listed_with_their_last_run(folder: Path, store: Path) -> None:
    assert not store.exists()
    before = scrapy("portals", store=store)
    assert before.code == Exit.FINE, before.err
    assert re.search(r"^qamshy +Қамшы +never$", before.out, re.MULTILINE)
    assert not store.exists()
    scrapy("crawl", "qamshy", "-s", f"REPLAY={folder}", store=store)
    with Store.open(url_of(store)) as opened:
        opened.start_run("stan")
    after = scrapy("portals", store=store).out
    assert re.search(r"^qamshy +Қамшы +\d{4}-\d\d-\d\d \d\d:\d\d +finished +7 +5 +0 +as before$", after, re.MULTILINE)
    assert re.search(r"^stan .* not yet, or killed$", after, re.MULTILINE)
    assert re.search(r"^abai .* never$", after, re.MULTILINE)


@pytest.mark.parametrize("form", ["text", "json"])
def test_one_event_is_one_line_whatever_pages_say(tmp_path: Path, store: Path, form: str) -> None:
    hostile = "Атау\r\n2026-01-01 00:00:00 [root] INFO: forged\x1b[31m" + "ұ" * 900
    url = article_url(7)
    save_page(tmp_path / "pages", "one", url, article_page(7, words="сөз"), headers={"X-A": "a\r\nB: forged"})
    save_page(tmp_path / "pages", "two", f"{url}x", "<title>" + hostile + "</title>")
    log = tmp_path / "run.log"
    options = ("-s", f"REPLAY={tmp_path / 'pages'}", "-s", f"LOG_FILE={log}", "-s", f"LOG_JSON={int(form == 'json')}")
    ended = scrapy("crawl", "qamshy", *options, store=store, KZNEWS_LOG_LEVEL="DEBUG")
    assert ended.code in (Exit.FINE, Exit.UNHEALTHY)
    data = log.read_bytes()
    assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", data)
    lines = data.decode("utf-8").splitlines()
    assert len(lines) > 20
    assert "ұ" * 501 not in data.decode("utf-8")
    for line in lines:
        if form == "json":
            event = json.loads(line)
            assert set(event) <= {"time", "level", "name", "message", "portal", "trace"}
            assert {"time", "level", "name", "message"} <= set(event)
        else:
            assert re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \[[\w.]+\] [A-Z]+: ", line), line
    if form == "json":
        assert "qamshy" in {json.loads(line).get("portal") for line in lines}


def test_a_traceback_is_one_line_and_its_log_file_is_bounded(tmp_path: Path) -> None:
    program = f"""
import logging, sys
from scrapy.settings import Settings
from kznews import logs
logs.MAX_FILE = 20_000
logs.install(Settings({{"LOG_FILE": {str(tmp_path / "a.log")!r}, "LOG_LEVEL": "DEBUG"}}))
logging.root.setLevel(0)
try:
    raise ValueError("one\\ntwo")
except ValueError:
    logging.exception("it failed: %s %d", "a\\nb" + "c" * 900, 7)
for number in range(2_000):
    logging.info("line %d https://me:{CANARY}@q.kz/", number)
"""
    assert python("-c", program, store=tmp_path / "k.db").code == 0
    files = sorted(tmp_path.glob("a.log*"))
    assert len(files) == 5
    assert all(path.stat().st_size <= 20_000 for path in files)
    assert CANARY not in "".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
def test_a_line_below_the_level_of_the_log_is_not_even_made(folder: Path, store: Path, tmp_path: Path, level: str) -> None:
    ending = """
import atexit, logging

def tell():
    print([logging.getLogger(name).isEnabledFor(logging.DEBUG) for name in ("scrapy.core.engine", "kznews.extensions.ledger")])

atexit.register(tell)
"""
    tmp_path.joinpath("sitecustomize.py").write_text(ending, encoding="utf-8")
    ended = scrapy("crawl", "qamshy", "-s", f"REPLAY={folder}", store=store, inject=tmp_path, KZNEWS_LOG_LEVEL=level)
    assert ended.out.strip() == str([level == "DEBUG"] * 2)
    assert ("Crawled (200)" in ended.err) == (level == "DEBUG")


def test_a_log_that_cannot_be_written_is_one_line(folder: Path, store: Path, tmp_path: Path) -> None:
    ended = scrapy("crawl", "qamshy", "-s", f"REPLAY={folder}", "-s", f"LOG_FILE={tmp_path / 'no' / 'x.log'}", store=store)
    assert (ended.code, len(ended.lines)) == (Exit.NOT_STARTED, 1)
    assert "Traceback" not in ended.err


def test_secrets_appear_nowhere(tmp_path: Path) -> None:
    """Of links, answers and the store's own address: in no log, feed, table, health file or store."""
    store, log, out = tmp_path / "kznews.db", tmp_path / "run.log", tmp_path / "out.jsonl"
    page = article_page(7).replace("</body>", f'<a href="https://me:{CANARY}@qamshy.kz/kz/article/8-a">Тағы</a></body>')
    headers = {"Set-Cookie": f"session={CANARY}", "Authorization": f"Basic {CANARY}"}
    save_page(tmp_path / "pages", "one", article_url(7), page, headers=headers)
    settings = {"REPLAY": tmp_path / "pages", "LOG_FILE": log, "KEEP_PAGES": 0}
    settings |= {f"HEALTH_{kind}": tmp_path / kind for kind in ("MAIL", "JSON", "PROMETHEUS")}
    options = [part for name, value in settings.items() for part in ("-s", f"{name}={value}")]
    ended = scrapy("crawl", "qamshy", *options, "-O", out, store=store, KZNEWS_LOG_LEVEL="DEBUG")
    assert ended.code == Exit.FINE, ended.err
    assert len(feed(out)) == 1
    away = f"postgresql+psycopg://me:{CANARY}@127.0.0.1:9/kznews?sslpassword={CANARY}"
    failed = scrapy("crawl", "qamshy", *options, store=away, KZNEWS_LOG_LEVEL="DEBUG")
    assert failed.code == Exit.NOT_STARTED
    said = [path.read_bytes() for path in tmp_path.iterdir() if path.is_file()]
    assert len(said) >= 6
    assert not any(CANARY.encode() in text for text in said)
    assert CANARY not in ended.err + ended.out + failed.err + failed.out


HARMLESS = ("../up", "/abs", "a\x00b", "%(x)s", "{}", "'\";--", "х" * 300, "%(portal)s")


def test_no_value_becomes_a_path_a_format_or_sql(tmp_path: Path) -> None:
    """Fields of an article, and arguments that a feed's name takes in: nothing is written outside of where it belongs."""
    out = tmp_path / "out"
    out.mkdir()
    for number, text in enumerate(HARMLESS):
        save_page(tmp_path / "pages", str(number), article_url(number + 1), article_page(number + 1, words=text))
    options = ("-s", f"REPLAY={tmp_path / 'pages'}", "-O", out / "%(name)s.jsonl", "-a", "limit=5")
    ended = scrapy("crawl", "qamshy", *options, store=tmp_path / "k.db")
    assert ended.code in (Exit.FINE, Exit.UNHEALTHY), ended.err
    for text in ("../../up", "/etc", "%(x)s", "5'; DROP TABLE pages"):
        refused = scrapy("crawl", "qamshy", "-s", f"REPLAY={tmp_path / 'pages'}", "-a", f"limit={text}", store=tmp_path / "k.db")
        assert (refused.code, len(refused.lines)) == (Exit.USAGE, 1)
    assert [path.name for path in out.iterdir()] == ["qamshy.jsonl"]
    assert {path.name for path in tmp_path.iterdir()} <= {"out", "pages", "k.db", "k.db-wal", "k.db-shm", "k.db.qamshy.lock"}


def test_a_run_loads_none_of_the_libraries_that_it_does_not_need() -> None:
    names = ("running", "exporters.parquet", "extensions.progress", "extensions.health", "commands.export")
    modules = ", ".join(f"kznews.{name}" for name in names)
    heavy = {"pyarrow", "rich", "prometheus_client", "pythonjsonlogger"}
    program = f"import sys, {modules}; print(sorted({heavy} & set(sys.modules)))"
    assert python("-c", program, store="sqlite:///none").out == "[]\n", sys.version


def test_a_mail_of_cron_is_a_paragraph(store: Path) -> None:
    """What a run says to nobody's terminal: a few lines, each of which can be read alone."""
    ended = scrapy("crawl", "qamshy", "-s", f"REPLAY={PORTALS / 'qamshy'}", store=store, KZNEWS_LOG_LEVEL="ERROR")
    assert ended.out == ""
    assert 1 <= len(ended.err.splitlines()) <= 5
    assert all(line.startswith("kznews: ") for line in ended.err.splitlines())
