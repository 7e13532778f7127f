"""Third pipeline: the key by which one text is known under other addresses and ids.

By address, pages are one already: canonical form (extract/links) and the portal's id. By content, the store compares the
key made here, in the transaction that writes the page, so that no two runs can store one text twice.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Self

from kznews.extensions.ledger import Ledger
from kznews.kazakh.fold import FOLD_VERSION
from kznews.stories.sketch import sketch_words
from kznews.stories.words import Words, read_words

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from kznews.items import Article


def content_key(article: Article) -> str:
    """Return a digest over the skeletons of title, lead and body: equal for one text in whatever script and spacing."""
    return _key(_words(article))


def _words(article: Article) -> Words:
    return read_words((article.title or "", article.lead or "", *article.body))


def _key(words: Words) -> str:
    return f"{FOLD_VERSION}:{hashlib.sha256(words.skeleton.encode()).hexdigest()}"


class DedupePipeline:
    """Puts the content key of each article into the ledger, and what it is compared with others by; both from one reading."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(Ledger.of(crawler))

    def process_item(self, item: Article) -> Article:
        visit, words = self.ledger.visit_of(item), _words(item)
        visit.content_key, visit.sketch = _key(words), sketch_words(words)
        return item
