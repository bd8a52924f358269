"""A probe's report for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from archive.counted import counted
from scraper.advice import ABROAD, advice_on
from scraper.probe_report import LeftOut, Listing, ProbeReport
from scraper.reading.listing import is_front_address
from scraper.reading.result import GOES_ON
from scraper.readout import Readout

_ADVICE = {
    "forbidden by robots": "its robots.txt asks programs to stay away: ask its webmaster",
    "gone": "give an address that a browser shows, for example that of its front page",
    "unreachable": "look at it in a browser: another name, with or without www, or http in place of https may answer",
    "closed: maintenance": "try again later",
    "closed: shut-down": "give the address of the site that took its place",
    "closed": "try again later, or give the address of the site that took its place",
    "blocked": "look at it in a browser",
}
"""What to do about a site of which nothing was had; the first that fits is told."""


def print_probe(report: ProbeReport, known_as: Sequence[str], *, show: str, written: bool) -> None:
    """What was found, in the order in which one asks for it.

    `known_as` are portals of the same site, of which the command `show` shows the first. Where it is not `written` down
    what a crawl needs, the option that does so is named.
    """
    click.echo(f"{report.home}  ({counted(report.pages, 'page')} fetched)")
    if known_as:
        click.echo(f"known     as {', '.join(known_as)}: {show}")
    if report.owner:
        owner = report.owner
        placed = "" if owner.agency.endswith(owner.province) else f", {owner.province}"
        doubt = "" if owner.sure else "; not sure, name another with --agency"
        click.echo(f"owner     {owner.agency}{placed} ({owner.system}, {owner.level}){doubt}")
    elif report.listings:
        click.echo("owner     the site does not say; name it with --agency and --province")
    if report.platforms:
        shown = report.platforms[report.platform]
        pages = counted(report.platforms.total(), "page")
        known = f"shown by {shown} of {pages}" if shown else "no known one; read by its labels"
        click.echo(f"platform  {report.platform} ({known})")
    if report.script:
        click.echo("script    only a script draws its pages; they were read as Chromium draws them")
    if report.hosts:
        click.echo(f"hosts     {', '.join(sorted(report.hosts))}: of the site too, as `hosts` in its facts")
    for listing in report.listings:
        click.echo(f"{listing.kind:8}  {listing.url}  {_listed(listing)}")
    _print_left_out(report)
    if report.paging:
        paging = report.paging
        click.echo(f"paging    {paging.how}: {paging.second} gave {counted(paging.further, 'further announcement')}")
    elif report.listings:
        click.echo("paging    none was found")
    for number, article in enumerate(report.articles, start=1):
        _print_article(number, article)
    if report.trouble:
        said = f", {report.closing}" if report.closing else ""
        click.echo(f"\nNothing would come of a crawl: {report.trouble}{said}.{_advice(report)}")
    elif report.is_good:
        how = "." if written else "; --write DIR writes down the facts that it needs."
        click.echo(f"\nA crawl would bring announcements{how}")


def _print_left_out(report: ProbeReport) -> None:
    """The sections that are no listings, and where a crawl meets them all the same."""
    for waiting in report.waiting:
        told = f"{waiting.why}; a start, as announcements may come there"
        click.echo(f"waiting   {waiting.url}  {waiting.title!r}, {told}")
    for left in report.left_out:
        if left.looked:
            click.echo(f"left out  {left.url}  {left.title!r}, {left.why}")
    further = sum(not left.looked for left in report.left_out)
    if further:
        click.echo(f"left out  {counted(further, 'further section')} of the menus, not looked at")
    if report.left_out and report.home in report.start and is_front_address(report.home):
        click.echo("          a crawl goes through the sections of the menus from the front page")
    elif further:
        click.echo("          no crawl meets them; add those that you want to the starts")
    if report.by_name:
        names = dict.fromkeys(repr(left.title) for left in report.by_name)
        click.echo(f"left out  by their names no lists of announcements: {', '.join(names)}")


def _advice(report: ProbeReport) -> str:
    """What to do about the trouble, where a start is what was not had."""
    trouble = report.trouble or ""
    of_kind = next((advice for kind, advice in _ADVICE.items() if trouble.startswith(kind)), None)
    clause = advice_on(trouble, report.home)
    advice = f"{of_kind}; {ABROAD}" if clause == ABROAD else clause or of_kind
    return f" {advice[0].upper()}{advice[1:]}." if advice else ""


def _listed(listing: Listing) -> str:
    named = f"{listing.title!r}, " if listing.title else ""
    further = f", further pages: {len(listing.pages)}" if listing.pages else ""
    rest = "; it counts more than that, and nothing leads there" if GOES_ON in listing.flags else ""
    return f"{named}{counted(len(listing.entries), 'announcement')}, {listing.dated} with a day{further}{rest}"


def _print_article(number: int, article: Readout) -> None:
    click.echo(f"\n{number}. {article.url}")
    if article.outcome != "read":
        click.echo(f"   not read: {article.outcome}")
    for field in article.fields:
        sure = "    " if field.confidence is None else f"{field.confidence:.0%}".rjust(4)
        click.echo(f"   {field.name:11} {sure}  {field.value or '–'}  [{field.why}]")
    if article.flags:
        click.echo(f"   {'flags':11}       {', '.join(article.flags)}")


def probe_json(report: ProbeReport) -> dict[str, Any]:
    """The same as one object; confidences are from 0 to 1, null where there is nothing to be sure of."""
    owner, paging = report.owner, report.paging
    return {
        "asked": report.asked,
        "home": report.home,
        "trouble": report.trouble,
        "closing": report.closing,
        "good": report.is_good,
        "pages": report.pages,
        "platform": report.platform,
        "script": report.script,
        "owner": None
        if owner is None
        else {"title": owner.title, "agency": owner.agency, "system": owner.system, "level": owner.level}
        | {"province": owner.province, "sure": owner.sure},
        "start": list(report.start),
        "hosts": sorted(report.hosts),
        "listings": [
            {"url": listing.url, "kind": listing.kind, "title": listing.title, "entries": len(listing.entries)}
            | {"dated": listing.dated, "further_pages": len(listing.pages), "flags": list(listing.flags)}
            for listing in report.listings
        ],
        "left_out": [_section_json(left) | {"looked_at": left.looked} for left in (*report.left_out, *report.by_name)],
        "waiting": [_section_json(waiting) for waiting in report.waiting],
        "paging": None
        if paging is None
        else {"listing": paging.listing, "how": paging.how, "second": paging.second, "further": paging.further},
        "articles": [_article_json(article) for article in report.articles],
    }


def _section_json(section: LeftOut) -> dict[str, Any]:
    return {"url": section.url, "title": section.title, "why": section.why}


def _article_json(article: Readout) -> dict[str, Any]:
    fields = {
        field.name: {"value": field.value, "confidence": field.confidence, "why": field.why} for field in article.fields
    }
    return {"url": article.url, "outcome": article.outcome, "fields": fields, "flags": list(article.flags)}
