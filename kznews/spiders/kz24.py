"""24.kz, the news channel «Хабар 24»: Kazakh in Cyrillic under /kz/, Russian under /ru/ (not collected).

Portals.md section 14: Joomla with K2 until about 2022 (list of a reader's bot), another theme since (aggregator of 2023,
list only); an address of May 2026 has the same form without "item/". No article of the newer theme is stored: general
strategies decide. The feed is the one that a mobile app read; a survey of 2026 found none. Rates are a TradingView ticker
drawn by scripts: the HTML holds no figures. Slugs drop Kazakh letters (zha-aly-tar/o-am).
"""

from kznews.platforms.joomla import BY_TWENTY, K2, NEVER, articles
from kznews.portal import Feed, Listing
from kznews.spiders.base import PortalSpider


class Kz24(PortalSpider):
    """Kazakh articles of 24.kz."""

    name = "kz24"
    title = "Хабар 24"
    evidence = ("selectors 2022-2023", "addresses 2026")
    hosts = ("24.kz", "www.24.kz")
    same_host = (("www.24.kz", "24.kz"),)
    sources = (
        Listing(url="https://24.kz/kz/zha-aly-tar", pages=BY_TWENTY),
        Feed(url="https://24.kz/kz/zha-aly-tar?format=feed"),
    )
    articles = articles("kz")
    never = (*NEVER, r"^/kz/telebagdarlamalar(?:/|$)")
    example_urls = (
        "https://24.kz/kz/zha-aly-tar/kogam/767772-kazakstan-baa-garys-salasyndagy-yntymaktastyk",
        "https://24.kz/kz/zha-aly-tar/o-am/item/107834-zhambyl",
    )
    layouts = (K2,)
