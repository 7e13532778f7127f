"""scrapy reextract: archives read again with today's rules, without the engine, on all processors or a cluster."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.archives.faults import ArchiveError, Faults
from kznews.archives.opening import expand, reaching, records_of
from kznews.reextract.diff import Comparison
from kznews.reextract.engines import engine_for
from kznews.reextract.hosts import DECLARED, hosts_of
from kznews.reextract.index import spans_of
from kznews.reextract.notes import FolderNotes
from kznews.reextract.planning import Plan, planned, planned_by_index, reached
from kznews.reextract.progress import Told, watched
from kznews.reextract.sinks import is_store, unread
from kznews.reextract.tasks import Order
from kznews.running import Exit, NotStarted, printing, refusals, say, writing
from kznews.savedarchives import body_in
from kznews.store import Store

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from kznews.reextract.engines import Engine, Failed
    from kznews.reextract.hosts import Hosts
    from kznews.reextract.tasks import Summary, Task

MOST_LINES = 20
"""Lines about damaged archives, and about those that were not read, that are printed; the rest is counted."""


class Command(ScrapyCommand):
    """Reads archives again, each record by the portal of its host, into a store or parts of Parquet."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people

    def syntax(self) -> str:
        return "ARCHIVE... [--into FOLDER] [--diff] [--index FILE]"

    def short_desc(self) -> str:
        return "Read archives again with today's rules"

    def long_desc(self) -> str:
        return (
            "ARCHIVE is a .warc, .warc.gz or .wacz, or a folder of them; a path, s3:// or https://. Articles go into the store, "
            "or with --into as Parquet into a folder, a large archive in many parts. Called again it does what is not done."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add = parser.add_argument
        add("--into", metavar="FOLDER", default="", help="write Parquet parts to this folder (a path or s3://), no store")
        add("--hosts", metavar="LIST", default=DECLARED, help="hosts or portals, parted by commas; declared (default) or any")
        add("--workers", type=int, default=os.cpu_count() or 1, help="processes of the pool (default: one per processor)")
        add("--engine", default="pool", help="pool, here (this process alone), or dask://host:port")
        add("--index", metavar="FILE", action="append", default=[], help="an index (CDXJ, cluster.idx, Parquet) to go by")
        add("--base", metavar="PATH", default="", help="what goes before the archive names of an index")
        add("--diff", action="store_true", help="say what would change in the store; write nothing")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        if opts.workers < 1:
            raise UsageError("--workers takes a number of processes", print_help=False)
        if bool(args) == bool(opts.index) and not (opts.diff and not opts.index):
            raise UsageError("scrapy reextract takes archives, or --index", print_help=False)
        with refusals(self):
            try:
                hosts = hosts_of(tuple(self.settings.getlist("SPIDER_MODULES")), _named(opts))
                if opts.diff:
                    self._compare(args, hosts)
                else:
                    self._read(args, opts, hosts)
            except KeyError as error:
                raise NotStarted(Exit.USAGE, str(error.args[0])) from error
            except (ArchiveError, ValueError) as error:
                raise NotStarted(Exit.USAGE, str(error)) from error
            except OSError as error:
                line = f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error)
                raise NotStarted(Exit.NOT_STARTED, line) from error

    def _read(self, args: list[str], opts: argparse.Namespace, hosts: Hosts) -> None:
        assert self.settings is not None  # noqa: S101
        order = self._order(opts)
        engine = engine_for(opts.engine, opts.workers)
        plan = self._plan(order, engine, args, opts, hosts)
        ended = len(plan.failed)
        size = sum(task.size for task in plan.tasks)
        told = Told(len(plan.tasks) + ended, size, faults=plan.faults, failed=plan.failed, ended=ended)
        told.counts["damaged"] = plan.damaged
        for _ in watched(engine.run(order, plan.tasks), told):
            pass
        for line in told.faults[:MOST_LINES]:
            say(f"damaged: {line}")
        if (more := told.counts["damaged"] - MOST_LINES) > 0:
            say(f"and {more} more damaged places")
        for failed in told.failed[:MOST_LINES]:
            say(f"not read: {failed.task.name}: {failed.why.removeprefix(f'{failed.task.name}: ')}")
        if (more := len(told.failed) - MOST_LINES) > 0:
            say(f"and {more} more that were not read")
        if told.unchanged and (missing := unread(order, told.unchanged)):
            say(f"{len(missing)} pages were only seen unchanged; no archive that has them in full was read ({missing[0]})")
        self._tell(told)

    def _order(self, opts: argparse.Namespace) -> Order:
        """Return what is to be made of every task; what is wrong with its target is said once, and before anything is read."""
        assert self.settings is not None  # noqa: S101
        into = opts.into or self.settings["STORE"]
        order = Order(into, tuple(self.settings.getlist("SPIDER_MODULES")), _named(opts), self.settings.getbool("LAYOUTS"))
        if is_store(into) or not opts.into:
            Store.open(into, min_free=self.settings.getint("STORE_MIN_FREE")).close()
        else:
            with writing(into), reaching(into):
                FolderNotes(into).begin(order, by_index=bool(opts.index))
        return order

    def _plan(self, order: Order, engine: Engine, args: list[str], opts: argparse.Namespace, hosts: Hosts) -> Plan:
        assert self.settings is not None  # noqa: S101
        if opts.index:
            spans = (span for path in opts.index for span in spans_of(path, hosts))
            plan = planned_by_index(order, spans, opts.base)
        else:
            lost = Plan()
            wholes = list(dict.fromkeys(reached(expand(args), lost).values()))
            plan = planned(order, wholes, engine, self.settings.getint("REEXTRACT_RANGE"), _looked_through)
            plan.failed += lost.failed
        if not is_store(order.into):
            FolderNotes(order.into).keep_only(plan.keys())
        return plan

    def _tell(self, told: Told) -> None:
        counts = told.counts
        skipped = f" ({told.skipped} done before)" if told.skipped else ""
        parts = f"{told.ended - len(told.failed)} of {told.tasks} parts{skipped}"
        say(f"{parts}: {counts['records']} records, {counts['articles']} articles")
        refused = sorted((-count, name) for name, count in counts.items() if name.startswith("reason/"))
        if refused:
            say("refused: " + ", ".join(f"{-count} {name.removeprefix('reason/')}" for count, name in refused))
        if told.fresh:
            say(f"{told.rate():.0f} records/s")
        bad = told.failed or counts["damaged"] or counts["reason/parse_error"] or counts["unstorable"]
        self.exitcode = Exit.UNHEALTHY if bad else Exit.FINE

    def _compare(self, args: list[str], hosts: Hosts) -> None:
        assert self.settings is not None  # noqa: S101
        with Store.open(self.settings["STORE"], create=False) as store:
            found = Comparison(store, layouts=self.settings.getbool("LAYOUTS"))
            faults = Faults()
            for name in expand(args) if args else []:
                found.records(records_of(name, faults, wanted=hosts.wanted), hosts)
            if not args:
                found.raw_pages(store.raw_pages(archive=body_in(self.settings.get("ARCHIVE"))), hosts)
            with printing():
                for line in found.lines():
                    print(line)
            for line in faults.lines[:MOST_LINES]:
                say(f"damaged: {line}")
            if found.defects:
                say(f"our own code failed on {found.defects} pages (parse_error)")
            say(f"{sum(found.compared.values())} stored articles compared; nothing was written")
            self.exitcode = Exit.UNHEALTHY if faults.count or found.defects else Exit.FINE


def _looked_through(results: Iterable[Summary | Failed], tasks: list[Task]) -> Iterator[Summary | Failed]:
    """Yield what is found in ranges of large archives, and show how far that is."""
    return watched(results, Told(len(tasks), sum(task.size for task in tasks), is_survey=True))


def _named(opts: argparse.Namespace) -> tuple[str, ...]:
    return tuple(name.strip().lower() for name in opts.hosts.split(",") if name.strip())
