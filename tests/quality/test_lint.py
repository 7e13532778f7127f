"""The project's own checks find what they are for: each fault is put into a portal that was in order."""

from __future__ import annotations

import inspect
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kznews.portal import Layout
from kznews.quality.lint import PortalFile, check, dead_selectors
from tests.support.cases import PORTALS, SPIDERS, load

if TYPE_CHECKING:
    from collections.abc import Callable

STAN = SPIDERS["stan"]
CASE = "list-and-quote"
NAMES = [name for name in SPIDERS if name != "any"]


def portal_file(name: str) -> PortalFile:
    return PortalFile(SPIDERS[name].declared, Path(inspect.getfile(SPIDERS[name])), PORTALS)


@pytest.mark.parametrize("name", NAMES)
def test_every_portal_is_in_order(name: str) -> None:
    assert list(check(portal_file(name))) == []


def test_every_selector_finds_something() -> None:
    assert list(dead_selectors(map(portal_file, NAMES))) == []


def rewrite(path: Path, change: Callable[[dict], object]) -> None:
    value = load(path)
    change(value)
    path.write_text(json.dumps(value), encoding="utf-8")


def renamed(one: PortalFile) -> PortalFile:
    return replace(one, file=one.file.rename(one.file.with_name("s.py")))


def edit(old: str, new: str) -> Callable[[PortalFile], None]:
    return lambda one: one.file.write_text(one.file.read_text().replace(old, new, 1)) and None


def declared(**values: object) -> Callable[[PortalFile], PortalFile]:
    return lambda one: replace(one, portal=replace(one.portal, **values))


def meta(change: Callable[[dict], object]) -> Callable[[PortalFile], None]:
    return lambda one: rewrite(one.saved / "stan" / CASE / "meta.json", change)


def expected(change: Callable[[dict], object]) -> Callable[[PortalFile], None]:
    return lambda one: rewrite(one.saved / "stan" / CASE / "expected.json", change)


def source(one: PortalFile) -> Path:
    return next(one.saved.glob("stan/_sources/*/links.json"))


def links(change: Callable[[dict], object]) -> Callable[[PortalFile], None]:
    return lambda one: rewrite(source(one), change)


def source_meta(change: Callable[[dict], object]) -> Callable[[PortalFile], None]:
    return lambda one: rewrite(source(one).with_name("meta.json"), change)


def remove(what: str) -> Callable[[PortalFile], None]:
    return lambda one: [shutil.rmtree(path) for path in one.saved.glob(what)] and None


UNSEEN = Layout(name="unseen", marker=".nowhere")
FAULTS: dict[str, tuple[Callable[[PortalFile], PortalFile | None], str]] = {
    "another file name": (renamed, "its file is s.py"),
    "no header": (lambda one: one.file.write_text("X = 1\n") and None, "no header"),
    "too long": (lambda one: one.file.write_text(one.file.read_text() + "\n" * 80) and None, "lines"),
    "class without docstring": (edit('    """Articles', "    #"), "docstring"),
    "no sources": (declared(sources=()), "no sources"),
    "no examples": (declared(example_urls=()), "no example_urls"),
    "a contradiction": (declared(articles=(r"^/x$",)), "articles"),
    "few cases": (remove("stan/[l-z]*"), "saved pages; at least 4"),
    "a case without meta.json": (lambda one: one.saved.joinpath("stan", "x").mkdir() or None, "stan: x has no meta.json"),
    "no why": (meta(lambda said: said.pop("why")), "does not say why"),
    "an empty why": (meta(lambda said: said.update(why=" ")), "says nothing in why"),
    "a source page without why": (source_meta(lambda said: said.update(why="")), "meta.json says nothing in why"),
    "a source page that is not reviewed": (
        source_meta(lambda said: said.update(reviewed=False)),
        "correct links.json, then take",
    ),
    "a source page without address": (source_meta(lambda said: said.pop("url")), "meta.json does not say url"),
    "a refusal without reason": (
        lambda one: one.saved.joinpath("stan", CASE, "expected.json").rename(one.saved / "stan" / CASE / "refused.json") and None,
        "cannot be read: it does not say 'reason'",
    ),
    "neither reviewed nor a why": (
        meta(lambda said: said.update(reviewed=False, why="")),
        "correct expected.json, say in meta.json why, then take",
    ),
    "not reviewed": (meta(lambda said: said.update(reviewed=False)), "nobody has looked"),
    "a wrong title": (expected(lambda said: said.update(title="Басқа")), "title: expected 'Басқа'"),
    "a field that no item has": (expected(lambda said: said.update(mood="good")), "there is no field 'mood'"),
    "a verdict that is no JSON": (
        lambda one: one.saved.joinpath("stan", CASE, "expected.json").write_text("{") and None,
        f"cannot be read: {CASE}/expected.json is no JSON",
    ),
    "a misspelt field": (
        expected(lambda said: said.update(secton=said.pop("section"))),
        "there is no field 'secton'; did you mean 'section'?",
    ),
    "two verdicts": (
        lambda one: one.saved.joinpath("stan", CASE, "refused.json").write_text('{"reason": "login"}') and None,
        "either expected.json or refused.json",
    ),
    "no page": (lambda one: one.saved.joinpath("stan", CASE, "page.html").unlink(), "cannot be read"),
    "a layout without a page": (declared(layouts=(*STAN.declared.layouts, UNSEEN)), "unseen"),
    "a dead selector": (declared(layouts=(replace(STAN.declared.layouts[0], views=".nowhere"),)), "views finds nothing"),
    "no source page": (remove("stan/_sources"), "no saved source page"),
    "a second source page without links": (
        lambda one: one.saved.joinpath("stan", "_sources", "x").mkdir() or None,
        "stan: _sources/x has no links.json",
    ),
    "the only source page without links": (lambda one: source(one).unlink() or None, " has no links.json"),
    "links that are no JSON": (lambda one: source(one).write_text("{") and None, "cannot be read"),
    "links that are a list": (lambda one: source(one).write_text("[1]") and None, "cannot be read"),
    "links without never": (links(lambda said: said.pop("never")), "links.json does not say never"),
    "links that forbid nothing": (links(lambda said: said.update(never=[])), "names no address that must never be found"),
    "other links": (links(lambda said: said["articles"].pop()), "other addresses"),
    "a link that must never be": (links(lambda said: said["never"].append(said["articles"][0])), "other addresses"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named(tmp_path: Path, fault: str) -> None:
    shutil.copytree(PORTALS / "stan", tmp_path / "stan")
    file = Path(shutil.copy(inspect.getfile(STAN), tmp_path))
    one = PortalFile(STAN.declared, file, tmp_path)
    break_it, words = FAULTS[fault]
    one = break_it(one) or one
    found = [*check(one), *dead_selectors([one])]
    assert [line for line in found if words in line], found
    assert all(line.startswith("stan: ") and "\n" not in line for line in found)


@pytest.mark.parametrize("name", ["url", "fetched_at"])
def test_what_meta_json_does_not_say_is_said_once(tmp_path: Path, name: str) -> None:
    shutil.copytree(PORTALS / "stan", tmp_path / "stan")
    one = replace(portal_file("stan"), saved=tmp_path)
    meta(lambda said: said.pop(name))(one)
    assert list(check(one)) == [f"stan: {CASE}: meta.json does not say {name}"]
