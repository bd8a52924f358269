"""What readers are asked to do around a text: to call a number above it, to click somewhere below it."""

from __future__ import annotations

import re
from collections.abc import Collection

from scraper.reading.lines import Line, letters
from scraper.reading.openedfiles import opened_by
from scraper.reading.region import Region

_CALL = re.compile(
    r"\W*(?:(?:dang ky|dat (?:lich|hen|kham)|tu van|ho tro|lien he|goi)\b[a-z ]{0,40})?"
    r"\b(?:tong dai|hotline|goi (?:ngay|toi|den|so)\b)(?:[^.!?]|\.(?=\d)){0,60}"
)
"""Whom to call: "Đăng ký qua tổng đài 1900 8099"."""
_NUMBER = re.compile(r"\d{3}[\d .-]*")
_CLICK = re.compile(
    r"\W*(?:nhan|bam|an|click|kich)\s(?:chuot\s)?(?:(?:vao|tai)\s)?day\sde\s"
    r"(?:binh luan|dang nhap|(?:de|viet|gui)\b.{0,8}\b(?:binh luan|nhan xet)|theo doi|quay lai|tro (?:ve|lai)"
    r"|dang ky nhan|chia se|(?:xem|doc) (?:them|tat ca|cac bai))\b.*"
)
"""What to click on below a post: "Nhấn vào đây để bình luận"."""
_DETAILS = re.compile(
    r"\W*(?:(?:moi|vui long) )?(?:xem|doc|tai) (?:them|tiep|ve|noi dung|toan van|(?:thong tin )?chi tiet|day du)"
    r"(?: [a-z]+){0,3}\s?(?:tai day|o day)\W*|\W*chi tiet(?: xem)? (?:tai day|o day)\W*"
)
_TO_SITE = re.compile(r"(?:https?://(?:www\.)?([^/?#]+))?/?(?:#.*)?", re.IGNORECASE)
"""An address that a template has where an editor gave none: of nothing, of the page itself, of a site."""
_OF_BLOG = re.compile(r"\W*(?:(?:vao|trong|tai|in)\s)?(?:(?:cac|nhung|our)\s)?blogs?(?:\scua\schung\stoi)?\W*")
"""In which blog a post stands, as Odoo says below it."""


def asks_to_call(lines: list[Line], line: Line, region: Region) -> bool:
    """Whether a line above all paragraphs says whom to call, with the number there or on the line below."""
    folded = line.folded
    if not ("tong dai" in folded or "hotline" in folded or "goi" in folded) or _CALL.fullmatch(folded) is None:
        return False
    below = lines[line.index + 1].text if line.index + 1 < region.text_end else ""
    if _NUMBER.search(line.text) is None and _NUMBER.fullmatch(below.strip(" :.")) is None:
        return False
    paragraphs = (other.index for other in lines[region.body : region.text_end] if other.prose)
    return next(paragraphs, line.index) > line.index


def asks_to_click(folded: str) -> bool:
    """Whether a last line, folded, asks readers to remark, to follow or to read more, or leads back to the blog."""
    if "blog" in folded and _OF_BLOG.fullmatch(folded) is not None:
        return True
    return "day de" in folded and _CLICK.fullmatch(folded) is not None


def points_to_details(folded: str) -> bool:
    """Whether a line, folded, says where the details stand and nothing else: "Xem chi tiết tại đây"."""
    return " day" in folded and _DETAILS.fullmatch(folded) is not None


def points_to_nothing(line: Line, own: Collection[str]) -> bool:
    """Whether a line says that the details stand elsewhere, and links nothing but the page itself or its site.

    The letters of the site's address are among its `own` names; a handler of clicks may open what an address does not.
    """
    if not points_to_details(line.folded):
        return False
    links = [_TO_SITE.fullmatch(opened_by(link)) for link in line.block.iter("a")]
    return bool(links) and all(site is not None and (not site[1] or letters(site[1]) in own) for site in links)
