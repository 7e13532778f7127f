"""Pages that are fetched to become cases: whom a command asks, what it says, what it leaves to do."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.settings import SETTINGS_PRIORITIES

from kznews.atomic import Replacement
from kznews.fetching import Fetcher, request_host, without_store
from kznews.quality.capture import FETCHED, REPLAYED
from kznews.quality.draft import ports_of
from kznews.running import Exit, NotStarted, say, was_stopped, writing
from kznews.spiderloader import UNDECLARED, declared_portals
from kznews.starting import check_gate
from kznews.stopping import Stopped, run_to_the_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scrapy.commands import ScrapyCommand
    from scrapy.crawler import CrawlerProcessBase
    from scrapy.settings import BaseSettings

    from kznews.fetching import Errand
    from kznews.portal import Portal

_TO_DO = {
    "expected.json": "correct expected.json as a careful reader would",
    "refused.json": "look whether the page is no article and why, as refused.json says; else write expected.json instead",
    "links.json": "look whether links.json lists every article that the page links to, and nothing else",
}
"""What the author of a case has to look at, by the file that says what is on the page."""


def origin(settings: BaseSettings) -> Mapping[str, str]:
    """Return what meta.json says of the origin of a page that was read by these settings."""
    return REPLAYED if settings.get("REPLAY") else FETCHED


def to_do(folders: Iterable[Path], why: str, settings: BaseSettings) -> Iterator[str]:
    """Yield a line on what is left to do for each kind of new cases, `why` being what was said of their purpose."""
    wanted = {"why the case exists": why, "what of the page was composed": origin(settings)["assumed"]}
    unsaid = [what for what, said in wanted.items() if not said]
    reason = f", say in meta.json {' and '.join(unsaid)}" if unsaid else ""
    for name, line in _TO_DO.items():
        if found := [folder.name for folder in folders if folder.joinpath(name).exists()]:
            yield f"{', '.join(found)}: {line}{reason}, and take `reviewed` out of meta.json"


def quiet(command: ScrapyCommand) -> None:
    """Keep the log to errors, unless somebody asked for more: these commands talk to people."""
    assert command.settings is not None  # noqa: S101 - Scrapy sets it before
    if command.settings.getpriority("LOG_LEVEL") != SETTINGS_PRIORITIES["cmdline"]:
        command.settings.set("LOG_LEVEL", "ERROR", "cmdline")


def portal_at(url: str, settings: BaseSettings) -> Portal:
    """Return the portal that declares the host of an address, else one for that host alone; raises NotStarted."""
    try:
        host, ports = request_host(url), ports_of(url)
    except ValueError as error:
        raise NotStarted(Exit.USAGE, str(error)) from error
    declared = declared_portals(settings)
    known = next((portal for portal in declared.values() if host in portal.hosts), None)
    return known or replace(declared[UNDECLARED].at(host), ports=ports)


def check_writable(place: Path) -> None:
    """Raise NotStarted if no file or folder can be made at a place: nobody is to be asked for pages that cannot be kept."""
    folder = next(one for one in place.absolute().parents if one.exists())
    with writing(place):
        Replacement(folder / place.name).discard()


def fetch(process: CrawlerProcessBase, errand: Errand) -> None:
    """Fetch the pages of an errand, which a process can do once; raises NotStarted if none came, Stopped if asked to stop."""
    check_gate(process.settings)
    with tempfile.TemporaryDirectory(prefix="kznews-") as folder:
        if not process.settings.get("REPLAY"):
            hosts = ", ".join(dict.fromkeys(map(request_host, errand.urls)))
            say(f"asking {hosts} for robots.txt, then for the page; a host out of reach is tried for about two minutes")
        without_store(process.settings, f"sqlite:///{Path(folder, 'store.db')}")
        crawler = process.create_crawler(Fetcher)
        process.crawl(crawler, errand=errand)
        run_to_the_end(process)
    if was_stopped(crawler):
        raise Stopped
    for line in errand.failed:
        say(line)
    if not errand.pages:
        raise NotStarted(Exit.UNHEALTHY, "no page was fetched")
