# ruff: noqa: E501
"""What portals print around a text, in three scripts; sentences with the same words stay (formats.md section 5)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kznews.extract.phrases import (
    ALSO_READ,
    COMMENTS,
    RELATED,
    begins_with_label,
    is_boilerplate,
    is_label,
    key,
    names_list,
    places_of,
)
from tests.support.engines.scripts import written
from tests.support.growth import grows_linearly

FURNITURE = (
    "Фото: ria.ru", "Сурет: Derek.kz", "Фото:", "Сурет", "Видео", "Суретті түсірген – Айгүл Серікқызы", "Фото автордан", "Көрнекі сурет", "ашық дереккөзі",
    "Қате тапсаңыз, қажетті бөлікті таңдап ctrl+enter басыңыз.", "Беттегі қате туралы хабарлаңыз", "Бөлісу:", "Мақаламен бөлісу", "Жазылу",
    "Telegram-ға бөлісу", "Хабарламаларға жазылу", "Дереккөзі: ашық ақпарат", "Ақпарат көзі: Derek", "Тегтер: көпір, ауыл", "Толығырақ »",
    "Толығырақ...", "12 рет қаралды", "33 рет оқылды", "Барлық құқықтар қорғалған.",
    "«Дерек» газетіне жазылу индексі – 65123", "Суреттерді түсірген Азамат СЕРІК", "Суретті автор түсірген", "Суреттер автордан",
    "Сурет ашық дереккөзден алынды", "Сурет кейіпкердің жеке мұрағатынан алынған", "Фото редакция мұрағатынан", "Инфографика: Азамат Серік",
    "Фотоларды түсірген Азамат Серік", "Видеодан скриншот", "Бейнежазбадан кадр",
    "Фото – ria.ru", "Сурет – Дерек мұрағатынан", "Фото – Айгүл Серік, «Ауыл таңы» газетінің тілшісі.", "Сурет – автордан, мұражай қорынан.", "Сурет – аудан әкімдігінің баспасөз қызметінен алынды.", "Видео: ауыл тұрғындары көпірді өздері тазалап шықты.",
    "Сайт материалдарын пайдаланғанда бізге сілтеме жасау міндетті.", "Сайт материалдарын рұқсатсыз көшіруге тыйым салынады.",
    "Бұл мақаланы Google News арқылы да оқуға болады.", "Мақала ұнаса, пікіріңізді жазыңыз.", "Пікіріңізді жазыңыз, біз міндетті түрде жауап береміз!",
    "Автордың пікірі редакция ұстанымымен сәйкес келмеуі мүмкін", "Автор көзқарасы үшін редакция жауап бермейді",
    "Редакция мақаладағы пікірмен келіспеуі мүмкін", "Газетімізге жазылыңыз! Индекс: 65464", "Instagramға жазыл", "Төмен жылжытыңыз",
)  # fmt: skip
UNLETTERED = (
    "None", "None / None", "loader", "cover", "image", "Header Banner", "Back to top button", "please wait", "Featured Video Play Icon",
    "No media source currently available", "|  |  |", "» »", "×", "///", "", "© Derek.kz", "240p | 5,8MB", "1080p (112 МБ)", "/uploads/thumbnail/20251102.jpg", "derek.kz", "<p></p>",
    "* * *", "{loadposition ads7}", "{loadmodule mod_banners,Жарнама}", "{youtube}x1y2z3{/youtube}", "{gallery width=200}2017/09{/gallery}", "Фото из открытых источников", "Photo by Getty Images", "Азамат Серіктің фотосы", "ПОДЕЛИТЬСЯ", "Источник: Derek", "Если вы заметили ошибку, выделите текст и нажмите Ctrl+Enter",
    "www.derek.kz", "jana.derek.kz/n/77102", "Қосылған күні: undefined", "(«Ауыл таңы» газеті, №17)",
    "WhatsApp Facebook Telegram", "Facebook | Twitter | VK", "Фейсбук, Телеграм",
    "Telegram 41", "WhatsApp 117", "Tags", "@derek.foto", "Мнение автора может не совпадать с позицией редакции.",
)  # fmt: skip
TEXT = (
    "Сурет салу байқауы өтті", "Сурет көрмесі ашылды.", "Фото және видео түсіруге тыйым салынды деп хабарлады министрлік өкілі.", "Видео таралған соң тергеу басталды.",
    "Node.js", "1080p", "240p түсіретін камера 5,8 MB орын алды", "Қаз.Нұр", "derek.kz/n/77102 бетінде", "undefined деген сөз", "(Әкем «Ауыл таңы» газетінің №17 санын сақтап қойған.)", "«Ауыл таңы» газеті, №17",
    "(«Ауыл таңы» газеті)", "(Сол жылы ашылған «Ауыл таңы» газеті, №17)",
    "Алматы – үлкен қала", "{Қазақстан} деген жақша", "{loadposition ads7} тегін қойған бағдарламашы", "{ads} мен {banner} сөзі", "Тегтерді дұрыс қою керек, дейді маман.", "Дереккөзді көрсету міндетті, деп түсіндірді заңгер.", "Бөлісу мәдениеті бізге таныс.",
    "Газетке жазылу науқаны басталды.", "Көпір ашылды.", "Ол суретті түсірген адамды тапты.", "Авторлық құқықты қорғау туралы заң қабылданды деп жазды газет.",
    "Бізге жазыңыз деген өтініштен кейін елден жүздеген хат келді, оның бәріне жауап берілді, деп еске алады редактор Айгүл Серікқызы бүгінгі сұхбатында.",
    "Жарнама туралы заң", "Басты бет туралы ойлар", "Әкемнің суреті", "Қазақ халқының суреттері", "Қазақ Халық Суреттері", "Суреттер сатып алынды", "Бала суретін анасынан алды",
    "Суретті түсіргендердің бірі осы жігіт.", "Инфографика – деректі көрнекі жеткізу тәсілі.", "Бейнежазбадан кейін кадр ауысты", "Суреттерді түсірген екі жігіт табылды",
    "Фото – естелік, оны бүкіл отбасы көзінің қарашығындай сақтайды.", "Видео – дәлел, бірақ сот оны әлі қараған жоқ.",
    "Бұл жазбаны Google News арқылы миллиондаған оқырман көрген болатын.", "Кітапта дереккөзге сілтеме жасау міндетті екенін мұғалім ескертті.",
    "Сайт материалдарын ұрлаған екі қарақшы ұсталды, деп хабарлады полиция.", "Ұстаз шәкіртіне «пікіріңізді жазыңыз» деп хат жолдады.",
    "Сурет – өнердің бір түрі ғана емес, тарих.", "Сайт материалдарын ұрлаған екі қарақшы ұсталды, деді полиция өкілі.",
    "Telegram мен WhatsApp", "Telegram 2013 жылы ашылды", "@derek деп жазыңыз", "Біздің газетімізге жазылушылар көп.", "Редакция автордың пікіріне құлақ асты.", "Сот автордың пікірімен келіспейді.", "Редакция көлік жөндеу үшін жауап бермейді.",
)  # fmt: skip


@pytest.mark.parametrize("line", [*FURNITURE, *UNLETTERED])
def test_a_line_is_furniture(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize("alphabet", ["acute", "umlaut", "arabic"])
@pytest.mark.parametrize("line", [line for line in FURNITURE if "." not in line and "ctrl" not in line])
def test_a_line_is_furniture_in_every_script(line: str, alphabet: str) -> None:
    assert is_boilerplate(written(line, alphabet))


@pytest.mark.parametrize("line", TEXT)
def test_a_sentence_stays(line: str) -> None:
    assert not is_boilerplate(line)


@pytest.mark.parametrize(("labels", "line"), [
    (ALSO_READ, "Оқи отырыңыз:"), (ALSO_READ, "Тағы оқыңыз"), (ALSO_READ, "Тағы қараңыз:"), (ALSO_READ, "تاعى قاراڭىز"), (ALSO_READ, "Сондай-ақ..."), (ALSO_READ, "ТАҚЫРЫПҚА ОРАЙ"), (ALSO_READ, "Читайте также:"),
    (RELATED, "Соңғы жаңалықтар"), (RELATED, "СОҢҒЫ ЖАҢАЛЫҚТАР"), (RELATED, "Sońǵy jańalyqtar"), (RELATED, "سوڭعى جاڭالىقتار"), (RELATED, "Ūqsas jaŋalyqtar"),
    (RELATED, "Үздік материалдар"), (RELATED, "ҚАТЫСТЫ ПОСТТАР"), (RELATED, "Танымал жаңалықтар:"), (RELATED, "Басқа өзекті тақырыптар:"),
    (COMMENTS, "Пікір қалдыру"), (COMMENTS, "Pikir qaldyrý"), (COMMENTS, "پىكىر قالدىرۋ"), (COMMENTS, "Пікірлер (0)"), (COMMENTS, "Нет комментариев."),
    (COMMENTS, "Pıkır üsteu"), (COMMENTS, "بۇل ماقالا تۋرالى نە ويلايسىز؟"),
])  # fmt: skip
def test_a_heading_is_a_label(labels: tuple[str, ...], line: str) -> None:
    assert is_label(line, labels)


@pytest.mark.parametrize("line", [
    "", "Көпір ашылды", "Соңғы жаңалықтардың бірі – көпірдің ашылуы", "Пікірлер екіге жарылды: бірі қолдайды, бірі қарсы", "Сондай-ақ көпірге шам орнатылды, жол кеңейтілді",
    "Талқылауға ұсынылған заң жобасы мәжіліске түсті деп хабарлады", "Ұсынылған үміткерлер сайлауға дайындалып жатыр деп жазды",
])  # fmt: skip
def test_a_sentence_is_no_label(line: str) -> None:
    assert not any(is_label(line, labels) for labels in (ALSO_READ, RELATED, COMMENTS))


@pytest.mark.parametrize(("line", "expected"), [
    ("Аймақ жаңалықтары", True), ("Тағы да осы бөлімдегі мақалалар", False), ("Жаңалықтар", False), ("Спорт новости", True), ("Көпір туралы жаңалық", False), ("", False),
])  # fmt: skip
def test_a_heading_names_a_list(line: str, *, expected: bool) -> None:
    assert names_list(line) is expected


@pytest.mark.parametrize(("line", "expected"), [
    ("Тағы оқыңыз: Көпір ашылды", True), ("Тағы қараңыз: Көпір ашылды", True), ("Кестеге қараңыз: көпірлер", False), ("Оқи отырыңыз: Көпір", True), ("Тағы оқыңыз Көпір", False), ("Ол айтты: көпір", False), (": көпір", False),
])  # fmt: skip
def test_a_line_begins_with_a_label(line: str, *, expected: bool) -> None:
    assert begins_with_label(line, ALSO_READ) is expected


@given(st.text(max_size=300))
def test_nothing_raises(line: str) -> None:
    assert key(key(line)) == key(line)
    is_boilerplate(line)
    names_list(line)
    begins_with_label(line, ALSO_READ)


@pytest.mark.parametrize("unit", ["<", "<a", "а", " ", "/a", "a.", ":", "көпір "])
def test_time_grows_with_the_length_alone(unit: str) -> None:
    assert grows_linearly(is_boilerplate, unit)
    assert grows_linearly(lambda line: is_label(line, RELATED), unit)


def test_a_line_of_glued_hashtags_is_told_from_a_sentence_at_once() -> None:
    assert is_boilerplate("#Қазақ" * 5)
    assert not is_boilerplate("#Қазақ" * 60 + " және басқалары")


OPENING = "Облыс әкімі биылғы егін жинау науқаны туралы есеп беріп, диқандардың еңбегін атап өтті"


@pytest.mark.parametrize(
    "again",
    [
        OPENING,
        f"«{OPENING}».",
        written(OPENING, "acute"),
        OPENING.replace(" ", "\n"),
        OPENING.upper(),
    ],
)
def test_a_repeated_line_is_found_in_any_dress(again: str) -> None:
    lines = [f"{OPENING} деп жазды газет", "Егін", again, "", OPENING[:70], "x" * 100]
    assert places_of(key(OPENING), lines) == [2]


def test_a_line_whose_end_tells_how_its_beginning_is_read_is_found() -> None:
    old = f"قأراشا {'اۋدان ' * 20} مةكتةث"
    assert places_of(key(old), ["قأراشا", old]) == [1]


@given(st.lists(st.text(alphabet="абшһсшꙋàé'ʼأةى \n.—Σ", max_size=90), max_size=6))
def test_repeated_lines_are_those_with_the_same_key(lines: list[str]) -> None:
    for line in lines:
        assert places_of(key(line), lines) == [at for at, other in enumerate(lines) if key(other) == key(line)]
