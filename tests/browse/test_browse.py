"""The store in Datasette: every question has an answer, nothing is written, this machine alone is served; seen in a browser."""

from __future__ import annotations

import re
import signal
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from kznews.browse.serving import SETTINGS, metadata, showing
from kznews.running import Exit
from kznews.store import Store
from kznews.store.schema import metadata as schema
from kznews.store.views import current_articles, versions
from tests.store.samples import page, world
from tests.support.browser import opened, running
from tests.support.crawls import scrapy, started, url_of

if TYPE_CHECKING:
    from pathlib import Path

TOLD = metadata("kznews")["databases"]["kznews"]
ASKED = {
    "words": "TAQYRYP",  # the titles are Cyrillic
    "portal": "q",
    "url": "https://q.kz/kz/2",
    "currency": "usd",
    "city": "almaty",
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with everything at once."""
    path: Path = tmp_path_factory.mktemp("browse") / "kznews.db"
    with Store.open(url_of(path)) as store:
        store.commit(world())
        store.commit([page("kz/20", "20", title="Тақырып пен мәтін", content_key="twenty")])
        store.finish_run(store.start_run("q"), finish_reason="finished")
    return path


@pytest.fixture(scope="module")
def shown(path: Path):
    return showing(path)


async def rows(shown, question: str, **asked: str) -> list[dict[str, object]]:
    answer = await shown.client.get(f"/kznews/{question}.json?{urlencode({**ASKED, **asked, '_shape': 'array'})}")
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("question", TOLD["queries"])
async def test_every_question_has_an_answer(shown, question: str) -> None:
    found = await rows(shown, question)
    assert found or question in {"duplicates", "alarms", "stories"}  # of which this store has none


async def test_a_search_finds_articles_in_another_script_with_another_ending(shown) -> None:
    found = await rows(shown, "search", words="tāqyryptar pen")
    assert [row["title"] for row in found] == ["Тақырып пен мәтін"]
    assert await rows(shown, "search", words="тақырып -мәтін -4") == []
    assert await rows(shown, "search", words="жоқ сөз") == []
    assert await rows(shown, "search", words='"') == []


async def test_the_answers_are_those_of_the_store(shown, path: Path) -> None:
    with Store.open(url_of(path)) as store:
        history = store.history("q", ASKED["url"])
        articles = list(store.articles())
    assert [row["number"] for row in await rows(shown, "history")] == [version.number for version in history]
    assert sum(int(str(row["articles"])) for row in await rows(shown, "coverage")) == len(articles)


@pytest.mark.parametrize("table", [*TOLD["tables"]])
async def test_every_table_that_is_described_is_there_with_its_columns(shown, table: str) -> None:
    known = {**schema.tables, "current_articles": current_articles, "versions": versions}
    assert set(TOLD["tables"][table].get("columns", ())) <= set(known[table].columns.keys())
    assert set(TOLD["tables"][table].get("facets", ())) <= set(known[table].columns.keys())
    assert (await shown.client.get(f"/kznews/{table}")).status_code == 200


@pytest.mark.parametrize("deed", ["DELETE FROM pages", "UPDATE meta SET value = 'x'", "ATTACH 'x.db' AS x"])
async def test_nothing_can_be_written(shown, path: Path, deed: str) -> None:
    answer = await shown.client.get(f"/kznews.json?{urlencode({'sql': deed})}")
    assert answer.status_code == 400

    def write(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM failures")

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await shown.get_database("kznews").execute_fn(write)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM pages").fetchone()[0]


async def test_the_file_is_not_handed_out(shown) -> None:
    assert SETTINGS["allow_download"] is False
    assert (await shown.client.get("/kznews.db")).status_code == 403


def test_the_command_serves_this_machine_only_and_ends_in_order(path: Path) -> None:
    process = started("browse", "--port", "0", store=path)
    try:
        line = process.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/kznews", line)
        assert address, line
        with running() as browser, opened(browser, f"{address[0]}/current_articles?_facet=portal") as seen:
            assert any("Тақырып пен мәтін" in cell for cell in seen.shown("td"))
            assert any(text.startswith("q") for text in seen.shown(".facet-info li"))
            assert all(request.startswith("http://127.0.0.1:") for request in seen.requests)
            assert seen.complaints == []
            seen.page.goto(f"{address[0]}/search")
            seen.page.fill("input[name=words]", "taqyryp pen")
            with seen.page.expect_navigation():
                seen.page.locator("input[type=submit]").click()
            assert any("Тақырып пен мәтін" in cell for cell in seen.shown("td"))
    finally:
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=30)
    assert process.returncode == Exit.FINE
    assert "Traceback" not in said


def test_what_cannot_be_shown_is_one_line(tmp_path: Path, path: Path) -> None:
    ended = scrapy("browse", store=tmp_path / "none.db")
    assert (ended.code, len(ended.lines)) == (Exit.NOT_STARTED, 1)
    ended = scrapy("browse", "--port", "99999", store=path)
    assert (ended.code, len(ended.lines)) == (Exit.NOT_STARTED, 1)
    assert "--port" in ended.lines[0]
    assert "Traceback" not in ended.err
