"""Official documents named in a text: numbers, types, issuers, dates and the roles they play."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "issues",
    "approves",
    "implements",
    "based_on",
    "cites",
    "amends",
    "replaces",
    "repeals",
    "corrects",
    "reports_on",
]


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """One official paper named in a text.

    `number` is canonical ("17/KH-BQLKKT", leading zeros kept as printed), empty where its digits were left to be filled
    in ("Số:    /KH-UBND", flag `blank-number`), `type` the code ("KH", "CV", "CT"),
    `issuer` the abbreviation that issued it ("UBND", "TU", "BQLKKT"), `unit` the drafting unit where the number
    names one ("NV" of 375/UBND-NV), `dated` the document's own date as ISO 8601, `subject` the canonical number of
    the document that plays `role`, `start` and `end` offsets into the text in characters.
    """

    number: str
    type: str | None
    issuer: str | None
    unit: str | None
    year: int | None
    dated: str | None
    role: Role
    subject: str | None
    printed: str
    start: int
    end: int
    flags: tuple[str, ...] = ()
