"""How well a corpus of cases is read: text by shingles as the article-extraction benchmark counts, fields by equality."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from kznews.quality.cases import agrees, exported, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kznews.portal import Portal
    from kznews.quality.cases import Case

SHINGLE = 4
"""Words of one shingle (scrapinghub/article-extraction-benchmark)."""
EXACT = ("title", "published_at", "section", "exchange_rates", "weather")
"""Fields that are right or wrong, nothing between."""
DIGITS = 4
"""A score is kept to as many digits: one field of a corpus of 1,000 shows."""
_WORD = re.compile(r"\w+")


@dataclass
class Score:
    """What was read of a corpus; `rates` gives its figures."""

    overlap: Fraction = Fraction(0)
    surplus: Fraction = Fraction(0)
    missing: Fraction = Fraction(0)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    invented: int = 0
    """Rates and temperatures read from pages that show none."""
    faults: list[str] = field(default_factory=list)
    """One line for each field that is not what a careful reader wrote down."""

    def add_text(self, expected: str, actual: str) -> None:
        """Count one text: shares of its shingles that are in both, in ours alone, in the expected alone."""
        wanted, found = shingles(expected), shingles(actual)
        both = sum((wanted & found).values())
        surplus, missing = found.total() - both, wanted.total() - both
        if whole := both + surplus + missing:
            self.overlap += Fraction(both, whole)
            self.surplus += Fraction(surplus, whole)
            self.missing += Fraction(missing, whole)

    def add(self, case: str, name: str, *, right: bool) -> None:
        """Count one field of a case."""
        kind = name if name in EXACT or name == "refusal" else "other"
        self.asked[kind] += 1
        self.right[kind] += right
        if not right:
            self.faults.append(f"{case}: {name}")

    @property
    def body_f1(self) -> float:
        """F1 of the texts, 0 to 1: 2 TP / (2 TP + FP + FN) over the shares of all pages."""
        whole = 2 * self.overlap + self.surplus + self.missing
        return float(2 * self.overlap / whole) if whole else 0.0

    @property
    def rates(self) -> dict[str, float]:
        """Name -> share of what is right, 0 to 1, cut (not rounded up) to four digits."""
        scale = 10**DIGITS
        exact = {name: self.right[name] / self.asked[name] for name in sorted(self.asked) if self.asked[name]}
        return {name: int(value * scale + 1e-9) / scale for name, value in {"body_f1": self.body_f1, **exact}.items()}


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words of a text with their counts; a shorter text is one run.

    >>> shingles("Алматыда жаңа мектеп").total()
    1
    """
    words = _WORD.findall(text)
    count = max(len(words) - SHINGLE + 1, 1) if words else 0
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(count))


def score(cases: Iterable[Case], declared: Mapping[str, Portal], *, layouts: bool = True) -> Score:
    """Return how well `cases` are read, with the portals' layouts or with the general strategies alone."""
    found = Score()
    for case in cases:
        article, reason = read(case, case.portal(declared), layouts=layouts)
        if case.refusal:
            found.add(case.name, "refusal", right=reason == case.refusal)
        else:
            # The name of the layout is no wonder: without layouts it is always "general".
            expected = {name: value for name, value in case.expected.items() if layouts or name != "layout"}
            _add_article(found, case.name, expected, exported(article) if article else {})
    return found


def _add_article(found: Score, case: str, expected: dict[str, Any], actual: dict[str, Any]) -> None:
    if "body" in expected:
        found.add_text(_text(expected), _text({name: actual.get(name) for name in ("lead", "body") if name in expected}))
    for name, value in expected.items():
        found.add(case, name, right=name in actual and agrees(value, actual[name]))
    bare = [name for name in ("exchange_rates", "weather") if name in expected and not expected[name]]
    found.invented += sum(bool(actual.get(name)) for name in bare)


def _text(article: Mapping[str, Any]) -> str:
    return "\n".join((article.get("lead") or "", *(article.get("body") or ())))
