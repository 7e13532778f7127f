"""A date behind the text may be that of another article's card: JSON-LD and meta tags decide."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kznews.extract.document import Document
from kznews.extract.page import read_page
from kznews.spiders.any import AnyPortal

NOW = datetime(2025, 11, 20, 9, 0, tzinfo=UTC)
TEXT = (
    "<p>Ауыл мектебінің оқушылары күзгі сенбілікте өзен жағасына екі жүз түп тал отырғызып, ескі көпірді бояп шықты.</p>"
    "<p>Мектеп басшысының айтуынша, келесі сенбілікке ата-аналар мен көрші ауылдың тұрғындары да шақырылады.</p>"
)
STATED = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-11-03T08:00:00+05:00"}</script>'
META = '<meta property="article:published_time" content="2025-11-03T08:00:00+05:00">'


def published(before="", behind="", head="", path="sembilik-kuni", text=TEXT, *, after=""):
    markup = (
        f"<html><head><title>Оқушылар тал отырғызды</title>{head}</head><body><main><h1>Оқушылар тал отырғызды</h1>{before}"
        f"<div class='copy'>{text}</div>{behind}</main>{after}</body></html>"
    )
    portal = AnyPortal.declared.at("auyl.example")
    found = read_page(Document(markup.encode(), f"https://auyl.example/n/{path}"), portal, NOW, layouts=False).values
    return str(found["published_at"])[:10], found["published_basis"]


CARD = "<div class='card'><b>Көпір жөнделді</b><time>18.11.2025</time></div>"


def test_a_date_behind_the_text_gives_way_to_what_the_head_states():
    assert published(behind=CARD, head=STATED) == ("2025-11-03", "jsonld")
    assert published(behind=CARD, head=META) == ("2025-11-03", "meta")


def test_so_does_a_date_amid_the_text():
    amid = TEXT + TEXT + "<div class='d_w'>18.11.2025</div>" + TEXT
    assert published(text=amid, head=STATED) == ("2025-11-03", "jsonld")
    early = TEXT + "<time>18.11.2025</time>" + TEXT
    assert published(text=early, head=STATED)[0] == "2025-11-18", "a lead and a paragraph may stand before the date"
    assert published(text=amid)[0] == "2025-11-18"


def test_it_is_taken_where_nothing_else_is_said_or_the_same_day():
    assert published(behind=CARD)[0] == "2025-11-18"
    assert published(behind=CARD, head=STATED.replace("11-03", "11-18")) == ("2025-11-18", "dateline; time from jsonld")


def test_a_date_before_the_text_is_what_readers_see():
    assert published(before="<time>18.11.2025</time>", head=STATED)[0] == "2025-11-18"


@pytest.mark.parametrize(
    ("said", "path", "day", "basis"),
    [
        ("4 ай бұрын", "2025-06-23-sembilik", "2025-06-23", "dateline; relative to now; day from url"),
        ("1 жыл бұрын", "2024/02/01/sembilik", "2024-02-01", "dateline; relative to now; day from url"),
        ("2 күн бұрын", "2025-11-17-sembilik", "2025-11-17", "dateline; relative to now; day from url"),
        ("2 күн бұрын", "2025-11-03-sembilik", "2025-11-18", "dateline; relative to now"),
        ("4 ай бұрын", "sembilik", "2025-07-20", "dateline; relative to now"),
        ("2 сағат бұрын", "2025-11-19-sembilik", "2025-11-20", "dateline; relative to now"),
    ],
)
def test_days_and_months_ago_give_way_to_the_day_that_the_address_names(said, path, day, basis):
    assert published(before=f"<div class='date'>{said}</div>", path=path) == (day, basis)


COLUMN = "<div class='state-aside'><div class='item'><b>Көпір жөнделді</b><div class='time'>18.11.2025</div></div></div>"


@pytest.mark.parametrize("side", ["state-aside", "sidebar", "related-news", "comments"])
def test_a_date_in_a_side_column_is_none_of_the_article(side):
    column = COLUMN.replace("state-aside", side)
    assert published(after=column) == published(behind=column) == ("None", None)
    assert published(behind=column.replace(side, "lower"))[0] == "2025-11-18", "the name of the box decides"


def test_an_aside_in_the_articles_own_box_may_hold_its_date():
    assert published(before="<aside><div class='date'>18.11.2025</div></aside>")[0] == "2025-11-18"


@pytest.mark.parametrize(("heading", "day"), [("Пікірлер (1)", "None"), ("Тағы бір сөз", "2025-11-18")])
def test_a_date_behind_the_heading_of_comments_is_none_of_the_article(heading, day):
    comment = f"<div class='b1'>{heading}</div><div>Айдос, 18.11.2025 21:17: Рақмет!</div>"
    assert published(behind=comment)[0] == day


PICTURED = "<div class='k'><a href='/n/3'><img src='/3.jpg'></a><div class='kb'><small>18.11.2025</small><h5>{}</h5></div></div>"


@pytest.mark.parametrize(("heading", "day"), [("Ауданда жаңа кітапхана ашылды", "2025-11-04"), ("Редакция", "2025-11-18")])
def test_a_card_of_which_only_the_picture_is_a_link_shows_its_own_date(heading, day):
    foot = "<div class='f'><span>Сейсенбі, 4 қараша 2025 ж.</span><span>57</span><span>2 пікір</span></div>"
    assert published(behind=foot + PICTURED.format(heading))[0] == day


TIME = "<time datetime='2025-11-12T10:00:00+05:00'></time>"
LISTED = f"<ul>{''.join(f'<li><a href=/p/{at}>{at}-ауылда жаңа мектеп ашылды</a>{TIME}</li>' for at in range(5))}</ul>"


BOXES = ["<aside>{}</aside>", "<div class='related'>{}</div>", "<footer>{}</footer>", "<div class='x'>{}</div>"]


@pytest.mark.parametrize("box", BOXES)
def test_a_time_element_of_other_articles_is_no_date_of_a_page_without_one(box):
    assert published(behind=box.format(LISTED)) == published(after=box.format(LISTED)) == ("None", None)


def test_nor_is_that_of_the_masthead():
    assert published(after=f"<header>{TIME}</header>") == ("None", None)
    assert published(before=TIME) == ("2025-11-12", "time"), "beside the headline it is the article's"
