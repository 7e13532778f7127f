"""scrapy backup FILE: a copy of the store, also while a run is writing to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.running import refusals, say
from kznews.store import copy_store

if TYPE_CHECKING:
    import argparse


class Command(ScrapyCommand):
    """Copies a SQLite store to a file, complete or not at all; PostgreSQL has pg_dump."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people

    def syntax(self) -> str:
        return "<file>"

    def short_desc(self) -> str:
        return "Copy the store while it is in use"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 1:
            raise UsageError("scrapy backup takes one file", print_help=False)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        with refusals(self):
            size = copy_store(self.settings["STORE"], Path(args[0]))
            say(f"{args[0]} holds the store, {size} bytes")
