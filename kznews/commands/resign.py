"""scrapy resign: signs the stored articles anew after an update that changed what signatures are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.running import printing, refusals, say
from kznews.store import Store

if TYPE_CHECKING:
    import argparse


class Command(ScrapyCommand):
    """Signs what is not signed by today's scheme, a hundred articles at a time; may run beside crawls, be killed and go on."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people

    def short_desc(self) -> str:
        return "Sign stored articles anew, so that they are compared with new ones"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if args:
            raise UsageError("scrapy resign takes no argument; KZNEWS_STORE names the store", print_help=False)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        with refusals(self), Store.open(self.settings["STORE"], create=False) as store, printing():
            due = store.count_stale()
            done = 0
            for signed in store.resign():
                done += signed
                print(f"{done} of {max(due, done)} articles signed", flush=True)
            say(f"{done} articles signed anew; every article is signed by {store.scheme}")
