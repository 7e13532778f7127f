"""What the quality figures count."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from kznews.quality.score import Score, score, shingles
from tests.support.cases import DECLARED, Case, cases

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Жаркент қаласында түнгі оқу залы ашылды деп хабарлайды кітапхана"


def test_a_text_read_whole_scores_one_and_one_not_read_scores_nothing() -> None:
    whole, nothing = Score(), Score()
    whole.add_text(TEXT, TEXT)
    nothing.add_text(TEXT, "")
    assert (whole.body_f1, nothing.body_f1) == (1, 0)


def test_a_surplus_and_a_gap_cost_alike() -> None:
    longer, shorter = Score(), Score()
    longer.add_text(TEXT, f"{TEXT} оқи отырыңыз тағы жаңалық")
    shorter.add_text(f"{TEXT} оқи отырыңыз тағы жаңалық", TEXT)
    assert longer.body_f1 == shorter.body_f1
    assert 0.5 < longer.body_f1 < 1


def test_shingles_are_runs_of_four_words() -> None:
    assert shingles("бір екі үш төрт бес") == {("бір", "екі", "үш", "төрт"): 1, ("екі", "үш", "төрт", "бес"): 1}
    assert shingles("") == {}


def test_pages_count_alike_however_long_they_are() -> None:
    mixed = Score()
    mixed.add_text(TEXT * 50, TEXT * 50)
    mixed.add_text(TEXT, "")
    assert mixed.body_f1 == pytest.approx(2 / 3)


def test_a_figure_is_cut_and_never_rounded_up() -> None:
    nearly = Score()
    for at in range(100_000):
        nearly.add("case", "title", right=at > 0)
    assert nearly.rates["title"] == 0.9999
    assert nearly.faults == ["case: title"]


def test_rates_that_no_page_shows_are_counted_as_invented(tmp_path: Path) -> None:
    case = next(case for case in cases() if case.expected.get("exchange_rates"))
    assert score([case], DECLARED).invented == 0
    bare = Case(tmp_path / case.name)
    shutil.copytree(case.folder, bare.folder)
    said = json.dumps({**case.expected, "exchange_rates": []})
    bare.folder.joinpath("expected.json").write_text(said, encoding="utf-8")
    assert score([bare], DECLARED).invented == 1
