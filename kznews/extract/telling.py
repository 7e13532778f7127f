"""Sentences that tell something, apart from what portals print: that asks the reader to do something, or is a rule."""

from __future__ import annotations

import re

from kznews.kazakh.fold import fold

MIN_WORDS = 5
"""Words of a sentence that tells something, at least; credits are shorter."""
_VERB = re.compile(r"(?:[dt]in?|[gk][ae]n|[ue]de|uda|m[ae]k|emes|jok|bar|kerek|jur|tur)$")
"""How the skeleton of a verb ends that closes a sentence of news; what a reader is asked to do ends otherwise ("оқыңыз")."""
_RULING = frozenset(
    map(fold, ("міндетті", "салынады", "етілмейді", "берілмейді", "қорғалған", "қорғалады", "болады", "алынды", "алынған",
               "түсірілген", "түсірген", "жіберген", "ұсынған", "берілген", "жасалған"))
)  # fmt: skip
"""Words that close a rule of the portal, or say whence a picture is."""
_SAID = frozenset(map(fold, ("деп", "деді", "дейді")))
BEHIND_SAID = 4
"""Words in which a sentence ends behind one that tells of speech ("деп хабарлады полиция")."""
_DASHES = re.compile(r"\s*[–—-]\s*(\S)[^:]*,")
"""The first letter behind a dash, where a comma follows further on."""

DASHES = ("–", "—", "-")
"""What speech begins with."""
_SAYS_WHO = re.compile(r"[,?!…] ?[–—-] ?\w")
"""What stands between speech and who spoke ("– Келіңіз, – деді ол.")."""


def is_speech(line: str) -> bool:
    """Return whether a line begins with a dash as speech does, and does not end with one as a label may. Never raises."""
    return line[:1] in DASHES and line[-1:] not in DASHES


def is_turn(line: str) -> bool:
    """Return whether a line is speech that asks, or of which is told who spoke. Never raises."""
    return is_speech(line) and (line.endswith("?") or _SAYS_WHO.search(line) is not None)


def tells_news(said: str, line: str) -> bool:
    """Return whether a line is a sentence of several words that closes as news do, whatever phrase of portals is in it.

    `said` is the skeleton of the line without punctuation. Never raises.
    """
    return line.rstrip('»”" ').endswith((".", "…", "?")) and closes_as_news(said)


def closes_as_news(said: str) -> bool:
    """Return whether the skeleton of a line has several words and closes as news do, with a full stop or not. Never raises."""
    words = said.split()
    if len(words) < MIN_WORDS:
        return False
    return not _SAID.isdisjoint(words[-BEHIND_SAID:]) or (_VERB.search(words[-1]) is not None and words[-1] not in _RULING)


def says_what_it_is(said: str, line: str) -> bool:
    """Return whether a line says of its first word what that is ("Сурет – өнердің түрі, ..."), or tells news. Never raises.

    Who took a picture has a capital, and no clause behind a comma.
    """
    behind = _DASHES.search(line)
    clause = behind is not None and behind[1].islower() and line.endswith(".") and len(said.split()) >= MIN_WORDS
    return tells_news(said, line) or (clause and said.rpartition(" ")[2] not in _RULING)
