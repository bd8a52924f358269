from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import archive.site
from archive.site.words import catalogue, translator

SITE = Path(archive.site.__file__).parent
TEMPLATES = sorted((SITE / "templates").glob("*.html"))
SOURCES = [*TEMPLATES, *SITE.parent.rglob("*.py")]
CODED = (
    "file_", "health_", "notify_", "role_", "system_", "level_", "state_", "type_", "run_", "why_plan_", "order_",
    "from_", "part_", "found_in_", "tables_", "described_", "column_", "lookup_", "evidence_", "field_", "outcome_",
    "form_",
)  # fmt: skip


def used_keys() -> set[str]:
    keys: set[str] = set()
    for path in SOURCES:
        text = path.read_text("utf-8")
        keys.update(re.findall(r"""\bt\(\s*["'](\w+)["']\s*[,)]""", text))
    return keys


def test_every_word_that_a_page_uses_is_in_the_catalogue() -> None:
    assert used_keys() - set(catalogue()) == set()


def test_every_word_of_the_catalogue_is_used() -> None:
    named = "\n".join(path.read_text("utf-8") for path in SOURCES)
    unused = {key for key in catalogue() if key not in named and not key.startswith(CODED)}
    assert unused == set()


def fields_of(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def test_both_languages_say_something_and_fill_in_the_same_values() -> None:
    for key, (vietnamese, *english) in catalogue().items():
        assert 1 <= len(english) <= 2 and vietnamese.strip() and all(words.strip() for words in english), key
        assert all(fields_of(words) == fields_of(vietnamese) for words in english), key


@pytest.mark.parametrize(
    ("key", "x", "vietnamese", "english"),
    [
        ("count_exact", "1", "1 tin", "1 announcement"),
        ("count_exact", "0", "0 tin", "0 announcements"),
        ("count_exact", "1.001", "1.001 tin", "1.001 announcements"),
        ("days_later", 1, "sau 1 ngày", "1 day later"),
        (
            "coverage_excerpts",
            "1",
            "Trong đó 1 nguồn chỉ được hiện và tìm trong trích đoạn, không phải toàn bài.",
            "1 of these sources is shown and searched in excerpts only, not in whole texts.",
        ),
    ],
)
def test_one_thing_is_no_plural_in_english(key: str, x: object, vietnamese: str, english: str) -> None:
    assert (translator("vi")(key, x=x), translator("en")(key, x=x)) == (vietnamese, english)


def test_words_of_machine_vietnamese_are_not_used() -> None:
    words = " ".join(words[0] for words in catalogue().values()).lower()
    for word in ("khía cạnh", "cào", "bắt giữ"):
        assert word not in words


def test_templates_hold_no_vietnamese_of_their_own() -> None:
    marked = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]")
    for path in TEMPLATES:
        if not path.stem.endswith(("-vi", "-en")):
            text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
            assert not marked.search(text), path.name
