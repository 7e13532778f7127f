"""scrapy history, verify and backup, as their users meet them."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from kznews.commands.history import changes, told
from kznews.items import Article
from kznews.running import Exit
from kznews.store import Store
from tests.store.samples import page as record
from tests.support.crawls import scrapy, url_of

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://q.kz/1"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with an article of two versions."""
    path = tmp_path / "kznews.db"
    with Store.open(url_of(path)) as opened:
        opened.commit([record("1", text="бірінші абзац", section="Қоғам")])
        opened.commit([record("1", text="екінші абзац", section="Қоғам", title="Жаңа тақырып", minutes=5)])
    return path


def test_the_history_of_an_address_shows_what_changed(store: Path) -> None:
    ended = scrapy("history", URL, store=store)
    assert (ended.code, ended.err) == (Exit.FINE, "")
    assert ended.out.splitlines() == [
        "q version 1 of 2, seen 2018-04-21T12:00:00+00:00",
        "  title: Тақырып 1",
        "  section: Қоғам",
        "  published_at: 2018-04-21 09:30:00+06:00",
        "  бірінші абзац",
        "q version 2 of 2, seen 2018-04-21T12:05:00+00:00",
        "- title: Тақырып 1",
        "+ title: Жаңа тақырып",
        "- бірінші абзац",
        "+ екінші абзац",
    ]


def test_a_field_that_went_is_told_as_none(tmp_path: Path) -> None:
    with Store.open(url_of(tmp_path / "kznews.db")) as opened:
        opened.commit([record("1", lead="кіріспе", tags=["а", "ә"]), record("1", text="басқа", minutes=5)])
        lines = list(told("q", opened.history("q", URL)))
    assert "- lead: кіріспе" in lines
    assert "+ lead: none" in lines
    assert "- tags: а, ә" in lines


def test_an_address_without_a_text_is_named(store: Path) -> None:
    ended = scrapy("history", "https://q.kz/none", store=store)
    assert ended.code == Exit.USAGE
    assert ended.lines == ["the store holds no text of https://q.kz/none"]


def test_a_sound_store_is_verified_and_a_damaged_one_named_line_by_line(store: Path) -> None:
    ended = scrapy("verify", store=store)
    assert (ended.code, ended.out, ended.lines) == (Exit.FINE, "", ["the store is sound"])
    with closing(sqlite3.connect(store)) as plain:
        plain.execute("DROP TRIGGER texts_updated")  # what turns a bit on the disk does not keep the checksum either
        plain.execute("UPDATE texts SET body = '[\"басқа\"]'")
        plain.commit()
    ended = scrapy("verify", store=store)
    assert ended.code == Exit.UNHEALTHY
    assert [line.split(" ")[0] for line in ended.out.splitlines()] == ["row:", "row:", "text:", "text:"]
    assert ended.lines == ["4 faults"]


def test_a_store_is_copied_by_a_command(tmp_path: Path, store: Path) -> None:
    ended = scrapy("backup", tmp_path / "copy.db", store=store)
    assert ended.code == Exit.FINE
    assert scrapy("history", URL, store=tmp_path / "copy.db").out == scrapy("history", URL, store=store).out
    assert scrapy("backup", tmp_path, store=store).code == Exit.NOT_STARTED
    (tmp_path / "thesis.txt").write_text("мәтін", encoding="utf-8")
    ended = scrapy("backup", tmp_path / "thesis.txt", store=store)
    line = f"cannot use the copy {tmp_path}/thesis.txt: it is there already, and no store; name another file"
    assert (ended.code, ended.lines) == (Exit.USAGE, [line])
    with closing(sqlite3.connect(store)) as plain:
        plain.execute("DELETE FROM texts")
        plain.commit()
    ended = scrapy("backup", "--restore", tmp_path / "copy.db", store=store)
    assert (ended.code, ended.lines) == (
        Exit.FINE,
        [f"the store is what {tmp_path}/copy.db holds; what it was before is {store}.replaced"],
    )
    assert scrapy("history", URL, store=tmp_path / "copy.db").out == scrapy("history", URL, store=store).out
    ended = scrapy("backup", "--restore", tmp_path / "none.db", store=store)
    assert (ended.code, len(ended.lines)) == (Exit.NOT_STARTED, 1)


def test_what_changed_in_the_middle_of_a_long_text_is_told_in_its_place_and_at_once(tmp_path: Path) -> None:
    before = [f"{number} " + "сөз мектеп қала " * 9 for number in range(600)]
    after = [*before[:2], "жаңа", *(paragraph.replace("қала", "ауыл") for paragraph in before[2:599]), before[599]]
    begun = time.process_time()
    lines = list(changes(Article(body=before), Article(body=after)))
    assert lines == [*(f"- {paragraph}" for paragraph in before[2:599]), *(f"+ {paragraph}" for paragraph in after[2:600])]
    assert time.process_time() - begun < 5, "to liken each paragraph to each takes minutes"


def test_a_portal_of_which_there_is_no_text_is_named_and_a_misspelt_one_as_such(store: Path) -> None:
    ended = scrapy("history", URL, "--portal", "qamshy", store=store)
    assert (ended.code, ended.lines) == (Exit.USAGE, [f"the store holds no text of {URL} as qamshy has it"])
    for name in ("qamshi", ""):
        ended = scrapy("history", URL, "--portal", name, store=store)
        assert (ended.code, len(ended.lines)) == (Exit.USAGE, 1)
        assert f"no portal is called {name!r}" in ended.lines[0] or f"{name!r}" in ended.lines[0]
