"""Other scripts for readers: right where letters suffice, and as accurate as docs/kazakh.md says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kznews.kazakh.fold import fold
from kznews.kazakh.translit import from_latin_2018, to_arabic, to_latin_2021
from tests.support.growth import grows_linearly
from tests.support.shared import shared_json
from tests.support.transliterate import transliterate

WAYS = (to_latin_2021, to_arabic, from_latin_2018)


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Үкімет үйіндегі жиын", "Ükımet üiındegı jiyn"),
        ("ШЫҒЫС ҚАЗАҚСТАН", "ŞYĞYS QAZAQSTAN"),
        ("Өскемен, Іле, Ислам", "Öskemen, Ile, İslam"),
        ("Цирк пен ұшақ – 5 айда", "Tsirk pen ūşaq – 5 aida"),
    ],
)
def test_the_latin_of_2021(cyrillic: str, latin: str):
    assert to_latin_2021(cyrillic) == latin


@pytest.mark.parametrize(
    ("cyrillic", "arabic"),
    [
        ("бала", "بالا"),
        ("әлем, өмір", "الەم، ءومىر"),
        ("үйге", "ۇيگە"),
        ("тілі", "ءتىلى"),
        ("Қытай комиссиясы?", "قىتاي كوميسسياسى؟"),
    ],
)
def test_arabic_script_with_its_hamza(cyrillic: str, arabic: str):
    assert to_arabic(cyrillic) == arabic


def test_text_without_cyrillic_is_left_alone():
    assert to_arabic("Hello, world?") == "Hello, world?"
    assert to_latin_2021("Jańa 2025") == "Jańa 2025"


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Qyzylorda oblysynyń ákimi jınalys ótkizdi", "Қызылорда облысының әкімі жиналыс өткізді"),
        ("Shymkenttegi úı qurylysy", "Шымкенттегі үй құрылысы"),
        ("Konstıtýtsııa jáne partııa", "Конституция және партия"),
        ("Tarıhı-mádenı murany saqtaý", "Тарихи-мәдени мұраны сақтау"),
        ("Iaǵnı ıadro", "Яғни ядро"),
        ("Ekonomıka, elektr, el", "Экономика, электр, ел"),
        ("XXI ǵasyr, IV toqsan", "XXI ғасыр, IV тоқсан"),
        ("Windows pen Facebook", "Windows пен Facebook"),
        ("AQSh", "АҚШ"),
    ],
)
def test_latin_of_2018_back_to_cyrillic(latin: str, cyrillic: str):
    assert from_latin_2018(latin) == cyrillic


def test_decomposed_letters_are_read_too():
    assert from_latin_2018("jan\u0301a a\u0301lem") == "жаңа әлем"


def test_stated_accuracy_holds_on_news_sentences():
    sentences = shared_json("sentences.json")["kk_nerd"][1::10]
    words = [word for sentence in sentences for word in re.findall("[\u0400-\u04ff]+", sentence)]
    back = sum(from_latin_2018(transliterate(word, "latin 2018")) == word.lower() for word in words)
    assert back >= 0.98 * len(words)
    assert all(fold(to_latin_2021(word)) == fold(word) for word in words)
    assert sum(fold(to_arabic(word)) == fold(word) for word in words) >= 0.999 * len(words)


@given(st.text())
def test_no_text_raises(text: str):
    for way in WAYS:
        way(text)


@pytest.mark.parametrize("unit", ["ия", "ıa", "a", "ж ", "sh", "İ", "ts", "\u0301"])
def test_time_grows_with_the_length_only(unit: str):
    for way in WAYS:
        assert grows_linearly(way, unit)


def test_a_mark_after_a_word_composes_with_its_new_last_letter():
    assert from_latin_2018("az\u0308") == "а\u04df"
