# ruff: noqa: E501
"""Pieces that templates share: the text in several renderings, and the furniture around it."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.support.engines.models import Block, Model

TEASERS = (
    ("Қалада жаңа саябақ ашылды", "Саябаққа екі мың түп ағаш егілген, оның жартысы – шырша мен қарағай. Ашылу рәсіміне көпшілік отбасымен келді."),
    ("Астық жинау науқаны аяқталуға таяды", "Диқандар егістіктің тоқсан пайызын орып үлгерді, енді ауа райы бұзылмаса, жұмыс бір аптада толық бітеді деп күтілуде."),
    ("Жас әнші алғашқы жинағын шығарды", "Жинаққа он екі ән енген, олардың бәрін әнші өзі жазған. Таныстырылым кеші сенбіде опера театрында өтеді."),
    ("Облыс орталығында көлік тұрағы ақылы болады", "Жаңа тәртіп келесі айдан бастап күшіне енеді. Алғашқы жиырма минут бұрынғыдай тегін болып қала береді."),
    ("Дәрігерлер тұмаудан қорғану жолын айтты", "Мамандар қолды жиі жууды, бөлмені желдетуді және адам көп жиналатын жерде бетперде тағуды ұсынады, әсіресе қарттарға."),
    ("Балықшылар көлден сирек кездесетін балық ұстады", "Салмағы қырық келі тартқан балықты ғалымдар өлшеп, суретке түсіріп, қайтадан суға жіберді, енді оны бақылайтын болады."),
)
REPLIES = (
    ("Айгүл", "Өте жақсы жазылған екен, көптен бері осындай хабарды күтіп жүр едік. Біздің ауылда да дәл осындай жағдай болған, бірақ ешкім көңіл бөлмеді, енді қарап көрейік не болар екен."),
    ("qonaq_77", "Бәрі бос сөз, айтады да ұмытады. Былтыр да солай деген, соңында ештеңе өзгерген жоқ, ақшасы қайда кеткенін ешкім білмейді, сұрасаң – бір-біріне сілтейді."),
    ("Ерболат", "Автордың пікірімен келісемін, бірақ бір нәрсені ұмытып кетіпті: мәселе заңда емес, оны орындайтын адамда ғой. Заң жақсы, орындаушы жоқ, сол баяғы әңгіме."),
    ("Нұргүл апай", "Рақмет сіздерге! Немерелеріме оқып беремін, олар да білсін."),
)
MENU = ("Басты бет", "Саясат", "Экономика", "Қоғам", "Мәдениет", "Спорт", "Әлем", "Сұхбат")
LEGAL = "Сайт материалдарын пайдаланған кезде дереккөзге гиперсілтеме беру міндетті. Редакция авторлардың пікіріне жауап бермейді, жарнама мазмұнына жарнама беруші жауапты. Барлық құқықтар қорғалған. Мерзімді баспасөз басылымын есепке қою туралы 2014 жылғы 5 мамырда берілген № 14321-Г куәлігі. Мекенжайы: Астана қаласы, Достық көшесі, 18-үй, 4-қабат. Телефон: +7 (7172) 00-00-00."
NEXT = (
    "Шаңырақ ауылында жаңа мектептің іргетасы қаланды",
    ("Құрылысты жергілікті мердігер жүргізеді, ғимарат үш жүз балаға арналған.", "Бұған дейін оқушылар көрші ауылға автобуспен қатынап келген, қыста жол жабылып қалатын.", "Әкімдіктің уәдесінше, алғашқы қоңырау келер күзде соғылады, ал асханасы мен спорт залы жыл соңына дейін бітеді."),
)  # fmt: skip


def e(text: str) -> str:
    return escape(text, quote=False)


def linked(text: str) -> str:
    """Mark up a paragraph as editors do: some words bold, some a link."""
    words = e(text).split(" ")
    if len(words) < 14 or "&" in " ".join(words[3:9]):
        return " ".join(words)
    return " ".join([*words[:3], f'<a href="/material-{len(words)}/">{" ".join(words[3:5])}</a>', *words[5:7], f"<b>{words[7]}</b>", *words[8:]])


def block(part: Block, tag: str = "p", attrs: str = "", end: str | None = None) -> str:
    end = f"</{tag}>" if end is None else end
    if part.kind in ("list", "numbers"):
        kind = "ul" if part.kind == "list" else "ol"
        return f"<{kind}>" + "".join(f"<li>{e(item)}{'' if end == '' else '</li>'}" for item in part.items) + f"</{kind}>"
    if part.kind == "head":
        return f"<h3>{e(part.text)}</h3>"
    if part.kind == "quote":
        return f"<blockquote><{tag}>{e(part.text)}{end}</blockquote>"
    return f"<{tag}{attrs}>{linked(part.text)}{end}"


def body(m: Model, tag: str = "p", attrs: str = "", *, end: str | None = None, after: dict[int, str] | None = None, join: str = "\n") -> str:
    """Return the blocks of a text, with inserts after the numbered ones."""
    return join.join(block(part, tag, attrs, end) + (after or {}).get(at, "") for at, part in enumerate(m.blocks))


def lines(m: Model) -> list[str]:
    """Return the text as an editor without lists types it: one line per paragraph, "- " before the items."""
    out: list[str] = []
    for part in m.blocks:
        if part.items:
            numbered = part.kind == "numbers"
            out += [f"{at + 1}) {e(item)}" if numbered else f"- {e(item)}" for at, item in enumerate(part.items)]
        else:
            out.append(f"<b>{e(part.text)}</b>" if part.kind == "head" else e(part.text))
    return out


def menu(m: Model, item: str = '<li><a href="/{at}/">{text}</a></li>') -> str:
    return "".join(item.format(at=at, text=e(m.t(text))) for at, text in enumerate(MENU))


def latest(m: Model, item: str = '<li><span class="time">{time}</span> <a href="/news/{at}">{title}</a></li>') -> str:
    """Return a side list of times and titles."""
    times = ("19:20", "18:05", "17:41", "16:58", "15:30", "14:12")
    return "".join(item.format(at=990 + at, time=time, title=e(m.t(title)), lead=e(m.t(lead))) for at, (time, (title, lead)) in enumerate(zip(times, TEASERS, strict=True)))


def teasers(m: Model, item: str) -> str:
    """Return cards with leads of other articles; fields {at} {title} {lead} {date}."""
    date = m.clock("{d} {Month}, {Y}")
    return "".join(item.format(at=880 + at, date=date, title=e(m.t(title)), lead=e(m.t(lead))) for at, (title, lead) in enumerate(TEASERS))


def replies(m: Model, item: str) -> str:
    """Return a thread of readers' comments; fields {name} {text} {date}."""
    date = m.clock("{dd}.{mm}.{Y} {HH}:{MM}")
    return "".join(item.format(name=e(m.t(name)), text=e(m.t(text)), date=date) for name, text in REPLIES)


def legal(m: Model) -> str:
    return e(m.t(LEGAL))


def next_article(m: Model, shell: str) -> str:
    """Return a second complete article; fields {title} {body}."""
    return shell.format(title=e(m.t(NEXT[0])), body="".join(f"<p>{e(m.t(text))}</p>" for text in NEXT[1]))


def ld(data: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def authors(m: Model, item: str = '<a href="/author/{at}">{name}</a>', join: str = ", ") -> str:
    return join.join(item.format(at=at, name=e(name)) for at, name in enumerate(m.authors))


def tags(m: Model, item: str = '<a href="/tag/{at}" rel="tag">{name}</a>', join: str = ", ") -> str:
    return join.join(item.format(at=at, name=e(name)) for at, name in enumerate(m.tags))


def rates(m: Model, item: str, join: str = "") -> str:
    from tests.support.engines.models import SIGNS

    return join.join(item.format(code=code, value=value, sign=SIGNS[code], low=code.lower()) for code, value in m.rates)


def picture(m: Model, markup: str) -> str:
    """Return the markup of the main image with {src}, or nothing for a model without one."""
    return markup.replace("{src}", m.image).replace("{alt}", escape(m.title)) if m.image else ""


def lang(m: Model) -> str:
    return 'lang="kk" dir="rtl"' if m.rtl else 'lang="kk"'
