"""aqshamnews.kz, «Алматы ақшамы» on the web: Kazakh in Cyrillic (/kz/), Latin (/latyn/) and Arabic (/tote/); the Qar engine.

The slug is the id, equal in the three scripts. Seven rendered pages without a date show bodies only (formats.md, portals.md
section 2): it signs as Aqshamnews.kz, at times with a Cyrillic А in front, and as Almaty-akshamy.kz, and often passes on another
outlet's news ("Polisia.kz-ke silteme jasap"). Latin is that of 2018, on some pages its own mix (í for і, ū for ұ).
Thin: no header, date or markup of its own is stored. QAR is the engine's layout as two other sites have it; where its marker is
missing, general strategies decide. Sources are the engine's, none seen to answer here.
"""

from kznews.platforms.qar import QAR, qar_sources
from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class Aqshamnews(PortalSpider):
    """Articles of aqshamnews.kz."""

    name = "aqshamnews"
    title = "Aqshamnews.kz"
    evidence = ("layout 2024", "rendered 2019-2026")
    hosts = ("aqshamnews.kz", "www.aqshamnews.kz")
    same_host = (("www.aqshamnews.kz", "aqshamnews.kz"),)
    sources = (Listing(url="https://aqshamnews.kz/kz"), *qar_sources("https://aqshamnews.kz"))
    articles = (r"^/(?:(?:kz|latyn|tote)/)?article/(?P<id>[^/?]+)\.html$",)
    never = (r"^/(?:[\w-]+/)?article/list",)
    example_urls = (
        "https://aqshamnews.kz/kz/article/kase-saudasynda-dollar-bagamy-tomendedi.html",
        "https://aqshamnews.kz/latyn/article/almatyda-uchaskelerdin-nuktelik-qurylysyna-tyiym-salyndy.html",
        "https://aqshamnews.kz/tote/article/jabyq-jolda-kolik-jurgizgender-jazalanady.html",
    )
    layouts = (QAR,)
