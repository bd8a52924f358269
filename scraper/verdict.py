"""A portal whose crawl failed, in one sentence: what became of it, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from archive.counted import counted
from archive.health.states import State
from scraper.advice import ABROAD, advice_on, advice_on_links
from scraper.outcomes import state_of_outcome
from scraper.session import RunReport, StartOutcome

_FOLLOWING = ("start", "listing", "failures")
"""Checks that tell nothing more where no start address was read."""
_ADVICE: dict[State, str] = {
    "unreachable": "try again later or `kehoach portals check {portal}`",
    "blocked": "`kehoach portals check {portal}` tries it again",
    "moved": "`kehoach portals check {portal}` says where it leads",
}
_LOOK = "`kehoach portals check {portal}` says what is there now"
_GOES_ON = "the next crawl goes on with what is left"
_ENDED = "probe the site that took its place, and set `state` in the facts of this one"
_ASK = "it does not want to be crawled; its webmaster may allow it"


def verdict(report: RunReport) -> str:
    """The sentence; checks that fail only because another one did are left out."""
    broken = {check.name: check.evidence for check in report.checks if not check.passed}
    unread = [start for start in report.starts.values() if start.outcome != "read"]
    told: list[str] = []
    advice = _LOOK
    if "start" in broken and unread:
        told.append(_of_starts(unread))
        broken = {name: evidence for name, evidence in broken.items() if name not in _FOLLOWING}
        advice = _advice(unread[0])
    elif broken.keys() == {"ledger"}:
        advice = _GOES_ON
    elif "failures" in broken:
        commonest = report.failures.most_common(1)[0][0]
        broken["failures"] += f", most often: {commonest}"
        advice = advice_on_links(commonest) or _LOOK
    told += [f"{name}: {evidence}" for name, evidence in broken.items()]
    return f"{'; '.join(told)}; {advice.format(portal=report.portal)}"


def _advice(start: StartOutcome) -> str:
    """What to do about a start address that was not read."""
    if start.outcome.startswith("forbidden by robots"):
        return _ASK
    if start.outcome == "closed: shut-down":
        return _ENDED
    of_state = _ADVICE.get(state_of_outcome(start.outcome), _LOOK)
    clause = advice_on(start.outcome, start.url)
    return f"{ABROAD}; {of_state}" if clause == ABROAD else clause or of_state


def _of_starts(unread: Sequence[StartOutcome]) -> str:
    """What the first start address met, and how many others met something."""
    first, *others = unread
    word, _, why = first.outcome.partition(": ")
    more = f" and {counted(len(others), 'other start address')}" if others else ""
    after = f" after {counted(first.tries, 'try')}" if first.tries > 1 else ""
    said = f", {first.closing}" if first.closing else ""
    return f"{word}: {first.url}{more}{why and f': {why}'}{said}{after}"


def no_network(reports: Sequence[RunReport]) -> str | None:
    """What it says of this machine that no portal of several could even be connected to."""
    if len(reports) > 1 and all(map(_is_offline, reports)):
        return f"None of {len(reports)} portals could be connected to: this machine seems to have no network."
    return None


def _is_offline(report: RunReport) -> bool:
    """Whether nothing out on the internet could be connected to; this machine's own portals tell nothing of that."""
    from scraper.origins import allowed

    starts = report.starts.values()
    return bool(starts) and all(start.offline and allowed(start.url, None, ()) for start in starts)
