"""`kehoach read --explain`: what was considered for each field of a page, for people to read."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from scraper.reading.result import Reading, Reason

_WIDTH = 76
_FIELDS = ("kind", "title", "date", "byline", "body")
_NOTHING = {
    "title": "no line of the page looks like a title",
    "date": "no line of the announcement prints a day that could be that of publication",
    "byline": "no line credits anybody",
    "body": "no text",
}


def explained(reading: Reading) -> str:
    """The candidates for each field with their scores, best first; `✔` marks what was taken.

    A field without a mark stays empty: its best candidate fell short, or the page prints none.
    """
    lines = [f"{reading.url}", f"read as {reading.kind} of {reading.platform}, outcome {reading.outcome}"]
    if reading.flags:
        lines.append(f"flags: {', '.join(reading.flags)}")
    told = {field: list(reasons) for field, reasons in groupby(reading.reasons, key=lambda reason: reason.field)}
    for field in _FIELDS:
        if field in told or (reading.announcement is not None and field in _NOTHING):
            lines += ["", field, *map(_line, told.get(field, ()))]
            if not any(reason.taken for reason in told.get(field, ())):
                lines.append(f"     –  left empty: {_shortfall(reading, told.get(field, []), field)}")
    return "\n".join(lines)


def as_data(reading: Reading) -> list[dict[str, Any]]:
    """The same for programs: field, value, score, why and whether it was taken."""
    return [
        {
            "field": reason.field,
            "value": reason.value,
            "score": round(reason.score, 2),
            "why": reason.why,
            "taken": reason.taken,
        }
        for reason in reading.reasons
    ]


def _line(reason: Reason) -> str:
    value = reason.value if len(reason.value) <= _WIDTH else reason.value[: _WIDTH - 1] + "…"
    mark = "✔" if reason.taken else " "
    value, why = " / ".join(value.split("\n")), reason.why or "nothing speaks for it"
    return f"  {mark} {reason.score:5.1f}  {value}\n             {why}"


def _shortfall(reading: Reading, reasons: list[Reason], field: str) -> str:
    if reading.announcement is None:
        return f"the page is read as {reading.kind}, which has none"
    return f"the best candidate has too low a score ({reasons[0].score:.1f})" if reasons else _NOTHING.get(field, "")
