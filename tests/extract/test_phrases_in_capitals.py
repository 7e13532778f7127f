"""Words in capitals: a person's name, or what a section, a programme or a house is called."""

from __future__ import annotations

import pytest

from kznews.extract.people.names import looks_like_name, people_in
from kznews.kazakh.person_names import has_given_name, is_phrase
from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

DAY = "2 қараша 2025, 14:20"
DATE = f'<div class="date">{DAY}</div>'
SHOWN = "Динара Қасым"
MENU = '<nav><a href="/q">Қаржы</a><a href="/s">Қырдан Қияға</a></nav>'
PHRASES = ["Рухани Жаңғыру", "АУЫЛ ӨМІРІ", "Мәңгілік Ел", "ҚОҒАМ ТЫНЫСЫ", "Жаңа Қазақстан", "Астана Опера", "Derek News"]
PHRASES += ["ВИДЕОНЫ КӨРУ", "ДОСТАРЫҢМЕН БӨЛІС", "Derek ОҚЫҢЫЗ", "ARNAMYZǴA JAZYLYŃYZ"]
NAMES = ["Айгүл Серік", "АЙГҮЛ СЕРІК", "Майра Нұртаза", "Жанна Қасым", "Анна Ким", "Өркен Құсайынұлы", "Jill Mason"]
NAMES += ["Гүлжан ТЕҢІЗ"]


def around(meta: str, end: str = "", before: str = "") -> tuple[str, list[str]]:
    """Return section and authors of an article with a line under its headline and another at its end."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    main = f'<article><h1>{TITLE}</h1>{meta}<div class="text">{text}{end}</div></article>'
    found = read(page(before, main=main)).values
    return found["section"], found["authors"]


@pytest.mark.parametrize("said", PHRASES)
def test_a_phrase_is_no_name(said: str) -> None:
    assert is_phrase(said)
    assert not looks_like_name(said)


@pytest.mark.parametrize("said", NAMES)
def test_a_name_is_no_phrase(said: str) -> None:
    assert not is_phrase(said)
    assert looks_like_name(said)


def test_a_call_with_its_last_word_in_capitals_signs_nothing() -> None:
    assert around(DATE, "<p>Telegram АРНАМЫЗҒА ЖАЗЫЛЫҢЫЗ</p>")[1] == []


def test_given_names_and_endings_tell_people() -> None:
    assert all(map(has_given_name, ["ЕРЛАН САПАР", "Сапар Тілеубек", "Ким Оспанова", "Gúlnar Sapar", "كوركەم قاسىم"]))
    assert not any(map(has_given_name, ["Қырдан Қияға", "Ақ Жол", "Өзбек Сазы", "Маңызды Бай"]))


@pytest.mark.parametrize(
    ("meta", "section"),
    [
        (f'<div class="meta"><a href="/category/auyl" rel="category tag">АУЫЛ ӨМІРІ</a> | {DAY}</div>', "АУЫЛ ӨМІРІ"),
        (f'<div class="meta"><span class="cat-links"><a href="/x">Рухани Жаңғыру</a></span> {DAY}</div>', "Рухани Жаңғыру"),
        (f'<div class="meta"><a href="/category/q">Қырдан Қияға</a> | {DAY}</div>', "Қырдан Қияға"),
        (f"<div>АУЫЛ ӨМІРІ | {DAY}</div>", "АУЫЛ ӨМІРІ"),
        (f"<div><span>{DAY}</span> <span>БАСТЫ ТАҚЫРЫП</span></div>", "БАСТЫ ТАҚЫРЫП"),
        (f'{DATE}<div class="category"><a href="/x">Ауыл Өмірі</a></div>', "Ауыл Өмірі"),
        (f"{DATE}<div>Айдары: Қырдан Қияға</div>", "Қырдан Қияға"),
        (f'<div><a href="/">Басты бет</a> » <a href="/x">Қырдан Қияға</a></div>{DATE}', "Қырдан Қияға"),
        (f"<div>Қырдан Қияға | {DAY}</div>", "Қырдан Қияға"),
    ],
    ids=["a link", "a box", "an address", "plain", "an element", "a class", "a label", "a way home", "a menu"],
)
def test_a_section_may_have_capitals_in_all_its_words(meta: str, section: str) -> None:
    assert around(meta, before=MENU if "| 2" in meta and "href" not in meta else "") == (section, [])


@pytest.mark.parametrize(
    ("meta", "authors"),
    [
        (f"<div>ЕРЛАН САПАР | {DAY}</div>", ["ЕРЛАН САПАР"]),
        (f"<div>Ерлан Сапар | {DAY}</div>", ["Ерлан Сапар"]),
        (f'<div class="meta"><a href="/category/pikir/erlan">Ерлан Сапар</a> | {DAY}</div>', ["Ерлан Сапар"]),
        (f"<div>ҚЫРДАН ҚИЯҒА | {DAY}</div>", []),
    ],
    ids=["capitals", "a name", "a link to one's column", "words in capitals alone"],
)
def test_a_person_beside_the_date_is_no_section(meta: str, authors: list[str]) -> None:
    assert around(meta) == ("", authors)


@pytest.mark.parametrize("said", ["Мәңгілік Ел", "Жасасын Қазақстан", "Астана Опера", "Жаңа Қазақстан"])
def test_a_phrase_alone_names_no_author(said: str) -> None:
    assert around(f"{DATE}<div>{said}</div>")[1] == []
    assert around(DATE, f"<p>{said}</p>")[1] == []


def test_two_words_at_the_end_do_not_overrule_a_shown_author() -> None:
    meta = f'<div class="meta"><span class="author">{SHOWN}</span> {DAY}</div>'
    assert around(meta, "<p>Қырдан Қияға</p>")[1] == [SHOWN]
    assert around(meta, "<p>Ерлан Сапар</p>")[1] == ["Ерлан Сапар"]
    assert around(DATE, "<p>Томас Мюллер</p>")[1] == ["Томас Мюллер"]


def test_a_paper_beside_a_name_is_nobody() -> None:
    assert people_in("Айгүл Серік, Ауыл Тынысы") == ["Айгүл Серік"]
    assert people_in("Айгүл Серік, Ерлан Сапар") == ["Айгүл Серік", "Ерлан Сапар"]
    assert people_in("Ауыл Тынысы, Рухани Жаңғыру") == ["Ауыл Тынысы, Рухани Жаңғыру"]
