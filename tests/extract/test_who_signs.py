"""The last lines of a text: posts over the names of those who hold them, and lists of names that sign nothing."""

from __future__ import annotations

import pytest

from kznews.extract.people.callings import announces_speech
from kznews.extract.people.names import looks_like_name
from kznews.extract.people.posts import holder_in, names_post
from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

SHOWN = "Динара Қасым"
BYLINE = f'<div class="meta"><span class="author">{SHOWN}</span> <span class="date">2 қараша 2025, 14:20</span></div>'
DATE = '<div class="date">2 қараша 2025, 14:20</div>'


def under(end: str, meta: str = DATE) -> tuple[list[str], list[str]]:
    """Return the authors, and what of the end is left in the text."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    found = read(page(main=f'<article><h1>{TITLE}</h1>{meta}<div class="text">{text}{end}</div></article>')).values
    return found["authors"], found["body"][len(PARAGRAPHS) :]


def lines(*said: str) -> str:
    return "".join(f"<p>{line}</p>" for line in said)


@pytest.mark.parametrize(
    ("end", "author"),
    [
        (lines("Қазақстан Республикасының Президенті", "Қанат-Ербол Тұрсынов"), "Қанат-Ербол Тұрсынов"),
        (lines("Ауыл шаруашылығы министрлігінің<br>Бас директоры<br>Қанат Тұрсынов"), "Қанат Тұрсынов"),
        (lines("Қазақстан Республикасының", "Премьер-Министрі Қ.Тұрсынов"), "Қ.Тұрсынов"),
        (lines("Облыс әкімі Қ. Тұрсынов"), "Қ. Тұрсынов"),
        (lines("Облыс әкімі", "Қ. Тұрсынов"), "Қ. Тұрсынов"),
    ],
    ids=["two paragraphs", "three lines", "a post before initials", "one line", "initials under a post"],
)
def test_who_holds_the_post_over_a_name_signs(end: str, author: str) -> None:
    assert under(end) == ([author], [])


@pytest.mark.parametrize("end", ["Қазақстан Республикасының Президенті", "Облыс әкімі", "Біздің Ауылдың Төрағасы"])
def test_a_post_alone_is_nobody(end: str) -> None:
    assert under(lines(end)) == ([], [end])


@pytest.mark.parametrize("said", ["Айгүл Серік", "Әкім Тарази", "Қуаныш Әбілдин", "Айгүл Серікқызы", "ايگۇل سەرىكقىزى"])
def test_a_name_is_no_post(said: str) -> None:
    assert looks_like_name(said)
    assert not names_post(said)
    assert not holder_in(said)


def test_a_name_under_a_post_over_a_text_is_not_who_wrote_it() -> None:
    below = f"{DATE}<p>Қала әкімі</p><p>Қанат Тұрсынов</p>"
    assert under("", below)[0] == []
    assert under("", f"{DATE}<p>Қанат Тұрсынов</p>")[0] == ["Қанат Тұрсынов"]


NAMES = ("Айгүл Серікқызы", "Ерлан Сапар", "Болат Омар")


@pytest.mark.parametrize(
    "end",
    [
        lines("Жеңімпаздар:", *NAMES),
        lines(*NAMES),
        lines(*NAMES[:2]),
        f"<p>Жеңімпаздар:</p><ul>{''.join(f'<li>{name}</li>' for name in NAMES)}</ul>",
        f"<ul>{''.join(f'<li>{name}</li>' for name in NAMES[:2])}</ul>",
        lines("Бас жүлде:", NAMES[0]),
        lines("Жүлдегерлер:", "Айгүл Серікқызы, Алматы", "Ерлан Сапар, Астана"),
        lines("Ең үздік мұғалім:<br>Айгүл Серікқызы"),
    ],
    ids=["label", "three", "two", "items", "items alone", "one under a label", "with places", "in one paragraph"],
)
def test_names_of_a_list_sign_nothing(end: str) -> None:
    authors, left = under(end, BYLINE)
    assert authors == [SHOWN]
    assert "Айгүл Серікқызы" in "\n".join(left)


@pytest.mark.parametrize(
    "end",
    [
        lines("Айгүл Серікқызы"),
        lines("Құрметпен:", "Айгүл Серікқызы"),
        lines("Авторы:", "Айгүл Серікқызы"),
        lines("Айгүл Серікқызы,", "Алматы"),
        lines("Айгүл Серікқызы,<br>Алматы"),
    ],
    ids=["alone", "regards", "label of authors", "over a place", "in one paragraph"],
)
def test_a_name_that_is_in_no_list_signs(end: str) -> None:
    assert under(end)[0] == ["Айгүл Серікқызы"]


@pytest.mark.parametrize("quoted", ["<p>Ерлан Сапар</p>", "<cite>Ерлан Сапар</cite>"])
def test_whose_words_are_quoted_at_the_end_signs_nothing(quoted: str) -> None:
    authors, left = under(f"<blockquote><p>Біз бәрін жасаймыз.</p>{quoted}</blockquote>", BYLINE)
    assert (authors, left) == ([SHOWN], ["Біз бәрін жасаймыз.", "Ерлан Сапар"])


def test_a_signature_that_is_set_in_by_a_quotation_s_tag_signs() -> None:
    assert under("<blockquote><p>Ерлан Сапар</p></blockquote>") == (["Ерлан Сапар"], [])


@pytest.mark.parametrize("said", ["Рақмет.", "– Ал сіз не дейсіз?", "Рақмет сізге.", "Көпір қашан ашылады?"])
def test_a_turn_of_a_talk_names_no_author(said: str) -> None:
    assert under(lines(f"Автор: {said}"), BYLINE) == ([SHOWN], [f"Автор: {said}"])


def test_a_label_that_comes_again_opens_turns() -> None:
    talk = lines("Автор: Көпір туралы", "Әкім: Ол келер жылы ашылады деп жоспарлап отырмыз.", "Автор: Қаржы қайдан")
    assert under(talk, BYLINE)[0] == [SHOWN]


@pytest.mark.parametrize("said", ["Айгүл Серік.", "Айгүл Серік", "Тұлпар", "А.Серік"])
def test_a_name_behind_an_author_s_label_is_the_author(said: str) -> None:
    assert under(lines(f"Автор: {said}"), BYLINE) == ([said.removesuffix(".") if " " in said else said], [])


def test_a_label_amid_a_text_names_the_author_only_where_the_page_names_nobody() -> None:
    book = lines("Авторы: Мұхтар Әуезов", "Кітап туралы әңгіме тағы бірнеше апта бойы жалғасады деп күтіліп отыр, дейді ол.")
    assert under(book, BYLINE)[0] == [SHOWN]
    authors, left = under(book)
    assert authors == ["Мұхтар Әуезов"]
    assert left[0] == "Авторы: Мұхтар Әуезов"


def test_who_speaks_in_what_follows_wrote_nothing() -> None:
    line = "Ерлан Сапар, Ақсу ауылының тұрғыны, зейнеткер:"
    text = "".join(f"<p>{said}</p>" for said in (f"<strong>{line}</strong>", *PARAGRAPHS))
    found = read(page(main=f'<article><h1>{TITLE}</h1>{BYLINE}<div class="text">{text}</div></article>'))
    assert found.values["authors"] == [SHOWN]
    assert found.values["lead"] == ""
    assert announces_speech(line)
    assert not announces_speech("Ерлан Сапар, Ақсу ауылының тұрғыны")
    assert not announces_speech("Ауыл тұрғындары, зейнеткерлер:")


def test_titles_in_a_list_at_the_end_are_text_and_sign_nothing() -> None:
    assert under("<ul><li>Қыз Жібек</li><li>Алтын Адам</li></ul>", BYLINE) == ([SHOWN], ["Қыз Жібек", "Алтын Адам"])
