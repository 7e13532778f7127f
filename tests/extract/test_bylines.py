"""A byline in a sentence, a writer in a side column or beside a portrait; each with what must not be read so."""

from __future__ import annotations

import re

import pytest

from kznews.extract.people.bylines import writers
from tests.support.engines.scripts import written
from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
ONE, OTHER = "Айгүл Серікқызы", "Думан Ерұлы"
SENTENCE = f"Бұл мақаланы {ONE} мен {OTHER} 2025 жылғы 19 маусымда жазды."


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (SENTENCE, [ONE, OTHER]),
        (SENTENCE.replace(" мен ", ", "), [ONE, OTHER]),
        (f"Материалды {ONE} әзірледі", [ONE]),
        (written(SENTENCE, "arabic"), [written(ONE, "arabic"), written(OTHER, "arabic")]),
        (f"Бұл романды {ONE} 2025 жылғы 19 маусымда жазды.", []),
        (f"Мақаланы {ONE} кешке дейін жазды.", []),
        (f"Бұл мақаланы {ONE} оқыды.", []),
        ("Бұл мақаланы жазды.", []),
        ("", []),
    ],
)
def test_a_sentence_that_says_who_wrote_the_article_names_its_writers(said: str, found: list[str]) -> None:
    assert writers(said) == found


def test_a_sentence_with_the_writers_is_no_lead_and_tells_the_day() -> None:
    def shown(sentence: str) -> tuple[object, ...]:
        over = f"<h1>{TITLE}</h1><div><em>{sentence}</em></div>"
        values = read(page(main=f'<div>{over}<div class="text">{TEXT}</div></div>')).values
        return values["lead"], values["authors"], str(values["published_at"])[:10], values["body"]

    assert shown(SENTENCE) == ("", [ONE, OTHER], "2025-06-19", list(PARAGRAPHS))
    other = SENTENCE.replace("мақаланы", "романды")
    assert shown(other)[:2] == (other, [])


def beside(*people: str) -> list[str]:
    boxes = "".join(f'<div class="p1"><img src="/u/{at}.jpg"><b>{ONE}</b>{post}</div>' for at, post in enumerate(people))
    main = f'<div><h1>{TITLE}</h1><div class="cols"><div class="text">{TEXT}</div><aside>{boxes}</aside></div></div>'
    found: list[str] = read(page(main=main)).values["authors"]
    return found


def test_one_reporter_in_a_side_column_is_the_author() -> None:
    assert beside("<span>тілші</span>") == [ONE]
    assert beside("<p>Тілші</p>") == [ONE]


@pytest.mark.parametrize("people", [("<span>бас редактор</span>",), ("<span>тілші</span>",) * 2, ("<span>әкім</span>",), ("",)])
def test_who_leads_a_paper_and_several_reporters_there_are_none(people: tuple[str, ...]) -> None:
    assert beside(*people) == []


@pytest.mark.parametrize("name", [ONE, written("Сәкен Байтерек", "arabic")])
@pytest.mark.parametrize(("source", "found"), [("/storage/authors/31.jpg", True), ("/storage/news/31.jpg", False)])
def test_a_name_right_behind_a_portrait_under_the_text_is_the_author_s(name: str, source: str, found: bool) -> None:  # noqa: FBT001
    under = f'<div class="b7"><amp-img src="{source}"></amp-img><h4>{name}</h4></div>'
    authors = read(page(main=f'<div><h1>{TITLE}</h1><div class="text">{TEXT}</div>{under}</div>')).values["authors"]
    assert authors == ([name] if found else [])


def in_arabic(markup: str) -> str:
    return re.sub(r"<[^>]*>|[^<]+", lambda part: part[0] if part[0][0] == "<" else written(part[0], "arabic"), markup)


def around(over: str = "", end: str = "", under: str = "", *, arabic: bool = False) -> tuple[list[str], list[str]]:
    date = '<div class="d1">02.11.2025</div>'
    main = f'<div><h1>{TITLE}</h1>{over}{date}<div class="q">{TEXT}{end}</div>{under}</div>'
    values = read(page(main=in_arabic(main) if arabic else main)).values
    return values["authors"], values["body"]


WHO = "Сәкен Байтерек"
SIGNED = [
    f"<p>Дайындаған: {WHO}</p>", f"<p>Дайындаған {WHO}</p>", f"<p>Мәтінді әзірлеген: {WHO}</p>", f"<p>Сұхбаттасқан – {WHO}</p>",
    f"<p>Әңгімелескен {WHO}</p>", f"<p>Жазған: {WHO}.</p>", f"<p><b>{WHO}</b></p>", f"<p align='right'>{WHO}</p>",
    f"<p style='text-align: right'><em>{WHO}</em></p>", f"<p>{WHO}, Тараз қаласы</p>", f"<p>{WHO}, тілші</p>",
    f"<p>{WHO},<br>журналист</p>", f"<p>{WHO},</p><p>журналист</p>", f"<p>{WHO}, «Дерек»</p>",
]  # fmt: skip


@pytest.mark.parametrize("arabic", [False, True])
@pytest.mark.parametrize("line", SIGNED)
def test_a_last_line_signs_in_every_script(line: str, arabic: bool) -> None:  # noqa: FBT001
    name, text = (written(WHO, "arabic"), [written(said, "arabic") for said in PARAGRAPHS]) if arabic else (WHO, list(PARAGRAPHS))
    assert around(end=line, arabic=arabic) == ([name], text)


@pytest.mark.parametrize(
    ("line", "arabic"),
    [
        ("<p>Ауыл тойы басталды</p>", True),
        ("<p>Автор сөзі жалғасады</p>", True),
        ("<p>Көпір жанында, көктемгі кеш</p>", True),
        ("<p>Дайындаған адамдар көп</p>", False),
        ("<p>Сәкен Байтерек, ауылдың ақсақалы</p>", False),
    ],
)
def test_a_last_line_that_says_something_is_text(line: str, arabic: bool) -> None:  # noqa: FBT001
    authors, body = around(end=line, arabic=arabic)
    assert (authors, len(body)) == ([], len(PARAGRAPHS) + 1)


@pytest.mark.parametrize(
    ("over", "under"),
    [
        (f"<div>Жазған {WHO}</div>", ""),
        (f"<div><span>{WHO}</span> <span>12 рет қаралды</span></div>", ""),
        ("", f"<div>Автор — {WHO}</div>"),
        ("", f"<div><span>Мақала авторы</span> <b>{WHO}</b></div>"),
    ],
)
def test_a_line_beside_the_article_names_its_author_without_a_colon(over: str, under: str) -> None:
    assert around(over, under=under) == ([WHO], list(PARAGRAPHS))


@pytest.mark.parametrize("over", [f"<div><span>{WHO}</span> <span>Ауыл хабары</span></div>", f"<div>Батыр {WHO}</div>"])
def test_a_name_beside_something_else_is_nobody_s(over: str) -> None:
    assert around(over)[0] == []


@pytest.mark.parametrize(("title", "found"), [("Жетісу Самал", [WHO]), ("Derek", [WHO, "Жетісу Самал"])])
def test_a_paper_that_is_called_like_a_person_is_no_author_beside_one(title: str, found: list[str]) -> None:
    box = f'<div class="author"><b>{WHO}</b> <span>Жетісу Самал</span></div>'
    markup = page(main=f'<div><h1>{TITLE}</h1>{box}<div class="q">{TEXT}</div></div>')
    assert read(markup.replace(f"<title>{TITLE}", f"<title>{TITLE} - {title}")).values["authors"] == found


@pytest.mark.parametrize("place", ["Ақмола облысы,", "Көкшетау қаласы,"])
def test_a_signature_may_stand_in_several_paragraphs(place: str) -> None:
    def signed(*lines: str) -> tuple[object, object]:
        under = "".join(f"<p><b>{line}</b></p>" for line in lines)
        found = read(page(main=f'<div><h1>{TITLE}</h1><div class="text">{TEXT}{under}</div></div>')).values
        return found["authors"], found["body"]

    assert signed("Ербол САПАРХАН,", "«Дала үні».", place, "Зеренді ауданы.") == (["Ербол САПАРХАН"], list(PARAGRAPHS))
    assert signed(place, "Зеренді ауданы.")[0] == [], "a place is nobody"


@pytest.mark.parametrize(("post", "read_so"), [("меншікті тілшіміз.", True), ("қонақтарымыз.", False)])
def test_a_post_with_a_full_stop_is_a_part_of_a_signature(post: str, *, read_so: bool) -> None:
    under = "".join(f"<p><b>{line}</b></p>" for line in ("Ербол САПАРХАН,", post, "Ақмола облысы,", "Зеренді ауданы."))
    found = read(page(main=f'<div><h1>{TITLE}</h1><div class="text">{TEXT}{under}</div></div>')).values
    assert (found["authors"] == ["Ербол САПАРХАН"] and found["body"] == list(PARAGRAPHS)) == read_so


@pytest.mark.parametrize("tag", ["li", "p"])
def test_a_label_with_a_comma_names_the_author_and_what_that_is(tag: str) -> None:
    def shown(label: str, name: str, post: str) -> tuple[object, list[str]]:
        rows = f"<{tag}><i>{label}, </i><b>{name}</b></{tag}><{tag}><i>{post}, </i><b>Өңірлік тілші, Шиелі</b></{tag}>"
        texts = "".join(f'<div class="y{at}"><p>{text}</p></div>' for at, text in enumerate(PARAGRAPHS))
        found = read(page(main=f'<div><h1>{TITLE}</h1></div><div class="x">{rows}</div><div>2 қараша 2025</div>{texts}')).values
        return found["authors"], found["body"]

    assert shown("Автор", ONE, "Автордың лауазымы") == ([ONE], list(PARAGRAPHS))
    assert "Балалар, Өңірлік тілші, Шиелі" in shown("Автор", ONE, "Балалар")[1]
