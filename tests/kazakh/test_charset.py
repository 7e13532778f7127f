"""Bytes to text: the right letters or a refusal, whatever the labels say."""

from __future__ import annotations

import codecs
import random
import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kznews.kazakh.charset import Decoded, Undecodable, decode, is_sound
from tests.support.growth import grows_linearly
from tests.support.shared import shared_json

KAZAKH = (
    "Бүгін Қарағандыда жаңа ғылыми орталық ашылды. Өңір әкімі құттықтап, үш жүзге жуық қызметкерге тілек айтты, "
    "ал жиһаз бен құрал-жабдық ұлттық қор есебінен алынған."
)
RUSSIAN = (
    "Сегодня в области открыли научный центр. Глава региона поздравил сотрудников, а мебель и приборы куплены за счёт фонда."
)
UKRAINIAN = "Сьогодні в області відкрили науковий центр, і її керівник привітав усіх, хто має ґрунтовний досвід у цій справі."
LATIN = "Bügin qalada jaña ğılımï ortalıq aşıldı, äkimi qızmetkerlerdi quttıqtap, üş jüzge jwıq adamğa tilek ayttı."
UZBEK = "Bugun shaharda yangi ilmiy markaz ochildi, hokim esa xodimlarni tabriklab, ko’p so’z aytdi – bo’ldi."
ENCODINGS = {
    "utf-8": KAZAKH,
    "utf-16-le": KAZAKH,
    "utf-16-be": KAZAKH,
    "kz1048": KAZAKH,
    "ptcp154": KAZAKH,
    "cp1251": RUSSIAN,
    "iso8859-5": RUSSIAN,
    "koi8-r": RUSSIAN,
    "koi8-u": UKRAINIAN,
    "cp866": RUSSIAN,
    "mac-cyrillic": RUSSIAN,
    "cp1254": LATIN.replace("ï", "i"),
}
BOMS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
LIES = ("koi8-r", "windows-1251", "utf-8", "iso-8859-1", "iso-8859-5", "gb2312", "no-such-thing", "utf-16")


def page(text: str, meta: str | None = None, before: str = "") -> str:
    label = f'<meta charset="{meta}">' if meta else ""
    return (
        f'<!DOCTYPE html><html lang="kk"><head>{before}{label}<title>{text[:30]}</title></head><body><p>{text}</p></body></html>'
    )


def content_type(charset: str) -> str:
    return f"text/html; charset={charset}"


@pytest.mark.parametrize("encoding", list(ENCODINGS))
class TestTheTwelveEncodings:
    def test_without_any_label(self, encoding: str):
        shown = page(ENCODINGS[encoding])
        assert decode(shown.encode(encoding)).text == shown

    def test_with_true_labels(self, encoding: str):
        shown = page(ENCODINGS[encoding], encoding)
        assert decode(shown.encode(encoding), header=content_type(encoding)).text == shown

    @pytest.mark.parametrize("lie", LIES)
    def test_with_a_wrong_header(self, encoding: str, lie: str):
        shown = page(ENCODINGS[encoding], encoding)
        assert decode(shown.encode(encoding), header=content_type(lie)).text == shown

    @pytest.mark.parametrize("lie", LIES)
    def test_with_a_wrong_meta(self, encoding: str, lie: str):
        shown = page(ENCODINGS[encoding], lie)
        assert decode(shown.encode(encoding), header=content_type(encoding)).text == shown

    @pytest.mark.parametrize(("header", "meta"), [("koi8-r", "iso-8859-5"), ("utf-8", "windows-1251"), ("iso-8859-1", "gb2312")])
    def test_with_two_wrong_labels(self, encoding: str, header: str, meta: str):
        shown = page(ENCODINGS[encoding], meta)
        assert decode(shown.encode(encoding), header=content_type(header)).text == shown

    def test_with_meta_after_1024_bytes(self, encoding: str):
        shown = page(ENCODINGS[encoding], encoding, before="<script>var a = 1;</script>" * 60)
        assert decode(shown.encode(encoding)).text == shown


@pytest.mark.parametrize("encoding", list(BOMS))
def test_a_byte_order_mark_wins_over_both_labels(encoding: str):
    shown = page(ENCODINGS[encoding], "windows-1251")
    decoded = decode(BOMS[encoding] + shown.encode(encoding), header=content_type("koi8-r"))
    assert (decoded.text, decoded.basis) == (shown, "bom")


def test_what_decided_is_said():
    assert decode(b"<p>plain</p>") == Decoded("<p>plain</p>", "utf-8", "ascii", repaired=False, replacements=0)
    assert decode("Әлем".encode(), header=content_type("windows-1251")).basis == "utf-8"
    assert decode(RUSSIAN.encode("cp1251"), header="windows-1251").basis == "header"
    assert decode(page(RUSSIAN, "koi8-r").encode("koi8-r")).basis == "meta"
    assert decode(RUSSIAN.encode("koi8-r")).encoding == "koi8-r"
    assert decode(b"").text == ""


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (KAZAKH.encode(), True),
        (UZBEK.encode() * 20, True),
        (b"<p>plain</p>", False),
        ("Өлі".encode(), False),
        (codecs.BOM_UTF8 + KAZAKH.encode(), False),
        ((KAZAKH + "\ufffd").encode(), False),
        ((KAZAKH + "\x01").encode(), False),
        (KAZAKH.encode()[:-2] + b"\xd0", False),
        (RUSSIAN.encode("cp1251"), False),
        (RUSSIAN.encode().decode("cp1252", "ignore").encode(), False),
        (KAZAKH.encode("kz1048").decode("cp1251").encode(), False),
    ],
)
def test_a_part_is_sound_where_utf_8_is_plain(part: bytes, *, expected: bool):
    assert is_sound(part) is expected


SIGNS = st.one_of(st.sampled_from("қүұіЌќÐÑРСabc <>\x01\ufffd\ufeff"), st.characters(exclude_categories=["Cs"]))


@given(st.text(alphabet=SIGNS, min_size=12))
@settings(max_examples=200, deadline=None)
def test_decoding_changes_nothing_of_what_is_sound(text: str):
    if is_sound(text.encode()):
        decoded = decode(text.encode())
        assert (decoded.text, decoded.encoding, decoded.repaired, decoded.replacements) == (text, "utf-8", False, 0)


def test_kz1048_that_calls_itself_windows_1251_is_restored_and_marked():
    decoded = decode(page(KAZAKH, "windows-1251").encode("kz1048"), header=content_type("windows-1251"))
    assert KAZAKH in decoded.text
    assert (decoded.encoding, decoded.repaired) == ("kz1048", True)


@pytest.mark.parametrize("title", ["Бапкер дән риза", "Рақмет, Эльмира", "Ол жеке компанияға тиесілі", "Сексен миллион теңге"])
def test_one_letter_is_enough_to_restore_a_short_text(title: str):
    assert decode(title.encode("kz1048"), header=content_type("windows-1251")).text == title


@pytest.mark.parametrize(
    "text",
    ["Әуе көлігі кешікті", "Ол әр үйге кірді", "Сан мәселе емес, иә", "Куәлік керек", "Ғимарат ғана қалды", "Ғұмырлы болсын"],
)
@pytest.mark.parametrize("encoding", ["kz1048", "ptcp154"])
@pytest.mark.parametrize("label", [None, "windows-1251", "kz-1048", "koi8-r"])
def test_letters_that_share_a_byte_are_told_apart_by_their_places_or_refused(text: str, encoding: str, label: str | None):
    try:
        decoded = decode(text.encode(encoding), header=label and content_type(label))
    except Undecodable:
        assert label in {None, "koi8-r"} or encoding == "ptcp154"  # a capital Ғ there is a Б in mac-cyrillic
        return
    assert decoded.text == text


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [
        ("Владелец дома не согласен.", "mac-cyrillic", "windows-1251"),
        ("Союз рабочих не прекратил спор.", "mac-cyrillic", "windows-1251"),
        ("С утра в городе дождь.", "mac-cyrillic", "windows-1251"),
        ("Эч ким келген жок.", "mac-cyrillic", "windows-1251"),
        ("Her adam graždan.", "cp1252", "koi8-r"),
        ("bu ish éhtiyaj bilen qilindi.", "cp1252", "windows-1251"),
        ("İtfaiye hala olay yerinde.", "cp1254", None),
        ("Ýyl bu bu bolan üçin haklydyr üçin däl edip däl ýaly we.", "cp1252", "iso-8859-9"),
        ("2020-сыншы жылы — 5, 5.", "mac-cyrillic", "windows-1251"),
        ("И медсестра, медбике.", "mac-cyrillic", "windows-1251"),
        ("111-інші сайлау учаскесінде 4661 дауыс беруші тіркелген.", "mac-cyrillic", None),
        ("111-інші сайлау учаскесінде 4661 дауыс беруші тіркелген.", "mac-cyrillic", "mac-cyrillic"),
        ("Вилер штат ыйгарым укуктуу программалар боюнча милдеттенмесин аткарбай жатат", "mac-cyrillic", "windows-1251"),
    ],
)
def test_a_label_against_the_words_never_gives_another_text(text: str, encoding: str, label: str | None):
    try:
        assert decode(text.encode(encoding), header=label and content_type(label)).text == text
    except Undecodable as refused:
        assert "both make words" in refused.reason  # noqa: PT017 - a refusal is as good


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Друзья и коллеги ищут пропавшего", "iso2022_jp"),
        ("Чтобы прекратить спор, стороны договорились о встрече в апреле", "big5"),
        ("Ҳокимият ва ҳуқуқ: халқ бояд ҳамаро донад, ғайр аз он қонун ҳаст", "koi8-t"),
        ("Yeni füzelerin üretimi sürüyor, görüşmeler yapıldı", "mac-turkish"),
        ("birçok galip çıktı", "cp857"),
        ("hemme adem bilim élish hoquqigha ige.", "cp861"),
        ("herqandaq dölettin kétishke, öz döletidin kétishke hoquqluq", "cp775"),
        ("Elektr tabiy usullar bilan qo ’ lga kiritilgan, biroq ko ’ p emas", "cp775"),
        ("Li de li her da di ew re ew li jî ji.", "mac-arabic"),
    ],
)
def test_an_encoding_that_is_not_known_is_refused_and_not_read_as_another(text: str, encoding: str):
    with pytest.raises(Undecodable):
        decode(text.encode(encoding))


@pytest.mark.parametrize(
    "text",
    [
        "He said “yes” – and left…",
        "Bu „yangi“ so ‘ z ko ‘ p",
        "It’s said that it was “sold”",
        "«Astana» qalasy • 2019 – ‘Nur’",
    ],
)
@pytest.mark.parametrize("label", [None, "windows-1251", "windows-1252"])
def test_marks_of_windows_that_stand_where_they_are_typed_are_read(text: str, label: str | None):
    assert decode(text.encode("cp1252"), header=label and content_type(label)).text == text


@pytest.mark.parametrize(
    "text", ["Ол С витаминін ішеді", "Мұнда — С витамині, ал сонда — D", "Бағасы 5 млн €", "Ш. Айманов 100 € берді"]
)
def test_letters_and_sums_that_stand_alone_are_read_in_kz1048(text: str):
    assert decode(text.encode("kz1048"), header=content_type("windows-1251")).text == text


@pytest.mark.parametrize(
    "text", [RUSSIAN, UKRAINIAN, "Київ має її", "Беларусь: у маёй сям’і ўсе ведаюць, што зноў будзе дождж", UZBEK]
)
def test_other_languages_in_windows_1251_are_not_touched(text: str):
    decoded = decode(text.encode("cp1251"), header=content_type("windows-1251"))
    assert (decoded.text, decoded.repaired) == (text, False)


def test_one_kazakh_sentence_in_a_russian_page_is_restored():
    shown = page(f"{RUSSIAN * 40} {KAZAKH[:60]} {RUSSIAN * 40}")
    assert decode(shown.encode("kz1048"), header=content_type("windows-1251")).text == shown


def test_an_encoding_of_two_bytes_is_asked_for_the_whole_page_and_not_for_its_beginning():
    begins = "<p>" + "Startseite Kontakt Impressum " * 700 + "Gebühren</p>"
    text = f"{begins}<p>Die Behörde prüft die Gebühren für Geräte, die künftig verfügbar wären, und hört Anwälte.</p>"
    assert decode(text.encode("cp1252"), header="text/html; charset=windows-1252").text == text


def test_one_sentence_among_much_markup_is_enough():
    shown = page(KAZAKH[:45], before="<div class='x'></div><script>if (a < b) { c = '&copy;'; }</script>" * 300)
    assert decode(shown.encode("kz1048")).text == shown


def test_a_letter_cut_in_the_middle_costs_one_character():
    whole = page(KAZAKH * 10).encode()
    cut = whole[: whole.rindex("ғ".encode()) + 1]
    for header in (None, content_type("utf-8"), content_type("windows-1251")):
        decoded = decode(cut, header=header)
        assert (decoded.encoding, decoded.replacements) == ("utf-8", 1)
        assert decoded.text[:-1] == cut[:-1].decode()


@pytest.mark.parametrize("text", ["Қазақ", "Бүгін жаңа мектеп ашылды", KAZAKH, "الماتى قالاسى", LATIN])
@pytest.mark.parametrize("header", [None, content_type("utf-8"), content_type("windows-1251"), content_type("kz-1048")])
def test_a_short_text_that_ends_within_a_letter_keeps_all_the_others(text: str, header: str | None):
    for end, letter in enumerate(text):
        if not letter.isascii() and sum(not before.isascii() for before in text[:end]) > 1:
            decoded = decode(text[: end + 1].encode()[:-1], header=header)
            assert (decoded.text, decoded.replacements) == (text[:end] + "\ufffd", 1)


def test_one_lost_letter_in_a_short_text_is_counted_and_two_are_refused():
    broken = KAZAKH.encode().replace("ғ".encode(), b"\xd2", 1)
    assert decode(broken).replacements == 1
    with pytest.raises(Undecodable, match="2 of"):
        decode(KAZAKH.encode().replace("ғ".encode(), b"\xd2", 2))


def test_a_last_byte_alone_does_not_make_a_text_utf8():
    assert decode("Вывод: цена С".encode("cp1251")).text == "Вывод: цена С"
    with pytest.raises(Undecodable):  # one sign: a letter in windows-1251, a dash in mac-cyrillic
        decode("plan Р".encode("cp1251"), header=content_type("windows-1251"))


def test_too_many_lost_characters_are_refused():
    broken = (KAZAKH * 4).encode().replace("қ".encode(), b"\xd2")
    with pytest.raises(Undecodable, match="are lost"):
        decode(broken)
    with pytest.raises(Undecodable, match="are lost"):
        decode((KAZAKH.replace("қ", "\ufffd")).encode())


@pytest.mark.parametrize("encoding", ["cp1251", "latin-1"])
def test_utf8_that_was_encoded_twice_is_undone(encoding: str):
    if encoding == "cp1251":
        twice = "".join(chr(byte) if byte == 0x98 else bytes([byte]).decode("cp1251") for byte in KAZAKH.encode())
    else:
        twice = KAZAKH.encode().decode("latin-1")
    decoded = decode(twice.encode())
    assert (decoded.text, decoded.repaired) == (KAZAKH, True)


@pytest.mark.parametrize(
    "said",
    [
        "The history of СССР: from СССР to Russia. A film on СССР.",
        "Turkistan qalasynda ТУ-134, СТС, РУСТ, СССР, РТС, СТУ turaly aityldy.",
        "ÄLEM ÄDEBIET ÄNDER ÄLEUMET ÄKIM ÄSKER ÄIEL ÄDIL ÄRTIS",
    ],
)
def test_capitals_are_no_letters_of_utf8_read_wrongly(said: str):
    assert decode(said.encode()).text == said


def test_words_with_many_hard_blanks_are_read_at_once():
    said = "TV" + "\u00a0" * 60 + "жаңалықтары. "
    assert decode((said + KAZAKH).encode("kz1048")).text == said + KAZAKH


@pytest.mark.parametrize("unit", [b"\xe0", b"a\xe0", b"\xe0\xe1 "])
def test_bytes_that_are_no_words_take_time_by_their_number_alone(unit: bytes):
    def tried(text: str) -> None:
        with pytest.raises(Undecodable):
            decode(text.encode("latin-1"))

    assert grows_linearly(tried, unit.decode("latin-1"))


def test_kz1048_saved_as_utf8_after_a_wrong_reading_is_undone():
    decoded = decode(KAZAKH.encode("kz1048").decode("cp1251").encode())
    assert (decoded.text, decoded.repaired) == (KAZAKH, True)


def test_macedonian_in_utf8_is_not_touched():
    text = "Ќе одиме во куќата на мојот пријател, каде што ќе јадеме и ќе зборуваме за сѐ што нѐ мачи ова лето."
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    "body", [bytes(range(256)) * 8, b"\x1f\x8b\x08" + bytes(range(250)), b"\x89PNG\r\n\x1a\n" + b"\0\1\2" * 400]
)
def test_what_is_no_text_is_refused_in_one_line(body: bytes):
    with pytest.raises(Undecodable) as refused:
        decode(body)
    assert "\n" not in refused.value.reason


def test_labels_that_are_no_text_encodings_are_ignored():
    for label in ("rot13", "base64", "zlib", "idna", "unicode_escape", "utf-7", "\0", "x" * 10_000):
        assert decode("Әлем".encode(), header=content_type(label)).text == "Әлем"
        assert decode(page(RUSSIAN, label).encode("cp1251"), header=content_type(label)).text == page(RUSSIAN, label)


@settings(max_examples=1_000, deadline=None)
@given(st.binary(max_size=300), st.one_of(st.none(), st.text(max_size=30), st.sampled_from(LIES).map(content_type)))
def test_bytes_give_a_text_or_a_named_refusal(body: bytes, header: str | None):
    try:
        decoded = decode(body, header=header)
    except Undecodable:
        return
    assert decoded.replacements <= max(1, 0.001 * len(decoded.text))


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=200))
def test_what_was_written_in_utf8_is_read_as_it_was(text: str):
    if text.count("\ufffd") or any(sign < " " for sign in text) or text.startswith("\ufeff"):
        return
    try:
        decoded = decode(text.encode(), header=content_type("windows-1251"))
    except Undecodable as refused:
        assert "before it was saved" in refused.reason  # noqa: PT017 - letters as of UTF-8 read as windows-1252
        return
    assert decoded.repaired or decoded.text == text


@pytest.mark.parametrize("unit", ["<", "<script", "<!--", "<meta ", "\xff", "\xd0", "қ<", "\0", "a\0", "«", "Р"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_time_grows_with_the_length_only(unit: str, encoding: str):
    def call(text: str) -> None:
        try:
            decode(text.encode(encoding, "replace") + b"\xff")
        except Undecodable:
            return

    assert grows_linearly(call, unit)


def encodable(names: tuple[str, ...], encoding: str) -> list[str]:
    found = []
    for sentence in (s for name, sentences in shared_json("sentences.json").items() if name.startswith(names) for s in sentences):
        try:
            sentence.encode(encoding)
        except UnicodeEncodeError:
            continue
        found.append(sentence)
    return found


def test_every_kazakh_news_sentence_in_kz1048_labelled_windows_1251_is_restored():
    sentences = encodable(("kk_", "kaz_"), "kz1048")[::3]
    wrong = [s for s in sentences if decode(s.encode("kz1048"), header=content_type("windows-1251")).text != s]
    assert len(sentences) > 3_000
    assert wrong == []


def test_no_sentence_of_another_language_in_windows_1251_is_touched():
    sentences = encodable(("ru", "ukr", "ba", "ky", "kir", "tat", "uz", "khk", "sah", "tgk", "tuk", "chv"), "cp1251")
    wrong = [s for s in sentences if decode(s.encode("cp1251"), header=content_type("windows-1251")).text != s]
    assert len(sentences) > 900
    assert wrong == []


# Material of promise C1: what each encoding is written in, and who says what about it.
SETS = {
    **dict.fromkeys(("utf-8", "utf-16-le", "utf-16-be", "kz1048", "ptcp154"), "kk_nerd"),
    **dict.fromkeys(("cp1251", "iso8859-5", "koi8-r", "cp866", "mac-cyrillic"), "ru_xwmt"),
    "koi8-u": "ukr_udhr",
    "cp1254": "tr_xwmt",
}


def lies(text: str, encoding: str, lie: str, other: str) -> dict[str, tuple[str, str | None]]:
    """Return page and header for each of the ways in which a page is labelled."""
    return {
        "no label": (page(text), None),
        "true labels": (page(text, encoding), content_type(encoding)),
        "wrong header": (page(text, encoding), content_type(lie)),
        "wrong meta": (page(text, lie), content_type(encoding)),
        "both wrong": (page(text, lie), content_type(other)),
        "late meta": (page(text, encoding, before="<script>var a = 1;</script>" * 60), None),
    }


@pytest.mark.parametrize("sentences", [1, 3, 10])
@pytest.mark.parametrize("encoding", list(SETS))
def test_no_labelling_makes_a_page_silently_wrong(encoding: str, sentences: int):
    chance = random.Random(f"{encoding} {sentences}")
    found = encodable((SETS[encoding],), encoding)
    outcomes: Counter[str] = Counter()
    for _ in range(6):
        text = " ".join(chance.sample(found, sentences))
        for shown, header in lies(text, encoding, chance.choice(LIES), chance.choice(LIES)).values():
            try:
                outcomes["right" if decode(shown.encode(encoding), header=header).text == shown else "wrong"] += 1
            except Undecodable:
                outcomes["refused"] += 1
    assert outcomes["wrong"] == 0
    assert outcomes["refused"] <= 0.1 * outcomes.total()


SHORT_WORDS = (
    "Қос үй күнгей. Ұл қыз бөлек. Ән мен күй. Үш күн. Бір ғана қыс. Өң мен түс. Аң мен құс. Ғұмыр қас-қағым. "
    "Көл мен шөл, құм мен тұз. Жаңа күн, жаңа таң. Құт қонған үй."
)
"""More is left of single letters than of words where the Kazakh ones are taken out."""
BY_NUMBER = (SHORT_WORDS, "Күн суық € Аяз күшейді, жол жабық", "Жүз шақырым жол $ € ₽ Ауылдағы жаңа көпір")


@pytest.mark.parametrize("text", BY_NUMBER)
def test_letters_that_windows_1251_lacks_are_written_by_number(text: str):
    """As portals wrote before UTF-8: what stands around such a letter is one word, and the encodings that have it are none."""
    body = text.encode("cp1251", "xmlcharrefreplace")
    assert decode(body).text == body.decode("cp1251")
    hexadecimal = re.sub(rb"&#(\d+);", lambda number: b"&#x%x;" % int(number[1]), body)
    assert decode(hexadecimal).text == hexadecimal.decode("cp1251")


@pytest.mark.parametrize("text", BY_NUMBER)
def test_what_is_left_without_these_letters_is_refused_or_read_so(text: str):
    """Nothing but the numbers tells: with other signs in their places the same bytes are a guess."""
    body = re.sub(rb"&#\d+;", b"- ", text.encode("cp1251", "xmlcharrefreplace"))
    with pytest.raises(Undecodable):
        decode(body)


def test_letters_by_number_do_not_speak_against_an_encoding_that_has_them_all():
    whole = KAZAKH.encode("kz1048")
    assert decode(whole + "&#1179;ала ".encode("kz1048")).text == (whole + "&#1179;ала ".encode("kz1048")).decode("kz1048")
