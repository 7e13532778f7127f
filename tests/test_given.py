"""Settings and arguments that cannot be meant are refused in a line before anything runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from scrapy.utils.project import get_project_settings

from kznews import given, settings
from kznews.running import Exit
from tests.support.crawls import page, replay, save_page, scrapy
from tests.support.generated import article_page, article_url

if TYPE_CHECKING:
    from pathlib import Path


def faults(name: str, value: str) -> list[str]:
    chosen = get_project_settings()
    chosen.set(name, value, "cmdline")
    return list(given.faults(chosen))


WRONG = {
    "LAYOUTS": ("maybe", "0 or 1"),
    "KEEP_PAGES": ("maybe", "0 or 1"),
    "RETRY_ENABLED": ("2", "0 or 1"),
    "CONNECT_TIMEOUT": ("abc", "a number above 0"),
    "DOWNLOAD_TIMEOUT": ("0", "a number above 0"),
    "DNS_TIMEOUT": ("x", "a number"),
    "LOG_LEVEL": ("LOUD", "one of CRITICAL, FATAL, ERROR"),
    "DOWNLOAD_DELAY": ("-1", "a number, 0 or more"),
    "STOP_GRACE": ("nan", "a number, 0 or more"),
    "BUDGET_MINUTES": ("inf", "a number, 0 or more"),
    "CONCURRENT_REQUESTS": ("0", "a whole number, 1 or more"),
    "BUDGET_REQUESTS": ("2.5", "a whole number, 0 or more"),
    "TRAP_AFTER": ("x", "a whole number, 0 or more"),
    "LISTING_MAX_PAGES": ("-1", "a whole number, 1 or more"),
    "CLOSESPIDER_ITEMCOUNT": ("some", "a whole number"),
    "RETRY_HTTP_CODES": ("500,all", "whole numbers, parted by commas"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_value_of_the_wrong_kind_is_named_with_what_is_allowed(name: str) -> None:
    value, allowed = WRONG[name]
    (line,) = faults(name, value)
    assert line.startswith(f"{name}={value}: {name} is {allowed}")


RIGHT = {
    "LAYOUTS": "false",
    "CONNECT_TIMEOUT": "2.5",
    "DNS_TIMEOUT": "2.5",
    "LOG_LEVEL": "DEBUG",
    "DOWNLOAD_DELAY": "0",
    "BUDGET_REQUESTS": "0",
    "TRAP_AFTER": "0",
    "DEPTH_PRIORITY": "-1",
    "RETRY_HTTP_CODES": "500, 502",
    "REPLAY": "pages/",
    "JOBDIR": "",
    "FILES_EXPIRES": "90",
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_value_of_the_right_kind_is_taken(name: str) -> None:
    assert faults(name, RIGHT[name]) == []


def test_no_default_is_refused() -> None:
    chosen = get_project_settings()
    assert list(given.faults(chosen)) == []
    chosen.setdict({name: str(value) for name, value in settings.defaults.items() if value != ""}, "cmdline")
    assert list(given.faults(chosen)) == []


@pytest.mark.parametrize(
    ("name", "said"), [("REPLY", "did you mean REPLAY?"), ("Layouts", "did you mean LAYOUTS?"), ("QQQ", "docs/settings.md")]
)
def test_a_name_that_no_setting_has_is_refused_with_the_nearest(name: str, said: str) -> None:
    (line,) = faults(name, "1")
    assert line.startswith(f"-s {name} sets nothing")
    assert said in line


@pytest.mark.parametrize("name", ["REPLAY", "STORE", "ARCHIVE"])
def test_an_empty_variable_of_a_shell_is_not_taken_for_a_wish(name: str) -> None:
    (line,) = faults(name, "")
    assert line.startswith(f"-s {name}= is empty")


def test_the_environment_is_read_by_the_same_rules(store: Path) -> None:
    ended = scrapy("list", store=store, KZNEWS_LAYOUTS="maybe", KZNEWS_TRAP_AFTER="x", KZNEWS_REPLY="pages/")
    assert ended.code == Exit.USAGE
    assert sorted(ended.lines) == [
        "KZNEWS_LAYOUTS=maybe: LAYOUTS is 0 or 1",
        "KZNEWS_REPLY sets nothing: did you mean KZNEWS_REPLAY?",
        "KZNEWS_TRAP_AFTER=x: TRAP_AFTER is a whole number, 0 or more",
    ]
    fine = {"KZNEWS_LAYOUTS": "0", "KZNEWS_TRAP_AFTER": "", "KZNEWS_STORE_PATIENCE": "5", "KZNEWS_OF_ANOTHER_PROGRAM": "1"}
    assert scrapy("list", store=store, **fine).code == Exit.FINE
    assert scrapy("settings", "--getfloat", "STORE_PATIENCE", store=store, **fine).out == "5.0\n"


@pytest.mark.parametrize("command", [("crawl", "qamshy"), ("crawlall",), ("verify",)])
def test_every_command_says_it_in_one_line_and_does_nothing(command: tuple[str, ...], store: Path) -> None:
    ended = scrapy(*command, "-s", "LOG_LEVEL=LOUD", store=store)
    assert ended.code == Exit.USAGE
    assert ended.err.count("\n") == len(ended.lines) == 1
    assert not store.exists()


@pytest.mark.parametrize(
    "url", ["", "foo", "http://", "ftp://a.kz/", "https://ex ample.kz/", "https://a.kz:99999/", "https://a..kz/", None]
)
def test_a_run_of_any_portal_without_an_address_that_can_be_asked_for_is_refused(url: str | None, store: Path) -> None:
    ended = scrapy("crawl", "any", *(() if url is None else ("-a", f"url={url}")), store=store)
    assert ended.code == Exit.USAGE
    (line,) = ended.lines
    assert "url=" in line
    assert "Traceback" not in ended.err
    assert not store.exists()


def test_how_many_articles_to_follow_is_a_number(store: Path) -> None:
    ended = scrapy("crawl", "any", "-a", "url=https://a.kz/", "-a", "follow=abc", store=store)
    assert (ended.code, ended.lines) == (Exit.USAGE, ["follow='abc' is no number of articles"])


def test_saved_pages_need_no_address(tmp_path: Path, store: Path) -> None:
    save_page(tmp_path / "pages", "one", article_url(7), article_page(7))
    ended = scrapy("crawl", "any", "-s", f"REPLAY={tmp_path / 'pages'}", store=store)
    assert ended.code == Exit.FINE, ended.err
    assert [line for line in ended.lines if "ARCHIVE" in line] == []
    assert page(store, "qamshy.kz", article_url(7))["outcome"] == "stored"


def test_what_lost_its_page_is_named_and_notes_are_not(tmp_path: Path, store: Path) -> None:
    folder = tmp_path / "pages"
    save_page(folder, "one", article_url(7), article_page(7))
    sidecar = folder.joinpath("one", "meta.json").read_text(encoding="utf-8")
    folder.joinpath("tram.json").write_text(sidecar, encoding="utf-8")
    folder.joinpath("notes.json").write_text('{"url": "https://example.kz/"}', encoding="utf-8")
    folder.joinpath("list.json").write_text(f"[{sidecar}]", encoding="utf-8")
    folder.joinpath("empty.warc").touch()
    folder.joinpath("begun.warc.gz.open").touch()
    crawl = replay("qamshy", folder, store)
    assert crawl.broken == ("tram.json: no saved page beside it", f"{folder / 'empty.warc'}: byte 0: an empty file")
    assert crawl.code == Exit.UNHEALTHY


def test_what_a_replay_and_a_filter_leave_without_a_trace_is_said(tmp_path: Path, store: Path) -> None:
    save_page(tmp_path / "pages", "one", article_url(7), article_page(7))
    ended = scrapy("crawl", "qamshy", "-s", f"REPLAY={tmp_path / 'pages'}", "-s", f"ARCHIVE={tmp_path / 'warc'}", store=store)
    assert "nothing is written to ARCHIVE: a replay fetches nothing" in ended.lines
    assert not (tmp_path / "warc").exists()
    export = ("export", "jsonl", "-o", tmp_path / "out.jsonl", "--language")
    said = scrapy(*export, "zz", store=store)
    assert said.code == Exit.FINE
    assert "languages in the store: kk" in said.lines
    assert [line for line in scrapy(*export, "kk", store=store).lines if "languages" in line] == []


def test_a_trial_of_a_callback_names_what_reads_a_page(store: Path) -> None:
    ended = scrapy("parse", "https://qamshy.kz/", store=store)
    assert ended.code == Exit.USAGE
    assert "scrapy capture" in ended.err
