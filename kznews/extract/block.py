"""A block: the text between two block-level boundaries of a page, with what its markup says about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.zones import Zone

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
ITEMS = frozenset(("li", "dt", "dd", "td", "th"))
"""Parts of lists and tables."""
IMAGES = ("img", "amp-img")
_ALL_BOLD = 0.9


class Block:
    """The text between two block-level boundaries; two blocks with one text are two blocks.

    Nearly all are one text node in one element: such a block holds no lists, or the collector of garbage would have four
    times as much to look at.
    """

    __slots__ = ("_atoms", "_links", "_owners", "bold", "element", "linked", "printable", "text", "zone")

    def __init__(  # noqa: PLR0917
        self,
        element: HtmlElement,
        zone: Zone,
        text: str,
        owners: HtmlElement | list[HtmlElement],
        atoms: list[str] | None = None,
        links: HtmlElement | list[HtmlElement] | None = None,
        linked: int = 0,
        bold: int = 0,
        printable: bool = False,  # noqa: FBT001, FBT002 - a call by name takes longer
    ) -> None:
        self.element = element
        """The innermost block-level element around it."""
        self.zone = zone
        self.text = text
        """As read: inline elements joined without a space, white space folded, a single <br> as a line end."""
        self.linked = linked
        """Letters of it that stand inside links."""
        self.bold = bold
        """Letters of it that stand inside strong or b."""
        self.printable = printable
        """Whether all signs of the text but line ends are known to be printable: they need not be looked at again."""
        self._atoms = atoms
        self._owners = owners
        self._links = links

    @property
    def atoms(self) -> list[str]:
        """Its text nodes, white space folded."""
        return [self.text] if self._atoms is None else self._atoms

    @property
    def owners(self) -> list[HtmlElement]:
        """The element that each text node stands in."""
        owners = self._owners
        return owners if isinstance(owners, list) else [owners]

    @property
    def links(self) -> list[HtmlElement]:
        """The links in it, each once."""
        links = self._links
        return [] if links is None else links if isinstance(links, list) else [links]

    @property
    def has_parts(self) -> bool:
        """Whether it may have more than one text node."""
        return self._atoms is not None

    @property
    def spaced(self) -> str:
        """The text nodes joined by spaces, as furniture is shown."""
        atoms = self._atoms
        return self.text if atoms is None else " ".join(atoms)

    @property
    def link_share(self) -> float:
        """The part of the text that is links, 0 to 1."""
        return self.linked / max(len(self.text), 1) if self.linked else 0.0

    @property
    def heading(self) -> bool:
        """Whether it stands in h1 to h6."""
        return self.element.tag in HEADINGS

    @property
    def all_bold(self) -> bool:
        """Whether the whole text is bold (or a heading)."""
        if self.element.tag in HEADINGS:
            return True
        return (self.bold > 0 or not self.text) and self.bold >= len("".join(self.text.split())) * _ALL_BOLD
