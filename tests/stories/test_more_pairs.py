"""The second labelled set, on which no limit was chosen: other subjects, patterns, lengths, forms (tests/support/more_news.py).

CI takes a sample; `make pairs` takes 210 texts (21,945 unrelated pairs) and 80 notices of each of twelve forms (37,920 pairs).
"""

from __future__ import annotations

import os
from functools import cache
from itertools import combinations
from zlib import crc32

import pytest

from kznews.stories import Finding, Relation, Sketch, compare, figures, sketch_of, words
from tests.support.more_news import FORMS, article, notice
from tests.support.news_edits import WHOLE, change

TEXTS = min(210, int(os.environ.get("KZNEWS_PAIRS", "30")))
NOTICES = range(min(80, TEXTS))
OF_NAMES = ("condolence", "champion", "outage")
"""Forms without figures: a telegram of condolence differs from the next in one name."""
OF_FIGURES = [kind for kind in FORMS if kind not in OF_NAMES]


@cache
def sketch(number: int) -> Sketch:
    return sketch_of(article(number).parts)


@cache
def filled(kind: str, number: int) -> Sketch:
    return sketch_of(notice(kind, number).parts)


def found(number: int, edit: str) -> Finding | None:
    """Return what a copy is found to be, if the index of bands leads from one to the other at all."""
    one, other = sketch(number), sketch_of(change(article(number), edit, seed=number).parts)
    return compare(one, other) if set(one.bands()) & set(other.bands()) else None


def same(pairs: list[tuple[Sketch, Sketch]]) -> int:
    """Return how many pairs are called the same news."""
    return sum((one := compare(*pair)) is not None and one.relation is Relation.SAME for pair in pairs)


def days(kind: str) -> list[tuple[Sketch, Sketch]]:
    """Return all pairs of different notices of a form."""
    return list(combinations([filled(kind, number) for number in NOTICES], 2))


def copies(kind: str, edit: str) -> list[tuple[Sketch, Sketch]]:
    """Return each notice of a form with its copy."""
    return [(filled(kind, number), sketch_of(change(notice(kind, number), edit, seed=number).parts)) for number in NOTICES]


@pytest.mark.parametrize("edit", [*WHOLE, "words 10 %"])
def test_a_copy_is_never_missed(edit: str) -> None:
    missed = [number for number in range(TEXTS) if (one := found(number, edit)) is None or one.relation is not Relation.SAME]
    assert len(missed) <= (0.01 * TEXTS if edit == "words 10 %" else 0), missed


def test_a_half_is_a_part_or_the_same() -> None:
    relations = {one.relation if (one := found(number, "half")) else None for number in range(TEXTS)}
    assert relations == {Relation.PART_OF, Relation.SAME}


def test_unrelated_news_are_in_no_relation() -> None:
    assert [pair for pair in combinations(range(TEXTS), 2) if compare(*map(sketch, pair))] == []


@pytest.mark.parametrize("kind", OF_FIGURES)
def test_no_two_notices_of_a_form_are_the_same_news(kind: str) -> None:
    assert same(days(kind)) == 0


@pytest.mark.parametrize("kind", OF_NAMES)
def test_notices_that_differ_in_names_alone_are_hardly_ever_the_same_news(kind: str) -> None:
    assert same(days(kind)) <= max(1, 0.001 * len(days(kind)))


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize(
    ("edit", "least"), [("cut", 1), ("shuffle", 1), ("arabic", 1), ("words 5 %", 0.98), ("words 10 %", 0.93)]
)
def test_a_copy_of_a_notice_is_the_same_news(kind: str, edit: str, least: float) -> None:
    assert same(copies(kind, edit)) >= (1 if kind in OF_FIGURES and edit == "words 5 %" else least) * len(NOTICES)


def telegrams() -> list[tuple[Sketch, Sketch]]:
    """Return pairs of telegrams of condolence, read anew."""
    return list(combinations([sketch_of(notice("condolence", number).parts) for number in range(80)], 2))


def test_if_names_looked_alike_everywhere_other_names_would_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    assert same(telegrams()) == 0
    monkeypatch.setattr(figures, "_filling", lambda stem, _: crc32(stem.encode()) & 0xFF)
    assert same(telegrams()) > 0


def test_surnames_are_names_in_a_script_without_capitals(monkeypatch: pytest.MonkeyPatch) -> None:
    def notices() -> list[tuple[Sketch, Sketch]]:
        texts = (change(notice("appointment", number), "arabic", seed=number) for number in range(30))
        return list(combinations([sketch_of(text.parts) for text in texts], 2))

    known = same(notices())
    monkeypatch.setattr(words, "_mark_surnames", lambda *_: None)
    assert known < same(notices())
