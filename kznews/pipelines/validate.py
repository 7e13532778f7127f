"""First pipeline: what must be there, is there; what is impossible, is refused by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extensions.ledger import RefusedItem
from kznews.outcomes import Reason

if TYPE_CHECKING:
    from kznews.items import Article


class ValidatePipeline:
    """Refuses articles without title, text, address or time of fetch; drops nothing silently."""

    def process_item(self, item: Article) -> Article:
        if not item.title:
            raise RefusedItem(Reason.NO_TITLE, "no headline")
        if not (item.body or item.lead):
            raise RefusedItem(Reason.NO_BODY, "no text")
        if not (item.url and item.article_id and item.portal and item.fetched_at):
            raise RefusedItem(Reason.PARSE_ERROR, "an article without address, id, portal or time of fetch")
        return item
