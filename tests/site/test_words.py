from __future__ import annotations

import re
import string
from pathlib import Path

import archive.site
from archive.site.words import catalogue

SITE = Path(archive.site.__file__).parent
TEMPLATES = sorted((SITE / "templates").glob("*.html"))
SOURCES = [*TEMPLATES, *SITE.parent.rglob("*.py")]
CODED = (
    "file_", "health_", "notify_", "role_", "system_", "level_", "state_", "type_", "run_", "why_plan_", "order_",
    "from_", "part_", "found_in_", "evidence_", "field_", "outcome_",
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
    for key, (vietnamese, english) in catalogue().items():
        assert vietnamese.strip() and english.strip(), key
        assert fields_of(vietnamese) == fields_of(english), key


def test_words_of_machine_vietnamese_are_not_used() -> None:
    words = " ".join(vietnamese for vietnamese, _ in catalogue().values()).lower()
    for word in ("khía cạnh", "cào", "bắt giữ"):
        assert word not in words


def test_templates_hold_no_vietnamese_of_their_own() -> None:
    marked = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]")
    for path in TEMPLATES:
        if not path.stem.endswith(("-vi", "-en")):
            text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
            assert not marked.search(text), path.name
