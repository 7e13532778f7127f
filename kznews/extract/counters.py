"""Views and comments as portals count them beside an article, in every script (formats.md section 5)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from lxml import etree

from kznews.extract.count_figures import with_plain_figures
from kznews.extract.phrases import key
from kznews.extract.selecting import short_text
from kznews.extract.texts import has_digit
from kznews.extract.zones import Zone, split_words, words_of
from kznews.kazakh.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks

MAX_LINE = 120
"""A line with section, views, comments and date fits."""
MAX_DIGITS = 9
"""More is no counter."""
MAX_DRAWN = 2
"""Icons with figures beside a date: an eye and a bubble."""
MAX_ITEMS = 6
"""Items of a list with date, section, author and counters."""
MAX_ICON = 60
"""Letters at the end of an icon's address that may name it."""


def _any(*words: str) -> str:
    return "|".join(sorted(map(key, words), key=len, reverse=True))


_FIGURE = r"\uFE0F?\s*(\d{1,3}(?:\s\d{3})+|\d{1,7})(?!\d)"
_EYE = re.compile(rf"(?:\U0001F441|(?<!\w)(?:remove_red_eye|visibility)){_FIGURE}")
_BUBBLE = re.compile(rf"(?:[\U0001F4AC\U0001F5E8]|(?<!\w)(?:chat_bubble|mode_comment)(?:_outline)?){_FIGURE}")
"""The signs of an eye and of a speech bubble with their figures, and the words that Google's icon font draws as such signs."""
_NUMBER = r"(?<![\d:.,/-])(\d{1,3}(?:\s\d{3})+|\d+)(?![\d:.,/-]*\d)"
_SEEN = _any(
    "рет көрсетілді", "көрсетілді", "рет қаралды", "қаралды", "рет оқылды", "оқылды", "рет көрілді", "көрілді", "қаралым",
    "көрілім", "оқылым", "көрсетілім", "рет",
)
_SEEN_OTHER = _any("просмотров", "просмотра", "просмотр", "views", "view")
_SEEN_LABEL = _any(
    "қаралды", "қараған", "қаралым", "қаралымы", "қаралымдар", "қаралым саны", "қаралымдар саны", "қаралған", "оқылды", "оқылған",
    "қаралған саны", "оқылған саны", "оқылым", "okunma", "görüntülenme",
    "қараулар", "қараулар саны", "қарау саны", "рет оқылды", "рет қаралды",
    "көрілді", "көрілім", "көрілім саны", "көру саны", "оқылым саны",
    "қаралу саны", "оқылу саны", "көрілу саны", "көрсетілу саны", "көрілген саны", "қарағандар саны", "оқығандар саны",
    "көрсетілім саны", "көрсетілім", "көрсетілімдер", "көрсетілді",
    *(f"{what}{more}" for what in ("оқылым", "көрілім", "көрсетілім") for more in ("дар", "дер", "дар саны", "дер саны")),
)
_SEEN_WITH_COLON = _any(
    "көрілген", "көрілгені", "көру", "көрулер", "көрген", "қарау",
    "көрілуі", "көргендер", "қаралғаны", "қаралуы", "қарағандар", "оқылғаны", "оқылуы", "оқығандар"
)
"""Words that a headline may have before a figure as well."""
_SEEN_LABEL_OTHER = _any("просмотров", "просмотры", "прочитано", "views", "хиты", "hits")
_VIEWS = (
    re.compile(rf"(?<!\w)(?:{_SEEN_LABEL}|{_SEEN_LABEL_OTHER})\s*[:–—-]\s*{_NUMBER}"),
    re.compile(rf"(?<!\w)(?:{_SEEN_WITH_COLON})\s*[:–—-]\s*{_NUMBER}"),
    re.compile(rf"{_NUMBER}\s*(?:{_SEEN}|{_SEEN_OTHER})(?!\w)"),
    re.compile(rf"(?<!\w)(?:{_SEEN_LABEL}|{_SEEN_LABEL_OTHER})\s*{_NUMBER}"),
)
_SAID = _any(
    "пікір", "комментариев", "комментария", "комментарий", "comments", "comment", "responses", "thoughts",
    "ответ к", "ответа к", "ответов к"
)
_SAID_LABEL = _any(
    "yorum", "yorumlar",
    "пікірлер", "пікір саны", "пікірлер саны", "пікір", "комментариев", "комментарии", "комментарий", "comments", "талқылау"
)
_SAID_AT_END = _any(
    "талқыланды", "айтылған ойлар", "айтылған пікірлер", "жазылған пікірлер",
    "пікірлерді оқу", "пікірлерді көру", "барлық пікірлерді көру",
)
"""Words that a headline may have before a figure as well: then it goes on behind that."""
_ALL = "".join(f"(?<!{key(more)} )" for more in ("тағы", "ещё", "more"))
"""Stands before a count of all: a button counts those that it shows behind these words ("Тағы 10 пікір")."""
_NONE = _any("жоқ", "жоқ әзірге", "әзірге жоқ", "әлі жоқ", "қалдырылмаған", "әлі қалдырылмаған", "жазылмаған", "нет", "пока нет")
_COMMENTS = (
    re.compile(rf"(?<!\w)(?:{_SAID_LABEL})\s*(?::\s*\(?|\()\s*{_NUMBER}"),
    re.compile(rf"(?<!\w)(?:{_SAID_AT_END})\s*[:(]\s*{_NUMBER}(?!\s*\w)"),
    re.compile(rf"{_ALL}{_NUMBER}\s*(?:{_SAID})(?!\w|\s*[:(]\s*\d| (?:{_NONE}))"),
    re.compile(rf"(?<!\w)(?:{_SAID_LABEL})\s*{_NUMBER}"),
)
_THOUSAND = f"{key('мың')} "
_OPENING_FIGURE = re.compile(r"\s*(\d{1,3}(?:\s\d{3})+|\d{1,9})(?!\d)")
_BARE = re.compile(r"\s*(?:\d{1,3}(?:\s\d{3})+|\d{1,7})\s*")
_NO_COMMENTS = re.compile(
    rf"(?:^|[^\w\s]\s?|\d\s)"
    rf"(?:(?:(?:{_any('әзірге', 'қазірше', 'әлі', 'әлі ешқандай', 'пока')}) )?(?:{_SAID_LABEL}):? (?:{_NONE})"
    rf"|{_any('нет комментариев', 'пока нет комментариев', 'no comments', 'no comments yet')})(?=\s*(?:[^\w\s]|$))"
)
"""Words that nobody has commented, alone or set apart by a sign or a figure ("Пікір жоқ", "987 рет оқылды • пікір жоқ")."""
_MAY_SAY_NONE = re.compile(r"жо[қк]|jo[qk]|جوق|нет|no com|лма.ан|lma.an|لماعان", re.IGNORECASE)
_ICONS = ("svg", "img", "i")
_NOT_OF_ARTICLE = frozenset((Zone.RELATED, Zone.ASIDE, Zone.NAV, Zone.HEADER, Zone.FOOTER))
_COUNTED_COMMENTS = re.compile(
    rf"(?:{_any('барлығы', 'барлық', 'всего')})?\s*(?:{_SAID_LABEL}|{_SAID_AT_END})(?:\s*[:(]\s*|\s+)\d{{1,6}}\s*\)?"
)
_ENDS_WITH_COUNT = re.compile(r"(?<![\d\s])\s*[:(]\s*\d{1,6}\s*\)?\s*$|^[^\W\d]{4,20}\s\d{1,6}$")
"""A count behind a label; the minutes of an hour ("23:41") are none. Without a sign between it is behind a single word."""
_LABEL_ALONE = re.compile(rf"(?:{_SEEN_LABEL}|{_SEEN_WITH_COLON}|{_SEEN_LABEL_OTHER}|{_SAID_LABEL})")
_BEFORE_COMMENTS = re.compile(rf"{_NUMBER}\s+\d+\s*(?:{_SAID})(?!\w|\s*[:(]\s*\d| (?:{_NONE}))")
_VIEWS_IN_WORDS = (*_VIEWS, _BEFORE_COMMENTS)
_COUNTED = re.compile(
    f"{_SEEN}|{_SEEN_OTHER}|{_SEEN_LABEL}|{_SEEN_WITH_COLON}|{_SEEN_LABEL_OTHER}|{_SAID}|{_SAID_LABEL}|{_SAID_AT_END}"
)
"""A word that counts views or comments: a line without any is asked no further."""
_VIEW_WORDS = re.compile(
    r"(?<![a-z])(?:\w*views?|eye|hits|seen|\w*[kq]aral\w*|prosmotr\w*|viewed|reads|shows|vw|koril\w*|oqyl\w*|okil\w*)"
    r"(?![a-z])"
)
_COMMENT_WORDS = re.compile(r"(?<![a-z])(?:comments?|comm?s?|cmn?ts?|cm|pikir\w*|chat|bubble)(?![a-z])")
_OTHER_WORDS = re.compile(
    r"(?<![a-z])(?:likes?|hearts?|thumbs?|shar\w*|repost\w*|votes?|ratings?|time|clock|min\w*|bookmark\w*|favou?rites?|print\w*)(?![a-z])"
)
"""What else a figure with an icon counts."""


def is_counter_label(said: str) -> bool:
    """Return whether a label announces a count of views or comments ("Қаралым", "мың қаралым"). Never raises."""
    return bool(_LABEL_ALONE.fullmatch(key(said).removeprefix(_THOUSAND)))


def find_counters(near: Sequence[Block]) -> tuple[int | None, int | None]:
    """Return views and comments as shown in the blocks beside the headline or under the text; None for what is not shown."""
    views = comments = None
    for block in near:
        said = block.spaced
        if len(said) > MAX_LINE or not has_digit(said):
            continue
        said = with_plain_figures(said)
        folded = fold(said) if any(map(str.isalpha, said)) else ""
        in_words = _COUNTED.search(folded) is not None
        if views is None:
            views = _first(_VIEWS_IN_WORDS, folded) if in_words else None
            views = _first((_EYE,), said) if views is None else views
        if comments is None:
            comments = _first(_COMMENTS, folded) if in_words else None
            comments = _first((_BUBBLE,), said) if comments is None else comments
        if views is None or comments is None:
            named = _names_near(block)
            views = _marked(named, _names_views) if views is None else views
            comments = _marked(named, _names_comments) if comments is None else comments
    return views, comments


def _linked_to_answers(near: Sequence[Block]) -> int | None:
    """Return the bare figure of a link to another part of the page, the answers ("<a href="#talk">12</a>"), or None."""
    for link in (link for block in near for link in block.links):
        page, _, part = (link.get("href") or "").partition("#")
        leads = not page and part and not _OTHER_WORDS.search(split_words(part))
        if leads and _BARE.fullmatch(said := short_text(link, MAX_LINE)):
            return _integer(said)
    return None


def counters_beside(
    near: Sequence[Block], dated: Block | None, beside: Sequence[str], blocks: Blocks
) -> tuple[int | None, int | None]:
    """Return views and comments as the blocks `near` an article count them, else as bare figures at its date do.

    `beside` are the texts in one block with the date, `dated`. Never raises.
    """
    views, comments = find_counters(near)
    if (answers := _linked_to_answers(near)) is not None:
        comments = answers if comments is None else comments
        views = None if views == answers else views  # a box named after both, an eye that a script fills
    if views is None and (bare := bare_count(beside)) != comments:
        views = bare
    if views is None and dated is not None and (listed := _listed(dated, blocks)) != comments:
        views = listed
    if views is None and dated is not None:
        views, drawn = _behind_icons(dated, blocks)
        comments = drawn if comments is None else comments
    if views is None:
        views = _drawn_before_comments(near)
    if comments is None and any(map(_says_none, near)):
        comments = 0
    return views, comments


def _says_none(block: Block) -> bool:
    """Return whether a line says in words that nobody has commented ("Пікір жоқ")."""
    fits = len(block.text) <= MAX_LINE and block.zone not in _NOT_OF_ARTICLE
    return fits and _denies_comments(" | ".join(block.atoms))


def _denies_comments(said: str) -> bool:
    return _MAY_SAY_NONE.search(said) is not None and _NO_COMMENTS.search(fold(said)) is not None


def _drawn_before_comments(near: Sequence[Block]) -> int | None:
    """Return the one bare figure with an icon without a name right before the counter of comments in its row, or None."""
    for block in near:
        if not block.has_parts or block.zone in _NOT_OF_ARTICLE or len(block.text) > MAX_LINE or not has_digit(block.text):
            continue
        parts = list(zip(block.atoms, block.owners, strict=True))
        at = next((at for at, (said, _) in enumerate(parts) if at and _tells_of_comments(said)), 0)
        drawn = [said for said, owner in parts[:at] if _BARE.fullmatch(with_plain_figures(said)) and _is_drawn(owner)]
        if len(drawn) == 1 and drawn[0] == parts[at - 1][0]:
            return _integer(with_plain_figures(drawn[0]))
    return None


def _tells_of_comments(said: str) -> bool:
    return counts_comments(said) or _denies_comments(said)


def _is_drawn(owner: HtmlElement) -> bool:
    """Return whether an icon stands in an element beside its figure, and no name says that it counts something else."""
    if next(owner.iter(*_ICONS), None) is None:
        return False
    return not any(_OTHER_WORDS.search(words := _names_of(node)) or _names_comments(words) for node in owner.iter(etree.Element))


@lru_cache(maxsize=2048)  # a run repeats its pages' names
def _names_views(words: str) -> bool:
    return _VIEW_WORDS.search(words) is not None


@lru_cache(maxsize=2048)
def _names_comments(words: str) -> bool:
    return _COMMENT_WORDS.search(words) is not None


def read_count(said: str) -> int | None:
    """Return the one figure in a counter's own element ("1 550 рет оқылды"), or None. Never raises."""
    found = re.findall(r"\d[\d\s]*", with_plain_figures(said))
    return _integer(found[0]) if len(found) == 1 else None


def bare_count(beside: Sequence[str]) -> int | None:
    """Return the first bare figure among the texts beside a date ("12 қараша 2025 87"): portals print views there."""
    return next((_integer(text.strip()) for text in beside if _BARE.fullmatch(text)), None)


def _listed(dated: Block, blocks: Blocks) -> int | None:
    """Return the one bare figure among the items of the list whose item is a date, or None: portals print views there."""
    box = dated.element.getparent()
    if dated.element.tag != "li" or box is None or len(box) > MAX_ITEMS:
        return None
    said = [item.text for item in blocks.inside(box) if item.element.getparent() is box and item is not dated]
    figures = [text for text in said if _BARE.fullmatch(text)]
    return _integer(figures[0]) if len(figures) == 1 else None


def _behind_icons(dated: Block, blocks: Blocks) -> tuple[int | None, int | None]:
    """Return views and comments as one or two figures behind icons without names tell them, next to the box of a date.

    Portals draw the eye first and the bubble second. Three figures may count shares or likes, and say nothing.
    """
    _, end = blocks.spans.get(dated.element, (0, 0))
    behind = blocks.all[end : end + MAX_DRAWN + 1] if end else ()
    box = dated.element.getparent()
    beside = takewhile(lambda block: block.element.getparent() is box and _is_drawn_figure(block), behind)
    figures = list(islice(beside, MAX_DRAWN + 1))
    if not 0 < len(figures) <= MAX_DRAWN:
        return None, None
    views, comments, *_ = *(_integer(block.text) for block in figures), None
    return views, comments


def _is_drawn_figure(block: Block) -> bool:
    """Return whether a block is a bare figure with an icon, and no name says that it counts something else."""
    if not _BARE.fullmatch(block.text) or next(block.element.iter("svg", "img"), None) is None:
        return False
    return not any(_OTHER_WORDS.search(_names_of(node)) for node in block.element.iter(etree.Element))


def counts_comments(line: str) -> bool:
    """Return whether a line counts comments and says nothing else ("Пікірлер (2)", "Всего комментариев: 3"). Never raises."""
    if len(line) > MAX_LINE or not _ENDS_WITH_COUNT.search(line):  # folding costs a hundred times as much
        return False
    return _COUNTED_COMMENTS.fullmatch(fold(line).strip()) is not None


def holds_counter(line: str) -> bool:
    """Return whether a line counts views or comments, whatever else it says. Never raises."""
    folded = fold(with_plain_figures(line)) if has_digit(line) else ""
    return bool(_COUNTED.search(folded)) and _first((*_VIEWS, *_COMMENTS), folded) is not None


def is_counter(line: str) -> bool:
    """Return whether a line counts views or comments and says nothing else. Never raises."""
    if len(line) > MAX_LINE or not has_digit(line):
        return False
    rest = fold(with_plain_figures(line))
    if not _COUNTED.search(rest):  # most lines with a figure
        return False
    for pattern in (*_VIEWS, *_COMMENTS):
        rest = pattern.sub("", rest)
    return not any(map(str.isalnum, rest)) or key(rest) in ("raz", "ret")


def _first(patterns: Sequence[re.Pattern[str]], folded: str) -> int | None:
    match = next((found for pattern in patterns if (found := pattern.search(folded))), None)
    return _integer(match[1]) if match else None


def _names_near(block: Block) -> list[tuple[HtmlElement, str]]:
    """Return the elements in a block and what closely holds it, with the words in their names."""
    nodes = (*block.element.iter(etree.Element), *islice(block.element.iterancestors(), 2))
    return [(node, _names_of(node)) for node in nodes]


def _marked(named: Sequence[tuple[HtmlElement, str]], names_it: Callable[[str], bool]) -> int | None:
    """Return a bare figure whose element, or what closely holds it, or the icon in it, names what it counts."""
    for node, words in named:
        if not names_it(words):
            continue
        empty = not any(map(str.strip, map(str, node.itertext())))
        if empty and (behind := _OPENING_FIGURE.match(with_plain_figures(node.tail or ""))):
            return _integer(behind[1])
        for holder in (node, node.getparent()):
            if holder is not None and (value := _figure(holder)) is not None:
                return value
    return None


def _names_of(node: HtmlElement) -> str:
    """Return the words in the names of an element and in its hint; of an icon those of its file or symbol ("eye.svg", "#eye")."""
    if hint := node.get("title") or node.get("aria-label"):  # "Қаралым", over a bare figure
        return f"{words_of(node)} {key(hint[:MAX_ICON])}"
    drawn = node.get("src") if node.tag == "img" else _used(node) if node.tag == "svg" else None
    return f"{words_of(node)} {split_words(drawn[-MAX_ICON:].rpartition('/')[2])}" if drawn else words_of(node)


def _used(drawing: HtmlElement) -> str | None:
    """Return the address of the symbol that a drawing shows."""
    return next((use.get("href") or use.get("xlink:href") for use in drawing.iter("use")), None)


def _figure(holder: HtmlElement) -> int | None:
    said = with_plain_figures(short_text(holder, 2 * MAX_DIGITS + 6))
    found = re.fullmatch(r"(?:[^\w\s#№+-] ?)?(\d[\d\s]*)\D{0,12}", said)
    return _integer(found[1]) if found else None


def _integer(digits: str) -> int | None:
    packed = "".join(digits.split())
    return int(packed) if 0 < len(packed) <= MAX_DIGITS else None
