"""Headings of other articles, and what an article itself is about, are no sign that something stands in its place."""

from __future__ import annotations

import pytest

from kznews.outcomes import Reason
from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read

MENU = "<nav>" + "".join(f'<a href="/b/{at}">Бөлім {at}</a>' for at in range(20)) + "</nav>"
LOGIN = '<form action="/kiru"><input name="login"><input type="password" name="word"><button>Кіру</button></form>'
SAYING = [
    ("Доступ ограничен: провайдерлер түсініктеме берді", Reason.CHALLENGE),
    ("Роботсыз ба? Капча қайдан шықты", Reason.CHALLENGE),
    ("Әкімнің мәлімдемесі сайттан өшірілді", Reason.SOFT_404),
    ("Материал удален с сайта министерства", Reason.SOFT_404),
    ("Жұмыста ештеңе табылмады", Reason.SOFT_404),
]


def entitled(title: str, *, date: str = "2 қараша 2025, 14:20", before: str = MENU, after: str = "") -> str:
    return page(before, after, main=article(title, date=date)).replace(TITLE, title)


@pytest.mark.parametrize("saying", [saying for saying, _ in SAYING])
@pytest.mark.parametrize(
    ("beside", "date"),
    [
        ('<aside><h2><a href="/n/7">{}</a></h2></aside>', ""),
        ("<aside><h2>{}</h2></aside>", ""),
        ('<div><h2><a href="/n/7">{}</a></h2></div>', ""),
        ("<div><h2>{}</h2></div>", "2 қараша 2025, 14:20"),
        ("<footer><h2>{}</h2></footer>", ""),
        ("<div><h2>{}</h2></div>", ""),
    ],
    ids=["a card", "a side column", "a card anywhere", "under a date", "a footer", "under a headline that the head states"],
)
def test_headings_beside_an_article_say_nothing_of_it(saying: str, beside: str, date: str) -> None:
    assert read(entitled(TITLE, date=date, after=beside.format(saying))).refusal is None


@pytest.mark.parametrize(("saying", "reason"), SAYING)
def test_a_headline_with_its_date_may_be_about_such_things(saying: str, reason: Reason) -> None:
    assert read(entitled(saying)).refusal is None
    undated = read(entitled(saying, date="", before="")).refusal
    assert undated is not None
    assert undated[0] is reason


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("<h1>Бет табылмады</h1>", Reason.SOFT_404),
        ("<h1>Кешіріңіз, сіз іздеген мақала табылмады</h1>", Reason.SOFT_404),
        ("<header class='page-header'><h1>404</h1></header><h2>Мұндай бет жоқ</h2>", Reason.SOFT_404),
        ("<h1><a href='/'>Дерек</a></h1><h2>Мақала табылмады</h2>", Reason.SOFT_404),
        ("<h1>Сіз робот емессіз бе?</h1>", Reason.CHALLENGE),
        ("<h1>Сіз робот емессіз бе? Derek.kz</h1>", Reason.CHALLENGE),
    ],
)
def test_the_page_s_own_heading_tells_it_in_a_portal_s_shell(heading: str, reason: Reason) -> None:
    card = "<div><h2><a href='/n/{0}'>Ауылда {0} жаңа мектеп ашылды</a></h2><i>{0}.10.2025</i></div>"
    cards = "".join(map(card.format, range(1, 6)))
    main = f"{heading}<p>Төмендегі жаңалықтарды оқыңыз.</p>"
    found = read(page(MENU, f"<aside>{cards}</aside>", main=main).replace(TITLE, "Дерек")).refusal
    assert found is not None
    assert found[0] is reason


@pytest.mark.parametrize(("title", "texts"), [("Көпір", 3), (TITLE, 1)])
def test_a_message_in_a_lower_heading_has_no_headline_and_text_over_it(title: str, texts: int) -> None:
    main = f"{article(title, PARAGRAPHS[:texts], date='')}<div><h2>Бұл материал жойылған</h2></div>"
    assert (read(page(MENU, main=main).replace(TITLE, title)).refusal or (None,))[0] is Reason.SOFT_404


def test_a_message_under_a_day_is_told_by_a_headline_that_the_head_does_not_state() -> None:
    said = (
        "Сіз ашқан мақала авторының өтініші бойынша сайттан алынып тасталды.",
        "Түсінбестік туындаса, редакцияға хабарласыңыз, жауап берейік.",
    )
    markup = page(MENU, main=article("Құрметті оқырман!", said))
    assert (read(markup.replace(TITLE, "Дерек")).refusal or (None,))[0] is Reason.SOFT_404
    news = (
        "Әкімнің уәдесі туралы жазба ресми парақшадан кеше кешке сайттан өшірілді.",
        "Оның себебін баспасөз қызметі айтпады, жауап күтіп отырмыз.",
        PARAGRAPHS[2],
    )
    assert read(page(MENU, main=article(paragraphs=news))).refusal is None


@pytest.mark.parametrize(
    "said", ["Өтінім беру үшін egov.kz сайтында тіркеліңіз.", "Анықтама жеке кабинет арқылы беріледі, кезек күтпейсіз."]
)
@pytest.mark.parametrize(
    "form",
    [f"<header>{LOGIN}</header>", f"<div class='login'>{LOGIN}</div>", f"<header><h2>Жеке кабинет</h2>{LOGIN}</header>"],
)
def test_news_of_a_service_on_a_portal_with_a_login_is_news(said: str, form: str) -> None:
    paragraphs = (*PARAGRAPHS, said)
    assert read(page(MENU + form, main=article(paragraphs=paragraphs))).refusal is None
    undated = read(page(MENU + form, main=article(paragraphs=paragraphs, date=""))).refusal
    assert undated is not None
    assert undated[0] is Reason.LOGIN


@pytest.mark.parametrize(
    ("wall", "refused"),
    [
        (f"<h2>Мақаланы оқу үшін жүйеге кіріңіз</h2>{LOGIN}", True),
        ("<div class='paywall'><p>Бұл мақала тек жазылушыларға арналған. Толық оқу үшін жазылыңыз.</p></div>", True),
        (f"<p>Кездесуге келгендер алдымен жүйеге кіру тәртібін үйренді.</p></div>{LOGIN}<div>", False),
    ],
    ids=["a heading", "a paywall", "news"],
)
def test_a_wall_under_a_dated_headline_says_so_itself(wall: str, *, refused: bool) -> None:
    walled = article(paragraphs=PARAGRAPHS[:2]).replace("</div></article>", f"{wall}</div></article>")
    assert ((read(page(MENU, main=walled)).refusal or (None,))[0] is Reason.LOGIN) is refused


ABOUT_GONE = "«404: бет табылмады» деген жазу қайдан шықты"
APOLOGY = "Өкінішке қарай, сіз іздеген бет табылмады. Осы сөйлемді күн сайын мыңдаған адам көреді."
PARTED = f"<p>{APOLOGY}</p><p>{PARAGRAPHS[0]}</p><h2>Серверлер қалай жауап береді?</h2><p>{PARAGRAPHS[1]}</p>"


@pytest.mark.parametrize(
    ("title", "date", "text", "gone"),
    [
        (ABOUT_GONE, "2 қараша 2025, 14:20", PARTED, False),
        (ABOUT_GONE, "", PARTED, True),
        (ABOUT_GONE, "2 қараша 2025, 14:20", f"<p>{APOLOGY}</p><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>", True),
        ("Кешіріңіз, сіз іздеген бет табылмады", "2 қараша 2025, 14:20", PARTED, True),
        ("Бет табылмады", "2 қараша 2025, 14:20", PARTED, True),
    ],
    ids=["about it", "no day", "no parts", "a headline that apologises", "a headline that says just that"],
)
def test_an_article_about_what_is_not_found_may_open_with_an_apology(title: str, date: str, text: str, *, gone: bool) -> None:
    main = article(title, paragraphs=(), date=date).replace('<div class="text">', f'<div class="text">{text}')
    found = read(page(MENU, main=main).replace(f"<title>{TITLE}", f"<title>{title}")).refusal
    assert ((found or (None,))[0] is Reason.SOFT_404) is gone


SHORT = "<p>Үш күн бойы еріктілер мен құтқарушылар орман ішін түгел сүзіп шықты, іздеу жұмысы ертең жалғасады.</p>"


@pytest.mark.parametrize(
    ("title", "date", "gone"),
    [
        ("Жоғалған бала табылмады", "2 қараша 2025, 14:20", False),
        ("Жарылғыш зат табылмады", "2 қараша 2025, 14:20", False),
        ("Қалада «404» деген кафе ашылды", "2 қараша 2025, 14:20", False),
        ("Жоғалған бала табылмады", "", True),
        ("Ештеңе табылмады", "2 қараша 2025, 14:20", True),
        ("Қате 404", "2 қараша 2025, 14:20", True),
    ],
)
def test_a_short_text_under_a_dated_headline_may_tell_what_was_not_found(title: str, date: str, *, gone: bool) -> None:
    main = article(title, paragraphs=(), date=date).replace('<div class="text">', f'<div class="text">{SHORT}')
    found = read(page(MENU, main=main).replace(f"<title>{TITLE}", f"<title>{title}")).refusal
    assert ((found or (None,))[0] is Reason.SOFT_404) is gone


WALL = "<h2>Толық мәтінді оқу үшін жазылыңыз</h2>"


@pytest.mark.parametrize(
    ("behind", "walled"),
    [
        (f"{WALL}<p>Осындай сөзді ақылы басылымдар жиі жазады, оның да өз тарихы бар.</p>", False),
        (WALL, True),
        (f"<div>{WALL}<p>Жазылған оқырмандар барлық мақаланы шектеусіз оқи алады.</p></div>", True),
        (f'{WALL}<p>Барлық мақаланы шектеусіз <a href="/j">оқи аласыз</a>, айына мың теңге.</p>', True),
    ],
    ids=["a part of the text", "nothing behind it", "a box", "a link to subscribe"],
)
def test_a_heading_over_a_part_of_the_text_is_no_wall(behind: str, *, walled: bool) -> None:
    text = f"<p>{PARAGRAPHS[0]}</p><h2>Серверлер қалай жауап береді?</h2><p>{PARAGRAPHS[1]}</p>{behind}"
    main = article(paragraphs=()).replace('<div class="text">', f'<div class="text">{text}')
    assert ((read(page(MENU, main=main)).refusal or (None,))[0] is Reason.LOGIN) is walled
