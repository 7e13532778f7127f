"""The arrows of the design run one way, and what only one place may do is done there alone."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING

import pytest
from scrapy.utils.project import get_project_settings

from kznews.reextract.tasks import NO_RULES
from tests.support.cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGE = ROOT / "kznews"
PURE = ("kznews.extract", "kznews.kazakh", "kznews.stories")
FORBIDDEN_TO_PURE = ("scrapy", "twisted", "sqlalchemy", "sqlite3", "socket", "kznews.store", "kznews.spiders", "kznews.pipelines")
NO_CODE_FROM_DATA = ("pickle", "marshal", "shelve", "dill")


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of the package, by its dotted name."""
    return {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def nodes(tree: ast.AST, *, lazy: bool = True) -> Iterator[ast.AST]:
    """Yield the nodes that run: all but those for type checkers, and without `lazy` only those that run at import."""
    for node in ast.iter_child_nodes(tree):
        if is_type_checking(node) or (not lazy and isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))):
            continue
        yield node
        yield from nodes(node, lazy=lazy)


@cache
def imports(module: str, *, lazy: bool = True) -> frozenset[str]:
    """Return the dotted names that a module imports when it runs."""
    found: set[str] = set()
    for node in nodes(trees()[module], lazy=lazy):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import"
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in trees() else str(node.module) for name in whole}
    return frozenset(found)


@cache
def reached(module: str) -> frozenset[str]:
    """Return everything that a module imports, also through other modules of ours."""
    seen, todo = {module}, [module]
    while todo:
        for name in imports(todo.pop()):
            if name not in seen:
                seen.add(name)
                todo += [name] if name in trees() else []
    return frozenset(seen - {module})


def within(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


@pytest.mark.parametrize("module", [name for name in trees() if within(name, *PURE)])
def test_a_pure_module_reaches_neither_engine_nor_network_nor_store(module: str) -> None:
    assert not [name for name in reached(module) if within(name, *FORBIDDEN_TO_PURE)]


def test_archives_know_nothing_of_the_engine_and_the_store() -> None:
    modules = [name for name in trees() if within(name, "kznews.archives")]
    assert modules
    forbidden = ("scrapy", "twisted", "sqlalchemy", "kznews.store", "kznews.extract", "kznews.network", "kznews.spiders")
    assert [(module, name) for module in modules for name in reached(module) if within(name, *forbidden)] == []


def test_kazakh_stands_alone() -> None:
    for module in trees():
        if within(module, "kznews.kazakh"):
            ours = {name for name in reached(module) if within(name, "kznews")}
            assert not [name for name in ours if not within(name, "kznews.kazakh", "kznews.clock")]


def test_no_part_that_counts_as_no_rule_has_a_say_in_how_a_page_is_read() -> None:
    readers = [name for name in trees() if within(name, "kznews.reextract", "kznews.spiders", "kznews.platforms")]
    no_rules = [f"kznews.{name}" for name in NO_RULES]
    assert all(any(within(name, part) for name in trees()) for part in no_rules)
    assert not [(module, name) for module in readers for name in reached(module) if within(name, *no_rules)]


def test_nobody_imports_the_spiders_but_the_commands() -> None:
    allowed = ("kznews.spiders", "kznews.commands", "kznews.spiderloader")
    assert not [module for module in trees() if not within(module, *allowed) and within_any(imports(module), "kznews.spiders")]


def within_any(names: frozenset[str], *packages: str) -> bool:
    return any(within(name, *packages) for name in names)


def test_only_the_store_speaks_sql() -> None:
    speakers = {module for module in trees() if within_any(imports(module), "sqlalchemy", "sqlite3", "psycopg")}
    assert {module for module in speakers if not within(module, "kznews.store")} == set()
    assert speakers


def test_the_store_knows_nothing_of_the_crawler() -> None:
    for module in trees():
        if within(module, "kznews.store"):
            assert not within_any(reached(module), "scrapy", "twisted", "kznews.spiders", "kznews.pipelines", "kznews.extract")


def reads_a_clock(node: ast.AST) -> bool:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    owner = node.func.value
    name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
    return (name, node.func.attr) in {
        ("datetime", "now"),
        ("datetime", "utcnow"),
        ("datetime", "today"),
        ("date", "today"),
        ("time", "time"),
        ("time", "localtime"),
        ("time", "gmtime"),
    }


def test_only_one_module_reads_the_clock() -> None:
    assert {module for module, tree in trees().items() if any(map(reads_a_clock, ast.walk(tree)))} == {"kznews.clock"}
    assert not [module for module in trees() if "time" in imports(module) and module != "kznews.clock"]


def test_nothing_turns_data_into_code() -> None:
    for module, tree in trees().items():
        called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
        assert not called & {"eval", "exec", "__import__"}, module
        assert not within_any(imports(module), *NO_CODE_FROM_DATA, "subprocess"), module


def test_no_module_imports_itself_through_others() -> None:
    """Modules that import each other work only in one order of imports."""

    def ring(module: str, path: tuple[str, ...]) -> tuple[str, ...]:
        if module in path:
            return (*path[path.index(module) :], module)
        if module in done:
            return ()
        found = (ring(name, (*path, module)) for name in sorted(imports(module, lazy=False)) if name in trees())
        first = next((one for one in found if one), ())
        done.add(module)
        return first

    done: set[str] = set()
    assert [one for module in trees() if (one := ring(module, ()))] == []


def test_a_run_listens_to_nobody() -> None:
    settings = get_project_settings()
    assert not settings.getbool("TELNETCONSOLE_ENABLED")
    assert not settings.getbool("REMOTE_CONTROL_ENABLED")
    assert settings["EXTENSIONS"]["scrapy.extensions.telnet.TelnetConsole"] is None


def test_only_http_leaves() -> None:
    handlers = get_project_settings()["DOWNLOAD_HANDLERS"]
    assert {name for name, handler in handlers.items() if handler is None} == {"ftp", "s3", "file", "data"}


def test_a_run_is_polite_unless_somebody_says_otherwise() -> None:
    settings = get_project_settings()
    assert settings.getbool("ROBOTSTXT_OBEY")
    assert settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1
    assert settings.getfloat("DOWNLOAD_DELAY") >= 2
    assert settings.getint("DOWNLOAD_TIMEOUT") <= 30
    assert settings.getint("DOWNLOAD_MAXSIZE") <= 64 * 2**20


def test_the_checks_of_this_file_see_an_offence() -> None:
    offence = ast.parse("import time\nfrom datetime import datetime, date\ndatetime.now()\ndate.today()\ntime.time()\n")
    assert sum(map(reads_a_clock, ast.walk(offence))) == 3
    assert "kznews.store" in {name for name in reached("kznews.spiders.base") if name in trees()}
    assert within_any(reached("kznews.spiders.base"), "scrapy")
