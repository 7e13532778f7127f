"""What stands beside an article's headline: section, authors, tags, image, counters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kznews.extract import jsonld
from kznews.extract.blocks import Zone, words_of, zone_of
from kznews.extract.document import absolute
from kznews.extract.names import MAX_NAME, looks_like_name, name_in
from kznews.extract.phrases import is_boilerplate, key
from kznews.extract.selecting import first, select, spaced_text
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from kznews.extract.blocks import Block
    from kznews.extract.document import Document

MAX_SECTION = 40
"""The longest section name on the pages at hand has 31 characters."""
MAX_COUNTER_LINE = 120
"""A line with section, views, comments and date fits."""

_NOT_NEAR = frozenset((Zone.HEADER, Zone.NAV, Zone.CRUMBS, Zone.FOOTER, Zone.ASIDE, Zone.RELATED, Zone.COMMENTS, Zone.TAGS))
_SECTION_PATH = re.compile(
    r"/(?:category|categories|rubric|rubrics|section|sections|part|cat|topics?|rubrika|bolim|razdel|news-category)/"
)
_SECTION_WORDS = re.compile(r"(?<![a-z])(?:categor\w*|(?:article ?)?section|rubri\w*|cat links|bolim|speciality)(?![a-z])")
_TAG_PATH = re.compile(r"/(?:tags?|teg|tegter|tagi)/|[?&]tag(?:Id)?=")
_LABEL = re.compile(r"^(?:бөлімі?|айдары?|рубрика|санаты?|категория|bólim)(?:\s*:\s*|\s+(?=\S))")
_EDGES = " \t|•·,;:–—-/»«>"
_AUTHOR_WORDS = re.compile(r"auth?or(?!i[sz])|avtor(?!iz)|byline")
_AUTHOR_PATH = re.compile(r"/(?:authors?|avtor\w*|users?)/")
_NO_IMAGES = frozenset((Zone.ADVERT, Zone.ASIDE, Zone.RELATED, Zone.HEADER, Zone.NAV, Zone.FOOTER, Zone.COMMENTS, Zone.SHARE))
_MAIN_IMAGES = "[class*=featured], [class*=post-thumb], [class*=article-image], [class*=main-image], article figure"
_LOGO = re.compile(r"/(?:advertis\w*|reklama|banners?|ads)/|logo|default|favicon|noimage|no-image|placeholder|sprite|avatar|icon", re.ASCII)
_VIEW_WORDS = re.compile(r"(?<![a-z])(?:views?|eye|hits|seen|karal\w*|qaral\w*|prosmotr\w*|viewed)(?![a-z])")
_COMMENT_WORDS = re.compile(r"(?<![a-z])(?:comments?|pikir\w*|chat|bubble)(?![a-z])")
_RESPONSES = re.compile(r"(\d+) (?:comments?|responses?|thoughts?)(?!\w)")
_VIEWS = re.compile(
    r"(\d[\d ]*) ?(?:ret )?(?:korsetildi|karaldi|okildi|korildi|prosmotr\w*|ret)(?!\w)"
    r"|(?:karaldi|okildi|korildi|karalim|korsetilim(?: sani)?|prosmotr\w*) ?(\d[\d ]*)",
)
_COMMENTS = re.compile(r"(?:(\d+) )?(\d+) pikir(?!\w)|(?:pikir(?:ler)?|komentari\w*) (\d+)")


def find_section(document: Document, near: Sequence[Block], rest: Sequence[str], above: Sequence[Block], selector: str) -> str:
    """Return the section as shown, or "".

    `near` are the blocks around the headline, `rest` the texts beside the date, `above` the blocks right over the headline.
    """
    if (element := first(document.tree, selector)) is not None:
        return _trimmed(spaced_text(element))
    shown = [said for said in _shown_sections(near) if not looks_like_name(said)]
    if shown:
        return shown[0]
    node = jsonld.article_node(document.structured) or {}
    marked = first(document.tree, "[itemprop=articleSection]")
    stated = one_line(spaced_text(marked) or marked.get("content") or "") if marked is not None else ""
    stated = stated or jsonld.string(node.get("articleSection")) or document.meta.get("article:section") or document.meta.get("articlesection", "")
    if stated:
        return _trimmed(stated)
    return next(_crumbs(document), "") or _from_rest(rest) or _from_above(above)


def find_authors(document: Document, near: Sequence[Block], rest: Sequence[str], selector: str) -> list[str]:
    """Return the authors as shown, each once, in order; what is no name (an office, a paper) is left out.

    `near` are the blocks around the headline, `rest` the texts beside the date.
    """
    if selector:
        said = [spaced_text(element) for element in select(document.tree, selector)]
    else:
        node = jsonld.article_node(document.structured) or {}
        said = list(_shown_authors(near)) or jsonld.names(node.get("author")) or [piece for piece in _pieces(rest) if looks_like_name(name_in(piece))]
        said = said or [document.meta.get("author", "")]
    site = key(document.meta.get("og:site_name", ""))
    return list(dict.fromkeys(name for name in map(name_in, said) if name and key(name) != site))


def find_tags(document: Document, selector: str) -> list[str]:
    """Return the article's tags as shown, each once, in order."""
    links = select(document.tree, selector or "a[rel~=tag]:not([rel~=category])") or _tag_links(document)
    links = [link for link in links if selector or not _SECTION_PATH.search(link.get("href") or "")]
    tags = [one_line(spaced_text(link)).lstrip("#").strip() for link in links]
    if not tags:
        tags = [one_line(element.get("content") or "") for element in select(document.tree, "meta[property='article:tag']")]
    return [tag for tag in dict.fromkeys(tags) if tag and len(tag) <= MAX_NAME]


def _tag_links(document: Document) -> list[HtmlElement]:
    """Return the links of the boxes that call themselves tags, if they are few: a cloud of all tags is the portal's."""
    links = [link for link in document.tree.iter("a") if _TAG_PATH.search(link.get("href") or "") or _in_tags(link)]
    return links if len(links) <= 15 else []  # noqa: PLR2004 - nobody tags an article with more


def _in_tags(link: HtmlElement) -> bool:
    return any(zone_of(node) is Zone.TAGS for node in list(link.iterancestors())[:3])


def find_image(document: Document, container: HtmlElement | None) -> str:
    """Return the absolute address of the main image, or "". Logos and placeholders are no images of an article."""
    node = jsonld.article_node(document.structured) or {}
    claims = [document.meta.get("og:image", ""), document.meta.get("twitter:image", ""), jsonld.string(_image_of(node))]
    if container is not None:
        holders = [container, *list(container.iterancestors())[:2]]
        claims += [image for holder in holders for image in _images(holder)][:1]
    claims += [image for shown in select(document.tree, _MAIN_IMAGES) for image in _images(shown)][:1]
    for claim in claims:
        address = absolute(document.base_url, claim) if claim else None
        if address and address.startswith("http") and not _LOGO.search(urlsplit(address).path.lower()):
            return address
    return ""


def find_counters(near: Sequence[Block]) -> tuple[int | None, int | None]:
    """Return views and comments as shown beside the headline or under the text; None for what is not shown."""
    views = comments = None
    for block in near:
        said = block.spaced
        if len(said) > MAX_COUNTER_LINE or not any(map(str.isdigit, said)):
            continue
        folded = key(said)
        if comments is None and (match := _RESPONSES.search(said.lower())):
            comments = _integer(match[1])
        views = _marked(block, _VIEW_WORDS) if views is None else views
        comments = _marked(block, _COMMENT_WORDS) if comments is None else comments
        if views is None and (match := _VIEWS.search(folded)):
            views = _integer(match[1] or match[2])
        if comments is None and (match := _COMMENTS.search(folded)):
            comments = _integer(match[2] or match[3])
            views = _integer(match[1]) if views is None and match[1] else views
    return views, comments


def _marked(block: Block, words: re.Pattern[str]) -> int | None:
    """Return a bare figure whose element, or the icon in it, names what it counts."""
    for node in block.element.iter():
        if isinstance(node.tag, str) and words.search(words_of(node)):
            for holder in (node, node.getparent()):
                if holder is not None and re.fullmatch(r"\d[\d\s]*", said := spaced_text(holder)):
                    return _integer("".join(said.split()))
    return None


def _integer(digits: str) -> int | None:
    packed = digits.replace(" ", "")
    return int(packed) if 0 < len(packed) <= 9 else None  # noqa: PLR2004 - more is no counter


def _shown_sections(near: Sequence[Block]) -> Iterator[str]:
    """Yield the texts of links to a section that stand near the headline, outside the menus."""
    for block in near:
        if block.zone in _NOT_NEAR:
            continue
        menu = len(block.links) > 4  # noqa: PLR2004 - nobody files an article under five sections
        for link in block.links:
            said = _trimmed(one_line(spaced_text(link)))
            named = _calls_itself_section(link) or (not menu and _SECTION_PATH.search(link.get("href") or ""))
            if named and 0 < len(said) <= MAX_SECTION and not _is_home(link):
                yield said
    for block in near:
        if block.zone not in _NOT_NEAR and _SECTION_WORDS.search(words_of(block.element)):
            said = _trimmed(re.split(r"[|•·]", block.text)[0])
            if 0 < len(said) <= MAX_SECTION:
                yield said


def _calls_itself_section(link: HtmlElement) -> bool:
    parent = link.getparent()
    return bool(_SECTION_WORDS.search(words_of(link)) or (parent is not None and _SECTION_WORDS.search(words_of(parent))))


def _is_home(link: HtmlElement) -> bool:
    return urlsplit(link.get("href") or "").path in ("", "/")


def _crumbs(document: Document) -> Iterator[str]:
    """Yield the last breadcrumb that is neither home nor the article itself."""
    for node in document.structured:
        if node.get("@type") == "ListItem" and (name := jsonld.string(node.get("name") or node.get("item"))):
            path = urlsplit(jsonld.string(node.get("item")) if isinstance(node.get("item"), str) else "").path
            if path not in ("", "/") and len(name) <= MAX_SECTION:
                yield name
    for holder in select(document.tree, "[class*=breadcrumb], [class*=crumbs], [id*=breadcrumb], [class*=speedbar], [class*=pathway]"):
        names = [one_line(spaced_text(link)) for link in select(holder, "a") if not _is_home(link)]
        yield from (name for name in names[-1:] if 0 < len(name) <= MAX_SECTION)


def _from_above(above: Sequence[Block]) -> str:
    """Return the text of the one short link right over the headline."""
    links = [link for block in above if block.zone not in _NOT_NEAR for link in block.links if not _is_home(link)]
    said = _trimmed(spaced_text(links[0])) if len(links) == 1 else ""
    return said if 0 < len(said) <= MAX_SECTION and not is_boilerplate(said) else ""


def _from_rest(rest: Sequence[str]) -> str:
    """Return the section in what a dateline holds beside its date: its first piece that is neither a name nor a label."""
    for piece in _pieces(rest):
        said = _trimmed(piece)
        if 0 < len(said) <= MAX_SECTION and not looks_like_name(said) and not is_boilerplate(said) and name_in(said) == said:
            return said
    return ""


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
        if len(block.text) > MAX_COUNTER_LINE or block.zone in _NOT_NEAR:
            continue
        named = [node for node in block.element.iter() if isinstance(node.tag, str) and _names_author(node)]
        outer = {ancestor for node in named for ancestor in node.iterancestors()}
        yield from (said for node in named if node not in outer and (said := one_line(spaced_text(node))) and len(said) <= MAX_NAME)
        yield from (atom for atom in block.atoms if re.match(r"(?:автор|мәтін|avtor|اۆتور)\w*\s*:\s*\S", atom.lower()))


def _names_author(node: HtmlElement) -> bool:
    return bool(_AUTHOR_WORDS.search(words_of(node)) or (node.tag == "a" and _AUTHOR_PATH.search(node.get("href") or "")))


def _image_of(node: jsonld.Node) -> object:
    image = node.get("image")
    return image.get("url") or image.get("@id") if isinstance(image, dict) else image


def _zones_up_to(element: HtmlElement, holder: HtmlElement) -> Iterator[Zone | None]:
    for node in element.iterancestors():
        if node is holder:
            return
        yield zone_of(node)


def _images(holder: HtmlElement) -> Iterator[str]:
    for image in holder.iter("img", "amp-img"):
        if any(zone in _NO_IMAGES for zone in _zones_up_to(image, holder)):
            continue
        for name in ("data-src", "data-lazy", "data-original", "src"):
            if (address := (image.get(name) or "").strip()) and not address.startswith("data:"):
                yield address
                break
