"""turkystan.kz, the weekly «Түркістан»: Kazakh in Cyrillic; Arabic script may come under the ordinary address.

Portals.md section 11, a scraper of 2026 (article markup) and an aggregator of 2023 (lists); four rendered pages. The script
is chosen by cookie or session, never by the address. No feed (September 2026); 20 sitemaps (2026). Thin: the form
of .news-date on articles, AMP markup. Old addresses end in a slash; redirects between the forms were not seen.
"""

from kznews.portal import Layout, Listing, Sitemap
from kznews.spiders.base import PortalSpider


class Turkystan(PortalSpider):
    """Articles of turkystan.kz."""

    name = "turkystan"
    title = "Түркістан"
    evidence = ("selectors 2023-2026", "rendered 2019-2026")
    hosts = ("turkystan.kz", "www.turkystan.kz")
    same_host = (("www.turkystan.kz", "turkystan.kz"),)
    sources = (
        Listing(url="https://turkystan.kz/"),
        *(Sitemap(url=f"https://turkystan.kz/sitemap-articles-{number}.xml") for number in range(1, 21)),
    )
    articles = (r"^/article/(?P<id>\d+)(?:-[^/?]*)?(?:/amp)?/?$",)
    example_urls = (
        "https://turkystan.kz/article/247325-ykylas-nurgaliev-ulttyk-oner",
        "https://turkystan.kz/article/50608-ba-a-ashan-auyzdy-talady/",
        "https://turkystan.kz/article/247325-ykylas-nurgaliev-ulttyk-oner/amp",
    )
    layouts = (
        Layout(
            name="2026",
            marker=".article-content",
            published=".news-date",
            body=".article-content",
            drop=".article-share, .related-articles, .t25",
        ),
    )
