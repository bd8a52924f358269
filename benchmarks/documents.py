"""How many document numbers of ../shared/corpus and how many roles are read right, and how fast.

    python benchmarks/documents.py --dev    the two thirds that were read while building
    python benchmarks/documents.py          these and the thirds that are set aside

A row's numbers are right where they are found, precision counts numbers that no row has; type, issuer, unit and date
are counted over the numbers that are found. Rows of form `bare` and dates that stand elsewhere are not scored.
Roles are those of tests/vietnamese/roles.tsv, sentences of our own: right where role and subject are.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from archive.vietnamese.documents import DocumentMention, find_documents
from benchmarks.split import is_set_aside

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "document_numbers.tsv"
ROLES = ROOT / "tests" / "vietnamese" / "roles.tsv"
FIELDS = ("type", "issuer", "unit", "dated")
PARAGRAPH = (
    "Nhằm nâng cao nhận thức của cán bộ, đảng viên và nhân dân về ý nghĩa, tầm quan trọng của công tác này, các cơ "
    "quan, đơn vị, địa phương cần bám sát chỉ đạo của cấp trên, phối hợp chặt chẽ, kịp thời tháo gỡ khó khăn trong "
    "giai đoạn 2021-2025; phấn đấu đến hết năm 2023 có 95% số xã hoàn thành 19/19 tiêu chí, tỷ lệ hộ nghèo còn 1,5%. "
)


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table without quoting."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def literal(row: dict[str, str]) -> str:
    """The snippet of a row as printed."""
    return row["literal"].replace("\\n", "\n")


def expected(row: dict[str, str]) -> list[dict[str, str]]:
    """The answers of a row, one for each number: number, type, issuer, unit, dated ("" where not scored)."""
    numbers = [number.strip() for number in row["expected_canonical"].split(";") if number.strip()]
    answers = []
    for index, number in enumerate(numbers):
        answer = {"number": number}
        for field in FIELDS:
            parts = [part.strip() for part in row[field].split(";")] if len(numbers) > 1 else [row[field].strip()]
            answer[field] = (parts[index] if index < len(parts) else "").split(" (")[0]
        if row["date_in_literal"] == "no":
            answer["dated"] = "-"
        answers.append(answer)
    return answers


def score_numbers(name: str, corpus: list[dict[str, str]], *, rows_too: bool) -> None:
    """Print precision, recall and the fields of a part, and its wrong rows where they may be read."""
    count: Counter[str] = Counter()
    wrong = []
    for row in corpus:
        answers = {answer["number"]: answer for answer in expected(row)}
        found = {mention.number: mention for mention in find_documents(literal(row))}
        count["found"] += len(found)
        count["expected"] += len(answers)
        faults = [f"{number} found" for number in found.keys() - answers.keys()]
        faults += [f"{number} missed" for number in answers.keys() - found.keys()]
        for number in answers.keys() & found.keys():
            count["right"] += 1
            faults += fields_right(count, answers[number], found[number])
        if faults:
            wrong.append(f"    {row['literal'][:90]}: {'; '.join(faults)}")
    precision, recall = share(count, "right", "found"), share(count, "right", "expected")
    print(f"{name}: {len(corpus)} rows, precision {precision}, recall {recall}")
    print("    " + ", ".join(f"{field} {share(count, field, f'{field} asked')}" for field in FIELDS))
    if rows_too:
        print("\n".join(wrong) or "    none wrong")


def fields_right(count: Counter[str], answer: dict[str, str], mention: DocumentMention) -> list[str]:
    """Count the fields of one number; the faults."""
    faults = []
    for field in FIELDS:
        if answer[field] == "-":
            continue
        count[f"{field} asked"] += 1
        read = getattr(mention, field) or ""
        count[field] += read == answer[field]
        if read != answer[field]:
            faults.append(f"{field} {read or 'none'} for {answer[field] or 'none'}")
    return faults


def share(count: Counter[str], part: str, whole: str) -> str:
    return f"{count[part]}/{count[whole]} ({100 * count[part] / max(1, count[whole]):.1f} %)"


def answers_of(row: dict[str, str]) -> Iterator[tuple[str, str, str | None]]:
    """(number, role, subject) of each answer of a sentence."""
    for answer in row["answers"].split(" | "):
        number, role, subject = answer.split()
        yield number, role, None if subject == "-" else subject


def score_roles(name: str, sentences: list[dict[str, str]]) -> None:
    """Print how many roles of a part are right, alone and with their subjects."""
    roles = subjects = total = 0
    for row in sentences:
        read = [(mention.number, mention.role, mention.subject) for mention in find_documents(row["sentence"])]
        for number, role, subject in answers_of(row):
            total += 1
            roles += any(found[:2] == (number, role) for found in read)
            subjects += (number, role, subject) in read
    print(f"{name}: {len(sentences)} sentences, roles {roles}/{total} ({100 * roles / total:.1f} %)", end=", ")
    print(f"with subjects {subjects}/{total} ({100 * subjects / total:.1f} %)")


def print_speed() -> None:
    """Print megabytes a second over our own sentences among text without numbers.

    The seeds name a paper every 3.6 KB; a denser text is printed beside it.
    """
    sentences = [row["sentence"] for row in rows(ROLES)]
    for paragraphs in (12, 5):
        text = "\n".join(PARAGRAPH * paragraphs + sentence for sentence in sentences)
        size = len(text.encode())
        best, found = float("inf"), 0
        for _ in range(15):
            start = time.process_time()
            found = len(find_documents(text))
            best = min(best, time.process_time() - start)
        print(f"find_documents: {size / best / 1e6:.1f} MB/s of one core, a number to {size // found} bytes of text")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--dev", action="store_true", help="leave the set-aside thirds unread")
    dev_only = parser.parse_args().dev
    if CORPUS.exists():
        scored = [row for row in rows(CORPUS) if "bare" not in row["form"]]
        read = [row for row in scored if not is_set_aside(row["literal"])]
        score_numbers("read while building", read, rows_too=True)
        if not dev_only:
            score_numbers("set aside", [row for row in scored if row not in read], rows_too=False)
    else:
        print("no corpus beside this checkout (../shared/corpus)")
    sentences = rows(ROLES)
    score_roles("roles, tuned on", [row for row in sentences if not is_set_aside(row["sentence"])])
    if not dev_only:
        score_roles("roles, set aside", [row for row in sentences if is_set_aside(row["sentence"])])
    print_speed()
    return 0


if __name__ == "__main__":
    sys.exit(main())
