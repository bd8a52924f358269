"""Files of every kind, read by their bytes."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from archive.files.reader import FileReader
from tests.files import made
from tests.files.conftest import DEMO, SAMPLES

WORD_2003 = "<?xml version='1.0'?><w:doc xmlns:w='urn:w'><w:p><w:t>Kế hoạch</w:t></w:p></w:doc>".encode()
TCVN3 = "Céng hoµ x· héi chñ nghÜa ViÖt Nam, KÕ ho¹ch tuyªn truyÒn ®¹i héi ®¶ng bé c¸c cÊp"
READ = {
    "pdf": (made.pdf("Ke hoach cua tinh"), "pdf", "Ke hoach cua tinh"),
    "pdf with junk before its mark": (b"\r\n\r\n" + made.pdf("Ke hoach cua tinh"), "pdf", "Ke hoach cua tinh"),
    "docx": (made.word("Kế hoạch của tỉnh"), "docx", "Kế hoạch của tỉnh"),
    "docx in decomposed Unicode": (made.word("Kê\u0301 hoa\u0323ch"), "docx", "Kế hoạch"),
    "docx for an old font": (made.word(TCVN3), "docx", "Kế hoạch tuyên truyền đại hội đảng bộ các cấp"),
    "xlsx": (
        made.sheet(["STT", "Đơn vị"], [1.0, "Huyện Đăk Hà"], [2, date(2020, 2, 3)]),
        "xlsx",
        "1 | Huyện Đăk Hà\n2 | 03/02/2020",
    ),
    "xls": (
        (SAMPLES / "danh-sach.xls").read_bytes(),
        "xls",
        "1 | Huyện Đăk Hà | 03/02/2020 | 412\n2 | Huyện Sa Thầy | 04/02/2020 | 38.5",
    ),
    "odt": ((SAMPLES / "ke-hoach.odt").read_bytes(), "odf", "Tổ chức hội thi cải cách hành chính năm 2021 (DEMO)"),
    "rtf": ((SAMPLES / "ke-hoach.rtf").read_bytes(), "rtf", "Tổ chức hội thi cải cách hành chính năm 2021 (DEMO)"),
    "rtf in code page 1258": (
        rb"{\rtf1\ansi\ansicpg1258{\fonttbl{\f0\fcharset163 Times New Roman;}}\f0 K\'ea\'ec ho\'f2a\par}",
        "rtf",
        "Kế",
    ),
    "rtf for an old font": (
        b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 .VnTime;}}\\f0 "
        + "".join(f"\\'{code:02x}" if code > 127 else chr(code) for code in TCVN3.encode("cp1252")).encode()
        + b"}",
        "rtf",
        "Kế hoạch tuyên truyền đại hội đảng bộ các cấp",
    ),
    "text": ("Kế hoạch của tỉnh\nCác phòng thực hiện".encode(), "text", "Kế hoạch của tỉnh\nCác phòng thực hiện"),
    "text in UTF-16": ("Kế hoạch của tỉnh".encode("utf-16"), "text", "Kế hoạch của tỉnh"),
    "text for an old font": (TCVN3.encode("cp1252"), "text", "Kế hoạch tuyên truyền đại hội đảng bộ các cấp"),
    "web page called .doc": (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><style>p{}</style><table><tr><td>Kế hoạch</td><td>số 5"
        "</td></tr></table></html>".encode(),
        "html",
        "Kế hoạch | số 5",
    ),
    "web archive": (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
        b"--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"<html><p>K=E1=BA=BF ho=E1=BA=A1ch</p></html>\n--x--\n",
        "mhtml",
        "Kế hoạch",
    ),
    "xml of Word 2003": (WORD_2003, "xml", "Kế hoạch"),
    "zip": (made.package({"Kế hoạch.pdf": b"1", "Phụ lục/Biểu.xls": b"2"}), "zip", "Kế hoạch.pdf\nPhụ lục/Biểu.xls"),
    "zip with unmarked UTF-8 names": (
        made.package({"Kế hoạch tỉnh.pdf": b""}, name_encoding="utf-8"),
        "zip",
        "Kế hoạch tỉnh.pdf",
    ),
    "rar": (made.rar("Kế hoạch.pdf", "Phụ lục.xls"), "rar", "Kế hoạch.pdf\nPhụ lục.xls"),
}  # fmt: skip
NO_TEXT = {
    "scan": ((DEMO / "5408-KH-UBND.pdf").read_bytes(), "empty", "pictures"),
    "scan with a stamp of text": (made.pdf("Ky boi: UBND tinh", image=True), "empty", "pictures"),
    "picture": (made.picture(), "empty", "pictures"),
    "blank document": (made.word(""), "empty", "no text"),
    "pdf with a password": ((SAMPLES / "co-mat-khau.pdf").read_bytes(), "encrypted", "password"),
    "docx with a password": ((SAMPLES / "co-mat-khau.docx").read_bytes(), "encrypted", "password"),
    "half a pdf": (b"%PDF-1.7\n1 0 obj\n<< /Type", "damaged", "PDFium"),
    "half a docx": (made.word("Kế hoạch")[:9000], "damaged", "cannot be opened"),
    "docx without its document": (made.package({"[Content_Types].xml": b"<a/>", "word/x": b""}), "damaged", "opened"),
    "half an xls": ((SAMPLES / "danh-sach.xls").read_bytes()[:2000], "damaged", ""),
    "half a zip": (made.package({"a.pdf": b"x" * 5000})[:60], "damaged", "ZIP"),
    "rar cut in its head": (made.rar("a.pdf")[:12], "damaged", "RAR"),
    "page of the portal": (b"<html><body>Phien lam viec het han</body></html>", "unsupported", "web page"),
    "7z": (b"7z\xbc\xaf\x27\x1c" + bytes(60), "unsupported", "7z"),
    "film": (b"\0\0\0\x20ftypmp42" + bytes(60), "unsupported", "film"),
    "program": (b"MZ\x90\0" + bytes(60), "unsupported", "program"),
    "noise": (bytes(range(256)) * 20, "unsupported", "not known"),
    "nothing": (b"", "unsupported", "not known"),
}


@pytest.mark.parametrize("name", READ)
def test_a_file_is_read_by_its_bytes_whatever_its_name(reader: FileReader, name: str) -> None:
    content, kind, text = READ[name]
    found = reader.read(content)
    assert (found.state, found.kind) == ("read", kind), found
    assert text in found.text


@pytest.mark.parametrize("name", NO_TEXT)
def test_a_file_without_text_says_why_in_a_sentence(reader: FileReader, name: str) -> None:
    content, state, why = NO_TEXT[name]
    found = reader.read(content, served_as="text/html")
    assert found.state == state, found
    assert why in (found.reason or "")
    assert (found.reason or "").endswith(".")


def test_the_head_of_a_paper_and_the_papers_that_it_names_come_with_its_text(reader: FileReader) -> None:
    found = reader.read((DEMO / "107-KH-SNV.docx").read_bytes())
    assert found.head is not None
    assert (found.head["number"], found.head["dated"]) == ("107/KH-SNV", "2020-02-05")
    assert found.head["signer"] == "Trần Đình Khải"
    assert {(mention["number"], mention["role"]) for mention in found.mentions} >= {("135-KH/TU", "implements")}
    for mention in found.mentions:
        assert found.text[mention["start"] : mention["end"]] == mention["printed"]


def test_the_lines_of_a_cell_do_not_run_into_each_other(reader: FileReader) -> None:
    found = reader.read(READ["odt"][0])
    assert "SỞ NỘI VỤ Số: 45/KH-SNV | CỘNG HÒA" in found.text
    assert found.head is not None
    assert (found.head["place"], found.head["dated"]) == ("Kon Tum", "2021-03-03")


def test_everything_that_a_reader_of_a_word_document_sees_is_read(reader: FileReader) -> None:
    extra = (
        "<w:r><w:t>mở </w:t></w:r><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>"
        "<w:smartTag><w:r><w:t> thẻ</w:t></w:r></w:smartTag>"
        "<w:sdt><w:sdtContent><w:r><w:tab/><w:t>ô</w:t></w:r></w:sdtContent></w:sdt>"
    )
    table = [["Một", "Hai"], ["3", "4"]]
    content = made.word("Thân bài", extra=extra, header="Đầu trang", footer="Chân trang", table=table)
    lines = reader.read(content).text.split("\n")
    assert lines == ["Đầu trang", "Thân bài", "mở thêm thẻ ô", "Một | Hai", "3 | 4", "Chân trang"]


def test_pages_are_counted(reader: FileReader) -> None:
    assert reader.read(made.pdf("trang mot", "trang hai", "trang ba")).pages == 3


@pytest.mark.skipif(not shutil.which("antiword"), reason="antiword is not installed: apt-get install antiword")
def test_a_document_of_word_97_is_read_with_its_table(reader: FileReader) -> None:
    found = reader.read((SAMPLES / "ke-hoach.doc").read_bytes())
    assert (found.state, found.kind, found.method) == ("read", "doc", "antiword"), found
    assert "Tổ chức hội thi cải cách hành chính năm 2021 (DEMO)" in found.text
    assert found.head is not None
    assert found.head["number"] == "45/KH-SNV"
    assert "Phòng Cải cách hành chính" in found.text


@pytest.mark.skipif(not shutil.which("tesseract"), reason="missing: apt-get install tesseract-ocr tesseract-ocr-vie")
def test_letters_of_a_scan_are_recognised_and_identify_nothing(reader: FileReader) -> None:
    found = reader.read((DEMO / "5408-KH-UBND.pdf").read_bytes(), ocr=True)
    assert (found.state, found.ocr, found.method) == ("read", True, "tesseract vie"), found
    assert "thông tin, tuyên truyền" in found.text.lower()
    assert found.confidence is not None
    assert 60 < found.confidence <= 100
    assert (found.head, found.mentions) == (None, ())
