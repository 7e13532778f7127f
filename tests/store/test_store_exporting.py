"""Works as feeds show them: selected, in one script, and only what is new, changed or gone since a run."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count

import pytest

from kznews.items import Change
from kznews.store import NoSuchRunError, Selection, Store
from kznews.store.stories import follow
from tests.store import test_store_migrations as migrations
from tests.store.old_stores import lay_down
from tests.store.samples import ALMATY, page, refusal, world
from tests.store.test_store_stories import told
from tests.support.news_edits import edited
from tests.support.news_texts import news


def works(store, since_run=None, **selected):
    with store.export(Selection(**selected), since_run=since_run) as export:
        return list(export.works)


def ids(found):
    return [work.article_id for work in found]


def key(work):
    return f"{work.portal}:{work.article_id}"


def run(store, records, portal="q"):
    """Write records in a run of their own, and return its id."""
    name = store.start_run(portal)
    store.commit(replace(record, run=name) for record in records)
    store.finish_run(name, finish_reason="finished")
    return name


def applied(mirror, changes):
    """Return what somebody holds who had `mirror` and reads what changed."""
    kept = dict(mirror)
    for work in changes:
        kept.pop(key(work), None)
        if work.change is not Change.REMOVED:
            kept[key(work)] = replace(work, change=None)
    return kept


def whole(store, **selected):
    return {key(work): work for work in works(store, **selected)}


def test_a_feed_holds_each_work_once_with_what_the_store_knows_of_it(store):
    store.commit(world())
    found = works(store)
    assert [work.url for work in found] == [article.url for article in store.articles()]
    (one,) = [work for work in found if work.article_id == "1"]
    assert (one.versions, one.script, one.change) == (1, "Cyrl", None)
    assert one.first_seen == datetime(2018, 4, 21, 12, 2, tzinfo=UTC)  # of its first edition, in Latin
    (two,) = [work for work in found if work.article_id == "2"]
    assert two.versions == 3


def test_days_are_those_of_the_portals_own_clock(store):
    late = datetime(2018, 4, 21, 1, 30, tzinfo=ALMATY)  # the 20th in UTC
    store.commit([page("a", published_at=late, content_key="a"), page("b", published_at=None, content_key="b")])
    assert ids(works(store, since=date(2018, 4, 21))) == ["a"]
    assert ids(works(store, since=date(2018, 4, 21), until=date(2018, 4, 21))) == ["a"]
    assert ids(works(store, until=date(2018, 4, 20))) == []
    assert ids(works(store)) == ["a", "b"]


def test_portals_and_languages_are_selected(store):
    store.commit([page("a", language="kk"), page("b", language="ru"), page("c", language="und")])
    other = page("d", language="kk").article
    other.portal, other.url = "p", "https://q.kz/d"
    store.commit([replace(page("d"), portal="p", article=other)])
    assert ids(works(store, languages=("kk",))) == ["d", "a"]
    assert ids(works(store, languages=("kk", "und"), portals=("q",))) == ["a", "c"]
    assert ids(works(store, portals=("p", "q"))) == ["d", "a", "b", "c"]


def test_a_script_shows_the_edition_in_it_of_each_work_that_has_one(store):
    store.commit(world())
    (latin,) = works(store, script="Latn")
    assert (latin.article_id, latin.url, latin.body) == ("1", "https://q.kz/latyn/1", ["mätin"])
    (arabic,) = works(store, script="Arab")
    assert arabic.url == "https://q.kz/tote/1"
    assert sorted(ids(works(store, script="Cyrl"))) == sorted(ids(works(store)))
    assert "https://q.kz/kz/1" in [work.url for work in works(store, script="Cyrl")]  # the shortest, as for the whole store


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("selected", [{}, {"script": "Latn"}, {"portals": ("q",), "since": date(2018, 4, 21)}], ids=str)
def test_one_increment_after_another_adds_up_to_the_whole(store, seed, selected):
    """Runs of two portals in any order, some killed, some still running, some writing while a feed is written."""
    chance = random.Random(seed)
    records = world()
    chance.shuffle(records)
    mirror, since, open_runs = {}, None, {}
    for at in range(0, len(records), 3):
        part = records[at : at + 3]
        for portal in {record.portal for record in part}:
            if portal not in open_runs:  # a run that was killed has no end: the next one begins all the same
                open_runs[portal] = store.start_run(portal)
        store.commit(replace(record, run=open_runs[record.portal]) for record in part)
        for portal in sorted(open_runs):
            if chance.random() < 0.5:
                if chance.random() < 0.7:
                    store.finish_run(open_runs[portal], finish_reason="finished")
                del open_runs[portal]
        with store.export(Selection(**selected), since_run=since) as export:
            mirror = applied(mirror, export.works)
            since = export.run or since
        assert mirror == whole(store, **selected)


def crowd():
    """Return copies of two texts on three portals, a shortened one, one that is edited away and one that moves in time."""
    hours = (5, 1, 3, 2, 4, 0)
    copies = [
        told(f"c{at}", edited(1, "cut"), portal="pqr"[at % 3], hours=hour, content_key=f"c{at}") for at, hour in enumerate(hours)
    ]
    whole = news(3)
    letters = sum(map(len, whole.paragraphs))  # saved pages are among what news() draws from
    few = next(few for few in count(1) if sum(map(len, whole.paragraphs[:few])) >= letters * 0.35)
    short = replace(whole, paragraphs=whole.paragraphs[:few])
    parts = [told("whole", whole, portal="p", hours=1), told("part", short, portal="q", hours=2)]
    moved = [
        told("c2", news(9), portal="r", hours=9, minutes=60),
        told("c5", edited(1, "cut"), portal="r", hours=20, minutes=90),
    ]
    return copies, parts, moved


def followed(store, seed):
    """Write the crowd in runs of their own; yield what somebody holds who follows, the increment, and the whole."""
    copies, parts, moved = crowd()
    first = [*copies, *parts]
    random.Random(seed).shuffle(first)
    mirror, since = {}, None
    for record in [*first, *moved]:
        run(store, [record], portal=record.portal)
        with store.export(since_run=since) as export:
            found = list(export.works)
            since = export.run
        mirror = applied(mirror, found)
        yield mirror, found, whole(store)


@pytest.mark.parametrize("seed", range(3))
def test_increments_tell_of_works_whose_story_changes_with_another_portals_work(store, seed):
    changed = 0
    for mirror, found, due in followed(store, seed):
        assert mirror == due
        changed += sum(work.change is Change.CHANGED for work in found)
    assert changed >= 3
    assert {work.relation for work in mirror.values()} == {None, "same", "part_of"}
    (story,) = {work.story_id for work in mirror.values() if work.relation == "same"}
    assert len(told_of := works(store, story=story)) > 2
    assert {work.story_id for work in told_of} == {story}


def test_without_a_look_at_the_others_of_a_story_they_would_be_forgotten(store, monkeypatch):
    def forgetful(*given):
        follow(*given)
        return set()

    monkeypatch.setattr("kznews.store.settle.follow", forgetful)
    assert not all(mirror == due for mirror, _, due in followed(store, 0))


def test_only_what_changed_is_named_and_how(store):
    first = run(store, [page("a", content_key="a"), page("b", content_key="b"), page("c", content_key="c")])
    again = run(store, [page("a", minutes=60, content_key="a"), refusal("b", minutes=60)])
    assert works(store, since_run=first) == []  # seen again, refused later: the feed says the same of both
    run(store, [page("b", minutes=90, text="түзетілген", content_key="b b"), page("d", content_key="d")])
    assert [(work.article_id, work.change) for work in works(store, since_run=again)] == [
        ("b", Change.CHANGED),
        ("d", Change.NEW),
    ]
    assert [work.versions for work in works(store, since_run=again)] == [2, 1]


def test_a_work_that_became_a_duplicate_is_named_as_removed(store):
    first = run(store, [page("a", content_key="same", published_at=datetime(2018, 4, 22, tzinfo=ALMATY))])
    run(store, [page("b", content_key="same", published_at=datetime(2018, 4, 21, tzinfo=ALMATY))])
    assert [(work.article_id, work.change, work.title) for work in works(store, since_run=first)] == [
        ("a", Change.REMOVED, None),
        ("b", Change.NEW, "Тақырып b"),
    ]


def test_a_work_that_a_selection_no_longer_takes_is_removed_from_its_feed(store):
    first = run(store, [page("a", language="kk", content_key="a")])
    run(store, [page("a", minutes=60, language="ru", text="текст", content_key="b")])
    (gone,) = works(store, since_run=first, languages=("kk",))
    assert (gone.article_id, gone.change) == ("a", Change.REMOVED)
    assert [work.change for work in works(store, since_run=first)] == [Change.CHANGED]


@pytest.mark.parametrize("writer", ["no run", "a run that is still going on"])
def test_a_work_that_a_feed_may_have_held_is_named_when_it_is_gone_whoever_wrote_it(store, writer):
    first = run(store, [])
    name = store.start_run("q") if writer != "no run" else ""
    late, early = (datetime(2018, 4, day, tzinfo=ALMATY) for day in (22, 21))
    store.commit([replace(page("a", content_key="same", published_at=late), run=name)])
    assert ids(works(store)) == ["a"]
    store.commit([replace(page("b", content_key="same", published_at=early), run=name)])
    assert [(work.article_id, work.change) for work in works(store, since_run=first)] == [
        ("a", Change.REMOVED),
        ("b", Change.NEW),
    ]


@pytest.mark.parametrize("writer", ["no run", "a run that is still going on"])
def test_a_work_that_a_feed_may_have_held_is_named_when_its_options_leave_it_out(store, writer):
    first = run(store, [])
    name = store.start_run("q") if writer != "no run" else ""
    store.commit([replace(page("a", language="kk", content_key="a"), run=name)])
    store.commit([replace(page("a", minutes=60, language="ru", text="текст", content_key="b"), run=name)])
    assert [work.change for work in works(store, since_run=first, languages=("kk",))] == [Change.REMOVED]


def test_a_new_work_that_the_options_never_took_is_not_named(store):
    first = run(store, [])
    run(store, [page("a", language="ru", content_key="a"), page("b", language="kk", content_key="b")])
    assert [(work.article_id, work.change) for work in works(store, since_run=first, languages=("kk",))] == [("b", Change.NEW)]


def test_what_no_run_wrote_is_in_every_increment(store):
    first = run(store, [page("a", content_key="a")])
    store.commit([page("b", content_key="b")])
    last = run(store, [])
    assert ids(works(store, since_run=first)) == ids(works(store, since_run=last)) == ["b"]


def test_a_run_that_was_killed_has_ended_when_the_next_one_begins(store):
    killed = store.start_run("q")
    store.commit([replace(page("a"), run=killed)])
    with pytest.raises(NoSuchRunError, match="has not ended"):
        works(store, since_run=killed)
    run(store, [page("b")])
    assert ids(works(store, since_run=killed)) == ["b"]


def test_a_run_that_nobody_knows_is_refused(store):
    with pytest.raises(NoSuchRunError, match="no run nonsense"):
        works(store, since_run="nonsense")


def test_a_feed_names_the_run_to_go_on_from(store):
    with store.export() as export:
        assert export.run is None
    first = run(store, [page("a")])
    still = store.start_run("p")
    with store.export() as export:
        assert export.run == first
    store.finish_run(still, finish_reason="finished")
    with store.export() as export:
        assert export.run == still


def test_runs_of_an_older_schema_are_refused_and_its_works_are_no_news(store_url):
    lay_down(store_url)
    with Store.open(store_url) as store:
        (old,) = [row["id"] for row in store.runs()]
        with pytest.raises(NoSuchRunError, match="before changes were noted"):
            works(store, since_run=old)
        first = run(store, [])
        run(store, [page("new", content_key="new")])
        assert ids(works(store, since_run=first)) == ["new"]
        assert migrations.version(store_url) == 4


def test_without_the_notes_nothing_would_be_new(store, monkeypatch):
    monkeypatch.setattr("kznews.store.settle.note_changes", lambda *_: None)
    first = run(store, [page("a")])
    run(store, [page("b")])
    assert works(store, since_run=first) == []


def test_a_work_that_was_none_for_a_while_is_new_again(store):
    run(store, [page("a", content_key="a"), page("b", content_key="b", published_at=datetime(2018, 4, 22, tzinfo=ALMATY))])
    middle = run(store, [page("b", content_key="a", text="а", minutes=5, published_at=datetime(2018, 4, 22, tzinfo=ALMATY))])
    assert ids(works(store)) == ["a"]
    run(store, [page("b", content_key="b", text="басқа", minutes=9, published_at=datetime(2018, 4, 22, tzinfo=ALMATY))])
    assert [(work.article_id, work.change) for work in works(store, middle)] == [("b", Change.NEW)]


def test_a_work_that_leaves_a_story_in_the_run_that_brought_it_is_named_as_removed(store):
    first = run(store, [page("x")])
    going = store.start_run("q")
    store.commit([replace(told("b", edited(1, "title"), hours=2), run=going)])
    assert [(work.article_id, work.change) for work in works(store, first, story="q:b")] == [("b", Change.NEW)]
    store.commit([replace(told("a", news(1), hours=1), run=going)])
    store.finish_run(going, finish_reason="finished")
    assert ("b", Change.REMOVED) in [(work.article_id, work.change) for work in works(store, first, story="q:b")]


def test_of_two_addresses_in_a_script_the_one_that_answers_is_shown(store):
    latin = {"script": "Latn", "text": "mätin"}
    store.commit([page("kz/1", "1"), page("l", "1", minutes=1, **latin), page("latyn/1", "1", minutes=2, **latin)])
    assert [work.url for work in works(store, script="Latn")] == ["https://q.kz/l"]
    store.commit([page("latyn/1", "1", minutes=3, aliases=("https://q.kz/l",), **latin)])
    assert [work.url for work in works(store, script="Latn")] == ["https://q.kz/latyn/1"]


@pytest.mark.parametrize("hours", [-11, 0, 5, 13])
def test_a_day_is_taken_to_its_last_minute_wherever_the_portal_is(store, hours):
    last = datetime(2018, 4, 21, 23, 59, tzinfo=timezone(timedelta(hours=hours)))
    next_day = last + timedelta(minutes=1)
    store.commit([page("a", published_at=last, content_key="a"), page("b", published_at=next_day, content_key="b")])
    assert ids(works(store, until=date(2018, 4, 21))) == ["a"]
    assert ids(works(store, since=date(2018, 4, 22))) == ["b"]
