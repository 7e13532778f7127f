"""Short lines between the paragraphs of a text: what asks to read another article, and figures that are all a line says."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, article, page, read

LINK = '<a href="/n/7">Көктемгі су тасқыны ерте басталды</a>'


def amid(line: str) -> list[str]:
    first, *rest = (f"<p>{text}</p>" for text in PARAGRAPHS)
    main = article(paragraphs=()).replace('<div class="text">', f'<div class="b2">{first}{line}{"".join(rest)}')
    return [said for said in read(page(main=main)).values["body"] if said not in PARAGRAPHS]


@pytest.mark.parametrize(
    "line",
    [
        f"<p><b>Тағы оқи отырыңыз:</b> {LINK}</p>",
        f"<p>Бұл туралы мынаны да оқыңыз: {LINK}</p>",
        f"<p><b>Tağy oqi otyryñyz:</b></p><p>{LINK}</p>",
    ],
    ids=["a label in bold", "a label in the line", "a line of its own"],
)
def test_a_label_that_asks_to_read_goes_with_the_headline_behind_it(line: str) -> None:
    assert amid(line) == []


@pytest.mark.parametrize(
    "line",
    [
        f"<p>Тіркелу үшін мына бетке өтіңіз: {LINK}</p>",
        f"<p>Тағы оқи отырыңыз: {LINK} деген хатты да.</p>",
        "<p>Тағы оқи отырыңыз: <a>Нұсқаулық</a></p>",
    ],
    ids=["it asks for something else", "a sentence goes on", "one word"],
)
def test_other_lines_that_ask_stay(line: str) -> None:
    assert len(amid(line)) == 1


@pytest.mark.parametrize("line", ["21:25; 19:25; 25:20; 16:14.", "(3:1, 0:2, 2:2)", "6-4, 3-6, 7-5"])
def test_what_each_part_of_a_game_ended_with_is_text(line: str) -> None:
    assert amid(f"<p>{line}</p>") == [line]


@pytest.mark.parametrize("line", ["00:00 / 03:45", "12.11.2025", "1 204", "3", "08:30", "* * *"])
def test_other_figures_alone_are_no_text(line: str) -> None:
    assert amid(f"<p>{line}</p>") == []
