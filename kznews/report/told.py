"""The section on alarms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kznews.report.parts import Section, Table
from kznews.report.words import COLUMNS, Words

if TYPE_CHECKING:
    from kznews.report.facts import Facts
    from kznews.report.parts import Cell

ACCEPTED: Final = Words("қабылданған", "принято", "accepted")
"""Of an alarm that somebody has taken for what is usual from now on."""


def alarms(facts: Facts) -> Section:
    """Return what was unlike earlier runs of a portal."""
    found = facts.health
    rows: list[list[Cell]] = [
        [measured.measured_at, measured.portal, alarm["field"], alarm["line"], ACCEPTED if measured.accepted_at else ""]
        for measured in found
        for alarm in measured.alarms
    ]
    count = len(found)
    return Section(
        "alarms",
        Words(
            "Дабылдар: порталда бірдеңе өзгерді", "Тревоги: на портале что-то изменилось", "Alarms: something changed on a portal"
        ),
        Words(
            f"Әр жүктеу порталдың өзінің бұрынғы жүктеулерімен салыстырылады. Өлшенген жүктеулер: {count}.",
            f"Каждый запуск сравнивается с прежними запусками того же портала. Измерено запусков: {count}.",
            f"Every run is compared with the earlier ones of its portal. Runs measured: {count}.",
        ),
        tables=[
            Table(COLUMNS["alarm"], [COLUMNS[key] for key in ("day", "portal", "field", "alarm", "accepted")], rows, is_open=True)
        ],
        nothing=Words("Дабыл жоқ.", "Тревог нет.", "No alarm.") if count else None,
    )
