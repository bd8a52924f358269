"""What each paper of a sentence is to the others; the sentences are in roles.tsv, for a Vietnamese reader's eye."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from archive.vietnamese.documents import find_documents
from benchmarks.split import is_set_aside

TABLE = Path(__file__).parent / "roles.tsv"
FLOOR = 0.9


def sentences() -> list[tuple[str, list[tuple[str, str, str | None]]]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["sentence"], [answer_of(part) for part in row["answers"].split(" | ")]) for row in table]


def answer_of(printed: str) -> tuple[str, str, str | None]:
    number, role, subject = printed.split()
    return number, role, None if subject == "-" else subject


def read(text: str) -> list[tuple[str, str, str | None]]:
    return [(mention.number, mention.role, mention.subject) for mention in find_documents(text)]


@pytest.mark.parametrize(("sentence", "answers"), [row for row in sentences() if not is_set_aside(row[0])])
def test_each_paper_has_its_role_and_its_doer(sentence: str, answers: list[tuple[str, str, str | None]]) -> None:
    assert read(sentence) == answers


def test_sentences_that_were_set_aside_are_read_as_well() -> None:
    right = total = 0
    for sentence, answers in sentences():
        if is_set_aside(sentence):
            found = read(sentence)
            total += len(answers)
            right += sum(answer in found for answer in answers)
    assert total >= 60
    assert right / total >= FLOOR


def test_the_next_sentence_carries_out_what_the_one_before_announced() -> None:
    text = (
        "Ban Quản lý Khu kinh tế ban hành kế hoạch số 17/KH-BQLKKT về tuyên truyền đại hội đảng bộ các cấp.\n\n"
        "Thực hiện Kế hoạch số 189/KH-UBND, ngày 20/01/2020 của UBND tỉnh về việc triển khai thực hiện Kế hoạch số "
        "116-KH/TU, ngày 26/11/2019 của Ban Thường vụ Tỉnh ủy. Ban Quản lý xây dựng kế hoạch triển khai như sau:"
    )
    assert read(text) == [
        ("17/KH-BQLKKT", "issues", None),
        ("189/KH-UBND", "implements", "17/KH-BQLKKT"),
        ("116-KH/TU", "implements", "189/KH-UBND"),
    ]


def test_a_later_sentence_about_something_else_has_no_doer() -> None:
    text = (
        "UBND tỉnh ban hành Kế hoạch số 12/KH-UBND về phát triển du lịch. "
        "Thực hiện Nghị quyết số 05-NQ/TU, các địa phương tổ chức ngày hội văn hóa."
    )
    assert read(text)[1] == ("05-NQ/TU", "implements", None)


def test_the_grounds_of_a_paper_belong_to_the_number_in_its_head() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n---------------\n"
        "Số: 594/KH-UBND\n\nNghệ An, ngày 21 tháng 10 năm 2021\n\nKẾ HOẠCH\nVề phát động thi đua\n\n"
        "Căn cứ Luật Thi đua, khen thưởng số 15/2003/QH11;\n"
        "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/7/2017; Thông tư số 12/2019/TT-BNV ngày 04/11/2019;\n"
        "Theo đề nghị của Sở Nội vụ tại Tờ trình số 88/TTr-SNV ngày 05/10/2021.\n"
        "Kế hoạch này thay thế Kế hoạch số 310/KH-UBND ngày 01/6/2019."
    )
    own = "594/KH-UBND"
    assert read(text) == [
        (own, "issues", None),
        ("15/2003/QH11", "based_on", own),
        ("91/2017/NĐ-CP", "based_on", own),
        ("12/2019/TT-BNV", "based_on", own),
        ("88/TTr-SNV", "based_on", own),
        ("310/KH-UBND", "replaces", own),
    ]


def test_footnotes_cite() -> None:
    text = "Nội dung như trên.\n\n[1] Chỉ thị số 35-CT/TW, ngày 30-5-2019; Kế hoạch số 100-KH/TU, ngày 03-7-2019."
    assert read(text) == [("35-CT/TW", "cites", None), ("100-KH/TU", "cites", None)]


@pytest.mark.parametrize(
    "label", ["Số/Ký hiệu: ", "Số ký hiệu: ", "Số, ký hiệu: ", "Số hiệu: ", "Số ký hiệu | ", "Số/Ký hiệu\n"]
)
def test_the_record_of_a_paper_issues_it(label: str) -> None:
    text = f"Phòng, chống hạn hán\n\n{label}12/KH-UBND\nNgày ban hành: 05/02/2020\nTrích yếu: Phòng, chống hạn hán"
    assert read(text) == [("12/KH-UBND", "issues", None)]
    assert find_documents(text)[0].dated == "2020-02-05"


def test_the_rows_of_a_register_cite() -> None:
    heads = "STT | Số ký hiệu | Ngày ban hành | Trích yếu"
    rows = "1 | 12/KH-UBND | 05/02/2020 | Kế hoạch A\n2 | 13/KH-UBND | 06/02/2020 | Kế hoạch B"
    assert read(f"{heads}\n{rows}") == [("12/KH-UBND", "cites", None), ("13/KH-UBND", "cites", None)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kết quả lựa chọn nhà thầu theo\n\nKế hoạch số 12/KH-UBND", "issues"),
        ("Kết quả lựa chọn nhà thầu và việc thực hiện\n\nKế hoạch số 12/KH-UBND ngày 2/3/2020", "issues"),
        ("Trích yếu | Gói thầu số 3 và giai đoạn tiếp theo\nKế hoạch số 12/KH-UBND", "issues"),
        ("Gói thầu số 3 và giai đoạn tiếp theo\nSố ký hiệu | 12/KH-UBND", "issues"),
        ("Kết quả lựa chọn nhà thầu theo\nKế hoạch số 12/KH-UBND", "cites"),
        ("Các sở triển khai thực hiện\nKế hoạch số 12/KH-UBND", "implements"),
    ],
)
def test_a_verb_reaches_into_the_next_line_but_over_no_empty_line_and_into_or_out_of_no_row(
    text: str, role: str
) -> None:
    assert read(text) == [("12/KH-UBND", role, None)]
