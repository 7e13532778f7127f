"""scrapy genspider: Scrapy's own would write a file that is no portal's, so it points to the command that starts one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

if TYPE_CHECKING:
    import argparse


class Command(ScrapyCommand):
    """Refuses: a portal's file begins with `scrapy newportal`."""

    requires_crawler_process = False

    def short_desc(self) -> str:
        return "Not for portals: `scrapy newportal` starts their files"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        line = "its file would be no portal's; `scrapy newportal <name> <address>` starts one (docs/add-a-portal.md)"
        raise UsageError(line, print_help=False)
