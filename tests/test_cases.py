"""Every saved page, every field: one test each (fixtures/portals)."""

from __future__ import annotations

import pytest

from tests.support.cases import Case, agrees, cases, exported, read

ARTICLES = [case for case in cases() if case.expected]
REFUSALS = [case for case in cases() if case.refusal]
FIELDS = [(case, name) for case in ARTICLES for name in case.expected]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_case_says_where_it_comes_from_and_what_is_expected(case: Case) -> None:
    assert {"url", "status", "fetched_at", "why"} <= case.meta.keys()
    assert bool(case.expected) != bool(case.refusal)


@pytest.mark.parametrize(("case", "name"), FIELDS, ids=lambda part: part.name if isinstance(part, Case) else part)
def test_a_field_is_read_as_a_careful_reader_would(case: Case, name: str) -> None:
    article, refusal = read(case)
    assert article is not None, f"refused: {refusal}"
    actual = exported(article)[name]
    assert agrees(case.expected[name], actual), f"expected {case.expected[name]!r}, read {actual!r}"


@pytest.mark.parametrize("case", REFUSALS, ids=lambda case: case.name)
def test_what_is_no_article_is_refused_by_name(case: Case) -> None:
    article, refusal = read(case)
    assert article is None
    assert refusal == case.refusal
