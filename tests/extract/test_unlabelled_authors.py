# ruff: noqa: E501
"""Names without a label: where they stand and beside what tells that they are the author's."""

from __future__ import annotations

import json
import unicodedata

import pytest

from kznews.extract.people.names import has_initials, is_name, looks_like_name, people_in
from tests.support.small_pages import PARAGRAPHS, TITLE, in_script, page, read
from tests.support.told import AUTHOR, TEXT, day, told, values

OTHER = "Думан Әлі"


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (f"{OTHER} мен {AUTHOR}", [OTHER, AUTHOR]),
        ("Bolat Qajy men Gülnaz Temır", ["Bolat Qajy", "Gülnaz Temır"]),
        (f"Ә. Серік және {AUTHOR}", ["Ә. Серік", AUTHOR]),
        ("Құрманғазы Мен Тәттімбет", ["Құрманғазы Мен Тәттімбет"]),
        ("Қазақстан мен Өзбекстан елдері", ["Қазақстан мен Өзбекстан елдері"]),
    ],
)
def test_words_for_and_join_the_names_of_people_alone(line: str, people: list[str]) -> None:
    assert people_in(line) == people


@pytest.mark.parametrize(
    ("said", "expected"), [("Ә. Серік", True), ("Т.Сәдуақас", True), ("Дж. Байден", True), ("т.б. елдер", False), ("Серік", False), ("2.Серік", False)]
)
def test_initials_stand_before_a_family_s_name(said: str, expected: bool) -> None:  # noqa: FBT001
    assert has_initials(said) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [("Бек-Төре Қажы", True), ("Айгүл Серік-Ахметова", True), ("Бек-төре Қажы", False), ("Бек- Қажы", False), ("Бек-Төре", False)],
)
def test_a_hyphen_joins_two_names_of_one_person(said: str, expected: bool) -> None:  # noqa: FBT001
    assert looks_like_name(said) is expected


@pytest.mark.parametrize("said", ["ҚазАқпарат агенттігі", "Derek газеті", "Полиция департаментінің баспасөз қызметі"])
def test_an_agency_is_nobody(said: str) -> None:
    assert not is_name(said)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p><i>Ә. Серік, Алматы</i></p>", ["Ә. Серік"]),
        ("<p>Т.Сәдуақас</p>", ["Т.Сәдуақас"]),
        ("<p>Ә.С.</p>", ["Ә.С."]),
        ("<p><b>ماقسات تىلەۋ، وسكەمەن</b></p>", ["ماقسات تىلەۋ"]),
        ("<p>P.S.</p>", []),
        ("<p>Ә. Серік, 25 жаста</p>", []),
        ("<ol><li>Ә. Серік, Алматы</li><li>Б. Қажы, Астана</li></ol>", []),
        ("<p>Ә. Серік, Алматы</p><p>Б. Қажы, Астана</p>", []),
    ],
    ids=["a town", "initials", "initials alone", "arabic letters", "a postscript", "an age", "items", "several"],
)
def test_initials_sign_the_end_of_a_text(line: str, authors: list[str]) -> None:
    found = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}{line}</div></div>')
    assert found["authors"] == authors
    assert (len(found["body"]) == len(PARAGRAPHS)) is bool(authors)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (f'<div class="a1">{AUTHOR}</div>', [AUTHOR]),
        (f'<div class="a1">{OTHER} мен {AUTHOR}</div>', [OTHER, AUTHOR]),
        ('<div class="a1">Айгүл Сапар Серікқызы</div>', ["Айгүл Сапар Серікқызы"]),
        ('<div class="a1">Батыр Сапар Байтерек</div>', []),
        (f'<div class="a1">{AUTHOR}</div><div class="a1">{OTHER}</div>', []),
        (f'<div class="a1"><img src="/k.jpg"></div><div class="a1">{AUTHOR}</div>', []),
        (f'<div class="a1"><img src="/k.jpg"><p class="caption">Көпірден көрініс</p></div><p>{AUTHOR}</p>', [AUTHOR]),
        (f'<div class="a1"><img src="/m/avatars/k.jpg"><div><div>{AUTHOR}</div><div>Экология шолушысы</div></div></div>', [AUTHOR]),
        (f'<div class="a1"><img class="rounded-full" src="/k.jpg"><p>{AUTHOR}</p></div>', [AUTHOR]),
        (f'<div class="a1"><a href="/tag/7">{AUTHOR}</a></div>', []),
        ('<div class="a1">Нұр Сұлтан</div>', []),
        (f'<div class="a1"><b>{AUTHOR}</b>, <span>арнайы тілші</span></div><div class="a1">Қысқа әңгіме</div>', [AUTHOR]),
        (f'<div class="a1"><b>{AUTHOR}</b>, <span>мұғалім</span></div>', []),
    ],
    ids=["alone", "joined", "three words", "a word before it", "two lines", "a caption", "a picture with its caption", "a portrait", "a round portrait", "a tag", "a city", "a post", "no post of a paper"],
)
def test_a_name_alone_between_headline_and_text_is_the_author_s(line: str, authors: list[str]) -> None:
    assert told(line)["authors"] == authors


@pytest.mark.parametrize(
    ("behind", "authors"),
    [
        (f'<div style="text-align:right;color:#777">{AUTHOR}</div>', [AUTHOR]),
        (f'<div class="text-end">{AUTHOR}</div>', [AUTHOR]),
        (f'<div align="right"><font size="3"><b>{AUTHOR}.</b></font></div>', [AUTHOR]),
        (f"<div><b>{AUTHOR}.</b></div>", []),
        (f"<div>{AUTHOR}</div>", []),
        (f'<div align="right"><i>Аударған <b>{AUTHOR}</b></i></div>', [AUTHOR]),
        (f'<div align="right"><i>Орыс тілінен аударған <b>{AUTHOR}</b></i></div>', [AUTHOR]),
        (f"<div><i>Аударған <b>{AUTHOR}</b></i></div>", []),
        (f'<div align="right"><i>Безендірген <b>{AUTHOR}</b></i></div>', []),
        (f'<div><div class="c1">АС</div><div><div>{AUTHOR}</div><div>аспаз</div></div></div>', [AUTHOR]),
        (f'<div><div class="c1">ҚР</div><div><div>{AUTHOR}</div><div>аспаз</div></div></div>', []),
    ],
    ids=["at the right", "a class", "a full stop at the right", "a full stop", "in no way apart", "a translator", "with the language", "a translator in no way apart", "who drew", "drawn initials", "other letters"],
)
def test_a_name_behind_the_text_has_to_look_like_a_signature(behind: str, authors: list[str]) -> None:
    assert values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}</div></div>{behind}<p>Көпір туралы ойыңызды жазыңыз.</p>')["authors"] == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (f'<div class="field-avtor"><div class="items"><div class="item">{AUTHOR}</div></div></div>', [AUTHOR]),
        (f'<p class="credits">Мәтін: <b>{AUTHOR}</b>, фото: {OTHER}</p>', [AUTHOR]),
        (f'<p class="credits">Автор: <b>{OTHER}</b></p>', []),
        (f"<dl><div><dt>Мәтін</dt><dd>{AUTHOR}</dd></div><div><dt>Фото</dt><dd>{OTHER}</dd></div></dl>", [AUTHOR]),
        (f"<dl><div><dt>Кейіпкер</dt><dd>{AUTHOR}</dd></div><div><dt>Фото</dt><dd>{OTHER}</dd></div></dl>", []),
        (f'<div class="b7">Мәтін: {AUTHOR} · Сурет: {OTHER}</div>', [AUTHOR]),
        (f'<div class="p__author"><img src="/a.jpg"><div><b>{AUTHOR}</b><span>Тілші. Теңіз туралы жазады</span></div></div>', [AUTHOR]),
        (f'<div class="p__avtor"><span>Дайындаған:</span><b>{AUTHOR}</b><b>{OTHER}</b></div>', [AUTHOR, OTHER]),
        ('<div class="au"><a href="/tote/a/3">اقجول قالشابەك</a></div>', ["اقجول قالشابەك"]),
        ('<div class="auto"><a href="/tote/a/3">اقجول قالشابەك</a></div>', []),
        ('<div class="au"><a href="/tote/a/3">Қазір тіркеліңіз</a></div>', []),
        (f'<div class="story-author"><span>Түсірген және жазған: {AUTHOR}</span></div>', [AUTHOR]),
        (f"<div><span>Сурет авторы, </span><span>{AUTHOR}</span></div>", []),
    ],
    ids=["nested boxes", "a credit of text and picture", "a credit of a picture", "a list of terms", "of others", "parts of a line", "a post", "two", "a short name", "another name", "a name of something else", "a long label", "the author of a picture"],
)
def test_labels_and_boxes_of_authors_take_many_forms(line: str, authors: list[str]) -> None:
    assert told(line)["authors"] == authors
    assert told("", line)["authors"] == authors, "behind the text as well"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (f'<div><span><i class="fa fa-user"></i> {AUTHOR}</span> <span><i class="fa fa-eye"></i> Қоғам</span></div>', [AUTHOR]),
        (f'<div><i class="bi bi-pencil-square"></i> <a href="/u/7">{AUTHOR}</a> <i class="bi bi-eye"></i> Қоғам</div>', [AUTHOR]),
        ('<div><span><i class="bi bi-pencil"></i> اقجول قالشابەك</span> <span><i class="bi bi-eye"></i> 1092</span></div>', ["اقجول قالشابەك"]),
        (f'<div><span><i class="fa fa-map-marker"></i> {AUTHOR}</span> <span>Қоғам</span></div>', []),
        ('<div><span><i class="fa fa-user"></i> қонақ ретінде</span> <span>Қоғам</span></div>', []),
    ],
    ids=["a person", "a pen", "arabic letters", "a place", "no name"],
)
def test_an_icon_of_a_person_or_a_pen_stands_before_the_author(line: str, authors: list[str]) -> None:
    assert told(line)["authors"] == authors


@pytest.mark.parametrize(("label", "authors"), [("Автор", [AUTHOR]), ("Бөлім", [])])
def test_a_link_behind_the_word_for_an_author_names_him_behind_the_article_s_box_as_well(label: str, authors: list[str]) -> None:
    about = f'<div class="article__author"><div class="lbl">{label}</div><a href="/author/19/">{AUTHOR}</a></div>'
    shown = f'<div><div class="a"><h1>{TITLE}</h1><p>2 қараша 2025</p><div class="b2">{TEXT}</div></div>{about}</div>'
    assert read(page(main=shown)).values["authors"] == authors


@pytest.mark.parametrize(("name", "authors"), [("Derek", []), ("Тау жаршысы", []), (AUTHOR, [AUTHOR]), ("Мерген", ["Мерген"])])
def test_a_portal_that_signs_its_own_news_is_no_author(name: str, authors: list[str]) -> None:
    publisher = {"@type": "Organization", "name": "Тау жаршысы"}
    stated = {"@type": "NewsArticle", "headline": TITLE, "author": {"@type": "Person", "name": name}, "publisher": publisher}
    head = f'<script type="application/ld+json">{json.dumps(stated)}</script>'
    assert values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}</div></div>', head=head)["authors"] == authors


@pytest.mark.parametrize(
    ("name", "named"), [("byl", True), ("reading-writer", True), ("sig", True), ("signature", True), ("signal", False), ("copywriting", False)]
)
def test_a_box_behind_the_text_may_call_itself_a_byline_or_a_signature(name: str, *, named: bool) -> None:
    assert told("", f'<p class="{name}">{AUTHOR}</p>')["authors"] == ([AUTHOR] if named else [])


def test_a_name_in_letters_of_two_parts_is_a_name() -> None:
    name = unicodedata.normalize("NFD", "Ǵalıa Ábdiqadyr")
    assert told("", f'<p class="sig">{name}</p>')["authors"] == ["Ǵalıa Ábdiqadyr"]


def test_what_nobody_sees_hides_no_hour() -> None:
    found = told("<div>2 қара\u00adша 2025, 14:\u200b20</div>")
    assert str(found["published_at"])[:16] == "2025-11-02 14:20"


def test_a_label_and_its_value_in_elements_of_their_own_are_no_name() -> None:
    when = "<div><span>Жарияланған күні</span><span> 2 қараша 2025 </span></div>"
    found = told(f'<div class="info">{when}<div><span>Санат</span><span> Цифрландыру </span></div></div>')
    assert (found["authors"], found["section"]) == ([], "Цифрландыру")
    assert told(f'<div class="info">{when}<div><span>Айгүл</span><span> Серікқызы </span></div></div>')["authors"] == [AUTHOR]


def test_an_account_of_the_system_is_no_author() -> None:
    assert told("<table><tr><td>Автор:</td><td>Жүйелік тіркелгі</td></tr></table>")["authors"] == []
    assert told(f"<table><tr><td>Автор:</td><td>{AUTHOR}</td></tr></table>")["authors"] == [AUTHOR]


@pytest.mark.parametrize(
    ("between", "authors"), [(", ", [AUTHOR, OTHER]), (" | ", [AUTHOR]), (" ", [AUTHOR])], ids=["a comma", "a bar", "nothing"]
)
def test_links_behind_an_author_s_and_a_comma_are_authors(between: str, authors: list[str]) -> None:
    line = f'<div>27-10-2025, 17:40 <a id="hlAuthor" href="A.aspx?ID=18">{AUTHOR}</a>{between}<a href="A.aspx?ID=31">{OTHER}</a></div>'
    assert told(line)["authors"] == authors


@pytest.mark.parametrize(
    ("behind", "authors"),
    [
        (f"<div><div>{AUTHOR}</div><div>мәдениет бөлімінің тілшісі</div></div>", [AUTHOR]),
        (f"<div><div>{AUTHOR}</div><div>облыстағы меншікті тілшісі</div></div>", [AUTHOR]),
        (f"<div><div>{AUTHOR}</div><div>мектептің математика мұғалімі</div></div>", []),
        (f"<div><div>{AUTHOR}</div><div>ауданның бас тілшісі осы туралы жазды</div></div>", []),
    ],
)
def test_a_name_behind_the_text_over_a_post_is_the_author(behind: str, authors: list[str]) -> None:
    assert told("", behind)["authors"] == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p><b>ايدىن كەنجەعالي</b>،<br>سايرام اۋىلى</p>", ["ايدىن كەنجەعالي"]),
        ("<p>جۇمىس باستالدى،<br>ءبارى قۋاندى</p>", []),
    ],
)
def test_a_name_with_a_comma_over_its_place_signs_in_arabic_letters(line: str, authors: list[str]) -> None:
    assert values(in_script("arabic").replace("</div></article>", f"{line}</div></article>"))["authors"] == authors


@pytest.mark.parametrize("name", ["credits", "kredits", "captions"])
def test_a_list_of_credits_names_the_author(name: str) -> None:
    found = told(f"<dl class='{name}'><dt>Мәтін мен сурет</dt><dd>{AUTHOR}</dd><dt>Жарияланған күні</dt><dd>21.10.2024</dd></dl>")
    assert (found["authors"], day(found)) == ([AUTHOR], "2024-10-21 00:00")


def test_credits_of_pictures_alone_name_no_author() -> None:
    assert told(f"<dl class='credits'><dt>Мәтін мен сурет</dt><dd>{AUTHOR}</dd><dt>Камера</dt><dd>Z7</dd></dl>")["authors"] == []


@pytest.mark.parametrize("label", ["Жолдаған", "جولداعان"])
def test_who_sent_a_text_signs_it(label: str) -> None:
    assert told("", f"<p>{label}: {AUTHOR}</p>")["authors"] == [AUTHOR]
