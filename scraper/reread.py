"""Reading the captures of the archive again, with today's readers, without touching a portal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from archive.addresses import address_key
from archive.files.upkeep import adopt_captured_files
from archive.warc import RecordPlace
from archive.writer import ArchiveWriter
from scraper.facts import Portal
from scraper.hosts import stranger
from scraper.intake import Intake
from scraper.keeping import context_of
from scraper.processes import in_order
from scraper.readers import PageRead, PageToRead, exchange_of, killed, read, size_of
from scraper.session import portal_of_row, portal_row

ROWS_AT_ONCE = 500

# What announcements were read from, and the newest good capture of each address, which may be a listing; a revisit has
# its payload in the record that it refers to. Files of announcements are no pages, whatever their media type says; what
# a list led to is read whatever it is called, since it may be a paper. The page of another address stays unread.
_NEWEST = """
CREATE TEMP TABLE newest AS
SELECT capture FROM announcement WHERE capture IS NOT NULL AND (?1 IS NULL OR portal = ?1)
UNION SELECT id FROM (
    SELECT id, max(fetched_at) FROM capture WHERE status = 200 AND method = 'GET' AND (?1 IS NULL OR portal = ?1)
    AND (coalesce(media_type, '') IN ('', 'text/html', 'application/xhtml+xml', 'text/xml', 'application/xml',
        'application/rss+xml', 'application/atom+xml')
        OR url IN (SELECT url FROM ledger WHERE kind = 'article'))
    AND url NOT IN (SELECT url FROM ledger WHERE outcome LIKE 'same:%' OR outcome LIKE 'gone: the page of another%')
    AND url NOT IN (SELECT url FROM file_address WHERE file IS NOT NULL) AND id NOT IN (SELECT capture FROM file)
    GROUP BY portal, url)
ORDER BY 1
"""
_BEFORE = "CREATE TEMP TABLE before AS SELECT id, content_digest FROM announcement WHERE ?1 IS NULL OR portal = ?1"
_CHANGED = """
SELECT count(*) FROM temp.before b JOIN announcement a ON a.id = b.id WHERE a.content_digest <> b.content_digest
"""
_SOME = """
SELECT n.rowid, c.id, c.url, c.fetched_at, c.portal, o.file, o.offset, o.length
FROM temp.newest n JOIN capture c ON c.id = n.capture
JOIN capture o ON o.id = coalesce(c.revisit_of, c.id)
WHERE n.rowid > ? ORDER BY n.rowid LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class _Task:
    """A capture to read again; `fetched_at` is its own time, which for a revisit is not that of its payload."""

    capture: int
    fetched_at: datetime
    page: PageToRead


def reread(
    writer: ArchiveWriter, portals: Mapping[str, Portal], portal: str | None, watch: Callable[[int, int], None]
) -> Counter[str]:
    """Read the newest capture of each address again; returns what came of them. `watch` is told done and total.

    "changed by it" are the announcements whose content is another one now.
    """
    counts: Counter[str] = Counter()
    writer.commit()
    writer.execute("DROP TABLE IF EXISTS temp.newest")
    writer.execute(_NEWEST, (portal,))
    writer.execute("DROP TABLE IF EXISTS temp.before")
    writer.execute(_BEFORE, (portal,))
    total = writer.execute("SELECT count(*) FROM temp.newest").fetchone()[0]
    intake = Intake(writer, only_new=True)
    results = in_order(_read, _tasks(writer, portals), size=_size, failed=_killed)
    for number, (task, page) in enumerate(results, 1):
        come = partial(exchange_of, task.page)
        counts[intake.keep(page, task.page.portal, task.capture, task.fetched_at, come)] += 1
        writer.page_done()
        watch(number, total)
    writer.commit()
    adopt_captured_files(writer)
    counts["changed by it"] = writer.execute(_CHANGED).fetchone()[0]
    return counts


def without_facts(writer: ArchiveWriter, portals: Mapping[str, Portal], portal: str | None) -> list[str]:
    """The names of the portals that are read by the facts which the archive holds of them."""
    rows = writer.execute("SELECT name, host FROM portal WHERE ?1 IS NULL OR name = ?1 ORDER BY name", (portal,))
    return [name for name, host in rows if name not in portals and stranger(host).name != name]


def _tasks(writer: ArchiveWriter, portals: Mapping[str, Portal]) -> Iterator[_Task]:
    last = 0
    while rows := writer.execute(_SOME, (last, ROWS_AT_ONCE)).fetchall():
        last = rows[-1][0]
        for _, capture, url, fetched_at, name, *place in rows:
            if name in portals and name not in writer.portals:
                writer.put_portal(portal_row(portals[name]))
            known = portals.get(name) or portal_of_row(writer.facts_of(name))
            context = context_of(writer, known.name, address_key(url))
            moment = datetime.fromisoformat(fetched_at)
            page = PageToRead(known, context, folder=writer.folder.warcs, place=RecordPlace(*place), fetched_at=moment)
            yield _Task(capture, moment, page)


def _read(task: _Task) -> PageRead:
    return read(task.page)


def _size(task: _Task) -> int:
    return size_of(task.page)


def _killed(task: _Task) -> PageRead:
    return killed(task.page)
