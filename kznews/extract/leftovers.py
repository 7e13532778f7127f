"""What programs leave in a text in place of what they should have shown, or beside it: a player offers its files."""

from __future__ import annotations

import re

_SHORTCODE = re.compile(
    r"^(?:\[/?[a-z][\w-]*(?:\s[^\]]*)?\]|\{/?[a-z][\w-]*(?:\s[^{}]*)?\}|\{([a-z][\w-]*)(?:\s[^{}]*)?\}[^{}]*\{/\1\}"
    r"|\[(caption|embed|video|audio)(?:\s[^\]]*)?\][^\[\]]*\[/\2\])$"
)
"""WordPress's "[gallery]", and what Joomla's plug-ins are to replace: "{loadposition ads}", "{youtube}x1y2{/youtube}"."""
_LEFT_BY_PROGRAM = re.compile(
    r"%[sd]|\{\{[^{}]*\}\}|Array|(?:[^.:!?]{2,40}: ?)?(?:NaN|undefined)"
    r"|(?:Warning|Notice|Deprecated|Fatal error|Parse error|Strict Standards) ?: .{1,300} in \S+ on line \d+\.?"
)
"""What a template leaves where a value is missing, and the messages of PHP (arka-azhary.kz printed some)."""
_FILE = re.compile(r"^/?[\w/.-]+\.(?:jpe?g|png|webp|gif|svg|mp4|pdf)$")
_QUALITY = re.compile(r"\d{3,4}p[ |,;:·(–-]{1,4}\d{1,4}(?:[.,]\d{1,2})? ?[KMGКМГ][BБ]\)?", re.IGNORECASE)
"""How sharp a player's file is and how large ("240p | 5,8MB")."""


def is_leftover(line: str) -> bool:
    """Return whether a line is nothing but a template's code, a program's message, a file's name or what a player offers.

    Never raises.
    """
    return bool(_FILE.match(line) or _SHORTCODE.match(line) or _LEFT_BY_PROGRAM.fullmatch(line) or _QUALITY.fullmatch(line))
