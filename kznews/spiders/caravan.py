"""kaz.caravan.kz, «Караван», Almaty: the Kazakh edition, Cyrillic; www.caravan.kz is the Russian one.

Five rendered pages (formats.md): /?p=<id> and /amp/<section>/<slug>-<id>; "Жарияланды: 400" is the view count behind the
label "published"; AMP pages lose the first sentence; single Latin letters in headlines. Promo boxes .news_aggregator and
.sm-list stand in the text (filter rules of 2026; portals.md section 21). Thin: no other markup is known, general strategies
decide; no feed was seen.
"""

from kznews.portal import Layout, Listing
from kznews.spiders.base import PortalSpider


class Caravan(PortalSpider):
    """Articles of kaz.caravan.kz."""

    name = "caravan"
    title = "Caravan.kz"
    evidence = ("selectors 2026", "rendered 2019-2026")
    hosts = ("kaz.caravan.kz",)
    trailing_slash = False
    sources = (Listing(url="https://kaz.caravan.kz/"),)
    articles = (r"^/(?:amp/)?[\w-]+/[^/?]+-(?P<id>\d{4,})$", r"^/\?p=(?P<id>\d+)$")
    keep_params = ("p",)
    example_urls = (
        "https://kaz.caravan.kz/amp/zhangalyqtar/qazaqstan-parlamenti-demalysqa-shyqty-34059",
        "https://kaz.caravan.kz/?p=275603",
    )
    layouts = (Layout(name="promo", marker=".news_aggregator", drop=".news_aggregator, .sm-list"),)
