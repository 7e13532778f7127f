"""qamshy.kz, Qamshy Media: Kazakh in three scripts, one Russian sister host.

Four generations (portals.md section 1). The numeric id is equal in /kz/, /latyn/ and /tote/; addresses of 2017 to 2020 carry
no id, only a transliterated title. QNews article pages were never captured: their body is left to the general strategies.
"""

from datetime import date

from kznews.platforms.qar import QAR, qar_sources
from kznews.portal import Layout, Listing
from kznews.spiders.base import PortalSpider

_SECTIONS = ("sayasat", "alashorda", "uli-kosh", "suhbat", "adebyet", "news", "ekonomyka", "aymaqtar", "alewmet", "shetel")


class Qamshy(PortalSpider):
    """Articles of qamshy.kz, from 2015 on."""

    name = "qamshy"
    title = "Қамшы"
    evidence = ("capture 2018", "layout 2021-2024", "rendered 2026")
    hosts = ("qamshy.kz", "www.qamshy.kz", "latyn.qamshy.kz", "tote.qamshy.kz", "n.qamshy.kz")
    same_host = (("www.qamshy.kz", "qamshy.kz"),)
    alive_since = date(2010, 1, 1)
    sources = (
        Listing(url="https://qamshy.kz/"),
        *qar_sources("https://qamshy.kz"),
        *(Listing(url=f"https://qamshy.kz/category/{section}") for section in _SECTIONS),
    )
    articles = (
        r"^/(?:(?:kz|latyn|tote)/)?article/(?P<id>\d+)-[^/]+$",
        r"^/article/(?P<id>(?!\d+-)[^/]+?)(?:\.html)?$",
        r"^/\?p=(?P<id>\d+)$",  # WordPress, until 2015
    )
    never = (r"^/(?:\w+/)?article/list",)
    example_urls = (
        "https://qamshy.kz/kz/article/77629-referendum-2026",
        "https://qamshy.kz/article/31201-almatining-industrialdi-aymaginda",
        "https://qamshy.kz/article/elimizde-araq-sharap-qimbattaydi.html",
    )
    layouts = (
        QAR,
        Layout(
            name="laravel",
            marker=".header__middle, .header__nav, .left__block",
            rates=".header__middle__left.currency li",
            weather=".date__forecast .forecast",
            clock=".date__forecast .date",
        ),
        Layout(
            name="qnews",
            marker=".convert, .day-wrap",
            rates=".convert li a",
            clock=".day-wrap",
            until=date(2020, 12, 31),
        ),
    )
