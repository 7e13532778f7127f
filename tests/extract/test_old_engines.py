# ruff: noqa: E501
"""What pages of engines of the years 2005 to 2018 print, rule by rule, each with a page on which the rule must do nothing."""

from __future__ import annotations

import pytest

from kznews.outcomes import Reason
from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read

TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def _body(main: str) -> list[str]:
    return list(read(page(main=main)).values["body"])
NAMES = ("Асқар", "Сәуле", "Нұргүл", "Ержан", "Мақпал", "Данияр", "Гүлназ", "Батыр")


def test_the_crumb_that_repeats_a_headline_is_not_it() -> None:
    crumbs = f'<div id="pathway"><span class="breadcrumbs pathway"><a href="/">Басты бет</a> <img src="/a.png"> <a href="/tarih">Тарих</a> <img src="/a.png"> {TITLE}</span></div>'
    menu = "".join(f"<li><a href='/n/{at}'>{name} жаңа жыр жинағын шығарды</a></li>" for at, name in enumerate(NAMES * 2))
    main = f'<table><tr><td class="contentheading">{TITLE}</td></tr></table><table><tr><td class="createdate">02.11.2025 14:20</td></tr><tr><td>{TEXT}</td></tr></table>'
    found = read(page(main=f"<div>{crumbs}<ul>{menu}</ul><div>{main}</div></div>")).values
    assert (str(found["published_at"])[:16], found["section"]) == ("2025-11-02 14:20", "Тарих")


def test_joomla_s_heading_in_a_cell_is_the_headline_however_short() -> None:
    module = '<div class="moduletable"><h3>Сайтта кім бар?</h3><div>Қазір үш қонақ</div></div>'
    main = f'{module}<table><tr><td class="contentheading">Ескі көпір</td></tr></table><table><tr><td class="createdate">02.11.2025 14:20</td></tr><tr><td>{TEXT}</td></tr></table>'
    shown = page(main=f"<div>{main}</div>").replace(f"<title>{TITLE}", "<title>Ескі көпір")
    assert read(shown).values["title"] == "Ескі көпір"
    assert read(shown.replace("contentheading", "c3")).values["title"] == "Сайтта кім бар?"


@pytest.mark.parametrize("name", ["Derek порталы", "Дерек газеті"])
def test_a_short_headline_before_the_portal_s_name_and_kind_is_one(name: str) -> None:
    lead = "Көпірдің ашылуына көрші ауылдардың тұрғындары да жиналды."
    main = f'<div><h1>Көпір қайта ашылды</h1><div class="d">2 қараша 2025, 14:20</div><div class="desc"><p><b>{lead}</b></p></div><div class="t">{TEXT}</div></div>'
    found = read(page(main=main).replace(f"<title>{TITLE}", f"<title>Көпір қайта ашылды — {name}")).values
    assert (found["title"], found["lead"]) == ("Көпір қайта ашылды", lead)
    undated = main.replace("2 қараша 2025, 14:20", "Толқын")
    unnamed = read(page(main=undated).replace(f"<title>{TITLE}", "<title>Көпір қайта ашылды — Толқын")).values
    assert unnamed["title"] == lead, "either may be the portal's name"


@pytest.mark.parametrize(
    ("signed", "authors", "source"),
    [
        ("<i>Мәтін: Асқар Дүйсенов</i><br><small>Дерек: «Қала жаршысы»</small>", ["Асқар Дүйсенов"], "Қала жаршысы"),
        ("<div>Авторы: Айдос Нұрланұлы</div><div>Оператор: Б.Кенжин</div>", ["Айдос Нұрланұлы"], ""),
        ("<b>Kaynak: </b>Zeytinburnu Haber", [], "Zeytinburnu Haber"),
    ],
)
def test_the_last_lines_name_those_who_made_a_text(signed: str, authors: list[str], source: str) -> None:
    found = read(page(main=article().replace(f"{PARAGRAPHS[-1]}</p>", f"{PARAGRAPHS[-1]}</p><p>{signed}</p>"))).values
    assert (list(found["body"]), found["authors"], found["source_name"]) == (list(PARAGRAPHS), authors, source)


@pytest.mark.parametrize("said", ["Оператор: Сізге қалай көмектесе аламын?", "Мәтін: үзінді", "Режиссер: Ақан Сатаев"])
def test_what_stands_behind_other_labels_is_text(said: str) -> None:
    assert list(read(page(main=article(paragraphs=(*PARAGRAPHS, said)))).values["body"]) == [*PARAGRAPHS, said]


META = '<p class="postmetadata alt"><small>Бұл жазба 2025 жылғы 2 қараша, жексенбі күні сағат 18:32-де жарияланды. Бөлімі: <a href="/?cat=3" rel="category tag">Тарих</a>.</small></p>'


@pytest.mark.parametrize(
    "line", [META, '<div class="post-footer"><span class="post-timestamp">at <abbr class="published">18:32</abbr></span></div>']
)
def test_a_line_about_the_article_adds_its_time(line: str) -> None:
    main = f'<div class="post"><h2>{TITLE}</h2><small>2 қараша 2025</small><div class="e">{TEXT}{line}</div></div>'
    found = read(page(main=main)).values
    assert (str(found["published_at"])[:16], found["published_precision"]) == ("2025-11-02 18:32", "minute")


@pytest.mark.parametrize(
    "line",
    [
        META.replace("2 қараша", "1 қараша"),
        '<div class="post-footer"><span class="duration time">18:32</span></div>',
        '<div class="post-footer"><abbr class="published">18:32</abbr><abbr class="published">19:40</abbr></div>',
        '<div class="post-footer"><abbr class="timestamp updated">18:32</abbr></div>',
    ],
    ids=["another day", "a length", "two hours", "a change"],
)
def test_other_hours_under_a_text_are_not_its_time(line: str) -> None:
    main = f'<div class="post"><h2>{TITLE}</h2><div class="date">2 қараша 2025</div><div class="e">{TEXT}{line}</div></div>'
    assert str(read(page(main=main)).values["published_at"])[:16] == "2025-11-02 00:00"


def test_the_heads_of_columns_may_say_buying_in_one_word_and_stand_below() -> None:
    rows = "<tr><td>USD</td><td>521.50</td><td>524.80</td></tr><tr><td>EUR</td><td>601.00</td><td>605.40</td></tr>"
    sided = read(page(f"<table>{rows}<tr><td></td><td>Алу</td><td>Сату</td></tr></table>")).rates
    assert [(rate.currency, str(rate.value), rate.side) for rate in sided] == [("USD", "521.50", "buy"), ("USD", "524.80", "sell"), ("EUR", "601.00", "buy"), ("EUR", "605.40", "sell")]
    assert read(page(f"<table>{rows}<tr><td></td><td>А</td><td>Б</td></tr></table>")).rates == []


def test_a_crumb_whose_link_leads_nowhere_is_no_way_home() -> None:
    crumbs = f'<div id="portal-breadcrumbs"><span>Сіз осындасыз: </span><a>Басты бет</a> <span>→</span> <a>Тарих</a> <span>→</span> {TITLE}</div>'
    assert read(page(crumbs)).values["section"] == "Тарих"
    assert read(page(crumbs.replace("<a>Тарих</a> <span>→</span>", ""))).values["section"] != "Басты бет"
    assert read(page(crumbs.replace(f" <span>→</span> {TITLE}", ""))).values["section"] != "Тарих", "the last one is the page itself"


CRUMBS = '<div class="way"><a href="/">Басты</a> / <a href="/news/">Жаңалықтар</a> / <a href="/news/tarih/">Тарих</a></div>'


def test_of_a_menu_and_a_way_the_one_that_leads_deeper_names_the_section() -> None:
    menu = '<div class="topm"><a href="/">Басты</a> · <a href="/news/">Жаңалықтар</a> · <a href="/photos/">Суреттер</a> · <a href="/contact/">Байланыс</a></div>'
    assert read(page(main=f"<div>{menu}{CRUMBS}{article()}</div>")).values["section"] == "Тарих"
    level = CRUMBS.replace("/news/tarih/", "/tarih/")
    assert read(page(main=f"<div>{level}{menu}{article()}</div>")).values["section"] == "Тарих", "else the first one"


def test_a_section_ends_before_the_number_of_the_paper() -> None:
    line = f'<font size="1">{{}}</font><br><font size="4"><b>{TITLE}</b></font><br><font>{TEXT}</font>'
    assert read(page(main=f"<table><tr><td>{line.format('Ауа райы / №9, 2 қараша 2025')}</td></tr></table>")).values["section"] == "Ауа райы"


def test_a_name_in_italics_by_the_headline_is_the_author_s_where_no_picture_is() -> None:
    def authors(name: str, picture: str = "") -> object:
        main = f'<table><tr><td><font size="1">2 қараша 2025</font><br><font size="4"><b>{TITLE}</b></font><br>{picture}<font>{name}</font><br><br><font>{TEXT}</font></td></tr></table>'
        return read(page(main=main)).values["authors"]

    assert authors("<i>Бағдат Мұсаев</i>") == ["Бағдат Мұсаев"]
    assert authors("<i>Бағдат Мұсаев</i>", '<img src="/a.jpg"><br>') == []


def teaser(name: str, line: str) -> str:
    return f'<div class="base"><h3><a href="/q/{name}.html">{name} жаңа мектептің құрылысын көрді</a></h3><div class="bi">{line}</div><div class="mc">{PARAGRAPHS[0]} {name}.</div><div class="ml"><a href="/q/{name}.html">Толығырақ...</a></div></div>'


def test_a_long_dateline_in_a_card_is_no_second_text() -> None:
    def shown(line: str) -> object:
        cards = "".join(teaser(name, line) for name in NAMES)
        head = "<h1>Дерек газеті</h1>Дүйсенбі, 3 қараша 2025"
        found = read(page(f"<div>{head}</div>", main=f'<div id="list">{cards}</div>').replace(TITLE, "Қоғам » Дерек газеті"), url="https://derek.kz/qogam/page/3/")
        return found.refusal and found.refusal[0]

    assert shown("Автор: admin | 01-11-2025, 09:00 | Қаралды: 100") in (Reason.NOT_ARTICLE, Reason.NO_BODY)
    assert shown("Жиынға 2025 жылғы 1 қарашада облыстың барлық ауданынан өкілдер келді.") is None


def test_a_linked_line_that_goes_on_heads_no_card() -> None:
    line = '<a href="/go?u=1">Жүргізуші алғашқы күні жолаушылардың жартысы карта алып үлгермегенін айтты{}</a><br>Таңертең ақша санаймын, картаны тексеремін.<br><br>'
    assert "Таңертең" in "".join(_body(f"<h1>{TITLE}</h1><div>{TEXT}{line.format(':')}</div>"))
    assert "Таңертең" not in "".join(_body(f"<h1>{TITLE}</h1><div>{TEXT}{line.format('')}</div>"))


def test_crumbs_without_links_right_over_the_headline() -> None:
    for crumbs, section in (("Басты бет > Шаруашылық", "Шаруашылық"), ("Шаруашылық", "Шаруашылық"), ("Басты бет", "")):
        assert read(page(main=f"<div><div>{crumbs}</div><h1>{TITLE}</h1>{TEXT}</div>")).values["section"] == section


def test_other_articles_of_a_section_are_no_text() -> None:
    more = "<b>{}</b><br>03.08.2009 <a href='?id=1'>Оқушылар робот жарысында жеңіске жетті</a><br>Қалада тұңғыш велопарк салынып жатыр"
    assert _body(f"<h1>{TITLE}</h1><div>{TEXT}<p>{more.format('Осы бөлімнің басқа мақалалары')}</p></div>") == list(PARAGRAPHS)


def test_unclosed_fonts_make_no_box_of_a_paragraph() -> None:
    said = [*PARAGRAPHS, *(f"{text} Тағы да." for text in PARAGRAPHS)]
    text = "".join(f"<P align=justify><FONT size=2>{text}" for text in said)
    cell = f"<TD><FONT size=1>Басты бет</FONT><BR><BR><FONT size=4><B>{TITLE}</B></FONT><BR><FONT size=1>02.11.2025</FONT><HR>{text}</TD>"
    assert _body(f"<TABLE><TR><TD>Мұрағат</TD>{cell}</TR></TABLE>") == said


def test_a_term_of_a_list_may_be_the_headline() -> None:
    head = f"Дерек / №18 / {TITLE}"
    main = f"<dl><dt>Бүгін</dt><dd>3 қараша 2025</dd><dt class='k'>{TITLE}</dt><dd>{TEXT}</dd></dl>"
    assert read(page(main=main).replace(f"<title>{TITLE}", f"<title>{head}")).values["title"] == TITLE
    terms = "<dl><dt>Ұзындығы</dt><dd>40 метр</dd><dt>Ені</dt><dd>12 метр</dd></dl>"
    assert read(page(main=article().replace("</h1>", f"</h1>{terms}"))).values["title"] == TITLE
