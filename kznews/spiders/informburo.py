"""informburo.kz/kaz, Информбюро of channel 31: the Kazakh part of a Russian site, Cyrillic.

Portals.md section 18: an aggregator of 2023 (lists, body), a parser of August 2025 and a reader (excerpt, body), mostly on
the Russian part; one rendered Kazakh page. It answers 403 to plain clients (September 2026), its feeds too. An address holds
no number: the id is its last part, without ".html" that older ones end in; slugs drop Kazakh letters.
"""

from kznews.portal import Layout, Listing
from kznews.spiders.base import PortalSpider


class Informburo(PortalSpider):
    """Kazakh articles of informburo.kz."""

    name = "informburo"
    title = "Informburo.kz"
    evidence = ("selectors 2023-2025", "rendered 2019-2026")
    hosts = ("informburo.kz", "www.informburo.kz")
    same_host = (("www.informburo.kz", "informburo.kz"),)
    sources = (Listing(url="https://informburo.kz/kaz"), Listing(url="https://informburo.kz/kaz/newskaz"))
    articles = (
        r"^/kaz/newskaz/(?P<id>[^/?]+?)(?:\.html)?/?$",
        r"^/kaz/(?P<id>[^/?]+?)\.html$",
    )
    never = (r"^/kaz/newskaz/(?:page|tag|author)(?:/|$)",)
    example_urls = (
        "https://informburo.kz/kaz/newskaz/ubt-bejindik-paender-tizbesine-informatika-engizildi",
        "https://informburo.kz./kaz/mooliyaa-sapar-bayan-lgeydeg-bes-kn-zhalasy.html",
    )
    layouts = (
        Layout(
            name="2023",
            marker=".article-meta",
            lead=".article-excerpt",
            published=".article-meta time",
            body="div.article",
            drop=".read-more, .telegram-card, .web-share-button, .whatsapp-promo",
        ),
    )
