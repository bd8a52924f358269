"""Lines that look like credits and credit nobody: who runs a site, signs a paper or is quoted; sources of figures."""

from __future__ import annotations

import re

from scraper.reading.alignment import stands_right
from scraper.reading.labelled import OFFICE
from scraper.reading.lines import Line, Printed
from scraper.reading.namelines import names_signer
from scraper.reading.notices import is_notice
from scraper.reading.region import Region

_EDITED = re.compile(r"\W*(?:bien tap|bt|noi dung)\b")
_STAFF = re.compile(
    r"(?:^|[-–/|;,]\s?)(?:ban )?(?:quan tri|quan ly|van hanh|phu trach|truong ban|thu ky|chiu trach nhiem)\b"
    r"[^:;/|]{0,24}(?::|$)"
)
"""The label of those who run a site."""
_OFFICIAL = re.compile(r"\W*(?:tham phan|chap hanh vien|cong chung vien|dau gia vien|thua phat lai)\b")
"""Who signs notices in an office of their own, and writes of trials as well."""
_NOTICE = re.compile(r"\W*(?:thong bao|quyet dinh|giay (?:moi|trieu tap)|nhan tin|tin nhan|niem yet)\b")
_NOTIFIES = re.compile(r"\bthong bao (?:cho|den|de|ve viec|tim kiem)\b")
_MAKES = re.compile(
    r"\W*(?:nguoi|giao vien|can bo|nhan vien)"
    r" (?:thuc hien|lap|viet|soan|bien soan|tong hop|bao cao|tuyen truyen|trinh bay)"
    r"(?: (?:bieu|bang|bao cao|thao|bai|ke hoach|danh sach|noi dung)){0,2}\W*"
)
"""What stands over the name of who made a paper, in the column beside the one of who approves it."""
_OFFICE = r"(?:ban|bgh|to|khoi|lanh dao|nha truong|thu truong|hieu (?:truong|pho)|truong|pho|chu tich|giam doc|nguoi)"
_APPROVES = re.compile(
    rf"\W*(?:{_OFFICE}\b[^.:]{{0,30}} )?(?:ky|phe|xet|kiem) duyet\b[^.:]{{0,30}}|\W*{_OFFICE}\b[^.:]{{0,30}} duyet\W*"
    r"|\W*duyet cua [^.:]{2,40}|\W*xac nhan cua [^.:]{2,40}"
)
"""Who approves a paper; Duyệt alone is somebody's name as well."""
_OPENING = 250
"""Characters of a notice in which it says so."""
_LONGEST = 90
_ABOVE, _BELOW = 2, 3


def is_of_staff(lines: list[Line], line: Line) -> bool:
    """Whether a line says who edits a site, beside who runs it: on the line itself, or close above or right below."""
    if _EDITED.match(line.folded) is None:
        return False
    around = lines[max(0, line.index - _ABOVE) : line.index + 2]
    return any(_STAFF.search(other.folded) for other in around if len(other.text) <= _LONGEST)


def is_of_figure(printed: Printed, line: Line, region: Region) -> bool:
    """Whether a line amid the paragraphs of a text says where a figure, a picture or what they tell is taken from.

    Who wrote may stand behind the first one, where that is dressed as a lead.
    """
    before, behind = printed.lines[region.body : line.index], printed.lines[line.index + 1 : line.index + 1 + _BELOW]
    following = [other for other in behind if other.prose and _stands_as(other, line)]
    told = (other for other in reversed(before) if other.prose and _stands_as(other, line))
    last = next(told, None) if following else None
    if last is None or not any(other.block is line.block or last.block is not line.block for other in following):
        return False
    is_lead = before[-1] is last and (last.bold > 0 or last.italic > 0) and next(told, None) is None
    return not is_lead or line.picture is not None


def is_quoted(printed: Printed, line: Line, region: Region) -> bool:
    """Whether a line names who said what stands above it: in a quotation amid the text, or with an office below one."""
    above = printed.lines[line.index - 1] if line.index > region.body else None
    if above is None or stands_right(line.block):
        return False
    start = quotation_around(printed, line, region)
    if start is not None:
        return start < line.index
    said = above.text.startswith(("“", '"')) and above.text.endswith(("”", '"'))
    return said and OFFICE.match(line.folded.partition(",")[2].strip()) is not None


def signs_notice(printed: Printed, start: int, region: Region) -> bool:
    """Whether a line is who signs for a court or the like, below a text that gives notice by title or opening."""
    if _OFFICIAL.match(printed.lines[start].folded) is None:
        return False
    above = printed.lines[max(region.head, region.body - _ABOVE) : region.body]
    first = next((line for line in printed.lines[region.body : start] if line.prose), None)
    notifies = first is not None and _NOTIFIES.search(first.folded[:_OPENING]) is not None
    return notifies or any(_NOTICE.match(line.folded) for line in above)


def signs_paper(printed: Printed, start: int, region: Region) -> bool:
    """Whether a line, or the one right above, is of the signatures of a paper: who approves it, or made it beside that.

    The two stand in cells of one row or below each other.
    """
    for line in printed.lines[max(region.body, start - 1) : start + 1]:
        if len(line.text) > _LONGEST or line.prose:
            continue
        if _APPROVES.fullmatch(line.folded) or (_MAKES.fullmatch(line.folded) and _is_beside_approval(printed, line)):
            return True
    return False


def _is_beside_approval(printed: Printed, line: Line) -> bool:
    """Whether who approves stands in another cell of the row of a line, right above it, or below the name under it."""
    row = line.cell.getparent() if line.cell is not None else None
    if row is not None and len(row) > 1:
        start, stop = printed.below(row)
        cells = (other for other in printed.lines[start:stop] if other.cell is not line.cell)
        return any(_APPROVES.fullmatch(other.folded) or names_signer(other.text) for other in cells)
    above, below = printed.lines[line.index - 1 : line.index], printed.lines[line.index + 1 : line.index + 1 + _BELOW]
    heads = any(not other.prose and names_signer(other.text) for other in above)
    return heads or any(_APPROVES.fullmatch(other.folded) for other in (*above, *below))


def quotation_around(printed: Printed, line: Line, region: Region) -> int | None:
    """The first line of the quotation amid a text in which a line stands; pages may indent all of their text as one."""
    around = (line.block, *line.block.iterancestors())
    quotation = next((element for element in around if element.tag == "blockquote"), None)
    start = printed.spans[quotation][0] if quotation in printed.spans else 0
    return start if any(other.prose for other in printed.lines[region.body : start]) else None


def _stands_as(other: Line, line: Line) -> bool:
    """Whether two lines stand in one block, or in blocks of one kind in one element, and none is a notice."""
    block, home = other.block, line.block.getparent()
    is_beside = block is line.block or (block.tag == line.block.tag and block.getparent() is home)
    return is_beside and not is_notice(other.folded)
