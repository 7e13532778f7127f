# ruff: noqa: E501
"""Views and comments as portals count them; sentences with figures are no counters (formats.md section 5)."""

from __future__ import annotations

import pytest

from kznews.extract.count_words import is_counter
from tests.support.engines.scripts import written
from tests.support.growth import grows_linearly
from tests.support.small_pages import article, page, read

VIEWS = {
    "1550 рет қаралды": 1550, "33 рет оқылды": 33, "216 оқылды": 216, "268 Қаралды": 268, "Оқылды: 55": 55, "Қаралды 1 204": 1204,
    "12 рет көрсетілді": 12, "Көрілді: 7": 7, "Қаралым: 1204": 1204, "Просмотров: 1204": 1204, "1204 просмотра": 1204, "Views: 1204": 1204,
    "1204 views": 1204, "17 ret kórsetildi": 17, "17 رەت كورسەتىلدى": 17, "0 рет қаралды": 0,
    "Қаралған саны: 318": 318, "Көрсетілімдер: 339": 339, "Оқылған саны: 1 204": 1204,
}  # fmt: skip
COMMENTS = {
    "0 пікір": 0, "5 пікір": 5, "5 pikir": 5, "5 پىكىر": 5, "Пікірлер (0)": 0, "Пікірлер: 12": 12, "Комментарии (3)": 3, "3 комментария": 3,
    "Comments: 3": 3, "ПІКІРЛЕР 4": 4, "Пікір: (1)": 1,
}  # fmt: skip


def beside(line: str) -> tuple[object, object]:
    values = read(page(main=article().replace('<div class="text">', f"<div>{line}</div><div>"))).values
    return values["views"], values["comments"]


@pytest.mark.parametrize(("line", "count"), VIEWS.items())
def test_views_are_counted(line: str, count: int) -> None:
    assert beside(line) == (count, None)
    assert is_counter(line)


@pytest.mark.parametrize(("line", "count"), COMMENTS.items())
def test_comments_are_counted(line: str, count: int) -> None:
    assert beside(line) == (None, count)
    assert is_counter(line)


@pytest.mark.parametrize(
    ("head", "count"), [("Пікірлер <s>14</s>", 14), ("Пікірлер (14)", 14), ("Пікірлер саны: 14", 14), ("Қараша 14", None)]
)
def test_the_heading_of_the_comments_counts_them(head: str, count: int | None) -> None:
    under = f'<div id="cm"><h3>{head}</h3><div><b>Думан</b> <i>14 шілде, 23:40</i><p>Жарайсыңдар!</p></div></div>'
    assert read(page(main=f"<div>{article()}{under}</div>")).values["comments"] == count


def test_answers_to_an_article_are_comments() -> None:
    assert beside("2 ответа к “Ауыл көпірі”") == (None, 2)
    assert beside("2 ответа на вопросы") == (None, None)


@pytest.mark.parametrize("alphabet", ["acute", "umlaut", "arabic"])
@pytest.mark.parametrize(
    ("line", "counts"), [("1550 рет қаралды", (1550, None)), ("Оқылды: 55", (55, None)), ("5 пікір", (None, 5))]
)
def test_counters_in_every_script(line: str, counts: tuple[int | None, int | None], alphabet: str) -> None:
    assert beside(written(line, alphabet)) == counts


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("1204 рет қаралды · 5 пікір", (1204, 5)),
        ("Билік 11131 0 пікір 2 қараша, 2025 сағат 15:35", (11131, 0)),
        ('<i class="icon-eye"></i> 1204', (1204, None)),
        ('<span class="views">1204</span> <span class="comments">5</span>', (1204, 5)),
        ('<span class="views">1 204</span>', (1204, None)),
        ("<i>remove_red_eye</i><b>1 204</b> <i>chat_bubble_outline</i><b>5</b>", (1204, 5)),
        ("<i>share</i><b>1 204</b> <i>schedule</i><b>5</b>", (None, None)),
        ("16:49", (None, None)),
        ("2 қараша 2025", (None, None)),
        ("Пікір қалдыру", (None, None)),
        ("Қаралды", (None, None)),
        ("1234567890123 рет қаралды", (None, None)),
    ],
)
def test_a_line_beside_the_headline_counts(line: str, counts: tuple[int | None, int | None]) -> None:
    assert beside(line) == counts


@pytest.mark.parametrize(
    ("told", "views"),
    [
        ("<b>87</b>", 87),
        ("<b>87</b> рет", 87),
        ('<i class="fa fa-eye"></i> 87', 87),
        ("<b>87</b> Қоғам", 87),
        ("<b>1,2K</b> <b>0</b>", 1200),
        ("<b>4.096</b>", 4096),
        ('<span class="likes">1,2K</span>', None),
        ("<b>1,2</b>", None),
        ("<b>3</b> минут оқу", None),
        ("<b>3</b> min read", None),
        ("<b>3</b>-бет", None),
        ('<i class="fa fa-heart"></i> 17', None),
        ('<span class="likes">17</span>', None),
        ('<span class="vote-up"><b>17</b></span>', None),
        ('<a class="share" href="/s">12</a>', None),
        ('<span class="fontsize">16</span>', None),
    ],
)
def test_a_bare_figure_beside_the_date_counts_views_unless_something_is_said_of_it(told: str, views: int | None) -> None:
    assert read(page(main=article(date=f"2 қараша 2025, 14:20 {told}"))).values["views"] == views


@pytest.mark.parametrize(
    "line",
    [
        "5 пікір айтылды деген сөйлем.",
        "Жиында 5 пікір айтылды.",
        "Ол 3 рет чемпион атанған.",
        "Фильм 200 рет көрсетілді, залда бос орын болмады.",
        "2025 жылы 15 пікір жазылған.",
        "Оқылды ма, жоқ па – белгісіз.",
        "12 мектеп",
        "2 қараша 2025",
        "5",
        "",
        "рет қаралды",
        "Кітап 55 рет оқылды деп жазады ол",
        "14:20",
    ],
)
def test_a_sentence_is_no_counter(line: str) -> None:
    assert is_counter(line) is (line == "5" and is_counter("5"))


@pytest.mark.parametrize("unit", ["1", "1 ", "1 рет ", "қаралды ", "111 ", "(", ":"])
def test_time_grows_with_the_length_alone(unit: str) -> None:
    assert grows_linearly(is_counter, unit)


@pytest.mark.parametrize(
    "changed",
    ["<time class='updated'>9 желтоқсан, 2020</time>", "<time>9 желтоқсан, 2020</time>", "<i>Өңделді:</i> 9 желтоқсан, 2020"],
)
def test_the_day_of_a_second_date_is_no_count(changed: str) -> None:
    line = f"<time>8 желтоқсан, 2020</time> {changed}"
    assert [views(line), views(f"{line} <span>912</span>")] == [None, 912]


def views(line: str) -> object:
    shown = article(date="").replace('<div class="text">', f'<div class="date">{line}</div><div class="text">')
    return read(page(main=shown)).values["views"]


@pytest.mark.parametrize(
    ("line", "count"),
    [("Қаралу саны: 4 096", 4096), ("Көрілген: 318", 318), ("Оқығандар: 77", 77), ("Қарағандар саны: 12", 12)],
)
def test_words_of_small_portals_count_views(line: str, count: int) -> None:
    assert beside(line) == (count, None)


@pytest.mark.parametrize("line", ["Бұрын көрілген 3 аю", "Курсты оқығандар 25 адам", "Қарағандар 14:20", "Істің қаралуы 25 қыркүйекте"])
def test_such_a_word_counts_with_a_colon_alone(line: str) -> None:
    assert beside(line) == (None, None)


@pytest.mark.parametrize("line", ["Тағы 10 пікір", "Тағы 10 پىكىر", "Ещё 10 комментариев"])
def test_a_button_that_shows_more_comments_does_not_count_all(line: str) -> None:
    assert beside(line) == (None, None)
    assert beside(line.partition(" ")[2]) == (None, 10)


def drawn(*figures: str) -> tuple[object, object]:
    boxes = "".join(f'<div class="k_{at}">{figure}</div>' for at, figure in enumerate(figures))
    values = read(page(main=article(date="").replace("</h1>", f'</h1><div class="q1"><div>2 қараша 2025, 14:20</div>{boxes}</div>'))).values
    return values["views"], values["comments"]


ICON = '<svg width="16"></svg>'


def test_figures_behind_icons_without_names_next_to_the_date_are_views_and_comments() -> None:
    assert drawn(f"{ICON}3 412") == (3412, None)
    assert drawn(f"{ICON}3 412", f"<i>{ICON}</i><b>12</b>") == (3412, 12)


def test_a_drawing_that_is_used_tells_what_it_counts() -> None:
    eye, bubble = (f'<svg><use xlink:href="/i.svg#{name}"></use></svg>' for name in ("eye", "chat"))
    assert drawn(f"{bubble}12", f"{eye}3 412") == (3412, 12)


@pytest.mark.parametrize(
    "figures",
    [
        ("3 412", "12"),
        (f"{ICON}3 412", f"{ICON}12", f"{ICON}5"),
        (f'{ICON}<span class="likes">12</span>',),
        ('<svg><use href="/i.svg#heart"></use></svg>12',),
        ('<svg><use href="/i.svg#clock"></use></svg>5',),
        (f"{ICON}8 701 000 00 00",),
        (f"{ICON}14:20",),
        (f"{ICON}450.83",),
    ],
)
def test_other_figures_next_to_the_date_count_nothing(figures: tuple[str, ...]) -> None:
    assert drawn(*figures) == (None, None)


@pytest.mark.parametrize("line", ["Талқыланды: 3", "Айтылған ойлар (3)", "Жазылған пікірлер: 3"])
def test_words_of_small_portals_count_comments(line: str) -> None:
    assert beside(line) == (None, 3)
    assert beside(f"Оқылды: 87 | {line}") == (87, 3)


@pytest.mark.parametrize("line", ["Жиында талқыланды: 3 ұсыныс қолдау тапты", "Не талқыланды: 14:20", "Талқыланды 3"])
def test_such_words_before_more_count_nothing(line: str) -> None:
    assert beside(line) == (None, None)


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ('<span class="seen" data-views></span><a href="#talk">12</a>', (None, 12)),
        ('<span class="e">3071</span> <a href="#cm" class="c">14</a>', (3071, 14)),
        ('<a href="#photos-votes">12</a>', (12, None)),
        ('<span title="Қаралым">5 207</span><span title="Пікір">3</span>', (5207, 3)),
        ('<span title="Рейтинг">5</span>', (5, None)),
        ('<b><i class="eye"></i>389</b><b><i class="msg"></i>1</b>', (389, 1)),
        ('<b class="eye">1 067</b><b class="bub">3</b><b class="heart">25</b>', (1067, 3)),
        ('<b class="eye">1 067</b><b class="msgless">3</b>', (1067, None)),
    ],
    ids=["a link to answers", "views beside it", "votes", "hints", "another hint", "a message", "a bubble", "neither"],
)
def test_links_and_hints_tell_what_a_bare_figure_counts(line: str, counts: tuple[int | None, int | None]) -> None:
    main = article().replace('<div class="date">2 қараша 2025, 14:20</div>', f"<div><span>2 қараша 2025, 14:20</span> {line}</div>")
    values = read(page(main=main)).values
    assert (values["views"], values["comments"]) == counts


@pytest.mark.parametrize(("said", "views"), [("Соңғы жаңарту (20 қараша 2025)", 3071), ("Ауыл көпірі (20 қараша 2025)", None)])
def test_a_line_that_tells_of_the_last_change_is_the_articles(said: str, views: int | None) -> None:
    lines = f"<div>{said}</div><div>Қаралды: 3071</div>"
    main = f"<div>{article()}<div>{lines}</div></div>"
    assert read(page(main=main)).values["views"] == views


@pytest.mark.parametrize(
    ("buttons", "count"),
    [
        ("<button>Пікірлерді көрсету (17)</button>", 17),
        ("<button class='b'><span>Пікірлер</span> <b>(4)</b></button>", 4),
        ("<button>Пікірлер (4)</button><button>Пікірлер (9)</button>", None),
        ("<button>Тағы 10 пікір</button>", None),
        ("<button>Бөлісу (5)</button>", None),
    ],
    ids=["shows them", "in parts", "of two articles", "those that it shows", "shares"],
)
def test_a_button_may_count_the_comments(buttons: str, count: int | None) -> None:
    assert read(page(main=f"<div>{article()}<div class='f'>{buttons}</div></div>")).values["comments"] == count


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ('<span>Автор: Самат Еркін</span> <span><svg><use href="#eye"/></svg>7 415</span> <a href="#p">Пікір қалдыру</a>', (7415, None)),
        ('<i class="eye">318</i> <a href="#p">Пікір жазу</a>', (318, None)),
        ('<i class="eye">318</i> <a href="#p">Pikir qaldyrý</a>', (318, None)),
        ('<i class="eye">318</i> <a href="#p">Пікір қосыңыз</a>', (318, None)),
        ('<i class="eye">318</i> <a href="#p">12 пікір</a>', (318, 12)),
        ("12 пікір қалдырылды", (None, 12)),
        ("12 пікір жазылған", (None, 12)),
    ],
)
def test_a_figure_before_words_that_ask_for_a_comment_counts_none(line: str, counts: tuple[int | None, int | None]) -> None:
    assert beside(line) == counts


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("7 415 пікір", (None, 7415)),
        ("<b>Қоғам</b> <i>214</i> <i>318 пікір</i>", (214, 318)),
        ("<b>Қоғам</b> <i>7 415</i> <i>318 пікір</i>", (7415, 318)),
        ("Қоғам 7415 318 пікір", (7415, 318)),
        ("Қоғам 7 415 18 пікір", (7415, 18)),
    ],
)
def test_blanks_divide_thousands_and_elements_two_figures(line: str, counts: tuple[int | None, int | None]) -> None:
    assert beside(line) == counts


@pytest.mark.parametrize(
    ("behind", "counts"),
    [
        ("<div><span>86 рет қаралды</span><span>3 пікір</span></div>", (86, 3)),
        ("<div>Ұқсас жазбалар</div><div><span>86 рет қаралды</span><span>3 пікір</span></div>", (None, None)),
    ],
    ids=["right behind", "behind a heading"],
)
def test_counters_that_touch_stand_behind_the_box_of_an_article(behind: str, counts: tuple[int | None, int | None]) -> None:
    values = read(page(main=f"<section><div>{article().replace('article', 'div')}</div>{behind}</section>")).values
    assert (values["views"], values["comments"]) == counts


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("Оставить комментарий 209 Просмотры", (209, None)),
        ("<a>Добавить комментарий</a> 209", (None, None)),
        ("731 reads", (731, None)),
        ("Комментарии 5 Просмотры 209", (209, 5)),
        ("5 комментариев Просмотры: 209", (209, 5)),
        ("Комментарий 5", (None, 5)),
        ("Оставить комментарий (5)", (None, 5)),
    ],
)
def test_a_figure_behind_what_asks_for_a_comment_counts_something_else(line: str, counts: tuple[int | None, int | None]) -> None:
    assert beside(f"<p>{line}</p>") == counts
