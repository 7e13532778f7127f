"""What readers say under a text in boxes without names; cards and lines that scripts replace; how often a text was read."""

from __future__ import annotations

import time

import pytest

from kznews.extract.phrases import is_boilerplate
from tests.support.small_pages import PARAGRAPHS, article, page, read

SAID = (
    "<div><b>Дархан</b>, 3 қар 2025, 10:12<br>Көпірге көптен бері күтіп едік.</div>",
    '<div><a href="/u/7">shopan_77</a> 2025-11-03 21:17:03<br>Енді базарға жақын болды.</div>',
)


def under(*boxes: str) -> list[str]:
    return read(page(main=article().replace("</p></div>", f"</p>{''.join(boxes)}</div>"))).values["body"]


@pytest.mark.parametrize("said", SAID)
def test_what_a_reader_says_ends_the_text(said: str) -> None:
    assert under(said) == under(said, *SAID) == list(PARAGRAPHS)
    assert under(said, '<div>Пікір жазу үшін <a href="/login">кіріңіз</a></div>') == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        "<p><b>10:12</b> 3 қар 2025<br>Көпірден алғашқы көлік өтті.</p>",
        "<p><b>Жаңғыртылған көпір</b> ұзындығы 40 метр<br>Ені он екі метр.</p>",
        "<p><b>Мұрат</b>, 1961<br>Ауылдың тұрғыны.</p>",
        "<p>Дархан, 3 қар 2025, 10:12<br>Көпірге көптен бері күтіп едік.</p>",
    ],
)
def test_hours_of_a_chronicle_and_names_with_years_are_text(line: str) -> None:
    assert len(under(line)) == len(PARAGRAPHS) + 1


def test_a_text_goes_on_behind_a_signed_note() -> None:
    more = "".join(f"<p>{text} Оны ауыл әкімдігі де растап, жөндеу көктемде жалғасатынын айтты.</p>" for text in PARAGRAPHS[:2])
    assert len(under(SAID[0], more)) == len(PARAGRAPHS) + 3


def test_many_opinions_take_no_long() -> None:
    said = SAID[0].replace("</div>", " Бұл туралы өзім де талай жазғанмын, ешкім жауап бермеді." * 3 + "</div>")
    markup = page(main=article().replace("</p></div>", f"</p>{said * 5000}</div>"))
    started = time.perf_counter()
    read(markup)
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("counted", ["Рет оқылды: 93", "Қаралды: 93"])
def test_a_line_of_ways_and_a_counter_is_no_text(counted: str) -> None:
    line = f'<div>[<a href="#">басып шығару</a>] [<a href="/n">кері қайту</a>] {counted}</div>'
    values = read(page(main=article().replace("</p></div>", f"</p>{line}</div>"))).values
    assert (values["body"], values["views"]) == (list(PARAGRAPHS), 93)
    kept = '<p>Бұл туралы <a href="/n/3">жазғанымызды</a> 93 адам, газетті 40 адам оқыды.</p>'
    assert len(under(kept)) == len(PARAGRAPHS) + 1


def amid(box: str) -> list[str]:
    texts = [f"<p>{text}</p>" for text in PARAGRAPHS]
    return read(page(main=article(paragraphs=()).replace('text">', f'text">{texts[0]}{box}{"".join(texts[1:])}'))).values["body"]


def card(link: str = '<a href="/n/7"><img src="/i/7.jpg"></a>', day: str = '<span class="date">2 сәуір 2025</span>') -> str:
    return f'<div class="k1">{link}<div class="k2">{day}<h4>Өзенде мұз ерте бұзылды</h4></div></div>'


def test_a_dated_heading_under_a_picture_that_leads_elsewhere_is_a_card() -> None:
    assert amid(card()) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "box",
    [
        card(link='<a href="/i/7.jpg"><img src="/i/7s.jpg"></a>'),
        card(link='<img src="/i/7.jpg">'),
        card(day=""),
        card(day="<p>Сол жылы 2 сәуірде өзенде сең жүріп, көпірдің бір тірегін қатты зақымдап кеткен болатын.</p>"),
    ],
)
def test_other_headings_under_pictures_are_text(box: str) -> None:
    assert "Өзенде мұз ерте бұзылды" in amid(box)


@pytest.mark.parametrize("line", ["Instagram жазбасы жүктелуде…", "Бейне жүктелуде...", "Загрузка…", "Loading..."])
def test_a_line_in_place_of_what_a_script_shows_is_no_text(line: str) -> None:
    assert is_boilerplate(line)
    assert amid(f"<div><div>{line}</div></div>") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "line", ["Вагондарға көмір жүктелуде", "Кемеге астық екі күннен бері жүктелуде…", "Жүктелуде деген сөз…"]
)
def test_a_line_about_loading_is_text(line: str) -> None:
    assert not is_boilerplate(line)
