"""The schema of `archive.db`, one migration a version, oldest first.

Times are ISO 8601 in UTC with seconds (`2026-11-22T03:04:05Z`), printed dates keep their own offset. A column that
the site sorts by is NOT NULL, and indexed in the public form (`archive.public`): a null in a sort key turns the second
page of a table into a full scan.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from archive.first_schema import FIRST
from archive.folder import APPLICATION_ID
from archive.former_ids import FORMER, cut_hosts, put_ids_right

migrations = Migrations("kehoach")


@migrations()
def first(db: Database) -> None:
    """Portals, runs, captures, the ledger, announcements with their text, documents and the index."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in FIRST:
        db.execute(statement)


HEALTH = (
    "ALTER TABLE run ADD COLUMN finding TEXT",
    "ALTER TABLE run ADD COLUMN evidence TEXT",
    """CREATE TABLE health (
        portal TEXT PRIMARY KEY REFERENCES portal(name),
        state TEXT NOT NULL,
        since TEXT NOT NULL,
        evidence TEXT NOT NULL,
        looked_at TEXT,
        newest TEXT,
        usual_pause REAL,
        longest_pause INTEGER,
        weekdays TEXT NOT NULL DEFAULT '[]',
        quiet_from TEXT,
        announcements INTEGER NOT NULL,
        plans INTEGER NOT NULL,
        undated INTEGER NOT NULL,
        waiting INTEGER NOT NULL,
        failed INTEGER NOT NULL
    )""",
    """CREATE TABLE health_change (
        id INTEGER PRIMARY KEY,
        portal TEXT NOT NULL REFERENCES portal(name),
        at TEXT NOT NULL,
        state_before TEXT,
        state_after TEXT NOT NULL,
        evidence TEXT NOT NULL
    )""",
    "CREATE INDEX health_change_portal ON health_change(portal, at)",
    """CREATE TABLE pause (
        portal TEXT PRIMARY KEY REFERENCES portal(name),
        since TEXT NOT NULL,
        reason TEXT NOT NULL
    )""",
)


@migrations()
def health(db: Database) -> None:
    """What each crawl found of its portal, the portals' health and its changes, portals that are held back."""
    for statement in HEALTH:
        db.execute(statement)


PUBLIC = (
    """CREATE TABLE changed (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        announcement INTEGER NOT NULL UNIQUE
    )""",
    "INSERT INTO changed (announcement) SELECT id FROM announcement ORDER BY id",
    """CREATE TRIGGER announcement_new AFTER INSERT ON announcement
        BEGIN INSERT OR REPLACE INTO changed (announcement) VALUES (new.id); END""",
    """CREATE TRIGGER announcement_changed AFTER UPDATE ON announcement WHEN new.search_row IS old.search_row
        BEGIN INSERT OR REPLACE INTO changed (announcement) VALUES (new.id); END""",
    """CREATE TRIGGER announcement_gone AFTER DELETE ON announcement
        BEGIN INSERT OR REPLACE INTO changed (announcement) VALUES (old.id); END""",
    """CREATE TRIGGER revision_new AFTER INSERT ON revision
        BEGIN INSERT OR REPLACE INTO changed (announcement) VALUES (new.announcement); END""",
    """CREATE TRIGGER attachment_changed AFTER UPDATE ON attachment
        BEGIN INSERT OR REPLACE INTO changed (announcement) VALUES (new.announcement); END""",
    """CREATE TRIGGER portal_published AFTER UPDATE ON portal WHEN new.publish IS NOT old.publish
        BEGIN INSERT OR REPLACE INTO changed (announcement)
        SELECT id FROM announcement WHERE portal = new.name; END""",
    """CREATE TABLE withheld (
        id INTEGER PRIMARY KEY,
        subject TEXT NOT NULL,
        kind TEXT NOT NULL,
        announcement_uid TEXT NOT NULL,
        part TEXT,
        reason TEXT NOT NULL,
        withheld_at TEXT NOT NULL,
        released_at TEXT
    )""",
    "CREATE INDEX withheld_subject ON withheld(subject)",
)


@migrations()
def public_form(db: Database) -> None:
    """What the public form of the archive is refreshed by, and what is withheld from it."""
    for statement in PUBLIC:
        db.execute(statement)


SEARCH = (
    """CREATE INDEX announcement_search ON announcement(
        search_row, portal, document_type, published_sort, is_plan, attachment_count, changed_at, removed_at
    )""",
    "CREATE INDEX mention_issues ON mention(announcement, document) WHERE role = 'issues'",
    "CREATE INDEX mention_naming ON mention(document, announcement)",
    "DROP INDEX mention_document",
    "CREATE INDEX document_dated ON document(dated)",
    "CREATE INDEX document_type ON document(type, dated)",
    "CREATE INDEX document_issuer ON document(issued_by)",
)


@migrations()
def search_and_site(db: Database) -> None:
    """What facets read of a hit, who issues, and documents by date: each from one index."""
    for statement in SEARCH:
        db.execute(statement)


LOOKS = (
    "ALTER TABLE ledger ADD COLUMN capture INTEGER REFERENCES capture(id)",
    "ALTER TABLE ledger ADD COLUMN listed TEXT",
    "CREATE INDEX ledger_due ON ledger(portal, next_at) WHERE state = 'done' AND next_at <> ''",
    """UPDATE ledger SET next_at = strftime('%Y-%m-%dT%H:%M:%SZ', done_at, '+30 days', (id % 30) || ' days')
        WHERE kind = 'article' AND state = 'done' AND outcome = 'read' AND done_at IS NOT NULL""",
    "ALTER TABLE announcement ADD COLUMN suspected_at TEXT",
    """CREATE TABLE gone_look (
        id INTEGER PRIMARY KEY,
        announcement INTEGER NOT NULL REFERENCES announcement(id) ON DELETE CASCADE,
        run INTEGER NOT NULL REFERENCES run(id),
        capture INTEGER REFERENCES capture(id),
        seen_at TEXT NOT NULL,
        day TEXT NOT NULL,
        reason TEXT NOT NULL
    )""",
    "CREATE INDEX gone_look_announcement ON gone_look(announcement, seen_at)",
    "CREATE INDEX gone_look_run ON gone_look(run)",
    """CREATE TABLE removal (
        id INTEGER PRIMARY KEY,
        announcement INTEGER NOT NULL REFERENCES announcement(id) ON DELETE CASCADE,
        reason TEXT NOT NULL,
        last_seen TEXT NOT NULL,
        first_missed TEXT NOT NULL,
        first_capture INTEGER REFERENCES capture(id),
        confirmed_at TEXT NOT NULL,
        confirming_capture INTEGER REFERENCES capture(id),
        returned_at TEXT,
        returned_capture INTEGER REFERENCES capture(id)
    )""",
    "CREATE INDEX removal_announcement ON removal(announcement)",
)


@migrations()
def second_looks(db: Database) -> None:
    """When an address is looked at again and what its last good capture was; removals with their evidence."""
    for statement in LOOKS:
        db.execute(statement)


FILES = (
    """CREATE TABLE file (
        digest TEXT PRIMARY KEY,
        capture INTEGER NOT NULL REFERENCES capture(id),
        size INTEGER NOT NULL,
        kind TEXT,
        state TEXT NOT NULL DEFAULT 'waiting',
        reason TEXT,
        method TEXT,
        pages INTEGER,
        ocr INTEGER NOT NULL DEFAULT 0,
        ocr_confidence REAL,
        head TEXT,
        document INTEGER REFERENCES document(id),
        flags TEXT NOT NULL DEFAULT '[]',
        reader TEXT,
        read_at TEXT
    )""",
    "CREATE INDEX file_state ON file(state)",
    "CREATE INDEX file_capture ON file(capture)",
    "CREATE INDEX file_document ON file(document)",
    """CREATE TABLE file_text (
        file TEXT PRIMARY KEY REFERENCES file(digest) ON DELETE CASCADE,
        text TEXT NOT NULL,
        mentions TEXT NOT NULL DEFAULT '[]'
    )""",
    """CREATE TABLE file_address (
        url TEXT PRIMARY KEY,
        outcome TEXT NOT NULL,
        file TEXT REFERENCES file(digest),
        capture INTEGER REFERENCES capture(id),
        seen_at TEXT NOT NULL
    )""",
    "CREATE INDEX file_address_file ON file_address(file)",
    "CREATE INDEX attachment_url ON attachment(url)",
    "ALTER TABLE attachment ADD COLUMN file TEXT REFERENCES file(digest)",
    "ALTER TABLE attachment ADD COLUMN outcome TEXT",
    "CREATE INDEX attachment_file ON attachment(file)",
    "ALTER TABLE mention ADD COLUMN file TEXT REFERENCES file(digest)",
    "ALTER TABLE document ADD COLUMN abstract TEXT",
    "ALTER TABLE document ADD COLUMN signer TEXT",
    "ALTER TABLE document ADD COLUMN signer_title TEXT",
    "ALTER TABLE document ADD COLUMN effective TEXT",
    "ALTER TABLE document ADD COLUMN period TEXT",
)
"""`file` is a content under its digest, `file_address` what came of an attachment's address the last time; `attachment`
repeats its outcome, file and capture."""


@migrations()
def files(db: Database) -> None:
    """The files that announcements carry: what came of fetching them, their text, and what their heads say."""
    for statement in FILES:
        db.execute(statement)


@migrations()
def fields_of_announcements(db: Database) -> None:
    """How many of a portal's announcements have a title, a date, a byline and a text, against its own past."""
    db.execute("ALTER TABLE health ADD COLUMN fields TEXT NOT NULL DEFAULT '{}'")


WORDS_ONCE = (
    """CREATE VIRTUAL TABLE announcement_fts USING fts5(
        body, title, content='', tokenize="ascii tokenchars '_'"
    )""",
    "DROP INDEX mention_alias",
)


@migrations()
def words_once(db: Database) -> None:
    """An index in which each word stands once; what the old one held is put in when it is next rebuilt."""
    if db.execute("SELECT EXISTS (SELECT 1 FROM announcement_fts_docsize)").fetchone()[0]:
        db.execute("ALTER TABLE announcement_fts RENAME TO announcement_fts_old")
    else:
        db.execute("DROP TABLE announcement_fts")
    for statement in WORDS_ONCE:
        db.execute(statement)


@migrations()
def facts_of_health(db: Database) -> None:
    """Evidence as facts that can be told in any language; what was kept in words stays as it was said."""
    for table in ("run", "health", "health_change"):
        db.execute(
            f"UPDATE {table} SET evidence = json_array(json_array('said', json_object('words', evidence))) "  # noqa: S608
            "WHERE evidence IS NOT NULL"
        )


AGENCIES = (
    "CREATE TABLE agency (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    "INSERT INTO agency (name) SELECT DISTINCT issued_by FROM document WHERE issued_by IS NOT NULL ORDER BY 1",
    "ALTER TABLE mention ADD COLUMN agency INTEGER REFERENCES agency(id)",
    """UPDATE mention SET agency = (SELECT y.id FROM document d JOIN agency y ON y.name = d.issued_by
        WHERE d.id = mention.document) WHERE role = 'issues'""",
    "DROP INDEX mention_issues",
    "CREATE INDEX mention_issues ON mention(announcement, document, agency) WHERE role = 'issues'",
    """CREATE TRIGGER agency_of_mention AFTER INSERT ON mention WHEN new.role = 'issues'
        BEGIN UPDATE mention SET agency = (SELECT y.id FROM document d JOIN agency y ON y.name = d.issued_by
            WHERE d.id = new.document) WHERE id = new.id; END""",
    """CREATE TRIGGER agency_of_document AFTER INSERT ON document WHEN new.issued_by IS NOT NULL
        BEGIN
            INSERT INTO agency (name) SELECT new.issued_by
                WHERE NOT EXISTS (SELECT 1 FROM agency WHERE name = new.issued_by);
            UPDATE mention SET agency = (SELECT id FROM agency WHERE name = new.issued_by)
                WHERE document = new.id AND role = 'issues';
        END""",
    """CREATE TRIGGER agency_gone AFTER DELETE ON document WHEN old.issued_by IS NOT NULL
        BEGIN DELETE FROM agency WHERE name = old.issued_by
            AND NOT EXISTS (SELECT 1 FROM document WHERE issued_by = old.issued_by); END""",
)
"""`mention.agency` is who issued the document that an announcement issues: facets read a number from the index instead
of a name from the row of each document. Triggers keep it, in the public form too; their names begin with `agency`."""


@migrations()
def agencies(db: Database) -> None:
    """The agencies that issue documents, numbered."""
    for statement in AGENCIES:
        db.execute(statement)


READERS = (
    "announcement_sort ON announcement(published_sort)",
    "announcement_year ON announcement(year)",
    "announcement_month ON announcement(month)",
    "announcement_province ON announcement(province, published_sort)",
    "announcement_province_now ON announcement(province_now, published_sort)",
    "announcement_posted_by ON announcement(posted_by)",
    "announcement_document_type ON announcement(document_type)",
    "announcement_plan ON announcement(is_plan, published_sort)",
    "announcement_first_seen ON announcement(first_seen)",
    "mention_number ON mention(number)",
    "document_number ON document(number)",
    "document_dated ON document(dated)",
    "document_type ON document(type, dated)",
    "document_issuer ON document(issued_by)",
    "mention_issued ON mention(document, announcement) WHERE role = 'issues'",
)
"""Indexes by which only the site sorts and counts: `archive.public` makes them in the public form."""


@migrations()
def readers_apart(db: Database) -> None:
    """A crawl keeps up the indexes that it asks itself, not those of readers."""
    if not db["public_state"].exists():
        for index in READERS:
            db.execute(f"DROP INDEX IF EXISTS {index.split()[0]}")


@migrations()
def central_party(db: Database) -> None:
    """TW, the code of all central bodies of the Party, asserts none of them."""
    names = ("Trung ương Đảng", "Ban Chấp hành Trung ương Đảng")
    db.execute("UPDATE document SET issued_by = ? WHERE issued_by = ?", names)
    db.execute("UPDATE agency SET name = ? WHERE name = ?", names)


@migrations()
def titles_as_printed(db: Database) -> None:
    """The title as its page prints it, null where that is the title; `reread` finds it for what is older."""
    db.execute("ALTER TABLE announcement ADD COLUMN title_printed TEXT")


@migrations()
def readers_of_runs(db: Database) -> None:
    """By which readers a run reads what it fetches (`archive.version.reader_of`)."""
    db.execute("ALTER TABLE run ADD COLUMN reader TEXT")


_HOSTS_OF_KEYS = tuple(
    f"UPDATE OR IGNORE {table} SET key = ?2 || substr(key, ?3 + 1)"  # noqa: S608
    " WHERE portal = ?1 AND substr(key, 1, ?3) = ?4 AND substr(key, ?3 + 1, 1) IN ('', '/', '?', '#')"
    for table in ("ledger", "address", "pointer")
)


@migrations()
def whole_hosts(db: Database) -> None:
    """Keys of hosts with "m." before their last parts ("quangnam.gov.vn"), which had been cut within their names.

    Where both forms of an address had keys of their own, each stays as it is.
    """
    for portal, host, cut in cut_hosts(db):
        for statement in _HOSTS_OF_KEYS:
            db.execute(statement, (portal, host, len(cut), cut))


@migrations()
def ids_of_whole_hosts(db: Database) -> None:
    """Ids that are made of whole keys, and those of cut ones as former ids; each address with one key."""
    for statement in FORMER:
        db.execute(statement)
    if not db["public_state"].exists():
        put_ids_right(db)


@migrations()
def titles_of_lists(db: Database) -> None:
    """What a list called the addresses that it shows, to tell when it calls one otherwise (`scraper.renamed`)."""
    db.execute("ALTER TABLE ledger ADD COLUMN called TEXT")
