"""Mixed-script words are repaired towards the script that has more letters of its own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kznews.kazakh.letters import CYRILLIC_TO_LATIN, LATIN_TO_CYRILLIC, repair_mixed
from tests.support.growth import grows_linearly
from tests.support.shared import shared_json


@pytest.mark.parametrize(
    ("written", "repaired"),
    [
        ("Қазiргi", "Қазіргі"),
        ("Aуылдағы", "Ауылдағы"),
        ("Cемей22", "Семей22"),
        ("сəуір", "сәуір"),
        ("жаhан", "жаһан"),
        ("тeлeбaйқaулaрдың", "телебайқаулардың"),
        ("Qаzаqstаn", "Qazaqstan"),
        ("MTК", "МТК"),
    ],
)
def test_a_mixed_word_is_repaired(written: str, repaired: str):
    assert repair_mixed(written) == repaired


@pytest.mark.parametrize(
    "clean", ["Қазақстан Республикасы", "Qazaqstan Respýblıkasy", "قازاقستان", "", "Windows жүйесі", "A-дан Я-ға"]
)
def test_words_of_one_script_are_left_alone(clean: str):
    assert repair_mixed(clean) == clean


def test_letters_without_a_twin_stay_in_a_glued_word():
    assert repair_mixed("ЖаңалықтарTwitter") == "ЖаңалықтарТwіttеr"


def test_the_table_is_the_measured_one():
    assert shared_json("letter-repair.json")["lookalikes_latin_to_cyrillic"] == dict(LATIN_TO_CYRILLIC)
    assert all(LATIN_TO_CYRILLIC[latin] == cyrillic for cyrillic, latin in CYRILLIC_TO_LATIN.items())


@settings(max_examples=1000, deadline=None)
@given(st.text(st.one_of(st.characters(), st.sampled_from("aеoсpзқqzstіi ɘəәBВ'"))))
def test_repair_never_raises_keeps_the_length_and_is_idempotent(text: str):
    repaired = repair_mixed(text)
    assert len(repaired) == len(text)
    assert repair_mixed(repaired) == repaired


@pytest.mark.parametrize("unit", ["aа", "a ", "ж", "aж ", "a\u0301", "\ud800"])
def test_repair_takes_time_in_proportion_to_the_text(unit: str):
    assert grows_linearly(repair_mixed, unit, "жq")
