# ruff: noqa: E501
"""What more pages of engines that nobody here had seen print, rule by rule, each beside a page on which the rule does nothing."""

from __future__ import annotations

from typing import Any

import pytest

from kznews.extract.labels import counts_labels
from kznews.extract.names import is_name
from kznews.extract.zones import hides_by_class
from kznews.outcomes import Reason
from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read

TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
AUTHOR = "Айгүл Серікқызы"


def values(main: str, head: str = "", after: str = "") -> dict[str, Any]:
    return read(page(main=main, head=head, after=after)).values


def told(line: str, behind: str = "", *, over: str = "") -> dict[str, Any]:
    """Return what is read of an article with a line under its headline, and markup over that and behind the text."""
    return values(f'<div>{over}<h1>{TITLE}</h1>{line}<div class="b2">{TEXT}</div>{behind}</div>')


def day(found: dict[str, Any]) -> str:
    return str(found["published_at"])[:16]


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ('<div><a href="/2025/11/02/">Кеше, 18:45</a> <a href="/q">Қоғам</a> 512</div>', "2025-11-02 18:45"),
        ('<div><a href="/n/7">Көктемгі су тасқыны ерте басталды</a> <a href="/n/7">1 қараша 2025</a></div>', "None"),
        ('<div><a href="/n/7"><div>Көктемгі су тасқыны ерте басталды</div><div>1 қараша 2025</div></a></div>', "None"),
    ],
    ids=["date and section are links", "a card", "a card that is one link"],
)
def test_a_dateline_may_be_links_and_a_card_is_none(line: str, at: str) -> None:
    assert day(told(line)) == at


@pytest.mark.parametrize("edited", ["отредактировал: admin - 20-10-2025, 09:15", "Өңделді: 20.10.2025", "Edited by admin - 20.10.2025"])
def test_when_a_page_was_edited_is_not_when_it_was_published(edited: str) -> None:
    line = "<p>19-10-2025, 18:07</p>"
    assert day(told(line, f"<p>{edited}</p>")) == day(told(line)) == "2025-10-19 18:07"


def test_the_day_of_a_paper_right_over_the_headline_is_the_article_s() -> None:
    number = "<table><tr><td><b>№ 31 (8764)</b> 24 қазан 2025 жыл, жұма <a href='/r'>Осы нөмірде</a> » <a href='/r/3'>Тағдыр</a></td></tr></table>"
    found = values(f"{number}<div><div><h1>{TITLE}</h1>{TEXT}</div></div>")
    assert (day(found), found["section"]) == ("2025-10-24 00:00", "Тағдыр")
    away = values(f"{number}<div>Ауа райы</div><div>Байланыс</div><div><div><h1>{TITLE}</h1>{TEXT}</div></div>")
    assert day(away) == "None", "the same further above may be of the paper that is on sale"


@pytest.mark.parametrize(("said", "hour"), [("6:05 p.m.", "18:05"), ("6:05 a.m.", "06:05"), ("6:05 PM", "18:05")])
def test_hours_of_twelve_may_be_written_with_full_stops(said: str, hour: str) -> None:
    found = told(f"<div>March 12, 2025, {said}</div>")
    assert (day(found), found["published_raw"]) == (f"2025-03-12 {hour}", f"March 12, 2025, {said}")


def test_a_dateline_behind_the_lead_is_no_text_and_a_chronicle_s_days_are() -> None:
    dated = [f"<p>{PARAGRAPHS[0]}</p>", "<p>26.09.2025<br>Фото мен мәтін: Данияр Мұсаев</p>", *(f"<p>{text}</p>" for text in PARAGRAPHS[1:])]
    found = values(f'<div><h1>{TITLE}</h1><div class="b2">{"".join(dated)}</div></div>')
    assert (day(found), found["authors"]) == ("2025-09-26 00:00", ["Данияр Мұсаев"])
    assert list(found["body"]) == list(PARAGRAPHS)
    again = [*dated[:3], "<p>27.09.2025<br>Мәтін: Данияр Мұсаев</p>", *dated[3:]]
    assert len(values(f'<div><h1>{TITLE}</h1><div class="b2">{"".join(again)}</div></div>')["body"]) > len(PARAGRAPHS)


def test_a_time_with_an_offset_of_its_own_is_an_instant_and_one_with_none_may_be_local() -> None:
    def stated(offset: str) -> str:
        return day(values(article(date="2 қараша 2025"), head=f'<meta property="article:published_time" content="2025-11-02T15:22:40{offset}">'))

    assert stated("+08:00") == "2025-11-02 12:22"
    assert stated("+00:00") == "2025-11-02 00:00"


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


@pytest.mark.parametrize(
    ("classes", "hidden"),
    [("hidden", True), ("hidden md:flex", False), ("md:hidden", False), ("hidden group-hover:block", True), ("d-none d-lg-block", False)],
)
def test_what_only_phones_hide_is_shown(classes: str, hidden: bool) -> None:  # noqa: FBT001
    assert hides_by_class(classes) is hidden


def test_a_lead_may_stand_before_boxes_of_text() -> None:
    lead, rest = PARAGRAPHS[0], [*PARAGRAPHS[1:], "Жол бойына жаңа аялдама орнатылып, автобус күніне алты рет қатынайтын болды."]
    boxes = f'<div class="a"><p>{rest[0]}</p></div><div class="b"><p>{rest[1]}</p><p>{rest[2]}</p></div>'
    found = values(f"<div><h1>{TITLE}</h1><p>{lead}</p>{boxes}</div>")
    assert (found["lead"], list(found["body"])) == (lead, rest)
    divided = "".join(f"<div>{text}</div>" for text in (lead, *rest))
    assert values(f"<div><h1>{TITLE}</h1>{divided}</div>")["lead"] == "", "paragraphs may be divs"


@pytest.mark.parametrize(
    "line",
    [
        "<div class='info'>Родительская категория: Газет Категория: Білім Обновлено: 30 Қазан 2025</div>",
        "<div>Қараулар саны: 311<br>Дереккөз: Жылу желілері</div>",
        "<div>Для просмотра видео необходим Adobe Flash Player</div>",
        "<p><a href='/n/9'>Үлгілерді тігу жолы</a></p>",
        "<div><div>Тақырып бойынша</div><a href='/n/7'>Көктемгі су тасқыны ерте басталды</a></div>",
        "<p>分享到：微信 新浪微博</p>",
        "<p>（Жауапты редактор：Гүлнар）</p>",
    ],
)
def test_no_text(line: str) -> None:
    """Lines about the article, of players, links and whoever made the page are no text, a sentence in their place is."""
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)

    def body(amid: str) -> list[str]:
        return list(values(f'<div><h1>{TITLE}</h1><div class="b2">{first}{amid}{"".join(others)}</div></div>')["body"])

    assert body(line) == list(PARAGRAPHS)
    assert len(body("<p>Бұл көпірді бәрі күткен еді.</p>")) == len(PARAGRAPHS) + 1


def test_a_section_s_line_over_the_text_is_none_of_it() -> None:
    assert list(told("<div>Бөлім: <a href='/1'>Газет</a></div>")["body"]) == list(PARAGRAPHS)


def test_the_page_s_headline_is_not_the_section_s_name_that_the_head_alone_states() -> None:
    main = f'<div><h3>Білім</h3><span class="contentheading">{TITLE}</span><div class="b2">{TEXT}</div></div>'
    section = page(main=main).replace(f"<title>{TITLE}", "<title>Білім")
    assert read(section).values["title"] == TITLE
    assert read(section.replace("contentheading", "c3")).values["title"] == "Білім"


def test_a_heading_over_the_text_is_the_headline_where_the_head_names_the_portal_alone() -> None:
    beside = "<p>2 қараша 2025</p><p>|</p><p>Айгүл Серік</p><p>Бөлісу</p><p>Басу</p>"
    markup = page(main=f"<section><h2>{TITLE}</h2>{beside}{TEXT}<h1>Кім жауапты?</h1>{TEXT}</section>")
    assert read(markup.replace(f"<title>{TITLE}", "<title>Derek Today")).values["title"] == TITLE


@pytest.mark.parametrize(
    "said",
    [
        "Сіз іздеген материал жойылған немесе мұрағатқа көшірілген. Кешіріңіз, бұл жаңалық қолжетімсіз.",
        "Өкінішке қарай, осы мекенжай бойынша жарияланым табылмады немесе оны көруге сізде рұқсат жоқ.",
    ],
)
def test_a_page_says_that_its_article_is_gone(said: str) -> None:
    cards = "".join(f'<div><a href="/n/{at}">Облыс орталығында жылу маусымы ерте басталады</a> 18.09.2025</div>' for at in range(4))
    assert (read(page(main=f"<div><h1></h1><p>{said}</p>{cards}</div>")).refusal or (None,))[0] is Reason.SOFT_404


def test_a_headline_may_stand_behind_its_section_and_a_bold_sentence_under_it_is_its_lead() -> None:
    def caption(between: str, bold: str) -> dict[str, Any]:
        box = f'<div class="cap"><a href="/news.php?cat.5">Спорт</a> {between} {TITLE}</div>'
        markup = page(main=f"{box}<div><b>{bold}</b><br><br>{TEXT}</div>")
        return read(markup.replace(f"<title>{TITLE}", f"<title>Derek жаршысы: {TITLE} / Жаңалықтар")).values

    lead = "Сәрсенбі күні облыс орталығында жөндеу аяқталды."
    found = caption("::", lead)
    assert (found["title"], found["lead"], found["section"]) == (TITLE, lead, "Спорт")
    assert caption("", lead)["section"] == "", "nothing divides the two"
    assert caption("::", lead.rstrip("."))["title"] == lead.rstrip("."), "no sentence: the headline may be this"


def test_the_heading_marked_as_the_headline_is_it_where_the_head_names_the_section_alone() -> None:
    def under(headings: str) -> Any:
        markup = page(main=f"<div><div><h1>Ауыл өмірі</h1></div>{headings}{TEXT}</div>")
        return read(markup.replace(f"<title>{TITLE}", "<title>Ауыл өмірі - Derek")).values["title"]

    marked = f'<div><h2 itemprop="headline">{TITLE}</h2></div>'
    assert under(marked) == TITLE
    assert under(marked * 2) == "Ауыл өмірі", "one of them is a card's"
    assert under(f"<div><h2 itemprop='headline'><a href='/n/3'>{TITLE}</a></h2></div>") == "Ауыл өмірі"


@pytest.mark.parametrize(
    ("under", "lead"),
    [
        ("<div class='h'><span><h2>{title}</h2></span></div><h6>Игі іске кәсіпкерлер мен студенттер атсалысқан</h6>", True),
        ("<div class='h'><span><h2>{title}</h2></span></div><div><h6>Игі іске кәсіпкерлер мен студенттер атсалысқан</h6></div>", False),
        ("<div class='h'><span><h2>{title}</h2></span></div><h6>Derek: {title}</h6>", False),
    ],
    ids=["in a box around the headline's", "in a box of its own", "the headline again"],
)
def test_a_subheading_is_the_lead(under: str, *, lead: bool) -> None:
    found = values(f'<div>{under.format(title=TITLE)}<div class="b2">{TEXT}</div></div>')
    assert (found["lead"] != "") == lead


def test_the_first_paragraph_may_be_bold_by_its_own_style() -> None:
    def styled(style: str) -> Any:
        return values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT.replace("<p>", f"<p style={style!r}>", 1)}</div></div>')["lead"]

    assert styled("font-size: 14pt; font-weight: bold") == styled("font-weight:600") == PARAGRAPHS[0]
    assert styled("font-weight: 400") == ""


def test_a_class_of_an_editor_is_no_box_of_tags() -> None:
    def classed(name: str) -> int:
        return len(values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}<p class="{name}">{PARAGRAPHS[0]} Бәрі риза.</p></div></div>')["body"])

    assert classed("fr-tag") == len(PARAGRAPHS) + 1
    assert classed("tag") == len(PARAGRAPHS)


def test_a_cloud_of_tags_in_a_side_column_is_the_portal_s_and_one_under_the_article_its_own() -> None:
    cloud = '<div class="TagCloud"><a href="/tags/kopir">көпір</a> <a href="/tags/jol">жол</a></div>'
    assert values(f"<div>{article()}<div class='sidebar'><h3>Тегтер</h3>{cloud}</div></div>")["tags"] == []
    assert values(f"<div>{article()}{cloud}</div>")["tags"] == ["көпір", "жол"]


@pytest.mark.parametrize(
    ("widget", "shown"),
    [
        ("<ul><li><a href='#'><b>Қызылорда</b> <i>+31<sup>o</sup>C</i></a></li><li><b>Арал</b><i>+29<sup>o</sup>C</i></li></ul>", {"qyzylorda": 31, "aral": 29}),
        ("<ul><li><a href='#'><b>Қызылорда</b> <i>+31<sup>x</sup></i></a></li></ul>", {}),
        ("<div>Доллар <b>348,40</b> · Еуро <b>379,58</b> · Рубль <b>4,64</b> | Ақсай: −11°, Орал: −9°</div>", {"aqsay": -11, "oral": -9}),
        ("<div>Доллар <b>348,40</b> · Еуро <b>379,58</b> · Рубль <b>4,64</b> | Ақсай: −11°, −9°</div>", {}),
    ],
    ids=["raised letters in a link", "no sign of degrees", "cities behind rates", "two figures for one city"],
)
def test_temperatures_stand_in_lines_of_many_kinds(widget: str, shown: dict[str, int]) -> None:
    found = read(page(f"<div class='top'>{widget}</div>")).weather
    assert {weather.city_key: weather.temperature for weather in found} == shown


def test_icons_of_currencies_tell_behind_a_menu_of_cities_as_well() -> None:
    icons = "".join(f'<span><i class="fa fa-{code}"></i> {value} <small>-1.27</small></span>' for code, value in (("usd", 314.06), ("eur", 334.82)))
    menu = "<select><option selected>Алматы</option><option>Астана</option></select>"

    def shown(line: str) -> dict[str, float]:
        return {rate.currency: float(rate.value) for rate in read(page(f"<div class='top'>{line}</div>")).rates}

    assert shown(f"<span>{menu} <b></b>&deg;C</span> {icons}") == {"USD": 314.06, "EUR": 334.82}
    assert shown(f"<span>{menu} <b></b>&deg;C</span> {icons.replace('fa-usd', '').replace('fa-eur', '')}") == {}


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("бөлім <a href='/c/7'>Мәдениет</a> сағат <a href='/n/7'>16:05</a>", "2025-10-31 16:05"),
        ("бөлім <a href='/c/7'>Мәдениет</a> 16:05", "2025-10-31 00:00"),
    ],
    ids=["an hour in so many words", "a figure"],
)
def test_the_hour_of_a_day_over_the_headline_may_stand_in_the_line_below_it(said: str, at: str) -> None:
    assert day(told(f"<div class='byline'>Жариялаған: Admin {said}</div>", over="<h3>Жұма, 31. қазан 2025</h3>")) == at


def test_an_hour_beside_another_day_is_not_the_article_s() -> None:
    line = "<div class='meta'>Келесі жиын: дүйсенбі, 30 қараша 2025 жыл, сағат 16:05</div>"
    assert day(told(line, over="<h3>Жұма, 31. қазан 2025</h3>")) == "2025-10-31 00:00"


def test_a_line_that_says_who_published_is_believed_before_the_day_of_a_widget() -> None:
    beside = "".join(f"<p>{said}</p>" for said in ("Валюта бағамы", "1 доллар", "449.83", "1 еуро", "483.9", "1 рубль", "6.14"))

    def dated(opening: str) -> str:
        line = f"<h6>{opening} {AUTHOR} 12 наурыз 2019, 20:30 <a href='/c/4'>Мерей</a></h6>"
        return day(told(f"{beside}<p>ҰБ, 03.11.2025</p>{line}"))

    assert dated("Жариялаған:") == "2019-03-12 20:30"
    assert dated("Сұхбаттасқан:") == "2025-11-03 00:00"


def test_two_may_sign_on_lines_of_one_paragraph() -> None:
    def signed(lines: str) -> Any:
        return values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}<p>{lines}</p></div></div>')["authors"]

    assert signed("Гүлнар АХМЕТОВА,<br>Дидар САПАРОВ") == ["Гүлнар АХМЕТОВА", "Дидар САПАРОВ"]
    assert signed("Гүлнар АХМЕТОВА,<br>«Derek»") == ["Гүлнар АХМЕТОВА"]


@pytest.mark.parametrize(
    ("amid", "more"),
    [
        ("<p><img src='/k.jpg'><br><span style='font-size: 8pt;'>Қайта салынған көпір осы.</span></p>", 0),
        ("<p><img src='/k.jpg'><br><span style='font-size: 14pt;'>Қайта салынған көпір осы.</span></p>", 1),
        ("<p><span style='font-size: 8pt;'>Қайта салынған көпір</span></p>", 1),
        (f"<blockquote class='td_pull_quote'><p>{PARAGRAPHS[0][:60]}</p></blockquote>", 0),
        (f"<blockquote><p>{PARAGRAPHS[0][:60]}</p></blockquote>", 1),
        ("<blockquote class='td_pull_quote'><p>Бұл көпірді бәрі күткен еді</p></blockquote>", 1),
    ],
    ids=["small under a picture", "large under one", "small", "a pull quote", "a quotation", "a pull quote that repeats nothing"],
)
def test_what_is_set_apart_amid_the_text_is_said_twice_or_of_a_picture(amid: str, more: int) -> None:
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)
    body = values(f'<div><h1>{TITLE}</h1><div class="b2">{first}{amid}{"".join(others)}</div></div>')["body"]
    assert len(body) == len(PARAGRAPHS) + more


def test_a_list_may_open_with_the_headline_of_its_first_post() -> None:
    def listed(first: str, between: str = "") -> Any:
        heads = (first, "Су тасқыны ерте басталды", "Мектеп кітапханасы жаңарды", "Жылу желісіндегі апат жойылды")
        items = "".join(f"<li><h3><a href='/blog/post/{at}'>{said}</a></h3><p>2 қараша 2025</p>{TEXT if at == 0 else ''}</li>{between}" for at, said in enumerate(heads))
        return (read(page(main=f"<h2>{TITLE}</h2><p>Аптаның таңдаулысы</p><ul>{items}</ul>")).refusal or (None,))[0]

    assert listed(TITLE) is Reason.NOT_ARTICLE
    assert listed("Үлкен ауылындағы жиын өтті") is None
    assert listed(TITLE, "</ul><ul>") is None, "the others are in lists of their own"


def test_a_page_without_headline_and_date_says_that_its_article_is_gone_amid_notices() -> None:
    def refused(said: str, before: str = "") -> Any:
        markup = page(before, main=f"<table><tr><td>{said}</td></tr><tr><td>{TEXT}</td></tr></table>").replace(f"<title>{TITLE}", "<title>Derek үні")
        return (read(markup).refusal or (None,))[0]

    gone = "Сіз іздеген жаңалық табылмады. Ол жойылған немесе басқа айдарға көшірілген болуы мүмкін."
    assert refused(gone) is Reason.SOFT_404
    assert refused("Сіз іздеген кітап табылмады. Ол басқа айдарға көшірілген болуы мүмкін.") is not Reason.SOFT_404
    assert refused(gone, "<p>2 қараша 2025, 14:20</p>") is not Reason.SOFT_404, "an article about it has a date"
    said = read(page(main=f"<div><h1>{TITLE}</h1>{TEXT}<p>Мұрағатта ол туралы бірде-бір мақала табылмады.</p></div>")).refusal
    assert said is None, "or a headline"


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


def test_a_section_s_name_with_a_colon_is_none_of_the_headline_where_the_head_leaves_it_out() -> None:
    def titled(head: str) -> tuple[Any, Any]:
        markup = page(main=f"<div><font class='title'><b>Спорт: {TITLE}</b></font></div><div>{TEXT}</div>")
        found = read(markup.replace(f"<title>{TITLE}", f"<title>{head}")).values
        return found["title"], found["section"]

    assert titled(f"Derek порталы - {TITLE}") == (TITLE, "Спорт")
    assert titled(f"Derek порталы - Спорт: {TITLE}") == (f"Спорт: {TITLE}", "")


@pytest.mark.parametrize(
    ("amid", "more"),
    [
        ("<div class='t107'><img src='/k.jpg'><div><div>Қайта салынған көпір</div></div><div>Сурет мұрағаттан</div></div>", 0),
        ("<div class='t107'><img src='/i.png' width='32'><div><div>Қайта салынған көпір</div></div></div>", 1),
        ("<div class='t107'><div>Қайта салынған көпір</div><img src='/k.jpg'></div>", 1),
        ("<div class='t107'><img src='/k.jpg'><div>Бұл көпірді бәрі күткен еді.</div></div>", 1),
        ("<div class='t107'><img src='/k.jpg'><h3>Қайта салынған көпір</h3></div>", 1),
        ("<ul><li><img src='/k.jpg'>Қайта салынған көпір</li></ul>", 1),
        ("<p><img src='/k.jpg'><br>Қайта салынған көпір</p>", 0),
        ("<p><img src='/k.jpg'><br>Қайта салынған көпір,</p>", 1),
        ("<p><img src='/k.jpg'><br>Қайта салынған көпір<br>Өзеннің екі жағы</p>", 1),
    ],
    ids=["a figure", "an icon", "a picture below", "a sentence", "a heading", "an item", "a paragraph", "goes on", "two lines"],
)
def test_a_box_of_a_picture_and_a_line_is_a_figure(amid: str, more: int) -> None:
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)
    body = values(f'<div><h1>{TITLE}</h1><div class="b2">{first}{amid}{"".join(others)}</div></div>')["body"]
    assert len(body) == len(PARAGRAPHS) + more


def test_a_line_over_the_headline_is_the_section_if_a_menu_has_a_link_of_that_name() -> None:
    menu = "<nav><a href='/c/q'>Қала</a> <a href='/c/k'>Кәсіп</a></nav>"
    over = f"<div><p>Бүгін, 08:30 Көктемгі су тасқыны ерте басталды</p></div><p>Кәсіп</p><h1>{TITLE}</h1>{TEXT}"
    assert values(over, after=menu)["section"] == "Кәсіп"
    assert values(over)["section"] == "", "no menu says so"
    assert values(f"<p>Қала</p><p>Кәсіп</p><h1>{TITLE}</h1>{TEXT}", after=menu)["section"] == "", "the end of a menu without a name"


def test_a_box_of_a_picture_and_a_text_is_no_figure() -> None:
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)
    line = "<img src='/k.jpg'><div>Қайта салынған көпір</div>"
    long = f"<div>{line}<p>{' '.join(PARAGRAPHS)}</p><p>{' '.join(PARAGRAPHS[::-1])}</p></div>"
    assert len(values(f'<div><h1>{TITLE}</h1><div class="b2">{first}{long}{"".join(others)}</div></div>')["body"]) == len(PARAGRAPHS) + 3
    report = "".join(f"<div><img src='/k.jpg'><div>{text.rstrip('.')}</div></div>" for text in PARAGRAPHS)
    assert len(values(f'<div><h1>{TITLE}</h1><div class="b2">{report}</div></div>')["body"]) == len(PARAGRAPHS), "pictures tell it all"


def test_a_headline_behind_a_section_s_name_may_have_a_dash() -> None:
    talk = "«Көпірді бүкіл ауыл болып салдық, енді жол керек» – шебер Ерлан Сматай"

    def titled(head: str) -> Any:
        markup = page(main=f"<div><font class='storytitle'><b>Сұхбат: {talk}</b></font></div><div>{TEXT}</div>")
        return read(markup.replace(f"<title>{TITLE}", f"<title>{head}")).values["title"]

    assert titled(f"Derek порталы - {talk}") == talk
    assert titled("Derek порталы - Сұхбат") == f"Сұхбат: {talk}"


def test_the_hour_beside_the_headline_is_that_of_a_day_under_the_text() -> None:
    def dated(before: str, within: str = "") -> str:
        return day(values(f"{before}<div><div class='t'>{within}<h1>{TITLE}</h1></div>{TEXT}<div>Санат: Футбол | Күні: 31.10.2025 | Рейтинг: 0</div></div>"))

    assert dated("", "<div style='float:right'>21:14</div>") == "2025-10-31 21:14"
    assert dated("<div>21:14</div>") == "2025-10-31 00:00", "a clock over the article's box"


def test_labels_are_counted_and_pictures_have_makers_not_authors() -> None:
    assert counts_labels("Категория: Білім Обновлено: 30 Қараша 2015") == 2
    assert counts_labels("Ол былай деді: бәрі дұрыс. Тағы қосты: рахмет") == 0
    assert is_name(AUTHOR)
    assert not is_name(f"Суреттерді түсірген {AUTHOR}")


def test_a_clock_in_the_line_of_the_date_is_not_the_date() -> None:
    line = "<div>{} 31 қазан 2025, 17:10</div>"
    assert day(values(f"{line.format('дүйсенбі, 3 қараша 2025 | 14:30:11')}{article(date='')}")) == "2025-10-31 17:10"


def test_of_several_days_the_one_of_publication_is_said() -> None:
    listed = [("Создано", 12), ("Обновлено", 15), ("Опубликовано", 14)]
    lines = "".join(f'<dd class="d">{label} {number} октября 2025</dd>' for label, number in listed)
    assert day(told(f"<dl>{lines}</dl>")) == "2025-10-14 00:00"
    assert day(told(f"<dl>{lines.replace('Опубликовано', 'Түзетілген')}</dl>")) == "2025-10-12 00:00"


def test_rates_may_stand_in_a_menu() -> None:
    def shown(*options: str) -> list[str]:
        menu = "".join(f"<option>{option}</option>" for option in options)
        return [f"{rate.currency} {rate.value}" for rate in read(page(f"<div><select>{menu}</select></div>")).rates]

    assert shown("USD – 424.34", "EUR – 501.06", "KGS – 5") == ["USD 424.34", "EUR 501.06", "KGS 5"]
    assert shown("USD – 424.34") == []
    assert shown("USD – 1", "EUR – 2", "KGS – 3") == []


def test_what_is_felt_beside_a_chosen_city_is_not_its_temperature() -> None:
    menu = '<div class="pogoda"><select><option selected>Семей</option><option>Аягөз</option></select> {}</div>'
    for said, felt in (("-3° Сезілуі -7°", "semey -3"), ("Сезілуі -7°", "")):
        assert ", ".join(f"{one.city_key} {one.temperature}" for one in read(page(menu.format(said))).weather) == felt


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


def test_a_list_may_begin_with_the_headline_of_its_first_card() -> None:
    def cards(first: str, others: str) -> Any:
        shown = [f'<h1><a href="{first}">{TITLE}</a></h1>', *(f'<h2><a href="/n/{at}">Ауылда жаңа мектеп ашылды</a></h2>' for at in range(3))]
        boxes = "".join(f'<div class="{"c" if at == 0 else others}"><div>2 қараша 2025</div>{head}{TEXT}</div>' for at, head in enumerate(shown))
        return (read(page(main=f"<div>{boxes}</div>")).refusal or (None,))[0]

    assert cards("/n/9", "c") is Reason.NOT_ARTICLE
    assert cards("/zhanalyq/4711-kopir", "c") is None, "blogs link an article's headline to itself"
    assert cards("/n/9", "d") is None, "cards under an article look otherwise"


@pytest.mark.parametrize(("opening", "gone"), [("Кешіріңіз, сіз іздеген материал табылмады.", True), ("Далада адасқан қойлар әлі табылмады.", False)])
def test_an_apology_may_be_long(opening: str, gone: bool) -> None:  # noqa: FBT001
    main = f"<article><h1>{TITLE}</h1><p>{opening} Ол жойылған немесе басқа бөлімге көшірілген.</p>{TEXT}</article>"
    assert ((read(page(main=main)).refusal or (None,))[0] is Reason.SOFT_404) is gone


def test_tags_in_the_foot_of_a_page_are_others() -> None:
    foot = '<footer class="ft"><div class="tags"><a href="/tag/9">Наурыз дастарқаны</a></div></footer>'
    own = article().replace("</article>", '<div class="tags"><a href="/tag/1">көпір</a></div></article>')
    assert values(own, after=foot)["tags"] == ["көпір"]
    assert values(article(), after=foot)["tags"] == ["Наурыз дастарқаны"], "nothing else is there"


def test_a_count_of_comments_over_the_text_does_not_end_it() -> None:
    facts = '<ul class="post-info"><li>2 қараша 2025</li><li>Пікір жоқ</li></ul>'
    found = values(f'<div><h1>{TITLE}</h1><div class="e">{PARAGRAPHS[0]}</div>{facts}<div class="t">{TEXT}</div></div>')
    assert list(found["body"])[-2:] == list(PARAGRAPHS[1:])
    ended = values(f"<div><h1>{TITLE}</h1>{TEXT}<h3>Пікір жоқ</h3><p>{PARAGRAPHS[0]}</p></div>")
    assert list(ended["body"]) == list(PARAGRAPHS)


def test_a_link_to_an_entry_of_the_page_makes_no_card_of_it() -> None:
    def chronicle(href: str) -> list[str]:
        entries = "".join(f'<div class="e"><p>{text}</p><a href="{href}">сілтеме</a></div>' for text in PARAGRAPHS * 2)
        return list(values(f"<div><div><h1>{TITLE}</h1><div>2 қараша 2025, 14:20</div><p>{TITLE}, деп жазады тілшілер бүгін таңертең.</p></div><div>{entries}</div></div>")["body"])

    assert len([text for text in chronicle("#p1") if text in PARAGRAPHS]) == 2 * len(PARAGRAPHS)


@pytest.mark.parametrize(
    ("path", "refused"),
    [
        ("/tag/sazsyrnai/", True),
        ("/kk/author/212", True),
        ("/arhiv.php?d=2009-04-14", True),
        ("/?s=kopir", True),
        ("/archives/1204", False),
        ("/tag/qala/kopir-ashyldy-4711", False),
    ],
)
def test_an_address_may_say_that_a_page_is_a_list(path: str, refused: bool) -> None:  # noqa: FBT001
    found = read(page(), url=f"https://derek.kz{path}").refusal
    assert (found is not None and found[0] is Reason.NOT_ARTICLE) is refused


def test_a_day_is_no_headline() -> None:
    named = page(main=f"<h1>14 сәуір 2009 жыл, сейсенбі</h1>{TEXT}").replace(f"<title>{TITLE}", "<title>Derek - 14 сәуір 2009 жыл, сейсенбі")
    assert (read(named).refusal or (None,))[0] is Reason.NOT_ARTICLE


def test_the_top_story_of_a_home_page_is_not_its_article() -> None:
    cards = "".join(f'<div><h3><a href="/n/{at}">Ауылда жаңа мектеп ашылды</a></h3></div>' for at in range(4))
    markup = page(main=f'<div class="top"><h1><a href="/n/9">{TITLE}</a></h1>{TEXT}</div>{cards}')
    assert (read(markup, url="https://derek.kz/").refusal or (None,))[0] is Reason.NOT_ARTICLE
    assert read(markup, url="https://derek.kz/n/9").refusal is None


def test_a_poem_may_have_a_short_headline_where_the_head_speaks_of_the_portal() -> None:
    head = '<meta property="og:url" content="https://derek.kz/"><meta property="og:title" content="Сөз өнері">'
    found = read(page(main=f"<div><h1>Қыстаудағы түн</h1><div>2 қараша 2025</div>{TEXT}</div>", head=head).replace(f"<title>{TITLE}", "<title>Сөз өнері"))
    assert (found.values["title"], found.refusal) == ("Қыстаудағы түн", None)


def test_a_quoted_apology_is_news_and_one_of_the_page_is_not() -> None:
    for opening, gone in (("Сіз іздеген мақала бұл жерде жоқ, редакция оны көшірген.", True), ("«Кешіріңіз, сіз іздеген бет табылмады» деген сөйлемді кім көрмеген?", False)):
        main = f"<article><h1>{TITLE}</h1><p>{opening}</p>{TEXT * 3}</article>"
        assert ((read(page(main=main)).refusal or (None,))[0] is Reason.SOFT_404) is gone


def test_a_wall_for_registered_readers_is_a_login() -> None:
    wall = '<h2>Оқуды жалғастыру үшін кіріңіз</h2><div class="paywall"><p>Бұл мақала тіркелген оқырмандарға ғана қолжетімді.</p></div>'
    main = f"<article><h1>{TITLE}</h1><div>2 қараша 2025</div><p>{PARAGRAPHS[0]}</p>{wall}</article>"
    assert (read(page(main=main)).refusal or (None,))[0] is Reason.LOGIN


@pytest.mark.parametrize(("labels", "at"), [("Дереккөз: Derek желісі Автор: Айгүл Серікқызы Уақыты:", "2025-10-26 15:01"), ("Ауылға келген мейман осы көпірді алғаш рет", "None")])
def test_a_long_line_of_labels_has_the_date(labels: str, at: str) -> None:
    assert day(told(f"<div>{labels} 2025.10.26 15:01 Осы көпірдің бойында тұрғандар санағы мен жолаушылар: екі жүз</div>")) == at


def test_the_day_of_tomorrow_s_paper_is_not_years_ago() -> None:
    paper = "<p>№ 121 (20415), сәрсенбі, 5 қараша</p>"
    head = '<meta property="article:published_time" content="2025-11-03">'
    assert day(values(f"<div><h1>{TITLE}</h1>{paper}<div>{TEXT}</div></div>", head)) == "2025-11-03 00:00"
    today = paper.replace("сәрсенбі, 5", "дүйсенбі, 3")
    assert day(values(f"<div><h1>{TITLE}</h1>{today}<div>{TEXT}</div></div>", head.replace("11-03", "11-01"))) == "2025-11-03 00:00"


@pytest.mark.parametrize(("added", "title"), [(" <small>30.05.2025ж.</small>", TITLE), (" 2024/25", f"{TITLE} 2024/25")])
def test_a_date_in_a_headline_is_none_of_it(added: str, title: str) -> None:
    markup = page(main=f"<div><h1>{TITLE}{added}</h1><div>2 қараша 2025</div>{TEXT}</div>").replace(f"<title>{TITLE}", "<title>Derek")
    assert read(markup).values["title"] == title


@pytest.mark.parametrize(("label", "section"), [("Сіз мына жердесіз:", "Қайғыру"), ("Мәзір:", "")])
def test_a_line_that_says_where_one_is_shows_the_way(label: str, section: str) -> None:
    way = f'<div>{label} <a href="basty-bet/">Басты бет</a> / <a href="gazet/">Газет</a> / <a href="gazet/q/">Қайғыру</a></div>'
    assert values(f"<div>{way}{article()}</div>")["section"] == section


def test_what_another_label_announces_is_no_section() -> None:
    assert told("<div><i>Дереккөз:</i> <b>Атамекен желісі</b> 2 қараша 2025</div>")["section"] == ""
    assert told("<div><b>Атамекен желісі</b> 2 қараша 2025</div>")["section"] == "Атамекен желісі"
