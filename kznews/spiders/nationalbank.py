"""nationalbank.kz: the official exchange rates of the National Bank of Kazakhstan, day by day since 1999; no news.

What the rates of portals are compared with (docs/observations.md). /rss/rates_all.xml has the rates in force, for daily runs;
/rss/get_rates.cfm?fdate=DD.MM.YYYY those of one day, for back-fills: `scrapy crawl nationalbank -a since=1999-01-01`. Both are as
their many readers use them (2009 to 2026); nobody who wrote this file could ask the bank. Its news stand at /kz/news/<kind>/<id>:
no source names them here.
"""

from datetime import date

from kznews.portal import Rates
from kznews.spiders.base import PortalSpider


class NationalBank(PortalSpider):
    """Official rates of nationalbank.kz."""

    name = "nationalbank"
    title = "ҚР Ұлттық Банкі"
    evidence = ("selectors 2009-2026",)
    hosts = ("nationalbank.kz", "www.nationalbank.kz")
    same_host = (("www.nationalbank.kz", "nationalbank.kz"),)
    alive_since = date(1999, 1, 1)
    sources = (
        Rates(url="https://nationalbank.kz/rss/rates_all.xml"),
        Rates(url="https://nationalbank.kz/rss/get_rates.cfm?fdate={dd}.{mm}.{yyyy}"),
    )
    articles = (r"^/(?:kz|ru|en)/news/[\w-]+/(?P<id>\d+)$",)
    keep_params = ("fdate",)
    example_urls = ("https://nationalbank.kz/kz/news/informacionnye-soobshcheniya/15811",)
