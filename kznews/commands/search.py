"""scrapy search WORDS: the newest articles of the store in which the words occur, in any script and with any ending."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, ClassVar
from zoneinfo import ZoneInfo

from rich.text import Text
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.arguments import ArgumentError, read_day, read_limit
from kznews.kazakh.zones import DEFAULT_ZONE
from kznews.portalnames import check_portals
from kznews.running import Exit, NotStarted, printing, refusals, say
from kznews.search import QueryError, marks, read_query, snippet
from kznews.spiderloader import sound_portals
from kznews.store import Store
from kznews.terminal import output_console

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from kznews.items import Article
    from kznews.search import Term

LIMIT = 10
MOST = 1_000


class Command(ScrapyCommand):
    """Prints articles of the store in which words occur."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people

    def syntax(self) -> str:
        return "<word> [<word> ...] [--portal NAME] [--since DAY] [--until DAY] [--limit N] [--json]"

    def short_desc(self) -> str:
        return "Find articles by words, in any script and with any ending"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--portal", metavar="NAME", help="only this portal")
        parser.add_argument("--since", metavar="DAY", help="published on this day or later, 2022-12-01")
        parser.add_argument("--until", metavar="DAY", help="published on this day or earlier")
        parser.add_argument("--limit", metavar="N", default=str(LIMIT), help=f"how many, {MOST} at most (default {LIMIT})")
        parser.add_argument("--json", action="store_true", help="one object a line")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if not args:
            raise UsageError("say what to look for", print_help=False)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        with refusals(self):
            zones = {name: portal.timezone for name, portal in sound_portals(self.settings).items()}
            terms, filters = _read(args, opts, zones)
            with Store.open(self.settings["STORE"], create=False) as store:
                check_portals([opts.portal] if opts.portal is not None else [], self.settings, store)
                _complete(store)
                found = store.find(terms, **filters)
            with printing():
                (_print_json if opts.json else _print)(found, terms)


def _read(args: Sequence[str], opts: argparse.Namespace, zones: dict[str, str]) -> tuple[tuple[Term, ...], dict[str, Any]]:
    """Return the terms and the filters of a question; raises NotStarted for what cannot be meant."""
    try:
        # What the shell took the quotation marks from is still one phrase.
        terms = read_query(" ".join(f'"{said}"' if " " in said and '"' not in said else said for said in args))
        limit = read_limit(opts.limit)
        days = {name: read_day(name, said) for name in ("since", "until") if (said := getattr(opts, name)) is not None}
    except (QueryError, ArgumentError) as error:
        said = f"--{error}".replace("write it as ", "write it as --") if isinstance(error, ArgumentError) else str(error)
        raise NotStarted(Exit.USAGE, said) from error
    if limit > MOST:
        raise NotStarted(Exit.USAGE, f"--limit={limit} is more than {MOST}; `scrapy export` has no limit")
    if "since" in days and "until" in days and days["since"] > days["until"]:
        raise NotStarted(Exit.USAGE, f"--since={days['since']} comes after --until={days['until']}")
    zone = ZoneInfo(zones.get(opts.portal or "", DEFAULT_ZONE))
    filters: dict[str, Any] = {"portal": opts.portal, "limit": limit}
    if "since" in days:
        filters["since"] = _midnight(days["since"], zone)
    if "until" in days and days["until"] < date.max:
        filters["until"] = _midnight(days["until"] + timedelta(days=1), zone)
    return terms, filters


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.min, zone)


def _complete(store: Store) -> None:
    """Index what an older kznews has left, and say so: it takes minutes once."""
    due, done = store.unindexed(), 0
    if not due:
        return
    for more in store.index():
        done += more
        say(f"search index: {done} of {due} articles")


def _print_json(found: Sequence[Article], terms: Sequence[Term]) -> None:
    for article in found:
        shown = snippet(article.body, terms)
        title = article.title or ""
        line = {
            "portal": article.portal,
            "url": article.url,
            "published_at": article.published_at and article.published_at.isoformat(),
            "title": title,
            "title_found": _places(title, terms),
            "snippet": shown.text,
            "snippet_found": shown.found,
        }
        print(json.dumps(line, ensure_ascii=False))


def _print(found: Sequence[Article], terms: Sequence[Term]) -> None:
    console = output_console()
    if not found:
        console.print(Text("nothing found"))
    for article in found:
        shown = snippet(article.body, terms)
        day = article.published_at.isoformat(sep=" ", timespec="minutes")[:16] if article.published_at else "no date"
        title = article.title or ""
        console.print(Text(f"{day}  {article.portal}  "), _marked(title, _places(title, terms)), sep="")
        console.print(_marked(shown.text, shown.found))
        console.print(Text(f"{article.url}\n"), soft_wrap=True)


def _places(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    return [(start, end) for start, end, _ in marks(text, terms)]


def _marked(text: str, places: Sequence[tuple[int, int]]) -> Text:
    """Return the text with found words in bold on a screen, and between asterisks where there is none."""
    line = text.translate({ord("\n"): " ", ord("\t"): " "})
    if not sys.stdout.isatty():
        for start, end in sorted(places, reverse=True):
            line = f"{line[:start]}*{line[start:end]}*{line[end:]}"
        return Text(line)
    shown = Text(line)
    for start, end in places:
        shown.stylize("bold", start, end)
    return shown
