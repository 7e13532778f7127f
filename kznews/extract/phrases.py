"""What portals print around an article, in every script at once: phrases are compared as skeletons.

Sources: formats.md section 5 and portals.md section 25 (lines seen on real pages).
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kznews.extract.channels import calls_to_channel
from kznews.extract.leftovers import is_leftover
from kznews.extract.picture_credits import says_who_made_picture
from kznews.extract.telling import is_speech, is_turn, says_what_it_is, tells_news
from kznews.kazakh.fold import fold, fold_lines, is_read_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_LINE = 200
"""Longer paragraphs are text, whatever words they hold."""
MAX_LABEL = 60
"""Labels of blocks ("related", "comments") are short."""
MAX_OPENING = 24
"""Letters by which lines that say something else are told: few lines of a text begin with the same words."""

_NOT_WORD = re.compile(r"[^\w\s]+")
_HASHTAGS = re.compile(r"^(?:#+[^\s#]+\s*)+$")
_SITE = re.compile(r"^[\w-]+(?:\.[\w-]+){0,2}(?:\.(?:kz|com|info|org|net)/?|\.[a-z]{2,8}/\S+)$")
"""A line that is an address as readers write it and nothing else: the portal's name, or where the page can be found."""
_ISSUE = re.compile(rf"(?:\w+ ){{1,3}}(?:{fold('газеті')}|{fold('журналы')}) \d{{1,4}}(?: .{{0,20}})?")
"""Where an article was printed, in brackets ("(«Ауыл таңы» газеті, №17)")."""
_TAGS = re.compile(r"</?(?:p|br|div|span|strong|b|em|i|a|h[1-6]|ul|li)(?:\s[^<>]{0,200})?/?>")


def key(text: str) -> str:
    """Return the skeleton of a line without punctuation: what phrases are compared by. Never raises."""
    return _known_key(text) if len(text) <= MAX_LINE else _key(text)


def _key(text: str) -> str:
    return " ".join(_NOT_WORD.sub(" ", fold(text)).split())


def keys(lines: Sequence[str]) -> list[str]:
    """Return the key of each of many lines, made in one go: a tenth of the time of as many calls. Never raises."""
    folded = fold_lines([" ".join(line.split()) for line in lines])
    return [" ".join(line.split()) for line in _NOT_WORD.sub(" ", "\n".join(folded)).split("\n")] if lines else []


def places_of(said: str, lines: Sequence[str]) -> list[int]:
    """Return the places of the lines whose key this is; a long line is folded whole only where it begins so. Never raises."""
    openings = [line if len(line) <= MAX_OPENING else line[:MAX_OPENING].rpartition(" ")[0] for line in lines]
    if is_read_whole("".join(openings)):
        openings = [""] * len(lines)
    return [at for at, opening in enumerate(keys(openings)) if said.startswith(opening) and key(lines[at]) == said]


_known_key = lru_cache(maxsize=8192)(_key)  # a page asks for its short lines several times; a run repeats its menus


def _keys(*lines: str) -> tuple[str, ...]:
    return tuple(key(line) for line in lines)


class Phrases:
    """Phrases as skeletons, by their first words: a line is compared with the few that begin as it does, mostly with none."""

    def __init__(self, *phrases: str) -> None:
        """Take phrases in any script."""
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in map(key, phrases):
            self._by_word[phrase.partition(" ")[0]].append(phrase)

    def opening(self, said: str) -> list[str]:
        """Return the phrases that a skeleton is or begins with."""
        known = self._by_word.get(said.partition(" ")[0])
        return [phrase for phrase in known if said == phrase or said.startswith(phrase + " ")] if known else []

    def __contains__(self, said: object) -> bool:
        """Return whether a skeleton is one of the phrases."""
        return said in self.opening(str(said))


ALSO_READ: Final = Phrases(
    "Оқи отырыңыз", "Оқи отыр", "Тағы оқыңыз", "Тағы да оқыңыз", "Қосымша оқыңыз", "Қосымшада оқыңыз", "Сондай-ақ", "Сондай-ақ оқыңыз",
    "Осы тақырыпта", "Бұл тақырыпта", "Тақырып бойынша", "Тақырыпқа орай", "Тақырыпқа сай", "Тақырыпқа қатысты", "Осыған қатысты", "Қатысты материал", "Қатысты мақала", "Читайте также", "Читать также", "По теме", "Материалы по теме",
    "Тағы қараңыз", "Тағы қараңыздар", "Тағы көріңіз", "Тағы тыңдаңыз", "Сондай-ақ қараңыз", "Сондай-ақ көріңіз", "Смотрите также", "Смотреть также", "See also",
    "Толығырақ", "Толығымен", "Оқыңыз", "Бұған дейін жазғанбыз", "Міндетті түрде оқыңыз", "Оқу керек", "Read also",
)  # fmt: skip
"""Labels of links that are inserted into the text; the links follow, then the text goes on."""

READ_ON: Final = frozenset(
    map(key, ("толық оқу", "толық оқыңыз", "толығымен оқу", "толығырақ оқу", "толық мәтін", "толық мәтінін оқу", "мақаланы толық оқу",
              "жалғасын оқу", "жалғасын оқыңыз", "әрі қарай оқу", "оқуды жалғастыру", "toliq oqý", "tolyq oqu",
              "читать полностью", "читать далее", "читать дальше", "показать полностью", "read more", "continue reading"))
)  # fmt: skip
"""What a link or a button says that leads to the rest of a text; one that shows more of a list says so in other words."""

RELATED: Final = Phrases(
    "Қатысты мақалалар", "Қатысты материалдар", "Қатысты посттар", "Соңғы жаңалықтар", "Ұқсас жаңалықтар", "Ұқсас мақалалар", "Танымал жаңалықтар",
    "Үздік материалдар", "Ең көп оқылған", "Көп оқылғандар", "Басқа өзекті тақырыптар", "Басқа да жаңалықтар", "Басқа видеолар", "Басқа да видеолар", "Басқа фотолар", "Другие видео", "Ұсынылған", "Ұсынылғандар", "Тағы да жүктеу",
    "Фото мұрағат", "Басқа жаңалықтар", "Тақырыптас жаңалықтар", "Сейчас читают", "Похожие новости", "Последние новости",
    "Популярное", "Другие новости", "Барлық жаңалықтар", "Оқи отырыңыздар", "Сізге ұсынамыз", "Бөлім жаңалықтары", "Сәйкес жаңалықтар", "Тағы да", "Келесі жаңалық", "Топ жаңалықтар", "Жаңалықтар таспасы", "Сауалнама", "Опрос",
    "Тағы не оқуға болады", "Тағы не қарауға болады", "Осы тақырыпқа жақын", "Осы айдардан", "Сізге ұнауы мүмкін", "Оқырман таңдауы", "Ең өзектісі", "Соңғы жазбалар",
    "Соңғы хабарлар", "Вам может понравиться", "Читайте далее", "Recent posts", "You may like these posts", "You might also like",
    "Related posts", "You might be interested in", "You may also like", "You may be interested in", "Latest news", "Popular posts", "Похожие записи", "Похожие материалы",
    "Танымал", "Ең танымал", "Ең оқылымды", "Редакция таңдауы", "Редактор таңдауы", "Сізге қызықты болуы мүмкін", "Сізді қызықтыруы мүмкін",
    "Қазір оқылып жатыр", "Осыған ұқсас", "Біз ұсынамыз", "Самое читаемое", "Рекомендуем", "Выбор редакции", "Лента новостей", "Most read",
    "Другие материалы", "Тағы да қараңыз", "Осы нөмірде", "Осы санда", "Осы бөлімнен", "Осы бөлімде", "В этом номере",
    "Өзге жазбалар", "Басқа жазбалар", "Өзге жаңалықтар", "Өзге мақалалар", "Басқа мақалалар", "Өзге материалдар", "Басқа материалдар",
    "Өзге жобалар", "Басқа жобалар", "Өзге шығарылымдар", "Басқа шығарылымдар", "Другие статьи", "Другие публикации",
)  # fmt: skip
"""Labels after which a list of other articles follows."""

COMMENTS: Final = Phrases(
    "Пікір қалдыру", "Пікір қалдырыңыз", "Пікірлер", "Пікір жазу", "Пікір үстеу", "Пікір қосу", "Талқылау", "Оставить комментарий",
    "Комментарии", "Нет комментариев", "Пікір жоқ", "Пікір білдіру", "Оқырман пікірі", "Оқырман пікірлері", "Оқырмандар пікірі", "Бұл мақала туралы не ойлайсыз", "Добавить комментарий",
    "Leave a reply", "Leave a comment", "Барлық пікірлер", "Барлық пікір саны", "Всего комментариев", "Previous post", "Next post",
    "Алдыңғы мақала", "Келесі мақала", "Предыдущая статья", "Следующая статья", "Пікір жазу үшін", "Пікір қалдыру үшін",
)  # fmt: skip
"""Labels after which nothing of the article follows."""

EDITORS: Final = Phrases(
    "Жауапты редактор", "Редактор", "Бас редактор", "Ответственный редактор", "Корректор", "责任编辑", "责编", "编辑"
)
"""Labels before the names of those who made the page; its author is another."""

_WHOLE: Final = frozenset(
    _keys(
        "автор", "мәтін", "None", "опубликовано", "жарияланды", "жарияланған", "дата", "posted on", "and is filed under", "embed", "this entry was posted on", "min read", "мин", "минут", "мин оқу", "минут оқу", "минуттық оқу", "минуттық оқылым", "оқуға", "оқуға мин", "оқуға минут", "минут оқылады", "мин оқылады", "мин чтения", "минут чтения", "оқу уақыты", "в", "by", "от", "advertisement", "advertising", "shares", "share this", "null", "undefined", "жарнама", "реклама", "толығырақ", "жалғасы", "толық оқу", "жалғасын оқу", "толығымен оқу", "читать полностью", "показать полностью", "бөлісу", "поделиться", "жазылу",
        "подписаться", "печать", "басып шығару", "loader", "cover", "image", "header banner", "please wait", "featured video play icon",
        "back to top button", "пікір", "көрнекі сурет", "ашық дереккөзі", "фото", "сурет", "видео", "тегтер", "теги", "мақаламен бөлісу",
        "көшіру", "сілтемені көшіру", "share", "print", "басты бет", "главная", "әлеуметтік желіде бөлісу", "бөлісіңіз", "фото None", "None None",
        "мазмұны", "содержание", "table of contents", "page content", "contents",
        "оқу үшін", "рет көрсетілді", "қаралды", "оқылды", "Banner remove", "өтінім қалдыру", "өтінім қалдырыңыз", "оставить заявку", "жүктелуде", "хабарламаларға жазылу", "tags", "метки", "төмен жылжытыңыз", "төмен сырғытыңыз", "төмен қарай жылжытыңыз", "scroll down", "листайте вниз",
    ),
)  # fmt: skip
_BEGINNING: Final = Phrases(
    "Фотода:", "Суретте:", "Фото автора", "Фото автордан", "Фото из", "Фото предоставлено", "Photo by", "Image by", "Photo courtesy", "Сурет автордан", "Суретті түсірген", "Коллаж:", "Скриншот:",
    "Дереккөз", "Дереккөзі", "Ақпарат көзі", "Источник", "Келу қайнары", "Тегтер", "Тег:", "Теги", "Бөлісу", "Поделиться", "Қате тапсаңыз",
    "Беттегі қате туралы", "Если вы нашли ошибку", "Если вы заметили ошибку", "Мақаламен бөлісу", "Жазылыңыз", "Хабарламаларға жазылу",
    "Telegram арнамызға жазылыңыз", "Біздің телеграм арнамызға", "Бізге жазылыңыз", "Қысқа да нұсқа", "Сілтемесіз жаңалық оқисыз ба",
    "Подпишитесь на", "Подписывайтесь на", "Your browser doesn't support", "Your browser doesn’t support", "Для просмотра видео", "Для просмотра требуется", "The code has been copied", "The URL has been copied", "Маңызды жаңалықтарды Google News", "No media source currently available", "Basty saıtqa ótý",
    "Жаңалықтан хабардар болыңыз", "Авторлық құқық", "Оригинал статьи", "Жаңалықтар трендінде болыңыз", "Хабарландыруларды қосыңыз", "Материалды көшіріп басқанда", "Сайт материалдарын", "Барлық құқықтар қорғалған",
    "Все права защищены", "WhatsApp арнамызға", "Instagram парақшамызға", "Жаңалықтар телефоны", "Мессенджерде оқыңыз", "Бізге WhatsApp арқылы", "Бізге жазыңыз", "Бізбен байланыс", "Басып шығару нұсқасы", "分享到",
)  # fmt: skip
_SENTENCE = re.compile(r"\w+(?:\s+[\w«»\"-]+,?){3,}[.!?…]\s*$")
CREDIT_WORDS: Final = _keys("фото", "сурет", "видео", "foto", "suret")
_MORE_CREDITS: Final = _keys("инфографика", "коллаж", "иллюстрация", "скриншот", "бейнежазба", "photo", "image", "фотоколлаж")
"""What pictures are called as well: a colon behind tells a credit, a dash may open what is said of them."""
_MORE_CREDIT = re.compile(rf"(?:{'|'.join(_MORE_CREDITS)})\s*[:©]")
_CREDIT = re.compile(rf"(?:{'|'.join(CREDIT_WORDS)})\s*[:–—©-]")
_CREDIT_BEHIND = re.compile(
    rf"(?:[/|(]|[.–—] ) ?(?:{'|'.join(CREDIT_WORDS)})(?:\w{{1,6}} {fold('түсірген')})? ?[:©] ?[^.:!?]{{2,50}}$"
)
"""What a caption ends with ("Цехтың ішкі көрінісі / Фото: Айгүл Сапар")."""
_SIGNER = re.compile(r"((?:[^\W\d_]['’]?){2,20}) ((?:[^\W\d_]['’]?){4,30}) ?[.|/] ?(?=\S)")
_APOSTROPHES = re.compile("['’]")
_ANYWHERE: Final = _keys(
    "ctrl enter", "қажетті бөлікті таңдап", "арнамызға жазылыңыз", "арнамызға қосылыңыз", "парақшамызға жазылыңыз", "арнасына жазылыңыз",
    "сайтында хабардар болыңыз", "google news тен оқыңыз", "google news те оқыңыз", "google news ке жазылыңыз",
    "google news арқылы", "сілтеме жасау міндетті", "сілтеме жасалуы міндетті", "сілтеме көрсету міндетті",
    "гиперсілтеме міндетті", "ссылка на источник обязательна", "жазылу индексі", "подписной индекс",
    "пікір қалдырыңыз", "пікіріңізді қалдырыңыз", "пікіріңізді жазыңыз", "оставьте комментарий", "комментарий первым",
    *(f"{what} күтеміз" for what in ("хаттарыңды", "хаттарыңызды", "жауаптарыңды", "жауаптарыңызды", "пікірлеріңізді")),
)  # fmt: skip
_JOINED: Final = _keys(
    *(
        f"{ours} {joined}"
        for ours in ("арнамызға", "каналымызға", "парақшамызға", "желімізге", "тобымызға")
        for joined in ("жазылып", "қосылып", "тіркеліп")
    )
)
"""Portals speak of their own channel; somebody else's ("арнасына жазылып") may be in the news."""
_TO_OURS = re.compile(r"\w[iu]miz[gk][ae] (?:jazil|kosil|tirkel)\w{0,2}niz")
"""Who is asked to join what is ours ("газетімізге жазылыңыз")."""
_ASKING: Final = _keys("ңыз", "ңіз", "ңыздар", "ңіздер")
"""What a verb ends with that asks the reader to do something."""
_EDITORS_WORD: Final = key("редакция")[:-1]
_OPINIONS: Final = _keys("автор", "пікір", "көзқарас", "ұстаным", "позиция", "мнение")
_DISOWNS: Final = _keys(
    "сәйкес келме", "сай келме", "келіспеуі", "келіспейді", "бөліспеуі", "бөліспейді", "білдірмейді", "жауап бермейді", "жауапты емес", "жауапкершілік алмайды", "не совпада",
    "не несет ответственности",
)  # fmt: skip
"""What editors say of an opinion that they print: it is not theirs, they do not answer for it."""
_BROUGHT = "|".join(_keys("жариялаушы", "жарнама беруші", "тапсырыс беруші", "автор", "хабарлама иесі", "рекламодатель"))
_ANSWERS_FOR = re.compile(
    rf"(?:{key('мазмұн')}\w* |{key('содержание')} )(?:\w+ ){{0,2}}(?:{_BROUGHT})\w*(?: \w+)? (?:{'|'.join(_keys('жауапты', 'жауап береді', 'жауапкершілік'))})"
    rf"|{key('ответственность за содержание')}"
)
_LEGAL = re.compile(r"(?:жарнама|реклама)\s?[.:] .{0,100}?(?:лицензия|(?<!\w)(?:ақ|жшс|ао|тоо|бсн)(?!\w))", re.IGNORECASE)
"""How the line begins that a law asks of advertisements ("Жарнама. «Мысал» АҚ. Лицензия № 1")."""
_NETWORKS: Final = _keys("instagram", "telegram", "телеграм", "facebook", "whatsapp", "youtube", "tiktok", "threads", "google news")
_ALL_NETWORKS: Final = frozenset((*_NETWORKS, *_keys("вконтакте", "vk", "twitter", "ok", "viber", "linkedin", "messenger", "одноклассники")))
_WORDS_OF_NETWORKS: Final = _ALL_NETWORKS | frozenset(
    _keys("фейсбук", "инстаграм", "ватсап", "уатсап", "твиттер", "ютуб", "тикток", "тредс")
)
MOST_NETWORKS = 10
"""Words of a row of buttons to share."""
_COUNTED_SHARES = re.compile(rf"(?:{'|'.join(_ALL_NETWORKS)}) \d+")
"""A network and how often an article was shared there ("Telegram 41")."""
_LOADED = re.compile(rf"(?:\w+ ){{0,2}}(?:{'|'.join(_keys('жүктелуде', 'жүктеліп жатыр', 'загружается', 'загрузка', 'loading'))})")
_ELLIPSES = ("…", "...")
"""What a line ends with that stands where a script will show something ("Бейне жүктелуде…")."""
_HANDLE = re.compile(r"@[\w.]{3,30}")
_CALLS: Final = frozenset(
    _keys("оқыңыз", "жазылыңыз", "тіркеліңіз", "қосылыңыз", "қараңыз", "көріңіз", "жазыл", "тіркел", "қосыл")
)
"""What a line that names a network asks its reader to do there."""
_ENDING: Final = _keys(
    "сілтейді", "бөлісу", "бөлісіңіз", "хатымызға жазылыңыз", "сайтында хабардар болыңыз", "оқу үшін", "рет көрсетілді", "рет оқылды", "рет қаралды"
)
_LISTS: Final = frozenset(
    _keys("жаңалықтар", "жаңалықтары", "мақалалар", "мақалалары", "материалдар", "материалдары", "посттар", "жазбалар",
          "жазбалары", "посттары", "тақырыптар", "тақырып", "новости", "статьи", "материалы", "записи", "публикации")
)  # fmt: skip
MAX_LIST_WORDS = 4
"""Headings of lists are short; a headline about the news is longer."""
MAX_AFTER_LABEL = 12
"""Letters of the number or the name behind a label, at most."""
MAX_ENDING = 40
"""A line that ends so and is this short is a signature ('"Қамшы" сілтейді'), not a sentence."""
MAX_CAPTION = 130
"""A photo credit is shorter than this; a paragraph that begins with the same word is not one."""


def without_tags(text: str) -> str:
    """Return a text without HTML tags that a template printed as words ("<p>...</p>" on AMP pages of qz.inform.kz). Never raises."""
    return _TAGS.sub("", text) if "<" in text else text


def is_boilerplate(line: str) -> bool:
    """Return whether a line is furniture that portals print in or after the text. Never raises."""
    return len(line) <= MAX_LINE and _is_boilerplate(line)


@lru_cache(maxsize=4096)  # a block is asked about as a whole and line by line; a run repeats its furniture
def _is_boilerplate(line: str) -> bool:
    stripped = without_tags(line).strip()
    if (
        not any(map(str.isalpha, stripped))
        or stripped.startswith("©")
        or _SITE.match(stripped)
        or _HASHTAGS.match(stripped)
        or is_leftover(stripped)
        or _HANDLE.fullmatch(stripped)
        or _LEGAL.match(stripped)
    ):
        return True
    said = key(stripped)
    printed = any(phrase in said for phrase in _ANYWHERE) and not (tells_news(said, stripped) or is_turn(stripped))
    if printed or said in _WHOLE or _lists_networks(said) or _speaks_of_portal(said, stripped):
        return True
    if stripped[0] == "(" and stripped[-1] == ")" and len(stripped) <= MAX_LABEL and _ISSUE.fullmatch(said):
        return True
    if len(stripped) <= MAX_CAPTION and (_begins(said, stripped) or _credits(said, stripped)):
        return True
    if len(stripped) <= MAX_LABEL and said.rpartition(" ")[2] in _CALLS and any(network in said for network in _NETWORKS):
        return True
    return len(stripped) <= MAX_ENDING and _ends(said, stripped)


def _lists_networks(said: str) -> bool:
    """Return whether a line is several names of networks and nothing else, as a row of buttons to share has them."""
    words = said.split(maxsplit=MOST_NETWORKS)
    return len(words) > 1 and _WORDS_OF_NETWORKS.issuperset(words)


def _ends(said: str, line: str) -> bool:
    """Return whether a short line ends as furniture does, counts shares, or stands where a script has not shown anything yet."""
    if said.endswith(_ENDING) or _COUNTED_SHARES.fullmatch(said) is not None:
        return True
    return line.endswith(_ELLIPSES) and _LOADED.fullmatch(said) is not None


def _begins(said: str, line: str) -> bool:
    """Return whether a line begins as furniture does: its words open a sentence as well, a single one ("Бөлісу") any sentence."""
    opening = _BEGINNING.opening(said)
    if not opening or is_turn(line) or (tells_news(said, line) and not begins_with_label(line, _BEGINNING)):
        return False
    return any(" " in phrase for phrase in opening) or not _SENTENCE.match(line)


def _credits(said: str, line: str) -> bool:
    """Return whether a line begins or ends with who took a picture; its skeleton with signs is made where a word says so."""
    if says_who_made_picture(said, line):
        return True
    more = said.startswith(_MORE_CREDITS)
    if not (more or any(word in said for word in CREDIT_WORDS)):
        return False
    folded = fold(line)
    if more and _MORE_CREDIT.match(folded):
        return True
    if said.startswith(CREDIT_WORDS) and (found := _CREDIT.match(folded)) is not None:
        return found[0][-1] in ":©" or not says_what_it_is(said, line)
    return _CREDIT_BEHIND.search(folded) is not None and not signer_before(line)


def signer_before(line: str) -> str:
    """Return the name that a line begins with as papers sign, before another credit ("Айгүл СЕРІКҚЫЗЫ. Фото: ..."), or "".

    Who is in a picture is named in small letters. Never raises.
    """
    match = _SIGNER.match(line)
    given = _APOSTROPHES.sub("", match[1]) if match else ""
    return f"{match[1]} {match[2]}" if match and given.istitle() and match[2].isupper() else ""


def _speaks_of_portal(said: str, line: str) -> bool:
    """Return whether a line asks to join the portal's channel, names that with its address, or says whose an opinion is."""
    return _invites(said) or _disclaims(said) or calls_to_channel(said, line)


def _invites(said: str) -> bool:
    """Return whether a line asks its reader to join the portal's own channel and then to do something ("... жазылып, ... біліңіз!")."""
    return (said.endswith(_ASKING) and any(phrase in said for phrase in _JOINED)) or _TO_OURS.search(said) is not None


def _disclaims(said: str) -> bool:
    """Return whether a line says that an author's opinion is not the editors' ("... редакция ұстанымымен сәйкес келмеуі мүмкін").

    Or that who brought a text answers for what it says ("Хабарламаның мазмұнына жариялаушы жауапты").
    """
    if _EDITORS_WORD not in said:
        return _ANSWERS_FOR.search(said) is not None
    return any(phrase in said for phrase in _DISOWNS) and any(word in said for word in _OPINIONS)


def names_network(line: str) -> bool:
    """Return whether a line is the name of a network and nothing else, as a button to share has it. Never raises."""
    return len(line) <= MAX_OPENING and key(line) in _ALL_NETWORKS


def is_label(line: str, labels: Phrases) -> bool:
    """Return whether a short line is one of `labels`, alone or followed by a number or a name. Never raises.

    Speech is none, nor a question or a sentence that begins with the same words and asks its reader for nothing.
    """
    if len(line) > MAX_LABEL or is_speech(line):
        return False
    said = key(line)
    opening = [label for label in labels.opening(said) if len(said) <= len(label) + MAX_AFTER_LABEL]
    return said in opening or (bool(opening) and not _is_sentence(said, line))


def _is_sentence(said: str, line: str) -> bool:
    """Return whether a line ends as a question or as a sentence does, and asks its reader for nothing."""
    return line[-1:] in "?؟" or (line[-1:] in ".!…" and not (said.endswith(_ASKING) or said[-1:].isdigit()))


def goes_beyond(line: str, labels: Phrases) -> bool:
    """Return whether a line says more than the label that it begins with ("Танымал маршрут"). Never raises.

    A number is not more, nor is what asks to read or names a list.
    """
    said = key(line)
    last = said.rpartition(" ")[2]
    return said not in labels and not (last in _LISTS or last.isdigit() or said.endswith(_ASKING))


def names_list(line: str) -> bool:
    """Return whether a heading of up to four words ends in "news", "articles" or the like. Never raises."""
    words = key(line).split() if len(line) <= MAX_LABEL else []
    return 1 < len(words) <= MAX_LIST_WORDS and words[-1] in _LISTS


def ends_as_list(line: str) -> bool:
    """Return whether the last word of a line is "news", "articles" or the like: the title of a section's page. Never raises."""
    return (key(line).split() or [""])[-1] in _LISTS


def begins_with_label(line: str, labels: Phrases) -> bool:
    """Return whether a line begins with one of `labels` and a colon ("Тағы оқыңыз: TITLE"). Never raises."""
    head, colon, _ = line.replace("：", ":").partition(":")
    return bool(colon) and len(head) <= MAX_LABEL and key(head) in labels
