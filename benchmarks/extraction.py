"""What reading a page costs beside a bare lxml parse of the same bytes, as Markdown.

    python -m benchmarks.extraction [--pages 40] [--rounds 7] [--folder PAGES]

Processor time of one process; every figure is the median over pages of the best of some rounds, because a shared machine only
ever makes a round slower. The ratio is taken page by page, parse and reading in turn. Every round is a run: what it learns of the
furniture of one page it knows on the next; "known" is the ratio where all of a page's furniture was met before.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import html

from benchmarks import pages
from benchmarks.markdown import table
from benchmarks.shapes import SHAPES, shaped
from kznews.extract.document import Document
from kznews.extract.furniture import furniture_of
from kznews.extract.page import read_page
from kznews.loaders import load_article
from kznews.outcomes import Refused
from kznews.pipelines.language import tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.pages import SavedPage


def article_of(page: SavedPage) -> object:
    """Return the full article of a page with its widgets, dates and language, as a run makes it, or the refusal."""
    document = Document(page.body, page.url, address=page.address, header=page.header)
    try:
        reading = read_page(document, page.portal, page.fetched_at, layouts=page.layouts)
    except Refused as refused:
        return refused
    article = load_article(reading, page.fetched_at)
    tag(article)
    return article


def bare(page: SavedPage) -> object:
    return html.fromstring(page.body)


def decoded(page: SavedPage) -> object:
    return Document(page.body, page.url, header=page.header).decoded


def tree(page: SavedPage) -> object:
    return Document(page.body, page.url, header=page.header).tree


def seconds(work: Callable[[SavedPage], object], page: SavedPage) -> float:
    start = time.process_time()
    work(page)
    return time.process_time() - start


def measured(works: list[Callable[[SavedPage], object]], found: list[SavedPage], rounds: int) -> list[list[float]]:
    """Return for each piece of work its best times on pages; the pieces take turns, and every round is a run that begins anew."""
    best = [[float("inf")] * len(found) for _ in works]
    for _ in range(rounds):
        furniture_of.cache_clear()
        for at, page in enumerate(found):
            for times, work in zip(best, works, strict=True):
                times[at] = min(times[at], seconds(work, page))
    return best


def row(name: str, found: list[SavedPage], rounds: int) -> list[str]:
    works = [bare, decoded, tree, article_of, article_of]
    for page in found[:5]:
        for work in works:
            work(page)
    parse, decode, parsed, read, again = measured(works, found, rounds)
    ratios, known = ([ours / theirs for ours, theirs in zip(taken, parse, strict=True)] for taken in (read, again))
    return [
        name,
        str(len(found)),
        f"{statistics.median(len(page.body) for page in found) / 1000:.0f}",
        f"{statistics.median(len(list(bare(page).iter())) for page in found):.0f}",  # type: ignore[attr-defined]
        *(f"{statistics.median(column) * 1000:.2f}" for column in (parse, decode, parsed, read)),
        *(f"{figure:.1f}" for figure in (statistics.median(ratios), max(ratios), statistics.median(known))),
        f"{len(read) / sum(read):.0f}",
    ]


HEAD = ["pages", "number", "kB", "elements", "bare parse ms", "decode ms", "tree ms", "article ms"]
HEAD += ["ratio", "worst", "known", "pages/s"]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--pages", type=int, default=40)
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--folder", type=Path, help="saved pages (*.html, *.html.gz), of portals that nobody declared")
    given = arguments.parse_args()
    rows = [
        row("200 kB, half scripts", pages.furnished(given.pages), given.rounds),
        row("200 kB, no scripts", pages.furnished(given.pages, scripts=0.0), given.rounds),
        row("200 kB, half scripts, of one portal", pages.furnished(given.pages, alike=True), given.rounds),
        row("200 kB, no scripts, of one portal", pages.furnished(given.pages, scripts=0.0, alike=True), given.rounds),
        row("200 kB, four fifths scripts", pages.furnished(given.pages, scripts=0.8), given.rounds),
        *(row(f"200 kB, {shape}", shaped(given.pages, shape), given.rounds) for shape in SHAPES),
        row("fixtures as they are", pages.fixtures(), given.rounds),
    ]
    if given.folder:
        rows.append(row(given.folder.name, list(pages.saved(given.folder)), given.rounds))
    print("\n".join(table(HEAD, rows)))


if __name__ == "__main__":
    main()
