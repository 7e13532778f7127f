"""www.azattyq.org, Азаттық, the Kazakh service of RFE/RL: Cyrillic; the Russian edition is another host.

Blocked in Kazakhstan at times; mirrors under random names of a content network have the same paths and are taken for the portal,
never contacted. Live blogs hold many items under one address and are no articles. English player and embed texts stand in bodies.
Portals.md section 8: template and JSON-LD from pages of 2021, visible text of 2022, selectors of before 2013 from an old spider.
Thin: the displayed form of dates.
"""

from datetime import date

from kznews.platforms.pangea import ARTICLES, PANGEA, ZOOM
from kznews.portal import Listing
from kznews.spiders.base import PortalSpider

_MIRRORS = ("azattyq.org", "dao53vhqziqfw.cloudfront.net", "dwvormirjnkx9.cloudfront.net", "d9itspx51amee.cloudfront.net")


class Azattyq(PortalSpider):
    """Articles of azattyq.org, from 2008 on."""

    name = "azattyq"
    title = "Азаттық радиосы"
    evidence = ("selectors 2013-2021", "rendered 2022")
    hosts = ("www.azattyq.org", *_MIRRORS)
    same_host = tuple((mirror, "www.azattyq.org") for mirror in _MIRRORS)
    alive_since = date(2000, 1, 1)
    sources = (
        Listing(url="https://www.azattyq.org/z/330", pages="?p={n}"),
        Listing(url="https://www.azattyq.org/"),
    )
    articles = ARTICLES
    same_path = ((r"^/amp/(?=[^/]+/\d+\.html$)", "/a/"),)
    example_urls = (
        "https://www.azattyq.org/a/31865992.html",
        "https://dao53vhqziqfw.cloudfront.net/amp/china-ethnic-kazakhs-in-xinjiang-camps-dual-citizenship/29966743.html",
    )
    layouts = (PANGEA, ZOOM)
