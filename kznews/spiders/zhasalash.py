"""zhasalash.kz, the newspaper «Жас Алаш»: Kazakh in Cyrillic.

Portals.md section 20: the address scheme of Kazinform (same vendor?), with five or six hexadecimal digits, an aggregator of
2023 (home page), pages of 2025 and a rendered one of 2023: time before the date, "GMT +5" as template text, "None" where
caption and credit are empty. No article's markup is known; the layout is Kazinform's, else general strategies decide.
openapi. and image.zhasalash.kz serve no pages.
"""

from kznews.platforms.kazinform import BEM, NEVER
from kznews.portal import Sections
from kznews.spiders.base import PortalSpider


class Zhasalash(PortalSpider):
    """Articles of zhasalash.kz."""

    name = "zhasalash"
    title = "Жас Алаш"
    evidence = ("selectors 2023", "rendered 2023-2025")
    hosts = ("zhasalash.kz", "www.zhasalash.kz")
    same_host = (("www.zhasalash.kz", "zhasalash.kz"),)
    sources = (Sections(url="https://zhasalash.kz/", section=r"^/categories/[^/]+/?$"),)
    articles = (r"^/(?:news|amp|amp/news)/[^/]+-(?P<id>[0-9a-f]{5,6})/?$",)
    never = NEVER
    example_urls = (
        "https://zhasalash.kz/news/munajly-onirdin-tujtkilderi-24202",
        "https://zhasalash.kz/amp/munajly-onirdin-tujtkilderi-d62859/",
    )
    layouts = (BEM,)
