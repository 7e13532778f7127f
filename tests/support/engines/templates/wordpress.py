# ruff: noqa: E501
"""WordPress: themes from Kubrick's days to block themes, page builders and the AMP plug-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.engines.core import Page, cash, template
from tests.support.engines.parts import (
    authors,
    body,
    e,
    lang,
    latest,
    ld,
    legal,
    linked,
    menu,
    next_article,
    picture,
    rates,
    replies,
    tags,
    teasers,
)  # fmt: skip

if TYPE_CHECKING:
    from tests.support.engines.models import Model


def curled(text: str) -> str:
    """WordPress' texturize."""
    return text.replace("–", "&#8211;").replace("...", "&#8230;").replace("“", "&#8220;")


@template("wp-twentyseventeen", "section authors published tags image comments")
def twentyseventeen(m: Model) -> Page:
    u = "https://wp-twentyseventeen.example"
    lead = f"<p>{e(m.lead)}</p>\n" if m.lead else ""
    image = picture(m, f'<div class="single-featured-image-header"><img width="2000" height="1200" src="{u}/wp-content/uploads/{m.date("{Y}/{mm}")}/{{src}}" class="attachment-twentyseventeen-featured-image size-twentyseventeen-featured-image wp-post-image" alt="" /></div>')
    byline = f'<span class="byline"> {m.t("Автор")} <span class="author vcard"><a class="url fn n" href="{u}/author/a/">{e(m.authors[0])}</a></span></span>' if m.authors else ""
    page = f"""<!DOCTYPE html>
<html lang="ru-RU" class="no-js no-svg">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="profile" href="http://gmpg.org/xfn/11">
<script>(function(html){{html.className = html.className.replace(/\\bno-js\\b/,'js')}})(document.documentElement);</script>
<title>{curled(e(m.title))} &#8211; {m.t("Өңір тынысы")}</title>
<link rel='dns-prefetch' href='//s.w.org' />
<link rel="alternate" type="application/rss+xml" title="feed" href="{u}/feed/" />
<meta name="generator" content="WordPress 4.9.8" />
<link rel="canonical" href="{u}/{m.key}/" />
</head>
<body class="post-template-default single single-post postid-15 single-format-standard has-header-image has-sidebar colors-light">
<div id="page" class="site">
<a class="skip-link screen-reader-text" href="#content">{m.t("Мазмұнға өту")}</a>
<header id="masthead" class="site-header" role="banner"><div class="custom-header"><div class="site-branding"><div class="wrap">
<div class="site-branding-text"><p class="site-title"><a href="{u}/" rel="home">{m.t("Өңір тынысы")}</a></p><p class="site-description">{m.t("Аудандық қоғамдық-саяси басылым")}</p></div></div></div></div>
<div class="navigation-top"><div class="wrap"><nav id="site-navigation" class="main-navigation"><ul id="top-menu" class="menu">{menu(m)}</ul></nav></div></div></header>
{image}
<div class="site-content-contain"><div id="content" class="site-content"><div class="wrap"><div id="primary" class="content-area"><main id="main" class="site-main" role="main">
<article id="post-15" class="post-15 post type-post status-publish format-standard has-post-thumbnail hentry category-a">
<header class="entry-header"><div class="entry-meta"><span class="posted-on"><span class="screen-reader-text">{m.t("Жарияланды")}</span> <a href="{u}/{m.key}/" rel="bookmark"><time class="entry-date published" datetime="{m.iso()}">{m.date("{dd}.{mm}.{Y}")}</time><time class="updated" datetime="{m.iso()}">{m.clock("{dd}.{mm}.{Y}")}</time></a></span>{byline}</div><!-- .entry-meta --><h1 class="entry-title">{curled(e(m.title))}</h1></header>
<div class="entry-content">
{lead}{curled(body(m))}
</div><!-- .entry-content -->
<footer class="entry-footer"><span class="cat-tags-links"><span class="cat-links"><svg class="icon icon-folder-open" aria-hidden="true"></svg><span class="screen-reader-text">{m.t("Айдарлар")}</span><a href="{u}/category/a/" rel="category tag">{e(m.section)}</a></span>{'<span class="tags-links"><svg class="icon icon-hashtag"></svg><span class="screen-reader-text">Метки</span>' + tags(m) + "</span>" if m.tags else ""}</span></footer>
</article>
<div id="comments" class="comments-area"><h2 class="comments-title">{m.comments} {m.t("пікір")}</h2><ol class="comment-list">{replies(m, '<li class="comment even"><article class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">{name}</b></div><time datetime="2024-01-01T10:00:00+00:00">{date}</time></footer><div class="comment-content"><p>{text}</p></div><div class="reply"><a href="#">Reply</a></div></article></li>')}</ol></div>
<nav class="navigation post-navigation"><h2 class="screen-reader-text">{m.t("Жазбалар бойынша шарлау")}</h2><div class="nav-links"><div class="nav-previous"><a href="{u}/old/" rel="prev"><span class="nav-title">{m.t("Қалада жаңа саябақ ашылды")}</span></a></div></div></nav>
</main></div>
<aside id="secondary" class="widget-area"><section id="recent-posts-2" class="widget widget_recent_entries"><h2 class="widget-title">{m.t("Соңғы жазбалар")}</h2><ul>{latest(m, '<li><a href="/{at}">{title}</a> <span class="post-date">{time}</span></li>')}</ul></section><section class="widget widget_calendar"><table id="wp-calendar"><caption>{m.clock("{Month} {Y}")}</caption><tr><td>1</td><td>2</td></tr></table></section></aside>
</div></div><footer id="colophon" class="site-footer"><div class="site-info"><a href="https://wordpress.org/">Powered by WordPress</a></div></footer></div></div></body></html>"""
    text = [*([m.lead] if m.lead else []), *_texts(m)]
    return Page(page, f"/{m.key}/", {
        "lead": None, "body": text, "paragraphs": text, "authors": list(m.authors[:1]),
        "image": m.image and f"{u}/wp-content/uploads/{m.date('{Y}/{mm}')}/{m.image}",
    })  # fmt: skip


def _texts(m: Model) -> list[str]:
    from tests.support.engines.core import paragraphs

    return paragraphs(m)


@template("wp-newspaper-tagdiv", "lead section authors published tags views comments image rates weather clock")
def newspaper(m: Model) -> Page:
    u = "https://wp-newspaper-tagdiv.example"
    graph = [
        {"@type": "WebSite", "@id": f"{u}/#website", "name": m.t("Дала дауысы"), "publisher": {"@id": f"{u}/#organization"}},
        {"@type": "WebPage", "@id": f"{u}/{m.key}/", "name": f"{m.title} - {m.t('Дала дауысы')}", "datePublished": m.iso(utc=True)},
        {"@type": "Article", "headline": m.title, "datePublished": m.iso(utc=True), "dateModified": m.iso(utc=True), "author": [{"@type": "Person", "name": name} for name in m.authors], "articleSection": [m.section], "keywords": list(m.tags)},
    ]
    by = "".join(f'<div class="td-post-author-name"><div class="td-author-by">{m.t("Автор")}</div> <a href="{u}/author/{at}/">{e(name)}</a><div class="td-author-line"> - </div></div>' for at, name in enumerate(m.authors))
    related = f'<div class="td_block_wrap td_block_related_inline"><h4 class="td-related-title">{m.t("Тағы оқыңыз")}</h4>' + teasers(m, '<div class="td_module_1"><h3 class="entry-title td-module-title"><a href="{at}">{title}</a></h3><div class="td-excerpt">{lead}</div></div>')[:700] + "</div></div></div>"
    page = f"""<!doctype html ><!--[if IE 8]><html class="ie8" lang="en"> <![endif]-->
<html {lang(m)} prefix="og: http://ogp.me/ns#"><head><title>{e(m.title)} - {m.t("Дала дауысы")}</title><meta charset="UTF-8" />
<meta property="og:title" content="{e(m.title)} - {m.t("Дала дауысы")}" /><meta property="og:type" content="article" /><meta property="og:site_name" content="{m.t("Дала дауысы")}" />
{picture(m, f'<meta property="og:image" content="{u}/wp-content/uploads/{{src}}" />')}
{ld({"@context": "https://schema.org", "@graph": graph})}
<style>.td-header{{color:#fff}}</style></head>
<body class="post-template-default single single-post td-animation-stack-type0 td-full-layout">
<div class="td-menu-background"></div><div id="td-mobile-nav"><div class="td-mobile-container"><ul>{menu(m)}</ul><div class="td-login-wrap">{m.t("Кіру")}</div></div></div>
<div id="td-outer-wrap"><div class="td-header-wrap td-header-style-1"><div class="td-header-top-menu td-container"><div class="top-bar-style-1"><div class="td-header-sp-top-menu">
<div class="td-weather-top-widget" id="td_top_weather_uid"><i class="td-icons clear-sky-d"></i><div class="td-weather-now" data-block-uid="td_top_weather_uid"><span class="td-big-degrees">{m.degrees}</span><span class="td-weather-unit">C</span></div><div class="td-weather-header"><div class="td-weather-city">{m.city}</div></div></div>
<div class="td_data_time"><div>{m.clock("{Weekday}, {d} {month}, {Y}")}</div></div></div></div></div>
<div class="td-banner-wrap"><ul class="kurs">{rates(m, "<li>{code}{value}</li>")}</ul></div>
<div class="td-header-menu-wrap"><ul class="sf-menu">{menu(m)}</ul></div></div>
<div class="td-main-content-wrap td-container-wrap"><div class="td-container td-post-template-default"><div class="td-crumb-container"><div class="entry-crumbs"><span><a class="entry-crumb" href="{u}/">{m.t("Басты бет")}</a></span> <i class="td-icon-right td-bread-sep"></i> <span><a class="entry-crumb" href="{u}/category/a/">{e(m.section)}</a></span> <i class="td-icon-right td-bread-sep td-bred-no-url-last"></i> <span class="td-bred-no-url-last">{e(m.title)}</span></div></div>
<div class="td-pb-row"><div class="td-pb-span8 td-main-content"><article class="post type-post hentry" itemscope itemtype="https://schema.org/Article"><div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="{u}/category/a/">{e(m.section)}</a></li></ul>
<header class="td-post-title"><h1 class="entry-title">{e(m.title)}</h1>{f'<p class="td-post-sub-title">{e(m.lead)}</p>' if m.lead else ""}
<div class="td-module-meta-info">{by}<span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{m.iso(utc=True)}">{m.date("{dd}.{mm}.{Y}")}</time></span><div class="td-post-comments"><a href="#respond"><i class="td-icon-comments"></i>{m.comments}</a></div><div class="td-post-views"><i class="td-icon-views"></i><span class="td-nr-views-77">{m.views}</span></div></div></header></div>
<div class="td-post-sharing-top"><div class="td-post-sharing-visible"><a class="td-social-sharing-button"><div class="td-social-but-text">Facebook</div></a><a><div class="td-social-but-text">WhatsApp</div></a></div></div>
<div class="td-post-content tagdiv-type">{picture(m, f'<div class="td-post-featured-image"><figure><a href="{u}/wp-content/uploads/{{src}}" class="td-modal-image"><img width="696" height="464" class="entry-thumb" src="{u}/wp-content/uploads/{{src}}" alt="" title="photo"/></a><figcaption class="wp-caption-text">{m.t("Сурет: мұрағаттан")}</figcaption></figure></div>')}
{body(m, after={1: '<div class="td-a-rec td-a-rec-id-content_inline tdi_2"><span class="td-adspot-title">- Advertisement -</span></div>' + related})}
</div>
<footer>{'<div class="td-post-source-tags"><ul class="td-tags td-post-small-box clearfix"><li><span>TAGS</span></li>' + tags(m, '<li><a href="/tag/{at}">{name}</a></li>', "") + "</ul></div>" if m.tags else ""}
<div class="td-block-row td-post-next-prev"><div class="td-block-span6"><span>{m.t("Алдыңғы мақала")}</span><a href="#">{m.t("Жас әнші алғашқы жинағын шығарды")}</a></div></div>
<span class="td-page-meta" itemprop="author" itemscope itemtype="https://schema.org/Person"><meta itemprop="name" content="{e(m.authors[0] if m.authors else "admin")}"></span></footer></article>
<div class="td_block_wrap td_block_related_posts"><h4 class="td-related-title"><a>{m.t("Ұқсас мақалалар")}</a><a>{m.t("Автордан")}</a></h4>{teasers(m, '<div class="td_module_related_posts"><h3 class="entry-title td-module-title"><a href="/{at}">{title}</a></h3></div>')}</div></div>
<div class="td-pb-span4 td-main-sidebar">{teasers(m, '<div class="td_module_6"><h3 class="entry-title td-module-title"><a href="/{at}">{title}</a></h3><time class="entry-date">{date}</time><div class="td-excerpt">{lead}</div></div>')}</div></div></div></div>
<div class="td-footer-wrapper"><div class="footer-text-wrap">{legal(m)}</div></div></div></body></html>"""
    return Page(page, f"/{m.key}/", {"clock": m.clock("{Weekday}, {d} {month}, {Y}"), "image": m.image and f"{u}/wp-content/uploads/{m.image}"})


@template("wp-jnews", "lead section authors published tags views image")
def jnews(m: Model) -> Page:
    u = "https://wp-jnews.example"
    src = f"{u}/wp-content/uploads/{m.date('{Y}/{mm}')}/{m.image}"
    share = '<div class="jeg_share_top_container"><div class="jeg_share_button"><div class="jeg_share_stats"><div class="jeg_share_count"><div class="counts">12</div><span class="sharetext">SHARES</span></div><div class="jeg_views_count"><div class="counts">{views}</div><span class="sharetext">{word}</span></div></div><a class="jeg_btn-facebook">{fb}</a></div></div>'.format(views=m.views, word=m.t("КӨРІЛДІ"), fb=m.t("Facebook-те бөлісу"))
    inline = f'<div class="jnews_inline_related_post_wrapper"><div class="jnews_inline_related_post"><div class="jeg_postblock_28"><div class="jeg_block_heading"><h3 class="jeg_block_title"><span>{m.t("Оқи отырыңыз")}</span></h3></div>' + teasers(m, '<article class="jeg_post jeg_pl_xs_4"><div class="jeg_postblock_content"><h3 class="jeg_post_title"><a href="/{at}">{title}</a></h3><div class="jeg_post_meta"><div class="jeg_meta_date"><a>{date}</a></div></div></div></article>') + "</div></div></div>"
    page = f"""<!doctype html><html {lang(m)}><head><meta charset="UTF-8"><title>{e(m.title)} &#x2d; {m.t("Көкжиек")}</title>
<meta property="og:type" content="article"><meta property="og:title" content="{e(m.title)} &#x2d; {m.t("Көкжиек")}">{picture(m, f'<meta property="og:image" content="{src}">')}
<meta property="article:published_time" content="{m.iso(utc=True)}"><meta property="article:section" content="{e(m.section)}">{"".join(f'<meta property="article:tag" content="{e(tag)}">' for tag in m.tags)}</head>
<body class="post-template-default single jeg_toggle_light jnews jsc_normal"><div class="jeg_ad jeg_ad_top"></div><div class="jeg_viewport"><div class="jeg_header_wrapper"><div class="jeg_topbar"><div class="jeg_nav_item jeg_top_date">{m.clock("{Weekday}, {d} {month} {Y}")}</div></div><div class="jeg_navbar"><ul class="jeg_menu">{menu(m)}</ul></div><h1 class="jeg_logo_h1"><a href="/">{m.t("Көкжиек")}</a></h1></div>
<div class="post-wrapper"><div class="post-wrap" ><div class="jeg_main "><div class="jeg_container"><div class="jeg_content jeg_singlepage"><div class="container">
<div class="jeg_breadcrumbs jeg_breadcrumb_container"><div id="breadcrumbs"><span class=""><a href="{u}">Home</a></span><i class="fa fa-angle-right"></i><span class="breadcrumb_last_link"><a href="{u}/category/a/">{e(m.section)}</a></span></div></div>
<div class="entry-header"><h1 class="jeg_post_title">{e(m.title)}</h1>{f'<h2 class="jeg_post_subtitle">{e(m.lead)}</h2>' if m.lead else ""}
<div class="jeg_meta_container"><div class="jeg_post_meta jeg_post_meta_1"><div class="meta_left">{f'<div class="jeg_meta_author"><img alt="x" src="//secure.gravatar.com/avatar/1?s=80" class="avatar"/><span class="meta_text">by</span> {authors(m)}</div>' if m.authors else ""}<div class="jeg_meta_date"><a href="{u}/{m.key}/">{m.date("{dd}.{mm}.{Y} {HH}:{MM}")}</a></div><div class="jeg_meta_category"><span><span class="meta_text">in</span> <a href="{u}/category/a/" rel="category tag">{e(m.section)}</a></span></div></div><div class="meta_right"><div class="jeg_meta_zoom" data-in-step="3"></div></div></div></div></div>
<div class="jeg_featured featured_image">{picture(m, f'<a href="{src}"><div class="thumbnail-container animate-lazy"><img src="{u}/wp-content/themes/jnews/assets/img/jeg-empty.png" class="attachment-jnews-750x375 lazyload wp-post-image" data-src="{src}" alt=""/></div></a>')}</div>{share}
<div class="entry-content no-share"><div class="content-inner ">{body(m, after={0: inline})}
{'<div class="jeg_post_tags"><span>Tags:</span> ' + tags(m, '<a href="/tag/{at}" rel="tag">{name}</a>', "") + "</div>" if m.tags else ""}</div></div>
<div class="jnews_prev_next_container"><div class="jeg_prevnext_post"><a class="post prev-post"><span class="caption">Previous Post</span><h3 class="post-title">{m.t("Балықшылар көлден сирек кездесетін балық ұстады")}</h3></a></div></div>
<div class="jnews_author_box_container "><div class="jeg_authorbox"><h3 class="jeg_author_name">{authors(m) or "admin"}</h3><p class="jeg_author_desc">{m.t("Өңірлік тілші, он жылдан бері ауыл тақырыбын жазып келеді. Облыстық байқаулардың жеңімпазы, екі кітаптың авторы.")}</p></div></div>
<div class="jnews_related_post_container">{teasers(m, '<article class="jeg_post"><h3 class="jeg_post_title"><a>{title}</a></h3><div class="jeg_post_excerpt"><p>{lead}</p></div></article>')}</div></div></div></div></div></div></div>
<div class="footer-holder">{legal(m)}</div></div></body></html>"""
    return Page(page, f"/{m.key}/", {"clock": m.clock("{Weekday}, {d} {month} {Y}"), "image": m.image and src})


@template("wp-gutenberg-block-theme", "section published image tags")
def gutenberg(m: Model) -> Page:
    u = "https://wp-gutenberg-block-theme.example"
    lead = f'<p class="has-medium-font-size"><strong>{e(m.lead)}</strong></p>\n' if m.lead else ""
    promo = f'<div class="wp-block-group has-background"><p><strong>{m.t("Тағы да оқыңыз")}:</strong> <a href="/x">{m.t("Облыс орталығында көлік тұрағы ақылы болады")}</a></p></div>'
    page = f"""<!DOCTYPE html><html {lang(m)}><head><meta charset="UTF-8" /><title>{e(m.title)} – {m.t("Жайлау")}</title></head>
<body class="wp-singular post-template-default single single-post wp-embed-responsive"><div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group alignfull is-layout-flow"><p class="wp-block-site-title"><a href="{u}" rel="home">{m.t("Жайлау")}</a></p><nav class="wp-block-navigation"><ul class="wp-block-navigation__container">{menu(m, '<li class="wp-block-navigation-item"><a class="wp-block-navigation-item__content" href="/{at}"><span class="wp-block-navigation-item__label">{text}</span></a></li>')}</ul></nav></div></header>
<main class="wp-block-group is-layout-flow wp-block-group-is-layout-flow"><div class="wp-block-group has-global-padding is-layout-constrained"><figure class="wp-block-post-featured-image">{picture(m, f'<img src="{u}/wp-content/uploads/{{src}}" class="attachment-post-thumbnail wp-post-image" alt="{{alt}}" style="object-fit:cover;" />')}</figure>
<h1 class="has-text-align-center wp-block-post-title has-x-large-font-size">{e(m.title)}</h1>
<div class="wp-block-group is-layout-flex"><div class="wp-block-post-date"><time datetime="{m.iso()}">{m.date("{d} {month}, {Y}")}</time></div><div class="wp-block-post-terms taxonomy-category"><span class="wp-block-post-terms__prefix">in </span><a href="{u}/category/a/" rel="tag">{e(m.section)}</a></div></div></div>
<div class="entry-content wp-block-post-content has-global-padding is-layout-constrained">
{lead}{body(m, after={2: promo}).replace("<h3>", '<h3 class="wp-block-heading">').replace("<ul>", '<ul class="wp-block-list">')}
<figure class="wp-block-embed is-provider-youtube"><div class="wp-block-embed__wrapper"><iframe title="video" src="https://www.youtube.com/embed/xyz"></iframe></div></figure>
</div>
{f'<div class="wp-block-group"><div class="taxonomy-post_tag wp-block-post-terms">{tags(m, join=chr(60) + chr(115) + "pan class=" + chr(34) + "wp-block-post-terms__separator" + chr(34) + ">  </span>")}</div></div>' if m.tags else ""}
<nav class="wp-block-group" aria-label="Post navigation"><div class="post-navigation-link-previous wp-block-post-navigation-link"><a href="/p">← {m.t("Астық жинау науқаны аяқталуға таяды")}</a></div></nav>
<div class="wp-block-comments"><h2 class="wp-block-comments-title">{m.t("Пікірлер")}</h2><ol class="wp-block-comment-template">{replies(m, '<li><div class="wp-block-comment-author-name">{name}</div><div class="wp-block-comment-date"><time>{date}</time></div><div class="wp-block-comment-content"><p>{text}</p></div></li>')}</ol></div></main>
<footer class="wp-block-template-part"><p>{legal(m)}</p></footer></div></body></html>"""
    return Page(page, f"/{m.date('{Y}/{mm}/{dd}')}/{m.key}/", {"lead": m.lead, "image": m.image and f"{u}/wp-content/uploads/{m.image}"})


@template("wp-generatepress", "authors published section comments")
def generatepress(m: Model) -> Page:
    by = f'<span class="byline">{m.t("автор")} <span class="author vcard" itemprop="author" itemtype="https://schema.org/Person" itemscope><a class="url fn n" href="/author/x/" rel="author" itemprop="url"><span class="author-name" itemprop="name">{e(m.authors[0])}</span></a></span></span>' if m.authors else ""
    text = [*([m.lead] if m.lead else []), *_texts(m)]
    page = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="UTF-8"><title>{e(m.title)}</title></head>
<body class="post-template-default single single-post wp-custom-logo no-sidebar" itemtype="https://schema.org/Blog" itemscope><a class="screen-reader-text skip-link" href="#content">Skip to content</a>
<header class="site-header" id="masthead" itemtype="https://schema.org/WPHeader" itemscope><div class="inside-header grid-container"><p class="main-title" itemprop="headline"><a href="/" rel="home">{m.t("Ақ бұлақ")}</a></p></div></header>
<nav class="main-navigation" itemtype="https://schema.org/SiteNavigationElement" itemscope><ul class="menu">{menu(m)}</ul></nav>
<div class="site grid-container" id="page"><div class="site-content" id="content"><div class="content-area" id="primary"><main class="site-main" id="main"><article class="post hentry" itemtype="https://schema.org/CreativeWork" itemscope><div class="inside-article">
<header class="entry-header"><h1 class="entry-title" itemprop="headline">{e(m.title)}</h1><div class="entry-meta"><span class="posted-on"><time class="updated" datetime="{m.fetched.isoformat()}" itemprop="dateModified">{m.clock("{dd}.{mm}.{Y}")}</time><time class="entry-date published" datetime="{m.iso()}" itemprop="datePublished">{m.date("{dd}.{mm}.{Y}")}</time></span> {by}</div></header>
<div class="entry-content" itemprop="text">
{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m)}
</div><footer class="entry-meta"><span class="cat-links"><span class="gp-icon icon-categories"></span><span class="screen-reader-text">Categories </span><a href="/category/a/" rel="category tag">{e(m.section)}</a></span><nav id="nav-below" class="post-navigation"><div class="nav-previous"><span class="prev"><a href="/b/" rel="prev">{m.t("Дәрігерлер тұмаудан қорғану жолын айтты")}</a></span></div></nav></footer></div></article>
<div class="comments-area"><div id="comments"><h2 class="comments-title">{m.comments} thoughts on &ldquo;{e(m.title)}&rdquo;</h2><ol class="comment-list">{replies(m, '<li class="comment"><article class="comment-body" itemtype="https://schema.org/Comment" itemscope><footer class="comment-meta"><div class="comment-author vcard" itemprop="author" itemtype="https://schema.org/Person" itemscope><cite itemprop="name" class="fn">{name}</cite></div><time itemprop="datePublished">{date}</time></footer><div class="comment-content" itemprop="text"><p>{text}</p></div></article></li>')}</ol></div></div></main></div></div></div>
<div class="site-footer"><footer class="site-info"><div class="copyright-bar"><span class="copyright">&copy; 2025 {m.t("Ақ бұлақ")}</span> &bull; Built with <a href="https://generatepress.com">GeneratePress</a></div></footer></div></body></html>"""
    return Page(page, f"/{m.key}/", {"lead": None, "body": text, "paragraphs": text, "authors": list(m.authors[:1])})


@template("wp-amp-plugin", "section authors published image tags")
def amp(m: Model) -> Page:
    u = "https://wp-amp-plugin.example"
    data = {"@context": "http://schema.org", "publisher": {"@type": "Organization", "name": m.t("Сарыарқа үні")}, "@type": "BlogPosting", "mainEntityOfPage": f"{u}/{m.key}/", "headline": m.title, "datePublished": m.iso(utc=True), "dateModified": m.iso(utc=True), "author": {"@type": "Person", "name": m.authors[0] if m.authors else "admin"}}
    image = picture(m, f'<figure class="amp-wp-article-featured-image wp-caption"><amp-img width="800" height="533" src="{u}/wp-content/uploads/{{src}}" class="attachment-large wp-post-image" alt="" layout="intrinsic"></amp-img></figure>')
    by = f'<div class="amp-wp-meta amp-wp-byline"><amp-img src="https://secure.gravatar.com/avatar/1" alt="{e(m.authors[0])}" width="24" height="24" layout="fixed"></amp-img><span class="amp-wp-author author vcard">{e(m.authors[0])}</span></div>' if m.authors else ""
    text = [*([m.lead] if m.lead else []), *_texts(m)]
    page = f"""<!doctype html><html amp lang="kk"><head><meta charset="utf-8"><link rel="canonical" href="{u}/{m.key}/"><title>{e(m.title)} | {m.t("Сарыарқа үні")}</title><script type="text/javascript" src="https://cdn.ampproject.org/v0.js" async></script>{ld(data)}<style amp-custom>.amp-wp-title{{color:#000}}</style></head>
<body class=""><header id="top" class="amp-wp-header"><div><a href="{u}/">{m.t("Сарыарқа үні")}</a></div></header>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{e(m.title)}</h1>{by}<div class="amp-wp-meta amp-wp-posted-on"><time datetime="{m.iso(utc=True)}">{m.t("2 сағат бұрын")}</time></div></header>{image}
<div class="amp-wp-article-content">{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m)}<amp-ad width="300" height="250" type="adsense"></amp-ad></div>
<footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-category">{m.t("Айдарлар")}: <a href="{u}/category/a/" rel="category tag">{e(m.section)}</a></div>{f'<div class="amp-wp-meta amp-wp-tax-tag">{m.t("Тегтер")}: {tags(m)}</div>' if m.tags else ""}<div class="amp-wp-meta amp-wp-comments-link"><a href="{u}/{m.key}/#respond">{m.t("Пікір қалдыру")}</a></div></footer></article>
<footer class="amp-wp-footer"><div><h2>{m.t("Сарыарқа үні")}</h2><a href="#top" class="back-to-top">Back to top</a></div></footer></body></html>"""
    return Page(page, f"/{m.key}/amp/", {"lead": None, "body": text, "paragraphs": text, "authors": list(m.authors[:1]), "image": m.image and f"{u}/wp-content/uploads/{m.image}"})


@template("wp-kubrick", "section authors published", letters="Cyrl Arab")
def kubrick(m: Model) -> Page:
    text = [*([m.lead] if m.lead else []), *_texts(m)]
    page = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="ru-RU"><head profile="http://gmpg.org/xfn/11"><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><title>{m.t("Таң нұры")} &raquo; Blog Archive &raquo; {e(m.title)}</title><meta name="generator" content="WordPress 2.7" /></head>
<body><div id="page"><div id="header"><div id="headerimg"><h1><a href="/">{m.t("Таң нұры")}</a></h1><div class="description">{m.t("Тәуелсіз апталық газет")}</div></div></div><hr />
<div id="content" class="widecolumn"><div class="navigation"><div class="alignleft">&laquo; <a href="/?p=1">{m.t("Қалада жаңа саябақ ашылды")}</a></div><div class="alignright"><a href="/?p=3">{m.t("Жас әнші алғашқы жинағын шығарды")}</a> &raquo;</div></div>
<div class="post" id="post-{m.views}"><h2>{e(m.title)}</h2><div class="entry">
{f"<p>{e(m.lead)}</p>" if m.lead else ""}{body(m)}
{f'<p style="text-align: right;"><strong>{e(m.authors[0])}</strong></p>' if m.authors else ""}
<p class="postmetadata alt"><small>This entry was posted on {m.date("{dd}.{mm}.{Y}")} at {m.date("{HH}:{MM}")} and is filed under <a href="/?cat=3" rel="category">{e(m.section)}</a>. You can follow any responses to this entry through the <a href="/?feed=rss2">RSS 2.0</a> feed. You can <a href="#respond">leave a response</a>, or trackback from your own site.</small></p></div></div>
<h3 id="comments">4 Responses to &#8220;{e(m.title)}&#8221;</h3><ol class="commentlist">{replies(m, '<li class="alt"><cite>{name}</cite> Says:<br /><small class="commentmetadata">{date}</small><p>{text}</p></li>')}</ol><h3 id="respond">Leave a Reply</h3><form><p><input type="text" name="author" /><small>Name (required)</small></p><p><textarea name="comment"></textarea></p></form></div>
<hr /><div id="footer"><p>{m.t("Таң нұры")} is proudly powered by <a href="http://wordpress.org/">WordPress</a><br /><a href="/?feed=rss2">Entries (RSS)</a></p></div></div></body></html>"""
    return Page(page, f"/?p={m.views}", {"lead": None, "body": text, "paragraphs": text, "authors": list(m.authors[:1]), "comments": frozenset((4, None))})


@template("wp-stan-like", "lead section published image rates clock", letters="Cyrl")
def stan_like(m: Model) -> Page:
    u = "https://wp-stan-like.example"
    rows = "".join(f'<div class="currenct-body-row"><div class="currency-th inline-block curr">{code}</div><div class="currency-th inline-block buy">{buy}</div><div class="currency-th inline-block sell">{sell} </div></div>' for code, buy, sell in m.cash)
    table = f'<div class="currency-table"><div class="currency-head"><div class="currency-head-row"><div class="currency-th curr">{m.clock("{dd}.{mm}.{yy}")}</div><div class="currency-th buy">Сатып алу</div><div class="currency-th sell">Сату үшін</div></div></div><div class="currency-body light f14">{rows}</div></div>'
    mislabelled = m.published.replace(tzinfo=None).isoformat() + "+00:00"
    src = f"{u}/wp-content/uploads/{m.date('{Y}/{mm}')}/{m.image}"
    page = f"""<!doctype html >
<html lang="kk-KZ" prefix="og: http://ogp.me/ns# article: http://ogp.me/ns/article#" class="no-js"><head><meta charset="UTF-8"><title>{e(m.title)}</title><meta http-equiv="refresh" content="28800">
<meta property="og:title" name="og:title" content="{e(m.title)}" /><meta property="og:type" content="article" /><meta property="og:site_name" content="Өрен.kz - бүгінгі жаңалықтар, соңғы жаңалықтар" />{picture(m, f'<meta property="og:image" content="{src}" />')}
<meta property="article:section" content="{e(m.section)}" /><meta property="article:published_time" content="{mislabelled}" /><meta property="article:author" content="{u}/author/banu/" /></head>
<body class="post-template-default single single-post"><div class="wrapper"><header class="stan-header"><div class="section-inner"><section class="inline-block left-block"><div class="inline-block date-block"><div class="day-block light">{m.clock("{Weekday}")}</div><div class="fulldate-block f20">{m.clock("{dd}.{mm}.{yy}")}</div></div><div class="inline-block location-block"><div class="location-block-inner"><span class="underline">{m.city}</span> <img src="/img/location-arrow.png" alt=""></div><div class="time-block f20">{m.clock("{HH}:{MM}")}</div></div></section></div></header></div>
<section class="menu-mobile mobile"><div class="currency-block mobile"><header class="currency-block-header"><div class="currency-block-title">Орташа айырбас бағамы</div></header>{table}<div class="stan-mobile-menu">{menu(m)}</div><div class="mobile-date-block"><div class="location-block-inner"><span>Киев</span></div><div class="day-block">{m.clock("{Weekday}")}</div></div><div class="mobile-weather-block"><div class="today-weather"><div class="weather-day-block">Сегодня</div><div class="weather-temp">16&deg;</div></div><div class="tomorrow-weather"><div class="weather-day-block">Завтра</div><div class="weather-temp">21&deg;</div></div></div></div></section>
<section class="primary-section"><aside class="sidebar"><div class="currency-block"><header class="currency-block-header"><div class="currency-block-title">Орташа айырбас бағамы</div></header>{table}</div><div class="last-news">{teasers(m, '<div class="secondary-news-link"><a href="/{at}" class="news-title">{title}</a><span class="date">15:15  13 Мамыр, 2018</span></div>')}</div></aside>
<article><div class="news-section"><a class="category" href="{u}/category/a/">{e(m.section)}</a></div><h1><span class="entry-title">{e(m.title)}</span></h1><span class="date f16 post-date updated" pubdate> {m.date("{Weekday}, {d} {Month} , {Y} {HH}:{MM}")}</span><div class="ya-share2"></div>
<div class="article-content f20">{f"<h2>{e(m.lead)}</h2>" if m.lead else ""}{picture(m, f'<p><img class="alignnone size-medium" src="{src}" alt="{{alt}}" /></p>')}{body(m)}
<p><strong>Оқи отырыңыз:</strong></p>{teasers(m, '<p><a href="/{at}/"><span class="entry-title">{title}</span></a></p>')}</div>
<p class="scourse no-mobile">Источник: Oren.kz </p><span class="mistake f16">Если вы нашли ошибку в тексте, выделите ее мышью и нажмите Ctrl+Enter</span><span class="vcard author"><span class="fn"> © oren.kz</span></span></article></section>
<footer class="footer"><h1><p>Oren.kz - Қазақстан жаңалықтары</p></h1><p>{legal(m)}</p></footer><div class="popup-form auth"><h2 class="form-title">Авторизация</h2><form><input type="text" name="email"><input type="password" name="pass"></form></div></body></html>"""
    clock = frozenset((m.clock("{Weekday} {dd}.{mm}.{yy}"), m.clock("{dd}.{mm}.{yy}"), m.clock("{Weekday} {dd}.{mm}.{yy} {HH}:{MM}"), m.clock("{dd}.{mm}.{yy} {HH}:{MM}")))
    return Page(page, f"/{m.key}/", {"rates": cash(m), "clock": clock, "image": m.image and src})


@template("wp-infinite-scroll", "lead section authors published image views")
def infinite(m: Model) -> Page:
    u = "https://wp-infinite-scroll.example"
    lead = f'<div class="single-lead">{e(m.lead)}</div>' if m.lead else ""
    second = next_article(m, '<article class="single-post" data-url="/kelesi/"><div class="single-cat"><a href="/c/b">' + m.t("Өңір") + '</a></div><h1 class="single-title">{title}</h1><div class="single-meta"><span class="single-date">' + m.clock("{dd}.{mm}.{Y}, {HH}:{MM}") + '</span><span class="single-views">77 ' + m.t("рет қаралды") + '</span></div><div class="single-content">{body}</div></article>')
    page = f"""<!DOCTYPE html><html {lang(m)}><head><meta charset="utf-8"><title>{e(m.title)} | {m.t("Алып дала")}</title><meta property="og:title" content="{e(m.title)}">{picture(m, f'<meta property="og:image" content="{u}/wp-content/uploads/{{src}}">')}<meta property="og:site_name" content="{m.t("Алып дала")}"></head><body class="single">
<div class="cookie-notice"><p>{m.t("Біз сайтты жақсарту үшін cookie файлдарын қолданамыз. Сайтта қалу арқылы сіз құпиялылық саясатымен келісесіз.")}</p><button>{m.t("Келісемін")}</button></div><header><ul>{menu(m)}</ul></header>
<div id="infinite"><article class="single-post" data-url="/{m.key}/"><div class="single-cat"><a href="/c/a">{e(m.section)}</a></div><h1 class="single-title">{e(m.title)}</h1><div class="single-meta">{f'<span class="single-author">{authors(m)}</span>' if m.authors else ""}<span class="single-date">{m.date("{dd}.{mm}.{Y}, {HH}:{MM}")}</span><span class="single-views">{m.views} {m.t("рет қаралды")}</span></div>{lead}{picture(m, f'<img class="single-img" src="{u}/wp-content/uploads/{{src}}">')}<div class="single-content">{body(m)}</div></article>
<div class="infinite-sep">{m.t("Келесі мақала")}</div>{second}</div><footer>{legal(m)}</footer></body></html>"""
    return Page(page, f"/{m.key}/", {"image": m.image and f"{u}/wp-content/uploads/{m.image}"})
