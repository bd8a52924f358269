"""Pages of the five demo platforms by the thousand, served from memory by a process of its own.

They weigh what real pages of 60 KB do: about half of it script, 450 elements, 130 links, and twice as many document
numbers in the text. Every paragraph is new, so that nothing that remembers lines of text gains more here than on a
real portal, of which the frame alone repeats itself.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from random import Random

from scraper.demo.content import PORTALS, articles
from scraper.demo.exchange import Request
from scraper.demo.platforms import PLATFORMS
from scraper.demo.site import DemoSite

PAGE_BYTES = 60_000
BODY_BYTES = 5_000
PER_SITEMAP = 500
NUMBERED = 0.15
"""How often a paragraph names a document."""
MENU = ("Giới thiệu", "Tin tức", "Văn bản", "Thủ tục hành chính", "Công khai ngân sách", "Đấu thầu", "Liên hệ")
MENU_ITEMS = ("Chức năng, nhiệm vụ", "Cơ cấu tổ chức", "Lịch công tác", "Hoạt động của lãnh đạo", "Thông báo mời họp")


def pages(count: int) -> dict[str, bytes]:
    """Path to page: `count` articles, a fifth of each platform, about 60 KB each with about 5 KB of text."""
    made: dict[str, bytes] = {}
    per_platform = -(-count // len(PLATFORMS))
    for name, platform in PLATFORMS.items():
        site = DemoSite(name, PORTALS[name], platform, (), lambda: datetime(2026, 11, 22, tzinfo=UTC))
        known = list(articles(name))
        texts = [block for article in known for block in article.blocks if isinstance(block, str)]
        plain, numbered = _sentences(texts)
        rng = Random(name)
        end = len(made) + per_platform
        for number, article in enumerate(cycle(known)):
            if len(made) >= end:
                break
            blocks: list[str] = []
            while sum(len(block.encode()) for block in blocks) < BODY_BYTES:
                some = [*rng.sample(plain, rng.randint(2, 4)), *rng.sample(numbered, rng.random() < NUMBERED)]
                blocks.append(" ".join(rng.sample(some, len(some))))
            key = 2_000_000 + number
            longer = replace(
                article,
                key=key,
                title=f"{article.title} ({number})",
                blocks=tuple(blocks),
                published=article.published - timedelta(minutes=number),
            )
            site.add(longer)
            path = platform.path(longer)
            made[path] = _padded(site.answer(Request("GET", path)).body)
            site.delete(key)
    return dict(islice(made.items(), count))


def sitemaps(paths: list[str], origin: str) -> dict[str, bytes]:
    """A site map index at /sitemap.xml and its parts."""
    parts = [paths[start : start + PER_SITEMAP] for start in range(0, len(paths), PER_SITEMAP)]
    made = {
        f"/sitemap-{number}.xml": _xml("urlset", "url", [f"http://{origin}{path}" for path in part])
        for number, part in enumerate(parts)
    }
    return made | {"/sitemap.xml": _xml("sitemapindex", "sitemap", [f"http://{origin}{path}" for path in made])}


@contextmanager
def serving(count: int) -> Iterator[tuple[str, list[str]]]:
    """Serve `count` pages until the block ends; gives the origin and the paths of the articles."""
    ready: multiprocessing.Queue[tuple[str, list[str]]] = multiprocessing.Queue()
    process = multiprocessing.Process(target=_serve, args=(count, ready), daemon=True)
    process.start()
    try:
        yield ready.get(timeout=600)
    finally:
        process.terminate()
        process.join()


def _serve(count: int, ready: multiprocessing.Queue[tuple[str, list[str]]]) -> None:
    made = pages(count)
    answers: dict[bytes, bytes] = {}

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                target = head.split(b" ", 2)[1]
                writer.write(answers.get(target) or _answer(b"", "text/plain", 404))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def main() -> None:
        server = await asyncio.start_server(handle, "127.0.0.1", 0)
        origin = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
        for path, body in made.items():
            answers[path.encode()] = _answer(body, "text/html; charset=utf-8")
        for path, body in sitemaps(list(made), origin).items():
            answers[path.encode()] = _answer(body, "application/xml")
        ready.put((origin, list(made)))
        await server.serve_forever()

    asyncio.run(main())


def _answer(body: bytes, content_type: str, status: int = 200) -> bytes:
    head = f"HTTP/1.1 {status} OK\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def _sentences(texts: Iterable[str]) -> tuple[list[str], list[str]]:
    """The sentences of the texts, each once, without and with numbers of documents."""
    found = dict.fromkeys(sentence for text in texts for sentence in re.split(r"(?<=[.;:]) ", text))
    numbered = [sentence for sentence in found if re.search(r"\d[-/][A-ZĐ]", sentence)]
    return [sentence for sentence in found if sentence not in numbered], numbered


def _menu() -> bytes:
    """A menu of two levels, as portals open with."""
    parts = []
    for number, heading in enumerate(MENU):
        below = "".join(
            f'<li class="level-2"><div class="item"><a href="/muc-{number}/{place}" title="{heading}: {name}">'
            f"<span>{name}</span></a></div></li>"
            for place, name in enumerate(MENU_ITEMS)
        )
        parts.append(f'<li class="menu-item parent"><a href="/muc-{number}">{heading}</a><ul>{below}</ul></li>')
    return f'<div id="mega-menu" class="navigation"><ul class="menu">{"".join(parts)}</ul></div>'.encode()


def _padded(body: bytes) -> bytes:
    """The page with a menu, and as much script as brings it to PAGE_BYTES."""
    body = re.sub(rb"<body[^>]*>", lambda start: start[0] + _menu(), body, count=1)
    missing = PAGE_BYTES - len(body)
    line = b"window.portalSettings=window.portalSettings||{};portalSettings.theme='blue';\n"
    script = b"<script>" + line * max(missing // len(line), 0) + b"</script></body>"
    return body.replace(b"</body>", script, 1)


def _xml(root: str, item: str, addresses: list[str]) -> bytes:
    entries = "".join(f"<{item}><loc>{address.replace('&', '&amp;')}</loc></{item}>" for address in addresses)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"{entries}</{root}>"
    ).encode()
