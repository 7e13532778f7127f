"""politico.kz, political news: Kazakh in Cyrillic.

Two rendered pages of 2026 (formats.md 1.2): headline, a bare count of views, text. The only dates on them belong to the list
of latest news below, so most articles have none. Addresses carry no number, the slug is the id. Thin: no markup is known,
general strategies decide; the home page is the only source, no feed was seen.
"""

from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class Politico(PortalSpider):
    """Articles of politico.kz."""

    name = "politico"
    title = "Politico.kz"
    evidence = ("rendered 2026",)
    hosts = ("politico.kz", "www.politico.kz")
    same_host = (("www.politico.kz", "politico.kz"),)
    sources = (Listing(url="https://politico.kz/"),)
    articles = (r"^/article/(?P<id>[^/?]+)$",)
    example_urls = ("https://politico.kz/article/qostanaj-oblysynda-ortten-bes-bala-qaza-tapty",)
