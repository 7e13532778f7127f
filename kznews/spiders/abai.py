"""abai.kz, Абай-ақпарат: essays and news in Kazakh, each post in Cyrillic, Arabic (/tt/) and Latin (/lt/) under one number.

hreflang and html lang say "tt" and "lt", which are neither Tatar nor Lithuanian here. The Latin of 2019 (ñ, ğ, ş, w) was another
(gh, sh, ng, ý) by 2024. The masthead shows the day of fetching; section, views, comments and date share a line; og: is empty.
Duplicates under /index.php/. No feed, no rates, no weather. Portals.md section 9: a real home page of March 2018, visible text of
2019 to 2026, div.single-news from a spider of 2026. Thin: the markup of the line over the headline.
"""

from datetime import date

from kznews.portal import Layout, Listing
from kznews.spiders.base import PortalSpider

_PARTS = (1, 96, 97, 123, 126, 138, 148, 154, 223)


class Abai(PortalSpider):
    """Posts of abai.kz, from 2008 on."""

    name = "abai"
    title = "Abai.kz"
    evidence = ("capture 2018", "selectors 2026", "rendered 2019-2026")
    hosts = ("abai.kz", "www.abai.kz")
    same_host = (("www.abai.kz", "abai.kz"),)
    alive_since = date(2008, 1, 1)
    sources = (
        Listing(url="https://abai.kz/"),
        *(Listing(url=f"https://abai.kz/part/{part}", pages="?page={n}") for part in _PARTS),
    )
    articles = (r"^/(?:index\.php/)?(?:(?:tt|lt)/)?post/(?P<id>\d+)/?$",)
    example_urls = (
        "https://abai.kz/post/104192",
        "https://abai.kz/tt/post/153864",
        "http://www.abai.kz/lt/post/14505",
        "https://abai.kz/index.php/tt/post/112328",
    )
    layouts = (
        Layout(
            name="laravel",
            marker=".single-news",
            body=".single-news",
            clock=".preheader .date",
            drop=".aqparat, .sidebar",
        ),
    )
