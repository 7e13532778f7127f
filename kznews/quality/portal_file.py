"""The text of a portal file that a draft makes. Words of a page stay words in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kznews.quality.draft import hosts_of, same_hosts

if TYPE_CHECKING:
    from kznews.quality.draft import Draft

UNSAID = "Say here what the portal is, where the facts come from, how old they are and what is thin."
"""What stands in the header of a drafted file until its author has written one."""


def portal_file(found: Draft) -> str:
    """Return the text of the portal file that a draft makes."""
    sources = "".join(f"        Feed(url={_text(feed)}),\n" for feed in found.feeds)
    names = "Feed, Listing" if found.feeds else "Listing"
    examples = "".join(f"        {_text(url)},\n" for url in found.examples)
    patterns = "".join(f'        r"{one}",\n' for one in found.patterns)
    never = "".join(f'    never = (r"{one}",)\n' for one in found.never)
    engine = f" Its markup looks like {found.engine}'s." if found.engine else ""
    scheme = "" if found.scheme == "https" else f'    scheme = "{found.scheme}"\n'
    hosts = f"    hosts = {_written(hosts_of(found.host))}\n"
    hosts += "".join(f"    same_host = ({_written(pair)},)\n" for pair in same_hosts(found.host))
    ports = f"    ports = {found.ports}\n" if found.ports else ""
    return f'''"""{found.host}: drafted from one of its pages.{engine}

{UNSAID}
"""

from kznews.portal import {names}
from kznews.spiders.base import PortalSpider


class {found.class_name}(PortalSpider):
    """Articles of {found.host}."""

    name = "{found.name}"
    title = "{_quoted(found.title)}"
    evidence = ("capture {found.year}",)
{hosts}{scheme}{ports}    sources = (
{sources}        Listing(url={_text(found.listing)}),
    )
    articles = (
{patterns}    )
{never}    example_urls = (
{examples}    )
'''


def _written(words: tuple[str, ...]) -> str:
    """Return a tuple of words as it is written in a portal file.

    >>> _written(("10.0.0.7",))
    '("10.0.0.7",)'
    """
    return f"({', '.join(map(_text, words))}{',' if len(words) == 1 else ''})"


def _text(said: str) -> str:
    """Return a text as it is written in a portal file, its quotes and backslashes escaped."""
    return json.dumps(said, ensure_ascii=False)


def _quoted(said: str) -> str:
    return said.replace("\\", "").replace('"', "”")
