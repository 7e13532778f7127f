"""astana-akshamy.kz, the city newspaper «Астана ақшамы»: Cyrillic, Latin under /lat/, Arabic under /arb/.

Two rendered pages (formats.md sections 1.3, 5 and 6): the Latin is the one with ä ö ü ğ ū ŋ ı ş; Arabic pages have
percent-encoded Cyrillic slugs and section labels that touch; "Taǧyda", "Ūqsas jaŋalyqtar" and the theme's English "Back to
top button" follow the text. A WordPress by that button. Slugs carry no number and are the id. Thin: no markup is known,
general strategies decide; the home pages of the three scripts are the only sources.
"""

from kznews.platforms import wordpress
from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class AstanaAkshamy(PortalSpider):
    """Articles of astana-akshamy.kz."""

    name = "astana_akshamy"
    title = "Астана ақшамы"
    evidence = ("rendered 2019-2026", "addresses 2026")
    hosts = ("astana-akshamy.kz", "www.astana-akshamy.kz")
    same_host = (("www.astana-akshamy.kz", "astana-akshamy.kz"),)
    trailing_slash = True
    sources = (
        Listing(url="https://astana-akshamy.kz/"),
        Listing(url="https://astana-akshamy.kz/lat/"),
        Listing(url="https://astana-akshamy.kz/arb/"),
    )
    articles = (r"^/(?:(?:lat|arb)/)?(?P<id>[^/?]+)/$",)
    never = (r"^/(?:lat|arb)/?$", *wordpress.NEVER)
    example_urls = ("https://astana-akshamy.kz/lat/saryarqadaghy-sauyq-kesh/",)
