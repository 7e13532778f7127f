"""Texts that are shown as they were typed: <pre>, and styles that keep line ends."""

from __future__ import annotations

import pytest

from kznews.extract.typed_lines import lines_in
from tests.support.growth import grows_linearly
from tests.support.small_pages import PARAGRAPHS, article, page, read

LINES = "\n".join((f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}", *PARAGRAPHS[1:]))
WRAPPED = "\n\n".join(text.replace(" ", "\n", 7).replace("\n", " ", 6) for text in PARAGRAPHS)
"""Each paragraph on two lines, as typewriters leave them, and an empty one behind."""


def body(box: str) -> list[str]:
    return read(page(main=article(paragraphs=()).replace('<div class="text"></div>', box))).values["body"]


@pytest.mark.parametrize(
    "box",
    [
        f"<pre>{WRAPPED}</pre>",
        f'<div style="white-space: pre-wrap">{WRAPPED}</div>',
        f'<div class="mt-4 whitespace-pre-line">{WRAPPED}</div>',
        f'<div class="whitespace-pre-line">{LINES}</div>',
    ],
    ids=["pre", "a style", "a class", "a line for each"],
)  # fmt: skip
def test_empty_lines_divide_what_keeps_its_lines(box: str) -> None:
    assert len(body(box)) == len(PARAGRAPHS)
    assert body(box)[-1] == PARAGRAPHS[-1]


def test_line_ends_of_any_other_text_are_blanks() -> None:
    assert body(f"<div>{WRAPPED}</div>") == [" ".join(PARAGRAPHS)]


def test_verses_stay_lines() -> None:
    assert lines_in("Қараңғы түнде тау қалғып,\nҰйқыға кетер балбырап.\n\nДаланы жым-жырт") == [
        "Қараңғы түнде тау қалғып,", "", "Ұйқыға кетер балбырап.", "", "", "Даланы жым-жырт",
    ]  # fmt: skip


def test_bold_lines_take_time_by_their_number_alone() -> None:
    said = "<br>Көпір ашылды"
    assert grows_linearly(lambda lines: body(f"<div>{lines}</div>"), f"<b>{said}</b>")
