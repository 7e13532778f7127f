"""The same pages with class names and ids that say nothing: what is read by words and structure, not by names."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.support.engines.core import Page, Template
    from tests.support.engines.models import Model

NAMED = re.compile(r"""(?<=\s)(class|id)=("[^"]*"|'[^']*'|[^\s>]+)""")
SEEN = frozenset(("hidden",))  # what a class name makes invisible stays so


def _nameless(found: re.Match[str]) -> str:
    names = found[2].strip("\"'").split()
    return '{}="{}"'.format(found[1], " ".join(name if name in SEEN else f"x{zlib.crc32(name.encode()):x}" for name in names))


def blind(template: Template) -> Template:
    """Return a template that prints the same page with hashed names."""

    def write(model: Model) -> Page:
        page = template.write(model)
        return replace(page, html=NAMED.sub(_nameless, page.html))

    return replace(template, write=write)
