"""The words of the report in Kazakh, Russian and English."""

from __future__ import annotations

from typing import Final, NamedTuple

LANGUAGES: Final = ("kk", "ru", "en")
"""Codes of the languages of the report, as BCP 47 has them."""
NAMES: Final = {"kk": "Қазақша", "ru": "Русский", "en": "English"}


class Words(NamedTuple):
    """One phrase in every language of the report."""

    kk: str
    ru: str
    en: str

    def of(self, language: str) -> str:
        """Return the phrase in a language of LANGUAGES."""
        return str(getattr(self, language))


AXIS: Final = {
    "1 min": Words("1 мин", "1 мин", "1 min"),
    "1 h": Words("1 сағ", "1 ч", "1 h"),
    "1 d": Words("1 күн", "1 день", "1 day"),
    "7 d": Words("7 күн", "7 дней", "7 days"),
    "30 d": Words("30 күн", "30 дней", "30 days"),
    "1 y": Words("1 жыл", "1 год", "1 year"),
    "10 y": Words("10 жыл", "10 лет", "10 years"),
}
"""Letters within charts."""

PAGE: Final = {
    "title": Words("kznews есебі", "Отчёт kznews", "kznews report"),
    "language": Words("Тіл", "Язык", "Language"),
    "made": Words("Жасалған уақыты", "Составлен", "Made"),
    "newest": Words("Ең соңғы жүктелген бет", "Последняя загруженная страница", "Newest fetch"),
    "window": Words("Қамтылған күндер", "Дни", "Days"),
    "contents": Words("Мазмұны", "Содержание", "Contents"),
    "table": Words("Кесте", "Таблица", "Table"),
    "nothing": Words("Әзірге дерек жоқ.", "Пока нет данных.", "Nothing yet."),
    "day": Words("Бір баған — бір күн.", "Один столбец — один день.", "One column is a day."),
    "month": Words("Бір баған — бір ай.", "Один столбец — один месяц.", "One column is a month."),
    "year": Words("Бір баған — бір жыл.", "Один столбец — один год.", "One column is a year."),
    "zone": Words("Уақыт Қазақстан бойынша (UTC+5).", "Время казахстанское (UTC+5).", "Times are Kazakhstan's (UTC+5)."),
    "foot": Words(
        "Бұл бет ештеңе жүктемейді: барлығы осы файлдың ішінде.",
        "Страница ничего не загружает: всё находится в этом файле.",
        "This page loads nothing: everything is in this file.",
    ),
}
"""What stands around the sections."""

TOTALS: Final = {
    "portals": Words("портал", "порталов", "portals"),
    "articles": Words("мақала", "статей", "articles"),
    "editions": Words(
        "басылым: басқа мекенжай не жазу", "изданий: другие адреса и письменности", "editions: other addresses, scripts"
    ),
    "versions": Words("мәтін нұсқасы", "версий текста", "versions of texts"),
    "addresses": Words("мекенжай", "адресов", "addresses met"),
    "observations": Words("бағам мен ауа райы көрсеткіші", "показаний курсов и погоды", "rates and temperatures"),
}
"""What the first figures count."""

COLUMNS: Final = {
    "portal": Words("Портал", "Портал", "Portal"),
    "day": Words("Уақыты", "Время", "When"),
    "articles": Words("Мақала", "Статей", "Articles"),
    "low": Words("10 %-ы бұдан ерте", "10 % раньше", "10 % sooner than"),
    "median": Words("Медиана", "Медиана", "Median"),
    "high": Words("10 %-ы бұдан кеш", "10 % позже", "10 % later than"),
    "outcome": Words("Нәтиже", "Исход", "Outcome"),
    "meaning": Words("Мағынасы", "Значение", "Meaning"),
    "pages": Words("Бет", "Страниц", "Pages"),
    "currency": Words("Валюта", "Валюта", "Currency"),
    "city": Words("Қала", "Город", "City"),
    "value": Words("Мәні", "Значение", "Value"),
    "official": Words("Ресми бағам", "Официальный курс", "Official rate"),
    "started": Words("Басталуы", "Начало", "Started"),
    "lasted": Words("Ұзақтығы", "Длилась", "Lasted"),
    "ended": Words("Аяқталуы", "Окончание", "Ended"),
    "code": Words("Шығу коды", "Код выхода", "Exit code"),
    "stored": Words("Жаңа", "Новых", "New"),
    "updated": Words("Өзгерген", "Изменено", "Changed"),
    "refused": Words("Қабылданбаған", "Отклонено", "Refused"),
    "published": Words("Соңғы жарияланым", "Последняя публикация", "Newest publication"),
    "all": Words("Барлығы", "Всего", "In all"),
    "field": Words("Өріс", "Поле", "Field"),
    "flags": Words("Күмән белгісі", "Пометки", "Flags"),
    "portals": Words("Портал саны", "Порталов", "Portals"),
    "stories": Words("Сюжет саны", "Сюжетов", "Stories"),
    "repeated": Words("Кейін жариялаған", "Повторили", "Repeated by"),
    "accepted": Words("Күйі", "Состояние", "State"),
    "story": Words("Сюжет", "Сюжет", "Story"),
    "first": Words("Бірінші жариялаған", "Первым опубликовал", "First published by"),
    "alarm": Words("Дабыл", "Тревога", "Alarm"),
}
"""Heads of table columns."""

FIELDS: Final = {
    "published_at": Words("жарияланған уақыты", "время публикации", "publication time"),
    "lead": Words("лид", "лид", "lead"),
    "section": Words("бөлім", "раздел", "section"),
    "authors": Words("авторлар", "авторы", "authors"),
    "tags": Words("тегтер", "теги", "tags"),
    "image_url": Words("сурет", "изображение", "image"),
    "views": Words("қаралым саны", "просмотры", "views"),
    "exchange_rates": Words("валюта бағамдары", "курсы валют", "exchange rates"),
    "weather": Words("ауа райы", "погода", "weather"),
}
"""Names of the fields whose coverage is told."""

RUN_ENDS: Final = {
    "finished": Words("соңына дейін", "до конца", "to its end"),
    "shutdown": Words("тоқтатылды", "остановлен", "stopped as asked"),
    "": Words("үзілген не жүріп жатыр", "прерван или ещё идёт", "killed, or still going"),
}
"""How runs end; other reasons are shown as they are."""
