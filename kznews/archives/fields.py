"""Named fields, as WARC and HTTP write them: a first line, `Name: value` lines, an empty line."""

from __future__ import annotations

import re

MAX_HEAD = 64 * 2**10
"""Bytes of a head: what the network part takes of an answer's headers (kznews/network/wire.py)."""
MAX_LINES = 400
"""Lines of a head: twice what the network part takes, since archives have other makers."""
END = re.compile(rb"\r?\n\r?\n")
"""What ends a head; makers of archives do not agree on the ends of lines."""
_LINE_END = re.compile(r"\r?\n")
"""`str.splitlines` would also divide at signs that may stand in a value: 0x85 of ISO 8859-1 is three dots of windows-1251."""


def read_fields(head: bytes) -> tuple[str, list[tuple[str, str]]]:
    r"""Return the first line of a head and its fields, in their order; raises ValueError for more than MAX_LINES.

    Values are read as UTF-8 where they are (WARC), else as ISO 8859-1 (HTTP). Lines that are no fields are left out.

    >>> read_fields(b"HTTP/1.1 200 OK\r\nServer: a\r\n b\r\nnothing\r\n")
    ('HTTP/1.1 200 OK', [('Server', 'a b')])
    """
    lines = _LINE_END.split(_text(head.rstrip(b"\r\n"))) if head else []
    if len(lines) > MAX_LINES:
        raise ValueError(f"a head of {len(lines)} lines")
    fields: list[tuple[str, str]] = []
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if line[:1] in (" ", "\t") and fields:
            fields[-1] = (fields[-1][0], f"{fields[-1][1]} {line.strip()}".strip())
        elif colon and name.strip():
            fields.append((name.strip(), value.strip()))
    return (lines[0].strip() if lines else ""), fields


def _text(head: bytes) -> str:
    try:
        return head.decode("utf-8")
    except UnicodeDecodeError:
        return head.decode("latin-1")
