"""inbusiness.kz, the business news of Atameken: Kazakh in Cyrillic under /kz/, Russian under /ru/; only /kz/ is read here.

Addresses /kz/<rubric>/<slug> ("last", "news") carry no number. The selectors are those of a student's scraper
(.newsinfo time, .tags a, div.text, the last span of .breadcrumbs), which read 316 pages of the list .catitems2; its age is not
known. Two rendered pages (formats.md): the author after the text, then "БІЗДІҢ ТЕЛЕГРАМ АРНАМЫЗҒА ҚОСЫЛЫҢЫЗ" in three lines.
Portals.md section 21. Thin: the headline's markup and the form of the date are unknown; that the feed answers was not seen.
"""

from kznews.portal import Feed, Layout, Listing
from kznews.spiders.base import PortalSpider


class Inbusiness(PortalSpider):
    """Kazakh articles of inbusiness.kz."""

    name = "inbusiness"
    title = "Inbusiness.kz"
    evidence = ("selectors undated", "rendered 2019-2026")
    hosts = ("inbusiness.kz", "www.inbusiness.kz")
    same_host = (("www.inbusiness.kz", "inbusiness.kz"),)
    sources = (Feed(url="https://inbusiness.kz/kz/rss"), Listing(url="https://inbusiness.kz/kz/news", pages="?page={n}"))
    articles = (r"^/kz/(?:last|news)/(?P<id>[^/?]+)/?$",)
    example_urls = ("https://inbusiness.kz/kz/last/aida-balaeva-sajlauda-dauys-berdi",)
    layouts = (
        Layout(
            name="scraped",
            marker=".newsinfo time",
            section=".breadcrumbs > span:last-child",
            published=".newsinfo time",
            body="div.text",
            tags="div.tags a",
        ),
    )
