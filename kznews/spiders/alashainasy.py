"""alashainasy.kz, «Алаш айнасы»: Kazakh in Cyrillic. Closed as a medium, notice of 30 October 2023.

The one rendered page, an article of 2012, carries that notice in two languages with four dates of 2023; by September 2026 the
host led to on.kz. The article's date reads "24 қараша 2012, 13:00". The home page's list was #latest-news > a with .date
(an aggregator of 2023). Portals.md section 21, formats.md 1.2. Thin: the article's markup is unknown,
general strategies decide; the home page is the only source, and today it answers only from saved pages.
"""

from datetime import date

from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class Alashainasy(PortalSpider):
    """Articles of alashainasy.kz, until October 2023."""

    name = "alashainasy"
    title = "Алаш айнасы"
    evidence = ("selectors 2023", "rendered 2012")
    hosts = ("alashainasy.kz", "www.alashainasy.kz")
    same_host = (("www.alashainasy.kz", "alashainasy.kz"),)
    alive_since = date(2008, 1, 1)
    sources = (Listing(url="https://alashainasy.kz/"),)
    articles = (r"^/[\w-]+/[^/?]+-(?P<id>\d+)/?$",)
    example_urls = ("https://alashainasy.kz/kogam/karakattyin-ayyiryilgan-sauyini-40512/",)
    never = (r"^/(?:tags?|search|page|authors?|archive)(?:/|$)",)
