# ruff: noqa: E501
"""The rest of a text behind a button to read on, and what else stays hidden."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

REST = ("Жобаның екінші бөлігі келесі жылдың көктемінде басталады, оған бөлек қаржы қаралған.", "Тұрғындар жол бойына тал отырғызып, орындық қоюды сұрап отыр.")


def body(rest: str) -> list[str]:
    text = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
    return list(read(page(main=f'<div><h1>{TITLE}</h1><div class="b2">{text}{rest}</div></div>')).values["body"])


def hidden(how: str, tag: str = "div") -> str:
    return f"<{tag} {how}>{''.join(f'<p>{line}</p>' for line in REST)}</{tag}>"


@pytest.mark.parametrize("how", ['class="rest hide"', 'style="display:none"', "hidden"])
@pytest.mark.parametrize("button", ["<button>Толық оқу</button>", '<a href="#">Жалғасын оқу</a>', '<div class="more">Читать полностью</div>'])
def test_what_a_button_opens_to_read_on_is_text(button: str, how: str) -> None:
    assert body(button + hidden(how)) == [*PARAGRAPHS, *REST]
    assert body(hidden(how) + button) == [*PARAGRAPHS, *REST]


@pytest.mark.parametrize(
    "rest",
    [
        hidden('class="hide"'),
        hidden('class="rest sf-hidden"'),
        f"<button>Бөлісу</button>{hidden('hidden')}",
        f"<button>Тағы көрсету</button>{hidden('hidden')}",
        f"<button>Толық оқу</button><p>...</p>{hidden('hidden')}",
    ],
    ids=["no button", "hidden when it was saved", "another button", "more of a list", "not beside it"],
)
def test_what_else_is_hidden_is_none(rest: str) -> None:
    assert not set(REST) & set(body(rest))
