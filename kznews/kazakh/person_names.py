"""Whether words in capitals are a person's name or a phrase: given names, endings of families, and words that no name has.

Capitals alone tell little: newspapers write the names of sections, houses and programmes so as well ("Рухани Жаңғыру",
"АУЫЛ ӨМІРІ"). Neither list is complete, so each is asked only where something else leaves a doubt. All is compared as
skeletons. Sources: the given names that registers of Kazakhstan count most often, endings of families from any grammar, and
what sections of Kazakh papers are called.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kznews.kazakh.fold import fold
from kznews.kazakh.function_words import KAZAKH, NEWS

_GIVEN_NAMES: Final = (
    "абай абзал абылай адай адема айару айбар айбек айгерім айгүл айдана айдар айдос айжан айзада айкүн айман айна айнаш "
    "айнұр айсұлу айтолқын айша айым ақан ақбота ақгүл ақерке ақжан ақмарал ақнұр ақтоты алдияр алина алия алма алмас алмат "
    "алпамыс алтын алтынай алтынбек алуа амангелді аманжол амина анар анара ануар ардақ арай арайлым арман арсен артур "
    "аружан асан асель асем асет асқар астана асхат асыл асылбек ахат ахмет аян ақылбек ақын әбдірахман әділ әйгерім әли "
    "әлия әлібек әлихан әлішер әмина әмір әнуар әсел әсем әсемгүл әсет бағдат бағила бағлан балжан балнұр батыр батырхан "
    "батима баян бауыржан бақдәулет бақыт бақытгүл бақытжан бақтияр бейбіт бекзат бекболат бекжан берік бибігүл болат "
    "болатбек ботагөз венера ғазиз ғалия ғалым ғалымжан ғани гауһар гүлбану гүлден гүлдана гүлжан гүлзат гүлмира гүлназ "
    "гүлнар гүлнәр гүлнұр гүлсара гүлсім гүлшат дамир дана данагүл данияр дархан дарын дастан дәулет дәурен дидар дина "
    "динара диас досжан думан еділ еламан елдос елена еңлік ербол ерасыл ерғали ержан еркебұлан еркежан еркін ерлан ермек "
    "ернар ерсайын есен есет жадыра жазира жайна жамбыл жанар жанат жанболат жандос жанель жанерке жанна жансая жансерік "
    "жарас жасұлан жұлдыз жұмабек жүсіп жібек жеңіс заңғар зарина зейнеп зере зияда зульфия ибрагим индира инжу інжу ислам "
    "қабдол қадыр қажымұқан қайрат қайсар қали қанат қапал қарлығаш қасиет қасым қуандық қуаныш қуат құралай құрман қымбат "
    "қыдыр кәмила кәмшат кенже кенжебек лаура ләззат ләйла лия мағжан мадина мақпал мақсат манас марат маржан марина мариям "
    "махамбет мәди мәдина мәлік мейрам мейрамбек меруерт мерей медет мирас молдир мөлдір мұрат мұхамед мұхтар мұқағали "
    "назгүл назерке назира назым нариман нәзира нұрай нұрбек нұрбол нұрғали нұргүл нұржан нұрлан нұрлыбек нұрсұлтан нұртас "
    "нышанбек оразбек оразхан олжас орынбасар пернебек перизат рабиға райхан рамазан раушан рахат рахым рая ринат роза "
    "руслан рустам рүстем сабит сабыр сағат садық саида салтанат самал самат санат сандуғаш сара сая сағындық саят сәбит "
    "сәбина сәкен сәлім сәния сәрсен сәуле сейілхан сейіт серік серікбол серікжан сержан сұлтан сүндет сымбат талғат талшын "
    "тамара тәттігүл темірлан тимур тоғжан томирис торғын толқын тоқтар төлеген тұрсын ұлан ұлжан ұлпан ұлболсын үміт "
    "фарида фатима халида хадиша шаттық шолпан шәкәрім шәкен шынар шырын шыңғыс ырысты ықылас эльвира эльмира юлия юрий "
    "андрей александр алексей анна виктор владимир дмитрий екатерина иван ирина максим мария михаил наталья николай ольга "
    "павел петр светлана сергей татьяна"
)
_FAMILIES: Final = "ов ова ев ева ұлы қызы вич вна ский ская енко"
_PARTS: Final = "бек бай жан гүл хан нұр құл ғали мұрат берген берді сұлтан"
"""What given names and families are made with, at their end."""
_NO_PARTS: Final = "өзбек азербайжан"
_NAMES_AS_WELL: Final = "азамат айдар дос кім талап әлем дайын сағат дәуір өркен ерлік әлі жаңа мерей дарын ақша теңге"
"""Common words that people are called by, or that have the skeleton of a name."""
_SECTIONS: Final = (
    "аға адамзат аймақ аймағы аймақтар аймақтық айтылым айдар айғақ апта арнайы архив аста атамекен ауыл "
    "ауылы ауылдық ақшам ақшамы ақпараты аңыз ашық әдебиет әдебиеті әділет әлемі әлеумет әскер байқау бала балалар баспа "
    "басты бизнес білім бейне біздің ғалам ғалымдар ғасыр ғылым газет газеті дала даласы дәстүр дерек "
    "дін дүние егемен елші елбасы елорда елтаным жад жаңалық жаңалығы жаңғыру жаңғырту жасасын жасыл жастар "
    "жер жері жерұйық журнал жүрек заң заман замана заманауи ислами кәсіп келбет кеңестік кітап көзқарас көне "
    "күнделік қала қаласы қалам қамқорлық қаржы қасірет қоғам қоғамы қоғамдық қолтаңба қорғаныс құқық құқығы құрылтай қыз "
    "қыздар қысқа мақала мақтаныш мәдени мәдениет мәдениеті мәңгілік мәселе медиа медицина мектеп мектебі менің мұра "
    "мұрасы мұражай насихат негізгі ойтолғау оқиға опера отан отаным отбасы өлең өлке өлкетану өмір өмірі өнер өнеркәсіп "
    "өнеге өндіріс өркениет парламент патриот пікір поэзия проза пресс радио рейтинг республика ресми "
    "руханият рухани сайлау салт саяси саясат сараптама спорт спорты сұхбат сөз сөзі табиғат талқы танымал таным тақырып "
    "тарих тарихы тарихи театр театры телеарна тіл тілі тіршілік туризм туған тұлға тыныс тынысы ұлт ұлттық ұстаз "
    "үкімет үрдіс үлгі фестиваль форум фонд халқы хабар хабары хабарлар хат цифрлық шаңырақ шаруа шежіре шетел шығарма "
    "экология экономика эксклюзив әңгіме клуб лига мониторинг центр проект агро холдинг корпорация компания групп "
    "инфо ньюс media news times press online group info club channel studio project today weekly культура общество политика "
    "экономика новости наш наши культурная"
)
"""What sections of papers, programmes and houses are called with."""
_ACTS: Final = "көру оқу бөліс бөлісу жүктеу жазылу тыңдау қарау өту оралу қайту қосылу тіркелу толығырақ көрсету жабу басу"
"""What buttons call on their readers to do, in capitals as well; a call may also end as an order does."""
_ORDERS: Final = tuple(map(fold, ("ыңыз", "ыңыздар", "іңіздер")))
_PLACES: Final = "қазақстан алматы астана қарағанды шымкент түркістан ақтөбе қостанай павлодар маңғыстау"
"""Places after which hardly anybody is called, as first words."""
_BEFORE_PART: Final = 2
"""Letters before the end of a name, at least: "бай" and "жан" are words."""
_LATIN: Final = 5
"""Letters of the shortest plain Latin word that is compared: "Jill" has the skeleton of жыл."""
_NEW: Final = "жаңа"
"""A word that no name has, told by its own letters: its skeleton is that of Жанна."""
_HOLDS: Final = ("сы", "сі", "лары", "лері", "дары", "дері", "тары", "тері")
"""How the last word of a phrase in Cyrillic ends, as no name does: with whose it is ("ҚОҒАМ ТЫНЫСЫ")."""


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


_GIVEN: Final = _folded(_GIVEN_NAMES)
_FAMILY_ENDS: Final = tuple(_folded(_FAMILIES))
_NAME_ENDS: Final = tuple(_folded(_PARTS))
_NO_NAMES: Final = _folded(f"{KAZAKH} {NEWS} {_SECTIONS} {_ACTS}") - _folded(_NAMES_AS_WELL)
_NO_NAME_ENDS: Final = _folded(_NO_PARTS)
_FIRST_PLACES: Final = _folded(_PLACES)
_LATIN_WORDS: Final = frozenset(word for word in _SECTIONS.split() if word.isascii())


def _may_be_kazakh(word: str) -> bool:
    """Return whether the skeleton of a word says enough: that of a short plain Latin one may be another word's."""
    return not word.isascii() or len(word) >= _LATIN or word.lower() in _LATIN_WORDS


@lru_cache(maxsize=4096)
def has_given_name(said: str) -> bool:
    """Return whether a word of a label is a common given name, or ends as families and given names do. Never raises."""
    return any(map(_is_of_person, fold(said).replace("-", " ").split()))


def _is_of_person(word: str) -> bool:
    if word in _GIVEN:
        return True
    if word in _NO_NAME_ENDS or word in _NO_NAMES:
        return False
    return _ends_with(word, _NAME_ENDS) or _is_of_family(word)


def _is_of_family(word: str) -> bool:
    return _ends_with(word, _FAMILY_ENDS)


def _ends_with(word: str, ends: tuple[str, ...]) -> bool:
    return word.endswith(ends) and any(word.endswith(end) and len(word) >= len(end) + _BEFORE_PART for end in ends)


@lru_cache(maxsize=4096)
def is_phrase(said: str) -> bool:
    """Return whether a label has a word that no person's name has ("Рухани Жаңғыру", "АУЫЛ ӨМІРІ"). Never raises."""
    words = fold(said).split()
    if len(words) < 2:  # noqa: PLR2004 - a name has a given one and a family's
        return False
    if words[0] in _FIRST_PLACES or _NEW in said.lower().split() or said.lower().endswith(_HOLDS) or words[-1].endswith(_ORDERS):
        return True
    told = (word for shown, word in zip(said.split(), words, strict=False) if _may_be_kazakh(shown))
    return not (_NO_NAMES.isdisjoint(told) or any(map(_is_of_family, words)))
