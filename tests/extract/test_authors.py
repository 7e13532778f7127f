"""Who wrote an article, among whom else its page names: authors of other articles, networks, lines about the author."""

from __future__ import annotations

import json

import pytest

from kznews.extract.jsonld import referred
from kznews.extract.people.authors import find_authors
from kznews.extract.people.names import without_bracket
from tests.support.growth import grows_linearly
from tests.support.small_pages import PARAGRAPHS, TITLE, article, document, page, read

AUTHOR, OTHER = "Айгүл Серікқызы", "Думан Ерұлы"
TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def card(name: str) -> str:
    return f'<div class="card"><a href="/n/7">Көктемгі су тасқыны ерте басталды</a><span class="author">{name}</span></div>'


def authors(over: str = "", under: str = "", head: str = "") -> list[str]:
    main = f'<main><h1>{TITLE}</h1>{over}<div class="text">{TEXT}</div>{under}</main>'
    return read(page(main=main, head=head)).values["authors"]


BYLINE = f'<div class="author">{AUTHOR}</div>'


def test_cards_under_a_text_name_other_authors() -> None:
    assert authors(over=BYLINE, under=card(OTHER)) == [AUTHOR]


def test_under_a_text_an_author_counts_where_none_is_named_before() -> None:
    assert authors(under=BYLINE) == [AUTHOR]
    assert authors(over='<div class="author">admin</div>', under=BYLINE) == [AUTHOR]


@pytest.mark.parametrize("path", ["authors", "avtorlar", "journalist", "zhurnalist", "jurnalister", "writers"])
def test_a_link_to_an_author_s_page_names_the_author(path: str) -> None:
    assert authors(under=f'<div class="b7"><a href="/{path}/77">{AUTHOR}</a></div>') == [AUTHOR]
    assert authors(under='<div class="b7"><a href="/qalalar/77">Айгүл Серікқызы</a></div>') == []


@pytest.mark.parametrize(
    ("address", "said", "found"),
    [
        ("/user/login/index.html", "Жеке бет", []),
        ("/users/sign-up/", "Блог ашу", []),
        ("/user/10/", "Тіркелу", []),
        ("/user/regina/index.html", "Регина Серік", ["Регина Серік"]),
        ("/user/log/", AUTHOR, [AUTHOR]),
    ],
)
def test_a_link_to_log_in_or_to_become_a_user_names_nobody(address: str, said: str, found: list[str]) -> None:
    assert authors(over=f'<div class="b7"><a href="{address}">{said}</a></div>') == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"Автор: {AUTHOR} (@aigul_press)", [AUTHOR]),
        (f"Автор: {AUTHOR} @aigul.press", [AUTHOR]),
        ("Автор: @derek_press", []),
        ("Автор: info@derek.kz", []),
    ],
)
def test_the_account_of_a_network_is_no_part_of_a_name(line: str, found: list[str]) -> None:
    assert authors(over=f"<div>{line}</div>") == found


def test_marks_around_the_size_of_letters_are_no_part_of_a_name() -> None:
    assert authors(over=f"<p>Тілші: {AUTHOR} 【<a>大</a> <a>中</a> <a>小</a>】</p>") == [AUTHOR]


@pytest.mark.parametrize("more", [f"{AUTHOR}ның барлық мақалалары", f"Тағы {AUTHOR}", "Telegram", "Рубрика"])
def test_what_else_a_box_about_the_author_says_is_no_author(more: str) -> None:
    assert authors(over=f'<div class="author"><b>{AUTHOR}</b></div><div class="author-more">{more}</div>') == [AUTHOR]


@pytest.mark.parametrize(
    ("signed", "shown", "name"),
    [
        ("А.СЕРІКҚЫЗЫ", AUTHOR, AUTHOR),
        ("Айгүл СЕРІКҚЫЗЫ", AUTHOR, AUTHOR),
        ("А.СЕРІКҚЫЗЫ", OTHER, "А.СЕРІКҚЫЗЫ"),
        ("Д.СЕРІКҚЫЗЫ", AUTHOR, "Д.СЕРІКҚЫЗЫ"),
        ("А.СЕРІКҚЫЗЫ", "Айгүл СЕРІКҚЫЗЫ", "А.СЕРІКҚЫЗЫ"),
        (OTHER, AUTHOR, OTHER),
    ],
    ids=["initials", "capitals", "another name", "another initial", "in capitals as well", "in full"],
)
def test_a_signature_is_written_as_the_page_has_the_name(signed: str, shown: str, name: str) -> None:
    text = f"{TEXT}<p><b>{signed}</b></p>"
    main = f'<main><h1>{TITLE}</h1><div class="author">{shown}</div><div class="text">{text}</div></main>'
    assert read(page(main=main)).values["authors"] == [name]


@pytest.mark.parametrize("line", [f"Шолуды әзірлеген {AUTHOR}", f"Мақаланы жазған – {AUTHOR}", f"Әңгімені жазып алған {AUTHOR}"])
def test_who_made_a_piece_is_its_author(line: str) -> None:
    found = read(page(main=f'<main><h1>{TITLE}</h1><div class="text">{TEXT}<p>{line}</p></div></main>')).values
    assert found["authors"] == [AUTHOR]
    assert found["body"] == list(PARAGRAPHS)


@pytest.mark.parametrize("line", [f"(Жазған: {AUTHOR})", f"(Мәтін: {AUTHOR} )"])
def test_brackets_around_a_line_with_the_author_are_no_part_of_the_name(line: str) -> None:
    main = f'<div><h1>{TITLE}</h1><div class="text">{TEXT}</div><p>{line}</p></div>'
    assert read(page(main=main)).values["authors"] == [AUTHOR]


@pytest.mark.parametrize(
    ("name", "left"),
    [
        *((shown, "Думан") for shown in ("Думан)", "(Думан", "(Думан)")),
        *((name, name) for name in ("Думан (Тараз)", "(Тараз) Думан")),
    ],
)
def test_only_a_bracket_without_its_other_half_is_no_part_of_a_name(name: str, left: str) -> None:
    assert without_bracket(name) == left


@pytest.mark.parametrize(("line", "named"), [("ТІКЕЛЕЙ ЭФИР", []), ("Айгүл СЕРІКҚЫЗЫ", ["Айгүл СЕРІКҚЫЗЫ"])])
def test_what_is_live_is_no_author(line: str, named: list[str]) -> None:
    assert authors(over=f"<div>{line}</div>") == named


def test_who_placed_an_article_is_its_author() -> None:
    assert authors(over=f"<div>25 қазан 2023, 09:40. Разместила: {AUTHOR}</div>") == [AUTHOR]


def test_two_authors_are_two() -> None:
    assert authors(over=f'<div class="author">{AUTHOR}</div><div class="author">{OTHER}</div>') == [AUTHOR, OTHER]


def graph(*nodes: dict[str, object]) -> str:
    node = {"@type": "NewsArticle", "headline": TITLE, "author": {"@id": "/#/person/7"}}
    return f'<script type="application/ld+json">{json.dumps({"@graph": [node, *nodes]})}</script>'


def test_an_author_by_id_is_looked_up_in_the_graph() -> None:
    person = {"@type": "Person", "@id": "/#/person/7", "name": AUTHOR}
    assert authors(head=graph(person)) == [AUTHOR]
    assert authors(head=graph({**person, "@id": "/#/person/8"})) == []
    assert authors(head=graph({**person, "@type": "Organization"})) == []


def test_thousands_of_authors_by_id_are_looked_up_in_no_time() -> None:
    def looked_up(many: str) -> object:
        people = [{"@id": f"/{at}", "name": AUTHOR} for at in range(len(many))]
        return referred([{"@id": person["@id"]} for person in people], people)

    assert grows_linearly(looked_up, "x")


@pytest.mark.parametrize("name", ["author", "article:author", "parsely-author", "dc.creator"])
def test_the_head_names_an_author(name: str) -> None:
    assert authors(head=f'<meta name="{name}" content="{AUTHOR}">') == [AUTHOR]
    assert authors(over=f'<div class="author">{OTHER}</div>', head=f'<meta name="{name}" content="{AUTHOR}">') == [OTHER]


def test_an_address_of_an_author_is_none_and_hides_no_name() -> None:
    address = '<meta property="article:author" content="https://facebook.com/aigul">'
    assert authors(head=address) == []
    assert authors(head=f'{address}<meta name="author" content="{AUTHOR}">') == [AUTHOR]


@pytest.mark.parametrize(("label", "found"), [("Жазған", [AUTHOR]), ("Written by", [AUTHOR]), ("Оқу уақыты", [])])
def test_a_card_for_messengers_names_the_author_behind_its_label(label: str, found: list[str]) -> None:
    assert authors(head=f'<meta name="twitter:label1" content="{label}"><meta name="twitter:data1" content="{AUTHOR}">') == found


@pytest.mark.parametrize("more", ["<h3>Бұдан басқа хабарлар</h3>", "<h3>Танымал Жаңалық</h3><p>Аптаның хабарлары</p>"])
def test_a_heading_at_the_end_neither_signs_nor_is_text(more: str) -> None:
    found = read(page(main=article().replace("</p></div>", f"</p>{more}</div>"))).values
    assert (found["authors"], found["body"]) == ([], list(PARAGRAPHS))


SIGNED = "<P ALIGN=RIGHT><B>{}</B><BR>\n<I>зейнеткер, бұрынғы диірменші.<BR>Тоғызбұлақ ауылы.</I></P>"


def test_lines_in_italics_under_a_name_with_a_comma_say_who_signs() -> None:
    text = "".join(f"<P>{text}</P>" for text in PARAGRAPHS)
    found = read(page(main=f"<h1>{TITLE}</h1><div>{text}{SIGNED.format('Қуандық ЕСЕНЖОЛ,')}</div>")).values
    assert (found["authors"], found["body"]) == (["Қуандық ЕСЕНЖОЛ"], list(PARAGRAPHS))
    other = read(page(main=f"<h1>{TITLE}</h1><div>{text}{SIGNED.format('Жаңа диірмен туралы,')}</div>")).values
    assert (other["authors"], len(other["body"])) == ([], 5), "no name: the lines are text"


@pytest.mark.parametrize("said", ["Web-master: Marat", "Веб-мастер: Марат Оспан", "Разработка: Derek Studio"])
def test_who_made_the_site_is_no_author(said: str) -> None:
    assert read(page(head=f'<meta name="author" content="{said}">')).values["authors"] == []


def test_a_name_at_the_end_signs() -> None:
    found = read(page(main=article(paragraphs=(*PARAGRAPHS, AUTHOR)))).values
    assert (found["authors"], found["body"]) == ([AUTHOR], list(PARAGRAPHS))


@pytest.mark.parametrize(("shown", "found"), [(f"<i>{OTHER}</i>", [OTHER]), ("", [AUTHOR]), ("<i>admin</i>", [])])
def test_the_head_is_asked_where_a_layouts_selector_finds_nothing(shown: str, found: list[str]) -> None:
    asked = document(page(main=shown, head=f'<meta name="author" content="{AUTHOR}">'))
    assert find_authors(asked, [], [], "i") == found


@pytest.mark.parametrize(("inside", "found"), [('<b itemprop="name">{}</b>', AUTHOR), ("<b>{}</b>", f"Жауап: {AUTHOR}")])
def test_microdata_say_which_part_of_a_byline_is_the_name(inside: str, found: str) -> None:
    assert authors(over=f'<div itemprop="author" itemscope>Жауап: {inside.format(AUTHOR)}</div>') == [found]


@pytest.mark.parametrize(("label", "found"), [("Редактор", []), ("Redaktör", []), ("Автор", [AUTHOR])])
def test_the_editor_is_no_author(label: str, found: list[str]) -> None:
    assert authors(over=f'<div class="news-author">{label}: <b>{AUTHOR}</b></div>') == found


@pytest.mark.parametrize("hidden", ["\u00ad", "\u200b"])
def test_hidden_signs_in_a_name_make_no_second_author(hidden: str) -> None:
    name = f"Айгүл Серік{hidden}қызы"
    line = f'<div class="meta"><span class="author">{name}</span></div><div class="author-name">{name}</div>'
    assert read(page(main=article().replace("</h1>", f"</h1>{line}"))).values["authors"] == ["Айгүл Серікқызы"]
