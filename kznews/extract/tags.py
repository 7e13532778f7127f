"""An article's tags: links and buttons of the boxes that say so, or what a label announces."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kznews.extract.chips import MAX_WORDS, unlinked_chips
from kznews.extract.labels import TAG_LABELS
from kznews.extract.people.names import MAX_NAME
from kznews.extract.phrases import ALSO_READ, MAX_LINE, is_boilerplate, key
from kznews.extract.selecting import glued_text, part_texts, spaced_text, whole_text
from kznews.extract.surroundings import NOT_NEAR, SECTION_PATH
from kznews.extract.texts import LINK_ONLY, MIN_PARAGRAPH, before_date
from kznews.extract.walk import BLOCK_TAGS
from kznews.extract.zones import OPEN_TAGS, Zone, words_of, zone_of
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document

MAX_TAGS = 15
"""Nobody tags an article with more."""
_TAG_PATH = re.compile(r"(?:^|/)(?:tags?|teg|tegter|tagi)/|[?&]tags?(?:Id)?=")
_TAG_NAMES = re.compile("tag|teg|keyword|metki")
_TAG_MARKS = ("tag/", "tags/", "tagi/", "teg/", "tegter/", "tag=", "tags=", "tagId=")
"""One of these is in every address that _TAG_PATH finds."""
_COUNT_TAGS = frozenset(("sup", "sub", "small", "span", "i", "em", "b", "strong"))
_TAG_KINDS = ("a", "button")
"""Tags are links, or buttons of a search."""
_TAG_WORDS = ("tag", "teg", "keyword", "metki")
"""One of these is in the name of a box of tags."""
_CLOUD = re.compile(r"cloud(?![a-z])")
"""The name of a box with the tags of all articles."""
_COMMAS = re.compile(r"[,،;؛、]|\s[/|·•]\s")
_BETWEEN_HASHES = re.compile(r"[\s,،;؛、/|·•]+#")
_COUNT = re.compile(r"\s*[(\[]?\d{1,6}[)\]]?")
_COUNTED_TAG = re.compile(r"(.*\w)\s*[(\[]\d{1,6}[)\]]")
"""A tag with how many articles have it, in brackets."""
_SIZE = re.compile(r"font-size\s*:")
_TOPIC = frozenset(map(key, ("тақырып", "тема", "topic")))
_NO_HASHTAGS = NOT_NEAR - {Zone.TAGS} | {Zone.SHARE, Zone.CAPTION}
_COLUMNS = frozenset((Zone.ASIDE, Zone.FOOTER))
_AWAY = NOT_NEAR - {Zone.TAGS, Zone.RELATED}
_MENUS = frozenset((Zone.NAV, Zone.HEADER))


def find_tags(document: Document, selector: str, headline: HtmlElement | None) -> list[str]:
    """Return the article's tags as shown, each once, in order; `headline` is the element that shows the headline."""
    own = frozenset(() if headline is None else headline.iterancestors())
    links = document.index.select(selector) if selector else _own_links(document, own)
    higher = [link for link in links if not any(zone_of(node) is Zone.FOOTER for node in link.iterancestors())]
    tags = _said_by_tags(higher or links)  # those of the page's foot are others'
    hashed = {tag for tag, link in zip(tags, higher or links, strict=True) if glued_text(link).startswith("#")}
    tags = tags or _unlinked_tags(document, own)
    if not tags and "article:tag" in document.meta:
        tags = [one_line(element.get("content") or "") for element in document.index.select("meta[property='article:tag']")]
    return [tag for tag in dict.fromkeys(tags) if tag and len(tag) <= MAX_NAME and (tag in hashed or not is_boilerplate(tag))]


def _said_by_tags(links: Sequence[HtmlElement]) -> list[str]:
    """Return what linked tags say, without signs before them and without how many articles have each. Never raises."""
    return [tag.lstrip("#").strip() for tag in _without_counts(list(map(_said_by_tag, links)))]


def _said_by_tag(link: HtmlElement) -> str:
    """Return what a tag says without an element at its end that counts its articles ("<a>су<sup>12</sup></a>"). Never raises."""
    said = one_line(spaced_text(link))
    last = link[-1] if len(link) else None
    counted = last is not None and isinstance(last.tag, str) and not (last.tail or "").strip() and last.tag in _COUNT_TAGS
    if not counted or last is None or not _COUNT.fullmatch(spaced_text(last)):
        return said
    name = one_line(said[: -len(one_line(spaced_text(last)))])
    return name or said


def _without_counts(tags: list[str]) -> list[str]:
    """Return tags without the figures in brackets behind them, if each has one and there are several. Never raises."""
    counted = [_COUNTED_TAG.fullmatch(tag) for tag in tags]
    return [found[1] for found in counted if found] if len(tags) > 1 and all(counted) else tags


def _own_links(document: Document, own: Collection[HtmlElement]) -> list[HtmlElement]:
    """Return the links that call themselves tags, else those of boxes that do, of the headline's own article if it has any."""
    others: list[HtmlElement] = []
    plain: dict[HtmlElement, int] = {}
    for found in (document.index.select("a[rel~=tag]:not([rel~=category])"), _tag_links(document, own)):
        several = len(found) > 1
        own_kind = (link for link in found if not (_leads_to_section(link, several=several) or _leads_on(link)))
        links = [link for link in own_kind if not (_away(link, own) or _in_text(link, plain))]
        if mine := [link for link in links if _is_of_same_article(link, own)]:
            return mine
        others = others or links
    return others


def _leads_on(link: HtmlElement) -> bool:
    """Return whether a link says that it leads to the rest of an article: Drupal marks such ones as tags ("Толығырақ")."""
    return key(next((part for part in part_texts(link) if part.strip()), "")) in ALSO_READ


def _is_of_same_article(link: HtmlElement, own: Collection[HtmlElement]) -> bool:
    """Return whether a link stands in no other article than the headline: the next may be loaded behind, with its own tags."""
    return all(node in own for node in islice(link.iterancestors("article", "main"), 1))


def announced_tags(near: Sequence[Block]) -> list[str]:
    """Return the tags behind a label ("Тегтер: ..."), or a line of linked hashtags, among blocks near the text; or [].

    Without links they are a list with commas.
    """
    for at, block in enumerate(near):
        if block.zone in NOT_NEAR - {Zone.TAGS}:
            continue
        label = next((at for at, atom in enumerate(block.atoms) if _names_tags(atom) and not _is_linked(block, at)), None)
        if not block.links:
            if label is not None and (said := _listed(block, label)):
                return said
            continue
        behind = set(block.owners[label + 1 :] if label else block.owners)  # "Views: 12 <br> Tags: ..."
        links = [link for link in block.links if not behind.isdisjoint(link.iter())]
        said = [_said_by_tag(link) for link in links]
        told = label is not None or all(tag.startswith("#") for tag in said)
        if told and not _files(block, label, links) and len(said) <= MAX_TAGS and not any(map(_is_sized, block.links)):
            tags = dict.fromkeys(tag.lstrip("#").strip() for tag in _without_counts(said) if not _names_tags(tag))
            if found := [tag for tag in tags if tag and len(tag) <= MAX_NAME and not is_boilerplate(tag)]:
                return found if label is not None else list(dict.fromkeys([*found, *_hashtags_beside(block, near[at + 1 :])]))
    return _hashtags(near) or _under_heading(near)


def _hashtags_beside(item: Block, behind: Sequence[Block]) -> list[str]:
    """Return the linked hashtags that are all of the items right behind one of a list, each an item of its own; or []."""
    box = item.element.getparent()
    said = list(map(_said_by_tag, _linked_items(box, behind))) if item.element.tag == "li" and box is not None else []
    hashed = list(takewhile(lambda tag: tag.startswith("#") and len(tag) <= MAX_NAME, said))
    return [name for tag in hashed if (name := tag.lstrip("#").strip())] if len(hashed) < MAX_TAGS else []


def _under_heading(near: Sequence[Block]) -> list[str]:
    """Return the linked items of the list right under a heading that is a label of tags and nothing else; or []."""
    for at, label in enumerate(near):
        box = label.element.getparent()
        if not label.heading or label.links or box is None or label.zone in _AWAY or key(label.text) not in TAG_LABELS:
            continue
        said = _items_in(box, near[at + 1 :])
        if 0 < len(said) <= MAX_TAGS and all(0 < len(tag.split()) <= MAX_WORDS and len(tag) <= MAX_NAME for tag in said):
            return list(dict.fromkeys(tag.lstrip("#") for tag in said))
    return []


def _items_in(box: HtmlElement, behind: Sequence[Block]) -> list[str]:
    """Return what the blocks that open a row and stand in a box say, up to one that is not a link and nothing else."""
    return list(map(_said_by_tag, _linked_items(box, behind)))


def _linked_items(box: HtmlElement, behind: Sequence[Block]) -> list[HtmlElement]:
    items = takewhile(lambda item: len(item.links) == 1 and box in item.element.iterancestors(), behind)
    return [item.links[0] for item in items if item.link_share > LINK_ONLY]


def _is_linked(block: Block, at: int) -> bool:
    """Return whether a word for tags is a link of a menu, and no label."""
    owner = block.owners[at]
    return ":" not in block.atoms[at] and any(node.tag == "a" for node in (owner, *islice(owner.iterancestors(), 2)))


def _files(block: Block, label: int | None, links: Sequence[HtmlElement]) -> bool:
    """Return whether the label of one topic announces the section under which an article is filed (PHP-Nuke)."""
    topic = label is not None and key(block.atoms[label].partition(":")[0].rpartition("|")[2]) in _TOPIC
    return topic and len(links) == 1 and SECTION_PATH.search(links[0].get("href") or "") is not None


def _hashtags(near: Sequence[Block]) -> list[str]:
    """Return what lines without links say that are nothing but hashtags ("#су #құбыр"), be it one of them a line; or []."""
    lines = [block for block in near if block.text.startswith("#") and len(block.text) <= MAX_LINE]
    plain = (block.spaced for block in lines if not block.links and block.zone not in _NO_HASHTAGS)
    tags = [part.strip(" ,;|·") for line in plain for part in line.split("#")[1:]]
    fit = all(tag[:1].isalpha() and len(tag) <= MAX_NAME and len(tag.split()) <= MAX_WORDS for tag in tags)
    return list(dict.fromkeys(tags)) if fit and len(tags) <= MAX_TAGS else []


def _listed(block: Block, label: int) -> list[str]:
    """Return the parts of the list with commas behind a label in a block without links, which ends the block; or []."""
    said = " ".join(block.atoms[label:])
    behind = said.partition(":")[2] if ":" in block.atoms[label] else " ".join(block.atoms[label + 1 :]).lstrip(" :")
    behind = before_date(behind, dated=True).strip(" |·•,") if len(said) <= MAX_LINE else ""
    between = _BETWEEN_HASHES if behind.count("#") > 1 else _COMMAS
    parts = [part.strip(" #.") for part in between.split(behind.removeprefix("#"))]
    fit = 0 < len(parts) <= MAX_TAGS and all(0 < len(part) <= MAX_NAME and ":" not in part for part in parts)
    fit = fit and not any(map(is_boilerplate, parts))  # the row of tags is empty, and buttons stand behind
    return list(dict.fromkeys(parts)) if fit else []


def _unlinked_tags(document: Document, own: Collection[HtmlElement]) -> list[str]:
    """Return the items of a list, or the hashtags, in the one box without links that calls itself tags; or []."""
    named = document.index.naming(_TAG_NAMES, _TAG_WORDS)
    boxes = [box for box in named if zone_of(box) is Zone.TAGS and box.tag not in OPEN_TAGS and box.find(".//a") is None]
    if len(boxes) != 1 or _away(boxes[0], own):
        return []
    items = [one_line(spaced_text(item)) for item in boxes[0].iter("li")] or unlinked_chips(boxes[0])
    said = items or _in_line(spaced_text(boxes[0]))
    return [tag.lstrip("#") for tag in said] if len(said) <= MAX_TAGS else []


def _in_line(said: str) -> list[str]:
    """Return the hashtags of a line, or its parts between commas where each is as short as a tag and there are several; or []."""
    label, colon, behind = said.partition(":")
    said = behind if colon and key(label) in TAG_LABELS else said
    first, _, rest = said.partition(" ")
    said = rest if key(first) in TAG_LABELS else said
    if len(said) > MAX_LINE:
        return []
    if "#" in said:
        parts = [part.strip(" ,;|·") for part in said.split("#")[1:]]
    else:
        parts = [part.strip(" .") for part in _COMMAS.split(said)]
    fit = all(part[:1].isalpha() and len(part.split()) <= MAX_WORDS and not is_boilerplate(part) for part in parts)
    return list(dict.fromkeys(parts)) if fit and (len(parts) > 1 or "#" in said) else []


def _names_tags(said: str) -> bool:
    """Return whether a text begins with a label of tags, or ends with one behind a bar ("Автор: Айгүл | Тегтер:")."""
    if len(said) > MAX_LINE:
        return False
    last = said.rpartition("|")[2]
    return key(said.partition(":")[0]) in TAG_LABELS or (last.rstrip().endswith(":") and key(last) in TAG_LABELS)


def _leads_to_section(link: HtmlElement, *, several: bool) -> bool:
    """Return whether a link leads to a section; of `several` tags any may be called a topic ("/topic/qala/")."""
    address = link.get("href") or ""
    return SECTION_PATH.search(address) is not None and not (several and "/topic" in address)


def _away(link: HtmlElement, own: Collection[HtmlElement]) -> bool:
    """Return whether a link stands in a menu or a header: a tag there is the portal's, not the article's.

    A nav element without a name inside an article is no menu of the portal; what holds the headline (`own`) is no header of it.
    """
    holders = [it for it in link.iterancestors() if it.tag not in OPEN_TAGS and it not in own and zone_of(it) in _MENUS]
    if holders and all(node.tag == "nav" and not words_of(node) for node in holders):
        return next(link.iterancestors("article"), None) is None
    return bool(holders)


def _in_text(link: HtmlElement, plain: dict[HtmlElement, int]) -> bool:
    """Return whether a link stands in a sentence: portals link every word that is a tag somewhere.

    `plain` keeps for each box how many letters in it no link holds: thousands of links may stand in one.
    """
    holder = next((node for node in link.iterancestors() if node.tag in BLOCK_TAGS), None)
    if holder is None or glued_text(link).startswith("#"):
        return False
    if "tag" in words_of(link).split() and zone_of(holder) is Zone.META:
        return False  # WordPress says in a sentence under the text how it is filed
    if any(_TAG_NAMES.search(words_of(node)) for node in takewhile(lambda node: node is not holder, link.iterancestors())):
        return False  # a part of the line with date and author
    if holder not in plain:
        plain[holder] = len(glued_text(holder)) - sum(len(whole_text(other)) for other in holder.iter("a"))
    return plain[holder] >= MIN_PARAGRAPH


def _is_in_cloud(link: HtmlElement) -> bool:
    """Return whether a link stands in a cloud of tags in a side column or the page's foot; one under an article is its own."""
    if not any(_CLOUD.search(words_of(holder)) for holder in islice(link.iterancestors(), 3)):
        return False
    return any(zone_of(holder) in _COLUMNS for holder in link.iterancestors() if holder.tag not in OPEN_TAGS)


def _tag_links(document: Document, own: Collection[HtmlElement]) -> list[HtmlElement]:
    """Return the links of the boxes that call themselves tags, if they are few: a cloud of all tags is the portal's.

    Of many, those next to the headline, around which are the boxes `own`: cards have tags as well (sputnik.kz).
    """
    named = document.index.naming(_TAG_NAMES, _TAG_WORDS)
    boxes = {box for box in named if zone_of(box) is Zone.TAGS and box.tag not in OPEN_TAGS and not _CLOUD.search(words_of(box))}
    found = {link for box in boxes for link in box.iter(*_TAG_KINDS) if not boxes.isdisjoint(islice(link.iterancestors(), 3))}
    if len(found) <= MAX_TAGS and any(mark in document.index.hrefs for mark in _TAG_MARKS):
        found.update(link for link in document.index.tagged("a") if _TAG_PATH.search(link.get("href") or ""))
    if len(found) > MAX_TAGS:
        found = _nearest(found, own)
    if not 0 < len(found) <= MAX_TAGS:
        return []
    links = [link for link in document.index.tagged("a") if link in found]
    links = _of_boxes([link for link in links if not (_is_in_cloud(link) or _is_sized(link))], boxes)
    return links or [it for it in document.index.tagged("button") if it in found and _TAG_NAMES.search(words_of(it))]


def _nearest(links: Collection[HtmlElement], own: Collection[HtmlElement]) -> set[HtmlElement]:
    """Return the links that share with the headline the smallest of the boxes around it that holds any."""
    near: dict[HtmlElement, set[HtmlElement]] = {}
    for link in links:
        shared = next((box for box in link.iterancestors() if box in own), None)
        if shared is not None:
            near.setdefault(shared, set()).add(link)
    return near[max(near, key=lambda box: sum(1 for _ in box.iterancestors()))] if near else set()


def _is_sized(link: HtmlElement) -> bool:
    """Return whether a link's own letters have a size of their own: in a cloud that tells how often a tag is used."""
    font = link.find("font")
    return _SIZE.search(link.get("style") or "") is not None or (font is not None and font.get("size") is not None)


def _of_boxes(links: list[HtmlElement], boxes: Collection[HtmlElement]) -> list[HtmlElement]:
    """Return the links in boxes that call themselves tags, if any and if the others do not say the same and more; else all."""
    within = [link for link in links if any(node in boxes for node in link.iterancestors())]
    others = {spaced_text(link) for link in links if link not in within}
    return within if within and not others.issuperset(map(spaced_text, within)) else links
