"""What a source says of an article is evidence: it fills what the page leaves open and overrules nothing that it shows."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from kznews.extract.sources.found import Found
from tests.support.small_pages import article, page, read
from tests.support.source_pages import at

URL = "https://derek.kz/zhanalyq/4711-kopir"
LD = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","%s":"%s"}</script>'


def dated(shown: str, head: str = "", url: str = URL, **said: str) -> dict[str, Any]:
    """Return what is read of a page with this displayed date, found by a source that says so (basis, published, modified)."""
    times = {name: at(value) if "T" in value else None for name, value in said.items() if name != "basis"}
    return read(page(main=article(date=shown), head=head), url, Found(URL, basis=said.get("basis", "feed"), **times)).values


@pytest.mark.parametrize(
    ("shown", "published", "expected", "precision", "basis"),
    [
        ("", "2025-11-02T14:20:00+05:00", "2025-11-02T14:20:00+05:00", "minute", "feed"),
        ("", "2025-11-02T09:20:31+00:00", "2025-11-02T14:20:31+05:00", "second", "feed"),
        ("", "2019-11-02T09:20:00+00:00", "2019-11-02T15:20:00+06:00", "minute", "feed"),
        ("2 қараша 2025, 10:00", "2025-11-02T14:20:00+05:00", "2025-11-02T10:00:00+05:00", "minute", "dateline"),
        ("1 қараша 2025", "2025-11-02T14:20:00+05:00", "2025-11-01T00:00:00+05:00", "day", "dateline"),
        ("2 қараша, 14:20", "2019-11-02T14:20:00+06:00", "2019-11-02T14:20:00+06:00", "minute", "dateline; text; year from feed"),
        ("3 қараша, 14:20", "2019-11-02T14:20:00+06:00", "2025-11-03T14:20:00+05:00", "minute", "dateline; text; year from now"),
    ],
)
def test_a_source_s_date_of_publication(shown: str, published: str, expected: str, precision: str, basis: str) -> None:
    values = dated(shown, published=published)
    assert values["published_at"].isoformat() == expected
    assert (values["published_precision"], values["published_basis"]) == (precision, basis)


def test_a_day_that_the_page_shows_gets_its_time_from_a_source_in_the_portal_s_own_zone() -> None:
    stated = at("2025-11-02T14:20:00+05:00").astimezone(ZoneInfo("Asia/Almaty"))
    own = read(page(main=article(date="2 қараша 2025")), URL, Found(URL, published=stated, basis="feed")).values
    assert own["published_at"].isoformat() == "2025-11-02T14:20:00+05:00"
    assert own["published_basis"] == "dateline; time from feed"
    # .NET prints local time and calls it GMT: what is not in the zone's own offset adds no time to a day.
    foreign = dated("2 қараша 2025", published="2025-11-02T14:20:00+00:00")
    assert foreign["published_at"].isoformat() == "2025-11-02T00:00:00+05:00"
    assert foreign["published_basis"] == "dateline"


def test_a_change_is_no_publication() -> None:
    values = dated("", modified="2025-11-02T14:20:00+05:00", basis="sitemap")
    assert (values["published_at"], values["published_basis"]) == (None, None)
    assert values["modified_at"].isoformat() == "2025-11-02T14:20:00+05:00"


@pytest.mark.parametrize(
    ("shown", "changed", "expected"),
    [
        ("2 қараша, 14:20", "2019-12-01T10:00:00+06:00", "2019-11-02T14:20:00+06:00"),
        ("2 қараша, 14:20", "2019-03-01T10:00:00+06:00", "2018-11-02T14:20:00+06:00"),
        ("2 қараша, 14:20", "2025-11-02T20:00:00+05:00", "2025-11-02T14:20:00+05:00"),
        ("2 қараша 2025, 14:20", "2019-03-01T10:00:00+06:00", "2025-11-02T14:20:00+05:00"),
    ],
)
def test_a_date_without_a_year_is_not_after_the_last_change(shown: str, changed: str, expected: str) -> None:
    values = dated(shown, modified=changed, basis="sitemap")
    assert values["published_at"].isoformat() == expected
    assert ("year from sitemap" in values["published_basis"]) == (expected[:4] != "2025")


def test_a_day_alone_is_no_moment_of_change() -> None:
    assert dated("", modified="2025-11-02T00:00:00+00:00", basis="sitemap")["modified_at"] is None


def test_the_page_s_own_head_comes_before_its_source() -> None:
    head = LD % ("datePublished", "2025-11-01T10:00:00+05:00")
    assert dated("", head, published="2025-11-02T14:20:00+05:00")["published_basis"] == "jsonld"
    head = LD % ("dateModified", "2025-11-01T10:00:00+05:00")
    changed = dated("", head, modified="2025-11-02T14:20:00+05:00", basis="sitemap")["modified_at"]
    assert changed.isoformat() == "2025-11-01T10:00:00+05:00"


def test_an_implausible_date_of_a_source_dates_nothing() -> None:
    for stated in ("2031-01-01T10:00:00+05:00", "1970-01-01T10:00:00+05:00"):
        values = dated("", published=stated)
        assert values["published_at"] is None
        assert values["published_basis"] == "feed; implausible"


def test_without_evidence_nothing_changes() -> None:
    assert read(page()).values == read(page(), URL, Found(URL)).values


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2024-10-08T04:15:00.000Z", "2024-10-08T09:15:00+05:00"),
        ("2022-09-15T04:12:09+00:00", "2022-09-15T10:12:09+06:00"),
        ("2024-10-08T22:30:00Z", "2024-10-09T03:30:00+05:00"),
        ("2024-10-08T00:00:00Z", "2024-10-08T00:00:00+05:00"),
        ("2024-10-08T00:00:00+06:00", "2024-10-08T00:00:00+05:00"),
    ],
)
def test_what_the_head_states_alone_is_told_by_the_portal_s_clock_and_a_day_stays_that_day(stated: str, expected: str) -> None:
    for head in (LD % ("datePublished", stated), f'<meta property="article:published_time" content="{stated}">'):
        assert dated("", head)["published_at"].isoformat() == expected
