"""Headlines of three to ten words in twelve ways of writing, written down before the code was asked (cases/language*.tsv).

So short a line is at times good Kazakh and good Karakalpak ("Қоңыратта газ табылды"), so the bounds are on the sets.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from kznews.kazakh.language import detect, detect_field
from tests.kazakh.cases import rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from kznews.kazakh.language import LanguageReading

CASES = [*rows("language"), *rows("language-2")]
KAZAKH = [text for kind, text in CASES if kind.startswith("kk")]
OTHERS = [(kind, text) for kind, text in CASES if not kind.startswith("kk")]


def test_the_sets_are_whole() -> None:
    assert len(KAZAKH) >= 120
    assert len(OTHERS) >= 370
    assert len({kind for kind, _ in OTHERS}) == 10


def test_kazakh_headlines_in_three_scripts_are_kazakh() -> None:
    assert sum(detect(text).language == "kk" for text in KAZAKH) >= 0.98 * len(KAZAKH)
    titles = [detect_field(text).language for text in KAZAKH]
    assert titles.count("kk") >= 0.94 * len(titles)
    assert set(titles) <= {"kk", "und"}  # in doubt, but never another


@pytest.mark.parametrize(("ask", "most"), [(detect, 0.025), (detect_field, 0.012)])
def test_headlines_of_neighbours_are_not(ask: Callable[[str], LanguageReading], most: float) -> None:
    called = Counter(kind for kind, text in OTHERS if ask(text).language == "kk")
    assert called.total() <= most * len(OTHERS)
    assert all(count <= 1 for kind, count in called.items() if kind != "kaa")
