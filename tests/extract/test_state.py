# ruff: noqa: E501
"""The article in a page's own data: found by its title, never another's, and nothing that stops the machine."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kznews.extract.state import MIN_TEXT, stated_article
from tests.support.small_pages import PARAGRAPHS, TITLE

HTML = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
BLOCKS = [{"type": "paragraph", "data": {"text": text}} for text in PARAGRAPHS]


def data(value: Any) -> str:
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(value, ensure_ascii=False)}</script>'


STATES = {
    "text as HTML": data({"props": {"post": {"heading": TITLE, "full": HTML, "anons": "Көпір ашылды."}}}),
    "blocks of an editor": data({"post": {"name": TITLE, "content": {"blocks": BLOCKS}, "description": "Көпір ашылды."}}),
    "a flat list with numbers": data([{"post": 1}, {"title": 2, "text": 3, "short": 4}, TITLE, HTML, "Көпір ашылды."]),
    "an object of the window": f"<script>window.__STATE__ = {json.dumps({'t': TITLE, 'b': HTML, 'lead': 'Көпір ашылды.'})};</script>",
}


@pytest.mark.parametrize("name", STATES)
def test_a_text_is_found_beside_its_title(name: str) -> None:
    found = stated_article(f"<html><body>{STATES[name]}</body></html>", TITLE)
    assert found is not None
    assert (found.lead, tuple(found.paragraphs)) == ("Көпір ашылды.", PARAGRAPHS)


@pytest.mark.parametrize(
    "state",
    [
        pytest.param(data({"other": {"title": "Басқа жаңалықтың тақырыбы", "text": HTML}}), id="another article"),
        pytest.param(data({"post": {"title": TITLE, "text": "Қысқа мәтін."}}), id="hardly a text"),
        pytest.param(data({"post": {"title": TITLE, "more": [{"title": "Басқа", "text": HTML}]}}), id="the text of another below"),
        pytest.param(f"<script>window.track({json.dumps({'t': TITLE, 'b': HTML})})</script>", id="what is called and not assigned"),
        pytest.param('<script type="application/json">{"title": ' + "[" * 500, id="broken"),
    ],
)
def test_nothing_else_is_taken_for_the_article(state: str) -> None:
    assert sum(map(len, PARAGRAPHS)) >= MIN_TEXT
    assert stated_article(f"<html><body>{state}</body></html>", TITLE) is None


@pytest.mark.parametrize("piece", ["<script>window.a={", "<script ", "<script type=application/json>", "</script"])
def test_markup_that_never_ends_is_searched_once(piece: str) -> None:
    """A search that began anew at every piece would not come back."""
    assert stated_article(piece * 100_000, TITLE) is None
