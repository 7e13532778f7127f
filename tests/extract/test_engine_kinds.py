# ruff: noqa: E501
"""What pages of engines that nobody here had seen say of whether they are articles: rule by rule, each beside a page on which it does nothing."""

from __future__ import annotations

from typing import Any

import pytest

from kznews.outcomes import Reason
from tests.support.small_pages import PARAGRAPHS, TITLE, page, read
from tests.support.told import TEXT


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


def test_a_list_may_begin_with_the_headline_of_its_first_card() -> None:
    def cards(first: str, others: str, own: str = "c") -> Any:
        shown = [f'<h1><a href="{first}">{TITLE}</a></h1>', *(f'<h2><a href="/n/{at}">Ауылда жаңа мектеп ашылды</a></h2>' for at in range(3))]
        boxes = "".join(f'<div class="{own if at == 0 else others}"><div>2 қараша 2025</div>{head}{TEXT}</div>' for at, head in enumerate(shown))
        return (read(page(main=f"<div>{boxes}</div>")).refusal or (None,))[0]

    assert cards("/n/9", "c") is Reason.NOT_ARTICLE
    assert cards("/zhanalyq/4711-kopir", "c") is None, "blogs link an article's headline to itself"
    assert cards("/n/9", "d") is None, "cards under an article look otherwise"
    assert cards("/n/9", "c", "c sticky") is Reason.NOT_ARTICLE, "the first may be marked"
    assert cards("/n/9", "c small", "c sticky") is None


@pytest.mark.parametrize(
    ("headline", "more", "refused"),
    [
        ("/n/9", '<a href="/n/9">Толығырақ »</a>', True),
        ("/n/9", '<a href="/n/8">Толығырақ »</a>', False),
        ("/n/9", '<a href="/n/9">Суретте көпір</a>', False),
        ("/zhanalyq/4711-kopir", '<a href="/zhanalyq/4711-kopir">Толығырақ »</a>', False),
    ],
    ids=["both elsewhere", "on to another", "no word for it", "to itself"],
)
def test_a_headline_and_a_link_to_read_on_that_lead_to_one_other_page_are_a_card_s(headline: str, more: str, *, refused: bool) -> None:
    main = f'<div><h1><a href="{headline}">{TITLE}</a></h1><div>2 қараша 2025</div>{TEXT}{more}</div>'
    found = read(page(main=main)).refusal
    assert (found == (Reason.NOT_ARTICLE, "a list of links")) is refused


@pytest.mark.parametrize(("opening", "gone"), [("Кешіріңіз, сіз іздеген материал табылмады.", True), ("Далада адасқан қойлар әлі табылмады.", False)])
def test_an_apology_may_be_long(opening: str, gone: bool) -> None:  # noqa: FBT001
    main = f"<article><h1>{TITLE}</h1><p>{opening} Ол жойылған немесе басқа бөлімге көшірілген.</p>{TEXT}</article>"
    assert ((read(page(main=main)).refusal or (None,))[0] is Reason.SOFT_404) is gone


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


def test_a_quoted_apology_is_news_and_one_of_the_page_is_not() -> None:
    for opening, gone in (("Сіз іздеген мақала бұл жерде жоқ, редакция оны көшірген.", True), ("«Кешіріңіз, сіз іздеген бет табылмады» деген сөйлемді кім көрмеген?", False)):
        main = f"<article><h1>{TITLE}</h1><p>{opening}</p>{TEXT * 3}</article>"
        assert ((read(page(main=main)).refusal or (None,))[0] is Reason.SOFT_404) is gone


def test_a_wall_for_registered_readers_is_a_login() -> None:
    wall = '<h2>Оқуды жалғастыру үшін кіріңіз</h2><div class="paywall"><p>Бұл мақала тіркелген оқырмандарға ғана қолжетімді.</p></div>'
    main = f"<article><h1>{TITLE}</h1><div>2 қараша 2025</div><p>{PARAGRAPHS[0]}</p>{wall}</article>"
    assert (read(page(main=main)).refusal or (None,))[0] is Reason.LOGIN


def test_a_text_that_is_made_of_cards_is_a_list() -> None:
    def listed(beside: str, date: str = "") -> Any:
        heads = ("Су тасқыны ерте басталды", "Мектеп кітапханасы жаңарды", "Жылу желісіндегі апат жойылды", "Көпір салынып бітті")
        cards = "".join(f'<div class="one">{beside.format(said, at)}<div>{PARAGRAPHS[at % 3]}</div><a href="/n/{at}">Әрі қарай оқу</a><div class="views">9{at}</div></div>' for at, said in enumerate(heads))
        markup = page(main=f"<div><h1>Аудан әкімі Асқар Серікұлы</h1>{date}</div><div>{cards}</div>")
        return (read(markup.replace(f"<title>{TITLE}", "<title>Derek")).refusal or (None,))[0]

    card = "<div>1{1}.10.2025</div><a href='/n/{1}'>{0}</a>"
    assert listed(card) is Reason.NOT_ARTICLE
    assert listed("<div>{1}</div><b>{0}</b>") is None, "parts of an article"
    assert listed(card, "<div>2 қараша 2025, 14:20</div>") is None, "a review of the week"


@pytest.mark.parametrize(
    ("claim", "date", "refused"),
    [
        ("«Derek үні» газетіне жазылу", "", True),
        ("«Derek үні» газетіне онлайн жазылу — 2026", "", True),
        ("«Derek үні» газетіне жазылу", "2 қараша 2025", False),
        ("«Derek үні» газетіне жазылу басталды", "", False),
        ("«Derek үні» газетіне алғыс", "", False),
    ],
)
def test_a_page_that_its_head_calls_a_subscription_is_none(claim: str, date: str, refused: bool) -> None:  # noqa: FBT001
    main = f"<div><h1>Газет келмей қалса не істеймін?</h1>{date}{TEXT}</div>"
    found = read(page(main=main, head=f'<meta property="og:title" content="{claim}">').replace(f"<title>{TITLE}", "<title>Derek үні")).refusal
    assert ((found or (None,))[0] is Reason.NOT_ARTICLE) is refused


def refused(markup: str) -> Any:
    return (read(markup).refusal or (None,))[0]


def dated(title: str) -> str:
    """Return a page of that title with a day and a text."""
    markup = page(main=f"<article><h1>{title}</h1><p>14 маусым 2018, 09:00</p>{TEXT}</article>")
    return markup.replace(f"<title>{TITLE}", f"<title>{title}")


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("№ 46 (9218) 14 маусым 2018 жыл", Reason.NOT_ARTICLE),
        ("«Дерек» газетінің №46-47 саны, 14.06.2018", Reason.NOT_ARTICLE),
        ("№ 46, 14 июня 2018 года", Reason.NOT_ARTICLE),
        ("№ 46 мектеп жөндеуден кейін ашылды", None),
        ("№ 46 қаулы 14 маусымда күшіне енеді", None),
        ("14 маусым: қала күні тойланды", None),
    ],
)
def test_the_number_of_a_paper_s_issue_is_no_headline(title: str, reason: Reason | None) -> None:
    assert refused(dated(title)) is reason


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Сайтта жарнама орналастыру құны", Reason.NOT_ARTICLE),
        ("Газетке жарнама беру бағасы", Reason.NOT_ARTICLE),
        ("Стоимость размещения рекламы", Reason.NOT_ARTICLE),
        ("Сайтта жарнама орналастыру қиындады", None),
        ("Газетке жарнама беру тәртібі өзгерді", None),
    ],
)
def test_what_an_advert_costs_on_a_portal_is_no_news(title: str, reason: Reason | None) -> None:
    assert refused(dated(title)) is reason


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("Сіз ашқан мақала авторының өтініші бойынша сайттан алынып тасталды.", Reason.SOFT_404),
        ("Материал жарияланымнан алынды. Қолайсыздық үшін кешірім сұраймыз.", Reason.SOFT_404),
        ("Ескі ғимарат тізімнен алынып тасталды, орнына жаңа мектеп салынады.", None),
    ],
)
def test_what_was_taken_down_is_gone(said: str, reason: Reason | None) -> None:
    assert refused(page(main=f"<div><h1>Құрметті оқырман!</h1><p>9 қыркүйек 2025, 08:41</p><p>{said}</p></div>")) is reason


def test_the_home_page_in_place_of_a_lost_article_is_told_by_its_first_line() -> None:
    def shown(bar: str, own: str = "https://derek.kz/") -> Any:
        head = f'<link rel="canonical" href="{own}">'
        return refused(page(f"<div>{bar}</div>", head=head, main=f"<div><h1>{TITLE}</h1><p>2 қараша 2025, 14:20</p>{TEXT}</div>"))

    gone = "Сұралған материал табылмады немесе көшірілген. Сізге басты бет көрсетілді."
    assert shown(gone) is Reason.SOFT_404
    assert shown("Порталдың жаңа қосымшасы шықты") is None, "portals state the root on every page"
    assert shown(gone, "https://derek.kz/zhanalyq/4711-kopir") is None, "or say so of a picture"


def test_a_day_in_the_address_alone_does_not_make_a_request_for_consent_news() -> None:
    title = "Құпиялығыңыз біз үшін маңызды"
    markup = page(main=f"<div><h1>{title}</h1><p>Біз cookie файлдарын сақтаймыз.</p>{TEXT * 4}</div>").replace(f"<title>{TITLE}", f"<title>{title}")
    assert (read(markup, url="https://derek.kz/2025/11/02/kopir-ashyldy").refusal or (None,))[0] is Reason.CONSENT
    shown = markup.replace(f"<h1>{title}</h1>", f"<h1>{title}</h1><p>2 қараша 2025, 14:20</p>")
    assert read(shown, url="https://derek.kz/2025/11/02/kopir-ashyldy").refusal is None


def test_a_section_whose_title_only_the_head_says_may_open_with_a_larger_card() -> None:
    def opened(over: str, first: str = '<h2><a href="/aimaq/7">Ауыл тұщы суға қашан қарық болады</a></h2>', below: str = "h3") -> Any:
        cards = "".join(f'<div><{below}><a href="/aimaq/{at}">Ауданда жаңа мектеп ашылды</a></{below}><time>1 қараша 2025</time></div>' for at in range(4))
        markup = page(main=f'{over}<section>{first}<p><time>2 қараша 2025, 10:00</time></p><div class="b2">{TEXT}</div></section><div>{cards}</div>')
        return (read(markup).refusal or (None,))[0]

    assert opened("<h1>Аймақ</h1>") is Reason.NOT_ARTICLE
    assert opened(f"<h1>{TITLE}</h1>") is None, "the headline of an article may have a link to another under it"
    assert opened("", '<h2><a href="/">«Дерек» аудандық газеті</a></h2>') is None, "a portal's name leads home"
    assert opened("<h1>Аймақ</h1>", below="h2") is Reason.NOT_ARTICLE, "cards may be alike"
