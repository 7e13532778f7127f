"""scrapy checkall: the project looks at its own portals: files, saved pages, and the quality of what is read."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.quality.cases import SAVED, UNREADABLE, all_cases
from kznews.quality.floors import Figures, Floors, FloorsError, checksum_of, pin
from kznews.quality.lint import PortalFile, check, check_undeclared, dead_selectors
from kznews.quality.score import score
from kznews.running import Exit, NotStarted, printing, refusals, say
from kznews.spiderloader import UNDECLARED, declared_portals, portal_loader

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from kznews.portal import Portal

FLOORS = Path("fixtures/quality.json")
WAYS = {"layouts": True, "general": False}
"""The two ways of reading that are scored: with the portals' layouts, and with the general strategies alone."""


class Command(ScrapyCommand):
    """Prints one line per fault and the scores; ends with 3 if there is a fault."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people

    def syntax(self) -> str:
        return "[PORTAL ...]"

    def short_desc(self) -> str:
        return "Check portal files, their saved pages and the quality floors"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--pin", action="store_true", help=f"pin the floors of {FLOORS} to what is measured now")
        parser.add_argument("--lower", metavar="REASON", default="", help="with --pin: why a floor may fall")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        declared, loader = declared_portals(self.settings), portal_loader(self.settings)
        files = {name: Path(inspect.getfile(loader.load(name))) for name in declared}
        if unknown := [name for name in args if name not in declared]:
            raise UsageError("; ".join(map(loader.why_none, unknown)), print_help=False)
        if opts.pin and args:
            raise UsageError("--pin takes the whole corpus, not some portals", print_help=False)
        every = [PortalFile(portal, files[name], SAVED) for name, portal in declared.items() if name != UNDECLARED]
        asked = [one for one in every if not args or one.portal.name in args]
        with refusals(self):
            faults = [fault for one in asked for fault in check(one)]
            faults += [fault for fault in dead_selectors(every) if not args or set(fault.split(":")[0].split(", ")) & set(args)]
            if not args:
                faults += check_undeclared(SAVED, declared)
                faults += _quality(declared, opts, in_order=not faults)
            self.exitcode = Exit.UNHEALTHY if faults else Exit.FINE
            with printing():
                for fault in faults:
                    print(fault)
            say(_count(len(faults), "fault") if faults else _count(len(asked), "portal is in order", "portals are in order"))


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def _quality(declared: Mapping[str, Portal], opts: argparse.Namespace, *, in_order: bool) -> Iterator[str]:
    """Print the scores and yield the faults: what is invented, and what is under its floor.

    Unless the portals are `in_order`, no floor is pinned, and a case that cannot be read is one of their faults.
    """
    cases = all_cases(SAVED)
    figures: Figures = {}
    for way, layouts in WAYS.items():
        try:
            scored = score(cases, declared, layouts=layouts)
        except UNREADABLE:
            if in_order:
                raise
            say("the quality is not measured while a saved page cannot be read")
            figures.clear()
            break
        figures[way] = scored.rates
        say(f"{way}: " + ", ".join(f"{name} {share:.4f}" for name, share in figures[way].items()))
        if scored.invented:
            in_order = False
            yield f"quality: {_count(scored.invented, 'rate or temperature', 'rates or temperatures')} invented ({way})"
    if opts.pin and not in_order:
        say("the floors are not pinned while there are faults")
    elif figures:
        yield from _floors(figures, opts, cases=len(cases))


def _floors(figures: Figures, opts: argparse.Namespace, *, cases: int) -> Iterator[str]:
    try:
        if opts.pin:
            pin(FLOORS, figures, cases=cases, checksum=checksum_of(SAVED), why=opts.lower)
            say(f"floors pinned in {FLOORS} for {_count(cases, 'saved page')}")
        yield from Floors.load(FLOORS).faults(figures, checksum_of(SAVED))
    except FloorsError as error:
        raise NotStarted(Exit.USAGE, str(error)) from error
