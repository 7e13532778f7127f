"""Loads the portals; a portal file that cannot be loaded is one readable line, not a traceback, and stops no other portal."""

from __future__ import annotations

import difflib
import re
import sys
import traceback
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from scrapy.spiderloader import SpiderLoader, get_spider_loader
from scrapy.utils.spider import iter_spider_classes

from kznews import given, portal
from kznews.portal import PortalError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapy import Spider
    from scrapy.settings import BaseSettings

    from kznews.portal import Portal


UNDECLARED = "any"
"""The spider, and the folder of saved pages, of portals that no file declares; it runs only when it is asked for by name."""


def declared_portals(settings: BaseSettings) -> dict[str, Portal]:
    """Return what every spider declares, by its name, in alphabetical order; UNDECLARED is one of them.

    Ends the program with 2 if a portal file cannot be loaded.
    """
    loader = get_spider_loader(settings)
    return {name: vars(loader.load(name))["declared"] for name in sorted(loader.list())}


def portal_loader(settings: BaseSettings) -> PortalLoader:
    """Return the loader of the portals."""
    loader = get_spider_loader(settings)
    assert isinstance(loader, PortalLoader)  # noqa: S101 - the setting SPIDER_LOADER_CLASS says so
    return loader


def sound_portals(settings: BaseSettings) -> dict[str, Portal]:
    """Return the same without the files that cannot be loaded: for commands on the store, which need no portal's rules."""
    loader = portal_loader(settings)
    return {name: vars(loader.load(name))["declared"] for name in sorted(loader.sound()) if name != UNDECLARED}


def why_unknown(name: str, names: Iterable[str]) -> str:
    """Return the line about a name that is none of `names`: with the nearest of them, or where they are listed."""
    near = difflib.get_close_matches(name, list(names), n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "see `scrapy list`"
    return f"no portal is called {name!r}: {hint}"


class PortalLoader(SpiderLoader):
    """Scrapy's loader with errors for people; a file that cannot be loaded is in the way of its own portal only."""

    broken: dict[str, str]
    """Name of a portal file that cannot be loaded -> one line on why."""

    def __init__(self, settings: BaseSettings) -> None:
        given.refuse(settings)  # every command comes by here, with its -s
        self.broken = {}
        super().__init__(settings)

    def _load_all_spiders(self) -> None:
        for package in self.spider_modules:
            for module in _modules(package):
                if fault := self._fault_of(module):
                    self.broken[module.rpartition(".")[2]] = fault
        self._check_name_duplicates()

    def _fault_of(self, module: str) -> str:
        """Load a portal file and return "", or what is wrong with it; an error in our own code is raised."""
        try:
            loaded = import_module(module)
        except PortalError as error:
            return str(error)
        except Exception as error:
            if not (place := _in_portal_file(error)):
                raise
            return f"{place}: {_with_nearest(error)}"
        for cls in iter_spider_classes(loaded):
            if "declared" not in vars(cls):
                advice = "`scrapy newportal <name> <address>` starts one (docs/add-a-portal.md)"
                place = f"kznews/spiders/{module.rpartition('.')[2]}.py"
                return f"{place}: {cls.__name__} is a spider, and no portal's file; {advice}"
        self._load_spiders(loaded)
        return ""

    def sound(self) -> list[str]:
        """Return the names of the portals whose files can be loaded."""
        return super().list()

    def list(self) -> list[str]:
        """Return the names of all portals; where files cannot be loaded, ends the program with 2 and a line for each."""
        for line in self.broken.values():
            sys.stderr.write(f"kznews: {line}\n")
        if self.broken:
            raise SystemExit(2)
        return self.sound()

    def load(self, spider_name: str) -> type[Spider]:
        """Return the spider class of a portal; raises KeyError whose text says why there is none."""
        try:
            return super().load(spider_name)
        except KeyError:
            raise KeyError(self.why_none(spider_name)) from None

    def why_none(self, name: str, *, others: Iterable[str] = ()) -> str:
        """Return why there is no portal of a name: a fault of its file, or a file that declares another; else what is near.

        `others` are names that are known besides.
        """
        if name in self.broken:
            return self.broken[name]
        for declared, cls in self._spiders.items():
            if cls.__module__.rpartition(".")[2] == name:
                return f"kznews/spiders/{name}.py declares the portal {declared!r}; file and portal have one name"
        return why_unknown(name, [*self._spiders, *others])


def _modules(package: str) -> list[str]:
    """Return the names of a package and of what is in it; raises ImportError for one that is not there."""
    path = getattr(import_module(package), "__path__", None)
    return [package, *(found.name for found in walk_packages(path, f"{package}."))] if path else [package]


def _with_nearest(error: Exception) -> str:
    """Return what an error says; where a value was named that its class has not, with the nearest that it has."""
    found = re.search(r"(\w+)\.__init__\(\) got an unexpected keyword argument '(\w+)'", str(error))
    if not found or not is_dataclass(named := vars(portal).get(found[1])):
        return str(error)
    kind, name = found.groups()
    known = [entry.name for entry in fields(named)]
    near = difflib.get_close_matches(name, known, n=1)
    return f"{kind} has no value {name}; " + (f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}")


def _in_portal_file(error: Exception) -> str:
    """Return file and line if an import failed in a portal file itself (a misspelt field, a missing comma), else ""."""
    if isinstance(error, SyntaxError):
        file, line = error.filename or "", error.lineno
    else:
        last = traceback.extract_tb(error.__traceback__)[-1]
        file, line = last.filename, last.lineno
    return f"kznews/spiders/{Path(file).name}:{line}" if Path(file).parent.name == "spiders" else ""
