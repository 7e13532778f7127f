"""A store of any size, made of the same records for the same numbers: what benchmarks/store.py measures."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from benchmarks.words import vocabulary
from kznews.items import Article
from kznews.outcomes import Outcome, Reason
from kznews.store import PageRecord
from kznews.store.frontier import discover
from kznews.store.settle import settle
from kznews.stories.sketch import sketch_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kznews.store import Store

PORTAL = "qamshy"
HOME = "https://qamshy.kz/"
BEGUN = datetime(2024, 3, 1, tzinfo=UTC)
BATCH = 1000
LETTERS = 1800
"""Characters of a text: the median of the saved articles."""


def article_url(number: int) -> str:
    return f"{HOME}kz/article/{number}-maqala"


def article(number: int, mark: str = "") -> PageRecord:
    """Return the record of the article `number`; every twentieth repeats the text of the one before.

    `mark` makes another version of it. Words are drawn as those of news are, so texts share no more shingles than news do.
    """
    text = number - 1 if number % 20 == 0 else number
    chance = random.Random(text)
    words, weights = vocabulary()
    body, size = [], 0
    while size < LETTERS:
        body.append(" ".join(chance.choices(words, cum_weights=weights, k=40)).capitalize() + ".")
        size += len(body[-1])
    seen = BEGUN + timedelta(minutes=number)
    item = Article(
        portal=PORTAL,
        article_id=str(number),
        url=article_url(number),
        title=f"{' '.join(chance.choices(words, cum_weights=weights, k=8)).capitalize()} {text}{mark}",
        body=body,
        script="Cyrl",
        language="kk",
        section="Жаңалықтар",
        published_at=seen - timedelta(hours=2),
    )
    key = sha256(f"{text}{mark}".encode()).hexdigest()
    return PageRecord(
        portal=PORTAL,
        url=item.url,
        fetched_at=seen,
        article=item,
        content_key=key,
        status=200,
        etag=f'"{number}"',
        depth=1,
        sketch=sketch_of((item.title, *item.body)),  # as a run hands it over
    )


def refusal(number: int) -> PageRecord:
    """Return the record of a page that gave nothing; every other one is to be tried again."""
    reason = Reason.TIMED_OUT if number % 2 else Reason.NO_BODY
    at = BEGUN + timedelta(minutes=number)
    return PageRecord(portal=PORTAL, url=article_url(number), fetched_at=at, outcome=Outcome.REFUSED, reason=reason)


def fill(store: Store, pending: int, articles: int, refused: int, tell: Callable[[str], None]) -> None:
    """Write the pages through the code that every run uses, a thousand in a transaction."""
    for start in range(0, articles, BATCH):
        with store.database.write([PORTAL]) as connection:
            for number in range(start, min(start + BATCH, articles)):
                settle(connection, article(number))
        tell(f"{min(start + BATCH, articles):>9} articles")
    first = 10_000_000
    for start in range(0, refused, BATCH):
        store.commit([refusal(number) for number in range(first + start, first + min(start + BATCH, refused))])
    tell(f"{refused:>9} refusals")
    for urls in _pending(pending):
        with store.database.write([PORTAL]) as connection:
            discover(connection, PORTAL, urls, seen_at=BEGUN, found_on=HOME, depth=1)
    tell(f"{pending:>9} that wait")


def _pending(count: int) -> Iterator[list[str]]:
    """Yield addresses in no order of theirs, as links come."""
    numbers = list(range(20_000_000, 20_000_000 + count))
    random.Random(count).shuffle(numbers)
    for start in range(0, count, BATCH):
        yield [article_url(number) for number in numbers[start : start + BATCH]]
