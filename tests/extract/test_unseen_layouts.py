# ruff: noqa: E501
"""What pages say in places and markup that nobody here had seen, rule by rule, each with a page on which the rule must do nothing."""

from __future__ import annotations

from typing import Any

import pytest

from kznews.extract.people.names import abbreviates
from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read

TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
AUTHOR = "Айгүл Серікқызы"
LINE = "Бұл сөйлем көпір туралы емес, көршілес ауылдағы жаңа мектептің ашылуы туралы айтады."


def values(*, over: str = "", text: str = TEXT, under: str = "", behind: str = "", before: str = "", head: str = "") -> dict[str, Any]:
    """Return what is read of an article with lines over its text, under it and behind its box."""
    box = f'<div class="m"><h1>{TITLE}</h1>{over}<div class="b2">{text}</div>{under}</div>{behind}'
    return read(page(before, main=box, head=head)).values


SENT = 'Жіберілген: 02.11.2025 14:20 &nbsp; Topic: <a href="/m?t=7">Заң</a> &nbsp; (412 reads)'


def in_table(line: str) -> dict[str, Any]:
    text = "<br><br>".join(PARAGRAPHS)
    links = "<br>".join(f'<a href="/a{at}">Аудандағы {at}-мектепте жөндеу жұмысы аяқталды</a>' for at in range(100, 120))
    table = f"<table><tr><td><b>{TITLE}</b></td></tr><tr><td>{line}<br><br>{text}</td></tr></table>"
    return read(page(main=f"<table><tr><td>{table}</td><td>{links}</td></tr></table>")).values


def test_a_line_of_labels_that_ends_with_a_count_is_the_dateline() -> None:
    found = in_table(SENT)
    assert (str(found["published_at"])[:16], found["section"], found["body"]) == ("2025-11-02 14:20", "Заң", list(PARAGRAPHS))
    other = "Өтетін күні: 12.11.2025 15:00, мекенжайы: Абай көшесі (2-қабат)"
    assert in_table(other)["body"] == [other, *PARAGRAPHS]


TRANSLATOR = f"<div>Аударған: {AUTHOR}</div>"


def test_a_translator_in_the_author_s_line_is_the_author_where_nobody_else_is() -> None:
    assert values(over=TRANSLATOR)["authors"] == [AUTHOR]
    assert values(over=f"<div>Автор: Думан Әлі</div>{TRANSLATOR}")["authors"] == ["Думан Әлі"]
    assert values(text=TEXT + TRANSLATOR)["authors"] == []


@pytest.mark.parametrize(
    ("figures", "value"), [("<i>502</i><i>.14</i>", "502.14"), ("<i>502</i><i>,1</i>", "502.1"), ("<i>502.1</i><i>.14</i>", "502.1"), ("<i>502</i><i>. 1</i>", "502")]
)
def test_decimals_in_an_element_of_their_own_belong_to_their_figure(figures: str, value: str) -> None:
    rows = f"<div><div>USD</div><div>{figures}</div></div><div><div>EUR</div><div>603.2</div></div>"
    assert str(read(page(f'<div class="top">{rows}</div>')).rates[0].value) == value


def flags(*rows: str) -> str:
    return f'<div class="x1">{"".join(f"<div><span>{flag}</span><b>{figure}</b></div>" for flag, figure in (row.split() for row in rows))}</div>'


def test_flags_drawn_as_letters_are_currencies_where_the_dollar_is_among_them() -> None:
    rates = read(page(flags("🇺🇸 535.9", "🇪🇺 623.4", "🇷🇺 6.7"))).rates
    assert [(rate.currency, str(rate.value)) for rate in rates] == [("USD", "535.9"), ("EUR", "623.4"), ("RUB", "6.7")]
    line = "<header><div>🇺🇸 535.9 ₸ 🇪🇺 623.4 ₸ 🇷🇺 6.7 ₸</div></header>"
    assert [(rate.currency, str(rate.value)) for rate in read(page(line)).rates] == [(rate.currency, str(rate.value)) for rate in rates]
    assert read(page(flags("🇨🇳 40", "🇬🇧 14", "🇹🇷 3"))).rates == []  # medals
    assert read(page(flags("🇺🇸 40", "🇨🇳 40", "🇬🇧 14"))).rates == []
    assert read(page(flags("🇰🇿 535.9", "🇯🇵 623.4", "🇩🇪 6.7"))).rates == []


CRUMBS = '<div class="crumbs"><a href="/">Басты бет</a> / <a href="/a">Аймақ</a></div>'


@pytest.mark.parametrize(
    ("stated", "crumbs", "section"), [("news", CRUMBS, "Аймақ"), ("Жаңалықтар", CRUMBS, "Аймақ"), ("Қоғам", CRUMBS, "Қоғам"), ("news", "", "news")]
)
def test_a_list_of_everything_in_the_head_gives_way_to_crumbs(stated: str, crumbs: str, section: str) -> None:
    assert values(before=crumbs, head=f'<meta property="article:section" content="{stated}">')["section"] == section


@pytest.mark.parametrize(("last", "section"), [("Qaz", ""), ("Аймақ", "Аймақ")])
def test_languages_are_no_crumbs(last: str, section: str) -> None:
    line = f'<div class="flex"><a href="/kk">Қаз</a><a href="/ru">Рус</a><a href="/qq">{last}</a></div>'
    assert values(before=line)["section"] == section


@pytest.mark.parametrize(
    ("line", "section"), [('<a href="/l">Ұзақ оқу</a> · № 14', "Ұзақ оқу"), ('<a href="/2025">2025</a> · № 14', ""), ("Шілде № 14", "")]
)
def test_a_link_beside_a_number_over_the_headline_is_the_section(line: str, section: str) -> None:
    main = f'<div><div class="head"><div class="k1">{line}</div><h1>{TITLE}</h1></div><div class="b2">{TEXT}</div></div>'
    assert read(page(main=main)).values["section"] == section


def test_a_table_of_contents_is_no_trail() -> None:
    contents = "".join(f'<li><a href="{{}}{at}">{name}</a></li>' for at, name in enumerate(("Жол", "Су", "Жел")))
    assert values(over=f"<ol>{contents.replace('{}', '#')}</ol>")["section"] == ""
    assert values(over=f"<ol>{contents.replace('{}0', '/').replace('{}', '/s')}</ol>")["section"] == "Жел"


@pytest.mark.parametrize(("said", "section"), [("Тағы көріңіз", ""), ("Аймақ", "Аймақ")])
def test_what_asks_its_reader_is_no_section(said: str, section: str) -> None:
    assert values(under=f'<div class="section-title">{said}</div>')["section"] == section


def labelled(under: str) -> list[str]:
    box = f'<div class="r"><div class="h"><div><b>Тағы бір әңгіме</b></div></div>{under}</div>'
    return list(values(text=f"<p>{PARAGRAPHS[0]}</p>{box}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>")["body"])


def test_a_label_in_boxes_of_its_own_goes_with_its_links() -> None:
    cards = "".join(f'<div><a href="/n/{at}">Аудандағы {at}-мектепте жөндеу жұмысы аяқталды</a></div>' for at in range(3))
    assert labelled(cards) == list(PARAGRAPHS)
    assert labelled(f"<p>{LINE}</p>") == [PARAGRAPHS[0], "Тағы бір әңгіме", LINE, *PARAGRAPHS[1:]]


def records(*inner: str) -> list[str]:
    """Return the text of a page whose builder puts each part into a box of one kind."""
    parts = (*(f"<div>{text}</div>" for text in PARAGRAPHS), *inner)
    return list(values(text="".join(f'<div class="rec"><div class="t">{part}</div></div>' for part in parts))["body"])


def test_a_field_is_no_part_of_an_article_in_boxes_of_one_kind() -> None:
    asked = "<div>Жаңа хикаяларды алғыңыз келе ме?</div>"
    assert records(f'{asked}<form><div><input type="text"></div><button>Жазылу</button></form>') == list(PARAGRAPHS)
    assert records(f"<div>{LINE}</div><button>Көру</button>") == [*PARAGRAPHS, LINE]


@pytest.mark.parametrize(("role", "authors"), [("редактор", [AUTHOR]), ("тілші", [AUTHOR]), ("әкім", [])])
def test_a_post_right_behind_a_name_in_its_line_tells_the_author(role: str, authors: list[str]) -> None:
    assert values(under=f'<div class="a7"><i></i><div><b>{AUTHOR}</b><span>{role}</span></div></div>')["authors"] == authors


def test_who_made_text_and_pictures_is_the_author_and_who_made_pictures_is_not() -> None:
    assert values(over=f"<div>Мәтін мен сурет: {AUTHOR}<br>2 қараша 2025</div>")["authors"] == [AUTHOR]
    assert values(over=f"<div>Сурет: {AUTHOR}<br>2 қараша 2025</div>")["authors"] == []


@pytest.mark.parametrize("initials", ["АС", "А"])
def test_initials_in_place_of_a_portrait_are_no_part_of_a_name(initials: str) -> None:
    line = f"<div{{}}><span><span>{initials}</span></span><span>{AUTHOR}</span></div>"
    assert values(over=line.format(""))["authors"] == values(over=line.format(' class="author"'))["authors"] == [AUTHOR]


@pytest.mark.parametrize(("said", "expected"), [("АС", True), ("А", True), ("АД", False), ("ас", False), ("", False), ("АСД", False)])
def test_initials_are_the_first_letters_of_a_name(said: str, expected: bool) -> None:  # noqa: FBT001
    assert abbreviates(said, AUTHOR) is expected


def spilt(*lines: str) -> list[str]:
    """Return the text of a box that is closed by an end tag too many behind each of its last lines."""
    bare = "".join(f"<div><br></div><b>{line}</b></div>" for line in lines)
    return list(read(page(main=f'<div><div><div class="n1"><div class="n2"><h1>{TITLE}</h1><div class="n3">{TEXT}</div>{bare}')).values["body"])


def test_a_text_runs_on_behind_an_end_tag_too_many() -> None:
    lines = [f"{at}. {LINE}" for at in range(1, 5)]
    assert spilt(*lines) == [*PARAGRAPHS, *lines]


def test_a_bare_line_or_two_and_links_behind_a_text_are_none_of_it() -> None:
    note = "Бұл сөйлем парақтың аяғында жалғыз тұр, сондықтан мәтінге жатпайды."
    outside = f'<div><div class="n1"><h1>{TITLE}</h1><div class="n2">{TEXT * 2}</div></div>{{}}</div>'
    assert note not in read(page(main=outside.format(note))).values["body"]
    links = "<br><br>".join(f'<a href="/n/{at}">{LINE}</a> Айқын газетінің тілшісі хабарлайды.' for at in range(4))
    assert len(read(page(main=outside.format(links))).values["body"]) == len(PARAGRAPHS) * 2


def behind(*lines: str) -> dict[str, Any]:
    return values(behind="".join(lines))


TAGS = '<div class="tags">Тегтер: <a href="/tag/k">көпір</a></div>'


def test_lines_about_an_article_may_stand_right_behind_its_box() -> None:
    found = behind('<div class="date">02.11.2025</div>', "<div>Қаралған: 96</div>", TAGS, f'<div class="author">Автор: {AUTHOR}</div>')
    assert (found["authors"], found["views"], found["section"]) == ([AUTHOR], 96, "")
    assert behind(f"<p>{LINE}</p>", f'<div class="author">Автор: {AUTHOR}</div>')["authors"] == []
    assert behind('<div class="meta">Тақырып: <a href="/category/k">Көпір</a></div>')["section"] == ""


def dated(box: str) -> str:
    first, *rest = (f"<p>{text}</p>" for text in PARAGRAPHS * 2)
    line = f'<div class="post-meta"><a href="/a/1">{AUTHOR}</a> <i>2 қараша 2025</i></div>'
    return str(values(over=line, text=f"{first}{rest[0]}{box}{''.join(rest[1:])}")["published_at"])[:10]


def test_the_date_of_a_list_amid_the_text_is_another_s() -> None:
    card = '<div class="related"><ul><li><a href="/n/1">Аудандағы мектепте жөндеу жұмысы аяқталды</a><div class="post-meta">1 қараша 2025</div></li></ul></div>'
    assert dated(card) == "2025-11-02"


def test_a_column_beside_an_opening_may_date_the_article() -> None:
    column = '<div class="sidebar"><div class="post-meta">1 қараша 2025</div></div>'
    first, *rest = (f"<p>{text}</p>" for text in PARAGRAPHS)
    assert str(values(text=f"{first}{column}{''.join(rest)}")["published_at"])[:10] == "2025-11-01"


@pytest.mark.parametrize(("name", "authors"), [("Derek", []), (AUTHOR, [AUTHOR])])
def test_the_name_of_the_site_under_a_text_signs_nothing(name: str, authors: list[str]) -> None:
    said = f"{name} Оқиғалары" if name == "Derek" else name
    head = '<meta property="og:site_name" content="Derek Оқиғалары">'
    assert values(text=f"{TEXT}<p>{said}</p>", head=head)["authors"] == authors


def test_the_small_page_itself_says_nothing_more() -> None:
    found = read(page(main=article())).values
    assert (found["section"], found["authors"], found["views"]) == ("", [], None)
