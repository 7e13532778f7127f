# ruff: noqa: E501
"""Which line between headline and text is the lead."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
LEAD = "Жаңа көпір екі ауылдың арасын он шақырымға қысқартты"


def lead(between: str, text: str = TEXT) -> tuple[str, list[str]]:
    top = f'<div class="top"><h1>{TITLE}</h1>{between}</div><div class="share">Бөлісу</div>'
    main = f'<main>{top}<div class="text">{text}</div></main>'
    found = read(page(main=main)).values
    return found["lead"], found["body"]


@pytest.mark.parametrize(
    "between",
    [f"<h2>{LEAD}</h2>", f"<h3>{LEAD}</h3>", f'<p class="article-subheading">{LEAD}</p>', f'<div class="deck">{LEAD}</div>',
     f'<div>Қоғам</div><div class="Article-subline">{LEAD}</div>'],
)  # fmt: skip
def test_a_line_set_under_the_headline_is_the_lead(between: str) -> None:
    assert lead(between) == (LEAD, list(PARAGRAPHS))


@pytest.mark.parametrize(
    "between",
    [f'<h2><a href="/n/7">{LEAD}</a></h2>', "<h2>Қоғам мен билік</h2>", f"<div><h2>{LEAD}</h2></div>", f"<h1>{LEAD}</h1>",
     "<h2>Жарияланған: 2024 жылғы 21 мамыр, 09:15</h2>", '<p class="subheading">Жарияланған: 2024 жылғы 21 мамыр, 09:15</p>',
     "<div>Уақыты:2024.05.21 09:15 Келу қайнары: Derek хабары Оқылды:</div>", f"<div>{LEAD}</div>"],
)  # fmt: skip
def test_other_lines_there_are_none(between: str) -> None:
    assert lead(between) == ("", list(PARAGRAPHS))


def test_a_heading_in_the_text_is_a_heading() -> None:
    text = TEXT.replace("</p>", f"</p><h2>{LEAD}</h2>", 1)
    assert lead("", text) == ("", [PARAGRAPHS[0], LEAD, *PARAGRAPHS[1:]])


@pytest.mark.parametrize("name", ["text-xl font-medium", "md:text-lg mb-6", "has-medium-font-size", "has-x-large-font-size fs"])
def test_a_first_paragraph_that_alone_is_large_is_the_lead(name: str) -> None:
    large = f'<p class="{name}">{LEAD}</p>'
    assert lead("", large + TEXT) == (LEAD, list(PARAGRAPHS))
    assert lead("", large + TEXT.replace("<p>", f'<p class="{name}">')) == ("", [LEAD, *PARAGRAPHS]), "all are"


@pytest.mark.parametrize("name", ["text-sm", "text-slate-700", "has-small-font-size", "context-xl", "text-xl-center"])
def test_other_classes_make_no_lead(name: str) -> None:
    assert lead("", f'<p class="{name}">{LEAD}</p>{TEXT}') == ("", [LEAD, *PARAGRAPHS])


SENTENCE = f"{LEAD}, жолдың жөні түзелді."


def test_a_paragraph_over_the_only_line_drawn_in_a_text_is_the_lead() -> None:
    more = "<br /><br />".join(PARAGRAPHS)
    assert lead("", f"<p>{SENTENCE}</p><hr>{more}") == (SENTENCE, list(PARAGRAPHS))
    assert lead("", f"<p>{SENTENCE}</p><hr>{TEXT}") == (SENTENCE, list(PARAGRAPHS))
    assert lead("", f"<p>{SENTENCE}</p><hr>{TEXT.replace('</p>', '</p><hr>', 1)}")[0] == "", "lines divide the parts of the text"
    assert lead("", f"<p>{SENTENCE}</p>{TEXT}")[0] == ""


@pytest.mark.parametrize(("first", "others"), [("sc-1 kQwLd", ""), ("svelte-8ab x7", "svelte-8ab"), ("css-1k2", "css-9z8")])
def test_a_first_paragraph_that_alone_has_a_class_is_the_lead(first: str, others: str) -> None:
    text = TEXT.replace("<p>", f'<p class="{others}">') if others else TEXT
    assert lead("", f'<p class="{first}">{SENTENCE}</p>{text}') == (SENTENCE, list(PARAGRAPHS))


def test_the_last_paragraph_may_have_a_class_of_its_own_as_well() -> None:
    source = '<p class="src">Дереккөз: аудан әкімдігі</p>'
    assert lead("", f'<p class="ld7">{SENTENCE}</p>{TEXT}{source}') == (SENTENCE, list(PARAGRAPHS))
    odd = TEXT.replace("<p>", '<p class="q">', 1)
    assert lead("", f'<p class="ld7">{SENTENCE}</p>{odd}{source}')[0] == "", "two others have"


@pytest.mark.parametrize(
    "first", ["has-drop-cap", "dropcap", "has-text-align-center", "MsoNormal", "f-typed", "p1", "rtejustify", "svelte-8ab"]
)
def test_a_class_of_an_editor_or_of_all_makes_no_lead(first: str) -> None:
    text = TEXT.replace("<p>", '<p class="svelte-8ab">')
    assert lead("", f'<p class="{first}">{SENTENCE}</p>{text}') == ("", [SENTENCE, *PARAGRAPHS])


@pytest.mark.parametrize(
    ("rule", "kept"), [("p.ld7:first-letter{float:left;font-size:48px}", True), (".ld7::first-letter{color:#800}", True), ("p.ld7{float:left}", False), (".ld77:first-letter{color:#800}", False)]
)
def test_a_class_that_sets_an_initial_makes_no_lead(rule: str, *, kept: bool) -> None:
    main = f'<article><h1>{TITLE}</h1><div class="text"><p class="ld7">{SENTENCE}</p>{TEXT}</div></article>'
    assert read(page(main=main, head=f"<style>{rule}</style>")).values["lead"] == ("" if kept else SENTENCE)


def test_where_classes_change_from_one_paragraph_to_the_next_none_tells_a_lead() -> None:
    first, *others = (f'<p class="k{at % 2}">{text}</p>' for at, text in enumerate((SENTENCE, *PARAGRAPHS)))
    assert lead("", first + "".join(others)) == ("", [SENTENCE, *PARAGRAPHS])
    assert lead("", f'<p class="k1">{SENTENCE}</p><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>')[0] == "", "too few tell"


def test_a_large_paragraph_over_a_larger_heading_is_the_lead() -> None:
    text = f'<div class="text-xl">{SENTENCE}</div><div class="text-2xl font-bold">Бірінші көпір</div>{TEXT}'
    assert lead("", text) == (SENTENCE, ["Бірінші көпір", *PARAGRAPHS])


CARD = "<span>Қоғам</span><div>Айгүл Серікқызы</div><div><b>5</b> пікір</div><div>2 қараша 2025, 14:20</div>"


@pytest.mark.parametrize("between", [f"<p>{LEAD}</p>{CARD}", f"{CARD}<p>{SENTENCE}</p>", f"<p>Қоғам</p>{CARD}<p>{SENTENCE}</p>"])
def test_a_paragraph_in_the_headlines_own_box_is_the_lead(between: str) -> None:
    said, body = lead(between)
    assert said in {LEAD, SENTENCE}
    assert body == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "between",
    ["<p>Айгүл Серікқызы, Ерлан Бекұлы және Асхат Нұр</p>", "<p>Хатқа жазылсаңыз, күн сайын таңертең жібереміз</p>",
     f"{CARD}<p>{LEAD}</p>", f'<p><a href="/n/7">{SENTENCE}</a></p>', "<p>Республикалық қоғамдық-саяси ақпараттық басылым</p>"],
    ids=["a byline", "spoken to the reader", "no sentence and not right below", "a link", "a label"],
)  # fmt: skip
def test_another_paragraph_in_the_headlines_own_box_is_none(between: str) -> None:
    assert lead(between) == ("", list(PARAGRAPHS))


def test_the_headlines_own_box_with_two_paragraphs_or_with_the_text_has_no_lead() -> None:
    assert lead(f"<p>{SENTENCE}</p><p>{PARAGRAPHS[0]}</p>")[0] == ""
    assert read(page(main=f"<article><h1>{TITLE}</h1>{TEXT}</article>")).values["lead"] == ""


def test_a_paragraph_in_its_own_box_before_the_box_of_the_text_is_the_lead() -> None:
    def shown(*boxes: str) -> tuple[str, list[str]]:
        column = "".join(f'<div class="w w{at}"><div>{box}</div></div>' for at, box in enumerate(boxes))
        found = read(page(main=f'<div class="col"><div class="w"><h1>{TITLE}</h1></div>{column}</div>')).values
        return found["lead"], found["body"]

    question = f"<h2>Сұрақтар</h2><p>{PARAGRAPHS[0]}!</p>"
    assert shown(f"<p>{SENTENCE}</p>", TEXT, question) == (SENTENCE, [*PARAGRAPHS, "Сұрақтар", f"{PARAGRAPHS[0]}!"])
    assert shown(f"<p>{SENTENCE}</p>", *(f"<p>{text}</p>" for text in PARAGRAPHS))[0] == "", "each has a box of its own"


@pytest.mark.parametrize(
    ("box", "set_apart"),
    [
        (f'<div class="sum"><p>{LEAD}.</p></div>', True),
        (f'<div class="text-center"><p>{LEAD}.</p></div>', False),
        (f'<div class="sum"><p>{LEAD}.</p><img src="k.jpg"></div>', False),
        (f"<div><p>{LEAD}.</p></div>", False),
    ],
    ids=["a named box", "an alignment", "with a picture", "a bare box"],
)
def test_a_first_paragraph_alone_in_a_named_box_is_the_lead(box: str, *, set_apart: bool) -> None:
    found = read(page(main=f'<main><h1>{TITLE}</h1><div>2 қараша 2025</div><div class="b2">{box}{TEXT}</div></main>')).values
    assert (found["lead"], len(found["body"])) == ((f"{LEAD}.", 3) if set_apart else ("", 4))


@pytest.mark.parametrize(("over", "told"), [("", True), ("<p class='ph'>Коллаж: Derek</p>", True), ("<p class='st'>Коллаж: Derek</p>", False)])
def test_a_paragraph_of_its_own_class_may_have_a_caption_over_it(over: str, *, told: bool) -> None:
    main = f"<main>{over}<h1>{TITLE}</h1><div>2 қараша 2025</div><p class='st'>{LEAD}.</p>{TEXT}</main>"
    assert (read(page(main=main)).values["lead"] == f"{LEAD}.") is told


def test_the_headline_over_again_is_no_lead() -> None:
    asked = f"{TITLE} ма?"
    main = f'<main><h1>{asked}</h1><div class="b1"><p><b>{asked}</b></p></div><div class="b2">{TEXT}</div></main>'
    found = read(page(main=main)).values
    assert (found["lead"], found["body"]) == ("", list(PARAGRAPHS))


def test_a_whole_text_that_calls_itself_a_description_has_no_lead() -> None:
    text = "".join(f"<div>{line}</div>" for line in PARAGRAPHS) + f"<div>{LEAD}.</div>"
    found = read(page(main=f'<main><h1>{TITLE}</h1><div itemprop="description">{text}</div></main>')).values
    assert (found["lead"], found["body"]) == ("", [*PARAGRAPHS, f"{LEAD}."])


def test_a_date_with_the_number_of_a_paper_is_no_lead() -> None:
    main = f'<main><h1>{TITLE}</h1><div class="dat">Сәрсенбі, 22 қазан 2025 жыл. № 43 (2711)</div><div class="b2">{TEXT}</div></main>'
    found = read(page(main=main)).values
    assert (found["lead"], str(found["published_at"])[:10], found["body"]) == ("", "2025-10-22", list(PARAGRAPHS))


def test_a_line_under_the_headline_may_be_called_sub() -> None:
    assert lead(f'<div class="page-sub">{LEAD}</div>') == (LEAD, list(PARAGRAPHS))


def test_the_first_question_of_an_interview_is_no_lead() -> None:
    asked = "Ауылға жаңа көпір не үшін керек болды?"

    def opened(first: str, second: str) -> str:
        answers = f"<p>{PARAGRAPHS[0]}</p><p>{second}</p><p>{PARAGRAPHS[1]}</p>"
        return lead("", f"<p><b>{first}</b></p>{answers}")[0]

    assert opened(asked, "<b>Жолды кім жөндеді?</b>") == ""
    assert opened(asked, "Жолды жөндеу келесі жылға қалды.") == asked
    assert opened("Көпірді салған шебермен сұхбаттастық.", "<b>Жолды кім жөндеді?</b>") == "Көпірді салған шебермен сұхбаттастық."


@pytest.mark.parametrize("said", ["Ауылға жаңа көпір не үшін керек болды?", "Көпірдің тарихын айтып берсеңіз."])
def test_what_is_asked_and_answered_with_dashes_is_no_lead(said: str) -> None:
    asked, answer = f"– {said}", f"– {PARAGRAPHS[0]}"
    assert lead("", f"<p><b>{asked}</b></p><p>{answer}</p><p>{PARAGRAPHS[1]}</p>") == ("", [asked, answer, PARAGRAPHS[1]])


@pytest.mark.parametrize("said", ["Пікір жоқ", "Пікірлер"])
def test_comments_may_be_counted_between_lead_and_text(said: str) -> None:
    line = f'<div class="by"><div>кеше, 21:05</div><div>1 200 рет оқылды</div><div>{said}</div></div>'
    top = f'<section><h3>{TITLE}</h3><div class="sub-h">{LEAD}.</div>{line}<div class="rt">{TEXT}</div></section>'
    found = read(page(main=top)).values
    assert (found["lead"], found["body"]) == (f"{LEAD}.", list(PARAGRAPHS))


@pytest.mark.parametrize(("tag", "said", "kept"), [("h4", "Пікір (3)", 3), ("h3", "18 пікір", 3), ("h4", "Пікір", 4), ("p", "Пікір (3)", 4)])
def test_a_heading_may_count_the_comments_that_follow(tag: str, said: str, kept: int) -> None:
    opinion = "<p>Айнұр – көпірдің жарығы да түнде көшеге жақсы түсіп тұр екен.</p>"
    main = f"<div><h1>{TITLE}</h1><div>2 қараша 2025</div>{TEXT}<{tag}>{said}</{tag}>{opinion}</div>"
    assert len(read(page(main=main)).values["body"]) == kept


def test_a_dateline_that_ends_with_a_count_in_brackets_is_no_text() -> None:
    def text(line: str) -> list[str]:
        body: list[str] = read(page(main=f"<div><h3>{TITLE}</h3>{line}{TEXT}</div>")).values["body"]
        return body

    assert text("<div><span>жұма, 1 наурыз 2024, 09:20</span><span>2 906</span><span>пікір (3)</span></div>") == list(PARAGRAPHS)
    told = "<div><b>1 наурыз 2024</b> күні ашылған көпірден алғашқы болып ауыл ақсақалдары өтті (3)</div>"
    assert len(text(told)) == len(PARAGRAPHS) + 1


BYLINE = '<div class="intro__author">fon Daniyel Braun, Davor Pasoski</div>'


def test_a_line_that_calls_itself_author_or_date_is_no_lead() -> None:
    assert lead(f'{BYLINE}<div class="intro__copy">{LEAD}.</div>')[0] == f"{LEAD}."
    assert lead(BYLINE)[0] == ""
    assert lead(f'<div class="intro__author">{LEAD}, деп жазды облыстық газет.</div>')[0] == f"{LEAD}, деп жазды облыстық газет."


def test_a_lead_behind_a_date_in_the_box_of_the_text_is_found() -> None:
    top = f'<div class="date">4. Januar 2022 (DJV) Berlin</div><div class="abstract">{LEAD}.</div>'
    main = f'<main><h1>{TITLE}</h1><div class="text">{top}{TEXT}</div></main>'
    found = read(page(main=main)).values
    assert (found["lead"], found["body"][-3:]) == (f"{LEAD}.", list(PARAGRAPHS))


def test_the_first_of_several_subheadings_is_no_lead() -> None:
    first, second, third = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    said = "Көпірдің құрылыс тарихы туралы қысқаша"

    def opened(tag: str, head: str, tag_of_other: str = "h2", other: str = "Көпірді кім салды") -> tuple[str, list[str]]:
        return lead("", f"<{tag}>{head}</{tag}>{first}<{tag_of_other}>{other}</{tag_of_other}>{second}{third}")

    assert opened("h2", said) == ("", [said, PARAGRAPHS[0], "Көпірді кім салды", *PARAGRAPHS[1:]])
    for alone in (opened("h2", said, "h3"), opened("h2", said, "p"), opened("h3", said, "h2")):
        assert alone[0] == said
    assert opened("h2", f"{said}.")[0] == f"{said}.", "a sentence"
    assert opened("h2", said, other="Шебер")[0] == said, "much longer than the other"


def test_a_subheading_right_under_the_headline_in_the_box_of_the_text_is_no_lead() -> None:
    first, second, third = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    said, other = "Көпірдің құрылыс тарихы туралы қысқаша", "<h2>Көпірді кім салды</h2>"
    for box in ("<div>{}</div>", "<article>{}</article>"):
        main = box.format(f"<h1>{TITLE}</h1><h2>{said}</h2>{first}{other}{second}{third}")
        assert read(page(main=main)).values["lead"] == ""
        assert read(page(main=main.replace(other, ""))).values["lead"] == said
    boxed = f"<div><h1>{TITLE}</h1><h2>{said}</h2><div>{first}{other}{second}{third}</div></div>"
    assert read(page(main=boxed)).values["lead"] == said
