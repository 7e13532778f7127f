# ruff: noqa: E501
"""Pages in place of an article, and articles about such pages (reliability.md C4)."""

from __future__ import annotations

import pytest

from kznews.extract.document import Document
from kznews.extract.page import read_page
from kznews.outcomes import Reason
from kznews.spiders.any import AnyPortal
from tests.support.engines.scripts import written
from tests.support.small_pages import FETCHED, PARAGRAPHS, TITLE, URL, article, in_script, page, read

MENU = '<nav><ul><li><a href="/qogam">Қоғам</a></li><li><a href="/sport">Спорт</a></li></ul></nav>'
FOOTER = "<footer><p>© Derek.kz. Барлық құқықтар қорғалған.</p></footer>"


def stands(title: str, main: str, head: str = "") -> str:
    return f'<html lang="kk"><head><title>{title}</title>{head}</head><body>{MENU}<main>{main}</main>{FOOTER}</body></html>'


def card(at: int) -> str:
    return f'<li><a href="/zhanalyq/{at}-x">Ауылда {at} үй салынып, кілттері иелеріне берілді</a></li>'


LOGIN_FORM = '<form><input name="login"><input type="password" name="word"><button>Кіру</button></form>'
REFUSED = [
    ("404 in Kazakh", Reason.SOFT_404, stands("Бет табылмады", "<h1>404</h1><p>Кешіріңіз, мұндай бет жоқ.</p>")),
    ("not found in Kazakh", Reason.SOFT_404, stands("Derek.kz", "<h1>Парақ табылмады</h1><p>Іздеген парағыңыз өшірілген болуы мүмкін.</p>")),
    ("an article not found in Kazakh", Reason.SOFT_404, stands("Мақала табылмады", "<h1>Мақала табылмады</h1>")),
    ("404 in Russian", Reason.SOFT_404, stands("Страница не найдена — Derek", "<h1>Ошибка 404</h1><p>Страница удалена.</p>")),
    ("404 in English", Reason.SOFT_404, stands("Page not found", "<h1>Page not found</h1><p>Sorry.</p>")),
    ("404 in the acute alphabet", Reason.SOFT_404, stands(written("Бет табылмады", "acute"), f"<h1>{written('Бет табылмады', 'acute')}</h1>")),
    ("404 in the umlaut alphabet", Reason.SOFT_404, stands(written("Бет табылмады", "umlaut"), f"<h1>{written('Бет табылмады', 'umlaut')}</h1>")),
    ("404 in the Arabic script", Reason.SOFT_404, stands(written("Бет табылмады", "arabic"), f"<h1>{written('Бет табылмады', 'arabic')}</h1>")),
    ("404 with other news below", Reason.SOFT_404, stands("404", "<h1>Бет табылмады</h1><ul>" + "".join(map(card, range(6))) + "</ul>")),
    ("a search without results", Reason.SOFT_404, stands("Іздеу", "<h1>Ештеңе табылмады</h1><p>Басқа сөзбен іздеп көріңіз.</p>")),
    ("just a moment", Reason.CHALLENGE, stands("Just a moment...", "<h1>derek.kz</h1><p>Checking if the site connection is secure</p>")),
    ("attention required", Reason.CHALLENGE, stands("Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1>")),
    ("DDoS-Guard", Reason.CHALLENGE, stands("DDoS-Guard", "<h1>Checking your browser before accessing derek.kz</h1>")),
    ("a robot check in Kazakh", Reason.CHALLENGE, stands("Тексеру", "<h1>Сіз робот емессіз бе?</h1><p>Жалғастыру үшін белгі қойыңыз.</p>")),
    ("a browser check in Kazakh", Reason.CHALLENGE, stands("Бір сәт күтіңіз", "<h1>Браузеріңізді тексеру</h1>")),
    ("a robot check in Russian", Reason.CHALLENGE, stands("Проверка", "<h1>Вы не робот?</h1><p>Подтвердите.</p>")),
    ("a captcha and nothing else", Reason.CHALLENGE, stands("derek.kz", '<h1>Қауіпсіздік тексерісі</h1><div class="g-recaptcha"></div>')),
    ("a turnstile", Reason.CHALLENGE, stands("derek.kz", '<div class="cf-turnstile"></div>')),
    ("a login wall in Kazakh", Reason.LOGIN, stands("Жүйеге кіру", f"<h1>Жүйеге кіріңіз</h1>{LOGIN_FORM}")),
    ("a login wall in Russian", Reason.LOGIN, stands("Вход", f"<h1>Войдите, чтобы читать</h1>{LOGIN_FORM}")),
    ("a login wall in English", Reason.LOGIN, stands("Sign in", f"<h1>Sign in to continue</h1>{LOGIN_FORM}")),
    ("a login wall in the acute alphabet", Reason.LOGIN, stands("Derek", f"<h1>{written('Жүйеге кіріңіз', 'acute')}</h1>{LOGIN_FORM}")),
    ("a pay wall behind a lead", Reason.LOGIN, stands(TITLE, f'<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><div class="paywall"><p>Бұл мақала тек жазылушыларға арналған. Толық оқу үшін жазылыңыз.</p></div>')),
    ("an empty answer", Reason.EMPTY, ""),
    ("an empty body", Reason.EMPTY, "<html><body></body></html>"),
    ("a page drawn by scripts", Reason.EMPTY, '<html><head><title>Derek</title></head><body><div id="app"></div><script src="/a.js"></script></body></html>'),
    ("a list of articles", Reason.NOT_ARTICLE, stands("Қоғам жаңалықтары", "<h1>Қоғам жаңалықтары мен оқиғалар</h1><ul>" + "".join(map(card, range(12))) + "</ul>")),
    ("a section with a long description", Reason.NOT_ARTICLE, stands("Қазақстанның бүгінгі соңғы спорт жаңалықтары", "<h1>Қазақстанның бүгінгі соңғы спорт жаңалықтары</h1>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "<ul>" + "".join(map(card, range(30))) + "</ul>")),
    ("a headline without a text", Reason.NO_BODY, stands(TITLE, f"<h1>{TITLE}</h1>")),
    ("a headline and one sentence", Reason.NO_BODY, stands(TITLE, f"<h1>{TITLE}</h1><p>Толығырақ бейнежазбадан көріңіз.</p>")),
    ("maintenance", Reason.NO_BODY, stands("Техникалық жұмыстар", "<h1>Техникалық жұмыстар жүргізілуде</h1><p>Жақында ораламыз.</p>")),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "markup"), [pytest.param(reason, markup, id=name) for name, reason, markup in REFUSED])
def test_a_page_in_place_of_an_article_is_refused(reason: Reason, markup: str) -> None:
    refusal = read(markup).refusal if markup else (Reason.EMPTY, "")
    assert refusal is not None
    assert refusal[0] is reason


CAPTCHA = (
    "Сайттардағы робот тексерісі (капча) пайдаланушыны шаршатады, дейді бағдарламашылар.",
    "Мамандар «Сіз робот емессіз бе?» деген сұрақтың орнына көрінбейтін тексеру енгізуді ұсынды.",
    "Жаңа тәсіл келесі жылдан бастап мемлекеттік сайттарда сынақтан өтеді.",
)
ABOUT = {
    "captchas": ("Капча енді картина таңдатпайды", CAPTCHA),
    "robots in the headline": ("Роботты адамнан қалай ажыратады", CAPTCHA),
    "404 tenge": ("Жанармай бағасы 404 теңгеге жетті", PARAGRAPHS),
    "404 schools": ("Елімізде 404 мектеп жөнделеді", PARAGRAPHS),
    "a person not found": ("Таудағы жоғалған саяхатшы әлі табылмады", PARAGRAPHS),
    "treasure that was found": ("Ауылда көне күміс теңге табылды", PARAGRAPHS),
    "subscriptions": ("Газетке жазылу науқаны басталды", ("Биыл газетке жазылушылар саны екі есе өсті, дейді пошта бөлімшесінің меңгерушісі.", *PARAGRAPHS)),
    "readers who subscribed": ("Кітапхана жазылушыларға сыйлық берді", ("Кітапхана тек жазылушыларға арналған кеш өткізді, оған екі жүзден аса оқырман келді.", *PARAGRAPHS)),
    "log-ins": ("Электрондық күнделікке кіру тәртібі өзгерді", ("Ата-аналар жүйеге кіру үшін енді цифрлық қолтаңба пайдаланады, ескі құпиясөздер өшіріледі.", *PARAGRAPHS)),
    "security checks": ("Әуежайда тексеру күшейтілді", ("Жолаушылар тексеруден екі рет өтеді, сол себепті әуежайға үш сағат бұрын келу керек.", *PARAGRAPHS)),
    "a site that is closed": ("Сайтқа кіру шектелді: министрлік түсіндірді", PARAGRAPHS),
    "a moment of waiting": ("Бір сәттік үнсіздік жарияланды", PARAGRAPHS),
}  # fmt: skip


@pytest.mark.parametrize("times", [1, 6], ids=["short", "long"])
@pytest.mark.parametrize("name", ABOUT)
def test_an_article_about_such_things_passes(name: str, times: int) -> None:
    title, paragraphs = ABOUT[name]
    text = tuple(f"{at + 1}-бөлім. {paragraph}" if at else paragraph for at in range(times) for paragraph in paragraphs)
    markup = page(main=article(title, text)).replace(TITLE, title)
    assert read(markup).refusal is None


@pytest.mark.parametrize(
    "extra",
    [
        pytest.param(LOGIN_FORM, id="a login form in the header"),
        pytest.param('<div class="popup"><p>Жүйеге кіріңіз немесе тіркеліңіз</p>' + LOGIN_FORM + "</div>", id="a login window"),
        pytest.param('<div class="g-recaptcha"></div>', id="a captcha of the comment form"),
        pytest.param('<script src="/cdn-cgi/challenge-platform/x.js"></script>', id="a script of the shield"),
        pytest.param("<p>Жазылушыларға арналған хабарлама</p>", id="a line for subscribers"),
    ],
)
def test_what_stands_beside_an_article_does_not_hide_it(extra: str) -> None:
    assert read(page(extra, extra)).refusal is None


def test_links_in_a_menu_that_is_not_entered_count_against_a_bot_check() -> None:
    menu = "".join(f'<li><a href="/bolim/{at}">Ауыл мен қала тұрмысы</a></li>' for at in range(30))
    markup = page(f"<nav><ul>{menu}</ul></nav>", '<div class="g-recaptcha"></div>', main=article(paragraphs=PARAGRAPHS[:1]))
    assert read(markup).refusal is None
    assert read(markup.replace(menu, "")).refusal is not None


@pytest.mark.parametrize("alphabet", ["acute", "umlaut", "arabic"])
def test_articles_pass_in_every_script(alphabet: str) -> None:
    assert read(page(main=in_script(alphabet))).refusal is None


def test_the_header_of_a_shield_is_a_challenge() -> None:
    document = Document(page().encode(), URL)
    refusal = read_page(document, AnyPortal.declared.at("derek.kz"), FETCHED, headers={"cf-mitigated": "challenge"}).refusal
    assert refusal is not None
    assert refusal[0] is Reason.CHALLENGE


@pytest.mark.parametrize("title", ["Редакция туралы", "«Ақжайық ауызы» газеті туралы", "Байланыс", "О редакции", "Біз туралы", written("Біз туралы", "arabic"), "Derek.kz туралы", "Derek жайлы", "Біздің миссиямыз", "Тілші қажет", "Жиі қойылатын сұрақтар", "Кері байланыс", "Порталға журналистер керек"])
def test_a_page_about_the_portal_is_no_article_whatever_its_head_says(title: str) -> None:
    head = '<meta property="og:type" content="article"><meta property="article:published_time" content="2013-05-06T08:00:00+00:00">'
    static = read(stands(f"{title} | Derek", article(title, date=""), head))
    assert static.refusal == (Reason.NOT_ARTICLE, "a page about the portal")
    assert read(stands(f"{title} | Derek", article(title, date=""))).refusal == static.refusal
    assert read(stands(f"{title} | Derek", article(title), head)).refusal is None, "a poem may be called so; it has its day"


@pytest.mark.parametrize("title", ["Ауыл туралы", "Жаңа газет туралы не білеміз", "Редакция туралы заң қабылданды", "Kaspi.kz туралы", "Дәрігер қажет", "Тіркелу мерзімі", "Авторлық құқық бұзылды", "Ауылға тілші керек", "Облыстық «Дала» газеті туралы тың деректер мен естеліктер"])
def test_a_headline_about_something_is_one(title: str) -> None:
    assert read(stands(f"{title} | Derek", article(title, date=""))).refusal is None


def programme(title: str, cards: int = 4, before: str = "") -> str:
    episodes = "".join(f'<div class="e{at}"><h3><a href="/video/{at}-x">Ауылда {at} үй салынып, кілттері берілді</a></h3></div>' for at in range(cards))
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    menu = '<nav><ul><li><a href="/qogam">Қоғам</a></li><li><a href="/zhanalyq/4711-kopir">Кешкі көпір</a></li></ul></nav>'
    return f'<html lang="kk"><head><title>{title}</title></head><body>{menu}<main>{before}<h1>{title}</h1><div>{text}</div>{episodes}</main></body></html>'


def test_a_page_of_the_menu_that_lists_others_is_no_article() -> None:
    assert (found := read(programme("Кешкі көпір")).refusal) is not None
    assert found[0] is Reason.NOT_ARTICLE


def test_what_is_not_in_the_menu_or_dated_or_lists_nothing_is_an_article() -> None:
    assert read(programme("Таңғы көпір")).refusal is None
    assert read(programme("Кешкі көпір", cards=3)).refusal is None
    assert read(programme("Кешкі көпір", before="<div>2 қараша 2025, 14:20</div>")).refusal is None


@pytest.mark.parametrize(
    ("title", "refused"),
    [
        ("Пайдалану ережелері мен құпиялық саясаты", True),
        ("Дербес деректерді өңдеу саясаты", True),
        ("Жарнама тарифтері мен бағалары", True),
        ("Правила пользования сайтом", True),
        ("PDF нұсқа", True),
        ("Сайт материалдарын пайдалану қағидалары", True),
        ("Порталды пайдалану тәртібі", True),
        ("Пікір қалдыру ережесі", True),
        ("Модерация ережелері", True),
        ("Пікірталас ережесі", False),
        ("Пікір жазудың жаңа ережесі", False),
        ("Сыныптағы тәртіп қағидалары", False),
        ("Жарнама бағасы өсті", False),
        ("Құпия келісім", False),
        ("Саясат пен шарт", False),
    ],
)
def test_rules_and_prices_of_a_portal_are_no_article_whatever_day_they_show(title: str, *, refused: bool) -> None:
    found = read(stands(f"{title} | Derek", article(title))).refusal
    assert (found == (Reason.NOT_ARTICLE, "a page about the portal")) is refused


@pytest.mark.parametrize(
    ("path", "refused"),
    [("/about.php", True), ("/kk/live/", True), ("/kk-KZ/live", True), ("/page/zharnama", True), ("/redakcia/vakansia", True), ("/about/reklama", True), ("/redakcia/4711-vakansia", False), ("/qogam/zharnama", False), ("/live/4711-oyin", False), ("/about?id=5", False)],
)
def test_an_address_may_say_that_a_page_is_about_the_portal(path: str, *, refused: bool) -> None:
    assert (read(page(), url=f"https://derek.kz{path}").refusal is not None) is refused


@pytest.mark.parametrize(("date", "refused"), [("2 қараша 2025, 14:20", False), ("", True)])
def test_an_archive_is_none_unless_it_is_news(date: str, *, refused: bool) -> None:
    title = "Жазушының қолжазба мұрағаты"
    table = "".join(f"<tr><td>{day}.10.2025</td><td>Екі қолжазба</td></tr>" for day in range(10, 20))
    markup = stands(f"{title} | Derek", article(title, date=date) + f"<table>{table}</table>")
    assert (read(markup).refusal is not None) is refused


@pytest.mark.parametrize(("title", "refused"), [("Мәдениет", True), (TITLE, False)])
def test_the_date_of_a_card_is_not_the_page_s(title: str, *, refused: bool) -> None:
    cards = "".join(f"<h2 class='c'><a href='/n/{at}'>Ауылда {at} жаңа мектеп ашылды</a></h2><p>Жазылған күні: {9 - at}.10.2025</p><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>" for at in range(5))
    found = read(stands(f"{title} | Derek", f"<h1>{title}</h1><p>Бұл жерде өнер туралы жазылады.</p><div>{cards}</div>")).refusal
    assert (found == (Reason.NOT_ARTICLE, "a list of links")) is refused


@pytest.mark.parametrize(
    ("said", "reason"),
    [("Бұл материал тек жазылушыларға арналған", Reason.LOGIN), ("Толық мәтінді оқу үшін жазылыңыз", Reason.LOGIN), ("Жазылушыларға рақмет", None)],
)
def test_an_opening_before_a_wall_is_no_article(said: str, reason: Reason | None) -> None:
    walled = article(paragraphs=PARAGRAPHS[:2]).replace("</article>", f"<aside><h2>{said}</h2><a href='/s'>Жазылу</a></aside></article>")
    assert (read(page(main=walled)).refusal or (None,))[0] is reason
    assert read(page(main=walled.replace(PARAGRAPHS[1], PARAGRAPHS[1] * 8))).refusal is None, "the text is there"
    assert read(page(main=article(), after=f"<footer><h2>{said}</h2></footer>")).refusal is None


@pytest.mark.parametrize(("date", "reason"), [("", Reason.CONSENT), ("2 қараша 2025", None)])
def test_a_request_for_consent_may_list_many_partners(date: str, reason: Reason | None) -> None:
    title = "Біз сіздің құпиялығыңызды құрметтейміз"
    partners = "".join(f"<li>Серіктес {at}. Cookie {at} күн сақталады. <a href='/p/{at}'>Саясаты</a></li>" for at in range(30))
    markup = stands(title, article(title, date=date) + f"<ul>{partners}</ul>")
    assert (read(markup).refusal or (None,))[0] is reason
    assert read(markup.replace("Cookie", "Дерек")).refusal is None


def test_an_invitation_to_comment_is_no_text() -> None:
    said = "Әзірге пікір жоқ. Алғашқы болып пікір қалдырыңыз!"
    assert (read(page(main=article(paragraphs=()) + f"<h3>Пікірлер (0)</h3><p>{said}</p>")).refusal or (None,))[0] is Reason.NO_BODY
    assert read(page(main=article(paragraphs=(said.replace("қалдырыңыз!", "қалдырғандар сыйлық алды."),)))).refusal is None


@pytest.mark.parametrize(("cards", "refused"), [(4, True), (2, False)])
def test_cards_without_a_headline_over_them_are_a_list(cards: int, *, refused: bool) -> None:
    listed = "".join(f"<h3 class='btl'><a href='/n/{at}'>Ауылда {at} жаңа мектеп ашылды</a></h3><div>{text}</div><div>{text}</div>" for at, text in enumerate((PARAGRAPHS * 2)[:cards]))
    found = read(stands("Қоғам » Көкше хабар — Ақмола облысының жаңалықтары", f"<div>{listed}</div>")).refusal
    assert (found == (Reason.NOT_ARTICLE, "a list of links")) is refused


@pytest.mark.parametrize(("url", "title", "refused"), [("https://derek.kz/", "Derek", True), ("https://derek.kz/kz/", "Derek", True), ("https://derek.kz/kk-KZ", "Derek", True), ("https://derek.kz/kz/index.php", "Derek", True), ("https://derek.kz/index.php?n=7", "Derek", False), ("https://derek.kz/kz/", TITLE, False), ("https://derek.kz/n/7", "Derek", False), ("https://derek.kz/", TITLE, False)])
def test_a_home_page_of_long_excerpts_is_a_list(url: str, title: str, *, refused: bool) -> None:
    card = "<li><div class='post'><a class='cover' href='/n/{at}'>Ауылда {at} жаңа мектеп ашылды</a>{named}<div class='text'>{text}</div><div class='meta-info'>{day}/10/2025 14:20</div>"
    named = [f"<h1 class='title'>{TITLE}</h1>", *(f"<div class='title'>Ауданда {at} көпір салынды</div>" for at in range(1, 6))]
    cards = "".join(card.format(at=at, named=line, text=" ".join(PARAGRAPHS), day=10 + at) for at, line in enumerate(named))
    found = read(stands(title, f"<ul>{cards}</ul>"), url).refusal
    assert (found == (Reason.NOT_ARTICLE, "a list of links")) is refused


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("route=news/search&search=k", True), ("option=com_search&searchword=k", True), ("do=search&subaction=search", True),
        ("route=news/item&news_id=7", False), ("id=7&highlight=search+k", False), ("page=research", False),
    ],
)  # fmt: skip
def test_an_engine_s_search_is_a_list(query: str, *, listed: bool) -> None:
    found = read(stands(TITLE, article()), f"https://derek.kz/index.php?{query}").refusal
    assert (found == (Reason.NOT_ARTICLE, "a list of links")) is listed


CARDS = "".join(f"<li><a href='/n/{at}'><h5>Ауылда {at} жаңа мектеп ашылды</h5><p>{PARAGRAPHS[0]}</p></a></li>" for at in range(8))


@pytest.mark.parametrize(("heading", "texts", "refused"), [(TITLE, 8, False), (f"<a href='/n/7'>{TITLE}</a>", 8, True), (TITLE, 1, True)], ids=["a story", "a linked headline", "an excerpt"])
def test_a_long_text_right_under_a_heading_is_an_article_whatever_stands_beside(heading: str, texts: int, *, refused: bool) -> None:
    """An office's page of 2018 has no date, one title for all pages and more text in its cards (tuganel.github.io)."""
    story = f"<div><h3>{heading}</h3><p>{'<br>'.join((PARAGRAPHS * 3)[:texts])}</p></div>"
    found = read(stands("Аудандық ресурстық орталық", f"{story}<ul>{CARDS}</ul>"), "https://derek.kz/news5.html").refusal
    assert (found == (Reason.NOT_ARTICLE, "a list of links")) is refused


@pytest.mark.parametrize(
    ("path", "refused"), [("/taxonomy/term/7", True), ("/kk/taxonomy/term/7", True), ("/taxonomy/term/zher", False), ("/node/7", False)]
)
def test_a_term_of_drupal_is_a_list(path: str, *, refused: bool) -> None:
    assert (read(page(), f"https://derek.kz{path}").refusal is not None) is refused


@pytest.mark.parametrize(
    ("url", "cover", "refused"),
    [
        ("https://derek.kz/", '<a href="/n/{0}" title="Ауыл мектебіне {0} жаңа автобус келді"></a>', True),
        ("https://derek.kz/", '<a href="/n/{0}" aria-label="Ауыл мектебіне {0} жаңа автобус келді"></a>', True),
        ("https://derek.kz/", '<a href="/n/{0}"></a>', True),
        ("https://derek.kz/", '<a href="/n/{0}">Ашу</a>', False),
        ("https://derek.kz/", '<a href="/n/{0}"><img src="/{0}.jpg"></a>', False),
        ("https://derek.kz/n/1", '<a href="/n/{0}" title="Ауыл мектебіне {0} жаңа автобус келді"></a>', False),
    ],
)
def test_links_laid_over_cards_make_a_home_page_a_list(url: str, cover: str, *, refused: bool) -> None:
    cards = "".join(f"<div class='c'>{cover.format(at)}<div>Ауыл мектебіне {at} жаңа автобус келді</div></div>" for at in range(4, 9))
    markup = page(main=article().replace(TITLE, "Көпір бүгін ашылды")).replace("<main>", "<main>") + cards
    assert (read(markup.replace(f"<title>{TITLE}", "<title>Дерек порталы"), url).refusal is not None) is refused


def paged(title: str = "Жылқы шаруашылығы", *, cards: int = 5, day: str = "{0} қазан 2025, 18:20", pages: str = '<b>1</b> <a href="?p=2">2</a> <a href="?p=3">3</a>', under: str = "") -> str:
    rows = "".join(
        f"<article class='row'><div>Ауыл</div><h2><a href='/n/{at}'>Ауданда {at} асыл тұқымды жылқы көрмесі өтті</a></h2><p>Көрмеге он екі шаруашылық қатысты.</p>"
        f"<div>Рысбек Жүніс · {day.format(at)} · 1 904</div></article>"
        for at in range(11, 11 + cards)
    )
    return stands(f"{title} - Дерек", f"<div class='hero'><h1>{title}</h1>{under}<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p></div>{rows}<div>{pages}</div>")


@pytest.mark.parametrize(
    ("markup", "refused"),
    [
        (paged(), True), (paged(cards=3), False), (paged(day=""), False), (paged(pages="<a href='/all'>Барлығы</a>"), False),
        (paged(under="<div>2 қараша 2025, 14:20</div>"), False), (paged("Жылқы шаруашылығы ауылға табыс әкеліп жатыр"), False),
    ],
    ids=["a subject", "three cards", "no dates", "no further pages", "a date of its own", "a headline"],
)  # fmt: skip
def test_a_text_over_dated_cards_and_links_to_further_pages_is_a_subject_s_page(markup: str, *, refused: bool) -> None:
    assert (read(markup).refusal == (Reason.NOT_ARTICLE, "a list of links")) is refused


@pytest.mark.parametrize(
    ("title", "date", "place", "refused"),
    [
        ("Валюта бағамы бүгін: доллар, еуро, рубль", "", "main", True),
        ("Валюта бағамы бүгін: доллар, еуро, рубль", "2 қараша 2025, 14:20", "main", False),
        ("Валюта бағамы", "2 қараша 2025, 14:20", "main", True),
        ("Валюта бағамы бүгін: доллар, еуро, рубль", "", "aside", False),
        ("Ауыл көпірі жөндеуден кейін ашылды", "", "main", False),
    ],
    ids=["a board", "news of the rates", "no news", "a converter beside", "another headline"],
)
def test_a_page_of_rates_that_converts_them_is_no_news(title: str, date: str, place: str, *, refused: bool) -> None:
    options = "".join(f"<option>{code}</option>" for code in ("USD", "EUR", "RUB", "CNY"))
    converter = f"<form><input value='100'><select>{options}</select></form>"
    text = article(title, date=date) + (converter if place == "main" else "")
    markup = stands(f"{title} - Дерек", text).replace("</main>", "</main>" + (f"<aside>{converter}</aside>" if place == "aside" else ""))
    assert (read(markup).refusal == (Reason.NOT_ARTICLE, "a page about the portal")) is refused


@pytest.mark.parametrize(
    ("title", "rows", "amid", "refused"),
    [
        ("Бүгінгі валюта бағамы: доллар, еуро, рубль", ("USD", "EUR", "RUB"), True, True),
        ("Теңгенің бүгінгі бағамы: 2 қараша, 2025", ("USD", "EUR", "RUB"), True, True),
        ("Теңгенің бүгінгі бағамы: 2 қараша, 2025", ("USD", "EUR", "RUB"), False, False),
        ("Бүгінгі валюта бағамы: доллар, еуро, рубль", ("USD",), True, False),
        ("Бүгінгі валюта бағамы: доллар, еуро, рубль", ("USD", "EUR", "RUB"), False, False),
        ("Бүгінгі ауа райы: жел, жаңбыр, тұман", ("USD", "EUR", "RUB"), True, False),
    ],
    ids=["a board", "of the tenge", "news of the tenge", "hardly a table", "a converter behind the article", "another headline"],
)
def test_a_dated_board_of_rates_has_table_and_converter_in_its_text(title: str, rows: tuple[str, ...], amid: bool, refused: bool) -> None:  # noqa: FBT001
    options = "".join(f"<option>{code}</option>" for code in ("USD", "EUR", "RUB"))
    converter = f"<div><input value='100'><select>{options}</select></div>"
    table = "".join(f"<tr><td>{code}</td><td>1</td><td>{at}42,20</td></tr>" for at, code in enumerate(rows, 4))
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)
    text = f"{first}<table>{table}</table>{converter if amid else ''}{''.join(others)}"
    main = f"<article><h1>{title}</h1><time>2 қараша 2025, 14:20</time>{text}</article>{'' if amid else converter}"
    assert (read(stands(f"{title} - Дерек", main)).refusal == (Reason.NOT_ARTICLE, "a page about the portal")) is refused


@pytest.mark.parametrize(
    ("title", "note", "between", "refused"),
    [
        ("2025 жылғы 2 қарашаға арналған валюта бағамы", "Ресми бағам күн сайын түнгі сағат он екіде жаңарып отырады.", "", True),
        ("Валюта бағамы: 2 қараша 2025", "Ресми бағам күн сайын түнгі сағат он екіде жаңарып отырады.", "", True),
        ("2025 жылғы 2 қарашаға арналған валюта бағамы", " ".join(PARAGRAPHS), "", False),
        ("2025 жылғы 2 қарашаға арналған валюта бағамы", PARAGRAPHS[0], "<h3>Айырбастау орындары</h3>", False),
        ("2025 жылғы 2 қарашаға арналған ауа райы", PARAGRAPHS[0], "", False),
    ],
    ids=["a day before", "a day behind", "news", "a converter farther off", "another headline"],
)
def test_a_note_over_rates_and_a_converter_is_a_board(title: str, note: str, between: str, *, refused: bool) -> None:
    options = "".join(f"<option>{code}</option>" for code in ("USD", "EUR", "RUB"))
    rows = "".join(f"<tr><td>{code}</td><td>1</td><td>{at}42,20</td></tr>" for at, code in enumerate(("USD", "EUR", "RUB"), 4))
    converter = f"<div><input value='100'><select>{options}</select></div>"
    main = f"<h1>{title}</h1><div>2 қараша 2025, 00:05</div><p>{note}</p><div><table>{rows}</table></div>{between}{converter}"
    assert (read(stands(f"{title} - Дерек", main)).refusal == (Reason.NOT_ARTICLE, "a page about the portal")) is refused


DAYS = ("Дүйсенбі", "Сейсенбі", "Сәрсенбі", "Бейсенбі", "Жұма")
WEEK = "".join(f"<div class='d'><b>{day}</b><i>{at} қараша</i><s>+{at}°</s><s>-{at}°</s></div>" for at, day in enumerate(DAYS, 3))
REMARK = "<p>Апта басында күн жылы, демалыс күндері жаңбыр жауып, жел күшейеді деп күтіледі.</p>"


@pytest.mark.parametrize(
    ("title", "text", "refused"),
    [
        ("Оралдағы ауа райы – 5 күнге болжам", f"<div>{WEEK}</div>{REMARK}", True),
        ("Погода в Уральске", f"<div>{WEEK.replace('Дүйсенбі', 'Пн')}</div>{REMARK}", True),
        ("Оралдағы ауа райы – 5 күнге болжам", f"{REMARK}<div>{WEEK}</div>", False),
        ("Оралдағы ауа райы – 5 күнге болжам", f"<div>{WEEK}</div>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}", False),
        ("Оралда жаңа көпір ашылды", f"<div>{WEEK}</div>{REMARK}", False),
        ("Оралдағы ауа райы – 5 күнге болжам", f"<p>Дүйсенбі, 3 қараша: +3°, түнде -3°.</p>{REMARK}", False),
    ],
    ids=["of a city", "Russian", "a widget behind", "news", "another headline", "a day told"],
)
def test_days_under_a_title_of_the_weather_are_no_news(title: str, text: str, *, refused: bool) -> None:
    main = f"<h1>{title}</h1><div>2 қараша 2025, 14:20</div>{text}"
    assert (read(stands(f"{title} - Дерек", main)).refusal == (Reason.NOT_ARTICLE, "a forecast of days")) is refused


@pytest.mark.parametrize(
    ("title", "more", "refused"),
    [("Алматыдағы ауа райы", "", True), ("Алматыдағы ауа райы мектептерді жапты", "", False), ("Алматыдағы ауа райы", " ".join(PARAGRAPHS), False)],
    ids=["the weather", "news", "news at length"],
)
def test_degrees_under_a_title_that_names_but_the_weather_of_a_city_are_no_news(title: str, more: str, *, refused: bool) -> None:
    days = "".join(f"<div><h3>{at} қараша</h3><p>күндіз <b>+{at}°</b></p><p>түнде <b>-{at}°</b></p></div>" for at in range(2, 6))
    main = f"<h1>{title}</h1><div>{days}<p>Алдағы күндері құрғақ әрі жылы ауа райы сақталады. Жұмада аздаған жаңбыр жауады.</p><p>{more}</p></div>"
    assert (read(stands(f"{title} - Дерек", main)).refusal == (Reason.NOT_ARTICLE, "a forecast of days")) is refused


@pytest.mark.parametrize(
    ("title", "date", "days", "refused"),
    [
        ("Оралда ауа райы", "", "{0} қараша", True),
        ("Алматыдағы ауа райы", "", "Жұма, {0} қараша", True),
        ("Оралда ауа райы", "2 қараша 2025, 14:20", "{0} қараша", False),
        ("Оралда ауа райы күрт өзгереді", "", "{0} қараша", False),
        ("Оралда ауа райы", "", "Желтау {0}", False),
    ],
    ids=["dates", "weekdays", "news of a day", "news", "other rows"],
)
def test_a_table_of_days_over_a_text_is_a_forecast_at_any_length(title: str, date: str, days: str, *, refused: bool) -> None:
    rows = "".join(f"<tr><td>{days.format(at)}</td><td>-{at}°</td><td>+{at}°</td><td>қар</td></tr>" for at in range(3, 9))
    text = "".join(f"<p>{said}</p>" for said in PARAGRAPHS)
    main = f"<h1>{title}</h1><div>{date}</div><table>{rows}</table><div>{text}</div>"
    assert (read(stands(f"{title} - Дерек", main)).refusal == (Reason.NOT_ARTICLE, "a forecast of days")) is refused


@pytest.mark.parametrize(
    ("head", "heading", "field", "date", "refused"),
    [
        ("Валюта бағамы бүгін, 2 қараша 2025", "Валюта бағамы бүгін", "<input type='date'>", "", True),
        ("Валюта бағамы бүгін, 2 қараша 2025", "Валюта бағамы бүгін", "", "", False),
        ("Теңге неге нығайды", "Валюта бағамы бүгін", "<input type='date'>", "", False),
        ("Валюта бағамы бүгін, 2 қараша 2025", "Жаңа күнтізбе", "<input type='date'>", "", False),
        ("Валюта бағамы бүгін, 2 қараша 2025", "Валюта бағамы бүгін", "<input type='date'>", "<div>2 қараша 2025, 14:20</div>", False),
    ],
    ids=["a board", "no field", "news under a widget", "another table", "news with its day"],
)
def test_a_board_of_rates_may_explain_itself_under_a_heading(head: str, heading: str, field: str, date: str, *, refused: bool) -> None:
    rows = "".join(f"<tr><td>{code}</td><td>1</td><td>{at}42,20</td></tr>" for at, code in enumerate(("USD", "EUR", "RUB"), 4))
    text = "".join(f"<p>{said}</p>" for said in PARAGRAPHS)
    board = f"<h1>{heading}</h1><form>{field}</form><table>{rows}</table>"
    found = read(stands(f"{head} - Дерек", f"{board}<div><h2>Теңге неге нығайды</h2>{date}{text}</div>"))
    assert found.values["title"] == "Теңге неге нығайды"
    assert (found.refusal == (Reason.NOT_ARTICLE, "a page about the portal")) is refused


@pytest.mark.parametrize(
    ("title", "date", "behind", "refused"),
    [
        ("Ауыл өмірі", "", "/n/771-egis", True),
        ("Ауыл өмірі", "2 қараша 2025, 14:20", "/n/771-egis", False),
        ("Ауыл өмірі", "over 2 қараша 2025, 14:20", "/n/771-egis", False),
        ("Ауыл өмірі", "", "/n/765-teatr", False),
        ("Ауыл көпірі жөндеуден кейін ашылды", "", "/n/771-egis", False),
    ],
    ids=["a section", "an article with its day", "its day over the headline", "a link to another", "an article that the head states"],
)
def test_a_story_in_full_with_a_link_to_its_page_is_the_first_of_a_section(title: str, date: str, behind: str, *, refused: bool) -> None:
    text = "".join(f"<p>{said}</p>" for said in PARAGRAPHS * 2)
    story = f"<div><h2><a href='/n/771-egis'>Бидай егісі бір апта ерте басталды</a></h2><time>1 қараша 2025</time>{text}<a href='{behind}'>Толығырақ</a></div>"
    others = "".join(f"<li><a href='/n/{at}'>Ауылда {at} үй салынды</a> <i>1 қараша 2025</i></li>" for at in range(8))
    shown = f"<div>{date[5:]}</div><h1>{title}</h1>" if date.startswith("over ") else f"<h1>{title}</h1><div>{date}</div>"
    found = read(stands(f"{title} | Дерек", f"{shown}{story}<ul>{others}</ul>"))
    assert (found.refusal == (Reason.NOT_ARTICLE, "a list of links")) is refused


LONG = "".join(f"<p>{text}</p>" for text in PARAGRAPHS * 3)


@pytest.mark.parametrize(
    ("title", "form", "links", "refused"),
    [
        ("Бір сәт күте тұрыңыз…", "<form><button>Жалғастыру</button></form>", "", True),
        ("Бір сәт күте тұрыңыз…", "", "", False),
        ("Бір сәт күте тұрыңыз…", "<form><button>Жалғастыру</button></form>", "".join(f"<a href='/{at}'>Бөлім</a>" for at in range(9)), False),
        ("Ауылда браузеріңізді тексеретін орталық ашылды", "<form><button>Жалғастыру</button></form>", "", False),
    ],
    ids=["a check that explains itself", "no form", "a menu", "news"],
)
def test_a_check_of_the_browser_may_explain_itself_at_length(title: str, form: str, links: str, *, refused: bool) -> None:
    markup = f"<html><head><title>{title}</title></head><body>{links}<div><h1>{title}</h1>{LONG}{form}</div></body></html>"
    assert (read(markup).refusal == (Reason.CHALLENGE, "a bot check")) is refused


@pytest.mark.parametrize(("date", "refused"), [("", True), ("<div>2 қараша 2025</div>", False)])
def test_a_request_for_consent_may_say_what_is_dear_to_the_portal(date: str, *, refused: bool) -> None:
    title = "Сіздің құпиялылығыңыз біз үшін маңызды"
    found = read(stands("Келісім – Дерек", f"<h1>{title}</h1>{date}<p>Cookie файлдары туралы.</p>{LONG}")).refusal
    assert ((found or (None,))[0] is Reason.CONSENT) is refused


@pytest.mark.parametrize(("tag", "refused"), [("h3", True), ("p", False)])
def test_a_wall_may_stand_in_place_of_the_text(tag: str, *, refused: bool) -> None:
    wall = f"<div><{tag}>Мақаланың жалғасы – жазылушыларға ғана</{tag}><p>Жазылу арқылы күн сайын бес талдамалық мақала оқисыз, жабық шолуларды көресіз.</p></div>"
    found = read(stands(f"{TITLE} | Дерек", f"<div><h1>{TITLE}</h1><div>2 қараша 2025, 14:20</div>{wall}</div>")).refusal
    assert ((found or (None,))[0] is Reason.LOGIN) is refused


@pytest.mark.parametrize(("texts", "refused"), [(1, True), (8, False)])
def test_a_poll_is_no_article_and_an_article_may_hold_one(texts: int, *, refused: bool) -> None:
    votes = "<div>Иә, қажет</div><div>61% (1 220 дауыс)</div><div>Жоқ, қажет емес</div><div>39% (780 дауыс)</div>"
    text = "".join(f"<p>{said}</p>" for said in (PARAGRAPHS * 3)[:texts])
    found = read(stands(f"{TITLE} | Дерек", f"<div><h1>{TITLE}</h1><div>2 қараша 2025, 14:20</div>{text}<div>{votes}</div></div>")).refusal
    assert (found == (Reason.NOT_ARTICLE, "a poll")) is refused


@pytest.mark.parametrize(("cards", "refused"), [(5, True), (1, False)])
def test_excerpts_with_links_to_read_on_between_them_are_a_list(cards: int, *, refused: bool) -> None:
    card = (
        "<div class='blog-item'><div class='page-header'><h2><a href='/b/{0}-m'>Ауылда {0} жаңа мектеп ашылды</a></h2></div>"
        "<dl class='article-info'><dt class='article-info-term'>Толығырақ</dt><dd class='createdby'>Жазған: <span>{1}</span></dd>"
        "<dd class='published'><time>Жарияланған: 1{0} Мамыр 2023</time></dd><dd class='hits'>Қаралым: 21{0}</dd></dl>"
        "<p>Ауданда {0} жаңа спорт залы ел игілігіне берілді, {2}</p><p class='readmore'><a href='/b/{0}-m'>Толығырақ оқу …</a></p></div>"
    )
    written = zip(("Айгүл Сәбит", "Дәурен Әлім", "Айгүл Сәбит", "Жанна Мейрам", "Дәурен Әлім"), (*PARAGRAPHS, *PARAGRAPHS[:2]), strict=True)
    items = "".join(card.format(at, name, text.lower()) for at, (name, text) in enumerate(list(written)[:cards]))
    header = f"<div class='page-header'><h1>Білім</h1></div><div class='desc'><p>{PARAGRAPHS[1]} Айдарды Айгүл Сәбит жүргізеді.</p></div>"
    found = read(stands("Білім - Derek", f"<div class='blog'>{header}<div class='blog-items'>{items}</div></div>")).refusal
    assert (found == (Reason.NOT_ARTICLE, "a list of links")) is refused


@pytest.mark.parametrize(("url", "refused"), [("https://derek.kz/?p=512", False), ("https://derek.kz/", True)])
def test_a_linked_headline_over_cards_is_a_list_at_the_root_and_not_where_the_query_names_the_article(url: str, *, refused: bool) -> None:
    linked = article(f'<a title="Permalink to: {TITLE}">{TITLE}</a>')
    cards = "".join(f"<div><h4><a href='/?p={at}'>Ауылда {at} жаңа мектеп ашылды</a></h4></div>" for at in range(6))
    assert (read(stands(TITLE, f"{linked}{cards}"), url).refusal is not None) is refused


@pytest.mark.parametrize(
    ("between", "refused"), [("", False), ("<h3><a href='/n/3'>Ауылда үш жаңа мектеп ашылды</a></h3>", True)], ids=["a correction", "a section"]
)
def test_a_headline_of_one_word_right_over_the_text_is_no_name_of_a_list(between: str, *, refused: bool) -> None:
    main = f"<div><div>Редакциядан • 2 қараша 2025</div><h1>Түзету</h1>{between}<p>{PARAGRAPHS[0]}</p></div>"
    cards = "".join(f"<div><small>1 қараша 2025</small><h5><a href='/n/{at}'>Ауылда {at} жаңа мектеп ашылды</a></h5><p>{PARAGRAPHS[1]}</p></div>" for at in range(9))
    found = read(stands("Түзету - Дерек үні газеті", f"<div>{main}</div><div>{cards}</div>"))
    assert (found.refusal is not None) is refused


@pytest.mark.parametrize(
    ("title", "hours", "refused"),
    [
        ("Телебағдарлама", 6, True),
        ("Эфир кестесі", 6, True),
        ("Ертеңгі телебағдарлама: 3 қараша, дүйсенбі", 6, True),
        ("Телебағдарлама 3–9 қараша 2025 жыл", 6, True),
        ("«Дерек» телеарнасының бағдарламасы, 3 қараша", 6, True),
        ("Телебағдарлама неге өзгерді", 6, False),
        ("«Ауыл аңызы» деректі бағдарламасы", 6, False),
        ("3 қарашадан бастап телебағдарлама өзгереді", 6, False),
        ("Телебағдарлама", 2, False),
        ("Ертеңгі телебағдарлама: 3 қараша, дүйсенбі", 2, False),
    ],
)
def test_what_a_channel_shows_on_a_day_is_no_news(title: str, hours: int, *, refused: bool) -> None:
    shown = "".join(f"<div>{at:02}:15</div><h3>Ауыл аңызы</h3><p>{text}</p>" for at, text in enumerate((PARAGRAPHS * 2)[:hours]))
    found = read(stands(title, f"{article(title)}{shown}")).refusal
    assert (found == (Reason.NOT_ARTICLE, "a page about the portal")) is refused


@pytest.mark.parametrize("title", ["Дербес деректерді қорғау", "Дербес деректерді өңдеу", "Электронды журнал"])
@pytest.mark.parametrize(("date", "refused"), [("2 қараша 2025, 14:20", False), ("", True)])
def test_a_story_may_be_called_as_a_part_of_a_portal_and_has_its_day(title: str, date: str, *, refused: bool) -> None:
    found = read(stands(f"{title} | Derek", article(title, date=date))).refusal
    assert (found == (Reason.NOT_ARTICLE, "a page about the portal")) is refused


LINKED_LINES = "".join(f"<tr><td><a href='/index.php?id={at}'>Ауылда {at} жаңа мектеп ашылды, алаңы да бар</a></td></tr>" for at in range(40))


@pytest.mark.parametrize(
    ("url", "texts", "refused"),
    [
        ("https://derek.kz/kk/NewsView.aspx?id=7731", PARAGRAPHS * 2, False),
        ("https://derek.kz/kk/News.aspx", PARAGRAPHS * 3, False),
        ("https://derek.kz/kk/News.aspx", PARAGRAPHS, True),
        ("https://derek.kz/kk/NewsView.aspx?id=7731", PARAGRAPHS[:2], True),
    ],
    ids=["an article's address", "a long text", "another address", "two paragraphs"],
)
def test_a_row_of_paragraphs_under_its_title_is_an_article_whatever_is_listed_beside(
    url: str, texts: tuple[str, ...], *, refused: bool
) -> None:
    told = "".join(f"<div>{text}</div>" for text in texts)
    table = f"<table><tr><td>{TITLE}</td></tr><tr><td>{told}</td></tr></table><table>{LINKED_LINES}</table>"
    found = read(stands("Жаңалық", table), url).refusal
    assert (found == (Reason.NOT_ARTICLE, "a list of links")) is refused


def test_a_short_row_under_the_heading_of_a_list_is_what_a_programme_says_of_itself() -> None:
    told = "".join(f"<p>{text}</p>" for text in PARAGRAPHS * 2)
    markup = f"<h1>Ашық алаң</h1>{told}<ul>{LINKED_LINES.replace('tr>', 'li>').replace('td>', 'b>')}</ul>"
    assert read(stands("Derek", markup), "https://derek.kz/programmes/71-ashyq-alan").refusal == (Reason.NOT_ARTICLE, "a list of links")
