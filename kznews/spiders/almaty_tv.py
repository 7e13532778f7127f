"""almaty.tv, «Алматы» television channel: a bilingual Laravel site, Kazakh under /kz/; Kazakh news stand under /ru/ as well.

A reader's program (undated) pages through /kz/news and takes div.news-item links, and of an article div.section, div.date_news,
div.text p and div.tags a. Addresses of 2023 to 2026 are /ru/news/<section>/<slug>, the older ones with a number before the
slug, one of them of a Kazakh article; the maker's templates of 2021 put kz or ru before the same paths. Slugs are the id.
Thin: how the date is written, the headline's box, whether the Kazakh edition has a feed.
"""

from kznews.portal import Layout, Listing
from kznews.spiders.base import PortalSpider


class AlmatyTv(PortalSpider):
    """Articles of almaty.tv."""

    name = "almaty_tv"
    title = "Almaty.tv"
    evidence = ("selectors undated", "addresses 2023-2026")
    hosts = ("almaty.tv", "www.almaty.tv")
    same_host = (("www.almaty.tv", "almaty.tv"),)
    sources = (Listing(url="https://almaty.tv/kz/news?news_sort_id=1&news_category_name=&tag=", pages="&page={n}"),)
    articles = (r"^/(?:kz|ru)/news/[\w-]+/(?P<id>[^/?]+)/?$",)
    example_urls = (
        "https://almaty.tv/ru/news/obschestvo/1903-dgasandy-intellekt-adam-enbegin-almastyra-ala-ma",
        "https://almaty.tv/ru/news/dgizn-megapolisa/dorogi-osvesenie-i-snos-domov-cto-izmenitsa-v-alatauskom-rajone-almaty",
    )
    layouts = (
        Layout(
            name="scraped",
            marker=".date_news",
            section=".section",
            published=".date_news",
            body=".text",
            tags=".tags a",
        ),
    )
