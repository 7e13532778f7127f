"""scrapy history URL: the versions of an article's text, each with what changed since the one before."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.portalnames import check_portals
from kznews.running import Exit, NotStarted, printing, refusals
from kznews.store import Store

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from kznews.items import Article
    from kznews.store import StoredVersion

FIELDS = ("title", "lead", "section", "authors", "tags", "published_at", "modified_at", "image_url", "source_name", "dateline")
"""Fields that are compared; what a page counts (views, comments) and shows beside the article is no change of it."""


class Command(ScrapyCommand):
    """Prints the versions of the text at an address, the oldest first."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people

    def syntax(self) -> str:
        return "<url> [--portal NAME]"

    def short_desc(self) -> str:
        return "Print the versions of an article with what changed"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--portal", help="only this portal's reading of the address")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 1:
            raise UsageError("scrapy history takes one address, as the store has it (column url)", print_help=False)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        with refusals(self):
            with Store.open(self.settings["STORE"], create=False) as store:
                asked = [] if opts.portal is None else [opts.portal]
                check_portals(asked, self.settings, store)
                portals = asked or store.portals_of(args[0])
                found = {portal: versions for portal in portals if (versions := store.history(portal, args[0]))}
            with printing():
                for portal, versions in found.items():
                    print("\n".join(told(portal, versions)))
            if not found:
                of = f" as {asked[0]} has it" if asked else ""
                raise NotStarted(Exit.USAGE, f"the store holds no text of {args[0]}{of}")


def told(portal: str, versions: list[StoredVersion]) -> Iterator[str]:
    """Yield the lines that tell the versions of one address as `portal` sees it."""
    before: Article | None = None
    for version in versions:
        yield f"{portal} version {version.number} of {len(versions)}, seen {version.seen_at.isoformat()}"
        yield from whole(version.article) if before is None else changes(before, version.article)
        before = version.article


def whole(article: Article) -> Iterator[str]:
    """Yield the lines of the first version: every field that is there, and the text."""
    for name in FIELDS:
        if value := getattr(article, name):
            yield f"  {name}: {_shown(value)}"
    yield from (f"  {paragraph}" for paragraph in article.body)


def changes(old: Article, new: Article) -> Iterator[str]:
    """Yield what differs: fields with both values, paragraphs of the text that went (-) and came (+)."""
    for name in FIELDS:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield f"- {name}: {_shown(before)}"
            yield f"+ {name}: {_shown(after)}"
    # Paragraphs are compared whole: likening each to each, as `difflib.ndiff` does, takes minutes for two long texts.
    for tag, start, end, begin, until in SequenceMatcher(None, old.body, new.body, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (f"- {paragraph}" for paragraph in old.body[start:end])
            yield from (f"+ {paragraph}" for paragraph in new.body[begin:until])


def _shown(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "none"
    return "none" if value in (None, "") else str(value)
