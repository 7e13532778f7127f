"""The parts of an address, each in one form: RFC 3986 section 6.2.2, and what sessions, campaigns and print buttons add."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from urllib.parse import quote, unquote

MAX_HOST, MAX_LABEL = 253, 63
"""RFC 1035; looked at before anything else is done to a host (quadratic IDNA encoders)."""
MAX_PORT = 65_535
MAX_SEGMENTS = 20
MAX_EQUAL = 2
"""Heritrix's limits: more segments, or more equal ones in a row, are a trap (reliability rule U4)."""
MAX_GROUP = 3
"""Groups of so many segments are looked for in a row ("/a/b/a/b/a/b")."""

_WHOLE = re.compile(r"(?is)(https?)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#.*)?")
_AUTHORITY = re.compile(r"([^\s:@\\\[\]%<>\"{}|^`]+?)\.?(?::([0-9]*))?")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_CODE = re.compile("%([0-9A-Fa-f]{2})")
_UNRESERVED: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PATH_SAFE = "/:@!$&'()*+,;=-._~%"
_QUERY_SAFE = "/:@!$'()*,;-._~%?+"
_ANYTHING_TO_CODE = re.compile(r"[^A-Za-z0-9/:@!$'()*,;._~-]")
"""What is not safe both in a path and in a query as it is written."""

# Parameters that never identify a page: campaigns, click ids, sessions, presentation.
_TRACKING = re.compile(
    r"^(?:utm_\w+|at_(?:medium|campaign|custom\d?)|fbclid|fb_\w+|gclid|gclsrc|gad_source|gbraid|wbraid|yclid|ysclid|ymclid|yrclid"
    r"|dclid|msclkid|twclid|ttclid|igshid|igsh|mc_[ce]id|mkt_tok|_hs\w+|_openstat|openstat|erid|cmpid|wt_mc|from|ref|referrer|rss"
    r"|share|_ga|_gl|_x_tr_\w+|amp|amp_\w+|noamp|print|printable|replytocom|nocache|rnd|token"
    r"|phpsessid|jsessionid|aspsessionid\w*|sid|sessid|sessionid|session_id|cfid|cftoken)$",
)
_STORY = re.compile("[0-9]{1,7}")
"""A session's id has no fewer than 16 signs."""
_SESSION = re.compile(r"(?i);(?:jsessionid|phpsessid|sessionid|sid|s)=[^/;]*|/\((?:[A-Z]\([\w-]+\))+\)(?=/|$)")
_SESSION_SEGMENT = re.compile(r"(?i)/(?:jsessionid|phpsessid|sessionid|sid)[=-][\w-]+(?=/|$)")

LANGUAGES: Final = frozenset(
    "kk kz kaz qaz qz latyn latin lat lt tote tt ar arb arab ru rus en eng tr zh-cn".split()  # noqa: SIM905 - one line
)
"""Path segments by which portals tell the languages and scripts of one article apart (portals.md sections 1, 2, 3, 9, 21)."""
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"[A-Za-z_]{1,20}")


class Malformed(ValueError):  # noqa: N818 - it names what the address is
    """Raised for what cannot be requested as it is written; the text says why in a few words."""


class Parts(NamedTuple):
    """An address in pieces: scheme in lower case, host as `ascii_host`, port or None, path and query as written."""

    scheme: str
    host: str
    port: int | None
    path: str
    query: str


def split(url: str) -> Parts:
    """Return the parts of an http(s) address; raises Malformed.

    The fragment is dropped, and so are the blanks around that HTML allows; no other blank or control character is
    (CVE-2023-24329: what a filter does not see in front, it does not filter).
    """
    url = url.strip(" \t\n\r\f")
    if url != url.strip() or _CONTROL.search(url):
        raise Malformed("a blank in front or behind, or a control character")
    if not (whole := _WHOLE.fullmatch(url)):
        raise Malformed("no http or https address")
    scheme, authority, path, query = whole.groups(default="")
    if not (named := _AUTHORITY.fullmatch(authority)):
        raise Malformed("user name, bracket, backslash, percent code or nothing in place of a host")
    host = _host(named[1].lower())
    port = int(named[2][:6]) if named[2] else None
    if port is not None and not 0 < port <= MAX_PORT:
        raise Malformed("no port")
    if "\\" in path:
        raise Malformed("a backslash in the path")
    if _LONE_PERCENT.search(path) or _LONE_PERCENT.search(query):
        raise Malformed("a percent sign without its code")
    return Parts(scheme.lower(), host, port, path, query)


def _host(name: str) -> str:
    if len(name) > MAX_HOST or any(not 0 < len(label) <= MAX_LABEL for label in name.split(".")):
        raise Malformed("a host name that is too long, or with an empty part")
    return ascii_host(name)


def ascii_host(name: str) -> str:
    """Return a host's name as it is asked for (RFC 3490): "xn--80aak3a.xn--80ao21a" for "дала.қаз".

    A name that stands for another as well (wide letters and dots) or for none is returned as it is: no portal declares it.
    """
    if name.isascii():
        return name
    try:
        coded = name.encode("idna")
        return coded.decode("ascii") if coded.decode("idna") == name else name
    except UnicodeError:
        return name


def normal_path(path: str) -> str:
    """Return a path in one form: codes in upper case and only where needed, no dot segments, no session.

    What is coded stays coded where that may mean something (%2F is no slash). Raises Malformed for half characters.
    """
    known = _without_dots(_recoded(path, _PATH_SAFE))
    while (bare := without_session(known)) != known:  # "/.;sid=1/" leaves dots
        known = _without_dots(bare)
    return known or "/"


def normal_query(query: str, keep: tuple[str, ...] = ()) -> str:
    """Return a query without tracking (but for the names in `keep`), sorted by name, its codes in one form.

    "+" and "%20" stay apart, as do repeated names in their order. Raises Malformed for half characters.
    """
    pairs = [part.partition("=") for part in _recoded(query, _QUERY_SAFE + "&=").split("&") if part]
    named = [(name, _recoded(value, _QUERY_SAFE).replace("=", "%3D")) for name, _, value in pairs]
    kept = [(name, value) for name, value in named if unquote(name) in keep or not is_tracking(unquote(name), value)]
    return "&".join(f"{name}={value}" for name, value in sorted(kept, key=lambda pair: pair[0]))


def is_tracking(name: str, value: str = "") -> bool:
    """Return whether a query parameter names a campaign, a click, a session or a presentation and never a page.

    Under the name of a session PHP-Nuke has a story's number, which is short.
    """
    lowered = name.lower()
    return bool(_TRACKING.match(lowered)) and not (lowered == "sid" and _STORY.fullmatch(value))


def without_session(path: str) -> str:
    """Return a path without the forms in which servers write a session into it."""
    return _SESSION_SEGMENT.sub("", _SESSION.sub("", path))


def is_trap(path: str) -> bool:
    """Return whether a path is of the kind that only traps have: too many segments, or equal ones in a row."""
    segments = path.strip("/").split("/")
    if not MAX_EQUAL < len(segments) <= MAX_SEGMENTS:
        return len(segments) > MAX_SEGMENTS
    if len(set(segments)) == len(segments):
        return False
    return any(_repeats(segments, size, at) for size in range(1, MAX_GROUP + 1) for at in range(len(segments)))


def _repeats(segments: list[str], size: int, at: int) -> bool:
    group = segments[at : at + size]
    repeated = segments[at : at + size * (MAX_EQUAL + 1)]
    return repeated == group * (MAX_EQUAL + 1)


def _recoded(text: str, safe: str) -> str:
    if not _ANYTHING_TO_CODE.search(text):  # most paths, and quote() takes ten times as long
        return text
    try:
        return quote(_CODE.sub(_plain, text), safe=safe)
    except UnicodeEncodeError:
        raise Malformed("half a character, which JSON may hold and no address can") from None


def _plain(code: re.Match[str]) -> str:
    character = chr(int(code[1], 16))
    return character if character in _UNRESERVED else code[0].upper()


def _without_dots(path: str) -> str:
    """Return a path without "." and "..", as RFC 3986 section 5.2.4 removes them."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    return "/" + "/".join(kept) + ("/" if segments[-1] in (".", "..") and kept and kept[-1] else "")


def shape_of(url: str) -> str:
    """Return an address with what differs between pages of one kind taken out: numbers are 0, titles and random parts *.

    >>> shape_of("https://derek.kz/kz/kuntizbe/2031/05/17-sarsenbi?bet=3")
    'derek.kz/kz/kuntizbe/0/0/*?bet'
    """
    _, _, rest = url.partition("://")
    place, _, query = rest.partition("?")
    host, *segments = place.split("/")
    shaped = [segment if _NAME.fullmatch(segment) else _NUMBER.sub("0", segment) for segment in segments]
    kept = [segment if segment in ("", "0") or _NAME.fullmatch(segment) else "*" for segment in shaped]
    names = sorted({pair.partition("=")[0] for pair in query.split("&")}) if query else []
    return "/".join((host, *kept)) + (f"?{'&'.join(names)}" if names else "")
