"""JSON answers that name articles: every address under a key, at any depth, with the dates and titles beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from kznews.extract.document import absolute
from kznews.extract.sources.feeds import moment_of, without_escapes
from kznews.extract.sources.found import Found, Harvest, each_once
from kznews.kazakh import charset
from kznews.kazakh.text import one_line
from kznews.outcomes import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kznews.sourcekinds import JsonApi

MAX_DEPTH = 32
"""A JSON answer nested deeper than this is no list of articles."""
MAX_ENTRIES = 5_000
_BLANK = b" \t\r\n\x00"
_SECONDS, _MILLISECONDS = range(10**9, 10**10), range(10**12, 10**13)
"""Numbers that are moments: 2001 to 2286."""


def read_api(body: bytes, source: JsonApi, zone: str) -> Harvest:
    """Return the articles that an answer names, in order; dates that name no zone are in `zone`. Raises Refused(BAD_SOURCE)."""
    answer = _answer(body)
    found: list[Found] = []
    for entry in _entries(answer, source.key, 0):
        if len(found) == MAX_ENTRIES:
            return Harvest(each_once(found), notes=(f"only the first {MAX_ENTRIES} entries were read",))
        if address := _address(entry, source):
            found.append(
                Found(
                    url=address,
                    modified=_moment(entry, source.modified, zone),
                    published=_moment(entry, source.published, zone),
                    title=one_line(str(entry.get(source.title) or "") if source.title else "")[:500],
                    basis="api",
                )
            )
    return Harvest(each_once(found))


def _answer(body: bytes) -> Any:
    if not body.strip(_BLANK):
        raise Refused(Reason.BAD_SOURCE, f"{'a blank' if body else 'an empty'} answer in place of JSON")
    if body.lstrip(b"\xef\xbb\xbf" + _BLANK).startswith(b"<"):
        raise Refused(Reason.BAD_SOURCE, "a page in place of JSON")
    try:
        return json.loads(body, parse_constant=_no_number)
    except UnicodeDecodeError:
        pass
    except (ValueError, RecursionError) as error:
        raise Refused(Reason.BAD_SOURCE, f"not JSON: {_line(error)}") from error
    try:
        return json.loads(charset.decode(body).text, parse_constant=_no_number)
    except (charset.Undecodable, ValueError, RecursionError) as error:
        raise Refused(Reason.BAD_SOURCE, f"not JSON: {_line(error)}") from error


def _no_number(name: str) -> None:
    """Read NaN and Infinity, which are no JSON and which some engines print, as null."""


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def _entries(node: Any, key: str, depth: int) -> Iterator[Mapping[str, Any]]:
    """Yield every object that holds `key`, outer ones first."""
    if depth > MAX_DEPTH:
        raise Refused(Reason.BAD_SOURCE, "nested too deeply")
    if isinstance(node, Mapping):
        if isinstance(node.get(key), str | int) and not isinstance(node[key], bool):
            yield node
        for value in node.values():
            yield from _entries(value, key, depth + 1)
    elif isinstance(node, list):
        for value in node:
            yield from _entries(value, key, depth + 1)


def _address(entry: Mapping[str, Any], source: JsonApi) -> str | None:
    if source.address:
        parts = {name: entry.get(name) for name in re.findall(r"\{(\w+)\}", source.address)}
        if any(not isinstance(part, str | int) or part == "" for part in parts.values()):
            return None
        address = re.sub(r"\{(\w+)\}", lambda match: str(parts[match[1]]), source.address)
    else:
        said = entry[source.key]
        if not isinstance(said, str) or not said.strip():
            return None
        address = without_escapes(said.strip())
    old, new = source.replace
    return absolute(source.url, address.replace(old, new, 1) if old else address)


def _moment(entry: Mapping[str, Any], name: str, zone: str) -> datetime | None:
    said = entry.get(name) if name else None
    if isinstance(said, str):
        return moment_of(said, zone) if not said.isdecimal() else _stamp(int(said[:20]))
    return _stamp(int(said)) if isinstance(said, int | float) and abs(said) < _MILLISECONDS.stop else None


def _stamp(number: int) -> datetime | None:
    """Return the moment of a count of seconds or milliseconds since 1970, or None for any other number."""
    if number in _SECONDS:
        return datetime.fromtimestamp(number, UTC)
    return datetime.fromtimestamp(number // 1000, UTC) if number in _MILLISECONDS else None
