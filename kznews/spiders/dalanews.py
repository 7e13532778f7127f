"""dalanews.kz: Kazakh news in Cyrillic (/kz/), Latin (/latyn/) and Arabic (/tote/); on the Qar engine by its addresses.

The slug is the id, equal in the three scripts. Three Latin pages were rendered in March 2026 (portals.md section 2): the byline
is one line of author and date ("16 naý. 2026 10:33", the month cut short with a full stop), "Usynylǵan" and "Sońǵy
jańalyqtar" follow, and a comment of the source, "// Banner remove", stands in the text. The Latin is that of 2018.
Thin: no markup of its own is stored. QAR is the engine's layout as two other sites have it; where its marker is missing, general
strategies decide. Sources are the engine's, none seen to answer here.
"""

from kznews.platforms.qar import QAR, qar_sources
from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class Dalanews(PortalSpider):
    """Articles of dalanews.kz."""

    name = "dalanews"
    title = "Dalanews"
    evidence = ("layout 2024", "rendered 2026")
    hosts = ("dalanews.kz", "www.dalanews.kz")
    same_host = (("www.dalanews.kz", "dalanews.kz"),)
    sources = (Listing(url="https://dalanews.kz/kz"), *qar_sources("https://dalanews.kz"))
    articles = (r"^/(?:(?:kz|latyn|tote)/)?article/(?P<id>[^/?]+)\.html$",)
    never = (r"^/(?:[\w-]+/)?article/list",)
    example_urls = (
        "https://dalanews.kz/latyn/article/janaliqtar-jarisi-ytti-adam-tistep-alipti.html",
        "https://www.dalanews.kz/kz/article/janaliqtar-jarisi-ytti-adam-tistep-alipti.html",
    )
    layouts = (QAR,)
