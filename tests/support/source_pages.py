"""Source pages for tests: a portal of its own, small feeds, sitemaps and answers in its words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kznews.extract.sources.read import read_source
from kznews.outcomes import Reason, Refused
from kznews.portal import Feed, JsonApi, Portal, Sitemap

if TYPE_CHECKING:
    from kznews.extract.sources.found import Harvest
    from kznews.sourcekinds import Source

FEED = Feed(url="https://derek.kz/rss")
SITEMAP = Sitemap(url="https://derek.kz/sitemap.xml")
API = JsonApi(url="https://derek.kz/api/list", key="url", published="date", modified="changed", title="title")
DEREK = Portal(
    name="derek",
    title="Дерек",
    hosts=("derek.kz", "www.derek.kz", "lat.derek.kz"),
    same_host=(("www.derek.kz", "derek.kz"),),
    articles=(r"^/news/(?P<id>\d+)",),
    sources=(FEED, SITEMAP, API),
)
ATOM = "http://www.w3.org/2005/Atom"
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def rss(items: str, attributes: str = 'version="2.0"') -> str:
    return f"<rss {attributes}><channel><title>Дерек</title><link>https://derek.kz/</link>{items}</channel></rss>"


def item(inside: str) -> str:
    return rss(f"<item>{inside}</item>")


def urlset(inside: str, namespace: str = SITEMAPS) -> str:
    return f'<urlset xmlns="{namespace}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{inside}</urlset>'


def harvest(body: bytes | str, source: Source = FEED) -> Harvest:
    return read_source(body.encode() if isinstance(body, str) else body, source, DEREK)


def found(body: bytes | str, source: Source = FEED) -> list[str]:
    """Return the paths of the articles that a source page gives."""
    return [item.url.removeprefix("https://derek.kz") for item in harvest(body, source).found]


def refusal(body: bytes | str, source: Source = FEED) -> tuple[Reason, str] | None:
    """Return why a source page is refused, or None."""
    try:
        harvest(body, source)
    except Refused as refused:
        return refused.reason, refused.detail
    return None


def at(text: str) -> datetime:
    """Return an instant, in UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)
