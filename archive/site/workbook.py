"""Excel workbooks written by hand: text stays text (0156, =1+1), days are days, addresses are links."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

from archive.site.links import outward

_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EPOCH = date(1899, 12, 30)
_LONGEST_CELL = 32_767
_MOST_LINKS = 60_000
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EXTERNAL = ' TargetMode="External"'
_BOLD, _DAY, _MOMENT = 1, 2, 3
_STYLES = f"""{_HEAD}<styleSheet xmlns="{_MAIN}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" xfId="0"/><xf numFmtId="0" fontId="1" xfId="0" applyFont="1"/>
<xf numFmtId="14" fontId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="164" fontId="0" xfId="0" applyNumberFormat="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>"""

Cell = str | int | date | datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its heads, its rows, how wide its columns are (in characters), which columns are links."""

    name: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[int]
    links: frozenset[int] = frozenset()


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _content_types(len(sheets)))
        archive.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml", False)]))
        archive.writestr("xl/workbook.xml", _workbook([sheet.name for sheet in sheets]))
        targets = [("worksheet", f"worksheets/sheet{number}.xml", False) for number in range(1, len(sheets) + 1)]
        archive.writestr("xl/_rels/workbook.xml.rels", _relations([*targets, ("styles", "styles.xml", False)]))
        archive.writestr("xl/styles.xml", _STYLES)
        for number, sheet in enumerate(sheets, 1):
            xml, addresses = _sheet(sheet)
            archive.writestr(f"xl/worksheets/sheet{number}.xml", xml)
            if addresses:
                links = [("hyperlink", address, True) for address in addresses]
                archive.writestr(f"xl/worksheets/_rels/sheet{number}.xml.rels", _relations(links))
    return stream.getvalue()


def excel_date(iso: str | None) -> Cell:
    """A day or time of the archive as a real date; a month or a year stays text, None stays empty."""
    if not iso or len(iso) < len("2020-01-01"):
        return iso
    return datetime.fromisoformat(iso).replace(tzinfo=None) if "T" in iso else date.fromisoformat(iso)


def _sheet(sheet: Sheet) -> tuple[str, list[str]]:
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, width in enumerate(sheet.widths, 1)
    )
    lines = [_row(1, sheet.heads, style=_BOLD)]
    addresses: list[str] = []
    anchors: list[str] = []
    for number, row in enumerate(sheet.rows, 2):
        lines.append(_row(number, row))
        for place in sheet.links:
            address = outward(str(row[place] or ""))
            if address and len(addresses) < _MOST_LINKS:
                addresses.append(address)
                anchors.append(f'<hyperlink ref="{_letter(place)}{number}" r:id="rId{len(addresses)}"/>')
    links = f"<hyperlinks>{''.join(anchors)}</hyperlinks>" if anchors else ""
    xml = (
        f'{_HEAD}<worksheet xmlns="{_MAIN}" xmlns:r="{_RELATION}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{''.join(lines)}</sheetData>{links}</worksheet>"
    )
    return xml, addresses


def _row(number: int, cells: Sequence[Cell], style: int = 0) -> str:
    written = (_cell(f"{_letter(place)}{number}", cell, style) for place, cell in enumerate(cells))
    return f'<row r="{number}">{"".join(written)}</row>'


def _cell(place: str, cell: Cell, style: int) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        days: float = (cell.date() if isinstance(cell, datetime) else cell).toordinal() - _EPOCH.toordinal()
        if isinstance(cell, datetime):
            days += (cell.hour * 60 + cell.minute) / 1440
        return f'<c r="{place}" s="{_MOMENT if isinstance(cell, datetime) else _DAY}"><v>{days:.10g}</v></c>'
    if isinstance(cell, int):
        return f'<c r="{place}"><v>{cell}</v></c>'
    text = escape(_IMPOSSIBLE.sub("", cell)[:_LONGEST_CELL])
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _letter(place: int) -> str:
    return chr(ord("A") + place)


def _workbook(names: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(name[:31])} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    return f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}"><sheets>{sheets}</sheets></workbook>'


def _relations(targets: Sequence[tuple[str, str, bool]]) -> str:
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/{kind}" Target={quoteattr(target)}{_EXTERNAL * external}/>'
        for number, (kind, target, external) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def _content_types(sheets: int) -> str:
    spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    parts += [(f"/xl/worksheets/sheet{number}.xml", "worksheet") for number in range(1, sheets + 1)]
    overrides = "".join(f'<Override PartName="{part}" ContentType="{spreadsheet}.{kind}+xml"/>' for part, kind in parts)
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
