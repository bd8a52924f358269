"""Whether the rows of an archive contradict each other: what needs neither the WARC files nor a reader of pages."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from archive.announcements import digest_of_content
from archive.documents import DAY
from archive.files.keeping import DESCRIBED
from archive.naming import announcement_uid
from archive.vietnamese.documents import number_alias

_UNPRINTED = """
SELECT a.uid, m.printed FROM mention m JOIN announcement a ON a.id = m.announcement
LEFT JOIN announcement_text t ON t.announcement = a.id LEFT JOIN file_text f ON f.file = m.file
WHERE CASE WHEN m.file IS NOT NULL THEN f.text IS NOT NULL AND instr(f.text, m.printed) = 0 ELSE
    instr(coalesce(a.title, '') || char(10) || coalesce(a.lead, '') || char(10) || coalesce(t.body, ''), m.printed) = 0
    AND NOT EXISTS (SELECT 1 FROM attachment p WHERE p.announcement = a.id AND instr(p.name, m.printed) > 0) END
"""
_UNSEEN = """
WITH told AS (
    SELECT id, portal, first_seen AS moment FROM announcement WHERE capture IS NOT NULL
    UNION SELECT id, portal, last_seen FROM announcement WHERE capture IS NOT NULL
    UNION SELECT id, portal, changed_at FROM announcement WHERE capture IS NOT NULL AND changed_at IS NOT NULL
    UNION SELECT a.id, a.portal, v.seen_from FROM revision v JOIN announcement a ON a.id = v.announcement
        WHERE v.capture IS NOT NULL
    UNION SELECT a.id, a.portal, v.seen_until FROM revision v JOIN announcement a ON a.id = v.announcement
        WHERE v.capture IS NOT NULL
), unseen AS (
    SELECT portal, moment FROM told EXCEPT SELECT portal, substr(fetched_at, 1, 19) || 'Z' FROM capture
)
SELECT a.uid, u.moment FROM unseen u JOIN told t ON t.portal = u.portal AND t.moment = u.moment
JOIN announcement a ON a.id = t.id
"""
_REMOVED_OTHERWISE = """
SELECT a.uid FROM announcement a LEFT JOIN removal r ON r.announcement = a.id AND r.returned_at IS NULL
WHERE a.removed_at IS NOT r.confirmed_at
UNION SELECT a.uid FROM removal r JOIN announcement a ON a.id = r.announcement
WHERE r.last_seen > r.first_missed OR r.first_missed > r.confirmed_at
    OR NOT EXISTS (SELECT 1 FROM gone_look g WHERE g.announcement = a.id AND g.seen_at = r.first_missed
        AND g.capture IS r.first_capture AND g.reason = r.reason)
    OR NOT EXISTS (SELECT 1 FROM gone_look g WHERE g.announcement = a.id AND g.seen_at = r.confirmed_at
        AND g.capture IS r.confirming_capture)
UNION SELECT a.uid FROM announcement a WHERE a.suspected_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM gone_look g WHERE g.announcement = a.id AND g.seen_at = a.suspected_at)
UNION SELECT a.uid FROM gone_look g JOIN announcement a ON a.id = g.announcement JOIN capture c ON c.id = g.capture
    WHERE g.seen_at <> substr(c.fetched_at, 1, 19) || 'Z'
"""
_OF_FILES = """
SELECT a.id, a.uid, x.file, x.mentions FROM attachment p JOIN file_text x ON x.file = p.file
JOIN announcement a ON a.id = p.announcement GROUP BY a.id, x.file
"""
_IN_FILES = """
SELECT role, subject, number, alias, type, issuer, unit, year, dated, printed FROM mention
WHERE announcement = ? AND file = ? ORDER BY position
"""
_TOLD_IN_FILES = ("role", "subject", "number", "alias", "type", "issuer", "unit", "year", "dated", "printed")
_DOCUMENTS = """
SELECT d.identity, d.number, d.alias, d.year, d.dated, EXISTS (SELECT 1 FROM mention WHERE document = d.id),
    EXISTS (SELECT 1 FROM mention m WHERE m.document = d.id AND m.type IS d.type AND m.issuer IS d.issuer)
FROM document d
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it should be: which part of the archive, and what."""

    part: str
    what: str


def faults_of_rows(database: Database, unreadable: Collection[str]) -> Iterator[Fault]:
    """Each contradiction; `unreadable` names rows with broken cells, of which nothing more is said."""
    yield from _ledger(database)
    yield from _texts(database, unreadable)
    yield from _addresses(database)
    yield from _times(database)
    yield from _mentions(database, unreadable)
    yield from _documents(database)


def _ledger(database: Database) -> Iterator[Fault]:
    """Every settled entry has an outcome and a time, every article that was read an announcement."""
    for url, state, outcome in database.execute(
        "SELECT url, state, outcome FROM ledger WHERE state NOT IN ('open', 'done', 'failed') "
        "OR (state <> 'open' AND (outcome IS NULL OR done_at IS NULL))"
    ):
        yield Fault("ledger", f"{url} is {state} with the outcome {outcome}")
    for (url,) in database.execute(
        "SELECT l.url FROM ledger l LEFT JOIN address d ON d.portal = l.portal AND d.key = l.key "
        "WHERE l.kind = 'article' AND l.outcome = 'read' AND l.capture IS NOT NULL AND d.key IS NULL"
    ):
        yield Fault("ledger", f"{url} was read, but no announcement stands at it")
    for (url,) in database.execute(
        "SELECT l.url FROM ledger l JOIN capture c ON c.id = l.capture WHERE c.portal <> l.portal"
    ):
        yield Fault("ledger", f"{url} was read from a capture of another portal")


def _texts(database: Database, unreadable: Collection[str]) -> Iterator[Fault]:
    """Every announcement has its text, and what is stored of it is what its digest was made of."""
    for (uid,) in database.execute(
        "SELECT uid FROM announcement a LEFT JOIN announcement_text t ON t.announcement = a.id "
        "WHERE t.announcement IS NULL"
    ):
        yield Fault("announcements", f"{uid} has no text")
    for uid, digest, captions, files, *content in database.execute(
        "SELECT a.uid, a.content_digest, t.captions, (SELECT json_group_array(url) FROM "
        "(SELECT url FROM attachment WHERE announcement = a.id ORDER BY position)), "
        "nullif(a.title, ''), a.published_at, a.byline_printed, a.lead, t.body "
        "FROM announcement a JOIN announcement_text t ON t.announcement = a.id"
    ):
        if uid in unreadable:
            continue
        if digest_of_content([*content, json.loads(captions), json.loads(files)]) != digest:
            yield Fault("announcements", f"{uid}: title, date, byline, text or attachments are not what was stored")


def _addresses(database: Database) -> Iterator[Fault]:
    """An announcement's address is its capture's, its id comes of one of its addresses, and these of its own portal."""
    for uid, url, fetched in database.execute(
        "SELECT a.uid, a.url, c.url FROM announcement a JOIN capture c ON c.id = a.capture WHERE c.url <> a.url"
    ):
        yield Fault("announcements", f"{uid}: its capture is of {fetched}, not of {url}")
    for uid, key in database.execute(
        "SELECT a.uid, d.key FROM address d JOIN announcement a ON a.id = d.announcement WHERE a.portal <> d.portal"
    ):
        yield Fault("ledger", f"{uid} has the address {key} of another portal")
    for uid, url in database.execute(
        "SELECT a.uid, d.url FROM address d JOIN announcement a ON a.id = d.announcement "
        "WHERE a.capture IS NOT NULL AND NOT EXISTS (SELECT 1 FROM capture c WHERE c.url = d.url)"
    ):
        yield Fault("announcements", f"{uid} is said to stand at {url}, where nothing was captured")
    for uid, portal, keys in database.execute(
        "SELECT a.uid, a.portal, json_group_array(d.key) FROM announcement a "
        "LEFT JOIN address d ON d.announcement = a.id GROUP BY a.id"
    ):
        if uid not in {announcement_uid(portal, key) for key in json.loads(keys) if key}:
            yield Fault("announcements", f"{uid} is the id of none of its addresses")


def _times(database: Database) -> Iterator[Fault]:
    """Seen is what was captured, removed what two looks found gone."""
    for uid, moment in database.execute(_UNSEEN):
        yield Fault("announcements", f"{uid} is said to be seen at {moment}, when nothing was captured")
    for (uid,) in database.execute(_REMOVED_OTHERWISE):
        yield Fault("removals", f"{uid}: its removal is not what the looks at it found")


def _mentions(database: Database, unreadable: Collection[str]) -> Iterator[Fault]:
    """Every mention stands, as it is printed, in the announcement or file that is said to hold it."""
    for uid, printed in database.execute(_UNPRINTED):
        yield Fault("mentions", f"{uid} does not print {printed!r}, which it is said to name")
    for identifier, uid, file, mentions in database.execute(_OF_FILES):
        if file in unreadable:
            continue
        told = [_of_file(one) for one in json.loads(mentions)]
        if database.execute(_IN_FILES, (identifier, file)).fetchall() != told:
            yield Fault("mentions", f"{uid}: its file names other papers, or names them otherwise, than is stored")


def _of_file(told: dict[str, Any]) -> tuple[Any, ...]:
    """What a file's mention is as a row of an announcement."""
    told = told | {"alias": number_alias(str(told.get("number")))}
    return tuple(map(told.get, _TOLD_IN_FILES))


def _documents(database: Database) -> Iterator[Fault]:
    """A document is what some mention of it says, and is described by the files that are its paper."""
    for identity, number, alias, year, dated, named, says in database.execute(_DOCUMENTS):
        canonical, _, rest = identity.partition("|")
        known = rest.rpartition("|")[2]
        is_numbered = alias == canonical == number_alias(number)
        is_dated = dated == known if len(known) == DAY else (dated or known).startswith(known)
        is_of_year = year is None or known.startswith(str(year))
        if not (is_numbered and is_dated and is_of_year and (says or not named)):
            yield Fault("documents", f"{number} ({identity}) is not what is said of it where it is named")
    for name in DESCRIBED:
        for number, identity in database.execute(
            f"SELECT number, identity FROM document d WHERE {name} IS NOT NULL AND NOT EXISTS "  # noqa: S608
            f"(SELECT 1 FROM file x WHERE x.document = d.id AND json_valid(x.head) "
            f"AND json_extract(x.head, '$.{name}') = d.{name})"
        ):
            yield Fault("documents", f"{number} ({identity}): its {name} stands in no file of it")
