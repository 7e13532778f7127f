"""scrapy newportal NAME URL: start a portal file from a home page or a listing, with its first cases."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.atomic import replaced
from kznews.capturing import check_writable, fetch, origin, portal_at, quiet, to_do
from kznews.extract.document import Document
from kznews.fetching import Errand
from kznews.outcomes import Refused
from kznews.portal import Listing, Portal, PortalError
from kznews.quality.capture import save
from kznews.quality.cases import SAVED
from kznews.quality.draft import Draft, draft, hosts_of, same_hosts
from kznews.quality.portal_file import portal_file
from kznews.running import Exit, NotStarted, refusals, say
from kznews.spiderloader import UNDECLARED, declared_portals
from kznews.stopping import Stopped

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from scrapy.settings import BaseSettings

    from kznews.fetching import Fetched

SPIDERS = Path("kznews/spiders")
"""Where portal files live, seen from the project's own folder."""


class Command(ScrapyCommand):
    """Fetches a home page or a listing and four of its articles, drafts the portal file and saves the pages as cases."""

    requires_project = True

    def syntax(self) -> str:
        return "<name> <url of the home page or of a listing>"

    def short_desc(self) -> str:
        return "Start a portal file and its first test cases"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        quiet(self)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 2:  # noqa: PLR2004 - name and address
            raise UsageError("scrapy newportal takes a name and the address of a home page or a listing", print_help=False)
        name, url = args
        process, settings = self.crawler_process, self.settings
        assert process is not None  # noqa: S101 - Scrapy sets both before run
        assert settings is not None  # noqa: S101
        with refusals(self):
            visit = Visit(name, _undeclared(name, url, settings), url, origin(settings))
            check_writable(SPIDERS / f"{name}.py")
            check_writable(SAVED / name)
            fetch(process, visit.errand)
            for page in visit.lost():
                say(f"{page.url}: HTTP {page.status}, not taken")
            file, folders = visit.write()
            print(file, *folders, sep="\n")
            for doubt in visit.draft.doubts if visit.draft else ():
                say(f"look at this: {doubt}")
            for line in to_do(folders, "", settings):
                say(line)
            say(f"next: read the file and the cases, `scrapy checkall {name}` (docs/add-a-portal.md)")


class Visit:
    """A home page or a listing and the articles that it leads to."""

    def __init__(self, name: str, portal: Portal, url: str, said: Mapping[str, str]) -> None:
        self.name = name
        self.portal = portal
        self.origin = said
        self.draft: Draft | None = None
        self.errand = Errand(portal, (url,), self._further)

    def _further(self, page: Fetched) -> tuple[str, ...]:
        if not _is_fine(page):
            return ()
        try:
            self.draft = draft(self.name, Document(page.body, page.final_url), page.fetched_at.year, asked=page.url)
        except Refused as refused:
            self.errand.failed.append(f"{page.url}: {refused.reason.meaning}")
            return ()
        return self.draft.examples

    def lost(self) -> list[Fetched]:
        """Return the pages that are none by their status: they are no cases, and no examples of an article's address."""
        return [page for page in self.errand.pages if not _is_fine(page)]

    def write(self) -> tuple[Path, list[Path]]:
        """Write cases and portal file, all or none, and return the file's place and the folders; raises NotStarted.

        The folder of its cases is made first: of two commands for one name, which may run at once, one gets it.
        """
        if self.draft is None:
            raise NotStarted(Exit.UNHEALTHY, "the page could not be read")
        place, fine = SPIDERS / f"{self.name}.py", [page for page in self.errand.pages if _is_fine(page)]
        gone = {page.url for page in self.lost()}
        self.draft.examples = tuple(url for url in self.draft.examples if url not in gone)
        try:
            SAVED.joinpath(self.name).mkdir(parents=True)
        except FileExistsError:
            raise NotStarted(Exit.USAGE, _is_there(self.name)) from None
        except OSError as error:
            raise NotStarted(Exit.NOT_STARTED, f"cannot write: {error}") from error
        try:
            portal = _declared(self.draft, self.portal)
            folders = [save(page, portal, SAVED, origin=self.origin, another=True) for page in fine]
            with replaced(place) as file:
                file.write(portal_file(self.draft).encode())
        except OSError as error:
            self._take_back(place)
            raise NotStarted(Exit.NOT_STARTED, f"cannot write: {error}") from error
        except (ValueError, PortalError) as error:
            self._take_back(place)
            raise NotStarted(Exit.UNHEALTHY, str(error)) from error
        except Stopped:
            self._take_back(place)
            raise
        return place, folders

    def _take_back(self, place: Path) -> None:
        """Remove what was written of a portal that was not there before: half of one would be in the way of the next try."""
        place.unlink(missing_ok=True)
        shutil.rmtree(SAVED / self.name, ignore_errors=True)


def _is_fine(page: Fetched) -> bool:
    return 200 <= page.status < 300  # noqa: PLR2004 - the class of answers with a page


def _declared(found: Draft, base: Portal) -> Portal:
    """Return the portal that the drafted file declares."""
    portal = replace(
        base,
        name=found.name,
        title=found.title,
        same_host=same_hosts(found.host),
        scheme=found.scheme,
        articles=found.patterns or base.articles,
        never=found.never,
        sources=(Listing(url=found.listing),),
    )
    portal.check()
    return portal


def _is_there(name: str) -> str:
    return f"{name} is there already: kznews/spiders/{name}.py or {SAVED / name}"


def _undeclared(name: str, url: str, settings: BaseSettings) -> Portal:
    """Return a portal for the hosts of an address that no file declares; raises NotStarted for a name or a host in use."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise NotStarted(Exit.USAGE, f"{name!r} cannot be a portal's name: small Latin letters, figures and _")
    if (SPIDERS / f"{name}.py").exists() or SAVED.joinpath(name).exists():
        raise NotStarted(Exit.USAGE, _is_there(name))
    known = portal_at(url, settings)
    if known.name in declared_portals(settings):
        raise NotStarted(Exit.USAGE, f"{known.hosts[0]} is declared in kznews/spiders/{known.name}.py")
    host = known.hosts[0].removeprefix("www.")
    return replace(declared_portals(settings)[UNDECLARED], name=name, hosts=hosts_of(host), ports=known.ports)
