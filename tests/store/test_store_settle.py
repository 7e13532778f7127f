"""What becomes of a page: outcomes, versions, editions, duplicates, refusals."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from kznews.outcomes import Outcome, PageState, Reason
from kznews.store import PageRecord
from tests.store.samples import ALMATY, WIDGETS, at, listing, page, refusal, world


def outcome_of(store, name):
    return store.page("q", f"https://q.kz/{name}")["outcome"]


def committed(store, *records):
    return [verdict.outcome for verdict in store.commit(records)]


def test_a_new_article_is_stored_and_its_page_done(store):
    [verdict] = store.commit([page("kz/1", "1")])
    assert (verdict.outcome, verdict.article_key, verdict.version) == (Outcome.STORED, "q:1", 1)
    row = store.page("q", "https://q.kz/kz/1")
    assert (row["state"], row["outcome"], row["article_key"]) == ("done", "stored", "q:1")


def test_the_same_records_twice_change_nothing(store):
    store.commit(world())
    before = list(store.dump())
    verdicts = store.commit(world())
    assert list(store.dump()) == before
    assert not any(verdict.outcome in (Outcome.STORED, Outcome.UPDATED) for verdict in verdicts)


def test_records_one_by_one_give_the_same_as_together(store, emptied):
    store.commit(world())
    together = list(store.dump())
    emptied()
    for record in world():
        store.commit([record])
    assert list(store.dump()) == together


def test_an_unchanged_page_keeps_its_outcome(store):
    assert committed(store, page("1"), page("1", minutes=9)) == [Outcome.STORED, Outcome.UNCHANGED]
    assert outcome_of(store, "1") == "stored"
    assert len(store.history("q", "https://q.kz/1")) == 1


@pytest.mark.parametrize(
    "change",
    [{"title": "Басқа"}, {"lead": "Лид"}, {"text": "өзге"}, {"published_at": datetime(2018, 4, 21, 9, 31, tzinfo=ALMATY)}],
)
def test_each_part_of_the_text_makes_a_version(store, change):
    assert committed(store, page("1"), page("1", minutes=1, **change)) == [Outcome.STORED, Outcome.UPDATED]
    assert [version.number for version in store.history("q", "https://q.kz/1")] == [1, 2]
    assert outcome_of(store, "1") == "updated"


@pytest.mark.parametrize("change", [{"views": 7}, {"section": "Спорт"}, {"tags": ["тег"]}, {"layout": "x"}])
def test_what_is_not_text_makes_no_version(store, change):
    assert committed(store, page("1"), page("1", minutes=1, **change)) == [Outcome.STORED, Outcome.UNCHANGED]


def test_paragraphs_moved_between_lead_and_body_are_a_version(store):
    records = [page("1", lead=None, text="ab"), page("1", minutes=1, lead="a", text="b")]
    assert committed(store, *records) == [Outcome.STORED, Outcome.UPDATED]


def test_a_text_that_comes_back_is_a_third_version(store):
    store.commit([page("1", text=text, minutes=minute) for minute, text in enumerate("aba")])
    assert [version.article.body for version in store.history("q", "https://q.kz/1")] == [["a"], ["b"], ["a"]]


def test_an_older_copy_that_arrives_late_never_becomes_the_newest(store):
    outcomes = committed(store, page("1", text="new", minutes=5), page("1", text="old", minutes=1))
    assert outcomes == [Outcome.STORED, Outcome.UNCHANGED]
    assert [article.body for article in store.articles()] == [["new"]]
    assert [version.article.body for version in store.history("q", "https://q.kz/1")] == [["old"], ["new"]]


def test_texts_of_one_instant_are_both_kept_in_the_order_of_arrival(store):
    assert committed(store, page("1", text="b"), page("1", text="a")) == [Outcome.STORED, Outcome.UPDATED]
    assert [version.article.body for version in store.history("q", "https://q.kz/1")] == [["b"], ["a"]]


def test_another_script_is_an_edition_and_no_text_is_lost(store):
    records = [page("latyn/1", "1", script="Latn", text="mätin"), page("kz/1", "1")]
    assert committed(store, *records) == [Outcome.STORED, Outcome.DUPLICATE]
    assert [article.url for article in store.articles()] == ["https://q.kz/kz/1"]
    assert outcome_of(store, "kz/1") == "stored"
    assert outcome_of(store, "latyn/1") == "duplicate"
    assert store.history("q", "https://q.kz/latyn/1")[0].article.body == ["mätin"]


def test_each_edition_has_versions_of_its_own(store):
    store.commit([page("kz/1", "1"), page("latyn/1", "1", script="Latn", text="a")])
    [verdict] = store.commit([page("latyn/1", "1", script="Latn", text="b", minutes=5)])
    assert (verdict.outcome, verdict.version) == (Outcome.DUPLICATE, 2)
    assert len(store.history("q", "https://q.kz/kz/1")) == 1


def test_of_two_addresses_in_one_script_the_shorter_is_the_main_one(store):
    store.commit([page("kz/1?amp", "1", text="short"), page("kz/1", "1", text="long")])
    assert [article.body for article in store.articles()] == [["long"]]


def test_an_address_that_redirects_gives_way_to_where_it_leads(store):
    store.commit([page("a/1", "1", text="old"), page("a/1-longer", "1", text="new", minutes=5, aliases=("https://q.kz/a/1",))])
    assert [article.body for article in store.articles()] == [["new"]]
    assert outcome_of(store, "a/1") == "duplicate"


def test_the_same_content_under_another_id_is_a_duplicate_of_what_was_published_first(store):
    later = page("2", published_at=datetime(2018, 4, 22, tzinfo=ALMATY), content_key="same")
    first = page("1", published_at=datetime(2018, 4, 21, tzinfo=ALMATY), content_key="same")
    verdicts = store.commit([later, first])
    assert [verdict.outcome for verdict in verdicts] == [Outcome.STORED, Outcome.DUPLICATE]
    assert [article.article_id for article in store.articles()] == ["1"]
    assert (outcome_of(store, "1"), outcome_of(store, "2")) == ("stored", "duplicate")
    assert store.commit([later])[0].article_key == "q:1"


def test_without_a_content_key_nothing_is_compared(store):
    assert committed(store, page("1"), page("2")) == [Outcome.STORED, Outcome.STORED]


def test_the_same_content_on_another_portal_is_no_duplicate(store):
    from dataclasses import replace

    first = page("1", content_key="same")
    other = replace(first, portal="p", article=replace(first.article, portal="p"))
    assert committed(store, first, other) == [Outcome.STORED, Outcome.STORED]


def test_a_duplicate_whose_text_changes_is_an_article_again(store):
    store.commit([page("1", content_key="same"), page("2", content_key="same")])
    assert len(list(store.articles())) == 1
    store.commit([page("2", content_key="own", text="өзге", minutes=5)])
    assert len(list(store.articles())) == 2


def test_an_address_that_turns_out_to_be_another_article_leaves_no_empty_one(store):
    store.commit([page("1", "1"), page("1", "2", minutes=5)])
    assert [article.article_id for article in store.articles()] == ["2"]
    assert store.page("q", "https://q.kz/1")["article_key"] == "q:2"


def test_redirects_point_to_the_article_that_they_lead_to(store):
    store.commit([page("1", aliases=("https://q.kz/old", "https://q.kz/1"))])
    row = store.page("q", "https://q.kz/old")
    assert (row["outcome"], row["state"], row["article_key"]) == ("duplicate", "done", "q:1")
    assert outcome_of(store, "1") == "stored"


def test_redirects_to_a_refused_page_are_refused_alike(store):
    store.commit([refusal("1", Reason.SOFT_404, aliases=("https://q.kz/old",))])
    row = store.page("q", "https://q.kz/old")
    assert (row["outcome"], row["reason"], row["state"]) == ("refused", "soft_404", "refused")


@pytest.mark.parametrize(
    ("reason", "state"),
    [(Reason.NO_BODY, "refused"), (Reason.GONE, "gone"), (Reason.TIMED_OUT, "pending"), (Reason.NOT_SAVED, "pending")],
)
def test_a_refusal_says_why_and_where_the_page_stands(store, reason, state):
    record = refusal("1", reason, detail="why")
    [verdict] = store.commit([record])
    row = store.page("q", record.url)
    assert (verdict.outcome, verdict.reason) == (Outcome.REFUSED, reason)
    assert (row["reason"], row["state"], row["detail"]) == (reason, state, "why")


@pytest.mark.parametrize("reason", [Reason.NOT_SAVED, Reason.TIMED_OUT, Reason.ROBOTS, Reason.OFF_SITE])
def test_what_says_nothing_about_the_page_never_overwrites_a_page_that_is_done(store, reason):
    store.commit([page("1")])
    before = list(store.dump())
    store.commit([refusal("1", reason, minutes=9)])
    assert [line for line in store.dump() if not line.startswith('["failures"')] == before


def test_a_page_that_is_gone_keeps_its_article(store):
    store.commit([page("1"), refusal("1", Reason.GONE, minutes=9)])
    row = store.page("q", "https://q.kz/1")
    assert (row["state"], row["article_key"]) == ("gone", "q:1")
    assert len(list(store.articles())) == 1


def test_a_refusal_of_an_older_copy_does_not_count(store):
    store.commit([page("1", minutes=9), refusal("1", Reason.NO_BODY, minutes=1)])
    assert outcome_of(store, "1") == "stored"


def test_a_304_answer_says_that_the_page_was_seen_and_changes_nothing_else(store):
    store.commit([page("1", etag="a", status=200)])
    before = list(store.dump())
    same = PageRecord(portal="q", url="https://q.kz/1", fetched_at=at(9), outcome=Outcome.UNCHANGED, status=304)
    assert store.commit([same])[0].article_key == "q:1"
    row = store.page("q", "https://q.kz/1")
    assert (row["outcome"], row["fetched_at"], row["etag"], row["status"]) == ("stored", at(9), "a", 200)
    [gone], [come] = (set(one) - set(other) for one, other in ((before, list(store.dump())), (list(store.dump()), before)))
    old, new = json.loads(gone)[1], json.loads(come)[1]
    assert {name for name in old if old[name] != new[name]} == {"fetched_at", "looks"}


def test_links_become_pending_pages_and_leave_known_ones_alone(store):
    store.commit([page("1"), listing("", "1", "2", "2", minutes=3)])
    assert store.known("q", [f"https://q.kz/{name}" for name in "123"]) == {
        "https://q.kz/1": PageState.DONE,
        "https://q.kz/2": PageState.PENDING,
    }
    [waiting] = store.pending("q")
    assert (waiting.url, waiting.first_seen, waiting.found_on) == ("https://q.kz/2", at(3), "https://q.kz/")


def test_a_widget_on_many_pages_of_an_hour_is_one_observation(store):
    store.commit([page("1", observations=WIDGETS, minutes=1), page("2", observations=WIDGETS, minutes=59)])
    found = list(store.observations())
    assert [(one.kind, one.key, one.first_seen, one.last_seen) for one in found] == [
        ("rate", "RUB", at(1), at(59)),
        ("rate", "USD", at(1), at(59)),
        ("weather", "almaty", at(1), at(59)),
    ]
    store.commit([page("3", observations=WIDGETS, minutes=61)])
    assert len(list(store.observations())) == 6


def test_the_counts_of_a_summary_name_every_page(store):
    store.commit([page("1", observations=WIDGETS), listing("", "2", "3"), refusal("3", Reason.NO_TITLE)])
    assert store.summary() == {
        "articles": {"q": 1},
        "outcomes": {"q": {"listed": 1, "pending": 1, "refused": 1, "stored": 1}},
        "refusals": {"q": {"no_title": 1}},
        "observations": {"q": {"rate": 2, "weather": 1}},
    }
    assert store.summary("p")["articles"] == {}


@pytest.mark.parametrize(
    "values",
    [
        {"outcome": None},
        {"outcome": Outcome.STORED},
        {"outcome": Outcome.LISTED, "reason": Reason.GONE},
        {"outcome": Outcome.REFUSED},
        {"outcome": Outcome.LISTED, "portal": ""},
        {"outcome": Outcome.LISTED, "fetched_at": datetime(2018, 4, 21)},  # noqa: DTZ001
    ],
)
def test_a_record_that_says_nothing_or_two_things_is_refused(values):
    with pytest.raises(ValueError):
        PageRecord(**{"portal": "q", "url": "https://q.kz/", "fetched_at": at(0), **values})


@pytest.mark.parametrize("values", [{"article_id": ""}, {"portal": "p"}, {"url": "https://q.kz/2"}])
def test_an_article_must_belong_to_its_record(values):
    from dataclasses import replace

    record = page("1")
    with pytest.raises(ValueError):
        replace(record, article=replace(record.article, **values))


def test_a_page_that_waits_and_is_said_to_be_unchanged_has_that_outcome(store):
    store.discover("q", ["https://q.kz/1"], seen_at=at(0), found_on="https://q.kz/")
    store.commit([PageRecord(portal="q", url="https://q.kz/1", fetched_at=at(5), outcome=Outcome.UNCHANGED, status=304)])
    row = store.page("q", "https://q.kz/1")
    assert (row["state"], row["outcome"], row["looks"]) == (PageState.DONE, "unchanged", 0)


def test_a_capture_that_is_read_again_gives_the_reading_that_counts_and_a_later_one_does_not(store):
    store.commit([page("1", section="Қоғам", minutes=5)])
    for minutes, section in ((5, "Саясат"), (9, "Спорт")):
        store.commit([page("1", section=section, minutes=minutes)])
        assert [article.section for article in store.articles()] == ["Саясат"]


def test_an_address_that_answers_is_the_main_one_whatever_its_script(store):
    store.commit([page("kz/1", "1"), page("latyn/a-longer-one", "1", script="Latn", text="mätin", minutes=1)])
    assert [article.script for article in store.articles()] == ["Cyrl"]
    store.commit([page("latyn/a-longer-one", "1", script="Latn", text="mätin", minutes=2, aliases=("https://q.kz/kz/1",))])
    assert [article.script for article in store.articles()] == ["Latn"]
