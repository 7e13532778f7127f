"""Views and comments as portals count them beside an article: in words, behind signs, as bare figures at the date."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from lxml import etree

from kznews.extract.count_figures import MAX_DIGITS, integer_of, with_plain_figures
from kznews.extract.count_words import MAX_LINE, counted_in_words, counts_comments, denies_comments
from kznews.extract.dates.beside import without_dates
from kznews.extract.phrases import key
from kznews.extract.selecting import short_text
from kznews.extract.texts import has_digit
from kznews.extract.zones import Zone, split_words, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks

DAYS, YEARS = range(1, 32), range(1990, 2100)
"""Figures that may be of a date beside a word that counts: portals are no older."""
MAX_DRAWN = 2
"""Icons with figures beside a date: an eye and a bubble."""
MAX_NAMED = 500
"""Elements of a line's box that are asked for their names: all of a text may stand bare in it."""
MAX_ITEMS = 6
"""Items of a list with date, section, author and counters."""
MAX_ICON = 60
"""Letters at the end of an icon's address that may name it."""
_FIGURE = r"\uFE0F?\s*(\d{1,3}(?:\s\d{3})+|\d{1,7})(?!\d)"
_EYE = re.compile(rf"(?:\U0001F441|(?<!\w)(?:remove_red_eye|visibility)){_FIGURE}")
_BUBBLE = re.compile(rf"(?:[\U0001F4AC\U0001F5E8]|(?<!\w)(?:chat_bubble|mode_comment)(?:_outline)?){_FIGURE}")
"""The signs of an eye and of a speech bubble with their figures, and the words that Google's icon font draws as such signs."""
_OPENING_FIGURE = re.compile(r"\s*(\d{1,3}(?:\s\d{3})+|\d{1,9})(?!\d)")
_BARE = re.compile(r"\s*(?:\d{1,3}(?:\s\d{3})+|\d{1,7})\s*")
_TIMES = re.compile(r"(?:рет|раз|ret|рәт|رەت)(?!\w)")
_ICONS = ("svg", "img", "i")
_NOT_OF_ARTICLE = frozenset((Zone.RELATED, Zone.ASIDE, Zone.NAV, Zone.HEADER, Zone.FOOTER))
_VIEW_WORDS = re.compile(
    r"(?<![a-z])(?:\w*views?|eye|hits|seen|\w*[kq]aral\w*|prosmotr\w*|viewed|reads|shows|vw|koril\w*|oqyl\w*|okil\w*)"
    r"(?![a-z])"
)
_COMMENT_WORDS = re.compile(
    r"(?<![a-z])(?:comments?|comm?s?|cmn?ts?|cm|pikir\w*|chat|bub(?:bles?)?|msgs?|messages?)(?![a-z])"
)
_OTHER_WORDS = re.compile(
    r"(?<![a-z])(?:likes?|hearts?|thumbs?|shar\w*|repost\w*|votes?|ratings?|time|clock|min\w*|bookmark\w*|favou?rites?|print\w*|font\w*)(?![a-z])"
)
"""What else a figure with an icon counts."""


def find_counters(near: Sequence[Block]) -> tuple[int | None, int | None]:
    """Return views and comments as shown in the blocks beside the headline or under the text; None for what is not shown."""
    views = comments = None
    for block in near:
        said = block.spaced
        if len(said) > MAX_LINE or not has_digit(said):
            continue
        said = with_plain_figures(_with_figures_apart(block) if block.has_parts else said)
        viewed, commented = _counted(said)
        views = views if views is not None else viewed if viewed is not None else _behind(_EYE, said)
        comments = comments if comments is not None else commented if commented is not None else _behind(_BUBBLE, said)
        if views is None or comments is None:
            named = _names_near(block)
            views = _marked(named, _names_views) if views is None else views
            comments = _marked(named, _names_comments) if comments is None else comments
    return views, comments


def _counted(said: str) -> tuple[int | None, int | None]:
    """Return what a line counts in words; day and year of a date in it count nothing ("2 қараша 2025 Пікір")."""
    counted = counted_in_words(said)
    return counted_in_words(without_dates(said)) if any(count in YEARS or count in DAYS for count in counted) else counted


def _with_figures_apart(block: Block) -> str:
    """Return a line with a bar between figures of two elements ("214" and "318 пікір"): with a blank they would be one."""
    said = ""
    for atom in block.atoms:
        apart = " | " if said[-1:].isdecimal() and atom[:1].isdecimal() else " "
        said = f"{said}{apart}{atom}" if said else atom
    return said


def _behind(sign: re.Pattern[str], said: str) -> int | None:
    found = sign.search(said)
    return integer_of(found[1]) if found else None


def _linked_to_answers(near: Sequence[Block]) -> int | None:
    """Return the bare figure of a link to another part of the page, the answers ("<a href="#talk">12</a>"), or None."""
    for link in (link for block in near for link in block.links):
        page, _, part = (link.get("href") or "").partition("#")
        leads = not page and part and not _OTHER_WORDS.search(split_words(part))
        if leads and _BARE.fullmatch(said := short_text(link, MAX_LINE)):
            return integer_of(said)
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
    if views is None and (bare := bare_count(beside)) != comments and not (dated and _counts_other(dated, bare)):
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


def count_on_button(buttons: Iterable[HtmlElement]) -> int | None:
    """Return the comments that the one button which counts any says ("Пікірлерді көрсету (17)"); None for several figures.

    What buttons say is in no block. Never raises.
    """
    said = (short_text(button, MAX_LINE) for button in buttons)
    counted = {counted_in_words(with_plain_figures(text))[1] for text in said if counts_comments(text)}
    return counted.pop() if len(counted) == 1 else None


def _says_none(block: Block) -> bool:
    """Return whether a line says in words that nobody has commented ("Пікір жоқ")."""
    fits = len(block.text) <= MAX_LINE and block.zone not in _NOT_OF_ARTICLE
    return fits and denies_comments(" | ".join(block.atoms))


def _drawn_before_comments(near: Sequence[Block]) -> int | None:
    """Return the one bare figure with an icon without a name right before the counter of comments in its row, or None."""
    for block in near:
        if not block.has_parts or block.zone in _NOT_OF_ARTICLE or len(block.text) > MAX_LINE or not has_digit(block.text):
            continue
        parts = list(zip(block.atoms, block.owners, strict=True))
        at = next((at for at, (said, _) in enumerate(parts) if at and _tells_of_comments(said)), 0)
        drawn = [said for said, owner in parts[:at] if _BARE.fullmatch(with_plain_figures(said)) and _is_drawn(owner)]
        if len(drawn) == 1 and drawn[0] == parts[at - 1][0]:
            return integer_of(with_plain_figures(drawn[0]))
    return None


def _tells_of_comments(said: str) -> bool:
    return counts_comments(said) or denies_comments(said)


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
    return integer_of(found[0]) if len(found) == 1 else None


def bare_count(beside: Sequence[str]) -> int | None:
    """Return the first bare figure among the texts beside a date ("12 қараша 2025 87"): portals print views there."""
    figures = map(with_plain_figures, beside)
    behind = zip(figures, (*beside[1:], ""), strict=False)
    return next((integer_of(text.strip()) for text, unit in behind if _BARE.fullmatch(text) and not _is_unit(unit)), None)


def _is_unit(behind: str) -> bool:
    """Return whether what stands behind a figure says what it counts ("3" "минут оқу"), and not times ("87" "рет")."""
    said = behind.lstrip(" -")
    return said[:1].islower() and _TIMES.match(said) is None


def _counts_other(dated: Block, figure: int | None) -> bool:
    """Return whether a name around a bare figure beside a date, or the icon before it, says that it counts something else."""
    if figure is None:
        return False
    for atom, owner in zip(dated.atoms, dated.owners, strict=True):
        if _BARE.fullmatch(plain := with_plain_figures(atom)) and integer_of(plain.strip()) == figure:
            inside = takewhile(lambda box: box is not dated.element, (owner, *owner.iterancestors()))
            icons = [child for child in owner if owner is not dated.element or atom.strip() in (child.tail or "")]
            return any(_OTHER_WORDS.search(_names_of(node)) for node in (*inside, *icons) if isinstance(node.tag, str))
    return False


def _listed(dated: Block, blocks: Blocks) -> int | None:
    """Return the one bare figure among the items of the list whose item is a date, or None: portals print views there."""
    box = dated.element.getparent()
    if dated.element.tag != "li" or box is None or len(box) > MAX_ITEMS:
        return None
    said = [item.text for item in blocks.inside(box) if item.element.getparent() is box and item is not dated]
    figures = [text for text in said if _BARE.fullmatch(text)]
    return integer_of(figures[0]) if len(figures) == 1 else None


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
    views, comments, *_ = *(integer_of(block.text) for block in figures), None
    return views, comments


def _is_drawn_figure(block: Block) -> bool:
    """Return whether a block is a bare figure with an icon, and no name says that it counts something else."""
    if not _BARE.fullmatch(block.text) or next(block.element.iter("svg", "img"), None) is None:
        return False
    return not any(_OTHER_WORDS.search(_names_of(node)) for node in block.element.iter(etree.Element))


def _names_near(block: Block) -> list[tuple[HtmlElement, str]]:
    """Return the elements in a block and what closely holds it, with the words in their names."""
    nodes = (*islice(block.element.iter(etree.Element), MAX_NAMED), *islice(block.element.iterancestors(), 2))
    return [(node, _names_of(node)) for node in nodes]


def _marked(named: Sequence[tuple[HtmlElement, str]], names_it: Callable[[str], bool]) -> int | None:
    """Return a bare figure whose element, or what closely holds it, or the icon in it, names what it counts."""
    for node, words in named:
        if not names_it(words):
            continue
        empty = not any(map(str.strip, map(str, node.itertext())))
        if empty and (behind := _OPENING_FIGURE.match(with_plain_figures(node.tail or ""))):
            return integer_of(behind[1])
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
    return integer_of(found[1]) if found else None
