"""scrapy portals: what every portal file declares, as a table."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.quality.cases import SAVED, all_cases
from kznews.spiderloader import UNDECLARED, declared_portals

if TYPE_CHECKING:
    import argparse

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
    """Prints a Markdown table of the portals."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people

    def syntax(self) -> str:
        return "[-o FILE]"

    def short_desc(self) -> str:
        return "List the portals with hosts, sources, layouts and saved pages"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("-o", "--output", metavar="FILE", help="write the table to a file instead of standard output")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if args:
            raise UsageError("scrapy portals takes no argument; `scrapy list` names the portals", print_help=False)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        table = portals_page([portal for name, portal in declared_portals(self.settings).items() if name != UNDECLARED])
        if opts.output:
            Path(opts.output).write_text(table, encoding="utf-8")
        else:
            print(table, end="")


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
