# ruff: noqa: E501
"""The other engines that anyone can install: Joomla, DLE, Bitrix, Drupal, uCoz, MODX, Tilda, Blogger, OctoberCMS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.engines.core import Page, paragraphs, rates, template
from tests.support.engines.parts import (
    authors,
    body,
    e,
    lang,
    latest,
    legal,
    lines,
    linked,
    menu,
    picture,
    replies,
    tags,
    teasers,
)
from tests.support.engines.parts import rates as strip

if TYPE_CHECKING:
    from tests.support.engines.models import Model


def with_lead(m: Model) -> list[str]:
    """Return the paragraphs of a page that prints the lead as an ordinary first paragraph."""
    return [*([m.lead] if m.lead else []), *paragraphs(m)]


def loosely_dated(m: Model) -> dict[str, frozenset[str]]:
    """Expect the day, or the minute, where the time stands far from the date."""
    day = m.published.replace(hour=0, minute=0)
    stamps = frozenset(at.isoformat()[:16] + at.isoformat()[-6:] for at in (m.published, day))
    return {"published": stamps, "precision": frozenset(("minute", "second", "day"))}


@template("joomla-core", "section authors published views", letters="Cyrl Latn")
def joomla_core(m: Model) -> Page:
    who = e(m.authors[0]) if m.authors else "Super User"
    page = f"""<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ru-ru" lang="ru-ru" dir="ltr"><head><base href="https://joomla-core.example/index.php/x" /><meta http-equiv="content-type" content="text/html; charset=utf-8" /><meta name="author" content="{who}" /><meta name="generator" content="Joomla! - Open Source Content Management" /><title>{e(m.title)}</title><link href="/templates/protostar/favicon.ico" rel="shortcut icon" /></head>
<body class="site com_content view-article no-layout no-task itemid-101"><div class="body"><div class="container"><header class="header" role="banner"><div class="header-inner clearfix"><a class="brand pull-left" href="/"><span class="site-title" title="x">{m.t("Жетісу таңы")}</span></a></div></header>
<nav class="navigation" role="navigation"><ul class="nav menu nav-pills">{menu(m)}</ul></nav><div class="row-fluid"><main id="content" role="main" class="span9"><div id="system-message-container"></div>
<div class="item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="ru-RU" /><div class="page-header"><h1> {e(m.section)} </h1></div>
<div class="page-header"><h2 itemprop="headline"> {e(m.title)} </h2></div>
<div class="icons"><div class="btn-group pull-right"><button class="btn dropdown-toggle"><span class="icon-cog"></span></button><ul class="dropdown-menu"><li class="print-icon"><a href="#">Печать</a></li><li class="email-icon"><a href="#">E-mail</a></li></ul></div></div>
<dl class="article-info muted"><dt class="article-info-term"> Информация о материале </dt><dd class="createdby" itemprop="author" itemscope itemtype="https://schema.org/Person"> Автор: <span itemprop="name">{who}</span></dd><dd class="category-name"> Категория: <a href="/index.php/a" itemprop="genre">{e(m.section)}</a></dd><dd class="published"><span class="icon-calendar"></span><time datetime="{m.iso()}" itemprop="datePublished"> Опубликовано: {m.date("{dd}.{mm}.{Y} {HH}:{MM}")} </time></dd><dd class="hits"><span class="icon-eye-open"></span><meta itemprop="interactionCount" content="UserPageVisits:{m.views}" /> Просмотров: {m.views} </dd></dl>
<div itemprop="articleBody">
{f'<p style="text-align: justify;">{e(m.lead)}</p>' if m.lead else ""}
{body(m, attrs=' style="text-align: justify;"').replace("«", "&laquo;").replace("»", "&raquo;").replace("–", "&ndash;")}
<p>&nbsp;</p></div>
<ul class="pager pagenav"><li class="previous"><a href="/p" rel="prev"><span class="icon-chevron-left"></span> Назад</a></li><li class="next"><a href="/n" rel="next">Вперед <span class="icon-chevron-right"></span></a></li></ul></div></main>
<div id="aside" class="span3"><div class="well"><h3 class="page-header">Последние новости</h3><ul class="latestnews">{teasers(m, '<li itemscope itemtype="https://schema.org/Article"><a href="/{at}" itemprop="url"><span itemprop="name"> {title}</span></a></li>')}</ul></div></div></div></div></div><footer class="footer"><p>&copy; 2025 {m.t("Жетісу таңы")}</p></footer></body></html>"""
    return Page(page, f"/index.php/news/{m.views}-{m.key}", {"authors": list(m.authors[:1]), "lead": None, "body": with_lead(m), "paragraphs": with_lead(m)})


@template("joomla-k2", "lead section authors published tags views image comments rates", letters="Cyrl Latn")
def joomla_k2(m: Model) -> Page:
    u = "https://joomla-k2.example"
    page = f"""<!DOCTYPE html><html lang="kk-kz"><head><meta charset="utf-8"><title>{e(m.title)} - {m.t("Халық сөзі")}</title>{picture(m, '<meta name="image" content="' + u + '/media/k2/items/cache/abc_L.jpg" />')}<meta property="og:type" content="article" /></head><body id="gkTop"><div class="kurs-mod"><p><b>{m.t("ҚР Ұлттық банк курстары")}</b></p><table class="kurs">{strip(m, "<tr><td>1 {code}</td><td>{value}</td></tr>")}</table></div><ul>{menu(m)}</ul>
<!-- Start K2 Item Layout --><span id="startOfPageId77"></span><article id="k2Container" class="itemView itemIsFeatured"><header><span class="itemDateCreated"> {m.date("{Weekday}, {dd} {Month} {Y} {HH}:{MM}")} </span><h1 class="itemTitle"> {e(m.title)} </h1>{f'<span class="itemAuthor">&nbsp; Автор&nbsp; {authors(m)}</span>' if m.authors else ""}</header>
<div class="itemToolbar"><ul><li><span class="itemTextResizerTitle">размер шрифта</span> <a href="#" id="fontDecrease"><span>уменьшить размер шрифта</span></a> <a href="#" id="fontIncrease"><span>увеличить размер шрифта</span></a></li><li><a class="itemPrintLink" href="#"><span>Печать</span></a></li><li><a class="itemEmailLink" href="#"><span>Эл. почта</span></a></li><li><a class="itemCommentsLink k2Anchor" href="#itemCommentsAnchor"> <span>{m.comments}</span> {m.t("пікір")} </a></li></ul></div>
<div class="itemRatingBlock"><span>Оцените материал</span><ul class="itemRatingList"><li class="itemCurrentRating" style="width:0%;"></li><li><a class="one-star">1</a></li><li><a class="two-stars">2</a></li></ul><div class="itemRatingLog">(0 голосов)</div></div>
<div class="itemBody">{picture(m, f'<div class="itemImageBlock"><span class="itemImage"><a class="modal" href="{u}/media/k2/items/cache/abc_XL.jpg"><img src="/media/k2/items/cache/abc_L.jpg" alt="{{alt}}" /></a></span></div>')}{f'<div class="itemIntroText"><p>{e(m.lead)}</p></div>' if m.lead else ""}<div class="itemFullText">{body(m)}</div>
<div class="itemContentFooter"><span class="itemHits"> Прочитано <b>{m.views}</b> раз </span><span class="itemDateModified"> Последнее изменение {m.clock("{Weekday}, {dd} {Month} {Y} {HH}:{MM}")} </span></div></div>
<div class="itemSocialSharing"></div><div class="itemLinks"><div class="itemCategory"><span>Опубликовано в</span> <a href="/a">{e(m.section)}</a></div>{'<div class="itemTagsBlock"><span>Теги</span><ul class="itemTags">' + tags(m, '<li><a href="/tag/{at}">{name}</a></li>', "") + "</ul></div>" if m.tags else ""}</div>
<div class="itemAuthorLatest"><h3>Другие материалы от</h3><ul>{teasers(m, '<li class="even"><a href="/{at}">{title}</a></li>')}</ul></div><a id="itemCommentsAnchor"></a><div class="itemComments"><h3 class="itemCommentsCounter"><span>{m.comments}</span> {m.t("пікір")}</h3><ul class="itemCommentsList">{replies(m, '<li class="even"><span class="commentDate"> {date} </span><span class="commentAuthorName"> написал {name} </span><p>{text}</p></li>')}</ul></div><div class="itemBackToTop"><a href="#">Наверх</a></div></article><!-- End K2 Item Layout --></body></html>"""
    image = m.image and frozenset((f"{u}/media/k2/items/cache/abc_L.jpg", f"{u}/media/k2/items/cache/abc_XL.jpg"))
    return Page(page, f"/news/item/{m.views}-{m.key}", {"image": image})


@template("joomla-helix", "section published views image", precision="minute", letters="Cyrl")
def joomla_helix(m: Model) -> Page:
    u = "https://joomla-helix.example"
    page = f"""<!doctype html><html lang="kk-kz" dir="ltr"><head><meta charset="utf-8"><meta name="generator" content="Helix Ultimate - The Most Popular Joomla! Template Framework."><title>{e(m.title)}</title></head>
<body class="site helix-ultimate hu com_content com-content view-article layout-blog task-none"><div class="body-wrapper"><div id="sp-top-bar"><div class="container"><div id="sp-top2"><ul class="sp-contact-info"><li class="sp-contact-phone"><a href="tel:+77270000000">+7 (727) 000-00-00</a></li><li class="sp-contact-time">{m.t("Дс-Жм")}: 09:00 - 18:00</li></ul></div></div></div><header id="sp-header"><ul class="sp-megamenu-parent">{menu(m)}</ul></header>
<section id="sp-main-body"><main id="sp-component"><div class="sp-column"><div class="article-details" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="kk-KZ">
<div class="article-full-image float-left">{picture(m, '<img src="/images/{src}" itemprop="image" alt="{alt}" width="auto" height="auto">')}</div><div class="article-header"><h1 itemprop="headline"> {e(m.title)} </h1></div>
<div class="article-can-edit d-flex flex-wrap justify-content-between"><div class="article-info"><span class="category-name" title="Category: x"> <a href="/a">{e(m.section)}</a> </span><span class="published" title="Published: x"><time datetime="{m.iso()}" itemprop="datePublished"> {m.date("{d} {Month} {Y}")} </time></span><span class="hits"><span class="fa fa-eye-o"></span><meta itemprop="interactionCount" content="UserPageVisits:{m.views}"> Hits: {m.views} </span></div></div>
<div itemprop="articleBody">{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m)}</div>
<div class="article-social-share"><ul><li><div class="facebook"><a>Facebook</a></div></li></ul></div><div class="article-ratings-social-share"><div class="me-auto align-self-center"></div></div><nav class="pagenavigation"><span class="pagination"><a class="previous" rel="prev">Prev article: {m.t("Қалада жаңа саябақ ашылды")}</a></span></nav><div class="related-article-list-container"><h3 class="related-article-title"> Related Articles </h3><ul class="article-list related-article-list">{teasers(m, '<li class="related-article-list-item"><div class="article"><h2 class="article-title" itemprop="headline"><a itemprop="url">{title}</a></h2><div class="article-introtext"><p>{lead}</p></div></div></li>')}</ul></div></div></div></main></section><footer id="sp-footer">{legal(m)}</footer></div></body></html>"""
    return Page(page, f"/a/{m.key}", {"lead": None, "body": with_lead(m), "paragraphs": with_lead(m), "image": m.image and f"{u}/images/{m.image}"})


@template("dle-default", "section published views comments image tags", letters="Cyrl Arab")
def dle_default(m: Model) -> Page:
    u = "https://dle-default.example"
    text = "<br /><br />".join(lines(m))
    lead = f"<b>{e(m.lead)}</b><br /><br />" if m.lead else ""
    page = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>{e(m.title)} &raquo; {m.t("Айтылмай қалған сөз - аудандық газет")}</title><meta name="generator" content="DataLife Engine (http://dle-news.ru)" /><meta property="og:title" content="{e(m.title)} &raquo; {m.t("Айтылмай қалған сөз")}" /><script type="text/javascript" src="/engine/classes/min/index.php"></script></head>
<body><div id="loading-layer"><div id="loading-layer-text">Загрузка. Пожалуйста, подождите...</div></div><script type="text/javascript">var dle_root='/';var dle_skin='Default';</script><div class="header"><a class="logo" href="/">x</a></div><div class="topmenu"><ul>{menu(m)}</ul></div>
<div class="lcol"><div class="loginbox"><form method="post"><label>Логин:</label><input name="login_name"><label>Пароль (<a href="/lost">Забыли?</a>):</label><input type="password" name="login_password"></form></div><div class="block"><div class="btl">{m.t("Мұрағат")}</div><table id="calendar" class="calendar"><tr><th colspan="7" class="monthselect">{m.clock("{Month} {Y}")}</th></tr><tr><td>Пн</td><td>Вт</td></tr><tr><td class="day">1</td><td class="day"><a class="day-active" href="/2/">2</a></td></tr></table></div></div>
<div id="dle-content"><div class="speedbar"><span id="dle-speedbar"><span itemscope itemtype="http://data-vocabulary.org/Breadcrumb"><a href="/" itemprop="url"><span itemprop="title">{m.t("Басты бет")}</span></a></span> &raquo; <a href="/a/"><span>{e(m.section)}</span></a> &raquo; {e(m.title)}</span></div>
<div class="base fullstory"><div class="dpad"><h3 class="btl"><span id="news-title">{e(m.title)}</span></h3><div class="bhinfo"><span class="baseinfo radial">Автор: <a onclick="ShowProfile('admin');" href="/user/admin/">admin</a> от {m.date("{d}-{mm}-{Y}, {HH}:{MM}")}</span><span class="category"><a href="/a/">{e(m.section)}</a></span></div>
<div class="maincont"><div id="news-id-{m.views}" style="display:inline;">{picture(m, '<!--dle_image_begin:x--><img src="/uploads/posts/{src}" style="float:left;" alt="{alt}" title="{alt}" /><!--dle_image_end-->')}{lead}{text}</div><div class="clr"></div></div>
{f'<p class="basetags"><i>{m.t("Тегтер")}: {tags(m)}</i></p>' if m.tags else ""}<div class="storenumber"><div class="mlink"><span class="argback"><a href="javascript:history.go(-1)"><b>Вернуться</b></a></span><span class="argviews"><span title="Просмотров: {m.views}"><b>{m.views}</b></span></span><span class="argcoms">Комментариев: <b>{m.comments}</b></span></div></div></div></div>
<div class="berrors"><b>Уважаемый посетитель</b>, Вы зашли на сайт как незарегистрированный пользователь.<br />Мы рекомендуем Вам <a href="/reg">зарегистрироваться</a> либо войти на сайт под своим именем.</div>
<div class="related"><h4>Другие новости по теме:</h4><ul class="relnews">{teasers(m, '<li><a href="/{at}.html">{title}</a></li>')}</ul></div><div id="dle-comments-list">{replies(m, '<div class="bcomment"><div class="dtop"><h3><a>{name}</a></h3><p>{date} | Зарегистрирован: -- |</p></div><div class="cominfo"><div id="comm-id-1">{text}</div></div></div>')}</div></div><div class="footer"><p>Copyright © 2011</p></div></body></html>"""
    return Page(page, f"/a/{m.views}-{m.key}.html", {"lead": m.lead, "image": m.image and f"{u}/uploads/posts/{m.image}"})


@template("dle-modern", "section published views comments image rates weather", letters="Cyrl")
def dle_modern(m: Model) -> Page:
    u = "https://dle-modern.example"
    lead = f"<p>{e(m.lead)}</p>" if m.lead else ""
    page = f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{e(m.title)}</title><meta property="og:site_name" content="Аймақ жаршысы"><meta property="og:type" content="article"><meta property="og:title" content="{e(m.title)}"><meta property="og:description" content="{e(m.lead or m.blocks[0].text)[:190]}">{picture(m, f'<meta property="og:image" content="{u}/uploads/posts/{{src}}">')}</head>
<body><div class="wrap"><div class="topline"><div class="tl-weather"><span>{m.city}</span> <b>{m.signed}°C</b></div><div class="tl-curr">{strip(m, '<span class="{low}">{sign} {value}</span>', " ")}</div><div class="tl-login">Войти</div></div><nav><ul>{menu(m)}</ul></nav>
<div class="cols fx-row"><main class="main"><div class="speedbar nowrap"><a href="/">Басты бет</a> / <a href="/a/">{e(m.section)}</a> / {e(m.title)}</div><article class="full ignore-select"><header class="fheader"><h1>{e(m.title)}</h1><div class="fmeta fx-row"><div class="fm-item"><span class="fal fa-calendar-alt"></span>{m.date("{dd}.{mm}.{Y} {HH}:{MM}")}</div><div class="fm-item"><span class="fal fa-eye"></span>{m.views}</div><div class="fm-item"><a href="#comms"><span class="fal fa-comments"></span>{m.comments}</a></div></div></header>
<div class="fimg img-wide">{picture(m, '<img src="/uploads/posts/{src}" alt="{alt}">')}</div><div class="ftext full-text clearfix">{lead}{body(m, tag="div", end="</div>")}<div class="ya-share2"></div></div><div class="frates"><a href="#" onclick="doRate('plus')"><span class="fal fa-thumbs-up"></span><span id="likes">4</span></a><a><span class="fal fa-thumbs-down"></span><span>1</span></a></div>
<div class="rels"><div class="rels-title">Осы тақырыпта</div>{teasers(m, '<a class="rel-item" href="/{at}.html"><div class="rel-title">{title}</div><div class="rel-text">{lead}</div></a>')}</div><div class="fcomms" id="comms"><div class="comms-title">Пікірлер ({m.comments})</div>{replies(m, '<div class="comm-item"><div class="comm-one"><span class="comm-author">{name}</span> <span>{date}</span></div><div class="comm-two clearfix full-text">{text}</div></div>')}</div></article></main><aside class="side"><div class="side-bt">Танымал</div>{teasers(m, '<div class="side-item"><a href="/{at}.html">{title}</a><div class="side-text">{lead}</div></div>')}</aside></div><footer>{legal(m)}</footer></div></body></html>"""
    return Page(page, f"/a/{m.views}-{m.key}.html", {"lead": None, "body": with_lead(m), "paragraphs": with_lead(m), "image": m.image and f"{u}/uploads/posts/{m.image}"})


@template("bitrix-news-detail", "lead section published views image rates weather")
def bitrix(m: Model) -> Page:
    u = "https://bitrix-news-detail.example"
    page = f"""<!DOCTYPE html><html xml:lang="kk" lang="kk"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><link href="/bitrix/cache/css/s1/main/kernel_main.css" type="text/css" rel="stylesheet" /><script>if(!window.BX)window.BX={{}};</script><title>{e(m.title)}</title></head><body><div id="panel"></div>
<div class="top"><div class="pogoda">{m.city}<br />{m.signed}°</div><ul class="valuta">{strip(m, "<li>{code}:<br />{value}</li>")}</ul></div><ul id="horizontal-multilevel-menu">{menu(m)}</ul>
<div class="workarea"><div class="bx-breadcrumb"><div class="bx-breadcrumb-item" id="bx_breadcrumb_0" itemprop="itemListElement" itemscope itemtype="http://schema.org/ListItem"><a href="/" itemprop="url"><span itemprop="name">{m.t("Басты бет")}</span></a></div><div class="bx-breadcrumb-item"><i class="fa fa-angle-right"></i><a href="/a/"><span itemprop="name">{e(m.section)}</span></a></div></div><h1 class="bx-title dbg_title" id="pagetitle">{m.t("Жаңалықтар")}</h1>
<div class="news-detail">{picture(m, '<img class="detail_picture" border="0" src="/upload/iblock/a1b/{src}" width="600" height="400" alt="{alt}" title="{alt}" />')}<span class="news-date-time">{m.date("{dd}.{mm}.{Y} {HH}:{MM}")}</span><h3>{e(m.title)}</h3>{f"<p>{e(m.lead)}</p>" if m.lead else ""}
{body(m).replace("</p>", " </p>")}
<div style="clear:both"></div><br />{m.t("Көрсетілім саны")}:&nbsp;{m.views}<br /><div class="news-detail-share"><noindex></noindex></div></div><p><a href="/news/">{m.t("Тізімге оралу")}</a></p>
<div class="news-list">{teasers(m, '<p class="news-item"><a href="?ID={at}"><img class="preview_picture" src="/x.jpg" alt="{title}" /></a><span class="news-date-time">{date}</span> <a href="?ID={at}"><b>{title}</b></a><br />{lead}</p>')}</div></div><div class="footer">{legal(m)}</div></body></html>"""
    return Page(page, f"/news/index.php?ELEMENT_ID={m.views}", {"lead": None, "body": with_lead(m), "paragraphs": with_lead(m), "image": m.image and f"{u}/upload/iblock/a1b/{m.image}"})


@template("drupal-7", "section authors published tags image comments", letters="Cyrl Latn")
def drupal7(m: Model) -> Page:
    u = "https://drupal-7.example"
    who = authors(m, '<span class="username" xml:lang="" about="/user/{at}" typeof="sioc:UserAccount" property="foaf:name">{name}</span>', ", ") or '<span class="username">admin</span>'
    page = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="kk" version="XHTML+RDFa 1.0" dir="ltr"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><meta name="Generator" content="Drupal 7 (http://drupal.org)" /><title>{e(m.title)} | {m.t("Қаратау хабаршысы")}</title></head>
<body class="html not-front not-logged-in one-sidebar sidebar-first page-node page-node- page-node-12 node-type-article"><div id="skip-link"><a href="#main-content" class="element-invisible element-focusable">Перейти к основному содержанию</a></div><div id="page-wrapper"><div id="page"><div id="header"><div id="name-and-slogan"><div id="site-name"><strong><a href="/" title="x" rel="home"><span>{m.t("Қаратау хабаршысы")}</span></a></strong></div></div><div id="main-menu" class="navigation"><ul id="main-menu-links" class="links clearfix">{menu(m)}</ul></div></div>
<div id="breadcrumb"><h2 class="element-invisible">Вы здесь</h2><div class="breadcrumb"><a href="/">Главная</a></div></div><div id="sidebar-first" class="column sidebar"><div class="region"><div id="block-search-form" class="block"><form><input type="text" name="search_block_form" /></form></div><div class="block block-user"><h2>Вход на сайт</h2><form><input name="name" /><input type="password" name="pass" /></form></div></div></div>
<div id="content" class="column"><div class="section"><a id="main-content"></a><h1 class="title" id="page-title"> {e(m.title)} </h1><div class="tabs"></div><div class="region region-content"><div id="block-system-main" class="block block-system"><div class="content"><div id="node-12" class="node node-article node-full clearfix" about="/node/12" typeof="sioc:Item foaf:Document"><span property="dc:title" content="{e(m.title)}" class="rdf-meta element-hidden"></span><span property="sioc:num_replies" content="{m.comments}" datatype="xsd:integer" class="rdf-meta element-hidden"></span>
<div class="meta submitted"><span property="dc:date dc:created" content="{m.iso()}" datatype="xsd:dateTime" rel="sioc:has_creator">Опубликовано {who} в {m.date("{dd}.{mm}.{Y} - {HH}:{MM}")}</span></div>
<div class="content clearfix"><div class="field field-name-field-image field-type-image field-label-hidden"><div class="field-items"><div class="field-item even" rel="og:image rdfs:seeAlso" resource="{u}/sites/default/files/field/image/{m.image}">{picture(m, f'<img typeof="foaf:Image" src="{u}/sites/default/files/styles/large/public/field/image/{{src}}?itok=Ab1" width="480" height="320" alt="" />')}</div></div></div><div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m)}</div></div></div>
<div class="field field-name-field-rubric field-type-taxonomy-term-reference field-label-above"><div class="field-label">Рубрика:&nbsp;</div><div class="field-items"><div class="field-item even"><a href="/taxonomy/term/4" typeof="skos:Concept" property="rdfs:label skos:prefLabel" datatype="">{e(m.section)}</a></div></div></div>{'<div class="field field-name-field-tags field-type-taxonomy-term-reference field-label-above"><div class="field-label">Метки:&nbsp;</div><div class="field-items">' + tags(m, '<div class="field-item even" rel="dc:subject"><a href="/taxonomy/term/9{at}" typeof="skos:Concept">{name}</a></div>', "") + "</div></div>" if m.tags else ""}</div>
<div class="link-wrapper"><ul class="links inline"><li class="comment_forbidden first last"><span><a href="/user/login">Войдите</a> или <a href="/user/register">зарегистрируйтесь</a>, чтобы оставлять комментарии</span></li></ul></div><div id="comments" class="comment-wrapper"><h2 class="title">Комментарии</h2>{replies(m, '<div class="comment clearfix" about="/comment/1" typeof="sioc:Post sioct:Comment"><div class="attribution"><div class="submitted"><p class="commenter-name"><span class="username">{name}</span></p><p class="comment-time"><span>{date}</span></p></div></div><div class="comment-text"><div class="content"><div class="field field-name-comment-body"><div class="field-items"><div class="field-item even" property="content:encoded"><p>{text}</p></div></div></div></div></div></div>')}</div></div></div></div></div></div></div><div id="footer-wrapper"><span>Powered by <a href="https://www.drupal.org">Drupal</a></span></div></div></div></body></html>"""
    sizes = m.image and frozenset((f"{u}/sites/default/files/field/image/{m.image}", f"{u}/sites/default/files/styles/large/public/field/image/{m.image}?itok=Ab1"))
    return Page(page, "/node/12", {"lead": None, "body": with_lead(m), "paragraphs": with_lead(m), "image": sizes, "comments": frozenset((m.comments, None))})


@template("drupal-9", "lead section published image tags views")
def drupal9(m: Model) -> Page:
    u = "https://drupal-9.example"
    src = f"{u}/sites/default/files/styles/max_1300/public/{m.date('{Y}-{mm}')}/{m.image}.webp?itok=Q"
    page = f"""<!DOCTYPE html><html {lang(m)} prefix="content: http://purl.org/rss/1.0/modules/content/ dc: http://purl.org/dc/terms/"><head><meta charset="utf-8" /><meta name="Generator" content="Drupal 9 (https://www.drupal.org)" />{picture(m, f'<meta property="og:image" content="{src}" />')}<title>{e(m.title)} | {m.t("Ұлы дала елі")}</title></head>
<body class="path-node page-node-type-news"><a href="#main-content" class="visually-hidden focusable">Skip to main content</a><div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><header role="banner"><div class="region region-header"><div id="block-branding" class="block"><a href="/" rel="home"><img src="/logo.svg" alt="Home" /></a></div><nav role="navigation"><ul class="menu">{menu(m)}</ul></nav></div></header>
<main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content"><div data-drupal-messages-fallback class="hidden"></div><div id="block-page-title" class="block"><h1><span class="field field--name-title field--type-string field--label-hidden">{e(m.title)}</span></h1></div>
<article role="article" data-history-node-id="51" about="/node/51" class="node node--type-news node--view-mode-full"><div class="node__content"><div class="field field--name-created"><time datetime="{m.iso(utc=True).replace("+00:00", "Z")}" class="datetime">{m.date("{dd}.{mm}.{Y} - {HH}:{MM}")}</time></div><div class="field field--name-field-section field--type-entity-reference field--label-hidden field__item"><a href="/taxonomy/term/2" hreflang="kk">{e(m.section)}</a></div>
{picture(m, f'<div class="field field--name-field-image field__item"><picture><source srcset="{src} 1x" media="all" type="image/webp"/><img src="{src}" alt="" loading="lazy" /></picture></div>')}{f'<div class="clearfix text-formatted field field--name-field-lead field--type-text-long field--label-hidden field__item"><p>{e(m.lead)}</p></div>' if m.lead else ""}
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">{body(m)}</div>{'<div class="field field--name-field-tags field--label-above"><div class="field__label">' + m.t("Тегтер") + '</div><div class="field__items">' + tags(m, '<div class="field__item"><a href="/tags/{at}" hreflang="kk">{name}</a></div>', "") + "</div></div>" if m.tags else ""}<ul class="links inline"><li class="statistics-counter">{m.views} {m.t("қаралым")}</li></ul></div></article>
<div class="views-element-container block"><h2>{m.t("Ұқсас жаңалықтар")}</h2><div class="view-content">{teasers(m, '<div class="views-row"><article class="node node--type-news node--view-mode-teaser"><h2><a href="/{at}" rel="bookmark"><span class="field--name-title">{title}</span></a></h2><div class="node__content"><div class="field field--name-body"><p>{lead}</p></div></div></article></div>')}</div></div></div></div></main><footer role="contentinfo"><p>{legal(m)}</p></footer></div></body></html>"""
    return Page(page, f"/kk/news/{m.key}", {"image": m.image and src})


@template("ucoz-news", "section published views comments", letters="Cyrl")
def ucoz(m: Model) -> Page:
    text = "<br /><br />".join(lines(m))
    lead = f"{e(m.lead)}<br /><br />" if m.lead else ""
    page = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd"><html><head><meta http-equiv="content-type" content="text/html; charset=UTF-8"><title>{e(m.title)} - {m.date("{d} {Month} {Y}")} - Ауыл сайты</title><link type="text/css" rel="StyleSheet" href="/_st/my.css" /></head>
<body style="background-color:#F3F3F3;"><div id="utbr8214" rel="s735"></div><table border="0" cellpadding="0" cellspacing="0" width="100%"><tr><td style="background:url('/.s/t/885/2.jpg')"><span style="color:#fff"><b><!-- <logo> -->Ауыл сайты<!-- </logo> --></b></span></td><td align="right" style="font:7pt">{m.clock("{Weekday}, {dd}.{mm}.{Y}, {HH}:{MM}")}<br />Қош келдіңіз <b>Қонақ</b> | <a href="/rss">RSS</a></td></tr></table>
<table border="0" cellpadding="0" cellspacing="0" width="100%"><tr><td valign="top" width="200"><div id="uMenuDiv1" class="uMenuV"><ul class="uMenuRoot">{menu(m)}</ul></div><table class="boxTable"><tr><td class="boxTitle"><b>Күнтізбе</b></td></tr><tr><td><table border="0" class="calTable"><tr><td class="calMonth" colspan="7">« {m.clock("{Month} {Y}")} »</td></tr><tr><td class="calWday">Дс</td><td class="calWday">Сс</td></tr><tr><td class="calMday">1</td><td class="calMdayA">2</td></tr></table></td></tr></table></td>
<td valign="top"><a href="/">Басты бет</a> &raquo; {m.clock("{Y}")} &raquo; {m.date("{Month}")} &raquo; {m.date("{d}")} &raquo; {e(m.title)}<hr />
<table border="0" width="100%" cellspacing="1" cellpadding="2" class="eBlock"><tr><td width="90%"><div class="eTitle"><div style="float:right;font-size:9px;">{m.date("{HH}:{MM}")} <span class="entDot"></span></div>{e(m.title)}</div></td></tr><tr><td class="eMessage">{lead}{text}</td></tr><tr><td colspan="2" class="eDetails"><div class="rate-stars-wrapper" style="float:right"></div><span class="e-category"><span class="ed-title">Санаты:</span> <span class="ed-value"><a href="/news/1">{e(m.section)}</a></span></span><span class="ed-sep"> | </span><span class="e-reads"><span class="ed-title">Қаралымы:</span> <span class="ed-value">{m.views}</span></span> | <span class="e-add"><span class="ed-title">Қосқан:</span> <span class="ed-value"><a class="u-user" href="javascript://">admin</a></span></span> | <span class="e-date"><span class="ed-value" title="{m.date("{HH}:{MM}")}">{m.date("{dd}.{mm}.{Y}")}</span></span> | <span class="e-rating">Рейтинг: 0.0/0</span></td></tr></table>
<table border="0" cellpadding="0" cellspacing="0" width="100%"><tr><td width="60%" height="25">Барлық пікірлер: <b>{m.comments}</b></td></tr><tr><td colspan="2">{replies(m, '<div class="cBlock1"><div class="cTop"><b>1</b> <b>{name}</b> ({date})</div><div class="cMessage">{text}</div></div>')}</td></tr></table></td></tr></table><div align="center">Copyright MyCorp &copy; 2025 | <a href="http://www.ucoz.ru/">uCoz</a></div></body></html>"""
    return Page(page, f"/news/{m.key}/{m.date('{Y}-{mm}-{dd}')}-{m.views}", {"lead": None, "body": with_lead(m), "paragraphs": with_lead(m), "clock": m.clock("{Weekday}, {dd}.{mm}.{Y}, {HH}:{MM}")} | loosely_dated(m))


@template("tilda-feed-post", "lead published image section authors", precision="day")
def tilda(m: Model) -> Page:
    u = "https://static.tildacdn.com/tild3633"
    inner = body(m, tag="div", attrs=' class="t-redactor__text"')
    page = f"""<!DOCTYPE html><html><head><meta charset="utf-8" /><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>{e(m.title)}</title><meta property="og:title" content="{e(m.title)}" /><meta property="og:type" content="website" />{picture(m, f'<meta property="og:image" content="{u}/{{src}}" />')}<script>window.dataLayer=[];</script></head>
<body class="t-body" style="margin:0;"><!--allrecords--><div id="allrecords" class="t-records" data-hook="blocks-collection-content-node" data-tilda-project-id="1"><div id="rec1" class="r t-rec" data-record-type="257"><div class="t228 t228__positionfixed"><div class="t228__centercontainer"><ul class="t228__list">{menu(m, '<li class="t228__list_item"><a class="t-menu__link-item" href="/{at}">{text}</a></li>')}</ul></div></div></div>
<div id="rec2" class="r t-rec" data-record-type="9999"><div class="t-feed__post-popup t-popup_show"><div class="t-feed__post-popup__container t-container"><div class="t-feed__post-popup__content-wrapper"><div class="js-feed-post-content t-feed__post-popup__content t-col"><div class="t-feed__post-popup__title-wrapper"><h1 class="js-feed-post-title t-feed__post-popup__title t-title t-title_xxs">{e(m.title)}</h1></div><div class="t-feed__post-popup__date-parts-wrapper"><span class="js-feed-post-date t-feed__post-popup__date t-uptitle t-uptitle_sm">{m.date("{Y}-{mm}-{dd}")}</span><span class="t-feed__post-popup__parts t-uptitle">{e(m.section)}</span><span class="t-feed__post-popup__author">{e(", ".join(m.authors))}</span></div>
{picture(m, f'<div class="t-feed__post-popup__cover-wrapper"><div class="t-feed__post-popup__img t-bgimg" data-original="{u}/{{src}}" style="background-image:url({u}/-/resize/20x/{{src}});"></div></div>')}{f'<div class="t-feed__post-popup__descr t-descr">{e(m.lead)}</div>' if m.lead else ""}<div class="js-feed-post-text t-feed__post-popup__text t-text t-text_md"><div class="t-redactor__tte-view">{inner}</div></div></div></div></div></div></div>
<div id="rec3" class="r t-rec"><div class="t-feed"><div class="t-title">{m.t("Тағы оқыңыз")}</div>{teasers(m, '<div class="t-feed__post"><div class="t-feed__post-title">{title}</div><div class="t-feed__post-descr">{lead}</div><span class="t-feed__post-date">{date}</span></div>')}</div></div></div><div class="t-tildalabel" id="tildacopy"><a href="https://tilda.cc">Made on Tilda</a></div></body></html>"""
    return Page(page, f"/tpost/abc12-{m.key}", {"image": m.image and f"{u}/{m.image}"})


@template("modx-evo", "published image views", precision="day", letters="Cyrl")
def modx(m: Model) -> Page:
    u = "https://modx-evo.example"
    page = f"""<!DOCTYPE html><html lang="ru"><head><base href="{u}/"><meta charset="utf-8"><title>{e(m.title)} | «Өлке» газеті</title></head><body><div class="page"><div class="head"><a href="{u}/"><img src="assets/images/logo.png" alt="Өлке"></a><div class="head__phone">8 (7112) 50-00-00</div></div><div class="nav"><ul><li class="first"><a href="{u}/">Басты бет</a></li>{menu(m)}</ul></div>
<div class="content-wrap"><div class="left"><h2>Мұрағат</h2><ul class="ditto">{teasers(m, '<li><a href="{at}.html">{title}</a></li>')}</ul></div><div class="center"><h1>{e(m.title)}</h1><div class="news-one"><p class="date">{m.date("{dd}-{mm}-{Y}")}</p>{picture(m, '<p><img src="assets/images/news/{src}" alt="" width="400" align="left"></p>')}{f"<p>{linked(m.lead)}</p>" if m.lead else ""}
{body(m)}
<p>&nbsp;</p><p class="count">Оқылды: {m.views}</p></div><a class="back" href="zhanalyqtar/">Барлық жаңалықтар</a></div></div><div class="foot">{legal(m)}</div></div></body></html>"""
    return Page(page, f"/{m.key}.html", {"lead": None, "body": with_lead(m), "paragraphs": with_lead(m), "image": m.image and f"{u}/assets/images/news/{m.image}"})


@template("laravel-bugin", "section authors published views rates weather clock image", precision="day")
def bugin(m: Model) -> Page:
    u = "https://laravel-bugin.example"
    arrow = '<svg width="8" height="3"><path d="M4 3L7.46 0H0.53L4 3Z" fill="#FF5048"/></svg>'
    widget = f'<div class="header__middle__left currency"><ul>{strip(m, "<li><p>{code} {value}</p>" + arrow + "</li>")}</ul></div>'
    when = m.clock("{d} {Month}, {HH}:{MM}")
    sky = f'<div class="date__forecast"><div class="date">{when}</div><div class="forecast">{m.city}, {m.degrees} 🌨</div></div>'
    lead = f"<p><strong>{e(m.lead)}</strong></p>" if m.lead else ""
    page = f"""<!DOCTYPE html><html lang="kz"><head><meta charset="UTF-8"><meta name="csrf-token" content="abc"><title>{e(m.title)}</title><meta property="og:title" content="{e(m.title)}"><meta property="og:url" content="{u}"><meta property="og:image" content="{u}/img/logo.png"></head><body><header class="header"><div class="header__container"><div class="header__middle">{widget}<a class="logo" href="/"><img src="/img/logo.svg" alt=""></a>{sky}</div><nav class="header__nav"><div class="header__nav__adapted">{widget}{sky}</div><ul class="header__ul">{menu(m)}</ul></nav></div></header>
<main class="container"><div class="left__block"><div class="article"><div class="article__head"><div class="info"><p class="time">{m.date("{dd} {Month}, {Y}")}</p><a href="/c/a" class="speciality">{e(m.section)} • {m.t("Мәтін")}</a>{authors(m, '<a href="/author/{at}" class="author">{name}</a>', "")}<span class="views"><i class="eye"></i>{m.views}</span></div><div class="article__title">{e(m.title)}</div></div>{picture(m, '<div class="article__img"><img src="/storage/news/{src}" alt=""><span>' + m.t("Сурет: ашық дереккөз") + "</span></div>")}
<div class="article__text">{lead}{body(m)}</div><div class="article__mistake">{m.t("Қате тапсаңыз, қажетті бөлікті таңдап ctrl+enter басыңыз.")}</div><div class="article__share"><span>{m.t("Бөлісу")}:</span></div></div></div><div class="right__block"><div class="tabs"><span>{m.t("Соңғы")}</span><span>{m.t("Көп оқылғандар")}</span></div><div class="tabs__item">{latest(m, '<p class="tabs__item__text"><span class="tabs__item__time">{time}</span><a href="/{at}">{title}</a></p>')}</div></div></main><footer>{legal(m)}</footer></body></html>"""
    return Page(page, f"/news/{m.key}", {"lead": m.lead, "clock": when, "image": m.image and f"{u}/storage/news/{m.image}"})


@template("octobercms-blog", "lead published tags image", precision="minute")
def october(m: Model) -> Page:
    u = "https://octobercms-blog.example"
    page = f"""<!DOCTYPE html><html {lang(m)}><head><meta charset="utf-8"><title>{m.t("Блог")} - {e(m.title)}</title></head><body><header id="layout-header"><nav class="navbar"><ul class="nav navbar-nav">{menu(m)}</ul></nav></header><section id="layout-content"><div class="container"><h2>{e(m.title)}</h2>{f'<p class="lead">{e(m.lead)}</p>' if m.lead else ""}
<div class="content">{picture(m, '<div class="featured-images text-center"><p><img data-src="{src}" src="/storage/app/uploads/public/5f/{src}" alt="" style="max-width: 100%" /></p></div>')}{body(m)}</div><p class="info"> Posted on {m.date("{dd}.{mm}.{Y} {HH}:{MM}")} </p>{f'<p class="tags">#{tags(m, join=" #")}</p>' if m.tags else ""}</div></section><footer id="layout-footer"><div id="footer"><p class="muted credit">&copy; 2013 - 2025 {legal(m)}</p></div></footer></body></html>"""
    return Page(page, f"/blog/post/{m.key}", {"image": m.image and f"{u}/storage/app/uploads/public/5f/{m.image}"})


@template("blogger", "authors published tags comments", letters="Cyrl Latn")
def blogger(m: Model) -> Page:
    text = "<br /><br />".join(lines(m))
    lead = f"{e(m.lead)}<br /><a name='more'></a><br />" if m.lead else ""
    who = f"<span class='post-author vcard'>Posted by <span class='fn' itemprop='author' itemscope='itemscope' itemtype='http://schema.org/Person'><a class='g-profile' href='#' rel='author'><span itemprop='name'>{e(m.authors[0])}</span></a></span></span>" if m.authors else ""
    page = f"""<!DOCTYPE html><html class='v2' dir='ltr' lang='ru' xmlns='http://www.w3.org/1999/xhtml' xmlns:b='http://www.google.com/2005/gml/b'><head><meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/><meta content='blogger' name='generator'/><title>{m.t("Дала хаттары")}: {e(m.title)}</title></head><body class='loading'><div class='navbar section' id='navbar'></div><div class='content'><header><div class='header section' id='header'><div id='header-inner'><div class='titlewrapper'><h1 class='title'><a href='/'>{m.t("Дала хаттары")}</a></h1></div><div class='descriptionwrapper'><p class='description'><span>{m.t("Жеке блог")}</span></p></div></div></div></header>
<div class='main-outer'><div class='main section' id='main'><div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'><div class="date-outer"><h2 class='date-header'><span>{m.date("{Weekday}, {d} {month} {Y}")}</span></h2><div class="date-posts"><div class='post-outer'><div class='post hentry uncustomized-post-template' itemprop='blogPost' itemscope='itemscope' itemtype='http://schema.org/BlogPosting'><meta content='1234' itemprop='blogId'/><a name='77'></a><h3 class='post-title entry-title' itemprop='name'>{e(m.title)}</h3><div class='post-header'><div class='post-header-line-1'></div></div><div class='post-body entry-content' id='post-body-77' itemprop='description articleBody'><div dir="ltr" style="text-align: left;" trbidi="on">{lead}{text}</div><div style='clear: both;'></div></div>
<div class='post-footer'><div class='post-footer-line post-footer-line-1'>{who} <span class='post-timestamp'>at <a class='timestamp-link' href='#' rel='bookmark' title='permanent link'><abbr class='published' itemprop='datePublished' title='{m.iso()}'>{m.date("{HH}:{MM}")}</abbr></a></span></div><div class='post-footer-line post-footer-line-2'><span class='post-labels'>Labels: {tags(m, "<a href='/search/label/{at}' rel='tag'>{name}</a>", ", ")}</span></div></div></div><div class='comments' id='comments'><h4>{m.comments} comments:</h4><dl id='comments-block'>{replies(m, "<dt class='comment-author'><a>{name}</a> said...</dt><dd class='comment-body'><p>{text}</p></dd><dd class='comment-footer'><span class='comment-timestamp'>{date}</span></dd>")}</dl></div></div></div></div></div></div></div></div>
<div class='sidebar section'><div class='widget BlogArchive'><h2>Blog Archive</h2><ul class='hierarchy'><li class='archivedate expanded'><a class='post-count-link' href='#'>2025</a> <span class='post-count'>(12)</span></li></ul></div></div><div class='widget Attribution'>Powered by <a href='https://www.blogger.com'>Blogger</a>.</div></div></body></html>"""
    return Page(page, f"/{m.date('{Y}/{mm}')}/{m.key}.html", {"lead": None, "body": with_lead(m), "paragraphs": with_lead(m)})


@template("bank-rate-table", "section published rates", precision="day", letters="Cyrl")
def bank_table(m: Model) -> Page:
    names = {"USD": "АҚШ ДОЛЛАРЫ", "EUR": "ЕУРО", "RUB": "РЕСЕЙ РУБЛІ", "CNY": "ҚЫТАЙ ЮАНІ"}
    rows = "".join(f"<tr><td>1 {names[code]}</td><td>{code} / KZT</td><td>{value}</td><td>{'+0.17' if at % 2 else '-1.2'}</td></tr>" for at, (code, value) in enumerate(m.rates))
    rows += "<tr><td>100 ӨЗБЕК СОМЫ</td><td>UZS / KZT</td><td>3.5</td><td>0</td></tr>"
    page = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body><div id="top"><table class="table table-sm"><thead><tr><th colspan="2">Валюта</th><th>Бағам</th><th>Өзгеріс</th></tr></thead><tbody>{rows}</tbody></table></div><ol class="breadcrumb"><li><a href="/">Басты бет</a></li><li><a href="/a">{e(m.section)}</a></li><li class="active">{e(m.title)}</li></ol>
<div class="panel"><h1>{e(m.title)}</h1><div class="panel-date">{m.date("{Y} ж. {d} {month}")}</div><div class="panel-body">{f"<h4>{e(m.lead)}</h4>" if m.lead else ""}{body(m)}</div></div><div class="row">{teasers(m, '<div class="col-4"><h4>{title}</h4><p>{lead}</p></div>')}</div></body></html>"""
    return Page(page, f"/{m.views}/{m.key}", {"lead": m.lead, "rates": [*rates(m), ("UZS", 3.5, 100, "official")]})
