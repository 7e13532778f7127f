"""What is taken from a text: its words, figures, names, the source that it names, and when it was out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kznews.kazakh.fold import fold
from kznews.stories import CURRENT, Relation, compare, sketch_of
from kznews.stories.attribution import attribution
from kznews.stories.comparing import similarity
from kznews.stories.guard import ALL_BUT_EQUAL, ONE_NAME, Places, places, same_news
from kznews.stories.moments import out_by
from kznews.stories.sketch import BANDS, KEPT
from kznews.stories.words import Kind, read_words
from tests.support.news_texts import news

NOON = datetime(2024, 4, 12, 12, tzinfo=UTC)


def test_words_are_stems_and_figures_are_whole() -> None:
    words = read_words(["Бүгін Алматы қаласында, «Самұрық» қоры 12,5 млн теңге, жиырма бес үй. Астана 468,56"])
    named = dict(zip(words.stems, words.kinds, strict=True))
    assert {stem for stem, kind in named.items() if kind is Kind.NAME} == {"almat", "samur"}
    assert {stem for stem, kind in named.items() if kind is Kind.FIGURE} == {"12.5", "468.56"}
    assert {stem for stem, kind in named.items() if kind is Kind.NUMERAL} == {"jirma", "bes"}
    assert named["astan"] is Kind.WORD, "a capital that begins a sentence says nothing"


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(max_size=40), max_size=4))
def test_the_skeleton_of_the_words_is_that_of_the_text(parts: list[str]) -> None:
    said = "\n".join(parts).replace("^", " ")
    assert read_words(parts).skeleton.replace("_", "") == "".join(letter for letter in fold(said) if letter.isalnum())


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=200))
def test_any_text_can_be_signed_and_is_the_same_as_itself(text: str) -> None:
    sketch = sketch_of([text])
    assert len(sketch.signature) == 4 * CURRENT.permutations
    assert len(sketch.bands()) == (BANDS if sketch.size else 0)
    finding = compare(sketch, sketch)
    assert finding is None if not sketch.size else finding is not None and finding.relation is Relation.SAME


def test_signatures_of_two_schemes_do_not_compare() -> None:
    one = sketch_of(news(0).parts)
    with pytest.raises(ValueError, match="two schemes"):
        compare(one, replace(one, scheme=replace(CURRENT, seed=7).key))


def test_short_texts_are_one_only_if_they_are_equal() -> None:
    caption = "Фотода Астанадағы шеру, суретші Нұрлан"
    assert compare(sketch_of([caption]), sketch_of([caption.upper()]))
    assert compare(sketch_of([caption]), sketch_of([caption + " Оспанов"])) is None


SHORT = "мектеп қала ауыл жаңа өзен көпір тарих ғылым спорт заңы бюджет теміржол орман"


@pytest.mark.parametrize(("words", "alike"), [(12, False), (13, True)])
def test_of_twelve_shingles_on_texts_may_differ_and_still_be_one(words: int, *, alike: bool) -> None:
    said = SHORT.split()[:words]
    one, other = sketch_of([" ".join(said)]), sketch_of([" ".join([*said, "жолдас"])])
    assert (one.size, other.size) == (words - 1, words)
    assert bool(compare(one, other)) == alike


def test_one_other_name_is_a_correction_where_all_else_is_equal_and_other_news_elsewhere() -> None:
    text = "Жиында тәуелсіздік туралы көп айтылды, сөз соңында {} мінберге көтерілді де жиналған жұртқа ризашылық білдірді."
    one, other = (sketch_of([text.format(name)]) for name in ("Серікбаев", "Омаров"))
    assert places(one.name_slots, other.name_slots).other >= ONE_NAME
    assert not one.figures
    assert (same_news(one, other, ALL_BUT_EQUAL), same_news(one, other, ALL_BUT_EQUAL - 0.01)) == (True, False)


def test_of_long_texts_a_sample_of_the_shingles_is_enough() -> None:
    parts = [part for number in range(6) for part in news(number).parts]
    whole, half = sketch_of(parts), sketch_of(parts[: len(parts) // 2])
    assert len(whole.shingles) == 4 * KEPT < 4 * whole.size
    assert similarity(whole, half) == pytest.approx(half.size / whole.size, abs=0.06)
    finding = compare(half, whole)
    assert finding is not None
    assert (finding.relation, finding.reverse) == (Relation.PART_OF, False)
    turned = compare(whole, half)
    assert turned is not None
    assert turned.reverse


def test_two_corrected_places_are_no_other_news() -> None:
    assert not Places(common=2, equal=0).differ(0.35)
    assert Places(common=8, equal=5).differ(0.35)
    assert not Places(common=10, equal=7).differ(0.35)


@pytest.mark.parametrize(
    ("paragraph", "named"),
    [
        ("Жаңа мектеп ашылды, деп хабарлайды Kazinform.", "Kazinform"),
        ("Ол келді, – деп хабарлайды «ҚазАқпарат» ХАА тілшісі.", "«ҚазАқпарат» ХАА"),
        ("Бұл туралы деп жазды BAQ.KZ, өз дереккөзіне сүйеніп.", "BAQ.KZ"),
        ("Бұл туралы Tengrinews.kz сайтына сілтеме жасап хабарлады.", "Tengrinews.kz"),
        ("Kazinform-ға сілтеме жасап айтты", "Kazinform"),
        ("Бұл туралы «Егемен Қазақстан» газетіне сілтеме жасай отырып", "«Егемен Қазақстан»"),
        ("mektep ashyldy, dep habarlaıdy QazAqparat tilshisi.", "QazAqparat"),
        ("مەكتەپ اشىلدى دەپ حابارلايدى قازاقپارات ءتىلشىسى.", "قازاقپارات"),
        ("Бұл туралы деп хабарлайды ішкі істер министрлігі.", None),
        ("Оқиға туралы ол хабарлады.", None),
        ("ол газетке сілтеме жасап айтты", None),
    ],
)
def test_the_source_that_a_text_names(paragraph: str, named: str | None) -> None:
    assert attribution(["Бірінші абзац.", paragraph]) == named


def test_a_line_with_the_source_comes_before_the_dateline_and_that_before_the_text() -> None:
    text = ["деп хабарлайды Kazinform."]
    assert attribution(text, source_name="BAQ.KZ", dateline="АСТАНА. ҚазАқпарат") == "BAQ.KZ"
    assert attribution(text, dateline="АСТАНА. ҚазАқпарат /Айгүл Серік/") == "ҚазАқпарат"
    assert attribution(text, dateline="АСТАНА") == "Kazinform"


@pytest.mark.parametrize(
    ("published", "precision", "hours"),
    [(NOON, "minute", 0), (NOON, "day", 24), (NOON, "hour", 1), (NOON, "coarse", 100), (None, None, 100), (NOON, None, 0)],
)
def test_a_text_was_out_when_that_is_certain(published: datetime | None, precision: str | None, hours: int) -> None:
    seen = NOON + timedelta(hours=100)
    assert out_by(published, precision, seen) == NOON + timedelta(hours=hours)
    assert out_by(published, precision, NOON - timedelta(hours=1)) == NOON - timedelta(hours=1)
