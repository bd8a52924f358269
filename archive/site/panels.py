"""Facets as links: what a person can add to a search or take away from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from archive.search.facets import Facets
from archive.site.address import FLAGS, FilterError, SearchAddress
from archive.site.dates import date_words
from archive.site.sources import PortalSummary
from archive.site.words import Language, translator, word_for

SHOWN = 8
_CODED = {"system": "system", "level": "level", "document_type": "type"}
_ORDER = ("year", "month", "province_now", "province", "issuer", "posted_by", "document_type", "system", "level")
_STATES = ("plans", "attachments", "undated", "changed", "removed")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value with its count, and the search that adds it, or takes it away where it is chosen."""

    label: str
    count: int
    link: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """A facet with its choices."""

    title: str
    choices: tuple[Choice, ...]


def panels(language: Language, address: SearchAddress, facets: Facets) -> list[Panel]:
    """The facets of a search; months only where a year is chosen, nothing where there is nothing to choose.

    Where the search is a long one, only the commonest values.
    """
    t = translator(language)
    found = [_states_panel(language, address, facets)]
    for name in _ORDER:
        if name == "month" and not (address.filters.year or address.filters.month):
            continue
        most = SHOWN if address.is_long and name not in {"year", "month"} else None
        values = ((value, count) for value, count in facets.values[name].items() if value)
        choices = tuple(_choice(language, address, name, value, count) for value, count in islice(values, most))
        if choices:
            found.append(Panel(t(name), choices))
    return [panel for panel in found if panel.choices]


def chosen_filters(
    language: Language, address: SearchAddress, portals: Iterable[PortalSummary]
) -> list[tuple[str, str, str]]:
    """What limits the search: its name, its value in words, and the search without it."""
    t = translator(language)
    chosen = []
    for name, value in address.chosen():
        empty = False if name in FLAGS else None
        words = "" if name in FLAGS else value_words(language, name, str(value))
        if name == "portal":
            words = next((portal.title for portal in portals if portal.name == value), words)
        title = t(title_key(name))
        chosen.append((title, words, address.with_filter(**{name: empty}).link()))
    return chosen


def unreadable_filter(language: Language, error: FilterError) -> str:
    """What to say of a filter whose value cannot be meant: which it is, and the form it takes."""
    t = translator(language)
    form = t("form_flag" if error.key in FLAGS else f"form_{error.key}")
    return t("bad_filter", title=t(title_key(error.key)), name=error.name, value=error.value, form=form)


def title_key(name: str) -> str:
    """The key of the words for a filter."""
    return "only_plans" if name == "plans" else name


def value_words(language: Language, name: str, value: str) -> str:
    """A value as people say it."""
    if name in _CODED:
        return word_for(language, _CODED[name], value)
    return date_words(language, value) if name in {"month", "since", "until"} else value


def _choice(language: Language, address: SearchAddress, name: str, value: str, count: int) -> Choice:
    chosen = getattr(address.filters, name) == value
    link = address.with_filter(**{name: None if chosen else value}).link()
    return Choice(value_words(language, name, value), count, link, chosen)


def _states_panel(language: Language, address: SearchAddress, facets: Facets) -> Panel:
    t = translator(language)
    choices = []
    for name in _STATES:
        chosen = getattr(address.filters, name)
        if facets.states[name]:
            link = address.with_filter(**{name: not chosen}).link()
            choices.append(Choice(t(title_key(name)), facets.states[name], link, chosen))
    return Panel(t("states"), tuple(choices))
