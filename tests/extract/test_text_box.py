"""Where the text stands on pages of engines that nobody declared: what names and tags say of a box may be wrong."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kznews.extract.body import container
from kznews.extract.document import Document
from kznews.extract.page import read_page
from kznews.extract.zones import Zone, zone_of_words
from kznews.spiders.any import AnyPortal

NOW = datetime(2025, 11, 20, 9, 0, tzinfo=UTC)
TITLE = "Ауылда жаңа кітапхана ашылды"
TEXT = [
    "Қазанның соңында ауыл тұрғындары көптен күткен жаңа кітапхананың есігі айқара ашылып, алғашқы оқырмандар келді.",
    "Ғимаратта балаларға арналған бөлме, кең оқу залы және ескі газеттердің тігінділері сақталатын қойма бар.",
    "Кітапханашы Айгүл Сейтқызының айтуынша, қордағы он мың кітаптың жартысын тұрғындардың өздері сыйға тартқан.",
    "Келесі айда осы жерде жас ақындардың кеші өтпек, оған көрші ауданнан да қонақтар шақырылып отыр.",
    "Әкімдік келер жылы кітапхананың жанынан шағын баспахана ашуды жоспарлап, қажетті қаржыны бөліп қойды.",
    "Ал әзірге мұғалімдер сенбі сайын балаларға ертегі оқып беріп, кітап жөндеуді үйретіп жүр.",
]
DATED = "<time>20 қараша 2025, 09:30</time>"


def paragraphs(texts, tag="p"):
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def body_of(box):
    markup = (
        f"<html><head><title>{TITLE}</title></head><body><div class='menu'><a href='/'>Басты бет</a></div>"
        f"<div class='wrap'><h1>{TITLE}</h1>{DATED}{box}</div>"
        "<div class='side-list'><h3>Тағы не бар</h3><a href='/1'>Аудан орталығында көпір салынып жатыр</a></div></body></html>"
    )
    portal = AnyPortal.declared.at("auyl.example")
    address = "https://auyl.example/qogam/2025/kitaphana-ashyldy"
    reading = read_page(Document(markup.encode(), address), portal, NOW, layouts=False)
    assert reading.values["title"] == TITLE
    return [text for text in (reading.values["lead"], *reading.values["body"]) if text]


BOXES = {
    "an inline element": f"<div class='col'><span class='hs_cos_wrapper'>{paragraphs(TEXT)}</span></div>",
    "a tag nobody knows": f"<div class='col'><block>{paragraphs(TEXT)}</block></div>",
    "a class of its own beside another": f"<div class='entry-content entry-content-read-more'>{paragraphs(TEXT)}</div>",
    "a class of its own beside a layout's": f"<div class='l-sidebar-fixed l-article-body'>{paragraphs(TEXT)}</div>",
    "utility classes for print": f"<div class='print:max-w-full related:mx-2 px-6'>{paragraphs(TEXT)}</div>",
    "a name about what is under it": f"<div class='wrapper-has-no-bottom-gap'>{paragraphs(TEXT)}</div>",
    "a widget for all of it": f"<div class='widgets_article-widgets__9S'>{paragraphs(TEXT)}</div>",
    "a widget for each part": "".join(f"<div class='article-widget text'><p>{text}</p></div>" for text in TEXT),
    "what a button prints": f"<div class='d-flex PrintThis'><div class='LongDesc'>{paragraphs(TEXT)}</div></div>",
    "a teaser before a wall": f"<div class='article__teaser'>{paragraphs(TEXT)}</div>",
    "chunks with adverts between": "".join(
        f"<div class='chunk'><div class='grid'><div class='copy'>{paragraphs(TEXT[at : at + 2])}</div></div></div>"
        "<div class='ad-slot'>жарнама</div>"
        for at in range(0, len(TEXT), 2)
    ),
    "a part that React streams": f"<div hidden id='S:1'>{paragraphs(TEXT)}</div>",
}


@pytest.mark.parametrize("box", BOXES)
def test_the_text_is_found_in(box):
    assert body_of(BOXES[box]) == TEXT


FRAMED = f"<div {{}}><table><tr><td>{paragraphs(TEXT[:5])}</td></tr></table></div>"


@pytest.mark.parametrize("frame", ["style='border:4px double'", "style=''"])
def test_a_paragraph_under_a_frame_around_the_text_belongs_to_it(frame):
    assert body_of(f"<div class='entry-content'>{FRAMED.format(frame)}<p>{TEXT[5]}</p></div>") == TEXT


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='k'>{FRAMED.format('style=x')}<p>{TEXT[5]}</p></div>",
        f"<div class='entry-content'>{FRAMED.format('class=x')}<p>{TEXT[5]}</p></div>",
        f"<div class='entry-content'>{FRAMED.format('style=x')}<p>{TEXT[5]} <a href='/7'>Жазылу</a></p></div>",
        f"<div class='entry-content'>{FRAMED.format('style=x')}<p>{TEXT[5]}</p><h4>Пікір жазыңыз</h4></div>",
    ],
    ids=["no name of a text", "no frame", "a link", "a heading"],
)
def test_what_else_stands_under_a_box_with_the_text_does_not(box):
    assert body_of(box) == TEXT[:5]


def test_a_card_amid_the_text_goes_with_its_date():
    said = "<p>Көпір екі ауылды жалғайды, жұмыс күзге дейін бітеді.</p><div>05 тамыз 2022<span>1510</span></div>"
    card = f"<div class='g'><a href='/7'>Аудан орталығында көпір салынып жатыр</a>{said}</div>"
    text = paragraphs(TEXT[:3]) + card + paragraphs(TEXT[3:])
    assert body_of(f"<div class='k'>{text}</div>") == TEXT


def test_text_in_the_structured_data_is_taken_where_the_page_shows_its_opening_only():
    whole = " ".join(TEXT[1:])
    stated = f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{TEXT[0]} {whole}"}}</script>'
    assert body_of(f"<div class='copy'>{paragraphs(TEXT[:1])}</div>{stated}") == [f"{TEXT[0]} {whole}"]
    assert body_of(f"<div class='copy'>{paragraphs(TEXT)}</div>{stated}") == TEXT, "the page shows it all"


@pytest.mark.parametrize("odd", ["&shy;", "&#8203;", "&zwnj;", "&#xfeff;", "<i>&shy;</i>", "&#8203;<br>&#8203;"])
def test_hidden_signs_in_a_paragraph_are_not_stored(odd):
    assert body_of(f"<div class='text'>{paragraphs(TEXT).replace('кітапхана', f'кітап{odd}хана')}</div>") == [
        text.replace("кітапхана", "кітап\nхана" if "br" in odd else "кітапхана") for text in TEXT
    ]


def test_composed_letters_are_stored_as_one():
    assert body_of(f"<div class='text'>{paragraphs(TEXT).replace('й', 'и&#774;')}</div>") == TEXT


def test_names_of_furniture_are_believed_where_text_stands_outside_as_well():
    excerpt = "<div class='widget'>" + paragraphs(TEXT[3:]) + "</div>"
    assert body_of(f"<div class='copy'>{paragraphs(TEXT[:3])}</div>{excerpt}") == TEXT[:3]


def short_read(box, before=""):
    card = f"<div class='card'><h1>{TITLE}</h1>{DATED}{box}</div>"
    markup = f"<html><head><title>{TITLE}</title></head><body>{before}{card}</body></html>"
    reading = read_page(Document(markup.encode(), "https://auyl.example/p/15"), AnyPortal.declared.at("auyl.example"), NOW)
    return list(filter(None, reading.values["body"]))


def test_a_short_text_is_one_by_any_name_where_no_other_stands_under_the_headline():
    message = "<br><br>".join(TEXT[:3])
    channel = f"<div class='card'><b>Ауыл ақпарат</b> @auyl_aqparat · 4,3 мың жазылушы</div><h2>Басқа жазбалар</h2>{TEXT[4]}"
    assert short_read(f"<div class='tgme_widget_message_text'>{message}</div>") == TEXT[:3]
    assert short_read(f"<div class='tgme_widget_message_text'>{message}</div>", channel) == TEXT[:3]
    assert short_read(f"<div class='article-widget'>{paragraphs(TEXT[:3])}</div>") == TEXT[:3]
    assert short_read(f"<div class='news-also'>{paragraphs(TEXT[:3])}</div>") == TEXT[:3]


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='article-widget'>{paragraphs(TEXT[:2])}</div>",
        f"<div class='related'>{paragraphs(TEXT[:3])}</div>",
        f"<div class='read-also'>{paragraphs(TEXT[:3])}</div>",
        f"<div class='also'><h4>Ауыл өмірі</h4>{paragraphs(TEXT[:3])}</div>",
        f"<div class='also'>{paragraphs(TEXT[:2])}<p><a href='/n/1'>{TEXT[2]}</a></p></div>",
        f"<div class='comments'>{paragraphs(TEXT[:3])}</div>",
        f"<aside class='article-widget'>{paragraphs(TEXT[:3])}</aside>",
        "<div class='social'>" + "<p>Instagram парақшамыз: @auyl, сол жерде жазылуды ұмытпаңыз!</p>" * 4 + "</div>",
    ],
    ids=[
        *("two paragraphs", "a list of others", "one to read", "one with a heading", "one with a link", "comments", "a tag"),
        "calls to follow",
    ],
)
def test_a_short_text_in_furniture_may_be_none(box):
    assert short_read(box) == []


@pytest.mark.parametrize("count", [3, 5])
@pytest.mark.parametrize("name", ["footer", "card-footer", "bottom"])
def test_the_only_text_under_the_headline_may_be_called_a_footer(name, count):
    text = paragraphs(TEXT[:count])
    assert short_read(f"<div class='{name}'>{text}</div>") == TEXT[:count]
    assert short_read(f"<footer class='{name}'>{text}</footer>") == []
    foot = f"<div class='{name}'>{paragraphs(TEXT[:3])}</div>"
    assert short_read(f"<div class='copy'>{paragraphs(TEXT[3:])}</div>{foot}") == TEXT[3:]
    assert short_read(f"</div><div class='{name}'>{text}</div>") == [], "the page's own foot"


def test_names_are_believed_without_the_doubt(monkeypatch):
    monkeypatch.setattr(container, "MIN_DOUBTED", 10**9)
    monkeypatch.setattr(container, "MIN_LEFT", 10**9)
    assert body_of(BOXES["a widget for all of it"]) != TEXT


@pytest.mark.parametrize("tag", ["aside", "footer", "nav"])
def test_a_tag_that_says_furniture_is_believed(tag):
    assert body_of(f"<div class='copy'>{paragraphs(TEXT[:1])}</div><{tag}>{paragraphs(TEXT[1:])}</{tag}>") == TEXT[:1]


@pytest.mark.parametrize(
    ("names", "zone"),
    [
        ("entry-content entry-content-read-more", Zone.CONTENT),
        ("l-sidebar-fixed l-article-body", Zone.CONTENT),
        ("related-article-content", Zone.RELATED),
        ("article-body-related", Zone.RELATED),
        ("print:hidden", None),
        ("print-button", Zone.SHARE),
        ("margin-bottom-20", None),
        ("site-bottom", Zone.FOOTER),
        ("bottom", Zone.FOOTER),
        ("kommentarii", Zone.COMMENTS),
        ("kommentar-text", Zone.COMMENTS),
        ("kommuna-text", None),
    ],
)
def test_names_and_what_they_say(names, zone):
    assert zone_of_words(names) is zone


MORE = [
    "Көрші ауылдың мұғалімдері де жиналған кітаптың бір бөлігін өз мектебіне сұрап отырғанын жасырмады.",
    "Әкімшілік өкілінің сөзінше, ортақ қор құрылса, екі ауылдың балалары бірдей пайдалана алады.",
    "Ал кітаптарды тасымалдауға арналған шағын көлік келесі аптада облыс орталығынан жеткізіледі.",
]


def divided(behind: str, named: str = "part") -> list[str]:
    """Return the text of a page whose second part stands in another box behind the first."""
    first = f"<section class='part'><h1>{TITLE}</h1>{DATED}<div class='inner'>{paragraphs(TEXT * 2)}</div></section>"
    second = f"<section class='{named}'>{behind}</section>"
    markup = f"<html><head><title>{TITLE}</title></head><body><div class='wrap'>{first}{second}</div>"
    found = read_page(Document(markup.encode(), "https://auyl.example/n/71"), AnyPortal.declared.at("auyl.example"), NOW).values
    return found["body"][len(TEXT * 2) :]


def test_a_text_goes_on_in_a_box_of_the_same_class():
    assert divided(f"<div>{paragraphs(MORE)}</div>") == MORE
    assert divided(f"<h2>Ортақ қор</h2>{paragraphs(MORE)}") == ["Ортақ қор", *MORE]
    assert divided(f"<div class='inner'>{paragraphs(MORE)}</div>", named="other") == MORE


@pytest.mark.parametrize(
    "behind",
    [
        paragraphs(MORE[:2]),
        f"<h1>Аудан орталығында көпір салынып жатыр</h1>{paragraphs(MORE)}",
        f"<h2><a href='/1'>Аудан орталығында көпір салынып жатыр</a></h2>{paragraphs(MORE)}",
        f"<b>Аудан орталығында көпір салынып жатыр</b><p>18 қараша 2025</p>{paragraphs(MORE)}",
        f"<div class='post-meta'>Қоғам</div>{paragraphs(MORE)}",
    ],
    ids=["a word about the author", "a headline", "a linked headline", "a date", "a dateline"],
)
def test_another_articles_box_of_the_same_class_is_no_part_of_it(behind):
    assert divided(f"<div>{behind}</div>") == []


def test_a_box_of_another_class_is_no_part_of_a_text():
    assert divided(f"<div>{paragraphs(MORE)}</div>", named="other") == []
