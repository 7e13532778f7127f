"""An Article as a row of `texts`, and back: nothing is rounded, no zone is lost."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kznews.items import Article, ExchangeRate, Weather
from kznews.store.columns import instant_text
from kznews.store.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kznews.store.records import PageRecord

_PLAIN = (
    "title",
    "lead",
    "section",
    "image_url",
    "source_name",
    "dateline",
    "published_raw",
    "published_precision",
    "published_basis",
    "views",
    "comments",
    "language",
    "script",
    "page_clock_raw",
    "layout",
)


def article_key(portal: str, article_id: str) -> str:
    """Return the key of an article: "portal:article_id"."""
    return f"{portal}:{article_id}"


def content_digest(article: Article) -> str:
    """Return the SHA-256, in hexadecimal, of what makes a version: title, lead, body and the instant of publication."""
    published = instant_text(article.published_at) if article.published_at else None
    exact = json.dumps([article.title, article.lead, list(article.body), published], ensure_ascii=True)
    return hashlib.sha256(exact.encode("ascii")).hexdigest()


def text_row(record: PageRecord, article: Article) -> dict[str, Any]:
    """Return the row of `texts` for the article of `record`; raises RecordError for a NUL, which PostgreSQL cannot hold."""
    row: dict[str, Any] = {name: getattr(article, name) for name in _PLAIN}
    row |= {
        "portal": record.portal,
        "url": record.url,
        "digest": content_digest(article),
        "article_id": article.article_id,
        "read_at": record.fetched_at,
        "content_key": record.content_key,
        "body": list(article.body),
        "authors": list(article.authors),
        "tags": list(article.tags),
        "published_at": article.published_at,
        "published_offset": _offset(article.published_at),
        "modified_at": article.modified_at,
        "modified_offset": _offset(article.modified_at),
        "weather": None if article.weather is None else _weather_json(article.weather),
        "exchange_rates": [_rate_json(rate) for rate in article.exchange_rates],
    }
    for name, value in row.items():
        if "\x00" in (value if isinstance(value, str) else "".join(value) if name in {"body", "authors", "tags"} else ""):
            raise RecordError(f"{record.url}: a NUL in {name}")
    return row


def article_from(row: Mapping[str, Any]) -> Article:
    """Return the Article of a row with the columns of `texts` and the address; datetimes have their original offset."""
    return Article(
        portal=row["portal"],
        article_id=row["article_id"],
        url=row["url"],
        body=row["body"],
        authors=row["authors"],
        tags=row["tags"],
        published_at=_in_zone(row["published_at"], row["published_offset"]),
        modified_at=_in_zone(row["modified_at"], row["modified_offset"]),
        weather=None if row["weather"] is None else _weather(row["weather"]),
        exchange_rates=[_rate(rate) for rate in row["exchange_rates"]],
        fetched_at=row["read_at"],
        **{name: row[name] for name in _PLAIN},
    )


def _offset(value: datetime | None) -> int | None:
    offset = value.utcoffset() if value else None
    return None if offset is None else round(offset.total_seconds())


def _in_zone(value: datetime | None, offset: int | None) -> datetime | None:
    if value is None or offset is None:
        return None
    return value.astimezone(timezone(timedelta(seconds=offset)))


def _digits(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _weather_json(weather: Weather) -> dict[str, Any]:
    return {
        "city": weather.city,
        "city_key": weather.city_key,
        "temperature": _digits(weather.temperature),
        "raw": weather.raw,
    }


def _weather(value: Mapping[str, Any]) -> Weather:
    return Weather(**{**value, "temperature": _decimal(value["temperature"])})


def _rate_json(rate: ExchangeRate) -> dict[str, Any]:
    return {
        "currency": rate.currency,
        "value": _digits(rate.value),
        "nominal": rate.nominal,
        "side": rate.side,
        "change": _digits(rate.change),
        "raw": rate.raw,
    }


def _rate(value: Mapping[str, Any]) -> ExchangeRate:
    return ExchangeRate(**{**value, "value": Decimal(value["value"]), "change": _decimal(value["change"])})
