"""Hostile texts, and announcements that are made of them."""

from __future__ import annotations

import re

from tests.site.library import Item, Paper

RUN = "document.title='pwned'"
HOSTILE = [
    f"<script>{RUN}</script>",
    f"<SCRIPT SRC=//evil.example/x.js></SCRIPT>{RUN}",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<script\x0c>{RUN}</script>",
    f'<img src=x onerror="{RUN}">',
    f"<img/src=x/onerror={RUN}>",
    f"<img src=x:x onerror&#61;{RUN}>",
    f'"><svg onload={RUN}>',
    f"'><svg/onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f'<svg><a xlink:href="javascript:{RUN}"><text y=20>bấm</text></a></svg>',
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    f"<body onload={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f'" autofocus onfocus={RUN} x="',
    f"' onmouseover={RUN} x='",
    f"` onmouseover={RUN} x=`",
    f"<details open ontoggle={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}>",
    f"<marquee onstart={RUN}>",
    f"<select autofocus onfocus={RUN}>",
    f"<textarea autofocus onfocus={RUN}>",
    f"<keygen autofocus onfocus={RUN}>",
    f'<object data="javascript:{RUN}">',
    f'<embed src="javascript:{RUN}">',
    f'<iframe src="javascript:parent.{RUN}"></iframe>',
    f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    f'<form action="javascript:{RUN}"><button>bấm</button></form>',
    f'<button formaction="javascript:{RUN}">bấm</button>',
    f"<isindex action=javascript:{RUN}>",
    f'<a href="javascript:{RUN}">bấm</a>',
    f'<a href="java&#9;script:{RUN}">bấm</a>',
    f'<a href="data:text/html,<script>{RUN}</script>">bấm</a>',
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\tscript:{RUN}",
    f"\x01javascript:{RUN}",
    f"vbscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"//evil.example/{RUN}",
    f"</title><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"--><script>{RUN}</script><!--",
    f"]]><script>{RUN}</script>",
    f"<!--[if IE]><script>{RUN}</script><![endif]-->",
    f'<noscript><p title="</noscript><img src=x onerror={RUN}>">',
    f"<template><script>{RUN}</script></template>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"%3Cscript%3E{RUN}%3C/script%3E",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
    f"＜script＞{RUN}＜/script＞",
    "<style>*{display:none}</style>",
    "<style>@import '//evil.example/x.css';</style>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    '<base href="http://evil.example/">',
    '<meta http-equiv=refresh content="0;url=http://evil.example/">',
    "<img src=//evil.example/pixel.gif>",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "${7*7}",
    "'-alert(1)-'",
    '=HYPERLINK("http://evil.example","bấm")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "\u202etxt.exe\u202d",
]
"""Texts that run a script, load a page or a pixel, reform the page or start a spreadsheet's formula where one of them
gets through unescaped."""


_LIKE_AN_ADDRESS = re.compile(r"\W*(?:java\s?script|vbscript|data):|//", re.IGNORECASE)


def hostile_items() -> list[Item]:
    """One announcement per payload, with the payload in every text field."""
    return [
        Item(
            payload,
            f"{payload}\n{payload} | {payload}\n{payload} | b",
            "2020-12-01",
            lead=payload,
            byline=payload,
            url=payload if _LIKE_AN_ADDRESS.match(payload) else f"https://xss.example.vn/{number}",
            papers=[Paper(payload, "cites", printed=payload)],
            attachments=[(payload, payload), (f"data:text/html,{payload}", payload)],
            captions=[payload],
        )
        for number, payload in enumerate(HOSTILE)
    ]
