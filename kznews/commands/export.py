"""scrapy export: a feed of what is in the store, complete or not at all."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.atomic import replaced
from kznews.exporters.whole import FORMATS, write_feed, write_partitions
from kznews.portalnames import check_portals
from kznews.running import Exit, NotStarted, printing, refusals, say, writing
from kznews.store import NoSuchRunError, Selection, Store
from kznews.store.articles import SCRIPT_ORDER

if TYPE_CHECKING:
    import argparse

_ENDINGS = {".jsonl": "jsonl", ".json": "json", ".csv": "csv", ".parquet": "parquet", ".atom": "atom"}
"""Ends of names that say which format is in a file; any other, such as `.xml` of an Atom feed, may hold whatever is asked for."""
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class Command(ScrapyCommand):
    """Writes the articles of the store, one per work, in the order of portal, publication and id."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people

    def syntax(self) -> str:
        return f"{{{','.join(FORMATS)}}} -o FILE [--portal NAME ...] [--since-run RUN]"

    def short_desc(self) -> str:
        return "Write a feed from the store"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add = parser.add_argument
        add("-o", "--output", required=True, metavar="FILE", help="the file, replaced when complete; - for standard output")
        add("--portal", action="append", default=[], help="only this portal; may be repeated")
        add("--since", metavar="DAY", help="published on this day or later, by the portal's clock: 2018-01-31")
        add("--until", metavar="DAY", help="published on this day or earlier")
        add("--language", action="append", default=[], help="only texts in this language: kk, ru, und; may be repeated")
        add("--script", choices=SCRIPT_ORDER, help="of each work the edition in this script, if it has one")
        add("--story", metavar="ID", help="only the works that tell this story (field story_id)")
        add("--since-run", metavar="RUN", help="only what is new, changed or removed since this run had ended")
        add("--state", metavar="FILE", help="as --since-run, with the run that FILE names; then FILE names the run to go on from")
        add("--partition", action="store_true", help="parquet: FILE is a folder with one file for each portal and month")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 1 or args[0] not in FORMATS:
            raise UsageError(f"scrapy export takes one format: {', '.join(FORMATS)}", print_help=False)
        if opts.partition and (args[0] != "parquet" or opts.output == "-"):
            raise UsageError("--partition writes a folder of Parquet files", print_help=False)
        if (named := _ENDINGS.get(Path(opts.output).suffix.lower(), args[0])) != args[0]:
            line = f"{opts.output} would hold {args[0]}: write `scrapy export {named}`, or give the file another name"
            raise UsageError(line, print_help=False)
        if opts.state is not None and (opts.since_run is not None or opts.output == "-"):
            raise UsageError("--state takes neither --since-run nor standard output", print_help=False)
        if opts.state is not None and Path(opts.state).resolve() == Path(opts.output).resolve():
            raise UsageError("--state names the file of the feed itself: give it one of its own", print_help=False)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        with refusals(self):
            selection = selection_from(opts)
            try:
                output = printing() if opts.output == "-" else writing(opts.output)
                with Store.open(self.settings["STORE"], create=False) as store, output:
                    check_portals(selection.portals, self.settings, store)
                    _write(store, args[0], selection, opts)
            except NoSuchRunError as error:
                line = f"{opts.state}: {error}; remove it to begin with all articles" if opts.state else str(error)
                raise NotStarted(Exit.USAGE, line) from error


def selection_from(opts: argparse.Namespace) -> Selection:
    """Return what the options select; raises NotStarted for one that cannot mean anything."""
    since, until = _day("since", opts.since), _day("until", opts.until)
    if since and until and since > until:
        raise NotStarted(Exit.USAGE, f"--since {since} comes after --until {until}")
    if wrong := [language for language in opts.language if not _LANGUAGE.fullmatch(language)]:
        raise NotStarted(Exit.USAGE, f"--language {wrong[0]} is no language code; there are kk, ru, und")
    portals, languages = tuple(opts.portal), tuple(opts.language)
    return Selection(portals=portals, since=since, until=until, languages=languages, script=opts.script, story=opts.story)


def _write(store: Store, kind: str, selection: Selection, opts: argparse.Namespace) -> None:
    state = Path(opts.state) if opts.state is not None else None
    since_run = _run_in(state) if state and state.exists() else opts.since_run
    # An increment may name as removed what told a story that is none any more.
    if since_run is None and selection.story is not None and not store.has_story(selection.story):
        raise NotStarted(Exit.USAGE, f"no work of the store tells the story {selection.story!r}; the field story_id names it")
    with store.export(selection, since_run=since_run) as export:
        if opts.partition:
            count = write_partitions(export, Path(opts.output))
        else:
            count = write_feed(export, kind, None if opts.output == "-" else Path(opts.output))
    if state and export.run:
        # After the feed: whoever is killed in between gets the same changes once more.
        with writing(state), replaced(state) as file:
            file.write(f"{export.run}\n".encode())
    what = "changes" if since_run else "articles"
    say(f"{count} {what} in {'standard output' if opts.output == '-' else opts.output}")
    if not count and selection.languages and not since_run:
        say(f"languages in the store: {', '.join(store.languages()) or 'none, it is empty'}")
    if export.run and not state:
        say(f"what comes later: --since-run {export.run}")


def _run_in(state: Path) -> str:
    """Return the run that a file of --state names; raises NotStarted for a file that names none or cannot be read."""
    try:
        said = state.read_text(encoding="utf-8", errors="replace").strip()
    except OSError as error:
        raise NotStarted(Exit.NOT_STARTED, f"cannot read {state}: {error.strerror or error}") from error
    if not said or len(said.split()) > 1 or not said.isprintable():
        raise NotStarted(Exit.USAGE, f"{state} names no run: it is no file of --state; remove it to begin with all articles")
    return said


def _day(name: str, text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise NotStarted(Exit.USAGE, f"--{name} {text} is no day; write it as --{name} 2018-01-31") from None
