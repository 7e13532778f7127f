# ruff: noqa: E501
"""JSON answers: the addresses under a key, what stands beside them, and why an answer cannot be read."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kznews.extract.sources.apis import MAX_ENTRIES
from kznews.extract.sources.read import read_source
from kznews.outcomes import Reason
from kznews.portal import JsonApi
from tests.support.source_pages import API, DEREK, at, found, harvest, refusal

PARTS = replace(API, key="id", address="https://derek.kz/news/{id}-{slug}")
ONE = {"url": "https://derek.kz/news/1"}


@pytest.mark.parametrize(
    ("answer", "paths"),
    [
        (ONE, ["/news/1"]),
        ([ONE, ONE, {"url": "/news/2"}], ["/news/1", "/news/2"]),
        ({"status": "ok", "data": {"list": [ONE, {"item": {"url": "//derek.kz/news/2"}}]}}, ["/news/1", "/news/2"]),
        ({"url": "https://derek.kz/news/1", "related": [{"url": "https://derek.kz/news/2"}]}, ["/news/1", "/news/2"]),
        ({"url": "https://derek.kz/about"}, []),
        ([], []), ({}, []), ({"data": None}, []), ({"url": 5}, []), ({"url": None}, []), ({"url": []}, []), ({"url": True}, []), ({"url": " "}, []), ("text", []), (5, []),
        ({"url": [ONE]}, ["/news/1"]),
        ({"url": "https://derek.kz/news/1?a=1&amp;b=2"}, ["/news/1?a=1&b=2"]),
        ({"url": "\ud800"}, []),
    ],
    ids=range(18),
)  # fmt: skip
def test_an_answer_gives_every_address_under_its_key(answer: object, paths: list[str]) -> None:
    assert found(json.dumps(answer), API) == paths


@pytest.mark.parametrize(
    ("answer", "paths"),
    [
        ([{"id": 1, "slug": "kopir"}, {"id": "2", "slug": "zhol"}], ["/news/1-kopir", "/news/2-zhol"]),
        ([{"id": 1}, {"id": 1, "slug": None}, {"id": 1, "slug": ""}, {"id": 1, "slug": ["x"]}, {"slug": "x"}], []),
        ([{"id": 1, "slug": "{id}"}], ["/news/1-%7Bid%7D"]),
        ([{"id": 1, "slug": "https://elsewhere.kz/"}], ["/news/1-https://elsewhere.kz/"]),
    ],
)
def test_an_address_is_made_of_the_values_that_the_source_names(answer: object, paths: list[str]) -> None:
    assert found(json.dumps(answer), PARTS) == paths


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2026-03-16T19:05:00+05:00", "2026-03-16T14:05:00+00:00"),
        ("2026-03-16T19:05:00", "2026-03-16T14:05:00+00:00"),
        ("16.03.2026 19:05", "2026-03-16T14:05:00+00:00"),
        (1773669900, "2026-03-16T14:05:00+00:00"),
        ("1773669900", "2026-03-16T14:05:00+00:00"),
        (1773669900000, "2026-03-16T14:05:00+00:00"),
        (1773669900.5, "2026-03-16T14:05:00+00:00"),
        ("2 сағат бұрын", None), ("", None), (None, None), (0, None), (-1, None), (10**30, None), (1e300, None), (True, None), ([], None), ({}, None), ("9" * 5000, None), ("²", None), ("①", None),
    ],
)  # fmt: skip
def test_a_date_beside_an_address_is_evidence(date: object, expected: str | None) -> None:
    (one,) = harvest(json.dumps({**ONE, "date": date, "changed": date, "title": "  Көпір\nашылды "}), API).found
    moment = at(expected) if expected else None
    assert (one.published, one.modified, one.title, one.basis) == (moment, moment, "Көпір ашылды", "api")


def test_without_a_key_for_dates_none_is_taken() -> None:
    (one,) = harvest(json.dumps({**ONE, "date": "2026-03-16"}), JsonApi(url=API.url, key="url")).found
    assert (one.published, one.modified, one.title) == (None, None, "")


@pytest.mark.parametrize(
    "body",
    [
        b"\xef\xbb\xbf" + json.dumps(ONE).encode(),
        b"\n \n" + json.dumps(ONE).encode(),
        json.dumps({**ONE, "title": "Көпір"}, ensure_ascii=False).encode("utf-16"),
        json.dumps({**ONE, "title": "В Шымкенте открыли новый мост, жители рады"}, ensure_ascii=False).encode("cp1251"),
        b'{"url": "https://derek.kz/news/1", "views": NaN, "x": -Infinity}',
        b'{"url": "https://derek.kz/about", "url": "https://derek.kz/news/1"}',
    ],
    ids=["mark", "blanks", "utf-16", "windows-1251", "NaN", "a key twice"],
)
def test_an_answer_is_read_in_whatever_state_it_comes(body: bytes) -> None:
    assert found(body, API) == ["/news/1"]


BROKEN = {
    "empty": b"", "blank": b" \n", "NULs": bytes(9), "a page": b"<html></html>", "a page with a mark": b"\xef\xbb\xbf <html></html>", "a feed": b"<?xml version='1.0'?><rss/>",
    "cut": b'{"url": "https://derek.kz/ne', "a call": b'callback({"url": 1})', "two answers": b"{}{}", "single quotes": b"{'url': 1}", "a comment": b"{} // x", "text": "Бет жоқ".encode(),
    "100,000 brackets": b"[" * 100_000, "100,000 braces": b'{"a":' * 100_000, "33 deep": b"[" * 40 + b"]" * 40, "a number of 5,000 digits": b"[" + b"9" * 5000 + b"]", "no text at all": b"\xff\x00\xfe\x80" * 9,
}  # fmt: skip


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
def test_what_is_no_answer_is_refused_with_one_line(body: bytes) -> None:
    answer = refusal(body, API)
    assert answer is not None
    assert answer[0] is Reason.BAD_SOURCE
    assert answer[1]
    assert "\n" not in answer[1]


def test_an_answer_without_end_is_read_to_its_limit() -> None:
    given = harvest(json.dumps([{"url": f"/news/{number}"} for number in range(MAX_ENTRIES + 1)]), API)
    assert len(given.found) == MAX_ENTRIES
    assert given.notes == (f"only the first {MAX_ENTRIES} entries were read",)


def test_a_part_of_an_address_is_replaced_once() -> None:
    source, portal = replace(API, replace=("/latyn/", "/kz/")), replace(DEREK, articles=(r"^/kz/(?P<id>\d+)",))
    answer = json.dumps({"url": "https://derek.kz/latyn/1/latyn/"}).encode()
    assert [one.url for one in read_source(answer, source, portal).found] == ["https://derek.kz/kz/1/latyn/"]
