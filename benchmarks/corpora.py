"""Pages with what a careful reader or their publisher's own parser found on them: ours, and public ones from folders."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kznews.clock import parse_instant
from kznews.extract.links import canonical
from kznews.kazakh import charset
from kznews.kazakh.text import one_line
from kznews.quality.cases import page_of
from kznews.spiders.any import AnyPortal
from tests.support.cases import DECLARED, cases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kznews.portal import Portal

UNSPACED = ("zh", "ja", "th", "my", "ko")
"""Languages whose words no blank divides, or hardly: shingles of words say nothing of them."""
SURE = 0.5
"""The part of a publisher's paragraphs that must begin alike on the page for it to be the page they were read from."""


@dataclass(frozen=True)
class Sample:
    """A page and what is on it; None is what nobody noted."""

    name: str
    body: bytes
    url: str
    portal: Portal
    fetched_at: datetime
    text: str
    title: str | None = None
    day: date | None = None
    header: str | None = None
    clock: tzinfo | None = None
    """By whose clock the day is one: the publisher's, where that is known; else the portal's."""

    @property
    def address(self) -> str:
        return canonical(self.url, self.portal) or self.url

    @cached_property
    def html(self) -> str:
        """The page decoded as kznews decodes it: the others are spared what they would get wrong there."""
        return charset.decode(self.body, header=self.header).text


def fixtures() -> list[Sample]:
    """Return the articles of fixtures/portals; refusals, which the others cannot give, are left out."""
    found = []
    for case in cases():
        expected = case.expected
        if not expected.get("body"):
            continue
        portal = case.portal(DECLARED)
        said = expected.get("published_at")
        day = parse_instant(said).astimezone(portal.zone).date() if said else None
        text = "\n".join((expected.get("lead") or "", *expected["body"]))
        at = parse_instant(case.meta["fetched_at"])
        body = page_of(case.folder).read_bytes()
        found.append(Sample(case.name, body, case.meta["url"], portal, at, text, expected.get("title"), day))
    return found


def newspaper(folder: Path) -> Iterator[Sample]:
    """Yield the pages of newspaper4k's source package (tests/data), with the text that its own tests expect."""
    for meta in sorted(folder.glob("**/tests/data/metadata/*.json")):
        found = json.loads(meta.read_text(encoding="utf-8"))
        page = meta.parent.parent / "html" / f"{meta.stem}.html"
        text = meta.parent.parent / "txt" / f"{meta.stem}.txt"
        if page.exists() and text.exists() and found.get("language", "en")[:2] not in UNSPACED:
            said = text.read_text(encoding="utf-8")
            url = found.get("url") or f"https://{meta.stem}.example/"
            yield _public(meta.stem, page.read_bytes(), url, "2024-01-01", said, found.get("title"), None)


def benchmark(folder: Path) -> Iterator[Sample]:
    """Yield the pages of scrapinghub/article-extraction-benchmark, with the text that people marked."""
    for name, found in json.loads(folder.joinpath("ground-truth.json").read_text(encoding="utf-8")).items():
        body = gzip.decompress(folder.joinpath("html", f"{name}.html.gz").read_bytes())
        yield _public(name, body, found["url"], "2019-11-20", found["articleBody"], None, None)


def fundus(folder: Path) -> Iterator[Sample]:
    """Yield the pages of flairNLP/fundus' tests, with what its parser for that publisher reads."""
    for meta in sorted(folder.glob("**/test_data/*/meta.info")):
        if meta.parent.name in UNSPACED or meta.parent.name in ("cn", "jp", "kr"):
            continue
        for name, known in json.loads(meta.read_text(encoding="utf-8")).items():
            page = meta.parent / name
            if not page.exists():  # its notes name pages that it has no longer
                continue
            body = gzip.decompress(page.read_bytes())
            versions = json.loads(meta.parent.joinpath(f"{name.split('_')[0]}.json").read_text(encoding="utf-8"))
            if (found := _version_of(body.decode("utf-8", "replace"), list(versions.values()))) is not None:
                at = datetime.fromisoformat(found["publishing_date"]) if found.get("publishing_date") else None
                yield _public(name, body, known["url"], known["crawl_date"][:10], _said(found), found.get("title"), at)


@dataclass(frozen=True)
class Phrased:
    """A page with phrases that must be in its text and phrases that must not."""

    sample: Sample
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    kept: bool
    """Whether it is of the half that nobody looked at, by a hash of its file's name."""


def phrased(folder: Path) -> Iterator[Phrased]:
    """Yield the pages of adbar/trafilatura's own evaluation, with its phrases."""
    tests = folder / "tests"
    for url, found in sorted(json.loads(tests.joinpath("evaldata.json").read_text(encoding="utf-8")).items()):
        name = found["file"]
        page = next((path for part in ("cache", "eval") if (path := tests / part / name).is_file()), None)
        if page is not None:
            address = url if urlsplit(url).netloc else f"https://{url.rpartition('/')[2] or 'page'}.example/"
            sample = _public(name, page.read_bytes(), address, "2024-01-01", "", None, None)
            half = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2
            yield Phrased(sample, *(tuple(map(one_line, found[key])) for key in ("with", "without")), kept=half == 1)


def _public(  # noqa: PLR0917
    name: str, body: bytes, url: str, fetched: str, text: str, title: str | None, published: datetime | None
) -> Sample:
    portal = AnyPortal.declared.at(urlsplit(url).netloc)
    at = datetime.fromisoformat(fetched).replace(hour=23, tzinfo=UTC)
    day, clock = (published.date(), published.tzinfo) if published else (None, None)
    return Sample(name, body, url, portal, at, text, title, day, clock=clock)


def _version_of(page: str, versions: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the expected article whose paragraphs stand on the page: a publisher has one per layout."""

    def share(version: dict[str, Any]) -> float:
        said = [part for section in version.get("body", {}).get("sections", []) for part in section["paragraphs"]]
        return sum(part[:40] in page for part in said) / max(len(said), 1)

    best = max(versions, key=share, default=None)
    return best if best is not None and share(best) >= SURE else None


def _said(found: dict[str, Any]) -> str:
    body = found.get("body") or {}
    parts = [part for section in body.get("sections", []) for part in (*section["headline"], *section["paragraphs"])]
    return "\n".join((*body.get("summary", []), *parts))
