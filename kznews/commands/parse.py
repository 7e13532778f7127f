"""scrapy parse: Scrapy's trial of a callback, in whose place portals have commands of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

if TYPE_CHECKING:
    import argparse


class Command(ScrapyCommand):
    """Names the commands that read one page; a portal's callback needs a run with its store around it."""

    requires_project = True
    requires_crawler_process = False

    def short_desc(self) -> str:
        return "No command here: see `scrapy crawl any -a url=...` and `scrapy capture`"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        instead = "`scrapy crawl any -a url=<address> -a follow=0 -O out.jsonl` reads one, `scrapy capture <address>` saves it"
        raise UsageError(f"scrapy parse reads no page of a portal: {instead}", print_help=False)
