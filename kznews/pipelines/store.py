"""Last pipeline: the page is committed before its article counts as scraped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from kznews.extensions.ledger import Ledger, SettledItem
from kznews.outcomes import Outcome

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from kznews.items import Article


class StorePipeline:
    """Commits each article with its page; another edition of a work that is stored is no second item of the feed."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(Ledger.of(crawler))

    async def process_item(self, item: Article) -> Article:
        verdict = await self.ledger.store(item)
        if verdict is None:
            raise SettledItem("not stored: the store failed, see above")
        if verdict.outcome is Outcome.DUPLICATE:
            raise SettledItem(f"duplicate of {verdict.article_key}")
        for name, value in verdict.story.items():
            setattr(item, name, value)
        return item
