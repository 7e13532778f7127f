"""What stands beside an article's headline: section, authors, tags, image."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kznews.extract import jsonld
from kznews.extract.blocks import BLOCK_TAGS, HEADINGS
from kznews.extract.counters import is_counter_label
from kznews.extract.document import absolute, path_of
from kznews.extract.labels import AUTHOR_LABELS, SECTION_LABELS, TAG_LABELS, names_value, values_behind
from kznews.extract.names import MAX_NAME, is_role, looks_like_name, name_in
from kznews.extract.phrases import RELATED, is_boilerplate, is_label, key
from kznews.extract.selecting import glued_text, spaced_text, text_nodes, whole_text
from kznews.extract.texts import MIN_PARAGRAPH
from kznews.extract.widgets import is_small
from kznews.extract.zones import OPEN_TAGS, Zone, words_of, zone_of
from kznews.kazakh.cities import find_city
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block
    from kznews.extract.document import Document

MAX_SECTION = 40
"""The longest section name on the pages at hand has 31 characters."""
MAX_SECTION_WORDS = 4
"""Sections have one to three words ("Мәдениет және шоу-бизнес")."""
MAX_BYLINE = 120
"""A line with an author, an office and a date fits."""
MAX_SIGNS = 2
"""Signs of a clock and of an eye may stand before the image."""
MAX_TAGS = 15
"""Nobody tags an article with more."""

_NOT_NEAR = frozenset((Zone.HEADER, Zone.NAV, Zone.CRUMBS, Zone.FOOTER, Zone.ASIDE, Zone.RELATED, Zone.COMMENTS, Zone.TAGS))
_SECTION_PATH = re.compile(
    r"/(?:category|categories|rubric|rubrics|section|sections|part|cat|topics?|rubrika|bolim|razdel|news-category)/"
)
_SECTION_WORDS = re.compile(r"(?<![a-z])(?:categor\w*|(?:article ?)?section|rubri\w*|cat links|bolim|speciality)(?![a-z])")
_TAG_PATH = re.compile(r"/(?:tags?|teg|tegter|tagi)/|[?&]tag(?:Id)?=")
_TAG_NAMES = re.compile("tag|teg|keyword|metki")
_TAG_MARKS = ("/tag", "/teg", "tag=", "tagId=")
"""One of these is in every address that _TAG_PATH finds."""
_TAG_KINDS = ("a", "button")
"""Tags are links, or buttons of a search."""
_TAG_WORDS = ("tag", "teg", "keyword", "metki")
"""One of these is in the name of a box of tags."""
_LABELLED = re.compile(r"^(?:бөлімі?|айдары?|рубрика|санаты?|категория|bólim\w*)\s*:\s*(\S.{1,38})$")
_LABEL = re.compile(r"^(?:бөлімі?|айдары?|рубрика|санаты?|категория|bólim)(?:\s*:\s*|\s+(?=\S))")
_HOME = re.compile(r"/?(?:(?:kz|kk|kaz|qaz|ru|rus|en|tt|lt|la|lat|ar|latyn|tote)/?)?")
"""The root of a portal or of one of its editions."""
_HOME_NAMES = frozenset(map(key, ("басты бет", "басты", "главная", "home", "basty bet")))
_BETWEEN_CRUMBS = re.compile(r"\s+[/»>›→|·•]\s+")
_LIGATURE = re.compile(r"visibility|schedule|person|event|today|access_time|comment|chat|label|folder|share|[a-z]+_[a-z_]+")
"""Icon fonts draw these words as signs; a section's name begins with a capital."""
_EDGES = " \t|•·,;:–—-/»«>"
_AUTHOR_WORDS = re.compile(r"auth?or(?!i[sz])|avtor(?!iz)|byline|name auth|(?<![a-z])user ?name(?![a-z])")
_AUTHOR_PATH = re.compile(r"/(?:authors?|avtor\w*|users?)/")
_MENUS = frozenset((Zone.NAV, Zone.HEADER))
_NO_IMAGES = frozenset((Zone.ADVERT, Zone.ASIDE, Zone.RELATED, Zone.HEADER, Zone.NAV, Zone.FOOTER, Zone.COMMENTS, Zone.SHARE))
_PLACEHOLDER = re.compile(r"empty|blank|placeholder|lazy|loading|spacer|/0_\w+\.|1x1|\.gif$")
_MAIN_IMAGES = "[class*=featured], [class*=post-thumb], [class*=article-image], [class*=main-image], article figure"
_ADVERTS = re.compile(r"/(?:advertis\w*|reklama|banners?|ads)/")
_LOGO = re.compile(r"logo|^avatar|default|favicon|noimage|no-image|placeholder|sprite|avatar|icon", re.ASCII)


def find_section(document: Document, near: Sequence[Block], rest: Sequence[str], above: Sequence[Block], selector: str) -> str:
    """Return the section as shown, or "".

    `near` are the blocks around the headline, `rest` the texts beside the date, `above` the blocks right over the headline.
    """
    if (element := document.index.first(selector)) is not None:
        return _trimmed(spaced_text(element))
    shown = [said for said in _shown_sections(near) if not looks_like_name(said)]
    if shown:
        return shown[0]
    node = jsonld.article_node(document.structured) or {}
    marked = document.index.first("[itemprop=articleSection]")
    stated = one_line(spaced_text(marked) or marked.get("content") or "") if marked is not None else ""
    stated = (
        stated
        or jsonld.string(node.get("articleSection"))
        or document.meta.get("article:section")
        or document.meta.get("articlesection", "")
    )
    if stated:
        return _trimmed(stated)
    return next(_crumbs(document), "") or _from_trail(near) or _from_rest(rest) or _from_above(above)


def find_authors(document: Document, near: Sequence[Block], rest: Sequence[str], selector: str) -> list[str]:
    """Return the authors as shown, each once, in order; what is no name (an office, a paper) is left out.

    `near` are the blocks around the headline, `rest` the texts beside the date.
    """
    if selector:
        said = [spaced_text(element) for element in document.index.select(selector)]
    else:
        node = jsonld.article_node(document.structured) or {}
        said = (
            list(_shown_authors(near))
            or list(_boxed_authors(near))
            or _named_by_role(near)
            or jsonld.names(node.get("author"))
            or [piece for piece in _pieces(rest) if looks_like_name(name_in(piece))]
        )
        said = said or [document.meta.get("author", "")]
    site = key(document.meta.get("og:site_name", ""))
    names = [name for line in said for name in map(name_in, _people(name_in(line) or line))]
    names = list(dict.fromkeys(name for name in names if name and key(name) != site))
    # A box that calls itself the author's may list what else he wrote.
    return [name for name in names if _is_capitalised(name)] if any(map(looks_like_name, names)) else names


def _is_capitalised(name: str) -> bool:
    """Return whether a line begins and ends with a capital, as names do ("Хуан де ла Крус") and what is beside them does not."""
    words = name.split()
    return words[0][:1].isupper() and words[-1][:1].isupper() and not name.endswith(".")


def signed_behind(behind: Sequence[Block]) -> list[str]:
    """Return the name that signs an article below its text, as newspapers print it ("Айгүл СЕРІК," and the paper's name)."""
    lines = [block.text.split("\n")[0] for block in behind if block.zone not in _NOT_NEAR]
    names = [(line.strip(_EDGES), line.rstrip().endswith(",")) for line in map(_without_place, lines)]
    people = [(name, more, name.split()) for name, more in names if looks_like_name(name)]
    return [name for name, more, words in people if not words[0].isupper() and (more or words[-1].isupper())][:1]


def _without_place(line: str) -> str:
    """Return a signature without the city behind its comma ("Айгүл Серікқызы, Алматы")."""
    name, comma, place = line.partition(",")
    return f"{name}," if comma and len(line) <= MAX_NAME and find_city(place) is not None else line


def _named_by_role(near: Sequence[Block]) -> list[str]:
    """Return the name that stands right over a line with a post ("Мәди Алтай", "тілші")."""
    lines = [line for block in near for line in block.text.split("\n")]
    return [name for name, role in pairwise(lines) if looks_like_name(name) and is_role(role)][:1]


def _people(line: str) -> list[str]:
    """Return the names of a list of them ("Гүлназ Омархан, Бекзат Дәулет"), or the line as one."""
    parts = [part.strip() for part in line.split(",")]
    return parts if len(parts) > 1 and all(map(looks_like_name, parts)) else [line]


def find_tags(document: Document, selector: str) -> list[str]:
    """Return the article's tags as shown, each once, in order."""
    links = document.index.select(selector or "a[rel~=tag]:not([rel~=category])") or _tag_links(document)
    links = [
        link for link in links if selector or not (_SECTION_PATH.search(link.get("href") or "") or _away(link) or _in_text(link))
    ]
    tags = [one_line(spaced_text(link)).lstrip("#").strip() for link in links]
    if not tags and "article:tag" in document.meta:
        tags = [one_line(element.get("content") or "") for element in document.index.select("meta[property='article:tag']")]
    return [tag for tag in dict.fromkeys(tags) if tag and len(tag) <= MAX_NAME and not is_boilerplate(tag)]


def announced_tags(near: Sequence[Block]) -> list[str]:
    """Return the linked tags behind a label ("Тегтер: ..."), or a line of linked hashtags, among blocks near the text; or []."""
    for block in near:
        if not block.links or block.zone in _NOT_NEAR - {Zone.TAGS}:
            continue
        said = [one_line(spaced_text(link)) for link in block.links]
        if len(said) <= MAX_TAGS and (_names_tags(block.atoms[0]) or all(tag.startswith("#") for tag in said)):
            tags = dict.fromkeys(tag.lstrip("#").strip() for tag in said if not _names_tags(tag))
            return [tag for tag in tags if tag and len(tag) <= MAX_NAME]
    return []


def _names_tags(said: str) -> bool:
    return key(said.partition(":")[0]) in TAG_LABELS


def _last_part(address: str) -> str:
    return urlsplit(address).path.rsplit("/", 1)[-1].lower()


def _away(link: HtmlElement) -> bool:
    """Return whether a link stands in a menu or a header: a tag there is the portal's, not the article's."""
    return any(zone_of(node) in _MENUS for node in link.iterancestors() if node.tag not in OPEN_TAGS)


def _in_text(link: HtmlElement) -> bool:
    """Return whether a link stands in a sentence: portals link every word that is a tag somewhere."""
    holder = next((node for node in link.iterancestors() if node.tag in BLOCK_TAGS), None)
    if holder is None or glued_text(link).startswith("#"):
        return False
    linked = sum(len(whole_text(other)) for other in holder.iter("a"))
    return len(glued_text(holder)) - linked >= MIN_PARAGRAPH


def _tag_links(document: Document) -> list[HtmlElement]:
    """Return the links of the boxes that call themselves tags, if they are few: a cloud of all tags is the portal's."""
    named = document.index.naming(_TAG_NAMES, _TAG_WORDS)
    boxes = {box for box in named if zone_of(box) is Zone.TAGS and box.tag not in OPEN_TAGS}
    found = {link for box in boxes for link in box.iter(*_TAG_KINDS) if not boxes.isdisjoint(islice(link.iterancestors(), 3))}
    if len(found) <= MAX_TAGS and any(mark in document.index.hrefs for mark in _TAG_MARKS):
        found.update(link for link in document.index.tagged("a") if _TAG_PATH.search(link.get("href") or ""))
    if not 0 < len(found) <= MAX_TAGS:
        return []
    links = [link for link in document.index.tagged("a") if link in found]
    return links or [it for it in document.index.tagged("button") if it in found and _TAG_NAMES.search(words_of(it))]


def find_image(document: Document, boxes: Sequence[HtmlElement]) -> str:
    """Return the absolute address of the main image, or "": what the head says, else the first in the article's `boxes`.

    Logos, adverts and placeholders are no images of an article.
    """
    node = jsonld.article_node(document.structured) or {}
    stated = [document.meta.get("og:image", ""), document.meta.get("twitter:image", ""), jsonld.string(_image_of(node))]
    in_boxes = (image for box in boxes for image in _images(box))
    for claim in chain(stated, islice(in_boxes, MAX_SIGNS + 1), islice(_main_images(document), 1)):
        address = absolute(document.base_url, claim) if claim else None
        if (
            address
            and address.startswith("http")
            and "gravatar." not in address
            and not _LOGO.search(_last_part(address))
            and not _ADVERTS.search(urlsplit(address).path.lower())
        ):
            return address
    return ""


def _main_images(document: Document) -> Iterator[str]:
    for shown in document.index.select(_MAIN_IMAGES):
        yield from _images(shown)


def _shown_sections(near: Sequence[Block]) -> Iterator[str]:
    """Yield the section as links, labels and boxes near the headline show it, outside the menus; links first."""
    for block in near:
        if block.zone not in _NOT_NEAR - {Zone.TAGS}:
            yield from _linked_sections(block)
    for at, block in enumerate(near):
        if block.zone in _NOT_NEAR:
            continue
        if said := _labelled(block, near[at + 1 : at + 2]):
            yield _trimmed(said)
        elif _is_section_box(block.element) and 0 < len(said := _trimmed(block.text)) <= MAX_SECTION:
            yield from () if is_label(said, RELATED) else (said,)


def _labelled(block: Block, following: Sequence[Block]) -> str:
    """Return what a section's label in a block announces, in the same text, the next one or the block that follows, or ""."""
    if following and key(block.text) in SECTION_LABELS:
        return following[0].text[: MAX_SECTION + 1]
    if label := _LABELLED.match(block.spaced.lower()):
        return block.spaced[label.start(1) :]
    return next(values_behind(block, SECTION_LABELS), "")


def _linked_sections(block: Block) -> Iterator[str]:
    menu = len(block.links) > MAX_SECTION_WORDS  # nobody files an article under five sections
    for link in block.links:
        if _calls_itself_section(link) or (not menu and _SECTION_PATH.search(link.get("href") or "")):
            said = _trimmed(spaced_text(link))
            if 0 < len(said) <= MAX_SECTION and not _is_home(link):
                yield said


def _calls_itself_section(link: HtmlElement) -> bool:
    parent = link.getparent()
    return _names_section(words_of(link)) or (parent is not None and _is_section_box(parent))


def _is_section_box(element: HtmlElement) -> bool:
    """Return whether an element calls itself a section and holds little: whole columns are a "content-section" as well."""
    return _names_section(words_of(element)) and is_small(element, 2 * MAX_SECTION)


@lru_cache(maxsize=2048)  # a run repeats its pages' names
def _names_section(words: str) -> bool:
    return _SECTION_WORDS.search(words) is not None


def _is_home(link: HtmlElement) -> bool:
    path = path_of(link.get("href") or "")
    return path is not None and bool(_HOME.fullmatch(path))


def _crumbs(document: Document) -> Iterator[str]:
    """Yield the last breadcrumb that is neither home nor the article itself."""
    own = path_of(document.address)
    stated = [
        (jsonld.string(node.get("name") or node.get("item")), path_of(_address_of(node.get("item"))))
        for node in document.structured
        if node.get("@type") == "ListItem"
    ]
    not_sections = _HOME_NAMES | {key(document.meta.get("og:title", ""))}
    names = [name for name, path in stated if path not in ("", "/", own) and _is_section(name) and key(name) not in not_sections]
    yield from (name for name in names[-1:] if 0 < len(name) <= MAX_SECTION)
    for holder in document.index.select(
        "[class*=breadcrumb], [class*=crumbs], [id*=breadcrumb], [class*=speedbar], [class*=pathway]"
    ):
        links = list(holder.iter("a"))
        names = [one_line(spaced_text(link)) for link in links if not _is_home(link)]
        names = names or _unlinked(holder, links)
        yield from (name for name in names[-1:] if 0 < len(name) <= MAX_SECTION)


def _address_of(item: object) -> str:
    """Return the address of a breadcrumb's item, which is one or an object with one, or ""."""
    address = item.get("@id") or item.get("url") if isinstance(item, dict) else item
    return address.strip() if isinstance(address, str) else ""


def _unlinked(holder: HtmlElement, links: Sequence[HtmlElement]) -> list[str]:
    """Return the one crumb behind home that is no link, where it is a section's name and not a headline."""
    rest = spaced_text(holder)
    for said in map(spaced_text, chain(links, holder.iter(*HEADINGS))):
        rest = rest.replace(said, "", 1)
    parts = [part for part in map(_trimmed, _BETWEEN_CRUMBS.split(rest)) if part]
    named = [part for part in parts if _is_section(part) and key(part) not in _HOME_NAMES]
    return named[-1:] if len(parts) == 1 or len(named) > 0 else []


def _from_trail(near: Sequence[Block]) -> str:
    """Return the last of the few links in a line that begins with one to the home page: crumbs by any other name."""
    for block in near:
        links = block.links
        if 1 < len(links) <= MAX_SECTION_WORDS and block.zone not in _NOT_NEAR - {Zone.CRUMBS} and _is_home(links[0]):
            names = [_trimmed(spaced_text(link)) for link in links[1:] if not _is_home(link)]
            if names and 0 < len(names[-1]) <= MAX_SECTION and _is_section(names[-1]):
                return names[-1]
        opens = len(links) == 1 and block.zone not in _NOT_NEAR and block.element.tag == "li" and _is_home(links[0])
        if opens and (named := _from_listed_trail(block, near)):
            return named
    return ""


def _from_listed_trail(home: Block, near: Sequence[Block]) -> str:
    """Return the last linked item of a short list that begins with one to the home page and ends with what is open: crumbs."""
    box = home.element.getparent()
    items = [block for block in near if block.element.getparent() is box]
    if not 1 < len(items) <= MAX_SECTION_WORDS or (items[-1].links and box is not None and box.tag != "ol"):
        return ""
    names = [_trimmed(block.text) for block in items[1:] if block.links]
    return names[-1] if names and 0 < len(names[-1]) <= MAX_SECTION and _is_section(names[-1]) else ""


def _from_above(above: Sequence[Block]) -> str:
    """Return the one short link, or the one short line without a figure, right over the headline."""
    near = [block for block in above if block.zone not in _NOT_NEAR - {Zone.TAGS}]
    links = [link for block in near for link in block.links if not _is_home(link)]
    said = _trimmed(spaced_text(links[0])) if len(links) == 1 else ""
    if not said and near and not links and not any(map(str.isdigit, near[-1].text)):
        said = _trimmed(near[-1].text)
    return said if 0 < len(said) <= MAX_SECTION and _is_section(said) else ""


def _from_rest(rest: Sequence[str]) -> str:
    """Return the section in what a dateline holds beside its date: its first piece that is neither a name nor a label."""
    for piece in _pieces(rest):
        said = _trimmed(piece)
        if 0 < len(said) <= MAX_SECTION and _is_section(said) and name_in(said) == said and not is_counter_label(said):
            return said
    return ""


def _is_section(said: str) -> bool:
    return (
        len(said.split()) <= MAX_SECTION_WORDS
        and not looks_like_name(said)
        and not is_boilerplate(said)
        and not names_value(said)
        and not _LIGATURE.fullmatch(said)
    )


def _pieces(rest: Sequence[str]) -> list[str]:
    """Return the parts of a dateline's texts between figures, bars and bullets."""
    return [piece for text in rest for part in re.split(r"\d[\d:. ]*|[|•·]", text) if (piece := part.strip(_EDGES))]


def _trimmed(said: str) -> str:
    return _without_label(re.split(r"\s[|•·]\s", one_line(said))[0].strip(_EDGES)).strip(_EDGES)


def _without_label(said: str) -> str:
    match = _LABEL.match(said.lower())
    return said[match.end() :] if match else said


def _shown_authors(near: Sequence[Block]) -> Iterator[str]:
    """Yield what stands in elements that call themselves author, the innermost of them, and in lines that begin "Автор:"."""
    for block in near:
        if len(block.text) > MAX_BYLINE or block.zone in _NOT_NEAR:
            continue
        named = [node for node in block.element.iter() if isinstance(node.tag, str) and _names_author(node)]
        outer = {ancestor for node in named for ancestor in node.iterancestors()}
        yield from (said for node in named if node not in outer and (said := _said_by(node)) and len(said) <= MAX_NAME)
        yield from values_behind(block, AUTHOR_LABELS)


def _boxed_authors(near: Sequence[Block]) -> Iterator[str]:
    """Yield the names that stand as blocks of their own in a box that calls itself the author's."""
    for block in near:
        box = block.element.getparent()
        if block.zone not in _NOT_NEAR and box is not None and _may_be_name(block.text) and _names_author(box):
            yield block.text


def _may_be_name(said: str) -> bool:
    """Return whether a line is a name by its capitals, or may be one in a script without them."""
    words = said.split()
    return looks_like_name(said) or (len(words) in (2, 3) and said.isprintable() and all(map(_has_no_case, words)))


def _has_no_case(word: str) -> bool:
    return word.isalpha() and word.upper() == word.lower()


def _said_by(node: HtmlElement) -> str:
    """Return an author element's text; its first text node, where only that is a name and a paper or a place follows."""
    nodes = [" ".join(text.split()) for text in text_nodes(node) if text.strip()]
    whole = " ".join(nodes)
    if len(nodes) > 1 and len(_people(nodes[0])) > 1:
        return nodes[0]
    return nodes[0] if len(nodes) > 1 and looks_like_name(nodes[0]) and not looks_like_name(name_in(whole)) else whole


def _names_author(node: HtmlElement) -> bool:
    return _says_author(words_of(node)) or (node.tag == "a" and _AUTHOR_PATH.search(node.get("href") or "") is not None)


@lru_cache(maxsize=2048)
def _says_author(words: str) -> bool:
    return _AUTHOR_WORDS.search(words) is not None


def _image_of(node: jsonld.Node) -> object:
    image = node.get("image")
    return image.get("url") or image.get("@id") if isinstance(image, dict) else image


def _zones_up_to(element: HtmlElement, holder: HtmlElement) -> Iterator[Zone | None]:
    for node in element.iterancestors():
        if node is holder:
            return
        yield zone_of(node)


def _is_in_heading(image: HtmlElement) -> bool:
    """Return whether an image stands in a headline: a sign for "with photographs"."""
    return any(node.tag in HEADINGS for node in islice(image.iterancestors(), 2))


def _images(holder: HtmlElement) -> Iterator[str]:
    """Yield the addresses of a box's images; the lazy attribute counts where `src` is a placeholder."""
    for image in holder.iter("img", "amp-img"):
        if any(zone in _NO_IMAGES for zone in _zones_up_to(image, holder)) or _is_in_heading(image):
            continue
        shown = (image.get("src") or "").strip()
        if not shown or shown.startswith("data:") or _PLACEHOLDER.search(shown.lower()):
            shown = next(
                (lazy for name in ("data-src", "data-lazy", "data-original") if (lazy := (image.get(name) or "").strip())), ""
            )
        if shown:
            yield shown
