"""adyrna.kz, «Адырна» ұлттық порталы: each post in Cyrillic, Arabic (/tt/) and Latin (/lt/) under one number.

Ten rendered pages (formats.md): title, a bare number of views, "Adyrna.kz Telegram", text; no date. Each script counts its own
views. "Ūqsas jaŋalyqtar" stands in the middle of the text, the source may be glued to the last word. Two Latin alphabets: older
posts are frozen. Cards of the list: a.news__title, .news__date (an aggregator of 2023); home /kk (2026); its sitemap says
"today" of every entry. Portals.md section 21. Thin: the article's markup is unknown, general strategies decide.
"""

from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class Adyrna(PortalSpider):
    """Posts of adyrna.kz."""

    name = "adyrna"
    title = "Адырна"
    evidence = ("selectors 2023", "rendered 2019-2026")
    hosts = ("adyrna.kz", "www.adyrna.kz")
    same_host = (("www.adyrna.kz", "adyrna.kz"),)
    sources = (
        Listing(url="https://adyrna.kz/kk"),
        Listing(url="https://adyrna.kz/category/zhanalyktar"),
    )
    articles = (r"^/(?:(?:kk|tt|lt)/)?post/(?P<id>\d+)/?$",)
    example_urls = (
        "https://adyrna.kz/post/7986",
        "https://adyrna.kz/tt/post/22150",
        "https://www.adyrna.kz/lt/post/161933",
    )
