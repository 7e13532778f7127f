"""The search index: what finds what, and that it follows from the articles whatever happens."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from kznews.kazakh.translit import to_arabic, to_latin_2021
from kznews.search import MOST_TERMS, MOST_WAYS, QueryError, read_query, snippet
from kznews.store import Store
from kznews.store.search_schema import search
from kznews.store.settle import settle
from tests.store.old_stores import lay_down
from tests.store.samples import ALMATY, page, refusal, world
from tests.support.crawls import scrapy

CYRILLIC = "Қарағандыда жаңа мектептер ашылды. Оқушылардың ата-аналары қуанды."
# Cyrillic, the Latin of 2018 and 2021, QazAqparat, Arabic.
QUESTIONS = (
    *("мектеп", "Мектебінде", "mektep", "mektepterdegi", "مەكتەپ", "жаңа мектеп"),
    *("қарағанды", "Qaraǵandy", "Qarağandy", "Qarağandı", "قاراعاندى"),
)


def found(store, said, **filters):
    return [article.article_id for article in store.find(read_query(said), **filters)]


@pytest.fixture
def filled(store):
    store.commit(
        [
            page("kz/1", "1", text=CYRILLIC, content_key="1", published_at=datetime(2018, 4, 20, 9, tzinfo=ALMATY)),
            page("kz/2", "2", text="Ауа райы суыды.", title="Мектепте сабақ тоқтады", content_key="2"),
            page("kz/3", "3", text="Доллар бағамы өсті.", content_key="3", published_at=None),
        ]
    )
    return store


@pytest.mark.parametrize("script", ["Cyrl", "Latn", "Arab"])
def test_a_question_in_any_script_finds_a_text_in_any_script(store, script):
    shown = {"Cyrl": str, "Latn": to_latin_2021, "Arab": to_arabic}[script](CYRILLIC)
    other = page("kz/2", "2", text="Ауа райы", content_key="2")
    store.commit([page("kz/1", "1", text=shown, script=script, content_key="1"), other])
    assert {said: found(store, said) for said in QUESTIONS} == {said: ["1"] for said in QUESTIONS}


MEANT = {
    "мектеп": ["2", "1"],  # in a title and in a text, the newest first
    "мектеп ашылды": ["1"],
    "мектеп -сабақ": ["1"],
    '"жаңа мектеп"': ["1"],
    '"мектеп жаңа"': [],
    "мект*": ["2", "1"],
    "мектепте*": ["2", "1"],  # the beginning of a word, and a word with an ending
    "ата-ана": ["1"],
    "доллардың": ["3"],
    "мектеп доллар": [],
    "мекте": [],
}


def test_what_a_question_means(filled):
    assert {said: found(filled, said) for said in MEANT} == MEANT


DECLINED = {
    "1": "Облыста жаңа кеңес құрылды.",
    "2": "Түркістан облысы кеңесінің отырысы.",
    "3": "Ауданның әкімі Ахметовке хат жазды.",
    "4": "Абай ауданынан келген Ахметов.",
}


def test_words_that_end_like_an_ending_are_found_with_and_without_it(store):
    store.commit([page(f"kz/{key}", key, minutes=int(key), text=said, content_key=key) for key, said in DECLINED.items()])
    both = {said: sorted(found(store, said)) for said in ("облыс", "облысы", "облыстың", "кеңес", "кеңесі", '"облысы кеңесі"')}
    assert both == {said: ["2"] if '"' in said else ["1", "2"] for said in both}
    assert [sorted(found(store, said)) for said in ("аудан", "ауданы", "Ахметов", "Ахметовтің")] == [["3", "4"]] * 4
    assert found(store, "-кеңесі хат") == ["3"]
    assert [found(store, said) for said in ("облы*", "обл", "ауд", "кең")] == [["2", "1"], [], [], []]


def test_words_in_a_row_are_asked_for_in_a_bounded_number_of_ways(filled):
    long = " ".join(["облысы", "ауданы", "кеңесі"] * 10)
    [term] = read_query(f'"{long}"')
    assert 1 < len(term.readings) <= MOST_WAYS
    assert found(filled, f'"{long}"') == []


def test_a_snippet_marks_the_forms_that_are_found():
    shown = snippet(["Түркістан облысының кеңесі"], read_query("облыс кеңес"))
    assert [shown.text[start:end] for start, end in shown.found] == ["облысының", "кеңесі"]


def test_portal_days_and_limit(filled):
    day = datetime(2018, 4, 21, tzinfo=ALMATY)
    assert found(filled, "мектеп", since=day) == ["2"]
    assert found(filled, "мектеп", until=day) == ["1"]
    assert found(filled, "мектеп", limit=1) == ["2"]
    assert found(filled, "мектеп", portal="q") == ["2", "1"]
    assert found(filled, "мектеп", portal="p") == []
    assert found(filled, "мектеп", portal='q" OR "p') == []


def test_a_new_version_is_found_and_the_old_one_no_more(filled):
    filled.commit([page("kz/1", "1", minutes=30, text="Қарағандыда аурухана ашылды.", content_key="1b")])
    assert found(filled, "аурухана") == ["1"]
    assert found(filled, "мектеп") == ["2"]


def test_editions_are_one_result_and_what_one_of_them_adds_is_found(filled):
    latin = "Jaña mektepter aşyldy. Keñes qosyldy."
    filled.commit([page("latyn/1", "1", minutes=30, text=latin, script="Latn", content_key="1")])
    assert found(filled, "мектептер жаңа") == ["1"]
    assert found(filled, "кеңес") == ["1"]


def test_a_duplicate_of_the_same_portal_is_one_result(filled):
    filled.commit([page("kz/9", "9", text=CYRILLIC, content_key="1", published_at=datetime(2018, 4, 22, tzinfo=ALMATY))])
    assert found(filled, "оқушы") == ["1"]
    assert found(filled, "оқушы", limit=1) == ["1"], "it takes no place among the results either"


def test_more_words_than_a_person_types_are_refused():
    assert len(read_query("мектеп " * MOST_TERMS)) == MOST_TERMS
    with pytest.raises(QueryError, match=f"{MOST_TERMS + 1} words are too many"):
        read_query("мектеп " * (MOST_TERMS + 1))


def test_an_article_that_turns_out_to_be_anothers_address_leaves_the_index(store):
    store.commit([page("kz/6", "6", text="Жаңа аурухана", content_key="6")])
    store.commit([page("kz/7", "7", minutes=5, text="Ескі кітапхана", content_key="7", aliases=("https://q.kz/kz/6",))])
    store.commit([page("kz/6", "66", minutes=9, text="Мұражай ашылды", content_key="66")])
    assert list(store.verify()) == []


def rows(store):
    with store.database.read() as connection:
        return [tuple(row) for row in connection.execute(search.select().order_by(search.c.article_key))]


def test_the_index_is_the_same_in_every_order_and_verify_finds_nothing(store, tmp_path):
    store.commit(world())
    with Store.open(f"sqlite:///{tmp_path}/other.db") as other:
        for record in reversed(world()):
            other.commit([record])
        assert {row[1] for row in rows(other)} == {row[1] for row in rows(store)}
        assert list(other.verify()) == []
    assert list(store.verify()) == []
    assert store.unindexed() == 0


def test_verify_names_what_does_not_follow(filled):
    with filled.database.write() as connection:
        connection.execute(text("UPDATE search SET body = 'bos' WHERE article_key = 'q:1'"))
        connection.execute(text("UPDATE search SET article_key = 'q:none' WHERE article_key = 'q:2'"))
    assert list(filled.verify()) == [
        "search: q:1: body is not what follows from its editions",
        "search: q:none: the article is not there",
    ]


def test_an_article_that_stands_at_another_minute_of_the_index_is_found_out(filled):
    with filled.database.write() as connection:
        connection.execute(text("UPDATE search SET number = number + 4096 WHERE article_key = 'q:1'"))
    assert list(filled.verify()) == ["search: q:1: number is not what follows from its editions"]


def test_an_index_that_lost_a_word_is_found_out(filled):
    if filled.database.url.get_backend_name() != "sqlite":
        pytest.skip("PostgreSQL keeps its own indexes true")
    with filled.database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO search_words(search_words, rowid, portal, title, body)"
            " SELECT 'delete', number, portal, title, body FROM search WHERE article_key = 'q:1'"
        )
    assert any("malformed" in fault or "search" in fault for fault in filled.verify())


def test_an_old_store_is_indexed_by_steps(store_url, monkeypatch):
    monkeypatch.setattr("kznews.store.search.STEP", 2)
    lay_down(store_url, 3)
    with Store.open(store_url) as store:
        due = store.unindexed()
        assert due > 2
        assert found(store, "мәтін") == []
        steps = list(store.index())
        assert sum(steps) == due
        assert max(steps) == 2
        assert store.unindexed() == 0
        assert found(store, "мәтін") != []
        assert list(store.verify()) == []


def test_what_fails_after_the_index_takes_the_index_back(filled):
    before = rows(filled)
    with filled.database.read() as connection:  # what is written through a reader is rolled back
        settle(connection, page("kz/8", "8", text="Жаңа мектеп", content_key="8"))
    assert rows(filled) == before
    assert found(filled, "мектеп") == ["2", "1"]


def test_a_refused_page_has_no_row(filled):
    filled.commit([refusal("kz/20")])
    assert len(rows(filled)) == 3


@pytest.mark.parametrize("said", ["", "   ", "-", "-мектеп", '""', "*", "!!! …", "' OR 1=1 --"[:1]])
def test_a_question_without_a_word_is_refused_in_one_line(said):
    with pytest.raises(QueryError, match="names no word"):
        read_query(said)


ODD = ('a" OR b', "title:мектеп", "NEAR(a b)", "мектеп AND", "' | !x", "a:*b", "中文", "x" * 5000, "%_ a", "a\0b", "\ud800 a")


def test_no_question_breaks_the_index(filled):
    for said in ODD:
        assert isinstance(filled.find(read_query(said)), list)


def test_a_snippet_shows_the_paragraph_and_marks_the_words_in_its_own_script():
    long = "Кіріспе сөз. " * 40
    shown = snippet([long, f"{long} Qalada jaña mektepter aşyldy. {long}"], read_query("мектеп жаңа"))
    assert [shown.text[start:end] for start, end in shown.found] == ["jaña", "mektepter"]
    assert len(shown.text) < 260
    assert shown.text.startswith("… ")


def test_dates_are_instants(filled):
    assert found(filled, "мектеп", since=datetime(2018, 4, 21, 3, 31, tzinfo=UTC)) == []
    assert found(filled, "мектеп", since=datetime(2018, 4, 21, 3, 30, tzinfo=UTC)) == ["2"]


def test_the_command_indexes_an_old_store_before_it_answers(tmp_path):
    url = f"sqlite:///{tmp_path}/kznews.db"
    lay_down(url, 3)
    ended = scrapy("search", "мәтін", store=url)
    assert (ended.code, "nothing found" in ended.out) == (0, False), ended.err
    assert re.fullmatch(r"search index: (\d+) of \1 articles", ended.lines[-1])
