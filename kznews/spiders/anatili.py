"""anatili.kazgazeta.kz, the weekly «Ана тілі»: Kazakh in Cyrillic, and in Latin by ?ln=lat.

Portals.md section 16: a reader of 2026 (home page, article, Latin), a rendered page of 2020 (section and date as bullets), a
reader of the WordPress generation (about 2017, a bought theme; the form of its addresses is that of its sister kazgazeta.kz).
The text has no box of its own: it lies between h1.title and div.right. No feed, no paging known.
"""

from kznews.portal import Layout, Listing
from kznews.spiders.base import PortalSpider


class Anatili(PortalSpider):
    """Articles of anatili.kazgazeta.kz."""

    name = "anatili"
    title = "Ана тілі"
    evidence = ("selectors 2017-2026", "rendered 2020")
    hosts = ("anatili.kazgazeta.kz", "www.anatili.kazgazeta.kz")
    same_host = (("www.anatili.kazgazeta.kz", "anatili.kazgazeta.kz"),)
    sources = (Listing(url="https://anatili.kazgazeta.kz/"),)
    articles = (
        r"^/news/(?P<id>\d+)/?(?:\?ln=\w+)?$",
        r"^/\?p=(?P<id>\d+)$",  # WordPress
    )
    example_urls = (
        "http://anatili.kazgazeta.kz/news/57887",
        "https://anatili.kazgazeta.kz/news/57887?ln=lat",
        "http://anatili.kazgazeta.kz/?p=42223",
    )
    layouts = (
        Layout(name="wordpress", marker=".single-post-content", body=".single-post-content"),
        Layout(name="2020", marker="h1.title", title="h1.title", drop="div.right"),
    )
