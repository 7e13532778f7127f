"""What tells a figure's meaning: the name and the title of its element, a picture or a title of the weather beside it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.selecting import spaced_text
from kznews.extract.texts import has_digit
from kznews.extract.weather.measures import is_measure, named_as_other
from kznews.extract.weather.words import is_other
from kznews.extract.widgets import DEGREES, MAX_WIDGET_TEXT, WEATHER
from kznews.extract.zones import split_words, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

MAX_BESIDE = 12
"""Elements of a box among which an icon of the weather stands."""
MAX_TITLE = 40
"""Letters of an attribute that says what a figure is ("Түнгі температура")."""
_SAYING = ("title", "aria-label")
_DEGREE_NAMES = frozenset(map(key, ("температура", "температурасы", "temperature")))
_SKY_WORDS = (
    "sun sunny cloud clouds cloudy overcast rain rainy shower showers drizzle snow snowy sleet fog foggy mist haze "
    "thunderstorm blizzard"
)
_SPOKEN_SKY = (
    "бұлт бұлтты жаңбыр жаңбырлы жауын қар қарлы тұман тұманды найзағай боран бұршақ шуақты "
    "ясно солнечно облачно малооблачно пасмурно дождь снег туман гроза метель"
)
_BESIDE_WORDS = "day night partly mostly few scattered broken light heavy icon аздап аз аздаған аралас көп күндіз түнде сәл"
_SKY = frozenset((*_SKY_WORDS.split(), *map(key, _SPOKEN_SKY.split())))
"""Words for the sky by which pictures are called; "ашық" and "clear" say other things as well."""
_BESIDE_SKY = frozenset(map(key, _BESIDE_WORDS.split())) | frozenset(_BESIDE_WORDS.split())
MAX_SKY = 4
"""Words of what a picture of the sky is called."""
_FILE = re.compile(r"[^/?#]+(?=\.\w{2,4}(?:[?#]|$))")
_TITLES = frozenset(map(key, ("ауа райы", "погода", "weather")))


def calls_itself_weather(owner: HtmlElement) -> bool:
    """Return whether the element of a figure names the weather, or a picture of the weather stands in the same small box."""
    if WEATHER.words.search(words_of(owner)) or any(_DEGREE_NAMES & set(key(title).split()) for title in _titles_of(owner)):
        return True
    return any(box is not None and shows_weather(box) for box in (owner, owner.getparent()))


def shows_weather(box: HtmlElement) -> bool:
    """Return whether a child of a box is a picture (kazinform, 2022) or an icon that says weather, or says so in words.

    Or a picture that is called after the sky: "/w/rain.svg", alt="жаңбыр".
    """
    pictures = [(picture.get("src") or "", picture.get("alt") or "") for picture in box.iterchildren("img")]
    if any(WEATHER.words.search(f"{src} {alt}".lower()) or _names_sky(src, alt) for src, alt in pictures):
        return True
    if any(" wi " in f" {icon.get('class')} " for icon in box.iterchildren("i")):  # the icon font of that name
        return True
    if any(DEGREES.search(said) for said in map(_hint_of, islice(box, MAX_BESIDE))):  # "Павлодар: бұлтты, -17°C"
        return True
    return any(is_title(child.text or "") for child in box.iterchildren("b", "span", "strong"))


def _names_sky(address: str, said: str) -> bool:
    """Return whether the file of a picture, or its text, is words for the sky and nothing else."""
    file = _FILE.search(address[-MAX_TITLE:])
    return _is_sky(said.lower()) or (file is not None and _is_sky(split_words(file[0])))


@lru_cache(maxsize=1024)  # a run repeats its pictures
def _is_sky(said: str) -> bool:
    words = said.replace(",", " ").split()
    if not 0 < len(words) <= MAX_SKY:
        return False
    forms = [{word, key(word)} for word in words]
    return any(not _SKY.isdisjoint(form) for form in forms) and not any((_SKY | _BESIDE_SKY).isdisjoint(form) for form in forms)


def _hint_of(element: HtmlElement) -> str:
    """Return what an element without a text says to whoever points at it, as an icon does."""
    said = element.get("title") or element.get("aria-label") or ""
    return said if len(said) <= MAX_WIDGET_TEXT and not (len(element) or element.text) else ""


def is_title(text: str) -> bool:
    """Return whether a text is a title of a weather widget: "Ауа райы"."""
    return len(text) <= MAX_WIDGET_TEXT and key(text) in _TITLES


def called_other(owner: HtmlElement, *, pointed_at: bool = True) -> str:
    """Return a word for what a figure's element is called, if that is not the air's temperature of this hour; "" for nearly all.

    Its class or id may say so, or with `pointed_at` what it, or a box that holds nothing else, says to whoever points at it:
    title="түнде".
    """
    if name := named_as_other(words_of(owner)):
        return name
    if not pointed_at:
        return ""
    holder = owner.getparent()
    around = holder is not None and any(map(holder.get, _SAYING)) and spaced_text(holder) == spaced_text(owner)
    return _title_of_other(owner) or (_title_of_other(holder) if holder is not None and around else "")


def _title_of_other(element: HtmlElement) -> str:
    titles = (title for title in _titles_of(element) if not has_digit(title))
    return next((title for title in titles if is_other(title) or is_measure(title)), "")


def _titles_of(element: HtmlElement) -> Iterator[str]:
    for name in _SAYING:
        if (title := element.get(name)) and len(title) <= MAX_TITLE:
            yield title
