# ruff: noqa: E501
"""What pages of engines that nobody here had seen print, rule by rule, each with a page on which the rule must do nothing."""

from __future__ import annotations

import pytest

from kznews.outcomes import Reason
from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read

TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
NAMES = ("Асқар", "Сәуле", "Нұргүл", "Ержан", "Мақпал", "Данияр", "Гүлназ", "Батыр")
REPLY = "Өте дұрыс айтылған, көптен бері осындай жақсы хабарды күтіп жүр едік, рахмет!"
FACT = "Бұл жерде бір сөйлем ғана тұр, бірақ ол мақаланың толық бір бөлігі болып саналады."


def body(main: str) -> list[str]:
    return list(read(page(main=main)).values["body"])


def comment(name: str) -> str:
    return f'<div class="cn"><div class="ch"><b>{name}</b><i>02.11.2025 15:57</i></div><div class="cb"><p>{REPLY}</p></div></div>'


def test_comments_in_boxes_without_a_name_are_no_text() -> None:
    main = f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}</div><div class="b5">{"".join(map(comment, NAMES * 3))}</div></div>'
    assert body(main) == list(PARAGRAPHS)


def test_cards_without_links_are_no_text() -> None:
    cards = "".join(f'<x-card class="m"><x-title>{name} жаңа жыр жинағын шығарды</x-title><x-sub>Өнер · 9 қазан, 2025</x-sub><x-text><p>{REPLY}</p></x-text></x-card>' for name in NAMES * 3)
    assert body(f'<section><h1>{TITLE}</h1><div class="h">{TEXT}</div></section><x-more>{cards}</x-more>') == list(PARAGRAPHS)


def test_four_comments_are_a_list() -> None:
    main = f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}</div><div class="b5">{"".join(map(comment, NAMES[:4]))}</div></div>'
    assert body(main) == list(PARAGRAPHS)


@pytest.mark.parametrize("label", ["Барлық пікірлер: 4", "Всего комментариев: 4", "Previous Post", "Related posts", "Похожие записи", "Осы нөмірде:"])
def test_labels_of_themes_end_a_text(label: str) -> None:
    main = f"<div><h1>{TITLE}</h1>{TEXT}<h4>{label}</h4><p>{REPLY}</p></div>"
    assert body(main) == list(PARAGRAPHS)
    assert REPLY in body(main.replace(label, "Тағы бір сөз"))


def test_parts_of_an_article_in_boxes_of_one_kind_are_text() -> None:
    parts = "".join(f'<div class="part"><h3>{at}. Бөлім</h3><p>{FACT} {name}.</p></div>' for at, name in enumerate(NAMES, 1))
    found = body(f'<div><h1>{TITLE}</h1><div class="t">{TEXT}{parts}</div></div>')
    assert all(f"{FACT} {name}." in found for name in NAMES)


def test_groups_of_paragraphs_with_links_are_text() -> None:
    groups = "".join(f'<div class="group"><p>{FACT} {name} айтты.</p><p>{REPLY} <a href="/n/{name}">{name}</a> да солай деді.</p></div>' for name in NAMES)
    assert len(body(f'<div><h1>{TITLE}</h1><div class="t">{TEXT}{groups}</div></div>')) == 3 + 2 * len(NAMES)


STAMP = "2025-11-02T14:20:00+05:00"


def dated(line: str, before: str = "", title: str = f"<h1>{TITLE}</h1>") -> tuple[str, str]:
    found = read(page(before, main=f'<div class="m">{line}{title}<div class="text">{TEXT}</div></div>')).values
    return str(found["published_at"])[:16], str(found["published_basis"])


@pytest.mark.parametrize(
    "line",
    [
        f'<span class="js" data-published="{STAMP}"></span>',
        f'<span data-date="{STAMP}">Жүктелуде...</span>',
        '<span data-ts="1762075200"></span>',
        '<span data-post-time="1762075200000"></span>',
        f'<div class="head"><i data-datetime="{STAMP}"></i></div>',
        f'<span datetime="{STAMP}"></span>',
    ],
)
def test_a_date_that_a_script_writes_is_read_from_its_attribute(line: str) -> None:
    assert dated(line) == ("2025-11-02 14:20", "attribute")


@pytest.mark.parametrize(
    "line",
    [
        f'<div class="item" data-date="{STAMP}"><b>Көпір туралы басқа бір мақала жарық көрді</b></div>',
        f'<span class="updated" data-date="{STAMP}"></span>',
        '<span data-id="1762075200"></span>',
        '<span data-date="soon"></span>',
        '<span data-expires="1762075200"></span>',
    ],
    ids=["a card", "a change", "a number", "a word", "an end"],
)
def test_other_attributes_are_no_date(line: str) -> None:
    assert dated(line) == ("None", "None")


def test_what_is_shown_is_not_overruled_by_an_attribute() -> None:
    assert dated('<span class="date" data-date="2024-01-01T00:00:00+05:00">2 қараша 2025, 14:20</span>')[0] == "2025-11-02 14:20"


def test_the_hour_beside_a_headline_belongs_to_the_day_of_the_address() -> None:
    main = f'<table><tr><td><div class="t"><div>18:22 <b></b></div>{TITLE}</div></td></tr><tr><td>{TEXT}</td></tr></table>'
    found = read(page(main=main), url="https://derek.kz/news/2025-11-02-120").values
    assert str(found["published_at"])[:16] == "2025-11-02 18:22"
    apart = f"<div>18:22</div><ul><li>Спорт</li></ul><h1>{TITLE}</h1>{TEXT}"
    assert read(page(main=apart), url="https://derek.kz/news/2025-11-02-120").values["published_precision"] == "day"


def test_the_date_of_a_card_over_the_article_is_not_its_own() -> None:
    card = '<div class="c"><div class="x"><h3><a href="/n/1">Ауылда жаңа кітапхана ашылды</a></h3></div><div class="y"><span class="post-date">24 қазан, 2025</span></div></div>'
    own = f'<h1>{TITLE}</h1><div><p>{PARAGRAPHS[0]}</p></div><ul><li>Қуат Нияз</li><li>2 қараша 2025</li><li>14:20</li></ul><div class="t">{TEXT}</div>'
    found = read(page(f"<div>{card * 3}</div>", main=own)).values
    assert (str(found["published_at"])[:16], found["authors"]) == ("2025-11-02 14:20", ["Қуат Нияз"])


def test_the_date_of_a_card_behind_the_text_is_not_the_article_s() -> None:
    card = '<div><h4><a href="/n/1">Ауылда жаңа кітапхана ашылды</a></h4><div>24 қазан, 2025</div></div>'
    assert read(page(main=article(date="").replace("</article>", f"{card * 3}</article>"))).values["published_at"] is None


def test_the_posts_of_a_day_stand_under_its_heading() -> None:
    def at(tag: str) -> object:
        main = f"<div><{tag}>жексенбі, 2 қараша 2025</{tag}><div><div><h3>{TITLE}</h3><div>{TEXT}</div></div></div></div>"
        return read(page(main=main)).values["published_at"]

    assert str(at("h2"))[:10] == "2025-11-02"
    assert at("div") is None, "a masthead's clock"


def test_a_line_over_the_box_of_the_headline_is_the_section() -> None:
    main = f"<div><div><span>Репортаж</span></div><div><h1>{TITLE}</h1></div><div><p>{PARAGRAPHS[0]}</p></div><div>{TEXT}</div></div>"
    assert read(page(main=main)).values["section"] == "Репортаж"
    assert read(page(main=main.replace("Репортаж", "Бөлісу"))).values["section"] == ""


def test_an_instant_as_scripts_print_it_adds_its_time() -> None:
    def at(stated: str) -> str:
        head = f'<meta property="article:published_time" content="{stated}">'
        return str(read(page(head=head, main=article(date="2 қараша 2025"))).values["published_at"])[:16]

    assert at("2025-11-02T09:20:00.113Z") == "2025-11-02 14:20"
    assert at("2025-11-02T09:20:00+00:00") == "2025-11-02 00:00", "WordPress prints local time so"


CONSENT = "<h1>Деректеріңіздің құпиялығын құрметтейміз</h1><p>Біз және серіктестеріміз құрылғыңызда cookie файлдарын сақтаймыз және оларға қол жеткіземіз, жарнаманы бейімдеу үшін өңдейміз, келісіміңізді кез келген уақытта өзгерте аласыз.</p><p>Кейбір өңдеу түрлері келісімді қажет етпейді, бірақ сіз оған қарсылық білдіруге құқылысыз, толығырақ баптаулар бөлімінен оқыңыз.</p>"


def test_a_request_for_consent_is_no_article() -> None:
    wall = f"<html><head><title>Cookie файлдары</title></head><body>{CONSENT}<button>Қабылдау</button></body></html>"
    refusal = read(wall).refusal
    assert refusal is not None
    assert refusal[0] is Reason.CONSENT


def test_an_article_on_cookies_is_one() -> None:
    menu = "".join(f'<a href="/r/{at}">Бөлім</a>' for at in range(12))
    main = article(title="Cookie файлдары деген не", paragraphs=PARAGRAPHS)
    markup = page(menu, main=f"{main}<button>Бөлісу</button>").replace(f"<title>{TITLE}", "<title>Cookie файлдары деген не")
    assert read(markup).refusal is None


def test_a_home_page_with_a_top_story_is_a_list() -> None:
    cards = "".join(f'<article><h3><a href="/n/{at}">{at} ауылда жаңа мектеп пен балабақша салынып жатыр</a></h3><p>{REPLY}</p></article>' for at in range(20))
    head = '<meta property="og:type" content="website">'
    refusal = read(page(main=article(paragraphs=PARAGRAPHS) + cards, head=head), url="https://derek.kz/").refusal
    assert refusal is not None
    assert refusal[0] is Reason.NOT_ARTICLE
    assert read(page(main=article() + cards, head=head)).refusal is None
    assert read(page(main=article(), head=head), url="https://derek.kz/").refusal is None


def test_a_version_for_print_is_headed_by_its_only_heading() -> None:
    main = f"<small>Мақала мекенжайы: https://derek.kz/zhanalyq/4711-kopir<br>Басып шығарылған күні: 03.11.2025 09:31</small><hr><h3>{TITLE}</h3><div>Бөлім: Тарих<br>Жарияланған күні: 2 қараша 2025</div>{TEXT}"
    found = read(page(main=main).replace(f"<title>{TITLE}", "<title>Басып шығару нұсқасы")).values
    assert (found["title"], found["section"], found["body"]) == (TITLE, "Тарих", list(PARAGRAPHS))


def test_a_list_is_not_the_headline_of_a_page_without_one() -> None:
    markup = page(main=f"<div>{TEXT}</div><h3>Ең көп оқылған жаңалықтар</h3>").replace(f"<title>{TITLE}", "<title>Басты бет")
    assert read(markup).values["title"] != "Ең көп оқылған жаңалықтар"


def test_a_bold_line_under_a_bold_headline_is_the_lead() -> None:
    main = f'<table><tr><td><font size="1">№47, 02.11.2025 | Мәдениет</font><br><font size="4"><b>{TITLE}</b></font><br><br><font><p><b>Көпірдің ашылуына көрші ауылдардың тұрғындары да жиналды.</b>{TEXT}</font></td></tr></table>'
    found = read(page(main=main).replace(f"<title>{TITLE}", f"<title>Сыр елі газеті :: {TITLE}")).values
    assert (found["title"], found["lead"]) == (TITLE, "Көпірдің ашылуына көрші ауылдардың тұрғындары да жиналды.")


def test_names_beside_figures_that_are_left_out_say_nothing() -> None:
    rows = "".join(f"<tr><td>{name}</td><td>{figure}</td></tr>" for name, figure in (("USD", "521,37"), ("EUR", "603,15"), ("RUB", "6,42")))
    assert body(article().replace(PARAGRAPHS[2] + "</p>", f"{PARAGRAPHS[2]}</p><table>{rows}</table>")) == list(PARAGRAPHS)


def test_a_table_of_words_is_text() -> None:
    rows = "".join(f"<tr><td>{name}</td><td>көпір құрылысшысы</td></tr>" for name in NAMES[:3])
    assert "Асқар | көпір құрылысшысы" in body(article().replace(PARAGRAPHS[1] + "</p>", f"{PARAGRAPHS[1]}</p><table>{rows}</table>"))


@pytest.mark.parametrize(
    "line",
    [
        '<div class="top"><span class="tag">Зерттеу</span> <span class="cat">Тарих</span> <span class="v">4834</span></div>',
        '<div><span class="rubric">Тарих</span></div>',
        '<div>Санаты: <a href="https://derek.kz/?cat=3" rel="category">Тарих</a></div>',
    ],
)
def test_a_section_within_a_line(line: str) -> None:
    assert read(page(main=f"<div>{line}{article()}</div>")).values["section"] == "Тарих"


@pytest.mark.parametrize("line", ['<div><span class="min">2 мин</span></div>', '<div><span class="cat">in</span> <b>Derek</b></div>'])
def test_minutes_and_labels_are_no_section(line: str) -> None:
    assert read(page(main=f"<div>{line}{article()}</div>")).values["section"] not in ("мин", "in")


def test_crumbs_of_another_spelling() -> None:
    crumbs = '<ul class="B_crumbBox"><li class="B_firstCrumb"><a href="/">Басты</a></li> » <li><a class="B_crumb" href="/tarih/">Тарих</a></li></ul>'
    assert read(page(crumbs)).values["section"] == "Тарих"


def test_what_calls_itself_a_footer_between_headline_and_text_is_of_the_article() -> None:
    line = '<div class="footer"><p><span>2 қараша 2025</span> <span class="news-list-category">Тарих</span> <span class="news-list-author">Авторлары: Тілек Ораз, Нұрбол Сейіт</span></p></div>'
    found = read(page(main=f'<div class="article"><h1>{TITLE}</h1>{line}<div class="t">{TEXT}</div></div>')).values
    assert (found["section"], found["authors"]) == ("Тарих", ["Тілек Ораз", "Нұрбол Сейіт"])


@pytest.mark.parametrize(
    ("line", "views"),
    [
        ('<span class="fa fa-eye"></span> 1 204 <a class="fa fa-comments">4</a>', 1204),
        ("<span>Рауан Кенжебек</span><span>2 қараша 2025</span><span><svg></svg>2 911</span>", 2911),
        ("Қараған: 156", 156),
    ],
)
def test_figures_in_groups_are_one(line: str, views: int) -> None:
    main = article(date="" if "қараша" in line else "2 қараша 2025")
    assert read(page(main=main.replace('<div class="text">', f'<div class="i">{line}</div><div class="text">'))).values["views"] == views


@pytest.mark.parametrize(
    "tags",
    [
        '<div class="post__tags">#көпір #өзен</div>',
        '<ul class="tags"><li>көпір</li><li>өзен</li></ul>',
        '<div class="tt"><a href="/t/1">көпір</a><a href="/t/2">өзен</a></div>',
        '<nav aria-label="tags"><ul><li><a href="/blog/tags/1">көпір</a></li><li><a href="/blog/tags/2">өзен</a></li></ul></nav>',
        '<p>Қаралым: 12<br>Тақырыптар: <a href="/q/1">көпір</a>, <a href="/q/2">өзен</a></p>',
    ],
)
def test_tags_of_other_kinds(tags: str) -> None:
    assert read(page(main=article().replace("</article>", f"{tags}</article>"))).values["tags"] == ["көпір", "өзен"]


def test_tags_of_a_menu_are_the_portal_s() -> None:
    menu = '<nav><ul><li><a href="/blog/tags/1">көпір</a></li><li><a href="/blog/tags/2">өзен</a></li></ul></nav>'
    assert read(page(menu)).values["tags"] == []


def test_a_signature_in_arabic_script() -> None:
    text = "".join(f"<p>{said}</p>" for said in ("اۋىل دارىگەرى وتىز جىل بويى ەكى مىڭنان استام بالانى دۇنيەگە اكەلىپ، ەل العىسىن ارقالادى.", "بۇگىندە اۋىلدا زاماناۋي دارىگەرلىك امبۋلاتوريا بار، ءبىراق جول قىستا جابىلىپ قالادى.", "اۋدان اكىمدىگى ونىڭ اتىمەن اۋىل كوشەسىن اتاۋ تۋرالى ۇسىنىستى وبلىسقا جولداعان."))
    signed = f'<article><h1>اۋىل دارىگەرى</h1><div class="date">02.11.2025</div><div class="t">{text}<p><strong>جانار تولەگەنقىزى</strong></p></div></article>'
    found = read(page(main=signed).replace(TITLE, "اۋىل دارىگەرى")).values
    assert (found["authors"], len(found["body"])) == (["جانار تولەگەنقىزى"], 3)


def test_the_editor_of_a_page_is_no_part_of_its_text() -> None:
    assert body(article(paragraphs=(*PARAGRAPHS, "(Жауапты редактор: Назгүл Ибрай)"))) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "header",
    ["<div><span>8 сағат бұрын</span></div>", '<div class="kurs"><table><tr><th>Бағам</th><th>03.11.2025</th></tr></table></div>'],
    ids=["an age", "the day of the rates"],
)
def test_no_clock_is_made_of_other_dates(header: str) -> None:
    assert read(page(header)).values["page_clock_raw"] is None


def test_kinds_of_articles_that_portals_make_up_are_articles() -> None:
    def at(kind: str) -> str:
        data = f'<script type="application/ld+json">{{"@type": "{kind}", "datePublished": "{STAMP}"}}</script>'
        return str(read(page(head=data, main=article(date=""))).values["published_at"])[:16]

    assert at("SportsArticle") == "2025-11-02 14:20"
    assert at("WebPage") == "None"


def said(markup: str) -> tuple[str, str]:
    found = read(page(markup))
    return ", ".join(f"{rate.currency} {rate.value}" for rate in found.rates), ", ".join(f"{it.city_key} {it.temperature}" for it in found.weather)


def test_figures_of_a_calendar_before_rates_are_not_theirs() -> None:
    calendar = "<table><tr><td>13</td><td>14</td></tr></table>"
    rates = "<div><span>1 USD = 521.5 KZT</span><br><span>1 EUR = 604.1 KZT</span></div>"
    assert said(f"<div>{calendar}<h2>Валюта</h2>{rates}</div>")[0] == "USD 521.5, EUR 604.1"


def test_the_names_of_drawn_signs_are_no_words() -> None:
    rates = "".join(f'<div title="{name}"><span>{figure}</span><i>arrow_drop_up</i></div>' for name, figure in (("АҚШ доллары", "521.5"), ("Еуро", "604.1")))
    assert said(f"<div>{rates}</div>")[0] == "USD 521.5, EUR 604.1"


@pytest.mark.parametrize(("markup", "shown"), [("<div><span>الماتى: 7+ °C</span></div>", "almaty 7"), ('<div class="wx"><img src="/s.png" alt="Астана"><b>-2</b><sup>o</sup></div>', "astana -2")])
def test_signs_of_degrees_behind_and_above_their_figure(markup: str, shown: str) -> None:
    assert said(markup)[1] == shown


def test_a_picture_that_stands_in_its_address_is_read_at_once() -> None:
    picture = f'<img src="data:image/png;base64,flag{"A" * 200_000}">'
    assert said(f"<div>{picture}<b>521.5</b></div>") == ("", "")


def excerpts(wrapped: str) -> str:
    cards = "".join(f'<div class="v"><span>02.11.2025, 1{at}:11</span><h3><a href="/kk/n/item/{at}">{name} жаңа мектепке келіп қайтты</a></h3>{wrapped.format(f"<p>{FACT} {name}.</p>")}<div><a href="/kk/n/item/{at}">Толығырақ...</a></div></div>' for at, name in enumerate(NAMES))
    return f'<div class="list"><h1>Қоғам</h1>{cards}</div>'


@pytest.mark.parametrize("wrapped", ["{}", '<div class="intro">{}</div>', '<div class="intro"><div>{}</div></div>'])
def test_excerpts_in_boxes_of_their_own_are_no_article_s_text(wrapped: str) -> None:
    found = read(page(head='<meta property="og:type" content="article">', main=excerpts(wrapped)).replace(TITLE, "Қоғам"))
    assert found.refusal == (Reason.NOT_ARTICLE, "a list of links")
    assert not "".join(found.values["body"])


def test_a_paragraph_in_boxes_under_the_headline_is_text_though_a_link_stands_over_it() -> None:
    main = f'<div class="a"><a href="/c/1">Қоғам және мәдениет жаңалықтары</a><h1>{TITLE}</h1><div class="t"><div>{{}}</div></div></div>'
    assert body(main.format(f"<p>{PARAGRAPHS[0]} {FACT}</p>")) == [f"{PARAGRAPHS[0]} {FACT}"]


def test_a_caption_in_a_span_is_no_text() -> None:
    picture = '<div class="article-image"><img src="/a.jpg"><span class="{}">Көпірдің үстіндегі адамдар. Суретті түсірген Б. Ораз</span></div>'
    main = f'<div class="article"><h1>{TITLE}</h1><div class="l"><strong>{FACT}</strong></div>{picture}<div class="article-body">{TEXT}</div></div>'
    assert body(main.format("img-desc")) == list(PARAGRAPHS)
    found = read(page(main=main.format("x").replace("Суретті түсірген Б. Ораз", "Оларды ауыл ақсақалдары бастап келді."))).values
    assert "Көпірдің" in found["lead"] + found["body"][0]


def test_a_word_in_a_span_of_a_caption_leaves_its_paragraph_text() -> None:
    said = PARAGRAPHS[1].replace(" ", ' <span class="caption">1</span> ', 1)
    assert len(body(article(paragraphs=(PARAGRAPHS[0], said, *PARAGRAPHS[2:])))) == len(PARAGRAPHS)


@pytest.mark.parametrize("line", ["Telegram-арнамызға жазылып, ең өзекті жаңалықтарды бірінші болып біліңіз!", "Instagram парақшамызға тіркеліп, хабардар болып отырыңыздар"])
def test_who_asks_to_join_the_portals_channel_writes_no_text(line: str) -> None:
    assert body(article(paragraphs=(*PARAGRAPHS, line))) == list(PARAGRAPHS)


@pytest.mark.parametrize("line", ["Арнамызға жазылып, пікір қалдырғандар көбейді, – деді ол.", "Блогердің арнасына жазылып, бейнелерін көріңіз!"])
def test_what_is_said_of_channels_is_text(line: str) -> None:
    assert body(article(paragraphs=(*PARAGRAPHS, line))) == [*PARAGRAPHS, line]


def test_who_made_the_picture_is_not_the_author() -> None:
    main = article().replace("</h1>", '</h1><div class="image"><img src="/a.jpg"><p class="{}">Коллажды жасаған Зәуреш Сейіт</p></div>').replace("</article>", '<div class="author-news"><a href="/author/2">Мұрат Ораз</a></div></article>')
    assert read(page(main=main.replace("{}", "photo-author"))).values["authors"] == ["Мұрат Ораз"]
    assert read(page(main=main.replace('class="{}">Коллажды жасаған', 'class="news-author">'))).values["authors"] == ["Зәуреш Сейіт"]


@pytest.mark.parametrize(("line", "authors"), [("Авторы: Тілек Ораз, Нұрбол Сейіт", ["Тілек Ораз", "Нұрбол Сейіт"]), ("Автор: Тілек Ораз, тілші", ["Тілек Ораз"])])
def test_the_authors_in_the_last_line(line: str, authors: list[str]) -> None:
    assert read(page(main=article(paragraphs=(*PARAGRAPHS, line)))).values["authors"] == authors


@pytest.mark.parametrize(
    ("link", "shown"),
    [("/kurs-valyut/", "USD 477.2"), ("/finance/currency", "USD 477.2"), ("/n/kurs-12345", ""), ("/n/kurs-dollara-na-zavtra-upal", ""), ("/n/1", ""), ("http://[", "")],
)
def test_one_currency_that_leads_to_the_rates(link: str, shown: str) -> None:
    assert said(f'<header><a href="/pogoda/">Алматы +24°</a><a href="{link}">USD 477.2</a></header>') == (shown, "almaty 24")


def test_the_place_under_a_text_is_none_of_it() -> None:
    assert body(article(paragraphs=(*PARAGRAPHS, "<strong>Павлодар облысы,</strong><br><strong>Аққулы ауданы</strong>"))) == list(PARAGRAPHS)


@pytest.mark.parametrize("line", ["Павлодар облысы", "<b>Бұл көпір Павлодар өңіріндегі ең ұзын көпірдің бірі, Аққулы ауданы</b>", "<b>Павлодар облысы, Ертіс</b>"])
def test_a_line_that_says_more_than_a_place_or_as_much_in_no_bold_is_text(line: str) -> None:
    assert len(body(article(paragraphs=(*PARAGRAPHS, line)))) == len(PARAGRAPHS) + 1


def test_places_in_a_list_are_text() -> None:
    items = "".join(f"<li><b>{name} облысы</b></li>" for name in ("Павлодар", "Ақтөбе", "Алматы"))
    assert body(article().replace("</article>", "").replace(f"{PARAGRAPHS[-1]}</p>", f"{PARAGRAPHS[-1]}</p><ul>{items}</ul>"))[-1] == "Алматы облысы"


def test_an_excerpt_that_a_theme_wraps_thrice_is_a_card_s() -> None:
    cards = "".join(f'<article><h2><a href="/{at}/">{name} жаңа жыр жинағын шығарды</a></h2><p class="m">{at + 1} қараша, 2025</p><div><div><p>{REPLY}</p></div><a href="/{at}/">Толығырақ</a></div></article>' for at, name in enumerate(NAMES))
    found = read(page(main=f"<h1>Қоғам</h1><div>{cards}</div>").replace(f"<title>{TITLE}</title>", "<title>Қоғам мұрағаты</title>"))
    assert found.refusal is not None
    assert REPLY not in found.values["body"]


@pytest.mark.parametrize(
    "line",
    ["Достарыңызбен бөлісіңіз", "Бізді Instagram-нан оқыңыз", "Апталық хатымызға жазылыңыз", "Telegram арнаға қосылыңыз", "Цехтың ішкі көрінісі / Фото: Көк аспан"],
)
def test_calls_to_readers_and_captions_with_a_credit_are_no_text(line: str) -> None:
    assert body(f"<div><h1>{TITLE}</h1><div>{TEXT}<div>{line}</div><p>{FACT}</p></div></div>") == [*PARAGRAPHS, FACT]


@pytest.mark.parametrize("line", ["Күн сайын кітап оқыңыз", "Instagram желісінде жазба пайда болды", "Ол айтты: фото түсіруге болмайды."])
def test_lines_like_them_are_text(line: str) -> None:
    assert line in body(f"<div><h1>{TITLE}</h1><div>{TEXT}<div>{line}</div><p>{FACT}</p></div></div>")


def test_a_heading_behind_inserted_links_heads_the_text_that_follows() -> None:
    insert = '<div><div>ТАҒЫ ОҚЫҢЫЗ</div><ul><li><a href="/1">Қалада түнгі жарық жаңартылады</a></li></ul></div>'
    assert "Тұрғындар не дейді?" in body(f"<h1>{TITLE}</h1><div>{TEXT}{insert}<h2>Тұрғындар не дейді?</h2><p>{PARAGRAPHS[0]}!</p></div>")
    card = "<h2>Тағы бір жаңалық</h2>"
    assert "Тағы бір жаңалық" not in body(f"<h1>{TITLE}</h1><div>{TEXT}{insert}{card}</div>")


def test_what_repeats_a_part_of_a_paragraph_in_quotes_is_a_pull_quote() -> None:
    said = PARAGRAPHS[1].split(".")[0]
    assert body(f'<h1>{TITLE}</h1><div>{TEXT}<div class="x">«{said}»</div><p>{FACT}</p></div>') == [*PARAGRAPHS, FACT]
    for kept in (f"<h3>«{said}»</h3>", "<div>«Мұндай сөз мәтіннің еш жерінде айтылған жоқ»</div>"):
        assert len(body(f"<h1>{TITLE}</h1><div>{TEXT}{kept}<p>{FACT}</p></div>")) == len(PARAGRAPHS) + 2


def test_a_time_to_read_makes_no_dateline_a_text() -> None:
    values = read(page(main=f"<h1>{TITLE}</h1><p><span>Кеше, 18:40</span> <span>Оқуға 3 мин</span></p>{TEXT}")).values
    assert (values["published_raw"], values["body"], values["section"]) == ("Кеше, 18:40", list(PARAGRAPHS), "")


def test_a_box_about_the_author_is_no_text() -> None:
    about = "<div>Автор: <b>Зәуреш Балтабай</b><p>Шағын кәсіп туралы жазады. Бос уақытында ат спортымен айналысады.</p></div>"
    values = read(page(main=f"<main><h1>{TITLE}</h1>{TEXT}{about}</main>")).values
    assert (values["authors"], values["body"]) == (["Зәуреш Балтабай"], list(PARAGRAPHS))
    values = read(page(main=f"<div><h1>{TITLE}</h1>{TEXT}<p>{FACT}</p><p>Мәтін: Ақбота Серікқали</p></div>")).values
    assert (values["authors"], values["body"]) == (["Ақбота Серікқали"], [*PARAGRAPHS, FACT])
    values = read(page(main=f"<div><h1>{TITLE}</h1><p>Мәтін: Ақбота Серікқали</p>{TEXT}</div>")).values
    assert (values["authors"], values["body"]) == (["Ақбота Серікқали"], list(PARAGRAPHS))


def test_a_post_beside_a_name_is_no_part_of_it() -> None:
    card = '<div class="AuthorCard_root"><div><b>Айбек Нұрлан</b><span>Тілші</span></div></div>'
    assert read(page(main=f"<h1>{TITLE}</h1><div>{TEXT}</div>{card}")).values["authors"] == ["Айбек Нұрлан"]


def test_the_weekday_of_a_clock_is_of_no_other_day_s_weather() -> None:
    line = "<div><span>{} 3 қазан 2021</span><span>Түркістан +19°C</span><span>$ 425.61 € 493.60 ₽ 5.84</span></div>"
    assert [(w.city_key, w.temperature) for w in read(page(before=line.format("Жексенбі,"), main=article())).weather] == [("turkistan", 19)]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ('<img src="/a.jpg"><span>Төлебай шебердің қабырғасы, көне аспаптар. Суретті түсірген Б. Ораз</span>', False),
        ("<span>Төлебай шебердің қабырғасы, көне аспаптар. Суретті түсірген Б. Ораз</span>", True),
        ('<img src="/a.jpg"><span>Төлебай шебердің қабырғасында көне аспаптар ілулі. Суретті ұлы салған екен.</span>', True),
    ],
)
def test_a_line_beside_a_picture_that_says_who_took_it_is_its_caption(line: str, kept: bool) -> None:  # noqa: FBT001
    found = body(article(paragraphs=(PARAGRAPHS[0], line, *PARAGRAPHS[1:])))
    assert any("Төлебай" in paragraph for paragraph in found) == kept


@pytest.mark.parametrize(("line", "read_on"), [
    ('<p><a href="/">Бас бетке қайту</a> | <a href="/n/2">Келесі мақала</a></p>', False),
    ('<p><a href="/">Бас бетке қайту</a> | <a href="/n/2">Келесі апта</a></p>', True),
])  # fmt: skip
def test_a_line_that_leads_to_the_next_article_ends_the_text_unless_that_goes_on(line: str, *, read_on: bool) -> None:
    said = "Қашан бітетінін нақты айтса екен дейміз, рахмет."
    main = f"<div><h1>{TITLE}</h1>{TEXT}{line}<p>{said}</p>{{}}</div>"
    assert (said in body(main.format(""))) is read_on
    assert PARAGRAPHS[0] + " Ал бұл жаңа сөйлем." in body(main.format("".join(f"<p>{text} Ал бұл жаңа сөйлем.</p>" for text in PARAGRAPHS * 2)))


def test_a_link_on_this_topic_is_inserted() -> None:
    link = '<div class="b7">Бұл тақырыпта: <a href="/n/2">Елордада қырық аялдама жаңартылды</a></div>'
    assert body(f"<div><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>{link}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p></div>") == list(PARAGRAPHS)


@pytest.mark.parametrize(("name", "shown"), [("tgme_post_fallback", False), ("b7", True)])
def test_a_telegram_post_that_an_article_shows_is_no_text(name: str, *, shown: bool) -> None:
    post = f'<div class="{name}"><b>Алматы Live</b><div>{REPLY}</div><a href="https://t.me/almaty/2210">t.me/almaty/2210</a></div>'
    assert (REPLY in body(f"<div><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>{post}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p></div>")) is shown


@pytest.mark.parametrize(("line", "kept"), [
    ('<p><b>Осы айдардан: <a href="/1">«Суды кім тазалайды?»</a>, <a href="/2">«Шамсыз көше»</a></b></p>', False),
    ('<p><b>Осы айдардан: екі мақала да</b> <a href="/1">газеттің</a> бетінде бұрын жарияланған еді.</p>', True),
])  # fmt: skip
def test_a_list_of_others_may_stand_in_one_line(line: str, *, kept: bool) -> None:
    found = body(f"<div><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>{line}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p></div>")
    assert (len(found) == len(PARAGRAPHS) + 1) is kept
