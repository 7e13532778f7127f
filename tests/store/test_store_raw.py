"""Kept pages in the store, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from kznews.store import Answer, RawPage
from tests.store.samples import at, page, refusal

BODY = "<p>Қазақша мәтін</p>".encode() * 100 + bytes(range(256))


def answer(body=BODY):
    headers = (("Content-Type", "text/html"), ("X-A", "ә".encode().decode("latin-1")))
    return Answer(address="https://q.kz/1?from=feed", headers=headers, body=body)


def test_an_answer_comes_back_bit_for_bit(store):
    store.commit([page("1", answer=answer(), status=200), refusal("2", answer=answer(b""), status=200)])
    first, second = store.raw_pages()
    sent = answer()
    assert first == RawPage(
        portal="q", url="https://q.kz/1", fetched_at=at(0), status=200, address=sent.address, headers=sent.headers, body=BODY
    )
    assert second.body == b""
    assert list(store.verify()) == []


def test_every_fetch_is_kept_and_found_by_portal_and_address(store):
    store.commit([page("1", answer=answer(), minutes=2), page("1", answer=answer(b"new"), minutes=1), page("2", answer=answer())])
    assert [one.body for one in store.raw_pages("q", "https://q.kz/1")] == [b"new", BODY]
    assert list(store.raw_pages("p")) == []


def test_a_body_that_is_damaged_is_not_given_out_and_named(store):
    store.commit([page("1", answer=answer())])
    with store.database.write() as connection:
        connection.execute(text("UPDATE raw_bodies SET zstd = :other"), {"other": b"other"})
    with pytest.raises(ValueError, match="cannot be unpacked"):
        list(store.raw_pages())
    assert any(line.startswith("raw page: ") for line in store.verify())


def test_a_body_that_is_another_one_is_not_given_out_and_named(store):
    store.commit([page("1", answer=answer()), page("2", answer=answer(b"other"))])
    with store.database.write() as connection:
        connection.execute(text("UPDATE raw_bodies SET zstd = (SELECT max(zstd) FROM raw_bodies)"))
    with pytest.raises(ValueError, match="its digest differs"):
        list(store.raw_pages())
    assert [line.split(":")[0] for line in store.verify() if line.startswith("raw page: ")] == ["raw page"]


def test_a_body_in_an_archive_that_is_another_one_is_not_given_out(store):
    store.commit([page("1", answer=replace(answer(), place=("a.warc.gz", 7)))])
    assert [one.body for one in store.raw_pages(archive=lambda *_: BODY)] == [BODY]
    with pytest.raises(ValueError, match=r"its digest differs \(a.warc.gz, byte 7\)"):
        list(store.raw_pages(archive=lambda *_: b"other"))


def test_an_archive_that_is_another_one_by_now_has_not_been_read(store):
    store.note_archive_read("a.warc.gz", "one", {"records": 3})
    assert (store.archive_read("a.warc.gz", "one"), store.archive_read("a.warc.gz", "two")) == ({"records": 3}, None)
