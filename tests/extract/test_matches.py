# ruff: noqa: E501
"""Cards of matches amid a text: one whose score the text tells is none of it; rows of results and lines of an editor's are."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

TOLD = "«Қыран» өз алаңында «Тұлпарды» 2:1 есебімен жеңді, шешуші гол соңғы минутта соғылды."


def around(inserted: str, first: str = TOLD) -> list[str]:
    """Return what is read of something that stands amid a text about a match."""
    text = "".join(f"<p>{said}</p>" for said in (first, *PARAGRAPHS))
    head, _, rest = text.partition("</p>")
    body = f'<div class="text">{head}</p>{inserted}{rest}</div>'
    markup = page(main=f'<article><h1>{TITLE}</h1><div class="date">2 қараша 2025, 14:20</div>{body}</article>')
    return [said for said in read(markup).values["body"] if said not in {first, *PARAGRAPHS}]


@pytest.mark.parametrize(
    "card",
    [
        "<div><span>Қыран</span><b>2:1</b><span>Тұлпар</span><small>Матч аяқталды</small></div>",
        "<div><i>Бірінші лига</i> <span>Қыран</span> <b>2–1</b> <span>Тұлпар</span></div>",
        "<div><div>Қыран</div><div>2 : 1</div><div>Тұлпар</div></div>",
        "<div><div><img src='/a.png' alt=''><span>Қыран</span></div><b>2:1</b><div><span>Тұлпар</span></div></div>",
    ],
)
def test_the_card_of_the_match_is_no_text(card: str) -> None:
    assert around(card) == []


@pytest.mark.parametrize(
    ("inserted", "said"),
    [
        ("<p>Қыран <b>2:1</b> Тұлпар</p>", ["Қыран 2:1 Тұлпар"]),
        ("<div>Қыран <b>2:1</b> Тұлпар</div>", ["Қыран 2:1 Тұлпар"]),
        ("<div><span>Арыс</span> <b>0:3</b> <span>Алтай</span></div>", ["Арыс 0:3 Алтай"]),
        ("<div><i>Қыран</i> <b>2:1</b> <i>Тұлпар</i></div><div><i>Арыс</i> <b>0:3</b> <i>Алтай</i></div>", ["Қыран 2:1 Тұлпар", "Арыс 0:3 Алтай"]),
    ],
    ids=["a paragraph", "a line of words", "a score that nothing tells", "the results of a round"],
)
def test_a_line_with_a_score_may_be_text(inserted: str, said: list[str]) -> None:
    assert around(inserted) == said


def test_an_hour_is_no_score() -> None:
    told = "Ауыл клубындағы концерт 18:30-да басталады, ал келетін аптада көктемгі көрме ашылады."
    assert around("<div><span>Концерт</span> <b>18:30</b> <span>Ауыл клубы</span></div>", told) == ["Концерт 18:30 Ауыл клубы"]
