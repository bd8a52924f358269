"""Lists behind the choice of a month or a year: each choice is a further page of the list.

Such a form has a choice of years, of months and years, or of both in one, and nothing to write in: what asks for words
or for days is a search, and what stands with the days of a month is a calendar. It is sent to the page that it stands
on, by its one button for showing or by the choice itself, as a browser would send it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import Any
from urllib.parse import urlencode

from archive.addresses import canonical_address
from archive.vietnamese.dates import read_date
from archive.vietnamese.spelling import fold
from scraper.reading.calendars import are_days, is_calendar
from scraper.reading.page import Page
from scraper.reading.postbacks import MOST_SENT, filled_in, form_fields, postback_of, size_of_form
from scraper.reading.result import Entry, Follow

MOST_PERIODS = 360
"""Months of thirty years; older ones are left."""
_SELECTS = (b"<select", b"<SELECT")
_YEAR = re.compile(r"(?:nam\W*)?((?:19|20)\d\d)")
_MONTH = re.compile(r"(?P<word>thang\W*|thg\W*|th\W*)?(?P<number>0?[1-9]|1[0-2])")
_BOTH = re.compile(
    r"(?:thang\W*|thg\W*|th\W*)?(?P<month>0?[1-9]|1[0-2]|[a-z]+(?: (?:mot|hai))?)\W+(?:nam\W*)?(?P<year>(?:19|20)\d\d)"
)
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d)\W(?P<month>0?[1-9]|1[0-2])")
_WORDS = ("mot", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai")
_OPEN = re.compile(r"\W*(?:(?:-|chon|tat ca|ca nam|toan bo|moi|all|select|theo|xem)\b.*|thang|nam|thang nam)?\W*")
"""What stands in a choice where nothing is chosen."""
_SHOWS = re.compile(
    r"\W*(?:xem|loc|hien thi|tim|tim kiem|tra cuu|chon|di|go|ok|view|filter|show|search)(?: \w+){0,2}\W*"
)
_NO_LIST = re.compile(r"\blich\b|\bsu kien\b|thoi tiet|xo so|gia vang|thong ke|\b(?:tu|den) (?:thang|nam|ngay)\b")
_LEAVES = re.compile(
    r"location(?:\.href)?\s*=\s*(?:['\"](?P<before>[^'\"]*)['\"]\s*\+\s*)?(?:this|self)\.(?:value|options\s*\[[^\]]*\]\.value)"
    r"\s*(?:\+\s*['\"](?P<behind>[^'\"]*)['\"])?\s*;?\s*(?:return \w+;?)?\s*$"
)
_DEFAULT = {"input": "text", "button": "submit"}
_LONGEST = 400
"""Characters around a choice that are looked at."""
_WRITTEN = frozenset({"", "text", "search", "email", "tel", "url", "number", "date", "password", "file"})
_FEW = 2
"""Years that make a choice where months are none."""
_AROUND = 3
"""Elements around the choices in which their button stands."""


_Lead = Callable[[str, Sequence[str]], Follow | None]
"""The further page of a period, by the values of its choices."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """A `select` whose options are years, months or both: the value to send for each, and what stands there chosen."""

    select: Any
    kind: str
    values: dict[str, str]
    chosen: str | None


def with_periods(page: Page, entries: Sequence[Entry], further: tuple[Follow, ...]) -> tuple[Follow, ...]:
    """The further pages of a list with those of the months or years that the page has to choose from, newest first.

    They are its only way to older entries where it has no pager, or lists what is of the month that stands chosen. The
    forms of a pager are told apart by that month.
    """
    if not any(sign in page.data for sign in _SELECTS):
        return further
    choices = [choice for select in page.tree.iter("select") if (choice := _choice(select)) is not None]
    found = _one_of_each(choices)
    if not found:
        return further
    shown = _shown(found)
    is_of_shown = shown is not None and all(_is_of(entry, shown) for entry in entries)
    if any(follow.kind == "listing" for follow in further) and not is_of_shown:
        return further
    periods = [follow for follow in _pages(page, found) if follow.period != shown]
    if periods and shown is not None:
        further = tuple(replace(one, key=f"{one.key} {shown}") if one.form else one for one in further)
    return (*further, *periods[:MOST_PERIODS])


def _one_of_each(choices: list[_Choice]) -> list[_Choice]:
    """The choices that name a period together; nothing where there are several, as from one to another."""
    kinds = sorted(choice.kind for choice in choices)
    if kinds == ["month", "year"]:
        return sorted(choices, key=lambda choice: choice.kind, reverse=True)
    if kinds == ["both"] or (kinds == ["year"] and len(choices[0].values) >= _FEW):
        return choices
    return []


def _shown(choices: list[_Choice]) -> str | None:
    """The period that stands chosen; None where one of the choices is open."""
    chosen = [choice.chosen for choice in choices]
    return "-".join(part for part in chosen if part) if all(chosen) else None


def _is_of(entry: Entry, period: str) -> bool:
    """Whether an entry may be of a period, by its day."""
    printed = read_date(entry.date_line) if entry.date_line else None
    return printed is None or printed.iso is None or printed.iso.startswith(period)


def _choice(select: Any) -> _Choice | None:
    """What a `select` chooses, None where that is neither years nor months."""
    options = list(select.iter("option"))
    read = [(option, _period("".join(option.itertext()), option.get("value") or "")) for option in options]
    named = [(option, found) for option, found in read if found is not None]
    others = [fold("".join(option.itertext()).strip()) for option, found in read if found is None]
    kinds = {kind for _, (kind, _) in named}
    if len(kinds) != 1 or len(others) > 1 or not all(map(_OPEN.fullmatch, others)):
        return None
    kind = kinds.pop()
    values = {period: _value(option) for option, (_, period) in named}
    if kind == "month" and len(values) < 12 and not any("th" in fold("".join(one.itertext())) for one, _ in named):
        return None
    chosen = [option for option in options if option.get("selected") is not None] or options[:1]
    periods = {option: period for option, (_, period) in named}
    return _Choice(select, kind, values, periods.get(chosen[-1]))


def _value(option: Any) -> str:
    return str(option.get("value", "".join(option.itertext()).strip()))


def _period(printed: str, value: str) -> tuple[str, str] | None:
    """What an option names: `year` 2024, `month` 03 or `both` 2024-03; None where it names no period."""
    text = fold(" ".join(printed.split())).strip()
    if year := _YEAR.fullmatch(text):
        return "year", year[1]
    if (month := _MONTH.fullmatch(text)) and (month["word"] or not value or value.lstrip("0") == text.lstrip("0")):
        return "month", f"{int(month['number']):02d}"
    if text.removeprefix("thang ") in _WORDS and text.startswith("thang "):
        return "month", f"{_WORDS.index(text.removeprefix('thang ')) + 1:02d}"
    both = _BOTH.fullmatch(re.sub(r"\s*\(\d+\)$", "", text)) or _YEAR_FIRST.fullmatch(text)
    if both is None:
        return None
    number = both["month"]
    if not number.isdigit() and number not in _WORDS:
        return None
    return "both", f"{both['year']}-{int(number) if number.isdigit() else _WORDS.index(number) + 1:02d}"


def _pages(page: Page, choices: list[_Choice]) -> Iterator[Follow]:
    """The pages of all periods, newest first, none behind the day on which the page was fetched."""
    today = page.fetched_at.date().isoformat() if page.fetched_at is not None else "9999"
    lead = _asking_by_address(page, choices) or _asking_by_form(page, choices)
    if lead is None:
        return
    room = MOST_SENT
    for year, own in sorted(choices[0].values.items(), reverse=True):
        months = sorted(choices[1].values.items(), reverse=True) if len(choices) > 1 else [("", "")]
        for month, value in months:
            period = f"{year}-{month}" if month else year
            if period > today[: len(period)]:
                continue
            follow = lead(period, (own, value)[: len(choices)])
            if follow is None or (room := room - size_of_form(follow.form)) < 0:
                return
            yield follow


def _asking_by_address(page: Page, choices: list[_Choice]) -> _Lead | None:
    """How a choice leads on that opens an address by itself; None where it does not."""
    select, handler = choices[0].select, choices[0].select.get("onchange") or ""
    leaves = _LEAVES.search(handler)
    if len(choices) > 1 or leaves is None:
        return None
    before, behind = leaves["before"] or "", leaves["behind"] or ""
    if not before and not all(value[:1] in {"/", "?", "h"} for value in choices[0].values.values()):
        return None

    def lead(period: str, values: Sequence[str]) -> Follow | None:
        url = canonical_address(f"{before}{values[0]}{behind}", page.base)
        return Follow(url, period=period) if url is not None and _host(url) == _host(page.own_address) else None

    return None if _is_of_calendar(select) else lead


def _asking_by_form(page: Page, choices: list[_Choice]) -> _Lead | None:
    """How a form leads on that has nothing but the choices to ask for; None where it has more, or asks elsewhere."""
    selects = [choice.select for choice in choices]
    names = [select.get("name") or "" for select in selects]
    form = next(selects[0].iterancestors("form"), None)
    home = _home(selects)
    if form is None or not all(names):
        return None
    url = canonical_address(form.get("action") or page.url, page.base)
    if url is None or url.partition("?")[0] != page.own_address.partition("?")[0]:
        return None
    is_page_wide = form.find(".//input[@name='__VIEWSTATE']") is not None
    scope = _around_button(home, selects) if is_page_wide else form
    if _asks_for_words(scope) or _asks_for_day(scope) or _is_of_calendar(home):
        return None
    fields = form_fields(form)
    is_posted = (form.get("method") or "get").lower() == "post"
    pushed = _pushed(scope, selects)
    if pushed is None and is_posted:
        return None

    def lead(period: str, values: Sequence[str]) -> Follow:
        sent = dict(zip(names, values, strict=True)) | (pushed or {})
        filled = filled_in(fields, sent)
        if is_posted:
            return Follow(url, filled, period, period=period)
        return Follow(canonical_address(f"{url.partition('?')[0]}?{urlencode(filled)}") or url, period=period)

    return lead


def _home(selects: list[Any]) -> Any:
    """The nearest element that holds all choices."""
    around = [set(select.iterancestors()) for select in selects]
    return next(element for element in selects[0].iterancestors() if all(element in above for above in around))


def _around_button(home: Any, selects: list[Any]) -> Any:
    """Of a form that is all of its page what holds the choices and their button, and nothing to write in."""
    if _sending_itself(selects):
        return home
    above = takewhile(lambda around: not _asks_for_words(around), (home, *islice(home.iterancestors(), _AROUND)))
    return next(filter(_buttons, above), home)


def _asks_for_words(scope: Any) -> bool:
    """Whether a visitor writes something there."""
    fields = scope.iter("input", "textarea")
    return any(one.tag == "textarea" or (one.get("type") or "").lower() in _WRITTEN for one in fields)


def _asks_for_day(scope: Any) -> bool:
    """Whether there is a choice of a day of the month."""
    told = ([_said(option) for option in select.iter("option")] for select in scope.iter("select"))
    return any(are_days([int(text) for text in texts if text.isdecimal()]) for texts in told)


def _sending_itself(selects: list[Any]) -> list[str]:
    """The names of the choices that send their form when they are made, with a postback or without."""
    handlers = ((select.get("onchange") or "", select.get("name") or "") for select in selects)
    return [name for handler, name in handlers if "submit()" in handler or "__doPostBack" in handler]


def _pushed(scope: Any, selects: list[Any]) -> dict[str, str] | None:
    """What is sent beside the choices: the one button for showing, or the choice that sends itself; None without."""
    buttons = _buttons(scope)
    if len(buttons) == 1 and _SHOWS.fullmatch(fold(_said(buttons[0]))):
        called = postback_of(buttons[0].get("href") or buttons[0].get("onclick") or "")
        if called is not None:
            return {"__EVENTTARGET": called[0], "__EVENTARGUMENT": called[1]}
        name = buttons[0].get("name")
        return {name: buttons[0].get("value") or ""} if name else {}
    sending = _sending_itself(selects)
    if buttons or not sending:
        return None
    is_postback = any("__doPostBack" in (select.get("onchange") or "") for select in selects)
    return {"__EVENTTARGET": sending[-1], "__EVENTARGUMENT": ""} if is_postback else {}


def _buttons(scope: Any) -> list[Any]:
    """The buttons that send a form, and the links that do."""
    pushed = [one for one in scope.iter("input", "button") if (one.get("type") or _DEFAULT[one.tag]) == "submit"]
    links = (link for link in scope.iter("a") if postback_of(link.get("href") or ""))
    return pushed + [link for link in links if _SHOWS.fullmatch(fold(_said(link)))]


def _said(button: Any) -> str:
    return ("".join(button.itertext()).strip() or button.get("value") or "").strip()


def _is_of_calendar(element: Any) -> bool:
    """Whether a choice is that of a calendar, of events or of figures, by what stands around it and above it."""
    above = element.getparent() if element.getparent() is not None else element
    before = next(element.itersiblings(preceding=True), None)
    told = [text for around in (element, before) if around is not None for text in around.itertext()]
    words = fold(" ".join(told))
    return _NO_LIST.search(words[:_LONGEST]) is not None or any(map(is_calendar, above.iter("table")))


def _host(url: str) -> str:
    return url.split("/", 3)[2]
