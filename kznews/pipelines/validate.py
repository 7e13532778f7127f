"""First pipeline: what must be there, is there; what is impossible, is refused by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extensions.ledger import RefusedItem
from kznews.outcomes import Reason

if TYPE_CHECKING:
    from kznews.items import Article


def fault(article: Article) -> tuple[Reason, str] | None:
    """Return why an article cannot be stored (reason and one line), or None."""
    if not article.title:
        return Reason.NO_TITLE, "no headline"
    if not (article.body or article.lead):
        return Reason.NO_BODY, "no text"
    if not (article.url and article.article_id and article.portal and article.fetched_at):
        return Reason.PARSE_ERROR, "an article without address, id, portal or time of fetch"
    return None


class ValidatePipeline:
    """Refuses articles without title, text, address or time of fetch; drops nothing silently."""

    def process_item(self, item: Article) -> Article:
        if found := fault(item):
            raise RefusedItem(*found)
        return item
