"""Long rows of headlines are not entered wherever they stand (kznews/extract/rows.py); what only looks like one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kznews.extract import rows
from kznews.extract.blocks import Blocks
from kznews.extract.folding import Folding
from kznews.extract.furniture import MAX_ASKED, furniture_of
from kznews.extract.selecting import part_texts
from kznews.outcomes import Reason
from tests.support.small_pages import PARAGRAPHS, TITLE, article, document, page, read

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

HEADLINE = "Қалада жаңа мектеп ашылды, ата-аналар қуанышты"
EXCERPT = "Биыл ауданда тағы үш мектеп пен екі балабақша салынады, құрылыс көктемде басталады."
SENTENCE = "Сол күні кешке дейін көпірдің екі жағында да көлік кептелісі болды, полиция қызметкерлері жол көрсетті."
RATES = "<b>USD</b><b>531</b><b>EUR</b><b>567</b>"
LONG = f"{SENTENCE} {EXCERPT} {SENTENCE} {EXCERPT}"


def made(count: int, member: str) -> str:
    """Return a member so many times, each with a number, a day of a month and a word of its own for {n}, {d} and {w}."""
    return "".join(
        member.replace("{n}", str(at)).replace("{d}", str(at % 28 + 1)).replace("{w}", chr(0x430 + at % 30) * 3)
        for at in range(count)
    )


CARD = (
    f"<div class='item'><a href='/n/{{n}}'><img src='/i/{{n}}.jpg'><h3>{HEADLINE} {{w}}</h3></a>"
    f"<span>{{d}} мамыр 2025</span><p>{EXCERPT}</p></div>"
)
LINK = f"<li><a href='/n/{{n}}'>{HEADLINE} {{w}}</a></li>"
LISTS = {
    "cards": made(40, CARD),
    "cards that are counted": made(40, CARD.replace("'item'", "'post-{n} post {w}'")),
    "links": f"<ul>{made(40, LINK)}</ul>",
    "links with hours before them": f"<ul>{made(40, LINK.replace('<li>', '<li>14:{n} '))}</ul>",
    "links with dates behind them": f"<ul>{made(40, LINK.replace('</li>', ' 12 мамыр 2025, 14:35</li>'))}</ul>",
    "headings": made(40, f"<h4><a href='/n/{{n}}'>{HEADLINE} {{w}}</a></h4>"),
    "whole cards that are links": made(40, f"<a class='card' href='/n/{{n}}'><b>{HEADLINE} {{w}}</b><div>{EXCERPT}</div></a>"),
    "lists": made(10, f"<ul>{made(6, LINK)}</ul>"),
    "rows of cards": made(10, f"<div class='row'>{made(4, CARD)}</div>"),
}


def walked(markup: str) -> list[str]:
    found = document(markup)
    folds = Folding(found, furniture_of(()))
    folds.in_sight(found.tree)
    return [block.text for block in Blocks(found.tree, folds=folds).all]


def shown(texts: list[str]) -> int:
    return sum(HEADLINE in text for text in texts)


@pytest.mark.parametrize("name", LISTS)
def test_a_long_list_is_not_entered_behind_its_first_headlines(name: str) -> None:
    markup = page(after=LISTS[name])
    whole = shown([block.text for block in Blocks(document(markup).tree).all])
    left = shown(walked(markup))
    assert 0 < left <= whole / 2
    assert read(markup).values["body"] == list(PARAGRAPHS)


@pytest.mark.parametrize("name", LISTS)
def test_lists_beside_a_text_change_nothing_that_is_read(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [
        page(before=LISTS[name]),
        page(after=LISTS[name]),
        page(main=article().replace("</div></article>", f"{LISTS[name]}</div></article>")),
    ]
    folded = [read(markup) for markup in pages]
    monkeypatch.setattr(rows, "MIN_HEADLINES", 10_000)
    assert folded == [read(markup) for markup in pages]


@pytest.mark.parametrize("name", LISTS)
def test_a_page_of_lists_is_no_article(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = page(main=f"<h1>Жаңалықтар</h1>{LISTS[name]}").replace("<title>", "<title>Жаңалықтар | ")
    folded = read(listing, "https://derek.kz/zhanalyqtar/")
    assert folded.refusal is not None
    assert folded.refusal[0] in {Reason.NOT_ARTICLE, Reason.NO_TITLE}
    monkeypatch.setattr(rows, "MIN_HEADLINES", 10_000)
    assert folded == read(listing, "https://derek.kz/zhanalyqtar/")


ENTERED = {
    "an insert": f"<ul>{made(6, LINK)}</ul>",
    "related articles": made(12, CARD),
    "tags": made(40, "<a href='/t/{n}'>Көпір {w}</a>"),
    "a table of contents": f"<ul>{made(40, LINK.replace('/n/', '#'))}</ul>",
    "sentences that begin with links": made(40, f"<p><a href='/n/{{n}}'>{HEADLINE}</a> {EXCERPT}</p>"),
    "points that begin with links": f"<ol>{made(40, f'<li><b><a href=/n/{{n}}>{HEADLINE}</a>.</b> {EXCERPT}</li>')}</ol>",
    "points with a link and a place": f"<ul>{made(40, f'<li><a href=/n/{{n}}>{HEADLINE}</a> (Алматы қаласы)</li>')}</ul>",
    "a chronicle": made(40, f"<div>12 мамыр 2025 <a href='/n/{{n}}'>{HEADLINE}</a> {SENTENCE}</div>"),
    "a live ticker": made(40, f"<div class='live'><a href='/n/1/{{n}}'>14:{{n}}</a><p>{SENTENCE}</p></div>"),
    "answers under names": made(40, f"<div><a href='/u/{{n}}'>Айбек Нұрланов</a><p>{SENTENCE}</p></div>"),
    "two paragraphs under each link": made(40, f"<div><a href='/n/{{n}}'>{HEADLINE}</a><p>{SENTENCE}</p><p>{EXCERPT}</p></div>"),
    "long texts under links": made(40, f"<div><a href='/n/{{n}}'>{HEADLINE}</a><p>{LONG}</p></div>"),
    "texts between links": made(40, f"<a href='/n/{{n}}'>{HEADLINE} {{w}}</a> {EXCERPT}"),
    "cells": f"<table>{made(40, f'<tr><td><a href=/n/{{n}}>{HEADLINE}</a></td><td>12 орын</td></tr>')}</table>",
    "one without a link": f"{made(20, CARD)}{CARD.replace('<a ', '<b ').replace('</a>', '</b>')}{made(20, CARD)}",
    "two texts under one of them": made(20, CARD) + CARD.replace("</div>", f"<p>{EXCERPT}</p></div>") + made(20, CARD),
    "one that is longer": made(50, CARD) + CARD.replace(EXCERPT, f"{SENTENCE}</p><p>{LONG}") + made(50, CARD),
    "one of many without a link": made(50, CARD) + CARD.replace("<a ", "<b ").replace("</a>", "</b>") + made(50, CARD),
    "rates in one of many": made(50, CARD) + CARD.replace("</div>", f"{RATES}</div>") + made(50, CARD),
    "weather in one of many": made(50, CARD) + CARD.replace("</div>", "<i>Алматы</i><b>+5°</b></div>") + made(50, CARD),
    "rates in the last": f"{made(40, CARD)}{CARD.replace('</div>', f'{RATES}</div>')}",
    "a widget by name in the last": f"{made(40, CARD)}{CARD.replace('</div>', '<b class=kurs>531</b></div>')}",
}  # fmt: skip


@pytest.mark.parametrize("name", ENTERED)
def test_what_is_no_long_list_of_headlines_is_entered(name: str) -> None:
    markup = page(after=ENTERED[name])
    assert walked(markup) == [block.text for block in Blocks(document(markup).tree).all]


def test_a_list_with_the_headline_or_tags_stays_in_sight() -> None:
    heading, tags = (CARD.replace("</div>", f"{added}</div>") for added in ("<h1>Атау</h1>", "<i class='tags'>Көпір</i>"))
    for last, in_sight in ((CARD, False), (heading, True), (tags, True)):
        found = document(page(after=made(40, CARD) + last))
        seen = Folding(found, furniture_of(())).in_sight(found.tree) or found.index.elements
        assert (sum(element.get("class") == "item" for element in seen) == 41) is in_sight


def test_an_article_in_a_row_of_cards_is_read() -> None:
    text = f"<div class='item'>{article()}</div>"
    reading = read(page(main=made(20, CARD) + text + made(20, CARD)))
    assert reading.values["body"] == list(PARAGRAPHS)


def test_texts_that_stand_in_cards_alone_are_read_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    markup = page(main=f"<h1>{HEADLINE}</h1>{made(30, CARD)}")
    folded = read(markup)
    monkeypatch.setattr(rows, "MIN_HEADLINES", 10_000)
    assert folded == read(markup)


def test_what_stands_before_and_behind_a_list_does_not_come_near() -> None:
    """Eight headlines are left of it: no byline behind the list becomes the article's."""
    signed = f"{article()}{made(40, CARD)}<p>Айбек Нұрланов</p>"
    texts = walked(page(main=signed))
    between = texts[texts.index(PARAGRAPHS[-1]) + 1 : texts.index("Айбек Нұрланов")]
    assert shown(between) == rows.LEFT
    assert read(page(main=signed)).values["authors"] == []


def test_members_are_looked_at_from_the_first_to_the_last() -> None:
    assert rows.some_of([*range(5)], 8) == [*range(5)]  # type: ignore[arg-type, comparison-overlap]
    assert rows.some_of([*range(100)], 4) == [0, 33, 66, 99]  # type: ignore[arg-type, comparison-overlap]


def test_rows_in_rows_are_asked_for_a_few_times_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    depth, asked = 60, 0
    found = document(page(after=f"{made(7, CARD)}<div class='item'>" * depth + made(40, CARD) + "</div>" * depth))

    def counting(element: HtmlElement) -> list[str]:
        nonlocal asked
        texts = part_texts(element)
        asked += sum(map(len, texts))
        return texts

    monkeypatch.setattr(rows, "part_texts", counting)
    Folding(found, furniture_of(())).in_sight(found.tree)
    assert asked <= (MAX_ASKED + 1) * len(found.body)


COMMENT = f"<div><b>Айбек {{w}}</b> <i>{{d}}.04.2025</i><p>{SENTENCE} {{w}}</p></div>"


def test_comments_without_a_name_are_not_entered_behind_the_first() -> None:
    texts = walked(page(after=made(100, COMMENT)))
    assert sum(SENTENCE in text for text in texts) == 2 * rows.LEFT
    assert read(page(main=article() + made(100, COMMENT))).values["body"] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "member",
    [
        COMMENT,
        f"<div><b>{{d}} мамыр 2025</b><p>{SENTENCE} {{w}}</p></div>",
        f"<li><time>{{d}} мамыр 2025, 14:{{n}}</time> <span>{SENTENCE} {{w}}</span></li>",
    ],
)
def test_a_chronicle_that_is_the_article_is_read_to_its_end(member: str) -> None:
    """It looks like comments; its beginning, which is entered, is the article's text."""
    assert shown_entries(walked(page(main=f"<h1>{TITLE}</h1>{made(100, member)}"))) == 2 * rows.LEFT
    reading = read(page(main=f"<h1>{TITLE}</h1><div class='text'>{made(100, member)}</div>"))
    assert shown_entries(reading.values["body"]) == 100


@pytest.mark.parametrize(
    "member",
    [
        pytest.param(COMMENT.replace("{d}.04.2025", "оқырман"), id="no date"),
        pytest.param(COMMENT.replace("<b>", "<h4>").replace("</b>", "</h4>"), id="headings"),
        pytest.param(COMMENT.replace("<p>", f"<p><a href='/n/1'>{HEADLINE}</a> "), id="links to articles"),
        pytest.param(COMMENT.replace("<p>", f"<p>{LONG * 6}"), id="long texts"),
        pytest.param(COMMENT.replace(SENTENCE, "Рақмет"), id="no texts"),
    ],
)
def test_rows_without_a_date_and_a_text_of_a_comment_are_entered(member: str) -> None:
    markup = page(after=made(100, member))
    assert walked(markup) == [block.text for block in Blocks(document(markup).tree).all]


def shown_entries(texts: list[str]) -> int:
    return sum(SENTENCE in text for text in texts)
