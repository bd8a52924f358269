"""From a probe to a portal's facts, and from facts to the lines of a TOML file."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from archive.counted import counted
from archive.errors import ArchiveError, UsageError
from archive.vietnamese.places import find_province
from archive.vietnamese.spelling import fold
from scraper.facts import LEAST_DELAY_SECONDS, Portal, read_portal_file
from scraper.origins import is_played
from scraper.owner import level_of, system_of
from scraper.probe_report import ProbeReport

_LONGEST_SLUG = 60
_DESCRIBED = "{} describes a portal {!r} already; give another name with --name."


class NothingToCrawlError(ArchiveError):
    """A crawl of what was probed would bring nothing, so that it gets no facts."""


class IncompleteFactsError(UsageError):
    """What a probe found is not enough for facts; the text says what to name."""


def propose(
    report: ProbeReport,
    *,
    known: Mapping[str, Portal],
    today: date,
    name: str | None = None,
    agency: str | None = None,
    province: str | None = None,
    delay: float = LEAST_DELAY_SECONDS,
) -> Portal:
    """The facts of a probed site; `name`, `agency` and `province` are the operator's and come first.

    `known` are the portals that there are. Raises NothingToCrawlError where the probe is not good, UsageError where one
    of the known is this site and `name` is none of the operator's, else IncompleteFactsError. A site on a private
    address plays a portal and is none, so its facts say `demo`.
    """
    if not report.is_good:
        raise NothingToCrawlError(
            f"No facts were written, as nothing would come of a crawl of {report.asked}; probe another address of the "
            "site, or write its facts by hand."
        )
    if name is None and (these := known_as(report.home, known.values())):
        raise UsageError(f"{report.asked} is known already, as {' and '.join(these)}; name a second one with --name.")
    owner = report.owner
    whose = agency or (owner.agency if owner else None)
    where = province or (owner.province if owner else None)
    place = find_province(where) if where else None
    if whose is None or place is None:
        missing = [option for option, value in (("--agency", whose), ("--province", place)) if value is None]
        raise IncompleteFactsError(
            f"{report.asked} does not say whose it is, or where: name it with {' and '.join(missing)}."
        )
    title = owner.title if owner and agency is None else whose
    plays = is_played(urlsplit(report.home).hostname or "")
    slug = name or _free(("demo-" if plays else "") + _slug(title, whose, place.slug), known)
    read = sum(article.outcome == "read" for article in report.articles)
    return Portal(
        name=slug,
        title=title,
        province=place.name,
        agency=whose,
        system=system_of(whose),
        level=level_of(whose, place),
        platform=report.platform,
        start=report.start,
        state="active",
        evidence=f"A probe of {today} found {counted(len(report.listings), 'listing')} there "
        f"and read {counted(read, 'article')}.",
        sample=next((article.url for article in report.articles if article.outcome == "read"), None),
        tried=today,
        publish="excerpt" if system_of(whose) == "press" else "full",
        delay=delay,
        script=report.script,
        hosts=tuple(sorted(report.hosts)),
        demo=plays,
    )


def refuse_known(address: str, known: Iterable[Portal], target: Path) -> None:
    """Raise UsageError where an address alone tells that its site has facts: among those known, or where they would go.

    `target` is the file or the folder that `write_facts` would write to.
    """
    if these := known_as(address, known):
        raise UsageError(f"{address} is known already, as {' and '.join(these)}; name a second one with --name.")
    for file, portals in _described(target):
        if these := known_as(address, portals):
            raise UsageError(_DESCRIBED.format(file, these[0]))


def known_as(address: str, known: Iterable[Portal]) -> list[str]:
    """The names of the portals that are crawled from the host and port of an address."""
    site = _site(address)
    return [portal.name for portal in known if any(_site(start) == site for start in portal.start)]


def _site(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower().removeprefix("www.")
    except ValueError:  # no address, which is told when it is asked for
        return ""


def _described(target: Path) -> Iterator[tuple[Path, list[Portal]]]:
    """The files that facts would be written to or beside, with the portals that each describes."""
    folder = target.parent if target.suffix == ".toml" else target
    for file in sorted(folder.glob("*.toml")):
        yield file, read_portal_file(file)


def _slug(title: str, agency: str, province: str) -> str:
    """A portal's name: its province and its agency without the province; the province's own portal has a fixed one."""
    own = fold(title).startswith("cong thong tin") and fold(agency).startswith("uy ban nhan dan t")
    words = "cong-thong-tin" if own else re.sub(r"[^a-z0-9]+", "-", fold(agency)).strip("-")
    words = re.sub(rf"-(?:(?:tinh|thanh-pho)-)?{province}(?=-|$)", "", f"-{words}").strip("-")
    words = words.removeprefix("uy-ban-nhan-dan-") or "portal"
    return f"{province}-{words[:_LONGEST_SLUG].strip('-')}"


def _free(name: str, taken: Collection[str]) -> str:
    names = [name, *(f"{name}-{number}" for number in range(2, len(taken) + 3))]
    return next(free for free in names if free not in taken)


def as_toml(portal: Portal) -> str:
    """A portal's table as it stands in a file of facts: what differs from the defaults."""
    lines = [f"[{portal.name}]"]
    for entry in fields(portal):
        value = getattr(portal, entry.name)
        if entry.name != "name" and (entry.default is MISSING or value != entry.default):
            lines.append(f"{entry.name} = {_toml(value)}")
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        parts = [_toml(part) for part in value]
        short = f"[{', '.join(parts)}]"
        return short if len(short) < 100 else "[\n" + "".join(f"  {part},\n" for part in parts) + "]"
    return json.dumps(value, ensure_ascii=False)


def write_facts(portal: Portal, target: Path) -> Path:
    """Add a portal to a file of facts, or to its province's file in a folder; returns the file."""
    file = target
    if target.suffix != ".toml":
        province = find_province(portal.province)
        file = target / f"{province.slug if province else 'portals'}.toml"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        for other, described in _described(file):
            if portal.name in {known.name for known in described}:
                raise UsageError(_DESCRIBED.format(other, portal.name))
        before = file.read_text("utf-8").rstrip("\n") + "\n\n" if file.exists() else ""
        file.write_text(before + as_toml(portal), "utf-8")
    except OSError as error:
        raise UsageError(f"The facts cannot be written to {file}: {error.strerror}.") from error
    return file
