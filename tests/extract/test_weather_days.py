# ruff: noqa: E501
"""Tables and lists of days under the name of a city: the row of the day of the fetch, Monday, 3 November 2025, counts."""

from __future__ import annotations

import pytest

from tests.support.small_pages import page, read

HEADS = ("Күні", "Күндіз", "Түнде", "Жел")


def shown(markup: str) -> str:
    return ", ".join(f"{weather.city_key} {weather.temperature}" for weather in read(page(markup)).weather)


def row(*cells: str, tag: str = "td") -> str:
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>"


def table(*days: str, heads: tuple[str, ...] = HEADS, title: str = "Ауа райы: Семей", more: str = "СБ 5 м/с") -> str:
    """Return a table of days with a figure for day and night each, other ones for each day."""
    figures = (("-9°", "-16°"), ("-12°", "-19°"), ("-14°", "-23°"))
    rows = "".join(row(day, *pair, more) for day, pair in zip(days, figures, strict=True))
    return f'<aside><div class="box"><h3>{title}</h3><table>{row(*heads, tag="th")}{rows}</table></div></aside>'


@pytest.mark.parametrize(
    ("days", "says"),
    [
        (("03.11, Дс", "04.11, Сс", "05.11, Ср"), "semey -9"),
        (("Дс, 3.11", "Сс, 4.11", "Ср, 5.11"), "semey -9"),
        (("3 қараша", "4 қараша", "5 қараша"), "semey -9"),
        (("дүйсенбі, 3 қараша", "сейсенбі, 4 қараша", "сәрсенбі, 5 қараша"), "semey -9"),
        (("3 қар.", "4 қар.", "5 қар."), "semey -9"),
        (("пн, 3 ноя", "вт, 4 ноя", "ср, 5 ноя"), "semey -9"),
        (("03.11.2025", "04.11.2025", "05.11.2025"), "semey -9"),
        (("03.11.25", "04.11.25", "05.11.25"), "semey -9"),
        (("Дс 3", "Сс 4", "Ср 5"), "semey -9"),
        (("Дс", "Сс", "Ср"), "semey -9"),
        (("Дүйсенбі", "Сейсенбі", "Сәрсенбі"), "semey -9"),
        (("02.11, Жк", "03.11, Дс", "04.11, Сс"), "semey -12"),
        (("04.11, Сс", "05.11, Ср", "06.11, Бс"), ""),
        (("03.11.2024", "04.11.2024", "05.11.2024"), ""),
        (("03.10", "04.10", "05.10"), ""),
        (("Сс", "Ср", "Дс"), ""),
        (("Таң", "Түс", "Кеш"), ""),
        (("3", "4", "5"), ""),
        (("Ср 3", "Бс 4", "Жм 5"), ""),
    ],
)
def test_the_row_of_the_day_of_the_fetch_counts(days: tuple[str, ...], says: str) -> None:
    assert shown(table(*days)) == says


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        pytest.param(table("03.11", "04.11", "05.11", heads=("Күні", "Түнде", "Күндіз", "Жел")), "semey -16", id="night first"),
        pytest.param(table("03.11", "04.11", "05.11", heads=("Күні", "А", "Б", "Жел")), "", id="columns without a meaning"),
        pytest.param(table("03.11", "04.11", "05.11", title="Ауа райы"), "", id="no city"),
        pytest.param(table("03.11", "04.11", "05.11", title="Ауа райы: Киев"), "", id="a city abroad"),
        pytest.param(table("03.11", "04.11", "05.11", more="түнде"), "", id="another word in the row"),
        pytest.param('<aside><div><b>Семей</b><div class="d"><i>3 қараша</i> <b>-9°</b></div><div class="d"><i>4 қараша</i> <b>-12°</b></div></div></aside>', "semey -9", id="boxes"),
        pytest.param('<aside><div><b>Семей</b><div class="d"><i>4 қараша</i> <b>-9°</b></div><div class="d"><i>5 қараша</i> <b>-12°</b></div></div></aside>', "", id="boxes of other days"),
        pytest.param("<aside><div><h4>Семей</h4><ul><li>Дс <b>-9°</b></li><li>Сс <b>-12°</b></li></ul></div></aside>", "semey -9", id="a list of weekdays"),
        pytest.param("<aside><div><h4>Семей</h4><ul><li>Сс <b>-9°</b></li><li>Дс <b>-12°</b></li></ul></div></aside>", "", id="next week's"),
        pytest.param(f"<aside><div><h4>Семей</h4><table>{row('', '03.11', '04.11')}{row('Күндіз', '-9°', '-12°')}{row('Түнде', '-16°', '-19°')}</table></div></aside>", "semey -9", id="days as columns"),
        pytest.param(f"<aside><div><h4>Семей</h4><table>{row('Дс', 'Сс', 'Ср')}{row('-9°', '-12°', '-14°')}</table></div></aside>", "semey -9", id="weekdays as columns"),
        pytest.param(f"<aside><div><h4>Семей</h4><table>{row('Сс', 'Ср', 'Дс')}{row('-9°', '-12°', '-14°')}</table></div></aside>", "", id="next week's column"),
        pytest.param(f"<aside><div><h4>Семей</h4><table>{row('', '04.11', '05.11')}{row('Күндіз', '-9°', '-12°')}{row('Түнде', '-16°', '-19°')}</table></div></aside>", "", id="other days as columns"),
    ],
)
def test_a_day_may_be_a_row_a_box_or_a_column(markup: str, says: str) -> None:
    assert shown(markup) == says
