"""Trying a portal: is it there, does it list announcements, can they be read? Each answer has a name of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from archive.counted import counted
from scraper.advice import advice_on, advice_on_links
from scraper.closed import words_of_closing
from scraper.facts import Portal
from scraper.fetch import Answer, Form, Get, leads_on
from scraper.reading import read_page
from scraper.reading.page import Page, make_page
from scraper.reading.result import GOES_ON, Context, Entry, Reading
from scraper.reading.scripted import should_draw
from scraper.readout import ONLY_ISSUED, Readout, read_out

Result = Literal[
    "reached",  # it lists announcements, and those tried have title, date and text
    "moved",  # it sends its visitors to another site
    "blocked",  # it refuses us: perhaps by country, by a bot wall, by a login
    "unreachable",  # no answer: no address, refused, too slow, a bad certificate, a server error
    "closed",  # it says itself that it is closed: for maintenance, for good, unpaid, or not there yet
    "forbidden",  # robots.txt does not want it fetched
    "gone",  # the address does not exist any more
    "no listing",  # pages come, but none lists announcements
    "fields missing",  # announcements are listed, but what makes one is not found on them
]
ARTICLES = 3
STARTS = 3
NEEDED = ("title", "date", "body")
_PREFIXES: tuple[tuple[str, Result], ...] = (
    ("blocked", "blocked"),
    ("gone", "gone"),
    ("forbidden by robots", "forbidden"),
    ("forbidden address", "blocked"),
)
_RESULTS: dict[str, Result] = {"blocked": "blocked", "closed": "closed"}
"""What pages are that come in place of a listing, by the outcome of reading them."""
_RANK: tuple[Result, ...] = ("no listing", "moved", "blocked", "forbidden", "closed", "gone", "unreachable")


@dataclass(slots=True)
class CheckReport:
    """What became of one try: the result, and in words what was found on the way."""

    portal: str
    result: Result = "unreachable"
    evidence: list[str] = field(default_factory=list)
    platform: str | None = None
    pages: int = 0
    articles: list[Readout] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Whether a crawl may be expected to bring announcements."""
        return self.result == "reached"


class Check:
    """One try of one portal on its way."""

    def __init__(self, get: Get, portal: Portal) -> None:
        self._get = get
        self._portal = portal
        self.report = CheckReport(portal.name)

    async def run(self) -> None:
        """Fill in the report."""
        results: list[Result] = []
        for address in self._portal.start[:STARTS]:
            entries = await self._listing(address, results)
            if entries:
                await self._articles(entries)
                return
        self.report.result = min(results, key=_RANK.index)
        if self.report.result in ("no listing", "gone") and self._portal.sample:
            await self._sample(self._portal.sample)

    async def _listing(self, address: str, results: list[Result]) -> tuple[Entry, ...]:
        """What a start address lists; where it is nothing, `results` says why."""
        answer = await self._fetch(address)
        result, told = _result_of(answer, address)
        if result is not None:
            results.append(result)
            self._tell(f"{address}: {told}")
            return ()
        reading = self._read(answer, Context(expected="listing"))
        if self._portal.script and should_draw(reading, _page(answer)):
            answer = await self._get.draw(answer)
            if answer.failure is not None:
                results.append("no listing")
                self._tell(f"{address}: {answer.failure.outcome}")
                return ()
            reading = self._read(answer, Context(expected="listing"))
        if reading.outcome == "undrawn" and reading.follow:
            self._tell(f"{answer.url}: drawn by a script, from data at {reading.follow[0].url}")
            return await self._listing(reading.follow[0].url, results)
        if reading.entries and reading.outcome == "read":
            dated = sum(entry.date_line is not None for entry in reading.entries)
            rest = "; it counts more than that, and nothing leads there" if GOES_ON in reading.flags else ""
            self._tell(f"{answer.url}: {counted(len(reading.entries), 'announcement')}, {dated} with a day{rest}")
            return reading.entries
        results.append(_RESULTS.get(reading.outcome, "no listing"))
        onward = leads_on(answer)
        only = f"; it only leads on to {onward}" if onward else ""
        self._tell(f"{answer.url}: {_unlisted(reading, _page(answer), address)}{only}")
        return ()

    async def _articles(self, entries: tuple[Entry, ...]) -> None:
        """Read a few of the announcements; a field counts as missing where most of them lack it."""
        report = self.report
        for entry in entries[:ARTICLES]:
            report.articles.append(await self._readout(entry))
        read = [article for article in report.articles if article.outcome == "read"]
        for article in report.articles:
            if article.outcome != "read":
                advice = advice_on_links(article.outcome)
                self._tell(f"{article.url}: {article.outcome}" + (f"; {advice}" if advice else ""))
        if not read:
            report.result = "fields missing"
            self._tell("none of the announcements tried could be read")
            return
        missing = [name for name in NEEDED if sum(_lacks(article, name) for article in read) * 2 > len(read)]
        report.result = "fields missing" if missing else "reached"
        self._tell(f"{len(read)} of {counted(len(report.articles), 'announcement')} read" + _lacking(missing))

    async def _readout(self, entry: Entry) -> Readout:
        answer = await self._fetch(entry.url, entry.form)
        readout = read_out(answer, entry)
        return read_out(await self._get.draw(answer), entry) if readout.is_undrawn and self._portal.script else readout

    async def _sample(self, address: str) -> None:
        """Whether the address that the facts give as a sample still answers."""
        answer = await self._fetch(address)
        result, told = _result_of(answer, address)
        self._tell(f"the sample {address}: {told if result else f'answers, kind of page: {self._read(answer).kind}'}")

    async def _fetch(self, address: str, form: Form = ()) -> Answer:
        self.report.pages += 1
        return await self._get(address, form)

    def _read(self, answer: Answer, context: Context | None = None) -> Reading:
        reading = read_page(
            answer.body,
            answer.url,
            content_type=answer.content_type,
            fetched_at=answer.fetched_at,
            context=context,
            portal=self._portal,
        )
        self.report.platform = reading.platform
        return reading

    def _tell(self, words: str) -> None:
        self.report.evidence.append(words)


def _result_of(answer: Answer, address: str) -> tuple[Result | None, str]:
    """The result that the answer of an address means, None for a page, and what to tell of it."""
    if answer.moved_to is not None:
        return "moved", f"leads to {answer.moved_to}"
    if answer.failure is None:
        return None, ""
    outcome = answer.failure.outcome
    result: Result = next((result for prefix, result in _PREFIXES if outcome.startswith(prefix)), "unreachable")
    return result, _advised(outcome.partition(": ")[2] or outcome, outcome, address)


def _advised(told: str, outcome: str, address: str) -> str:
    advice = advice_on(outcome, address)
    return f"{told}; {advice}" if advice else told


def _page(answer: Answer) -> Page:
    return make_page(answer.body, answer.url, content_type=answer.content_type)


def _unlisted(reading: Reading, page: Page, address: str) -> str:
    closing = words_of_closing(page, reading)
    if closing is not None:
        return f"closed ({', '.join(reading.flags)}), {closing}"
    if reading.outcome == "blocked":
        flags = ", ".join(reading.flags)
        return _advised(f"blocked ({flags})", f"blocked: {flags}", address)
    if reading.outcome == "undrawn":
        return "only a script draws it; the portal's facts can say `script = true`"
    if reading.outcome not in ("read", "empty"):
        return f"{reading.outcome} ({', '.join(reading.flags)})"
    return "an article, no list" if reading.kind == "article" else "no announcements are listed"


def _lacks(article: Readout, name: str) -> bool:
    found = article.field(name)
    return (found is None or not found.confidence) and not (name == "date" and _has_only_issue_day(article))


def _has_only_issue_day(article: Readout) -> bool:
    """Whether an announcement is undated for good reason: it is a paper, with the paper's own day."""
    date = article.field("date")
    return article.is_paper or (date is not None and date.value is None and date.why == ONLY_ISSUED)


def _lacking(missing: list[str]) -> str:
    return f"; not found: {', '.join(missing)}" if missing else ""
