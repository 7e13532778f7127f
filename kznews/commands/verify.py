"""scrapy verify: whether the store still is what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.running import Exit, printing, refusals, say
from kznews.savedarchives import body_in
from kznews.store import Store

if TYPE_CHECKING:
    import argparse


class Command(ScrapyCommand):
    """Checks the store's file, keys, constraints and texts, and prints one line per fault."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people

    def short_desc(self) -> str:
        return "Check the store: file, keys, every text against its digest"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if args:
            raise UsageError("scrapy verify takes no argument; KZNEWS_STORE names the store", print_help=False)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        faults = 0
        with refusals(self):
            with Store.open(self.settings["STORE"], create=False) as store, printing():
                for line in store.verify(archive=body_in(self.settings.get("ARCHIVE"))):
                    faults += 1
                    self.exitcode = Exit.UNHEALTHY  # also if the reader of the lines has had enough
                    print(line)
            say(f"{faults} faults" if faults else "the store is sound")
            self.exitcode = Exit.UNHEALTHY if faults else Exit.FINE
