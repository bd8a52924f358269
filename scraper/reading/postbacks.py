"""Postbacks of ASP.NET pages: what a browser would send when a link calls `__doPostBack('target','argument')`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import dropwhile, islice, pairwise, takewhile
from os.path import commonprefix
from typing import Any, Protocol

from archive.addresses import canonical_address
from archive.vietnamese.spelling import fold
from scraper.reading.result import Follow

_CALL = re.compile(
    r"(?:__doPostBack\(|WebForm_PostBackOptions\()\s*(?:&#39;|'|\")(?P<target>[^'\"]*?)(?:&#39;|'|\")\s*,"
    r"\s*(?:&#39;|'|\")(?P<argument>[^'\"]*?)(?:&#39;|'|\")"
)
MOST_SENT = 32 * 2**20
"""Characters of all forms of one page; each waits in the ledger with a view state that may have megabytes."""
_FIRST_STEPS = 2
_PAGER_HEIGHT = 4
_PAGER_TEXTS = 400
_LONGEST_COUNT = 60
_TITLES, _WORDS = 2, 3
"""How many titles make a list, and the spaces between the words of each."""
_PAGE_OF_PAGES = re.compile(r"\b(?:trang|page)\W{0,3}(\d{1,5})\s?(?:/|tren|cua|trong|of)\s?\d")
_COUNT_ALONE = re.compile(r"(\d{1,5})\s?/\s?\d{1,5}")
_PLACE_NUMBER = re.compile(r"\d+")
_TYPED = frozenset({"", "text", "hidden", "search", "number", "date", "email", "tel", "url"})


class PostingStep(Protocol):
    """A step of a pager: its element, its words, the number among them, and the postback that it makes.

    One that `leads_back` leads to the first page, or to the one before.
    """

    element: Any
    words: str
    postback: tuple[str, str] | None

    @property
    def number(self) -> int | None: ...

    @property
    def leads_back(self) -> bool: ...


def postback_of(handler: str) -> tuple[str, str] | None:
    """Target and argument of the postback that a handler or `javascript:` address makes; None where it makes none."""
    match = _CALL.search(handler)
    return (match["target"], match["argument"].replace("\\\\", "\\")) if match else None


def form_of(element: Any) -> Any:
    """The form that an element belongs to; None where there is none."""
    form = next(element.iterancestors("form"), None)
    if form is not None:
        return form
    forms = element.getroottree().getroot().iter("form")
    return next((form for form in forms if form.find(".//input[@name='__VIEWSTATE']") is not None), None)


def form_address(form: Any, page_url: str) -> str | None:
    """Where a form is sent."""
    return canonical_address(form.get("action") or page_url, page_url)


def form_fields(form: Any) -> list[tuple[str, str]]:
    """The fields of a form as a browser would send them, in page order.

    Hidden and filled-in fields, ticked boxes and chosen options go along; buttons do not.
    """
    return [pair for field in form.iter("input", "select", "textarea") for pair in _values(field)]


def filled_in(fields: list[tuple[str, str]], sent: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The fields with the values of `sent`; what it names and the form lacks (a script would add it) comes first."""
    names = {name for name, _ in fields}
    added = [(name, value) for name, value in sent.items() if name not in names]
    return (*added, *((name, sent.get(name, value)) for name, value in fields))


def size_of_form(form: tuple[tuple[str, str], ...]) -> int:
    """Characters of what a form sends."""
    return sum(len(name) + len(value) for name, value in form)


def _values(field: Any) -> list[tuple[str, str]]:
    """Name and value of a field as it stands, empty where it would not be sent."""
    name = field.get("name")
    if not name or field.get("disabled") is not None:
        return []
    if field.tag == "textarea":
        return [(name, "".join(field.itertext()))]
    if field.tag == "select":
        options = list(field.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None] or options[:1]
        return [(name, option.get("value", "".join(option.itertext()).strip())) for option in chosen[-1:]]
    kind = (field.get("type") or "").lower()
    if kind in _TYPED or (kind in {"checkbox", "radio"} and field.get("checked") is not None):
        return [(name, field.get("value", "on" if kind in {"checkbox", "radio"} else ""))]
    return []


def by_list(steps: list[PostingStep]) -> list[list[PostingStep]]:
    """The steps of pagers that post, in page order, those of each list apart; the pagers around one list are one."""
    pagers = [steps[:1]]
    for before, step in pairwise(steps):
        if _stand_titles(step.element, before.element):
            pagers.append([])
        pagers[-1].append(step)
    behind = all(_stand_titles(one[0].element, within=other[0].element) for one, other in pairwise(pagers))
    return pagers if behind else [steps]


def _stand_titles(element: Any, after: Any = None, *, within: Any = None) -> bool:
    """Whether the titles of a list stand before a step, after another one or else in what holds a third one too."""
    other = after if within is None else within
    above = set(element.iterancestors())
    home = next((around for around in other.iterancestors() if around in above), None)
    if home is None or home is element.getparent():
        return False
    before = takewhile(lambda one: one is not element, home.iter("a", element.tag))
    links = before if after is None else dropwhile(lambda one: one is not after, before)
    titles = (link for link in links if " ".join(link.itertext()).count(" ") >= _WORDS)
    return next(islice(titles, _TITLES - 1, None), None) is not None


def posted_pages(pagers: list[list[PostingStep]], page_url: str) -> Iterator[Follow]:
    """The pages that the postbacks of pagers lead to, as forms to send.

    `key` is the postback's target and argument where the argument says which page (`Page$3`). Where only the place in
    the pager says it (the fifth number, "next"), the place means another page each time, so the key is what the
    targets have in common with the number of the page; a step whose number is unknown is left out. So are the last ones
    where all are too much to keep: the pages before them lead there.
    """
    forms: dict[Any, list[tuple[str, str]]] = {}
    room = MOST_SENT
    for step, key, pager in _keyed(pagers):
        form = form_of(step.element)
        url = form_address(form, page_url) if form is not None else None
        if url is None or step.postback is None:
            continue
        if form not in forms:
            forms[form] = form_fields(form)
        target, argument = step.postback
        sent = {"__EVENTTARGET": target, "__EVENTARGUMENT": argument}
        if not argument and step.element.tag in {"input", "button"}:
            sent = {target: step.element.get("value") or ""}
        filled = filled_in(forms[form], sent)
        room -= size_of_form(filled)
        if room < 0:
            return
        yield Follow(url, filled, key, pager=pager)


def _keyed(pagers: list[list[PostingStep]]) -> Iterator[tuple[PostingStep, str, str]]:
    """The steps that lead to a known page, with its key, and what the keys of their pager have in common.

    Those of a further pager called alike say which it is.
    """
    stems: Counter[str] = Counter()
    for pager in pagers:
        steps = [step for step in pager if not step.leads_back]
        numbers = [step.number for step in steps]
        known = set(numbers)
        present, stem = _present_number(steps), _stem(pager)
        stems[stem] += 1
        if stems[stem] > 1:
            stem += f" {stems[stem]}"
        for place, step in enumerate(steps):
            number = numbers[place] or _implied_number(step.words, numbers, place, present)
            if step.postback is None or (numbers[place] is None and number in known):
                continue
            target, argument = step.postback
            if _is_telling(argument):
                yield step, f"{target} {argument}", f"{target} {_PLACE_NUMBER.sub('N', argument)}"
            elif number:
                yield step, f"{stem}#{number}", stem


def _is_telling(argument: str) -> bool:
    """Whether the argument of a postback says which page it asks for."""
    return any(map(str.isdigit, argument))


def _present_number(steps: list[PostingStep]) -> int | None:
    """The number that stands unlinked beside the first steps of a pager: the present page's.

    It may stand before that of all pages ("1/23"); farther around that may be a day and a month.
    """
    for step in steps[:_FIRST_STEPS]:
        for height, element in enumerate(islice(step.element.iterancestors(), _PAGER_HEIGHT)):
            linked = {text for link in element.iter("a") for text in link.itertext()}
            for text in islice(element.itertext(), _PAGER_TEXTS):
                bare = text.strip(" \t\r\n[]()")
                if bare.isdigit() and text not in linked:
                    return int(bare)
                if not height and (counted := _COUNT_ALONE.fullmatch(bare)):
                    return int(counted[1])
                if len(bare) < _LONGEST_COUNT and (counted := _PAGE_OF_PAGES.search(fold(bare))):
                    return int(counted[1])
    return None


def _implied_number(words: str, numbers: list[int | None], place: int, present: int | None) -> int | None:
    """The page that a step without a number leads to: behind the last number for "…", else behind the present page."""
    if words in {"...", "..", "…"}:
        before = [number for number in numbers[:place] if number]
        after = [number for number in numbers[place:] if number]
        if before:
            return max(before[-1], present or 0) + 1
        return min(after[0], present or after[0]) - 1 if after else None
    return present + 1 if present and "cuoi" not in words and "last" not in words else None


def _stem(steps: list[PostingStep]) -> str:
    """The control behind a pager: the target of its numbers, or what all its targets share, places left open."""
    targets = [step.postback[0] for step in steps if step.postback]
    counted = [step.postback[0] for step in steps if step.postback and step.number]
    shared = counted[0] if counted else commonprefix(targets)  # noqa: RUF071  (names of controls, no paths)
    return _PLACE_NUMBER.sub("N", shared)
