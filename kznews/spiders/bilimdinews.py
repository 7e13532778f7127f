"""bilimdinews.kz, «Білімді ел», a newspaper on education: Kazakh in Cyrillic, for one reader of it Russian too; a WordPress.

Known are pictures under /wp-content/uploads/<year>/<month>/ (four of 2019 to 2021, shown by other sites), and that a feed
reader of 2026 lists /feed/; that it answers was not seen. Portals.md section 21. Thin: no page and no article's address is
known; every form that WordPress offers counts, the examples are made up, general strategies decide.
"""

from kznews.platforms import wordpress
from kznews.portal import Feed, Listing
from kznews.spiders.base import PortalSpider


class Bilimdinews(PortalSpider):
    """Articles of bilimdinews.kz."""

    name = "bilimdinews"
    title = "Білімді ел"
    evidence = ("addresses 2019-2026",)
    hosts = ("bilimdinews.kz", "www.bilimdinews.kz")
    same_host = (("www.bilimdinews.kz", "bilimdinews.kz"),)
    trailing_slash = True
    sources = (Feed(url="https://bilimdinews.kz/feed/"), Listing(url="https://bilimdinews.kz/"))
    articles = wordpress.ARTICLES
    never = wordpress.NEVER
    example_urls = ("https://bilimdinews.kz/ustazdyn-zhana-dapteri/", "https://bilimdinews.kz/archives/1207")
