"""Reading the captures of the archive again, with today's readers, without touching a portal."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Mapping

from archive.errors import BrokenCaptureError
from archive.warc import RecordPlace, read_response
from archive.writer import ArchiveWriter
from scraper.captured import exchange_of_response, read_exchange
from scraper.facts import Portal
from scraper.ingest import stranger
from scraper.keeping import context_of, keep_reading
from scraper.reading.addresses import address_key
from scraper.session import portal_row

log = logging.getLogger(__name__)

# The newest good capture of each address; a revisit has its payload in the record that it refers to.
_CAPTURES = """
SELECT c.id, c.portal, p.host, o.file, o.offset, o.length
FROM capture c JOIN capture o ON o.id = coalesce(c.revisit_of, c.id) JOIN portal p ON p.name = c.portal
WHERE c.id IN (SELECT max(id) FROM capture WHERE status = 200 AND method = 'GET' AND (? IS NULL OR portal = ?)
    AND coalesce(media_type, '') IN ('', 'text/html', 'application/xhtml+xml', 'text/xml', 'application/xml',
        'application/rss+xml', 'application/atom+xml') GROUP BY portal, url)
ORDER BY c.id
"""


def reread(
    writer: ArchiveWriter, portals: Mapping[str, Portal], portal: str | None, watch: Callable[[int, int], None]
) -> Counter[str]:
    """Read the newest capture of each address again; returns what came of them. `watch` is told done and total."""
    counts: Counter[str] = Counter()
    rows = writer.execute(_CAPTURES, (portal, portal)).fetchall()
    for number, (capture, name, host, file, offset, length) in enumerate(rows, 1):
        known = portals.get(name) or stranger(host)
        if name not in writer.portals:
            writer.put_portal(portal_row(known) | {"name": name})
        counts[_again(writer, known, capture, RecordPlace(file, offset, length))] += 1
        writer.page_done()
        watch(number, len(rows))
    writer.commit()
    return counts


def _again(writer: ArchiveWriter, portal: Portal, capture: int, place: RecordPlace) -> str:
    try:
        response = read_response(writer.folder.warcs, place)
        exchange = exchange_of_response(response, response.fetched_at)
        reading = read_exchange(exchange, portal, context_of(writer, portal.name, address_key(exchange.url)))
    except BrokenCaptureError as error:
        log.warning("%s", error)
        return "unreadable"
    if reading is None:
        return "reader failed"
    return keep_reading(writer, reading, portal, capture, exchange.fetched_at)
