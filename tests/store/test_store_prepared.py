"""Prepared statements say, on both databases, what SQLAlchemy says when it executes them itself; their errors included."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from kznews.store import Store, statements
from kznews.store.prepared import MOST_LISTED, Prepared
from kznews.store.schema import observations
from tests.store.samples import world

KNOWN = {
    "at_portal": "q",
    "at_url": "https://q.kz/kz/1",
    "at_key": "q:1",
    "at_article_key": "q:1",
    "at_content_key": "",
    "urls": ["https://q.kz/kz/1", "https://q.kz/kz/2", "https://q.kz/none"],
    "keys": ["q:1", "q:2"],
}
QUESTIONS = [
    name
    for name, found in vars(statements).items()
    if isinstance(found, Prepared) and found.statement.is_select and "DIGEST" not in name and "TEXT" not in name
]


@pytest.fixture
def filled(store):
    store.commit(world())
    return store


def values_of(question):
    return {name: KNOWN[name] for name in question.statement.compile().params if name in KNOWN}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_prepared_question_has_the_answer_of_sqlalchemy(filled, name):
    question = getattr(statements, name)
    values = values_of(question)
    with filled.database.read() as connection:
        due = [dict(row) for row in connection.execute(question.statement, values).mappings()]
        for _ in range(2):  # when it is made, and when it has been made
            assert question.rows(connection, values) == due
        assert [list(row) for row in question.tuples(connection, values)] == [list(row.values()) for row in due]
        assert question.row(connection, values) == (due[0] if due else None)


def test_most_questions_of_this_test_have_an_answer(filled):
    with filled.database.read() as connection:
        answered = [
            name for name in QUESTIONS if getattr(statements, name).rows(connection, values_of(getattr(statements, name)))
        ]
    assert len(answered) > len(QUESTIONS) / 2 > 4


@pytest.mark.parametrize("size", [0, 1, 2, MOST_LISTED, MOST_LISTED + 1])
def test_a_list_may_have_any_length(filled, size):
    asked = ["q:1", "q:2", *(f"q:none{number}" for number in range(MOST_LISTED))][:size]
    with filled.database.read() as connection:
        due = set(connection.execute(statements.URLS_OF.statement, {"keys": asked}).scalars())
        assert set(statements.URLS_OF.column(connection, {"keys": asked})) == due
    assert bool(due) == bool(size)


def test_numbers_dates_and_decimals_come_back_as_they_were_given(filled):
    every = Prepared(observations.select().order_by(*observations.primary_key.columns))
    with filled.database.read() as connection:
        found = every.rows(connection, {})
        assert found
        assert found == [dict(row) for row in connection.execute(every.statement).mappings()]


def test_what_a_table_does_not_take_is_an_error_of_sqlalchemy(filled):
    row = {"portal": "q", "url": "https://q.kz/new", "state": "pending"}
    with pytest.raises(IntegrityError), filled.database.engine.connect() as connection:
        statements.INSERT_PAGE.run(connection, {**row, "state": "no such state"})
    with pytest.raises(StatementError, match="without a zone"), filled.database.engine.connect() as connection:
        statements.INSERT_PAGE.run(connection, {**row, "fetched_at": datetime(2024, 1, 1)})  # noqa: DTZ001
    with pytest.raises(IntegrityError), filled.database.engine.connect() as connection:
        statements.INSERT_PAGE.run_many(connection, [row, row])


def test_a_connection_that_is_lost_is_given_up(postgres_url):
    with Store.open(postgres_url) as store:
        store.commit(world())
        with store.database.engine.connect() as connection:
            number = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
            with store.database.engine.connect() as other:
                other.exec_driver_sql(f"SELECT pg_terminate_backend({number})")
            with pytest.raises(DBAPIError) as caught:
                statements.PAGE.rows(connection, {"at_portal": "q", "at_url": "x"})
            assert caught.value.connection_invalidated
            assert connection.invalidated
        assert store.page("q", "https://q.kz/kz/1")
