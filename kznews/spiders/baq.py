"""baq.kz, BAQ.KZ, Astana: Kazakh in Cyrillic; rus.baq.kz is the Russian edition, old.baq.kz the site of before, also in Arabic.

The header's weather widget may name a city and no figure; the old site shows rates with an alt text before each. Forecasts in
prose ("–25…–27 градусқа") are no widget. Some clients meet a bot check. No feed.
Portals.md section 10: div.news-text of 2025, lists of 2023 and 2025, the widget as another site's scraper saw it in 2024, the old
site's visible header. Thin: headline and date boxes, which are left to the general strategies, and all markup of the old site.
"""

from datetime import date

from kznews.portal import Layout, Listing
from kznews.spiders.base import PortalSpider


class Baq(PortalSpider):
    """Articles of baq.kz, from 2012 on."""

    name = "baq"
    title = "BAQ.KZ"
    evidence = ("selectors 2023-2025", "rendered 2019-2026")
    hosts = ("baq.kz", "www.baq.kz", "old.baq.kz")
    same_host = (("www.baq.kz", "baq.kz"),)
    alive_since = date(2012, 1, 1)
    sources = (Listing(url="https://baq.kz/"),)
    articles = (
        r"^/[^/]+-(?P<id>\d{9})/?$",
        r"^/(?:kk|kz|ar)/news/[^/]+/[^/]+-(?P<id>\d+)/?$",  # old.baq.kz
    )
    example_urls = (
        "https://baq.kz/almaty-oblysynda-zhol-apatynan-6-adam-qaza-tapty-200026140/",
        "http://old.baq.kz/ar/news/kazakstan-ekonomikasi/tybiti-zhibek-cyti-em-1886",
    )
    layouts = (
        Layout(
            name="2025",
            marker=".news-text",
            body=".news-text",
            weather=".custom_wdt",
            drop=".custom_wdt",
        ),
    )
