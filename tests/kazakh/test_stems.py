"""Stems: a question asks for every form of its word, and for no other word."""

from __future__ import annotations

import pytest

from kznews.kazakh.stems import asked_stems, stem, words_of

# Of each word some of its forms, the first without an ending.
FORMS = """
облыс облысы облыстың облысында облысындағы облыстар
аудан ауданы ауданның ауданда ауданнан аудандарында ауданындағы
кеңес кеңесі кеңеске кеңестің кеңесінен
жұмыс жұмысы жұмысқа жұмыстан жұмысымен
маман маманы маманның маманнан мамандар мамандарға
бала баласы баланың балалар балаларына баласынан
көрші көршісі көршінің көршілер көршілеріне
сауда саудасы сауданы саудаға
ауыл ауылы ауылдың ауылдағы ауылдағылардан ауылдарда
Ахметов Ахметовтің Ахметовке Ахметовті Ахметовпен Ахметовтен
Тоқаев Тоқаевтың Тоқаевқа Тоқаевты
клуб клубы клубтың клубқа клубтар
музей музейдің музейді музейге музейлер
дәрігер дәрігері дәрігердің дәрігерлер дәрігерлермен
""".strip().splitlines()


def asked(word: str) -> tuple[str, ...]:
    return asked_stems(*words_of(word))


@pytest.mark.parametrize("forms", FORMS, ids=[line.split()[0] for line in FORMS])
def test_a_word_and_its_forms_find_each_other(forms: str):
    base, *others = forms.split()
    missed = [(base, form) for form in others if stem(*words_of(form)) not in asked(base)]
    missed += [(form, base) for form in others if stem(*words_of(base)) not in asked(form)]
    assert missed == []


def test_a_word_of_two_letters_finds_its_forms():
    forms = (
        "елі",
        "елдің",
        "елді",
        "елде",
        "елге",
        "елдер",
        "елінің",
        "судың",
        "судан",
        "сулар",
        "үйі",
        "үйдің",
        "үйге",
        "аттар",
    )
    assert [form for form in forms if stem(*words_of(form)) not in asked(form[:2])] == []
    assert stem(*words_of("ата")) not in asked("ат")


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("күміс", "құмы"),
        ("кеңес", "кең"),
        ("облыс", "обл"),
        ("аудан", "ау"),
        ("жан", "жаңа"),
        ("қол", "қолданған"),
        ("бала", "балауыз"),
        ("білім", "білді"),
        ("сауда", "сауыт"),
    ],
)
def test_a_word_finds_no_other_that_begins_alike(word: str, other: str):
    assert stem(*words_of(other)) not in asked(word)


def test_a_possessive_or_a_case_comes_off_once_and_a_plural_between_them():
    assert [stem(word) for word in ("oblisi", "saudani", "balalarina", "auildagidan")] == ["obli", "sauda", "bala", "auil"]


def test_what_is_no_word_is_asked_for_as_it_is():
    assert [asked_stems(word) for word in ("2024", "中文", "x")] == [("2024",), ("中文",), ("x",)]
    assert asked_stems("balada" * 20) == (stem("balada" * 20),)
