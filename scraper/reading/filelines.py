"""Lines that only lead to files, before and behind a text: they are its attachments."""

from __future__ import annotations

import re
from collections.abc import Collection

from scraper.reading.attachments import is_file, leads_to_file, leads_to_files
from scraper.reading.calls import points_to_details
from scraper.reading.filenames import BUTTON, LONGEST_NAME, SIZE
from scraper.reading.filetypes import PRINTED_ENDINGS
from scraper.reading.kept import kept
from scraper.reading.labelled import ATTACHED, FILES
from scraper.reading.lines import Line, Printed, clean
from scraper.reading.markup import Element
from scraper.reading.phrases import heading
from scraper.reading.tables import DATA_ROWS, data_rows, rows_of, table_of

_LOADS = re.compile(
    r"(?<!\W)\W*\b\d+ (?:lần|lượt) (?:tải|xem)(?: về| xuống)?\b|\bTải (?:về|xuống) \(\d{1,7} lượt\)", re.IGNORECASE
)
"""How often a file was loaded."""
_PROPERTY = re.compile(
    r"\b(?:(?:kiểu|loại|kích (?:cỡ|thước)|dung lượng)(?: (?:tập tin|tệp(?: tin)?|file))?|file (?:size|type)|downloads"
    rf"|(?:số )?lượt tải(?: về| xuống)?)\s?:\s?(?:{PRINTED_ENDINGS}|\d+(?:[.,]\d+)?(?:\s?(?:[KM]B|bytes?))?)\b",
    re.IGNORECASE,
)
"""What a page tells of a file behind a colon: "Kích cỡ tập tin: 3 MB"."""
_FILE_NAME = re.compile(rf".{{1,100}}\.(?:{PRINTED_ENDINGS})(?![^\W\d_])", re.IGNORECASE)
_COUNT = re.compile(r"(?<!\w)\d{1,3} (?:files?(?:\(s\)?)?|tệp(?: tin)?|tập tin)(?!\w)", re.IGNORECASE)
"""How many files there are: "1 file(s)"."""
_LONGEST_SIZE = 80
_SIGNS = " .,:;|()[]•·-–"
_SENTENCE = re.compile(r"(?:[a-zà-ỹ]{2}|/\d{1,4})[.!?]\s+\w")
"""Where a sentence ends and another begins; not behind the number of an item ("1.", "II.")."""
_HEADS_FILES = re.compile(
    r"\W*(?:(?:moi|xem|tai(?: ve| xuong)?|download|link|noi dung|bo|cac|nhung|danh sach|attached) ){0,3}"
    r"(?:tai (?:lieu|ve)|tep(?: tin)?|tap(?: tin|(?= dinh kem|\W*$))|files?|van ban|"
    r"bieu mau|ho so|phu luc|documents|attachments|download)"
    r"(?: [a-z]+){0,4}(?:[^\w.;!?]|\d)*(?:\d (?:files?|tep|tap tin|tai lieu|van ban)\W*)?"
)
"""What stands over files, and is no label of theirs elsewhere."""
_HEADS_LINK = re.compile(r"\W*(?:(?:cac |danh sach )?(?:tep|tap) tin|files?|tai lieu)(?= )")
"""What stands before the link to a file on its line, without a colon ("Tập tin Mẫu phiếu")."""
_AT_PLACE = re.compile(r"\btại (?!đây|về)", re.IGNORECASE)
"""Where papers are seen or handed in, as text says."""


_FACT_OF_FILE = heading("""
    tên file, tên tệp, tên tệp tin, tên tập tin, tên tài liệu, dung lượng, dung lượng file, kích thước, kích cỡ,
    kích thước file, định dạng, loại file, kiểu file, đã tải về, đã tải, số lần tải, số lượt tải, lượt tải, tải về,
    phiên bản, cập nhật, ngày cập nhật, gửi lên, đã xem, đã thảo luận
""")
"""Labels of what a page tells of a file."""
_NAMES_FILE = re.compile(r"\W*(?:ten (?:file|tep|tap tin|tai lieu)|dung luong|kich (?:thuoc|co))\b")
_HEADS_FACTS = heading("""
    chi tiết file, thông tin file, chi tiết tệp, thông tin tệp, chi tiết tập tin, thông tin tập tin, chi tiết tài liệu,
    thông tin tài liệu, thông tin chi tiết
""")
_SOME = 2


def without_facts_of_files(lines: list[Line]) -> list[Line]:
    """The lines without the labels of a file's facts and their values, where nothing else stands behind the text."""
    last = next((place for place in range(len(lines), 0, -1) if lines[place - 1].prose), 0)
    labels = [place for place in range(last, len(lines)) if _is_fact_of_file(lines[place])]
    if not last or len(labels) < _SOME or not any(_NAMES_FILE.match(lines[place].folded) for place in labels):
        return lines
    told = {*labels, *(place + 1 for place in labels if lines[place].text.endswith(":"))}
    first = labels[0]
    if first > last and _HEADS_FACTS.fullmatch(lines[first - 1].folded):
        first -= 1
    facts = range(labels[0], len(lines))
    return lines[:first] if told.issuperset(facts) else lines


def _is_fact_of_file(line: Line) -> bool:
    """Whether a line is the label of a file's fact with its colon, or that with a value behind it."""
    label, colon, _ = line.folded.partition(":")
    return bool(colon) and line.cell is None and _FACT_OF_FILE.fullmatch(label) is not None


def boxed_files(printed: Printed, first: int, last: int) -> range:
    """The lines of an element between two lines that a heading of files opens and in which one is linked.

    What such a box tells of the files, and its buttons, are no text. One with a paragraph, or a row of a record, is
    none.
    """
    for line in reversed(printed.lines[first:last]):
        if line.prose:
            break
        if line.cell is not None or not FILES.fullmatch(line.folded):
            continue
        box = range(0)
        for around in line.block.iterancestors():
            start, stop = printed.spans.get(around, (first, last))
            if start < line.index or stop > last or any(other.prose for other in printed.lines[start:stop]):
                break
            box = range(start, stop)
        if any(leads_to_file(anchor) for _, anchor in printed.links_within(box.start, box.stop - 1)):
            return box
    return range(0)


def without_heading_of_files(printed: Printed, lines: list[Line]) -> list[Line]:
    """The lines without a last one that heads files, of which the first stands right behind it."""
    last = lines[-1] if any(line.prose for line in lines[:-1]) else None
    if last is None or last.prose or last.linked or not _heads_files(last):
        return lines
    behind = printed.links_within(last.index, last.index + 1)
    return lines[:-1] if any(leads_to_file(anchor) for _, anchor in behind) else lines


def _heads_files(line: Line) -> bool:
    """Whether a line is the heading of files, and does not say where papers are."""
    return _HEADS_FILES.fullmatch(line.folded) is not None and _AT_PLACE.search(line.text) is None


def without_files(lines: list[Line], scans: Collection[str]) -> list[Line]:
    """The lines without the links to files before and behind the text: they are its attachments.

    Between paragraphs a file is one where its name is linked and a button stands behind that, and behind them one whose
    name is linked. They stay where nothing else does, so does a table of them where there is no paragraph.
    """
    whole, tabled = lines, False
    behind = max((line.index for line in lines if line.prose), default=0)
    told = [
        line
        for line in lines
        if not (line.is_link and (_is_offered(line) or (line.index > behind and _is_file_name(line))))
    ]
    end = lines[-1:]
    lines = told or lines
    last = len(lines)
    while last:
        line = lines[last - 1]
        table = _table_of_files(line)
        if table is not None:
            tabled = True
            while last and table in lines[last - 1].block.iterancestors():
                last -= 1
        elif (
            _is_file_name(line)
            or _is_size(line)
            or _is_offered(line)
            or ((leads_to_files(line) or _shows_scans(line, scans)) and _names_files(line))
        ):
            last -= 1
        else:
            break
    if last and lines[last - 1] not in end and _heads_files(lines[last - 1]):
        last -= 1
    first = 0
    while first < last and leads_to_files(lines[first]) and _names_files(lines[first]):
        first += 1
    lines = lines[first:last]
    return lines if any(line.prose for line in lines) or (lines and not tabled) else whole


def _shows_scans(line: Line, scans: Collection[str]) -> bool:
    """Whether a line has links, and each leads to a file or to a picture that is one."""
    return bool(line.hrefs) and all(href in scans or is_file(href) for href in line.hrefs)


def _names_files(line: Line) -> bool:
    """Whether a line says nothing but which files there are, behind a label or none."""
    text = _bare(line.text)
    label, colon, _ = text.partition(":")
    around = 2 + 3 * len(line.hrefs)
    labelled = bool(colon) and len(label) + line.linked + around >= len(text) and not _SENTENCE.search(label)
    behind = text if line.prose else _FILE_NAME.sub("", text)
    named = _HEADS_LINK.match(line.folded) if len(line.folded) == len(line.text) else None
    labelled = labelled or (named is not None and named.end() + line.linked + around >= len(text))
    announced = (ATTACHED.match(line.folded) is not None and not line.prose) or points_to_details(line.folded)
    return line.is_link or line.linked + 2 >= len(behind) or labelled or announced


def _is_file_name(line: Line) -> bool:
    """Whether a line is the name of a file, to which a script may lead."""
    named = _FILE_NAME.match(line.text)
    if named is None or line.prose or data_rows(line) >= DATA_ROWS:
        return False
    if _bare(BUTTON.sub("", line.text[named.end() :])).strip(_SIGNS):
        return False
    return line.is_link or " " not in named[0] or BUTTON.search(line.text) is not None or _stands_before_button(line)


def _stands_before_button(line: Line) -> bool:
    """Whether the element behind a line's own is a button that loads a file, or holds one."""
    behind = line.block.getnext()
    return behind is not None and BUTTON.match(clean("".join(behind.itertext()))) is not None


def _is_offered(line: Line) -> bool:
    """Whether a line is the name of a file and the button that loads it: "Kế hoạch 12 Tải về"."""
    if not line.hrefs or line.prose or len(line.text) > LONGEST_NAME or BUTTON.search(line.text) is None:
        return False
    name = _bare(BUTTON.sub("", line.text)).strip(_SIGNS)
    return bool(name) and not data_rows(line) and not _SENTENCE.search(name) and leads_to_files(line)


def _bare(text: str) -> str:
    """A text without what it tells of files beside their names: behind a colon, or with a number."""
    if ":" not in text and not any(map(str.isdigit, text)):
        return text
    return _LOADS.sub("", SIZE.sub("", _PROPERTY.sub("", text)))


def _is_size(line: Line) -> bool:
    """Whether a line says nothing but how many files there are, how large and how often loaded."""
    rest = _bare(line.text) if len(line.text) < _LONGEST_SIZE else line.text
    return rest != line.text and not _COUNT.sub("", rest).strip(_SIGNS)


def _table_of_files(line: Line) -> Element | None:
    """The table in which a line stands where each of its rows but the first leads to a file and to nothing else."""
    table = None if line.prose else table_of(line)
    return table if table is not None and _is_of_files(table) else None


@kept
def _is_of_files(table: Element) -> bool:
    """Whether each row of a table but the first leads to a file and to nothing else; kept, since each line asks."""
    rows = rows_of(table)
    linked = (list(row.iter("a")) for row in rows[1:])
    return len(rows) > 1 and all(links and all(map(leads_to_file, links)) for links in linked)
