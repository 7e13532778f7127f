"""massaget.kz, a youth portal: Kazakh in Cyrillic; Latin and Arabic only by a script in the browser.

Portals.md section 13: a real home page of March 2018 (addresses, #latestNews), two rendered pages (a blog, an AMP article).
No article's markup is known of either generation, so no layout: general strategies decide. Titles with double quotes stand
unescaped in alt attributes. Blogs are numbered apart from articles, so their id keeps the word. No feed known.
"""

from datetime import date

from kznews.portal import Listing
from kznews.spiders.base import PortalSpider

_RUBRICS = ("news", "blogs", "jigitterge", "kyizdarga", "okushyilarga", "layfstayl", "mangilik_el", "ekonomika")


class Massaget(PortalSpider):
    """Articles and blogs of massaget.kz."""

    name = "massaget"
    title = "Massaget.kz"
    evidence = ("capture 2018", "rendered 2019-2026")
    hosts = ("massaget.kz", "www.massaget.kz")
    same_host = (("www.massaget.kz", "massaget.kz"),)
    alive_since = date(2011, 1, 1)
    sources = (Listing(url="https://massaget.kz/"), *(Listing(url=f"https://massaget.kz/{rubric}/") for rubric in _RUBRICS))
    articles = (
        r"^/(?P<id>blogs/(?:[^/?]+-)?\d+)(?:/amp)?/?$",
        r"^/[a-z_]+/[^/?]+-(?P<id>\d+)(?:/amp)?/?$",
        r"^/(?:[\w-]+/){2,3}(?P<id>\d+)/?$",  # until about 2019
    )
    never = (r"^/(?:auth|reg|search|forum|szh|laws|userdata|static|assets|user|tags?)(?:/|$)",)
    example_urls = (
        "https://massaget.kz/news/1-kazannan-bastap-kazakstanda-ne-ozgered-91639/amp",
        "https://massaget.kz/blogs/11188/",
        "https://massaget.kz/layfstayl/ayna/49954/",
        "https://massaget.kz/mangilik_el/tup_tamyir/kazak_handyigyi/16532/",
    )
