"""scrapy report: what the store holds and how the crawl goes, as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.report.window import DAYS, LONGEST
from kznews.report.words import LANGUAGES
from kznews.running import printing, refusals, say, writing
from kznews.store import Store

if TYPE_CHECKING:
    import argparse


class Command(ScrapyCommand):
    """Writes the report (docs/report.md)."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people

    def syntax(self) -> str:
        return "-o FILE.html [--days N] [--language kk|ru|en]"

    def short_desc(self) -> str:
        return "Write an HTML report of the store: articles, coverage, outcomes, stories, rates, weather, runs"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add = parser.add_argument
        add("-o", "--output", required=True, metavar="FILE", help="the file, replaced when complete; - for standard output")
        add("--days", type=int, default=DAYS, help="how many days it looks back (0: everything; default: 31)")
        add("--language", choices=LANGUAGES, help="the language it opens in (default: the browser's)")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if args:
            raise UsageError("scrapy report takes no argument but its options", print_help=False)
        if not 0 <= opts.days <= LONGEST:
            raise UsageError(f"--days is a number of days, at most {LONGEST}, or 0 for everything", print_help=False)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        with refusals(self), Store.open(self.settings["STORE"], create=False) as store:
            report(store, None if opts.output == "-" else Path(opts.output), days=opts.days, language=opts.language)
            say(f"the report is {'on standard output' if opts.output == '-' else opts.output}")


def report(store: Store, path: Path | None, *, days: int = DAYS, language: str | None = None) -> None:
    """Write the report to `path`, without one to standard output; raises NotStarted (one line) if it cannot, and StoreError."""
    # The charts' library takes half a second to load, which every other command would wait for.
    from kznews.report.page import write_report  # noqa: PLC0415

    with writing(path) if path else printing():
        write_report(store, path, days=days, language=language)
