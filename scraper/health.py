"""Whether to believe a run: its own checks, each with its evidence in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archive.counted import counted
from archive.model import Check

LEAST_PAGES = 10
MOST_FAILED = 0.1
LEAST_TITLED = 0.9


def checks_of_run(counts: Mapping[str, int], start_outcomes: Mapping[str, str], open_entries: int) -> list[Check]:
    """The checks of a finished crawl.

    `start_outcomes` gives the outcome of each start address, `open_entries` how many addresses of the ledger have
    none and are not waiting for a later day.
    """
    return [
        _start(start_outcomes),
        _listed(counts),
        _paging(counts),
        _rest(counts),
        _failures(counts),
        _same(counts),
        _titles(counts),
        _addresses(counts),
        _removals(counts),
        _files(counts),
        Check("ledger", open_entries == 0, f"{counted(open_entries, 'address')} without an outcome"),
    ]


def addresses_of_outcomes(outcomes: Mapping[str, str]) -> dict[str, list[str]]:
    """The addresses that ended with each outcome, in their order, of the outcomes of addresses."""
    addresses: dict[str, list[str]] = {}
    for url, outcome in outcomes.items():
        addresses.setdefault(outcome, []).append(url)
    return addresses


def _start(outcomes: Mapping[str, str]) -> Check:
    bad = {url: outcome for url, outcome in outcomes.items() if outcome != "read"}
    told = "; ".join(f"{_named(urls)}: {outcome}" for outcome, urls in addresses_of_outcomes(bad).items())
    return Check("start", len(bad) < len(outcomes), told or f"{counted(len(outcomes), 'start address')} read")


def _named(urls: Sequence[str]) -> str:
    return urls[0] if len(urls) == 1 else f"{urls[0]} and {counted(len(urls) - 1, 'other start address')}"


def _listed(counts: Mapping[str, int]) -> Check:
    entries, pages = counts.get("entries", 0), counts.get("listings", 0)
    return Check("listing", entries > 0, f"{counted(entries, 'entry')} on {counted(pages, 'listing page')}")


def _paging(counts: Mapping[str, int]) -> Check:
    """Pages of a listing that show what another page showed: the paging was not understood."""
    repeated, pages = counts.get("repeated", 0), counts.get("listings", 0)
    told = f"{repeated} of {counted(pages, 'listing page')} repeating another"
    return Check("paging", repeated * 2 <= pages, told)


def _rest(counts: Mapping[str, int]) -> Check:
    """Lists that say themselves that they go on, while neither a page nor a site map leads to the rest."""
    unled = 0 if counts.get("mapped") else counts.get("unled", 0)
    return Check("rest", not unled, f"{counted(unled, 'list')} counting more than shown and leading nowhere")


def _failures(counts: Mapping[str, int]) -> Check:
    failed, pages = counts.get("failed", 0), counts.get("requests", 0)
    good = failed == 0 or (pages >= LEAST_PAGES and failed <= pages * MOST_FAILED)
    told = f"{counted(failed, 'address')} failed for good; {counted(pages, 'request')}, tries again included"
    return Check("failures", good, told)


def _same(counts: Mapping[str, int]) -> Check:
    """One article that is gone may show the front page; where many show one page, no article is to be had."""
    same = counts.get("same", 0)
    pages = counts.get("articles", 0) + counts.get("not modified", 0) + same
    told = f"{same} of {counted(pages, 'article page')} showing the page of another address"
    return Check("same", same <= max(1, pages * MOST_FAILED), told)


def _titles(counts: Mapping[str, int]) -> Check:
    titled, articles = counts.get("titled", 0), counts.get("articles", 0)
    good = titled >= articles * LEAST_TITLED
    return Check("titles", good, f"{titled} of {counted(articles, 'article')} with a title")


def _addresses(counts: Mapping[str, int]) -> Check:
    """Titles that send forms and lead to no address: what they announce cannot be kept."""
    unaddressed = counts.get("unaddressed", 0)
    told = f"{counted(unaddressed, 'listed title')} leading to no address of their own"
    return Check("addresses", not unaddressed, told)


def _removals(counts: Mapping[str, int]) -> Check:
    """Gone addresses are believed only where articles could be read at all."""
    missed, alive = counts.get("missed", 0), counts.get("articles", 0) + counts.get("not modified", 0)
    good = missed == 0 or alive > 0
    return Check("removals", good, f"{counted(missed, 'known article')} gone, {counted(alive, 'other page')} read")


def _files(counts: Mapping[str, int]) -> Check:
    """One file may be missing; when most are, something stands between the crawler and the files."""
    failed, files = counts.get("files failed", 0), counts.get("files", 0)
    good = files < LEAST_PAGES or failed * 2 <= files
    return Check("attachments", good, f"{failed} of {counted(files, 'file')} could not be fetched")
