"""What every portal file and its saved pages must hold to, beyond what kznews.portal checks at import."""

from __future__ import annotations

import ast
import difflib
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kznews.extract.layouts import choose_layout
from kznews.extract.links import canonical
from kznews.extract.sources.read import is_html, read_listing, read_source, source_at
from kznews.outcomes import Reason, Refused
from kznews.portal import PortalError, Rates
from kznews.quality.cases import UNREADABLE, Case, agrees, all_cases, document_of, exported, load_object, page_of, read
from kznews.quality.portal_file import UNSAID
from kznews.spiderloader import UNDECLARED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from kznews.extract.document import Document
    from kznews.portal import Layout, Portal

MOST_LINES = 80
"""A portal file that needs more is a program."""
LEAST_CASES = 4
_META = ("url", "status", "fetched_at", "why", "known", "assumed")
_READ_BY = {"url", "fetched_at"}
"""Without these of `_META` a page cannot be read."""


@dataclass(frozen=True)
class PortalFile:
    """A portal with the places of its file and its saved pages."""

    portal: Portal
    file: Path
    saved: Path
    """The folder of all portals' saved pages."""

    @property
    def cases(self) -> tuple[Case, ...]:
        """Its article cases."""
        return all_cases(self.saved, self.portal.name)


def check(one: PortalFile) -> Iterator[str]:
    """Yield one line per fault of a portal file or its saved pages; reads files, raises OSError."""
    for verify in (_check_file, _check_declaration, _check_cases, _check_layouts, _check_sources):
        for fault in verify(one):
            yield f"{one.portal.name}: {fault}"


def _check_file(one: PortalFile) -> Iterator[str]:
    source = one.file.read_text(encoding="utf-8")
    tree = ast.parse(source)
    if one.file.stem != one.portal.name:
        yield f"its file is {one.file.name}; file, spider and fixture folder have one name"
    if not (header := ast.get_docstring(tree)):
        yield "no header: what the portal is, where the facts come from, what is thin"
    elif UNSAID in header:
        yield "its header is that of a draft: say what the portal is, where the facts come from, what is thin"
    if (lines := len(source.splitlines())) > MOST_LINES:
        yield f"{lines} lines; a portal file has {MOST_LINES} at most"
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    if not all(ast.get_docstring(node) for node in classes):
        yield "its class has no docstring"


def _check_declaration(one: PortalFile) -> Iterator[str]:
    try:
        one.portal.check()
    except PortalError as error:
        yield str(error)
    for name in ("sources", "example_urls", "evidence"):
        if not getattr(one.portal, name):
            yield f"no {name}"


def _check_cases(one: PortalFile) -> Iterator[str]:
    if len(one.cases) < LEAST_CASES and not all(isinstance(source, Rates) for source in one.portal.sources):
        yield f"{len(one.cases)} saved pages; at least {LEAST_CASES}, one of each layout, are wanted"
    for folder in sorted(one.saved.glob(f"{one.portal.name}/*/")):
        if folder.name != "_sources" and not folder.joinpath("meta.json").exists():
            yield f"{folder.name} has no meta.json"
    for case in one.cases:
        yield from _faults_of(case, {one.portal.name: one.portal})


def check_undeclared(saved: Path, declared: Mapping[str, Portal]) -> Iterator[str]:
    """Yield one line per fault of the cases that no PortalFile holds: of undeclared portals, of folders without a portal file."""
    cases = defaultdict(list)
    for case in all_cases(saved):
        cases[case.folder.parent.name].append(case)
    for name, own in cases.items():
        if name not in declared:
            yield f"{name}: saved pages of a portal that no file declares: kznews/spiders/{name}.py is missing"
        elif name == UNDECLARED:
            yield from (f"{name}: {fault}" for case in own for fault in _faults_of(case, declared))


def _faults_of(case: Case, declared: Mapping[str, Portal]) -> Iterator[str]:
    try:
        yield from (f"{case.folder.name}: {fault}" for fault in check_case(case, case.portal(declared)))
    except UNREADABLE as error:
        yield f"{case.folder.name}: cannot be read: {_said(error)}"


def check_case(case: Case, portal: Portal) -> Iterator[str]:
    """Yield what is wrong with one case; raises OSError, ValueError, KeyError or TypeError if it cannot be read."""
    meta, expected = case.meta, case.expected
    yield from _check_meta(meta, verdict="refused.json" if case.refusal else "expected.json")
    if bool(expected) == bool(case.refusal):
        yield "either expected.json or refused.json says what is on the page"
        return
    if not meta.keys() >= _READ_BY:
        return
    article, reason = read(case, portal)
    if case.refusal or article is None:
        if reason != case.refusal:
            yield f"refused as {reason}, expected {case.refusal or 'an article'}{_no_reason(case.refusal)}"
        return
    actual = exported(article)
    for name, value in expected.items():
        if name not in actual:
            near = difflib.get_close_matches(name, actual, n=1)
            yield f"expected.json: there is no field {name!r}" + (f"; did you mean {near[0]!r}?" if near else "")
        elif not agrees(value, actual[name]):
            yield f"{name}: expected {_short(value)}, read {_short(actual[name])}"


def _no_reason(said: str | None) -> str:
    """Return what to add to the line about a reason that there is not; "" for one that there is."""
    names = [reason.value for reason in Reason]
    if said is None or said in names:
        return ""
    near = difflib.get_close_matches(said, names, n=1)
    return ", which is no reason" + (f"; did you mean {near[0]}?" if near else " (docs/outcomes.md)")


def _check_meta(meta: Mapping[str, Any], *, verdict: str) -> Iterator[str]:
    if missing := [name for name in _META if name not in meta]:
        yield f"meta.json does not say {', '.join(missing)}"
    empty = [name for name in _META if isinstance(meta.get(name), str) and not meta[name].strip()]
    if meta.get("reviewed") is False:
        said = f", say in meta.json {', '.join(empty)}" if empty else ""
        yield f"nobody has looked at it yet: correct {verdict}{said}, then take `reviewed` out of meta.json"
    elif empty:
        yield f"meta.json says nothing in {', '.join(empty)}"


def _check_layouts(one: PortalFile) -> Iterator[str]:
    used = {choose_layout(document, one.portal) for document in _documents(one)}
    for layout in one.portal.layouts:
        if layout not in used:
            yield f"layout {layout.name}: no saved page has it"


def dead_selectors(files: Iterable[PortalFile]) -> Iterator[str]:
    """Yield one line for each selector that finds nothing on any page of its layout, whichever of the portals it is from.

    A layout that several portals share need not show everything on the pages of each.
    """
    pages: dict[Layout, list[tuple[str, Document]]] = defaultdict(list)
    for one in files:
        for document in _documents(one):
            pages[choose_layout(document, one.portal)].append((one.portal.name, document))
    for layout, found in pages.items():
        names = ", ".join(dict.fromkeys(name for name, _ in found))
        for name, selector in layout.selectors.items():
            if not any(document.index.select(selector) for _, document in found):
                yield f"{names}: layout {layout.name}: {name} finds nothing on any of its saved pages: {selector}"


def _documents(one: PortalFile) -> Iterator[Document]:
    """Yield the saved pages that can be read; `check` names the others."""
    for case in one.cases:
        with suppress(*UNREADABLE, Refused):
            document = document_of(case.folder, one.portal, case.meta)
            if document.tree is not None:
                yield document


def _check_sources(one: PortalFile) -> Iterator[str]:
    folders = sorted(path for path in one.saved.glob(f"{one.portal.name}/_sources/*") if path.is_dir())
    if not folders:
        yield "no saved source page (_sources/<page>/links.json)"
    for folder in folders:
        try:
            yield from (f"_sources/{folder.name}{fault}" for fault in _check_source(folder, one.portal))
        except UNREADABLE as error:
            yield f"_sources/{folder.name}: cannot be read: {_said(error)}"


def _check_source(folder: Path, portal: Portal) -> Iterator[str]:
    if not folder.joinpath("links.json").exists():
        yield " has no links.json"
        return
    meta, links = load_object(folder / "meta.json"), load_object(folder / "links.json")
    yield from (f": {fault}" for fault in _check_meta(meta, verdict="links.json"))
    if missing := [name for name in ("articles", "never") if name not in links]:
        yield f": links.json does not say {', '.join(missing)}"
        return
    if strange := [one for name in ("articles", "never") for one in _strange(links[name])]:
        yield f": links.json names what is no address: {_short(strange[0])}"
        return
    if not meta.keys() >= _READ_BY:
        return
    if not links["never"]:
        yield ": links.json names no address that must never be found"
    found = set(found_on(folder, portal, meta))
    wanted = {canonical(address, portal) for address in links["articles"]}
    never = {canonical(address, portal) or address for address in links["never"]}
    if found != wanted or found & never:
        yield f": other addresses than links.json says: {_short(sorted(map(str, found ^ wanted)))}"


def _strange(named: object) -> list[object]:
    """Return what of the addresses of a links.json is none."""
    if not isinstance(named, list):
        return [named]
    return [one for one in named if not (isinstance(one, str) and one.startswith(("https://", "http://")))]


def found_on(folder: Path, portal: Portal, meta: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the addresses of articles that a saved source page gives; none where it cannot be read."""
    source = source_at(meta["url"], portal)
    try:
        if source is None or is_html(source):
            harvest = read_listing(document_of(folder, portal, meta), portal, source)
        else:
            harvest = read_source(page_of(folder).read_bytes(), source, portal)
    except Refused:
        return ()
    return tuple(item.url for item in harvest.found)


def _said(error: Exception) -> str:
    return f"it does not say {error}" if isinstance(error, KeyError) else str(error)


def _short(value: object) -> str:
    said = repr(value)
    return said if len(said) <= 160 else f"{said[:157]}..."  # noqa: PLR2004 - a line for people
