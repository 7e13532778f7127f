"""What stands beside an article's headline: section, authors, tags, image, counters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kznews.extract import jsonld
from kznews.extract.blocks import Zone
from kznews.extract.document import absolute
from kznews.extract.phrases import key
from kznews.extract.selecting import first, select, spaced_text
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from kznews.extract.blocks import Block
    from kznews.extract.document import Document

MAX_SECTION = 40
"""The longest section name on the pages at hand has 31 characters."""
MAX_NAME = 60
"""Names with a title of office are shorter; sentences are longer."""
MAX_COUNTER_LINE = 120
"""A line with section, views, comments and date fits."""

_SECTION_PATH = re.compile(
    r"/(?:category|categories|rubric|rubrics|section|sections|part|cat|topics?|rubrika|bolim|razdel|news-category)/"
)
_SECTION_WORDS = re.compile(r"categor|section|rubri|cat-links|bolim|speciality|bread-?crumb")
_LABEL = re.compile(r"^(?:бөлім|айдар|рубрика|санат|категория|bólim|автор|avtor)\s*:\s*", re.UNICODE)
_EDGES = " \t|•·,;:–—-/»«>"
_NOT_NAMES = tuple(
    map(
        key,
        ("редактор", "super user", "admin", "administrator", "өз тілшіміз", "редакция", "редакциясы", "корреспондент", "әкімші"),
    ),
)
_AUTHOR_WORDS = re.compile(r"author|avtor|byline|autor")
_LOGO = re.compile(r"logo|default|favicon|noimage|no-image|placeholder|sprite|avatar|icon", re.ASCII)
_VIEWS = re.compile(
    r"(\d[\d ]*) ?(?:ret )?(?:korsetildi|karaldi|okildi|prosmotr\w*)"
    r"|(?:karaldi|okildi|korildi|karalim|prosmotr\w*) ?(\d[\d ]*)(?! ?ret)",
)
_COMMENTS = re.compile(r"(?:(\d+) )?(\d+) pikir(?!\w)|pikir(?:ler)? (\d+)")


def find_section(document: Document, near: Sequence[Block], rest: str, selector: str) -> str:
    """Return the section as shown, or "". `near` are the blocks around the headline, `rest` the dateline without its date."""
    if (element := first(document.tree, selector)) is not None:
        return _trimmed(spaced_text(element))
    for candidate in _shown_sections(near):
        return candidate
    node = jsonld.article_node(document.structured) or {}
    stated = jsonld.string(node.get("articleSection")) or document.meta.get("article:section", "")
    if stated:
        return _trimmed(stated)
    return _from_rest(rest) or next(_crumbs(document), "")


def find_authors(document: Document, near: Sequence[Block], selector: str) -> list[str]:
    """Return the authors as shown, each once, in order; what is no name (an office, a paper) is left out."""
    if selector:
        names = [spaced_text(element) for element in select(document.tree, selector)]
    else:
        node = jsonld.article_node(document.structured) or {}
        names = list(_shown_authors(near)) or jsonld.names(node.get("author")) or [document.meta.get("author", "")]
    site = key(document.meta.get("og:site_name", ""))
    trimmed = [
        _LABEL.sub("", one_line(name), count=1) if name[:1].islower() else _without_label(one_line(name)) for name in names
    ]
    kept = [name for name in trimmed if _is_name(name) and key(name) != site]
    return list(dict.fromkeys(kept))


def find_tags(document: Document, selector: str) -> list[str]:
    """Return the article's tags as shown, each once, in order."""
    links = select(document.tree, selector or "a[rel~=tag]:not([rel~=category])")
    tags = [one_line(spaced_text(link)).lstrip("#").strip() for link in links]
    if not tags:
        tags = [one_line(element.get("content") or "") for element in select(document.tree, "meta[property='article:tag']")]
    return [tag for tag in dict.fromkeys(tags) if tag and len(tag) <= MAX_NAME]


def find_image(document: Document, container: HtmlElement | None) -> str:
    """Return the absolute address of the main image, or "". Logos and placeholders are no images of an article."""
    node = jsonld.article_node(document.structured) or {}
    claims = [document.meta.get("og:image", ""), document.meta.get("twitter:image", ""), jsonld.string(_image_of(node))]
    if container is not None:
        holders = [container, *list(container.iterancestors())[:2]]
        claims += [image for holder in holders[:1] + holders[1:] for image in _images(holder)][:1]
    for claim in claims:
        address = absolute(document.base_url, claim) if claim else None
        if address and address.startswith("http") and not _LOGO.search(urlsplit(address).path.rsplit("/", 1)[-1].lower()):
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
        if views is None and (match := _VIEWS.search(folded)):
            views = _integer(match[1] or match[2])
        if comments is None and (match := _COMMENTS.search(folded)):
            comments = _integer(match[2] or match[3])
            views = _integer(match[1]) if views is None and match[1] else views
    return views, comments


def _integer(digits: str) -> int | None:
    packed = digits.replace(" ", "")
    return int(packed) if 0 < len(packed) <= 9 else None  # noqa: PLR2004 - more is no counter


def _shown_sections(near: Sequence[Block]) -> Iterator[str]:
    """Yield the texts of links to a section that stand near the headline, outside the menus."""
    for block in near:
        if block.zone in (Zone.HEADER, Zone.FOOTER, Zone.ASIDE, Zone.RELATED, Zone.COMMENTS) or len(block.links) > 4:  # noqa: PLR2004
            continue
        for link in block.links:
            said = _trimmed(one_line(spaced_text(link)))
            named = (
                _SECTION_PATH.search(link.get("href") or "")
                or "category" in (link.get("rel") or "")
                or _calls_itself_section(link)
            )
            if named and 0 < len(said) <= MAX_SECTION and not _is_home(link):
                yield said
    for block in near:
        words = f"{block.element.get('class') or ''} {block.element.get('itemprop') or ''}".lower()
        if block.zone not in (Zone.HEADER, Zone.NAV, Zone.FOOTER, Zone.ASIDE, Zone.RELATED) and _SECTION_WORDS.search(words):
            said = _trimmed(block.text)
            if 0 < len(said) <= MAX_SECTION:
                yield said


def _calls_itself_section(link: HtmlElement) -> bool:
    words = f"{link.get('class') or ''} {link.get('itemprop') or ''}".lower()
    return bool(_SECTION_WORDS.search(words)) and "bread" not in words


def _is_home(link: HtmlElement) -> bool:
    return urlsplit(link.get("href") or "").path in ("", "/")


def _crumbs(document: Document) -> Iterator[str]:
    """Yield the last breadcrumb that is neither home nor the article itself."""
    for node in document.structured:
        if node.get("@type") == "ListItem" and (name := jsonld.string(node.get("name") or node.get("item"))):
            path = urlsplit(jsonld.string(node.get("item")) if isinstance(node.get("item"), str) else "").path
            if path not in ("", "/") and len(name) <= MAX_SECTION:
                yield name
    for holder in select(document.tree, "[class*=breadcrumb], [class*=crumbs], [id*=breadcrumb]"):
        names = [one_line(spaced_text(link)) for link in select(holder, "a") if not _is_home(link)]
        yield from (name for name in names[-1:] if 0 < len(name) <= MAX_SECTION)


def _from_rest(rest: str) -> str:
    """Return the section in what a dateline holds beside its date: the first words without a figure."""
    head = re.split(r"\d|[|•·]", rest.strip(_EDGES), maxsplit=1)[0]
    said = _trimmed(head)
    return said if 0 < len(said) <= MAX_SECTION and any(map(str.isalpha, said)) else ""


def _trimmed(said: str) -> str:
    return _without_label(one_line(said).strip(_EDGES)).strip(_EDGES)


def _without_label(said: str) -> str:
    match = _LABEL.match(said.lower())
    return said[match.end() :] if match else said


def _shown_authors(near: Sequence[Block]) -> Iterator[str]:
    for block in near:
        if len(block.text) > MAX_COUNTER_LINE or block.zone in (Zone.HEADER, Zone.FOOTER, Zone.RELATED, Zone.COMMENTS):
            continue
        for node in block.element.iter():
            words = f"{node.get('class') or ''} {node.get('itemprop') or ''} {node.get('rel') or ''}".lower()
            if isinstance(node.tag, str) and _AUTHOR_WORDS.search(words) and (said := one_line(spaced_text(node))):
                yield said
                break
        if match := re.match(r"^(?:автор|avtor\w*|اۆتور)\s*:\s*", block.text.lower()):
            yield one_line(block.text[match.end() :])


def _is_name(name: str) -> bool:
    if not name or len(name) > MAX_NAME or any(map(str.isdigit, name)) or name.startswith(("http", "@")):
        return False
    said = key(name)
    return bool(said) and said not in _NOT_NAMES and not said.endswith(("kz", "redaksiasi"))


def _image_of(node: jsonld.Node) -> object:
    image = node.get("image")
    return image.get("url") or image.get("@id") if isinstance(image, dict) else image


def _images(holder: HtmlElement) -> Iterator[str]:
    for image in holder.iter("img"):
        for name in ("data-src", "data-lazy", "data-original", "src"):
            if (address := (image.get(name) or "").strip()) and not address.startswith("data:"):
                yield address
                break
