"""What engines with an English interface say of an article: labelled fields, and the date that RDFa states."""

from __future__ import annotations

import pytest

from tests.support.small_pages import TITLE
from tests.support.told import AUTHOR, TEXT, day, told, values


def field(label: str, value: str) -> str:
    return f"<div><div class='label'>{label}:&nbsp;</div><div><div>{value}</div></div></div>"


def test_labelled_fields_name_author_and_section() -> None:
    found = told(field("Rubric", "<a>Мәдениет</a>"), field("Author", AUTHOR))
    assert (found["section"], found["authors"]) == ("Мәдениет", [AUTHOR])
    assert told("", field("Editor in chief", AUTHOR))["authors"] == []


def created(line: str, stated: str, prop: str = "dc:date dc:created") -> str:
    return f'<div class="submitted"><span property="{prop}" content="{stated}">{line}</span></div>'


@pytest.mark.parametrize(
    ("line", "prop", "at"),
    [
        ("Submitted by admin on Sat, 11/01/2025 - 11:20", "dc:date dc:created", "2025-11-01 11:20"),
        ("01.11.2025", "dc:date dc:created", "2025-11-01 11:20"),
        ("30.10.2025", "dc:date dc:created", "2025-10-30 00:00"),
        ("Submitted by admin on Wed, 10/15/2025 - 11:20", "dc:modified", "None"),
    ],
    ids=["month first", "the hour", "another day is shown", "a change"],
)
def test_rdfa_states_when_an_article_was_created(line: str, prop: str, at: str) -> None:
    assert day(told(created(line, "2025-11-01T11:20:00+05:00", prop))) == at


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("Wed, 03/05/2025 - 11:20", "2025-03-05 11:20"),
        ("03/05/2025", "2025-03-05 11:20"),
        ("05/03/2025 - 11:20", "2025-03-05 11:20"),
        ("03.05.2025 11:20", "2025-05-03 11:20"),
        ("04/05/2025 - 11:20", "2025-05-04 11:20"),
    ],
    ids=["with its weekday", "alone", "day first", "with stops, as nobody writes a month first", "of another day"],
)
def test_of_a_date_with_strokes_the_page_s_own_rdfa_tells_the_month(line: str, at: str) -> None:
    assert day(told(created(line, "2025-03-05T11:20:00+05:00"))) == at


def test_a_comment_s_date_is_not_the_article_s() -> None:
    own = created("Submitted by admin on Sat, 11/01/2025 - 11:20", "2025-11-01T11:20:00+05:00")
    comment = created("Sun, 11/02/2025 - 09:00", "2025-11-02T09:00:00+05:00")
    assert day(values(f"<div><h1>{TITLE}</h1>{own}{TEXT}</div><div class='comments'>{comment}</div>")) == "2025-11-01 11:20"


@pytest.mark.parametrize(
    ("line", "section", "authors"),
    [
        (f"Posted in <a>Бизнес</a>. By {AUTHOR}", "Бизнес", [AUTHOR]),
        ("Filed under <a>Мәдениет</a>", "Мәдениет", []),
        ("Posted in <a>Бизнес</a>. By the river", "Бизнес", []),
    ],
)
def test_a_line_under_the_text_says_where_it_is_filed_and_who_wrote_it(line: str, section: str, authors: list[str]) -> None:
    found = told("", f"<p class='info'>{line}</p>")
    assert (found["section"], found["authors"]) == (section, authors)


@pytest.mark.parametrize(
    ("author", "engine", "authors"),
    [
        ("OctoberCMS", "OctoberCMS", []),
        ("WordPress", "WordPress 6.4.3", []),
        (AUTHOR, "WordPress 6.4.3", [AUTHOR]),
    ],
)
def test_the_engine_is_no_author(author: str, engine: str, authors: list[str]) -> None:
    head = f'<meta name="author" content="{author}"><meta name="generator" content="{engine}">'
    assert values(f"<div><h1>{TITLE}</h1>{TEXT}</div>", head)["authors"] == authors
