# ruff: noqa: E501
"""Pages a second through the whole engine on one core: replay, extraction, pipelines, store and feed.

    python -m benchmarks.replay [--pages 300] [--kilobytes 200]

Writes furnished pages (benchmarks/pages.py) into a temporary folder and replays them in processes of their own. Processor time of a
process, children included; what starting costs is taken off by a replay of ten pages.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import pages
from benchmarks.extraction import article_of
from benchmarks.markdown import table
from benchmarks.words import vocabulary

if TYPE_CHECKING:
    from benchmarks.pages import SavedPage

FEW = 10


def write(folder: Path, count: int, size: int) -> None:
    """Write `count` pages with addresses and headlines of their own."""
    folder.mkdir()
    made, words = pages.furnished(min(count, 60), size), vocabulary()[0]
    for number in range(count):
        page = made[number % len(made)]
        body = _with_word(page, words[number])
        (folder / f"page-{number}.html").write_bytes(body)
        sidecar = {"url": f"https://benchmark.example/zhanalyq/{number}", "fetched_at": page.fetched_at.isoformat()}
        (folder / f"page-{number}.json").write_text(json.dumps(sidecar))


def _with_word(page: SavedPage, word: str) -> bytes:
    """Return a page with a word more in its headline, in the head as well as over the text: as portals print it, they agree."""
    title = getattr(article_of(page), "title", None) or "</title>"
    return page.body.replace(title.encode(), f"{title} {word}".encode() if title != "</title>" else f" {word}</title>".encode())


def seconds(folder: Path, out: Path) -> float:
    """Return the processor time of one replay with a store and a feed of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [
        sys.executable,
        "-m",
        "scrapy",
        "crawl",
        "any",
        "-s",
        f"REPLAY={folder}",
        "-s",
        f"STORE=sqlite:///{out}.db",
        "-O",
        f"{out}.jsonl",
    ]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "KZNEWS_LOG_LEVEL": "INFO"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--pages", type=int, default=300)
    arguments.add_argument("--kilobytes", type=int, default=200)
    arguments.add_argument("--rounds", type=int, default=3)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        write(base / "few", FEW, given.kilobytes * 1000)
        write(base / "many", given.pages, given.kilobytes * 1000)
        start = min(seconds(base / "few", base / f"few{at}") for at in range(given.rounds))
        whole = min(seconds(base / "many", base / f"many{at}") for at in range(given.rounds))
    each = (whole - start) / (given.pages - FEW)
    row = [str(given.pages), str(given.kilobytes), f"{start:.1f}", f"{1000 * each:.1f}", f"{1 / each:.0f}"]
    print("\n".join(table(["pages", "kB", "start s", "ms a page", "pages/s"], [row])))


if __name__ == "__main__":
    main()
