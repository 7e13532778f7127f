"""What `scrapy search` is asked and what it shows: words to terms, and an article to a snippet with the found words marked.

Question and text meet on stems (`kznews.kazakh.stems`), so a word in any script and with any ending finds the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, product
from typing import TYPE_CHECKING

from kznews.kazakh.stems import asked_stems, stem, stems_by_word, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_TERMS = 20
"""More words than a person types; each costs a look into the index."""
MOST_WAYS = 64
"""In how many ways words in a row are asked for; behind them each word has its own stem only."""
SNIPPET = 240
"""Characters of a snippet: about three lines on a terminal."""
_BEFORE = 60
_PART = re.compile(r'(-?)(?:"([^"]*)"|([^\s"]+))')
# A word with the signs that stand inside words of some Latin alphabets, so that it is folded as a whole.
_WORD = re.compile(r"[^\W_]+(?:['\u2019`\u00b4\u0300-\u036f\u0654]+[^\W_]+)*")


class QueryError(ValueError):
    """A question that asks for nothing; one readable line."""


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a question: a word, several in a row, or the beginning of a word."""

    words: tuple[tuple[str, ...], ...]
    """For each word the stems that it may have (`kznews.kazakh.stems`); with `prefix` the last has one, a word's beginning."""
    prefix: bool = False
    wanted: bool = True
    whole: str = ""
    """The stem of a beginning that ends like a word: the index holds "mat" for the word that begins with "matin"."""

    @property
    def readings(self) -> tuple[tuple[tuple[str, ...], bool], ...]:
        """What may stand in a row for this part, and whether the last of it is only a beginning."""
        ends = [(self.words[-1], self.prefix), *([((self.whole,), False)] if self.whole else [])]
        rows = [(row, prefix) for last, prefix in ends for row in product(*_bounded((*self.words[:-1], last)))]
        return tuple(rows)


def _bounded(words: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the stems of words in a row, as many as make no more than MOST_WAYS rows."""
    kept: list[tuple[str, ...]] = []
    ways = 1
    for stems in words:
        kept.append(stems if ways * len(stems) <= MOST_WAYS else stems[:1])
        ways *= len(kept[-1])
    return kept


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of an article's text, with the places (start, end) of the words that were found in it."""

    text: str
    found: tuple[tuple[int, int], ...]


def read_query(said: str) -> tuple[Term, ...]:
    """Return the terms of a question: words, "words in a row", a beginning*, -what must not occur; raises QueryError."""
    terms = []
    for match in _PART.finditer(said):
        minus, phrase, word = match.groups()
        asked = phrase if phrase is not None else word
        prefix = phrase is None and asked.endswith("*")
        words = words_of(asked)
        if not words:
            continue
        stems = [asked_stems(one) for one in words[:-1]] + [(words[-1],) if prefix else asked_stems(words[-1])]
        wanted = not minus
        whole = stem(words[-1]) if prefix and stem(words[-1]) != words[-1] else ""
        # A word with a hyphen is written in one as well, or with a blank: its parts are asked for in a row.
        terms.append(Term(tuple(stems), prefix=prefix, wanted=wanted, whole=whole))
    if not any(term.wanted for term in terms):
        raise QueryError(f"{said.strip()[:80]!r} names no word to look for")
    if len(terms) > MOST_TERMS:
        raise QueryError(f"{len(terms)} words are too many; ask for at most {MOST_TERMS}")
    return tuple(terms)


def snippet(paragraphs: Sequence[str], terms: Sequence[Term]) -> Snippet:
    """Return the paragraph with the most different terms, cut around the first of them, with all found words marked."""
    best, most, found = "", -1, []
    for paragraph in paragraphs:
        places = list(marks(paragraph, terms))
        different = len({paragraph_term for _, _, paragraph_term in places})
        if different > most:
            best, most, found = paragraph, different, places
    start = max(0, found[0][0] - _BEFORE) if found and len(best) > SNIPPET else 0
    if start:
        start = best.find(" ", start) + 1 or start
    end = start + SNIPPET
    if len(best) > end:
        end = max(best.rfind(" ", start, end), start + 1)
    left, right = "… " if start else "", " …" if end < len(best) else ""
    shift = len(left) - start
    kept = tuple((first + shift, last + shift) for first, last, _ in found if start <= first and last <= end)
    return Snippet(f"{left}{best[start:end]}{right}", kept)


def marks(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int, int]]:
    """Yield start and end of every word of `text` that a term asks for, with the number of that term."""
    places = [match.span() for match in _WORD.finditer(text)]
    wanted: dict[str, int] = {}
    beginnings: list[tuple[str, int]] = []
    for number, term in enumerate(terms):
        if term.wanted:
            wanted |= dict.fromkeys(chain(*(term.words[:-1] if term.prefix else term.words)), number)
            wanted |= {term.whole: number} if term.whole else {}
            beginnings += [(term.words[-1][0], number)] if term.prefix else []
    for (start, end), keys in zip(places, stems_by_word([text[start:end] for start, end in places]), strict=True):
        for key in keys:
            number = wanted.get(key, next((at for begin, at in beginnings if key.startswith(begin)), -1))
            if number >= 0:
                yield start, end, number
                break
