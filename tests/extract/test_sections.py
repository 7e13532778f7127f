# ruff: noqa: E501
"""The section in crumbs of any kind, views behind more words, a signature with its city."""

from __future__ import annotations

import json

import pytest

from kznews.extract.section.names import is_section
from tests.support.small_pages import TITLE, article, page, read


def crumb(name: str, item: object) -> dict[str, object]:
    return {"@type": "ListItem", "name": name, "item": item}


def stated(*crumbs: dict[str, object]) -> str:
    data = {"@type": "BreadcrumbList", "itemListElement": list(crumbs)}
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


HOME = '<li><a href="/">Басты бет</a></li>'
TRAILS = {
    "a list that ends with the headline": f'<ul>{HOME}<li><a href="/a">Аймақ</a></li><li>{TITLE}</li></ul>',
    "an ordered list of links": f'<ol>{HOME}<li><a href="/q">Қоғам</a></li><li><a href="/a">Аймақ</a></li></ol>',
    "crumbs without links": '<div class="breadcrumbs">Басты бет / Аймақ</div>',
    "crumbs without links that end with the headline": f'<div class="breadcrumbs">Басты бет » Аймақ » {TITLE}</div>',
}


@pytest.mark.parametrize("trail", TRAILS)
def test_a_section_is_the_last_crumb(trail: str) -> None:
    assert read(page(TRAILS[trail], main=f"<div>{article()}</div>")).values["section"] == "Аймақ"


@pytest.mark.parametrize(
    "menu",
    [
        '<ul><li><a href="/">Басты бет</a></li><li><a href="/a">Аймақ</a></li></ul>',
        '<ol><li><a href="/">Басты бет</a></li><li><a href="/a">Аймақ</a></li><li><a href="/b">Спорт</a></li><li><a href="/c">Әлем</a></li><li><a href="/d">Өнер</a></li></ol>',
    ],
    ids=["a list that ends with a link", "a long one"],
)
def test_a_menu_is_no_trail(menu: str) -> None:
    assert read(page(menu, main=f"<div>{article()}</div>")).values["section"] == ""


@pytest.mark.parametrize(
    "crumbs",
    [
        (crumb("Басты бет", "https://derek.kz/"), crumb("Қоғам", "https://derek.kz/q"), crumb("Аймақ", "https://derek.kz/q/a")),
        (crumb("Derek", {"@id": "https://derek.kz/"}), crumb("Аймақ", {"@id": "https://derek.kz/a"}), crumb(TITLE, "https://derek.kz/zhanalyq/4711-kopir")),
        (crumb("Home", {"url": "https://derek.kz/kz"}), crumb("Аймақ", {"url": "https://derek.kz/a"}), {"@type": "ListItem", "name": TITLE}),
        ({"@type": "ListItem", "item": {"@id": "https://derek.kz/a", "name": "Аймақ"}},),
    ],
    ids=["addresses", "objects with an id", "objects with an address", "the name in the object"],
)
def test_stated_crumbs_name_the_section(crumbs: tuple[dict[str, object], ...]) -> None:
    assert read(page(main=f"<div>{article()}</div>", head=stated(*crumbs))).values["section"] == "Аймақ"


@pytest.mark.parametrize("said", ["Көрілім: 512", "Қаралымдар саны: 512", "Қаралым саны – 512", "Оқылым: 512"])
def test_views_have_more_names(said: str) -> None:
    main = article().replace("</article>", f"<div>{said}</div></article>")
    assert read(page(main=main)).values["views"] == 512


@pytest.mark.parametrize("said", ["Айгүл Серікқызы, Алматы", "Айгүл СЕРІК, Қызылорда қаласы"])
def test_a_signature_may_name_a_city(said: str) -> None:
    values = read(page(main=f"<div>{article()}<p>{said}</p></div>")).values
    assert values["authors"] == [said.split(",", maxsplit=1)[0]]


@pytest.mark.parametrize(("names", "section"), [(("Жаңалықтар", "Аймақ"), "Аймақ"), (("Аймақ", "Жаңалықтар"), "Аймақ"), (("Жаңалықтар",), "Жаңалықтар")])
def test_of_two_sections_the_list_of_everything_is_not_the_article_s(names: tuple[str, ...], section: str) -> None:
    links = "".join(f'<a class="category" href="/c/{at}">{name}</a>' for at, name in enumerate(names))
    assert read(page(main=article().replace("<h1>", f"<div>{links}</div><h1>"))).values["section"] == section


@pytest.mark.parametrize(("said", "section"), [("Фото", "Фото"), ("Видео", "Видео"), ("Бөлісу", "")])
def test_the_way_to_a_page_may_lead_through_pictures(said: str, section: str) -> None:
    way = f'<div class="z1"><a href="/">Басты бет</a> › <a href="/p/">{said}</a></div>'
    assert read(page(main=way + article())).values["section"] == section


@pytest.mark.parametrize(("said", "named"), [("көпір, жол, ауыл", False), ("Көпір, жол, ауыл", True), ("жол, ауыл", True)])
def test_keywords_are_no_section(said: str, *, named: bool) -> None:
    assert is_section(said) is named
