"""Galleries and films without a text are no articles; stories in pictures are."""

from __future__ import annotations

import pytest

from kznews.outcomes import Reason
from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read

CAPTIONS = (
    "Көпірдің ашылуына ауыл түгел жиналып, екі жағада ұзақ күтті.",
    "Алғашқы болып жаяу жүргіншілер мен мектеп оқушылары өтті.",
    "Құрылысшылар салтанат алдында соңғы шамды іліп жатыр.",
    "Ауыл ақсақалы Бәкір Төленов көпірге батасын берді.",
    "Балалар көпірдің үстінде тұрып, өзен туралы ән айтты.",
)
FILM = '<iframe src="https://www.youtube.com/embed/a1"></iframe>'


def pictured(text: str, at: int, heading: str = "") -> str:
    return f'<div class="k3"><div><img src="/i/{at}.jpg"></div><div class="k4">{heading}<p>{text}</p></div></div>'


def boxes(texts: tuple[str, ...], opening: str = "") -> str:
    shown = "".join(pictured(text, at) for at, text in enumerate(texts))
    return article(paragraphs=()).replace('<div class="text">', f'<div class="text">{opening}{shown}')


def test_captions_alone_are_a_gallery() -> None:
    reading = read(page(main=boxes(CAPTIONS)))
    assert reading.refusal is not None
    assert reading.refusal[0] is Reason.NOT_ARTICLE


def test_bare_captions_under_their_pictures_are_a_gallery() -> None:
    shown = "".join(f'<div class="k3"><img src="/i/{at}.jpg">{text}</div>' for at, text in enumerate(CAPTIONS))
    reading = read(page(main=article(paragraphs=()).replace('<div class="text">', f'<div class="text">{shown}')))
    assert reading.refusal is not None
    assert reading.refusal[0] is Reason.NOT_ARTICLE


LONG = tuple(
    f"{text} Бұл күнді ел екі жыл бойы күткен еді, енді базар мен мектепке баратын жол жарты сағатқа қысқарды."
    for text in CAPTIONS
)


@pytest.mark.parametrize(
    "main",
    [
        boxes(CAPTIONS, f"<p>{PARAGRAPHS[0]}</p>"),
        boxes(CAPTIONS, f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"),
        boxes(LONG),
        boxes(CAPTIONS[:3]).replace("</div></article>", f"<p>{PARAGRAPHS[2]}</p></div></article>"),
        article(paragraphs=(*CAPTIONS, *PARAGRAPHS)),
    ],
    ids=["an opening", "two paragraphs", "sentences", "a paragraph behind", "no pictures"],
)
def test_a_story_in_pictures_is_an_article(main: str) -> None:
    assert read(page(main=main)).refusal is None


def film(texts: tuple[str, ...], shown: str = FILM, heading: str = "<h3>Бүгін эфирде</h3>") -> str:
    cards = "".join(pictured(text, at, "<b>10:20</b>") for at, text in enumerate(texts))
    return f'<article><h1>{TITLE}</h1><div class="date">2 қараша 2025</div>{shown}</article><section>{heading}{cards}</section>'


def test_a_film_over_cards_of_other_programmes_has_no_text() -> None:
    reading = read(page(main=film(LONG)))
    assert reading.refusal is not None
    assert reading.refusal[0] is Reason.NO_BODY


@pytest.mark.parametrize("main", [film(LONG, shown=""), film(LONG, heading="")], ids=["no film", "no heading"])
def test_cards_are_believed_without_a_film_or_a_heading(main: str) -> None:
    assert read(page(main=main)).refusal is None


def test_a_film_in_an_article_is_no_fault() -> None:
    assert (
        read(page(main=article().replace('<div class="text">', f'{FILM}<div class="text"><h3>Екі жылдан соң</h3>'))).refusal
        is None
    )
