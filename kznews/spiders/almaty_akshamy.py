"""almaty-akshamy.kz, «Алматы ақшамы», the city's evening paper: Kazakh in Cyrillic, WordPress.

One address of January 2018, cited by a textbook: /2018/01/23/<slug in percent-encoded Kazakh>/. The day in it is a check on the
date and its fall-back. Thin: no page is known, general strategies decide; the home page is the only source, no feed was seen.
"""

from kznews.platforms import wordpress
from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class AlmatyAkshamy(PortalSpider):
    """Articles of almaty-akshamy.kz."""

    name = "almaty_akshamy"
    title = "Алматы ақшамы"
    evidence = ("addresses 2018",)
    hosts = ("almaty-akshamy.kz", "www.almaty-akshamy.kz")
    same_host = (("www.almaty-akshamy.kz", "almaty-akshamy.kz"),)
    trailing_slash = True
    sources = (Listing(url="https://almaty-akshamy.kz/"),)
    articles = (r"^/(?P<id>\d{4}/\d\d/\d\d/[^/?]+)/$",)
    never = wordpress.NEVER
    example_urls = (
        "http://almaty-akshamy.kz/2018/01/23/%d2%93%d0%b0%d0%bb%d1%8b%d0%bc%d0%b4%d0%b0%d1%80-%d0%b0%d2%9b%d1%8b%d0%bb%d0%b4%d1%8b/",
    )
