"""A small archive for tests of search and site: invented announcements of real places, written with plain SQL."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from archive import index
from archive.database import open_for_writing
from archive.folder import ArchiveFolder
from archive.vietnamese.agencies import resolve_issuer
from archive.vietnamese.bodies import Agency
from archive.vietnamese.documents import number_alias
from archive.vietnamese.spelling import FOLD_VERSION
from archive.warc import WarcWriter, digest_of

SEEN = "2026-10-01T02:00:00Z"

PORTALS = [
    # name, title, province, province_now, agency, system, level, state
    ("quang-nam", "Cổng Quảng Nam", "Quảng Nam", "Đà Nẵng", "Ủy ban nhân dân tỉnh Quảng Nam", "peoples_committee"),
    ("hue-noi-vu", "Sở Nội vụ Huế", "Thừa Thiên Huế", "Huế", "Sở Nội vụ tỉnh Thừa Thiên Huế", "peoples_committee"),
    ("quang-ninh", "Báo Quảng Ninh", "Quảng Ninh", "Quảng Ninh", "Báo Quảng Ninh", "press"),
    ("kon-tum", "Khu kinh tế Kon Tum", "Kon Tum", "Quảng Ngãi", "Ban Quản lý Khu kinh tế tỉnh Kon Tum", "other"),
    ("ninh-thuan", "Cổng Ninh Thuận", "Ninh Thuận", "Khánh Hòa", "Tỉnh ủy Ninh Thuận", "party"),
]


@dataclass
class Paper:
    """A document that an announcement names."""

    number: str
    role: str = "cites"
    dated: str | None = None
    type: str | None = None
    issuer: str | None = None
    subject: str | None = None
    printed: str | None = None


@dataclass
class Item:
    """An announcement to store; `published` is "" for an undated one."""

    title: str
    body: str
    published: str = ""
    portal: str = "quang-nam"
    papers: list[Paper] = field(default_factory=list)
    attachments: list[tuple[str, str | None]] = field(default_factory=list)
    lead: str | None = None
    title_printed: str | None = None
    byline: str | None = None
    is_plan: bool = False
    document_type: str | None = None
    changed_at: str | None = None
    removed_at: str | None = None
    url: str | None = None
    page: bytes | None = None
    demo: bool = False
    captions: list[str] = field(default_factory=list)
    revisions: list[dict[str, str]] = field(default_factory=list)


ITEMS = [
    Item(
        "Kế hoạch tuyên truyền Đại hội đảng bộ các cấp",
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch số 5408/KH-UBND ngày 16/9/2020 về thông tin, tuyên truyền Đại hội.\n"
        "I. MỤC ĐÍCH, YÊU CẦU\n"
        "- Tuyên truyền sâu rộng trong cán bộ, đảng viên và nhân dân.\n"
        "- Bảo đảm thiết thực, tránh phô trương.\n"
        "II. PHÂN CÔNG\n"
        "Đơn vị | Việc | Hạn\nSở Văn hóa | Cổ động trực quan | 30/9/2020\nĐài truyền hình | Phóng sự | 10/10/2020\n"
        "Kế hoạch này thực hiện Chỉ thị số 35-CT/TW ngày 30/5/2019 của Bộ Chính trị.",
        "2020-09-16T10:06:00+07:00",
        papers=[
            Paper("5408/KH-UBND", "issues", "2020-09-16", "KH", "UBND", printed="5408/KH-UBND"),
            Paper("35-CT/TW", "implements", "2019-05-30", "CT", "TW", subject="5408/KH-UBND", printed="35-CT/TW"),
        ],
        byline="Phòng Tuyên truyền",
        is_plan=True,
        document_type="KH",
        page="<html><head><meta charset='utf-8'><title>Kế hoạch</title><script>steal()</script></head>"
        "<body><h1>Kế hoạch tuyên truyền</h1><p>Số 5408/KH-UBND</p></body></html>".encode(),
        attachments=[("https://vanban.example.vn/5408.pdf", "Kế hoạch 5408.pdf")],
    ),
    Item(
        "Sở Nội vụ triển khai kế hoạch tuyên truyền đại hội đảng bộ",
        "Thực hiện Kế hoạch số 135-KH/TU, Sở Nội vụ xây dựng Kế hoạch số 107/KH-SNV ngày 05/02/2020. "
        "Các phòng thuộc sở chịu trách nhiệm thi hành.",
        "2020-02-10",
        "hue-noi-vu",
        papers=[
            Paper("107/KH-SNV", "issues", "2020-02-05", "KH", "SNV", printed="107/KH-SNV"),
            Paper("135-KH/TU", "implements", "2019-12-31", "KH", "TU", subject="107/KH-SNV", printed="135-KH/TU"),
        ],
        is_plan=True,
        document_type="KH",
        byline="Hữu Trí",
    ),
    Item(
        "Thừa Thiên Huế phát động tết trồng cây",
        "Lễ phát động diễn ra sáng nay tại Hương Thủy. Cây được trồng dọc bờ sông, gần chợ.",
        "2020-02-12T08:30:00+07:00",
        "hue-noi-vu",
    ),
    Item(
        "Danh sách phòng họp của Sở Nội vụ",
        "Danh sách này không ghi ngày. Phòng họp ở tầng hai dành cho đơn vị ở xa.",
        "",
        "hue-noi-vu",
    ),
    Item(
        "Đầm Hà bảo đảm công tác tuyên truyền xuyên suốt",
        "Huyện ủy Đầm Hà đã ban hành kế hoạch, phân công rõ từng đầu mối. Loa phát thanh của xã đưa tin mỗi ngày.",
        "2020-03-28T18:57:43+07:00",
        "quang-ninh",
        byline="Nguyễn Hoài",
        is_plan=True,
        captions=["Cán bộ xã Đầm Hà thông tin đến nhân dân."],
    ),
    Item(
        "Ban Quản lý Khu kinh tế ban hành kế hoạch tuyên truyền",
        "Ban ban hành Kế hoạch số 17/KH-BQLKKT. Căn cứ Kế hoạch số 189/KH-UBND ngày 20/01/2020 của tỉnh.",
        "",
        "kon-tum",
        papers=[
            Paper("17/KH-BQLKKT", "issues", None, "KH", "BQLKKT", printed="17/KH-BQLKKT"),
            Paper("189/KH-UBND", "based_on", "2020-01-20", "KH", "UBND", subject="17/KH-BQLKKT", printed="189/KH-UBND"),
        ],
        is_plan=True,
        document_type="KH",
    ),
    Item(
        "Thông tin tuyên truyền về công tác xây dựng Đảng năm 2021",
        "Tỉnh ủy ban hành Kế hoạch số 30-KH/TU. Tờ trình kèm theo được gửi các huyện ủy.",
        "2021-04-19",
        "ninh-thuan",
        papers=[Paper("30-KH/TU", "issues", "2021-04-14", "KH", "TU", printed="30-KH/TU")],
        is_plan=True,
        document_type="KH",
        attachments=[("https://vanban.example.vn/30.docx", "Kế hoạch số 30-KH/TU")],
    ),
    Item(
        "Triển khai Chỉ thị 35-CT/TW của Bộ Chính trị về đại hội đảng các cấp",
        "Chỉ thị số 35-CT/TW ngày 14/6/2024 chuẩn bị cho đại hội nhiệm kỳ 2025-2030, thay cho chỉ thị năm 2019.",
        "2024-07-02",
        "ninh-thuan",
        papers=[Paper("35-CT/TW", "implements", "2024-06-14", "CT", "TW", printed="35-CT/TW")],
        is_plan=False,
    ),
    Item("Đang sửa đường vào chợ", "Công nhân đang làm ban ngày. Bán hàng dời sang bên kia.", "2021-01-05"),
    Item("Họp ban chỉ đạo", "Ban chỉ đạo họp bàn việc phòng chống bão.", "2021-01-06"),
    Item("Thông bao khong dau ve ke hoach", "Bai viet nay go khong dau: ke hoach phong chong dich.", "2021-05-01"),
    Item(
        "Quyết định 12/QĐ-UBND về việc công nhận khu dân cư",
        "Quyết định số 12/QĐ-UBND được niêm yết tại trụ sở. Hòa giải viên được khen thưởng; xã Thủy Xuân dẫn đầu.",
        "2019-11-20",
        papers=[Paper("12/QĐ-UBND", "issues", "2019-11-18", "QĐ", "UBND", printed="12/QĐ-UBND")],
        document_type="QĐ",
    ),
    Item(
        "Thông báo lịch cúp nước đã bị gỡ",
        "Trang này từng thông báo lịch cúp nước ở phường Hoàng Văn Thụ.",
        "2020-06-01",
        "quang-ninh",
        removed_at="2021-02-01T00:00:00Z",
        page=b"<html><body><p>l\xe1\xbb\x8bch c\xc3\xbap n\xc6\xb0\xe1\xbb\x9bc</p></body></html>",
    ),
    Item(
        "Báo cáo đã sửa về hợp tác xã",
        "Số liệu được đính chính: 0156 hợp tác xã.",
        "2020-07-15",
        "quang-ninh",
        changed_at="2020-07-20T00:00:00Z",
        revisions=[{"title": "Báo cáo về hợp tác xã", "body_text": "Số liệu được đính chính: 0165 hợp tác xã."}],
    ),
]


def make_archive(path: Path, items: list[Item], *, demo: bool = False, excerpts: bool = False) -> ArchiveFolder:
    """An archive with the five portals and these announcements; `excerpts`: the newspaper is shown in excerpts."""
    folder = ArchiveFolder(path)
    database = open_for_writing(folder)
    warc = WarcWriter(folder.warcs, software="test", settings="")
    with database.atomic():
        _put_portals(database, demo, excerpts)
        documents: dict[str, int] = {}
        for identifier, item in enumerate(items, 1):
            put(database, warc, identifier, item, documents)
    warc.close()
    database.close()
    return folder


def _put_portals(database: Database, demo: bool, excerpts: bool) -> None:
    for name, title, province, now, agency, system in PORTALS:
        database.table("portal").insert(
            {
                "name": name,
                "title": title,
                "province": province,
                "province_now": now,
                "agency": agency,
                "system": system,
                "level": "province",
                "platform": "labelled",
                "host": f"{name}.example.vn",
                "state": "closed",
                "publish": "excerpt" if system == "press" and excerpts else "full",
                "demo": int(demo),
            }
        )
        database.table("run").insert(
            {
                "portal": name,
                "kind": "crawl",
                "started_at": SEEN,
                "ended_at": SEEN,
                "state": "completed",
                "software": "kehoach/test",
            }
        )


def put(database: Database, warc: WarcWriter, identifier: int, item: Item, documents: dict[str, int]) -> None:
    """Store one announcement with its parts, as the archive's writer would."""
    name, _, province, now, agency, system = next(portal for portal in PORTALS if portal[0] == item.portal)
    url = item.url or f"https://{item.portal}.example.vn/tin/{identifier}"
    uid = hashlib.sha256(url.encode()).hexdigest()[:16].translate(str.maketrans("0189", "wxyz"))
    capture = _put_capture(database, warc, name, url, item.page) if item.page else None
    database.table("announcement").insert(
        {
            "id": identifier,
            "uid": uid,
            "portal": name,
            "url": url,
            "platform": "labelled",
            "title": item.title,
            "title_printed": item.title_printed,
            "published_at": item.published or None,
            "published_precision": ("second" if "T" in item.published else "day") if item.published else None,
            "published_label": "posted" if item.published else None,
            "published_source": "page" if item.published else None,
            "published_printed": f"Ngày đăng: {item.published}" if item.published else None,
            "published_sort": item.published,
            "year": item.published[:4],
            "month": item.published[:7],
            "byline_printed": item.byline,
            "lead": item.lead,
            "is_plan": int(item.is_plan),
            "plan_reason": "title" if item.is_plan else None,
            "document_type": item.document_type,
            "province": province,
            "province_now": now,
            "posted_by": agency,
            "system": system,
            "level": "province",
            "demo": int(item.demo),
            "attachment_count": len(item.attachments),
            "content_digest": "x",
            "reader": "test",
            "first_seen": SEEN,
            "last_seen": SEEN,
            "changed_at": item.changed_at,
            "removed_at": item.removed_at,
            "capture": capture,
        }
    )
    captions = json.dumps(item.captions, ensure_ascii=False)
    database.table("announcement_text").insert(
        {"announcement": identifier, "body": item.body, "captions": captions, "fold_version": FOLD_VERSION}
    )
    names = [label for _, label in item.attachments if label]
    body = index.searchable_body(item.lead, item.body, item.captions, names)
    index.add(database, identifier, item.portal, item.title, body)
    for position, (address, label) in enumerate(item.attachments):
        database.table("attachment").insert(
            {"announcement": identifier, "position": position, "url": address, "name": label, "media_type": None}
        )
    for content in item.revisions:
        state = {"seen_from": "2020-07-15T00:00:00Z", "seen_until": "2020-07-19T00:00:00Z"}
        text = json.dumps(content, ensure_ascii=False)
        database.table("revision").insert({"announcement": identifier, **state, "content": text})
    for position, paper in enumerate(item.papers):
        _put_mention(database, identifier, position, paper, item, documents)


def _put_capture(database: Database, warc: WarcWriter, portal: str, url: str, page: bytes) -> int:
    moment = datetime(2026, 10, 1, 2, 0, tzinfo=UTC)
    digest = digest_of(page)
    place = warc.response(
        url,
        moment,
        status=200,
        headers=[(b"Content-Type", b"text/html; charset=utf-8")],
        body=page,
        digest=digest,
        portal=portal,
    )
    row = {
        "portal": portal,
        "url": url,
        "fetched_at": SEEN,
        "status": 200,
        "media_type": "text/html",
        "digest": digest,
        "file": place.file,
        "offset": place.offset,
        "length": place.length,
    }
    return int(database.table("capture").insert(row).last_rowid or 0)


def issued_by(paper: Paper, item: Item) -> str | None:
    """The agency behind the issuer's code, as the archive's writer resolves it beside the portal."""
    province, agency = next((portal[2], portal[4]) for portal in PORTALS if portal[0] == item.portal)
    found = resolve_issuer(paper.issuer, province=province, agency=agency, level="province") if paper.issuer else None
    return found.name if isinstance(found, Agency) else None


def _put_mention(
    database: Database, announcement: int, position: int, paper: Paper, item: Item, documents: dict[str, int]
) -> None:
    identity = f"{paper.number}|{paper.issuer}|{paper.dated}"
    if identity not in documents:
        row = {
            "identity": identity,
            "number": paper.number,
            "alias": number_alias(paper.number),
            "type": paper.type,
            "issuer": paper.issuer,
            "issued_by": issued_by(paper, item),
            "place": None,
            "year": int(paper.dated[:4]) if paper.dated else None,
            "dated": paper.dated,
        }
        documents[identity] = int(database.table("document").insert(row).last_rowid or 0)
    printed = paper.printed or paper.number
    sentence = next((line for line in item.body.split("\n") if printed in line), item.title)
    database.table("mention").insert(
        {
            "announcement": announcement,
            "document": documents[identity],
            "position": position,
            "stands_in": "body",
            "role": paper.role,
            "subject": paper.subject,
            "number": paper.number,
            "alias": number_alias(paper.number),
            "type": paper.type,
            "issuer": paper.issuer,
            "dated": paper.dated,
            "year": int(paper.dated[:4]) if paper.dated else None,
            "printed": printed,
            "sentence": sentence,
        }
    )
