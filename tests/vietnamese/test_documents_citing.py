"""What a citing sentence says that a paper is about: sentences as portals print them, and what may be taken of each."""

from __future__ import annotations

import time

import pytest

from archive.vietnamese.documents.citing import subject_cited

NUMBER = "12/KH-UBND"
SAID = [
    # where it begins: behind the number, its day and its issuer
    ("Thực hiện Kế hoạch số 12/KH-UBND về phòng, chống thiên tai.", "về phòng, chống thiên tai"),
    ("Kế hoạch số 12/KH-UBND ngày 05/3/2020 về việc nghỉ lễ ngày 02/9/2020", "về việc nghỉ lễ ngày 02/9/2020"),
    ("Kế hoạch số 12/KH-UBND, ngày 5 tháng 3 năm 2020 của UBND huyện về chuyển đổi số.", "về chuyển đổi số"),
    ("Kế hoạch số 12/KH-UBND của UBND tỉnh ngày 05-3-2020 V/v mời chào giá", "V/v mời chào giá"),
    (
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/3/2020 của Bộ Lao động, Thương binh và Xã hội về trợ giúp trẻ em;",
        "về trợ giúp trẻ em",
    ),
    ("Kế hoạch số 12/KH-UBND của Bộ Chính trị (khóa XII) về học tập Bác.", "về học tập Bác"),
    ("Kế hoạch số 12/KH-UBND (về trồng một nghìn cây xanh) được phát động.", "về trồng một nghìn cây xanh"),
    # where it ends: with the clause, or before the next paper
    ("Thực hiện Kế hoạch số 12/KH-UBND về phòng cháy rừng, Sở Nội vụ ban hành văn bản.", "về phòng cháy rừng"),
    ("Kế hoạch số 12/KH-UBND về an toàn thực phẩm, yêu cầu các sở, ngành thực hiện.", "về an toàn thực phẩm"),
    ("Kế hoạch số 12/KH-UBND về kiểm tra, giám sát; theo đó sẽ kiểm tra ba chi bộ.", "về kiểm tra, giám sát"),
    ("Kế hoạch số 12/KH-UBND về cải cách hành chính đã được gửi các huyện.", "về cải cách hành chính"),
    ("Kế hoạch số 12/KH-UBND về đầu tư công và Kế hoạch số 13/KH-UBND về giám sát.", "về đầu tư công"),
    ("Kế hoạch số 12/KH-UBND về giảm nghèo 2011 - 2020, Kế hoạch 76/KH-UBND …", "về giảm nghèo 2011 - 2020"),
    ("Kế hoạch số 12/KH-UBND về truyền thông (sau đây viết tắt là Kế hoạch số 12/KH-UBND);", "về truyền thông"),
    ("Căn cứ Kế hoạch số 12/KH-UBND về sáp nhập Sở Tài chính, Sở Kế hoạch và Đầu tư;",
     "về sáp nhập Sở Tài chính, Sở Kế hoạch và Đầu tư"),
    ("Kế hoạch số 12/KH-UBND về việc triển khai Chỉ thị số 10/CT-TTg ngày 15/3/2020 của Thủ tướng Chính phủ.",
     "về việc triển khai Chỉ thị số 10/CT-TTg ngày 15/3/2020 của Thủ tướng Chính phủ"),
    # what tells nothing of the paper, or not clearly
    ("Báo cáo kết quả thực hiện Kế hoạch số 12/KH-UBND về Sở Nội vụ trước ngày 15/6.", None),
    ("Gửi báo cáo Kế hoạch số 12/KH-UBND về tỉnh để tổng hợp.", None),
    ("Gửi Kế hoạch số 12/KH-UBND về phòng Nội vụ huyện.", None),
    ("Kế hoạch số 12/KH-UBND của Tỉnh ủy, Sở Nội vụ xây dựng Kế hoạch số 15/KH-SNV về cải cách hành chính.", None),
    ("Kế hoạch số 12/KH-UBND của UBND huyện thực hiện Kế hoạch số 5/KH-UBND về giảm nghèo.", None),
    ("Kế hoạch số 12/KH-UBND của Bộ Chính trị và chuyên đề năm 2017 về học tập Bác.", None),
    ("Kế hoạch số 12/KH-UBND do có sai sót về vị trí tuyển dụng.", None),
    ("Kế hoạch số 12/KH-UBND gửi các tỉnh về việc tăng cường phòng dịch.", None),
    ("Kế hoạch số 12/KH-UBND về phòng dịch là cơ sở để các xã triển khai.", None),
    ("Kế hoạch số 12/KH-UBND về việc thực hiện", None),
    ("Kế hoạch số 12/KH-UBND về trật tự trên địa bàn TP.", None),
    ("Kế hoạch số 12/KH-UBND về sáp nhập Sở Tài chính, Sở Nội vụ, UBND tỉnh giao các sở thực hiện.", None),
    ("Kế hoạch số 112/KH-UBND về chuyển đổi số.", None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_a_citing_sentence_says_what_a_paper_is_about(sentence: str, expected: str | None) -> None:
    assert subject_cited(sentence, NUMBER, complete=True) == expected


def test_a_sentence_whose_end_was_cut_off_says_only_what_ends_before() -> None:
    cut = "Thực hiện Kế hoạch số 12/KH-UBND về phòng, chống thiên tai và tìm kiếm"
    assert subject_cited(cut, NUMBER, complete=False) is None
    assert subject_cited(f"{cut} cứu nạn; các xã", NUMBER, complete=False) is not None


@pytest.mark.parametrize("noise", [" ", " ngày 1/1/2020", " của a", " về việc (“", ", A về", " và b"])
def test_no_sentence_takes_long(noise: str) -> None:
    began = time.process_time()
    subject_cited(NUMBER + noise * 2000, NUMBER, complete=True)
    subject_cited(NUMBER + " về a" + noise * 2000, NUMBER, complete=True)
    assert time.process_time() - began < 1
