# ruff: noqa: E501
"""Dialogs over a page, which a style sheet hides or a reader closes: what asks for consent is neither headline nor text."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read

CONSENT = (
    "<h2>Cookie файлдарын қолдануға келісім</h2>"
    "<p>Бұл сайт бетті жылдам ашу үшін, оқырманның таңдауын есте сақтау үшін және жарнаманы дәл көрсету үшін шағын файлдар қолданады.</p>"
    "<p>Міндетті файлдар сайттың жұмысына қажет, сондықтан оларды өшіруге болмайды, қалғандарын кез келген уақытта өшіріп тастай аласыз.</p>"
    "<p>Таңдауды кейін баптаулар бетінде өзгертуге болады, ол беттің сілтемесі әр беттің ең төменгі жағында тұрады.</p>"
)


def dialog(how: str) -> str:
    return f'<div class="sheet" {how}>{CONSENT}</div>'


@pytest.mark.parametrize("how", ['role="dialog"', 'role="alertdialog" aria-modal="true"', 'role="dialog" aria-hidden="true"'])
def test_what_a_dialog_says_is_no_text_though_it_is_longer(how: str) -> None:
    short = article(paragraphs=PARAGRAPHS[:1])
    for markup in (page(after=dialog(how), main=short), page(before=dialog(how), main=short)):
        values = read(markup).values
        assert (values["title"], list(values["body"])) == (TITLE, [PARAGRAPHS[0]])


def test_a_box_without_that_role_is_read() -> None:
    assert "Міндетті файлдар" in " ".join(read(page(after=dialog('role="region"'), main=article(paragraphs=()))).values["body"])


def test_an_article_that_is_shown_in_a_dialog_is_read() -> None:
    values = read(page(main=f'<div role="dialog">{article()}</div>')).values
    assert (values["title"], list(values["body"])) == (TITLE, list(PARAGRAPHS))
