"""What is news: announcements that appeared, changed or were removed, without what was only found late.

An announcement is new when it was published about when it appeared here: at most a week before or, where its portal
had not been looked at for longer, since that last look. An undated one is new when a later crawl than its portal's
first found it. What an ingest, a first crawl or a reread brings from the past is in the archive and no news; when such
an announcement is edited later, it is changed and not new.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from archive.search.expressions import Expressions
from archive.search.filters import Filters
from archive.search.query import parse
from archive.search.vocabulary import Vocabulary

Change = Literal["new", "changed", "removed"]
_LOOK_BEFORE = (
    "(SELECT max(r.ended_at) FROM run r WHERE r.portal = a.portal AND r.kind = 'crawl' AND r.state = 'passed' "
    "AND r.ended_at < a.first_seen)"
)
IS_NEWS = (
    "CASE WHEN a.published_sort = '' "
    f"THEN {_LOOK_BEFORE} IS NOT NULL "
    f"ELSE substr(a.published_sort, 1, 10) >= min(date(a.first_seen, '-7 days'), "
    f"coalesce(date({_LOOK_BEFORE}, '-1 day'), '9')) END"
)
"""An SQL condition on `announcement a`."""
_SQL = """
SELECT a.uid, coalesce(a.title_printed, a.title), a.published_at, a.posted_by, a.url,
    CASE WHEN a.removed_at > ?1 THEN a.removed_at END,
    CASE WHEN a.first_seen > ?1 AND {is_news} THEN a.first_seen END,
    CASE WHEN a.changed_at > ?1 THEN a.changed_at END,
    (SELECT json_group_array(uid) FROM former_id WHERE now = a.uid)
FROM announcement a
WHERE (a.removed_at > ?1 OR a.changed_at > ?1 OR (a.first_seen > ?1 AND {is_news})) {conditions}
"""


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news: what happened to an announcement (its title as printed), and when (UTC)."""

    change: Change
    uid: str
    title: str
    published_at: str | None
    posted_by: str
    url: str
    moment: str
    former: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The same for the same piece of news, whenever it is looked at: by its id, then by former ones."""
        return tuple(f"{self.change}:{uid}:{self.moment}" for uid in (self.uid, *self.former))


def news(database: Database, since: str, query: str = "", filters: Filters | None = None) -> list[Item]:
    """All that happened after `since` (UTC) to announcements that a search finds, newest first.

    One that appeared and was edited since then is there twice, as new and as changed; a removed one only as removed.
    """
    conditions, values = (filters or Filters()).conditions()
    expressions = Expressions(parse(query), Vocabulary(database.conn))
    if expressions.all is not None:
        conditions.append("a.search_row IN (SELECT rowid FROM announcement_fts WHERE announcement_fts MATCH ?)")
        values.append(expressions.all.match)
    elif expressions.excluded:
        conditions.append("a.search_row NOT IN (SELECT rowid FROM announcement_fts WHERE announcement_fts MATCH ?)")
        values.append(expressions.excluded)
    sql = _SQL.format(is_news=IS_NEWS, conditions="".join(f" AND {part}" for part in conditions))
    items = []
    rows = database.execute(sql, (since, *values))
    for uid, title, published_at, posted_by, url, removed, appeared, changed, former in rows:
        moments: dict[Change, str | None] = {"removed": removed} if removed else {"new": appeared, "changed": changed}
        items += [
            Item(change, uid, title, published_at, posted_by, url, moment, tuple(json.loads(former)))
            for change, moment in moments.items()
            if moment
        ]
    return sorted(items, key=lambda item: item.moment, reverse=True)


def one_each(items: Iterable[Item]) -> list[Item]:
    """One piece of news per announcement, in their order: who hears that it is new need not hear that it was edited."""
    known = list(items)
    new = {item.uid for item in known if item.change == "new"}
    return [item for item in known if item.change != "changed" or item.uid not in new]


def found_late(database: Database, identifiers: Iterable[int]) -> set[int]:
    """Those of some announcements (by row id) that came long after their day, behind their portal's first crawl."""
    packed = json.dumps(list(identifiers))
    rows = database.execute(
        f"SELECT a.id FROM announcement a WHERE a.id IN (SELECT value FROM json_each(?)) "  # noqa: S608
        f"AND {_LOOK_BEFORE} IS NOT NULL AND NOT ({IS_NEWS})",
        (packed,),
    )
    return {identifier for (identifier,) in rows}
