"""Loads the portals; a portal file that contradicts itself is one readable line, not a traceback."""

from __future__ import annotations

import difflib
import re
import sys
import traceback
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.spiderloader import SpiderLoader, get_spider_loader

from kznews import given, portal
from kznews.portal import PortalError

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.settings import BaseSettings

    from kznews.portal import Portal


UNDECLARED = "any"
"""The spider, and the folder of saved pages, of portals that no file declares; it runs only when it is asked for by name."""


def declared_portals(settings: BaseSettings) -> dict[str, Portal]:
    """Return what every spider declares, by its name, in alphabetical order; UNDECLARED is one of them."""
    loader = get_spider_loader(settings)
    return {name: vars(loader.load(name))["declared"] for name in sorted(loader.list())}


class PortalLoader(SpiderLoader):
    """Scrapy's loader with errors for people."""

    def __init__(self, settings: BaseSettings) -> None:
        given.refuse(settings)  # every command comes by here, with its -s
        try:
            super().__init__(settings)
        except PortalError as error:
            sys.stderr.write(f"kznews: {error}\n")
            raise SystemExit(2) from error
        except Exception as error:
            if not (place := _in_portal_file(error)):
                raise
            sys.stderr.write(f"kznews: {place}: {_with_nearest(error)}\n")
            raise SystemExit(2) from error
        if strange := [cls for cls in self._spiders.values() if "declared" not in vars(cls)]:
            place = f"kznews/spiders/{strange[0].__module__.rpartition('.')[2]}.py"
            advice = "`scrapy newportal <name> <address>` starts one (docs/add-a-portal.md)"
            sys.stderr.write(f"kznews: {place}: {strange[0].__name__} is a spider, and no portal's file; {advice}\n")
            raise SystemExit(2)

    def load(self, spider_name: str) -> type[Spider]:
        """Return the spider class of a portal; raises KeyError whose text names the nearest portals."""
        try:
            return super().load(spider_name)
        except KeyError:
            near = difflib.get_close_matches(spider_name, self.list(), n=3)
            hint = f"did you mean {' or '.join(near)}?" if near else "see `scrapy list`"
            raise KeyError(f"no portal is called {spider_name!r}: {hint}") from None


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
