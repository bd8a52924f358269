"""What a finished crawl found a portal to be: from its start addresses, its listings, its failures and its fields."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import comb

from archive.health.evidence import Evidence, Fact, fact
from archive.health.states import Finding, State
from archive.model import Check
from archive.writer import ArchiveWriter
from scraper.health import addresses_of_outcomes
from scraper.outcomes import state_of_outcome
from scraper.reading.paperlist import PAGE_IS_FILE

FIELDS = {"new titled": "title", "new dated": "date", "new bylined": "byline", "new bodied": "text"}
READ = "new"
FILES = "new files"
"""Announcements without a page, of which only a list tells."""
AS_GOOD = ("unchanged", "changed")
FEWEST_KNOWN = 20
KNOWN_LOOKED_AT = 300
RUNS_LOOKED_BACK = 10
FEWEST_WORSE = 3
"""So many known pages that have lost something are a changed portal; as many are looked at again each day."""
USED_TO_BE = 0.8
"""The share of known announcements that must have a field before its absence says anything."""
MOST_CERTAIN = 0.98
TOO_UNLIKELY = 0.0002
"""A portal that is looked at three times a day should give a false alarm less often than once in some years."""
_RANK: tuple[State, ...] = ("moved", "blocked", "unreachable", "changed", "empty")


def finding_of_run(
    start_outcomes: Mapping[str, str],
    failures: Mapping[str, int],
    counts: Mapping[str, int],
    checks: list[Check],
    lost: Evidence,
    *,
    was_well: bool,
) -> Finding:
    """The state that a run means.

    `start_outcomes` gives the outcome of each start address, `failures` how often each outcome ended a request,
    `lost` tells of fields that used to be there. What never `was_well` has not changed: its crawl failed.
    """
    found = _met(start_outcomes, failures, counts, checks, lost)
    return Finding("failed", found.evidence) if found.state == "changed" and not (was_well or lost) else found


def was_well(writer: ArchiveWriter, portal: str) -> bool:
    """Whether an earlier crawl of a portal found it well."""
    row = writer.execute(
        "SELECT EXISTS (SELECT 1 FROM run WHERE portal = ? AND kind = 'crawl' AND finding = 'ok')", (portal,)
    ).fetchone()
    return bool(row[0])


def _met(
    start_outcomes: Mapping[str, str],
    failures: Mapping[str, int],
    counts: Mapping[str, int],
    checks: list[Check],
    lost: Evidence,
) -> Finding:
    starts = {url: state_of_outcome(outcome) for url, outcome in start_outcomes.items()}
    if starts and "ok" not in starts.values():
        worst = min(starts.values(), key=_RANK.index)
        worst_of = {url: start_outcomes[url] for url, state in starts.items() if state == worst}
        alike = addresses_of_outcomes(worst_of).items()
        return Finding(worst, tuple(_start(outcome, urls) for outcome, urls in alike))
    pages = counts.get("listings", 0)
    if not counts.get("entries"):
        return Finding("empty", (fact("no_items", pages=pages),))
    broken = {check.name for check in checks if not check.passed}
    if "failures" in broken:
        requests = fact("failures", failed=counts.get("failed", 0), pages=counts.get("requests", 0))
        each = (fact("failure", outcome=outcome, times=times) for outcome, times in failures.items())
        return Finding(_commonest(failures), (requests, *each))
    if "same" in broken:
        articles = counts.get("articles", 0) + counts.get("not modified", 0) + counts.get("same", 0)
        return Finding("changed", (fact("same", same=counts.get("same", 0), pages=articles),))
    if lost:
        return Finding("changed", lost)
    if "paging" in broken:
        return Finding("changed", (fact("repeated", repeated=counts.get("repeated", 0), pages=pages),))
    if "rest" in broken:
        return Finding("changed", (fact("unled", lists=counts.get("unled", 0)),))
    if "addresses" in broken:
        return Finding("changed", (fact("unaddressed", titles=counts.get("unaddressed", 0)),))
    if "titles" in broken:
        titled = fact("titled", titled=counts.get("titled", 0), articles=counts.get("articles", 0))
        return Finding("changed", (titled,))
    return Finding("ok", (fact("items", entries=counts["entries"], pages=pages),))


def _start(outcome: str, urls: Sequence[str]) -> Fact:
    if len(urls) == 1:
        return fact("start", url=urls[0], outcome=outcome)
    return fact("starts", url=urls[0], outcome=outcome, number=len(urls))


def _commonest(failures: Mapping[str, int]) -> State:
    """What most failed addresses mean; links to other hosts move no portal whose start answers."""
    states: Counter[State] = Counter()
    for outcome, number in failures.items():
        state = state_of_outcome(outcome)
        states["changed" if state == "moved" else state] += number
    return states.most_common(1)[0][0] if states else "unreachable"


def lost_fields(writer: ArchiveWriter, portal: str, run: int, counts: Mapping[str, int]) -> Evidence:
    """Which fields the newest pages lack that the portal's announcements used to have.

    This run is looked at alone and together with those before it; a field is lost where chance does not explain how
    few of the new pages have it, or where known pages have lost what they had.
    """
    runs = _runs(writer, portal, run, counts)
    return (*_worse_than_known(these for _, these in runs), *_missing_on_new(writer, portal, runs))


def _worse_than_known(counts: Iterable[Mapping[str, int]]) -> Evidence:
    """Whether the latest second looks met pages that have lost what is known of them.

    Runs without second looks say nothing; one in which most pages were as good as before ends what was before it.
    """
    worse = 0
    for these in counts:
        as_good = sum(these.get(what, 0) for what in AS_GOOD)
        if as_good and as_good >= these.get("worse", 0):
            return ()
        worse += these.get("worse", 0)
        if worse >= FEWEST_WORSE:
            return (fact("lost_known", pages=worse),)
    return ()


def _missing_on_new(
    writer: ArchiveWriter, portal: str, runs: Sequence[tuple[str, Mapping[str, int]]]
) -> Iterable[Fact]:
    known = _known_before(writer, portal, runs[-1][0])
    if known[READ] < FEWEST_KNOWN:
        return ()
    lost: dict[str, Fact] = {}
    read: Counter[str] = Counter()
    for _, these in runs:
        read.update({name: these.get(name, 0) for name in (READ, *FIELDS)})
        read[READ] -= these.get(FILES, 0)
        for count, name in FIELDS.items():
            usual = min(known[count] / known[READ], MOST_CERTAIN)
            if usual >= USED_TO_BE and _chance(read[count], read[READ], usual) < TOO_UNLIKELY:
                lost.setdefault(name, fact("lost_field", field=name, found=read[count], pages=read[READ], share=usual))
    return lost.values()


def _chance(found: int, pages: int, usual: float) -> float:
    """How likely it is that so few of the pages, or fewer, have what a page has with the usual share."""
    return sum(comb(pages, k) * usual**k * (1 - usual) ** (pages - k) for k in range(found + 1))


def _runs(
    writer: ArchiveWriter, portal: str, run: int, counts: Mapping[str, int]
) -> list[tuple[str, Mapping[str, int]]]:
    """When this run and those before it began, and what each read; newest first."""
    rows = writer.execute(
        "SELECT id, started_at, counts FROM run WHERE portal = ? AND kind = 'crawl' ORDER BY id DESC LIMIT ?",
        (portal, RUNS_LOOKED_BACK),
    ).fetchall()
    return [
        (started_at, counts if identifier == run else json.loads(packed)) for identifier, started_at, packed in rows
    ]


def _known_before(writer: ArchiveWriter, portal: str, moment: str) -> Counter[str]:
    """How many pages were known then, and how many of them have each field."""
    row = writer.execute(
        "SELECT count(*), total(title <> ''), total(published_at IS NOT NULL), total(byline_printed IS NOT NULL), "
        "total(body) FROM (SELECT a.title, a.published_at, a.byline_printed, t.body <> '' AS body FROM announcement a "
        "JOIN announcement_text t ON t.announcement = a.id WHERE a.portal = ? AND a.first_seen < ? "
        "AND NOT EXISTS (SELECT 1 FROM json_each(a.flags) WHERE value = ?) ORDER BY a.id DESC LIMIT ?)",
        (portal, moment, PAGE_IS_FILE, KNOWN_LOOKED_AT),
    ).fetchone()
    return Counter(dict(zip((READ, *FIELDS), map(int, row), strict=True)))
