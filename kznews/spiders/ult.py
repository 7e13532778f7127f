"""ult.kz, a news portal: Kazakh in Cyrillic. What it runs on is unknown.

Known is how an aggregator of 2023 read the home page: .state-aside > .aside-state-item (a side column of news: one link each,
absolute, and .time, a day in figures, "12.11.2023"). Portals.md section 21. Thin: no page and no article's address is known.
The pattern is a guess: a last part of two words or more, or with a number of three digits or more that is no year; sections of
such a name are told apart by what their page says. The examples are made up, general strategies decide.
"""

from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class Ult(PortalSpider):
    """Articles of ult.kz."""

    name = "ult"
    title = "Ult.kz"
    evidence = ("selectors 2023",)
    hosts = ("ult.kz", "www.ult.kz")
    same_host = (("www.ult.kz", "ult.kz"),)
    sources = (Listing(url="https://ult.kz/"),)
    articles = (r"^/(?:[^/?]+/)*(?P<id>(?=[^/?]*(?:[^/?.][-_][^/?.]|\d{3}))(?!(?:19|20)\d\d(?:\.|/?$))[^/?.]+)(?:\.html?)?/?$",)
    never = (r"/(?:tags?|category|author|search|page|archive|rss|feed|uploads?|storage|wp-[\w-]+)(?:/|$)",)
    example_urls = ("https://ult.kz/kogam/auyldagy-keshki-mektep", "https://ult.kz/news/48211")
