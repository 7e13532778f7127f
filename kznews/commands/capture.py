"""scrapy capture URL: fetch a page and save it as a case of its portal."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.settings import SETTINGS_PRIORITIES

from kznews.captures import ReplayError
from kznews.fetching import Errand, Fetcher, host_of, without_store
from kznews.middlewares.replay import index_of
from kznews.quality.capture import FETCHED, REPLAYED, CaptureError, check_name, save
from kznews.quality.cases import SAVED
from kznews.quality.draft import ports_of
from kznews.running import Exit, NotStarted, check_gate, refusals, say
from kznews.spiderloader import UNDECLARED, declared_portals

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Mapping

    from scrapy.crawler import CrawlerProcessBase
    from scrapy.settings import BaseSettings

    from kznews.portal import Portal


class Command(ScrapyCommand):
    """Saves a page as a case; what our rules read of it is written beside it, for its author to correct."""

    requires_project = True

    def syntax(self) -> str:
        return "<url> [--case NAME] [--why TEXT] [--from-warc FILE [--at DAY]]"

    def short_desc(self) -> str:
        return "Fetch a page and save it as a test case"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--case", default="", help="name of the case (default: from the address)")
        parser.add_argument("--why", default="", help="one sentence on why the case exists")
        parser.add_argument("--from-warc", metavar="FILE", default="", help="take it from an archive, and ask nobody")
        parser.add_argument("--at", metavar="DAY", default="", help="of several captures the one nearest to a day")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        quiet(self)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before
        if opts.from_warc:
            self.settings.set("REPLAY", opts.from_warc, "cmdline")
        if opts.at:
            self.settings.set("REPLAY_AT", opts.at, "cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 1:
            raise UsageError("scrapy capture takes one address", print_help=False)
        process, settings = self.crawler_process, self.settings
        assert process is not None  # noqa: S101 - Scrapy sets both before run
        assert settings is not None  # noqa: S101
        with refusals(self):
            try:
                check_name(opts.case)
                index_of(settings)
            except (CaptureError, ReplayError) as error:
                raise NotStarted(Exit.USAGE, str(error)) from error
            portal = portal_at(args[0], settings)
            errand = Errand(portal, (args[0],))
            fetch(process, errand)
            try:
                folder = save(errand.pages[0], portal, SAVED, name=opts.case, why=opts.why, origin=origin(settings))
            except CaptureError as error:
                raise NotStarted(Exit.USAGE, str(error)) from error
            except OSError as error:
                raise NotStarted(Exit.NOT_STARTED, f"cannot write the case: {error}") from error
            for path in sorted(folder.iterdir()):
                print(path)
            for line in to_do((folder,), opts.why, settings):
                say(line)


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
        host, ports = host_of(url), ports_of(url)
    except ValueError as error:
        raise NotStarted(Exit.USAGE, str(error)) from error
    declared = declared_portals(settings)
    known = next((portal for portal in declared.values() if host in portal.hosts), None)
    return known or replace(declared[UNDECLARED].at(host), ports=ports)


def fetch(process: CrawlerProcessBase, errand: Errand) -> None:
    """Fetch the pages of an errand; raises NotStarted if none came. A process can do this once."""
    check_gate(process.settings)
    with tempfile.TemporaryDirectory(prefix="kznews-") as folder:
        if not process.settings.get("REPLAY"):
            hosts = ", ".join(dict.fromkeys(map(host_of, errand.urls)))
            say(f"asking {hosts} for robots.txt, then for the page; a host out of reach is tried for about two minutes")
        without_store(process.settings, f"sqlite:///{Path(folder, 'store.db')}")
        process.crawl(Fetcher, errand=errand)
        process.start()
    for line in errand.failed:
        say(line)
    if not errand.pages:
        raise NotStarted(Exit.UNHEALTHY, "no page was fetched")
