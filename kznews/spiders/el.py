"""el.kz, a portal of news and knowledge about the country: Kazakh in Cyrillic, Russian (/ru/) and English (/en/) beside it.

`<html lang="ru">` and og:type "article" also on the Kazakh home page (real capture of March 2018, JSCryptoMinerStudy). Articles
then lay under /kz/news/<section>/<slug> without a number, later under /<slug>_<id> and /amp/ (four rendered pages, 2018 and
later, formats.md): "16 Қараша 2018, 16:49 7886" is date, time and views, "05.10.2018 11:40" another form. Two of the four are
typed in Latin look-alikes; one shows three rates without their currencies. Its feed leads to the home page (September 2026).
Portals.md section 21. Thin: no article's markup is known, general strategies decide.
"""

from kznews.portal import Listing
from kznews.spiders.base import PortalSpider

_SECTIONS = ("interv_u", "biografiya", "psihologiya", "zdorov_e_", "kul_tura", "kino", "sport", "znanie", "istoriya")


class El(PortalSpider):
    """Articles of el.kz."""

    name = "el"
    title = "El.kz"
    evidence = ("capture 2018", "rendered 2018-2026")
    hosts = ("el.kz", "www.el.kz")
    same_host = (("www.el.kz", "el.kz"),)
    sources = (Listing(url="https://el.kz/"), *(Listing(url=f"https://el.kz/kz/news/{section}") for section in _SECTIONS))
    articles = (
        r"^/(?:amp/)?[^/?]+_(?P<id>\d+)/?$",
        r"^/kz/news/\w+/(?P<id>[^/?]+)/?$",  # 2018
    )
    example_urls = (
        "https://el.kz/amp/otandik_medianin_ahualina_kozkaras_26810",
        "https://el.kz/otandik_medianin_ahualina_kozkaras_26810/",
        "http://el.kz/kz/news/kul_tura/tabisti_aielderdin_omirlik_ustanimdari",
    )
