"""scrapy crawlall: every portal in one process, each with its own delays, ledger and outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands import BaseRunSpiderCommand
from scrapy.exceptions import UsageError

from kznews.arguments import ArgumentError, check_names, read_limit
from kznews.running import Exit, NotStarted, ended, has_pages, refusals, say, start, start_log, tell_broken
from kznews.spiderloader import UNDECLARED, PortalLoader
from kznews.starting import check_start
from kznews.stopping import run_to_the_end

if TYPE_CHECKING:
    import argparse

    from scrapy.settings import BaseSettings


class Command(BaseRunSpiderCommand):
    """Runs every declared portal; one portal's failure never stops another."""

    requires_project = True

    def short_desc(self) -> str:
        return "Run every portal in one process"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        start_log(self)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        process = self.crawler_process
        assert process is not None  # noqa: S101 - Scrapy sets it before run
        if args:
            raise UsageError("scrapy crawlall takes no portal; `scrapy crawl <portal>` runs one", print_help=False)
        with refusals(self):
            _check_feeds(process.settings)
            _check_arguments(opts.spargs)
            broken = check_start(process.settings)
            tell_broken(broken)
            loader = process.spider_loader
            assert isinstance(loader, PortalLoader)  # noqa: S101 - the setting SPIDER_LOADER_CLASS says so
            for line in loader.broken.values():
                say(line)
            names = (name for name in loader.sound() if name != UNDECLARED)
            crawlers = [crawler for name in names if has_pages(crawler := self._create_crawler(name))]
            if not crawlers:
                raise NotStarted(Exit.UNHEALTHY, "no saved page belongs to a portal")
            runs = [start(process, crawler, opts.spargs) for crawler in crawlers]
            run_to_the_end(process)
            for run in runs:
                run.tell()
            self.exitcode = ended(runs, len(broken))
            if loader.broken:
                self.exitcode = max(self.exitcode, Exit.UNHEALTHY)
            if process.bootstrap_failed and not any(run.explained for run in runs):
                self.exitcode = Exit.CRASH


def _check_arguments(given: dict[str, str]) -> None:
    """Raise NotStarted for arguments that are those of one portal."""
    try:
        check_names(given, ("limit",))
        read_limit(given.get("limit", "1"))
    except ArgumentError as error:
        raise NotStarted(Exit.USAGE, f"{error}; `scrapy crawl <portal>` makes a back-fill") from error


def _check_feeds(settings: BaseSettings) -> None:
    """Raise NotStarted for a feed file that all portals would write to at once, each over the lines of the others."""
    shared = [str(address) for address in settings.getdict("FEEDS") if "%(name)s" not in str(address)]
    if shared:
        advice = "put %(name)s into the name, as in out-%(name)s.jsonl, or write one feed of all with `scrapy export`"
        raise NotStarted(Exit.USAGE, f"every portal writes a feed of its own, and {shared[0]} is one for all: {advice}")
