"""qazaqtimes.com, The Qazaq Times: each article in Cyrillic, Latin (/lt/) and Arabic (/tt/) under one number.

Eight rendered pages of 2017 to 2021, bodies only (formats.md section 6): the Latin is the one with ı, ñ, ğ, ş, w; Latin names
stay inside the Arabic text; a last line "The Qazaq Times" in English signs. Portals.md section 21. Thin: headline, date and
all markup are unknown, so general strategies decide; the home pages of the three scripts are the only sources.
"""

from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class Qazaqtimes(PortalSpider):
    """Articles of qazaqtimes.com."""

    name = "qazaqtimes"
    title = "The Qazaq Times"
    evidence = ("rendered 2017-2021",)
    hosts = ("qazaqtimes.com", "www.qazaqtimes.com")
    same_host = (("www.qazaqtimes.com", "qazaqtimes.com"),)
    sources = (
        Listing(url="https://qazaqtimes.com/"),
        Listing(url="https://qazaqtimes.com/lt"),
        Listing(url="https://qazaqtimes.com/tt"),
    )
    articles = (r"^/(?:(?:kk|lt|tt)/)?article/(?P<id>\d+)(?:-[^/?]*)?/?$",)
    example_urls = (
        "https://qazaqtimes.com/tt/article/89661",
        "https://qazaqtimes.com/lt/article/78054",
        "https://qazaqtimes.com/article/26935",
    )
