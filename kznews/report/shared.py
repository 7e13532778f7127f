"""The section on stories that several portals tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kznews.report.parts import Link, Section, Table
from kznews.report.words import COLUMNS, Words

if TYPE_CHECKING:
    from kznews.report.facts import Facts
    from kznews.report.parts import Cell
    from kznews.store.syndication import Story

MOST_NAMES: Final = 8
"""Portals that are named as having repeated a story."""


def stories(facts: Facts) -> Section:
    """Return the largest stories across portals, and who repeated whom."""
    pairs: list[list[Cell]] = [[pair.first, pair.portal, pair.stories] for pair in facts.repeated]
    return Section(
        "stories",
        Words("Порталдар бірдей жазған сюжеттер", "Крупнейшие общие сюжеты", "Largest stories across portals"),
        Words(
            "Бір жаңалықты бірнеше портал жариялаған; бірінші жариялаған портал аталады, пайыз — мәтіннің қаншасы өзгергені.",
            "Одна новость у нескольких порталов; назван первый из них, проценты — сколько изменено в тексте.",
            "News that several portals tell, with the one that was first; the share is how much of its text was changed.",
        ),
        tables=[
            Table(
                COLUMNS["story"],
                [COLUMNS[key] for key in ("story", "portals", "articles", "first", "day", "repeated")],
                [_story_row(story) for story in facts.stories],
                is_open=True,
            ),
            Table(COLUMNS["repeated"], [COLUMNS[key] for key in ("first", "repeated", "stories")], pairs),
        ],
    )


def _story_row(story: Story) -> list[Cell]:
    first = story.first
    others = [f"{one.portal} {one.changed:.0%}" if one.changed is not None else one.portal for one in story.repeats]
    more = f" +{len(others) - MOST_NAMES}" if len(others) > MOST_NAMES else ""
    return [
        Link(first.title, first.url),
        len(story.portals),
        len(story.told),
        first.portal,
        first.out_by,
        ", ".join(others[:MOST_NAMES]) + more,
    ]
