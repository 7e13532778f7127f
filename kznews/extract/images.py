"""An article's main image: what the head says, else the first in its boxes; no logo, no advert."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kznews.extract import jsonld
from kznews.extract.block import HEADINGS
from kznews.extract.document import absolute
from kznews.extract.zones import Zone, zone_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.document import Document

MAX_SIGNS = 2
"""Signs of a clock and of an eye may stand before the image."""
_NO_IMAGES = frozenset((Zone.ADVERT, Zone.ASIDE, Zone.RELATED, Zone.HEADER, Zone.NAV, Zone.FOOTER, Zone.COMMENTS, Zone.SHARE))
_PLACEHOLDER = re.compile(r"empty|blank|placeholder|lazy|loading|spacer|/0_\w+\.|1x1|\.gif$")
_MAIN_IMAGES = "[class*=featured], [class*=post-thumb], [class*=article-image], [class*=main-image], article figure"
_ADVERTS = re.compile(r"/(?:advertis\w*|reklama|banners?|ads)/")
_LOGO = re.compile(r"(?:[a-z]*logos?|logot(?:ype|ip)|favicons?|icons?|sprites?|button|no(?:image|photo|img|pic)|placeholder)")
"""Words in the names of files that are no image of an article; a portal's name may be stuck to its logo. "iconic" is none."""
_BLANK = re.compile(r"(?<![a-z])no[_-](?:image|photo|img|pic)")
_STAND_INS = frozenset(("default", "avatar"))
"""Files of these names stand for another, unless they say more behind: an article may be about an avatar."""
_PLAIN = _STAND_INS | frozenset(
    ("og", "image", "images", "img", "share", "social", "thumb", "thumbnail", "news", "post", "article", "photo", "foto", "pic",
     "cover", "preview", "user", "author", "small", "large", "medium", "x", "w", "h", "px", "male", "female")
)  # fmt: skip
"""What such names say as well."""
_WORDS = re.compile("[a-z]+|[A-Z]+(?:[a-z]+)?")


def _is_furniture(address: str) -> bool:
    """Return whether the name of a file says that it is a logo, a sign or what stands there for lack of an image."""
    name = urlsplit(address).path.rsplit("/", 1)[-1].rpartition(".")
    words = [word.lower() for word in _WORDS.findall(name[0] or name[2])]
    if any(map(_LOGO.fullmatch, words)) or _BLANK.search(name[0].lower()):
        return True
    return not _STAND_INS.isdisjoint(words) and (words[-1] in _STAND_INS or _PLAIN.issuperset(words))


def find_image(document: Document, boxes: Sequence[HtmlElement], above: Sequence[HtmlElement] = ()) -> str:
    """Return the absolute address of the main image, or "".

    It is what the head says, else what is named a main image in the elements between headline and text (`above`), else the
    first in the article's `boxes`. Logos, adverts and placeholders are no images of an article.
    """
    node = document.article
    stated = [document.meta.get("og:image", ""), document.meta.get("twitter:image", ""), jsonld.string(_image_of(node))]
    in_boxes = (image for box in boxes for image in _images(box))
    for claim in chain(
        stated, islice(_main_images(document, above), 1), islice(in_boxes, MAX_SIGNS + 1), islice(_main_images(document), 1)
    ):
        address = absolute(document.base_url, claim) if claim else None
        if (
            address
            and address.startswith("http")
            and "gravatar." not in address
            and not _is_furniture(address)
            and not _ADVERTS.search(urlsplit(address).path.lower())
        ):
            return address
    return ""


def _main_images(document: Document, inside: Sequence[HtmlElement] | None = None) -> Iterator[str]:
    """Yield the images of boxes that are named so; with `inside` of those boxes alone that stand there."""
    if inside is not None and not inside:
        return
    for shown in document.index.select(_MAIN_IMAGES):
        if inside is None or any(node in inside for node in (shown, *shown.iterancestors())):
            yield from _images(shown)


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
