"""The portal that tests/support/generated_portal.py serves, declared as any portal is.

Commands know it with `-s SPIDER_MODULES=kznews.spiders,tests.support.local_portal`.
"""

from __future__ import annotations

from datetime import date

from kznews.portal import Archive, Feed, JsonApi, Listing, Rates, Sitemap
from kznews.spiders.base import PortalSpider

MODULES = "kznews.spiders,tests.support.local_portal"


class LocalPortal(PortalSpider):
    """A portal with a home page, a listing of many pages and a feed."""

    name = "local"
    title = "Жергілікті"
    hosts = ("local.kz", "www.local.kz")
    same_host = (("www.local.kz", "local.kz"),)
    alive_since = date(2010, 1, 1)
    sources = (
        Listing(url="https://local.kz/"),
        Feed(url="https://local.kz/rss.xml"),
        Listing(url="https://local.kz/news/", pages="?page={n}"),
    )
    articles = (r"^/news/(?P<id>\d+)$",)
    example_urls = ("https://local.kz/news/7",)


class LocalHosts(LocalPortal):
    """The same with an edition on a host of its own."""

    name = "localhosts"
    hosts = ("local.kz", "lat.local.kz")
    same_host = ()
    sources = (Listing(url="https://lat.local.kz/"), Listing(url="https://local.kz/"))


class LocalArchive(LocalPortal):
    """The same with an archive by date."""

    name = "localarchive"
    sources = (Listing(url="https://local.kz/"), Archive(url="https://local.kz/archive/{yyyy}/{mm}/{dd}/"))


class LocalArchives(LocalPortal):
    """The same with two archives: of one of them no day has a page."""

    name = "localarchives"
    sources = (Archive(url="https://local.kz/video/{yyyy}-{mm}-{dd}"), *LocalArchive.sources)


class LocalSitemap(LocalPortal):
    """The same with a sitemap."""

    name = "localsitemap"
    sources = (Listing(url="https://local.kz/"), Sitemap(url="https://local.kz/sitemap.xml"))


class LocalNews(LocalPortal):
    """The same with nothing that leads back."""

    name = "localnews"
    sources = (Listing(url="https://local.kz/"), Feed(url="https://local.kz/rss.xml"))


class LocalEvery(LocalPortal):
    """The same with a source of every kind that a daily run asks for."""

    name = "localevery"
    sources = (
        *LocalPortal.sources,
        Feed(url="https://local.kz/atom.xml"),
        JsonApi(url="https://local.kz/api/news", key="url", published="published", pages="?page={n}"),
        Sitemap(url="https://local.kz/news-sitemap.xml", news=True),
    )


class LocalBank(LocalPortal):
    """A bank with official rates by day."""

    name = "localbank"
    sources = (Rates(url="https://local.kz/rates_all.xml"), Rates(url="https://local.kz/get_rates?fdate={dd}.{mm}.{yyyy}"))
    keep_params = ("fdate",)
