"""scrapy backup FILE: a copy of the store, also while a run is writing to it; --restore puts it back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.running import Exit, NotStarted, refusals, say
from kznews.store import KeptError, copy_store, restore_store

if TYPE_CHECKING:
    import argparse


class Command(ScrapyCommand):
    """Copies a SQLite store to a file, or such a copy back, complete or not at all; PostgreSQL has pg_dump."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people

    def syntax(self) -> str:
        return "[options] <file>"

    def short_desc(self) -> str:
        return "Copy the store while it is in use, or put a copy back"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--restore", action="store_true", help="put the copy in the store's place; what was there is kept")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 1:
            raise UsageError("scrapy backup takes one file", print_help=False)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        store, file = self.settings["STORE"], Path(args[0])
        with refusals(self):
            if not opts.restore:
                try:
                    say(f"{file} holds the store, {copy_store(store, file)} bytes")
                except KeptError as error:
                    raise NotStarted(Exit.USAGE, str(error)) from error
                return
            aside = restore_store(store, file)
            say(f"the store is what {file} holds" + (f"; what it was before is {aside}" if aside else ""))
