# ruff: noqa: E501
"""Pages whose text stands in a script, and pages of frameworks that print elements of their own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.support.engines.core import Either, Page, paragraphs, template
from tests.support.engines.parts import body, e, lang, latest, ld, lines, menu, picture, teasers
from tests.support.engines.parts import rates as strip

if TYPE_CHECKING:
    from tests.support.engines.models import Model


def with_lead(m: Model) -> list[str]:
    """Return the paragraphs of a page that prints the lead as an ordinary first paragraph."""
    return [*([m.lead] if m.lead else []), *paragraphs(m)]


def hidden(m: Model) -> dict[str, object]:
    """Expect the date that a script would show."""
    return {"published": m.iso()[:16] + m.iso()[-6:], "precision": Either(("minute", "second"))}


@template("next-state-only", "lead", letters="Cyrl Latn Arab")
def next_state(m: Model) -> Page:
    others = [{"id": at, "title": f"{m.t('Басқа хабар')} {at}", "slug": f"n-{at}"} for at in range(6)]
    state = {"props": {"pageProps": {"post": {"id": m.views, "title": m.title, "description": m.lead, "content": body(m), "publishedAt": m.iso(), "category": {"title": m.section}}, "latest": others}, "__N_SSG": True}, "page": "/news/[slug]", "query": {"slug": m.key}, "buildId": "x1y2"}
    page = f"""<!DOCTYPE html><html {lang(m)}><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/><title>{e(m.title)}</title><meta property="og:title" content="{e(m.title)}"/><meta name="next-head-count" content="4"/><link rel="preload" href="/_next/static/css/1.css" as="style"/></head><body><div id="__next"><div class="chakra-spinner css-1"><span class="css-8b45rq">Loading...</span></div></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(state, ensure_ascii=False).replace("<", chr(92) + "u003c")}</script></body></html>"""
    return Page(page, f"/news/{m.key}", hidden(m) | {"section": m.section})


@template("nuxt3-state-only", "lead", letters="Cyrl Latn")
def nuxt3_state(m: Model) -> Page:
    state = [["Reactive", 1], {"data": 2}, {"news": 3}, {"id": 4, "title": 5, "short": 6, "text": 7, "created_at": 8}, m.views, m.title, m.lead or "", "".join(f"<p>{line}</p>" for line in lines(m)), m.iso()]
    page = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>{e(m.title)}</title><meta property="og:title" content="{e(m.title)}"></head><body><div id="__nuxt"></div><div id="teleports"></div><script type="application/json" id="__NUXT_DATA__" data-ssr="false">{json.dumps(state, ensure_ascii=False)}</script><script>window.__NUXT__={{}}</script></body></html>"""
    return Page(page, f"/kk/news/{m.views}", hidden(m))


@template("spa-ld-only", "section authors published tags image", letters="Cyrl Latn")
def spa_ld(m: Model) -> Page:
    u = "https://spa-ld-only.example"
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": m.title, "articleBody": "\n".join(with_lead(m)), "datePublished": m.iso(), "articleSection": m.section, "author": [{"@type": "Person", "name": name} for name in m.authors], "image": {"@type": "ImageObject", "url": f"{u}/i/{m.image}"} if m.image else None, "keywords": list(m.tags)}
    page = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>{e(m.title)}</title>{"".join(f'<meta property="article:tag" content="{e(tag)}">' for tag in m.tags)}{ld(data)}</head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/static/js/main.js"></script></body></html>"""
    return Page(page, f"/article/{m.key}", {"lead": None, "body": with_lead(m), "paragraphs": with_lead(m), "image": m.image and f"{u}/i/{m.image}"})


@template("angular-own-elements", "lead section published views rates weather", letters="Cyrl Arab")
def angular(m: Model) -> Page:
    money = strip(m, '<app-rate-item _ngcontent-c5="" _nghost-c7=""><span _ngcontent-c7="" class="cur">{code}</span> <span _ngcontent-c7="" class="val">{value}</span><i _ngcontent-c7="" class="up">▲</i></app-rate-item>')
    page = f"""<!DOCTYPE html><html {lang(m)}><head><meta charset="utf-8"><title>{e(m.title)}</title><base href="/"></head><body><app-root _nghost-c0="" ng-version="13.2.0"><app-header _ngcontent-c0="" _nghost-c5=""><div _ngcontent-c5="" class="line">{money}<app-weather _ngcontent-c5=""><span class="place">{e(m.city)}</span> <span class="deg">{m.signed} °C</span></app-weather></div><ul>{menu(m)}</ul></app-header><router-outlet _ngcontent-c0=""></router-outlet>
<app-news-detail _nghost-c12=""><section _ngcontent-c12=""><div _ngcontent-c12="" class="cols"><div _ngcontent-c12="" class="big"><app-crumbs><a routerlink="/" href="/">{m.t("Басты бет")}</a> / <a href="/s/1">{e(m.section)}</a></app-crumbs><h1 _ngcontent-c12="">{e(m.title)}</h1><div _ngcontent-c12="" class="under"><span>{m.date("{dd}.{mm}.{Y}, {HH}:{MM}")}</span><span class="eye"><mat-icon role="img" class="mat-icon material-icons">visibility</mat-icon> {m.views}</span></div>{f'<h4 _ngcontent-c12="" class="anons">{e(m.lead)}</h4>' if m.lead else ""}<div _ngcontent-c12="" class="inner" >{body(m)}</div></div>
<app-side _ngcontent-c12=""><h3>{m.t("Таспа")}</h3><ul>{latest(m)}</ul></app-side></div></section></app-news-detail><app-footer _ngcontent-c0=""><p>© {m.t("Мөлдір бұлақ, 2022")}</p></app-footer></app-root></body></html>"""
    return Page(page, f"/detail/{m.views}")


@template("sveltekit-page", "lead section published authors image", letters="Cyrl Latn")
def svelte(m: Model) -> Page:
    u = "https://cdn.sveltekit-page.example"
    page = f"""<!doctype html><html lang="kk"><head><meta charset="utf-8" /><title>{e(m.title)} • {m.t("Ұшқыр")}</title><!-- HEAD_svelte-1 --><meta property="og:title" content="{e(m.title)}">{picture(m, f'<meta property="og:image" content="{u}/{{src}}">')}</head><body data-sveltekit-preload-data="hover"><div style="display: contents"><div class="page svelte-1a2b3c"><header class="svelte-9xk">{menu(m, '<a class="svelte-9xk" href="/{at}">{text}</a>')}</header><main class="svelte-1a2b3c"><div class="kicker svelte-77"><a href="/rubric/s" class="svelte-77">{e(m.section)}</a></div><h1 class="svelte-77">{e(m.title)}</h1>{f'<p class="deck svelte-77">{e(m.lead)}</p>' if m.lead else ""}
<div class="sig svelte-77">{f'<span class="who svelte-77">{m.t("Мәтін:")} {e(", ".join(m.authors))}</span>' if m.authors else ""}<time class="svelte-77">{m.date("{d} {month} {Y}, {HH}:{MM}")}</time></div>{picture(m, f'<div class="hero svelte-77"><img src="{u}/{{src}}" alt="" class="svelte-77"></div>')}<div class="prose svelte-77"><!-- HTML_TAG_START -->{body(m)}<!-- HTML_TAG_END --></div><div class="more svelte-55"><h2>{m.t("Тағы")}</h2>{teasers(m, '<a class="c svelte-55" href="/{at}"><b>{title}</b><span>{lead}</span></a>')}</div></main></div>
<script>{{__sveltekit_1 = {{base: ""}};const data = [null,{{"type":"data","data":{{title:"x"}}}}];}}</script></div></body></html>"""
    return Page(page, f"/{m.key}", {"image": m.image and f"{u}/{m.image}"})


@template("ghost-casper", "lead section authors published tags image", precision="day", letters="Cyrl Latn")
def ghost(m: Model) -> Page:
    u = "https://ghost-casper.example/content/images/2023/05"
    names = "".join(f'<h4 class="author-name"><a href="/author/{at}/">{e(name)}</a></h4>' for at, name in enumerate(m.authors[:1]))
    cards = teasers(m, '<article class="post-card post"><div class="post-card-content"><a class="post-card-content-link" href="/{at}/"><header class="post-card-header"><h2 class="post-card-title">{title}</h2></header><div class="post-card-excerpt">{lead}</div></a><footer class="post-card-meta"><time class="post-card-meta-date">{date}</time><span class="post-card-meta-length">3 min read</span></footer></div></article>')
    page = f"""<!DOCTYPE html><html lang="kk"><head><title>{e(m.title)}</title><meta charset="utf-8" /><meta property="og:site_name" content="{m.t("Сары дала")}"><meta property="og:type" content="article"><meta property="og:title" content="{e(m.title)}"><meta property="article:published_time" content="{m.iso(utc=True)}">{"".join(f'<meta property="article:tag" content="{e(tag)}">' for tag in (m.section, *m.tags))}<meta name="generator" content="Ghost 5.2"></head><body class="post-template tag-{m.key} is-head-left-logo"><div class="viewport"><header id="gh-head" class="gh-head outer"><div class="gh-head-inner inner"><nav class="gh-head-menu"><ul class="nav">{menu(m)}</ul></nav></div></header><div class="site-content"><main id="site-main" class="site-main"><article class="article post tag-{m.key}"><header class="article-header gh-canvas"><div class="article-tag post-card-tags"><span class="post-card-primary-tag"><a href="/tag/{m.key}/">{e(m.section)}</a></span></div><h1 class="article-title">{e(m.title)}</h1>{f'<p class="article-excerpt">{e(m.lead)}</p>' if m.lead else ""}
<div class="article-byline"><section class="article-byline-content"><div class="article-byline-meta">{names}<div class="byline-meta-content"><time class="byline-meta-date" datetime="{m.date("{Y}-{mm}-{dd}")}">{m.date("{d} {month} {Y}")}</time><span class="byline-reading-time"><span class="bull">&bull;</span> 4 min read</span></div></div></section></div>{picture(m, f'<figure class="article-image"><img srcset="{u}/{{src}} 300w" src="{u}/{{src}}" alt=""/></figure>')}</header><section class="gh-content gh-canvas">{body(m)}</section><section class="article-comments gh-canvas"></section></article></main><section class="footer-cta outer"><h2 class="footer-cta-title">{m.t("Жаңа жазбаларды поштаңызға алыңыз")}</h2></section><aside class="read-more-wrap outer"><div class="read-more inner">{cards}</div></aside></div><footer class="site-footer outer"><section class="copyright">© 2023</section></footer></div></body></html>"""
    return Page(page, f"/{m.key}/", {"authors": list(m.authors[:1]), "tags": Either(([m.section], [m.section, *m.tags])), "image": m.image and f"{u}/{m.image}", "published": frozenset(at.isoformat()[:16] + at.isoformat()[-6:] for at in (m.published, m.published.replace(hour=0, minute=0))), "precision": frozenset(("minute", "second", "day"))})


@template("yii-bootstrap-card", "section published views comments weather rates", letters="Cyrl Latn Arab")
def yii(m: Model) -> Page:
    rows = strip(m, '<li class="list-inline-item"><small class="text-muted">{code}</small> <b>{value}</b> <small class="text-danger">▼ 0.42</small></li>')
    page = f"""<!DOCTYPE html><html {lang(m)}><head><meta charset="UTF-8"><meta name="csrf-param" content="_csrf"><title>{e(m.title)}</title></head><body class="d-flex flex-column h-100"><div class="bg-light py-1"><div class="container d-flex"><ul class="list-inline mb-0">{rows}</ul><div class="ms-auto"><i class="bi bi-geo"></i> {e(m.city)}: <b>{m.signed}°</b></div></div></div><nav class="navbar navbar-expand-md"><ul class="navbar-nav">{menu(m)}</ul></nav><main role="main" class="flex-shrink-0"><div class="container"><div class="row"><div class="col-lg-8"><div class="card border-0"><div class="card-body"><span class="badge bg-primary">{e(m.section)}</span><h2 class="card-title mt-2">{e(m.title)}</h2><p class="small text-muted"><i class="bi bi-calendar"></i> {m.date("{HH}:{MM} | {dd}.{mm}.{Y}")} <i class="bi bi-eye ms-3"></i> {m.views} <i class="bi bi-chat ms-3"></i> {m.comments}</p><div class="card-text text-justify">{f"<p>{e(m.lead)}</p>" if m.lead else ""}{body(m)}</div></div></div></div>
<div class="col-lg-4"><div class="card"><div class="card-header">{m.t("Оқырман таңдауы")}</div><ul class="list-group list-group-flush">{latest(m, '<li class="list-group-item"><small class="text-muted">{time}</small><br><a class="text-dark" href="/site/view?id={at}">{title}</a></li>')}</ul></div></div></div></div></main><footer class="footer mt-auto py-3"><p class="float-start">&copy; My Company 2024</p><p class="float-end">Powered by <a href="https://www.yiiframework.com/" rel="external">Yii Framework</a></p></footer></body></html>"""
    said = with_lead(m)
    return Page(page, f"/site/view?id={m.views}", {"lead": None, "body": said, "paragraphs": said})


@template("custom-amp", "lead section authors published image", letters="Cyrl Latn Arab")
def amp(m: Model) -> Page:
    u = "https://custom-amp.example"
    page = f"""<!doctype html><html amp {lang(m)}><head><meta charset="utf-8"><script async src="https://cdn.ampproject.org/v0.js"></script><title>{e(m.title)}</title><link rel="canonical" href="{u}/news/{m.key}"><style amp-boilerplate>body{{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both}}</style>{ld({"@context": "http://schema.org", "@type": "NewsArticle", "headline": m.title, "datePublished": m.iso()})}</head><body><amp-sidebar id="sidebar1" layout="nodisplay" side="left"><ul>{menu(m)}</ul></amp-sidebar><header class="top"><button on="tap:sidebar1.toggle">☰</button><a href="/"><amp-img src="/logo.png" width="120" height="40"></amp-img></a></header><amp-ad width=300 height=250 type="adsense"></amp-ad>
<article><a class="rub" href="/rubric/a">{e(m.section)}</a><h1>{e(m.title)}</h1><p class="dt">{m.date("{d} {Month} {Y}, {HH}:{MM}")}</p>{f'<p class="who">{m.t("Автор:")} {e(", ".join(m.authors))}</p>' if m.authors else ""}{picture(m, f'<amp-img src="{u}/i/{{src}}" width="700" height="400" layout="responsive" alt=""></amp-img>')}{f'<p class="anons"><strong>{e(m.lead)}</strong></p>' if m.lead else ""}{body(m, after={0: '<amp-ad width="300" height="250" type="yandex"></amp-ad>'})}<amp-social-share type="twitter"></amp-social-share><amp-social-share type="whatsapp"></amp-social-share></article>
<section class="also"><h3>{m.t("Осы айдардан")}</h3>{teasers(m, '<a href="/amp/{at}"><amp-img src="/t{at}.jpg" width="100" height="60"></amp-img><span>{title}</span></a>')}</section><footer><a href="{u}/news/{m.key}">{m.t("Толық нұсқасы")}</a></footer><amp-analytics type="gtag"></amp-analytics></body></html>"""
    return Page(page, f"/amp/{m.key}", {"image": m.image and f"{u}/i/{m.image}"})
