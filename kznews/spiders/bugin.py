"""bugin.kz, «Бүгін»: Kazakh news in Cyrillic; addresses are transliterated with dg, gh and nh for letters of Kazakh.

Lists show relative dates ("2 сағат бұрын", "Кеше") or the time alone. Portals.md sections 21 and 23, of medium confidence and
without an age. Thin: no page is stored, the article's markup is unknown and general strategies decide; the only
known source is the home page. No feed known.
"""

from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class Bugin(PortalSpider):
    """Articles of bugin.kz."""

    name = "bugin"
    title = "Бүгін"
    evidence = ("addresses 2026",)
    hosts = ("bugin.kz", "www.bugin.kz")
    same_host = (("www.bugin.kz", "bugin.kz"),)
    sources = (Listing(url="https://bugin.kz/"),)
    articles = (r"^/(?P<id>\d+)-[^/?]+/?$",)
    example_urls = ("https://bugin.kz/102345-qostanaydynh-muz-qalashyghynda",)
