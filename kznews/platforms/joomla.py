"""Joomla with its content component K2 (24.kz and khabar.kz until their redesigns).

K2 writes the same class names on every site: .itemView around an article, .itemTitle, .itemDateCreated, .itemIntroText and
.itemFullText inside .itemBody; lists are #itemListLeading .itemContainer. Its articles lie under "/item/<id>-<slug>". The
number in its lists' "?start=" counts articles, not pages.
"""

from datetime import date

from kznews.portal import Layout

K2 = Layout(
    name="k2",
    marker=".itemView",
    title=".itemTitle",
    published=".itemDateCreated",
    section=".itemCategory a",
    tags=".itemTags a, .itemTagsBlock a",
    lead=".itemIntroText",
    body=".itemBody",
    views=".itemHits",
    drop=".itemToolbar, .itemRatingBlock, .itemImageBlock, .itemContentFooter, .itemSocialSharing, .itemLinks, .itemRelated",
    until=date(2022, 12, 31),
)

BY_TWENTY = "?start={n}0"
"""Further pages of a list that shows 20 articles: 20, 30, 40 ... misses none and repeats ten on each page."""


NEVER = (r"/(?:itemlist|component|search)(?:/|$)",)
"""K2's lists by tag, author and category; their last part has the form of an article's."""


def articles(language: str) -> tuple[str, ...]:
    """Return the patterns of article addresses under a language's path."""
    return (rf"^/{language}/(?:[\w-]+/)+(?:item/)?(?P<id>\d+)-[^/?]+$",)
