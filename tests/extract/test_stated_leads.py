# ruff: noqa: E501
"""Leads that the head of a page states as its description and that stand behind the headline under any name."""

from __future__ import annotations

import json

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

LEAD = "Екі ауылдың арасын жалғаған көпір екі жылдан кейін қайта ашылып, мектеп автобусы бұрынғы жолына түсті"
TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
HEAD = '<meta property="og:description" content="{}">'


def said(between: str, description: str, text: str = TEXT) -> tuple[str, list[str]]:
    main = f'<div class="top"><h1>{TITLE}</h1></div>{between}<div class="info">Қаралды: 15</div><div class="text">{text}</div>'
    found = read(page(main=main, head=HEAD.format(description))).values
    return found["lead"], list(found["body"])


@pytest.mark.parametrize("between", [f'<div class="teasers"><p>{LEAD}</p></div>', f'<div class="info"><div>{LEAD}</div></div>', f"<span>{LEAD}</span>"])
@pytest.mark.parametrize("description", [LEAD, f"{LEAD[:70]}...", f"{LEAD}. {PARAGRAPHS[0][:40]}"])
def test_what_the_head_states_behind_the_headline_is_the_lead(between: str, description: str) -> None:
    assert said(between, description) == (LEAD, list(PARAGRAPHS))


@pytest.mark.parametrize(
    ("between", "description"),
    [
        (f'<div class="teasers"><p>{LEAD}</p></div>', "Облыстың тұңғыш қоғамдық-саяси газеті, жаңалықтар мен сұхбаттар"),
        (f'<div class="teasers"><p>{LEAD}</p></div>', LEAD[:30]),
        (f"<figure><img src='/i/7.jpg'><figcaption>{LEAD}</figcaption></figure>", LEAD),
        (f'<div class="teasers"><a href="/n/7">{LEAD}</a></div>', LEAD),
        (f'<div class="teasers"><p>{PARAGRAPHS[0]}</p></div>', PARAGRAPHS[0]),
    ],
    ids=["another", "too short", "a caption", "a link", "the text's beginning"],
)
def test_what_else_stands_there_is_none(between: str, description: str) -> None:
    assert said(between, description) == ("", list(PARAGRAPHS))


def test_a_first_paragraph_of_the_text_is_no_lead_because_the_head_states_it() -> None:
    assert said("", PARAGRAPHS[0]) == ("", list(PARAGRAPHS))


def test_a_shown_opening_stays_before_the_text_of_structured_data() -> None:
    stated = {"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(PARAGRAPHS * 2)}
    head = f'<script type="application/ld+json">{json.dumps(stated)}</script>'
    for description, lead in ((LEAD, f"{LEAD}."), ("", "")):
        main = f"<h1>{TITLE}</h1><div><p>{LEAD}.</p></div>"
        found = read(page(main=main, head=head + HEAD.format(description))).values
        assert (found["lead"], len(found["body"])) == (lead, 2 * len(PARAGRAPHS))


@pytest.mark.parametrize(
    ("opening", "description", "lead"),
    [
        (f"<p><em>{LEAD}.</em></p>", f"{LEAD}.", f"{LEAD}."),
        (f"<p><i>{LEAD},</i> <i>дейді тұрғындар.</i></p>", f"{LEAD}...", f"{LEAD}, дейді тұрғындар."),
        (f"<p><em>{LEAD}</em>.</p>", f"{LEAD}.", ""),
        (f"<p><em>{LEAD}.</em></p>", TITLE, ""),
        (f"<p><em>{LEAD}.</em></p><p><em>{PARAGRAPHS[2]}</em></p>", f"{LEAD}.", ""),
    ],
    ids=["italics", "in two parts", "a part of it", "not stated", "the next as well"],
)
def test_a_first_paragraph_in_italics_that_the_head_states_is_the_lead(opening: str, description: str, lead: str) -> None:
    assert said("", description, opening + TEXT)[0] == lead
