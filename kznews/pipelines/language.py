"""Second pipeline: the language and script of the text itself; host, path and html lang lie about both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from kznews.extensions.ledger import RefusedItem
from kznews.kazakh.language import SAMPLE, tag_of
from kznews.outcomes import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapy.crawler import Crawler

    from kznews.items import Article


def tag(article: Article) -> None:
    """Set language and script of an article from its own words."""
    lines = (article.title or "", article.lead or "", *article.body)
    article.language, article.script = tag_of("\n".join(_beginning(lines, SAMPLE)))


def _beginning(lines: Iterable[str], size: int) -> Iterator[str]:
    """Yield the first lines that together have `size` characters: no more of a text is read."""
    for line in lines:
        yield line
        size -= len(line)
        if size <= 0:
            return


def unwanted(article: Article, wanted: tuple[str, ...]) -> str:
    """Return one line on why an article that was tagged is in none of the wanted languages, or ""."""
    if article.language in (*wanted, "und"):
        return ""
    return f"the text is {article.language}, wanted: {', '.join(wanted)}"


class LanguagePipeline:
    """Tags each article with language and script; refuses languages that the portal file does not ask for.

    What cannot be told ("und", a text of a few names) is kept: a refusal needs evidence.
    """

    def __init__(self, wanted: tuple[str, ...]) -> None:
        self.wanted = wanted

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(getattr(crawler.spidercls, "languages", ("kk",)))

    def process_item(self, item: Article) -> Article:
        tag(item)
        if why := unwanted(item, self.wanted):
            raise RefusedItem(Reason.FOREIGN_LANGUAGE, why)
        return item
