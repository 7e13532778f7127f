"""tizgin.kz, «Тізгін», news portal: Kazakh in Cyrillic, a Laravel site.

The site's own templates and routes (2022): /news/<number>, /category/<number>, a day without a time ("07 Қыркүйек, 2022"), views
beside it in the same box, the lead in a box of its own, tags as buttons, related cards and a column of the latest with their
days. og:url is empty. General strategies read the rest. Thin: whether the site answers today.
"""

from datetime import date

from kznews.portal import Layout, Listing, Sections
from kznews.spiders.base import PortalSpider


class Tizgin(PortalSpider):
    """Articles of tizgin.kz, from 2021 on."""

    name = "tizgin"
    title = "Tizgin.kz"
    evidence = ("layout 2022",)
    hosts = ("tizgin.kz", "www.tizgin.kz")
    same_host = (("www.tizgin.kz", "tizgin.kz"),)
    alive_since = date(2021, 1, 1)
    sources = (Sections(url="https://tizgin.kz/", section=r"^/category/\d+$", pages="?page={n}"), Listing(url="https://tizgin.kz/"))
    articles = (r"^/news/(?P<id>\d+)/?$",)
    example_urls = ("https://tizgin.kz/news/902",)
    layouts = (Layout(name="2022", marker=".news-item__desk", lead=".news-item__desk", body=".news-item__text"),)
