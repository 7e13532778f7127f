"""A run that is no replay, on a network that a folder stands in for: what is fetched, what is not fetched twice, what waits."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from scrapy.exceptions import DownloadTimeoutError
from scrapy.http import Request, Response
from scrapy.utils.project import get_project_settings

from kznews.agenda import DRAWN
from kznews.clock import frozen, now
from kznews.middlewares.replay import ReplayHandler, read_folder
from kznews.network.errors import PrivateAddress
from kznews.outcomes import Outcome
from kznews.running import Exit
from kznews.schedule import MOST_UNDER_WAY
from kznews.store import PageRecord, SourceNote, Store, StoreError, StoreWriter, Verdict
from tests.support.crawls import Crawl, crawled, dump, page, save_page, settled, url_of
from tests.support.generated import article_page, article_url

if TYPE_CHECKING:
    from pathlib import Path

HOME = "https://qamshy.kz/"
LIST = "https://qamshy.kz/kz/article/list"
ASKED: list[str] = []


class Network(ReplayHandler):
    """Answers from the folder that the setting NETWORK names; what is not there is a 404, and "slow" never answers."""

    async def download_request(self, request: Request) -> Response:
        ASKED.append(request.url)
        if "slow" in request.url:
            raise DownloadTimeoutError("30 seconds")
        capture = read_folder(self.crawler.settings["NETWORK"]).answer(request.url)
        if capture is None:
            return Response(request.url, status=404, request=request)
        return self.answer(capture, request)


def live(folder: Path, store: Path, **more: Any) -> Crawl:
    """Run qamshy as on the network, and note in ASKED which addresses were asked for."""
    ASKED.clear()
    read_folder.cache_clear()
    settings = get_project_settings()
    handler = "tests.test_frontier.Network"
    chosen = {
        "TWISTED_REACTOR_ENABLED": False,
        "STORE": url_of(store),
        "NETWORK": folder,
        "DOWNLOAD_DELAY": 0,
        "RETRY_ENABLED": False,
        "DOWNLOAD_HANDLERS": {"http": handler, "https": handler, "ftp": None, "s3": None, "file": None, "data": None},
    }
    settings.setdict(chosen | more, "cmdline")
    return asyncio.run(crawled("qamshy", settings))


def linked(*urls: str) -> str:
    return "<html><body>" + "".join(f'<p><a href="{url}">Мақала туралы</a></p>' for url in urls) + "</body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A home page that links to two articles, one of which is there."""
    save_page(tmp_path / "net", "home", HOME, linked(article_url(7), article_url(8), article_url(7) + "?utm_source=a"))
    save_page(tmp_path / "net", "seven", article_url(7), article_page(7))
    return tmp_path / "net"


def test_a_run_reads_its_sources_and_the_articles_that_they_link_to(folder: Path, store: Path) -> None:
    crawl = live(folder, store)
    assert [item.article_id for item in crawl.items] == ["7"]
    assert ASKED.count(article_url(7)) == 1
    assert page(store, "qamshy", article_url(8))["reason"] == "gone"
    assert crawl.code == 0


def test_answers_do_not_pile_up_before_a_store_that_is_slow(folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit, waits, most = StoreWriter.commit, 0, 0

    async def slowly(self: StoreWriter, record: PageRecord) -> Verdict:
        nonlocal waits, most
        if record.url in urls:
            waits += 1
            most = max(most, waits)
            while len(ASKED) < MOST_UNDER_WAY:  # noqa: ASYNC110 - there is no event of it
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.3)
            waits -= 1
        return await commit(self, record)

    monkeypatch.setattr(StoreWriter, "commit", slowly)
    with Store.open(url_of(store)) as opened:
        urls = {article_url(number) for number in range(1000, 1000 + 3 * MOST_UNDER_WAY)}
        opened.discover("qamshy", urls, seen_at=now(), found_on=HOME, depth=1)
    crawl = live(folder, store, CONCURRENT_REQUESTS_PER_DOMAIN=16)
    assert crawl.count("gone") >= len(urls)
    assert MOST_UNDER_WAY // 2 < most <= MOST_UNDER_WAY + DRAWN


def test_every_page_that_is_asked_for_has_its_outcome(folder: Path, store: Path) -> None:
    crawl = live(folder, store)
    pages = {url for url in ASKED if not url.endswith("/robots.txt")}
    assert all(page(store, "qamshy", url)["outcome"] for url in pages)
    assert sum(crawl.stats.get(f"kznews/outcome/{name}", 0) for name in ("stored", "listed", "refused")) == len(pages)


def test_what_is_done_is_not_asked_for_again_and_sources_are(folder: Path, store: Path) -> None:
    live(folder, store)
    again = live(folder, store)
    assert article_url(7) not in ASKED
    assert article_url(8) not in ASKED
    assert HOME in ASKED
    assert again.items == []


def test_what_an_earlier_run_left_is_fetched_after_the_sources_have_been_asked(folder: Path, store: Path) -> None:
    slow = "https://qamshy.kz/kz/article/9-slow"
    save_page(folder, "list", LIST, linked(slow))
    live(folder, store)
    row = page(store, "qamshy", slow)
    assert (row["state"], row["reason"]) == ("pending", "timed_out")
    with frozen(now() + timedelta(hours=1)):
        live(folder, store)
    asked = [url for url in ASKED if not url.endswith("/robots.txt")]
    assert asked[0] == HOME
    assert asked.count(slow) == 1


def test_a_page_that_failed_is_asked_for_when_it_is_due_and_waits_twice_as_long_each_time(folder: Path, store: Path) -> None:
    slow = "https://qamshy.kz/kz/article/9-slow"
    save_page(folder, "list", LIST, linked(slow))
    asked = []
    for hour in range(16):
        with frozen(datetime(2026, 11, 1, tzinfo=UTC) + timedelta(hours=hour)):
            live(folder, store)
            asked += [hour] * ASKED.count(slow)
    assert asked == [0, 1, 3, 7, 15]
    row = page(store, "qamshy", slow)
    assert (row["attempts"], row["depth"]) == (5, 1)


def test_a_page_that_answers_in_the_end_waits_no_more(folder: Path, store: Path) -> None:
    save_page(folder, "eight", article_url(8), "busy", status=503)
    live(folder, store)
    assert page(store, "qamshy", article_url(8))["attempts"] == 1
    folder.joinpath("eight", "page.html").write_text(article_page(8), encoding="utf-8")
    meta = folder.joinpath("eight", "meta.json")
    meta.write_text(meta.read_text(encoding="utf-8").replace("503", "200"), encoding="utf-8")
    with frozen(now() + timedelta(hours=1)):
        live(folder, store)
    row = page(store, "qamshy", article_url(8))
    assert (row["outcome"], row["attempts"], row["next_due"]) == ("stored", 0, None)


def waiting(store: Path, count: int) -> None:
    """Fill a store with pages that wait for a fetch; none of them is on the network, so each one is a 404."""
    with Store.open(url_of(store)) as opened:
        urls = [article_url(number) for number in range(1000, 1000 + count)]
        opened.discover("qamshy", urls, seen_at=now(), found_on=HOME)


def test_all_that_waits_is_fetched_and_nothing_twice(folder: Path, store: Path) -> None:
    waiting(store, 5 * DRAWN)
    live(folder, store)
    urls = [url for url in ASKED if not url.endswith("/robots.txt")]
    assert len(urls) == len(set(urls))
    assert len([url for url in urls if url.endswith("-maqala")]) == 5 * DRAWN + 2
    assert urls[0] == HOME
    assert settled(store) >= 5 * DRAWN + 2


def test_of_a_crowd_that_waits_only_a_few_are_in_memory(folder: Path, store: Path) -> None:
    waiting(store, 5_000)
    crawl = live(folder, store, CLOSESPIDER_PAGECOUNT=100)
    assert settled(store) > 50
    assert crawl.stats["scheduler/enqueued"] < 100 + 3 * DRAWN


def test_addresses_are_in_the_store_before_they_are_asked_for(folder: Path, store: Path) -> None:
    crawl = live(folder, store, CLOSESPIDER_PAGECOUNT=2, CONCURRENT_REQUESTS=1)
    with Store.open(url_of(store)) as opened:
        found = opened.known("qamshy", [article_url(7), article_url(8)])
    assert set(found) == {article_url(7), article_url(8)}
    assert crawl.stats["finish_reason"] == "closespider_pagecount"
    live(folder, store)
    assert page(store, "qamshy", article_url(7))["outcome"] == "stored"


def further(number: int) -> str:
    return f"{LIST}?page={number}"


def pages_asked() -> list[int]:
    """Return which pages of the listing were asked for, in their order."""
    return [int(url.partition("=")[2] or 1) for url in ASKED if url.startswith(LIST)]


def test_a_listing_is_paged_while_its_pages_bring_something_new(folder: Path, store: Path) -> None:
    for number in (1, 2, 3):
        save_page(folder, f"list{number}", LIST if number == 1 else further(number), linked(article_url(20 + number)))
    live(folder, store)
    assert pages_asked() == [1, 2, 3, 4]
    live(folder, store)
    assert pages_asked() == [1]
    folder.joinpath("list1", "page.html").write_text(linked(article_url(30), article_url(21)), encoding="utf-8")
    live(folder, store)
    assert pages_asked() == [1, 2]


def test_a_listing_is_paged_so_far_and_no_further(folder: Path, store: Path) -> None:
    for number in (1, 2, 3):
        save_page(folder, f"list{number}", LIST if number == 1 else further(number), linked(article_url(20 + number)))
    live(folder, store, LISTING_MAX_PAGES=2)
    assert pages_asked() == [1, 2]


def test_a_listing_that_was_broken_off_goes_on_although_its_first_page_is_known(folder: Path, store: Path) -> None:
    for number in range(1, 6):
        save_page(folder, f"list{number}", LIST if number == 1 else further(number), linked(article_url(20 + number)))
    with Store.open(url_of(store)) as opened:
        note = SourceNote(url=LIST, brought_new=True, next_page=3)
        links = tuple(article_url(20 + number) for number in (1, 2))
        record = {"portal": "qamshy", "url": LIST, "fetched_at": now(), "outcome": Outcome.LISTED, "depth": 0}
        opened.commit([PageRecord(**record, links=links, source=note)])
    live(folder, store)
    assert pages_asked() == [1, 2, 3, 4, 5, 6]
    live(folder, store)
    assert pages_asked() == [1]


def test_a_listing_is_read_to_its_end_by_the_run_that_goes_on_after_a_kill(folder: Path, store: Path) -> None:
    """Found by the kill test: the page that waited was taken for a first one, and what follows it was never asked for."""
    for number in (1, 2, 3):
        url = LIST if number == 1 else f"{LIST}?page={number}"
        save_page(folder, f"list{number}", url, linked(article_url(20 + number)))
    with Store.open(url_of(store)) as opened:
        opened.discover("qamshy", [f"{LIST}?page=2"], seen_at=now(), found_on=LIST)
    live(folder, store)
    assert [ASKED.count(f"{LIST}?page={number}") for number in (2, 3, 4, 5)] == [1, 1, 1, 0]


def test_a_redirect_to_a_page_that_was_read_already_still_gives_both_their_outcome(folder: Path, store: Path) -> None:
    save_page(folder, "eight", article_url(8), "", status=301, headers={"Location": article_url(7)})
    crawl = live(folder, store)
    assert page(store, "qamshy", article_url(7))["outcome"] == "stored"
    row = page(store, "qamshy", article_url(8))
    assert (row["outcome"], row["redirects_to"], row["state"]) == ("duplicate", article_url(7), "done")
    assert crawl.stats.get("kznews/unsettled", 0) == 0


def test_a_redirect_out_of_the_portal_is_not_followed(folder: Path, store: Path) -> None:
    for number, place in enumerate(("https://evil.kz/a", "http://169.254.169.254/a", "https://qamshy.kz:8443/a"), start=50):
        save_page(folder, f"r{number}", article_url(number), "", status=302, headers={"Location": place})
    save_page(folder, "list", LIST, linked(*map(article_url, range(50, 53))))
    live(folder, store)
    assert not [url for url in ASKED if not url.startswith(("https://qamshy.kz/", "http://qamshy.kz/"))]
    assert {page(store, "qamshy", article_url(number))["reason"] for number in range(50, 53)} == {"off_site"}


@pytest.mark.parametrize("forbidden", ["/", "/kz/"])
def test_robots_txt_is_obeyed_on_the_network_too(folder: Path, store: Path, forbidden: str) -> None:
    save_page(folder, "robots", f"{HOME}robots.txt", f"User-agent: *\nDisallow: {forbidden}\n", suffix=".txt")
    live(folder, store)
    assert not [url for url in ASKED if url.startswith(f"https://qamshy.kz{forbidden}") and not url.endswith("robots.txt")]


def test_a_page_that_did_not_change_between_two_runs_leaves_the_store_as_it_was(folder: Path, store: Path) -> None:
    live(folder, store)
    before = [line for line in dump(store) if article_url(7) in line]
    live(folder, store)
    assert [line for line in dump(store) if article_url(7) in line] == before


@pytest.mark.parametrize("question", ["known_before", "draw"])
def test_the_store_is_never_asked_on_the_event_loop(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    known, threads = getattr(Store, question), set()

    def asked(*args: Any, **kwargs: Any) -> Any:
        threads.add(threading.current_thread())
        return known(*args, **kwargs)

    monkeypatch.setattr(Store, question, asked)
    assert live(folder, store).items
    assert threads
    assert threading.main_thread() not in threads


@pytest.mark.parametrize("question", ["known_before", "draw"])
def test_a_store_that_fails_at_a_question_ends_the_run_as_a_failed_commit_does(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    def fails(*_: Any, **__: Any) -> Any:
        raise StoreError("cannot use the store: it is gone")

    monkeypatch.setattr(Store, question, fails)
    crawl = live(folder, store)
    assert crawl.code == Exit.NOT_STARTED
    assert crawl.stats["kznews/store_error"] == "cannot use the store: it is gone"
    assert crawl.items == []


def test_pages_that_cannot_be_asked_for_are_tried_once_in_a_run_and_left_waiting(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Network.download_request

    async def download(self: Network, request: Request) -> Response:
        if "-maqala" in request.url:
            ASKED.append(request.url)
            raise PrivateAddress("10.0.0.7")
        return await known(self, request)

    monkeypatch.setattr(Network, "download_request", download)
    waiting(store, 3 * DRAWN)
    for _ in range(2):
        live(folder, store, CLOSESPIDER_TIMEOUT=60)  # without the guard it would never end
        asked = [url for url in ASKED if url.endswith("-maqala")]
        assert len(asked) == len(set(asked)) == 3 * DRAWN + 2
    assert page(store, "qamshy", article_url(1000))["state"] == "pending"
