"""What stands beside a date and is no section: actions, badges, small words; and logins in an author's place."""

from __future__ import annotations

import pytest

from kznews.extract.people.agency import split_agency
from kznews.extract.people.names import name_in
from kznews.extract.section.actions import names_action
from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

DAY = "2 қараша 2025, 14:20"


def beside(more: str, before: str = "") -> str:
    """Return the section of an article with something beside its date, and markup before it."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    meta = f'<div class="meta"><span class="date">{DAY}</span> {more}</div>'
    return read(page(before, main=f'<article><h1>{TITLE}</h1>{meta}<div class="text">{text}</div></article>')).values["section"]


@pytest.mark.parametrize(
    "more",
    [
        '<a href="#audio">Дауыспен</a>',
        '<a href="#respond">Пікір қалдыру</a>',
        '<a href="#">Сақтау</a>',
        "<span>Тыңдау</span>",
        '<a href="/ru/1">Орысша оқу</a>',
        "<span>Эксклюзив</span>",
        "| Таңдаулыға қосу",
        "<i>ред.</i>",
        "| жаңарды",
        "(4 дауыс)",
        "<span>ID</span> 123",
    ],
)
def test_what_readers_can_do_is_no_section(more: str) -> None:
    assert beside(more) == ""


@pytest.mark.parametrize(
    ("more", "section"),
    [
        ("| Саясат", "Саясат"),
        ("| Денсаулық сақтау", "Денсаулық сақтау"),
        ("| Цифрландыру", "Цифрландыру"),
        ('| <a href="/x">ел тынысы</a>', "ел тынысы"),
        ('| <a href="#">Қоғам</a>', "Қоғам"),
        ('| <a href="/oku">Оқу</a>', "Оқу"),
    ],
)
def test_a_section_may_be_called_by_what_is_done(more: str, section: str) -> None:
    assert beside(more) == section


@pytest.mark.parametrize(
    ("more", "menu", "section"),
    [
        ('<a href="https://ozge.kz/a/7">Өзге газет</a> <span>Аймақ</span>', "derek.kz", "Аймақ"),
        ('<a href="https://ozge.kz/a/7">Өзге газет</a>', "derek.kz", ""),
        ('<a href="https://auyl.derek.kz/">Ауыл өмірі</a>', "derek.kz", "Ауыл өмірі"),
        ('<a href="https://ozge.kz/auyl">Ауыл өмірі</a>', "ozge.kz", "Ауыл өмірі"),
    ],
    ids=["an aggregator's source", "nothing else", "a host of the same domain", "a portal that has moved"],
)
def test_what_leads_to_another_site_is_no_section(more: str, menu: str, section: str) -> None:
    links = "".join(f'<a href="https://{menu}/{name}">{name}</a>' for name in ("alem", "saiasat", "sport"))
    assert beside(more, f"<nav>{links}</nav>") == section


def test_an_action_is_told_by_its_last_word() -> None:
    assert names_action("Мақаланы тыңдау")
    assert not names_action("Білім беру")
    assert not names_action("Тыңдаушы")


@pytest.mark.parametrize(
    "said",
    ["Super Admin", "Site Admin", "Content Manager", "Web Editor", "editor", "Қоғам бөлімі", "Ақорда Баспасөз", "Joomla Theme"],
)
def test_a_login_or_a_part_of_an_office_is_nobody(said: str) -> None:
    assert name_in(said) == ""


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Ерлан Сапар – Derek.kz", "Ерлан Сапар"),
        ("Ерлан Сапар | Derek", "Ерлан Сапар"),
        ("Айгүл Редакторова", "Айгүл Редакторова"),
        ("Қоғам – Derek", "Қоғам – Derek"),
    ],
)
def test_a_site_behind_a_name_is_no_part_of_it(said: str, name: str) -> None:
    assert name_in(said) == name


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("АЛМАТЫ. Ертең, 3 қарашада – ", ""),
        ("АЛМАТЫ. Бұл жерде – ", ""),
        ("АЛМАТЫ. Мұнда – ", ""),
        ("АСТАНА, Sputnik. ", "АСТАНА, Sputnik."),
        ("Астана. 2 қараша. Baq.kz – ", "Астана. 2 қараша. Baq.kz"),
        ("АСТАНА. ҚазХабар – ", "АСТАНА. ҚазХабар"),
        ("АСТАНА. 13 қараша. ЕлХабар /Айгүл Серік/ – ", "АСТАНА. 13 қараша. ЕлХабар /Айгүл Серік/"),
        ("АЛМАТЫ. ҚР ІІМ баспасөз қызметі – ", "АЛМАТЫ. ҚР ІІМ баспасөз қызметі"),
        ("Алматы – Астана жолы. ", ""),
    ],
)
def test_a_clause_behind_a_city_is_no_agency(opening: str, dateline: str) -> None:
    assert split_agency(f"{opening}Көпір ашылды.")[0] == dateline
