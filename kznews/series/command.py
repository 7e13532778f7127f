"""What `scrapy rates` and `scrapy weather` have in common: a span, portals, a table, a file."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from zoneinfo import ZoneInfo

from rich import box
from rich.table import Table
from rich.text import Text
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews import clock
from kznews.arguments import ArgumentError, read_day
from kznews.atomic import replaced
from kznews.exporters.series import WRITERS
from kznews.kazakh.zones import DEFAULT_ZONE
from kznews.logformatter import shorten
from kznews.portalnames import check_portals
from kznews.running import Exit, NotStarted, printing, refusals, say, writing
from kznews.series import showing
from kznews.spiderloader import sound_portals
from kznews.store import Store
from kznews.terminal import output_console

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from kznews.series.points import Point

EARLIEST = date(1991, 1, 1)
"""No portal is older than the country."""


class SeriesCommand(ScrapyCommand):
    """Prints a series of the store, or writes it to a file."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people
    kind: ClassVar[str]
    """What the store calls such observations: "rate" or "weather"."""
    what: ClassVar[str]
    """What the argument names, for people."""
    days: ClassVar[int]
    """How many days are shown if nobody says since when."""

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--since", metavar="DAY", help=f"first day, 2022-12-01 (default: {self.days} days ago)")
        parser.add_argument("--until", metavar="DAY", help="last day (default: today)")
        parser.add_argument("--portal", action="append", default=[], metavar="NAME", help="only this portal; may be given again")
        parser.add_argument("-o", "--output", metavar="FILE", help="write every figure to FILE.csv or FILE.parquet")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if not args:
            raise UsageError(f"{self.what} is missing", print_help=False)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        with refusals(self):
            key = self.key_of(" ".join(args))
            zones = {name: portal.timezone for name, portal in sound_portals(self.settings).items()}
            since, until = self._span(opts, zones)
            suffix = Path(opts.output).suffix.lower() if opts.output else ""
            if opts.output and suffix not in WRITERS:
                raise NotStarted(Exit.USAGE, f"{opts.output} is neither {' nor '.join(WRITERS)}; the end of its name says which")
            with Store.open(self.settings["STORE"], create=False) as store:
                portals = frozenset(opts.portal)
                points, more = self.read(store, key, since=since, until=until, portals=portals, zones=zones)
                check_portals(portals - {point.portal for point in points}, self.settings, store)
                before = None if points else self._last_before(store, key, since, portals)
            if opts.output:
                _write(points, Path(opts.output), suffix)
                say(f"{len(points)} figure{'s' * (len(points) != 1)} in {opts.output}")
            else:
                with printing():
                    _show(self.title(key), points, more, since, until)
            if before:
                say(f"nothing was seen in these days; the last before them: --since {before}")

    def _last_before(self, store: Store, key: str, since: datetime, portals: Collection[str]) -> date | None:
        """Return the day of the last observation before an instant, in its zone; None where there is none."""
        seen = store.observations(kind=self.kind, keys=[key], until=since)
        last = max((one.last_seen for one in seen if not portals or one.portal in portals), default=None)
        return last.astimezone(since.tzinfo).date() if last else None

    @abstractmethod
    def key_of(self, said: str) -> str:
        """Return the key of what the arguments name; raises NotStarted for what is none."""

    @abstractmethod
    def title(self, key: str) -> str:
        """Return the heading of the table."""

    @abstractmethod
    def read(self, store: Store, key: str, **span: Any) -> tuple[tuple[Point, ...], Sequence[tuple[str, ...]]]:
        """Return the points of a span, and further rows of the summary."""

    def _span(self, opts: argparse.Namespace, zones: Mapping[str, str]) -> tuple[datetime, datetime]:
        """Return the beginning of the first day and the end of the last, in the portal's zone if there is one portal."""
        zone = ZoneInfo(zones.get(opts.portal[0], DEFAULT_ZONE) if len(set(opts.portal)) == 1 else DEFAULT_ZONE)
        now = clock.now().astimezone(zone)
        try:
            given = {name: read_day(name, said) for name in ("since", "until") if (said := getattr(opts, name)) is not None}
        except ArgumentError as error:
            raise NotStarted(Exit.USAGE, f"--{error}".replace("write it as ", "write it as --")) from error
        last = min(given.get("until", now.date()), now.date())
        first = max(given["since"], EARLIEST) if "since" in given else max(last, EARLIEST) - timedelta(days=self.days - 1)
        if first > last:
            said = "lies in the future" if first > now.date() else f"comes after --until={last}"
            raise NotStarted(Exit.USAGE, f"--since={first} {said}")
        return _midnight(first, zone), _midnight(last + timedelta(days=1), zone)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.min, zone)


def _write(points: Sequence[Point], path: Path, suffix: str) -> None:
    try:
        with writing(path), replaced(path) as file:
            WRITERS[suffix](points, file)
    except ValueError as error:
        raise NotStarted(Exit.NOT_STARTED, f"cannot write {path}: {error}") from error


def _show(title: str, points: Sequence[Point], more: Sequence[tuple[str, ...]], since: datetime, until: datetime) -> None:
    first, last = since.date(), (until - timedelta(days=1)).date()
    heading = f"{title}, {first} to {last}"
    console = output_console()
    if not points and not more:
        console.print(Text(f"{heading}: the store holds none"))
        return
    lines = [*(showing.summary(points, first, last) if points else ()), *more]
    console.print(Text(heading))
    console.print(_table(("portal", "side", "last", "seen", "lowest", "highest", f"{first} … {last}", "flags"), lines))
    found = showing.stretches(points)
    if found:
        console.print(
            _table(
                ("portal", "side", "figure", "change", "from", "to", "text", "flags"), showing.rows(found[: showing.MOST_FIGURES])
            )
        )
    if len(found) > showing.MOST_FIGURES:
        console.print(Text(f"and {len(found) - showing.MOST_FIGURES} figures before; -o FILE.csv writes all"))
    for line in showing.legend(points):
        console.print(Text(line))


def _table(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> Table:
    """Return a table of plain texts; columns that are empty in every row are left out, texts of portals are made printable."""
    kept = [list(map(shorten, line)) for line in lines]
    kept = [
        [line[at] if heads[at].count("…") else text for at, text in enumerate(said)]
        for line, said in zip(kept, kept, strict=True)
    ]
    wanted = [at for at in range(len(heads)) if any(line[at] for line in kept)]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for at in wanted:
        numeric = heads[at] in ("last", "lowest", "highest", "figure", "change")
        table.add_column(heads[at], justify="right" if numeric else "left", overflow="fold", no_wrap=heads[at] != "flags")
    for line in kept:
        table.add_row(*(Text(line[at]) for at in wanted))
    return table
