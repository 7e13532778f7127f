# ruff: noqa: E501
"""Boxes about the author amid and under a text, by whatever name; and boxes about other people, which are text."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

NAME = "Айгүл Серікқызы"
ABOUT = "Он жылдан бері жол мен көпір туралы жазады, «Алтын қалам» сыйлығының иегері."
PICTURE = '<img src="/a/7.jpg" alt="">'


def read_with(box: str, *, byline: str = NAME, at: int = 3) -> dict[str, Any]:
    paragraphs = [f"<p>{text}</p>" for text in PARAGRAPHS]
    paragraphs.insert(at, box)
    top = f'<h1>{TITLE}</h1><div class="x1">{byline}</div><div class="x2">2 қараша 2025, 14:20</div>'
    return read(page(main=f'<article>{top}<div class="b2">{"".join(paragraphs)}</div></article>')).values


def body(box: str, *, byline: str = NAME, at: int = 3) -> list[str]:
    return read_with(box, byline=byline, at=at)["body"]


BOXES = {
    "a picture beside a name that is over the text": f'<div class="k1">{PICTURE}<div class="k2"><h4>{NAME}</h4><p>{ABOUT}</p></div></div>',
    "a picture in the same box": f'<div class="k1">{PICTURE}<b>{NAME}</b><div>{ABOUT}</div><a href="/all/7">Барлық мәтіні</a></div>',
    "a name for the author's box": f'<div class="author-card"><div>{NAME}</div><p>{ABOUT}</p></div>',
    "a link to the author's page": f'<section class="k1"><h5><a href="/kk/author/aigul/">{NAME}</a></h5><p>{ABOUT}</p></section>',
}


@pytest.mark.parametrize("label", ["<h4>Автор туралы</h4>", "<b>Автор жайлы:</b>"])
def test_a_box_under_a_label_about_the_author_is_no_text(label: str) -> None:
    assert body(f'<div class="k1">{label}<p>{NAME} {ABOUT.lower()}</p></div>') == list(PARAGRAPHS)
    assert len(body(f'<div class="k1"><h4>Көпір туралы</h4><p>{ABOUT}</p></div>')) == len(PARAGRAPHS) + 2
    assert len(body(f'<div class="k1">{label}{f"<p>{ABOUT}</p>" * 7}</div>')) > len(PARAGRAPHS) + 1


@pytest.mark.parametrize("at", [1, 3])
@pytest.mark.parametrize("box", BOXES)
def test_what_a_box_says_of_the_author_is_no_text(box: str, at: int) -> None:
    found = read_with(BOXES[box], at=at)
    assert found["body"] == list(PARAGRAPHS)
    assert found["authors"] == [NAME]


def test_another_persons_box_is_text() -> None:
    for box in BOXES.values():
        if "author" not in box:
            assert ABOUT in body(box, byline="Ерлан Бекұлы", at=1)


@pytest.mark.parametrize(
    "box",
    [f'<div class="author-quote"><p>{ABOUT}</p><div>{NAME}</div></div>',
     f'<div class="author-quote"><div>{NAME}</div><p>«{ABOUT}»</p></div>',
     f'<div class="author-quote"><div>{NAME}</div><p>– {ABOUT}</p></div>',
     f'<blockquote class="author"><div>{NAME}</div><p>{ABOUT}</p></blockquote>',
     f"<div>{PICTURE}<div>{NAME}</div><p>{ABOUT}</p></div><p>{PARAGRAPHS[0]}</p><div><div>{NAME}</div><p>{PARAGRAPHS[2]}</p></div>",
     f'<div class="author"><div>{NAME}</div><p>{ABOUT * 6}</p></div>',
     f'<div class="author"><div>{NAME}</div>{"".join(f"<div>Кітап {at}</div>" for at in range(6))}<p>{ABOUT}</p></div>',
     f'<div class="k1"><h4>{NAME}</h4><p>{ABOUT}</p></div>'],
    ids=["said and signed", "quoted", "spoken", "a quotation", "one who answers twice", "a long text", "many lines", "no picture"],
)  # fmt: skip
def test_what_the_author_says_is_text(box: str) -> None:
    assert any(ABOUT in text for text in body(box, at=1))


def test_a_name_in_a_menu_is_no_byline() -> None:
    menu = f'<nav><a href="/a/7">{NAME}</a></nav>'
    assert ABOUT in body(BOXES["a picture in the same box"], byline=menu, at=1)


def test_a_page_that_says_nothing_else_is_about_the_author() -> None:
    box = f'<div class="author-card"><h4>{NAME}</h4><p>{ABOUT}</p></div>'
    assert read(page(main=f'<article><h1>{TITLE}</h1><div>2 қараша 2025, 14:20</div><div class="b2">{box}</div></article>')).values["body"] == [ABOUT]
