"""ortalyq.kz, «Ortalyq Qazaqstan», the daily of Qaragandy region: Kazakh in Cyrillic, a WordPress.

Addresses are a bare slug from which Kazakh letters are dropped (/ly-abajdy-zheti-yry-2/ is «Ұлы Абайдың жеті қыры»), so the slug
is the id. One rendered page (formats.md): section over the headline, verses between „ and “. Portals.md section 21. Thin: the
theme's markup is unknown, general strategies decide; of sources only the home page is known.
"""

from kznews.platforms import wordpress
from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class Ortalyq(PortalSpider):
    """Articles of ortalyq.kz."""

    name = "ortalyq"
    title = "Ortalyq Qazaqstan"
    evidence = ("rendered 2019-2026",)
    hosts = ("ortalyq.kz", "www.ortalyq.kz")
    same_host = (("www.ortalyq.kz", "ortalyq.kz"),)
    trailing_slash = True
    sources = (Listing(url="https://ortalyq.kz/"),)
    articles = (r"^/(?P<id>[^/?]*-[^/?]+)/$",)
    never = (*wordpress.NEVER, r"\.\w{2,4}/?$")
    example_urls = ("https://ortalyq.kz/ly-abajdy-zheti-yry-2/",)
