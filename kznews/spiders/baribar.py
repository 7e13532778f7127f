"""baribar.kz, a youth site: Kazakh in Cyrillic, a WordPress. Its sister hosts ru. (Russian) and surak. (questions) are left out.

Addresses /<id>/<slug>/; a tag's page shows whole beginnings of its articles and has no number. Three rendered pages (formats.md):
headline and text, no date in the part kept; rates of the day stand in the text, not in the header. Pictures under
/wp-content/uploads/Y/m/. Portals.md section 21. Thin: the theme's markup is unknown, general strategies decide; a feed reader
lists /feed/, that it answers was not seen.
"""

from kznews.portal import Feed, Listing
from kznews.spiders.base import PortalSpider


class Baribar(PortalSpider):
    """Articles of baribar.kz."""

    name = "baribar"
    title = "BARIBAR.kz"
    evidence = ("rendered 2019-2026", "addresses 2026")
    hosts = ("baribar.kz", "www.baribar.kz")
    same_host = (("www.baribar.kz", "baribar.kz"),)
    trailing_slash = True
    sources = (Feed(url="https://baribar.kz/feed/"), Listing(url="https://baribar.kz/"))
    articles = (r"^/(?P<id>\d+)/[^/?]+/$",)
    example_urls = ("https://baribar.kz/26646/ulttyq-valyuta-alsiredi/",)
