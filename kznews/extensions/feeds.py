"""Scrapy's feeds; an article that cannot be written to one is counted, so that the run does not end as if all were well."""

from __future__ import annotations

import logging
from typing import Any

from scrapy.extensions.feedexport import FeedExporter

from kznews.logformatter import shorten

log = logging.getLogger(__name__)


class Feeds(FeedExporter):
    """Scrapy's extension for -o, -O and FEEDS."""

    def item_scraped(self, item: Any, spider: Any) -> None:
        try:
            super().item_scraped(item, spider)
        except Exception as error:  # noqa: BLE001 - whatever it is, the article is missing in the feed
            log.error(  # noqa: TRY400 - one event, one line
                "%s is missing in a feed: %s", shorten(getattr(item, "url", "an article")), shorten(repr(error))
            )
            self.crawler.stats.inc_value("kznews/feed_errors")
