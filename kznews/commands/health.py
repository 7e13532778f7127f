"""scrapy health: how the last run of each portal compares with its earlier ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.health.telling import FORMATS
from kznews.portalnames import check_portals
from kznews.running import Exit, NotStarted, printing, refusals, say
from kznews.store import Store

if TYPE_CHECKING:
    import argparse


class Command(ScrapyCommand):
    """Prints the health of the portals; ends with 3 if something is unlike earlier runs and nobody has accepted it."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people

    def syntax(self) -> str:
        return "[PORTAL] [--format FORMAT] [--accept]"

    def short_desc(self) -> str:
        return "Say how the last run of each portal compares with earlier ones"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="what to print (text)")
        accept = "take what the last run of PORTAL shows for usual from now on: later runs are compared with it"
        parser.add_argument("--accept", action="store_true", help=accept)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) > 1 or (opts.accept and not args):
            raise UsageError("scrapy health takes one portal, or none for all; --accept takes one", print_help=False)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        portal = args[0] if args else None
        with refusals(self):
            with Store.open(self.settings["STORE"], create=False) as store:
                check_portals(args, self.settings, store)
                if opts.accept and portal and store.accept_health(portal):
                    say(f"{portal} is from now on as its last run was")
                found = store.health(portal)
            if portal and not found:
                raise NotStarted(Exit.USAGE, f"no run of {portal} has been measured")
            self.exitcode = Exit.UNHEALTHY if any(one.alarms and not one.accepted_at for one in found) else Exit.FINE
            with printing():
                print(FORMATS[opts.format](found), end="")
