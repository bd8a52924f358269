"""Where an announcement stands on its page: from its title to the heading of what else there is to read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from archive.vietnamese.bylines import read_byline
from scraper.reading.attachments import is_file, leads_to_file
from scraper.reading.datewords import beside_date
from scraper.reading.labelled import RECORD, SUBJECT, VIEWS, is_credit
from scraper.reading.labelled_frame import CONTACT, FOOTER, RELATED
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import Element

_ICON = re.compile(
    r"icon|logo|spacer|blank|share|print|button|/btn|banner|avatar|emotion|loading|pixel|\.gif|/themes?/|/skins?/|/layout"
)
_OTHERS = re.compile(r"\b(?:khac|lien quan|moi nhat|moi|cu hon|moi hon)\W*$")
_MORE = re.compile(r"\b(?:khac|lien quan|cu hon|moi hon)\W*$")
_ICON_WIDTH = 150
_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-url", "src")
_HEADLINE = 24
_NUMBERED = re.compile(r"(?:[A-ZĐ][\wÀ-ỹ ]{3,20}(?:số:? )?)?\d+\s?/(?:(?:19|20)\d\d\s?/)?[A-ZĐ]{2,}[-A-ZĐƯ&]*")
"""What a paper is called by its type and number, or by its number alone: "Nghị quyết số 10/NQ-HĐND"."""
_OWNER = re.compile(
    r"\b(?:dien thoai|dt|tel|hotline)\s?:.*\bchiu trach nhiem\b"
    r"|^\W*(?:cong bao|(?:cong|trang) (?:thong )?tin|ban tin|website)\b[^:]*\bchiu trach nhiem\b[^:]{0,30}:"
)
_WHOLE = frozenset({"body", "form", "html"})
_LEVELS = 3
_ABOVE = 6
"""How far around an announcement's element, and how many lines above it, its date may stand."""
_RECORD_GAP, _RECORD = 3, 8
_RECORD_LINES, _RECORD_LABELS = 12, 3
_LABEL = 40
_LONG = 80
"""Characters of a paragraph."""
_HEAD, _ENTRY_TEXT = 60, 20
"""The longest head of a comment, and the shortest comment."""
BEFORE_SUMMARY = 3
"""Lines of an entry before its summary: headline, day, section."""
_CELL = 600
"""Characters of a cell from which a table is taken for a frame around text."""
_FAR = 40
"""Headlines that may stand between a title and its text (a menu beside the article) before the text is another's."""


@dataclass(frozen=True, slots=True)
class Region:
    """The announcement's elements and lines.

    `root` holds title and text, `outer` also what stands around them and belongs to them. `head` is the first line that
    may tell of the announcement (above its title), `body` the first behind its title, `text_end` the one behind its
    text, `end` the one behind the last that belongs to it.
    """

    root: Element
    outer: Element
    head: int
    body: int
    text_end: int
    end: int


def is_headline(line: Line) -> bool:
    """Whether a line is a link that reads like a title, and not one to a file."""
    if not line.is_link:
        return False
    if line.headline is None:
        line.headline = (
            (len(line.text) > _HEADLINE or _NUMBERED.fullmatch(line.text) is not None)
            and not any(map(is_file, line.hrefs))
            and not line.is_tool
        )
    return line.headline


def find_region(printed: Printed, title_end: int, title_block: Element | None) -> Region:
    """The region of the announcement whose title ends before line `title_end`."""
    weights = [line.prose for line in printed.lines]
    end = _end(printed, weights, title_end)
    if title_block is None:
        return Region(printed.root, printed.root, 0, title_end, end, end)
    root = _root(printed, weights, title_block, title_end, end)
    outer, head, stop = _around(printed, root)
    text_end = max(title_end, min(end, printed.below(root)[1]))
    return Region(root, outer, min(head, title_end), title_end, text_end, max(text_end, min(end, stop)))


def record_start(lines: list[Line], index: int) -> int | None:
    """The first line of the record of a register whose abstract is the line at `index`; None where it is in none."""
    if not index or not SUBJECT.fullmatch(lines[index - 1].folded):
        return None
    first = label = index - 1
    table = _table_of(lines[first])
    while label >= max(0, first - _RECORD_GAP):
        line = lines[label]
        if len(line.text) < _LABEL and RECORD.match(line.folded) and _table_of(line) is table:
            first = label
        label -= 1
    if first == index - 1 and lines[first].folded.startswith("tieu de"):
        return first if any(RECORD.match(line.folded) for line in lines[index + 1 : index + 1 + _RECORD]) else None
    return first


def _table_of(line: Line) -> Element | None:
    """The table in which a line stands."""
    return None if line.cell is None else next(line.cell.iterancestors("table"), None)


def heads_record(lines: list[Line], first: int, last: int) -> bool:
    """Whether the record of one document stands below a title: labels with a value each, and no other abstract."""
    begin = last
    while begin < len(lines) and lines[begin].is_tool:
        begin += 1
    record = lines[begin : begin + _RECORD_LINES]
    if not (record and _is_label(record[0])):
        return False
    valued = (line for line, below in pairwise(record) if _is_label(line) and (_value(line) or not _is_label(below)))
    if len({_label(line) for line in valued}) < _RECORD_LABELS:
        return False
    abstract = next((below for line, below in pairwise(record) if SUBJECT.fullmatch(line.folded)), None)
    return abstract is None or abstract.key in lines[first].key


def _is_label(line: Line) -> bool:
    return RECORD.fullmatch(_label(line)) is not None


def _label(line: Line) -> str:
    return line.folded.partition(":")[0]


def _value(line: Line) -> str:
    return line.text.partition(":")[2].strip()


def _around(printed: Printed, root: Element) -> tuple[Element, int, int]:
    """What stands right around the announcement and belongs to it, as far as an element holds that and little else."""
    outer = root
    first, last = printed.below(root)
    for _ in range(_LEVELS):
        around = outer.getparent()
        if around is None or outer is printed.root or around.tag in _WHOLE:
            break
        start, stop = printed.below(around)
        if first - start > _ABOVE:
            break
        outer, first, last = around, start, stop
    return outer, first, last


def _end(printed: Printed, weights: list[int], begin: int) -> int:
    """The line at which the announcement that begins at `begin` is over."""
    lines = printed.lines
    homes: set[Element] = set()
    pictures = (
        index - _stands_alone(printed, image)
        for index, image in printed.images
        if index >= begin and is_picture(image)
    )
    frames = (index for index, frame in printed.links if index >= begin and frame.tag != "a" and leads_to_file(frame))
    pictured = min(next(pictures, len(lines)), next(frames, len(lines) + 1) - 1)
    headlines = 0
    counted = False
    form = _form(printed, begin)
    for line in lines[begin:]:
        if line.index == form and homes and not _goes_on(lines, weights, form, homes):
            return form
        if counted and homes and line.heading and not _goes_on(lines, weights, line.index, homes):
            return line.index
        counted = VIEWS.search(line.folded) is not None if len(line.text) < _LABEL else False
        if homes and _is_comment(lines, line, homes):
            return line.index
        over = _is_end(line) or _heads_others(lines, line)
        if over and ((not homes and _opens_text(lines, line)) or _goes_on(lines, weights, line.index, homes)):
            continue
        if over:
            return _foot(lines, weights, line, begin) if FOOTER.match(line.folded) else line.index
        if weights[line.index]:
            if not (headlines and homes and is_summary(lines, line, homes)):
                homes.add(line.block.getparent())
                headlines = 0
        elif is_headline(line) and not _in_data(printed, line, begin):
            headlines += 1
            inside = homes or pictured <= line.index - headlines
            if headlines > (2 if inside else _FAR) and not _goes_on(lines, weights, line.index, homes):
                return _heading_above(lines, line.index - headlines + 1, begin, homes)
    return _contact(lines, begin, homes)


def _form(printed: Printed, begin: int) -> int | None:
    """The first line behind `begin` of what stands around a field in which readers write, where it holds no text."""
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
    """Whether a line may be an announcement's: running text, a day, a credit, a file."""
    told = line.prose or line.may_date or is_credit(line.folded) or any(map(is_file, line.hrefs))
    return bool(told) or bool(read_byline(line.text).people)


def _is_comment(lines: list[Line], line: Line, homes: set[Element]) -> bool:
    """Whether somebody's name and a day head what stands apart from the text, as a reader's comment does."""
    if len(line.text) >= _HEAD or not line.may_date or line.linked:
        return False
    text = lines[line.index + 1] if line.index + 1 < len(lines) else None
    if text is None or text.linked or text.may_date or len(text.text) < _ENTRY_TEXT:
        return False
    around = [line.block, *line.block.iterancestors()]
    if not homes.isdisjoint(around) or text.block.getparent() not in around[:2]:
        return False
    told = beside_date(line.text)
    return bool(told) and bool(read_byline(told).people)


def _contact(lines: list[Line], begin: int, homes: set[Element]) -> int:
    """The line at which a page ends: before the address of its owner, where that stands apart from the paragraphs."""
    end = len(lines)
    while homes and end > begin and _in_foot(lines[end - 1]):
        end -= 1
    tags = {line.block.tag for line in lines[begin:] if line.prose and line.block.getparent() in homes}
    while end > begin and CONTACT.match(lines[end - 1].folded):
        block = lines[end - 1].block
        if block.getparent() in homes and (block.tag in tags - {"div"} or tags <= {"div"}):
            break
        end -= 1
    return end


def _in_foot(line: Line) -> bool:
    """Whether a line stands in the foot of the page, and not in that of an article."""
    foot = next((around for around in (line.block, *line.block.iterancestors()) if around.tag == "footer"), None)
    return foot is not None and next(foot.iterancestors("article", "main"), None) is None


def _stands_alone(printed: Printed, image: Element) -> bool:
    """Whether a picture has a block of its own and leads nowhere, as a scan has and the picture of an entry has not."""
    block = next((around for around in image.iterancestors() if around in printed.spans), None)
    if block is None or block.tag != "p" or next(image.iterancestors("a"), None) is not None:
        return False
    start, stop = printed.spans[block]
    return start == stop


def is_summary(lines: list[Line], line: Line, homes: set[Element]) -> bool:
    """Whether running text stands in one element with a headline just above, apart from the text before."""
    home = line.block.getparent()
    above = (other for other in lines[max(0, line.index - BEFORE_SUMMARY) : line.index] if is_headline(other))
    return home not in homes and any(home in other.block.iterancestors() for other in above)


def _heading_above(lines: list[Line], index: int, begin: int, homes: set[Element]) -> int:
    """The first line of a block of headlines: the short line above them may be its name ("Niêm yết khác").

    One in bold among the paragraphs of the text, or somebody's name, tells rather who wrote it.
    """
    if index - 1 <= begin:
        return index
    above = lines[index - 1]
    is_bold = above.bold * 10 >= len(above.text) * 9 and above.block.getparent() not in homes
    named = above.heading or is_bold or _OTHERS.search(above.folded)
    if not named or len(above.text) >= _LABEL or above.linked or read_byline(above.text).people:
        return index
    return index - 1


def _in_data(printed: Printed, line: Line, begin: int) -> bool:
    """Whether a line stands in a table of the text: one that begins behind the title."""
    if line.cell is None:
        return False
    table = next(line.cell.iterancestors("table"), None)
    return table is not None and printed.below(table)[0] >= begin


def data_rows(line: Line) -> int:
    """How many rows of several cells the table has in which a line stands; 0 in a frame around text."""
    if line.cell is None or _is_large(line.cell):
        return 0
    table = next(line.cell.iterancestors("table"), None)
    return _rows_of_several(table) if table is not None else 0


@lru_cache(maxsize=32)
def _is_large(cell: Element) -> bool:
    """Whether a cell holds too much for one of data; kept, since each of its lines asks."""
    return any(size > _CELL for size in accumulate(map(len, cell.itertext())))


@lru_cache(maxsize=8)
def _rows_of_several(table: Element) -> int:
    return sum(len(row) > 1 for row in rows_of(table))


def rows_of(table: Element) -> list[Element]:
    """The rows of a table, without those of tables inside it."""
    return [row for part in (table, *table.iterchildren("tbody", "thead")) for row in part.iterchildren("tr")]


def _foot(lines: list[Line], weights: list[int], line: Line, begin: int) -> int:
    """The first line of the foot of the site: the name of the site above `line` belongs to it, somebody's does not.

    Nor does what stands behind the paragraphs in what holds them, without an element of its own, as files often do.
    """
    index, home = line.index, line.block.getparent()
    while index > begin and not weights[index - 1] and lines[index - 1].block.getparent() is home:
        if read_byline(lines[index - 1].text).people or _holds_text(lines, weights, lines[index - 1], begin):
            break
        index -= 1
    return index


def _holds_text(lines: list[Line], weights: list[int], line: Line, begin: int) -> bool:
    """Whether the last paragraph above a line stands within the line's own element."""
    last = next((lines[index] for index in range(line.index - 1, begin - 1, -1) if weights[index]), None)
    return last is not None and line.block in last.block.iterancestors()


def is_picture(image: Element) -> bool:
    """Whether an image is larger than an icon, as far as its markup tells."""
    size = (image.get("width") or "").removesuffix("px")
    return not (size.isdigit() and int(size) < _ICON_WIDTH) and not _ICON.search(picture_address(image).lower())


def picture_address(image: Element) -> str:
    """Where an image is loaded from, which many pages name beside a placeholder until it is seen."""
    return next((address for name in _SOURCES if (address := image.get(name))), "")


def _is_end(line: Line) -> bool:
    """Whether a line heads related items or belongs to the foot of the site; a tab leads to a part of the page."""
    size = len(line.text)
    if line.is_link and all(href.startswith("#") and len(href) > 1 for href in line.hrefs):
        return False
    return (size < 100 and RELATED.fullmatch(line.folded) is not None) or (
        size < 250 and (FOOTER.match(line.folded) is not None or _names_owner(line.folded))
    )


def _names_owner(folded: str) -> bool:
    """Whether a line says who answers for what is printed, behind a telephone or the name of a site, as feet do."""
    return "chiu trach nhiem" in folded and _OWNER.search(folded) is not None


def _heads_others(lines: list[Line], line: Line) -> bool:
    """Whether a heading names the others of a kind ("Dự thảo khác") and one of them follows."""
    if not line.heading or len(line.text) >= _LABEL or line.linked or not _MORE.search(line.folded):
        return False
    return line.index + 1 < len(lines) and is_headline(lines[line.index + 1])


def _opens_text(lines: list[Line], line: Line) -> bool:
    """Whether running text follows a line close behind, with no link between: the line counts comments, or the like."""
    for below in lines[line.index + 1 : line.index + 1 + BEFORE_SUMMARY]:
        if below.linked or below.heading:
            return False
        if below.prose >= _LONG:
            return not FOOTER.match(line.folded)
    return False


def _goes_on(lines: list[Line], weights: list[int], index: int, homes: set[Element]) -> bool:
    """Whether the text goes on behind a box at `index`: paragraphs follow where paragraphs stood before."""
    return bool(homes) and any(
        weights[line.index] >= 80 and line.block.getparent() in homes for line in lines[index + 1 : index + 30]
    )


def _root(printed: Printed, weights: list[int], block: Element, begin: int, end: int) -> Element:
    """The smallest element around the title that holds the text; without any text, one that holds a few lines more."""
    before = [0, *accumulate(weights)]
    whole = before[end] - before[begin]
    root = block
    for element in [block, *block.iterancestors()]:
        root = element
        start, stop = printed.below(element)
        if element is printed.root or element.tag in _WHOLE:
            break
        held = before[min(stop, end)] - before[begin] if stop > begin else 0
        if whole:
            if held * 10 >= whole * 9:
                break
        elif stop - start > 3 or _has_images(printed, start, stop):
            break
    return root


def _has_images(printed: Printed, start: int, stop: int) -> bool:
    return stop > start + 1 and any(start < index <= stop for index, _ in printed.images)
