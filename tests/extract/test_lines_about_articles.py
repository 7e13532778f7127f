# ruff: noqa: E501
"""Lines about an article in forms that few portals use: dates with counters, comments behind one word, signatures set apart, lists."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read
from tests.support.told import AUTHOR, TEXT, told, values

NAME = "Дина Қасым"


@pytest.mark.parametrize(("head", "left"), [("<h4>Пікір (2)</h4>", 0), ("<p><b>Талқылау 2</b></p>", 0), ("<p>Пікір (2)</p>", 1)])
def test_behind_a_heading_that_counts_comments_nothing_is_text(head: str, left: int) -> None:
    talk = "".join(f"<p><b>{who}</b> 3 қараша 2025, 12:4{at} — жақсы іс екен, рақмет айтамыз.</p>" for at, who in enumerate(("Думан", "Айнұр")))
    found = values(f'<div><h1>{TITLE}</h1><div class="date">2 қараша 2025, 14:20</div><div class="b2">{TEXT}</div><div class="n1">{head}{talk}</div></div>')
    assert (len(found["body"]) > len(PARAGRAPHS)) is bool(left)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("<div><span>жұма, 2 қараша 2025, 14:20</span><span><i></i>2 906</span><span>Пікір (3)</span></div>", 0),
        ("<div><span>жұма, 2 қараша 2025, 14:20</span><span> сол күні өзен үстіндегі көпір ашылған күн деп аталды (3)</span></div>", 1),
    ],
)
def test_a_row_of_date_and_counters_is_no_text(line: str, left: int) -> None:
    found = values(f'<div><h1>{TITLE}</h1><div class="b2">{line}{TEXT}</div></div>')
    assert len(found["body"]) - len(PARAGRAPHS) + bool(found["lead"]) == left


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (f"<p><b>{NAME}, жазушы</b></p>", [NAME]),
        (f'<p align="right">{NAME}, мұғалім</p>', [NAME]),
        (f'<div style="text-align: right;"><b>{NAME}</b>, Өлгей</div>', [NAME]),
        (f"<p>- {NAME}</p>", [NAME]),
        (f"<p>{NAME}, жазушы</p>", []),
        (f"<p>{NAME}, Өлгей</p>", []),
        (f'<p align="right">{NAME}, кеше көпірден өтті</p>', []),
    ],
)
def test_a_signature_set_apart_may_say_who_or_whence(line: str, authors: list[str]) -> None:
    found = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}{line}</div></div>')
    assert (found["authors"], len(found["body"]) - len(PARAGRAPHS)) == (authors, int(not authors))


@pytest.mark.parametrize(("last", "count"), [("<li>56</li>", 56), ("<li>56</li><li>7</li>", None), ("<li>56 бет</li>", None)])
def test_the_bare_figure_in_a_list_with_the_date_counts_views(last: str, count: int | None) -> None:
    assert told(f"<ul><li>2 қараша 2025</li><li>Көлік</li>{last}</ul>")["views"] == count


@pytest.mark.parametrize(("line", "counts"), [("Okunma: 1.362", (1362, None)), ("Görüntülenme 1.362", (1362, None)), ("Yorum (4)", (None, 4)), ("Fiyat: 1.362", (None, None))])
def test_portals_in_turkey_count_in_turkish(line: str, counts: tuple[int | None, int | None]) -> None:
    found = told(f"<div>{line}</div>")
    assert (found["views"], found["comments"]) == counts


@pytest.mark.parametrize(("beside", "authors"), [("Бүгін, 18:40", [NAME]), ("Көлік, 18 мектеп", [])])
def test_a_name_stands_beside_counters_and_the_hour_of_today(beside: str, authors: list[str]) -> None:
    line = f"<div><span>{beside}</span><span>👁 6 208</span><span>{NAME}</span></div>"
    assert told(line, over="<div>2 қараша 2025, 18:40</div>")["authors"] == authors


@pytest.mark.parametrize(("menu", "section"), [("Көлік", "Көлік"), ("Спорт", "")])
def test_a_line_over_the_headline_that_a_menu_says_is_the_section(menu: str, section: str) -> None:
    over = '<span class="tag">Көлік</span><div class="extra"><span class="v">954</span> <span>2 қараша 2025, 17:06</span></div>'
    main = f'<div class="post">{over}<h1>{TITLE}</h1><div class="b2">{TEXT}</div></div>'
    assert read(page(f'<nav><a href="/a/7">{menu}</a><a href="/a/8">Әлем</a></nav>', main=main)).values["section"] == section


def test_how_long_a_text_takes_to_read_is_no_section() -> None:
    line = f"<div><span>{NAME}</span> · <time>2 қараша 2025, 09:40</time> · 7 минуттық оқу</div>"
    assert told(line, over='<a class="rub" href="/k">Көлік</a>')["section"] == "Көлік"
    assert told(line)["section"] == ""


def test_a_tag_that_is_a_word_of_furniture_counts_with_its_sign() -> None:
    row = '<div class="tags"><a href="/t/1">#көпір</a><a href="/t/2">#фото</a></div>'
    assert told("", row)["tags"] == ["көпір", "фото"]
    assert told("", row.replace("#", ""))["tags"] == ["көпір"]


def test_a_date_alone_between_paragraphs_stays() -> None:
    assert list(read(page(main=article())).values["body"]) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("line", "section", "tags", "authors"),
    [
        ("Айдар: Қоғам 2 қараша 2025, 14:20", "Қоғам", [], []),
        ("Bólim: Qoǵam, 2 saǵat buryn", "Qoǵam", [], []),
        ("Айдар: 8 наурыз", "8 наурыз", [], []),
        ("«Болашақ» бағдарламасы | 2 қараша 2025", "«Болашақ» бағдарламасы", [], []),
        ("«Рухани жаңғыру» | 2 қараша 2025", "Рухани жаңғыру", [], []),
        ("Жолдау-2025 | 2 қараша 2025", "", [], []),
        ("Қоғам 145 | 2 қараша 2025", "Қоғам", [], []),
        (f"{AUTHOR}, «Derek» | 2 қараша 2025", "", [], [AUTHOR]),
        ("Айдар: Қоғам 5 минут оқу 2 қараша 2025", "Қоғам", [], []),
        ("Айдары: Қоғам Қаралды: 145 Пікір: 3", "Қоғам", [], []),
        ("Айдар: Топ 10 оқиға 2 қараша 2025", "Топ 10 оқиға", [], []),
        ("Ұнайды 12 | 2 қараша 2025", "", [], []),
        ("Енгізген: redactor 2 қараша 2025", "", [], []),
        ("Тегтер: су, көпір | 2 қараша 2025, 14:20", "", ["су", "көпір"], []),
        ("Тегтер: соғыс, 9 мамыр", "", ["соғыс", "9 мамыр"], []),
        ("Тегтер: #су #көпір", "", ["су", "көпір"], []),
        ("Тегтер: #су жолы, #көпір", "", ["су жолы", "көпір"], []),
        ("2 қараша 2025, 14:20 | 1,2К қаралым", "", [], []),
        ("2 қараша 2025, 14:20 | Пікір жоқ", "", [], []),
        ("Алматы, 2 қараша 2025", "", [], []),
        ("Алматы. 2 қараша. KAZINFORM", "", [], []),
        ("Алматы | 2 қараша 2025", "Алматы", [], []),
        ("Опубликовано в рубрике Қоғам 2 ноября 2025", "Қоғам", [], []),
        ("Санаты: Қоғам Жарияланған: 2 қараша 2025", "Қоғам", [], []),
        ("2 قاراشا 2025 | وقىلدى: 55 رەت", "", [], []),
        ("Қоғам, 2 қараша 2025", "Қоғам", [], []),
        (f"{AUTHOR}, Алматы 2 қараша 2025", "", [], [AUTHOR]),
        (f"Меншікті тілші {AUTHOR} 2 қараша 2025", "", [], [AUTHOR]),
        (f"Авторлар: {AUTHOR}, Думан Әлі 2 қараша 2025", "", [], [AUTHOR, "Думан Әлі"]),
    ],
)
def test_what_a_line_about_the_article_says_ends_where_its_date_begins(line: str, section: str, tags: list[str], authors: list[str]) -> None:
    found = told(f'<div class="k2">{line}</div>')
    assert (found["section"], found["tags"], found["authors"]) == (section, tags, authors)


def test_a_tag_is_no_date() -> None:
    assert told('<div class="k2">Тегтер: соғыс, 9 мамыр</div>')["published_at"] is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Айгүл СЕРІКҚЫЗЫ. Фото: Думан Әлі", ["Айгүл СЕРІКҚЫЗЫ"]),
        ("Айгүл СЕРІКҚЫЗЫ | Сурет: Думан Әлі", ["Айгүл СЕРІКҚЫЗЫ"]),
        ("Айгүл Серікқызы. Фото: Думан Әлі", []),
        ("Әңгімелескен Ә. Серік", ["Ә. Серік"]),
        ("Сұхбаттасқан А.СЕРІКҚЫЗЫ", ["А.СЕРІКҚЫЗЫ"]),
        ("Дайындағандар: Айгүл Серікқызы, Думан Әлі", ["Айгүл Серікқызы", "Думан Әлі"]),
        ("Айгүл СЕРІКҚЫЗЫ, Derek.kz тілшісі", ["Айгүл СЕРІКҚЫЗЫ"]),
        ("Ai'gu'l SERIKQYZY. Foto: Dy'man A'li", ["Ai'gu'l SERIKQYZY"]),
        ("Dai'yndag'an: A.Serikqyzy, D.A'li", ["A.Serikqyzy", "D.A'li"]),
        ("ەرلان تىلەۋ,<br>«اۋىل تاڭى»", ["ەرلان تىلەۋ"]),
        ("دايىنداعان: ايگۇل سەرىكقىزى، دۋمان ءالى", ["ايگۇل سەرىكقىزى", "دۋمان ءالى"]),
    ],
)
def test_a_line_under_the_text_signs_it_beside_a_credit_with_initials_or_for_a_site(line: str, authors: list[str]) -> None:
    found = values(f'<div><h1>{TITLE}</h1><div class="k2">2 қараша 2025</div><div class="b2">{TEXT}<p>{line}</p></div></div>')
    assert (found["authors"], len(found["body"])) == (authors, len(PARAGRAPHS))


@pytest.mark.parametrize(
    ("said", "authors"),
    [("ەركەجان ساپار", ["ەركەجان ساپار"]), ("مادەنيەت جانە ونەر", []), ("دالا قوسىنى", []), ("باۋىرجان گازەتى", [])],
    ids=["a name", "a section", "other words", "a paper"],
)
def test_a_name_in_arabic_letters_stands_between_date_and_counters_by_a_word_that_people_are_called(said: str, authors: list[str]) -> None:
    assert told(f"<div><span>{said}</span> <time>2 қараша 2025, 14:20</time> <span>356</span></div>")["authors"] == authors


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Дереккөз: Egemen.kz", "Egemen.kz"),
        ("Derekko'z: Egemen.kz", "Egemen.kz"),
        ("Derekköz – Egemen.kz", "Egemen.kz"),
        ("Derekkózi Egemen.kz", "Egemen.kz"),
        ("Aqparat kózi: Egemen.kz", "Egemen.kz"),
        ("دەرەككوز: Egemen.kz", "Egemen.kz"),
        ("اقپارات كوزى: «ەگەمەن قازاقستان»", "«ەگەمەن قازاقستان»"),
        ("Дереккөзegemen.kz", ""),
        ("Derekter: Egemen.kz", ""),
        ("Derekközderdi tekserdik", ""),
    ],
)
def test_a_source_is_named_in_every_alphabet(line: str, source: str) -> None:
    assert values(f'<div><h1>{TITLE}</h1><div class="k2">2 қараша 2025</div><div class="b2">{TEXT}<p>{line}</p></div></div>')["source_name"] == source


def test_beside_a_name_in_arabic_letters_an_author_s_box_names_nobody_else() -> None:
    said = ("ايگۇل تىلەۋ", "اۆتوردىڭ بارلىق جازبالارى", "كورشىلەس ەلدە استىق ەرتە پىستى")
    box = f'<div class="about_author">{"".join(f"<div>{line}</div>" for line in said)}</div>'
    assert told(f'{box}<div class="date">02.11.2025</div>')["authors"] == list(said[:1])
