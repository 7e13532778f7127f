"""The script of a text by its letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kznews.kazakh.script import count_letters, script_of
from tests.support.growth import grows_linearly


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Жаңа мектеп ашылды", "Cyrl"),
        ("Jańa mektep ashyldy", "Latn"),
        ("جاڭا مەكتەپ اشىلدى", "Arab"),
        ("", "Zyyy"),
        ("24.11.2025, 19:46 +35°", "Zyyy"),
        ("Facebook желісінде жазды", "Cyrl"),
        ("Ómir, Өмі", "Latn"),
        ("新华网 哈萨克文", "Zyyy"),
        ("qaz қаз", "Cyrl"),
    ],
)
def test_most_letters_decide(text: str, script: str):
    assert script_of(text) == script


def test_letters_are_counted_by_script():
    assert count_letters("Қала 2 Qa قا") == (4, 2, 2, 0)


@given(st.text())
def test_every_text_has_one_of_four_answers(text: str):
    assert script_of(text) in {"Cyrl", "Latn", "Arab", "Zyyy"}


@pytest.mark.parametrize("unit", ["ж", "ж ", "aж", "ق1", "汉"])
def test_time_grows_with_the_length_only(unit: str):
    assert grows_linearly(script_of, unit)
