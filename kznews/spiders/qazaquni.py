"""qazaquni.kz, «Қазақ үні»: Kazakh in Cyrillic; texts of the 2000s mix Latin i with Cyrillic і.

Portals.md section 19: a reader of /public/kogam and its articles, two rendered pages (dates with the year first, "2019 ж. 21
желтоқсан", two bare counters below), an address of WordPress of 2018, whose ids and articles were carried over or not: not
seen. No feed (September 2026). Sections are known from addresses only.
"""

from kznews.portal import Layout, Listing
from kznews.spiders.base import PortalSpider


class Qazaquni(PortalSpider):
    """Articles of qazaquni.kz."""

    name = "qazaquni"
    title = "Қазақ үні"
    evidence = ("selectors 2026", "rendered 2019")
    hosts = ("qazaquni.kz", "www.qazaquni.kz")
    same_host = (("www.qazaquni.kz", "qazaquni.kz"),)
    sources = (
        Listing(url="https://qazaquni.kz/"),
        Listing(url="https://qazaquni.kz/public/kogam", pages="/page/{n}"),
    )
    articles = (
        r"^/(?:public/)?[a-z][a-z-]*/(?P<id>\d+)-[^/?]+/?$",
        r"^/\d{4}/\d\d/\d\d/(?P<id>\d+)\.html$",  # WordPress, 2018
    )
    never = (r"^/(?:tag|author|search|page)/",)
    example_urls = (
        "https://qazaquni.kz/news/162761-zoba-kelesektin-stimuly",
        "https://qazaquni.kz/public/bastyi-a-parat/8449-azyibek-isa-sheginerge-zher-zho-artyimyiz",
        "https://www.qazaquni.kz/2018/02/28/82118.html",
    )
    layouts = (Layout(name="2019", marker=".news-title__title", title="h1.news-title__title", body="div.news-text"),)
