"""egemen.kz, «Егемен Қазақстан», the government's daily: Kazakh, each article in Cyrillic, Latin (lat., 2018) and Arabic (ar.).

Id and slug are equal on the three hosts and in /amp/. The host does not tell the script: egemen.kz has Latin articles, lat. and
ar. Cyrillic lists. AMP headers show rates, RUB first, of the day of fetching. tote.egemen.kz counts otherwise and is left out.
Portals.md section 3 (visible lines of 2011 to 2025, selectors and feed of 2026). Thin: AMP, WordPress; in September 2026 a survey
saw neither <article> nor itemprop, and a move to /news/<id> was planned: what has no marker is left to general strategies.
"""

from datetime import date

from kznews.portal import Feed, Layout, Listing, Sections, Sitemap
from kznews.spiders.base import PortalSpider


class Egemen(PortalSpider):
    """Articles of egemen.kz, imports from 2011 on."""

    name = "egemen"
    title = "Егемен Қазақстан"
    evidence = ("selectors 2023-2026", "rendered 2011-2025")
    hosts = ("egemen.kz", "www.egemen.kz", "lat.egemen.kz", "www.lat.egemen.kz", "ar.egemen.kz", "www.ar.egemen.kz")
    same_host = (
        ("www.egemen.kz", "egemen.kz"),
        ("www.lat.egemen.kz", "lat.egemen.kz"),
        ("www.ar.egemen.kz", "ar.egemen.kz"),
    )
    alive_since = date(2008, 1, 1)
    sources = (
        Feed(url="https://egemen.kz/rss"),
        Sections(url="https://egemen.kz/", section=r"^/rubric/[^/]+$", pages="?page={n}"),
        Listing(url="https://egemen.kz/opinion", pages="?page={n}"),
        *(Sitemap(url=f"https://{host}egemen.kz/sitemap.xml") for host in ("", "lat.", "ar.")),
    )
    articles = (r"^/(?:amp/)?article/(?P<id>\d+)(?:-[^/]*)?/?$",)
    example_urls = (
        "https://egemen.kz/article/335657-turkiyada-qaza-tapqandar-sany-40-mynhgha-dguyqtady",
        "https://lat.egemen.kz/article/401762-tauelsizdik-kuninde-elimizde-qansha-mektep-pen-balabaqsha-ashyldy",
        "https://www.ar.egemen.kz/article/288807-tilim-tilinbesin-elim-bulinbesin!",
        "https://lat.egemen.kz/amp/article/199774-qazaqstanda-saylaualdy-ugit-nasikhat-bastaldy",
    )
    layouts = (
        Layout(
            name="2026",
            marker="h1.responsive_title, article.white-block",
            title="h1.responsive_title",
            author=".name-auth h4",
            body="div[itemprop=articleBody]",
            drop=".top-news.social-links, .last-news-section, .last-news, article.white-block .col-md-4",
        ),
        Layout(
            name="wordpress",
            marker="#post-page-title",
            title="#post-page-title h3",
            lead="#post-page-subtitle",
            body="#post-content",
        ),
    )
