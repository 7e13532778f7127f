"""Stored text: what may stand in it, and that the wording stays."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kznews.kazakh.text import clean, one_line, paragraph, paragraphs, single_spaced
from tests.support.growth import grows_linearly

TEXTS = st.text(
    st.one_of(
        st.characters(),
        st.characters(codec=None, categories=["Cs", "Cc", "Cf", "Mn", "Zs", "Zl", "Zp", "Cn"]),
        st.sampled_from("аәйё \u0344\u0301\u0316\u1100\u1161\u0958\U0001d15e\U000e0041\r\n"),
    ),
)


@pytest.mark.parametrize(
    ("shown", "stored"),
    [
        ("бас\u00adты\u200b бет\ufeff", "басты бет"),
        ("5\u00a0000\u202fтеңге\u2009да", "5 000 теңге да"),
        ("бірінші\u2028екінші\u2029үшінші\r\nтөртінші\rбесінші", "бірінші\nекінші\nүшінші\nтөртінші\nбесінші"),
        ("\u202eтеріс\u202c \u2066оң\u2069 \u200fсол\u061c", "теріс оң сол"),
        ("көлі\x00к\x07 \x9fжолы", "көлік жолы"),
        ("жол\tкесте\n\nабзац", "жол\tкесте\n\nабзац"),
        ("и\u0306ие", "йие"),
        ("\ud83d\ude00 күлкі \ud83d", "😀 күлкі "),
        ("№ 5, ½ литр, +35 ℃", "№ 5, ½ литр, +35 ℃"),
        ("О\u0301skemen", "О\u0301skemen"),
        ("соңы\ufffe\ufdd0", "соңы"),
    ],
)
def test_only_the_invisible_goes(shown: str, stored: str):
    assert clean(shown) == stored


def test_clean_text_comes_back_as_the_same_object():
    text = "Бүгін Алматыда «жаңа» мектеп ашылды – оған мың бала барады.\nЕкінші жол."
    assert clean(text) is text


def test_one_line_has_single_spaces_and_none_outside():
    assert one_line(" \u00a0Басты\n\n\t бет \u2028 қоғам ") == "Басты бет қоғам"
    assert one_line(" \u200b ") == ""


@settings(max_examples=2_000, deadline=None)
@given(TEXTS)
def test_nothing_forbidden_remains_and_cleaning_twice_changes_nothing(text: str):
    stored = clean(text)
    assert clean(stored) == stored
    assert unicodedata.is_normalized("NFC", stored)
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufffe\uffff]", stored
    )
    line = one_line(text)
    assert one_line(line) == line
    assert "\n" not in line


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_single_spaces_are_those_of_its_words(text: str):
    assert single_spaced(text) == " ".join(text.split())


MARKED = "и" + "\u0301" * 40
MARKS = st.sampled_from(["и\u0306", "\u0316\u0301", "\u034f", MARKED, "–" * 40, "й", " ", "«Ақ жол»", "\u0301", "\n"])


@settings(max_examples=500, deadline=None)
@given(st.lists(st.lists(MARKS, max_size=8).map("".join), max_size=4))
def test_printable_texts_are_the_same_paragraphs_looked_at_together_and_one_by_one(texts: list[str]):
    lines = ("\n".join(filter(None, map(single_spaced, text.split("\n")))) for text in texts)
    printable = [text for text in lines if text]
    assert paragraphs(printable, printable=True) == paragraphs(printable) == list(filter(None, map(paragraph, printable)))


def test_paragraphs_have_lines_and_none_is_empty():
    assert paragraphs([" бірінші  жол\r\n\n екінші\u00a0жол", "\u200b ", "соңы"]) == ["бірінші жол\nекінші жол", "соңы"]


@settings(max_examples=500, deadline=None)
@given(st.text(st.sampled_from("абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюяАӘҚ .,!«»–№0123456789abcABCáǵńóúýäöüıقازاقستان")))
def test_words_are_never_changed(text: str):
    assert clean(text) == text


@pytest.mark.parametrize(
    "unit", ["\u0301\u0316", "\u0344", "\u200b", "\ud83d", "\r", "а\u0301", "\u00a0", "\u0316" * 31 + "б", "«»"]
)
def test_time_grows_with_the_length_only(unit: str):
    assert grows_linearly(clean, unit)
    assert grows_linearly(one_line, unit)
