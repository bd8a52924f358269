"""What is told, in the reader's language: changes of state, the day's digest, and news of what is followed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from sqlite_utils import Database

from archive.clock import utc
from archive.health import healths
from archive.health.evidence import evidence_words, unpack
from archive.health.portals import PortalHealth
from archive.health.states import TROUBLED
from archive.news import Change, Item, news, one_each
from archive.notify.book import Failure, Follow, Target
from archive.notify.delivery import Message
from archive.site.dates import date_words
from archive.site.words import Language, translator, word_for

LOOK_BACK = timedelta(days=14)
Told = Callable[[Iterable[str]], set[str]]
"""Which of some keys a target was told of."""
MOST_LISTED = 40
_CHANGES: tuple[Change, ...] = ("new", "changed", "removed")


def state_changes(
    database: Database, target: Target, told: Told, since: str, portals: Sequence[str] | None = None
) -> Message:
    """What became of the portals since a moment; those of `portals` only, where that is given. May have no keys."""
    t = translator(target.language)
    rows = database.execute(
        "SELECT c.id, p.name, p.title, c.at, c.state_before, c.state_after, c.evidence FROM health_change c "
        "JOIN portal p ON p.name = c.portal WHERE c.at > ? AND c.state_before IS NOT NULL ORDER BY c.id",
        (since,),
    ).fetchall()
    known = told(_state_key(row[0]) for row in rows)
    wanted = [row for row in rows if (portals is None or row[1] in portals) and _state_key(row[0]) not in known]
    lines = [
        f"{title}: {word_for(target.language, 'health', before)} → {word_for(target.language, 'health', after)} "
        f"({date_words(target.language, at)}). {evidence_words(target.language, unpack(evidence))}."
        for _, _, title, at, before, after, evidence in wanted
    ]
    return Message(t("notify_states"), "\n".join(lines), tuple(_state_key(row[0]) for row in wanted))


def standing_troubles(database: Database, target: Target, told: Told, now: datetime) -> Message:
    """The portals that were in trouble when the target was added and still are, once. May have no keys."""
    changed = dict(database.execute("SELECT portal, max(at) FROM health_change GROUP BY portal").fetchall())
    found = [
        health
        for health in healths(database, now)
        if health.state in TROUBLED and changed.get(health.portal, target.added_at) < target.added_at
    ]
    known = told(_standing_key(one.portal) for one in found)
    new = [one for one in found if _standing_key(one.portal) not in known]
    text = "\n".join(_cut(target.language, [_trouble(target.language, one) for one in new]))
    title = translator(target.language)("notify_standing")
    return Message(title, text, tuple(_standing_key(one.portal) for one in new))


def overdue(
    database: Database, target: Target, told: Told, now: datetime, portals: Sequence[str] | None = None
) -> Message:
    """The portals that nobody has looked at for days, once for each such stretch; may have no keys."""
    found = [
        health for health in healths(database, now) if health.overdue and (portals is None or health.portal in portals)
    ]
    known = told(map(_overdue_key, found))
    new = [health for health in found if _overdue_key(health) not in known]
    word = word_for(target.language, "health", "overdue")
    lines = [f"{one.title}: {word} ({date_words(target.language, one.looked_at)})." for one in new]
    text = "\n".join(_cut(target.language, lines))
    return Message(translator(target.language)("notify_overdue"), text, tuple(map(_overdue_key, new)))


def failed_jobs(failures: Iterable[Failure], target: Target, told: Told) -> Message:
    """The scheduled jobs that failed and were not told. May have no keys."""
    t = translator(target.language)
    found = list(failures)
    known = told(f"job:{one.id}" for one in found)
    new = [one for one in found if f"job:{one.id}" not in known]
    lines = [f"{one.job} ({date_words(target.language, one.at)}): {one.why}" for one in new]
    return Message(t("notify_failures"), "\n".join(lines), tuple(f"job:{one.id}" for one in new))


def digest(database: Database, target: Target, now: datetime) -> Message:
    """The day in numbers, every portal that somebody should look at, and why others are held back."""
    t = translator(target.language)
    since = utc(now - timedelta(days=1))
    found = healths(database, now)
    items = one_each(news(database, since))
    counted = {change: sum(item.change == change for item in items) for change in _CHANGES}
    lines = [t("notify_digest_news", **counted), t("notify_digest_sources", sources=len(found), ok=_well(found))]
    lines += [_trouble(target.language, health) for health in found if health.is_troubled]
    held = word_for(target.language, "health", "paused")
    lines += [f"! {health.title}: {held}. {health.paused}." for health in found if health.paused is not None]
    return Message(t("notify_digest", day=date_words(target.language, utc(now))), "\n".join(lines), ())


def batch(database: Database, target: Target, told: Told, follow: Follow, since: str, now: datetime) -> Message:
    """What happened to a followed search and was not told; new, changed and removed apart. May have no keys."""
    t = translator(target.language)
    happened = news(database, since, follow.query, follow.filters)
    known = told(key for item in happened for key in _keys(follow, item))
    untold = [item for item in happened if known.isdisjoint(_keys(follow, item))]
    items = one_each(untold)
    lines: list[str] = []
    for change in _CHANGES:
        of_kind = [item for item in items if item.change == change]
        if of_kind:
            lines += [f"{t(f'notify_{change}')} ({len(of_kind)})", *_listed(target.language, of_kind), ""]
    if items:
        lines += [_trouble(target.language, health) for health in _sources(database, follow, now) if health.is_troubled]
    name = follow.query or follow.filters.portal or follow.filters.province_now or t("results_all")
    return Message(
        t("notify_batch", query=name), "\n".join(lines).strip(), tuple(_keys(follow, item)[0] for item in untold)
    )


def sources_of(database: Database, follow: Follow, now: datetime) -> list[str]:
    """The portals whose silence concerns a follow that names a portal or a place; none for one that names neither."""
    return [health.portal for health in _sources(database, follow, now)]


def _sources(database: Database, follow: Follow, now: datetime) -> list[PortalHealth]:
    filters = follow.filters
    if filters.portal:
        return healths(database, now, filters.portal)
    if not filters.province_now:
        return []
    return [health for health in healths(database, now) if health.province_now == filters.province_now]


def _overdue_key(health: PortalHealth) -> str:
    return f"overdue:{health.portal}:{health.looked_at}"


def _standing_key(portal: str) -> str:
    return f"standing:{portal}"


def _state_key(number: int) -> str:
    return f"state:{number}"


def _keys(follow: Follow, item: Item) -> list[str]:
    return [f"follow:{follow.id}:{key}" for key in item.keys]


def _listed(language: Language, items: Sequence[Item]) -> list[str]:
    lines = [
        f"- {item.title} ({date_words(language, item.published_at)}, {item.posted_by})\n  {item.url}"
        for item in items[:MOST_LISTED]
    ]
    left = len(items) - MOST_LISTED
    return lines + ([translator(language)("notify_rest", left=left)] if left > 0 else [])


def _cut(language: Language, lines: Sequence[str]) -> list[str]:
    left = len(lines) - MOST_LISTED
    more = [translator(language)("notify_more_sources", left=left)] if left > 0 else []
    return [*lines[:MOST_LISTED], *more]


def _trouble(language: Language, health: PortalHealth) -> str:
    since = date_words(language, health.shown_since)
    state = word_for(language, "health", health.shown)
    return f"! {health.title}: {state} ({since}). {health.why(language)}."


def _well(found: Sequence[PortalHealth]) -> int:
    return sum(health.shown == "ok" for health in found)
