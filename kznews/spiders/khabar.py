"""khabar.kz, the agency and channel «Хабар»: Kazakh in Cyrillic under /kk/; Russian and English are not collected.

Portals.md section 14: a reader of 2026 (article, list, site map), a scraper of 2023 (article, list by ?start=), an address
of K2 of about 2016. The class of the date is misspelt on the site ("gredient"); date and tags stand inside the text's box.
No feed known; the map /kk/xml-karta is not read.
"""

from kznews.platforms.joomla import BY_TWENTY, K2, NEVER, articles
from kznews.portal import Layout, Listing
from kznews.spiders.base import PortalSpider


class Khabar(PortalSpider):
    """Kazakh articles of khabar.kz."""

    name = "khabar"
    title = "Хабар"
    evidence = ("selectors 2023-2026", "addresses 2016")
    hosts = ("khabar.kz", "www.khabar.kz")
    same_host = (("www.khabar.kz", "khabar.kz"),)
    sources = (Listing(url="https://khabar.kz/kk/news", pages=BY_TWENTY),)
    articles = articles("kk")
    never = (*NEVER, r"^/kk/xml-karta(?:/|$)")
    example_urls = (
        "https://khabar.kz/kk/news/157342-zhanga-zhol",
        "https://khabar.kz/kk/news/kogam/item/48182-zhambyl-zhabaev",
    )
    layouts = (
        Layout(
            name="iq-2026", marker=".iq-blog-box", published="li.border-gredient-left", body=".iq-blog-box", drop=".iq-blog-tag"
        ),
        Layout(
            name="entry-2023",
            marker=".entry__article",
            section="ul.breadcrumbs li:nth-last-child(2)",
            body=".entry__article",
        ),
        K2,
    )
