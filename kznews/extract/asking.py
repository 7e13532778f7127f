"""Which lines speak to their reader, and which ask the reader to do something, in every script."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.block import ITEMS
from kznews.extract.emphasis import is_in_italics
from kznews.extract.texts import ends_sentence

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

MAX_INVITATION = 130
"""Letters of a line that does nothing but ask."""
NEAR = 20
"""Paragraphs on either side of one that are asked for their classes."""
MIN_OTHERS = 3
"""Paragraphs of one class, at least, before another's class is its own."""
_ADDRESS = re.compile(
    r"\b(?!teniz|maniz|keşiriniz)\w{2,}niz(?:dar|der)?(?:[gdk][ae]|di|[dn][iae]n|[bm]en|şi)?\b|\bsiz(?:ge|di|d[ie]n)\b"
)
"""A skeleton's word that speaks to the reader: "жазылыңыз", "поштаңызға", "сізге"; "теңіз" and "маңыз" do not, nor an apology."""
_ASKS = re.compile(r"(?<!\bte)(?<!\bma)(?<!keşiri)niz(?:dar|der)?$")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_SPEECH = ("–", "—", "-", "«", "“", '"')
_MARKS = " .!?…:;»”\"'"
_LAST = frozenset(("ыз", "із", "iз", "yz", "iz", "ız", "ىز", "ар", "ер", "ar", "er", "ار", "ەر"))
"""What the last word of such a line may end with, in every script ("жазылыңыз", "жазылыңыздар")."""
_TO_DO_WORDS = "жазылы тіркелі қосылы жүкте орнаты бөлісі жібері бағала басы тыңда қара көрі оқы алы бері"
_TO_DO = tuple(map(phrases.key, _TO_DO_WORDS.split()))
"""What a line asks to do with a channel, an app or an issue: subscribe, join, download, share, rate, hear."""
_OWN_WORDS = (
    "подкаст эпизод арнамыз канал қосымша парақшамыз сайтымыз газетіміз досыңыз достарыңыз жұлдызша лайк хабарлама сілтеме "
    "telegram whatsapp instagram youtube"
)
_OWN = tuple(map(phrases.key, _OWN_WORDS.split()))
_READ = phrases.key("оқы")
"""How forms of the verb "to read" begin that ask for it, as a skeleton."""
MAX_READ_ON = 5
"""Words of a label that asks to read another article ("Бұл туралы мынаны да оқыңыз:")."""

MAX_SUBSCRIPTION = 300
"""Letters of a box that tells of one."""
_INDEX = re.compile(r"(?:[Ии]ндекс|ИНДЕКС)\w*\W{0,3}\d{5}(?!\d)")
_SUBSCRIPTION = tuple(map(phrases.key, ("жазылу", "жазылы", "жазыла", "подписк")))


def speaks(text: str) -> bool:
    """Return whether a text speaks to its reader ("поштаңызға жібереміз"), in its own words and not in those that it quotes."""
    if text.startswith(_SPEECH):
        return False
    return _ADDRESS.search(phrases.key(_QUOTED.sub(" ", text))) is not None


def asks(line: str) -> bool:
    """Return whether a line ends with a word that asks its reader to do something ("тегін жазылыңыз")."""
    last = line.rstrip(_MARKS)[-2:].lower()
    if (last.isalpha() and last not in _LAST) or line.startswith(_SPEECH):
        return False  # most lines, without a skeleton of each
    return _ASKS.search(phrases.key(line)) is not None


def asks_to_read(label: str) -> bool:
    """Return whether a label with a colon does nothing but ask its reader to read ("Тағы оқи отырыңыз:"). Never raises."""
    if not label.endswith(":") or len(label) > phrases.MAX_LABEL or not asks(label):
        return False
    words = phrases.key(label).split()
    return len(words) <= MAX_READ_ON and any(word.startswith(_READ) for word in words[-2:])


def invites(block: Block) -> bool:
    """Return whether a line, set apart, asks to do something with the portal's own."""
    if len(block.text) > MAX_INVITATION or block.element.tag in ITEMS or not ends_sentence(block.text) or not asks(block.text):
        return False
    *said, asked = phrases.key(block.text).split()
    if not asked.startswith(_TO_DO) or not any(word.startswith(_OWN) for word in said):
        return False
    if stands_between_paragraphs(block.element) or is_alone_of_its_class(block.element):
        return True
    return is_in_italics(block)


def tells_index(block: Block) -> bool:
    """Return whether a box tells how to subscribe to a paper, with its number in the post's catalogue ("Индексі 65344")."""
    if block.element.tag != "div" or len(block.text) > MAX_SUBSCRIPTION or _INDEX.search(block.text) is None:
        return False
    return any(word.startswith(_SUBSCRIPTION) for word in phrases.key(block.text).split())


def is_alone_of_its_class(paragraph: HtmlElement) -> bool:
    """Return whether a paragraph has a class that none of those beside it has, which have one in common or none.

    The last of many may have one of its own: the line of an author or a source.
    """
    names = set((paragraph.get("class") or "").split())
    if paragraph.tag != "p" or not names:
        return False
    behind = [node.get("class") or "" for node in islice(paragraph.itersiblings("p"), NEAR)]
    before = [node.get("class") or "" for node in islice(paragraph.itersiblings("p", preceding=True), NEAR)]
    others = behind if len(behind) >= MIN_OTHERS else behind + before  # a caption may stand over it
    alone = len(others) >= MIN_OTHERS and len(set(others[:MIN_OTHERS] + others[:-1])) == 1
    return alone and not any(names <= set(other.split()) for other in (others[0], *before))


def stands_between_paragraphs(element: HtmlElement) -> bool:
    """Return whether an element is a box right between two paragraphs: templates ask and link there, editors within one."""
    beside = (element.getprevious(), element.getnext())
    return element.tag == "div" and all(sibling is not None and sibling.tag == "p" for sibling in beside)
