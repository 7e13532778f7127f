"""Sputnik: the engine of RIA Novosti's sites abroad (sputnik.kz, formerly sputniknews.kz).

The first generation's header is known from a real home page of March 2018: rates and weather are in the HTML, with the text
of their day. Article blocks of both generations are known from readers of sputnik.kz (2026), ria.ru (2021) and other sites
of the family (2018); inserted links and media stand between the text blocks.
"""

from datetime import date

from kznews.portal import Layout

ARTICLES = (
    r"^/(?:amp/)?\d{8}/(?:[^/]+-)?(?P<id>\d+)\.html$",
    r"^/(?!amp/)\w+/\d{8}/(?P<id>\d+)(?:/[^/]+)?\.html$",  # until about 2019: section, day, id, from 2019 on a title
)

LAYOUTS = (
    Layout(
        name="sputnik-2020",
        marker=".article__text",
        title="h1.article__title",
        lead=".article__announce-text",
        published=".article__info-date a",
        body=".article__body",
        drop=".article__block[data-type=article], .article__block[data-type=media], .article__block[data-type=banner]",
    ),
    Layout(
        name="sputnik-2017",
        marker=".b-article__text, .b-article__lead",
        lead=".b-article__lead",
        body=".b-article__text",
        rates=".currency_list .currency_item",
        weather=".b-header__weather",
        until=date(2020, 12, 31),
    ),
)
