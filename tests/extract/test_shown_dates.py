# ruff: noqa: E501
"""Which of several dates is the article's: what readers see against a head that states the fetch, days in pieces, days in words."""

from __future__ import annotations

import json

import pytest

from tests.support.small_pages import TITLE, article, page, read
from tests.support.told import TEXT, day, told, values

FETCH = "2025-11-03T09:30:00+00:00"


def stating(published: str, kind: str = "NewsArticle") -> str:
    node = {"@context": "https://schema.org", "@type": kind, "headline": TITLE, "datePublished": published, "dateModified": published}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def shown(line: str, head: str = "", after: str = "") -> str:
    return day(values(f'<div><h1>{TITLE}</h1><div class="k2">{line}</div><div class="b2">{TEXT}</div></div>', head, after))


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("<b>07</b><em>Қар</em><sup>'24</sup>", "2024-11-07 00:00"),
        ("<b>28</b> <b>маусым</b> <b>2025</b></span> <span>сенбі <b>08</b><sup>30</sup>", "2025-06-28 08:30"),
        ("28 маусым 2025, 8<sup>05</sup>", "2025-06-28 08:05"),
        ("28 маусым 2025, <b>8</b><i>:</i><b>05</b>", "2025-06-28 08:05"),
        ("<b>07</b> <i>/</i> <b>Қар</b> <i>/</i> <b>'24</b>", "2024-11-07 00:00"),
        ("28 маусым 2025 <b>3</b><i>:</i><b>1</b>", "2025-06-28 00:00"),
        ("<span>2025 ж. 28 VI</span><i></i><span>8.05</span>", "2025-06-28 08:05"),
        ("<span>2025 ж. 28 VI</span><i></i><span>8.95</span>", "2025-06-28 00:00"),
        ("<span>28 маусым 2025</span> <span>8.05</span> <span>млн</span>", "2025-06-28 00:00"),
        ("28 маусым 2025<sup>12</sup>", "2025-06-28 00:00"),
        ("28 маусым 2025, 31<sup>05</sup>", "2025-06-28 00:00"),
    ],
    ids=["year after an apostrophe", "minutes in a sup", "one digit of the hour", "a colon of its own", "strokes", "a score", "a full stop", "no minutes", "a sum", "a footnote", "no hour"],
)
def test_a_day_may_stand_in_pieces_and_minutes_small_and_high(line: str, at: str) -> None:
    assert shown(line) == at


@pytest.mark.parametrize(
    ("line", "published", "at"),
    [
        ("кеше, 21:05", FETCH, "2025-11-02 21:05"),
        ("keşe, 21:05", FETCH, "2025-11-02 21:05"),
        ("5 күн бұрын", FETCH, "2025-10-29 00:00"),
        ("Қазан 25, 18:05", FETCH, "2025-10-25 18:05"),
        ("2024-02-29 18:05", FETCH, "2024-02-29 18:05"),
        ("5 күн бұрын", "2025-10-20T09:30:00+05:00", "2025-10-20 09:30"),
        ("бүгін", FETCH, "2025-11-03 14:30"),
    ],
    ids=["yesterday", "in Latin", "days ago", "month first", "in figures", "the head states another day", "the day of the fetch"],
)
def test_what_is_shown_wins_over_a_head_that_states_the_fetch(line: str, published: str, at: str) -> None:
    assert shown(line, stating(published)) == at


@pytest.mark.parametrize(("name", "at"), [("date", "2025-11-01 00:00"), ("k9", "None")])
def test_a_day_told_in_words_alone_needs_an_element_that_calls_itself_a_date(name: str, at: str) -> None:
    assert shown(f'<span class="{name}">екі күн бұрын</span> <span>Қоғам</span>') == at


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ('<em class="x1" title="2025-10-31T11:20:00+0500">3 күн бұрын</em>', "2025-10-31 11:20"),
        ('<span title="31.10.2025 11:20">3 күн бұрын</span>', "2025-10-31 11:20"),
        ('<span title="02.11.2025 11:20">1 күн бұрын</span>', "2025-11-02 11:20"),
        ('<span class="date" title="2 қараша 2025, 07:05">Кеше</span>', "2025-11-02 07:05"),
        ('<span title="31.10.2025 11:20"><b>Қоғам</b></span> <span>3 күн бұрын</span>', "2025-10-31 00:00"),
        ('<span title="2025 жылғы 2 мамырда ауыл көпірі құлаған еді">3 күн бұрын</span>', "2025-10-31 00:00"),
        ('<span title="31 қазан">3 күн бұрын</span>', "2025-10-31 00:00"),
        ('<span title="31.10.1925 11:20">3 күн бұрын</span>', "2025-10-31 00:00"),
        ('<span title="30.10.2025 11:20">31 қазан 2025</span>', "2025-10-31 00:00"),
    ],
    ids=["ISO", "in figures", "a day below ten", "yesterday", "of another element", "a sentence", "no year", "before the portal", "a day that is shown"],
)
def test_the_title_of_a_day_in_words_states_its_time(line: str, at: str) -> None:
    assert shown(f'<div class="date">{line}</div>') == at


def test_the_address_tells_the_day_where_the_head_states_the_fetch_and_nothing_is_shown() -> None:
    def read_at(url: str, published: str) -> str:
        return day(read(page(main=article(date=""), head=stating(published)), url).values)

    dated = "https://derek.kz/2024/11/07/kopir"
    assert read_at(dated, FETCH) == "2024-11-07 00:00"
    assert read_at(dated, "2024-11-09T10:00:00+05:00") == "2024-11-09 10:00", "the head is not the fetch"
    assert read_at("https://derek.kz/2025/11/03/kopir", FETCH) == "2025-11-03 14:30", "the day of the fetch"
    assert read_at("https://derek.kz/4711-kopir", FETCH) == "2025-11-03 14:30"


def test_a_time_element_of_another_day_than_the_address_is_anothers() -> None:
    card = '<p><time datetime="2025-11-01T08:00:00+05:00"></time> Көрші ауылда жаңа мектеп бой көтерді</p>'
    assert day(read(page(main=article(date=""), after=card), "https://derek.kz/2024/11/07/kopir").values) == "2024-11-07 00:00"
    assert day(read(page(main=article(date=""), after=card)).values) == "2025-11-01 08:00"


def test_comments_dates_are_none_where_the_box_has_one_over_the_text() -> None:
    comment = "<div>Динара 2025-10-30 20:11</div><p>Жақсы жаңалық екен.</p>"
    place = "<div>АҚТӨБЕ. 28 қазан. Дерек / <a href='/q'>Қоғам</a></div>"
    assert day(values(f"<div>{place}<h1>{TITLE}</h1>{TEXT}{comment}</div>")) == "2025-10-28 00:00"
    assert day(told("<div>2025-10-29 18:05</div>", comment)) == "2025-10-29 18:05"


def test_a_date_that_fills_a_part_of_a_long_line_of_parts_is_no_sentence_s() -> None:
    parts = "<span><a href='/a/7'>Жанар Бердібек</a>, тарих ғылымдарының кандидаты, доцент</span><span>Фото: облыстық музей қоры</span>"
    assert shown(f"<span>Ақпан 28, 2024, 23:40</span>{parts}") == "2024-02-28 23:40"
    told_in = "<b>28 ақпан 2024</b> күні басталған жиынға қатысушылар ауыл көпірінің ескі суреттерін көріп, мұражайға сыйға тартты"
    assert shown(told_in) == "None", "a sentence with a date in bold"


def test_who_added_a_text_is_told_with_the_day_behind_the_section() -> None:
    def behind(line: str) -> str:
        return day(told("", f"<div>Серік МАРАТҰЛЫ</div><div>Жаңақала ауылы</div><ul class='rating'><li>5.0</li></ul><div>{line}</div>"))

    assert behind("Санат: Өлеңдер | Қосқан: tsengel84 (2025-10-12)") == "2025-10-12 00:00"
    assert behind("Санат: Өлеңдер | Дәптерге түскен күз (2025-10-12)") == "None"


@pytest.mark.parametrize(
    ("published", "at"),
    [("2025-10-12T12:04:55+00:00", "2025-10-12 17:04"), ("2025-10-13T12:04:55+00:00", "2025-10-12 00:00")],
)
def test_what_is_stated_of_the_page_adds_an_hour_to_its_day(published: str, at: str) -> None:
    assert shown("12.10.2025", stating(published, "WebPage")) == at


def test_what_is_stated_of_the_page_is_no_date_by_itself() -> None:
    assert shown("", stating("2025-10-12T12:04:55+00:00", "WebPage")) == "None"


def test_a_day_may_be_that_of_the_zone_in_which_the_head_states_it() -> None:
    def abroad(stated: str) -> str:
        return shown("12 қазан 2025", f'<meta property="article:published_time" content="{stated}">')

    assert abroad("2025-10-12T22:40:05+03:00") == "2025-10-13 00:40"
    assert abroad("2025-10-12T00:40:05+06:00") == "2025-10-12 00:00", "a clock here that was not put back"
    assert abroad("2025-10-12T22:40:05+00:00") == "2025-10-12 00:00", "local time may be printed so"
    assert abroad("2025-10-13T22:40:05+03:00") == "2025-10-12 00:00", "another day"


def test_the_year_is_the_head_s_where_a_clock_elsewhere_shows_the_same_moment() -> None:
    assert shown("Nov 18, 8:19 PM", stating("2019-11-19T01:19:34+00:00")) == "2019-11-18 20:19"
    assert shown("18 қараша, 20:19", stating("2019-11-20T10:19:34+05:00")) == "2024-11-18 20:19", "another day"


def test_a_match_to_come_is_no_clock() -> None:
    def clock(line: str) -> object:
        return read(page(f"<div><div>{line}</div></div>")).values["page_clock_raw"]

    assert clock("05.11, 19:00") is None
    assert clock("3 қараша, 19:00") == "3 қараша, 19:00"


@pytest.mark.parametrize(
    ("published", "changed", "at"),
    [
        ("2025-10-20T09:30:00+05:00", "2025-11-01T18:05:00+05:00", "2025-10-20 09:30"),
        ("2025-10-20T09:30:00+05:00", "2025-11-02T18:05:00+05:00", "2025-11-01 18:05"),
        ("2025-10-20T09:30:00+05:00", "", "2025-11-01 18:05"),
        ("2025-11-01T09:30:00+05:00", "2025-11-01T18:05:00+05:00", "2025-11-01 18:05"),
        ("2025-11-02T09:30:00+05:00", "2025-11-01T18:05:00+05:00", "2025-11-01 18:05"),
        ("2027-10-20T09:30:00+05:00", "2025-11-01T18:05:00+05:00", "2025-11-01 18:05"),
    ],
    ids=["the change", "of neither day", "no change stated", "within a day", "changed before it was published", "published in a year to come"],
)
def test_a_ticker_that_shows_when_it_was_changed_was_published_when_its_head_says(published: str, changed: str, at: str) -> None:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, "datePublished": published, "dateModified": changed}
    assert shown("1 қараша 2025, 18:05", f'<script type="application/ld+json">{json.dumps(node)}</script>') == at
    meta = f'<meta property="article:published_time" content="{published}"><meta property="article:modified_time" content="{changed}">'
    assert shown("1 қараша 2025, 18:05", meta) == at


@pytest.mark.parametrize(
    ("over", "between", "at"),
    [
        ('<div class="aside-date"><span>03</span><span>Қаз</span><span>2025</span></div>', "", "2025-10-03 00:00"),
        ("", '<div class="aside-date">3 қазан 2025</div>', "2025-10-03 00:00"),
        ('<div class="aside-date">3 қазан 2025</div><div>Тағы бір жол</div>', "", "None"),
        ('<div class="aside-block">3 қазан 2025</div>', "", "None"),
        ('<div class="aside"><div class="date">3 қазан 2025</div></div>', "", "2025-10-03 00:00"),
    ],
    ids=["over the headline", "under it", "further away", "a column", "a date in a column"],
)
def test_a_date_that_stands_aside_of_its_headline_is_the_article_s(over: str, between: str, at: str) -> None:
    assert day(values(f'<div>{over}<h1>{TITLE}</h1>{between}<div class="b2">{TEXT}</div></div>')) == at


OWN = "2025-11-02T14:20:37+05:00"


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        (f'<span property="dc:date dc:created" content="{OWN}">2 қараша, 2025 - 14:20</span>', 37),
        (f'<time datetime="{OWN}">2 қараша 2025, 14:20</time> | Қоғам', 37),
        ('<time datetime="2025-11-02T09:20:37Z">2 қараша 2025, 14:20</time>', 37),
        ('<time datetime="2025-11-02T14:21:37+05:00">2 қараша 2025, 14:20</time>', 0),
        ('<time datetime="2025-11-02T14:20:37+00:00">2 қараша 2025, 14:20</time>', 0),
        (f'<span content="{OWN}">Қоғам</span> <span>2 қараша 2025, 14:20</span>', 0),
        ("<span>2 қараша 2025, 14:20</span>", 0),
    ],
    ids=["RDFa", "a time element", "in UTC", "another minute", "local time called UTC", "another element", "the head alone"],
)
def test_a_shown_minute_has_its_seconds_from_its_own_element_alone(line: str, seconds: int) -> None:
    main = f'<div><h1>{TITLE}</h1><div class="k2">{line}</div><div class="b2">{TEXT}</div></div>'
    found = values(main, stating(OWN))
    assert (found["published_at"].second, found["published_precision"]) == (seconds, "second" if seconds else "minute")
    assert day(found) == "2025-11-02 14:20"


@pytest.mark.parametrize(
    ("line", "at"),
    [
        (f'<time datetime="{OWN}">2 қараша 2025</time>', "2025-11-02 14:20"),
        (f'<time class="entry-date updated" datetime="{OWN}">2 қараша 2025</time>', "2025-11-02 14:20"),
        ('<time datetime="2025-11-01T14:20:37+05:00">2 қараша 2025</time>', "2025-11-02 00:00"),
        ('<time datetime="2025-11-02T14:20:37+00:00">2 қараша 2025</time>', "2025-11-02 00:00"),
        ('<time datetime="2025-11-02">2 қараша 2025</time>', "2025-11-02 00:00"),
        (f'<time datetime="{OWN}">Қоғам</time> <span>2 қараша 2025</span>', "2025-11-02 14:20"),
    ],
    ids=["its own", "a theme's", "another day", "local time called UTC", "a day", "one beside it"],
)
def test_a_shown_day_has_its_time_from_its_own_element_whatever_cards_stand_before(line: str, at: str) -> None:
    card = '<div class="c"><h3><a href="/n/{0}">Мектеп кітапханасы жаңарды</a></h3><time datetime="2025-10-2{0}T08:1{0}:00+05:00">2{0} қазан 2025</time></div>'
    main = f'<div><h1>{TITLE}</h1><div class="k2">{line}</div><div class="b2">{TEXT}</div></div>'
    cards = "".join(map(card.format, range(1, 5)))
    found = read(page(f'<div class="left">{cards}</div>', main=main)).values
    assert day(found) == at


LAST = "gazeta_01 | 14 маусым 2013 09:35 | Просмотров: 318 | Комментариев: (2)"


@pytest.mark.parametrize(
    ("line", "behind", "at"),
    [
        (LAST, "", "2013-06-14 09:35"),
        ("Қаралды: 318 рет, 14.06.2013, 09:35", "<div>© Дерек газеті</div>", "2013-06-14 09:35"),
        (LAST, '<div><a href="/n/7">Өзен жағасында жиырма үй салынды</a></div>', "None"),
        (LAST, "".join(f"<div>Бөлім {at}</div>" for at in range(12)), "None"),
        ("gazeta_01 | 14 маусым 2013 09:35 | Комментариев: (2)", "", "None"),
        ("14 маусым 2013 | Просмотров: 318", "", "None"),
    ],
    ids=["DLE", "a copyright", "another article", "a long foot", "no views", "a day alone"],
)
def test_the_last_line_of_a_page_for_printers_says_when_with_its_views(line: str, behind: str, at: str) -> None:
    rows = f"<tr><td><h2>{TITLE}</h2><div>{TEXT}</div><hr><a href='javascript:history.go(-1)'>Артқа</a></td></tr><tr><td><small>{line}</small></td></tr>"
    assert day(values(f"<table>{rows}</table>{behind}")) == at


def test_a_date_over_the_text_counts_before_the_last_line_s() -> None:
    assert shown("12 маусым 2013, 18:00", after=f"<div><small>{LAST}</small></div>") == "2013-06-12 18:00"


LINE = "Жарияланған күні: 2024 жылғы 29 ақпан, бейсенбі | Оқылды: 217"
CARDS = "".join(f'<tr><td>2{at}.10.2025<br><a href="/n/{at}">Ауылда жаңа дәрігерлік пункт ашылды</a></td></tr>' for at in range(3))


@pytest.mark.parametrize(
    ("rows", "at"),
    [
        (f"<tr><td>{LINE}</td></tr><tr><td><a href='/p'>Басып шығару</a> <a href='#'>Артқа</a></td></tr>", "2024-02-29 00:00"),
        (f"<tr><td><i>Дала ауданы</i></td></tr><tr><td>{LINE}</td></tr>", "2024-02-29 00:00"),
        (f"<tr><td>{LINE.partition(': ')[2]}</td></tr>", "None"),
        (f"<tr><td><a href='/n/7'>Ауылда жаңа дәрігерлік пункт ашылды</a></td></tr><tr><td>{LINE}</td></tr>", "None"),
        (f"<tr><td>{LINE}</td></tr><tr><td><a href='/n/7'>Ауылда жаңа дәрігерлік пункт ашылды</a></td></tr>", "None"),
        (f"<tr><td><h3>Басқа хабар</h3></td></tr><tr><td>{LINE}</td></tr>", "None"),
    ],
    ids=["under the text", "behind a line", "no label", "behind a headline", "over a headline", "under a heading"],
)
def test_a_line_under_the_text_that_calls_its_date_that_of_publication_dates_the_article(rows: str, at: str) -> None:
    text = f"<tr><td><h1>{TITLE}</h1>{TEXT}</td></tr>"
    page_of = f"<table><tr><td><table>{text}{rows}</table></td><td><table>{CARDS}</table></td></tr></table>"
    assert day(values(page_of)) == at


FOOT = '<div class="foot"><b>12 480</b> <time datetime="2025-11-02T14:05:11+05:00">14:05</time></div>'
OTHERS = "<section>Басқа жазбалар</section>"


@pytest.mark.parametrize(
    ("foot", "behind", "at"),
    [(FOOT, OTHERS, "2025-11-02 14:05"), (FOOT, "", "None"), (FOOT.replace('div class="foot"', "footer").replace("</div>", "</footer>"), OTHERS, "None")],
    ids=["the article's", "the page ends with it", "a tag"],
)
def test_the_time_in_an_article_s_own_foot_is_its(foot: str, behind: str, at: str) -> None:
    text = f'<h1>{TITLE}</h1><div class="k2">{TEXT}</div><div class="react"><b>112</b></div>{foot}'
    assert day(values(f'<div class="card">{text}</div>{behind}')) == at


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("2 сағат бұрын жаңартылды", "None"),
        ("02.11.2025 09:00 (жаңартылды)", "None"),
        ("2 saǵat buryn jańartyldy", "None"),
        ("2 ساعات بۇرىن جاڭارتىلدى", "None"),
        ("2 САҒАТ БҰРЫН ЖАҢАРТЫЛДЫ", "None"),
        ("01.11.2025 10:00 Жаңартылды", "2025-11-01 10:00"),
        ("02.11.2025 09:00 жаңартылды · 01.11.2025 10:00 жарияланды", "2025-11-01 10:00"),
        ("01.11.2025 10:00, 2 сағат бұрын жаңартылды", "2025-11-01 10:00"),
        ("01.11.2025 10:00 жаңартылды: 02.11.2025 09:00", "2025-11-01 10:00"),
        ("01.11.2025 10:00 (жаңартылған 02.11.2025)", "2025-11-01 10:00"),
        ("jańartylǵan ýaqyty 02.11.2025 09:00, 01.11.2025 10:00", "2025-11-01 10:00"),
        ("Көпір жөндеу 01.11.2025 10:00", "2025-11-01 10:00"),
        ("Басталуы: 01.11.2025 10:00", "None"),
        ("Ótetin kúni men ýaqyty: 01.11.2025 10:00", "None"),
        ("Соңғы мерзім: 1 қараша 2025", "None"),
        ("Жариялану уақыты: 01.11.2025 10:00", "2025-11-01 10:00"),
        ("Туған жер: Ауыл | 01.11.2025 10:00", "2025-11-01 10:00"),
        ("01.11.2025 10:00 жаңартылған көпір", "2025-11-01 10:00"),
    ],
)
def test_a_date_beside_a_word_for_a_change_or_an_event_is_that_of_it(line: str, at: str) -> None:
    assert shown(line) == at


def test_a_list_of_other_articles_before_the_text_dates_none() -> None:
    def over(name: str) -> str:
        other = f'<section class="{name}"><div><p class="post-meta"><span class="date">28.10.2025</span></p></div></section>'
        return day(told(f"<p>Айгүл Серік, журналист. Ақтөбе. 30.10.2025</p>{other}"))[:10]

    assert over("related-posts") == "2025-10-30"
    assert over("k5") == "2025-10-28", "what names itself a date, where nothing says that it is of others"


@pytest.mark.parametrize(("link", "at"), [("Оставить комментарий", "2025-10-30"), ("Көрші ауылда жаңа мектеп ашылды", "2025-10-28")])
def test_a_link_that_asks_for_a_comment_is_no_headline(link: str, at: str) -> None:
    line = f'<p class="post-meta"><span><a href="/u/2">Айгүл Серік</a></span> <span>30.10.2025</span> <a href="/x">{link}</a></p>'
    assert day(told(f"{line}<div><span>28.10.2025</span></div>"))[:10] == at
