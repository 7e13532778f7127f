# ruff: noqa: E501
"""Regions that are called by their headings (aria-labelledby): who wrote an article, what else is recommended amid its text."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

HEARD = '<strong id="a-byline" style="position:absolute;clip:rect(1px,1px,1px,1px)">Жазба туралы мәлімет</strong>'
BYLINE = (
    f'<section aria-labelledby="a-byline">{HEARD}<ul><li><span>Автор, </span><span>Самат Ерболұлы</span></li>'
    "<li><span>Автордың қызметі, </span><span>Өңірлік тілші, Шиелі</span></li></ul></section>"
)
WHEN = "<div><time>2 қараша 2025</time> <time>Жаңартылды 5 сағат бұрын</time></div>"
OTHERS = (
    '<section aria-labelledby="recommendations-heading"><a href="#end">Мұнан өтіп, мәтінді ары қарай оқи беріңіз</a>'
    '<strong id="recommendations-heading">Мұны да оқыңыз</strong><ul><li><a href="/n/1">Ауылға жаңа дәрігер келді</a></li></ul></section>'
)


def values(byline: str = BYLINE, others: str = OTHERS, when: str = WHEN) -> dict[str, object]:
    first, *rest = (f'<div class="x{at}"><p>{text}</p></div>' for at, text in enumerate(PARAGRAPHS))
    return read(page(main=f'<div><h1>{TITLE}</h1></div>{byline}{when}{first}{others}{"".join(rest)}')).values


def test_a_region_s_label_says_what_it_is() -> None:
    found = values()
    assert found["body"] == list(PARAGRAPHS)
    assert found["authors"] == ["Самат Ерболұлы"]
    assert not found["section"]
    assert str(found["published_at"])[:10] == "2025-11-02"


def test_a_region_with_another_label_is_text() -> None:
    others = OTHERS.replace("recommendations-heading", "history-heading").replace('<a href="#end">Мұнан', "<p>Мұнан").replace("</a><strong", ".</p><strong")
    assert any(str(line).startswith("Мұнан өтіп") for line in values(others=others)["body"])  # type: ignore[attr-defined]


@pytest.mark.parametrize(("style", "shown"), [("clip:rect(0 0 0 0)", False), ("clip: rect(1px, 1px, 1px, 1px)", False), ("clip:rect(10px,200px,90px,0)", True), ("color:red", True)])
def test_what_is_clipped_to_a_point_is_not_shown(style: str, *, shown: bool) -> None:
    line = "Бұл сөйлемді экраннан оқитын құралдар ғана дауыстап оқиды."
    found = values(others=f'<div class="x7"><p style="{style}">{line}</p></div>')
    assert (line in found["body"]) == shown  # type: ignore[operator]


@pytest.mark.parametrize("box", ["info", "details"])
def test_a_list_in_a_text_is_none_of_the_byline(box: str) -> None:
    items = "".join(f"<li>Шиелідегі {place} жағасында бір сағаттай аялдаймыз</li>" for place in ("көпір", "диірмен", "ескі бөгет", "тоған"))
    found = values(others=f'<div class="{box}"><p>{PARAGRAPHS[1]}</p><ul>{items}</ul></div>')
    assert sum("аялдаймыз" in str(line) for line in found["body"]) == 4  # type: ignore[attr-defined]
