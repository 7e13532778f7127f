"""References that a portal escaped twice: a reader sees "&laquo;" where a quotation opens."""

from __future__ import annotations

import pytest

from kznews.extract.entities import resolved
from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read


@pytest.mark.parametrize(
    ("left", "meant"),
    [
        ("&laquo;Дерек&raquo;&nbsp;&ndash; апталық", "«Дерек»\xa0– апталық"),
        ("&amp;quot;Дерек&amp;quot;", '"Дерек"'),
        ("&#171;Дерек&#xBB;", "«Дерек»"),
        ("AT&amp;T", "AT&T"),
        ("Серік & Берік", "Серік & Берік"),
        ("&lt;p&gt; деген тег", "&lt;p&gt; деген тег"),
        ("&laquo Дерек", "&laquo Дерек"),
    ],
)
def test_references_to_signs_are_resolved_and_those_to_markup_stay(left: str, meant: str) -> None:
    assert resolved(left) == meant


def test_headline_text_and_head_say_the_signs() -> None:
    quoted = TITLE.replace("көпірі", "&amp;laquo;көпірі&amp;raquo;")
    main = article(quoted, (f"{PARAGRAPHS[0]}&amp;nbsp;&amp;ndash; деді", *PARAGRAPHS[1:]))
    found = read(page(main=main, head=f'<meta property="og:title" content="{quoted}">')).values
    assert found["title"] == TITLE.replace("көпірі", "«көпірі»")
    assert found["body"] == [f"{PARAGRAPHS[0]} – деді", *PARAGRAPHS[1:]]
