"""Which of the parts of a page's title is the headline."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kznews.extract.document import Document
from kznews.extract.headline.title import find_title
from kznews.extract.page import read_page
from kznews.spiders.any import AnyPortal

NOW = datetime(2025, 11, 20, 9, 0, tzinfo=UTC)
TEXT = "<p>Ауыл мектебінің оқушылары күзгі сенбілікте өзен жағасына екі жүз түп тал отырғызып, ескі көпірді бояп шықты.</p>" * 3
SITE = "Жаңа қадам аудандық қоғамдық газеті"


def headline(title, before):
    markup = (
        f"<html><head><title>{title}</title></head><body><main>{before}<div class='copy'>{TEXT}</div></main>"
        f"<footer><p><strong>{SITE}</strong></p></footer></body></html>"
    )
    portal = AnyPortal.declared.at("auyl.example")
    found = read_page(Document(markup.encode(), "https://auyl.example/n/tal"), portal, NOW, layouts=False)
    return found.values["title"]


@pytest.mark.parametrize(
    ("title", "before"),
    [
        (f"Тал отырғызды – {SITE}", "<h1>Тал отырғызды</h1>"),
        (f"Тал отырғызды – {SITE}", f"<div class='top'>{SITE}</div><h1>Тал отырғызды</h1>"),
    ],
)
def test_a_short_heading_is_not_beaten_by_the_longer_name_of_the_portal(title, before):
    assert headline(title, before) == "Тал отырғызды"


def test_a_longer_headline_that_is_no_heading_beats_the_name_of_the_portal_in_one():
    long = "Ауыл оқушылары өзен жағасына екі жүз түп тал отырғызды"
    assert headline(f"{long} – Жаңа қадам", f"<h1>Жаңа қадам</h1><div class='name'>{long}</div>") == long


@pytest.mark.parametrize("name", ["Auyl.example", "auyl"])
def test_a_short_heading_that_the_portals_name_follows_is_not_beaten_by_a_bold_lead(name):
    lead = "<p><b>Ауыл оқушылары өзен жағасына екі жүз түп тал отырғызды</b></p>"
    assert headline(f"Тал отырғызды - {name}", f"<h1>Тал отырғызды</h1>{lead}") == "Тал отырғызды"


def test_a_short_heading_that_is_the_portals_name_is():
    long = "Ауыл оқушылары өзен жағасына екі жүз түп тал отырғызды"
    assert headline("Жаңа қадам - Auyl.example", f"<h1>Auyl.example</h1><p><b>{long}</b></p>") == long


LONG = "Ауыл оқушылары өзен жағасына екі жүз түп тал отырғызды"
SECTION = "<div class='b1'><div>Аймақ жаңалықтары</div></div>"


def test_a_heading_in_other_words_than_the_head_beats_the_section_that_both_name():
    claimed = "Түп-түп тал: сенбілікте не болды | Аймақ жаңалықтары"
    assert headline(claimed, f"{SECTION}<h1>{LONG}</h1>") == LONG
    named = f"<h1>Жаңа қадам аудандық газеті</h1><div class='b-title'>{LONG}</div>"
    assert headline(f"{LONG} | Аймақ жаңалықтары", f"{SECTION}{named}") == LONG


def test_one_of_several_headings_is_not_taken_for_the_headline_in_other_words():
    claimed = "<title>Түп-түп тал: сенбілікте не болды | Аймақ жаңалықтары</title>"
    for more, found in (("", LONG), ("<h1>Көктемгі су тасқыны ерте басталды</h1>", "Аймақ жаңалықтары")):
        document = Document(f"{claimed}{SECTION}<h1>{LONG}</h1>{more}{TEXT}".encode(), "https://auyl.example/n/tal")
        assert find_title(document, "").text == found


def test_a_short_headline_that_is_no_heading_is_not_beaten_by_the_only_heading():
    for said, found in (("Тал отырғызды", "Тал отырғызды"), ("Аудан жаңалықтары", LONG)):
        markup = f"<title>Тал отырғызды – Аудан жаңалықтары – {SITE}</title><div class='b1'>{said}</div><h1>{LONG}</h1>{TEXT}"
        assert find_title(Document(markup.encode(), "https://auyl.example/n/tal"), "").text == found


def test_the_title_element_is_no_heading_whatever_its_attributes_say():
    markup = f"<title itemprop='name'>Түп-түп тал: сенбілікте не болды</title><h1>{LONG}</h1>{TEXT}"
    assert find_title(Document(markup.encode(), "https://auyl.example/n/tal"), "").text == LONG


@pytest.mark.parametrize("said", ["«Тал отырғызды» үшін 3 пікір", "2 comments on “Тал отырғызды”"])
def test_a_heading_over_comments_that_holds_a_short_headline_is_not_the_headline(said):
    comments = f"<div class='copy'>{TEXT}</div><h2 class='comments-title'>{said}</h2>"
    assert headline("Тал отырғызды", f"<h1>Тал отырғызды</h1>{comments}") == "Тал отырғызды"
    other = "<div class='name-title'>Оқушылар күзгі сенбілікке шықты</div>"
    assert headline("Тал отырғызды", f"<h1>Тал отырғызды</h1>{other}{comments}") == "Оқушылар күзгі сенбілікке шықты"


@pytest.mark.parametrize("named", ["site_name", "siteTitle", "site-title", "blog-title", "logotype"])
def test_the_name_of_the_portal_in_the_masthead_is_not_the_headline(named):
    masthead = f"<div class='{named}'>{SITE}</div>"
    assert headline(SITE, f"{masthead}<h3>{LONG}</h3>") == LONG
    assert headline(SITE, f"<h1 class='{named}'>{SITE}</h1><div class='b-title'>{LONG}</div>") == LONG


def test_a_headline_that_the_head_states_is_one_whatever_its_name():
    stated = f"{LONG}</title><meta property='og:title' content='{LONG}'><title>"
    assert headline(stated, f"<div class='site-title'><h1>{LONG}</h1></div><h3>Аудан газетінің бүгінгі саны</h3>") == LONG


@pytest.mark.parametrize("named", ["zag", "zagl", "news_zagolovok", "taqyryp", "takyryp_b"])
def test_a_line_that_calls_itself_title_in_russian_or_kazakh_is_the_headline(named):
    line = f"<div class='{{}}'>{LONG}</div>"
    assert headline("Қадам :: Портал", line.format(named)) == LONG
    assert headline("Қадам :: Портал", line.format("zagryzka")) == "Қадам"


NUMBERS = "<td>Өрт сөндіру - 101<br>Полиция қызметі - 102<br>Жедел жәрдем - 103<br>Вокзал анықтамасы - 96-01-31</td>"
STYLE = "</title><style>.other a{font-weight:bold} td.n1, .n2 {color:#036; font-weight: 700}</style><title>"


def in_columns(line, text=TEXT, style=""):
    """Return the headline of a page all in tables, whose head says the portal's name alone."""
    table = f"<table><tr>{NUMBERS}<td><table><tr>{line}</tr><tr><td>{text}</td></tr></table></td></tr></table>"
    return headline(f"Қадам :: Портал{style}", table)


@pytest.mark.parametrize(
    "line",
    [
        f"<td><b>{LONG}</b></td>",
        f"<td><font size=4>{LONG}</font></td>",
        f"<td><big>{LONG}</big></td>",
        f"<td style='font-size:16px'>{LONG}</td>",
        f"<td class='n1'>{LONG}</td>",
        f"<td>{LONG}</td>",
        f"<td><span style='font-weight:bold'>{LONG}</span></td></tr><tr><td>21.11.2012</td>",
        f"<td><span class='n2'>{LONG}</span></td></tr><tr><td>21.11.2012</td>",
    ],
)
def test_a_line_that_stands_out_over_the_text_is_the_headline_of_a_page_all_in_tables(line):
    assert in_columns(line, style=STYLE) == LONG


@pytest.mark.parametrize(
    "line",
    [
        f"<td>{LONG}</td></tr><tr><td>21.11.2012</td>",
        f"<td class='other'>{LONG}</td></tr><tr><td>21.11.2012</td>",
        f"<td><font size=2>{LONG}</font></td></tr><tr><td>21.11.2012</td>",
        f"<td>{LONG}.</td>",
        f"<td>{LONG} 21.11.2012</td>",
        "<td>Басты бет</td>",
        f"<td><a href='/7'>{LONG}</a></td>",
        "<td><b>Бейсенбі, 21 Қараша 2012, 04:00</b></td>",
    ],
)
def test_a_plain_line_that_is_not_right_over_the_text_or_says_more_is_none(line):
    assert in_columns(line, style=STYLE) == "Қадам"


def in_rows(cells):
    """Return a table with a cell in each row."""
    return f"<table>{''.join(f'<tr><td>{cell}</td></tr>' for cell in cells)}</table>"


POEM = "Қара бұлақ"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"Айгүл Серік. {POEM} | Қадам", POEM),
        ("Қадам порталы", "Қадам порталы"),
        ("Айгүл Серік. Көктем күйі | Қадам", "Айгүл Серік. Көктем күйі"),
    ],
    ids=["behind who wrote it", "nothing", "another"],
)
def test_a_short_line_in_the_largest_letters_is_the_headline_that_the_head_says_more_around(head, title):
    title_line = f"<font size='+3'>{POEM}</font><br><font size=2>(әңгіме)</font>"
    buttons = "<a href='/a'>А</a> <a href='/b'>Б</a>"
    assert headline(head, in_rows((title_line, buttons, TEXT))) == title


ISSUES = ["№5 (112) МАМЫР 2010 ЖЫЛ", "№ 41-42 (10 845) 2 сәуір 2011 жыл", "№7/8(1204-1205) жұма, 4 ақпан"]


@pytest.mark.parametrize("issue", ISSUES)
def test_the_number_of_a_paper_is_no_headline(issue):
    since = "<font size=1>Газет 1932 жылдың қаңтарынан бастап аптасына екі рет шығады</font>"
    rows = (f"<font size=5><b>{issue}</b></font> {since}", f"<font size=4>{LONG}</font>", TEXT)
    assert headline("Қадам газеті", in_rows(rows)) == LONG


def test_a_headline_may_begin_with_the_number_of_a_school():
    school = "№5 мектепте (112 оқушы) жаңа спорт залы ашылды"
    assert headline("Қадам газеті", in_rows((f"<font size=5>{school}</font>", TEXT))) == school


def test_several_sentences_between_a_large_line_and_the_text_are_its_lead():
    def shown(line, between):
        inner = in_rows((line, between, TEXT))
        return headline("Қадам газеті", f"<table><tr>{NUMBERS}<td>{inner}</td></tr></table>")

    lead = "Достар, бұл ертегіні бір оқушы жазыпты. Жалғасын өздерің ойлап көріңдер!"
    large = "<font size=6>Тиін неге асықпады?</font>"
    assert shown(large, f"<b>{lead}</b>") == "Тиін неге асықпады?"
    assert shown(large, f"<b>{LONG}</b>") == LONG, "one sentence"
    assert shown("Тиін неге асықпады?", f"<b>{lead}</b>") == lead, "a plain line"


def test_a_long_line_of_the_masthead_is_not_the_text_under_the_headline():
    line = "2014 ж. 14 наурыз, жұма. Ауылда күн ашық, жел солтүстіктен секундына бес метр, қысым жеті жүз елу."
    masthead = f"<div class='b3'>{SITE}</div><div class='{{}}'>{line}</div>"
    assert headline(SITE, f"{masthead.format('top_info')}<h3>{LONG}</h3>") == LONG
    assert headline(SITE, f"{masthead.format('b4')}<h3>{LONG}</h3>") == SITE, "it may be the text"


@pytest.mark.parametrize(("href", "shown"), [("#comments", True), ("#", False), ("/", False)])
def test_a_heading_with_a_link_to_the_comments_is_no_logo(href, shown):
    title = "Ауыл оқушылары өзен жағасына тал отырғызды"
    head = f"{title} :: Жаңа қадам</title><meta property='og:title' content='Жаңа қадам'><title>"
    lead = "<p><b>Мұғалімдер мен ата-аналар да күзгі сенбіліктен тыс қалған жоқ.</b></p>"
    assert (headline(head, f"<h1>{title} <a href='{href}'>(14)</a></h1>{lead}") == title) is shown


@pytest.mark.parametrize("home", ["/", "/tt/", "/kk"])
def test_a_logo_that_leads_to_an_edition_is_no_headline(home):
    logo = f"<div id='hd'><h1><a href='{home}'>{SITE}</a></h1></div>"
    assert headline(SITE, f"{logo}<h1 class='hh'>Тал отырғызды</h1>") == "Тал отырғызды"


def test_a_box_may_call_itself_title_in_three_letters():
    long = "Ауыл оқушылары өзен жағасына екі жүз түп тал отырғызды"
    assert headline(SITE, f"<div class='ttl2'>{long}</div><div>9 қыркүйек 2021</div>") == long


@pytest.mark.parametrize(("title", "shown"), [(LONG, LONG), ("Жаңа қадам", "Ең көп оқылған хабарлар")])
def test_a_heading_over_a_headline_that_is_none_gives_way_unless_that_may_be_a_name(title, shown):
    menu = "<h3>Ең көп оқылған хабарлар</h3><ul><li><a href='/1'>Диқандар қызылшаны жинап бітті</a></li></ul>"
    assert headline(title, f"{menu}<table><tr><td class='hd'>{title}</td></tr></table>") == shown


def test_a_writer_s_name_over_the_headline_is_none_though_the_head_begins_with_it():
    title = f"Мақсат Төреғали. Қара домбыра (әңгіме) - {SITE}"
    assert headline(title, "<h3><a href='/a'>Мақсат Төреғали</a></h3><h1>Қара домбыра</h1>") == "Қара домбыра"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"<div class='pst'>{LONG}</div><div>11 тамыз 2022, 10:15 <b>874</b></div>", LONG),
        (f"<div class='pst'>{LONG}.</div><div>11 тамыз 2022, 10:15</div>", ""),
        (f"<div class='pst'><a href='/7'>{LONG}</a></div><div>11 тамыз 2022, 10:15</div>", ""),
        (f"<div class='pst'>{LONG}</div><div>Айгүл Серікқызы</div>", ""),
    ],
    ids=["over the date", "a sentence", "a link", "no date"],
)
def test_where_the_head_says_the_portal_s_name_alone_the_line_over_the_date_is_the_headline(line, found):
    named = "Қадам</title><meta property='og:site_name' content='Қадам'><title>"
    card = "<div class='g'><a href='/8'>Аудан орталығында көпір салынды</a><p>Жұмыс күзге дейін бітеді.</p></div>"
    assert headline(named, f"{card}{line}") == found


@pytest.mark.parametrize(
    ("shown", "title"),
    [
        ("Үйдің әр 100 м<sup>2</sup> жері неге қымбат", "Үйдің әр 100 м2 жері неге қымбат"),
        ("Зауыт күніне 500 м<sup>3</sup> су алады", "Зауыт күніне 500 м3 су алады"),
        ("Ғалымдар 10<sup>9</sup> жұлдызды санап шықты", "Ғалымдар 109 жұлдызды санап шықты"),
        ("Ауылда Derek<sup>®</sup> шеберханасы ашылды", "Ауылда Derek® шеберханасы ашылды"),
        ("Оқушылар өзен жағасына тал отырғызды<sup>1</sup>", "Оқушылар өзен жағасына тал отырғызды"),
        ("Оқушылар өзен жағасына тал отырғызды<sup>[3]</sup>", "Оқушылар өзен жағасына тал отырғызды"),
        ("Оқушылар өзен жағасына тал отырғызды <sup>12</sup>", "Оқушылар өзен жағасына тал отырғызды"),
        ("Оқушылар өзен жағасына тал отырғызды<sup><a href='#n'>түсінік</a></sup>", "Оқушылар өзен жағасына тал отырғызды"),
        ("Оқушылар өзен жағасына тал отырғызды<sup>*</sup>", "Оқушылар өзен жағасына тал отырғызды"),
    ],
)
def test_a_power_in_a_headline_is_its_own_and_the_mark_of_a_note_is_not(shown, title):
    assert headline("Жаңа қадам", f"<h1>{shown}</h1>") == title


def claimed(title, masthead="", head=""):
    markup = f"<html><head><title>{title}</title>{head}</head><body><header>{masthead}</header><main>{TEXT}</main></body></html>"
    return find_title(Document(markup.encode(), "https://auyl.example/n/tal"), "").text


@pytest.mark.parametrize("title", ["Футбол: Қайрат - Ордабасы", "Мәжіліс депутаттары - ауылда", "Теміржол - ел күретамыры"])
def test_the_end_of_a_headline_behind_a_hyphen_is_no_portals_name(title):
    assert claimed(title) == title
    assert claimed(title, "<a href='/'>Жаңа қадам</a>") == title
    assert claimed("Жаңа қадам", head=f"<meta property='og:title' content='{title}'>") == title


@pytest.mark.parametrize(
    ("end", "masthead"),
    [
        (" - Жаңа қадам", "<a href='/'>Жаңа қадам</a>"),
        (" - Жаңа қадам", "<a href='https://auyl.example/'><img src='/l.png' alt='Жаңа қадам'></a>"),
        (" - Жаңа қадам газеті", ""),
        (" - Qadam.kz", ""),
        (" - Auyl", ""),
        (" | Жаңа қадам", ""),
        (" » Жаңа қадам", ""),
    ],
)
def test_a_portals_name_behind_a_hyphen_is_known_by_its_masthead_its_kind_or_its_address(end, masthead):
    assert claimed(f"Футбол: Қайрат - Ордабасы{end}", masthead) == "Футбол: Қайрат - Ордабасы"


@pytest.mark.parametrize("title", ["Ауыл тынысы газеті", "Ауыл тынысы апталық газеті"])
def test_the_name_of_a_paper_with_its_kind_is_not_the_headline_of_a_page_that_shows_a_longer_one(title):
    masthead = "<table><tr><td><font size=6><b>Ауыл тынысы</b></font></td></tr></table>"
    large = "<center><font size=5><b>Оқушылар өзен жағасына тал отырғызды</b></font></center>"
    assert headline(title, masthead + large) == "Оқушылар өзен жағасына тал отырғызды"


def test_a_short_headline_before_the_kind_of_its_portal_stays_where_nothing_else_stands_out():
    assert headline("Ауыл тынысы газеті", "<h1>Ауыл тынысы</h1>") == "Ауыл тынысы"
    assert headline("Ауыл тынысы", "<font size=6><b>Ауыл тынысы</b></font>") == "Ауыл тынысы"
