# ruff: noqa: E501
"""Sections without a telling name: by the date, over the headline, marked in a menu."""

from __future__ import annotations

import pytest

from tests.support.small_pages import TITLE, article, page, read
from tests.support.told import TEXT, told

MENU = "".join(f'<li{{}}><a href="/{name}/">{said}</a></li>' for name, said in (("saiasat", "Саясат"), ("madeniet", "Мәдениет"), ("sport", "Спорт")))


def menu(box: str = 'class="main-menu"', *, marked: int = -1, mark: str = ' class="active"') -> str:
    return f"<ul {box}>{MENU.format(*(mark if at == marked else '' for at in range(3)))}</ul>"


@pytest.mark.parametrize(
    ("over", "section"),
    [
        ('<div class="l"><span class="lb">Басты жаңалық</span><span class="lb">Мәдениет</span></div>', "Мәдениет"),
        ('<div class="l"><a href="/basty/">Басты жаңалық</a> <a href="/madeniet/">Мәдениет</a></div>', "Мәдениет"),
        ('<div class="l"><a href="/oner">Өнер</a> / <a href="/oner/teatr">Театр</a></div>', "Театр"),
        ('<div class="l"><a href="/oner">Өнер</a> / <a href="/madeniet">Мәдениет</a></div>', None),
        ("<div>Басты жаңалық</div>", "Басты жаңалық"),
        ('<div class="l">[ Мәдениет ]</div>', "Мәдениет"),
        ('<ul><li><a href="/oner/">Өнер</a></li><li><a href="/2024/12/10/">10 желтоқсан 2024</a></li><li><a href="#respond">Жауап</a></li></ul>', "Өнер"),
    ],
    ids=["labels", "links", "a folder in the other", "two equals", "nothing narrower", "in brackets", "day and answers"],
)
def test_the_narrower_of_what_stands_over_the_headline_is_the_section(over: str, section: str | None) -> None:
    assert told("<div>2 қараша 2025</div>", over=over)["section"] == (section or "")


@pytest.mark.parametrize(("beside", "section"), [("<i>@derek_kz · 4,3 мың жазылушы</i>", ""), ("<i>info@derek.kz</i>", "Дерек ақпарат"), ("", "Дерек ақпарат")])
def test_whose_an_account_is_is_no_section(beside: str, section: str) -> None:
    over = f'<div class="c1"><div><a href="/c/derek"><b>Дерек ақпарат</b></a>{beside}</div></div>'
    assert told("<div>2 қараша 2025</div>", over=over)["section"] == section


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("<div><b>ШҰҒЫЛ</b> <span>Мәдениет</span> <i>2 қараша 2025</i></div>", "Мәдениет"),
        ("<div><b>Түнгі кезек</b> <span>Мәдениет</span> <i>2 қараша 2025</i></div>", "Мәдениет"),
        ("<div><b>Түнгі кезек</b> <span>Ауыл үні</span> <i>2 қараша 2025</i></div>", "Түнгі кезек"),
        ('<ul><li>2 қараша 2025</li><li><a href="/naryq">Нарық</a></li><li>11:07</li></ul>', "Нарық"),
        ('<ul><li>2 қараша 2025</li><li><a href="/author/7">Көпіршіл</a></li><li>11:07</li></ul>', ""),
        ('<ul><li>2 қараша 2025</li><li><a href="/a">Нарық</a></li><li><a href="/b">Банк</a></li></ul>', ""),
    ],
    ids=["what is urgent", "what the menu says", "nothing a link says", "an item beside the date", "an author", "two items"],
)
def test_beside_the_date_stands_what_a_menu_says(line: str, section: str) -> None:
    found = read(page(f"<header>{menu()}</header>", main=f'<div><h1>{TITLE}</h1>{line}<div class="b2">{TEXT}</div></div>'))
    assert found.values["section"] == section


def test_of_a_row_of_sections_the_one_beside_the_date_is_the_article_s() -> None:
    row = '<div class="rubrics"><a href="/rubric/saiasat">Саясат</a><a href="/rubric/bilim">Білім</a><a href="/rubric/alem">Әлем</a></div>'
    line = "<div><span>Білім</span><span>3 сағат бұрын</span></div>"

    def section(line: str) -> object:
        return read(page(main=f'{row}<section><h1>{TITLE}</h1>{line}<div class="b2">{TEXT}</div></section>')).values["section"]

    assert section(line) == "Білім"
    assert section(line.replace("Білім", "12 рет")) == "Саясат"


@pytest.mark.parametrize(
    ("shown", "section"),
    [
        (menu(marked=1), "Мәдениет"),
        (menu(marked=1, mark=' class="active-trail"'), "Мәдениет"),
        (menu(marked=1, mark=' class="item selected"'), "Мәдениет"),
        (menu(), ""),
        (menu('class="slides"', marked=1), ""),
        (menu('class="lang-menu"', marked=1), ""),
        (menu(marked=1).replace("Мәдениет", "Қазақша"), ""),
        (menu(marked=1) + menu('class="foot-menu"', marked=0), ""),
        ('<ul class="main-menu"><li class="active"><a href="/madeniet/">Мәдениет</a></li></ul>', ""),
    ],
    ids=["active", "Drupal's", "Bitrix's", "none", "no menu", "languages", "a language", "two", "one link"],
)
def test_a_menu_marks_the_section_that_is_open(shown: str, section: str) -> None:
    assert read(page(f"<div>{shown}</div>", main=article())).values["section"] == section


@pytest.mark.parametrize(("second", "section"), [("Lat", ""), ("Кириллица", ""), ("Мәдениет", "Мәдениет")])
def test_scripts_behind_the_way_home_are_no_section(second: str, section: str) -> None:
    row = f'<div><a href="/">derek</a> <a href="/kk/7">Кир</a> <a href="/qz/7">{second}</a></div>'
    assert read(page(row, main=article())).values["section"] == section


@pytest.mark.parametrize(
    ("way", "section"),
    [
        ('<a href="/">Дерек газеті</a> &gt; <a href="/resmi/">Ресми</a> &gt; ', "Ресми"),
        ('<a href="/">Дерек газеті</a> &gt; ', ""),
        ('<a href="/oner/">Өнер</a> &gt; <a href="/resmi/">Ресми</a> &gt; ', ""),
    ],
    ids=["home and a section", "home alone", "two sections"],
)
def test_the_way_before_a_printed_headline_ends_with_its_section(way: str, section: str) -> None:
    main = f'<table><tr><td>{way}<font size="4"><b>{TITLE}</b></font></td></tr><tr><td>{TEXT}</td></tr></table>'
    assert read(page(main=main)).values["section"] == section


@pytest.mark.parametrize(("said", "section"), [("Толығырақ", ""), ("Instagram", ""), ("Мәдениет", "Мәдениет")])
def test_a_link_to_read_on_or_to_a_network_is_no_section(said: str, section: str) -> None:
    assert told(f'<div>2 қараша 2025 <a href="/category/7">{said}</a></div>')["section"] == section


@pytest.mark.parametrize(("said", "section"), [("Толық мәтін", ""), ("تولىق ءماتىن", ""), ("Толық нұсқа", "Толық нұсқа")])
def test_a_link_from_a_short_page_to_the_whole_text_is_no_section(said: str, section: str) -> None:
    over = f'<div class="back"><a href="/n/4711">{said}</a>{{}}</div><div>2 қараша 2025</div>'
    assert told("", over=over.format(""))["section"] == section
    if not section:
        assert told("", over=over.format(' <a href="/madeniet">Мәдениет</a>'))["section"] == "Мәдениет"


@pytest.mark.parametrize(("home", "section"), [("Басты бет", ""), ("Мәдениет", "Мәдениет")])
def test_the_way_home_by_a_file_s_name_is_no_section(home: str, section: str) -> None:
    over = f'<div class="breadcrumb"><a href="../start.html">{home}</a></div>'
    assert told("<div>2 қараша 2025</div>", over=over)["section"] == section


@pytest.mark.parametrize(
    ("row", "section"),
    [
        ('<a href="index.php">Басты бет</a> / <a href="index.php?p=ruh">Руханият</a>', "Руханият"),
        ('<a href="index.php">Басты бет</a> | <a href="index.php?p=ruh">Руханият</a>', ""),
        ('<a href="index.php">Басты бетке</a> :: <a href="#top">Жоғары</a>', ""),
    ],
    ids=["a way", "a menu", "back to the top"],
)
def test_a_row_with_home_by_its_file_is_the_way_where_a_sign_says_so(row: str, section: str) -> None:
    assert told("<div>2 қараша 2025</div>", over=f'<div class="put">{row}</div>')["section"] == section


@pytest.mark.parametrize(("stated", "section"), [("Derek", "Ауыл"), ("Мәдениет", "Мәдениет")])
def test_the_site_s_name_in_microdata_is_no_section(stated: str, section: str) -> None:
    way = f'<div class="kr"><span itemprop="articleSection">{stated}</span> › <a href="/k/2">Ауыл</a></div>'
    assert told("<div>2 қараша 2025</div>", over=way)["section"] == section


def test_crumbs_may_be_named_by_the_signs_between_them() -> None:
    sign = '<span class="t758__breadcrumb-divider">→</span>'
    items = "".join(f"<li>{said}{sign}</li>" for said in ('<div><a href="/">Басты бет</a></div>', '<div><a href="/press">Өндіріс</a></div>'))
    way = f"<div class='t758'><ul>{items}<li>{TITLE}</li></ul></div><div>{'<p>Басылым</p>' * 9}</div>"
    assert read(page(way, main=article())).values["section"] == "Өндіріс"
    assert read(page(way.replace("breadcrumb-divider", "x"), main=article())).values["section"] == ""


@pytest.mark.parametrize(("here", "section"), [("Орналасқан орныңыз", "Ауыл"), ("Редакция мекенжайы", "")])
def test_a_line_says_where_its_reader_is(here: str, section: str) -> None:
    over = f'<div class="wz">{here}: <a href="../../">Бас бет</a> &gt;&gt; <a href="../">Ауыл</a> &gt;&gt;</div>'
    assert told("<div>2 қараша 2025</div>", over=over)["section"] == section


@pytest.mark.parametrize(("line", "section"), [("АУЫЛ МЕН АДАМ", "АУЫЛ МЕН АДАМ"), ("СЕЙІТ АБАЙ", "")])
def test_two_things_joined_in_capitals_are_no_person(line: str, section: str) -> None:
    assert told("<div>2 қараша 2025</div>", over=f"<div><b>{line}</b></div>")["section"] == section


def test_a_menu_with_the_word_for_section_announces_none() -> None:
    line = '<div><a href="/index.php?r=1">Ресми бөлім</a> | <a href="/index.php?r=2">Саясат</a></div>'
    assert read(page(line, main=f"<div><p>Саясат</p>{article(date='')}</div>")).values["section"] == "Саясат"


@pytest.mark.parametrize(("cell", "section"), [("Мәдениет", "Мәдениет"), ("Біздің айтарымыз бар, оқырман", "")])
def test_a_cell_over_the_date_says_what_the_menu_says(cell: str, section: str) -> None:
    main = f"<table><tr><th>{cell}</th></tr><tr><td><span>2 қараша 2025 ж., 09:05</span><h2>{TITLE}</h2>{TEXT}</td></tr></table>"
    assert read(page(menu(), main=main)).values["section"] == section


@pytest.mark.parametrize(("stated", "section"), [("Басты жаңалық", "Басты жаңалық"), ("Мәдениет", "Мәдениет"), ("Спорт", "Мәдениет"), ("", "Мәдениет")])
def test_of_several_that_are_shown_the_one_that_the_head_states_is_the_section(stated: str, section: str) -> None:
    links = '<div><a class="category" href="/c/1">Басты жаңалық</a> <a class="category" href="/c/2">Мәдениет</a></div>'
    head = f'<meta property="article:section" content="{stated}">' if stated else ""
    assert read(page(main=f"<div>{links}{article()}</div>", head=head)).values["section"] == section


@pytest.mark.parametrize(("stated", "crumb", "section"), [("news", "Қоғам", "Қоғам"), ("news", "", "news"), ("Саясат", "Қоғам", "Саясат")])
def test_the_head_s_list_of_everything_is_not_the_section_where_a_crumb_is_narrower(stated: str, crumb: str, section: str) -> None:
    trail = f'<ol class="breadcrumb"><li><a href="/">Басты бет</a></li><li><a href="/q">{crumb}</a></li></ol>' if crumb else ""
    assert read(page(trail, head=f'<meta name="articleSection" content="{stated}">')).values["section"] == section


@pytest.mark.parametrize(("said", "section"), [("Ғылыми жұмыс және халықаралық байланыстар департаменті", "Ғылым"), ("Халықаралық байланыстар", "Халықаралық байланыстар")])
def test_a_department_with_a_long_name_is_no_section(said: str, section: str) -> None:
    trail = '<div class="crumbs"><a href="/">Басты бет</a> / <a href="/g/">Ғылым</a></div>'
    assert told("", f"<div><i></i> Бөлім: {said}</div>", over=trail)["section"] == section


@pytest.mark.parametrize(("items", "section"), [(6, "Мәдениет"), (1, "Шымкент")])
def test_an_item_of_a_long_list_over_the_headline_is_a_menu_s(items: int, section: str) -> None:
    """The menu's box was never closed, and nothing names it."""
    cities = ("Шымкент", "Тараз", "Семей", "Орал", "Ақтау", "Атырау")[:items]
    listed = "".join(f'<li><a href="/category/{at}">{city}</a>' for at, city in enumerate(cities))
    over = '<div><a href="/category/madeniet">Мәдениет</a></div>' if items > 1 else ""
    found = read(page(main=f'<div><ul>{listed}</ul>{over}<h1>{TITLE}</h1><p>2 қараша 2025</p><div class="b2">{TEXT}</div></div>'))
    assert found.values["section"] == section


@pytest.mark.parametrize(("address", "section"), [("/c/aimaq", "Аймақ"), ("/c/other", "")])
def test_a_link_over_the_headline_of_a_page_without_boxes_is_what_the_menu_says(address: str, section: str) -> None:
    menu = '<nav><a href="/c/aimaq">Аймақ</a><a href="/c/sport">Спорт</a></nav>'
    over = f'<kz-chip><a href="{address}">Аймақ</a></kz-chip>'
    assert read(f"<body>{menu}{over}<h1>{TITLE}</h1>{TEXT}</body>").values["section"] == section


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ('<div class="post-meta">954 қаралым, 14 мамыр 2013, 17:06</div>', "Кәсіп"),
        ('<div class="b5">954 адам жинаған 14 мешок</div>', ""),
    ],
)
def test_a_line_about_the_article_may_stand_between_section_and_headline(line: str, section: str) -> None:
    assert read(page(main=f"<article><div>Кәсіп{line}<h1>{TITLE}</h1>{TEXT}</div></article>")).values["section"] == section


@pytest.mark.parametrize(("sign", "section"), [("→", "Білім"), ("»", "Білім"), ("|", ""), ("", "")])
def test_a_menu_with_an_arrow_between_home_and_a_section_is_the_way(sign: str, section: str) -> None:
    way = f'<div class="nav-str"><a href="/kk/">Басты</a> {sign} <a href="/kk/cat/bilim/">Білім</a></div>'
    assert read(page(main=f'<div class="c">{way}<h1>{TITLE}</h1><div class="t">{TEXT}</div></div>')).values["section"] == section


@pytest.mark.parametrize("said", ["7 минуттық оқу", "3 минуттық оқылым"])
def test_the_time_that_reading_takes_is_no_section(said: str) -> None:
    assert not told(f'<div class="by"><span>Айгүл Серік</span> · <time>2 қараша 2025, 14:20</time> · {said}</div>')["section"]


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ('<a href="/index.php?view=section&amp;id=1">Жаңалықтар</a> - <a href="/index.php?view=category&amp;id=3">Ауыл өмірі</a>', "Ауыл өмірі"),
        ('<span><a href="/oner">Өнер</a> – </span><span><a href="/oner/teatr">Театр</a></span>', "Театр"),
        ('<a href="/oner">Өнер</a> - <a href="/sport">Спорт</a>', ""),
        ('<a href="/oner">Өнер</a> <a href="/oner/teatr">Театр</a>', ""),
        ('<a href="/oner">Өнер</a> - <a href="/oner/teatr">Театр</a> - сахна', ""),
        ('<a href="/oner">Өнер</a> - <a href="/oner/12">2 қараша</a>', ""),
    ],
    ids=["Joomla", "a folder", "no list of the other", "no dash", "more words", "a day"],
)
def test_a_section_and_its_part_under_the_headline(line: str, section: str) -> None:
    main = f"<div><h1>{TITLE}</h1><table><tr><td>{line}</td></tr><tr><td>Дүйсенбі, 2 қараша 2025</td></tr></table><div>{TEXT}</div></div>"
    assert read(page(main=main)).values["section"] == section


CARD = '<div class="c"><div><a href="/n/{0}">Өзен жағасында {0} үй салынды</a></div><ul><li><a href="/category/x/" rel="category tag" class="cat">{1}</a></li></ul></div>'
WAY = '<div class="breadcrumbs"><a href="/">Басты бет</a> » <a href="/category/auyl/">Ауыл</a> » ' + TITLE + "</div>"


def test_what_stands_over_the_way_to_a_page_is_not_said_of_its_article() -> None:
    def section(way: str, filed: tuple[str, ...] = ("Нарық", "Банк", "Нарық")) -> object:
        cards = "".join(CARD.format(at, said) for at, said in enumerate(filed))
        return read(page(main=f'{cards}<div>{way}<h1>{TITLE}</h1><div>2 қараша 2025</div><div class="b2">{TEXT}</div></div>')).values["section"]

    assert section(WAY) == "Ауыл"
    assert section('<div class="cat"><a href="/category/auyl/">Ауыл</a></div>') == "Ауыл"  # it shares the headline's box
    assert section(WAY, ("Нарық",)) == "Нарық"  # the one that is shown


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("November 2, 2025 at 10:30 AM PT (1:30 PM ET)", ""),
        ("Published 10:30 AM EST, November 2, 2025", ""),
        ("2 қараша 2025, 14:20 (Астана уақыты)", ""),
        ("2 қараша 2025, 14:20 ALMT | Спорт", "Спорт"),
        ("Спорт (2 қараша 2025, 14:20)", "Спорт"),
        ("2 қараша 2025, 14:20 | Намаз уақыты", "Намаз уақыты"),
    ],
)
def test_where_an_hour_is_that_is_no_section(line: str, section: str) -> None:
    assert told(f'<div class="k2">{line}</div>')["section"] == section


RUBRICS = "".join(f'<li><a href="/category/{at}/">{said}</a></li>' for at, said in enumerate(("Саясат", "Қоғам", "Спорт")))


@pytest.mark.parametrize(
    ("kicker", "line", "section"),
    [
        ("", '<a href="/category/2/">Спорт</a>', "Спорт"),
        ('<a href="/category/9/">Жаңалықтар</a>', '<a href="/category/2/">Спорт</a>', "Спорт"),
        ('<a href="/category/1/">Қоғам</a>', "", "Қоғам"),
    ],
    ids=["in the article", "all news over the headline", "over the headline"],
)
def test_of_a_short_menu_and_an_article_the_article_names_its_section(kicker: str, line: str, section: str) -> None:
    main = f'<ul class="mm">{RUBRICS}</ul><article><div>{kicker}<h1>{TITLE}</h1></div><p>{line} 2 қараша 2025</p><div class="b2">{TEXT}</div></article>'
    assert read(page(main=main)).values["section"] == section


@pytest.mark.parametrize("items", [2, 8], ids=["a list beside the headline", "a menu"])
def test_a_list_within_a_menu_is_a_part_of_it(items: int) -> None:
    def entry(at: int) -> str:
        inner = "".join(f'<li><a href="/rubric/{at}/{n}">Көктемгі егіс {at}{n}</a></li>' for n in range(2))
        return f'<li><a href="/rubric/{at}">Айдар{"абвгдежз"[at]}</a><ul>{inner}</ul></li>'

    menu = f"<ul>{''.join(map(entry, range(items)))}</ul>"
    line = '<div class="rb">Айдарб</div><div>2 қараша 2025</div>'
    found = read(page(main=f'{menu}<div>{line}<h1>{TITLE}</h1><div class="b2">{TEXT}</div></div>')).values["section"]
    assert (found == "Айдарб") == (items > 4)


@pytest.mark.parametrize(("tag", "section"), [("section", "Мәдениет"), ("div", "")])
def test_a_line_that_a_menu_says_behind_a_box_of_another_kind(tag: str, section: str) -> None:
    cards = f'<{tag}><a href="/n/1">Өзен жағасында жаңа үй салынды</a><a href="/n/2">Бау-бақшаға су жетті</a></{tag}>'
    main = f'{cards}<div class="r">Мәдениет</div><h2>{TITLE}</h2><div class="b2">{TEXT}</div>'
    assert read(page(menu(), main=main)).values["section"] == section


@pytest.mark.parametrize(
    ("over", "section"),
    [
        ('<span class="l">Мәдениет</span><span class="l l2">Театр</span>', "Мәдениет"),
        ('<span class="l">Көркем</span><span class="l l2">Театр</span>', ""),
        ("<b>М</b>әдениет", "Мәдениет"),
        ('<span class="l">Мәдениет</span>', "Мәдениет"),
    ],
    ids=["one of a menu", "none of a menu", "a letter of its own", "a label alone"],
)
def test_of_labels_that_touch_the_one_that_a_menu_says_is_the_section(over: str, section: str) -> None:
    main = f'<div class="pg"><div class="cl">{over}<h1>{TITLE}</h1><div class="b2">{TEXT}</div></div></div>'
    assert read(page(menu("class='q'"), main=main)).values["section"] == section


@pytest.mark.parametrize(("box", "section"), [("news-section", "Қатысу"), ("elementor-section", ""), ("t-section__box", "")])
def test_what_page_builders_call_a_section_is_a_part_of_a_page(box: str, section: str) -> None:
    button = f'<section class="{box}"><a href="/join/">Қатысу</a></section>'
    assert read(page(main=f'{button}<div class="w"><h1>{TITLE}</h1></div><div class="b2">{TEXT}</div>')).values["section"] == section


@pytest.mark.parametrize(
    ("kicker", "section"),
    [
        ('<h2 class="e-title">Хабарландыру</h2>', "Хабарландыру"),
        ("<h2>Хабарландыру</h2>", ""),
        ('<h2 class="e-title">Derek</h2>', ""),
        ('<h2 class="e-title"><a href="/n/4">Диірмен іске қосылды</a></h2>', ""),
        ('<h2 class="e-title">Ауыл 2025</h2>', ""),
    ],
    ids=["of its class", "of none", "the site", "a link", "a figure"],
)
def test_a_short_heading_over_the_headline_that_looks_alike_is_the_section(kicker: str, section: str) -> None:
    boxes = f'<div class="w"><div class="c">{kicker}</div></div><div class="w"><div class="c"><h1 class="e-title">{TITLE}</h1></div></div>'
    head = '<meta property="og:site_name" content="Derek">'
    for main in (f'{boxes}<div class="b2">{TEXT}</div>', f'<div>{boxes}<div class="b2">{TEXT}</div></div>'):
        assert read(page(main=main, head=head)).values["section"] == section


OTHER = "Өзен жағасында жиырма үй салынды"


@pytest.mark.parametrize(
    ("card", "section"),
    [
        (f'<a href="/n/7"><div class="cat">Нарық</div><div>{OTHER}</div><div>Айжан Серік · 3 қазан 2025</div></a>', ""),
        (f'<div><span class="category">Нарық</span><h3><a href="/n/7">{OTHER}</a></h3></div>', ""),
        (f'<div><div class="category">Нарық</div><a href="/n/7"><h3>{OTHER}</h3></a></div>', ""),
        ('<div><div class="category">Нарық</div><a href="/t/7">Өзен жағасындағы жаңа үйлер</a></div>', "Нарық"),
        (f'<div><div class="category">Нарық</div><h3><a href="/n/7">{TITLE}</a></h3></div>', "Нарық"),
        ('<div><div class="category">Нарық</div><h3>Бөлісіңіз</h3></div>', "Нарық"),
        ('<a href="/narik"><div class="category">Нарық</div></a>', "Нарық"),
    ],
    ids=["a link over all", "a linked heading", "a heading in a link", "a tag", "its own headline", "a plain heading", "a link to it"],
)
@pytest.mark.parametrize("over", [True, False])
def test_the_section_on_a_card_is_that_of_its_headline(card: str, section: str, *, over: bool) -> None:
    shown = f"<h1>{TITLE}</h1><div>2 қараша 2025</div><div>{TEXT}</div>"
    assert read(page(main=f"<div>{card}{shown}</div>" if over else f"<div>{shown}{card}</div>")).values["section"] == section


def test_cards_over_a_headline_leave_its_own_section() -> None:
    cards = "".join(f'<div><span class="cat">Нарық</span><h3><a href="/n/{at}">{OTHER} {at}</a></h3></div>' for at in range(2))
    main = f'{cards}<div class="cat"><a href="/auyl/">Ауыл</a></div><h1>{TITLE}</h1><div>2 қараша 2025</div><div>{TEXT}</div>'
    assert read(page(main=f"<div>{main}</div>")).values["section"] == "Ауыл"


@pytest.mark.parametrize(
    ("column", "over", "row", "section"),
    [
        ("", "Ауыл мектебі", "", "Ауыл мектебі"),
        ("<td>Редакция: Абай көшесі, 4. Газет аптасына екі рет, сәрсенбі мен сенбі күндері шығады.</td>", "Ауыл мектебі", "", "Ауыл мектебі"),
        ("<td>Редакция: Абай көшесі, 4. Газет аптасына екі рет, сәрсенбі мен сенбі күндері шығады. Оқымаймын</td>", "", "", ""),
        ("<td><div>Газет аптасына екі рет, сәрсенбі мен сенбі күндері ғана шығады, таралымы екі мың дана</div><div>Оқымаймын</div></td>", "", "", ""),
        ("", "", "<td>27</td>", ""),
    ],
    ids=["one column", "beside a column", "no line", "the last of a column", "a cell with a day"],
)
@pytest.mark.parametrize("headline", [f"<h1>{TITLE}</h1>", TITLE])
def test_a_line_over_the_table_of_an_article_is_its_section(column: str, over: str, row: str, section: str, headline: str) -> None:
    line = over and f"<div>{over}</div>"
    rows = f"<tr>{row}<td>{headline}</td></tr><tr><td>2 қараша 2025</td></tr><tr><td>{TEXT}</td></tr>"
    main = f"<table><tr>{column}<td>{line}<table>{rows}</table></td></tr></table>"
    assert read(page(main=main)).values["section"] == section


@pytest.mark.parametrize("lines", ["<br>", "<br><br>"])
def test_a_headline_with_a_bold_lead_in_one_cell_has_its_section_over_it(lines: str) -> None:
    lead = "Көктемде өзен мұзына шығуға уақытша тыйым салынды. Мұз қалыңдығы небәрі төрт сантиметр."
    cell = f"<font size=1>Оқиға / 2 қараша 2025</font><br><font size=4><b>{TITLE}</b></font>{lines}<b>{lead}</b><br><br>{TEXT}"
    friends = '<a href="http://derek.kz/" target="_blank">Облыстық кітапхана</a><br><a href="http://derek.kz/t">Драма театры</a>'
    menu = '<tr><td><a href="/?c=1">Оқиға</a></td></tr><tr><td><a href="/?c=2">Мұнай</a></td></tr>'
    found = read(page(main=f"<table><tr><td><table>{menu}</table></td><td>{cell}</td><td>{friends}</td></tr></table>")).values
    assert (found["title"], found["section"]) == (TITLE, "Оқиға")


@pytest.mark.parametrize("label", ["<span>ЖЕДЕЛ</span>", "<i>№ 4</i>"])
def test_a_label_at_the_headline_s_edge_is_no_part_of_it(label: str) -> None:
    style, home = "<style>.n-ttl{font:bold 25px Arial}</style>", '<meta property="og:url" content="https://derek.kz">'
    main = f'<div><div class="n-ttl">{TITLE}{label}</div><div class="i1">2 қараша 2025, 14:20</div><div class="b2">{TEXT}</div></div>'
    assert read(page(main=main, head=style)).values["title"] == TITLE
    assert read(page(main=main, head=style + home)).values["title"] == TITLE
    named = home + f'<meta property="og:title" content="{TITLE}">'
    assert read(page(main=main, head=style + named)).values["title"] != TITLE, "the head speaks of the home page"


@pytest.mark.parametrize(
    ("address", "beside", "section"),
    [
        ("/zhanalyq/", "ДерекАқпарат", "Ауыл өмірі"),
        ("/oner/", "ДерекАқпарат", "ДерекАқпарат"),
        ("/zhanalyq/", "Мәдениет", "Мәдениет"),
        ("/", "ДерекАқпарат", "ДерекАқпарат"),
    ],
    ids=["its folder", "another folder", "what the menu says", "home"],
)
def test_the_folder_of_the_page_is_its_section_before_what_no_link_says(address: str, beside: str, section: str) -> None:
    over = f'<div><a href="{address}">Ауыл өмірі</a></div>'
    line = f"<div><span>{beside}</span> <span>2 қараша 2025</span></div>"
    main = f'<div>{over}<h1>{TITLE}</h1>{line}<div class="b2">{TEXT}</div></div>'
    assert read(page(f"<header>{menu()}</header>", main=main)).values["section"] == section


@pytest.mark.parametrize(
    ("name", "section"), [("src", "Өнер"), ("news_source", "Өнер"), ("rubric", "ДерекАқпарат"), ("c", "ДерекАқпарат"), ("srcset", "ДерекАқпарат")]
)
def test_what_calls_itself_the_source_is_no_section(name: str, section: str) -> None:
    line = f'<div><span class="{name}">ДерекАқпарат</span> <span>2 қараша 2025</span></div>'
    assert told(line, over='<div><a href="/oner/">Өнер</a></div>')["section"] == section
