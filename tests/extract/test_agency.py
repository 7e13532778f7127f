# ruff: noqa: E501
"""The dateline of agencies is cut off; a sentence that begins with a city is left alone."""

from __future__ import annotations

import pytest

from kznews.extract.people.agency import reporters_in, split_agency
from tests.support.growth import grows_linearly
from tests.support.small_pages import PARAGRAPHS, article, page, read

REST = "Көпір жөндеуден кейін ашылды."


@pytest.mark.parametrize(
    "dateline",
    [
        "АСТАНА. KAZINFORM —", "АСТАНА. KAZINFORM –", "АСТАНА. KAZINFORM -", "ӨСКЕМЕН. ҚазАқпарат -", "استانا. قازاقپارات -", "Нұр-Сұлтан, BAQ.KZ.",
        "НҰР-СҰЛТАН. ҚазАқпарат /Айгүл Серікқызы/ -", "АСТАНА, 4 мамыр – Sputnik.", "АЛМАТЫ, 4 мамыр — Sputnik.", "ASTANA. QazAqparat -",
        "QARAǴANDY. QazAqparat –", "АЛМАТЫ. 18 қараша. ҚазАқпарат /Айгүл Серікқызы/ -", "ШЫМКЕНТ.KAZINFORM-",
        "Алматы, Tengrinews.kz –", "Ақтау. KAZINFORM.", "Семей, abai.kz.", "НҰР-СҰЛТАН. ҚазАқпарат-", "Almaty, BAQ.KZ.",
    ],
)  # fmt: skip
def test_a_dateline_is_cut(dateline: str) -> None:
    agency, rest = split_agency(f"{dateline} {REST}")
    assert rest == REST
    assert agency
    assert agency.rstrip(" –—-") == dateline.rstrip(" –—-")


@pytest.mark.parametrize(
    "paragraph",
    [
        REST,
        "",
        "Алматы – үлкен қала, оның көшелері кең.",
        "АЛМАТЫ – үлкен қала, оның көшелері кең.",
        "АСТАНА қаласында жаңа көпір ашылды – бұл жыл соңындағы ең үлкен жаңалық.",
        "Астана. Кешке қарай жаңбыр жауды – көше су болды.",
        "АСТАНА. Кешке қарай жаңбыр жауып, көшелерді су басып қалды да, көлік тоқтады – апат болған жоқ.",
        "МӘСКЕУ. ТАСС – Ресей астанасында қар жауды.",
        "Қазақстан. Күз – алтын мезгіл.",
        "АСТАНА.",
        "АСТАНА, АЛМАТЫ, ШЫМКЕНТ – ірі қалалар.",
        "– Астана. Kazinform дегенім – осы.",
        "2025. Астана – бас қала.",
        "Алматы, BAQ.KZ тілшісі хабарлағандай, жаңа көпірді ашты.",
        "Астана. Kazinform хабарлайды.",
        "Мәскеу, TASS.RU. Қар жауды.",
        "АСТАНА. Күн елу- алпыс градусқа жетті.",
        "Ақтау, ІІМ. Іздеу жарияланды.",
    ],
)
def test_a_sentence_is_left_alone(paragraph: str) -> None:
    assert split_agency(paragraph) == ("", paragraph)


@pytest.mark.parametrize("unit", ["А", "А.", "a.", "А. a.kz-", "А, ", " ", "–", "АСТАНА. ", "- "])
def test_time_grows_with_the_length_alone(unit: str) -> None:
    assert grows_linearly(split_agency, unit)


@pytest.mark.parametrize(
    ("dateline", "reporters"),
    [
        ("НҰР-СҰЛТАН. ҚазАқпарат /Айгүл Серікқызы/", ["Айгүл Серікқызы"]),
        ("АЛМАТЫ. 18 қараша. ҚазАқпарат /Айгүл Серікқызы, Думан Ерұлы/", ["Айгүл Серікқызы", "Думан Ерұлы"]),
        ("استانا. قازاقپارات /ايگۇل سەرىك/", ["ايگۇل سەرىك"]),
        ("АСТАНА. ҚазАқпарат /сурет қызметі/", []),
        ("АСТАНА. 18/11/2014 ҚазАқпарат /Айгүл/", []),
        ("АСТАНА. ҚазАқпарат", []),
        ("", []),
    ],
)
def test_reporters_stand_between_slashes(dateline: str, reporters: list[str]) -> None:
    assert reporters_in(dateline) == reporters


def test_the_reporter_of_a_dateline_is_the_author_where_nobody_else_is() -> None:
    said = f"АСТАНА. ҚазАқпарат /Айгүл Серікқызы/ - {PARAGRAPHS[0]}"
    shown = page(main=article(paragraphs=(said, *PARAGRAPHS[1:])))
    assert read(shown).values["authors"] == ["Айгүл Серікқызы"]
    signed = page(main=article(paragraphs=(said, *PARAGRAPHS[1:], "Думан ЕРҰЛЫ")))
    assert read(signed).values["authors"] == ["Думан ЕРҰЛЫ"]
