"""scrapy export: a feed of everything in the store, complete or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.exporters import BaseItemExporter, JsonItemExporter, JsonLinesItemExporter

from kznews.atomic import replaced
from kznews.exporters.csv import ArticleCsvExporter
from kznews.running import Exit, NotStarted, refusals, say
from kznews.store import Store
from kznews.store.failpoints import Point, reach

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

FORMATS: dict[str, Callable[..., BaseItemExporter]] = {
    "jsonl": JsonLinesItemExporter,
    "json": JsonItemExporter,
    "csv": ArticleCsvExporter,
}


def write_feed(store: Store, kind: str, path: Path, *, portal: str | None = None) -> int:
    """Write the store's articles to `path` and return their number; raises OSError, StoreError, and leaves no half file."""
    with replaced(path) as file:
        exporter = FORMATS[kind](file, encoding="utf-8")
        exporter.start_exporting()
        count = 0
        for article in store.articles(portal):
            exporter.export_item(article)
            count += 1
        exporter.finish_exporting()
        reach(Point.FEED_WRITTEN)
    reach(Point.FEED_COMPLETE)
    return count


class Command(ScrapyCommand):
    """Writes the articles of the store, one per work, in the order of portal, publication and id."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people

    def syntax(self) -> str:
        return "{jsonl,json,csv} -o FILE [--portal NAME]"

    def short_desc(self) -> str:
        return "Write a feed from the store"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("-o", "--output", required=True, metavar="FILE", help="the file to write, replaced when complete")
        parser.add_argument("--portal", help="only this portal")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 1 or args[0] not in FORMATS:
            raise UsageError(f"scrapy export takes one format: {', '.join(FORMATS)}", print_help=False)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        with refusals(self):
            try:
                with Store.open(self.settings["STORE"], create=False) as store:
                    count = write_feed(store, args[0], Path(opts.output), portal=opts.portal)
            except OSError as error:
                raise NotStarted(Exit.NOT_STARTED, f"cannot write {opts.output}: {error.strerror or error}") from error
            say(f"{count} articles in {opts.output}")
