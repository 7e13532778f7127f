# ruff: noqa: E501
"""Tables of data amid a text, row by row; and what stands in tables and is none of it."""

from __future__ import annotations

import pytest

from kznews.extract.body.tables import MAX_SPAN
from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read

FIRST, SECOND, LAST = PARAGRAPHS
CELLS = (("Команда", "Алтын", "Күміс"), ("Алматы", "4", "2"), ("Түркістан облысы", "3", "1"))
ROWS = ["Команда | Алтын | Күміс", "Алматы | 4 | 2", "Түркістан облысы | 3 | 1"]


def table(rows: tuple[tuple[str, ...], ...] = CELLS, attributes: str = "") -> str:
    shown = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table{attributes}>{shown}</table>"


MEDALS = table()


def body(*parts: str) -> list[str]:
    """Return the paragraphs of an article in whose box the parts stand; what has no tag is a paragraph."""
    text = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)
    markup = article(paragraphs=()).replace('<div class="text">', f'<div class="text">{text}')
    found: list[str] = read(page(main=markup)).values["body"]
    return found


def amid(markup: str) -> list[str]:
    """Return what is read between the first paragraph and the second of a text with `markup` there."""
    found = body(FIRST, markup, SECOND, LAST)
    assert found[0] == FIRST
    assert found[-2:] == [SECOND, LAST]
    return found[1:-2]


def test_each_row_is_a_paragraph() -> None:
    assert amid(MEDALS) == ROWS


@pytest.mark.parametrize(
    "markup",
    [
        f'<div class="table-responsive"><div>{MEDALS}</div></div>',
        f'<figure class="wp-block-table">{MEDALS}</figure>',
        table(tuple(tuple(f"<p><b>{cell}</b></p>" for cell in row) for row in CELLS)),
        table(tuple(tuple(f"\n{cell}<br>\n" for cell in row) for row in CELLS)),
        "<table><thead><th>Команда<th>Алтын<th>Күміс<tbody><tr><td>Алматы<td>4<td>2<tr><td>Түркістан облысы<td>3<td>1</table>",
        "<table><tr><td><font size=2>Команда<td><font size=2>Алтын<td><font size=2>Күміс<tr><td><font size=2>Алматы<td><font size=2>4<td><font size=2>2<tr><td><font size=2>Түркістан облысы<td><font size=2>3<td><font size=2>1</table>",
        table((("Команда", "", "Алтын", "Күміс"), ("Алматы", "&nbsp;", "4", "2"), ("", "", "", ""), ("Түркістан облысы", "", "3", "1"))),
        table((CELLS[0], *CELLS)),
        table((CELLS[0], ("", "", ""), *CELLS[1:], CELLS[0])),
        table((CELLS[0], ('<img src="/flags/al.png"> Алматы', "4", "2"), ('<img src="/i/7.png" width="24"> Түркістан облысы', "3", "1"))),
        f"<table><tr><td>{table()}</td></tr></table>",
        f'<div class="d-none d-md-block">{MEDALS}</div><div class="d-md-none">{MEDALS}</div>',
        table(tuple((*row[:2], f'<span class="date">{row[2]}</span>') for row in CELLS)),
        MEDALS.replace("<td>", '<td class="date">'),
        table((CELLS[0], *((f'<a href="/c/1">{name}</a>', *rest) for name, *rest in CELLS[1:]))),
    ],
    ids=["boxes", "figure", "paragraphs in cells", "line ends", "open tags", "open letters", "spacers", "head twice", "head again", "flags", "nested", "copy for phones", "dates", "named date", "linked names"],
)
def test_a_table_is_read_alike_however_it_is_written(markup: str) -> None:
    assert amid(markup) == ROWS


SENTENCE = "Жолды жөндеуге бөлінген қаржының жартысы игерілді, қалғаны келер жылдың көктемінде жұмсалады деп жоспарланып отыр."
OPEN = MEDALS.removesuffix("</table>")


@pytest.mark.parametrize(
    "behind",
    ["", '<div class="share"><input><button>Жіберу</button></div>', '<figure><img src="/u/kopir.jpg"></figure>', '<div class="list"><a href="/n/1">Шаңғышылар жарысы кейінге шегерілді</a></div>'],
    ids=["text", "a field", "a picture", "links"],
)
def test_a_table_without_an_end_tag_ends_with_its_rows(behind: str) -> None:
    found = body(FIRST, SECOND, f'<div class="b7">{OPEN}<p>{LAST}</p><p>{SENTENCE}</p>{behind}')
    assert found == [FIRST, SECOND, *ROWS, LAST, SENTENCE]


@pytest.mark.parametrize("before", [f"<p>{SECOND}</p>", f"<form><p>{SECOND}</p></form>"], ids=["a paragraph", "a form"])
def test_a_table_that_opens_with_text_is_one_of_layout(before: str) -> None:
    assert not any("|" in text for text in body(FIRST, MEDALS.replace("<table>", f'<table><input type="hidden">{before}'), LAST))


def test_a_last_cell_without_an_end_tag_ends_before_the_text() -> None:
    spilt = MEDALS.replace("</td></tr></table>", "\n")
    assert body(FIRST, SECOND, f"{spilt}<p>{LAST}</p>") == [FIRST, SECOND, *ROWS, LAST]
    assert body(FIRST, SECOND, f"{spilt}<p>{LAST}</p><div><table><tr><td>1<td>2</table></div>") == [FIRST, SECOND, *ROWS, LAST]


def test_cells_with_paragraphs_are_no_cells_without_end_tags() -> None:
    rows = ((f"Команда <p>{SECOND}</p>", "Алтын"), ("Алматы", f"4 <p>{LAST}</p>"))
    assert not any(" | " in line for line in body(FIRST, table(rows), SECOND, LAST))


def test_an_empty_cell_keeps_the_others_in_their_columns() -> None:
    assert amid(table((("", "Алтын", "Күміс"), ("Алматы", "", "2"), ("Шымкент", "3", "")))) == ["| Алтын | Күміс", "Алматы | | 2", "Шымкент | 3"]


def test_cells_that_span_rows_and_columns_leave_their_room() -> None:
    markup = (
        '<table><caption>Турнир кестесі</caption><tr><th rowspan="2">Команда</th><th colspan="2">Ойын</th></tr><tr><th>Жеңіс</th><th>Жеңіліс</th></tr>'
        '<tr><td>Қайрат</td><td>7</td><td>2</td></tr><tr><td colspan="3">Ескерту: бір кездесу кейінге шегерілді.</td></tr></table>'
    )
    rows = ["Турнир кестесі", "Команда | Ойын", "| Жеңіс | Жеңіліс", "Қайрат | 7 | 2", "Ескерту: бір кездесу кейінге шегерілді."]
    assert amid(markup) == rows
    wrong = amid(markup.replace('colspan="2"', 'colspan="100000000"').replace('"3"', '"x"'))
    assert wrong == rows
    assert amid(markup.replace('colspan="2"', f'colspan="{"9" * 5000}"')) == rows
    wide = f"<table><tr><td colspan=900>Ойын<td>Ұпай<tr>{'<td>1' * (MAX_SPAN + 1)}</table>"
    assert amid(wide)[0].count("|") == MAX_SPAN


def test_a_label_may_head_a_column_and_a_count_may_be_data() -> None:
    rows = (("Санат", "Атағы"), ("66 келі", "3 рет"), ("73 келі", "5 рет"), ("81 келі", "екі рет"))
    assert amid(table(rows)) == [" | ".join(row) for row in rows]


def test_lists_of_streets_are_cells() -> None:
    streets = ", ".join(f"{name} көшесі (12–28 үйлер)" for name in ("Абай", "Сәтбаев", "Жамбыл", "Төле би", "Қазыбек би", "Әйтеке би"))
    rows = (("Күні", "Уақыты", "Мекенжай"), ("21 қаңтар", "09:00–18:00", streets), ("22 қаңтар", "08:00–20:00", "Рысқұлов көшесі"))
    assert len(streets) > 150
    assert amid(table(rows)) == [" | ".join(row) for row in rows]


LINE = "Жолды жөндеуге бөлінген қаржының жартысы игерілді, қалғаны қалды"
NO_DATA = {
    "one row": table((("Алматы", "4", "2", "5"),)),
    "one cell a row": table((("12",), ("17",), ("23",), ("31",))),
    "links": table((("01", '<a href="/n/1">Көктемгі су тасқыны ерте басталды</a>'), ("02", '<a href="/n/2">Шаңғышылар жарысы кейінге шегерілді</a>'))),
    "links among figures": table((("1", '<a href="/n/1">Көктемгі су тасқыны ерте басталды</a>', "21.01", "12"), ("2", '<a href="/n/2">Шаңғышылар жарысы кейінге шегерілді</a>', "20.01", "17"))),
    "short links": table((('<a href="/n/1">Алматы</a>', "12"), ('<a href="/n/2">Шымкент</a>', "17"))),
    "a poll": table((('<input type="radio"> Иә', "12"), ('<input type="radio"> Жоқ', "17"))),
    "large pictures": table((('<img src="/icon/1.jpg" width="240"> Көпір', "12"), ('<img src="/icon/2.jpg" width="240"> Бөгет', "17"))),
    "pictures": table((('<img src="/p/1.jpg"> Көпір', "12"), ('<img src="/p/2.jpg"> Бөгет', "17"))),
    "counters": table((("Қаралды", "311"), ("Рейтинг", "4,5"), ("Дауыс", "12"))),
    "who and when": table((("Жарияланды:", "21.01.2014"), ("Рейтинг:", "4,5"), ("12", "17"))),
    "labels": table((("Санат", "Спорт"), ("Автор", "Айгүл Серікқызы"), ("Рейтинг", "4,5"))),
    "labels and values": table((("Санат: Спорт", "Рейтинг: 4,5"), ("Оқылды: 311", "12"))),
    "a count in a cell": table((("Рейтинг: 4,5", "Оқылды: 311"), ("12", "17"))),
    "furniture by its words": table((("Жазылу индексі", "65392"), ("Telegram арнамызға жазылыңыз", "t.me/derek"), ("Редакция", "46-00-00"))),
    "a calendar": table(tuple(tuple(f"{week * 7 + day}" if week * 7 + day < 32 else "" for day in range(1, 8)) for week in range(5))),
    "furniture": MEDALS.replace("<table", '<table class="sidebar-widget"'),
    "named rates": table((("USD", "521,37"), ("EUR", "603,15")), ' class="kurs"'),
    "named rates around": f'<div class="b7 converter">{table((("USD", "521,37"), ("EUR", "603,15")))}</div>',
    "named weather": table((("Астана", "-17°"), ("Алматы", "-3°")), ' id="meteo"'),
}  # fmt: skip


@pytest.mark.parametrize("kind", NO_DATA)
def test_what_is_no_data_gives_no_rows(kind: str) -> None:
    assert not any("|" in text for text in amid(NO_DATA[kind]))


@pytest.mark.parametrize(
    "rows",
    [
        ((LINE, "12 адам және 17 көлік, қалғаны белгісіз"), (LINE.lower(), LINE.upper())),
        (("Жол", "12"), ("Көпір", "17"), (SENTENCE, "23")),
        (("Жол", "12"), ("Көпір", "17"), (SENTENCE[:-1] * 4, "23")),
        (("Жол", "12"), ("Көпір", "17"), (f"<p>{SENTENCE}</p><p>Толығырақ</p>", "23")),
        (("Жол", "12"), ("Көпір", "17"), (f"{SENTENCE} {SENTENCE} {SENTENCE}",)),
        (("Жол", "12"), ("Көпір", "17"), ("Арна",), ("Бөгет",), ("Қақпа",)),
    ],
    ids=["long cells", "a sentence", "a long cell", "a sentence with more", "a long note", "most rows of one cell"],
)
def test_a_layout_of_texts_is_no_table(rows: tuple[tuple[str, ...], ...]) -> None:
    assert not any("|" in text for text in amid(table(rows)))


def test_rates_of_a_widget_in_the_text_are_rates_and_those_of_the_articles_own_table_are_text() -> None:
    rates = (("USD", "521,37"), ("EUR", "603,15"))
    named = table(rates, ' class="kurs"')
    widget = read(page(main=article().replace(f"<p>{SECOND}", f"{named}<p>{SECOND}")))
    assert [(rate.currency, str(rate.value)) for rate in widget.rates] == [("USD", "521.37"), ("EUR", "603.15")]
    assert widget.values["body"] == list(PARAGRAPHS)
    assert amid(table(rates)) == ["USD | 521,37", "EUR | 603,15"]
    assert not any("|" in text for text in body(f"<h3>{FIRST}</h3>", table(rates), *PARAGRAPHS))
    assert body(table(rates), *PARAGRAPHS) == body(*PARAGRAPHS, table(rates)) == list(PARAGRAPHS)


def test_a_table_that_opens_or_ends_a_text_stands_right_beside_it() -> None:
    heading = "<h3>Турнир кестесі</h3>"
    assert body(MEDALS, *PARAGRAPHS) == [*ROWS, *PARAGRAPHS]
    assert body(*PARAGRAPHS, heading, MEDALS) == [*PARAGRAPHS, "Турнир кестесі", *ROWS]
    dated = "Турнир кестесі, 21 қаңтар"
    assert body(*PARAGRAPHS, dated, MEDALS) == [*PARAGRAPHS, dated, *ROWS]
    assert body(*PARAGRAPHS, f"<figure>{MEDALS}<figcaption>Федерация мәліметі</figcaption></figure>") == [*PARAGRAPHS, *ROWS]
    assert body(*PARAGRAPHS, MEDALS, MEDALS.replace("Алматы", "Шымкент"))[-1] == ROWS[-1]


@pytest.mark.parametrize(
    "between",
    ['<p>Тегтер: <a href="/t/1">көпір</a></p>', '<div class="share">Бөлісу</div>', "<p>Қаралды: 311</p>"],
    ids=["tags", "share", "counter"],
)
def test_a_table_behind_the_end_of_a_text_is_none_of_it(between: str) -> None:
    assert ROWS[-1] not in body(*PARAGRAPHS, between, MEDALS)


def test_a_table_in_another_box_than_the_last_paragraph_is_none_of_it() -> None:
    boxed = f"<div><h3>Турнир кестесі</h3>{MEDALS}</div>"
    assert ROWS[-1] not in body(*PARAGRAPHS, boxed)
    assert body(*PARAGRAPHS[:2], boxed, LAST) == [*PARAGRAPHS[:2], "Турнир кестесі", *ROWS, LAST]


def test_a_table_over_the_headline_is_no_text() -> None:
    dated = table((("2 қараша 2025, 14:20", "Ауыл өмірі"), ("Қызылорда", "12")))
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    values = read(page(main=f"<article>{dated}<h1>{TITLE}</h1>{text}</article>")).values
    assert (values["body"], values["published_raw"]) == (list(PARAGRAPHS), "2 қараша 2025, 14:20")


def test_neither_lead_nor_author_nor_date_is_taken_from_a_table() -> None:
    rows = (("Күні", "Жүргізуші", "Автор"), ("1 қаңтар 2019, 10:00", "Асхат Қожабай", "Айгүл Серікқызы"), ("Қорытынды жиын өтеді.", "", "Серік Асқаров"))
    shown = table(rows).replace("<td>Қорытынды жиын", '<td class="lead"><b>Көпір туралы қорытынды жиын')
    for parts in ((*PARAGRAPHS, shown), (shown, *PARAGRAPHS)):
        text = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)
        values = read(page(main=article(paragraphs=()).replace('<div class="text">', f'<div class="text">{text}'))).values
        assert (values["lead"], values["authors"], values["published_raw"]) == ("", [], "2 қараша 2025, 14:20")
        assert "1 қаңтар 2019, 10:00 | Асхат Қожабай | Айгүл Серікқызы" in values["body"]
        assert values["title"] == TITLE


def test_dates_in_a_table_do_not_make_a_chronicle_of_a_text() -> None:
    dated = table((("1 қаңтар 2019", "Қайрат"), ("9 мамыр 2020", "Астана")))
    assert body(FIRST, "26.09.2025<br>Фото мен мәтін: Данияр Мұсаев", SECOND, dated, LAST) == [FIRST, SECOND, "1 қаңтар 2019 | Қайрат", "9 мамыр 2020 | Астана", LAST]


def test_a_list_of_terms_stays_as_it_was() -> None:
    assert amid("<dl><dt>Алтын алғандар</dt><dd>Алматы қаласының құрамасы</dd></dl>") == ["Алтын алғандар", "Алматы қаласының құрамасы"]
