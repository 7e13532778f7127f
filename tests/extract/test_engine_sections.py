# ruff: noqa: E501
"""What pages of engines that nobody here had seen say of their sections and tags: rule by rule, each beside a page on which it does nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read
from tests.support.told import AUTHOR, TEXT, day, told, values


def test_a_label_says_the_section_before_a_menu_of_sections_does() -> None:
    menu = '<div><div><a class="catName" href="/1">Мектеп өмірі</a> [41]</div><div><a class="catName" href="/2">Техника</a> [12]</div></div>'
    labelled = '<div><b>Категория</b>: <a href="/2">Техника</a> | <b>Просмотров</b>: 31</div>'
    assert values(menu + article().replace("</article>", f"{labelled}</article>"))["section"] == "Техника"
    assert values(f"{menu}<div>{article()}</div>")["section"] == "Мектеп өмірі"


@pytest.mark.parametrize(
    ("trail", "section"),
    [
        ('<a href="#skip"></a><a href="/Default.aspx">Басты бет</a> &gt; <a href="/List.aspx?cat=3">Спорт</a>', "Спорт"),
        ('<a href="/index.php">Басты бет</a> | <a href="/forum.php">Форум</a>', ""),
    ],
    ids=["a way", "a menu"],
)
def test_a_way_may_open_at_a_file(trail: str, section: str) -> None:
    assert values(f"<div><div>{trail}</div>{article()}</div>")["section"] == section


@pytest.mark.parametrize("rest", ["жұма", "Жүргізуші: Айгүл Серік"])
def test_weekdays_and_labels_are_no_sections(rest: str) -> None:
    assert told(f"<div>2 қараша 2025 | {rest} | Аймақ</div>")["section"] == "Аймақ"


def test_a_cloud_of_tags_is_the_portal_s() -> None:
    box = '<div class="{}"><a href="#">мектеп</a> <a href="#">көпір</a></div>'
    assert values(f"<div>{article()}</div>", after=box.format("tagcloud"))["tags"] == []
    assert values(f"<div>{article()}{box.format('tags')}</div>")["tags"] == ["мектеп", "көпір"]


def test_a_class_of_an_editor_is_no_box_of_tags() -> None:
    def classed(name: str) -> int:
        return len(values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}<p class="{name}">{PARAGRAPHS[0]} Бәрі риза.</p></div></div>')["body"])

    assert classed("fr-tag") == len(PARAGRAPHS) + 1
    assert classed("tag") == len(PARAGRAPHS)


def test_a_cloud_of_tags_in_a_side_column_is_the_portal_s_and_one_under_the_article_its_own() -> None:
    cloud = '<div class="TagCloud"><a href="/tags/kopir">көпір</a> <a href="/tags/jol">жол</a></div>'
    assert values(f"<div>{article()}<div class='sidebar'><h3>Тегтер</h3>{cloud}</div></div>")["tags"] == []
    assert values(f"<div>{article()}{cloud}</div>")["tags"] == ["көпір", "жол"]


def test_a_side_column_may_list_what_is_said_of_the_article() -> None:
    def beside(*lists: tuple[str, ...], column: str = "aside") -> dict[str, Any]:
        facts = "".join(f"<dl>{''.join(f'<div><dt>{label}</dt><dd>{said}</dd></div>' for label, said in zip(it[::2], it[1::2], strict=True))}</dl>" for it in lists)
        cards = "".join(f"<li><a href='/n/{at}'>Көктемгі су тасқыны биыл ерте басталды, {at}-хабар</a></li>" for at in range(20 * (column == "aside")))
        return values(f"{article(date='')}<div class={column}>{facts}<ul>{cards}</ul></div>")

    facts = ("Күні", "10:45, 2 қараша 2025", "Автор", f"{AUTHOR} <span>тілші</span>", "Тақырып", "<a href='/t/kopir'>көпір</a><a href='/t/jol'>жол</a>")
    found = beside(facts)
    assert (day(found), found["authors"], found["tags"]) == ("2025-11-02 10:45", [AUTHOR], ["көпір", "жол"])
    assert day(beside(facts, facts)) == day(beside(facts, column="related")) == "None", "of several articles, or of another"
    assert day(beside(("Күні", "10:45, 2 қараша 2025", "Ауа райы", "+12"))) == "None", "of something else"


@pytest.mark.parametrize(("label", "section"), [("Breadcrumb", "Спорт"), ("Мәзір", "")])
def test_crumbs_may_be_named_for_those_who_listen_alone(label: str, section: str) -> None:
    trail = f"<nav aria-label='{label}'><ol><li><a href='/'>Басты бет</a></li><li><span>/</span><a href='/c/s'>Спорт</a></li></ol></nav>"
    assert values(f"{trail}<div>{article()}</div>")["section"] == section


@pytest.mark.parametrize(
    ("marked", "section"), [(("Спорт",), "Спорт"), (("Спорт", "Білім"), ""), (("Басты бет",), ""), ((), "")], ids=["one", "two", "home", "none"]
)
def test_a_menu_marks_the_section_where_nothing_else_names_it(marked: tuple[str, ...], section: str) -> None:
    names = {"/": "Басты бет", "/c/q": "Қоғам", "/c/s": "Спорт", "/c/b": "Білім"}
    menu = "".join(f"<li{' class=current-menu-item' * (name in marked)}><a href='{path}'>{name}</a></li>" for path, name in names.items())
    assert read(page(f"<nav><ul>{menu}</ul></nav><ul class='mobile-menu'>{menu}</ul>")).values["section"] == section


def test_a_line_over_the_headline_is_the_section_if_a_menu_has_a_link_of_that_name() -> None:
    menu = "<nav><a href='/c/q'>Қала</a> <a href='/c/k'>Кәсіп</a></nav>"
    over = f"<div><p>Бүгін, 08:30 Көктемгі су тасқыны ерте басталды</p></div><p>Кәсіп</p><h1>{TITLE}</h1>{TEXT}"
    assert values(over, after=menu)["section"] == "Кәсіп"
    assert values(over)["section"] == "", "no menu says so"
    assert values(f"<p>Қала</p><p>Кәсіп</p><h1>{TITLE}</h1>{TEXT}", after=menu)["section"] == "", "the end of a menu without a name"


def test_tags_in_the_foot_of_a_page_are_others() -> None:
    foot = '<footer class="ft"><div class="tags"><a href="/tag/9">Наурыз дастарқаны</a></div></footer>'
    own = article().replace("</article>", '<div class="tags"><a href="/tag/1">көпір</a></div></article>')
    assert values(own, after=foot)["tags"] == ["көпір"]
    assert values(article(), after=foot)["tags"] == ["Наурыз дастарқаны"], "nothing else is there"


@pytest.mark.parametrize(("label", "section"), [("Сіз мына жердесіз:", "Қайғыру"), ("Мәзір:", "")])
def test_a_line_that_says_where_one_is_shows_the_way(label: str, section: str) -> None:
    way = f'<div>{label} <a href="basty-bet/">Басты бет</a> / <a href="gazet/">Газет</a> / <a href="gazet/q/">Қайғыру</a></div>'
    assert values(f"<div>{way}{article()}</div>")["section"] == section


def test_what_another_label_announces_is_no_section() -> None:
    assert told("<div><i>Дереккөз:</i> <b>Атамекен желісі</b> 2 қараша 2025</div>")["section"] == ""
    assert told("<div><b>Атамекен желісі</b> 2 қараша 2025</div>")["section"] == "Атамекен желісі"


@pytest.mark.parametrize(
    ("cloud", "own"),
    [
        ("<div><a href='/tag/1' style='font-size:10pt'>көпір</a> <a href='/tag/2' style='font-size: 14pt'>ауыл</a></div>", ""),
        ("<div>Кілт сөздер: <a href='/tag/1'><font size='2'>көпір</font></a>, <a href='/tag/2'><font size='4'>ауыл</font></a></div>", ""),
        ("<ul class='list'><li><a href='/tag/1'>#көпір</a> 24</li><li><a href='/tag/2'>#ауыл</a> 31</li></ul>", "<p class='tags'><a href='/tag/9'>жол</a></p>"),
    ],
)
def test_tags_by_size_and_tags_beside_a_box_of_tags_are_the_portal_s(cloud: str, own: str) -> None:
    main = f"<article><h1>{TITLE}</h1>{TEXT}{own}</article>"
    assert read(page(main=main, after=cloud)).values["tags"] == (["жол"] if own else [])
    plain = cloud.replace(" style='font-size:10pt'", "").replace(" style='font-size: 14pt'", "").replace(" size='2'", "").replace(" size='4'", "")
    assert read(page(main=main.replace(own, ""), after=plain)).values["tags"] == ["көпір", "ауыл"]


def test_a_box_with_the_first_of_the_tags_is_not_all_of_them() -> None:
    primary, line = "<div class='primary-tag'><a href='/tag/1'>көпір</a></div>", "<div class='line'>Тегтер: <a href='/tag/1'>көпір</a>, <a href='/tag/2'>ауыл</a></div>"
    assert values(f"<article>{primary}<h1>{TITLE}</h1>{TEXT}{line}</article>")["tags"] == ["көпір", "ауыл"]


@pytest.mark.parametrize(("links", "section"), [(2, "Көлік"), (14, "")])
def test_crumbs_that_are_not_closed_say_nothing(links: int, section: str) -> None:
    way = "".join(f'<a href="/k{at}/">{"Көлік" if at == links - 1 else "Басты бет"}</a> / ' for at in range(links))
    found = read(page(f'<div class="breadcrumb"><a href="/">Басты бет</a> / {way}</div>', main=f"<div>{article()}</div>")).values
    assert found["section"] == section


@pytest.mark.parametrize(("over", "section"), [("Жаңалықтар / Көлік", "Көлік"), ("Көпір / Көлік", "Көпір / Көлік")])
def test_behind_the_name_of_all_news_stands_the_section(over: str, section: str) -> None:
    assert told("<div>2 қараша 2025</div>", over=f"<div>{over}</div>")["section"] == section
