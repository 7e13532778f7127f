"""scrapy portals: the portals with their last run, or what every portal file declares, as a document."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.atomic import replaced
from kznews.health.telling import told_state
from kznews.quality.cases import SAVED, all_cases
from kznews.running import printing, refusals, say, writing
from kznews.spiderloader import UNDECLARED, declared_portals
from kznews.store import Store, is_missing
from kznews.terminal import plain_table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from kznews.portal import Portal

_HEAD = """# Portals

What each file in `kznews/spiders/` declares, how many saved pages test it (in which scripts), and what its rules rest on, the
best first: *capture* (real pages), *layout* (templates of its maker), *selectors* (recorded by other readers of the portal),
*rendered* (displayed text), *addresses*, each with its years. The header of each file says more, also what is thin. No portal
could be visited while these files were written. Made by `scrapy portals -o docs/portals.md`.

| portal | name | hosts | sources | layouts | scripts | saved pages | evidence |
|---|---|---|---|---|---|---|---|
"""


class Command(ScrapyCommand):
    """Prints the portals with their last run; with `-o`, writes docs/portals.md."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people

    def syntax(self) -> str:
        return "[-o FILE]"

    def short_desc(self) -> str:
        return "List the portals with their last run"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("-o", "--output", metavar="FILE", help="write what the portal files declare, as Markdown")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if args:
            raise UsageError("scrapy portals takes no argument; `scrapy list` names the portals", print_help=False)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        declared = [portal for name, portal in declared_portals(self.settings).items() if name != UNDECLARED]
        with refusals(self):
            if opts.output:
                with writing(opts.output), replaced(Path(opts.output)) as file:
                    file.write(portals_page(declared).encode())
                say(f"{len(declared)} portals in {opts.output}")
            else:
                with printing():
                    print(plain_table(_COLUMNS, list(_last_runs(declared, self.settings["STORE"]))), end="")


_COLUMNS = ("portal", "name", "last run (UTC)", "ended", "read", "new", "updated", "health")


def _last_runs(portals: list[Portal], address: str) -> Iterator[tuple[str, ...]]:
    """Yield a row for each portal; without a store nothing has run yet."""
    runs, healths = {}, {}
    if not is_missing(address):
        with Store.open(address, create=False) as store:
            runs, healths = store.last_runs(), {one.portal: one for one in store.health()}
    for portal in portals:
        run, health = runs.get(portal.name), healths.get(portal.name)
        if run is None:
            yield portal.name, portal.title, "never", "", "", "", "", ""
            continue
        figures = health.figures if health and health.run == run["id"] else {}
        counts = (str(figures.get(name, "")) for name in ("articles", "new", "updated"))
        alarms = health.alarms if health and not health.accepted_at else []
        ended = run["finish_reason"] or "not yet, or killed"
        state = told_state(alarms) if health else ""
        yield portal.name, portal.title, f"{run['started_at']:%Y-%m-%d %H:%M}", ended, *counts, state


def portals_page(portals: list[Portal]) -> str:
    """Return docs/portals.md: one row for each portal, in the order given."""
    return _HEAD + "".join(f"| {' | '.join(_row(portal))} |\n" for portal in portals)


def _row(portal: Portal) -> list[str]:
    kinds = Counter(type(source).__name__ for source in portal.sources)
    cases = all_cases(SAVED, portal.name)
    scripts = Counter(str(case.expected["script"]) for case in cases if case.expected.get("script"))
    return [
        f"`{portal.name}`",
        portal.title,
        ", ".join(host for host in portal.hosts if not host.startswith("www.")),
        ", ".join(f"{count} {kind}" for kind, count in kinds.items()),
        ", ".join(layout.name for layout in portal.layouts) or "general",
        ", ".join(script for script, _ in scripts.most_common()),
        str(len(cases)),
        ", ".join(portal.evidence),
    ]
