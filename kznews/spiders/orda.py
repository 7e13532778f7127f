"""kaz.orda.kz, Orda.kz: the Kazakh edition of a bilingual site, Cyrillic; orda.kz is the Russian one (not collected).

One rendered page (formats.md): headline, "cover" (a picture's alt text), lead, author, text with an inner dateline. Addresses
are a bare slug, which is the id. The feed of orda.kz answered in September 2026 (portals.md section 22); that the Kazakh host
has one was not seen. Thin: no markup is known, general strategies decide.
"""

from kznews.platforms import wordpress
from kznews.portal import Feed, Listing
from kznews.spiders.base import PortalSpider


class Orda(PortalSpider):
    """Articles of kaz.orda.kz."""

    name = "orda"
    title = "Orda.kz"
    evidence = ("rendered 2019-2026", "addresses 2026")
    hosts = ("kaz.orda.kz",)
    trailing_slash = True
    sources = (Feed(url="https://kaz.orda.kz/feed/"), Listing(url="https://kaz.orda.kz/"))
    articles = (r"^/(?P<id>[^/?]+)/$",)
    never = wordpress.NEVER
    example_urls = ("https://kaz.orda.kz/qazaqstandaghy-qandy-qangtar-altynshy-kuen-almaty/",)
