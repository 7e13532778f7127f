"""Saved pages of every portal whose template changes: one class name after another gets another name, as redesigns do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from w3lib.encoding import http_content_type_encoding

from kznews.clock import parse_instant
from kznews.extract.document import Document
from kznews.extract.layouts import selectors_of
from kznews.extract.links import canonical
from kznews.extract.page import read_page
from kznews.health.figures import FIELDS, Figures
from kznews.health.judge import Alarm, Measured, judge
from kznews.loaders import load_article
from kznews.outcomes import Outcome, Refused
from kznews.quality.cases import page_of
from tests.support.cases import DECLARED, cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kznews.items import Article
    from kznews.outcomes import Reason
    from kznews.portal import Portal
    from tests.support.cases import Case

A_RUN = 40
"""Articles of a run, as a portal of middling size has them in a day: each saved page stands for as many as fill it."""
LEAST = 0.3
"""Share of a portal's saved pages that a change must concern: less is one old generation of several, or one odd page."""
RUNS = 20
"""Earlier runs (reliability C7)."""
_CLASS = re.compile(rb"""(\bclass\s*=\s*)("[^"]*"|'[^']*')""")
_NAMED = re.compile(r"\.([A-Za-z_][\w-]*)")


@dataclass(frozen=True)
class Seen:
    """What one page gave."""

    article: Article | None
    reason: Reason | None
    selectors: dict[str, bool] | None


@dataclass
class Tally:
    """How a campaign went."""

    tried: int = 0
    missed: list[str] = field(default_factory=list)
    """Changes that nothing was said of."""
    wrong: list[str] = field(default_factory=list)
    """Changes of which only other fields were named."""


def seen(case: Case, portal: Portal, name: str = "") -> Seen:
    """Return what a page gives, or would give if the class `name` had another name."""
    body = page_of(case.folder).read_bytes()
    header = http_content_type_encoding(case.meta.get("headers", {}).get("Content-Type", ""))
    url = case.meta["url"]
    found = None
    try:
        document = Document(renamed(body, name) if name else body, url, address=canonical(url, portal) or url, header=header)
        found = selectors_of(document, portal)
        reading = read_page(document, portal, parse_instant(case.meta["fetched_at"]))
    except Refused as refused:
        return Seen(None, refused.reason, found)
    if reading.refusal:
        return Seen(None, reading.refusal[0], found)
    return Seen(load_article(reading, parse_instant(case.meta["fetched_at"])), None, found)


def run_of(pages: list[Seen]) -> Measured:
    """Return the figures of a run of A_RUN pages or more, these over and over."""
    figures = Figures()
    articles = sum(one.article is not None for one in pages) or len(pages)
    for one in pages * max(1, -(-A_RUN // articles)):
        figures.page(Outcome.STORED if one.article else Outcome.REFUSED, one.reason, one.article, one.selectors)
    return Measured(datetime(2026, 11, 25, tzinfo=UTC), figures.as_json())


def renamed(body: bytes, name: str) -> bytes:
    """Return a page on which a class has another name."""
    old, new = name.encode(), b"x9" + name.encode()[::-1]

    def other(match: re.Match[bytes]) -> bytes:
        names = (new if one == old else one for one in match[2][1:-1].split())
        return match[1] + match[2][:1] + b" ".join(names) + match[2][-1:]

    return _CLASS.sub(other, body)


def classes_of(portal: Portal, pages: list[Case]) -> list[str]:
    """Return the class names in the selectors of a portal's layouts, markers included; without layouts, all on its pages."""
    if not portal.layouts:
        attributes = (match[2][1:-1] for page in pages for match in _CLASS.finditer(page_of(page.folder).read_bytes()))
        return sorted({name.decode() for attribute in attributes for name in attribute.split() if name.isascii()})
    said = " ".join(selector for layout in portal.layouts for selector in layout.selectors.values())
    return sorted(set(_NAMED.findall(said)))


def lost(before: Seen, after: Seen) -> set[str]:
    """Return the fields of which a change of the template took the selector, the layout or the value: what must be named."""
    if before.article and not after.article:
        return {"title", "body", "layout", str(after.reason)}
    names = {"published": "published_at", "author": "authors", "rates": "exchange_rates", "clock": "page_clock_raw"}
    names["drop"] = "body"
    was, is_now = before.selectors or {}, after.selectors or {}
    if (was and not is_now) or {one.split("/")[0] for one in was} != {one.split("/")[0] for one in is_now}:
        return {"layout"}
    selectors = {name.rpartition("/")[2] for name, found in was.items() if found and not is_now.get(name)}
    return {names.get(name, name) for name in selectors} | _emptied(before.article, after.article)


def _emptied(before: Article | None, after: Article | None) -> set[str]:
    if not (before and after):
        return set()
    return {name for name in FIELDS if getattr(before, name) and not getattr(after, name)}


def campaign(names: list[str], classes: int | None = None) -> Iterator[tuple[str, Tally]]:
    """Yield for each portal how its changes were found; of its class names at most so many, the first."""
    for name in names:
        own = [case for case in cases() if case.portal(DECLARED).name == name]
        yield name, _of_portal(DECLARED[name], own, classes)


def _of_portal(portal: Portal, own: list[Case], classes: int | None) -> Tally:
    tally = Tally()
    healthy = [seen(case, portal) for case in own]
    usual = run_of(healthy)
    before = [Measured(usual.at - timedelta(days=RUNS - day), usual.figures) for day in range(RUNS)]
    assert judge(usual, before) == []
    for name in classes_of(portal, own)[:classes]:
        after = [seen(case, portal, name) for case in own]
        due = [lost(one, other) for one, other in zip(healthy, after, strict=True)]
        if sum(map(bool, due)) < len(own) * LEAST:
            continue
        tally.tried += 1
        alarms: list[Alarm] = judge(run_of(after), before)
        named = {alarm.field for alarm in alarms}
        if not alarms:
            tally.missed.append(f"{portal.name} .{name}: {set().union(*due)}")
        elif not named & set().union(*due):
            tally.wrong.append(f"{portal.name} .{name}: {set().union(*due)}, named {named}")
    return tally


def portals() -> list[str]:
    """Return the portals that have saved pages, by name."""
    return sorted({case.portal(DECLARED).name for case in cases()} & set(DECLARED))
