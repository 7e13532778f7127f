"""kaz.tengrinews.kz, Alash Media Group, Almaty: the Kazakh edition, Cyrillic. Its day is "Бүгін" or "Кеше" until midnight.

Two designs, both known from pages of the Russian edition with the same templates (portals.md section 5): "tn-" until 2023, whose
rates are told by icons alone, and today's. Views and the temperature are filled by script and mostly empty. The feeds answered
404 or the home page in September 2026, so lists are read. Thin: no Kazakh article page is stored.
"""

from datetime import date

from kznews.portal import Layout, Listing, Sitemap
from kznews.spiders.base import PortalSpider

_SECTIONS = ("kazakhstan_news", "crime", "world_news", "sport", "news")


class Tengrinews(PortalSpider):
    """Articles of kaz.tengrinews.kz, from 2011 on."""

    name = "tengrinews"
    title = "Tengrinews.kz"
    evidence = ("selectors 2023-2026",)
    hosts = ("kaz.tengrinews.kz",)
    alive_since = date(2010, 1, 1)
    trailing_slash = True
    sources = (
        *(Listing(url=f"https://kaz.tengrinews.kz/{section}/", pages="page/{n}/") for section in _SECTIONS),
        Sitemap(url="https://kaz.tengrinews.kz/kk-sitemap-index.xml"),
    )
    articles = (r"^/[a-z_]+/[^/]+-(?P<id>\d{4,})/$",)
    never = (r"^/(?:tag|page|search|author|userdata)/",)
    example_urls = ("https://kaz.tengrinews.kz/kazakhstan_news/almatyida-jangbyir-jauadyi-348112/",)
    layouts = (
        Layout(
            name="2023",
            marker="h1.head-single, .content_main_text",
            title="h1.head-single",
            published="ol.date-time li:last-child",
            body=".content_main_text",
            tags=".content_main_text_tags a",
            drop=".content_main_share, .side-share, .header_adv, .content_main_text_tags, #comm",
        ),
        Layout(
            name="tn",
            marker="h1.tn-content-title, .tn-news-text",
            published="ul.tn-data-list time",
            body=".tn-news-text",
            tags="ul.tn-tag-list li",
            rates="ul.tn-course-list li",
            weather=".tn-weather-widget",
            drop=".tn-subscribe-whatsapp, .tn-urgent-news-info, .tn-shared",
            until=date(2023, 12, 31),
        ),
    )
