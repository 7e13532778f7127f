"""scrapy crawl: one run of one portal, with exit codes that say how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.exceptions import UsageError

from kznews.running import Exit, NotStarted, ended, pages_elsewhere, refusals, say, start, start_log, tell_broken
from kznews.starting import check_arguments, check_start
from kznews.stopping import run_to_the_end

if TYPE_CHECKING:
    import argparse

    from scrapy.crawler import Crawler


class Command(ScrapyCrawl):
    """Scrapy's crawl; the same options, `-O` and `-s` included."""

    def short_desc(self) -> str:
        return "Run one portal, by name"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        start_log(self)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 1:
            raise UsageError("scrapy crawl takes one portal; `scrapy crawlall` runs all of them", print_help=False)
        process = self.crawler_process
        assert process is not None  # noqa: S101 - Scrapy sets it before run
        with refusals(self):
            crawler = self._portal(args[0])
            check_arguments(crawler.spidercls, opts.spargs, process.settings)
            broken = check_start(process.settings)
            tell_broken(broken)
            if elsewhere := pages_elsewhere(crawler):
                say(elsewhere)
            run = start(process, crawler, opts.spargs)
            run_to_the_end(process)
            run.tell()
            self.exitcode = ended([run], len(broken))
            if process.bootstrap_failed and not run.explained:
                self.exitcode = Exit.CRASH

    def _portal(self, name: str) -> Crawler:
        try:
            return self._create_crawler(name)
        except KeyError as error:
            raise NotStarted(Exit.USAGE, str(error.args[0])) from error
