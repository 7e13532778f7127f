"""Headlines and short sentences in twelve ways of writing, written down before the code was asked (cases/language.tsv)."""

from __future__ import annotations

from collections import Counter

import pytest

from kznews.kazakh.language import detect, detect_field
from tests.kazakh.cases import rows

CASES = rows("language")


@pytest.mark.parametrize("ask", [detect, detect_field])
def test_kazakh_is_told_from_its_neighbours(ask) -> None:
    found = Counter((kind, ask(text).language) for kind, text in CASES)
    print(found)
