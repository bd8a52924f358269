"""Articles drawn from the grammar: the same ones in every process, since the dice are thrown from the portal's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

from scraper.demo.article import Article, Photo
from scraper.demo.content.lexicon import Lexicon, Topic, lexicon, topic
from scraper.demo.content.prose import Paper, choose, fill_words, name_papers, papers, written

PARTY_TERM_BEGAN = (date(2015, 10, 1), date(2020, 10, 1))
"""Party papers are numbered from one provincial congress to the next; about those days there was one in each province."""


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
    rng = Random(f"{name} keys")
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
        draft = _draft(words, section, topic(theme), number, Random(f"{name} {number}"))
        if draft.article.title not in titles:
            titles.add(draft.article.title)
            drafts.append(draft)
        number += 1
    return drafts


def _draft(words: Lexicon, section: str, theme: Topic, number: int, rng: Random) -> _Draft:
    published = _moment(words, theme, rng)
    slots = _slots(words, theme, published, rng)
    opening = rng.choice(theme.openings)
    chosen = rng.sample(range(len(theme.paragraphs)), rng.randint(3, len(theme.paragraphs)))
    parts = [
        rng.choice(theme.titles), opening, *(theme.paragraphs[index] for index in sorted(chosen)),
        rng.choice(words.closings), rng.choice(theme.captions or ("",)),
    ]  # fmt: skip
    headline = _dice(rng)
    texts = [
        _clean(fill_words(choose(part, rng), slots | (_dice(rng) if place > 1 else headline)))
        for place, part in enumerate(parts)
    ]
    found = papers([text.replace(":@", f":{words.symbol}") for text in texts], published, number, rng)
    day = next((paper.day for label, paper in found.items() if not label.startswith("old:")), published.date())
    title, *body, caption = (text.replace(":@", f":{words.symbol}").replace("<day>", written(day)) for text in texts)
    article = Article(
        key=0, title=title, published=published, section=section,
        blocks=tuple(body[1:] if words.has_photos else body),
        lead=body[0] if words.has_photos else None,
        byline=rng.choice(words.bylines) or None,
        photos=(Photo(f"anh-{number}", caption),) if words.has_photos else (),
    )  # fmt: skip
    return _Draft(article, found)


def _moment(words: Lexicon, theme: Topic, rng: Random) -> datetime:
    while True:
        day = theme.first + timedelta(days=rng.randint(0, (theme.last - theme.first).days))
        if (not theme.months or day.month in theme.months) and (words.every_day or day.weekday() < 5):
            break
    return datetime.combine(day, time(rng.randint(7, 16), rng.randint(0, 59), rng.randint(0, 59)))


def _slots(words: Lexicon, theme: Topic, published: datetime, rng: Random) -> dict[str, str]:
    day = published.date()
    event = written(day - timedelta(days=rng.randint(0, 5)))
    district = rng.choice(words.districts)
    central = [text for text, on in theme.central if on < day]
    superior = rng.choice(words.superior)
    return {
        **words.words,
        "district": district,
        "District": district[0].upper() + district[1:],
        "central": rng.choice(central[-2:]) if central else superior,
        "superior": superior,
        "year": str(day.year),
        "next_year": str(day.year + 1),
        "quarter": ("I", "II", "III", "IV")[(day.month - 1) // 3],
        "month": str(day.month),
        "day": "<day>",
        "event": f"ngày {event}",
        "Event": f"Ngày {event}",
        "deadline": f"ngày {written(day + timedelta(days=rng.randint(10, 60)))}",
    }


def _dice(rng: Random) -> dict[str, str]:
    return {
        "n1": f"{rng.randint(3, 12):02d}",
        "n2": str(rng.randint(15, 95)),
        "n3": str(rng.randint(120, 980)),
        "pct": f"{rng.randint(720, 995) / 10:.1f}".replace(".", ","),
    }


def _clean(text: str) -> str:
    return text.replace("ngày ngày", "ngày")


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
        return name_papers(text, draft.papers, numbers)

    return replace(
        article,
        title=name(article.title),
        lead=name(article.lead) if article.lead else None,
        blocks=tuple(name(block) if isinstance(block, str) else block for block in article.blocks),
        photos=tuple(replace(photo, caption=name(photo.caption)) for photo in article.photos),
    )
