"""inform.kz, Kazinform, the state news agency: Kazakh in Cyrillic (kaz.), Latin of 2018 (qz.) and Arabic script (ar.).

Ids of the old scheme are equal in all scripts; ar. has slugs and ids of its own now. Old addresses (/kz/..._a<number>) live on
www. and m., which are Russian today. Dates begin with the time; "GMT +5" behind them is template text, also on pages of the
years of UTC+6. Templates leak "None"; AMP pages show escaped tags and sometimes no date.
Portals.md section 4 (addresses of 2025, selectors of the Russian edition of August 2025, the feed of September 2026, a layout
of the home page of 2022). Thin: article pages of before 2023 are known by their visible text only.
"""

from datetime import date

from kznews.platforms.kazinform import ARTICLES, BEM, NEVER
from kznews.portal import Feed, Layout, Listing, Sections
from kznews.spiders.base import PortalSpider


class Kazinform(PortalSpider):
    """Articles of Kazinform, from 2009 on."""

    name = "kazinform"
    title = "Kazinform"
    evidence = ("layout 2022", "selectors 2025", "rendered 2011-2025")
    hosts = ("kaz.inform.kz", "qz.inform.kz", "ar.inform.kz", "www.inform.kz", "inform.kz", "m.inform.kz")
    same_host = (("inform.kz", "www.inform.kz"),)
    alive_since = date(2000, 1, 1)
    sources = (
        Feed(url="https://kaz.inform.kz/rss/kz.xml"),
        Listing(url="https://kaz.inform.kz/lenta/", pages="?page={n}"),
        Sections(url="https://kaz.inform.kz/", section=r"^/category/[^/]+_[cs]\d+/?$", pages="?page={n}"),
    )
    articles = (*ARTICLES, r"^/kz/article/(?P<id>\d+)/?$")
    never = NEVER
    example_urls = (
        "https://kaz.inform.kz/news/ayaz-tuman-13-onrde-aua-rayina-baylanisti-eskertu-zhariyalandi-7a32d9/",
        "https://ar.inform.kz/news/mmlkt-baseysy-rsblyka-knyn-arnalcan-mrklyk-kwnsrtty-tamaealady-d0ba66",
        "https://qz.inform.kz/news/almatylyk-tik-tok-tusiru-ushin-zhol-erezhesin-oreskel-buzdy_a3691069",
        "https://qz.inform.kz/amp/kazakstanda-aleumettik-zhelilerdin-bugattaluy-mumkin-be_a3917719",
        "https://qz.inform.kz/amp/premer-liga-kaysar-men-zhetsu-ten-tarkasti-3eddd7",
        "https://m.inform.kz/kz/article/2471636",
    )
    layouts = (
        BEM,
        Layout(
            name="2022",
            marker=".refdata-widget",
            rates=".refdata-widget__item",
            weather=".refdata-widget__item",
            drop=".quote-widget, .popular-widget",
        ),
    )
