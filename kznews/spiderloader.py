"""Loads the portals; a portal file that contradicts itself is one readable line, not a traceback."""

from __future__ import annotations

import difflib
import sys
from typing import TYPE_CHECKING

from scrapy.spiderloader import SpiderLoader

from kznews.portal import PortalError

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.settings import BaseSettings


class PortalLoader(SpiderLoader):
    """Scrapy's loader with errors for people."""

    def __init__(self, settings: BaseSettings) -> None:
        try:
            super().__init__(settings)
        except PortalError as error:
            sys.stderr.write(f"kznews: {error}\n")
            raise SystemExit(2) from error

    def load(self, spider_name: str) -> type[Spider]:
        """Return the spider class of a portal; raises KeyError whose text names the nearest portals."""
        try:
            return super().load(spider_name)
        except KeyError:
            near = difflib.get_close_matches(spider_name, self.list(), n=3)
            hint = f"did you mean {' or '.join(near)}?" if near else "see `scrapy list`"
            raise KeyError(f"no portal is called {spider_name!r}: {hint}") from None
