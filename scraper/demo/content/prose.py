"""Administrative Vietnamese from a small grammar.

A topic (`content/topics/*.toml`) holds sentences with choices, `[một|hai]`, and slots, `{district}`. A slot with two
colons names an official paper: `{new:KH:SNV}` the one that the article announces, with number and day, `{num:KH:SNV}`
the same without its day, `{old:KH:UBND}` an earlier one that it rests on; `{day}` is the new one's day. `@` stands for
the portal's own symbol. Numbers are given when all articles of a portal are drawn, so that they rise with the days.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

TYPES = {
    "KH": "Kế hoạch", "CV": "Công văn", "TB": "Thông báo", "QĐ": "Quyết định", "CT": "Chỉ thị", "HD": "Hướng dẫn",
    "BC": "Báo cáo", "CTr": "Chương trình", "NQ": "Nghị quyết",
}  # fmt: skip
PARTY = re.compile(r"(?:TU|HU|TW|[A-ZĐ]*TU)$")
_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_PAPER = re.compile(r"\{(new|num|old):([^:{}]+):([^:{}]+)\}")
_SLOT = re.compile(r"\{(?!day\})(\w+)\}")


@dataclass(frozen=True, slots=True)
class Paper:
    """An official paper that an article names: its type code, issuer's symbol and day; `owner` tells papers apart."""

    kind: str
    issuer: str
    day: date
    owner: int

    @property
    def is_party(self) -> bool:
        """Whether the party's form of numbers applies."""
        return PARTY.fullmatch(self.issuer.split("-")[0]) is not None

    def symbol(self, number: int) -> str:
        """The number as printed, "107/KH-SNV", "375/UBND-NV" or "135-KH/TU"."""
        if self.is_party:
            return f"{number:02d}-{self.kind}/{self.issuer.split('-')[0]}"
        if self.kind == "CV":
            return f"{number}/{self.issuer}"
        return f"{number:02d}/{self.kind}-{self.issuer.split('-')[0]}"


def choose(text: str, rng: Random) -> str:
    """The text with one alternative taken of each choice."""
    return _CHOICE.sub(lambda match: rng.choice(match[1].split("|")), text)


def fill_words(text: str, words: Mapping[str, str]) -> str:
    """The text with its slots for words filled, and those within their fillings. Raises KeyError for an unknown one."""
    for _ in range(2):
        text = _SLOT.sub(lambda match: words[match[1]], text)
    return text


def papers(texts: list[str], published: datetime, owner: int, rng: Random) -> dict[str, Paper]:
    """The papers that the texts name, by slot without its first word for new ones ("KH:SNV"), whole for old ones."""
    announced = (published - timedelta(days=rng.randint(0, 4))).date()
    found: dict[str, Paper] = {}
    for age, kind, issuer in _PAPER.findall("\n".join(texts)):
        if age == "old":
            earlier = announced - timedelta(days=rng.randint(6, 40))
            found.setdefault(f"old:{kind}:{issuer}", Paper(kind, issuer, earlier, owner))
        else:
            found.setdefault(f"{kind}:{issuer}", Paper(kind, issuer, announced, owner))
    return found


def name_papers(text: str, found: Mapping[str, Paper], numbers: Mapping[Paper, int], day: date) -> str:
    """The text with its papers named; `{day}` is that of the new paper, or else the given one."""

    def name(match: re.Match[str]) -> str:
        age, kind, issuer = match.groups()
        paper = found[f"old:{kind}:{issuer}" if age == "old" else f"{kind}:{issuer}"]
        label = f"{TYPES[kind]} số {paper.symbol(numbers[paper])}"
        return label if age == "num" else f"{label} ngày {written(paper.day)}"

    announced = next((paper.day for label, paper in found.items() if not label.startswith("old:")), day)
    return _PAPER.sub(name, text).replace("{day}", written(announced))


def written(day: date) -> str:
    """A day as clerks write it, with a nought before days under 10 and before January and February: 05/3/2020."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}" if day.month < 3 else f"{day.day:02d}/{day.month}/{day.year}"
