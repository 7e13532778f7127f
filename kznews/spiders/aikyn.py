"""aikyn.kz, the newspaper «Айқын»: Kazakh in Cyrillic; ru.aikyn.kz (Russian) and pdf.aikyn.kz (scans) are not collected.

Portals.md section 12: a scraper of November 2023 (lists, article), an aggregator of 2023, a real home page of March 2018
(WordPress; the month stands before the day, "Наурыз 19, 2018"), five rendered pages, three of them AMP. No feed (2026).
Thin: the form of today's date line; AMP pages show none. Ids were kept when the addresses changed.
"""

from kznews.portal import Layout, Listing
from kznews.spiders.base import PortalSpider


class Aikyn(PortalSpider):
    """Articles of aikyn.kz."""

    name = "aikyn"
    title = "Айқын"
    evidence = ("capture 2018", "selectors 2023", "rendered 2019-2026")
    hosts = ("aikyn.kz", "www.aikyn.kz")
    same_host = (("www.aikyn.kz", "aikyn.kz"),)
    sources = (Listing(url="https://aikyn.kz/news", pages="?page={n}"), Listing(url="https://aikyn.kz/"))
    articles = (
        r"^/(?P<id>\d+)/[^/?]+(?:/amp)?/?$",
        r"^/\d{4}/\d\d/\d\d/(?P<id>\d+)\.html$",  # WordPress, 2018
    )
    never = (r"^/20\d\d/\d\d(?:/\d\d)?/?$",)  # archives of a month or a day
    example_urls = (
        "https://aikyn.kz/218880/dollar-bagamy-3-43-tengege-kymbattady",
        "https://aikyn.kz/218880/dollar-bagamy-3-43-tengege-kymbattady/amp",
        "https://aikyn.kz/2018/03/13/45755.html",
    )
    layouts = (
        Layout(
            name="2023",
            marker=".content-body__detail",
            section=".item_category a.seca:not([href$='/news'])",
            body=".content-body__detail",
            tags=".content-tags a",
        ),
        Layout(name="wordpress-2018", marker=".article-content", title="[itemprop=headline]", body=".article-content"),
    )
