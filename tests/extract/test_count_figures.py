"""Counters whose figures are divided by marks or written in words, and those that say in words that there is nothing."""

from __future__ import annotations

import pytest

from kznews.extract.count_figures import with_plain_figures
from kznews.extract.count_words import is_counter
from tests.support.engines.scripts import written
from tests.support.growth import grows_linearly
from tests.support.small_pages import article, page, read


def beside(line: str) -> tuple[object, object]:
    values = read(page(main=article().replace('<div class="text">', f"<div>{line}</div><div>"))).values
    return values["views"], values["comments"]


@pytest.mark.parametrize(
    ("line", "views"),
    [
        ("Оқылды: 2,071", 2071), ("Қаралым: 2’071", 2071), ("2.071 рет қаралды", 2071), ("Қаралды: 1.402.071", 1402071),
        ("6,3 мың қаралым", 6300), ("6 мың рет оқылды", 6000), ("6,3 myŋ qaralym", 6300), ("6.25 myń ret kórsetildi", 6250),
        ("وقىلىم: 2.071", 2071), ("٦٫٣ مىڭ رەت كورىلدى", 6300), ("14K views", 14000), ("24 тыс. просмотров", 24000),
        ("1,4 млн рет қаралды", 1400000), ("Көрілімдер: 209", 209), ("Оқылымдар саны: 209", 209), ("209 көрілім", 209),
    ],
)  # fmt: skip
def test_figures_with_marks_and_words_count_views(line: str, views: int) -> None:
    assert beside(line) == (views, None)
    assert is_counter(line)


@pytest.mark.parametrize(
    "line",
    ["5 мин оқу", "12.03.2024", "12.03.2024, 14:20", "1.204.20", "14:20", "10.250:3", "5 к", "8.7", "5 mıllıon", ""],
)
def test_dates_hours_and_minutes_stay_as_they_are(line: str) -> None:
    assert with_plain_figures(line) == line


@pytest.mark.parametrize("unit", ["1", "1.", "1.204", "1,2 мың ", "1 м", "1'204 "])
def test_time_grows_with_the_length_alone(unit: str) -> None:
    assert grows_linearly(with_plain_figures, unit)


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ('<i class="bi-eye"></i>6.3 мың', (6300, None)),
        ('<svg class="i-eye"></svg> 6.071 <svg class="i-like"></svg> 15 <svg class="i-com"></svg> 3', (6071, 3)),
        ('<span class="vw" aria-label="views">▤ 26 071</span> <span class="cm">✎ 31</span>', (26071, 31)),
        ('<span class="k" aria-label="Қаралым саны">6 071</span>', (6071, None)),
        ('<img src="/eye.png" alt=""> 1 307 &nbsp; <a href="#km">Пікір (3)</a>', (1307, 3)),
        ('<span aria-label="Бағасы">6 071</span>', (None, None)),
        ('<span class="k">▤ 26 071 теңге</span>', (None, None)),
        ('<span class="comment">№ 3</span>', (None, None)),
        ('<a class="comment" href="/4">#1</a>', (None, None)),
    ],
)
def test_names_and_hints_tell_of_such_figures(line: str, counts: tuple[int | None, int | None]) -> None:
    assert beside(line) == counts


@pytest.mark.parametrize("line", ["Пікір жоқ", "Әзірге пікір жоқ", "Пікірлер: жоқ", "Пікір әлі қалдырылмаған"])
@pytest.mark.parametrize("alphabet", ["", "acute", "umlaut", "arabic"])
def test_that_nobody_commented_is_none_in_every_script(line: str, alphabet: str) -> None:
    said = written(line, alphabet) if alphabet else line
    assert beside(said) == (None, 0)
    assert beside(f"<b>87 рет оқылды</b> <i>{said}</i>") == (87, 0)


@pytest.mark.parametrize("line", ["Нет комментариев", "Комментариев пока нет", "87 рет оқылды, пікір жоқ", "1 307 пікір жоқ"])
def test_so_it_is_in_one_text_with_a_figure_or_in_russian(line: str) -> None:
    assert beside(line)[1] == 0


@pytest.mark.parametrize("line", ["Менің басқа пікірім жоқ", "Елде басқа пікір жоқ", "Пікір жоқ емес", "Пікір жоқтығы"])
def test_a_line_about_opinions_counts_no_comments(line: str) -> None:
    assert beside(line) == (None, None)


def test_comments_that_are_counted_elsewhere_are_not_none() -> None:
    assert beside("Пікір жоқ <span>Пікірлер: 4</span>") == (None, 4)


@pytest.mark.parametrize(
    ("line", "views"),
    [
        ("<span><svg></svg>655</span><span><svg></svg>Пікір (2)</span>", 655),
        ('<span><i class="e"></i>2 071</span><span>Пікір жоқ</span>', 2071),
        ("<span>655</span><span><svg></svg>Пікір (2)</span>", None),
        ("<span><svg></svg>655</span><span><svg></svg>12</span><span>Пікір (2)</span>", None),
        ('<span><svg class="heart"></svg>65</span><span>Пікір (2)</span>', None),
        ("<span><svg></svg>655</span><span>Толығырақ (2)</span>", None),
    ],
)
def test_the_one_figure_behind_a_drawing_before_the_comments_counts_views(line: str, views: int | None) -> None:
    assert beside(line)[0] == views
