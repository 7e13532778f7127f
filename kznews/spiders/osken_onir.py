"""osken-onir.kz, «Өскен өңір», the newspaper of Shieli district (Qyzylorda region): Kazakh in Cyrillic.

DataLife Engine by its addresses (/<section>/<id>-<slug>.html) and its crumbs ("» » TITLE", with empty links); slugs drop
Kazakh letters. Two rendered pages without a date (formats.md), portals.md section 21. Thin: no markup is known, general
strategies decide; the home page is the only source. Its zone left UTC+6 in December 2018, before the rest of the country.
"""

from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class OskenOnir(PortalSpider):
    """Articles of osken-onir.kz."""

    name = "osken_onir"
    title = "Өскен өңір"
    evidence = ("rendered 2019-2026", "addresses 2026")
    hosts = ("osken-onir.kz", "www.osken-onir.kz")
    same_host = (("www.osken-onir.kz", "osken-onir.kz"),)
    timezone = "Asia/Qyzylorda"
    sources = (Listing(url="https://osken-onir.kz/"),)
    articles = (r"^/[\w-]+/(?P<id>\d+)-[^/?]+\.html$",)
    example_urls = ("https://osken-onir.kz/zhanalyk/10031-asyra-zhuy-yzmet.html",)
