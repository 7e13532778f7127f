"""WordPress, whatever the theme: which of its paths lead to no article.

Themes differ in their markup, so what is shared are addresses: lists by category, tag, author and page, feeds, and the program's
own files (wp-content, wp-json, wp-login.php). A language may stand in front of them (stan.kz, astana-akshamy.kz).
"""

NEVER = (r"^/(?:[a-z]{2,3}/)?(?:category|tag|author|page|feed|comments|wp-[\w-]+)(?:/|\.|$)",)
