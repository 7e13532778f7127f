"""Fail points: one in every step that writes, each of them reached, none of them harmful."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import kznews.store
from kznews.store import Store, failpoints
from kznews.store.failpoints import Point
from tests.store.crawl_to_kill import records
from tests.store.old_stores import lay_down

PACKAGE = Path(kznews.store.__file__).parent
WRITES = (
    *("INSERT_", "UPDATE_", "_INSERT", "_UPDATE", "_DROP", "put_row", "discover_page", "observe_figure", "note_", "fix_rate"),
    *("keep_body", "keep_page", "insert", "update", "delete"),
)
OUTSIDE_RECORDS = ("migrate", "create", "_create_tables")
"""They write when a store is opened: TABLES_CREATED and MIGRATION_STATEMENT are theirs."""

AROUND = (Point.LOCK_TAKEN, Point.PAGE_FETCHED, Point.PAGE_READ, Point.FEED_WRITTEN, Point.FEED_COMPLETE)
"""Of a run or a command around the store: tests/test_kill.py dies there."""


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory):
    with Store.open(f"sqlite:///{tmp_path_factory.mktemp('whole')}/kznews.db") as store:
        for record in records():
            store.commit([record])
        return list(store.dump())


def die_at(url, point):
    command = [sys.executable, "-m", "tests.store.crawl_to_kill", url]
    return subprocess.run(command, env={**os.environ, failpoints.VARIABLE: point}, check=False, stdout=subprocess.PIPE).returncode


def check(url, point, uninterrupted):
    if point is Point.MIGRATION_STATEMENT:
        lay_down(url)
    assert die_at(url, f"{point}:1") == -signal.SIGKILL
    with Store.open(url) as store:
        for record in records():
            store.commit([record])
        assert list(store.dump()) == uninterrupted


@pytest.mark.parametrize("point", [point for point in Point if point not in AROUND])
def test_a_death_at_a_fail_point_leaves_a_store_that_goes_on(tmp_path, uninterrupted, point):
    check(f"sqlite:///{tmp_path}/kznews.db", point, uninterrupted)


@pytest.mark.parametrize("point", [Point.EDITION_WRITTEN, Point.BEFORE_COMMIT, Point.COMMIT_DONE, Point.MIGRATION_STATEMENT])
def test_the_same_holds_on_a_server(postgres_url, uninterrupted, point):
    check(postgres_url, point, uninterrupted)


def called(function):
    """Yield the names in the first arguments of all calls of `execute`, and in the statements that are prepared and run."""
    for node in ast.walk(function):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("execute", "run", "run_many")
        ):
            what = node.args[0] if node.func.attr == "execute" else node.func.value
            yield from (name.id for name in ast.walk(what) if isinstance(name, ast.Name))


def test_every_function_that_writes_has_a_fail_point():
    bare = []
    for path in sorted(PACKAGE.glob("*.py")):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(function, ast.FunctionDef) or function.name in OUTSIDE_RECORDS:
                continue
            writes = [name for name in called(function) if name.startswith(WRITES)]
            reached = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == "reach"]
            if writes and not reached:
                bare.append(f"{path.name}: {function.name}")
    assert bare == []


def test_every_fail_point_stands_somewhere():
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.parent.rglob("*.py") if path.name != "failpoints.py")
    assert [point for point in Point if f"Point.{point.name}" not in code] == []


def test_an_unknown_fail_point_is_refused():
    with pytest.raises(ValueError):
        failpoints.arm("nowhere")
    failpoints.arm("")


def test_nothing_happens_without_being_asked_for():
    for point in Point:
        failpoints.reach(point)
