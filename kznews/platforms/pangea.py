"""Pangea: RFE/RL's content system (azattyq.org; portals.md section 8).

The id is the number before .html, equal in all its forms: /a/<id>.html, /a/<slug>/<id>.html, /amp/<slug>/<id>.html. Sites are
blocked at times and mirrored under random names of a content network with the same paths. Player and embed dialogs stand inside
the body and speak English; JSON-LD dates have a space in place of T and are in UTC.
"""

from kznews.portal import Layout

ARTICLES = (r"^/(?:a|amp)/(?:[^/]+/)?(?P<id>\d{6,})\.html$",)

PANGEA = Layout(
    name="pangea",
    marker="body.pg-article, #article-content .wsw",
    body="#article-content .wsw",
)

ZOOM = Layout(
    name="before-2013", marker=".articleContent .zoomMe", body=".articleContent .zoomMe", lead=".article_txt_intro, #introText"
)
