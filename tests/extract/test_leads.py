"""Which line between headline and text is the lead."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
LEAD = "Жаңа көпір екі ауылдың арасын он шақырымға қысқартты"


def lead(between: str, text: str = TEXT) -> tuple[str, list[str]]:
    top = f'<div class="top"><h1>{TITLE}</h1>{between}</div><div class="share">Бөлісу</div>'
    main = f'<main>{top}<div class="text">{text}</div></main>'
    found = read(page(main=main)).values
    return found["lead"], found["body"]


@pytest.mark.parametrize(
    "between",
    [f"<h2>{LEAD}</h2>", f"<h3>{LEAD}</h3>", f'<p class="article-subheading">{LEAD}</p>', f'<div class="deck">{LEAD}</div>',
     f'<div>Қоғам</div><div class="Article-subline">{LEAD}</div>'],
)  # fmt: skip
def test_a_line_set_under_the_headline_is_the_lead(between: str) -> None:
    assert lead(between) == (LEAD, list(PARAGRAPHS))


@pytest.mark.parametrize(
    "between",
    [f'<h2><a href="/n/7">{LEAD}</a></h2>', "<h2>Қоғам мен билік</h2>", f"<div><h2>{LEAD}</h2></div>", f"<h1>{LEAD}</h1>",
     "<h2>Жарияланған: 2024 жылғы 21 мамыр, 09:15</h2>", '<p class="subheading">Жарияланған: 2024 жылғы 21 мамыр, 09:15</p>',
     f"<div>{LEAD}</div>"],
)  # fmt: skip
def test_other_lines_there_are_none(between: str) -> None:
    assert lead(between) == ("", list(PARAGRAPHS))


def test_a_heading_in_the_text_is_a_heading() -> None:
    text = TEXT.replace("</p>", f"</p><h2>{LEAD}</h2>", 1)
    assert lead("", text) == ("", [PARAGRAPHS[0], LEAD, *PARAGRAPHS[1:]])


@pytest.mark.parametrize("name", ["text-xl font-medium", "md:text-lg mb-6", "has-medium-font-size", "has-x-large-font-size fs"])
def test_a_first_paragraph_that_alone_is_large_is_the_lead(name: str) -> None:
    large = f'<p class="{name}">{LEAD}</p>'
    assert lead("", large + TEXT) == (LEAD, list(PARAGRAPHS))
    assert lead("", large + TEXT.replace("<p>", f'<p class="{name}">')) == ("", [LEAD, *PARAGRAPHS]), "all are"


@pytest.mark.parametrize("name", ["text-sm", "text-slate-700", "has-small-font-size", "context-xl", "text-xl-center"])
def test_other_classes_make_no_lead(name: str) -> None:
    assert lead("", f'<p class="{name}">{LEAD}</p>{TEXT}') == ("", [LEAD, *PARAGRAPHS])
