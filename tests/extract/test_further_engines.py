# ruff: noqa: E501
"""What pages of further engines show in their own ways, rule by rule: times, sections, authors, tags, titles in a gallery."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read
from tests.support.told import AUTHOR, TEXT, day, told, values

GENERATOR = '<meta name="generator" content="{}">'


@pytest.mark.parametrize(
    ("generator", "offset", "at"),
    [
        ("Joomla! - Open Source Content Management", "+00:00", "2025-11-02 14:20"),
        ("Drupal 10 (https://www.drupal.org)", "Z", "2025-11-02 14:20"),
        ("WordPress 6.4", "+00:00", "2025-11-02 00:00"),
        ("", "+00:00", "2025-11-02 00:00"),
    ],
)
def test_an_engine_that_prints_utc_for_nothing_else_adds_its_time(generator: str, offset: str, at: str) -> None:
    shown = f'<time datetime="2025-11-02T09:20:11{offset}">2 қараша 2025</time>'
    main = f"<article><h1>{TITLE}</h1><div>{shown}</div><div>{TEXT}</div></article>"
    assert day(values(main, head=GENERATOR.format(generator))) == at


def test_a_meta_tag_of_such_an_engine_may_be_another_s() -> None:
    head = GENERATOR.format("Joomla!") + '<meta property="article:published_time" content="2025-11-02T09:20:11+00:00">'
    assert day(values(article(date="2 қараша 2025"), head=head)) == "2025-11-02 00:00"


@pytest.mark.parametrize(
    ("home", "section"),
    [
        ('<a href="./">Басты бет</a>', "Әңгіме"),
        ('<a href=".">Басты бет</a>', "Әңгіме"),
        ('<a href="./">Өткен нөмірлер</a>', ""),
        ('<a href="./eski/">Басты бет</a>', ""),
    ],
)
def test_crumbs_may_lead_home_by_the_address_of_their_base(home: str, section: str) -> None:
    way = f'<div id="jol">{home} » <a href="proza/">Проза</a> » <a href="proza/angime/">Әңгіме</a> » {TITLE}</div>'
    assert values(way + f"<div><h1>{TITLE}</h1><div>2 қараша 2025</div>{TEXT}</div>")["section"] == section


@pytest.mark.parametrize("size", ["А", "а", "А+", "А-", "аА", "аАА"])
def test_what_sets_the_size_of_letters_is_no_section(size: str) -> None:
    assert told(f"<div>2 қараша 2025 <a href='#'>{size}</a> <span>Өнер</span></div>")["section"] == "Өнер"
    assert told(f"<div>2 қараша 2025 <b>{size}</b></div>")["section"] == ""


def test_a_section_of_two_letters_is_one() -> None:
    assert told("<div>2 қараша 2025 <b>ТВ</b></div>")["section"] == "ТВ"


def test_the_title_of_a_form_is_no_section() -> None:
    title, fields = '<div class="k-section__title">Айына екі хат</div>', '<div>Поштаңызға жібереміз</div><input name="e">'
    assert told("<div>2 қараша 2025</div>", f"<form>{title}{fields}</form>", over="<div>Репортаж</div>")["section"] == "Репортаж"
    assert told("<div>2 қараша 2025</div>", f"{title}<form>{fields}</form>")["section"] == "Айына екі хат"
    page_in_form = f'<form><h1>{TITLE}</h1><div class="k-section__title">Өнер</div><div>2 қараша 2025</div><div>{TEXT}</div></form>'
    assert values(page_in_form)["section"] == "Өнер", "ASP.NET"


@pytest.mark.parametrize(
    ("name", "more"),
    [("gallery-item-title", []), ("et_pb_gallery_title", []), ("image-gallery-photo-title", []), ("gallery-text", list("аб")), ("qala-title", list("аб"))],
)
def test_titles_of_a_gallery_are_no_text(name: str, more: list[str]) -> None:
    shown = {"а": "Тірекке қарау", "б": "Түнгі жарық"}
    gallery = f'<div class="_1Gal">{"".join(f"<div><div class={name!r}>{said}</div></div>" for said in shown.values())}</div>'
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)
    body = read(page(main=f"<div><h1>{TITLE}</h1><div>{first}{gallery}{''.join(others)}</div></div>")).values["body"]
    assert [line for line in body if line not in PARAGRAPHS] == [shown[at] for at in more]


def test_the_headline_of_a_gallery_s_page_is_one() -> None:
    main = f'<div><h1 class="gallery-title">{TITLE}</h1><div>2 қараша 2025</div><div>{TEXT}</div></div>'
    assert (values(main)["title"], values(main)["body"]) == (TITLE, list(PARAGRAPHS))


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (f'<div class="fio">{AUTHOR}</div>', [AUTHOR]),
        (f'<div class="avt">{AUTHOR}</div>', [AUTHOR]),
        ('<div class="av">گۇلنار ساپار</div>', ["گۇلنار ساپار"]),
        (f'<div class="av-menu">{AUTHOR}</div>', []),
        (f'<div class="fiord">{AUTHOR}</div>', []),
        ('<div class="av">гс</div>', []),
    ],
)
def test_a_box_under_the_text_may_be_called_the_author_s_for_short(line: str, authors: list[str]) -> None:
    assert told("<div>2 қараша 2025</div>", line)["authors"] == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (f"2 қараша 2025, 14:20 · Редактор: {AUTHOR} · 509 көрілім", [AUTHOR]),
        (f"2 қараша 2025, 14:20 · Редактор: Думан Әлі · Автор: {AUTHOR}", [AUTHOR]),
        (f"2 қараша 2025, 14:20 · Бас редактор: {AUTHOR}", []),
        (f"2 қараша 2025, 14:20 · Корректор: {AUTHOR}", []),
        (f"2 қараша 2025, 14:20</p><p>Редактор: {AUTHOR}", []),
    ],
)
def test_who_edited_it_is_the_author_where_the_line_with_its_date_names_nobody_else(line: str, authors: list[str]) -> None:
    assert told(f"<p>{line}</p>")["authors"] == authors


def test_an_editor_under_the_text_is_not_the_author() -> None:
    assert told("<div>2 қараша 2025</div>", f"<p>Редактор: {AUTHOR}</p>")["authors"] == []


@pytest.mark.parametrize(
    ("said", "authors"),
    [
        ("<div class='by-author'>جازعان</div> <a href='#'>گۇلنار ساپار</a>", ["گۇلنار ساپار"]),
        ("<div class='by-author'>Jazǵan</div> <a href='#'>Gúlnar Sapar</a>", ["Gúlnar Sapar"]),
        ("<a href='#'>گۇلنار ساپار</a>", ["گۇلنار ساپار"]),
    ],
)
def test_the_word_for_who_wrote_it_is_no_part_of_a_name_in_any_script(said: str, authors: list[str]) -> None:
    assert told(f"<div class='post-author-name'>{said}<div class='author-line'> - </div></div><div>02.11.2025</div>")["authors"] == authors


def chips(first: str, second: str, kind: str = ' class="label"') -> str:
    return f'<div class="label-list"><a{kind} href="{first}">көпір</a> <a{kind} href="{second}">жол құрылысы</a></div>'


@pytest.mark.parametrize(
    ("row", "tags"),
    [
        (chips("/?t=1", "/?t=2"), ["көпір", "жол құрылысы"]),
        (chips("/izdeu.php?w=kopir", "/izdeu.php?w=jol"), ["көпір", "жол құрылысы"]),
        (chips("/?t=1", "/?u=2"), []),
        (chips("/a?t=1", "/b?t=2"), []),
        (chips("/?lang=1", "/?lang=2"), []),
        (chips("/?cat=1", "/?cat=2"), []),
        (chips("/?t=1", "/?t=2", ""), []),
        (chips("/", "/"), []),
        (chips("http://[", "http://["), []),
    ],
)
def test_links_that_ask_one_list_for_different_words_are_tags(row: str, tags: list[str]) -> None:
    assert told("<div>2 қараша 2025</div>", row)["tags"] == tags


def test_links_that_ask_as_the_article_s_own_address_lead_to_articles() -> None:
    main = f"<div><h1>{TITLE}</h1><div>{TEXT}</div>{chips('/?p=1', '/?p=2')}</div>"
    assert read(page(main=main), "https://derek.kz/?p=4711").values["tags"] == []
    assert read(page(main=main), "https://derek.kz/n/4711").values["tags"] == ["көпір", "жол құрылысы"]
