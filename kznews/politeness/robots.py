"""robots.txt as RFC 9309 has it: bytes in, rules out. Protego reads the lines; what it must not meet is kept from it here."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import Self

from protego import Protego

TOKEN = "kznews"  # noqa: S105 - the product token by which a robots.txt names us (RFC 9309 2.2.1)
MAX_BYTES = 500 * 1024
"""What is read at most (RFC 9309 2.5 asks for at least 500 KiB); the rest is ignored."""
MAX_LINE = 2100
"""Letters of one line: no address of ours is longer than 1024, so a rule with more letters (and a * between any two) matches
nothing; it is left out."""
ANSWERS = 4096
"""Answers that are remembered: 500 KiB may hold 50,000 rules with wildcards, which take some 20 ms per question."""
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_OTHER_ENDS = dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), " ")
"""What Python takes for the end of a line and RFC 9309 does not."""
_BARE_BYTE = re.compile("[\udc80-\udcff]")
_STARS = re.compile(r"\*{2,}")
_AGENT = re.compile(r"user[- ]?agent\s*[:\s]\s*(\*|[A-Za-z_-]*)", re.IGNORECASE)
_RULE = re.compile(r"(?:dis{1,2}al{1,2}ow|diasllow|disallaw|allow|crawl[- ]delay|request[- ]rate)\b", re.IGNORECASE)
"""What may be asked of us, in the spellings that Protego reads; every other line is none of our business."""


class Rules:
    """What one robots.txt says to us."""

    def __init__(self, text: str) -> None:
        self._parsed = Protego.parse(_ours(text))
        self._allowed = lru_cache(maxsize=ANSWERS)(self._ask)

    @classmethod
    def of(cls, body: bytes) -> Self:
        """Return the rules of a body as it was sent."""
        return cls(decode(body))

    def allowed(self, url: str) -> bool:
        """Return whether we may ask for an address: the longest rule that matches decides; of two equals, the one that allows."""
        return self._allowed(url)

    def _ask(self, url: str) -> bool:
        return bool(self._parsed.can_fetch(url, TOKEN))

    @property
    def delay(self) -> float:
        """The seconds between two requests that are asked of us (Crawl-delay, or Request-rate), 0.0 for none.

        What is negative, infinite or no number asks for nothing.
        """
        rate = self._parsed.request_rate(TOKEN)
        return max(self._parsed.crawl_delay(TOKEN) or 0.0, rate.seconds / rate.requests if rate else 0.0)


def decode(body: bytes) -> str:
    """Return what counts of a body, as text without NULs: UTF-8, or UTF-16 where a mark or the NULs in it say so; never raises.

    A byte that is not UTF-8 becomes its percent code, which is how an address writes it.
    """
    is_cut, body = len(body) > MAX_BYTES, body[:MAX_BYTES]
    encoding = next((name for mark, name in _BOMS if body.startswith(mark)), None) or _utf16(body) or "utf-8"
    if encoding == "utf-8":
        text = _BARE_BYTE.sub(lambda one: f"%{ord(one[0]) - 0xDC00:02X}", body.decode(encoding, "surrogateescape"))
    else:
        text = body[: len(body) // 2 * 2].decode(encoding, "replace")
    text = text.replace("\0", "").removeprefix("\ufeff")
    return _without_half_leave(text) if is_cut else text


def _without_half_leave(text: str) -> str:
    """Return a text that was cut short without its last line, if that allows something: "Allow: /" is half of "Allow: /public/".

    Half a line that forbids something forbids more, which is the safe side.
    """
    start = max(text.rfind("\n"), text.rfind("\r")) + 1
    return text[:start] if text[start:].lstrip().lower().startswith("allow") else text


def _utf16(body: bytes) -> str | None:
    """Return the order of UTF-16 without a mark: half of the bytes of a text in Latin letters are NULs, on one side."""
    sample = body[:1024]
    halves = sample[0::2].count(0), sample[1::2].count(0)
    if max(halves) * 2 < len(sample) // 2 or min(halves) * 8 > max(halves):
        return None
    return "utf-16-be" if halves[0] > halves[1] else "utf-16-le"


def _ours(text: str) -> str:
    """Return the rules of the groups that name us, or where none does of those for everybody, as one group for everybody.

    Groups of one name are one (RFC 9309 2.2.1). Names are followed by their rules, and a name that follows rules begins a
    new group; Crawl-delay is a rule here, since it is meant as one.
    """
    groups: dict[str, list[str]] = {}
    names: set[str] = set()
    in_rules = False
    for line in map(_trimmed, _LINE_ENDS.split(text)):
        if named := _AGENT.match(line):
            names = {named[1].lower()} | (set() if in_rules else names)
            in_rules = False
            groups.setdefault(named[1].lower(), [])
        elif _RULE.match(line):
            in_rules = True
            for name in names & {TOKEN, "*"}:
                groups[name].append(line)
    rules = groups.get(TOKEN, groups.get("*", []))
    return "\n".join(["User-agent: *", *(rule for rule in rules if len(rule) <= MAX_LINE)])


def _trimmed(line: str) -> str:
    """Return a line without its comment, and without what would only cost time."""
    return _STARS.sub("*", line.partition("#")[0].translate(_OTHER_ENDS).strip())
