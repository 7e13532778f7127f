"""References to characters that are left in a text as it is shown: portals escape what their editor had escaped."""

from __future__ import annotations

import html
import re

_LEFT = re.compile(
    r"&(?:amp;)?(?:nbsp|laquo|raquo|ndash|mdash|quot|apos|hellip|[lrb]dquo|[lrs]?squo|[lr]saquo|shy|(?:thin|en|em)sp|middot|bull|deg"
    r"|#\d{2,5}|#[xX][0-9a-fA-F]{2,5}|amp);"
)
"""What editors put in for signs; a text about markup names tags."""


def resolved(text: str) -> str:
    """Return a text with the signs that references left in it stand for ("&laquo;Дерек&raquo;"). Never raises."""
    return _LEFT.sub(lambda found: html.unescape(html.unescape(found[0])), text) if "&" in text else text
