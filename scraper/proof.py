"""Whether what is stored is what the captures give: each page is read again and compared, and nothing is written.

What differs is a fault where these very readers read it, with these very facts of the portal. What others read, and
what lists have said something else of since, may well be read otherwise: it is counted, and `reread` brings it up to
today.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations, groupby, islice
from typing import Any, NamedTuple

from sqlite_utils import Database

from archive.addresses import address_key, canonical_address, page_key
from archive.cells import broken_cells
from archive.coherence import Fault
from archive.counted import counted
from archive.derived import Values, derived, differing, stored
from archive.folder import ArchiveFolder
from archive.model import Announcement
from archive.revisions import content_of
from archive.version import reader_of
from archive.warc import RecordPlace
from scraper.facts import Portal
from scraper.hosts import stranger, taken_as_stored
from scraper.keeping import context_of
from scraper.processes import in_order
from scraper.readers import PageRead, PageToRead, killed, read, size_of
from scraper.reading.result import Context, Entry, PageKind
from scraper.session import portal_of_row, portal_row

MOST_CONTEXTS = 64
"""Ways in which a page that differs is read: with some of what lists say of it, found as one thing or another."""
LISTS: tuple[PageKind, ...] = ("listing", "feed", "sitemap")
_ANNOUNCEMENTS = """
SELECT a.portal, a.reader, a.id, a.uid, NULL, c.id, c.url, c.fetched_at, o.file, o.offset, o.length
FROM announcement a JOIN capture c ON c.id = a.capture JOIN capture o ON o.id = coalesce(c.revisit_of, c.id)
"""
_REVISIONS = """
SELECT a.portal, r.reader, a.id, a.uid, v.content, c.id, c.url, c.fetched_at, o.file, o.offset, o.length
FROM revision v JOIN announcement a ON a.id = v.announcement
JOIN capture c ON c.id = v.capture JOIN capture o ON o.id = coalesce(c.revisit_of, c.id) LEFT JOIN run r ON r.id = c.run
"""
_UNSHOWN = """
SELECT uid FROM announcement WHERE capture IS NULL
UNION SELECT a.uid FROM revision v JOIN announcement a ON a.id = v.announcement WHERE v.capture IS NULL
"""
_ADDRESSES = """
SELECT a.uid, a.portal, a.reader, d.url,
    (SELECT json_group_array(key) FROM address WHERE announcement = a.id)
FROM address d JOIN announcement a ON a.id = d.announcement WHERE a.capture IS NOT NULL
"""
_POINTERS = """
SELECT p.portal, r.reader, p.capture, c.url, c.fetched_at, o.file, o.offset, o.length,
    p.key, p.kind, p.title, p.date_line
FROM pointer p JOIN capture c ON c.id = p.capture JOIN capture o ON o.id = coalesce(c.revisit_of, c.id)
LEFT JOIN run r ON r.id = c.run ORDER BY p.capture
"""


class Said(NamedTuple):
    """What a list says of an address."""

    key: str
    kind: str
    title: str | None
    date_line: str | None


@dataclass(frozen=True, slots=True)
class _State:
    """A state of an announcement that a capture shows; `content` is that of an earlier one, None of the current."""

    identifier: int
    uid: str
    content: str | None
    capture: int
    reader: str | None
    page: PageToRead


@dataclass(frozen=True, slots=True)
class _List:
    """A capture of a list, and what is stored of what it says."""

    said: tuple[Said, ...]
    reader: str | None
    page: PageToRead


class Proof:
    """Reads the captures of an archive again, as of one moment; the caller holds a read transaction.

    `portals` are the facts at hand. After `faults` `remarks` says what is no fault, and yet otherwise.
    """

    def __init__(self, folder: ArchiveFolder, database: Database, portals: Mapping[str, Portal]) -> None:
        self._folder = folder
        self._connection = database.conn
        self._unreadable = {cell.of for cell in broken_cells(database.conn)}
        self._portals: dict[str, Portal] = {}
        self._rows: dict[str, dict[str, Any]] = {}
        self._changed: dict[str, list[str]] = {}
        self._unknown: list[str] = []
        self._older: Counter[tuple[str, str, bool]] = Counter()
        self._overtaken: Counter[str] = Counter()
        for row in database["portal"].rows:
            self._know(row, portals.get(row["name"]))

    def faults(self, watch: Callable[[int, int], None]) -> Iterator[Fault]:
        """Each thing that is stored otherwise than its capture gives it; `watch` is told done and total."""
        for (uid,) in self._connection.execute(_UNSHOWN):
            yield Fault("announcements", f"{uid}: no capture is named that shows it")
        total = sum(self._count(table) for table in ("announcement", "revision"))
        states = (state for sql in (_ANNOUNCEMENTS, _REVISIONS) for state in self._states(sql))
        for done, (state, page) in enumerate(in_order(_read, states, size=_size, failed=_killed), 1):
            yield from self._compared(state, page)
            watch(done, total)
        yield from self._addresses()
        for shown, page in in_order(_read, self._lists(), size=_size, failed=_killed):
            yield from self._said_otherwise(shown, page)

    def remarks(self) -> Iterator[str]:
        """What differs and is no fault, and what brings it up to today."""
        for name, columns in self._changed.items():
            told = f"the facts of the portal changed since they were last taken ({', '.join(columns)})"
            yield f"{name}: {told}; `kehoach reread --portal {name}` takes them"
        for (name, what, by_facts), number in self._older.items():
            why = "with other facts of the portal" if by_facts else "by another version of the program"
            advice = f"; `kehoach reread --portal {name}` reads them again" if what == "announcement" else ""
            yield f"{name}: {counted(number, what)}, read {why}, would be read otherwise today{advice}"
        for name, number in self._overtaken.items():
            told = counted(number, "announcement")
            yield f"{name}: {told} would be read otherwise by what lists have said since; reread them"
        if self._unknown:
            yield taken_as_stored(self._unknown)

    def _know(self, row: dict[str, Any], known: Portal | None) -> None:
        name = row["name"]
        if known is None and (nobodys := stranger(row["host"])).name == name:
            known = nobodys
        self._portals[name] = known or portal_of_row(row)
        self._rows[name] = told = portal_row(known) if known else row
        if known is None:
            self._unknown.append(name)
        if changed := [column for column in told if told[column] != row[column]]:
            self._changed[name] = changed

    def _count(self, table: str) -> int:
        return int(self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608

    def _states(self, sql: str) -> Iterator[_State]:
        for portal, reader, identifier, uid, content, capture, url, *place in self._connection.execute(sql):
            page = self._page(portal, url, *place)
            if uid not in self._unreadable and page is not None:
                yield _State(identifier, uid, content, capture, reader, page)

    def _is_older(self, portal: str, reader: str | None, what: str) -> bool:
        """Whether other readers, or these with other facts, read what differs; it is counted then."""
        todays = reader_of(self._rows[portal])
        if reader != todays:
            self._older[portal, what, str(reader).rpartition(" ")[0] == todays.rpartition(" ")[0]] += 1
        return reader != todays

    def _page(self, portal: str, url: str, fetched_at: str, *place: Any) -> PageToRead | None:
        """A page by its capture's row; None where that is faulty, which is said of the capture."""
        try:
            known, moment, key = self._portals[portal], datetime.fromisoformat(fetched_at), address_key(url)
        except (KeyError, ValueError):
            return None
        context = context_of(self._connection, portal, key)
        return PageToRead(known, context, folder=self._folder.warcs, place=RecordPlace(*place), fetched_at=moment)

    def _compared(self, state: _State, page: PageRead) -> Iterator[Fault]:
        if page.outcome == "unreadable":  # a fault of its capture
            return
        known = self._known(state)
        made = [self._made(state, page.announcement, known)] if page.announcement else []
        if made and not differing(known, made[0]):
            return
        what = "announcement" if state.content is None else "earlier state"
        if self._is_older(state.page.portal.name, state.reader, what):
            return
        for context in islice(self._contexts(state), MOST_CONTEXTS):
            again = read(replace(state.page, context=context)).announcement
            if again is None:
                continue
            made.append(self._made(state, again, known))
            if not differing(known, made[-1]):
                return
        names = min((differing(known, values) for values in made), key=len, default=frozenset[str]())
        if not made:
            yield Fault("announcements", f"{state.uid}: its capture gives no announcement")
        elif names <= _varying(made) and self._is_overtaken(state):
            self._overtaken[state.page.portal.name] += 1
        elif state.content is not None:
            yield Fault("revisions", f"{state.uid}: {_listed(names)} of an earlier state is not what its capture gives")
        elif names <= {"mentions", "papers"}:
            fault = f"{state.uid} names other papers, or names them otherwise, than is stored"
            yield Fault("mentions", f"{fault}; `kehoach reread` stores what it names")
        else:
            fault = f"{state.uid}: {_listed(names)} is not what its capture gives"
            yield Fault("announcements", f"{fault}; `kehoach reread` stores what it gives")

    def _known(self, state: _State) -> Values:
        if state.content is None:
            return stored(self._connection, state.identifier)
        content: Values = {"title_printed": None, **json.loads(state.content)}
        with suppress(AttributeError, KeyError, TypeError):  # else it is of no shape that a page could give
            content["attachments"] = [
                {name: value for name, value in file.items() if name != "digest"} for file in content["attachments"]
            ]
        return content

    def _made(self, state: _State, announcement: Announcement, known: Values) -> Values:
        if state.content is None:
            facts = self._rows[state.page.portal.name]
            made = derived(self._connection, state.identifier, announcement, facts, known)
            return made | {"reader": state.reader}
        return {"title_printed": None, **content_of(announcement)}

    def _keys(self, state: _State) -> list[str]:
        rows = self._connection.execute("SELECT key FROM address WHERE announcement = ?", (state.identifier,))
        return [key for (key,) in rows]

    def _contexts(self, state: _State) -> Iterator[Context]:
        """In which a page may have been read: before some of the lists that name it, under one of its addresses."""
        known = [state.page.context]
        known += [context_of(self._connection, state.page.portal.name, key) for key in self._keys(state)]
        pointers = list(dict.fromkeys(pointer for context in known for pointer in context.pointers))
        for expected in dict.fromkeys((*(context.expected for context in known), "article", None)):
            for number in range(len(pointers) + 1):
                for some in combinations(pointers, number):
                    yield Context(some, expected=expected)

    def _is_overtaken(self, state: _State) -> bool:
        """Whether a list has said something of the page after it was captured."""
        (later,) = self._connection.execute(
            "SELECT EXISTS (SELECT 1 FROM pointer WHERE portal = ? AND key IN (SELECT value FROM json_each(?)) "
            "AND capture > ?)",
            (state.page.portal.name, json.dumps(self._keys(state)), state.capture),
        ).fetchone()
        return bool(later)

    def _addresses(self) -> Iterator[Fault]:
        """What an announcement stands at is one of its addresses, also by its key."""
        for uid, portal, reader, url, keys in self._connection.execute(_ADDRESSES):
            is_own = canonical_address(url) is not None and address_key(url) in json.loads(keys)
            if not is_own and not self._is_older(portal, reader, "announcement"):
                yield Fault("announcements", f"{uid} is said to stand at {url}, which is none of its addresses")

    def _lists(self) -> Iterator[_List]:
        rows = self._connection.execute(_POINTERS)
        for (portal, reader, _, *place), said in groupby(rows, lambda row: row[:8]):
            if (page := self._page(portal, *place)) is not None:
                yield _List(tuple(Said(*row[8:]) for row in said), reader, page)

    def _said_otherwise(self, shown: _List, page: PageRead) -> Iterator[Fault]:
        if page.outcome == "unreadable":
            return
        wrong = _unsaid(shown.said, page)
        for expected in LISTS if wrong else ():
            again = read(replace(shown.page, context=Context(expected=expected)))
            wrong = min(wrong, _unsaid(shown.said, again), key=len)
        if wrong and self._is_older(shown.page.portal.name, shown.reader, "list"):
            return
        for said in wrong:
            yield Fault("lists", f"{said.key}: its title or date line is not what the {said.kind} {page.url} says")


def _unsaid(stored_of: Iterable[Said], page: PageRead) -> list[Said]:
    """What a list does not say of an address, nor of a title that led there without one.

    Where it says nothing an earlier one may have.
    """
    says: dict[str, Entry] = {}
    for entry in page.entries:
        key = page_key(entry.url, entry.key)
        before = says.get(key, entry)
        says[key] = replace(entry, title=entry.title or before.title, date_line=entry.date_line or before.date_line)
    titles = {(entry.title, entry.date_line) for entry in page.entries if entry.form}
    return [
        said
        for said in stored_of
        if said.kind != page.kind
        or not (_agrees(said, says[said.key]) if said.key in says else (said.title, said.date_line) in titles)
    ]


def _agrees(said: Said, entry: Entry) -> bool:
    return entry.title in (None, said.title) and entry.date_line in (None, said.date_line)


def _varying(made: Collection[Values]) -> frozenset[str]:
    """What a page gives otherwise by what lists say of it."""
    first, *others = made
    return frozenset(name for name in first if any(other[name] != first[name] for other in others))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _read(task: _State | _List) -> PageRead:
    return read(task.page)


def _size(task: _State | _List) -> int:
    return size_of(task.page)


def _killed(task: _State | _List) -> PageRead:
    return killed(task.page)
