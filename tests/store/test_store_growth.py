"""What a page costs does not grow with the store: counted in steps of SQLite's machine, which no clock disturbs."""

from __future__ import annotations

import pytest
from sqlalchemy import event, text

from kznews.outcomes import Reason
from kznews.store import Store, prepared
from tests.store.samples import at, listing, page, refusal, world

SMALL, LARGE = 100, 1_000
MOST = 1.3
"""Of the steps in the small store; a tree of ten times the rows is one level deeper, and no statement reads them all."""


def known(number):
    return page(f"kz/{number}", str(number), minutes=number, content_key=f"k{number}", aliases=(f"https://q.kz/old/{number}",))


@pytest.fixture(scope="module", params=[SMALL, LARGE])
def filled(request, tmp_path_factory):
    """A store of so many articles, redirects, refusals and pages that wait."""
    path = tmp_path_factory.mktemp("filled") / "kznews.db"
    with Store.open(f"sqlite:///{path}") as store:
        numbers = range(1_000, 1_000 + request.param)
        store.commit(known(number) for number in numbers)
        store.commit(refusal(f"no/{number}", Reason.TIMED_OUT, minutes=number) for number in numbers)
        store.discover("q", [f"https://q.kz/new/{number}" for number in numbers], seen_at=at(0), found_on="https://q.kz/")
    return request.param, path


WORK = {
    "a new article": lambda store: store.commit([page("kz/1", "1", content_key="one")]),
    "an article that is known": lambda store: store.commit([known(1_050)]),
    "an update": lambda store: store.commit([page("kz/1050", "1050", text="басқа", minutes=9_000, content_key="k1050 b")]),
    "a duplicate": lambda store: store.commit([page("kz/2", "2", content_key="k1050")]),
    "a redirect to an article": lambda store: store.commit([page("kz/3", "3", aliases=("https://q.kz/kz/1050",))]),
    "a refusal": lambda store: store.commit([refusal("kz/4", Reason.TIMED_OUT)]),
    "a listing": lambda store: store.commit([listing("", *(f"kz/{number}" for number in range(1_040, 1_060)))]),
    "whatever there is": lambda store: store.commit(world()),
    "which are settled": lambda store: store.not_wanted("q", [f"https://q.kz/kz/{n}" for n in range(1_040, 1_060)], at=at(0)),
    "which are known": lambda store: store.known("q", [f"https://q.kz/kz/{n}" for n in range(1_040, 1_060)]),
    "what waits": lambda store: store.pending("q", limit=20, after="https://q.kz/new/1020", at=at(0)),
    "one page": lambda store: store.page("q", "https://q.kz/kz/1050"),
    "a history": lambda store: store.history("q", "https://q.kz/kz/1050"),
    "the start of a run": lambda store: store.start_run("q", at=at(0)),
}
_steps: dict[str, dict[int, int]] = {}


def steps(path, work):
    """Return how many instructions SQLite carried out for `work`, whose writes are undone."""
    counted = [0]

    def count():
        counted[0] += 1

    before = path.read_bytes()
    with Store.open(f"sqlite:///{path}") as store:
        with store.database.engine.connect() as connection:
            connection.connection.driver_connection.set_progress_handler(count, 1)
        work(store)
    path.write_bytes(before)
    return counted[0]


@pytest.mark.parametrize("name", WORK)
def test_the_work_for_a_page_does_not_grow_with_the_store(filled, name):
    size, path = filled
    _steps.setdefault(name, {})[size] = steps(path, WORK[name])
    found = _steps[name]
    assert min(found.values()) > 10
    if len(found) == 2:
        assert found[LARGE] <= MOST * found[SMALL] + 50


def test_a_statement_that_reads_every_page_is_found_out(filled):
    size, path = filled

    def reads_all(store):
        with store.database.read() as connection:
            connection.execute(text("SELECT count(*) FROM pages WHERE detail = 'x'")).all()

    assert steps(path, reads_all) > size


# A server plans by statistics that a small store does not have: what counts is that every condition has an index.
def test_no_statement_for_a_page_reads_a_whole_table_of_a_server(postgres_url, monkeypatch):
    plans = []
    handed_over = prepared.execute
    with Store.open(postgres_url) as store:
        store.commit(world())

        def explain(connection, _cursor, statement, parameters, _context, many):
            if statement.startswith(("SELECT", "UPDATE", "DELETE")) and "FROM meta" not in statement and not many:
                cursor = connection.connection.cursor()
                cursor.execute("SET LOCAL enable_seqscan = off")
                cursor.execute(f"EXPLAIN {statement}", parameters)
                plans.extend((line, statement) for (line,) in cursor.fetchall())

        def explained(connection, statement, parameters, *, many=False):
            explain(connection, None, statement, parameters, None, many)
            return handed_over(connection, statement, parameters, many=many)

        event.listen(store.database.engine, "before_cursor_execute", explain)
        monkeypatch.setattr(prepared, "execute", explained)
        store.commit(world())
        store.not_wanted("q", ["https://q.kz/kz/1"], at=at(0))
        store.pending("q", at=at(0))
        event.remove(store.database.engine, "before_cursor_execute", explain)
    assert len(plans) > 100
    assert [one for one in plans if "Seq Scan" in one[0]] == []
