"""The language of texts, titles and paragraphs: Kazakh in three scripts against its neighbours."""

from __future__ import annotations

import math
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kznews.kazakh import language, language_scores
from kznews.kazakh.language import LanguageReading, detect, detect_field, paragraph_languages, tag_of
from kznews.kazakh.language_scores import by_letters, letter_counts
from tests.support.growth import grows_linearly
from tests.support.shared import shared_json, shared_lines
from tests.support.transliterate import ALPHABETS, old_font, transliterate

KAZAKH = (
    "Бүгін ауылда жаңа мектеп ашылып, оған жүзден астам бала барды, ал ата-аналар мұғалімдерге алғыс айтты.",
    "Облыс әкімі кеңесте биылғы егін жинау науқаны туралы есеп беріп, диқандардың еңбегін атап өтті.",
    "Қала көшелерінде қар тазалау жұмыстары түнімен жүргізілді, бірақ кейбір жолдар әлі де жабық.",
)
OTHERS = {
    "ru": "Сегодня в посёлке открыли новую школу, в которую пошли больше ста детей из ближайших сёл.",
    "ky": "Бүгүн айылда жаңы мектеп ачылып, ага жүздөн ашык бала барды, мугалимдер болсо кубанып жатышты.",
    "tt": "Бүген авылда яңа мәктәп ачылды, анда йөздән артык бала укый башлады, ата-аналар җыелды.",
    "ba": "Бөгөн ауылда яңы мәктәп асылды, унда йөҙҙән ашыу бала уҡый башланы, ата-әсәләр йыйылды.",
    "kaa": "Бүгин аўылда жаңа мектеп ашылып, оған жүзден аслам бала барды, ҳәм оқытыўшылар қуўанып кетти.",
    "mn": "Өнөөдөр суманд шинэ сургууль нээгдэж, тэнд зуу гаруй хүүхэд сурч эхэлсэн гэж багш нар хэлэв.",
    "uk": "Сьогодні в селі відкрили нову школу, до якої пішли понад сто дітей із сусідніх сіл, і їх привітали.",
    "tg": "Имрӯз дар деҳа мактаби нав кушода шуд, ки дар он беш аз сад кӯдак таҳсил мекунад ва шод ҳастанд.",
    "sah": "Бүгүн дэриэбинэҕэ саҥа оскуола аһылынна, онно сүүстэн тахса оҕо үөрэнэн саҕалаата.",
    "uz": "Bugun qishloqda yangi maktab ochildi, unda yuzdan ortiq bola o‘qiy boshladi, o‘qituvchilar esa xursand bo‘ldi.",
    "tr": "Bugün köyde yeni bir okul açıldı, yüzden fazla çocuk derslere başladı ve öğretmenler çok sevindi.",
    "az": "Bu gün kənddə yeni məktəb açıldı, orada yüzdən çox uşaq oxumağa başladı və müəllimlər sevindi.",
    "tk": "Şu gün obada täze mekdep açyldy, onda ýüzden gowrak çaga okap başlady we mugallymlar begendi.",
    "ug": "بۈگۈن يېزىدا يېڭى مەكتەپ ئېچىلدى، ئۇ يەردە يۈزدىن ئارتۇق بالا ئوقۇشقا باشلىدى.",
    "ku": "Îro li gund dibistaneke nû hat vekirin, zêdetirî sed zarok dest bi xwendinê kirin û mamoste kêfxweş bûn.",
    "en": "A new school was opened in the village today, and more than a hundred children have started their lessons.",
    "ar": "افتتحت اليوم في القرية مدرسة جديدة وبدأ أكثر من مئة طفل الدراسة فيها مع المعلمين.",
}
TATAR_LATIN = "Bügen awılda yaña mäktäp açıldı, anda yözdän artıq bala uqıy başladı häm ata-analar cıyıldı, bik küp keşe kilde."
TURKMEN_LONG = "Bu ýyl obalarda täze mekdepler gurlup, çagalar bagy hem açyldy, ýaşuly nesil bolsa muňa örän begendi."


@pytest.mark.parametrize("text", [*KAZAKH, *OTHERS.values()])
def test_a_tag_is_what_the_whole_reading_says_for_every_beginning_and_end_of_a_text(text: str):
    words = text.split()
    for size in range(1, len(words) + 1):
        for said in (" ".join(words[:size]), " ".join(words[-size:])):
            reading = detect(said)
            assert tag_of(said) == (reading.language, reading.script), said


@pytest.mark.parametrize("letters", ["агкноууих", "эгкноууих"])
def test_a_text_typed_without_kazakh_letters_is_kazakh(letters: str):
    as_typed = str.maketrans("әғқңөұүіһӘҒҚҢӨҰҮІҺ", letters + letters.upper())
    typed = [text.translate(as_typed) for text in (" ".join(KAZAKH), *OTHERS.values())]
    assert detect(typed[0]).language == "kk"
    assert [detect(text).language for text in typed[1:3]] == ["ru", "ky"], "what has few such letters, and what has others"
    assert "kk" not in {detect(text).language for text in typed[3:]}


def test_without_a_table_for_it_such_a_text_is_kyrgyz(monkeypatch: pytest.MonkeyPatch):
    typed = " ".join(KAZAKH).translate(str.maketrans("әғқңөұүіһӘҚ", "агкноууихАК"))
    monkeypatch.setitem(language_scores._RARER, language_scores._TYPED, -1_000.0)
    language_scores._models.cache_clear()
    language_scores._columns.cache_clear()
    try:
        assert detect(typed).language != "kk"
    finally:
        language_scores._models.cache_clear()
        language_scores._columns.cache_clear()


@pytest.mark.parametrize("text", [*KAZAKH, *OTHERS.values(), TATAR_LATIN, TURKMEN_LONG * 18])
def test_letters_weigh_in_one_sum_what_they_weigh_one_by_one(text: str):
    script = detect(text).script
    counts = letter_counts(text, script)
    scores: dict[str, float] = {}
    for model in language_scores._models(script):
        lost = sum(amount * log for amount, log in zip(counts.values(), model.logs, strict=True))
        scores[model.language] = max(scores.get(model.language, -math.inf), model.start + lost)
    first, second = sorted(scores.values(), reverse=True)[:2]
    guess = by_letters(counts, script)
    assert scores[guess.language] == first
    assert guess.lead == pytest.approx(first - second, abs=1e-6)


def test_the_second_voice_is_asked_for_a_tag_only_where_it_may_decide(monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []

    def voice(sample: str) -> str:
        asked.append(sample)
        return "ky"

    monkeypatch.setattr(language, "_second_voice", voice)
    assert tag_of(" ".join(KAZAKH)) == ("kk", "Cyrl")
    assert tag_of(OTHERS["ru"]) == ("ru", "Cyrl")
    assert asked == []
    assert tag_of("кубанып жатышты.") == ("und", "Cyrl")  # its letters alone would say Kazakh
    assert asked == ["кубанып жатышты."]


@pytest.mark.parametrize("text", KAZAKH)
def test_kazakh_in_cyrillic_is_kazakh_and_the_second_voice_agrees(text: str):
    reading = detect(text)
    assert reading == LanguageReading("kk", "Cyrl", 1.0, "kk", agrees=True)


@pytest.mark.parametrize("alphabet", list(ALPHABETS))
@pytest.mark.parametrize("text", KAZAKH)
def test_kazakh_in_every_alphabet_is_kazakh(text: str, alphabet: str):
    reading = detect(transliterate(text, alphabet))
    assert reading.language == "kk"
    assert reading.script == ("Arab" if alphabet == "arabic" else "Latn")


def test_kazakh_in_the_old_arabic_font_is_kazakh():
    assert detect(old_font(transliterate(" ".join(KAZAKH), "arabic"))).language == "kk"


@pytest.mark.parametrize("language", list(OTHERS))
def test_a_neighbour_is_not_kazakh(language: str):
    assert detect(OTHERS[language]).language == language


@pytest.mark.parametrize("text", [TATAR_LATIN, TURKMEN_LONG])
def test_other_turkic_languages_in_latin_are_not_kazakh(text: str):
    assert detect(text).language != "kk"


def test_look_alike_letters_do_not_hide_kazakh():
    typed = KAZAKH[0].translate(str.maketrans("аоерсі", "aoepci"))
    assert detect(typed).language == "kk"
    assert detect(KAZAKH[1].replace("і", "i")).language == "kk"
    assert detect(KAZAKH[1].replace("ә", "ə")).language == "kk"


def test_latin_text_with_cyrillic_letters_left_in_is_kazakh():
    latin = transliterate(" ".join(KAZAKH), "latin 2018").translate(str.maketrans("aeo", "аео"))
    assert detect(latin).language == "kk"


@pytest.mark.parametrize("text", ["", " ", "12.05.2024, 19:46", "№ 5", "😀", "а", "新华网"])
def test_without_words_there_is_no_language(text: str):
    reading = detect(text)
    assert reading.language == "und"
    assert reading.agrees is None


def test_a_title_may_be_undecided_where_a_text_is_not():
    assert detect_field("Қоғам туралы жаңа заң күшіне енді").language == "kk"
    assert detect_field("Новости Алматы и области на сегодня").language == "ru"
    assert detect_field("Covid-19").language == "und"
    assert detect_field("Abc").language == "und"


TITLES = (
    "Елімізде жаңа мектеп ашылды",
    "Ауылдағы жастарды қолдау бағдарламасы",
    "Мемлекеттік қызметкерлердің жалақысы өседі",
    "Қазақстандық студент халықаралық сайыста жеңіске жетті",
    "Құрылыс жұмыстары аяқталды",
    "Наурыз мерекесі құтты болсын",
    "Алматыда кеше қар жауды",
)
FOREIGN_TITLES = (
    "Prezidentning yangi farmoni e'lon qilindi",
    "Qozog'istonda yangi maktab ochildi",
    "Toshkentda yangi ko'prik qurildi",
    "Cumhurbaşkanı yarın Ankara'ya dönüyor",
    "İstanbul'da yeni okul açıldı",
    "Bakıda yeni məktəb açılıb",
    "Prezident yeni fərman imzalayıb",
    "Aşgabatda täze mekdep açyldy",
    "Yéngi mektepning échilish murasimi boldi",
    "New school opens in Almaty",
    "The system was designed in Kazakhstan",
)


@pytest.mark.parametrize("alphabet", [name for name in ALPHABETS if name != "arabic"])
@pytest.mark.parametrize("title", TITLES)
def test_a_title_in_latin_letters_is_kazakh(title: str, alphabet: str):
    assert detect_field(transliterate(title, alphabet)).language == "kk"


@pytest.mark.parametrize("title", FOREIGN_TITLES)
def test_a_title_of_a_neighbour_in_latin_letters_is_not(title: str):
    assert detect_field(title).language != "kk"


def words_of(names: tuple[str, ...], most: int) -> list[str]:
    """Return runs of 3 to 8 words, as titles have, from the odd sentences of the sets."""
    chance = random.Random(f"{names}")
    found = []
    for name, sentences in shared_json("sentences.json").items():
        for sentence in sentences[1::2] if name.startswith(names) else ():
            words, size = sentence.split(), chance.randint(3, 8)
            if len(words) >= size:
                first = chance.randint(0, len(words) - size)
                found.append(" ".join(words[first : first + size]))
    return chance.sample(found, min(most, len(found)))


@pytest.mark.parametrize(("alphabet", "least"), [("latin 2018", 0.92), ("latin 2021", 0.92), ("gh/sh", 0.88), ("arabic", 0.98)])
def test_short_runs_of_words_are_kazakh_in_every_alphabet(alphabet: str, least: float):
    titles = words_of(("kk_",), 500)
    right = sum(detect_field(transliterate(title, alphabet)).language == "kk" for title in titles)
    assert right >= least * len(titles)


def test_short_runs_of_words_of_other_languages_in_latin_letters_are_not_kazakh():
    titles = words_of(("uz_", "uzn_latn", "az", "tr_", "tur", "tuk_latn", "uig_latn"), 800)
    assert sum(detect_field(title).language == "kk" for title in titles) <= 0.006 * len(titles)


def test_each_paragraph_of_a_mixed_page_is_read_alone():
    page = [KAZAKH[0], OTHERS["ru"], "24.11.2025", transliterate(KAZAKH[1], "latin 2018"), OTHERS["uz"]]
    assert [reading.language for reading in paragraph_languages(page)] == ["kk", "ru", "und", "kk", "uz"]


def test_the_share_tells_a_mixed_text():
    mixed = detect(KAZAKH[0] + " Facebook Telegram Instagram YouTube TikTok WhatsApp")
    assert mixed.language == "kk"
    assert 0.5 < mixed.share < 0.75


def test_the_second_voice_has_no_opinion_on_what_it_does_not_know():
    assert detect(OTHERS["kaa"]).agrees is None
    assert detect(transliterate(KAZAKH[0], "latin 2018")).second_voice is None


def test_stray_controls_do_not_disturb_the_second_voice():
    assert detect("\x07\x00" + KAZAKH[0] + "\x1b\ud800").agrees is True


@settings(max_examples=1_000, deadline=None)
@given(st.text(st.one_of(st.characters(), st.characters(codec=None, categories=["Cs", "Cc"]), st.sampled_from("құіәa'ıقە "))))
def test_no_text_raises_and_shares_are_shares(text: str):
    for reading in (detect(text), detect_field(text), *paragraph_languages([text])):
        assert 0.0 <= reading.share <= 1.0
        assert reading.script in {"Cyrl", "Latn", "Arab", "Zyyy"}


@pytest.mark.parametrize("unit", ["ж", "қa", "www.", "'", "a'", "\u0301", "ә "])
def test_time_grows_with_the_length_only(unit: str):
    assert grows_linearly(detect, unit)


def test_readings_do_not_depend_on_hash_seed_locale_or_zone():
    code = f"from kznews.kazakh.language import detect; print([detect(t) for t in {[*KAZAKH, *OTHERS.values()]!r}])".encode()
    printed = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-"],
            input=code,
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": zone, "PYTHONPATH": "."},
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Almaty"), ("2", "America/New_York"))
    }
    assert len(printed) == 1


# Endings, not letters, tell these apart: each is own, short, and without a letter that Kazakh lacks.
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kaa", "Балалар мектепке келди, адамлар оларды көрди."),
        ("kaa", "Жазыўшылар бул усыныслар дурыс деди."),
        ("kaa", "Ол бизлерге мектеплер ҳаққында айтты."),
        ("kaa", "Бүгин аўылда жаңа мектеп ашылып, оған жүзден аслам бала барды."),
        ("kaa", "Мен үйде отырман, ол жумысқа кетти."),
        ("kaa", "Ол биринши орынды алды."),
        ("ky", "Алар аны билген эмес деп жазган."),
        ("ky", "Мен бул адамды таптакыр тааныган жокмун деди."),
        ("ba", "Икенсе бүлмәнән тағы өс кеше сыға."),
        ("uz", "Biz bu ishni besh yildan beri qilamiz."),
        ("uz", "Ular ertangi darsga kelmagan."),
        ("uz", "Bunga kimning haqqi bor?"),
        ("tr", "Yeni yolu bana sen anlattın, dedi."),
        ("tr", "Ben buraya her gün geliyorum."),
        ("az", "Sən onu gördün, dedi ona."),
        ("ug", "bu yurtta yashaydighan ademler ishlar bilen meshghul."),
    ],
)
def test_a_short_sentence_of_a_neighbour_is_not_called_kazakh(language: str, text: str):
    assert "kk" not in {detect(text).language, detect_field(text).language}, language


@pytest.mark.parametrize("alphabet", ["cyrillic", *ALPHABETS])
@pytest.mark.parametrize(
    "text",
    [
        "Республикалық склероз орталығының органдары доллармен есептейді.",
        "Адамдар мен малдар, қыздар мен аттар ауылдан қалаға көшті.",
        "Яғни ядролық отын январьда келеді деп айтқан.",
    ],
)
def test_loans_and_assimilated_endings_do_not_speak_against_kazakh(text: str, alphabet: str):
    assert detect(text if alphabet == "cyrillic" else transliterate(text, alphabet)).language == "kk"


def test_a_second_voice_that_says_another_language_is_no_support():
    assert detect("Партия 2019.").language != "kk"


# The letter tables were counted in the even sentences; the odd ones are new to them.


HALVES = ("even", "odd")
MOST_FALSE = 0.006


def sets(half: str = "odd") -> dict[str, list[str]]:
    return {name: sentences[HALVES.index(half) :: 2] for name, sentences in shared_json("sentences.json").items()}


def pieces(sentences: list[str], size: int = 500) -> list[str]:
    text = " ".join(sentences)
    return [text[start : start + size] for start in range(0, len(text) - size // 2, size)]


def is_kazakh(name: str) -> bool:
    return name.startswith(("kk_", "kaz_"))


@pytest.mark.parametrize("half", HALVES)
def test_kazakh_sentences_are_kazakh_in_every_set(half: str):
    for name, sentences in sets(half).items():
        if is_kazakh(name):
            assert sum(detect(sentence).language == "kk" for sentence in sentences) >= 0.99 * len(sentences), name


@pytest.mark.parametrize("alphabet", ["cyrillic", *ALPHABETS])
@pytest.mark.parametrize("half", HALVES)
def test_kazakh_texts_of_500_characters_are_kazakh(half: str, alphabet: str):
    found = sets(half)
    sentences = [*found["kk_nerd"][:1_000], *found["kk_xwmt"], *found["kaz_udhr"]]
    texts = pieces([s if alphabet == "cyrillic" else transliterate(s, alphabet) for s in sentences])
    assert [text for text in texts if detect(text).language != "kk"] == []


@pytest.mark.parametrize("half", HALVES)
def test_no_other_text_of_500_characters_is_kazakh(half: str):
    texts = [text for name, found in sets(half).items() if not is_kazakh(name) for text in pieces(found)]
    assert [text for text in texts if detect(text).language == "kk"] == []


@pytest.mark.parametrize("half", HALVES)
def test_sentences_of_no_other_language_are_called_kazakh(half: str):
    for name, sentences in sets(half).items():
        if not is_kazakh(name):
            called = [sentence for sentence in sentences if detect(sentence).language == "kk"]
            assert len(called) <= MOST_FALSE * len(sentences), (name, called)


@pytest.mark.parametrize("alphabet", list(ALPHABETS))
def test_kazakh_sentences_in_other_alphabets_are_mostly_kazakh(alphabet: str):
    sentences = [transliterate(sentence, alphabet) for sentence in sets()["kk_nerd"][:1_000]]
    assert sum(detect(sentence).language == "kk" for sentence in sentences) >= 0.95 * len(sentences)


def test_excerpts_of_real_pages_are_read_right():
    pages = shared_lines("rendered-pages.jsonl")
    wrong = [page["url"] for page in pages if detect(page["excerpt"]).language != page["lang"]]
    assert wrong == []
