"""Qar: an ASP.NET Core engine of 2024 and later (qamshy.kz, atsyznews.kz, Bairaq, dalanews.kz, aqshamnews.kz, arqau.kz).

Two themes are known from their sources (portals.md section 2): AlemNews (`.post-content`) and Bairaq (`.article-view`). In the
first, time[datetime] is a leftover of the bought template; in the second, the section label is hard-coded.
"""

from kznews.portal import Feed, JsonApi, Layout, Listing, Sitemap

QAR = Layout(
    name="qar",
    marker=".post-atribute, .share-position, .article-view .date-time",
    title="h1.entry-title, .article-title",
    published=".post-atribute time, .date-time .date",
    author=".post-atribute span.d-none",
    tags=".tags-area a, .tag-list a",
    drop=".tags-area, .tag-list, .share-position, .related-post, .end-sidebar-lg, .img-copyright",
)


def qar_sources(site: str) -> tuple[Listing | JsonApi | Feed | Sitemap, ...]:
    """Return the sources that every site on this engine has: list, JSON answers (addresses in `latynUrl`), feed, sitemap.

    The sitemap is an index of /sitemap/xml/article-sitemap<N>.xml, rebuilt every week.
    """
    return (
        Listing(url=f"{site}/kz/article/list", pages="?page={n}"),
        JsonApi(
            url=f"{site}/api/query/articlelist",
            key="latynUrl",
            headers=(("language", "kz"),),
            replace=("/latyn/", "/kz/"),
            pages="?page={n}",
            published="addTime",
            title="title",
        ),
        Feed(url=f"{site}/kz/xml/rss.xml"),
        Sitemap(url=f"{site}/sitemap.xml"),
    )
