# ruff: noqa: E501
"""Headings of which the head of a page names none."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

HEADS = ("Көпір неге жабылды екен?", "Жөндеуге қанша ақша жұмсалды, оны кім бөлді?", "Енді ауыл тұрғындары қалай жүреді?")


@pytest.mark.parametrize("box", ["", "part"])
def test_of_headings_over_the_parts_of_a_text_the_first_is_the_headline(box: str) -> None:
    parts = [f"<h1>{head}</h1><p>{text}</p>" for head, text in zip(HEADS, PARAGRAPHS, strict=True)]
    text = "".join(f'<div class="{box}">{part}</div>' for part in parts) if box else "".join(parts)
    values = read(page(main=f'<div class="b2">{text}</div>').replace(f"<title>{TITLE}</title>", "<title>Сұрақ-жауап</title>")).values
    said = [*filter(None, [values["lead"]]), *values["body"]]
    assert (values["title"], said) == (HEADS[0], [PARAGRAPHS[0], HEADS[1], PARAGRAPHS[1], HEADS[2], PARAGRAPHS[2]])


def test_a_heading_elsewhere_is_not_the_first_of_them() -> None:
    main = f'<div class="b1"><h1>Жаңалық жіберу үшін тіркеліңіз</h1></div><div class="b2"><h1>{HEADS[1]}</h1><p>{"</p><p>".join(PARAGRAPHS)}</p></div>'
    assert read(page(main=main).replace(f"<title>{TITLE}</title>", "<title>Сұрақ-жауап</title>")).values["title"] == HEADS[1]
