"""Engines that no portal file knows, field by field (tests/support/engines); known_gaps.json may only shrink.

`python -m tests.support.engines` prints the scores and the failures; `--write-gaps` rewrites the list.
"""

from __future__ import annotations

import json
import re
from html import unescape

import pytest

from tests.support.engines import models
from tests.support.engines.core import FIELDS, Either, loaded
from tests.support.engines.gaps import GAPS
from tests.support.engines.scoring import Score, folded, scores

TEMPLATES = loaded()
KNOWN = frozenset(json.loads(GAPS.read_text(encoding="utf-8")))
PAIRS = [pytest.param(name, part, id=f"{name}-{part}") for name in TEMPLATES for part in FIELDS]
SEEDED = [pytest.param(name, part, id=f"seed:{name}-{part}") for name in TEMPLATES for part in FIELDS]


def judged(pair: str, found: list[Score]) -> None:
    wrong = [f"[{score.model}] expected {score.expected!r}, read {score.actual!r}" for score in found if not score.right]
    if pair in KNOWN:
        assert wrong, f"{pair} passes: remove it from the list (known_gaps.json)"
    else:
        assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("name", "part"), PAIRS)
def test_a_field_of_an_unknown_engine(name: str, part: str) -> None:
    template = TEMPLATES[name]
    found = [score for model in template.models() for score in scores(template, model) if score.field == part]
    judged(f"{name}-{part}", found)


@pytest.mark.skipif(models.seed() is None, reason="the shared folder is not beside the repository")
@pytest.mark.parametrize(("name", "part"), SEEDED)
def test_a_field_of_the_seed_article_on_an_unknown_engine(name: str, part: str) -> None:
    template, seed = TEMPLATES[name], models.seed()
    assert seed is not None
    judged(f"seed:{name}-{part}", [score for score in scores(template, seed) if score.field == part])


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_is_expected_of_a_page_is_on_the_page(name: str) -> None:
    """The instrument itself: nobody can be asked for words that the markup does not show."""
    template = TEMPLATES[name]
    for model in template.models():
        page = template.page(model)
        source = page.html.replace("\\u003c", "<").replace('\\"', '"')  # as scripts hold it
        shown = folded(unescape(unescape(re.sub(r"<[^>]*>", "", source) + source))) or ""
        expected = template.expected(model, page)
        names = [expected[part] for part in ("title", "lead", "section") if isinstance(expected[part], str)]
        tags = expected["tags"]
        for words in (*names, *expected["body"], *expected["authors"], *(tags[-1] if isinstance(tags, Either) else tags)):
            assert folded(words) in shown, f"{name} does not print {words!r} [{model.key}]"


def test_the_list_of_gaps_names_only_pairs_that_exist() -> None:
    pairs = {f"{prefix}{name}-{part}" for prefix in ("", "seed:") for name in TEMPLATES for part in FIELDS}
    assert not KNOWN - pairs


def test_every_model_is_printed_somewhere() -> None:
    printed = {model.key for template in TEMPLATES.values() for model in template.models()}
    assert printed == {model.key for model in models.MODELS}
