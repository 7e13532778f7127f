# ruff: noqa: E501
"""Pages of elements with names of their own: read as if they were divs called so, where nothing else makes boxes."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

TEXT = "".join(f"<text-par>{text}</text-par>" for text in PARAGRAPHS)
STORY = (
    f"<story-view><story-crumb><a href='/b/1'>Қоғам</a></story-crumb><story-title>{TITLE}</story-title><story-date>2 қараша 2025, 14:20</story-date>"
    f"<story-text>{TEXT}</story-text><tag-row><a href='/q/kopir'>көпір</a><a href='/q/jol'>жол</a></tag-row></story-view>"
    "<side-pane><news-card><card-time>1 қараша 2025</card-time><a href='/s/3'>Көктемгі су тасқыны ерте басталды</a></news-card></side-pane>"
)


def of_page(body: str) -> str:
    head, _, _ = page().partition("<body>")
    return f"{head}<body>{body}</body></html>"


@pytest.mark.parametrize("around", ["", "<noscript><div><img src='https://mc.example/1'></div></noscript>"], ids=["", "a counter"])
def test_they_are_boxes_where_a_page_has_no_other(around: str) -> None:
    found = read(of_page(f"<site-shell>{STORY}</site-shell>{around}"))
    assert tuple(found.values["body"]) == PARAGRAPHS
    assert (found.values["title"], found.values["section"], found.values["tags"]) == (TITLE, "Қоғам", ["көпір", "жол"])
    assert str(found.values["published_at"])[:16] == "2025-11-02 14:20"


def test_beside_common_boxes_they_stand_in_a_line() -> None:
    said = "Көпірге <x-term>тірек</x-term> қойылды, оны <x-term>дәнекерлеушілер</x-term> қалада құрастырған."
    found = read(of_page(f"<div><h1>{TITLE}</h1><p>{said}</p>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</div>"))
    assert found.values["body"][0] == "Көпірге тірек қойылды, оны дәнекерлеушілер қалада құрастырған."


BAR = (
    "<x-bar><x-clock><span>3 қараша</span> <span>18:20</span></x-clock>"
    "<x-sky><x-city>Орал</x-city><x-deg>−11°</x-deg><x-more>сезілуі −17°, қысым 760 мм, желдің жылдамдығы 4 м/с</x-more></x-sky>"
    "<x-money><x-pair><b>$</b><span>520</span><sup>,55</sup></x-pair><x-pair><b>€</b><span>601</span><sup>,08</sup></x-pair></x-money>"
    "<x-live><a href='/efir'>Тікелей эфир</a> <span>18:30 «Қала жаңалықтары» бағдарламасы</span></x-live></x-bar>"
    "<x-menu><a href='/n'>Жаңалықтар</a><a href='/b'>Бағдарламалар</a><a href='/k'>Эфир кестесі</a></x-menu>"
)


def test_what_a_page_is_built_of_is_boxes_beside_others() -> None:
    found = read(page(f"<x-app>{BAR}</x-app>"))
    assert [(it.city, str(it.temperature)) for it in found.weather] == [("Орал", "-11")]
    assert [(rate.currency, str(rate.value)) for rate in found.rates] == [("USD", "520.55"), ("EUR", "601.08")]
    assert tuple(found.values["body"]) == PARAGRAPHS


@pytest.mark.parametrize(
    "markup",
    [
        f"<div>{BAR}</div>",  # in a common box they may stand in a line
        f"Бүгін {BAR}",
        f"<x-app>Бүгін {BAR}</x-app>",
        f"<amp-bar>{BAR}</amp-bar>",
    ],
)
def test_what_stands_in_a_box_or_beside_a_text_is_none(markup: str) -> None:
    found = read(page(markup))
    assert found.rates == []
    assert tuple(found.values["body"]) == PARAGRAPHS


@pytest.mark.parametrize("sign", ["\x01", "\x7f", "\ufffe", "\u200b"])
def test_signs_that_no_tree_takes_are_left_out_of_names(sign: str) -> None:
    box = f"<story-view class='b{sign}x c2'><story-title>{TITLE}</story-title><story-text>{TEXT}</story-text></story-view>"
    found = read(of_page(f"<site-shell class='{sign}'>{box}</site-shell>"))
    assert (found.values["title"], tuple(found.values["body"])) == (TITLE, PARAGRAPHS)


@pytest.mark.parametrize(("tag", "said"), [("h2", True), ("h4", True), ("div", False)])
def test_a_heading_that_calls_itself_header_heads_a_part_of_the_text(tag: str, *, said: bool) -> None:
    head = f'<{tag} class="text-body__header2">Көпірдің жаңа тіректері</{tag}>'
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    body = read(page(main=f"<h1>{TITLE}</h1><div><p>{PARAGRAPHS[0]} Кеше.</p>{head}{text}</div>")).values["body"]
    assert ("Көпірдің жаңа тіректері" in body) is said
