"""Pictures that are called after the sky: a city's signed figure beside one is degrees, as beside a picture of the weather."""

from __future__ import annotations

import pytest

from tests.extract.test_weather import shown
from tests.support.small_pages import page

BOX = '<div class="h"><div class="k">{}<span>Ақтөбе</span> <em>{}</em></div></div>'


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="/img/k/rain.svg" alt="">',
        '<img src="/img/k/partly-cloudy-day.svg?v=3" alt="">',
        '<img src="/img/k/Snow.png">',
        '<img src="/img/k/7.svg" alt="жаңбыр">',
        '<img src="/img/k/7.svg" alt="Қар аралас жаңбыр">',
        '<img src="/img/k/7.svg" alt="аздап бұлтты, тұман">',
        '<img src="/img/k/7.svg" alt="overcast clouds">',
        '<img src="/img/k/7.svg" alt="Малооблачно">',
    ],
)
def test_a_signed_figure_beside_a_picture_of_the_sky_is_degrees(picture: str) -> None:
    assert shown(page(BOX.format(picture, "-8"))) == "aqtobe -8"
    assert shown(page(BOX.format(picture, "+8"))) == "aqtobe 8"


@pytest.mark.parametrize(
    "picture",
    [
        "",
        '<img src="/img/k/7.svg" alt="">',
        '<img src="/img/k/clear.svg" alt="ашық">',
        '<img src="/img/k/snowboard.jpg" alt="Қар барысы">',
        '<img src="/img/k/rain-man.jpg" alt="">',
        '<img src="/img/k/cloud-hosting.svg" alt="">',
        '<img src="/img/team/aqtobe.png" alt="Ақтөбе">',
        '<img src="/img/k/day.svg" alt="аз">',
        '<img src="/uploads/2026/11/boran-kunі.jpg" alt="Боран болған күнгі көше">',
    ],
)
def test_another_picture_says_nothing_of_a_signed_figure(picture: str) -> None:
    assert shown(page(BOX.format(picture, "-8"))) == ""


@pytest.mark.parametrize(
    "said",
    [
        "8",
        "+8%",
        "+150",
        "2:1",
        "+7 701 404 12 12",
        "1.85",
        "-9..-7",
        "+12/+18",
    ],
)
def test_no_other_figure_beside_a_picture_of_the_sky_is(said: str) -> None:
    assert shown(page(BOX.format('<img src="/img/k/rain.svg" alt="жаңбыр">', said))) == ""


def test_a_picture_in_another_box_is_not_the_figure_s() -> None:
    assert shown(page('<div class="h"><div><img src="/img/k/rain.svg" alt=""></div><div>Ақтөбе <em>-8</em></div></div>')) == ""
