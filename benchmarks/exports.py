"""Time and memory of every export, by the number of articles: `make bench-exports`.

Each format is written by the shipped command in a process of its own, whose peak of memory the system tells.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from kznews.store import Store
from kznews.store import schema as tables

if TYPE_CHECKING:
    from sqlalchemy import Table

WORDS = (
    "қазақ",
    "тілінде",
    "жазылған",
    "жаңалық",
    "мәтіні",
    "бірнеше",
    "сөйлемнен",
    "тұрады",
    "және",
    "оны",
    "оқырман",
    "күн",
    "сайын",
    "оқиды",
)
BEGIN = datetime(2016, 1, 1, tzinfo=UTC)
BATCH = 1_000
EXPORTS = (["jsonl"], ["csv"], ["atom"], ["parquet"], ["parquet", "--partition"])


def rows(number: int, chance: Random) -> dict[Table, dict[str, Any]]:
    """Return the rows of an article of about 3,000 letters, of one of ten portals and 120 months."""
    portal, url = f"portal{number % 10}", f"https://portal{number % 10}.kz/{number}"
    key, digest = f"{portal}:{number}", f"{number:064}"
    at = {"portal": portal, "url": url}
    published = BEGIN + timedelta(minutes=chance.randrange(60 * 24 * 3650))
    rate = {
        "currency": "USD",
        "value": str(chance.randint(300, 600)),
        "nominal": 1,
        "side": "official",
        "change": None,
        "raw": "",
    }
    text = {"body": [" ".join(chance.choices(WORDS, k=chance.randint(20, 60))) for _ in range(8)], "title": f"Тақырып {number}"}
    text |= {"authors": [], "tags": ["тег"], "exchange_rates": [rate], "language": "kk", "script": "Cyrl"}
    text |= {
        "published_at": published,
        "published_offset": 18_000,
        "article_id": str(number),
        "content_key": "",
        "read_at": BEGIN,
    }
    edition = {
        **at,
        "article_key": key,
        "script": "Cyrl",
        "digest": digest,
        "versions": 1,
        "first_seen": BEGIN,
        "last_seen": BEGIN,
    }
    article = {"key": key, "portal": portal, "article_id": str(number), "main_url": url, "first_seen": BEGIN}
    return {
        tables.articles: {**article, "published_at": published, "content_key": ""},
        tables.pages: {**at, "state": "done", "outcome": "stored", "article_key": key, "fetched_at": BEGIN},
        tables.texts: {**at, "digest": digest, **text},
        tables.editions: edition,
    }


def fill(path: Path, articles: int) -> None:
    """Fill a store, past the crawl: what is measured is the way out."""
    chance = Random(1)
    made = (rows(number, chance) for number in range(articles))
    with Store.open(f"sqlite:///{path}") as store:
        while batch := list(islice(made, BATCH)):
            with store.database.write() as connection:
                for table in batch[0]:
                    connection.execute(insert(table), [one[table] for one in batch])


def export(store: Path, options: list[str], out: Path) -> tuple[float, float]:
    """Return seconds and megabytes of one export."""
    command = [sys.executable, "-m", "scrapy", "export", *options, "-o", str(out)]
    began = time.perf_counter()
    process = subprocess.Popen(command, env={**os.environ, "KZNEWS_STORE": f"sqlite:///{store}"}, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def size(path: Path) -> float:
    """Return the megabytes of a file or folder."""
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    return sum(one.stat().st_size for one in files) / 2**20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[20_000, 200_000])
    given = parser.parse_args()
    print("| articles | format | seconds | peak of memory, MB | file, MB |\n|---|---|---|---|---|")
    for articles in given.articles:
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder) / "kznews.db"
            fill(store, articles)
            for options in EXPORTS:
                out = Path(folder) / "out"
                seconds, memory = export(store, options, out)
                print(f"| {articles:,} | {' '.join(options)} | {seconds:.0f} | {memory:.0f} | {size(out):.0f} |", flush=True)
                shutil.rmtree(out) if out.is_dir() else out.unlink()


if __name__ == "__main__":
    main()
