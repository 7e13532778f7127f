"""scrapy demo: the main job on the saved pages of the project, with a summary for newcomers."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.commands import BaseRunSpiderCommand

from kznews.commands.report import report
from kznews.exporters.whole import write_feed
from kznews.items import ExchangeRate, Weather
from kznews.outcomes import Reason
from kznews.quality.cases import SAVED
from kznews.running import Exit, NotStarted, ended, refusals, say, start, was_stopped
from kznews.spiderloader import UNDECLARED
from kznews.starting import check_start
from kznews.stopping import run_to_the_end
from kznews.store import Store, file_of, is_missing, shown

if TYPE_CHECKING:
    import argparse

    from scrapy.crawler import CrawlerProcessBase

    from kznews.items import Article

FEED = "articles.jsonl"
REPORT = "report.html"
SHOWN = 5
"""Portals that the summary names."""
MAX_LINE = 96
"""Characters of one line of the summary: a terminal has at least 80, most have 120."""


class Command(BaseRunSpiderCommand):
    """Replays the saved pages of every portal through the real crawler into the store, writes a feed, says what it found."""

    requires_project = True

    def short_desc(self) -> str:
        return "Replay the project's saved pages and show what comes out"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before
        self.settings.set("REPLAY", str(SAVED), "cmdline")
        self.settings.set("LOG_LEVEL", opts.loglevel or "ERROR", "cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        process = self.crawler_process
        assert process is not None  # noqa: S101 - Scrapy sets it before run
        with refusals(self):
            self._replay(process, opts)

    def _replay(self, process: CrawlerProcessBase, opts: argparse.Namespace) -> None:
        check_start(process.settings)
        address = process.settings["STORE"]
        _check_store(address)
        crawlers = [self._create_crawler(name) for name in process.spider_loader.list()]
        runs = []
        for crawler in crawlers:
            # Pages without a portal file are saved in a folder of their own.
            own = {"under": UNDECLARED} if crawler.spidercls.name == UNDECLARED else {}
            runs.append(start(process, crawler, opts.spargs | own))
        run_to_the_end(process)
        self.exitcode = ended(runs)
        if any(map(was_stopped, crawlers)):
            say("stopped as asked; the same command goes on")
            return
        folder = _folder_of(address)
        with Store.open(address) as store:
            with store.export() as export:
                write_feed(export, "jsonl", folder / FEED)
            report(store, folder / REPORT, days=0)  # the saved pages are of many years
            print("\n".join(told(store, len(crawlers) - 1, address)))


def _check_store(address: str) -> None:
    """Raise NotStarted for a store into which something else was collected: composed pages would stand among real articles."""
    if is_missing(address):
        return
    with Store.open(address) as store:
        if any(run["settings"].get("REPLAY") != str(SAVED) for run in store.runs()):
            line = f"the store {shown(address)} holds more than a demo; give the demo one of its own: -s STORE=sqlite:///demo/kznews.db"
            raise NotStarted(Exit.USAGE, line)


def _folder_of(address: str) -> Path:
    """Return where feed and report go: beside a store that is a file."""
    file = file_of(address)
    return Path("data") if file is None else file.parent


def told(store: Store, portals: int, address: str) -> list[str]:
    """Return the lines of the summary, from the store alone."""
    folder = _folder_of(address)
    summary = store.summary()
    outcomes = sum((Counter(counts) for counts in summary["outcomes"].values()), Counter[str]())
    refusals = sum((Counter(counts) for counts in summary["refusals"].values()), Counter[str]())
    unsaved = refusals.pop(Reason.NOT_SAVED.value, 0)
    refused = sum(refusals.values())
    pages = sum(outcomes.values()) - unsaved
    articles = list(store.articles())
    return [
        "",
        f"The store holds {pages} saved pages of {portals} portals and some that no portal file knows.",
        "No request left this machine.",
        "",
        *_articles(articles, outcomes),
        "",
        f"{refused:>5} pages refused, each by name",
        *(f"{count:>9} {name:<17} {Reason(name).meaning}" for name, count in refusals.most_common()),
        "",
        *_figures(store),
        "",
        *_example(articles),
        "",
        f"The store      {shown(address)}  (docs/store.md; the view to begin with is current_articles)",
        f"The articles   {folder / FEED}, one JSON object a line",
        f"The report     {folder / REPORT}, to be opened in a browser",
        f"Also noted     {unsaved} addresses that are not saved here; a run on the network would fetch them",
    ]


def _articles(articles: list[Article], outcomes: Counter[str]) -> list[str]:
    portals = Counter(article.portal for article in articles)
    scripts = Counter(article.script for article in articles)
    declared = Counter({name: count for name, count in portals.items() if "." not in str(name)})
    most = ", ".join(f"{name} {count}" for name, count in declared.most_common(SHOWN))
    more = f" and {len(declared) - SHOWN} more portals" if len(declared) > SHOWN else ""
    others = sum(count for name, count in portals.items() if "." in str(name))
    return [
        f"{len(articles):>5} articles   {most}{more}; {others} from hosts that no portal file knows",
        f"{'':>5} scripts    {', '.join(f'{count} {script}' for script, count in scripts.most_common())}",
        f"{outcomes['duplicate']:>5} editions   the same articles under other addresses and in other scripts",
        f"{outcomes['listed']:>5} sources    listings, feeds and JSON answers",
    ]


def _figures(store: Store) -> list[str]:
    figures = [seen.value for seen in store.observations()]
    rates = [figure for figure in figures if isinstance(figure, ExchangeRate)]
    places = [figure for figure in figures if isinstance(figure, Weather)]
    dollars = sorted(rate.value for rate in rates if rate.currency == "USD")
    cities = Counter(place.city_key for place in places)
    lines = [f"{len(rates):>5} rates seen in page headers, of {len({rate.currency for rate in rates})} currencies"]
    if dollars:
        lines[0] += f"; USD from {dollars[0]} to {dollars[-1]} tenge"
    shown = ", ".join(f"{name} {count}" for name, count in cities.most_common(6))
    return [*lines, f"{len(places):>5} temperatures: {shown}"]


def _example(articles: list[Article]) -> list[str]:
    """Return one article as it looks: the newest with lead, rates and weather."""
    full = [
        article for article in articles if article.lead and article.weather and article.exchange_rates and article.published_at
    ]
    if not full:
        return []
    article = max(full, key=lambda candidate: (candidate.portal == "qamshy", candidate.published_at))
    weather = article.weather
    rates = ", ".join(f"{rate.currency} {rate.value}" for rate in article.exchange_rates)
    lines = [
        f"{article.title}",
        f"  {article.section} · {article.published_raw} = {article.published_at:%Y-%m-%d %H:%M%z} · {', '.join(article.authors)}",
        f"  {article.lead}",
        f"  {len(article.body)} paragraphs, language {article.language}, script {article.script}",
        f"  in the header at the fetch: {weather.city} {weather.temperature} °C, {rates}" if weather else "",
    ]
    return ["For example:", *(line if len(line) <= MAX_LINE else line[: MAX_LINE - 1] + "…" for line in lines)]
