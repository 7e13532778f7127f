"""Saved pages through the real engine: the shipped command, what it stores, and what every kind of page becomes."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import time
from datetime import datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from kznews import clock
from kznews.extensions.ledger import Ledger, Visit
from kznews.items import Article
from kznews.middlewares.replay import ReplayHandler
from kznews.outcomes import Outcome
from kznews.store import Store, StoreWriter, Verdict, gathering
from kznews.store.writer import GATHERED
from tests.support.cases import PORTALS, agrees
from tests.support.crawls import INSTANT, dump, feed, page, replay, rows, save_page, scrapy, url_of
from tests.support.generated import EDITIONS, article_page, article_url, save_articles
from tests.support.shared import SHARED, needs_shared
from tests.support.warcs import archive, exchanged, http

if TYPE_CHECKING:
    from pathlib import Path

QAMSHY = PORTALS / "qamshy"
MAIN = "https://qamshy.kz"
NO_NETWORK = """
import os, socket

def refuse(self, address, *rest):
    if self.family != getattr(socket, "AF_UNIX", None) and address[0] not in ("127.0.0.1", "::1", "localhost"):
        os.write(2, b"kznews: connected to %r\\n" % (address,))
        os._exit(99)

class Guarded(socket.socket):
    connect = connect_ex = sendto = bind = refuse

def no_names(*args, **kwargs):
    os.write(2, b"kznews: looked up a name\\n")
    os._exit(99)

socket.socket = Guarded
socket.getaddrinfo = socket.gethostbyname = no_names
"""


@pytest.fixture
def offline(tmp_path: Path) -> Path:
    """A folder whose sitecustomize.py ends the process at its first step onto a network."""
    folder = tmp_path / "offline"
    folder.mkdir()
    folder.joinpath("sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return folder


def compared(wanted: dict[str, Any], line: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return what a feed line says otherwise than an expected.json: key -> (wanted, said)."""
    body = line["body"]
    said = {
        **line,
        "body_paragraphs": len(body),
        "body_starts": body[0] if body else "",
        "body_ends": body[-1] if body else "",
        "never_in_body": [words for words in wanted.get("never_in_body", ()) if any(words in text for text in body)],
    }
    agree = {
        "body_starts": lambda text, whole: whole.startswith(text),
        "body_ends": lambda text, whole: whole.endswith(text),
        "never_in_body": lambda _, found: not found,
    }
    return {key: (value, said.get(key)) for key, value in wanted.items() if not agree.get(key, agrees)(value, said.get(key))}


@needs_shared
def test_the_command_says_of_the_seed_exactly_what_is_expected(tmp_path: Path, store: Path, offline: Path) -> None:
    out = tmp_path / "out.jsonl"
    seed = SHARED / "pages" / "seed"
    ended = scrapy("crawl", "qamshy", "-s", f"REPLAY={seed}", "-O", out, store=store, inject=offline)
    assert ended.code == 0, ended.err
    (line,) = feed(out)
    wanted = json.loads((seed / "expected.json").read_text(encoding="utf-8"))
    assert compared(wanted, line) == {}
    assert len(line["exchange_rates"]) == len(wanted["exchange_rates"])
    assert not any(line["lead"] in text or line["title"] in text for text in line["body"])


def test_the_comparison_with_an_expectation_notices_every_difference() -> None:
    line = {"title": "Тақырып", "body": ["Бірінші жол.", "Соңғы жол."], "weather": {"city": "Алматы", "temperature": "3"}}
    right = {"title": "Тақырып", "body_paragraphs": 2, "body_starts": "Бірінші", "body_ends": "жол."}
    wrong = {
        "title": "Тақырып.",
        "body_paragraphs": 3,
        "body_starts": "Соңғы",
        "body_ends": "Бірінші жол.",
        "weather": {"city": "Астана"},
        "never_in_body": ["жол"],
        "section": "Қоғам",
    }
    assert compared({**right, "weather": {"city": "Алматы"}, "never_in_body": ["теңге"]}, line) == {}
    assert compared(wrong, line).keys() == wrong.keys()


def test_no_socket_is_opened_by_a_replay_of_every_kind_of_page(store: Path, offline: Path) -> None:
    ended = scrapy("crawl", "qamshy", "-s", f"REPLAY={QAMSHY}", store=store, inject=offline)
    assert ended.code == 0, ended.err


def test_the_guard_against_sockets_notices_one(store: Path, offline: Path) -> None:
    ended = scrapy("crawl", "qamshy", store=store, inject=offline)  # without REPLAY the run goes out
    assert ended.code == 99, ended.err


def test_plain_pairs_of_page_and_sidecar_are_read_like_cases(tmp_path: Path, store: Path) -> None:
    folder = tmp_path / "pairs"
    folder.mkdir()
    folder.joinpath("any name.html").write_text(article_page(7), encoding="utf-8")
    sidecar = {"url": article_url(7).replace("https", "http"), "fetched_at": INSTANT}
    folder.joinpath("any name.json").write_text(json.dumps(sidecar), encoding="utf-8")
    folder.joinpath("notes.txt").write_text("not a page", encoding="utf-8")
    crawl = replay("qamshy", folder, store)
    assert [item.url for item in crawl.items] == [article_url(7)]
    assert crawl.broken == ()


def test_a_folder_with_one_article_and_nothing_else_is_enough(tmp_path: Path, store: Path) -> None:
    save_page(tmp_path / "one", "case", article_url(7), article_page(7))
    crawl = replay("qamshy", tmp_path / "one", store)
    assert [item.article_id for item in crawl.items] == ["7"]
    assert crawl.code == 0


def test_pages_of_other_portals_in_the_folder_are_left_alone(tmp_path: Path, store: Path) -> None:
    save_page(tmp_path / "two", "ours", article_url(7), article_page(7))
    save_page(tmp_path / "two", "theirs", "https://stan.kz/maqala/", article_page(8))
    assert len(replay("qamshy", tmp_path / "two", store).items) == 1


def test_the_same_folder_twice_changes_no_row_but_the_runs(store: Path) -> None:
    replay("qamshy", QAMSHY, store)
    before, raw = dump(store), rows(store)
    again = replay("qamshy", QAMSHY, store)
    assert dump(store) == before
    assert rows(store) == raw
    assert again.count("stored") == again.count("updated") == 0
    with Store.open(url_of(store)) as opened:
        assert len(opened.runs("qamshy")) == 2


def test_an_unsaved_address_is_named_and_stays_pending(tmp_path: Path, store: Path) -> None:
    save_page(tmp_path / "one", "case", article_url(7), article_page(7))
    replay("qamshy", tmp_path / "one", store)
    home = page(store, "qamshy", f"{MAIN}/")
    assert (home["state"], home["outcome"], home["reason"]) == ("pending", "refused", "not_saved")
    assert home["fetched_at"] is None


def test_the_clock_of_a_replayed_page_is_its_capture_time(tmp_path: Path, store: Path) -> None:
    save_page(tmp_path / "one", "case", article_url(7), article_page(7), fetched_at="2026-04-01T23:30:00+05:00")
    (item,) = replay("qamshy", tmp_path / "one", store).items
    assert item.fetched_at == datetime.fromisoformat("2026-04-01T18:30:00+00:00")
    assert page(store, "qamshy", article_url(7))["fetched_at"] == item.fetched_at
    times = re.findall(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "\n".join(dump(store)))
    # The capture, the date on the page, and thirty days after that: when a run on the network looks at it again.
    assert {time[:10] for time in times} <= {"2026-04-01", "2026-03-16", "2026-04-15"}


def test_a_copy_at_the_wayback_machine_is_the_portal_s_page_as_it_was_then(tmp_path: Path, store: Path) -> None:
    copy = f"https://web.archive.org/web/20260401183000/{article_url(7)}"
    save_page(tmp_path / "one", "case", copy, article_page(7), fetched_at="2026-11-01T10:00:00+05:00")
    (item,) = replay("qamshy", tmp_path / "one", store).items
    assert (item.url, item.fetched_at) == (article_url(7), datetime.fromisoformat("2026-04-01T18:30:00+00:00"))


def test_several_captures_of_one_address_become_its_versions_in_order_of_time(tmp_path: Path, store: Path) -> None:
    for number, words in enumerate(("", " түзетілді", " қайта түзетілді")):
        body = article_page(7, words=words)
        save_page(tmp_path / "all", f"v{9 - number}", article_url(7), body, fetched_at=f"2026-03-16T2{number}:00:00+05:00")
    crawl = replay("qamshy", tmp_path / "all", store)
    assert (crawl.count("stored"), crawl.count("updated"), crawl.count("parse_error")) == (1, 2, 0)
    with Store.open(url_of(store)) as opened:
        titles = [version.article.title or "" for version in opened.history("qamshy", article_url(7))]
    assert ["қайта" in title for title in titles] == [False, False, True]
    assert "түзетілді" in titles[1]
    assert crawl.stats.get("log_count/ERROR", 0) == 0


def test_captures_of_one_address_do_not_get_into_each_others_way_while_the_store_is_slow(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(self, record):
        await asyncio.sleep(0.2)
        return await quick(self, record)

    quick = StoreWriter.commit
    monkeypatch.setattr(StoreWriter, "commit", slow)
    for hour, words in enumerate(("", " түзетілді", " қайта түзетілді")):
        at = f"2026-03-16T2{hour}:00:00+05:00"
        save_page(tmp_path / "all", f"v{hour}", article_url(7), article_page(7, words=words), fetched_at=at)
    crawl = replay("qamshy", tmp_path / "all", store)
    assert (crawl.count("stored"), crawl.count("updated"), crawl.count("refused")) == (1, 2, 14)
    assert crawl.stats.get("kznews/unsettled", 0) == crawl.stats.get("log_count/ERROR", 0) == 0


def test_pages_of_a_replay_are_written_together(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def counted(self, jobs):
        sizes.append(len(jobs))
        commit(self, jobs)

    def answered(capture, request):
        left.discard(capture.url)
        return answer(capture, request)

    sizes: list[int] = []
    left = set(save_articles(tmp_path / "all", range(1, 40)))
    commit, answer = StoreWriter._commit, ReplayHandler.answer
    monkeypatch.setattr(StoreWriter, "_commit", counted)
    monkeypatch.setattr(ReplayHandler, "answer", staticmethod(answered))
    monkeypatch.setattr(clock, "worked", lambda: time.monotonic() if left else 0.0)  # busy until the last page is read
    monkeypatch.setattr(gathering, "LONGEST", 3600.0)
    crawl = replay("qamshy", tmp_path / "all", store)
    assert crawl.count("stored") == 39
    assert sizes[:3] == [GATHERED] * 3
    assert crawl.stats.get("kznews/unsettled", 0) == 0


def test_two_visits_of_one_address_are_settled_one_by_one() -> None:
    crawler = SimpleNamespace(stats=SimpleNamespace(inc_value=lambda name: None))
    ledger = Ledger(crawler, None)
    at = datetime.fromisoformat(INSTANT)
    first, second = (ledger.open(Visit(portal="qamshy", url=article_url(7), fetched_at=at)) for _ in range(2))
    articles = [ledger.gave(visit, Article(url=article_url(7))) for visit in (first, second)]
    assert [ledger.visit_of(article) for article in articles] == [first, second]
    ledger._count(first, Verdict(outcome=Outcome.STORED))
    assert ledger.waiting == {second}
    assert ledger.visit_of(articles[1]) is second


def test_two_captures_of_one_address_and_one_instant_both_get_their_outcome(tmp_path: Path, store: Path) -> None:
    for name in ("a", "b"):
        save_page(tmp_path / "all", name, article_url(7), article_page(7))
    crawl = replay("qamshy", tmp_path / "all", store)
    assert (crawl.count("stored"), crawl.count("unchanged")) == (1, 1)
    assert crawl.stats.get("log_count/ERROR", 0) == 0


ROBOTS = "User-agent: *\nDisallow: /kz/article/7-\n"


@pytest.mark.parametrize("plain", [False, True], ids=["case", "pair"])
def test_a_saved_robots_txt_is_obeyed(tmp_path: Path, store: Path, *, plain: bool) -> None:
    folder = tmp_path / "all"
    save_page(folder, "seven", article_url(7), article_page(7))
    save_page(folder, "eight", article_url(8), article_page(8))
    case = save_page(folder, "robots", f"{MAIN}/robots.txt", ROBOTS, suffix=".txt", headers={"Content-Type": "text/plain"})
    if plain:
        case.joinpath("page.txt").rename(folder / "robots.txt")
        case.joinpath("meta.json").rename(folder / "robots.json")
    crawl = replay("qamshy", folder, store)
    assert [item.article_id for item in crawl.items] == ["8"]
    refused = page(store, "qamshy", article_url(7))
    assert (refused["outcome"], refused["reason"], refused["state"]) == ("refused", "robots", "refused")
    with Store.open(url_of(store)) as opened:
        assert opened.page("qamshy", f"{MAIN}/robots.txt") is None
    assert crawl.broken == ()


@pytest.mark.parametrize(
    ("status", "reason", "state"),
    [
        (404, "gone", "gone"),
        (410, "gone", "gone"),
        (403, "http_error", "refused"),
        (418, "http_error", "refused"),
        (301, "http_error", "refused"),
        (304, "http_error", "refused"),
        (429, "server_error", "pending"),
        (500, "server_error", "pending"),
        (503, "server_error", "pending"),
    ],
)
def test_a_status_has_its_outcome(tmp_path: Path, store: Path, status: int, reason: str, state: str) -> None:
    save_page(tmp_path / "one", "case", article_url(7), article_page(7), status=status)
    crawl = replay("qamshy", tmp_path / "one", store)
    row = page(store, "qamshy", article_url(7))
    assert (row["outcome"], row["reason"], row["state"], row["status"]) == ("refused", reason, state, status)
    assert crawl.items == []


def moved(folder: Path, number: int, to: str) -> None:
    save_page(folder, f"moved-{number}", article_url(number), "", status=301, headers={"Location": to})


def test_a_saved_redirect_is_followed_and_its_address_leads_to_the_article(tmp_path: Path, store: Path) -> None:
    moved(tmp_path / "all", 6, article_url(7))
    save_page(tmp_path / "all", "seven", article_url(7), article_page(7))
    crawl = replay("qamshy", tmp_path / "all", store)
    assert {item.url for item in crawl.items} == {article_url(7)}
    row = page(store, "qamshy", article_url(6))
    assert (row["outcome"], row["redirects_to"], row["article_key"]) == ("duplicate", article_url(7), "qamshy:7")
    assert crawl.stats.get("log_count/ERROR", 0) == 0


def test_redirects_that_never_end_are_an_http_error_and_not_robots(tmp_path: Path, store: Path) -> None:
    moved(tmp_path / "all", 6, article_url(7))
    moved(tmp_path / "all", 7, article_url(6))
    replay("qamshy", tmp_path / "all", store)
    before = dump(store)
    for number in (6, 7):
        row = page(store, "qamshy", article_url(number))
        assert (row["outcome"], row["reason"], row["state"]) == ("refused", "http_error", "refused")
    replay("qamshy", tmp_path / "all", store)
    assert dump(store) == before


@pytest.mark.parametrize("place", ["http://[::1", "javascript:alert(1)", "mailto:a@qamshy.kz", "https://", "http://qamshy.kz:x/"])
def test_a_redirect_to_what_is_no_address_is_an_http_error(tmp_path: Path, store: Path, place: str) -> None:
    moved(tmp_path / "all", 6, place)
    replay("qamshy", tmp_path / "all", store)
    row = page(store, "qamshy", article_url(6))
    assert row["reason"] in ("http_error", "off_site")
    assert row["state"] == "refused"


def test_a_redirect_to_a_foreign_host_is_off_site(tmp_path: Path, store: Path) -> None:
    moved(tmp_path / "all", 6, "https://example.org/kz/article/6-maqala")
    replay("qamshy", tmp_path / "all", store)
    assert page(store, "qamshy", article_url(6))["reason"] == "off_site"


def test_a_redirect_to_an_unsaved_page_stays_pending(tmp_path: Path, store: Path) -> None:
    moved(tmp_path / "all", 6, article_url(9))
    replay("qamshy", tmp_path / "all", store)
    row = page(store, "qamshy", article_url(6))
    assert (row["reason"], row["state"]) == ("not_saved", "pending")


@pytest.mark.parametrize("header", ["Content-Type", "content-type", "CONTENT-TYPE"])
@pytest.mark.parametrize("kind", ["image/jpeg", "application/pdf", "application/zip; q=1"])
def test_what_is_no_page_is_refused_as_not_html(tmp_path: Path, store: Path, kind: str, header: str) -> None:
    save_page(tmp_path / "one", "case", article_url(7), b"%PDF-1.7\x00\xff", headers={header: kind})
    replay("qamshy", tmp_path / "one", store)
    row = page(store, "qamshy", article_url(7))
    assert (row["outcome"], row["reason"], row["state"]) == ("refused", "not_html", "refused")


SOURCES = sorted(case.parent for case in QAMSHY.glob("_sources/*/links.json"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_a_saved_source_is_listed_and_its_articles_wait(source: Path, store: Path) -> None:
    meta = json.loads((source / "meta.json").read_text(encoding="utf-8"))
    crawl = replay("qamshy", source, store)
    assert crawl.count("listed") == 1, crawl.stats
    with Store.open(url_of(store)) as opened:
        waiting = {one.url for one in opened.pending("qamshy") if "/article/" in one.url and "/list" not in one.url}
    assert waiting == set(json.loads((source / "links.json").read_text(encoding="utf-8"))["articles"])
    assert meta["status"] == 200


@pytest.mark.parametrize(
    "url",
    [f"{MAIN}/kz/xml/rss.xml", f"{MAIN}/api/query/articlelist", f"{MAIN}/api/query/articlelist?page=3"],
    ids=["feed", "api", "api page"],
)
@pytest.mark.parametrize("body", ["<!doctype html><p>қате", "<html><body/></html>", "", "[" * 100_000, "{"], ids=repr)
def test_what_stands_where_a_feed_was_expected_is_a_bad_source(tmp_path: Path, store: Path, url: str, body: str) -> None:
    save_page(tmp_path / "one", "case", url, body)
    crawl = replay("qamshy", tmp_path / "one", store)
    assert crawl.count("bad_source") == 1, crawl.stats
    assert crawl.count("parse_error") == 0


def test_the_three_scripts_of_an_article_are_one_item_and_one_work_with_three_editions(tmp_path: Path, store: Path) -> None:
    folder = tmp_path / "three"
    for name in ("kz", "latyn", "tote"):
        shutil.copytree(QAMSHY / f"qar-alemnews-{name}", folder / name)
    out = tmp_path / "out.jsonl"
    assert scrapy("crawl", "qamshy", "-s", f"REPLAY={folder}", "-O", out, store=store).code == 0
    assert [line["article_id"] for line in feed(out)] == ["81245"]
    lines = [json.loads(line) for line in dump(store)]
    assert [row["key"] for table, row in lines if table == "articles"] == ["qamshy:81245"]
    assert {row["script"] for table, row in lines if table == "editions"} == {"Cyrl", "Latn", "Arab"}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)], ids=str)
def test_whichever_script_comes_first_the_store_is_the_same(tmp_path: Path, store: Path, order: tuple[int, ...]) -> None:
    whole = tmp_path / "whole.db"
    for place, at in enumerate(order):
        for folder in (tmp_path / "all", tmp_path / f"single-{place}"):
            instant = f"2026-03-16T2{at}:00:00+05:00"
            save_page(folder, EDITIONS[at], article_url(7, EDITIONS[at]), article_page(7, EDITIONS[at]), fetched_at=instant)
        replay("qamshy", tmp_path / f"single-{place}", store)
    crawl = replay("qamshy", tmp_path / "all", whole)
    assert dump(whole) == dump(store)
    assert len(crawl.items) == 1


def test_every_saved_page_has_exactly_one_outcome(tmp_path: Path, store: Path) -> None:
    urls = save_articles(tmp_path / "all", range(100, 110))
    crawl = replay("qamshy", tmp_path / "all", store)
    assert all(page(store, "qamshy", url)["outcome"] for url in urls)
    assert crawl.count("stored") + crawl.count("duplicate") == len(urls)
    assert crawl.stats.get("kznews/unsettled", 0) == 0


def test_an_article_at_an_address_that_no_pattern_knows_is_still_an_article(tmp_path: Path, store: Path) -> None:
    page = article_page(7).replace("</main>", '<a href="/kz/article/8-basqa">Басқа мақала</a></main>')
    save_page(tmp_path / "saved", "moved", "https://qamshy.kz/eski-bet/7-maqala", page)
    crawl = replay("qamshy", tmp_path / "saved", store)
    assert [item.article_id for item in crawl.items] == ["eski-bet/7-maqala"]


def test_a_page_at_such_an_address_that_lists_articles_is_read_for_its_links(tmp_path: Path, store: Path) -> None:
    cards = "".join(f'<li><a href="/kz/article/{number}-maqala">Алматыда {number} жаңа саябақ ашылды</a>' for number in range(9))
    save_page(tmp_path / "saved", "list", "https://qamshy.kz/arnayi-joba", f"<html><body><h1>Арнайы жоба</h1><ul>{cards}</ul>")
    crawl = replay("qamshy", tmp_path / "saved", store)
    assert crawl.items == []
    with Store.open(url_of(store)) as kept:
        assert kept.page("qamshy", "https://qamshy.kz/arnayi-joba")["outcome"] == "listed"
        assert "https://qamshy.kz/kz/article/8-maqala" in kept.known("qamshy", ["https://qamshy.kz/kz/article/8-maqala"])


def test_an_old_wordpress_address_is_an_article_and_not_the_home_page(tmp_path: Path, store: Path) -> None:
    save_page(tmp_path / "saved", "old", "http://qamshy.kz/?p=16716", article_page(9))
    crawl = replay("qamshy", tmp_path / "saved", store)
    assert [(item.article_id, item.url) for item in crawl.items] == [("16716", "https://qamshy.kz/?p=16716")]


def test_a_portal_whose_host_is_in_kazakh_letters_is_known_by_the_name_that_it_is_asked_by(tmp_path: Path) -> None:
    save_page(tmp_path / "pages", "7", "https://дала.қаз/n/7", article_page(7))
    replay("any", tmp_path / "pages", tmp_path / "kznews.db")
    stored = page(tmp_path / "kznews.db", "xn--80aak3a.xn--80ao21a", "https://xn--80aak3a.xn--80ao21a/n/7")
    assert stored["outcome"] == "stored", stored


@pytest.mark.parametrize("impossible", ["http://[::1/x", "https://a℀.kz/x", "https:///x"])
def test_a_record_with_an_address_that_cannot_be_is_named_and_the_others_are_read(
    tmp_path: Path, store: Path, impossible: str
) -> None:
    good = exchanged(0, http(article_page(7).encode(), headers=[("Content-Type", "text/html")]), url=article_url(7))
    archive(tmp_path / "warc", [exchanged(1, http(b"x"), url=impossible), good])
    crawl = replay("qamshy", tmp_path / "warc", store)
    assert [item.article_id for item in crawl.items] == ["7"]
    assert len(crawl.broken) == 1
