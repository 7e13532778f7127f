# ruff: noqa: E501
"""What pages of engines that nobody here had seen say of who wrote them: rule by rule, each beside a page on which it does nothing."""

from __future__ import annotations

from typing import Any

import pytest

from kznews.extract.labels import counts_labels
from kznews.extract.people.names import is_name
from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read
from tests.support.told import AUTHOR, TEXT, told, values


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (f"<div>2 қараша 2025 Автор: {AUTHOR} Дереккөз: Derek</div>", [AUTHOR]),
        (f"<div>2 қараша 2025</div><div>Автор: {AUTHOR}, Думан Әлі</div>", [AUTHOR, "Думан Әлі"]),
        (f"<div>2 қараша 2025 · {AUTHOR}, Думан Әлі</div>", [AUTHOR, "Думан Әлі"]),
        (f"<div><p>2 қараша 2025</p><p>|</p><p>{AUTHOR}</p></div>", [AUTHOR]),
        ('<div><p>2 қараша 2025</p><p><a href="/c">Жергілікті Жаңалық</a></p></div>', []),
        ("<div>2 қараша 2025</div><div>Автор: Super User</div>", []),
        ("<div>2 қараша 2025</div><div>Автор: tengerim_admin</div>", []),
        (f"<div>2 қараша 2025</div><div>Тілші: {AUTHOR}<br>Оператор: Олег Ким</div>", [AUTHOR]),
    ],
    ids=["amid a line", "two", "two without a label", "a box with the date", "a section", "a generic account", "an account", "a crew"],
)
def test_who_wrote_it_is_told_beside_the_date(line: str, authors: list[str]) -> None:
    assert told(line)["authors"] == authors


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ("<p><b>Айгүл СЕРІКҚЫЗЫ.</b></p><p>Сарыөзен ауылы.</p>", ["Айгүл СЕРІКҚЫЗЫ"]),
        (f"<p>Әңгімелескен<br>{AUTHOR},<br>«Derek»</p><p>СЕМЕЙ</p>", [AUTHOR]),
        ("<p>Көпір ашылды.</p>", []),
    ],
    ids=["a name and a village with full stops", "who asked the questions", "a sentence"],
)
def test_signatures_take_many_forms(lines: str, authors: list[str]) -> None:
    found = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}{lines}</div></div>')
    assert (found["authors"], len(found["body"])) == (authors, len(PARAGRAPHS) + (not authors))


@pytest.mark.parametrize(("source", "authors"), [("/media/users/u7.jpg", [AUTHOR]), ("/img/avatar-2.png", [AUTHOR]), ("/img/kopir.jpg", [])])
def test_a_portrait_makes_the_name_beside_it_the_author_s(source: str, authors: list[str]) -> None:
    behind = f'<div><div class="m"><img src="{source}"><span>{AUTHOR}</span></div></div>'
    assert values(f"<div>{article()}{behind}</div>")["authors"] == authors


def test_the_name_of_the_site_is_no_author_and_a_person_s_may_end_the_title() -> None:
    def named(name: str) -> Any:
        markup = page(head=f'<meta name="author" content="{name}">').replace("</title>", f" - {name}</title>")
        return read(markup).values["authors"]

    assert named("Қаратау таңы") == []
    assert named(AUTHOR) == [AUTHOR]


def test_two_may_sign_on_lines_of_one_paragraph() -> None:
    def signed(lines: str) -> Any:
        return values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}<p>{lines}</p></div></div>')["authors"]

    assert signed("Гүлнар АХМЕТОВА,<br>Дидар САПАРОВ") == ["Гүлнар АХМЕТОВА", "Дидар САПАРОВ"]
    assert signed("Гүлнар АХМЕТОВА,<br>«Derek»") == ["Гүлнар АХМЕТОВА"]


def test_labels_are_counted_and_pictures_have_makers_not_authors() -> None:
    assert counts_labels("Категория: Білім Обновлено: 30 Қараша 2015") == 2
    assert counts_labels("Ол былай деді: бәрі дұрыс. Тағы қосты: рахмет") == 0
    assert is_name(AUTHOR)
    assert not is_name(f"Суреттерді түсірген {AUTHOR}")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("А.СЕЙДАХМЕТ.", ["А.СЕЙДАХМЕТ"]),
        ("Ерасыл қажы ӨТЕМІСҰЛЫ,<br>«Нұрлы таң» мешітінің бас имамы", ["Ерасыл қажы ӨТЕМІСҰЛЫ"]),
        (f"Сұхбаттасқан {AUTHOR}<br>“Derek”", [AUTHOR]),
        ("（تىلشىلەرىمىز: كۇلاش نۇردوللاقىزى، ەرجان توقتارۇلى）", ["كۇلاش نۇردوللاقىزى", "ەرجان توقتارۇلى"]),
        ("Ұлы дала ЕЛІ", []),
        ("бүгінгі біздің ҚАЗАҚСТАН", []),
    ],
)
def test_names_under_a_text_are_written_in_many_ways(line: str, authors: list[str]) -> None:
    assert values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}<p>{line}</p></div></div>')["authors"] == authors


def test_a_name_with_a_town_may_stand_over_a_text() -> None:
    found = values(f'<div><h1>{TITLE}</h1><div class="b2"><p><b>Хұсайын Бапи, Өлгий</b></p>{TEXT}</div></div>')
    assert (found["authors"], list(found["body"])) == (["Хұсайын Бапи"], list(PARAGRAPHS))
    said = values(f'<div><h1>{TITLE}</h1><div class="b2"><p><b>Қайта Ашылды, бәрі қуанды.</b></p>{TEXT}</div></div>')
    assert said["authors"] == []


@pytest.mark.parametrize(
    ("line", "authors", "kept"),
    [
        (f"Мәтін: {AUTHOR} · Сурет: Ерлан Сапар", [AUTHOR], False),
        (f"Мәтін: {AUTHOR} | Фото: Ерлан Сапар", [AUTHOR], False),
        (f"Мәтіні: <b>{AUTHOR}</b><br>Суреттер: <b>Ерлан Сапар</b><br>02.11.2025", [AUTHOR], False),
        ("Мәтіні: көпір салынды", [], True),
        (f"Мәтін: {AUTHOR} · Сурет: көпір үстінде түсірілген еді.", [], True),
        ("Көпір: бүгін · Ертең: жол", [], True),
    ],
)
def test_credits_may_stand_side_by_side(line: str, authors: list[str], *, kept: bool) -> None:
    found = values(f'<div><h1>{TITLE}</h1><div class="b2"><div class="t">{line}</div>{TEXT}</div></div>')
    assert found["authors"] == authors
    assert (line in "\n".join((found["lead"], *found["body"]))) is kept


def test_a_comment_in_the_box_of_a_line_names_no_author() -> None:
    comments = '<div class="cb1"><span class="comment-author">Ақсу</span> 18.04.2013 21:03<div>Рақмет, жақсы мақала екен!</div></div>'
    line = "<a href='/'>Басты бет</a> › Мәдениет"
    main = f"<div>{line}<h1>{TITLE}</h1><p>Автор: {AUTHOR}</p><div class='b2'>{TEXT}</div><div>{comments}</div></div>"
    assert values(main)["authors"] == [AUTHOR]
    assert values(main.replace(f"{line}<h1>", f"<span class='author'>{AUTHOR}</span> {line}<h1>").replace(f"<p>Автор: {AUTHOR}</p>", ""))["authors"] == [AUTHOR]


@pytest.mark.parametrize(
    ("line", "authors", "section"),
    [
        ("<div>02.11.2025 / Ә. Серік / Көлік</div>", ["Ә. Серік"], "Көлік"),
        (f"<div>02.11.2025 / {AUTHOR} / Көлік</div>", [AUTHOR], "Көлік"),
        ("<div>02.11.2025 / Көлік / оқылды: 95</div>", [], "Көлік"),
    ],
    ids=["initials", "a name", "a section alone"],
)
def test_strokes_divide_a_dateline(line: str, authors: list[str], section: str) -> None:
    found = told(line)
    assert (found["authors"], found["section"]) == (authors, section)


def test_what_a_signature_says_its_bearer_did_is_no_part_of_the_name() -> None:
    signed = f"<div class='t'><div>Әңгімелескен <strong>{AUTHOR}</strong><br>Суреттер: Айдос Бекен</div></div>"
    assert values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}{signed}</div></div>')["authors"] == [AUTHOR]


@pytest.mark.parametrize(
    ("title", "line", "authors"),
    [
        (f"{AUTHOR}. {TITLE}", f'<a href="/a/7">{AUTHOR}</a><br>1966 жылы туған', [AUTHOR]),
        (f"{AUTHOR}. {TITLE} | Derek", AUTHOR, [AUTHOR]),
        (f"{AUTHOR}: {TITLE}", AUTHOR, []),
        (f"{AUTHOR}. {TITLE}", "Думан Әлі", []),
        (TITLE, AUTHOR, []),
        (f"Сарыөзен ауданы. {TITLE}", "Сарыөзен ауданы", []),
    ],
    ids=["with a line about her", "alone", "who is quoted", "somebody else", "not in the title", "a place"],
)
def test_the_title_names_who_wrote_a_story_before_it(title: str, line: str, authors: list[str]) -> None:
    main = f'<div><table><tr><td class="k1">{line}</td><td><small>Проза</small><h1>{TITLE}</h1></td></tr></table><div class="b2">{TEXT}</div></div>'
    found = read(page(main=main).replace(f"<title>{TITLE}", f"<title>{title}")).values
    assert (found["title"], found["authors"]) == (TITLE, authors)


@pytest.mark.parametrize(
    ("cells", "authors"),
    [
        ("<b>Айгүл СЕРІКҚЫЗЫ</b>, 4-сынып оқушысы<br>Суретін салған: Д. Қасымов", ["Айгүл СЕРІКҚЫЗЫ"]),
        ("Айгүл СЕРІКҚЫЗЫ, 4-сынып оқушысы", ["Айгүл СЕРІКҚЫЗЫ"]),
        ("Айгүл СЕРІКҚЫЗЫ, 4-сынып оқушысы<br>Сурет үйірмесіне барады", []),
        ("Айгүл СЕРІКҚЫЗЫ, 4-сынып оқушысы</td><td>1-орын", []),
    ],
    ids=["who drew the pictures", "alone", "more of her", "a row of a table"],
)
def test_a_pupil_signs_in_a_row_of_a_layout(cells: str, authors: list[str]) -> None:
    rows = "".join(f"<tr><td>{text}</td></tr>" for text in PARAGRAPHS)
    found = values(f'<div><h1>{TITLE}</h1><div class="d">2 қараша 2025</div><table>{rows}<tr><td align="right">{cells}</td></tr></table></div>')
    assert found["authors"] == authors


@pytest.mark.parametrize(("line", "left"), [("Хаттарыңды күтеміз: 050009, Ауыл қ., Дала көшесі, 14.", 0), ("Тұрғындар жауаптың ертерек келуін күтеді.", 1)])
def test_who_asks_for_letters_says_nothing_of_the_news(line: str, left: int) -> None:
    assert len(values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}<p>{line}</p></div></div>')["body"]) - len(PARAGRAPHS) == left
