"""zhaikpress.kz, «Жайық Пресс», the newspapers of West Kazakhstan region (Oral): Kazakh in Cyrillic under /kk/.

One rendered page of 2022 (formats.md): "23.02.2022, 16:15" and "Оқылды: 55" over the headline, a picture's name in the text.
Oral has had UTC+5 since 2004. Slugs carry no number and are the id. Thin: no markup is known, general strategies decide; one
section is the only source, no feed was seen.
"""

from kznews.portal import Listing
from kznews.spiders.base import PortalSpider


class Zhaikpress(PortalSpider):
    """Articles of zhaikpress.kz."""

    name = "zhaikpress"
    title = "Жайық Пресс"
    evidence = ("rendered 2022",)
    hosts = ("zhaikpress.kz", "www.zhaikpress.kz")
    same_host = (("www.zhaikpress.kz", "zhaikpress.kz"),)
    timezone = "Asia/Oral"
    sources = (Listing(url="https://zhaikpress.kz/kk/regionnews"), Listing(url="https://zhaikpress.kz/kk"))
    articles = (r"^/kk/[\w-]+/(?P<id>[^/?]+)$",)
    example_urls = ("https://zhaikpress.kz/kk/regionnews/tazy-zharystyryp-kokpar-tartty",)
