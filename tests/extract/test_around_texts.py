# ruff: noqa: E501
"""A machine's summary over a text, a card amid it with its label, a subscription, regards and a place under it."""

from __future__ import annotations

import pytest

from kznews.extract.people.regards import is_regards, without_regards
from tests.support.small_pages import PARAGRAPHS, TITLE
from tests.support.told import values

P = [f"<p>{text}</p>" for text in PARAGRAPHS]
SUM = "<ul><li>Көпір екі жылдан кейін ашылды.</li><li>Шығыны өтелді.</li></ul>"


def body(*parts: str, over: str = "") -> list[str]:
    found = values(f'<article><h1>{TITLE}</h1><div class="date">2 қараша 2025, 14:20</div>{over}<div class="b2">{"".join(parts)}</div></article>')
    return [*filter(None, [found["lead"]]), *found["body"]]


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='k'><div>Қысқаша <i>ЖИ дайындады</i></div>{SUM}<small>Мәтінді редактор тексерді.</small></div>",
        f"<section><h4>Жасанды интеллект түйіндемесі: қысқаша</h4>{SUM}</section>",
        f"<details><summary>AI summary</summary><div>{SUM}</div></details>",
        "<div><b>Нейрожелі дайындаған мазмұны</b><p>Көпір ашылды. Ол екі жыл жабық тұрған еді.</p></div>",
    ],
    ids=["a label in parts", "a heading", "a fold", "a paragraph"],
)
def test_what_a_machine_sums_up_over_a_text_is_none_of_it(box: str) -> None:
    assert body(*P, over=box) == body(box, *P) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "parts",
    [
        (f"<div><h4>Қысқаша</h4>{SUM}</div>", *P),
        (*P, f"<div><h4>Қысқаша: ЖИ дайындады</h4>{SUM}</div>"),
        (f"<h4>ЖИ дайындаған жоба</h4>{SUM}", *P),
        (f"<div><h4>ЖИ туралы заң</h4>{SUM}</div>", *P),
    ],
    ids=["an editor's", "under the text", "without a box", "about machines"],
)
def test_other_boxes_and_headings_are_text(parts: tuple[str, ...]) -> None:
    assert "Шығыны өтелді." in body(*parts)


CARD = '<div class="k"><span>Тағы оқыңыз</span><div class="in"><a href="/n/7"><img src="a.jpg"><p>Көктемгі су тасқыны ерте басталды</p></a><time>5 қараша 2025</time></div></div>'


@pytest.mark.parametrize("behind", ["<h2>Көпірдің тарихы</h2>", "<p><strong>– Көпірді кім жобалады?</strong></p>", "<h2>Көпірдің тарихы</h2><p><strong>– Көпірді кім жобалады?</strong></p>"])
def test_bold_lines_behind_a_card_with_its_label_are_text(behind: str) -> None:
    said = [line for line in ("Көпірдің тарихы", "– Көпірді кім жобалады?") if line in behind]
    assert body(P[0], CARD, behind, *P[1:]) == [PARAGRAPHS[0], *said, *PARAGRAPHS[1:]]


def test_a_bold_headline_that_a_label_opens_is_left_out() -> None:
    assert body(P[0], "<p>Тағы оқыңыз</p><p><b>Су тасқыны ерте басталды</b></p>", *P[1:]) == list(PARAGRAPHS)


INDEX = "<b>ҚҰРМЕТТІ ОҚЫРМАН!</b> 2026 жылға газетке жазылу басталды. Индексі 65344, жарты жылға 1 872 теңге."


def test_a_box_that_tells_how_to_subscribe_is_no_text() -> None:
    assert body(P[0], f'<div class="k">{INDEX}</div>', *P[1:]) == list(PARAGRAPHS)


@pytest.mark.parametrize("box", [f"<p>{INDEX}</p>", "<div>Ауыл поштасының индексі 65344 болып өзгерді, оны хатқа жазу керек.</div>", "<div>Газетке жазылу науқаны бүгін басталды, үш айға созылады.</div>"])
def test_other_lines_on_papers_and_post_are_text(box: str) -> None:
    assert len(body(P[0], box, *P[1:])) == len(PARAGRAPHS) + 1


NAME = "Бақтияр ӘДІЛХАН"


@pytest.mark.parametrize(
    "end",
    [
        f"<p><b><em>Ізгі ниетпен, {NAME},</em></b></p><p><em>Журналистер одағының мүшесі</em></p>",
        f"<p>Зор құрметпен,</p><p>{NAME}</p>",
        f"<p>Құрметпен,<br>{NAME}</p>",
        f"<p>Ақ тілекпен: {NAME}</p>",
    ],
    ids=["over a calling", "a line of its own", "over the name", "with a colon"],
)
def test_regards_before_a_name_sign_a_text(end: str) -> None:
    found = values(f'<div><h1>{TITLE}</h1><div>2 қараша 2025</div><div class="b2">{"".join(P)}{end}</div></div>')
    assert (found["authors"], found["body"]) == ([NAME], list(PARAGRAPHS))


def test_regards_without_a_name_are_text() -> None:
    end = "Ізгі ниетпен, сіздің оқырмандарыңыз!"
    assert body(*P, f"<p>{end}</p>")[-1] == end


@pytest.mark.parametrize(("line", "name"), [("Ізгі тілекпен, Айгүл Серік", "Айгүл Серік"), ("Кездесу құрметпен, Айгүл Серік", ""), ("Тілек", "")])
def test_regards_are_words_of_respect_alone(line: str, name: str) -> None:
    assert without_regards(line) == (name or line)
    assert is_regards(line.partition(",")[0]) == bool(name)


def test_a_place_in_a_box_under_the_last_sentence_is_none_of_the_text() -> None:
    assert body(*P, "<div>Мерке ауданы</div>") == list(PARAGRAPHS)
    assert body(*P, "<p>Мерке ауданы</p>")[-1] == body(*P, "<div>Мерке көпірі</div>")[-1].replace("көпірі", "ауданы") == "Мерке ауданы"


OTHERS = '<div class="uq"><h6>Ұқсас жаңалықтар</h6><a href="/n/1">Ауылға жаңа дәрігер келді</a><a href="/n/2">Диірмен іске қосылды</a></div>'


def test_a_text_with_short_paragraphs_goes_on_behind_a_box_with_other_articles() -> None:
    short = ["Көктемде су қайта көтерілсе, көпір төтеп береді деп отыр.", "Оны енді ауыл тұрғындары кезекпен күзетеді екен."]
    first, second = (f"<div>{text}</div>" for text in short)
    over = f"<div>{PARAGRAPHS[0]}</div>"
    assert body(over, OTHERS, first, second) == [PARAGRAPHS[0], *short]
    assert body(over, OTHERS, first) == [PARAGRAPHS[0]], "a single line may be anybody's"
    apart = [line.replace("<div>", '<div class="z">') for line in (first, second)]
    assert body(over, OTHERS, *apart) == [PARAGRAPHS[0]], "cards look otherwise than paragraphs"
    assert body(over, OTHERS[16:-6], first, second) == [PARAGRAPHS[0]], "without a box nothing says where the list ends"


@pytest.mark.parametrize(("under", "heard"), [("<ul><li>Embed</li><li>share</li></ul><p>The code has been copied to your clipboard.</p>", False), ("<p>Мұны әр ауыл өз кеңесінде талқылап жатыр екен.</p>", True)])
def test_the_heading_of_a_player_is_no_text_though_it_asks(under: str, heard: bool) -> None:  # noqa: FBT001
    player = '<div class="e"><div><p>No media source currently available</p><div><i>0:00</i> <i>0:02:44</i></div></div><h4>Көпірді кім күтеді?</h4>{}</div>'
    assert ("Көпірді кім күтеді?" in body(P[0], P[1], player.format(under), P[2])) == heard
