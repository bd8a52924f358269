"""A portal of a test's own making in an archive whose clock the test moves: lists and articles by their addresses."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from archive.folder import ArchiveFolder
from archive.verify import verify
from archive.writer import writing
from scraper.demo.exchange import Request, Response, page
from scraper.facts import load_demo_portals
from scraper.ingest import Ingest
from tests.scraper.passing_days import FIRST_DAY, PassingDays

NAME = "demo-kon-tum"
SYLLABLES = (
    "triển khai nhiệm vụ phát kinh tế xã hội bảo đảm quốc phòng an ninh địa bàn cải cách hành chính nông thôn giáo dục "
    "văn hóa môi trường sản xuất công nghiệp giao thông thủy lợi đầu tư ngân sách"
)
Answer = str | Callable[[int], str]
"""A page, or what makes one of the number of the visit."""


@dataclass
class OwnSite:
    """Answers by path; `default` to all others, with status 404 where there is none."""

    origin: str
    pages: dict[str, Answer] = field(default_factory=dict)
    default: Answer | None = None

    def __post_init__(self) -> None:
        self._visits = count(1)

    def answer(self, request: Request) -> Response:
        found = self.pages.get(request.target, self.default)
        if found is None:
            return page("<h1>404</h1>", 404)
        markup = found if isinstance(found, str) else found(next(self._visits))
        is_map = markup.startswith("<?xml")
        return Response(markup.encode(), 200, "application/xml; charset=utf-8") if is_map else page(markup)


def own_days(folder: ArchiveFolder, *starts: str) -> tuple[PassingDays, OwnSite]:
    """A portal that starts at these paths, and its empty site."""
    portal = load_demo_portals()[NAME]
    origin = portal.start[0].split("/")[2]
    portal = replace(portal, start=tuple(f"http://{origin}{start}" for start in starts), platform="labelled")
    site = OwnSite(origin)
    return PassingDays(folder, site, portal, FIRST_DAY), site  # type: ignore[arg-type]


def frame(body: str, title: str = "Cổng thông tin điện tử tỉnh Kon Tum") -> str:
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        '<div id="header"><a href="/">Trang chủ</a> <ul class="menu"><li><a href="/gioi-thieu">Giới thiệu</a></li>'
        f'<li><a href="/tin-tuc">Tin tức</a></li></ul></div>{body}'
        '<div id="footer">Bản quyền thuộc Ủy ban nhân dân tỉnh Kon Tum.</div></body></html>'
    )


def listing(items: Iterable[tuple[str, str]], below: str = "") -> str:
    rows = "".join(
        f'<li class="item"><h3><a href="{path}">{title}</a></h3><span class="date">{20 - day:02d}/08/2019</span></li>'
        for day, (path, title) in enumerate(items)
    )
    return frame(f'<div class="content"><h1>Tin tức</h1><ul class="news-list">{rows}</ul></div>{below}', "Tin tức")


def words(seed: int | str, number: int) -> str:
    chosen = random.Random(seed)
    return " ".join(chosen.choice(SYLLABLES.split()) for _ in range(number))


def article(title: str, *, text: str | None = None, below: str = "") -> str:
    body = f"<p>{text or f'Ủy ban nhân dân tỉnh {words(title, 90)}.'}</p>"
    return frame(
        f'<div class="content"><h1 class="title">{title}</h1><div class="date">Ngày đăng: 20/08/2019</div>'
        f'<div class="body">{body}</div></div>{below}',
        title,
    )


def site_map(origin: str, paths: Sequence[str]) -> str:
    found = "".join(f"<url><loc>http://{origin}{path}</loc></url>" for path in paths)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{found}</urlset>'


def kept(days: PassingDays) -> list[str]:
    """The paths of the announcements in the archive."""
    return [url.split("/", 3)[3] for (url,) in days.query("SELECT url FROM announcement ORDER BY url")]


def refused(days: PassingDays) -> list[str]:
    """The paths of the addresses where another one's page stood."""
    rows = days.query("SELECT url FROM ledger WHERE outcome LIKE 'same:%' ORDER BY url")
    return [url.split("/", 3)[3] for (url,) in rows]


def made_anew(days: PassingDays, folder: ArchiveFolder) -> PassingDays:
    """Another archive, made of the captures of the first; it is proved."""
    with writing(folder) as writer:
        ingesting = Ingest(writer, {days.portal.name: days.portal})
        for file in sorted(days.folder.warcs.iterdir()):
            ingesting.take_in(file, lambda source, done: None)
        ingesting.take_in_repeats(lambda source, done: None)
        ingesting.conclude()
        assert list(verify(folder, writer.database, lambda done, total: None)) == []
    return replace(days, folder=folder)
