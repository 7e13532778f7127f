# ruff: noqa: E501
"""Registers and records: pages of rows with dates, of entries without linked headlines, of a person."""

from __future__ import annotations

import pytest

from kznews.outcomes import Reason
from tests.support.small_pages import PARAGRAPHS, TITLE, URL, page, read

DATE = "1 қараша 2025, 10:00"
SITE = "Дала ауданы Қауымдастығының Кеңесі"
AT = "https://derek.kz/kk-KZ/otinishter"


def rows(count: int, date: str = "{at}.10.2025") -> str:
    cells = (
        f"<tr><td>{at}</td><td>Мұратұлы Сейіт, Оразқызы Гүлмайра</td><td>{date.format(at=at)}, №4-{at} хат</td>"
        f"<td>Ауылдағы {at} құдықты тазалау және жаңа сорғы орнату туралы</td></tr>"
        for at in range(10, 10 + count)
    )
    return f"<table><tr><th>№</th><th>Кім жолдады</th><th>Қашан</th><th>Не туралы</th></tr>{''.join(cells)}</table>"


def papers(count: int) -> str:
    links = (
        f'<li><a href="/storage/{at}.pdf">Ауыл жолдарын жөндеу туралы {at} отырыстың қорытындысы мен ұсыныстары</a>'
        f"<span>{at}.09.2025</span></li>"
        for at in range(10, 10 + count)
    )
    return f"<ul>{''.join(links)}</ul>"


def headed(said: str, main: str, **around: str) -> str:
    """Return a page whose title element says `said`."""
    return page(main=main, **around).replace(f"<title>{TITLE}</title>", f"<title>{said}</title>")


def titled(name: str, text: str) -> str:
    return headed(f"{name} - {SITE}", f"<h1>{name}</h1><div>{text}</div>")


@pytest.mark.parametrize("register", [rows(8), papers(8)], ids=["table", "list"])
def test_rows_with_dates_under_the_name_of_a_section_are_a_register(register: str) -> None:
    assert read(titled("Кеңес өтініштері", register), AT).refusal == (Reason.NOT_ARTICLE, "a list of links")


@pytest.mark.parametrize(
    "text",
    [
        rows(8, date="сәрсенбі"),
        rows(2) + "".join(f"<p>{text}</p>" for text in PARAGRAPHS),
        f"<div>1 қараша 2025, 10:00</div>{rows(8)}",
    ],
    ids=["without dates", "under a text", "an article's date"],
)
def test_a_table_that_is_none_is_an_article(text: str) -> None:
    assert read(titled("Құдықтар тізімі", text), AT).refusal is None


def test_a_table_under_a_stated_headline_is_an_article() -> None:
    name = "Дала ауданында қай құдық қашан тазаланады"
    assert read(titled(name, rows(8)), AT).refusal is None


def events(count: int, *, linked: bool = True) -> str:
    when = "<span>{at}.10.2025 10:00</span>" if linked else ""
    more = '<a href="/kk-KZ/events/{at}">Толығырақ</a>' if linked else ""
    cards = (
        f'<div class="event"><span class="event-title">Ауылдық округтер жұмыс тобының отырысы өтеді</span>'
        f"{when.format(at=at)}{more.format(at=at)}</div>"
        for at in range(10, 10 + count)
    )
    return f'<section>{"".join(cards)}</section>{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}'


@pytest.mark.parametrize(("count", "linked", "refused"), [(4, True, True), (1, True, False), (4, False, False)])
def test_the_title_of_one_of_several_cards_is_no_headline(count: int, *, linked: bool, refused: bool) -> None:
    assert (read(headed(f"Хабарлар - {SITE}", events(count, linked=linked)), URL).refusal is not None) == refused


BIOGRAPHY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
FORM = "<p><b>Туған күні:</b> 4.02.1970</p><p><b>Туған жері:</b> Дала ауданы, Сайлы ауылы</p><p><b>Білімі:</b> жоғары</p>"


@pytest.mark.parametrize(
    ("heading", "name", "text", "date", "refused"),
    [
        ("Өмірбаяны", "Сейіт Мұратұлы", BIOGRAPHY, "", True),
        ("Кеңес мүшесі", "Сейіт Мұратұлы", FORM + BIOGRAPHY, "", True),
        ("Кеңес мүшесі", "Сейіт Мұратұлы", BIOGRAPHY, "", False),
        ("Өмірбаяны", "Сейіт Мұратұлы", BIOGRAPHY, "2 қараша 2025, 14:20", False),
        ("Өмірбаяны", "Сейіт Мұратұлы қоғам ісіне қалай келді", BIOGRAPHY, "", False),
    ],
)
def test_a_record_of_a_person_is_no_story(heading: str, name: str, text: str, date: str, *, refused: bool) -> None:
    main = f'<h1>{heading}</h1><div class="name">{name}</div><div>{date}</div><div>{text}</div>'
    expected = (Reason.NOT_ARTICLE, "a record of a person") if refused else None
    assert read(headed(f"{name} - {SITE}", main)).refusal == expected


FOOTER = f"<footer><h2>{SITE}</h2><p>© 2025</p></footer>"


def test_a_heading_at_the_foot_is_the_portal_s_name() -> None:
    reading = read(headed(f"Көктем - {SITE}", f"<h1>Жаңалық</h1><div>Көктем</div>{BIOGRAPHY}", after=FOOTER))
    assert reading.values["title"] == "Көктем"


def test_a_headline_in_the_footer_of_an_article_is_one() -> None:
    main = f"<article><footer><h2>{TITLE}</h2></footer>{BIOGRAPHY}</article>"
    assert read(page(main=main)).values["title"] == TITLE


def told(count: int, shown: str, said: str = "") -> str:
    texts = (f"{said}{PARAGRAPHS[at % 3]}" for at in range(count))
    return "".join(f'<div class="card"><div>{shown.format(at=at + 10)}</div><p>{text}</p></div>' for at, text in enumerate(texts))


@pytest.mark.parametrize(
    ("cards", "refused"),
    [
        (told(6, "<b>{at}.10.2025</b>"), True),
        (told(6, '<a href="/f/{at}.pdf"><i></i></a>'), True),
        (told(6, "Бөлім {at}"), False),
        (told(6, "Бөлім {at}", said="Ауылда 2025 жылғы 12 қазанда осындай іс болды. "), False),
        (told(3, "<b>{at}.10.2025</b>"), False),
    ],
    ids=["dates", "papers", "neither", "dates in sentences", "few"],
)
def test_texts_in_boxes_of_one_kind_with_a_date_or_a_paper_each_are_a_register(cards: str, *, refused: bool) -> None:
    assert (read(titled("Кеңес жұмысы", cards), AT).refusal is not None) == refused


@pytest.mark.parametrize(
    ("more", "count", "refused"),
    [("толығымен...", 3, True), ("Толығырақ", 2, True), ("Толығырақ", 1, False), ("Қоғам", 3, False)],
)
def test_excerpts_with_links_to_the_rest_are_a_list(more: str, count: int, *, refused: bool) -> None:
    cut = "".join(f'<p>{PARAGRAPHS[at]}</p><p><a href="/n/{at}">{more}</a></p>' for at in range(count))
    rest = "" if count > 1 else f"<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>"
    assert (read(titled("Кеңес жұмысы", cut + rest), AT).refusal is not None) == refused


@pytest.mark.parametrize(("own", "refused"), [("", True), (DATE, False)])
def test_the_date_in_the_row_of_an_excerpt_is_the_excerpt_s(own: str, *, refused: bool) -> None:
    cut = (f'<tr><td>1{at}.10.2025</td><td>{PARAGRAPHS[at]}</td><td><a href="/n/{at}">толығымен</a></td></tr>' for at in range(3))
    text = f"<div>{own}</div><table>{''.join(cut)}</table>"
    assert (read(titled("Кеңес жұмысы", text), AT).refusal is not None) == refused


@pytest.mark.parametrize(("count", "refused"), [(6, True), (2, False)])
def test_a_directory_of_sites_is_a_list(count: int, *, refused: bool) -> None:
    sites = "".join(f'<p>Ауылдық {at} округтің әкімдігі туралы толық мәлімет</p><p><a href="http://a{at}.kz">http://a{at}.kz</a></p>' for at in range(count))
    text = "" if refused else "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    assert (read(titled("Пайдалы сілтемелер", text + sites), AT).refusal is not None) == refused


def test_the_way_to_a_page_is_no_text() -> None:
    name = f"{' '.join(PARAGRAPHS)} {TITLE}, ал жаңа жолдың екінші бөлігі келер жылы ауыл маңындағы қойма жанынан салынады деп жоспарланып отыр, қаржысы бөлінді"
    crumbs = f'<div class="breadcrumb"><div class="breadcrumb__item">Басты бет</div><div class="breadcrumb__item">Жобалар</div><div class="breadcrumb__item">{name}</div></div>'
    assert read(headed(name, f"{crumbs}<h1>{name}</h1>")).refusal is not None


POLL = '<div>Жаңа көпір сізге ұнай ма, оны бұрын көрдіңіз бе?<ul><li><input type="{kind}">Иә, ұнайды</li><li><input type="{kind}">Жоқ, әзірге ұнамайды</li></ul></div>'


@pytest.mark.parametrize(("kind", "date", "refused"), [("radio", "", True), ("hidden", "", False), ("radio", DATE, False)])
def test_what_a_form_asks_is_no_text(kind: str, date: str, *, refused: bool) -> None:
    far = "" if date else "".join(f"<div><a href='/n/{at}'>{at} бет</a></div>" for at in range(5)) + f"<div>{DATE}</div>"
    main = f"<h1>{TITLE}</h1><div>{date}</div>{far}<section>{POLL.format(kind=kind)}</section>"
    assert (read(headed(TITLE, main)).refusal is not None) == refused


def test_a_poll_beside_a_short_text_does_not_hide_it() -> None:
    main = f"<h1>{TITLE}</h1><div>1 қараша 2025, 10:00</div><div><p>{PARAGRAPHS[0]}</p></div>{POLL.format(kind='radio')}"
    assert read(headed(TITLE, main)).refusal is None


@pytest.mark.parametrize("office", ["Официальный сайт акимата Далинского района", "Дала ауданы әкімдігінің ресми сайты"])
def test_the_name_of_an_office_s_site_is_no_title(office: str) -> None:
    assert read(headed(office, BIOGRAPHY)).refusal == (Reason.NO_TITLE, "no headline")
    assert read(headed(office, f"<h2>{TITLE}</h2>{BIOGRAPHY}")).values["title"] == TITLE


def test_news_of_an_office_s_site_is_news() -> None:
    name = "Официальный сайт акимата не открывается второй день"
    assert read(headed(name, f"<h1>{name}</h1>{BIOGRAPHY}")).values["title"] == name


def test_a_template_s_sample_of_a_title_is_none() -> None:
    head = '<meta property="og:title" content="Заголовок страницы на kk">'
    assert read(headed(TITLE, f"<h1>{TITLE}</h1>{BIOGRAPHY}", head=head)).values["title"] == TITLE
    assert read(headed("Заголовок страницы на kk", BIOGRAPHY)).refusal is not None


@pytest.mark.parametrize(("count", "refused"), [(3, True), (2, False)])
def test_a_date_like_those_of_cards_is_a_card_s(count: int, *, refused: bool) -> None:
    cards = "".join(
        f'<div class="d">{at}.10.2025</div><div class="caption"><a href="/n/{at}">Ауылда {at} үй салынып, кілттері берілді</a></div>'
        for at in range(10, 10 + count)
    )
    markup = headed("Дала ауданы Қауымдастығының жұмыс тобы", f"{cards}<h5>{PARAGRAPHS[2]}</h5>")
    assert (read(markup, "https://derek.kz/kk/topta").refusal is not None) == refused


VIDEOS = "".join(
    f'<div class="v"><a href="/v/{at}"><p>0{at}:15</p></a><p>Ауылдағы {at} көпір неге әлі жөнделген жоқ?</p><div>{at}.10.2025</div></div>'
    for at in range(5, 9)
)


@pytest.mark.parametrize(("between", "refused"), [("", True), (f"<p>{PARAGRAPHS[0]}</p>", False)])
def test_other_videos_are_no_text(between: str, *, refused: bool) -> None:
    main = f"<h1>{TITLE}</h1>{between}<h2>Басқа да видеолар</h2><div>{VIDEOS}</div>"
    assert (read(headed(TITLE, main)).refusal is not None) == refused


@pytest.mark.parametrize(
    ("head", "refused"),
    [
        ('<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>', True),
        ('<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">', True),
        ('<?xml version="1.0"?><!DOCTYPE html>', False),
    ],
)
def test_a_feed_is_no_article(head: str, *, refused: bool) -> None:
    assert (read(f"{head}{page()}").refusal == (Reason.NOT_ARTICLE, "a feed")) == refused


def test_a_box_around_the_page_may_be_called_after_its_footer() -> None:
    main = f'<div class="sticky-footer"><h2>Көктем келді</h2>{BIOGRAPHY}</div>'
    assert read(headed("Көктем келді", main)).values["title"] == "Көктем келді"


def test_boxes_with_names_that_no_parser_looks_for_are_asked_all_the_same() -> None:
    boxes = "".join(f"<x\x0b>{at} қараша 2025<div>{at} нөмірлі сауал жолданды, жауабы келесі аптада болады.</div></x\x0b>" for at in range(1, 9))
    assert len(read(page(main=f"<h1>Сауалдар</h1><div>{boxes}</div>")).values["body"]) == 8


@pytest.mark.parametrize(("title", "refused"), [(TITLE, False), ("Жаңалықтар мұрағаты", True)], ids=["what the head claims", "nothing claimed"])
def test_what_the_head_claims_is_the_headline_though_it_stands_among_cards_of_its_kind(title: str, *, refused: bool) -> None:
    """A blog's own card stands among those of other articles, and no heading shows the headline (appen.com)."""
    names = [TITLE, *(f"Ауылда {at} жаңа мектеп ашылды" for at in range(5))]
    cards = "".join(f'<div class="c"><div class="t">{name}</div><a href="/n/{at}">Оқу</a></div>' for at, name in enumerate(names))
    text = "".join(f"<p>{line}</p>" for line in PARAGRAPHS * 3)
    found = read(headed(title, f'<div class="b2">{text}</div><div>{cards}</div>')).refusal
    assert (found is not None) is refused
