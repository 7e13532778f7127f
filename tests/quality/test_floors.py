"""Floors of quality are kept with their corpus, and fall only with a reason."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kznews.quality.floors import Floors, FloorsError, checksum_of, pin
from kznews.quality.score import score
from tests.support.cases import DECLARED, PORTALS, ROOT, cases

if TYPE_CHECKING:
    from pathlib import Path

FIGURES = {"layouts": {"title": 1.0, "body_f1": 0.99}, "general": {"title": 0.97}}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    pin(tmp_path / "quality.json", FIGURES, cases=3, checksum="a")
    return tmp_path / "quality.json"


def test_the_project_is_read_as_well_as_its_floors_say() -> None:
    figures = {way: score(cases(), DECLARED, layouts=way == "layouts").rates for way in ("layouts", "general")}
    floors = Floors.load(ROOT / "fixtures" / "quality.json")
    assert list(floors.faults(figures, checksum_of(PORTALS))) == []
    assert floors.cases == len(cases())


def test_the_floors_are_what_the_project_promises() -> None:
    figures = Floors.load(ROOT / "fixtures" / "quality.json").figures
    assert figures["layouts"]["body_f1"] >= 0.99
    assert figures["general"]["body_f1"] >= 0.95
    assert min(figures["layouts"][name] for name in ("title", "published_at")) >= 0.99
    assert min(figures["general"][name] for name in ("title", "published_at")) >= 0.95
    assert figures["layouts"]["exchange_rates"] == figures["layouts"]["weather"] == 1


def test_a_figure_under_its_floor_is_named_with_both(place: Path) -> None:
    worse = {"layouts": {"title": 0.98, "body_f1": 0.995}, "general": {"title": 0.97}}
    [fault] = Floors.load(place).faults(worse, "a")
    assert "title (layouts)" in fault
    assert "0.9800" in fault
    assert "1.0000" in fault


def test_a_figure_that_is_gone_is_under_its_floor(place: Path) -> None:
    assert len(list(Floors.load(place).faults({"layouts": FIGURES["layouts"]}, "a"))) == 1


def test_another_corpus_is_noticed(place: Path) -> None:
    [fault] = Floors.load(place).faults(FIGURES, "b")
    assert "--pin" in fault


def test_a_floor_rises_by_pinning_and_falls_only_with_a_reason(place: Path) -> None:
    higher = {"layouts": {"title": 1.0, "body_f1": 1.0}, "general": {"title": 0.99}}
    pin(place, higher, cases=4, checksum="b")
    before = place.read_bytes()
    with pytest.raises(FloorsError, match=r"body_f1 \(layouts\), title \(general\) would fall"):
        pin(place, FIGURES, cases=4, checksum="b")
    with pytest.raises(FloorsError, match="say why"):
        pin(place, FIGURES, cases=4, checksum="b", why="  ")
    assert place.read_bytes() == before
    floors = pin(place, FIGURES, cases=4, checksum="b", why="two pages were read too kindly")
    assert [(entry["floor"], entry["from"], entry["to"]) for entry in floors.lowered] == [
        ("body_f1 (layouts)", 1.0, 0.99),
        ("title (general)", 0.99, 0.97),
    ]
    assert Floors.load(place) == floors


@pytest.mark.parametrize("said", ["", "{", "[]", '{"cases": 1}', '{"cases": 1, "checksum": "", "figures": {}, "more": 1}'])
def test_floors_that_cannot_be_read_are_one_line(tmp_path: Path, said: str) -> None:
    tmp_path.joinpath("quality.json").write_text(said)
    with pytest.raises(FloorsError) as raised:
        Floors.load(tmp_path / "quality.json")
    assert "\n" not in str(raised.value)


def test_every_change_of_a_saved_page_changes_the_checksum(tmp_path: Path) -> None:
    saved = tmp_path / "portals"
    shutil.copytree(PORTALS / "stan", saved / "stan")
    page = next(saved.rglob("page.html"))
    seen = {checksum_of(saved)}
    page.write_bytes(page.read_bytes() + b" ")
    seen.add(checksum_of(saved))
    page.rename(page.with_name("page.htm"))
    seen.add(checksum_of(saved))
    assert len(seen) == 3
