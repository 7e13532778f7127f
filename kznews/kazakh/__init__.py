"""Kazakh as news portals write it: dates, letters, language, numbers, bytes, in Cyrillic, Latin and Arabic script.

A pure package: text or bytes in, values out; no network, no clock, no store, and nothing that depends on the machine's
locale, zone or hash seed. The names in `__all__` can be imported from here; all but `fold`, which the others are built on,
are loaded when they are first asked for. The tables and their sources are in docs/kazakh.md.

>>> from kznews.kazakh import fold, read_date
>>> fold("Қазақстан") == fold("Qazaqstan") == fold("قازاقستان")
True
>>> read_date("30 Qazan, 2025").value.isoformat()
'2025-10-30T00:00:00+05:00'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

# Not on demand like the rest: the module has the function's name, and importing it puts it in the function's place.
from kznews.kazakh.fold import fold

if TYPE_CHECKING:
    from kznews.kazakh.charset import Decoded, Undecodable, decode
    from kznews.kazakh.cities import City, cities_in, find_city
    from kznews.kazakh.currency import find_currency, read_nominal
    from kznews.kazakh.dates import DateFault, DateReading, NoDate, Precision, find_dates, read_clock_list, read_date
    from kznews.kazakh.language import LanguageReading, detect, detect_field, paragraph_languages
    from kznews.kazakh.letters import repair_mixed
    from kznews.kazakh.numbers import find_numbers, read_number, read_scaled, read_temperature
    from kznews.kazakh.script import script_of
    from kznews.kazakh.text import clean, one_line
    from kznews.kazakh.translit import from_latin_2018, to_arabic, to_latin_2021
    from kznews.kazakh.zones import check_tables, localize

__all__ = [
    "City",
    "DateFault",
    "DateReading",
    "Decoded",
    "LanguageReading",
    "NoDate",
    "Precision",
    "Undecodable",
    "check_tables",
    "cities_in",
    "clean",
    "decode",
    "detect",
    "detect_field",
    "find_city",
    "find_currency",
    "find_dates",
    "find_numbers",
    "fold",
    "from_latin_2018",
    "localize",
    "one_line",
    "paragraph_languages",
    "read_clock_list",
    "read_date",
    "read_nominal",
    "read_number",
    "read_scaled",
    "read_temperature",
    "repair_mixed",
    "script_of",
    "to_arabic",
    "to_latin_2021",
]

_NAMES = {
    "charset": "Decoded Undecodable decode",
    "cities": "City cities_in find_city",
    "currency": "find_currency read_nominal",
    "dates": "DateFault DateReading NoDate Precision find_dates read_clock_list read_date",
    "language": "LanguageReading detect detect_field paragraph_languages",
    "letters": "repair_mixed",
    "numbers": "find_numbers read_number read_scaled read_temperature",
    "script": "script_of",
    "text": "clean one_line",
    "translit": "from_latin_2018 to_arabic to_latin_2021",
    "zones": "check_tables localize",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Return a public name from the module that it lives in; raises AttributeError for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names too, also those not asked for yet."""
    return sorted({*globals(), *__all__})
