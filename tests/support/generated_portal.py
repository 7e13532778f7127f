"""A portal that is made up as it is asked for: any number of articles, new ones and edits on order, every kind of source.

Article `n` stands at /news/<n> and was published at `begins + n * every`. Sources, the newest article first:

    /                       home page: the newest PER_PAGE
    /news/ and /news/?page=2 ...     listing with a pager that stands in no link
    /rss.xml, /atom.xml     feeds of the newest PER_PAGE
    /sitemap.xml            index of one child per month, /sitemap-2026-11.xml.gz, with lastmod
    /news-sitemap.xml       the articles of the last two days before the newest one
    /archive/2026/11/03/    date archive, all of one day on a page
    /api/news?page=2        {"items": [{"url": ..., "published": ...}]}
    /old/<n>                redirects to /news/<n>
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from kznews.middlewares.replay import read_folder
from tests.support.portal_server import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kznews.captures import ReplayIndex

HOST = "local.kz"
PER_PAGE = 20
ZONE = ZoneInfo("Asia/Almaty")
BEGINS = datetime(2026, 11, 1, 3, tzinfo=UTC)
HTML, XML = "text/html; charset=utf-8", "application/xml; charset=utf-8"
WORDS = re.findall(
    r"\w+",
    "өзен көпір ауыл мектеп жол дала қала су жел күн егін мал дәрігер кітапхана спорт жарыс өнер ән би тарих ғылым зерттеу "
    "көлік теміржол зауыт еңбек жалақы баға базар бюджет салық заң сот депутат әкім жиын келісім саяхат тау көл орман бала ана",
)
SENTENCES = (
    "Жергілікті тұрғындар {0} туралы мәселені былтырдан бері көтеріп келген, енді оған қаржы бөлінді.",
    "Мамандардың айтуынша, {0} мен {1} арасындағы байланысты тағы бір мәрте тексеру қажет болады.",
    "Аудан әкімдігі {0} жұмыстары келесі жылдың көктемінде толық аяқталады деп хабарлады.",
    "Бұл күні {1} саласының қызметкерлері де жиналып, өз ойларын ортаға салды.",
)


@dataclass(frozen=True, slots=True)
class Edit:
    """The newest change of an article."""

    revision: int
    at: datetime


class GeneratedPortal:
    """A site for PortalServer; may be changed while it is served."""

    def __init__(self, articles: int = 0, *, begins: datetime = BEGINS, every: timedelta = timedelta(hours=1)) -> None:
        self.begins, self.every = begins, every
        self.count = articles
        self.robots = f"User-agent: *\nAllow: /\n\nSitemap: https://{HOST}/sitemap.xml\n"
        self.edits: dict[int, Edit] = {}
        self.gone: set[int] = set()
        self.keeps_etag = False
        """Whether the ETag and Last-Modified of an article stay what they were although its text changes."""
        self.validators = True
        """Whether articles and sources carry an ETag; articles also Last-Modified."""

    def publish(self, count: int = 1) -> list[int]:
        """Let new articles appear, and return their numbers."""
        self.count += count
        return list(range(self.count - count, self.count))

    def edit(self, number: int, *, at: datetime) -> None:
        """Change the text of an article at `at`."""
        self.edits[number] = Edit(self.revision(number) + 1, at)

    def remove(self, number: int) -> None:
        """Let an article be gone (410), and named by no source."""
        self.gone.add(number)

    def revision(self, number: int) -> int:
        return self.edits[number].revision if number in self.edits else 0

    def published(self, number: int) -> datetime:
        return self.begins + number * self.every

    def modified(self, number: int) -> datetime:
        return self.edits[number].at if number in self.edits else self.published(number)

    def url(self, number: int) -> str:
        return f"https://{HOST}/news/{number}"

    def answer(self, host: str, target: str) -> Answer:
        parts = urlsplit(target)
        if match := re.fullmatch(r"/news/(\d+)", parts.path):
            return self._article(int(match[1]))
        if match := re.fullmatch(r"/old/(\d+)", parts.path):
            return Answer(301, b"", {"Location": self.url(int(match[1]))})
        if parts.path == "/robots.txt":
            return Answer(200, self.robots.encode(), {"Content-Type": "text/plain; charset=utf-8"})
        body, kind = self._source(parts.path, int(parse_qs(parts.query).get("page", ["1"])[0]))
        if body is None:
            return Answer(404, b"<html><body>404</body></html>")
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"' if self.validators else None
        return Answer(200, body, {"Content-Type": kind}, etag=etag)

    def _article(self, number: int) -> Answer:
        if number in self.gone or number >= self.count:
            return Answer(410 if number in self.gone else 404, b"<html><body>404</body></html>")
        body = article(number, self.published(number), self.revision(number)).encode()
        if not self.validators:
            return Answer(200, body)
        if self.keeps_etag:
            return Answer(200, body, etag=f'"{number}"', modified=self.published(number))
        return Answer(200, body, etag=f'"{number}-{self.revision(number)}"', modified=self.modified(number))

    def _source(self, path: str, page: int) -> tuple[bytes | None, str]:
        """Return body and kind of a source page, or None for the body where there is no such page."""
        if match := re.fullmatch(r"/archive/(\d{4})/(\d\d)/(\d\d)/", path):
            return self._list(self._of_day(date(*map(int, match.groups())))), HTML
        if match := re.fullmatch(r"/sitemap-(\d{4})-(\d\d)\.xml\.gz", path):
            return gzip.compress(self._month(int(match[1]), int(match[2])), mtime=0), "application/gzip"
        newest = self._newest(PER_PAGE * page, PER_PAGE)
        made = {
            "/": lambda: (self._list(newest), HTML),
            "/news/": lambda: (self._list(newest), HTML),
            "/rss.xml": lambda: (self._rss(newest), "application/rss+xml; charset=utf-8"),
            "/atom.xml": lambda: (self._atom(newest), "application/atom+xml; charset=utf-8"),
            "/api/news": lambda: (self._api(newest), "application/json"),
            "/sitemap.xml": lambda: (self._index(), XML),
            "/news-sitemap.xml": lambda: (self._news(), XML),
        }
        return made[path]() if path in made else (None, HTML)

    def _list(self, numbers: Iterable[int]) -> bytes:
        return linked((self.url(number), title(number, self.revision(number))) for number in numbers)

    def _api(self, numbers: Iterable[int]) -> bytes:
        items = [{"url": self.url(number), "published": self.published(number).isoformat()} for number in numbers]
        return json.dumps({"items": items}).encode()

    def _newest(self, end: int, count: int) -> list[int]:
        """Return the `count` numbers that end with the `end`-th newest, the newest first."""
        alive = range(max(0, self.count - end), max(0, self.count - end + count))
        return [number for number in reversed(alive) if number not in self.gone]

    def _between(self, first: datetime, last: datetime) -> list[int]:
        """Return the articles published from `first` to before `last`, the newest first."""
        low, high = (bisect_left(range(self.count), at, key=self.published) for at in (first, last))
        return [number for number in reversed(range(low, high)) if number not in self.gone]

    def _of_day(self, day: date) -> list[int]:
        first = datetime(day.year, day.month, day.day, tzinfo=ZONE)
        return self._between(first, first + timedelta(days=1))

    def _months(self) -> list[tuple[int, int]]:
        days = [self.published(number).astimezone(ZONE) for number in (0, self.count - 1)] if self.count else []
        if not days:
            return []
        first, last = (day.year * 12 + day.month - 1 for day in days)
        return [(month // 12, month % 12 + 1) for month in range(first, last + 1)]

    def _in_month(self, year: int, month: int) -> list[int]:
        after = (year + month // 12, month % 12 + 1)
        return self._between(datetime(year, month, 1, tzinfo=ZONE), datetime(*after, 1, tzinfo=ZONE))

    def _index(self) -> bytes:
        children = []
        for year, month in self._months():
            if own := self._in_month(year, month):
                place, last = f"https://{HOST}/sitemap-{year}-{month:02}.xml.gz", max(map(self.modified, own))
                children.append(f"<sitemap><loc>{place}</loc><lastmod>{last.isoformat()}</lastmod></sitemap>")
        return _xml("sitemapindex", "http://www.sitemaps.org/schemas/sitemap/0.9", children)

    def _month(self, year: int, month: int) -> bytes:
        own = [
            f"<url><loc>{self.url(number)}</loc><lastmod>{self.modified(number).isoformat()}</lastmod></url>"
            for number in self._in_month(year, month)
        ]
        return _xml("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9", own)

    def _news(self) -> bytes:
        newest = self.published(max(0, self.count - 1))
        own = [
            f"<url><loc>{self.url(number)}</loc><lastmod>{self.modified(number).isoformat()}</lastmod><news:news>"
            f"<news:publication><news:name>Жергілікті</news:name><news:language>kk</news:language></news:publication>"
            f"<news:publication_date>{self.published(number).isoformat()}</news:publication_date>"
            f"<news:title>{title(number, self.revision(number))}</news:title></news:news></url>"
            for number in self._between(newest - timedelta(days=2), newest + timedelta(seconds=1))
        ]
        root = 'http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9'
        return _xml("urlset", root, own)

    def _rss(self, numbers: Iterable[int]) -> bytes:
        items = "".join(
            f"<item><title>{title(number, self.revision(number))}</title><link>{self.url(number)}</link>"
            f"<pubDate>{format_datetime(self.published(number))}</pubDate></item>"
            for number in numbers
        )
        channel = f"<channel><title>Жергілікті</title>{items}</channel>"
        return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0">{channel}</rss>'.encode()

    def _atom(self, numbers: Iterable[int]) -> bytes:
        entries = [
            f"<entry><title>{title(number, self.revision(number))}</title><link href='{self.url(number)}'/>"
            f"<published>{self.published(number).isoformat()}</published><updated>{self.modified(number).isoformat()}</updated></entry>"
            for number in numbers
        ]
        return _xml("feed", "http://www.w3.org/2005/Atom", entries)


class SavedPortal:
    """The saved pages of a folder (a fixture portal) as a site: each at its own host, path and query."""

    def __init__(self, folder: Path) -> None:
        self.index: ReplayIndex = read_folder(folder.resolve())

    def answer(self, host: str, target: str) -> Answer:
        capture = self.index.answer(f"https://{host}{target}")
        if capture is None:
            return Answer(404, b"<html><body>404</body></html>")
        body = capture.body.read_bytes()
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"' if capture.status == 200 else None
        return Answer(capture.status, body, dict(capture.headers), etag=etag)


def _xml(root: str, namespace: str, children: Iterable[str]) -> bytes:
    return f'<?xml version="1.0" encoding="utf-8"?><{root} xmlns="{namespace}">{"".join(children)}</{root}>'.encode()


def linked(entries: Iterable[tuple[str, str]]) -> bytes:
    """Return a list page: links with their headlines in a main part, with a menu and a footer around them."""
    cards = "".join(f'<li><h3><a href="{url}">{name}</a></h3></li>' for url, name in entries)
    return (
        f'<!doctype html><html lang="kk"><head><meta charset="utf-8"><title>Жергілікті жаңалықтар</title></head><body>'
        f'<nav><a href="/">Басты бет</a><a href="/news/">Жаңалықтар</a></nav><main><ul>{cards}</ul></main>'
        f"<footer><a href='/about'>Біз туралы</a></footer></body></html>"
    ).encode()


def title(number: int, revision: int = 0) -> str:
    """Return the headline of an article; no two numbers have the same."""
    first, second = WORDS[number % len(WORDS)], WORDS[number // len(WORDS) % len(WORDS)]
    return f"{first.capitalize()} пен {second} туралы {number}-хабар" + (f", {revision}-түзету" if revision else "")


def article(number: int, published: datetime, revision: int = 0) -> str:
    """Return an article page of about 4 kB."""
    shown = published.astimezone(ZONE).strftime("%d.%m.%Y %H:%M")
    first, second = WORDS[number * 7 % len(WORDS)], WORDS[number * 11 % len(WORDS)]
    text = "".join(f"<p>{sentence.format(first, second)} ({number}-хабар)</p>" for sentence in SENTENCES)
    text += f"<p>Мәтін {revision} рет түзетілді, редакция оқырмандардан кешірім сұрайды.</p>" if revision else ""
    name = title(number, revision)
    return (
        f'<!doctype html><html lang="kk"><head><meta charset="utf-8"><title>{name}</title>'
        f'<meta property="og:type" content="article"><meta property="og:title" content="{name}">'
        f'<link rel="canonical" href="https://{HOST}/news/{number}"></head><body>'
        f'<nav><a href="/">Басты бет</a><a href="/news/">Жаңалықтар</a></nav>'
        f'<main><article><h1>{name}</h1><div class="date">{shown}</div><div class="text">{text}</div></article></main>'
        f"<footer><a href='/about'>Біз туралы</a></footer></body></html>"
    )
