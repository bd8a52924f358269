"""Where an announcement is over: at related items, comments, the foot of the site, a form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.vietnamese.bylines import read_byline
from scraper.reading.attachments import is_file, leads_to_any_file, leads_to_file, leads_to_files
from scraper.reading.datewords import beside_date
from scraper.reading.factsabove import is_amid_facts
from scraper.reading.headlines import (
    heads_headlines,
    is_amid_entries,
    is_headline,
    is_summary,
    leads_to_another,
    name_of_box,
)
from scraper.reading.labelled import VIEWS, is_credit
from scraper.reading.labelled_frame import CONTACT, FOOTER, RELATED, REMARKS, SUBHEAD
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import CLICKED, Element
from scraper.reading.pictures import is_picture
from scraper.reading.tables import DATA_ROWS, data_rows, is_alone_in_row, is_of_data, table_of
from scraper.reading.telephones import gives_number

_MORE = re.compile(r"\b(?:khac|lien quan|cu hon|moi hon)\W*$")
_OF_A_KIND = re.compile(r"\W*(?:cac|nhung|xem)(?: [a-z]+){1,3} (?:khac|lien quan|truoc|sau|cu hon|moi hon)\W*")
"""What stands before links to others of a kind: "Các tuần khác: Tuần 15 (12/04); Tuần 14 (05/04)"."""
_OWNER = re.compile(
    r"\b(?:dien thoai|dt|tel|hotline)\s?:.*\bchiu trach nhiem\b"
    r"|^\W*(?:cong bao|(?:cong|trang) (?:thong )?tin|ban tin|website)\b[^:]*\bchiu trach nhiem\b[^:]{0,30}:"
)
_FOOT = re.compile(r"(?<![a-z_-])(?:(?:site|page|main|web)[_-]?)?(?:footer|foot|chan-?trang)(?![a-z])", re.IGNORECASE)
"""What the foot of a page is called."""
_HEADED_BY = re.compile(
    r"\W*(?:pho |tong )?(?:giam doc|hieu truong|chu tich|vien truong|bi thu|truong (?:ban|phong|dai|tram|khoa)"
    r"|chanh van phong|cuc truong|chu nhiem|phu trach(?: trang)?)\b[^:]{0,40}: ?[^.:]{3,60}(?:\. ?[^.:]{3,40}){0,2}"
)
"""Who heads the agency whose site it is, behind the office and a colon."""
_LAID_OUT = frozenset({"body", "form", "html", "table", "tbody"})
_ADDRESSED = re.compile(r"\b(?:(?:dia chi|tru so)(?: (?:lien he|toa soan))?|dien thoai|phu trach trang)\s?:\s?\S")
_OUTERMOST = 2
"""Elements below the body among which the foot of a page is."""
_COPYRIGHT = re.compile(r"[-–|]\s?ban quyen (?:cua|thuoc)\b[^.]*$")
"""Whose a site is, behind its name."""
_REMARKED = re.compile(
    r"([^\W\d_][^:,.;\d]{2,30}?)\s[-–(]?\s?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:,?\s\d{1,2}[:h]\d{2})?\)?\s?:\s(?=\S)"
)
"""Who left a remark, when, and what follows it on the same line: "Lê Hoài 12/04/2024 20:11: Rất hay"."""
_QUESTIONS = re.compile(
    r"[\W\d]*(?:hoi\W{0,3}(?:va )?(?:dap|tra loi)|(?:cac )?cau hoi(?: cua)?(?: ban doc| nguoi dan| khach hang)?"
    r"|thao luan|trao doi|danh gia|binh luan|nhan xet|phan hoi|hoi (?:bac si|chuyen gia|luat su))[\W\d]*"
)
"""What stands over readers' questions and remarks, of whom some have names that no table knows."""
_OF_PAGE = re.compile(r"\b(?:ngay dang|dang ngay|cap nhat|xuat ban)\b")
"""Labels of the day of an announcement, and of no comment."""
_LABEL, _LONG = 40, 80
"""Characters of a label or a heading at most, and of a paragraph at least."""
_BESIDE = re.compile(r"\b(?:them|lien quan|khac|truoc|sau|hon|cung|tiep theo|ke tiep|trong chuyen muc)\b")
"""What labels links to other announcements, however short they are."""
_STEP = re.compile(
    r"\W*(?:(?:previous|prev|next|older|newer) (?:post|article|story)"
    r"|(?:bai|tin)(?: viet| dang)? (?:truoc|sau|tiep|tiep theo|ke tiep))\b\W*"
)
"""What stands before the title of the announcement before or behind one, in the link to it."""
_PLACE = re.compile(r"\W*(?:tai day|o day|day|http|www)\b")
"""Where something stands that the text itself leads to."""
_NAMED = 24
"""Characters of a headline at least."""
_HEAD, _ENTRY_TEXT = 60, 20
"""The longest head of a comment, and the shortest comment."""
_SHORTEST = 8
"""Characters of a link that names an entry, and no number."""
_PART = re.compile(
    r"\W*(?:xem |doc )?(?:toan |day du )?(?:noi dung|van ban|phu luc|danh sach|chi tiet|bang|bieu|cac|\d)\b"
)
"""How what a text keeps folded away is called, and no box beside it."""
_NEAR = 8
"""Lines behind a title within which a file stands for its text, as a picture may."""
_FAR = 40
"""Headlines that may stand between a title and its text (a menu beside the article) before the text is another's."""


def find_end(printed: Printed, begin: int, above: range = range(0)) -> int:
    """The line at which the announcement that begins at `begin` is over; a box of others may stand `above` its text."""
    begin = above.stop or begin
    lines = printed.lines
    homes: set[Element] = set()
    pictures = (
        (index, _stands_alone(printed, image))
        for index, image in printed.images
        if index >= begin and is_picture(image)
    )
    picture, alone = next(pictures, (len(lines), False))
    scanned = picture - 1 if alone else len(lines)
    behind = printed.links_within(begin, len(lines))
    frames = (index for index, frame in behind if frame.tag not in CLICKED and leads_to_file(frame))
    pictured = min(picture - alone, next(frames, len(lines) + 1) - 1)
    headlines, first, summed, told, paragraphs = 0, begin, False, 0, 0
    counted = False
    last: Line | None = None
    boxes = {_form(printed, begin), *_folded_away(printed, begin)}
    for line in lines[begin:]:
        if line.index in boxes and homes and not _goes_on(lines, line.index, homes):
            return line.index
        headed = counted and line.heading and not (line.is_tool or line.may_date)
        if homes and headed and not _goes_on(lines, line.index, homes):
            return line.index
        counted = VIEWS.search(line.folded) is not None if len(line.text) < _LABEL else False
        if homes and _is_comment(lines, line, homes):
            return line.index - _heads_questions(lines[line.index - 1])
        over = (_is_end(line) or _heads_others(lines, line)) and not is_of_data(line)
        if over and (is_amid_facts(printed, line, begin, told) or _goes_on(lines, line.index, homes)):
            continue
        if over and (_is_signed(lines, line) or _heads_part(lines, line)):
            continue
        if over and gives_number(line) and line.block.getparent() in homes:
            continue
        if over:
            return _foot(lines, line, begin) if FOOTER.match(line.folded) else line.index
        name = name_of_box(lines, line, homes) if homes and line.linked > _SHORTEST else None
        if name is not None and not _goes_on(lines, line.index, homes):
            return name
        if line.prose:
            told, last = told + 1, line
            stands = homes or scanned <= line.index - headlines
            if headlines and stands and is_summary(lines, line, homes):
                summed = True
            else:
                homes.add(line.block.getparent())
                headlines, summed, paragraphs = 0, False, paragraphs + 1
        elif leads_to_another(line, last) and not _in_data(printed, line, begin, homes, scanned=scanned < line.index):
            first = line.index if not headlines else first
            headlines += 1
            inside = homes or pictured <= line.index - headlines
            if headlines > (2 if inside else _FAR) and not _goes_on(lines, line.index, homes):
                first = first if summed and paragraphs != 1 else _first_headline(lines, line.index, headlines)
                return _heading_above(lines, first, begin, homes)
        elif line.index - begin < _NEAR and leads_to_files(line):
            pictured, scanned = min(pictured, line.index), min(scanned, line.index)
    return _contact(printed, begin, homes)


def _folded_away(printed: Printed, begin: int) -> Iterator[int]:
    """The first lines behind `begin` of what a page shows only when it is asked to, and what is no part of the text."""
    for details in printed.root.iter("details"):
        start, stop = printed.spans.get(details, (0, 0))
        is_box = begin < start < stop and _PART.match(printed.lines[start].folded) is None
        if is_box and not any(map(leads_to_any_file, printed.lines[start:stop])):
            yield start


def _form(printed: Printed, begin: int) -> int | None:
    """The first line behind `begin` of what stands around a field in which readers write or choose, without text."""
    for field in printed.fields:
        first = None
        for around in field.iterancestors():
            start, stop = printed.spans.get(around, (begin, begin))
            if start < begin or any(map(_is_told, printed.lines[start:stop])):
                break
            first = start if stop > start else first
        if first is not None:
            return first
    return None


def _is_told(line: Line) -> bool:
    """Whether a line may be an announcement's: running text, a day, a credit, a file; readers are asked questions."""
    told = (line.prose and not line.text.endswith("?")) or line.may_date or is_credit(line.folded)
    return told or leads_to_any_file(line) or any(" " in name for name in read_byline(line.text).people)


def _is_comment(lines: list[Line], line: Line, homes: set[Element]) -> bool:
    """Whether somebody's name and a day head what stands apart from the text, as a reader's comment does."""
    if not line.may_date or line.linked or _is_of_page(line):
        return False
    around = [line.block, *line.block.iterancestors()]
    if (remark := _REMARKED.match(line.text)) is not None and homes.isdisjoint(around[:2]):
        return bool(read_byline(remark[1]).people) or _heads_questions(lines[line.index - 1])
    if len(line.text) >= _HEAD:
        return False
    text = lines[line.index + 1] if line.index + 1 < len(lines) else None
    if text is None or text.linked or text.may_date or len(text.text) < _ENTRY_TEXT:
        return False
    asked = _heads_questions(lines[line.index - 1])
    if not homes.isdisjoint(around[:2] if asked else around) or text.block.getparent() not in around[:2]:
        return False
    told = beside_date(line.text)
    return bool(told) and (asked or bool(read_byline(told).people))


def _heads_questions(line: Line) -> bool:
    """Whether a line stands over the questions or the remarks of readers."""
    return _QUESTIONS.fullmatch(line.folded) is not None


def _is_of_page(line: Line) -> bool:
    """Whether a line with a day tells of the page, by its label, a counter or a credit, and not of a comment."""
    return any(kind.search(line.folded) for kind in (_OF_PAGE, VIEWS)) or is_credit(line.folded)


def _contact(printed: Printed, begin: int, homes: set[Element]) -> int:
    """The line at which a page ends: before the address of its owner, where that stands apart from the paragraphs."""
    lines, end = printed.lines, len(printed.lines)
    holding = {around for home in homes for around in (home, *home.iterancestors())}
    while homes and end > begin and (_in_foot(lines[end - 1]) or _in_named_foot(printed, lines[end - 1], holding)):
        end -= 1
    above = [line for line in lines[begin:end] if line.prose]
    tags = {line.block.tag for line in lines[begin:] if line.prose and line.block.getparent() in homes}
    while end > begin:
        line, home = lines[end - 1], lines[end - 1].block.getparent()
        while above and above[-1].index >= line.index:
            above.pop()
        among = home in homes and (line.block.tag in tags - {"div"} or tags <= {"div"})
        if not (_is_of_owner(line) and not among) and not _gives_address(line, above):
            break
        end -= 1
    return end


def _is_of_owner(line: Line) -> bool:
    """Whether a line says how to reach those whose site it is, or who heads them."""
    return CONTACT.match(line.folded) is not None or _HEADED_BY.fullmatch(line.folded) is not None


def _gives_address(line: Line, above: list[Line]) -> bool:
    """Whether a line names somebody and where: "Trung tâm Công báo. Địa chỉ: …", apart from the announcement.

    Nothing but the whole page, or a table that lays it out, holds it and the last of the paragraphs `above`, and it is
    no paragraph beside that one without a rule between.
    """
    if not above or _ADDRESSED.search(line.folded) is None:
        return False
    last = above[-1].block
    around = set(last.iterancestors())
    home = next((element for element in line.block.iterancestors() if element in around), None)
    is_beside = line.block.tag == last.tag == "p" and line.block.getparent() is last.getparent()
    is_beside = is_beside and (behind := last.getnext()) is not None and behind.tag != "hr"
    return home is not None and home.tag in _LAID_OUT and not is_beside


def _in_foot(line: Line) -> bool:
    """Whether a line stands in the foot of the page, and not in that of an article."""
    foot = next((around for around in (line.block, *line.block.iterancestors()) if around.tag == "footer"), None)
    return foot is not None and next(foot.iterancestors("article", "main"), None) is None


def _in_named_foot(printed: Printed, line: Line, holding: set[Element]) -> bool:
    """Whether a line stands in what is called the foot, below the body of a page or what holds all of that.

    Nothing that is `holding` paragraphs is.
    """
    around = [line.block, *line.block.iterancestors()]
    below = around[: around.index(printed.root)][-_OUTERMOST:] if printed.root.tag == "body" else []
    named = (one for one in below if _FOOT.search(f"{one.get('class') or ''} {one.get('id') or ''}"))
    foot = next(named, None)
    return foot is not None and foot not in holding and not is_credit(line.folded)


def _stands_alone(printed: Printed, image: Element) -> bool:
    """Whether a picture has a block of its own and leads nowhere, as a scan has and the picture of an entry has not."""
    block = next((around for around in image.iterancestors() if around in printed.spans), None)
    if block is None or block.tag != "p" or next(image.iterancestors("a"), None) is not None:
        return False
    start, stop = printed.spans[block]
    return start == stop


def _first_headline(lines: list[Line], index: int, headlines: int) -> int:
    """Where some headlines begin, of which `index` is the last: their days and bullets may stand on lines between."""
    first = index
    for line in reversed(lines[:index]):
        lettered = any(map(str.isalpha, line.text))
        if lettered and not is_headline(line) and not (line.may_date and len(line.text) < _LABEL):
            break
        if is_headline(line) or not (lettered or line.may_date):
            first = line.index
    return min(first, index - headlines + 1)


def _heading_above(lines: list[Line], index: int, begin: int, homes: set[Element]) -> int:
    """The first line of a block of headlines: the short line above them may be its name ("Niêm yết khác")."""
    if index - 1 <= begin or lines[index - 1].linked or not heads_headlines(lines[index - 1], lines[index], homes):
        return index
    return index - 1


def _in_data(printed: Printed, line: Line, begin: int, homes: set[Element], *, scanned: bool) -> bool:
    """Whether a line stands in a table of the text: one that begins behind the title, and not apart from paragraphs.

    Nor behind a picture or a file that stands for these.
    """
    table = table_of(line)
    if table is None or printed.below(table)[0] < begin:
        return False
    return not (homes or scanned) or not homes.isdisjoint(table.iterancestors())


def _foot(lines: list[Line], line: Line, begin: int) -> int:
    """The first line of the foot of the site: the name of the site above `line` belongs to it, somebody's does not.

    Nor does what stands behind the paragraphs in what holds them, without an element of its own, as files often do.
    """
    index, home = line.index, line.block.getparent()
    last = next((lines[above] for above in range(index - 1, begin - 1, -1) if lines[above].prose), None)
    holding = set() if last is None else set(last.block.iterancestors())
    while index > begin and not lines[index - 1].prose and lines[index - 1].block.getparent() is home:
        if lines[index - 1].block in holding:
            break
        if read_byline(lines[index - 1].text).people and not _HEADED_BY.fullmatch(lines[index - 1].folded):
            break
        index -= 1
    above = [line for line in lines[begin : index - 1] if line.prose]
    return index - (index > begin and _gives_address(lines[index - 1], above))


def _is_end(line: Line) -> bool:
    """Whether a line heads related items or belongs to the foot of the site; a tab leads to a part of the page."""
    size = len(line.text)
    if line.is_link and all(href.startswith("#") and len(href) > 1 for href in line.hrefs):
        return False
    return names_others(line) or (size < 250 and (FOOTER.match(line.folded) is not None or _names_owner(line.folded)))


def names_others(line: Line) -> bool:
    """Whether a line heads related items, or names some behind such a heading ("Tin liên quan: …", links all)."""
    if len(line.text) < 100 and line.is_related:
        return not is_answer(line)
    if not line.hrefs or any(map(is_file, line.hrefs)):
        return False
    heading, colon, named = line.folded.partition(":")
    if len(line.hrefs) > 1 and _OF_A_KIND.fullmatch(heading) and sum(map(str.isalpha, named)) <= line.linked:
        return True
    if line.prose:
        return False
    step = _STEP.match(line.folded) if line.is_link else None
    if step is not None and line.text[step.end() :][:1].isupper():
        return True
    if not colon:
        start = len(line.folded) - line.linked
        heading, named = line.folded[:start], line.folded[start:]
    if len(heading) >= _LABEL or RELATED.fullmatch(heading) is None or _PLACE.match(named) is not None:
        return False
    if len(named) >= _NAMED:
        return True
    return " " in named.strip() and line.linked * 10 >= len(named) * 8 and _BESIDE.search(heading) is not None


def _heads_part(lines: list[Line], line: Line) -> bool:
    """Whether a line that may head readers' remarks has running text right below it, beside it: a part of the text."""
    below = lines[line.index + 1] if line.index + 1 < len(lines) and SUBHEAD.fullmatch(line.folded) else None
    return below is not None and below.prose >= _LONG and below.block.getparent() is line.block.getparent()


def is_answer(line: Line) -> bool:
    """Whether a line that may tell of readers' remarks is the cell of a table: "Chưa có ý kiến"."""
    if data_rows(line) < DATA_ROWS or is_alone_in_row(line):
        return False
    return SUBHEAD.fullmatch(line.folded) is not None or REMARKS.fullmatch(line.folded) is not None


def _is_signed(lines: list[Line], line: Line) -> bool:
    """Whether a line leads to others amid a text ("Xem thêm: …"): right below it stands the name of who wrote that."""
    below = lines[line.index + 1] if line.index + 1 < len(lines) else None
    if below is None or not line.hrefs or ":" not in line.text or line.heading:
        return False
    if below.linked or below.prose or below.may_date or len(below.text) >= _LABEL:
        return False
    return bool(read_byline(below.text).people)


def _names_owner(folded: str) -> bool:
    """Whether a line says who answers for what is printed or whose it is, behind the name of a site, as feet do."""
    if "chiu trach nhiem" in folded:
        return _OWNER.search(folded) is not None
    return "ban quyen" in folded and _COPYRIGHT.search(folded) is not None


def _heads_others(lines: list[Line], line: Line) -> bool:
    """Whether a heading names the others of a kind ("Dự thảo khác") and one of them follows."""
    if not line.heading or len(line.text) >= _LABEL or line.linked or not _MORE.search(line.folded):
        return False
    return line.index + 1 < len(lines) and is_headline(lines[line.index + 1])


def _goes_on(lines: list[Line], index: int, homes: set[Element]) -> bool:
    """Whether the text goes on behind a box at `index`: paragraphs follow where paragraphs stood before.

    They are no summaries of entries that follow each other, each behind a headline.
    """
    following = (
        line
        for line in lines[index + 1 : index + 30]
        if line.prose >= _LONG and line.block.getparent() in homes and not FOOTER.match(line.folded)
    )
    first = next(following, None) if homes else None
    return first is not None and not (first.index > index + 1 and is_amid_entries(lines, first))
