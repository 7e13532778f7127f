# ruff: noqa: E501
"""Headlines of pages whose head says the portal's name alone, with what the portal is."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, read

SITE = "Дала үні - қоғамдық-саяси апталық"
TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
DEAR = "Құрметті Қайрат аға!"
DATE = "<span>Жұма, 10 қазан 2025 09:14</span>"
LOGO = '<div id="h"><h1 class="logo"><a href="/">Дала үні</a></h1><p class="site-slogan">Қоғамдық-саяси апталық</p></div>'
PLAIN = LOGO.replace(' class="site-slogan"', "")
BUTTONS = '<ul><li><a href="/index.php?print=1">Басып шығару</a></li><li><a href="#talk">Бірінші болып пікір жазыңыз!</a></li><li>1</li><li>2</li><li>3</li><li>4</li><li>5</li></ul><div>Бағалау</div>'


def titled(before: str, head: str, *, between: str = "", site: str = SITE, stated: str = "") -> tuple[str, str]:
    """Return the headline and the first paragraph of a page with a salutation in bold over its text."""
    main = f'<div class="it"><div class="ih">{head}</div>{between}<div class="full"><p><strong>{DEAR}</strong></p>{TEXT}</div></div>'
    found = read(f'<html lang="kk"><head><meta charset="utf-8"><title>{site}</title>{stated}</head><body>{before}{main}</body></html>').values
    return str(found["title"]), str(found["body"][0])


@pytest.mark.parametrize("before", [LOGO, PLAIN, ""], ids=["a named slogan", "a slogan", "no masthead"])
@pytest.mark.parametrize("between", ["", BUTTONS], ids=["", "buttons"])
@pytest.mark.parametrize("said", ["Ақсақалға алғыс айтамыз", "Тоқсанға толған ұстаздың жолы"])
def test_a_heading_with_a_date_is_the_headline_and_a_salutation_in_bold_is_text(before: str, between: str, said: str) -> None:
    assert titled(before, f'{DATE}<h2 class="iTitle">{said}</h2>', between=between) == (said, DEAR)
    assert titled(before, f"<h3>{said}</h3>{DATE}", between=between) == (said, DEAR)


@pytest.mark.parametrize(
    ("head", "between"),
    [
        ("", ""),
        ("<h3>Сауалнама қорытындысы</h3>", ""),
        ('<h3 class="title">Айдарлар мен мұрағат</h3>', '<ul><li><a href="/a">Ауыл</a></li><li><a href="/b">Қоғам</a></li><li><a href="/c">Спорт</a></li></ul>'),
        (f'<h3><a href="/n/1">Көктемгі егіс басталды</a></h3>{DATE}', ""),
        (f"<h3>Оқи отырыңыз</h3>{DATE}", ""),
    ],
    ids=["none", "no name and no date", "a menu's", "a card's", "a label"],
)
def test_other_headings_over_a_bold_line_are_not(head: str, between: str) -> None:
    assert titled("", head, between=between, site="Дала үні")[0] == DEAR


HEADED = "Оқушылар өзен жағасына екі жүз түп көшет отырғызды"


def test_a_short_headline_is_not_beaten_by_a_heading_under_it() -> None:
    lead = f'<div><h2 class="title">{HEADED}</h2>{DATE}</div>'
    assert titled("", f"<h1>Тал егілді</h1>{lead}", site="Тал егілді")[0] != HEADED
    assert titled("<header><h1>Дала үні</h1></header>", lead, site="Дала үні")[0] == HEADED


STATED = '<meta property="og:site_name" content="Сөз әлемі"><meta property="og:title" content="Сөз әлемі — әдебиет порталы">'
MORE = '<div class="rec"><h2>Осы автордың жаңа әңгімелері</h2><div><a href="/t/1">Тас көпір</a></div></div>'


def told(head: str, title: str = "Сөз әлемі — әдебиет порталы", more: str = MORE) -> str:
    page = f'<html lang="kk"><head><meta charset="utf-8"><title>{title}</title>{STATED.replace("Сөз әлемі — әдебиет порталы", title)}</head><body><main><div class="t">{head}{TEXT}</div>{more}</main></body></html>'
    return str(read(page).values["title"])


@pytest.mark.parametrize("head", ['<h2 class="w-title">{}</h2>', "<h1>{}</h1>"])
@pytest.mark.parametrize("said", ["Құдық басындағы сөз", "Көне құдық"])
def test_a_portal_s_name_with_what_it_is_is_no_headline(head: str, said: str) -> None:
    assert told(f'<h3><a href="/a/7">Ербол Қасымхан</a></h3>{head.format(said)}') == said


def test_a_title_that_says_more_stays_one() -> None:
    said = "Сөз әлемі — облыста ашылған жаңа әдебиет кітапханасының жобасы"
    assert told("<h2>Құдық басындағы жиын</h2>", said).startswith("Сөз әлемі — облыста")
    assert told("<h2>Ауылдағы апталық – Жаңа газет</h2>", "Ауылдағы апталық – Жаңа газет") == "Ауылдағы апталық – Жаңа газет"


TO_HERE = '<p><a href="index.php">Басты бет</a> / <a href="index.php?cat=4">Еске алу</a></p>'


@pytest.mark.parametrize("said", ["Қабдеш НҰРҒАЛИ", "Бозторғай"])
@pytest.mark.parametrize("line", ["<p align=center><font size=5><b>{}</b></font></p>", "<p><b>{}</b></p>"])
def test_a_short_bold_line_between_the_way_to_a_page_and_its_text_is_the_headline(said: str, line: str) -> None:
    menu = '<p><a href="index.php">Басты бет</a> <a href="a.php">Ауыл</a> <a href="b.php">Сұхбат</a> <a href="c.php">Өнер</a></p>'
    markup = f'<html lang="kk"><head><meta charset="utf-8"><title>{SITE}</title></head><body>{{}}<div>{{}}{TEXT}</div></body></html>'
    assert read(markup.format(menu, TO_HERE + line.format(said))).values["title"] == said
    for others in (line.format("Еске алу"), line.format("Құрметті ағайын!"), line.format("12 мамыр 2025"), f"<p>{said}</p>"):
        assert read(markup.format(menu, TO_HERE + others)).values.get("title") != said
    long = markup.replace(SITE, "Сырдың бойында өскен шайырдың соңғы жыры туралы")
    assert read(long.format(menu, TO_HERE + line.format(said))).values["title"] != said


@pytest.mark.parametrize("title", ["Новая страница 1", "Untitled Document", "Жаңа бет 12", "New Page 3"])
def test_on_a_page_that_nobody_named_a_short_line_in_bold_over_the_text_is_the_headline(title: str) -> None:
    markup = '<html lang="kk"><head><meta charset="utf-8"><title>{}</title></head><body>{}</body></html>'
    top = "<p>Сыр әуені, өлеңдер</p><p align=center><b>Бозторғай</b></p>"
    assert read(markup.format(title, top + TEXT)).values["title"] == "Бозторғай"
    named = "Жаңа бет 12 жылдан кейін ашылды"
    assert read(markup.format(named, top + TEXT)).values["title"] == named, "more than an editor says"
    salutation = top.replace("Бозторғай", "Құрметті ағайын!")
    assert read(markup.format(title, salutation + TEXT)).values.get("title") != "Құрметті ағайын!"
