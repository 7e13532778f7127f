"""stan.kz, an agency in Almaty: Kazakh in Cyrillic. The WordPress generation of 2018 is known from real captures.

Its mobile weather is a designer's demo (the city is "Киев"); it prints local time with +00:00 in article:published_time.
Portals.md section 15; the generation from 2020 on has no captured page and is left to the general strategies.
"""

from datetime import date

from kznews.platforms import wordpress
from kznews.portal import Layout, Listing
from kznews.spiders.base import PortalSpider


class Stan(PortalSpider):
    """Articles of stan.kz, from 2013 on."""

    name = "stan"
    title = "Stan.kz"
    evidence = ("capture 2018", "selectors 2023")
    hosts = ("stan.kz", "www.stan.kz")
    same_host = (("www.stan.kz", "stan.kz"),)
    alive_since = date(2013, 1, 1)
    trailing_slash = True
    sources = (
        Listing(url="https://stan.kz/"),
        Listing(url="https://stan.kz/all-post/", pages="page/{n}/"),
        Listing(url="https://stan.kz/all-news/"),
    )
    articles = (r"^/(?:kk/)?(?P<id>[^/]+)/$",)
    never = (
        r"^/kk/?$",
        *wordpress.NEVER,
        r"^/(?:kk/)?(?:all-post|all-news|ru|search|contacts?|reklama|about|jarnama)(?:/|$)",
        r"^/prays-list",  # the price list of adverts, linked from every page
        r"\.\w{2,4}/?$",
    )
    example_urls = ("https://stan.kz/medicina-universiteti-studentterini/",)
    layouts = (
        Layout(
            name="wordpress-2018",
            marker="section.article-main-content",
            title="section.article-main-content h1",
            section=".news-section a.category",
            published="span.post-date",
            body=".article-content",
            lead=".article-content > h2",
            drop=".scourse, .mistake, .ya-share2, .printblock, .banner, .vcard",
            rates=".currenct-body-row",
            clock=".left-block .fulldate-block, .left-block .time-block",
            until=date(2019, 12, 31),
        ),
    )
