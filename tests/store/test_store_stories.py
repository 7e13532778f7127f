"""Relations and stories: which articles tell the same news, whoever published them and in whatever order they came."""

from __future__ import annotations

import json
import os
import random
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from kznews.store import PageRecord, neighbours, resigning, signing
from kznews.store.exporting import Selection, export
from kznews.stories import CURRENT, Sketch, scheme, sketch_of
from tests.store.samples import NOON, page
from tests.support.news_edits import change, edited
from tests.support.news_forms import form
from tests.support.news_texts import News, news

ORDERS = int(os.environ.get("KZNEWS_ORDERS", "4"))
"""`make order-test` takes 100."""


def told(name: str, what: News, *, portal: str = "q", hours: float = 0, minutes: float = 0, **more: object) -> PageRecord:
    """Return the record of a text at a portal, published `hours` after noon of a day long before it was fetched."""
    published = NOON - timedelta(days=9) + timedelta(hours=hours)
    record = page(name, title=what.title, minutes=minutes, published_at=published, **more)
    article = replace(record.article, body=list(what.paragraphs), portal=portal)
    return replace(record, portal=portal, article=article)


def copies():
    """Return the records of three copies of one text, an hour apart."""
    return [told(str(number), edited(1, edit), hours=number) for number, edit in enumerate(("title", "cut", "shuffle"))]


def rows(store, table):
    """Return the rows of a table."""
    return [row for name, row in map(json.loads, store.dump()) if name == table]


def related(store):
    """Return what the store says of each pair of articles."""
    return {(row["article_key"], row["other_key"]): row["relation"] for row in rows(store, "relations")}


def stories(store):
    """Return the articles of each story by its id."""
    found: dict[str, set[str]] = {}
    for row in rows(store, "story_articles"):
        found.setdefault(row["story_id"], set()).add(row["article_key"])
    return found


def test_a_copy_on_another_portal_in_another_script_is_the_same_story(store):
    store.commit([told("2", edited(1, "arabic"), portal="p", hours=2, script="Arab"), told("1", news(1))])
    assert related(store) == {("p:2", "q:1"): "same"}
    assert stories(store) == {"q:1": {"q:1", "p:2"}}
    found = {article.portal: (article.story_id, article.duplicate_of, article.relation) for article in store.articles()}
    assert found == {"q": ("q:1", None, None), "p": ("q:1", "q:1", "same")}
    with store.database.read() as connection:
        works = {work.portal: (work.story_id, work.duplicate_of, work.relation) for work in export(connection, Selection()).works}
    assert works == found


def test_nothing_is_compared_with_unrelated_news_and_nothing_is_dropped(store):
    store.commit([told(str(number), news(number)) for number in range(6)])
    assert related(store) == {}
    assert {article.story_id for article in store.articles()} == {f"q:{number}" for number in range(6)}


def test_a_shortened_copy_is_a_part_whoever_was_first(store):
    whole = news(4)
    half = News(whole.title, whole.paragraphs[: len(whole.paragraphs) // 2])
    store.commit([told("whole", whole, hours=5), told("half", half, portal="p")])
    assert related(store) == {("p:half", "q:whole"): "part_of"}
    assert stories(store) == {}
    with store.database.read() as connection:
        found = [next(store.articles("p")), next(export(connection, Selection(portals=("p",))).works)]
    assert {(part.story_id, part.duplicate_of, part.relation) for part in found} == {("p:half", "q:whole", "part_of")}


def test_another_day_in_the_same_form_is_another_story(store):
    store.commit([told(str(day), form("accident", day), hours=24 * day) for day in range(3)])
    assert set(related(store).values()) == {"same_form"}
    assert stories(store) == {}
    assert {article.duplicate_of for article in store.articles()} == {None}


def test_without_the_guard_other_days_would_be_the_same(store, monkeypatch):
    monkeypatch.setattr("kznews.stories.comparing.same_news", lambda *_: True)
    store.commit([told(str(day), form("accident", day), hours=24 * day) for day in range(3)])
    assert set(related(store).values()) == {"same"}


def test_the_first_is_who_was_certainly_out_first(store):
    """A portal that prints no hour may have been out at any hour of its day."""
    midnight = NOON.replace(hour=0)
    records = [
        told("day", news(1), portal="p", published_precision="day"),
        told("hour", edited(1, "cut"), published_precision="minute"),
        told("undated", edited(1, "title"), portal="r"),
    ]
    published = {"day": midnight, "hour": midnight + timedelta(hours=9), "undated": None}
    later = NOON + timedelta(days=3)
    articles = [replace(one.article, published_at=published[one.article.article_id]) for one in records]
    store.commit(replace(one, fetched_at=later, article=article) for one, article in zip(records, articles, strict=True))
    assert set(stories(store)) == {"q:hour"}


def test_a_relation_says_how_it_was_found(store):
    store.commit([told("1", news(1)), told("2", edited(1, "words 10 %"), hours=1)])
    [row] = rows(store, "relations")
    assert (row["article_key"], row["other_key"], row["scheme"]) == ("q:2", "q:1", CURRENT.key)
    assert 0.5 < row["score"] < 0.9
    [made] = rows(store, "schemes")
    assert {made["engine"], made["engine_version"], made["permutations"], made["seed"], made["shingle"]} == {
        "rensa-r",
        2,
        128,
        42,
        "stem5x2",
    }


def test_a_text_that_changes_leaves_its_story(store):
    store.commit(copies())
    assert stories(store) == {"q:0": {"q:0", "q:1", "q:2"}}
    store.commit([told("0", news(2), minutes=30)])
    assert stories(store) == {"q:1": {"q:1", "q:2"}}
    store.commit([told("1", news(3), minutes=30)])
    assert stories(store) == {}
    assert not list(store.verify())


def test_an_article_that_turns_out_to_be_another_one_takes_its_relations_with_it(store):
    store.commit([told("a", news(1)), told("b", edited(1, "cut"), hours=1)])
    moved = told("b", edited(1, "title"), hours=1, minutes=9)
    store.commit([replace(moved, article=replace(moved.article, article_id="c"))])
    assert related(store) == {("q:c", "q:a"): "same"}
    assert stories(store) == {"q:a": {"q:a", "q:c"}}
    assert not list(store.verify())


def crowd():
    """Return records in which everything happens at once: copies, parts, forms, versions, a crowd greater than the window."""
    records = [
        told(f"{number}-{edit}", edited(number, edit), hours=place, portal="pqrs"[place % 4])
        for number in range(3)
        for place, edit in enumerate(("title", "cut", "words 10 %", "half", "arabic", "shuffle"))
    ]
    records += [told(f"w{day}", form("weather", day), hours=24 * day, portal="pq"[day % 2]) for day in range(8)]
    records += [told(f"a{day}", form("accident", day % 7), hours=5 * (day % 4), portal="qr"[day % 2]) for day in range(9)]
    copies = [change(news(9), "words 5 %", seed=copy) for copy in range(9)]
    records += [told(f"s{number}", copy, hours=number % 5, portal="pqr"[number % 3]) for number, copy in enumerate(copies)]
    records += [told("w2", form("weather", 3), hours=48, minutes=20), told("0-title", news(5), minutes=30)]
    records += [told("s3", copies[5], hours=3, minutes=40, portal="p"), told("s7", copies[1], hours=2, minutes=40, portal="q")]
    records += [told("a4", form("accident", 4), hours=8, minutes=50), told("a5", news(7), hours=5, minutes=50, portal="r")]
    return records


def test_any_order_of_arrival_gives_the_same_stories(emptied, monkeypatch):
    monkeypatch.setattr(neighbours, "WINDOW", 3)  # a crowd is then what four articles are
    records = crowd()
    given = {id(record): sketch_of((record.article.title, *record.article.body)) for record in records}
    store = emptied()
    store.commit(replace(record, sketch=given[id(record)]) for record in records)
    expected = list(store.dump())
    assert not list(store.verify())
    assert len(stories(store)) >= 4
    for seed in range(ORDERS):
        random.Random(seed).shuffle(records)
        store = emptied()
        for start in range(0, len(records), 1 + seed % 3):
            store.commit(replace(record, sketch=given[id(record)]) for record in records[start : start + 1 + seed % 3])
        assert list(store.dump()) == expected


def test_a_crowd_costs_each_of_its_articles_the_same(store, monkeypatch):
    monkeypatch.setattr(neighbours, "WINDOW", 3)
    for first in (0, 30):
        store.commit([told(f"{day:03}", form("accident", day), hours=24 * day) for day in range(first, first + 30)])
        assert sum(later == f"q:{first + 29:03}" for later, _ in related(store)) < 30
    monkeypatch.setattr(neighbours, "WINDOW", 100)
    store.commit([told("new", form("accident", 99), hours=24 * 99)])
    assert sum(later == "q:new" for later, _ in related(store)) > 50


OLD = replace(CURRENT, fold_version=0)


@pytest.fixture
def signed_before(store, monkeypatch):
    """A store that an older scheme has signed."""
    with monkeypatch.context() as patch:
        for module in (scheme, signing, resigning):
            patch.setattr(module, "CURRENT", OLD)
        patch.setattr("kznews.stories.sketch.CURRENT", OLD)
        patch.setattr("kznews.store.stories.CURRENT", OLD)
        store.commit(copies())
    assert {row["scheme"] for row in rows(store, "signatures")} == {OLD.key}
    return store


def test_signatures_of_two_schemes_never_meet(signed_before):
    store = signed_before
    store.commit([told("new", news(1), hours=9)])
    assert not [pair for pair in related(store) if "q:new" in pair]
    assert stories(store) == {"q:0": {"q:0", "q:1", "q:2"}}
    one, other = (signing.ref_of(key) for key in ("q:new", "q:0"))
    with store.database.read() as connection:
        sketches = [signed.sketch for signed in signing.signed_many(connection, refs=[one, other])]
    assert not set(sketches[0].bands()) & set(sketches[1].bands())


def test_signing_anew_goes_on_where_it_was_broken_off_and_ends_like_a_fresh_store(signed_before, tmp_path):
    from kznews.store import Store

    store = signed_before
    store.commit([told("new", news(1), hours=9)])
    assert store.count_stale() == 3
    assert next(store.resign(step=1)) == 1
    assert store.count_stale() == 2
    assert not list(store.verify())
    assert stories(store)["q:0"] >= {"q:1", "q:2"}, "what the older scheme found holds until both are signed anew"
    assert list(store.resign(step=1)) == [1, 1]
    assert list(store.resign()) == []
    with Store.open(f"sqlite:///{tmp_path}/fresh.db") as fresh:
        fresh.commit([*copies(), told("new", news(1), hours=9)])
        ours = [line for line in store.dump() if OLD.key not in line]
        assert ours == list(fresh.dump())


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("DELETE FROM bands WHERE ref IN (SELECT ref FROM signatures WHERE article_key = 'q:1')", "bands: q:1"),
        ("DELETE FROM relations", "relation: p:2 q:1"),
        ("UPDATE relations SET relation = 'same_form'", "relation: p:2 q:1"),
        ("UPDATE story_articles SET story_id = 'p:2'", "story: p:2"),
        ("UPDATE signatures SET moment = moment + 1 WHERE article_key = 'q:1'", "signature: q:1"),
        ("UPDATE signatures SET size = 5 WHERE article_key = 'q:1'", "signature: q:1"),
        ("INSERT INTO bands (band, moment, ref) VALUES (1, 2, 3)", "bands: 1 are those of no signature"),
    ],
)
def test_what_does_not_follow_from_the_texts_is_found(store, damage, fault):
    store.commit([told("1", news(1)), told("2", edited(1, "cut"), portal="p", hours=1)])
    assert not list(store.verify())
    with store.database.write() as connection:
        connection.execute(text(damage))
    assert any(line.startswith(fault) for line in store.verify())


def test_a_sketch_that_is_given_is_the_one_that_would_be_made(store):
    record = told("1", news(1))
    given = sketch_of((record.article.title, *record.article.body))
    store.commit([replace(record, sketch=given)])
    before = list(store.dump())
    assert not list(store.verify())
    store.commit([record])
    assert list(store.dump()) == before
    assert isinstance(given, Sketch)


def test_who_was_first_and_who_repeated_it_how_much_changed_and_naming_whom(store):
    kaz = told("1", news(1), portal="kaz")
    named = edited(1, "cut")
    named = News(named.title, (*named.paragraphs, "Оқиға туралы ресми түрде айтылды, деп хабарлайды Kazinform."))
    whole = news(1)
    half = News(whole.title, whole.paragraphs[: len(whole.paragraphs) // 2])
    store.commit([told("2", named, hours=2), kaz, told("3", half, portal="p", hours=5), told("4", news(2), portal="p")])
    [story] = store.stories(portals=2)
    assert (story.story_id, story.first.portal, story.first.changed) == ("kaz:1", "kaz", 0)
    copy, part = story.repeats
    assert (copy.portal, copy.relation, copy.attribution) == ("q", "same", "Kazinform")
    assert 0.05 < copy.changed < 0.4
    assert (part.portal, part.relation, part.attribution) == ("p", "part_of", None)
    assert copy.out_by == story.first.out_by + timedelta(hours=2)
    assert [(one.first, one.portal, one.stories) for one in store.repeated()] == [("kaz", "p", 1), ("kaz", "q", 1)]
    assert not list(store.stories(portal="r"))
    assert not list(store.stories(since=copy.out_by))
    assert list(store.stories(until=copy.out_by)) == [story]
    assert not store.repeated(since=copy.out_by)


def test_a_single_text_with_a_shortened_copy_is_a_story_of_two(store):
    whole = news(4)
    half = News(whole.title, whole.paragraphs[: len(whole.paragraphs) // 2])
    store.commit([told("whole", whole, hours=5), told("half", half, portal="p")])
    [story] = store.stories()
    assert story.story_id == "q:whole"
    assert [one.article_key for one in story.repeats] == ["p:half"]


def test_a_verdict_says_what_the_article_is_in_its_story(store):
    store.commit([told("1", news(1))])
    [verdict] = store.commit([told("2", edited(1, "cut"), portal="p", hours=1)])
    assert verdict.story == {"story_id": "q:1", "duplicate_of": "q:1", "relation": "same"}


def test_an_increment_holds_what_changed_because_of_another_portal(store):
    store.commit([told("1", news(1), hours=3)])
    run = store.start_run("q")
    store.finish_run(run, finish_reason="finished")
    store.commit([told("2", edited(1, "cut"), portal="p"), told("3", news(2), portal="p")])
    with store.database.read() as connection:
        works = list(export(connection, Selection(), since_run=run).works)
    found = {work.article_id: (work.story_id, work.duplicate_of) for work in works}
    assert found == {"1": ("p:2", "p:2"), "2": ("p:2", None), "3": ("p:3", None)}


def test_the_end_of_a_span_of_stories_is_not_of_it(store):
    store.commit(copies())
    [story] = store.stories()
    out = story.first.out_by
    assert [len(list(store.stories(**span))) for span in ({"since": out}, {"until": out})] == [1, 0]
    assert [len(list(store.stories(until=out + timedelta(seconds=1))))] == [1]
