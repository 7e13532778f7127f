"""Records for the tests of the store: short to write, rich in what may go wrong."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from kznews.items import Article, ExchangeRate, Weather
from kznews.outcomes import Outcome, Reason
from kznews.store import PageRecord, SourceNote

ALMATY = timezone(timedelta(hours=6))
NOON = datetime(2018, 4, 21, 12, 0, tzinfo=UTC)


def at(minutes: float) -> datetime:
    """Return an instant, in minutes after noon."""
    return NOON + timedelta(minutes=minutes)


def page(name: str, article_id: str | None = None, *, minutes: float = 0, text: str = "мәтін", **more: Any) -> PageRecord:
    """Return the record of an article at https://q.kz/<name>; `more` goes to the record or to the article."""
    url = f"https://q.kz/{name}"
    own = {key: more.pop(key) for key in list(more) if key in PageRecord.__dataclass_fields__}
    values = {
        "title": f"Тақырып {article_id or name}",
        "script": "Cyrl",
        "published_at": datetime(2018, 4, 21, 9, 30, tzinfo=ALMATY),
    }
    article = Article(portal="q", article_id=article_id or name, url=url, body=[text], **{**values, **more})
    return PageRecord(**{"portal": "q", "url": url, "fetched_at": at(minutes), "article": article, **own})


def refusal(name: str, reason: Reason = Reason.NO_BODY, *, minutes: float = 0, **more: Any) -> PageRecord:
    """Return the record of a refused page at https://q.kz/<name>."""
    url = f"https://q.kz/{name}"
    values = {"portal": "q", "url": url, "fetched_at": at(minutes), "outcome": Outcome.REFUSED, "reason": reason}
    return PageRecord(**{**values, **more})


def listing(name: str, *links: str, minutes: float = 0, **more: Any) -> PageRecord:
    """Return the record of a source page at https://q.kz/<name> with links to pages of the same host."""
    found = tuple(f"https://q.kz/{link}" for link in links)
    values = {"portal": "q", "url": f"https://q.kz/{name}", "fetched_at": at(minutes), "outcome": Outcome.LISTED}
    return PageRecord(**{**values, "links": found, **more})


WIDGETS = (
    ExchangeRate(currency="USD", value=Decimal("468.50"), raw="USD 468.50"),
    ExchangeRate(currency="RUB", value=Decimal("5.2"), nominal=1, side="buy", raw="5,2", change=Decimal("-0.01")),
    Weather(city="Алматы", city_key="almaty", temperature=Decimal(35), raw="+35°"),
    Weather(city="Киев", temperature=None, raw="--"),
)


NOTE = SourceNote(url="https://q.kz/x", brought_new=True, next_page=2, day=date(2018, 4, 20))


def world() -> list[PageRecord]:
    """Return records with everything at once: editions, versions, duplicates, moves, redirects, refusals, widgets."""
    return [
        listing("", "kz/1", "latyn/1", "kz/2", "kz/7", minutes=1),
        listing("rss", "kz/2", "kz/3", minutes=5, observations=WIDGETS),
        page("latyn/1", "1", script="Latn", text="mätin", minutes=2, content_key="one", observations=WIDGETS),
        page(
            "kz/1", "1", minutes=3, content_key="one", observations=WIDGETS[:2], links=("https://q.kz/kz/2", "https://q.kz/kz/8")
        ),
        page("tote/1", "1", script="Arab", text="ماتىن", minutes=4, content_key="one"),
        page("kz/1?amp", "1", text="мәтін, қысқа", minutes=2, content_key="short"),
        page("kz/2", "2", minutes=10, content_key="two", views=5),
        page("kz/2", "2", minutes=20, text="түзетілген", content_key="two b", views=9),
        page("kz/2", "2", minutes=30, content_key="two", views=12),
        page("kz/2", "2", minutes=40, content_key="two", views=15, observations=WIDGETS),
        page("kz/3", "3", minutes=11, content_key="same", published_at=datetime(2018, 4, 22, tzinfo=ALMATY)),
        page("kz/4", "4", minutes=12, content_key="same", published_at=datetime(2018, 4, 20, tzinfo=ALMATY)),
        page("kz/5", "5", minutes=13, content_key="same", published_at=None),
        page("kz/4", "4", minutes=50, text="басқа", content_key="other"),
        page("kz/6", "6", minutes=14, content_key="six"),
        page("kz/6", "66", minutes=24, content_key="six six"),
        page("kz/6-new", "6", minutes=34, content_key="six", aliases=("https://q.kz/old/6", "https://q.kz/kz/6")),
        page("kz/9", "9", minutes=8),
        refusal("kz/9", Reason.GONE, minutes=60, status=404),
        refusal("kz/9", Reason.TIMED_OUT, minutes=70),
        refusal("kz/7", Reason.NOT_SAVED, minutes=6),
        refusal("kz/10", Reason.SERVER_ERROR, minutes=6, status=503),
        refusal("kz/10", Reason.TIMED_OUT, minutes=7),
        refusal("kz/11", Reason.NO_TITLE, minutes=7, aliases=("https://q.kz/old/11",), detail="only the portal's name"),
        refusal("kz/3", Reason.ROBOTS, minutes=80),
        listing("x", minutes=9, portal="p", observations=WIDGETS, source=NOTE),
        listing("rss", "kz/12", minutes=15, backfill=True),
    ]
