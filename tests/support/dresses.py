# ruff: noqa: E501
"""Addresses of one article in thirty dresses (reliability.md U2)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

DRESSES = (
    "{url}", "http{rest}", "https{rest}", "HTTPS{rest}", "{url}#top", "{url}#", "{url}{q}", "{url}{q}utm_source=x", "{url}{q}utm_medium=x&utm_campaign=y", "{url}{q}fbclid=IwAR0",
    "{url}{q}gclid=1&yclid=2", "{url}{q}ysclid=abc", "{url}{q}_openstat=x", "{url}{q}PHPSESSID=0123456789abcdef", "{url}{q}sid=0123456789abcdef", "{url}{q}from=main", "{url}{q}ref=telegram", "{url}{q}share=1",
    "{url}{q}amp=1", "{url}{q}amp", "{url}{q}print=1", "{url}{q}nocache=17", "{upper}", "{dot}", "{port}", "  {url}\n", "{coded}", "{lower}", "{session}", "{dotted}",
)  # fmt: skip
assert len(DRESSES) == 30


def dressed(dress: str, url: str) -> str:
    """Return a canonical address in other clothes."""
    scheme, host, path, query, _ = urlsplit(url)
    rest = f"?{query}" if query else ""
    letter = next((character for character in reversed(path) if character.isascii() and character.isalnum()), "")
    at = path.rfind(letter) if letter and "%" not in path else len(path)
    return dress.format(
        url=url,
        rest=f"://{host}{path}{rest}",
        q="&" if query else "?",
        upper=f"{scheme}://{host.upper()}{path}{rest}",
        dot=f"{scheme}://{host}.{path}{rest}",
        port=f"{scheme}://{host}:{443 if scheme == 'https' else 80}{path}{rest}",
        coded=f"{scheme}://{host}{path[:at]}%{ord(letter or 'x'):02x}{path[at + 1 :]}{rest}" if at < len(path) else url,
        lower=re.sub("%[0-9A-F]{2}", lambda code: code[0].lower(), url),
        session=f"{scheme}://{host}{path};jsessionid=0A1B2C{rest}",
        dotted=f"{scheme}://{host}/./x/..{path}{rest}",
    )
