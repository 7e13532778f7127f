"""The report's one file: the template filled, and the policy that lets it load and run nothing but itself."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from kznews.atomic import output
from kznews.clock import now
from kznews.report import crawl, observed, shared, told, words
from kznews.report.facts import gather
from kznews.report.judging import MOST_JUDGED, flags_of
from kznews.report.parts import Link, local
from kznews.report.window import choose
from kznews.report.words import LANGUAGES, Words
from kznews.store.overview import extent

if TYPE_CHECKING:
    from kznews.report.facts import Facts
    from kznews.report.judging import Flags
    from kznews.report.parts import Section
    from kznews.store import Store

_HERE: Final = Path(__file__).parent
SECTIONS: Final = (
    crawl.published,
    crawl.delays,
    crawl.coverage,
    crawl.coverage_over_time,
    crawl.outcomes,
    told.alarms,
    shared.stories,
    observed.rates,
    observed.weather,
    crawl.runs,
)
"""The sections, in the order of the page."""
THOUSANDS: Final = "\u202f"
"""Between the thousands of a count: a narrow space, which every language of the report reads as one number."""


def write_report(store: Store, path: Path | None, *, days: int, language: str | None = None) -> Facts:
    """Write the report of the store's last `days` days (0: of everything) to `path`, complete or not at all; return what it told.

    Without a path it goes to standard output. `language` is one of LANGUAGES; without it the page opens in the browser's. Raises
    OSError, StoreError.
    """
    facts = read(store, days=days)
    text = render(facts, [section(facts) for section in SECTIONS], language)
    with output(path) as file:
        file.write(text.encode())
    return facts


def read(store: Store, *, days: int) -> Facts:
    """Return what the report of the last `days` days tells; raises StoreError."""
    made_at = now()
    with store.database.read() as connection:
        reach = extent(connection)
        window, whole = choose(made_at, reach, days), choose(made_at, reach, 0)
        long = whole if whole.first < window.first else None
        facts = gather(connection, window, long, made_at=made_at, newest=reach.fetched)
    return replace(facts, flags=_flags(store, facts)) if facts.observations <= MOST_JUDGED else facts


def _flags(store: Store, facts: Facts) -> Flags:
    span = facts.window.span
    rates, places = ({figure.key for figure in figures} for figures in (facts.rates, facts.weather))
    return flags_of(store, "rate", rates, span) | flags_of(store, "weather", places, span)


def render(facts: Facts, sections: list[Section], language: str | None) -> str:
    """Return the page as HTML."""
    style, script = _part("style.css"), _part("language.js")
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            facts=facts,
            sections=sections,
            words=words,
            languages=LANGUAGES,
            asked=language or "",
            first=language or LANGUAGES[0],
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=policy(style, script),
        )
    )


def policy(style: str, script: str) -> str:
    """Return the content policy: nothing may be loaded, sent or framed, and only these two texts are style and script."""
    own = f"style-src {_hash(style)}; script-src {_hash(script)}"
    return f"default-src 'none'; {own}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _part(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"say": say, "cell": cell, "local": local, "count": count}
    environment.tests["number"] = lambda value: isinstance(value, (int, float))
    return environment


def say(phrase: Words) -> Markup:
    """Return a phrase in every language; the page's style shows one of them."""
    return Markup("").join(
        Markup('<span class="t {0}" lang="{0}">{1}</span>').format(language, phrase.of(language)) for language in LANGUAGES
    )


def count(number: float) -> str:
    """Return a number with its thousands apart."""
    return f"{number:,}".replace(",", THOUSANDS)


def cell(value: Any) -> Markup:
    """Return a cell's content; text of pages is escaped, and stands in its own direction."""
    match value:
        case None:
            return Markup("")
        case Words():
            return say(value)
        case Link():
            text = Markup("<bdi>{}</bdi>").format(value.text)
            return Markup('<a href="{}" rel="noreferrer">{}</a>').format(value.url, text) if value.leads else text
        case datetime():
            return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), local(value))
        case int() | float():
            return escape(count(value))
        case _:
            return Markup("<bdi>{}</bdi>").format(value)
