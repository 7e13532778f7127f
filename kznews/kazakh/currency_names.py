"""Currencies by sign, code and name (formats.md section 2, the national bank's list of daily rates)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_CODES: Final = (
    "USD EUR RUB CNY GBP KZT KGS UZS TRY JPY AED AMD AUD AZN BRL BYN CAD CHF CZK DKK GEL HKD HUF ILS INR IRR KRW KWD MDL "
    "MNT MXN MYR NOK NZD PKR PLN QAR RON SAR SEK SGD THB TJS TMT UAH VND XDR ZAR"
)
ISO_CODES: Final = tuple(_CODES.split())
"""The ISO 4217 codes that are recognised."""

OLD_CODES: Final[Mapping[str, str]] = MappingProxyType({"RUR": "RUB", "BYR": "BYN", "CNH": "CNY", "AZM": "AZN"})
"""Codes that pages still print, and what they mean today."""

_SIGNS: Final = (
    "$USD €EUR ₽RUB ¥CNY £GBP ₸KZT 元CNY ₺TRY ₴UAH ₩KRW ₹INR ₼AZN ₾GEL ₪ILS ₫VND ฿THB ₮MNT ＄USD ￥CNY ￡GBP"  # full-width last
)
SIGNS: Final[Mapping[str, str]] = MappingProxyType({pair[0]: pair[1:] for pair in _SIGNS.split()})
"""Signs. ¥ is the yuan: the rate widgets of Kazakhstan mean that one (formats.md section 2)."""

STEMS: Final = (
    ("USD", "доллар"),
    ("EUR", "еуро евро euro"),
    ("RUB", "рубль рубл рубле"),
    ("KZT", "теңге"),
    ("CNY", "юань юан"),
    ("GBP", "фунт стерлинг"),
    ("TRY", "лира лир"),
    ("UAH", "гривна гривен гривн гривня"),
    ("PLN", "злотый злот злота"),
    ("CHF", "франк"),
    ("INR", "рупия рупи рупий"),
    ("GEL", "лари"),
    ("AZN", "манат"),
    ("AED", "дирхам дирхем"),
    ("TJS", "сомони"),
    ("HUF", "форинт"),
    ("ZAR", "ранд рэнд"),
    ("MYR", "ринггит"),
    ("ILS", "шекель шекел"),
    ("VND", "донг"),
    ("MNT", "тугрик төгрөг"),
    ("", "крона крон кроны"),
    ("", "риал риял"),
    ("", "лей лея леи"),
    ("", "вона вон"),
    ("", "драм"),
    ("", "динар"),
    ("", "бат"),
    ("", "реал"),
    ("", "песо"),
)
"""Names whose endings may vary, in Kazakh and Russian; without a code the name needs a country beside it, because
several have one of that name or because it is a word or a person as well ("батты" sank, Динара)."""

AS_WRITTEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        word: code
        for code, words in (
            # Too short or too like other words for a skeleton: "ең" is "most", "сома" is an amount.
            ("JPY", "иена иены иене иену иен йена йены йене йену йен иенасы йенасы иенасының йенасының иенаға йенаға"),
            ("JPY", "йені йенінің йеніне йенін йенге йенді йеннің йеннен йенмен иені иенінің иеніне иенін иенге иенді иенмен"),
            ("KGS", "сом сомы сомының сомға сомына сомнан сомда сомов сомдық соммен сомымен som somy somı سوم سومى"),
            ("UZS", "сум сумы сумов сўм сўмы сумға сумның сумдық суммен сумымен sumy sumı sým sýmy swm swmı سۋم سۋمى"),
            ("JPY", "yen ıena ıenasy iena ienasy يەن يەنا يەناسى"),
            ("CHF", "franc"),
            ("XDR", "сдр"),
            ("KZT", "тг тңг тнг tg"),
            ("RUB", "руб"),
            ("USD", "долл"),
        )
        for word in words.split()
    }
)
"""Names that are recognised in exactly these forms."""

ALSO_PERSONS: Final = "франк манат лари лира"
"""Names of currencies that are first names as well."""
NAMED: Final = "атты есімді деген"
"""What follows a name that is no currency's."""

COUNTRIES: Final = (
    ("доллар", "АҚШ США америка американ", "USD"),
    ("доллар", "австрал аустрал australian", "AUD"),
    ("доллар", "канад canadian", "CAD"),
    ("доллар", "гонконг hong", "HKD"),
    ("доллар", "сингапур singapore", "SGD"),
    ("доллар", "зеланд новозеланд zealand", "NZD"),
    ("рубль", "белар белорус", "BYN"),
    ("сом", "өзбек узбек", "UZS"),
    ("сом", "қырғыз кыргыз киргиз", "KGS"),
    ("манат", "түрікмен туркмен", "TMT"),
    ("крона", "швед швец", "SEK"),
    ("крона", "норвег", "NOK"),
    ("крона", "дат дания", "DKK"),
    ("крона", "чех", "CZK"),
    ("риал", "иран", "IRR"),
    ("риал", "сауд", "SAR"),
    ("риал", "катар", "QAR"),
    ("лей", "молдав молдов", "MDL"),
    ("лей", "румын", "RON"),
    ("рупия", "пәкістан пакистан", "PKR"),
    ("рупия", "үнді инд", "INR"),
    ("юань", "қытай китай", "CNY"),
    ("фунт", "египет мысыр ливан сири судан", ""),
    ("лира", "түрк турк", "TRY"),
    ("лира", "мальт итал ливан сири", ""),
    ("дирхам", "марокко", ""),
    ("динар", "кувейт", "KWD"),
    ("вона", "солтүстік северо", ""),
    ("вона", "коре", "KRW"),
    ("вона", "оңтүстік южно", "KRW"),
    ("драм", "армян армен", "AMD"),
    ("бат", "тайланд таиланд тай", "THB"),
    ("реал", "бразил", "BRL"),
    ("песо", "мексика мексикан", "MXN"),
)
"""Currency, beginnings of a country's name beside it, and the code of the two together; none if it is not listed."""

POSSESSIVES: Final = " i si lar lari ler leri dar dari tar tari der deri"
CASES: Final = (
    " da de ta te ga ge ka ke a e na ne dan den tan ten nan nen an en din tin nin in di ti ni n men ben pen"
    " dagi degi tagi tegi nda nde ndagi ndegi lik dik tik"
)
RUSSIAN_ENDINGS: Final = "a u om e ov i ei am ami ah oi ie ih"
"""Endings as skeletons, the empty one first; the doubled consonants that fold to one are among them."""
