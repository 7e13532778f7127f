# ruff: noqa: E501
"""The older web: tables, frames, print pages, portals of the 2000s that are still served."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.engines.core import Page, cash, paragraphs, template
from tests.support.engines.parts import body, e, lang, latest, legal, lines, linked, menu, picture, replies, tags, teasers
from tests.support.engines.parts import rates as strip

if TYPE_CHECKING:
    from tests.support.engines.models import Model


def with_lead(m: Model) -> list[str]:
    """Return the paragraphs of a page that prints the lead as an ordinary first paragraph."""
    return [*([m.lead] if m.lead else []), *paragraphs(m)]


@template("ucoz-table-entry", "section authors published views comments", letters="Cyrl")
def ucoz_table(m: Model) -> Page:
    text = "<br /><br />".join(([e(m.lead)] if m.lead else []) + lines(m))
    who = f' | {m.t("Добавил")}: <a href="javascript://" rel="nofollow" onclick="window.open(\'/index/8-2\',\'up2\');return false;">admin</a>'
    page = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="content-type" content="text/html; charset=UTF-8"><title>{e(m.title)} - {m.date("{d} {Month} {Y}")} - Ауданның үні</title><link type="text/css" rel="StyleSheet" href="/_st/my.css" /></head><body style="background:#FFFFFF; margin:0px; padding:0px;"><div id="utbr8214" rel="s51"></div><div id="contanier"><div id="header"><div class="time">{m.clock("{Weekday}, {dd}.{mm}.{Y}, {HH}:{MM}")}</div><div class="site-n"><a href="/">Ауданның үні</a></div><div class="user-bar">Приветствую Вас <b>Гость</b> | <a href="/rss/">RSS</a></div></div>
<table width="100%" border="0" cellspacing="0" cellpadding="0"><tr><td valign="top" id="left-side"><div class="block"><div class="block-t">Меню сайта</div><div class="block-c"><div id="uMenuDiv1" class="uMenuV"><ul class="uMenuRoot">{menu(m, '<li><div class="uMenuItem"><a href="/index/{at}"><span>{text}</span></a></div></li>')}</ul></div></div></div><div class="block"><div class="block-t">Статистика</div><div class="block-c">Онлайн всего: <b>1</b><br />Гостей: <b>1</b><br />Пользователей: <b>0</b></div></div></td>
<td valign="top" id="content"><div class="breadcrumbs-wrapper"><div class="breadcrumbs"><a href="/">Главная</a> &raquo; {m.date("{Y} &raquo; {Month} &raquo; {d}")} &raquo; {e(m.title)}</div></div><table border="0" cellpadding="0" cellspacing="0" width="100%" class="eBlock"><tr><td width="75%"><div class="eTitle">{e(m.title)}</div></td><td align="right" style="white-space: nowrap;"><span style="color:#999">{m.date("{HH}:{MM}")}</span></td></tr><tr><td colspan="2" class="eMessage"><div id="nativeroll_video_cont" style="display:none;"></div>{picture(m, '<!--IMG1--><a href="/_nw/3/{src}" class="ulightbox" target="_blank"><img alt="" style="margin:0;padding:0;border:0;" src="/_nw/3/s{src}" align="left" /></a><!--IMG1-->')}{text}</td></tr><tr><td colspan="2" class="eDetails">Категория: <a href="/news/1-0-3">{e(m.section)}</a> | Просмотров: {m.views}{who} | Рейтинг: <span id="entRating1">0.0</span>/<span id="entRated1">0</span></td></tr></table>
<table border="0" cellpadding="0" cellspacing="0" width="100%"><tr><td width="60%" height="25">Всего комментариев: <b>{m.comments}</b></td><td align="right" height="25"></td></tr><tr><td colspan="2"><div id="newEntryT"></div><div id="allEntries"></div></td></tr></table><div align="center" class="commReg">Добавлять комментарии могут только зарегистрированные пользователи.<br />[ <a href="/index/3">Регистрация</a> | <a href="/index/1">Вход</a> ]</div></td></tr></table><div id="footer">Copyright MyCorp © 2024. <span class="pbyZzVLs">Хостинг от <a href="https://www.ucoz.ru/">uCoz</a></span></div></div></body></html>"""
    said = with_lead(m)
    day = m.published.replace(hour=0, minute=0)
    stamps = frozenset(at.isoformat()[:16] + at.isoformat()[-6:] for at in (m.published, day))
    u = "https://ucoz-table-entry.example"
    return Page(page, f"/news/{m.key}/{m.date('{Y}-{mm}-{dd}')}-{m.views}", {"lead": None, "body": said, "paragraphs": said, "authors": [], "published": stamps, "precision": frozenset(("minute", "second", "day")), "clock": m.clock("{Weekday}, {dd}.{mm}.{Y}, {HH}:{MM}"), "image": m.image and frozenset((f"{u}/_nw/3/{m.image}", f"{u}/_nw/3/s{m.image}"))})


@template("bitrix-tables-2010", "section published rates weather", precision="day", letters="Cyrl Latn")
def bitrix_tables(m: Model) -> Page:
    rows = "".join(f'<tr><td class="cur_name">{code}</td><td class="cur_buy">{buy}</td><td class="cur_sell">{sell}</td></tr>' for code, buy, sell in m.cash)
    page = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>{e(m.title)}</title><link href="/bitrix/templates/main/styles.css" type="text/css" rel="stylesheet" /></head><body><table width="1000" align="center" border="0" cellpadding="0" cellspacing="0"><tr><td colspan="3" class="head"><a href="/"><img src="/bitrix/templates/main/images/logo.gif" border="0" alt=""></a></td></tr><tr><td width="200" valign="top"><table class="left-menu" width="100%">{menu(m, '<tr><td><a href="/{at}/">{text}</a></td></tr>')}</table><br>
<table class="currency_table" width="100%"><tr><td></td><td>{m.t("Сатып алу")}</td><td>{m.t("Сату")}</td></tr>{rows}</table><table class="weather_inf" width="100%"><tr><td>{e(m.city)}</td><td align="right"><b>{m.signed}&deg;C</b></td></tr></table></td>
<td valign="top" style="padding:0 15px"><div class="bx_breadcrumbs"><ul><li><a href="/" title="x">{m.t("Басты бет")}</a></li><li><a href="/news/{m.key}/" title="x">{e(m.section)}</a></li></ul></div><div class="news-detail"><span class="news-date-time">{m.date("{dd}.{mm}.{Y}")}</span><h3>{e(m.title)}</h3>{picture(m, '<img class="detail_picture" border="0" src="/upload/iblock/1fa/{src}" width="300" height="200" alt="" title="" />')}<p>{"<br /><br />".join(([e(m.lead)] if m.lead else []) + lines(m))}</p><div style="clear:both"></div><br /></div><p><a href="/news/">{m.t("Жаңалықтар тізіміне оралу")}</a></p></td>
<td width="200" valign="top"><div class="news-list"><b>{m.t("Соңғы жаңалықтар")}</b>{latest(m, '<p class="news-item"><span class="news-date-time">{time}</span> <a href="/news/{at}/"><b>{title}</b></a><br /></p>')}</div></td></tr><tr><td colspan="3" class="bottom">{legal(m)}</td></tr></table></body></html>"""
    said = with_lead(m)
    return Page(page, f"/news/{m.key}/{m.views}/", {"lead": None, "body": said, "paragraphs": said, "rates": cash(m), "image": m.image and f"https://bitrix-tables-2010.example/upload/iblock/1fa/{m.image}"})


@template("print-page", "published", letters="Cyrl Latn Arab")
def print_page(m: Model) -> Page:
    said = with_lead(m)
    page = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html {lang(m)}><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{e(m.title)}</title><meta name="robots" content="noindex,nofollow"><style>body{{font:14px serif}}</style></head><body onload="window.print()"><table border="0" width="640" align="center"><tr><td><a href="/"><b>{m.t("Жайлау жаңалықтары")}</b></a></td><td align="right"><a href="javascript:window.print()">{m.t("Басып шығару")}</a></td></tr><tr><td colspan="2"><hr size="1"></td></tr><tr><td colspan="2"><h2>{e(m.title)}</h2><i>{m.date("{dd}.{mm}.{Y} {HH}:{MM}")}</i><br><br>{"".join(f"<p>{e(text)}</p>" for text in said)}</td></tr><tr><td colspan="2"><hr size="1"><font size="1">{m.t("Мақаланың мекенжайы:")} https://print-page.example/news/{m.views}</font></td></tr></table></body></html>"""
    return Page(page, f"/print/{m.views}", {"lead": None, "body": said, "paragraphs": said})


@template("frame-inner", "authors", letters="Cyrl")
def frame(m: Model) -> Page:
    said = with_lead(m)
    who = f'<p align="right"><b><i>{e(m.authors[0])}</i></b></p>' if m.authors else ""
    page = f"""<html><head><meta http-equiv="Content-Language" content="ru"><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="GENERATOR" content="Microsoft FrontPage 5.0"><title>New Page 1</title></head><body bgcolor="#FFFFE8" topmargin="10"><p align="center"><b><font face="Times New Roman" size="5" color="#800000">{e(m.title)}</font></b></p>{picture(m, '<p align="center"><img border="0" src="{src}" width="400"></p>')}{"".join(f'<p align="justify" style="text-indent: 20"><font face="Times New Roman" size="3">{linked(text)}</font></p>' for text in said)}{who}<p align="center"><a href="index1.htm"><font size="2">&lt;&lt; Артқа</font></a></p></body></html>"""
    return Page(page, f"/maqala/{m.key}.htm", {"lead": None, "body": said, "paragraphs": said, "authors": list(m.authors[:1]), "image": m.image and f"https://frame-inner.example/maqala/{m.image}"})


@template("jquery-mobile-page", "section published views", letters="Cyrl Latn")
def jquery_mobile(m: Model) -> Page:
    said = with_lead(m)
    page = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{e(m.title)} — {m.t("Мобильді нұсқа")}</title></head><body><div data-role="page" id="p1"><div data-role="header" data-position="fixed"><a href="#panel" data-icon="bars">{m.t("Мәзір")}</a><h1>Dala.kz</h1></div><div data-role="panel" id="panel"><ul data-role="listview">{menu(m)}</ul></div><div data-role="content"><div class="cat"><a href="/m/cat/2">{e(m.section)}</a></div><h3 class="ttl">{e(m.title)}</h3><div class="ui-grid-a"><div class="ui-block-a">{m.date("{HH}:{MM}, {d} {month} {Y}")}</div><div class="ui-block-b">👁 {m.views}</div></div><div class="txt">{"".join(f"<p>{e(text)}</p>" for text in said)}</div><ul data-role="listview" data-inset="true"><li data-role="list-divider">{m.t("Соңғы хабарлар")}</li>{latest(m, '<li><a href="/m/{at}"><p class="ui-li-aside">{time}</p><h3>{title}</h3></a></li>')}</ul></div><div data-role="footer"><h4>© Dala.kz</h4><a href="/?full=1">{m.t("Толық нұсқа")}</a></div></div></body></html>"""
    return Page(page, f"/m/{m.views}", {"lead": None, "body": said, "paragraphs": said})


@template("phpnuke-story", "section published views authors", letters="Cyrl")
def phpnuke(m: Model) -> Page:
    said = with_lead(m)
    page = f"""<html><head><title>Жастар порталы - {e(m.title)}</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="generator" content="PHP-Nuke Copyright (c) 2005"></head><body bgcolor="#ffffff"><table width="100%"><tr><td align="center"><font class="content">{m.clock("{d} {month} {Y}")}</font></td></tr></table><table width="100%" cellpadding="0" cellspacing="0"><tr valign="top"><td width="150"><table><tr><td bgcolor="#ccc"><font class="boxtitle"><b>Мәзір</b></font></td></tr><tr><td><font class="boxcontent">{menu(m, '<strong><big>&middot;</big></strong>&nbsp;<a href="modules.php?name={at}">{text}</a><br>')}</font></td></tr></table></td><td>&nbsp;&nbsp;</td><td width="100%"><table border="0" cellpadding="0" cellspacing="0" bgcolor="#ffffff" width="100%"><tr><td><table cellpadding="3" cellspacing="1" width="100%"><tr><td bgcolor="#eee"><font class="storytitle"><b>{e(m.section)}: {e(m.title)}</b></font></td></tr></table><font class="storyposted">Жіберген: <a href="modules.php?name=Your_Account">{e(m.authors[0]) if m.authors else "admin"}</a> күні: {m.date("{Weekday}, {d} {Month} {Y}, {HH}:{MM}")} ({m.views} рет оқылды)</font><br><br><font class="storycontent">{"<br><br>".join(e(text) for text in said)}</font></td></tr></table></td><td width="170"><table><tr><td bgcolor="#ccc"><font class="boxtitle"><b>Ұқсас сілтемелер</b></font></td></tr><tr><td><font class="boxcontent"><strong><big>&middot;</big></strong>&nbsp;<a href="modules.php?name=Search">Тағы: {e(m.section)}</a><hr noshade width="95%" size="1"></font></td></tr></table></td></tr></table><center><font class="footmsg">{legal(m)}<br>Беттің жасалу уақыты: 0.12 секунд</font></center></body></html>"""
    return Page(page, f"/modules.php?name=News&file=article&sid={m.views}", {"lead": None, "body": said, "paragraphs": said, "authors": list(m.authors[:1]), "clock": m.clock("{d} {month} {Y}")})


@template("two-columns-of-a-newspaper", "section authors published", precision="day", letters="Cyrl Latn")
def newspaper(m: Model) -> Page:
    said = with_lead(m)
    half = max(1, len(said) // 2)
    left, right = ("".join(f"<p>{e(text)}</p>" for text in part) for part in (said[:half], said[half:]))
    who = f'<div class="avt">{e(m.authors[0].split()[0])} {e(m.authors[0].split()[-1].upper())},</div><div class="avt2">«{m.t("Аудан айнасы")}»</div>' if m.authors else ""
    page = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{e(m.title)} — {m.t("Аудан айнасы газеті")}</title></head><body><div class="masthead"><div class="est">{m.t("Газет 1931 жылғы 7 қарашадан шығады")}</div><div class="name">{m.t("Аудан айнасы")}</div><div class="num">№ 45 (9812) {m.clock("{Weekday}, {d} {month} {Y} жыл")}</div></div><div class="mnu">{menu(m, '<a href="?m={at}">{text}</a> | ')}</div><div class="page"><div class="rubrika">{e(m.section)}</div><h2 class="zagolovok">{e(m.title)}</h2><div class="data">{m.date("{dd}.{mm}.{Y} ж.")}</div>{picture(m, '<div class="foto"><img src="/foto/{src}" alt=""></div>')}<div class="kolonki"><div class="kol">{left}</div><div class="kol">{right}</div></div>{who}</div><div class="podval">{legal(m)}</div></body></html>"""
    name = [f"{m.authors[0].split()[0]} {m.authors[0].split()[-1].upper()}"] if m.authors else []
    return Page(page, f"/index.php?n={m.views}", {"lead": None, "body": said, "paragraphs": said, "authors": name, "image": m.image and f"https://two-columns-of-a-newspaper.example/foto/{m.image}", "clock": m.clock("{Weekday}, {d} {month} {Y} жыл")})


@template("instantcms-2", "section published views comments authors tags", letters="Cyrl")
def instantcms(m: Model) -> Page:
    user = e(m.authors[0]) if m.authors else "admin"
    page = f"""<!DOCTYPE html><html><head><title>{e(m.title)}</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body id="desktop_device_type"><div id="layout"><header><div id="logo"><a href="/">Жаркент</a></div><div class="widget_ajax_wrap" id="widget_pos_header"><ul class="menu">{menu(m)}</ul></div></header><div id="body"><section style="width:720px"><div id="breadcrumbs"><ul itemscope itemtype="https://schema.org/BreadcrumbList"><li class="home"><a href="/" title="Главная"></a></li><li class="sep"></li><li itemprop="itemListElement"><a href="/news/a" itemprop="item"><span itemprop="name">{e(m.section)}</span></a></li><li class="sep"></li><li><span>{e(m.title)}</span></li></ul></div><article><div id="controller_wrap"><h1>{e(m.title)}</h1><div class="content_item news_item"><div class="field ft_text f_teaser"><div class="value">{e(m.lead) if m.lead else ""}</div></div><div class="field ft_html f_content"><div class="value">{body(m)}</div></div></div><div class="tags_bar">{tags(m)}</div>
<div class="info_bar"><div class="bar_item bi_rating"><div class="rating_widget"><span class="score zero">0</span></div></div><div class="bar_item bi_date_pub" title="Жарияланған күні">{m.date("{dd}.{mm}.{Y}")} <span class="time">{m.date("{HH}:{MM}")}</span></div><div class="bar_item bi_hits" title="Қаралым">{m.views}</div><div class="bar_item bi_user" title="Автор"><a href="/users/1">{user}</a></div><div class="bar_item bi_comments"><a href="#comments" title="Комментарии">{m.comments}</a></div></div><div id="comments_widget"><div id="comments_list">{replies(m, '<div class="comment"><div class="info"><div class="name">{name}</div><div class="date">{date}</div></div><div class="text">{text}</div></div>')}</div></div></div></article></section><aside><div class="widget"><h4 class="title">Басқа жазбалар</h4><div class="body">{teasers(m, '<div class="item"><a class="title" href="/{at}">{title}</a><div class="teaser">{lead}</div></div>')}</div></div></aside></div><footer><ul><li id="copyright">Жаркент © 2024</li><li id="info"><span class="item">Работает на InstantCMS</span></li></ul></footer></div>{strip(m, "<i hidden>{code}</i>")}</body></html>"""
    return Page(page, f"/news/{m.views}-{m.key}.html", {"lead": m.lead, "authors": list(m.authors[:1])})
