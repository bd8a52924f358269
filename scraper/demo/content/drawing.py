"""Articles drawn from the grammar: the same ones in every process, since the dice are thrown from the portal's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

from scraper.demo.article import Article, Block, Photo
from scraper.demo.content.lexicon import Lexicon, Story, Topic, lexicon, topic
from scraper.demo.content.prose import Paper, choose, fill_words, name_papers, papers, written
from scraper.demo.dice import dice

SATURDAY = 5
HOLIDAYS = ((1, 1), (4, 30), (5, 1), (9, 2))
TET = (
    (date(2019, 2, 2), date(2019, 2, 10)),
    (date(2020, 1, 23), date(2020, 1, 29)),
    (date(2021, 2, 10), date(2021, 2, 16)),
)
SCHOOL_YEAR_BEGINS = 7
"""The month from which people speak of the coming school year."""
PARTY_TERM_BEGAN = (date(2015, 10, 1), date(2020, 10, 1))
"""Party papers are numbered from one congress to the next; about then every province held one."""


@dataclass(frozen=True, slots=True)
class _Draft:
    article: Article
    papers: dict[str, Paper]


@cache
def articles(name: str) -> tuple[Article, ...]:
    """The articles of a demo portal, oldest first."""
    words = lexicon(name)
    drafts = _drafts(name, words)
    numbers = _number((paper for draft in drafts for paper in draft.papers.values()), words)
    drawn = [_finish(draft, numbers) for draft in drafts]
    ordered = sorted([*drawn, *words.handwritten], key=lambda article: article.published)
    rng = dice(f"{name} keys")
    key = words.first_key
    numbered = []
    for article in ordered:
        key += rng.randint(1, 9)
        numbered.append(replace(article, key=key, views=article.views or rng.randint(20, 900)))
    return tuple(numbered)


def _drafts(name: str, words: Lexicon) -> list[_Draft]:
    themes = [(section, theme) for section, themes in words.sections.items() for theme in themes]
    titles = {article.title for article in words.handwritten}
    drafts: list[_Draft] = []
    number = 0
    while len(drafts) < words.count - len(words.handwritten):
        section, theme = themes[number % len(themes)]
        draft = _draft(words, section, topic(theme), number, dice(f"{name} {number}"))
        if draft.article.title not in titles:
            titles.add(draft.article.title)
            drafts.append(draft)
        number += 1
    return drafts


def _draft(words: Lexicon, section: str, theme: Topic, number: int, rng: Random) -> _Draft:
    story = rng.choice(theme.stories)
    published = _moment(words, story, rng)
    slots = _slots(words, theme, published, rng)
    headline, text = _Counts(slots, rng, kept=True), _Counts(slots, rng, kept=False)
    pool = [*story.paragraphs, *theme.paragraphs]
    chosen = sorted(rng.sample(range(len(pool)), rng.randint(3, len(pool))))

    def write(sentence: str, fillings: _Counts = text) -> str:
        return fill_words(choose(sentence, rng), fillings).replace(":@", f":{words.symbol}")

    title = write(rng.choice(story.titles), headline)
    opening = write(rng.choice(story.openings), headline)
    rest: list[Block] = [write(pool[index]) for index in chosen]
    if story.table:
        rest.insert(1, tuple(tuple(map(write, row)) for row in story.table))
    rest.append(write(rng.choice(words.closings)))
    photos = (Photo(f"anh-{number}", write(rng.choice(theme.captions))),) if words.has_photos else ()
    article = Article(
        key=0, title=title, published=published, section=section, photos=photos,
        lead=opening if words.has_photos else None,
        blocks=tuple(rest) if words.has_photos else (opening, *rest),
        byline=rng.choice(words.bylines) or None,
    )  # fmt: skip
    named = [title, opening, *(block for block in rest if isinstance(block, str))]
    return _Draft(article, papers(named, published, number, rng))


def _moment(words: Lexicon, story: Story, rng: Random) -> datetime:
    while True:
        day = story.first + timedelta(days=rng.randint(0, (story.last - story.first).days))
        works = (day.weekday() < SATURDAY or words.every_day) and not any(first <= day <= last for first, last in TET)
        if day.month in story.months and (day.month, day.day) not in HOLIDAYS and works:
            hour = rng.choice((7, 8, 8, 9, 9, 10, 10, 11, 13, 14, 14, 15, 15, 16))
            return datetime.combine(day, time(hour, rng.randint(0, 59), rng.randint(0, 59)))


def _slots(words: Lexicon, theme: Topic, published: datetime, rng: Random) -> dict[str, str]:
    day = published.date()
    event = written(day - timedelta(days=rng.randint(0, 5)))
    district = rng.choice(words.districts)
    central = [text for text, on in theme.central if on < day]
    school_year = day.year if day.month >= SCHOOL_YEAR_BEGINS else day.year - 1
    return {
        **words.words,
        **({"central": rng.choice(central[-2:])} if central else {}),
        "superior": rng.choice(words.superior),
        "district": district,
        "District": district[0].upper() + district[1:],
        "year": str(day.year),
        "next_year": str(day.year + 1),
        "school_year": f"{school_year}-{school_year + 1}",
        "quarter": ("I", "II", "III", "IV")[(day.month - 1) // 3],
        "month": str(day.month),
        "event_day": event,
        "event": f"ngày {event}",
        "Event": f"Ngày {event}",
        "deadline": f"ngày {written(day + timedelta(days=rng.randint(10, 60)))}",
    }


class _Counts(dict[str, str]):
    """Numbers for the slots that count things: new ones at every use, or the same ones when they are `kept`."""

    def __init__(self, words: Mapping[str, str], rng: Random, *, kept: bool) -> None:
        super().__init__(words)
        self._rng = rng
        self._kept = kept

    def __missing__(self, name: str) -> str:
        drawn = _COUNTS[name](self._rng)
        if self._kept:
            self[name] = drawn
        return drawn


_COUNTS: dict[str, Callable[[Random], str]] = {
    "n1": lambda rng: f"{rng.randint(3, 12):02d}",
    "n2": lambda rng: str(rng.randint(15, 95)),
    "n3": lambda rng: str(rng.randint(120, 980)),
    "pct": lambda rng: f"{rng.randint(720, 995) / 10:.1f}".replace(".", ","),
    "few": lambda rng: str(rng.randint(2, 9)),
}
"""Three to twelve as clerks write them, tens, hundreds, a share of a hundred, one digit."""


def _number(found: Iterable[Paper], words: Lexicon) -> dict[Paper, int]:
    """A number for each paper, rising with the days within each series of an issuer."""
    series: defaultdict[tuple[str, date], list[Paper]] = defaultdict(list)
    for paper in set(found):
        series[_series(paper, words), _began(paper)].append(paper)
    numbers: dict[Paper, int] = {}
    for (label, began), members in series.items():
        last = 0
        for paper in sorted(members, key=lambda paper: (paper.day, paper.owner, paper.kind, paper.issuer)):
            last = max(last + 1, round(((paper.day - began).days + 1) * words.rates[label]))
            numbers[paper] = last
    return numbers


def _series(paper: Paper, words: Lexicon) -> str:
    issuer = paper.issuer.split("-")[0]
    own = f"{paper.kind} {issuer}"
    return own if own in words.rates else issuer


def _began(paper: Paper) -> date:
    if not paper.is_party:
        return date(paper.day.year, 1, 1)
    return max(began for began in PARTY_TERM_BEGAN if began <= paper.day)


def _finish(draft: _Draft, numbers: dict[Paper, int]) -> Article:
    article = draft.article

    def name(text: str) -> str:
        return name_papers(text, draft.papers, numbers, article.published.date())

    return replace(
        article,
        title=name(article.title),
        lead=name(article.lead) if article.lead else None,
        blocks=tuple(name(block) if isinstance(block, str) else block for block in article.blocks),
    )
