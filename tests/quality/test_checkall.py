"""checkall as a contributor meets it, in a copy of the project that has one portal."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from kznews.running import Exit
from tests.support.cases import SPIDERS, load
from tests.support.crawls import SCRAPY, TIMEOUT, environment
from tests.support.projects import copy_of_project, run_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.crawls import Ended

CASE = "fixtures/portals/stan/list-and-quote"


SLOW_SCORE = """
import sys, threading, time
from pathlib import Path

def slowed():
    while "kznews.commands.checkall" not in sys.modules or not hasattr(sys.modules["kznews.commands.checkall"], "Command"):
        time.sleep(0.01)

    def score(*_, **__):
        Path("scoring").touch()
        time.sleep(60)

    sys.modules["kznews.commands.checkall"].score = score

threading.Thread(target=slowed, daemon=True).start()
"""
"""Measuring the quality takes a minute, and says when it begins."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copy = copy_of_project(tmp_path / "project")
    for name in SPIDERS.keys() - {"stan", "any"}:
        copy.joinpath("kznews", "spiders", f"{name}.py").unlink()
    return copy


def checkall(project: Path, *args: str) -> Ended:
    ended = run_in(project, "checkall", *args)
    assert "Traceback" not in ended.err, ended.err
    return ended


def test_floors_are_pinned_for_what_is_in_order_and_not_while_there_are_faults(project: Path) -> None:
    pinned = checkall(project, "--pin")
    assert (pinned.code, pinned.out, pinned.lines[-1]) == (Exit.FINE, "", "1 portal is in order")
    floors = project.joinpath("fixtures", "quality.json")
    before = floors.read_bytes()
    meta = project / CASE / "meta.json"
    meta.write_text(json.dumps(load(meta) | {"reviewed": False}), encoding="utf-8")
    refused = checkall(project, "--pin")
    assert refused.code == Exit.UNHEALTHY
    assert refused.lines[-2:] == ["the floors are not pinned while there are faults", "1 fault"]
    assert "nobody has looked" in refused.out
    assert floors.read_bytes() == before


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("args", [(), ("--pin",)], ids=" ".join)
def test_one_that_is_asked_to_stop_ends_in_order_and_pins_nothing(project: Path, args: tuple[str, ...], by: int) -> None:
    asked = project / "asked"
    asked.mkdir()
    asked.joinpath("sitecustomize.py").write_text(SLOW_SCORE, encoding="utf-8")
    env = {**environment(project / "kznews.db"), "PYTHONPATH": str(asked)}
    checking = subprocess.Popen(
        [*SCRAPY, "checkall", *args], cwd=project, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    try:
        end = time.monotonic() + TIMEOUT
        while not project.joinpath("scoring").exists() and checking.poll() is None and time.monotonic() < end:
            time.sleep(0.02)
        checking.send_signal(by)
        out, said = checking.communicate(timeout=TIMEOUT)
    finally:
        checking.kill()
    assert (checking.returncode, out) == (Exit.FINE, ""), said
    assert said.splitlines() == ["kznews: stopped before it was done; nothing was left half written"]
    assert not project.joinpath("fixtures", "quality.json").exists()


@pytest.mark.parametrize("args", [(), ("--pin",)], ids=" ".join)
def test_a_file_that_is_no_json_is_one_line(project: Path, args: tuple[str, ...]) -> None:
    project.joinpath(CASE, "expected.json").write_text("{")
    ended = checkall(project, *args)
    assert (ended.code, ended.lines[-1]) == (Exit.UNHEALTHY, "1 fault")
    assert ended.out.startswith("stan: list-and-quote: cannot be read: list-and-quote/expected.json is no JSON: ")
    assert ended.out.count("\n") == 1
    assert not project.joinpath("fixtures", "quality.json").exists()


@pytest.mark.parametrize(
    ("file", "said", "fault"),
    [
        ("_sources/SOURCE/links.json", "null", "/links.json holds no object of names and values"),
        ("_sources/SOURCE/links.json", '{"articles": ["foo"], "never": []}', "links.json names what is no address: 'foo'"),
        ("_sources/SOURCE/links.json", '{"articles": null, "never": []}', "links.json names what is no address: None"),
        ("list-and-quote/expected.json", '"x"', "list-and-quote/expected.json holds no object of names and values"),
        ("REFUSED/refused.json", '{"reason": "soft404"}', "expected soft404, which is no reason; did you mean soft_404?"),
    ],
)
def test_a_file_of_another_form_is_one_line_in_plain_words(project: Path, file: str, said: str, fault: str) -> None:
    saved = project / "fixtures" / "portals" / "stan"
    source = min(path.name for path in saved.glob("_sources/*/") if path.joinpath("links.json").exists())
    refused = min(path.parent.name for path in saved.glob("*/refused.json"))
    saved.joinpath(file.replace("SOURCE", source).replace("REFUSED", refused)).write_text(said, encoding="utf-8")
    ended = checkall(project, "stan")
    assert (ended.code, ended.lines) == (Exit.UNHEALTHY, ["1 fault"])
    assert fault in ended.out


def test_cases_without_a_portal_file_are_checked_as_well(project: Path) -> None:
    saved = project / "fixtures" / "portals"
    shutil.copytree(project / CASE, saved / "any" / "undeclared")
    saved.joinpath("any", "undeclared", "expected.json").write_text("{")
    shutil.copytree(project / CASE, saved / "stann" / "lost")
    ended = checkall(project)
    assert (ended.code, ended.lines[-1]) == (Exit.UNHEALTHY, "2 faults")
    assert "any: undeclared: cannot be read: undeclared/expected.json is no JSON" in ended.out
    assert "stann: saved pages of a portal that no file declares" in ended.out


def test_a_file_whose_portal_has_another_name_is_found_by_the_name_of_the_file(project: Path) -> None:
    file = project / "kznews" / "spiders" / "stan.py"
    file.write_text(file.read_text(encoding="utf-8").replace('name = "stan"', 'name = "sta"'), encoding="utf-8")
    ended = checkall(project, "stan")
    assert ended.code == Exit.USAGE
    assert "kznews/spiders/stan.py declares the portal 'sta'; file and portal have one name" in ended.err
