"""jasqazaq.kz, «Жас қазақ»: Kazakh in Cyrillic. A WordPress by its /feed/ alone, which is a guess.

The feed answered in September 2026; who read it noted that article pages have neither an <article> nor itemprop="articleBody".
Of the home page an aggregator of 2023 read .baron__scroller > .items > .item (a roll of news: .item__title, absolute links,
.datetime as "Бүгін, 18:40" or "5 наурыз, 18:40"). Portals.md sections 21 and 22. Thin: no page and no article's address is
known; every form that WordPress offers counts, the examples are made up, general strategies decide.
"""

from kznews.platforms import wordpress
from kznews.portal import Feed, Listing
from kznews.spiders.base import PortalSpider


class Jasqazaq(PortalSpider):
    """Articles of jasqazaq.kz."""

    name = "jasqazaq"
    title = "Жас қазақ"
    evidence = ("selectors 2023-2026",)
    hosts = ("jasqazaq.kz", "www.jasqazaq.kz")
    same_host = (("www.jasqazaq.kz", "jasqazaq.kz"),)
    trailing_slash = True
    sources = (Feed(url="https://jasqazaq.kz/feed/"), Listing(url="https://www.jasqazaq.kz/"))
    articles = wordpress.ARTICLES
    never = wordpress.NEVER
    example_urls = ("https://jasqazaq.kz/2026/09/05/koktem-kitaby/", "https://jasqazaq.kz/?p=18342")
