"""kaz.nur.kz, NUR.KZ, Almaty: the Kazakh edition of a bilingual portal, Cyrillic.

Addresses have one or two folders and a number first. Meta and JSON-LD are complete; articleBody is escaped twice. Betting
adverts with tenge in them stand in header and sidebars; a hidden block names the Russian original.
Portals.md section 6: selectors from saved pages of the Russian edition of April 2024 and a spider of 2026, the feed of September
2026. Thin: how the Kazakh edition displays its dates; pages of before 2024.
"""

from datetime import date

from kznews.portal import Feed, Layout, Listing, Sitemap
from kznews.spiders.base import PortalSpider


class Nur(PortalSpider):
    """Articles of kaz.nur.kz, from 2010 on."""

    name = "nur"
    title = "NUR.KZ"
    evidence = ("selectors 2024-2026",)
    hosts = ("kaz.nur.kz",)
    alive_since = date(2009, 1, 1)
    trailing_slash = True
    sources = (
        Feed(url="https://kaz.nur.kz/rss/all.rss"),
        Listing(url="https://kaz.nur.kz/latest/", pages="?page={n}"),
        Sitemap(url="https://kaz.nur.kz/article-index-sitemap.xml"),
    )
    articles = (r"^/(?:[a-z-]+/){1,3}(?P<id>\d{5,})-[^/]+/$",)
    never = (r"^/(?:author|latest|tag|rss)/",)
    example_urls = (
        "https://kaz.nur.kz/society/education/2078112-aqtobelik-ustaz/",
        "https://kaz.nur.kz/incident/1899512-oralda/",
    )
    layouts = (
        Layout(
            name="2024",
            marker="h1.main-headline, .io-article-body",
            title="h1.main-headline",
            published="time.datetime--publication",
            author=".author-item__link",
            body=".formatted-body.io-article-body",
            drop=".adv-placeholder, .formatted-body__block-hidden, .advert, .js-article-share, .js-branding-top, .subscription, "
            ".nearest-matches, .page__top",
        ),
    )
