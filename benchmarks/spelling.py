"""How many megabytes of UTF-8 a second `normalise` and `fold` take on Vietnamese texts of about 5 KB, on one core, and
how many milliseconds `decode` takes for a page of 60 KB.

Beside them, in the same run, what the standard library alone does: NFC, and a fold by way of NFD.
Run: python benchmarks/spelling.py
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from statistics import median
from time import process_time

from archive.vietnamese.encodings import decode
from archive.vietnamese.spelling import fold, normalise

PARAGRAPH = (
    "Ủy ban nhân dân tỉnh vừa ban hành Kế hoạch số {n}/KH-UBND về việc tuyên truyền đại hội đảng bộ các cấp trên "
    "địa bàn, nhiệm kỳ 2020-2025. Theo đó, các sở, ngành, đoàn thể và địa phương tổ chức quán triệt sâu rộng mục đích, "
    "ý nghĩa, tầm quan trọng của đại hội; phản ánh kịp thời không khí thi đua lao động, sản xuất của các tầng lớp nhân "
    "dân; đấu tranh, phản bác các quan điểm sai trái, thù địch. Việc tuyên truyền cần thiết thực, hiệu quả, đúng quy "
    "định; tránh phô trương, hình thức. Sở Thông tin và Truyền thông chủ trì, phối hợp với các cơ quan liên quan hướng "
    "dẫn cơ quan báo chí, hệ thống truyền thanh cơ sở mở chuyên trang, chuyên mục, nâng cao chất lượng tin bài; quyết "
    "toán kinh phí theo Luật Ngân sách nhà nước, báo cáo kết quả trước ngày 15 hằng tháng để tổng hợp, theo dõi.\n"
)


def texts() -> dict[str, list[str]]:
    """The same texts well spelt, with the mark where newer schoolbooks put it, and decomposed."""
    good = ["".join(PARAGRAPH.format(n=number + line) for line in range(5)) for number in range(100)]
    newer = [text.replace("Ủy", "Uỷ").replace("hóa", "hoá").replace("thủy", "thuỷ") for text in good]
    bulleted = [f"● {text}\u200b" for text in good]
    decomposed = [unicodedata.normalize("NFD", text) for text in good]
    return {"well spelt": good, "uỷ for ủy": newer, "with rare signs": bulleted, "decomposed": decomposed}


def megabytes_a_second(work: Callable[[str], str], batch: list[str]) -> float:
    """The median of seven runs over the batch, in 10^6 bytes of UTF-8 a second."""
    size = sum(len(text.encode()) for text in batch)
    rates = []
    for _ in range(7):
        start = process_time()
        for text in batch:
            work(text)
        rates.append(size / (process_time() - start) / 1e6)
    return median(rates)


def milliseconds(work: Callable[[bytes], object], page: bytes) -> float:
    """The median of seven runs of a hundred."""
    times = []
    for _ in range(7):
        start = process_time()
        for _ in range(100):
            work(page)
        times.append((process_time() - start) * 10)
    return median(times)


def fold_by_nfd(text: str) -> str:
    """The usual recipe, for comparison."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return bare.replace("đ", "d").replace("Đ", "D").lower()


def main() -> None:
    """Print a table."""
    batches = texts()
    for kind, batch in batches.items():
        print(f"{kind} ({sum(len(text.encode()) for text in batch) / len(batch) / 1000:.1f} KB each), MB/s")
        print(f"  normalise       {megabytes_a_second(normalise, batch):6.0f}   (at least 40 where well spelt)")
        print(f"  unicodedata NFC {megabytes_a_second(lambda text: unicodedata.normalize('NFC', text), batch):6.0f}")
        print(f"  fold            {megabytes_a_second(fold, batch):6.0f}   (at least 20)")
        print(f"  fold by NFD     {megabytes_a_second(fold_by_nfd, batch):6.0f}")
    body = "".join(f"<p>{text}</p>\n" for text in batches["well spelt"][:2])
    menu = '<div class="menu"><a href="/tin">Tin</a></div>\n' * 1100
    page = f"<!DOCTYPE html><title>Kế hoạch</title>{menu}{body}".encode()
    print(f"a page of {len(page) / 1000:.0f} KB, ms")
    print(f"  decode          {milliseconds(decode, page):6.3f}   (at most 0.15)")
    print(f"  bytes.decode    {milliseconds(bytes.decode, page):6.3f}")


if __name__ == "__main__":
    main()
