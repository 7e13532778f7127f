"""kznews beside the extractors that others use, in one run, as Markdown: quality where the text is known, speed on 200 kB pages.

    python -m benchmarks.peers [--newspaper FOLDER] [--benchmark FOLDER] [--fundus FOLDER] [--trafilatura FOLDER] [--pages 20]
                               [--rounds 3] [--quality]

Run it in an environment of requirements-bench.txt; what is not installed is left out. The folders are a source package of
newspaper4k and checkouts of scrapinghub/article-extraction-benchmark, flairNLP/fundus and adbar/trafilatura. A tool that raises
has read nothing.
"""

from __future__ import annotations

import argparse
import socket
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from benchmarks import corpora, pages, tools
from benchmarks.markdown import table
from benchmarks.tools import Answer
from kznews.quality.score import Score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from benchmarks.corpora import Sample


def answer(work: Callable[[Sample], Answer], sample: Sample) -> tuple[Answer, bool]:
    """Return what a tool reads of a page, and whether it raised."""
    try:
        return work(sample), False
    except Exception:  # noqa: BLE001 - whatever a tool does with a page is its answer
        return Answer("", "", dated=True), True


def share(right: int, of: int) -> str:
    return f"{right / of:.3f}" if of else "–"


def quality(work: Callable[[Sample], Answer], samples: list[Sample]) -> list[str]:
    """Return F1, precision and recall of the text, pages without any, exact titles, right, wrong and missing days, errors."""
    score = Score()
    empty = errors = titles = named = days = wrong = asked = 0
    for sample in samples:
        found, raised = answer(work, sample)
        errors += raised
        empty += not (found.text or "").strip()
        score.add_text(sample.text, found.text or "")
        if sample.title and found.title is not None:
            named += 1
            titles += " ".join(found.title.split()) == " ".join(sample.title.split())
        if sample.day and found.dated:
            asked += 1
            days += found.day == sample.day
            wrong += found.day not in (sample.day, None)
    precision = float(score.overlap / (score.overlap + score.surplus)) if score.overlap else 0.0
    recall = float(score.overlap / (score.overlap + score.missing)) if score.overlap else 0.0
    figures = [f"{score.body_f1:.3f}", f"{precision:.3f}", f"{recall:.3f}", str(empty)]
    return [*figures, share(titles, named), share(days, asked), share(wrong, asked), str(errors)]


QUALITY = ["tool", "text F1", "precision", "recall", "no text", "title exact", "day right", "day wrong", "errors"]


def quality_part(name: str, samples: Iterable[Sample]) -> list[str]:
    found = list(samples)
    works = tools.installed(tools.TOOLS)
    if not any(sample.portal.layouts for sample in found):
        works = {label: work for label, work in works.items() if label != "kznews, layouts"}
    return [f"### {name}: {len(found)} pages", *table(QUALITY, [[label, *quality(work, found)] for label, work in works.items()])]


def phrases(work: Callable[[Sample], Answer], found: list[corpora.Phrased]) -> list[str]:
    """Return F1, precision and recall of the phrases, counted as trafilatura's evaluation does, and pages without any text."""
    right = surplus = missing = empty = 0
    for page in found:
        text = " ".join((answer(work, page.sample)[0].text or "").split())
        told = sum(phrase in text for phrase in page.wanted)
        right, missing = right + told, missing + len(page.wanted) - told
        surplus += sum(phrase in text for phrase in page.unwanted)
        empty += not text
    f1 = 2 * right / (2 * right + surplus + missing)
    return [f"{f1:.3f}", share(right, right + surplus), share(right, right + missing), str(empty)]


def phrase_part(found: list[corpora.Phrased]) -> list[str]:
    """Return the tables of both halves, of tools that give a text."""
    lines: list[str] = []
    for half, kept in (("looked at", False), ("kept aside", True)):
        pages_of = [page for page in found if page.kept is kept]
        works = {label: work for label, work in tools.installed(tools.TOOLS).items() if label != "kznews, layouts"}
        head = ["tool", "F1 of phrases", "precision", "recall", "no text"]
        rows = [[label, *phrases(work, pages_of)] for label, work in works.items()]
        lines += [f"### trafilatura's own evaluation, the half {half}: {len(pages_of)} pages", *table(head, rows)]
    return lines


def seconds(work: Callable[[Sample], Any], sample: Sample) -> float:
    start = time.process_time()
    answer(work, sample)
    return time.process_time() - start


def speed_part(count: int, rounds: int) -> list[str]:
    """Return processor time a page, best of some rounds, and its ratio to a bare parse of the same page; tools take turns."""
    found = [
        corpora.Sample(page.name, page.body, page.url, page.portal, page.fetched_at, "", header=page.header)
        for page in pages.furnished(count)
    ]
    works: dict[str, Callable[[Sample], Any]] = {**tools.installed(tools.PARSES), **tools.installed(tools.TOOLS)}
    for work in works.values():
        answer(work, found[0])  # imports and tables
    best = {label: [float("inf")] * len(found) for label in works}
    for _ in range(rounds):
        for label, work in works.items():
            best[label] = [min(least, seconds(work, sample)) for least, sample in zip(best[label], found, strict=True)]
    bare = next(best[label] for label in works if label.startswith("bare lxml"))
    rows = []
    for label, times in best.items():
        ratio = statistics.median(ours / theirs for ours, theirs in zip(times, bare, strict=True))
        rows.append([label, f"{statistics.median(times) * 1000:.2f}", f"{ratio:.1f}", f"{len(times) / sum(times):.0f}"])
    size = statistics.median(len(sample.body) for sample in found) / 1000
    head = ["tool", "ms a page", "times a bare lxml parse", "pages/s"]
    return [f"### Speed: {len(found)} pages, median {size:.0f} kB", *table(head, rows)]


def refuse_network() -> None:
    """Let every look-up of a host fail at once: some tools fetch a page's images, and nobody is to be asked for them."""

    def refused(*_arguments: object, **_named: object) -> NoReturn:
        raise OSError("no network in a benchmark")

    socket.getaddrinfo = refused


def main() -> None:
    refuse_network()
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for folder in ("newspaper", "benchmark", "fundus", "trafilatura"):
        arguments.add_argument(f"--{folder}", type=Path)
    arguments.add_argument("--pages", type=int, default=20)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--quality", action="store_true", help="leave the speed out")
    given = arguments.parse_args()
    say(quality_part("Fixtures of kznews", corpora.fixtures()))
    for name, kind, folder in (
        ("newspaper4k's test pages", corpora.newspaper, given.newspaper),
        ("article-extraction-benchmark", corpora.benchmark, given.benchmark),
        ("fundus' test pages", corpora.fundus, given.fundus),
    ):
        if folder is not None:
            say(quality_part(name, kind(folder)))
    if given.trafilatura is not None:
        say(phrase_part(list(corpora.phrased(given.trafilatura))))
    if not given.quality:
        say(speed_part(given.pages, given.rounds))


def say(lines: list[str]) -> None:
    print("\n".join(lines), flush=True)


if __name__ == "__main__":
    main()
