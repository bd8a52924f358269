"""Reads the pages of ../shared/pages with trafilatura, newspaper4k and news-please; run in an environment of their own.

    python -m benchmarks.extractors            makes that environment with pip and runs this file in it

Prints one JSON line a page and extractor: file, extractor, title, date, authors, text, and the least CPU milliseconds
of some rounds.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROUNDS = 3
Read = Callable[[str, str], dict[str, Any]]


def main() -> None:
    """Read every article page below the folder that is given, with every extractor."""
    pages = Path(sys.argv[1])
    with (pages / "index.tsv").open(encoding="utf-8", newline="") as index:
        rows = [row for row in csv.DictReader(index, delimiter="\t") if row["kind"] == "article"]
    for name, read in readers().items():
        read("<html><body><p>warm</p></body></html>", "https://portal.invalid/")
        for row in rows:
            text = (pages / row["file"]).read_bytes().decode("utf-8", "replace")
            spent = float("inf")
            for _ in range(ROUNDS):
                start = time.process_time()
                found = read(text, row["original_url"] or "https://portal.invalid/")
                spent = min(spent, (time.process_time() - start) * 1000)
            print(json.dumps({"file": row["file"], "extractor": name, "ms": round(spent, 2), **found}), flush=True)


def readers() -> dict[str, Read]:
    """The extractors by name, each a function of markup and address; what fails gives an empty answer."""
    return {"trafilatura": careful(_trafilatura), "newspaper4k": careful(_newspaper), "news-please": careful(_please)}


def careful(read: Read) -> Read:
    """The same reader, with an empty answer where it fails."""

    def answer(text: str, url: str) -> dict[str, Any]:
        try:
            return read(text, url)
        except Exception as error:  # noqa: BLE001  what three strangers may raise is unknown
            return {"title": "", "date": "", "authors": "", "text": "", "error": str(error)[:200]}

    return answer


def _trafilatura(text: str, url: str) -> dict[str, Any]:
    import trafilatura

    found = trafilatura.bare_extraction(text, url=url, with_metadata=True)
    data = found.as_dict() if found is not None else {}
    keys = {"title": "title", "date": "date", "authors": "author", "text": "text"}
    return {name: data.get(key) or "" for name, key in keys.items()}


def _newspaper(text: str, url: str) -> dict[str, Any]:
    import newspaper

    article = newspaper.Article(url, language="vi")
    article.download(input_html=text)
    article.parse()
    date = article.publish_date.isoformat() if article.publish_date else ""
    return {"title": article.title, "date": date, "authors": "; ".join(article.authors), "text": article.text}


def _please(text: str, url: str) -> dict[str, Any]:
    from newsplease import NewsPlease

    article = NewsPlease.from_html(text, url=url)
    date = article.date_publish.isoformat() if article.date_publish else ""
    authors = "; ".join(article.authors or [])
    return {"title": article.title or "", "date": date, "authors": authors, "text": article.maintext or ""}


if __name__ == "__main__":
    main()
