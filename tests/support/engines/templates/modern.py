# ruff: noqa: E501
"""Pages that a JavaScript framework printed on the server: hashed classes, JSON-LD, utility classes."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING

from tests.support.engines.core import Page, paragraphs, template
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
    replies,
    tags,
    teasers,
)
from tests.support.engines.parts import rates as strip

if TYPE_CHECKING:
    from tests.support.engines.models import Model


def with_lead(m: Model) -> list[str]:
    return [*([m.lead] if m.lead else []), *paragraphs(m)]


def article_ld(m: Model, url: str, *, escaped: bool = False) -> dict[str, object]:
    code = html.escape if escaped else str
    data: dict[str, object] = {
        "@type": "NewsArticle", "headline": code(m.title), "datePublished": m.iso(), "articleSection": code(m.section), "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "author": [{"@type": "Person", "name": code(name)} for name in m.authors], "publisher": {"@type": "Organization", "name": code(m.t("Жаңа дәуір"))}, "keywords": ", ".join(map(code, m.tags)),
    }  # fmt: skip
    if m.lead:
        data["description"] = code(m.lead)
    if m.image:
        data["image"] = [f"{url}{m.image}"]
    return data


def hashed(m: Model, head: str, path: str) -> str:
    """Return a Next.js page; nothing in its class names says what a block is, but for their readable halves."""
    cards = teasers(m, '<a class="Card_root__x8Yz1" href="/{at}"><h3 class="Card_title__Qq1">{title}</h3><p class="Card_text__9aB">{lead}</p><span class="Card_date__11">{date}</span></a>')
    data = json.dumps({"props": {"pageProps": {"post": {"title": m.title}}}, "page": path}, ensure_ascii=False)
    return f"""<!DOCTYPE html><html {lang(m)}><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/><title>{e(m.title)} | {m.t("Жаңа дәуір")}</title>{head}<meta name="next-head-count" content="9"/></head><body><div id="__next"><div class="Layout_wrap__2bXqA"><header class="Header_header__3kd"><div class="Header_row__1"><div class="Rates_rates__Zk2">{strip(m, '<div class="Rates_item__q"><span>{code}</span><span>{value}</span></div>')}</div><div class="Header_weather__7"><span>{m.city}</span><span>{m.signed}°</span></div></div><nav class="Nav_nav__5">{menu(m, '<a class="Nav_link__1" href="/{at}">{text}</a>')}</nav></header>
<main class="Post_main__Lq2"><div class="Post_grid__1"><div class="Post_left__8"><div class="Post_crumbs__k"><a href="/">{m.t("Басты бет")}</a><span>/</span><a href="/a">{e(m.section)}</a></div><h1 class="Post_h__Yt5">{e(m.title)}</h1><div class="Post_row__Pp"><span class="Post_when__1">{m.date("{d} {Month} {Y}, {HH}:{MM}")}</span><span class="Post_eye__3"><svg width="16"><path d="M1"></path></svg>{m.views}</span>{authors(m, '<a class="Post_who__9" href="/author/{at}">{name}</a>', "")}</div>{f'<p class="Post_sub__Oi">{e(m.lead)}</p>' if m.lead else ""}{picture(m, '<span style="box-sizing:border-box;display:block"><img alt="{alt}" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" decoding="async"/><noscript><img alt="{alt}" src="/_next/image?url=%2Fmedia%2F{src}&amp;w=1200&amp;q=75"/></noscript></span>')}<div class="Post_html__r4D">{body(m)}</div><div class="Post_tags__0">{tags(m, '<a class="Post_tag__1" href="/tag/{at}">{name}</a>', "")}</div><div class="Share_root__a"><button>{m.t("Бөлісу")}</button></div></div><aside class="Side_side__1"><div class="Side_title__2">{m.t("Соңғы жаңалықтар")}</div>{cards}</aside></div></main><footer class="Footer_f__1">{legal(m)}</footer></div></div><script id="__NEXT_DATA__" type="application/json">{data}</script></body></html>"""


SHOWN = "lead section authors published views tags image rates weather"


def _images(m: Model, u: str) -> frozenset[str] | None:
    return m.image and frozenset((f"{u}{m.image}", f"{u}media/{m.image}", f"{u}_next/image?url=%2Fmedia%2F{m.image}&w=1200&q=75"))


@template("next-hashed-ld", SHOWN)
def next_plain(m: Model) -> Page:
    u = "https://next-hashed-ld.example/"
    return Page(hashed(m, ld({"@context": "https://schema.org", **article_ld(m, u)}), f"/post/{m.key}"), f"/post/{m.key}", {"image": _images(m, u)})


@template("next-hashed-graph", SHOWN)
def next_graph(m: Model) -> Page:
    u = "https://next-hashed-graph.example/"
    graph = [{"@type": "WebSite", "url": u, "name": m.t("Жаңа дәуір")}, {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": m.t("Басты бет")}, {"@type": "ListItem", "position": 2, "name": m.section}]}, article_ld(m, u)]
    return Page(hashed(m, ld({"@context": "https://schema.org", "@graph": graph}), f"/post/{m.key}"), f"/post/{m.key}", {"image": _images(m, u)})


@template("next-hashed-escaped", SHOWN, letters="Cyrl Arab")
def next_escaped(m: Model) -> Page:
    u = "https://next-hashed-escaped.example/"
    return Page(hashed(m, ld([{"@context": "https://schema.org", **article_ld(m, u, escaped=True)}]), f"/post/{m.key}"), f"/post/{m.key}", {"image": _images(m, u)})


@template("next-hashed-no-ld", "lead section authors published views tags image rates weather")
def next_bare(m: Model) -> Page:
    u = "https://next-hashed-no-ld.example/"
    return Page(hashed(m, "", f"/post/{m.key}"), f"/post/{m.key}", {"image": _images(m, u)})


@template("nuxt-scoped", "lead section published views image", letters="Cyrl Latn")
def nuxt(m: Model) -> Page:
    u = "https://api.nuxt-scoped.example"
    page = f"""<!doctype html><html data-n-head-ssr lang="kk" data-n-head="%7B%22lang%22%7D"><head><title>{e(m.title)}</title><meta data-n-head="ssr" charset="utf-8"><meta data-n-head="ssr" data-hid="og:title" property="og:title" content="{e(m.title)} - {m.t("Толқын медиа")}">{picture(m, f'<meta data-n-head="ssr" data-hid="og:image" property="og:image" content="{u}/storage/{{src}}">')}<style data-vue-ssr-id="1">.a[data-v-1]{{}}</style></head><body><div data-server-rendered="true" id="__nuxt"><!----><div id="__layout"><div data-v-314f53c6><header data-v-314f53c6><div data-v-1 class="container"><a href="/" class="nuxt-link-active"><img src="/_nuxt/img/logo.png"></a><ul data-v-1>{menu(m, '<li data-v-1><a href="/{at}" data-v-1>{text}</a></li>')}</ul><div data-v-1 class="modal" style="display:none;"><h2>{m.t("Кіру")}</h2></div></div></header><div data-v-7ba5bd90 class="page"><div data-v-7ba5bd90 class="row"><div data-v-7ba5bd90 class="col-8"><div data-v-7ba5bd90 class="cat">{e(m.section)}</div> <h1 data-v-7ba5bd90>
            {e(m.title)}
          </h1> <div data-v-7ba5bd90 class="info"><div data-v-7ba5bd90><i class="icon-calendar"></i> {m.date("{d} {month} {Y}, {HH}:{MM}")}</div> <div data-v-7ba5bd90><i class="icon-eye"></i> {m.views}</div></div> <!---->{picture(m, f'<img data-v-7ba5bd90 src="{u}/storage/{{src}}" alt="" class="cover">')} {f'<div data-v-7ba5bd90 class="short">{e(m.lead)}</div>' if m.lead else "<!---->"} <div data-v-7ba5bd90 class="text">{body(m)}</div> <!----></div><div data-v-7ba5bd90 class="col-4"><!----><div class="popular">{teasers(m, '<a href="/{at}" class="item"><div class="name">{title}</div><div class="desc">{lead}</div></a>')}</div></div></div></div><footer data-v-2>{legal(m)}</footer></div></div></div><script>window.__NUXT__=(function(a,b){{return {{layout:"default",data:[{{}}]}}}}(null,1));</script></body></html>"""
    return Page(page, f"/news/{m.views}", {"image": m.image and f"{u}/storage/{m.image}"})


@template("tailwind-utility", "lead section authors published views comments image")
def tailwind(m: Model) -> Page:
    u = "https://tailwind-utility.example"
    page = f"""<!DOCTYPE html><html {lang(m)} class="h-full"><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body class="bg-white text-gray-900 antialiased"><header class="border-b"><div class="max-w-7xl mx-auto px-4 flex justify-between"><a class="text-2xl font-bold" href="/">{m.t("Ұшқын")}</a><nav class="flex space-x-4">{menu(m, '<a class="text-sm hover:underline" href="/{at}">{text}</a>')}</nav></div></header><div class="max-w-7xl mx-auto px-4 grid grid-cols-12 gap-6"><div class="col-span-8"><div class="flex items-center text-xs text-gray-500 space-x-3"><a class="uppercase font-semibold text-red-600" href="/category/a">{e(m.section)}</a><span>{m.date("{dd}.{mm}.{Y}, {HH}:{MM}")}</span><span class="flex items-center"><svg class="w-4 h-4"></svg><span class="ml-1">{m.views}</span></span><span class="flex items-center"><svg class="w-4 h-4"></svg><span class="ml-1">{m.comments} {m.t("пікір")}</span></span></div><h1 class="text-3xl font-bold mt-2">{e(m.title)}</h1>{f'<p class="text-xl text-gray-600 mt-4">{e(m.lead)}</p>' if m.lead else ""}{picture(m, '<img class="w-full rounded mt-4" src="/storage/{src}" alt="{alt}">')}<div class="prose max-w-none mt-6">{body(m)}</div>{f'<div class="mt-4 text-sm text-gray-500">{m.t("Авторы")}: {e(", ".join(m.authors))}</div>' if m.authors else ""}</div><div class="col-span-4 space-y-4">{teasers(m, '<div class="p-4 bg-gray-50 rounded"><a class="font-semibold" href="/{at}">{title}</a><p class="text-sm text-gray-600">{lead}</p><div class="text-xs text-gray-400">{date}</div></div>')}</div></div><footer class="bg-gray-900 text-gray-400 text-sm p-6">{legal(m)}</footer></body></html>"""
    return Page(page, f"/{m.key}", {"image": m.image and f"{u}/storage/{m.image}"})


@template("medium-like", "lead authors published tags image", precision="day", letters="Cyrl Latn")
def medium(m: Model) -> Page:
    u = "https://miro.medium-like.example"
    page = f"""<!doctype html><html lang="kk"><head><title data-rh="true">{e(m.title)} | by {e(m.authors[0] if m.authors else "Editor")} | {m.t("Ой-пікір")}</title><meta data-rh="true" property="og:title" content="{e(m.title)}"/>{picture(m, f'<meta data-rh="true" property="og:image" content="{u}/v2/{{src}}"/>')}</head><body><div id="root"><div class="a b c"><div class="d e f"><a href="/m/signin" class="af ag">Sign in</a><a href="/" class="ah">Get started</a></div><div class="l"><article><div class="l"><div class="l"><section><div><div class="fv fw fx"><div class="ab ca"><div class="ch bg"><div><h1 id="1a" class="pw-post-title gp gq gr">{e(m.title)}</h1></div>{f'<div><h2 id="2b" class="pw-subtitle-paragraph hm">{e(m.lead)}</h2></div>' if m.lead else ""}<div class="hn ho"><div class="speechify-ignore ab cp"><div class="ab q">{authors(m, '<a class="af" data-testid="authorName" rel="noopener follow" href="/@u{at}">{name}</a><span class="bd">·</span><button>Follow</button>', "")}</div><span class="be b">4 min read</span><span>·</span><span data-testid="storyPublishDate">{m.date("{d} {month} {Y}")}</span></div><div class="speechify-ignore"><button>{m.comments + 100}</button><button>Listen</button><button>Share</button></div></div>
{picture(m, f'<figure class="ni nj"><div role="button"><picture><source srcSet="{u}/v2/{{src}} 640w"/><img alt="" class="bg" width="700" height="467" src="{u}/v2/{{src}}" loading="eager"/></picture></div><figcaption class="og">{m.t("Сурет: автор мұрағаты")}</figcaption></figure>')}{body(m, attrs=' id="9" class="pw-post-body-paragraph oj ok ol"')}</div></div></div></div></section></div></div></article><div class="ab">{tags(m, '<a class="ag" href="/tag/{at}"><div class="rd">{name}</div></a>', "")}</div><div class="author-bio"><h2>Written by {e(m.authors[0] if m.authors else "Editor")}</h2><div>1.2K Followers</div><p>{m.t("Тарих пен тіл туралы жазамын, көбіне таңертең және шай үстінде.")}</p></div><div class="more">{teasers(m, '<article><h2>{title}</h2><h3>{lead}</h3><span>3 min read</span></article>')}</div></div></div></div></body></html>"""
    return Page(page, f"/@u/{m.key}-1a2b3c", {"image": m.image and f"{u}/v2/{m.image}"})


@template("microdata-only", "lead section authors published image", letters="Cyrl Latn Arab")
def microdata(m: Model) -> Page:
    u = "https://microdata-only.example"
    page = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body><div class="w1"><div class="w2">{menu(m, "<a>{text}</a> ")}</div><div itemscope itemtype="http://schema.org/NewsArticle"><link itemprop="mainEntityOfPage" href="{u}/{m.key}"/><meta itemprop="dateModified" content="{m.fetched.isoformat()}"><div class="k1" itemprop="articleSection">{e(m.section)}</div><div class="k2" itemprop="headline">{e(m.title)}</div><div class="k3"><meta itemprop="datePublished" content="{m.iso()}"></div>{"".join(f'<div class="k4" itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">{e(name)}</span></div>' for name in m.authors)}{picture(m, '<div itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><img itemprop="url" src="/i/{src}"><meta itemprop="width" content="800"></div>')}{f'<div class="k5" itemprop="description">{e(m.lead)}</div>' if m.lead else ""}<div class="k6" itemprop="articleBody">{body(m, tag="div")}</div><div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="x"><div itemprop="logo" itemscope itemtype="https://schema.org/ImageObject"><img itemprop="url" src="/logo.png"></div></div></div><div class="w3">{teasers(m, '<div itemscope itemtype="http://schema.org/NewsArticle"><a itemprop="url" href="/{at}"><span itemprop="headline">{title}</span></a><span itemprop="description">{lead}</span></div>')}</div></div></body></html>"""
    return Page(page, f"/{m.key}", {"image": m.image and f"{u}/i/{m.image}"})


@template("article-divs-no-p", "section published authors", letters="Cyrl Arab")
def divs(m: Model) -> Page:
    page = f"""<!DOCTYPE html><html {lang(m)}><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body><header>{menu(m, "<a>{text}</a>")}</header><main><article><header><a href="/s">{e(m.section)}</a><h1>{e(m.title)}</h1><span>{m.date("{d} {month} {Y}, {HH}:{MM}")}</span></header>{f"<div><b>{e(m.lead)}</b></div>" if m.lead else ""}{body(m, tag="div")}<div><br></div>{f'<div style="text-align:right"><i>{e(m.authors[0])}</i></div>' if m.authors else ""}</article><section>{teasers(m, "<article><h2>{title}</h2><div>{lead}</div></article>")}</section></main><footer>{legal(m)}</footer></body></html>"""
    return Page(page, f"/{m.key}", {"lead": m.lead, "authors": list(m.authors[:1])})


@template("scroll-next-same-classes", "section published views authors image", letters="Cyrl Latn")
def scroll(m: Model) -> Page:
    u = "https://scroll-next-same-classes.example"
    cell = '<div class="post__text">{body}</div>'
    long_next = next_article(m, '<div class="post"><div class="post__meta"><span>' + m.clock("{d} {month} {Y}, {HH}:{MM}") + "</span><a>" + m.t("Өңір") + '</a><span>12</span></div><h2 class="post__title">{title}</h2>' + cell + "</div>")
    page = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>{e(m.title)} – {m.t("Ай нұры")}</title>{ld({"@context": "https://schema.org", "@type": "WebPage", "name": m.title})}</head><body><header>{menu(m)}</header><div class="posts"><div class="post"><div class="post__meta"><span>{m.date("{d} {month} {Y}, {HH}:{MM}")}</span><a href="/a">{e(m.section)}</a><span class="post__views">{m.views}</span></div><h1 class="post__title">{e(m.title)}</h1>{picture(m, '<img src="/i/{src}">')}<div class="post__text">{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m)}</div>{f'<div class="post__author">{authors(m, "{name}")}</div>' if m.authors else ""}</div>{long_next}</div><footer>{legal(m)}</footer></body></html>"""
    return Page(page, f"/{m.key}", {"lead": None, "body": with_lead(m), "paragraphs": with_lead(m), "image": m.image and f"{u}/i/{m.image}"})


@template("comments-longer-than-text", "section published comments", letters="Cyrl Latn")
def commented(m: Model) -> Page:
    thread = replies(m, '<div class="message"><div class="message-head">{name}, {date}</div><p>{text}</p><a>Жауап беру</a></div>') * 5
    page = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body><ul>{menu(m)}</ul><div class="material"><div class="rubric"><a href="/a">{e(m.section)}</a></div><h1>{e(m.title)}</h1><div class="stamp">{m.date("{dd}.{mm}.{Y} {HH}:{MM}")}</div><div class="material-text">{f"<p>{linked(m.lead)}</p>" if m.lead else ""}{body(m)}</div></div><div class="messages"><h3>{m.t("Пікірлер")} ({m.comments})</h3>{thread}</div><div class="f">{legal(m)}</div></body></html>"""
    return Page(page, f"/{m.key}", {"lead": None, "body": with_lead(m), "paragraphs": with_lead(m)})


@template("side-leads-first", "lead section published views", letters="Cyrl Arab")
def side_first(m: Model) -> Page:
    page = f"""<!DOCTYPE html><html {lang(m)}><head><meta charset="utf-8"><title>{e(m.title)}</title></head><body><div class="cols"><div class="col-a"><h2>{m.t("Соңғы жаңалықтар")}</h2>{teasers(m, '<div class="n"><h1><a href="/{at}">{title}</a></h1><p>{lead}</p><span>{date}</span></div>')}{latest(m)}</div><div class="col-b"><div class="one"><div class="one-top">{e(m.section)} | {m.date("{dd}.{mm}.{Y} {HH}:{MM}")} | {m.t("Қаралды")}: {m.views}</div><h1>{e(m.title)}</h1>{f'<div class="anons">{e(m.lead)}</div>' if m.lead else ""}<div class="one-text">{body(m)}</div></div></div></div><div id="f">{legal(m)}</div></body></html>"""
    return Page(page, f"/{m.key}")
