"""The surnames of most people, as patterns hold them: with a capital, between bars."""

from __future__ import annotations

COMMON = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Trương|Đinh|Mai|Đào|Cao|Tạ"
FURTHER = (
    "Lương|Trịnh|Tô|Đoàn|Lâm|Thái|Châu|Hà|Phùng|Quách|Từ|Kiều|Chu|Vương|Lưu|Tống|Nông|Triệu|Giàng|Sùng|Hứa|Bế|Siu|Ksor"
)
"""Rarer ones, some of which stand as other words before a place: "Đoàn Hà Nội", "Từ Quảng Nam"."""
