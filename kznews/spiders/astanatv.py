"""astanatv.kz, the city channel of Astana: Kazakh in Cyrillic under /kz/, Russian under /ru/ (not collected).

Three rendered pages, 2014 and later (formats.md): rates as sign and value on one line with a close mark behind, the channel's
name in the author's place, "21.03.2014ж. 20:00" with the word for year glued on, views, the headline twice. The home page as it
was served in March 2018: /news/show/id/<number>.html, cards with "16 наурыз, 20:05", headline and section, a feed at
/news/rss/lang/kz, hour and minute of a clock in boxes of their own. Thin: no article's markup is known, general strategies
decide; the home page is the only source, whether a feed answers today is not known.
"""

from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class Astanatv(PortalSpider):
    """Articles of astanatv.kz."""

    name = "astanatv"
    title = "AstanaTV"
    evidence = ("capture 2018", "rendered 2014-2026")
    hosts = ("astanatv.kz", "www.astanatv.kz")
    same_host = (("www.astanatv.kz", "astanatv.kz"),)
    sources = (Listing(url="https://astanatv.kz/kz"),)
    articles = (r"^/kz/news/(?P<id>\d+)$", r"^/news/show/id/(?P<id>\d+)\.html$")
    example_urls = (
        "https://astanatv.kz/kz/news/162468",
        "https://astanatv.kz/kz/news/28040",
        "http://astanatv.kz/news/show/id/65424.html",
    )
