"""kaz.zakon.kz, Zakon.kz, Almaty: the Kazakh edition of a legal portal, Cyrillic.

Two generations of addresses, one count: /<section>/<7 digits>-<slug>.html and, until 2020 (DataLife Engine), /<id>-<slug>.html.
JSON-LD holds the lead alone. Captions may hold the date of an older picture; a Russian message of the comment system ends pages.
Further news come as pieces of HTML. Portals.md section 7: selectors of spiders of 2026, the home page of the Russian edition of
2018, visible text of 2022 to 2026. No feeds in September 2026. Thin: AMP markup and all article pages of before 2020.
"""

from datetime import date

from kznews.portal import Layout, Listing
from kznews.spiders.base import PortalSpider


class Zakon(PortalSpider):
    """Articles of kaz.zakon.kz, from 2010 on."""

    name = "zakon"
    title = "Zakon.kz"
    evidence = ("selectors 2026", "rendered 2022-2026")
    hosts = ("kaz.zakon.kz",)
    alive_since = date(2006, 1, 1)
    sources = (
        Listing(url="https://kaz.zakon.kz/news/", pages="?handler=LoadMoreNews&p={n}&type=list"),
        Listing(url="https://kaz.zakon.kz/"),
    )
    articles = (r"^/(?:amp/)?(?:[a-z-]+/)?(?P<id>\d{5,8})-[^/]+\.html$",)
    example_urls = (
        "https://kaz.zakon.kz/kogam-tynysy/6067732-parlamentte-anasyn-ttytaua-bola-ma--senat-traasyny-pkr.html",
        "https://kaz.zakon.kz/amp/karzhy/6070730-azastan-or-birzhasynda-dollar-baamy-tay-tmended.html",
        "https://kaz.zakon.kz/4969876-zher-telimin-satyp-alushy.html",
    )
    layouts = (
        Layout(
            name="2026",
            marker=".article__block",
            body=".article__block .content",
            author=".article__block a[href*='/authors/']",
            tags=".tags.newsTags a",
            drop=".willShare, .google-news-follow, .newsTags, .article__socialList, .desktop-full-advert, .mob_hide, .spec-list, "
            ".appLinks, #allowNotificationsPopup, [class^=ad_], [id^=adv_]",
        ),
        Layout(
            name="dle", marker="#dle-content .fullnews", drop=".spec-list, [class^=ad_], [id^=adv_]", until=date(2020, 12, 31)
        ),
    )
