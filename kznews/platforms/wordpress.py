"""WordPress, whatever the theme: which of its paths lead to no article, and the forms that an article's address may have.

Themes differ in their markup, so what is shared are addresses: lists by category, tag, author and page, feeds, and the program's
own files (wp-content, wp-json, wp-login.php). A language may stand in front of them (stan.kz, astana-akshamy.kz).
"""

NEVER = (r"^/(?:[a-z]{2,3}/)?(?:category|tag|author|page|feed|comments|wp-[\w-]+)(?:/|\.|$)",)

ARTICLES = (
    r"^/\?p=(?P<id>\d+)$",
    r"^/archives/(?P<id>\d+)/?$",
    r"^/\d{4}/\d\d/(?:\d\d/)?(?P<id>(?!(?:feed|embed|amp|page|\d+)/?$)[^/?.]+)/?$",
    r"^/(?P<id>[^/?.]*-[^/?.]+)/?$",
)
"""Every form that WordPress offers ("Customize permalinks" in its documentation: plain, numeric, day or month and name, name).

For a WordPress of which no article's address is known. The id is the article's number or its slug: a slug is one article's
whatever stands in front of it, so that a site may change its form. No article has a full stop in its slug (files do); lists by
year, month and day are none; a bare slug has two words or more, for one word is a page or a section ("/bailanys/").

`/?p=<number>` is every article's short link too. A site of another form redirects it, and a redirect makes both one article.
"""
