"""Kazinform: the engine of inform.kz and zhasalash.kz (portals.md sections 4 and 20).

Two address schemes: six hex digits since 2023 (`/news/<slug>-7a32d9/`, AMP `/amp/<slug>-3eddd7`), `_a<number>` before
(`/kz/<slug>_a2471636`, `/news/<slug>_a3691069`, `/amp/<slug>_a2864639`). Both are linked with and without the last slash.
"""

from kznews.portal import Layout

ARTICLES = (
    r"^/(?:news|amp|amp/news|(?:kz|qz|ar)/news)/[^/]+-(?P<id>[0-9a-f]{6})/?$",
    r"^/(?:news|amp|(?:amp/)?(?:kz|qz|ar))/[^/]+_a(?P<id>\d+)/?$",
)

NEVER = (r"^/(?:category|categories|lenta|tags?|search|rss)(?:/|$)", r"_[cgs]\d+/?$")

BEM = Layout(
    name="article-body-text",
    marker=".article__body-text",
    lead=".article__description",
    body=".article__body-text",
)
"""Class names of August 2025, seen on the Russian edition."""
