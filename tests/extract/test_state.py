# ruff: noqa: E501
"""The article in a page's own data: found by its title, never another's, and nothing that stops the machine."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kznews.extract.state import MIN_TEXT, Stated, stated_article
from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read

HTML = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
BLOCKS = [{"type": "paragraph", "data": {"text": text}} for text in PARAGRAPHS]


def stated(source: str, title: str = TITLE) -> Stated | None:
    return stated_article(source.encode(), title)


def data(value: Any) -> str:
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(value, ensure_ascii=False)}</script>'


STATES = {
    "text as HTML": data({"props": {"post": {"heading": TITLE, "full": HTML, "anons": "Көпір ашылды."}}}),
    "blocks of an editor": data({"post": {"name": TITLE, "content": {"blocks": BLOCKS}, "description": "Көпір ашылды."}}),
    "blocks written as JSON once more": data({"post": {"name": TITLE, "content": json.dumps({"time": 1742, "blocks": BLOCKS}), "intro": "Көпір ашылды."}}),
    "a flat list with numbers": data([{"post": 1}, {"title": 2, "text": 3, "short": 4}, TITLE, HTML, "Көпір ашылды."]),
    "an object of the window": f"<script>window.__STATE__ = {json.dumps({'t': TITLE, 'b': HTML, 'lead': 'Көпір ашылды.'})};</script>",
}


@pytest.mark.parametrize("name", STATES)
def test_a_text_is_found_beside_its_title(name: str) -> None:
    found = stated(f"<html><body>{STATES[name]}</body></html>")
    assert found is not None
    assert (found.lead, tuple(found.paragraphs)) == ("Көпір ашылды.", PARAGRAPHS)


@pytest.mark.parametrize("written", [TITLE, TITLE.upper()])
@pytest.mark.parametrize("shown", [TITLE, TITLE.upper()])
@pytest.mark.parametrize("escaped", [True, False])
def test_the_title_may_be_escaped_and_in_other_cases(written: str, shown: str, *, escaped: bool) -> None:
    state = json.dumps({"t": written, "b": HTML}, ensure_ascii=escaped)
    assert stated(f"<script>window.__STATE__ = {state};</script>", shown) is not None


def test_data_without_a_word_of_the_title_are_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    monkeypatch.setattr("kznews.extract.state.jsonld.parse", parsed.append)
    assert stated(data({"menu": ["Басты бет", "Спорт"]})) is None
    assert parsed == []


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
    assert stated(f"<html><body>{state}</body></html>") is None


def post(**fields: Any) -> str:
    return data({"props": {"post": {"title": TITLE, "content": HTML, **fields}}})


def flat(*more: Any, **fields: int) -> str:
    return data([["Reactive", 1], {"post": 2}, {"title": 3, "text": 4, **fields}, TITLE, HTML, *more])


@pytest.mark.parametrize(
    ("state", "published", "section", "authors"),
    [
        (post(publishedAt="2025-11-02T09:20:00.000Z", createdAt="2025-11-01T09:00:00Z", category={"title": "Аймақ"}), "2025-11-02T14:20:00+05:00", "Аймақ", []),
        (post(created_at="2025-11-02 14:20:00", updated_at="2025-11-03 08:00:00", rubric="Аймақ"), "2025-11-02T14:20:00+05:00", "Аймақ", []),
        (post(published_date=1762075200, author={"name": "Айгүл Серік"}), "2025-11-02T14:20:00+05:00", "", ["Айгүл Серік"]),
        (post(pubDate=1762075200000, authors=[{"first_name": "Айгүл", "last_name": "Серік"}, {"full_name": "Асан Үсен"}]), "2025-11-02T14:20:00+05:00", "", ["Айгүл Серік", "Асан Үсен"]),
        (post(date={"$date": "2025-11-02T09:20:00Z"}, categories=[{"id": 3, "name": {"kk": "Аймақ", "ru": "Регион"}}]), "2025-11-02T14:20:00+05:00", "Аймақ", []),
        (post(addTime="2 қараша 2025, 14:20", categoryTitle="Аймақ", category_slug="aimaq"), "2025-11-02T14:20:00+05:00", "Аймақ", []),
        (post(date="02.11.2025"), "2025-11-02T00:00:00+05:00", "", []),
        (flat(["Date", "2025-11-02T09:20:00.000Z"], {"title": 7}, "Аймақ", publish_date=5, category=6), "2025-11-02T14:20:00+05:00", "Аймақ", []),
        (flat(1762075200, "Айгүл Серік", created=5, author=6), "2025-11-02T14:20:00+05:00", "", ["Айгүл Серік"]),
    ],
    ids=["ISO in UTC beside a creation", "wall time beside a change", "Unix time", "milliseconds", "Mongo", "as displayed", "a day", "a flat list", "a flat list with Unix time"],
)  # fmt: skip
def test_date_section_and_authors_stand_beside_the_text(state: str, published: str, section: str, authors: list[str]) -> None:
    reading = read(f'<html><head><meta property="og:title" content="{TITLE}"></head><body><div id="app"></div>{state}</body></html>')
    values = reading.values
    assert values["body"] == list(PARAGRAPHS)
    assert (values["published_at"].isoformat(), values["published_basis"]) == (published, "state")
    assert (values["section"], values["authors"]) == (section, authors)


@pytest.mark.parametrize(
    "state",
    [
        post(updatedAt="2025-11-02T09:20:00Z", deleted_at="2025-11-02", expires="2025-12-01", unpublished_at="2025-11-02"),
        post(published=True, publish_id=1762075200, created_by="2", readTime="5 мин", date="Бүгін", dateFormat=12),
        post(publishedAt="2031-11-02T09:20:00Z"),
        post(published_at=None, category="sport", category_id=7, rubric={"id": 3}, section="/kk/sport", author=12, authors=["admin"]),
    ],
    ids=["times of something else", "what is no date", "a date of years ahead", "addresses and numbers"],
)
def test_what_is_no_publication_section_or_author_is_left_out(state: str) -> None:
    values = read(f'<html><head><meta property="og:title" content="{TITLE}"></head><body>{state}</body></html>').values
    assert values["body"] == list(PARAGRAPHS)
    assert (values["published_at"], values["section"], values["authors"]) == (None, "", [])


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        ({"views": 529, "commentsCount": 0}, (529, 0)),
        ({"view_count": 7, "comment_count": 2}, (7, 2)),
        ({"viewsCount": 41, "reviews": 9}, (41, None)),
        ({"views": True, "comments": ["Рақмет"]}, (None, None)),
        ({"views": -1, "price": 529, "phone": 87010000000, "likes": 3, "viewsUrl": 5}, (None, None)),
        ({"views": "529 рет", "hits": 10**12}, (None, None)),
    ],
)
def test_views_and_comments_stand_beside_the_text(fields: dict[str, Any], counts: tuple[int | None, int | None]) -> None:
    found = stated(data({"post": {"title": TITLE, "text": HTML, **fields}}))
    assert found is not None
    assert (found.views, found.comments) == counts


def test_counts_of_a_state_are_the_pages_where_it_shows_none() -> None:
    state = data({"post": {"title": TITLE, "text": HTML, "views": 529, "comments": 4}})
    shown = page(main=f"<h1>{TITLE}</h1>", after=state)
    assert [read(shown).values[name] for name in ("views", "comments")] == [529, 4]
    counted = page(main=f"<h1>{TITLE}</h1><div>Қаралды: 12</div>", after=state)
    assert [read(counted).values[name] for name in ("views", "comments")] == [12, 4]


def test_a_displayed_date_stands_above_the_state_s() -> None:
    markup = page() + post(publishedAt="2025-11-01T09:20:00Z")
    assert read(markup).values["published_at"].isoformat() == "2025-11-02T14:20:00+05:00"


def test_a_page_that_shows_no_date_takes_the_state_s() -> None:
    values = read(page(main=article(date="")) + post(publishedAt="2025-11-01T09:20:00Z")).values
    assert (values["published_at"].isoformat(), values["published_basis"]) == ("2025-11-01T14:20:00+05:00", "state")


@pytest.mark.parametrize("piece", ["<script>window.a={", "<script ", "<script type=application/json>", "</script"])
def test_markup_that_never_ends_is_searched_once(piece: str) -> None:
    """A search that began anew at every piece would not come back."""
    assert stated(piece * 100_000) is None
