"""The skeleton: every alphabet gives the same key, and nothing breaks it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kznews.kazakh.fold import FOLD_VERSION, fold, fold_lines
from tests.support.growth import grows_linearly
from tests.support.shared import shared_json
from tests.support.transliterate import ALPHABETS, old_font, transliterate

SENTENCES = (
    "Бүгін Астанада жаңа мектеп пен ауруханалар ашылды, деп хабарлайды басшылық.",
    "Қарағандыда өткен жиында әкім халыққа есеп берді және ұсыныстарды тыңдады.",
    "Щучинск пен Көкшетау арасындағы тасжол жөндеуден кейін ашылатын болды.",
    "Цифрландыру вице-министрі университет ғалымдарымен кездесіп, жобаны талқылады.",
    "Жаһан шаруашылығы туралы ғылыми-зерттеу институтының директоры сұхбат берді.",
    "Чемпионатта қазақ боксшылары жеті алтын медаль жеңіп алып, мәресіне жетті.",
    "Киіз үйдің ішіндегі көрме үш айға созылып, оған мыңнан астам адам қатысты.",
    "Аяқтағы жарақатқа қарамастан, ол юбилейлік жарысқа қатысып, үздіктер қатарына енді.",
)

# Whatever scripts, marks and accidents a page can hold, thick with the letters that the rules are about.
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("сshkgngtщшчдж'’iаяюıýyeouчcwqşçńñgй\u0301\u00ad\u0654 أةئىءИİI")))


@pytest.mark.parametrize("alphabet", list(ALPHABETS))
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_has_one_skeleton_in_every_alphabet(sentence: str, alphabet: str):
    assert fold(transliterate(sentence, alphabet)) == fold(sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_old_arabic_font_folds_like_the_modern_letters(sentence: str):
    assert fold(old_font(transliterate(sentence, "arabic"))) == fold(sentence)


@pytest.mark.parametrize("alphabet", ["latin 2017", "latin 2018", "latin 2021", "qazaqparat", "arabic"])
def test_words_of_real_sentences_agree_in_at_least_999_of_1000(alphabet: str):
    words = Counter(re.findall(r"[^\W\d_]+", " ".join(shared_json("sentences.json")["kk_nerd"]).lower()))
    lost = sum(count for word, count in words.items() if fold(transliterate(word, alphabet)) != fold(word))
    assert lost <= sum(words.values()) / 1000


def test_every_form_of_the_month_table_has_the_skeleton_it_states():
    for month in shared_json("months.json")["months"]:
        forms = [month[key] for key in month if key.startswith("latin")] + [month["arabic"], month["cyrillic"]["nominative"]]
        assert {fold(form) for form in forms} == {month["skeleton"]}
        assert [fold(variant["text"]) for variant in month["accept_variants"]] == [
            v["skeleton"] for v in month["accept_variants"]
        ]


@pytest.mark.parametrize(
    ("text", "skeleton"),
    [
        ("Қазақстан", "kazakstan"),
        ("QAZAQSTAN", "kazakstan"),
        ("Qazaqstan", "kazakstan"),
        ("قازاقستان", "kazakstan"),
        ("шілде", "şilde"),
        ("S'ilde", "şilde"),
        ("жаңа", "jana"),
        ("janga", "jana"),
        ("ауа райының", "aua rainin"),
        ("комиссия", "komisa"),
        ("komısııa", "komisa"),
        ("İstanbul", "istanbul"),
        ("ќаѕтар", "kantar"),
        ("22:00, 14.11.2011", "22:00, 14.11.2011"),
        ("٢١ ۱۹", "21 19"),
        ("«А» – Б…", '"a" - b…'),
        ("1\u00a0000", "1 000"),
        ("со\u00adл", "sol"),
        ("О\u0301skemen", "oskemen"),
        ("", ""),
        ("日本 ☃", "日本 ☃"),
    ],
)
def test_known_words_fold_to_known_skeletons(text: str, skeleton: str):
    assert fold(text) == skeleton


def test_digits_are_never_collapsed():
    assert fold("1122 000 11.11") == "1122 000 11.11"


def test_lookalike_letters_are_repaired_before_folding():
    assert fold("Қазiргi Aуыл Cемей сəуір Bалюта") == fold("Қазіргі Ауыл Семей сәуір Валюта")


def test_upper_case_folds_like_lower_case():
    for sentence in SENTENCES:
        assert fold(sentence.upper()) == fold(sentence)


def test_decomposed_letters_fold_like_composed_ones():
    for sentence in (*SENTENCES, transliterate(SENTENCES[1], "latin 2018")):
        assert fold(unicodedata.normalize("NFD", sentence)) == fold(sentence)


@pytest.mark.parametrize("rare", ["☃", "\ud800", "ϵ", "\U0001f600"])
def test_a_rare_character_changes_nothing_but_itself(rare: str):
    for sentence in (*SENTENCES, *(transliterate(SENTENCES[0], alphabet) for alphabet in ALPHABETS)):
        assert fold(sentence + " " + rare) == fold(sentence) + " " + rare


@settings(max_examples=2000, deadline=None)
@given(TEXTS)
def test_fold_never_raises_and_is_idempotent(text: str):
    assert fold(fold(text)) == fold(text)


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_a_fold_holds_no_letter_that_another_fold_would_change(text: str):
    assert not re.search("[cqwxyа-яәғқңөұүһі'’]", fold(text))


@pytest.mark.parametrize(
    "unit",
    [
        "h",
        "k",
        "kh",
        "g",
        "gh ",
        "s",
        "sh",
        "ts",
        "a'",
        "нг",
        "і",
        "iа",
        "aа",
        "a\u0301",
        "ё",
        "ء",
        "x ",
        "tş",
        "wc",
        "İ",
        "[",
        "\ud800",
    ],
)
def test_fold_takes_time_in_proportion_to_the_text(unit: str):
    assert grows_linearly(fold, unit, " kh gh sh ч' қa")


def test_results_depend_on_no_locale_zone_or_hash_seed():
    code = (
        "from datetime import datetime\nfrom kznews.kazakh import fold, dates, cities, currency\n"
        "now = datetime.fromisoformat('2025-11-22T12:00:00+05:00')\n"
        "print(ascii(fold('Сәуір İI komısııa')), ascii(dates.find_dates('кеше 10:15, 29 ақпан 2024 23:30', now=now)),\n"
        "      ascii(cities.cities_in('Ақтөбе мен Semey')), ascii(currency.find_all('100 иен $5 АҚШ доллары')))"
    )
    outputs = set()
    for place in (("C", "UTC", "0"), ("tr_TR.UTF-8", "Asia/Tokyo", "1"), ("C.UTF-8", "America/New_York", "4242")):
        settings_of = dict(zip(("LC_ALL", "TZ", "PYTHONHASHSEED"), place, strict=True))
        done = subprocess.run([sys.executable, "-c", code], env=os.environ | settings_of, capture_output=True, check=True)
        outputs.add(done.stdout)
    assert len(outputs) == 1


def test_no_cyrillic_and_no_kazakh_arabic_letter_survives():
    letters = [chr(code) for code in range(0x400, 0x530) if chr(code).isalpha()] + list("ابپتجچحدرزسشعفقكگلمنوۆۇۋىيەھڭ")
    assert [letter for letter in letters if not fold(letter).isascii() and fold(letter) not in {"ç", "ş"}] == []


def test_every_single_character_folds_to_a_fixed_point():
    codes = (*range(0x3100), *range(0xF900, 0x10000))
    assert [hex(code) for code in codes if fold(fold(chr(code))) != fold(chr(code))] == []


LINES = st.lists(
    st.text(st.characters(exclude_characters="\n")) | st.text("أئذىا\u0654сшchSHӘ'n gi \u0301ΣÇ", max_size=12), max_size=5
)


@given(LINES)
@settings(max_examples=300)
def test_lines_that_are_folded_together_fold_as_each_alone(lines: list[str]):
    assert fold_lines(lines) == [fold(line) for line in lines]


def test_one_line_in_an_old_font_says_nothing_of_the_others():
    lines = ["أئذ", "أ"]
    assert fold_lines(lines) == [fold(line) for line in lines]
    assert fold_lines(lines) != fold("\n".join(lines)).split("\n")


def test_the_version_is_a_number():
    assert FOLD_VERSION >= 1
