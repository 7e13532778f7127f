"""sputnik.kz (until about 2021 sputniknews.kz), Sputnik Қазақстан: Kazakh in Cyrillic; the Russian edition has hosts of its own.

Portals.md section 17: readers of 2023 and 2026, three rendered pages (one AMP), a real home page of March 2018. The day in
the address is often the only date with a year; "АЛМАТЫ, 25 ақпан – Sputnik." opens the text. Feeds are low confidence: one
was linked in 2018, the other is used by readers of the Russian edition. Addresses were rewritten; their id was kept.
"""

from datetime import date

from kznews.platforms.sputnik import ARTICLES, LAYOUTS
from kznews.portal import Feed, Listing, Sitemap
from kznews.spiders.base import PortalSpider


class Sputnik(PortalSpider):
    """Articles of sputnik.kz."""

    name = "sputnik"
    title = "Sputnik Қазақстан"
    evidence = ("capture 2018", "selectors 2023-2026", "rendered 2018-2024")
    hosts = ("sputnik.kz", "www.sputnik.kz", "sputniknews.kz", "www.sputniknews.kz")
    same_host = (("www.sputnik.kz", "sputnik.kz"), ("www.sputniknews.kz", "sputniknews.kz"))
    alive_since = date(2014, 1, 1)
    sources = (
        Listing(url="https://sputnik.kz/"),
        Listing(url="https://sputnik.kz/news/"),
        Feed(url="https://sputnik.kz/export/rss2/archive/index.xml"),
        Feed(url="https://sputnik.kz/export/rss2/index.xml"),
        Sitemap(url="https://sputnik.kz/sitemap_article_index.xml"),
        Sitemap(url="https://sputnik.kz/sitemap_archive.xml"),
    )
    articles = ARTICLES
    example_urls = (
        "https://sputnik.kz/20200211/Qorday-ukimet-video-12803278.html",
        "https://sputnik.kz/amp/20240504/zhel-kusheyip-burqasyn-bolady-44094300.html",
        "https://sputniknews.kz/society/20180317/4949471.html",
        "https://sputniknews.kz/society/20190520/10197904/Sakhnany-syylauy-kerek.html",
    )
    layouts = LAYOUTS
