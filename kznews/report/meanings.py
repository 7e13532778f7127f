"""What outcomes and reasons mean, in the languages of the report; the English words are those of kznews.outcomes."""

from __future__ import annotations

from typing import Final

from kznews.outcomes import Outcome, Reason
from kznews.report.words import Words

_OUTCOMES: Final = {
    Outcome.STORED: ("жаңа мақала сақталды", "сохранена новая статья", "a new article was stored"),
    Outcome.UPDATED: (
        "мақала өзгерген: жаңа нұсқасы сақталды",
        "статья изменилась: сохранена новая версия",
        "the text changed: a new version",
    ),
    Outcome.UNCHANGED: ("мақала бұрынғыдай", "статья не изменилась", "known and equal to what is stored"),
    Outcome.DUPLICATE: (
        "сақталған мақаланың басқа мекенжайы не жазуы",
        "другой адрес или письменность той же статьи",
        "another address or script",
    ),
    Outcome.LISTED: ("тізім: мекенжайлар ғана берді", "список: дал только адреса", "a source page: it gave addresses"),
}
_REASONS: Final = {
    Reason.NOT_SAVED: ("сақталған беттердің арасында жоқ", "нет среди сохранённых страниц"),
    Reason.GONE: ("бет жойылған (404, 410)", "страницы больше нет (404, 410)"),
    Reason.NO_COPY: ("сұралмаған 304 жауабы; кейін қайталанады", "ответ 304 без запроса о копии; позже"),
    Reason.HTTP_ERROR: ("портал басқа 4xx қатесін не бос бағыттауды қайтарды", "другая ошибка 4xx или перенаправление в никуда"),
    Reason.SERVER_ERROR: ("сервер қатесі (5xx); кейін қайталанады", "ошибка сервера (5xx); позже"),
    Reason.TIMED_OUT: ("жауап уақытында толық келмеді; кейін қайталанады", "нет полного ответа в срок; позже"),
    Reason.UNREACHABLE: ("байланыс орнамады; кейін қайталанады", "нет связи с сервером; позже"),
    Reason.TRUNCATED: ("жауап үзіліп қалды; кейін қайталанады", "ответ оборвался; позже"),
    Reason.BAD_CODING: ("жауаптың қысылуы айтылғандай емес; кейін қайталанады", "сжатие ответа не то, что заявлено; позже"),
    Reason.ROBOTS: ("robots.txt рұқсат бермейді", "запрещено в robots.txt"),
    Reason.ROBOTS_UNREACHABLE: ("robots.txt оқылмады; кейін қайталанады", "robots.txt недоступен; позже"),
    Reason.LEFT_ALONE: (
        "сервер үзіліс сұрады не шекке жетті; кейін қайталанады",
        "сервер просит паузы или достигнут предел; позже",
    ),
    Reason.OFF_SITE: ("порталдың мекенжайы емес", "адрес не относится к порталу"),
    Reason.PRIVATE_ADDRESS: ("ашық интернеттің мекенжайы емес; кейін қайталанады", "адрес не из открытого Интернета; позже"),
    Reason.BAD_ADDRESS: ("мекенжай қате не тым ұзын", "адрес записан неверно или слишком длинный"),
    Reason.TRAP: ("шексіз мекенжайлар тұзағы; кейінге қалды", "ловушка бесконечных адресов; отложено"),
    Reason.TOO_LARGE: ("жауап тым үлкен", "ответ слишком велик"),
    Reason.NOT_HTML: ("оқылатын бет емес (сурет, PDF)", "не читаемая страница (изображение, PDF)"),
    Reason.BAD_ENCODING: ("кодталуын анықтау мүмкін емес", "кодировку не определить без догадок"),
    Reason.TOO_COMPLEX: ("беттің құрылымы тым күрделі", "структура страницы слишком сложна"),
    Reason.EMPTY: ("бетте мәтін жоқ", "на странице нет текста"),
    Reason.SOFT_404: ("«табылмады» беті 200 күйімен", "страница «не найдено» со статусом 200"),
    Reason.CHALLENGE: ("беттің орнында бот тексеруі тұр; кейін қайталанады", "вместо страницы проверка на бота; позже"),
    Reason.LOGIN: ("мақала тіркеуден не төлемнен кейін ашылады", "вместо статьи вход или оплата"),
    Reason.NOT_ARTICLE: ("мақала да, мекенжай көзі де емес", "не статья и не источник адресов"),
    Reason.NO_TITLE: ("тақырыбы жоқ", "нет заголовка"),
    Reason.NO_BODY: ("мәтіні жоқ не тым қысқа", "нет текста или он слишком короткий"),
    Reason.FOREIGN_LANGUAGE: ("басқа тілдегі мақала", "статья на другом языке"),
    Reason.BAD_SOURCE: ("мекенжай көзі оқылмады", "источник адресов не читается"),
    Reason.PARSE_ERROR: ("kznews қатесі: хабарлаңыз", "ошибка kznews: сообщите о ней"),
}

MEANINGS: Final[dict[str, Words]] = {
    **{outcome.value: Words(*told) for outcome, told in _OUTCOMES.items()},
    **{reason.value: Words(*told, reason.meaning) for reason, told in _REASONS.items()},
}
"""By the value of an outcome or a reason."""
