"""How fast a large store answers questions. Markdown on standard output.

    python -m benchmarks.search sqlite:////tmp/search.db [--articles 200000]

Fills the store if it is empty: rows of all tables that a search reads, as a run would have left them, written in bulk. Words are
drawn by Zipf's law from made-up stems, so that the commonest stands in nearly every article. Wall-clock times of this machine.
"""

from __future__ import annotations

import argparse
import random
import time
from datetime import UTC, datetime, timedelta
from statistics import median, quantiles
from typing import TYPE_CHECKING

from sqlalchemy import insert, text

from benchmarks.markdown import table
from benchmarks.words import vocabulary
from kznews.items import Article
from kznews.search import read_query, snippet
from kznews.store import PageRecord, Store
from kznews.store.codec import text_row
from kznews.store.schema import articles, editions, pages, texts
from kznews.store.search import index_article

if TYPE_CHECKING:
    from collections.abc import Callable

BEGUN = datetime(2020, 1, 1, tzinfo=UTC)
PORTALS = ("qamshy", "azattyq", "egemen")
WORDS_A_TEXT = 220
BATCH = 2_000
ASKED = 60


def fill(store: Store, many: int) -> None:
    """Write the articles, a few thousand in a transaction."""
    words, weights = vocabulary()
    for start in range(0, many, BATCH):
        with store.database.write() as connection:
            rows: dict[str, list[dict[str, object]]] = {"pages": [], "texts": [], "articles": [], "editions": []}
            for number in range(start, min(start + BATCH, many)):
                add(rows, number, words, weights)
            for target in (articles, pages, texts, editions):
                connection.execute(insert(target), rows[target.name])
            for row in rows["articles"]:
                index_article(connection, str(row["key"]))


def add(rows: dict[str, list[dict[str, object]]], number: int, words: list[str], weights: list[float]) -> None:
    """Add the rows of one article."""
    chance, portal = random.Random(number), PORTALS[number % len(PORTALS)]
    drawn = chance.choices(words, cum_weights=weights, k=WORDS_A_TEXT)
    seen = BEGUN + timedelta(minutes=13 * number)
    url, key = f"https://{portal}.kz/{number}", f"{portal}:{number}"
    body = [" ".join(drawn[at : at + 40]) for at in range(10, WORDS_A_TEXT, 40)]
    item = Article(
        portal=portal, article_id=str(number), url=url, title=" ".join(drawn[:10]), body=body, script="Cyrl", published_at=seen
    )
    record = PageRecord(portal=portal, url=url, fetched_at=seen, article=item, content_key=str(number))
    row = text_row(record, item)
    rows["texts"].append(row)
    rows["articles"].append(
        {"key": key, "portal": portal, "article_id": str(number), "main_url": url, "first_seen": seen, "published_at": seen}
        | {"content_key": str(number)}
    )
    rows["pages"].append({"portal": portal, "url": url, "state": "done", "outcome": "stored", "article_key": key})
    rows["editions"].append(
        {"portal": portal, "url": url, "article_key": key, "script": "Cyrl", "digest": row["digest"], "versions": 1}
        | {"first_seen": seen, "last_seen": seen}
    )


def questions(many: int) -> dict[str, Callable[[int], tuple[str, dict[str, object]]]]:
    """Return what is asked, by name: a function of a number that gives the words and the filters."""
    words, _ = vocabulary()
    since = BEGUN + timedelta(minutes=13 * many // 2)
    return {
        "a common word": lambda n: (words[n % 5], {}),
        "a word of the middle": lambda n: (words[200 + n], {}),
        "a rare word": lambda n: (words[9_000 + n], {}),
        "two common words": lambda n: (f"{words[n % 5]} {words[5 + n % 5]}", {}),
        "a common and a rare word": lambda n: (f"{words[n % 5]} {words[9_000 + n]}", {}),
        "two words in a row": lambda n: (f'"{words[n % 9]} {words[9 - n % 9]}"', {}),
        "a beginning": lambda n: (f"{words[300 + n][:5]}*", {}),
        "a common word, one portal, a span": lambda n: (words[n % 5], {"portal": PORTALS[n % 3], "since": since}),
        "a word that is nowhere": lambda n: (f"zzz{n}", {}),
    }


def main() -> None:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("store")
    parser.add_argument("--articles", type=int, default=200_000)
    options = parser.parse_args()
    with Store.open(options.store) as store:
        with store.database.read() as connection:
            there = connection.execute(text("SELECT count(*) FROM articles")).scalar_one()
        if not there:
            fill(store, options.articles)
        rows = []
        for name, ask in questions(options.articles).items():
            took, found = [], 0
            for number in range(ASKED):
                said, filters = ask(number)
                terms = read_query(said)
                begun = time.perf_counter(), time.process_time()
                got = store.find(terms, **filters)
                for one in got:
                    snippet(one.body, terms)
                took.append((1000 * (time.perf_counter() - begun[0]), 1000 * (time.process_time() - begun[1])))
                found += len(got)
            clocks = [
                f"{value:.1f}" for clock in zip(*took, strict=True) for value in (median(clock), quantiles(clock, n=20)[-1])
            ]
            rows.append([name, f"{found / ASKED:.1f}", *clocks])
    print("\n".join(table(["question", "results", "median, ms", "95 %, ms", "processor: median, ms", "95 %, ms"], rows)))


if __name__ == "__main__":
    main()
