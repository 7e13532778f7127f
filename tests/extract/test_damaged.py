# ruff: noqa: E501
"""Pages with tags missing or too many: a text goes on where a reader sees it go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

if TYPE_CHECKING:
    from collections.abc import Sequence

LINES = (
    "Көпірдің ашылу салтанатына көрші екі ауылдың тұрғындары түгел дерлік жиналды.",
    "Жөндеу жұмысына облыстық бюджеттен тоқсан миллион теңге бөлінген болатын.",
    "Келер жылы өзеннің арғы бетіндегі жолға да асфальт төселмек.",
)
"""What the text goes on with behind PARAGRAPHS."""
ADVERT = '<div class="banner">Жарнама</div>'
CARDS = '<aside><b>Тақырып бойынша</b><a href="/n/1"><h4>Аудандағы мектепте жөндеу жұмысы аяқталды</h4><span>1 қараша, 19:29</span></a></aside>'
FIGURE = '<figure><a href="/n/2"><div>Мектеп жөнделді</div><div class="meta">Ауыл хабары, 1 қараша 2025</div></a></figure>'
"""A card of another article, as an editor inserts it."""
TAGS = '<div class="tags">Тегтер: <a href="/tag/k">көпір</a></div>'
DATE = '<div class="date">2 қараша 2025, 14:20</div>'


def in_paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def closed_early(*behind: str) -> list[str]:
    """Return the text of a page of which the box of the text is closed before the markup `behind`, and all around it as well."""
    head = f'<div class="w"><div class="a"><h1>{TITLE}</h1>{DATE}<div class="x7">{in_paragraphs(PARAGRAPHS)}</div></div></div>'
    return list(read(page(main=head + "".join(behind))).values["body"])


@pytest.mark.parametrize("between", ["", ADVERT, CARDS, ADVERT + CARDS, FIGURE])
def test_a_text_goes_on_in_paragraphs_behind_a_box_that_is_closed_too_early(between: str) -> None:
    first, *rest = LINES
    assert closed_early(between, "<h2>Тұрғындар не дейді?</h2>", f"<p>{first}</p>", CARDS, in_paragraphs(rest), TAGS) == [
        *PARAGRAPHS,
        "Тұрғындар не дейді?",
        *LINES,
    ]
    listed = "<p>Жұмыс үш кезеңнен тұрды:</p><ul><li>тіректер</li><li>төсем</li></ul>"
    assert closed_early(between, listed, in_paragraphs(LINES), "<p>Ауыл тынысы</p>") == [
        *PARAGRAPHS, "Жұмыс үш кезеңнен тұрды:", "тіректер", "төсем", *LINES
    ]  # fmt: skip


OTHERS = {
    "two paragraphs": in_paragraphs(LINES[:2]),
    "what stands behind the tags": TAGS + in_paragraphs(LINES),
    "what stands behind the shares": '<div class="share"><a href="#">Бөлісу</a></div>' + in_paragraphs(LINES),
    "another article": f"<h1>Мектеп жөнделді</h1>{in_paragraphs(LINES)}",
    "an article behind a linked headline": f'<h2><a href="/n/2">Мектеп жөнделді</a></h2>{in_paragraphs(LINES)}',
    "a dated article": f"<p>1 қараша 2025</p>{in_paragraphs(LINES)}",
    "comments": f"<p>{LINES[0]}</p><h3>Пікірлер</h3>{in_paragraphs(LINES[1:])}",
    "a list of other articles": f"<p>{LINES[0]}</p><h3>Ұқсас жаңалықтар</h3>{in_paragraphs(LINES[1:])}",
    "a box of its own": f'<div class="k">{in_paragraphs(LINES)}</div>',
    "links": "".join(f'<p><a href="/n/{at}">{line[:50]}</a>{line[50:]}</p>' for at, line in enumerate(LINES)),
    "what stands far behind": "".join(f"<div>Айдар {at}</div>" for at in range(14)) + in_paragraphs(LINES),
}


@pytest.mark.parametrize("other", OTHERS)
def test_no_part_of_a_text_is_what_stands_behind_its_box_as(other: str) -> None:
    assert closed_early(OTHERS[other]) == list(PARAGRAPHS)


ASKS = "<h3>Жаңалықтарға жазылыңыз</h3><input><p>Аптасына бір хат</p>"
LINKED_CARD = '<div class="k"><a href="/n/4"><h3>Мектепте жөндеу бітті</h3><p>Оқушылар жаңа сыныпқа келесі аптада кіреді деп күтіледі.</p></a></div>'


@pytest.mark.parametrize("over", ["", LINKED_CARD], ids=["a form", "a form behind a card"])
def test_a_text_goes_on_in_a_form_that_nobody_closed(over: str) -> None:
    more = [f"Ертеңіне {' '.join(reversed(line[:-1].split()))}." for line in LINES]
    boxed = f"<p>{LINES[1]}</p><p>жол</p>{in_paragraphs((LINES[2], *more))}"
    assert closed_early(f"{over}<form>{ASKS}<p>{LINES[0]}</p><div>{boxed}</div>") == [
        *PARAGRAPHS,
        *LINES[:2],
        "жол",
        LINES[2],
        *more,
    ]


@pytest.mark.parametrize(
    "form",
    [
        f"<form>{ASKS}{in_paragraphs(LINES[:2])}</form>",
        f"<form><input>{in_paragraphs(LINES)}<button>Жіберу</button></form>",
        f"<form>{in_paragraphs(LINES)}<textarea></textarea></form>",
        f"<form>{in_paragraphs(LINES)}</form>",
        f"<form>{ASKS}<h2>Мектеп жөнделді</h2><div>{LINES[0]}</div><div>{LINES[1]}</div><div>{LINES[2]}</div></form>",
    ],
    ids=["two sentences", "over its button", "over its field", "nothing is asked", "no paragraphs"],
)
def test_what_a_form_says_of_itself_is_no_text(form: str) -> None:
    assert closed_early(form) == list(PARAGRAPHS)


def test_a_card_in_one_link_may_stand_where_a_text_goes_on() -> None:
    assert closed_early(LINKED_CARD, in_paragraphs(LINES)) == [*PARAGRAPHS, *LINES]
    assert closed_early(LINKED_CARD.replace("</h3>", '</h3></a><a href="/n/4">'), in_paragraphs(LINES)) == list(PARAGRAPHS)


def test_a_day_in_a_sentence_opens_no_other_article() -> None:
    said = "Жаңа көпір 2026 жылғы 1 сәуірде қайта ашылады."
    assert closed_early(in_paragraphs((*LINES, said))) == [*PARAGRAPHS, *LINES, said]
    assert closed_early(in_paragraphs((*LINES, "2025 жылғы 1 қараша"))) == [*PARAGRAPHS, *LINES]


def test_a_mark_of_an_editor_is_no_link() -> None:
    text = "<p>{}</p><p><em><a{}>{}</a></em></p><p>{}</p>"

    def with_link(attributes: str) -> list[str]:
        shown = text.format(PARAGRAPHS[0], attributes, PARAGRAPHS[1], PARAGRAPHS[2])
        return list(read(page(main=f'<article><h1>{TITLE}</h1>{DATE}<div class="text">{shown}</div></article>')).values["body"])

    assert with_link(' name="_GoBack"') == list(PARAGRAPHS)
    assert with_link(' href="/n/4"') == [PARAGRAPHS[0], PARAGRAPHS[2]]
    text = '<p>{}</p><a class="k"{}><p>{}</p></a><p>{}</p>'
    assert with_link("") == [PARAGRAPHS[0], PARAGRAPHS[2]], "a card that a script opens"


CHAT = "".join(f"<p><b>Оқырман</b> 0{at}.11 10:2{at}: Біздің ауылдың көпірін қашан жөндейсіздер?</p>" for at in range(1, 9))


def linked(*paragraphs: str) -> list[str]:
    """Return the text of a page beside a chat, with its last paragraphs in a link that is not closed before the headline."""
    side = f'<table><tr><td><div class="sb">{CHAT}</div></td><td>'
    return list(
        read(
            page(
                main=f'{side}<a href="#top"><div class="ev"><h2>{TITLE}</h2>{DATE}{in_paragraphs(paragraphs)}</div></td></tr></table>'
            )
        ).values["body"]
    )


def test_a_link_over_a_text_is_one_that_nobody_closed() -> None:
    said = f'{LINES[0][:-1]}, деп хабарлайды <a href="https://auyl.example/n">«Ауыл» газеті</a>.'
    assert linked(*PARAGRAPHS, said, *LINES[1:]) == [*PARAGRAPHS, f"{LINES[0][:-1]}, деп хабарлайды «Ауыл» газеті.", *LINES[1:]]


def test_a_link_over_two_paragraphs_is_a_card() -> None:
    card = f'<a href="/n/3"><div><p>{LINES[0]}</p><p>{LINES[1]}</p></div></a>'
    text = f'<article><h1>{TITLE}</h1>{DATE}<div class="text">{in_paragraphs(PARAGRAPHS)}{card}</div></article>'
    assert list(read(page(main=text)).values["body"]) == list(PARAGRAPHS)


LONG = "Үлкендердің айтуынша, көпірді алғаш рет соғыстан кейін ағаштан салған. Бертін келе оның орнына темірбетон төселді."
"""A paragraph of two sentences."""


def within(part: str) -> list[str]:
    """Return the text of a page with a part amid its paragraphs."""
    first, second, third = (f"<p>{text}</p>" for text in PARAGRAPHS)
    return list(
        read(page(main=f'<article><h1>{TITLE}</h1>{DATE}<div class="text">{first}{part}{second}{third}</div></article>')).values[
            "body"
        ]
    )


WITH_LONG = [PARAGRAPHS[0], LONG, *PARAGRAPHS[1:]]
HELD = {
    "a link": f'<a href="/p/1"><p>{LONG}</p></a>',
    "a button": f'<button class="txt"><p>{LONG}</p></button>',
    "the place of an advert": f'<div class="ad-slot"><script>show()</script><span>Жарнама</span><p>{LONG}</p></div>',
}


@pytest.mark.parametrize("holder", HELD)
def test_a_paragraph_amid_a_text_is_of_it_though_it_stands_in(holder: str) -> None:
    assert within(HELD[holder]) == WITH_LONG


OTHER = "Аудандағы мектепте жөндеу жұмысы аяқталды"
NOT_HELD = {
    "a link with a headline": f'<a href="/p/1"><h4>{OTHER}</h4><p>{LONG}</p></a>',
    "a link with a headline under it": f'<a href="/p/1"><p>{LONG}</p><h4>{OTHER}</h4></a>',
    "a link with a headline in it": f'<a href="/p/1"><p><h4>{OTHER}</h4>{LONG}</p></a>',
    "a link with a picture": f'<a href="/p/1"><img src="/i.jpg"><p>{LONG}</p></a>',
    "a link with a picture in its paragraph": f'<a href="/p/1"><p><img src="/i.jpg">{LONG}</p></a>',
    "a link that says more": f'<a href="/p/1">{OTHER}<p>{LONG}</p></a>',
    "a link behind which more is said": f'<a href="/p/1"><p>{LONG}</p>Толығырақ</a>',
    "a link in a list of others": f'<div class="related"><a href="/p/1"><p>{LONG}</p></a></div>',
    "a link with one sentence": f'<a href="/p/1"><p>{PARAGRAPHS[1][:-1]} және олардың бәрі кешкісін бір мезгілде жанады.</p></a>',
    "a link with a short sentence or two": f'<a href="/p/1"><p>{LINES[2]} Сөйтіңіз.</p></a>',
    "a link with no sentence at its end": f'<a href="/p/1"><p>{LONG[:-1]}</p></a>',
    "a button with a picture": f'<button><img src="/i.jpg"><p>{LONG}</p></button>',
    "an advert with a link": f'<div class="ad-slot"><script>show()</script><p>{LONG}</p><a href="https://duken.example">Дүкен</a></div>',
    "an advert in a link": f'<a href="https://duken.example"><div class="ad-slot"><script>show()</script><p>{LONG}</p></div></a>',
    "an advert without a script": f'<div class="ad-slot"><p>{LONG}</p></div>',
    "an advert of one sentence": f'<div class="ad-slot"><script>show()</script><p>{LINES[0]}</p></div>',
    "an advert in a box of its own": f'<div class="ad-slot"><script>show()</script><div class="k"><p>{LONG}</p></div></div>',
}


@pytest.mark.parametrize("holder", NOT_HELD)
def test_no_paragraph_of_a_text_is_what_stands_in(holder: str) -> None:
    assert within(NOT_HELD[holder]) == list(PARAGRAPHS)


CARD = '<li><a href="/n/{0}">Аудандағы {0}-мектепте жөндеу жұмысы аяқталды</a><div class="when">{0}.10.2025</div></li>'
LISTED = f"<h3>Ұқсас жаңалықтар</h3><ul>{''.join(map(CARD.format, range(11, 17)))}</ul>"
EXCERPT = '<div class="card"><a href="/n/{0}"><h4>Аудандағы {0}-мектепте жөндеу жұмысы аяқталды</h4></a><p>{1}</p></div>'


def broken_off(inside: str, *, text: Sequence[str] = PARAGRAPHS[:2]) -> list[str]:
    """Return the text of a page with a list of other articles that is closed behind what stands `inside` it alone."""
    box = f'<div class="related-posts"><div class="wrap">{inside}</div></div>'
    return list(
        read(page(main=f'<div class="k3"><h1>{TITLE}</h1>{DATE}<div class="k4">{in_paragraphs(text)}{box}</div></div>')).values[
            "body"
        ]
    )


def test_a_text_goes_on_in_a_list_of_other_articles_that_is_not_closed() -> None:
    opening = f"{LINES[0]} {LINES[1]}"
    rest = f"<p>{opening}</p><h3>Жоспарда не бар</h3><ul><li>жаңа жол</li><li>{LINES[2]}</li></ul><p>{LONG} {LINES[1]}</p>"
    assert broken_off(LISTED + rest) == [*PARAGRAPHS[:2], opening, "Жоспарда не бар", "жаңа жол", LINES[2], f"{LONG} {LINES[1]}"]


MORE = [f"{line} {LONG}" for line in LINES]


def test_a_list_of_other_articles_with_excerpts_is_no_text() -> None:
    opening = list(PARAGRAPHS[:2])
    assert broken_off(LISTED + in_paragraphs(MORE)) == [*opening, *MORE]
    assert broken_off("".join(EXCERPT.format(at, text) for at, text in enumerate(MORE))) == opening
    assert broken_off(LISTED + "".join(f"<div><p>{text}</p></div>" for text in MORE)) == opening, (
        "each stands in a box of its own"
    )
    assert broken_off(LISTED + "".join(f'<p><a href="/n/{at}">{text}</a></p>' for at, text in enumerate(MORE))) == opening
    flat = "".join(f'<h4><a href="/n/{at}">{OTHER}</a></h4><p>{text}</p>' for at, text in enumerate(MORE))
    assert broken_off(LISTED + flat) == opening
    assert broken_off(LISTED + in_paragraphs(MORE[:2])) == opening, "two may be a note"


OPEN = {
    "a list of other articles": f'<div class="related-posts"><div class="wrap">{LISTED.partition("</h3>")[2]}',
    "the place of an advert": '<div class="banner"><span>Жарнама</span><script>show()</script>',
    "a caption": '<figure><img src="/i.jpg"><figcaption>Ескі көпірдің қазіргі түрі',
    "a button": '<button type="button">',
}


@pytest.mark.parametrize("box", OPEN)
def test_a_text_goes_on_in_a_box_amid_it_that_is_not_closed(box: str) -> None:
    rest = in_paragraphs([LONG, *LINES])
    assert within(f"{OPEN[box]}{rest}").count(LONG) == 1
    assert set(LINES) <= set(within(f"{OPEN[box]}{rest}"))
    two = within(f"{OPEN[box]}{in_paragraphs(LINES[:2])}</div></div></figcaption></figure></button>")
    assert set(LINES).isdisjoint(two), "two may be a caption or a note"


def in_text(shown: str) -> list[str]:
    return list(read(page(main=f'<article><h1>{TITLE}</h1>{DATE}<div class="text">{shown}</div></article>')).values["body"])


def test_a_text_goes_on_in_a_link_amid_a_paragraph_that_has_no_end_tag() -> None:
    first, *rest = PARAGRAPHS
    amid = f'<p>Бұл <a href="/tag/k">{LINES[0]} <b>{LINES[1]}</b></p>'
    assert in_text(f"<p>{first}</p>{amid}{in_paragraphs(rest)}{TAGS}") == [first, f"Бұл {LINES[0]} {LINES[1]}", *rest]
    assert in_text(f"<p>{first}</p>{amid}{in_paragraphs(rest)}") == [first, f"Бұл {LINES[0]} {LINES[1]}", *rest], (
        "no tag of a link follows"
    )
    closed = amid.replace("</b>", "</b></a>")
    assert in_text(f"<p>{first}</p>{closed}{in_paragraphs(rest)}{TAGS}") == [first, *rest], "its author chose that"
    hidden = f"<p>{first}</p>{amid}<!-- </a> -->{in_paragraphs(rest)}"
    assert in_text(hidden) == [first, f"Бұл {LINES[0]} {LINES[1]}", *rest], "nobody sees that end tag"


def test_a_text_goes_on_in_a_link_around_a_picture_that_has_no_end_tag() -> None:
    first, second, third = PARAGRAPHS
    opened = '<a href="/foto/1"><img src="/1.jpg">'
    assert in_text(f"<p>{first}</p><p>{second}</p>{opened}<p>{third}</p>{TAGS}") == list(PARAGRAPHS)
    assert in_text(f"<p>{first}</p><p>{second}</p>{opened}<p>{third}</p></a>{TAGS}") == [first, second]


def test_many_links_without_end_tags_are_cards() -> None:
    cards = "".join(f'<div class="k"><a href="/n/{at}"><img src="/{at}.jpg"><p>{line}</p></div>' for at, line in enumerate(LINES))
    assert in_text(f"{in_paragraphs(PARAGRAPHS)}{cards}{TAGS}") == list(PARAGRAPHS)


HOLDERS = {
    "a list of tags": '<ul class="tags"><li><a href="/tag/k">көпір</a>',
    "a section of others": '<section class="related"><a href="/n/1">Аудандағы мектепте жөндеу бітті</a>',
    "a header": '<header><img src="/i.jpg">',
    "an aside": "<aside><b>Айтпақшы</b>",
}


@pytest.mark.parametrize("holder", HOLDERS)
def test_a_text_goes_on_in_furniture_of_a_kind_that_lacks_end_tags(holder: str) -> None:
    first, *rest = PARAGRAPHS
    assert set(rest) <= set(in_text(f"<p>{first}</p>{HOLDERS[holder]}{in_paragraphs(rest)}"))
    tag = HOLDERS[holder][1:].partition(" ")[0].partition(">")[0]
    before = f"{HOLDERS[holder]}{{}}</{tag}><article><h1>{TITLE}</h1>{DATE}<div class='text'>{in_paragraphs(PARAGRAPHS)}</div></article>"
    assert list(read(page(main=before.format(in_paragraphs(LINES[:2])))).values["body"]) == list(PARAGRAPHS), "it is closed"
    one = before.replace(f"</{tag}>", "").format(in_paragraphs(LINES[:1]))
    assert set(LINES).isdisjoint(read(page(main=one)).values["body"]), "one may be a note"


CODE = {
    "a script": "window.yaContextCb.push(function(){ Ya.render({ blockId: 'R-A-5' }) });",
    "an advert's call": "(adsbygoogle = window.adsbygoogle || []).push({});",
    "a style sheet": ".adv { color: red; margin: 0 } #b7 { display: block }",
}
EXAMPLE = "Бетті ашқанда document.write(); шақырылады, сондықтан function(){} ішіне жазған дұрыс."


@pytest.mark.parametrize("code", CODE)
def test_code_whose_tag_is_missing_is_no_text(code: str) -> None:
    first, *rest = PARAGRAPHS
    assert in_text(f"<p>{first}</p><div>{CODE[code]}</div>{in_paragraphs(rest)}") == list(PARAGRAPHS)
    assert CODE[code] in in_text(f"<p>{first}</p><pre>{CODE[code]}</pre>{in_paragraphs(rest)}"), "an example"
    assert CODE[code] in in_text(f"<p>{first}</p><p><code>{CODE[code]}</code></p>{in_paragraphs(rest)}")
    assert EXAMPLE in in_text(f"<p>{first}</p><p>{EXAMPLE}</p>{in_paragraphs(rest)}")


@pytest.mark.parametrize(
    "end", ["</body></html>", "</BODY>\n</HTML>", "</html>", "</body></html><html><head><title>Санақ</title></head><body>"]
)
def test_a_page_goes_on_behind_the_end_of_another_that_was_printed_into_it(end: str) -> None:
    first, *rest = PARAGRAPHS
    assert in_text(f"<p>{first}</p>{end}{in_paragraphs(rest)}") == list(PARAGRAPHS)
    head = f'<!doctype html><html><head><title>{TITLE}</title></head><body><div class="top">Дерек</div>'
    article = f'<article><h1>{TITLE}</h1>{DATE}<div class="text">{in_paragraphs(PARAGRAPHS)}</div></article>'
    assert list(read(f"{head}{end}{article}</body></html>").values["body"]) == list(PARAGRAPHS)
