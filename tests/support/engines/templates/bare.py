# ruff: noqa: E501
"""Pages that no engine helps to understand: forms, tables, line breaks, one block; and the widgets in their many forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.engines.core import Either, Page, cash, paragraphs, rates, template
from tests.support.engines.models import SIGNS
from tests.support.engines.parts import authors, body, e, lang, legal, lines, linked, menu, picture, tags, teasers
from tests.support.engines.parts import rates as strip

if TYPE_CHECKING:
    from tests.support.engines.models import Model


def with_lead(m: Model) -> list[str]:
    return [*([m.lead] if m.lead else []), *paragraphs(m)]


def first(m: Model) -> dict[str, object]:
    """Expect the lead as an ordinary first paragraph."""
    return {"lead": None, "body": with_lead(m), "paragraphs": with_lead(m)}


@template("aspnet-webforms", "section published views", letters="Cyrl")
def aspnet(m: Model) -> Page:
    lead = f'<p class="MsoNormal" style="text-align:justify"><span style="font-size:12.0pt">{e(m.lead)}<o:p></o:p></span></p>' if m.lead else ""
    page = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head id="ctl00_Head1"><title>
	Облыстық газет
</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /></head><body><form name="aspnetForm" method="post" action="news.aspx?id={m.views}" id="aspnetForm"><div><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKMTY1NDU2MTA1Mg9kFgJmD2QWAgIDD2QWBAIBD2QWAgIBDxYCHgRUZXh0BQ==" /></div><script type="text/javascript">
//<![CDATA[
var theForm = document.forms['aspnetForm'];
//]]>
</script><table id="ctl00_tblMain" width="990" align="center"><tr><td colspan="2"><div id="ctl00_pnlTop"><span id="ctl00_lblLogo">Облыстық газет</span><input name="ctl00$txtSearch" type="text" id="ctl00_txtSearch" /><input type="submit" name="ctl00$btnSearch" value="Іздеу" /></div></td></tr><tr><td valign="top"><ul>{menu(m)}</ul></td><td valign="top"><div id="ctl00_ContentPlaceHolder1_pnlNews"><span id="ctl00_ContentPlaceHolder1_lblCategory" class="cat">{e(m.section)}</span><br /><span id="ctl00_ContentPlaceHolder1_lblTitle" class="newsTitle">{e(m.title)}</span><br /><span id="ctl00_ContentPlaceHolder1_lblDate" class="newsDate">{m.date("{dd}.{mm}.{Y} {HH}:{MM}")}:00</span> <span id="ctl00_ContentPlaceHolder1_lblHits">Оқылды: {m.views}</span><div id="ctl00_ContentPlaceHolder1_divText">{lead}{body(m, attrs=' class="MsoNormal" style="text-align:justify"')}</div><a id="ctl00_ContentPlaceHolder1_lnkBack" href="javascript:__doPostBack('x','')">Артқа</a></div></td></tr></table></form></body></html>"""
    return Page(page, f"/news.aspx?id={m.views}", first(m))


@template("html4-fonts", "section published", precision="day", letters="Cyrl Arab")
def html4(m: Model) -> Page:
    rows = "".join(f'<p align="justify"><font face="Times New Roman" size="3">&nbsp;&nbsp;&nbsp;{line}</font></p>' for line in ([e(m.lead)] if m.lead else []) + lines(m))
    page = f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8"><TITLE>{m.t("Аудан газеті")}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF" TEXT="#000000"><CENTER><TABLE BORDER="0" WIDTH="780" CELLPADDING="0"><TR><TD COLSPAN="3" BGCOLOR="#003366"><FONT COLOR="#FFFFFF" SIZE="5"><B>{m.t("Аудан газеті")}</B></FONT><BR><FONT SIZE="1" COLOR="white">{m.t("Газет 1932 жылғы 7 қарашадан шығады")}</FONT></TD></TR><TR><TD WIDTH="150" VALIGN="top">{menu(m, '<A HREF="{at}.htm"><FONT SIZE="2">{text}</FONT></A><BR>')}</TD><TD VALIGN="top"><FONT SIZE="2" COLOR="#990000"><B>{e(m.section)}</B></FONT><BR><FONT SIZE="4"><B>{e(m.title)}</B></FONT><BR><FONT SIZE="1">{m.date("{d} {month} {Y} жыл")}</FONT><HR>{rows}</TD><TD WIDTH="150" VALIGN="top">{teasers(m, '<FONT SIZE="2"><A HREF="{at}.htm">{title}</A><BR>{lead}</FONT><HR>')}</TD></TR></TABLE><FONT SIZE="1">&copy; {legal(m)}</FONT></CENTER></BODY></HTML>"""
    return Page(page, f"/news/{m.key}.htm", first(m))


@template("php-br-br", "published views section", letters="Cyrl")
def php_br(m: Model) -> Page:
    text = "<br><br>\n".join(([e(m.lead)] if m.lead else []) + lines(m))
    page = f"""<html><head><title>{e(m.title)}</title><meta http-equiv=content-type content="text/html; charset=utf-8"></head><body><div id=top><a href=index.php>Басты бет</a> | <a href=news.php>Жаңалықтар</a> | <a href=forum.php>Форум</a></div><div id=left><b>Соңғы хабарлар</b><br>{teasers(m, '<a href=news.php?id={at}>{title}</a><br><small>{date}</small><br>')}</div><div id=main><a href=cat.php?c=2>{e(m.section)}</a><h2>{e(m.title)}</h2>
{text}
<br><br><i>Жарияланған күні: {m.date("{dd}.{mm}.{Y}ж. {HH}:{MM}")}</i><br>Қаралды: {m.views}<br><a href=print.php?id=7>Басып шығару нұсқасы</a></div><div id=bot>{legal(m)}</div></body></html>"""
    return Page(page, f"/news.php?id={m.views}", first(m))


@template("one-div-text-nodes", "published", letters="Cyrl Latn Arab")
def text_nodes(m: Model) -> Page:
    text = "\n<br/>\n".join(([e(m.lead)] if m.lead else []) + lines(m))
    page = f"""<!DOCTYPE html><html {lang(m)}><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body><div class="nav">{menu(m, "<a>{text}</a> ")}</div><div class="content">{e(m.title)}<hr/>{m.date("{dd}.{mm}.{Y} {HH}:{MM}")}<hr/>
{text}
</div><div class="bottom">{teasers(m, "<a>{title}</a><br/>")}{legal(m)}</div></body></html>"""
    return Page(page, f"/{m.key}", first(m))


@template("logo-h1-title-h3", "section authors published image", letters="Cyrl Latn")
def logo_h1(m: Model) -> Page:
    u = "https://logo-h1-title-h3.example"
    page = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>{m.t("Ақжол газеті")} :: {m.t("Жаңалықтар")}</title><meta property="og:title" content="{m.t("Ақжол газеті")}"><meta property="og:image" content="{u}/logo-big.png"></head><body><h1 class="logo"><a href="/">{m.t("Ақжол газеті")}</a></h1><h2 class="slogan">{m.t("Халықтың үні, жүректің сөзі")}</h2><ul>{menu(m)}</ul><div id="c"><div class="sec">{e(m.section)}</div><h3>{e(m.title)}</h3><div class="dt">{m.date("{d} {Month}, {Y} сағат {HH}:{MM}")}</div>{picture(m, '<img class="pic" src="/pics/{src}" width="600">')}{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m)}{f'<p class="sign"><b>{e(m.authors[0])}</b></p>' if m.authors else ""}</div><h1>{m.t("Танымал")}</h1>{teasers(m, "<h3>{title}</h3><p>{lead}</p>")}<h1>{m.t("Байланыс")}</h1>{legal(m)}</body></html>"""
    return Page(page, f"/{m.key}", {**first(m), "authors": list(m.authors[:1]), "image": m.image and f"{u}/pics/{m.image}"})


@template("date-only-in-address", "section image", letters="Cyrl Arab")
def url_date(m: Model) -> Page:
    u = "https://date-only-in-address.example"
    day = m.published.replace(hour=0, minute=0).isoformat()
    page = f"""<!DOCTYPE html><html {lang(m)}><head><meta charset="utf-8"><title>{e(m.title)} « {m.t("Бұлақ")}</title></head><body><div class="today">{m.clock("{Weekday}, {d} {Month} {Y}")}</div><ul>{menu(m)}</ul><div class="post"><div class="cat"><a href="/category/a/">{e(m.section)}</a></div><h1>{e(m.title)}</h1>{picture(m, f'<img src="{u}/wp-content/uploads/{{src}}" class="wp-post-image">')}{f"<p><strong>{e(m.lead)}</strong></p>" if m.lead else ""}{body(m)}</div><div class="list"><h4>{m.t("Соңғы жаңалықтар")}</h4>{teasers(m, "<p>{date} <a>{title}</a></p>")}</div></body></html>"""
    return Page(page, f"/{m.date('{Y}/{mm}/{dd}')}/{m.views}.html", {"lead": m.lead, "published": day[:16] + day[-6:], "precision": "day", "clock": m.clock("{Weekday}, {d} {Month} {Y}"), "image": m.image and f"{u}/wp-content/uploads/{m.image}"})


@template("relative-date", "section views", letters="Cyrl Latn Arab")
def relative(m: Model) -> Page:
    from datetime import timedelta

    at = m.fetched - timedelta(hours=2)
    stamps = frozenset((at.isoformat()[:16] + at.isoformat()[-6:], (at.replace(minute=0)).isoformat()[:16] + at.isoformat()[-6:]))
    page = f"""<!DOCTYPE html><html {lang(m)}><head><meta charset="utf-8"><title>{e(m.title)} - {m.t("Сарқырама")}</title></head><body><nav>{menu(m)}</nav><main><div class="article-head"><a class="article-cat" href="/a">{e(m.section)}</a><h1>{e(m.title)}</h1><div class="article-info"><span class="ago">2 {m.t("сағат бұрын")}</span><span class="eye">{m.views} {m.t("рет қаралды")}</span></div></div><div class="article-text">{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m)}</div></main><aside>{teasers(m, "<div><b>{title}</b><i>3 " + m.t("күн бұрын") + "</i></div>")}</aside></body></html>"""
    return Page(page, f"/{m.key}", {**first(m), "published": stamps, "precision": "hour"})


@template("yesterday-with-time", "section views", letters="Cyrl")
def yesterday(m: Model) -> Page:
    from datetime import timedelta

    at = (m.fetched - timedelta(days=1)).replace(hour=14, minute=5)
    page = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body><nav>{menu(m)}</nav><div class="n-page"><h1 class="n-title">{e(m.title)}</h1><div class="n-info"><span>Кеше, 14:05</span> <a href="/a">{e(m.section)}</a> <span><i class="fa fa-eye"></i> {m.views}</span></div><div class="n-text">{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m)}</div></div></body></html>"""
    return Page(page, f"/{m.key}", {**first(m), "published": at.isoformat()[:16] + at.isoformat()[-6:], "precision": "minute"})


@template("year-missing", "section views", letters="Cyrl Latn")
def no_year(m: Model) -> Page:
    early = m.fetched.year - m.published.year > 1
    at = m.published.replace(year=m.fetched.year) if early else m.published
    stamp = at.isoformat()[:16] + m.fetched.isoformat()[-6:]
    page = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body><nav>{menu(m)}</nav><div class="material"><h1>{e(m.title)}</h1><div class="bar"><span class="when">{m.date("{dd} {month}, {HH}:{MM}")}</span><span class="sec">{e(m.section)}</span><span class="cnt">{m.t("Қаралым")}: {m.views}</span></div>{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m)}</div></body></html>"""
    return Page(page, f"/{m.key}", {**first(m), "published": stamp, "precision": "minute"})


@template("no-date-at-all", "section", letters="Cyrl")
def no_date(m: Model) -> Page:
    page = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body><div class="head">{m.clock("{Weekday}, {d} {month} {Y}")}</div><nav>{menu(m)}</nav><div class="p"><a class="rub" href="/r">{e(m.section)}</a><h1>{e(m.title)}</h1><div class="t">{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m)}</div></div><div class="ann">2024 жылдың І жартыжылдығына жазылу жүріп жатыр!</div><div class="l">{teasers(m, "<p>{date} / 16:40 / <a>{title}</a></p>")}</div></body></html>"""
    return Page(page, f"/{m.key}", {**first(m), "clock": m.clock("{Weekday}, {d} {month} {Y}")})


@template("dateline-glued-end", "section published views comments authors", letters="Cyrl Latn Arab")
def glued(m: Model) -> Page:
    who = f" {e(m.authors[0])}" if m.authors else ""
    page = f"""<!DOCTYPE html><html {lang(m)}><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body><ul>{menu(m)}</ul><div class="nv"><h1>{e(m.title)}</h1><div class="nv-t">{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m)}</div><div class="nv-d">{e(m.section)} {m.views} {m.comments} {m.t("пікір")} {m.date("{d} {Month}, {Y} сағат {HH}:{MM}")}{f'<div class="nv-a">{who}</div>' if m.authors else ""}</div></div><div class="ft">{legal(m)}</div></body></html>"""
    return Page(page, f"/post/{m.views}", {**first(m), "authors": list(m.authors[:1])})


@template("labels-date-section-author", "section published authors views", precision="day", letters="Cyrl Latn")
def labelled(m: Model) -> Page:
    page = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body><ul>{menu(m)}</ul><div class="box"><h2 class="box-title">{e(m.title)}</h2><table class="info"><tr><td>{m.t("Бөлім")}:</td><td>{e(m.section)}</td></tr><tr><td>{m.t("Жарияланды")}:</td><td>{m.date("{dd}.{mm}.{Y}")}</td></tr>{f"<tr><td>{m.t('Авторы')}:</td><td>{e(m.authors[0])}</td></tr>" if m.authors else ""}<tr><td>{m.t("Оқылды")}:</td><td>{m.views}</td></tr></table><div class="box-body">{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m)}</div></div></body></html>"""
    return Page(page, f"/{m.key}", {**first(m), "authors": list(m.authors[:1])})


@template("header-twice-placeholders", "lead section published rates weather clock image", letters="Cyrl Latn")
def header_twice(m: Model) -> Page:
    u = "https://header-twice-placeholders.example"
    clock = m.clock("{d} {Month}, {HH}:{MM}:{SS}")
    head = f'<div class="hd-clock">{clock}</div><div class="hd-weather"><div class="hd-city">{m.city}</div><div class="hd-t">{m.signed}°C</div></div><div class="hd-rates">{strip(m, "<div><span>{code}</span> <b>{value}</b></div>")}</div>'
    page = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>{e(m.title)}</title>{picture(m, f'<meta property="og:image" content="{u}/u/{{src}}">')}</head><body><div class="mobile-only hidden" style="display:none"><div class="weather"><span class="town">Киев</span> <span class="temper">0℃</span></div><div class="rates"><div>USD <b>0.00</b></div><div>EUR <b>0.00</b></div></div></div><header class="desktop">{head}</header><header class="mobile">{head}</header><ul>{menu(m)}</ul><div class="ar"><a class="ar-s" href="/a">{e(m.section)}</a><h1>{e(m.title)}</h1><div class="ar-d">{m.date("{dd}.{mm}.{Y}, {HH}:{MM}")}</div>{f'<div class="ar-lead">{e(m.lead)}</div>' if m.lead else ""}<div class="ar-text">{body(m)}</div></div><footer>{legal(m)}</footer></body></html>"""
    return Page(page, f"/{m.key}", {"clock": clock, "image": m.image and f"{u}/u/{m.image}"})


def widget(name: str, header: str, m: Model, expect: dict[str, object]) -> Page:
    """Return a plain page under a header that is the thing under test."""
    page = f"""<!DOCTYPE html><html {lang(m)}><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body><header>{header}</header><nav><ul>{menu(m)}</ul></nav><main><article><h1>{e(m.title)}</h1><time datetime="{m.iso()}">{m.date("{dd}.{mm}.{Y} {HH}:{MM}")}</time>{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m)}</article></main><footer>{legal(m)}</footer></body></html>"""
    return Page(page, f"/{m.key}?{name}", {**first(m), **expect})


@template("rates-sign-strip", "published rates weather")
def rates_signs(m: Model) -> Page:
    return widget("a", f'<div class="t">{strip(m, "{sign}{value}", " ")}</div><div class="w">{m.city} {m.signed}°C</div>', m, {})


@template("rates-value-then-code", "published rates weather")
def rates_value_code(m: Model) -> Page:
    return widget("b", f'<ul class="v">{strip(m, "<li><b>{value}</b> <span>{code}</span></li>")}</ul><p class="w"><span>{m.degrees} C</span><br><span>{m.city}</span></p>', m, {})


@template("rates-bare-triple", "published rates weather", letters="Cyrl")
def rates_bare(m: Model) -> Page:
    order = tuple(code for code in ("USD", "EUR", "RUB") if code in dict(m.rates))
    values = dict(m.rates)
    cells = "".join(f"<span>{values[code]}</span>" for code in order)
    glued = Either((None, (m.city_key, None))) if m.signed.startswith("-") else (m.city_key, float(m.degrees))  # a hyphen or a minus?
    return widget("c", f'<div class="currency">{cells}</div><div class="weather">{m.city}{m.signed}°С</div>', m, {"rates": Either((rates(m, order), [])), "weather": glued})


@template("rates-images-for-codes", "published rates", letters="Cyrl")
def rates_images(m: Model) -> Page:
    return widget("d", f'<div class="kurs">{strip(m, """<div class="kurs-i"><img src="/flags/{low}.svg" alt="{code}"><span>{value} ₸</span></div>""")}</div>', m, {})


@template("rates-buy-sell-table", "published rates weather")
def rates_cash(m: Model) -> Page:
    rows = "".join(f"<tr><th>{code}</th><td>{buy}</td><td>{sell}</td></tr>" for code, buy, sell in m.cash)
    head = f"<tr><td></td><td>{m.t('Сатып алу')}</td><td>{m.t('Сату')}</td></tr>"
    return widget("e", f'<table class="exchange"><caption>{m.t("Валюта бағамы")}</caption>{head}{rows}</table><div class="pg"><span>{m.signed}°</span> <span>{m.city}</span></div>', m, {"rates": cash(m)})


@template("rates-slash-buy-sell", "published rates", letters="Cyrl")
def rates_slash(m: Model) -> Page:
    rows = "".join(f"<li>{SIGNS[code]} {buy} / {sell}</li>" for code, buy, sell in m.cash)
    return widget("f", f'<ul class="obmen">{rows}</ul>', m, {"rates": cash(m)})


@template("rates-kazakh-names", "published rates weather")
def rates_names(m: Model) -> Page:
    names = {"USD": "Доллар", "EUR": "Еуро", "RUB": "Рубль", "CNY": "Юань"}
    rows = "".join(f"<div>{m.t(names[code])}: {value} {m.t('теңге')}</div>" for code, value in m.rates)
    return widget("g", f'<div class="fin">{rows}</div><div class="pogoda"><b>{m.city}</b>: {m.signed} °C</div>', m, {})


@template("rates-decimal-comma-nbsp", "published rates weather")
def rates_comma(m: Model) -> Page:
    rows = "".join(f"<span>1&nbsp;{code}&nbsp;=&nbsp;{value.replace('.', ',')}&nbsp;KZT</span> " for code, value in m.rates)
    minus = m.signed.replace("-", "−")
    return widget("h", f'<div class="cur">{rows}</div><div class="wt"><i class="sun"></i>{m.city}<sup>{minus}°</sup></div>', m, {})


@template("weather-city-list", "published weather", letters="Cyrl")
def weather_list(m: Model) -> Page:
    others = "".join(f"<li>{town} {degrees}°</li>" for town, degrees in (("Ақтау", "+14"), ("Жезқазған", "-3"), ("Талдықорған", "+2")))
    return widget("i", f'<div class="weather"><div class="now"><span class="c">{m.city}</span><span class="d">{m.signed}°</span><span>бұлтты</span></div><ul>{others}</ul></div>', m, {})


@template("weather-no-value", "published", letters="Cyrl")
def weather_empty(m: Model) -> Page:
    options = "".join(f"<option>{town}</option>" for town in ("Алматы", "Астана", "Шымкент", "Семей"))
    return widget("j", f'<div class="weather"><span>{m.city}:</span> <span id="deg"></span><select>{options}</select></div><div class="cur"><span>USD</span><span class="v">--</span><span>EUR</span><span class="v">--</span></div>', m, {})


@template("weather-min-max", "published weather", letters="Cyrl")
def weather_range(m: Model) -> Page:
    low = int(m.degrees) - 5
    return widget("k", f'<div class="forecast"><b>{m.city}</b> <span>Қазір {m.signed}°</span> <span>Түнде {low:+d}°</span></div>', m, {})


@template("weather-value-only", "published weather")
def weather_alone(m: Model) -> Page:
    return widget("l", f'<div class="head-weather"><i class="icon"></i>{m.signed}°C</div>', m, {"weather": (None, float(m.degrees))})


@template("weather-day-and-night-ranges", "published", letters="Cyrl")
def weather_ranges(m: Model) -> Page:
    low, warm = int(m.degrees) - 7, int(m.degrees)
    header = f'<div class="wth"><b>{m.city}</b> {warm - 2:+d}°..{warm:+d}° {low:+d}°.. {low + 2:+d}°</div>'
    return widget("m", header, m, {"weather": Either((None, (m.city_key, None)))})


@template("weather-value-above-three-cities", "published weather", letters="Cyrl Latn")
def weather_three(m: Model) -> Page:
    cells = "".join(f'<div class="w-item"><div>{degrees} C</div><div>{city}</div></div>' for degrees, city in ((m.degrees, m.city), ("-0.1", "Almaty"), ("4.3", "Shymkent")))
    return widget("n", f'<div class="w-box">{cells}</div>', m, {})


@template("clock-russian-weekday", "published clock", letters="Cyrl")
def clock_russian(m: Model) -> Page:
    months = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()  # noqa: SIM905
    days = "Понедельник Вторник Среда Четверг Пятница Суббота Воскресенье".split()  # noqa: SIM905
    clock = f"{days[m.fetched.weekday()]} , {m.fetched.day} {months[m.fetched.month - 1]} {m.fetched.year}"
    return widget("o", f'<div class="date-now">{clock}</div>', m, {"clock": clock})


@template("clock-two-lines", "published clock")
def clock_lines(m: Model) -> Page:
    clock = Either((m.clock("{Weekday} {d} {month} {Y}"), m.clock("{d} {month} {Y}")))
    return widget("p", f'<div class="today"><p>{m.clock("{Weekday}")}</p><p>{m.clock("{d} {month} {Y}")}</p></div>', m, {"clock": clock})


@template("clock-time-of-day", "published clock")
def clock_time(m: Model) -> Page:
    return widget("q", f'<span id="clock">{m.clock("{HH}:{MM}:{SS}")}</span>', m, {"clock": m.clock("{HH}:{MM}:{SS}")})


@template("autolinked-tag-words", "section published tags", letters="Cyrl")
def autolinked(m: Model) -> Page:
    text = body(m).replace('href="/material-', 'rel="tag" href="/tag/')
    page = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body><ul>{menu(m)}</ul><article class="post"><a class="post-cat" href="/category/a">{e(m.section)}</a><h1>{e(m.title)}</h1><time class="post-date">{m.date("{dd}.{mm}.{Y} {HH}:{MM}")}</time><div class="post-text">{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{text}</div><div class="post-tags">{tags(m)}</div></article><footer>{legal(m)}</footer></body></html>"""
    return Page(page, f"/{m.key}", first(m))


@template("title-div-og-suffix", "section published tags authors", letters="Cyrl Latn Arab")
def title_div(m: Model) -> Page:
    site = m.t("Шындық.kz ақпараттық агенттігі")
    page = f"""<!DOCTYPE html><html {lang(m)}><head><meta charset="utf-8"><title>{e(m.title)} » {site} - {m.t("соңғы жаңалықтар")}</title><meta property="og:title" content="{e(m.title)} » {site}"><meta property="og:site_name" content="{site}"></head><body><ul>{menu(m)}</ul><div class="np"><div class="np-cat">{e(m.section)}</div><div class="np-title">{e(m.title)}</div><div class="np-date">{m.date("{d} {Month} {Y}, {HH}:{MM}")}</div><div class="np-body">{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m)}</div>{f'<div class="np-author">{m.t("Автор")}: {authors(m, "{name}")}</div>' if m.authors else ""}{f'<div class="np-tags">{m.t("Тегтер")}: {tags(m)}</div>' if m.tags else ""}</div><div class="np-more">{teasers(m, "<div><a>{title}</a><p>{lead}</p></div>")}</div></body></html>"""
    return Page(page, f"/{m.key}", first(m))


@template("cookie-paywall-banners", "lead section published", letters="Cyrl Latn")
def banners(m: Model) -> Page:
    promo = m.t("Құрметті оқырман! Біздің Telegram арнамызға жазылып, жаңалықтарды бірінші болып біліңіз. Сілтеме төменде тұр.")
    page = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body><div id="gdpr" role="dialog"><h1>{m.t("Құпиялылық")}</h1><p>{m.t("Біз сіздің деректеріңізді сайт жұмысын жақсарту, жарнаманы жекелендіру және статистика жинау үшін пайдаланамыз. Толығырақ құпиялылық саясатынан оқыңыз.")}</p><button>OK</button></div><div class="alert">{m.t("Сайт жаңартылуда! 2023 жылғы 30 қазаннан бастап редакция жаңа мекенжайға көшті.")}</div><ul>{menu(m)}</ul><div class="story"><a class="story-cat" href="/a">{e(m.section)}</a><h1>{e(m.title)}</h1><p class="story-date">{m.date("{dd}.{mm}.{Y} {HH}:{MM}")}</p>{f'<p class="story-lead">{e(m.lead)}</p>' if m.lead else ""}<div class="story-text">{body(m, after={0: f'<div class="promo-tg"><p>{promo}</p></div>', 1: '<div class="banner-in"><a href="/ad"><img src="/ad.gif"></a></div>'})}<p>{m.t("Бізге WhatsApp арқылы хабарласыңыз")}: +7 700 000 00 00</p></div></div><footer>{legal(m)}</footer></body></html>"""
    return Page(page, f"/{m.key}")


@template("inline-related-long", "section published authors", letters="Cyrl Latn")
def inline_related(m: Model) -> Page:
    box = '<div class="read-also"><b>' + m.t("Тағы оқыңыз") + ":</b>" + teasers(m, '<a href="/{at}"><span>{title}</span><p>{lead}</p></a>') + "</div>"
    glued_line = f'<p><b>{m.t("Қосымша оқыңыз")}: <a href="/9">{m.t("Балықшылар көлден сирек кездесетін балық ұстады")}</a></b></p>'
    page = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body><ul>{menu(m)}</ul><div class="entry"><div class="entry-rub"><a href="/a">{e(m.section)}</a></div><h1>{e(m.title)}</h1><div class="entry-date">{m.date("{d} {month} {Y}, {HH}:{MM}")}</div><div class="entry-body">{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m, after={0: box, 1: glued_line})}{f'<p><em>{e(m.authors[0])},<br>{m.t("«Жетісу» газеті")},<br>{m.t("АЛМАТЫ")}</em></p>' if m.authors else ""}</div></div></body></html>"""
    return Page(page, f"/{m.key}", {**first(m), "authors": list(m.authors[:1])})
