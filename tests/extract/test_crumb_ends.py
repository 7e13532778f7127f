# ruff: noqa: E501
"""What crumbs end with behind their last link, sections far from the headline, and tags that are counted or divided otherwise."""

from __future__ import annotations

import pytest

from tests.support.engines.scripts import written
from tests.support.small_pages import TITLE, article, page, read
from tests.support.told import TEXT, told, values

HOME = '<a href="/">Басты бет</a>'


def section(way: str) -> object:
    return read(page(way, main=f"<div>{article()}</div>")).values["section"]


@pytest.mark.parametrize(
    ("way", "named"),
    [
        (f'<div class="breadcrumb"><div>{HOME}</div><div><i></i><a href="/n/">Жаңалықтар</a></div><div><i></i><span>Көлік пен жол</span></div></div>', "Көлік пен жол"),
        (f'<div class="breadcrumb">{HOME} / <a href="/q/">Қоғам</a> / <span>Көлік пен жол</span></div>', "Көлік пен жол"),
        (f'<div class="krs">{HOME} / <a href="/n">Жаңалықтар</a> / <span>Көлік</span></div>', "Көлік"),
        (f'<div class="krs">{HOME}<span>Көлік</span><span>{TITLE}</span></div>', "Көлік"),
        (f'<ol><li>{HOME}</li><li>›</li><li><a href="/k">Көлік</a></li><li>›</li><li>{TITLE}</li></ol>', "Көлік"),
    ],
    ids=["boxes", "signs", "a list of everything", "no link but home", "signs as items"],
)
def test_a_narrower_section_may_stand_behind_the_last_link(way: str, named: str) -> None:
    assert section(way) == named


@pytest.mark.parametrize(("name", "named"), [("path", "Көлік"), ("nav-path", "Көлік"), ("path-menu", ""), ("top", "")])
def test_a_nav_element_that_is_named_after_a_path_shows_the_way(name: str, named: str) -> None:
    assert section(f'<nav class="{name}">{HOME} / <a href="/k/">Көлік</a></nav>') == named


@pytest.mark.parametrize("end", [TITLE, "Ауыл көпірі…", "Ауыл көпірінің жөнделуі", TITLE.upper(), "Мәтін", "Толығырақ", "2 қараша 2025", "Айгүл Серік", "Жолда біраз кідіріп қалған бес жолаушы"])
def test_what_is_no_section_there_is_left_out(end: str) -> None:
    assert section(f'<div class="breadcrumb">{HOME} / <a href="/q/">Қоғам</a> / <span>{end}</span></div>') == "Қоғам"


@pytest.mark.parametrize("shown", [TITLE, TITLE.upper()])
def test_behind_the_way_to_an_edition_the_headline_is_no_section(shown: str) -> None:
    crumbs = f'<div class="speedbar">{HOME} » <a href="/kz/">Қазақша</a> » {{}}</div>'
    assert section(crumbs.format(shown)) == ""
    assert section(crumbs.format("Көлік")) == "Көлік"


@pytest.mark.parametrize(("here", "named"), [("Тұрған орныңыз", "Көлік"), ("Ең көп оқылғаны", "")])
def test_a_line_that_says_where_its_reader_is_may_stand_far_over_the_headline(here: str, named: str) -> None:
    way = f'<div>{here}: {HOME} &gt; <a href="/k/">Көлік</a> &gt; мәтін</div><div>{"<p>Қысқа жолдың бірі</p>" * 15}</div>'
    assert section(way) == named


@pytest.mark.parametrize("beside", ["gazeta жіберді", "Әріп: [<a href='javascript:z(1)'>үлкен</a> <a href='javascript:z(2)'>кіші</a>]"])
def test_who_stored_an_article_and_the_size_of_letters_are_no_sections(beside: str) -> None:
    assert told(f'<div class="sub">{beside} <span>2 қараша 2025, 14:20</span></div>')["section"] == ""
    assert told('<div class="sub">Көлік <span>2 қараша 2025, 14:20</span></div>')["section"] == "Көлік"


def test_over_the_list_of_everything_the_narrower_line_is_the_section() -> None:
    over = "<div><font>Көлік</font> <font>2 күн бұрын</font></div><h3>Жаңалықтар легі</h3>"
    assert told("", over=over)["section"] == "Көлік"
    for other in (over.replace("Көлік", ""), "<div>Облыстың су басқармасы</div><h3>Жаңалықтар легі</h3>"):
        assert told("", over=other)["section"] == "Жаңалықтар легі"


TAGS = ["көпір", "жол құрылысы"]


@pytest.mark.parametrize(
    ("row", "tags"),
    [
        ('<div class="tags"><a href="/b/1">көпір<sup>112</sup></a><a href="/b/2">жол құрылысы<sup>7</sup></a></div>', TAGS),
        ('<div class="tags"><a href="/b/1">көпір (112)</a><a href="/b/2">жол құрылысы (7)</a></div>', TAGS),
        ('<div class="tags"><a href="/b/1">Жоба <b>2030</b> қоры</a><a href="/b/2">жол құрылысы</a></div>', ["Жоба 2030 қоры", "жол құрылысы"]),
        ('<div class="tags"><a href="/b/1">көпір (2025)</a><a href="/b/2">жол құрылысы</a></div>', ["көпір (2025)", "жол құрылысы"]),
        ("<p><span>Тақырыптар</span> көпір, жол құрылысы</p>", TAGS),
        ("<p><b>Түйін сөздер:</b> көпір; жол құрылысы</p>", TAGS),
        ('<div class="x-tg"><a>көпір</a><a>жол құрылысы</a></div>', TAGS),
        ('<div class="x-tg"><a href="#">көпір</a>, <a href="#">жол құрылысы</a></div>', TAGS),
        ('<div class="sc-1b"><span>көпір</span><span>жол құрылысы</span></div>', TAGS),
        ('<div class="sc-1b"><span>Көпір</span><span>Жол құрылысы</span></div>', []),
        ('<div class="sc-1b"><span>қаз</span><span>рус</span><span>eng</span></div>', []),
        ("<div><span>көпір</span><span>жол құрылысы</span></div>", []),
        ('<div class="x-sh"><a href="#">көпір</a>, <a href="#">жол құрылысы</a></div>', []),
        ('<div class="tags">#көпір, #жол құрылысы</div>', TAGS),
        ('<div class="keywords"><span>көпір</span>, <span>жол құрылысы</span></div>', TAGS),
        ('<div class="metki"><b>Белгілер:</b> көпір / жол құрылысы</div>', TAGS),
        ('<div class="k-tags"><span>Тақырыптар</span> көпір, жол құрылысы</div>', TAGS),
        ("<p><i>Түйін сөз: көпір, жол құрылысы</i></p>", TAGS),
        ('<div class="tags">Көпір ашылған күні ел жиналды, той болды</div>', []),
        ('<div class="tags">көпір</div>', []),
        ('<div class="x-sh"><a>көпір</a><a>жол құрылысы</a></div>', []),
        ('<div class="x-tg"><a>Telegram</a><a>жол құрылысы</a></div>', []),
        ('<ul><li><a href="/n/7" rel="tag">Толығырақ<span> Көпір туралы басқа мақала</span></a></li></ul>', []),
    ],
)  # fmt: skip
def test_tags_are_counted_divided_and_boxed_in_many_ways(row: str, tags: list[str]) -> None:
    assert told("", row)["tags"] == tags


def test_tags_in_arabic_letters_stand_between_their_own_commas() -> None:
    names = [written(tag, "arabic") for tag in TAGS]
    line = f"<p>{written('Түйін сөздер', 'arabic')}: {'، '.join(names)}</p>"
    assert values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}</div>{line}</div>')["tags"] == names


@pytest.mark.parametrize(
    ("way", "named"),
    [
        ('<div class="breadcrumb"><a href="./a.html">Сот</a><a>Орталық</a><a>Шешімдер</a></div>', "Шешімдер"),
        ('<div class="breadcrumb"><a href="/?lang=kk">Басты бет</a> / <a>Ауыл шаруашылығы және су ресурстары басқармасы</a> / <a>Жиындар</a></div>', "Жиындар"),
        (f'<div class="breadcrumb"><a href="/?lang=kk">Басты бет</a> / <a>Көлік</a> / <a>{TITLE}</a></div>', "Көлік"),
        (f'<div class="breadcrumb">{HOME}<a href="/k/">Көлік</a><a>{TITLE}</a></div>', "Көлік"),
        (f'<div class="breadcrumb">{HOME}<a href="/k/">Көлік</a><a>Толығырақ</a></div>', "Көлік"),
    ],
    ids=["no address", "no other with one", "the headline, and no other", "the headline", "any article"],
)
def test_the_last_link_of_crumbs_may_have_lost_its_address(way: str, named: str) -> None:
    assert read(page(main=f"<div>{way}{article()}</div>")).values["section"] == named
