"""Lines in which a portal calls its readers to its own channels ("Instagram парақшамыз: @derek", "... жазылуды ұмытпаңыз")."""

from __future__ import annotations

import re
from typing import Final

from kznews.extract.wordings import either
from kznews.kazakh.fold import fold

MAX_CALL: Final = 100
"""Letters of such a line."""

_CHANNELS: Final = either("парақша", "арна", "канал", "желі", "тобы", "нөмірі", "бот", "аккаунт", "инстаграм", "чат")
_OURS: Final = re.compile(
    rf"\b(?:{either('біздің', 'бізді', 'бізге')})\b|\b(?:{_CHANNELS})\w{{0,2}}m[iu]z(?:\b|g[ae]\b|d[ae]\b|d[iu]\b)"
)
_NETWORK: Final = re.compile(
    either("instagram", "инстаграм", "telegram", "телеграм", "facebook", "фейсбук", "whatsapp", "ватсап", "youtube", "ютуб",
           "tiktok", "тикток", "threads")
)  # fmt: skip
_ADDRESS: Final = re.compile(
    r"@[A-Za-z][\w.]{2,29}\b|\b(?:t\.me|instagram\.com|facebook\.com|youtube\.com|wa\.me|tiktok\.com)/\S|\+?[78][\d ()-]{9,15}"
)
_ACCOUNT: Final = re.compile(r"(?<![\w.])@[A-Za-z]\w{3,31}\b")
"""A name on a network: Telegram's have five letters at least (its page about usernames)."""
_FORGET: Final = re.compile(
    rf"(?:{either('жазылуды', 'тіркелуді', 'қосылуды', 'лайк басуды', 'басуды', 'бөлісуді')})"
    rf" (?:{either('ұмытпаңыз', 'ұмытпаңыздар', 'ұмытпа', 'ұмытпайық')})$"
    rf"|{fold('лайк')} (?:{either('басыңыз', 'басыңыздар', 'қойыңыз')})$"
)
"""What readers are not to forget, or to press."""


def names_account(line: str) -> bool:
    """Return whether a line holds the name of an account of a network ("Derek @derek_kz"), which no address is. Never raises."""
    return "@" in line and _ACCOUNT.search(line) is not None


def calls_to_channel(said: str, line: str) -> bool:
    """Return whether a short line names the portal's own channel with its address, or asks to follow one. Never raises.

    `said` is its skeleton without signs (`phrases.key`).
    """
    if len(line) > MAX_CALL:
        return False
    ours = _OURS.search(said) is not None
    if not (ours or _NETWORK.search(said) is not None):
        return False
    return (ours and _ADDRESS.search(line) is not None) or _FORGET.search(said) is not None
