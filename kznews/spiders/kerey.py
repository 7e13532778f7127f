"""kerey.kz: essays and news on Kazakh clans and the Kazakhs of Mongolia and China; Cyrillic, Latin and Arabic by a parameter.

An article is /?p=<number>; ln=lat and ln=ar, in either order, are its other scripts, ln=kk says what no ln says too. Eight
rendered pages (formats.md section 6): bars of empty cells, a line of one or two sections ("Көз қарас Сұхбаттар", also one of
them twice), headline, a stray picture name, text; no date, no views. The Latin is the one with ı, ñ, ğ, ş, w. Portals.md
section 21. Thin: a WordPress by its addresses, its markup is unknown; general strategies decide. Sources: its home page in its
three scripts.
"""

from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class Kerey(PortalSpider):
    """Articles of kerey.kz."""

    name = "kerey"
    title = "Kerey.kz"
    evidence = ("rendered 2019-2026",)
    hosts = ("kerey.kz", "www.kerey.kz")
    same_host = (("www.kerey.kz", "kerey.kz"),)
    scheme = "http"
    sources = (
        Listing(url="http://kerey.kz/"),
        Listing(url="http://kerey.kz/?ln=lat"),
        Listing(url="http://kerey.kz/?ln=ar"),
    )
    articles = (r"^/\?(?:ln=\w+&)?p=(?P<id>\d+)$",)
    keep_params = ("p", "ln")
    example_urls = ("http://kerey.kz/?ln=lat&p=3934", "http://kerey.kz/?p=7856&ln=lat", "http://kerey.kz/?p=14241")
