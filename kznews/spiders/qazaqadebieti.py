"""qazaqadebieti.kz, the weekly «Қазақ әдебиеті» of the Writers' Union: Kazakh in Cyrillic.

Five rendered pages of 2015 to 2026 (formats.md): headline, "03.04.2023" (day first), views and comments as bare numbers,
text; the name of a picture may be glued to its first word. Two forms of address, /<id>/<slug> and /?p=<id>, count alike.
Portals.md section 21. Thin: no markup is known, general strategies decide; the home page is the only source, no feed was
seen.
"""

from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class Qazaqadebieti(PortalSpider):
    """Articles of qazaqadebieti.kz."""

    name = "qazaqadebieti"
    title = "Қазақ әдебиеті"
    evidence = ("rendered 2015-2026", "addresses 2026")
    hosts = ("qazaqadebieti.kz", "www.qazaqadebieti.kz")
    same_host = (("www.qazaqadebieti.kz", "qazaqadebieti.kz"),)
    trailing_slash = False
    sources = (Listing(url="https://qazaqadebieti.kz/"),)
    articles = (r"^/(?P<id>\d+)/[^/?]+$", r"^/\?p=(?P<id>\d+)$")
    keep_params = ("p",)
    example_urls = ("https://qazaqadebieti.kz/37117/adamzat-iyalynda-y-o-am-modeli", "https://qazaqadebieti.kz/?p=58422")
