"""nege.kz, news portal on Kohana: Kazakh in Cyrillic without a prefix; /ru/ and /en/ are machine translations (not collected).

The site's own templates and routes (2016 to 2023): /news/<section>/<slug or number>, lists /news and /news/<section> with
/page-N, the feed /news/rss, a sitemap of all articles; the date without a year ("18 мамыр, 14:30"), a player of spoken news above
the headline, hashtags between text and share buttons, the author with further headlines in one box. General strategies read
all of that. Thin: nothing shows which of it is in use today.
"""

from datetime import date

from kznews.portal import Feed, Listing, Sitemap
from kznews.spiders.base import PortalSpider


class Nege(PortalSpider):
    """Articles of nege.kz, from 2015 on."""

    name = "nege"
    title = "nege.kz"
    evidence = ("layout 2016-2023",)
    hosts = ("www.nege.kz", "nege.kz")
    same_host = (("nege.kz", "www.nege.kz"),)
    alive_since = date(2015, 1, 1)
    sources = (
        Feed(url="https://www.nege.kz/news/rss"),
        Listing(url="https://www.nege.kz/news", pages="/page-{n}"),
        Sitemap(url="https://www.nege.kz/sitemap-index.xml"),
    )
    articles = (r"^/news/[\w-]+/(?P<id>[^/?]+)/?$",)
    never = (r"^/news/(?:tag|rss)(?:/|$)", r"^/news/[\w-]+/page-\d+/?$")
    same_path = ((r"^/kz(?=/news/)", ""),)
    example_urls = ("https://www.nege.kz/news/qazaqstan/auyl-mektebi-zhondelip-bitti", "https://www.nege.kz/news/sport/4127")
