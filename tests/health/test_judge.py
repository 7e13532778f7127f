"""What is unlike earlier runs is found in the first run, and what is only a quiet day is not."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from kznews.health.chance import LEAST_SPREAD, MIN_GROUP, spread, unlikely_low
from kznews.health.judge import Measured, judge
from tests.support.healthy_runs import Portal, alarms_of, healthy_days
from tests.support.mutated_templates import campaign, portals

WORLDS = int(os.environ.get("KZNEWS_WORLDS", "4"))
"""Made-up portals of some 100 runs each; 200 of them by `make drift-test`."""
CLASSES = int(os.environ.get("KZNEWS_CLASSES", "1"))
"""Class names of each portal that are renamed; all of them by `make drift-test`."""
DAY = datetime(2026, 11, 1, 6, tzinfo=UTC)


def run(day: float, articles: int = 40, length: int = 1000, **rates: tuple[int, int]) -> Measured:
    found = {name.replace("__", ":").replace("_of_", "/"): list(rate) for name, rate in rates.items()}
    length_ = [length // 2, length, length * 2] if articles else []
    figures: dict[str, Any] = {"articles": articles, "rates": found, "cases": {"refused": articles}, "length": length_}
    return Measured(DAY + timedelta(days=day), figures)


def days(count: int = 20, **rates: tuple[int, int]) -> list[Measured]:
    return [run(day, **rates) for day in range(count)]


def fields_of(now: Measured, before: list[Measured], **options: Any) -> list[str]:
    return [alarm.field for alarm in judge(now, before, **options)]


def test_a_selector_that_stops_matching_is_found_at_once_and_its_field_named() -> None:
    before = days(selector__new_of_author=(40, 40), field__authors=(40, 40))
    now = run(20, selector__new_of_author=(0, 40), field__authors=(40, 40))  # a general strategy still reads them
    (alarm,) = judge(now, before)
    assert alarm.field == "authors"
    assert "0 of 40 pages on which the selector author of the layout new found something" in alarm.line
    assert "800 of 800" in alarm.line
    assert judge(before[-1], before[:-1]) == []


@pytest.mark.parametrize(("hits", "told"), [(40, False), (33, False), (31, True), (0, True)])
def test_a_rate_is_lost_more_than_20_points_below_its_median(hits: int, *, told: bool) -> None:
    assert bool(fields_of(run(20, field__lead=(hits, 40)), days(field__lead=(40, 40)))) == told


def test_silence_is_told_though_a_tenth_of_the_runs_were_silent() -> None:
    before = [run(day, articles=0 if day in (3, 9) else 40) for day in range(20)]
    assert fields_of(run(20, articles=0), before) == ["articles"]
    assert fields_of(run(20, articles=0), [run(day, articles=0 if day in (3, 9, 15) else 40) for day in range(20)]) == []


@pytest.mark.parametrize(("known", "told"), [(0, False), (19, False), (20, True)])
def test_silence_is_told_from_twenty_runs_on(known: int, *, told: bool) -> None:
    assert bool(fields_of(run(known, articles=0), days(known))) == told


def test_days_of_few_pages_say_nothing_of_how_much_days_differ() -> None:
    assert spread([(0, MIN_GROUP - 1), (MIN_GROUP - 1, MIN_GROUP - 1)], 0.5) == LEAST_SPREAD
    assert spread([(0, MIN_GROUP), (MIN_GROUP, MIN_GROUP)], 0.5) > LEAST_SPREAD


def test_a_few_pages_say_little() -> None:
    before = days(field__lead=(40, 40))
    assert fields_of(run(20, field__lead=(0, 1)), before) == []
    assert fields_of(run(20, field__lead=(0, 4)), before) == ["lead"]


def test_a_field_that_only_some_days_have_is_not_missed_on_a_day_without() -> None:
    before = [run(day, field__authors=(40 if day % 3 else 0, 40)) for day in range(20)]
    assert fields_of(run(20, field__authors=(0, 40)), before) == []
    assert unlikely_low((0, 40), [(27, 40)] * 20) < 1e-9  # without the spread of the days it would be


def test_one_page_in_five_is_found_within_three_runs() -> None:
    before = days(selector__new_of_body=(60, 60))
    found = []
    for day in range(20, 23):
        now = run(day, selector__new_of_body=(48, 60))  # 20 points, and not more
        found.append(fields_of(now, before))
        before.append(now)
    assert found[0] == []
    assert ["body"] in found[1:]


def test_one_section_of_ten_is_found_within_three_runs() -> None:
    before = days(selector__new_of_published=(60, 60))
    found = []
    for day in range(20, 23):
        before.append(run(day, selector__new_of_published=(54, 60)))
        found += fields_of(before[-1], before[:-1])
    assert "published_at" in found


def test_refusals_that_rise_name_the_field_that_they_speak_of() -> None:
    before = days(refused__no_body=(1, 40))
    assert fields_of(run(20, refused__no_body=(30, 40)), before) == ["body"]
    assert fields_of(run(20, refused__gone=(30, 40)), before) == ["gone"]  # there were none before
    assert fields_of(run(20), before) == []


def test_a_layout_that_takes_the_place_of_another_is_no_drift() -> None:
    before = days(layout=(40, 40), layout__old=(40, 40))
    assert fields_of(run(20, layout=(40, 40), layout__old=(0, 40), layout__new=(40, 40)), before) == []
    assert set(fields_of(run(20, layout=(0, 40), layout__old=(0, 40)), before)) == {"layout"}


def test_a_source_that_names_nothing_any_more_is_found() -> None:
    before = days(source__list=(1, 1)) * 2
    assert fields_of(run(41, source__list=(0, 1)), before) == []  # once may be chance
    hourly = [run(at / 24, source__list=(1, 1)) for at in range(24 * 20)]
    silent = [run(20 + at / 24, source__list=(0, 1)) for at in range(3)]
    assert [fields_of(now, [*hourly, *silent[:at]]) for at, now in enumerate(silent)][-1] == ["source"]


def test_articles_of_a_third_of_the_length_are_found() -> None:
    assert fields_of(run(20, length=300), days()) == ["body"]
    assert fields_of(run(20, length=3500), days()) == ["body"]
    assert fields_of(run(20, length=400), days()) == []
    uneven = [run(day, length=(300, 3000)[day % 2]) for day in range(20)]
    assert fields_of(run(20, length=300), uneven) == []


def test_silence_is_told_where_there_never_was_any() -> None:
    assert fields_of(run(20, articles=0), days()) == ["articles"]
    assert fields_of(run(20, articles=0), days(), counts=False) == []
    assert fields_of(run(19.01, articles=0), days()) == []  # the last run was a quarter of an hour ago
    weekly = [run(day, articles=40 if day % 7 < 5 else 2) for day in range(20)]
    assert fields_of(run(20, articles=0), weekly) == []


def test_a_young_portal_is_judged_with_care() -> None:
    assert fields_of(run(1, field__lead=(10, 40)), days(1, field__lead=(30, 40))) == []
    assert fields_of(run(1, selector__x_of_lead=(0, 40)), days(1, selector__x_of_lead=(40, 40))) == ["lead"]
    assert fields_of(run(1, field__lead=(0, 40)), []) == []


def test_many_runs_of_one_day_are_one_day() -> None:
    assert spread([(40, 40), (0, 40)], 0.5) == 0.5
    assert spread([(20, 40), (20, 40)], 0.5) == 0.003
    assert unlikely_low((0, 0), [(1, 1)]) == unlikely_low((0, 9), []) == 1.0


def test_healthy_runs_raise_one_false_alarm_in_two_hundred_at_most() -> None:
    runs = alarmed = 0
    for seed in range(WORLDS):
        chance = Random(seed)
        portal = Portal.any(chance)
        made = list(healthy_days(portal, 60 if portal.runs_a_day < 8 else 20, chance))
        runs += len(made)
        alarmed += len({place for place, _ in alarms_of(made)})
    assert runs > 50 * WORLDS
    assert alarmed <= runs / 200, f"{alarmed} false alarms in {runs} runs"


def test_a_made_up_portal_that_breaks_is_found() -> None:
    """The control of the test above: the same runs, but for one field that goes."""
    missed = []
    for seed in range(5):
        chance = Random(seed)
        portal = replace(Portal.any(chance), a_day=60, weekend=0.5, runs_a_day=1)
        made = list(healthy_days(portal, 30, chance))
        last = made[-1]
        name = next(name for name, (mean, _) in portal.rates.items() if name.startswith("selector") and mean >= 0.95)
        rates = {**last.figures["rates"], name: [0, last.figures["articles"]]}
        broken = Measured(last.at + timedelta(days=1), {**last.figures, "rates": rates})
        if name.rpartition("/")[2] not in fields_of(broken, made):
            missed.append(seed)
    assert missed == []


@pytest.mark.parametrize("name", portals())
def test_a_class_that_is_renamed_in_a_template_is_found_in_the_first_run(name: str) -> None:
    ((_, tally),) = campaign([name], CLASSES)
    assert (tally.missed, tally.wrong) == ([], [])
