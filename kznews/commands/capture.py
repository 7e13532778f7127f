"""scrapy capture URL: fetch a page and save it as a case of its portal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.captures import ReplayError
from kznews.capturing import check_writable, fetch, origin, portal_at, quiet, to_do
from kznews.fetching import Errand
from kznews.middlewares.replay import index_of
from kznews.quality.capture import CaptureError, check_name, place_of, save
from kznews.quality.cases import SAVED
from kznews.running import Exit, NotStarted, refusals, say

if TYPE_CHECKING:
    import argparse


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
            try:
                check_writable(place_of(args[0], portal, SAVED, name=opts.case))
            except CaptureError as error:
                raise NotStarted(Exit.USAGE, str(error)) from error
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
