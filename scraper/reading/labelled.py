"""The words that Vietnamese portals print around the facts: labels of dates, of credits, of files, of documents.

Phrases are written as they are printed; every pattern is meant for a folded line (`phrases`).
"""

from __future__ import annotations

import re

from archive.vietnamese.credit_labels import SOURCES, WORKS, WRITERS
from archive.vietnamese.dates.grammar import ENGLISH_MONTHS
from scraper.reading.filetypes import PRINTED_ENDINGS
from scraper.reading.phrases import WORD_END, alternatives, heading, opening, starts, worded

_FIGURES = re.compile(
    r"\d(?:\s?[/.\-–]\s?\d{1,2}\s?[/.\-–]\s?\d{2}|\s?thang\s\w|\sthg\s|\s?th\d{1,2}\b|(?<=\d\d)\s[01]\d\s20\d\d\b)"
)
_WORDED_DATES = {
    "truoc": re.compile(r"(?:gio|phut|ngay|tuan|thang|nam)\struoc"),
    "cach day": re.compile(r"cach day (?:khoang )?\d"),
    "thang": re.compile(
        r"thang\s(?:\w{2,5}(?:\s\w{2,4})?\s\d{1,2}(?:st|nd|rd|th)?\b|\d{1,2}\s\d{1,2},|\w{1,7}\s?[,/]?\s?(?:nam\s)?(?:19|20)\d\d)"
    ),
    "thg": re.compile(r"\bthg\.?\s\d{1,2}\s\d{1,2},"),
    "th": re.compile(r"th(?<!\wth)\d{1,2}\s\d"),
    **{month: re.compile(rf"{month}[a-z]{{0,6}}\.?[ ,-]+\d") for month in ENGLISH_MONTHS},
}
"""Dates in words, each with letters that stand in it and in few other lines."""


def may_date(folded: str) -> bool:
    """A quick look at whether a line with digits may print a date; `read_date` decides."""
    if _FIGURES.search(folded) is not None:
        return True
    return any(_WORDED_DATES[letters].search(folded) for letters in filter(folded.__contains__, _WORDED_DATES))


_CHANGED = """
    cập nhật, cập nhập, cật nhật, sửa lần cuối, chỉnh sửa lần cuối, chỉnh sửa lúc, ngày sửa, sửa đổi lần cuối,
    lần sửa cuối, đã sửa lần cuối, đã chỉnh sửa lần cuối, đã sửa đổi lần cuối, được sửa lần cuối,
    được chỉnh sửa lần cuối, được sửa đổi lần cuối, sửa đổi lần cuối tại, được sửa đổi lần cuối tại,
    đã sửa đổi lần cuối tại, updated, last updated,
    last update, update date, modified, last modified, last edited, cms-update-date
"""
_MADE = """
    ngày tạo, ngày viết, viết ngày, ngày gửi, ngày gửi bài, gửi ngày, gửi lúc, gửi vào, created, created on,
    created at, created date, create date, cms-create-date, đã tạo lúc, đã tạo vào, đã tạo ngày, đã tạo tại,
    được tạo lúc, được tạo vào, được tạo ngày, được tạo tại, tạo lúc, tạo ngày, được viết:, được tạo:
"""
_ANSWERED = "ngày trả lời, trả lời ngày, ngày đăng trả lời, trả lời lúc, thời gian trả lời"
PUBLISHED = worded(f"""
    {_CHANGED}, {_MADE}, {_ANSWERED},
    ngày đăng, ngày đăng tin, ngày đăng bài, ngày đăng tải, đăng ngày, đăng lúc, đăng vào, đăng tin, đăng tải,
    đăng bài, ngày post, post:, post lúc, post ngày, ngày up, giờ đăng, ngày duyệt đăng, ngày tải lên,
    ngày xuất bản, xuất bản, xuất bản lúc, xuất bản ngày, ngày công bố, công bố ngày, ngày đưa tin, ngày lên tin,
    tin đưa ngày, ngày đưa, ngày đưa lên, đăng trên, gửi lên:, ngày lên web, ngày lên trang, ngày lên bài,
    ngày lên mạng, ngày lên cổng, lên trang ngày, lên trang lúc, lên trang:, lên tin lúc, lên tin ngày, đưa lên web,
    đưa lên website, đưa lên mạng, đưa lên cổng, đưa lên trang, đăng lên web, đăng lên website, đăng lên mạng,
    đăng lên cổng, đăng lên trang, thời điểm đăng,
    ngày phát hành tin, ngày cập nhật, ngày cập nhập, ngày cật nhật, ngày cập nhật tin, cập nhật lúc, cập nhật ngày,
    cập nhật lần cuối,
    cập nhật cuối, lần cập nhật cuối, thời gian, thời gian đăng, thời gian đăng tải, thời gian cập nhật,
    thời gian gửi, ngày giờ, ngày giờ đăng, tin ngày, tin đăng ngày, bài đăng ngày, được đăng, đã đăng, publish date,
    đã phát hành, đã xuất bản,
    published, published on, published date, publication date, posted, posted on, posted at, post date, date posted,
    updated on, release date, date, cms-publish-date, đăng công báo ngày, đăng công báo lúc
""")
"""Labels of the day on which a portal printed something."""

ANSWERED = worded(_ANSWERED)
"""Labels of the day on which a question was answered."""

_ASKED = """
    ngày hỏi, ngày đặt câu hỏi, ngày gửi câu hỏi, ngày nhận câu hỏi, hỏi ngày, hỏi lúc, thời gian hỏi, thời điểm hỏi,
    câu hỏi gửi ngày
"""
ASKED_ON = opening(_ASKED)
"""Labels of the day on which a question was asked."""

ASKED = opening(f"""
    {_ASKED}, người hỏi, người đặt câu hỏi, người gửi câu hỏi, câu hỏi, nội dung câu hỏi, nội dung hỏi, tiêu đề câu hỏi,
    hỏi
""")
"""Labels of a question: of what was asked, when, and by whom."""

CHANGED = worded(_CHANGED)
"""Labels of a day that may name a later change: a day beside them without any label is that of publication."""

MADE = worded(f"{_MADE}, ngày soạn, ngày nhập")
"""Labels of a day that may name the making of what was put up later."""

NOT_PUBLISHED = worded(f"""
    {_ASKED}, ban hành, hiệu lực, ngày ký, ký ngày, ngày văn bản, ngày bh, ngày vb, ngày hl, hết hạn, hạn nộp, hạn chót,
    hạn góp ý, hạn cuối, ngày sinh, bây giờ, bắt đầu, kết thúc, ngày họp, diễn ra, khởi công,
    giấy phép, giấy phép số, gp số, copyright, bản quyền, lịch công tác, lịch tuần, ngày mở thầu,
    âm lịch, công báo, ngày đăng cb, ngày cb, ngày nhận, ngày bầu, giờ mở, ngày thành lập,
    ngày nghiệm thu, ngày phê duyệt, ngày đăng ký, đăng ký từ, hạn đăng ký, thời hạn, lần xem cuối, xem lần cuối,
    xem cuối, xem gần nhất, xem gần đây, truy cập cuối, truy cập lần cuối, lần truy cập cuối, truy cập gần nhất,
    đăng nhập cuối, đăng nhập lần cuối, lần đăng nhập cuối, last viewed, last view, last login, ngày in, giờ in,
    in lúc, in ngày, thời gian in, ngày giờ in, printed on, printed at, website cập nhật, website được cập nhật,
    in xong, nộp lưu chiểu,
    trang web cập nhật, trang web được cập nhật, dữ liệu cập nhật, dữ liệu được cập nhật, hệ thống cập nhật
""")
"""What makes a date that of a document, an event, a licence, a visit or a whole site."""

SPAN = re.compile(r"\b(?:từ|đến) ngày\b|\btừ \d.{1,40}\bđến\b", re.IGNORECASE)
"""What makes a date the end of a span of time; with accents, since "thứ tư ngày" folds to the same letters."""

TODAY = worded("hôm nay, hôm nay là, bây giờ là, today, giờ hệ thống, thời tiết, đang online, online: #, online #")
"""What makes a date the visitor's own day."""

_VIEWS = """
    lượt xem, số lượt xem, số lượt người xem, lượt người xem, lượt đọc, lượt truy cập bài, đã xem, số lần xem,
    lần xem, lần đọc, lượt người đọc, người xem, view count, views, view, hits, cms-view-count, đã đọc, số người đọc,
    lượt tải, đọc #, xem #
"""
_COUNTS = {"x": "em", "l": "uot", "t": r"ruy\scap"}
_COUNT = "|".join(rf"{first}(?<!\w{first})(?<![a-z]\s{first}){rest}:\s\d[\d.,]*" for first, rest in _COUNTS.items())
"""What counts views where no word stands before it: "Số lượt: 12" and "Mã truy cập: 889123" are others' numbers."""
_VISITS = r"l(?<!\wl)(?<!tong\sl)(?<!so\sl)uot\struy\scap:\s\d[\d.,]*"
VIEWS = re.compile(rf"(?:{starts(_VIEWS)}|{_COUNT}|{_VISITS}){WORD_END}")
"""The view counter, which stands beside the date of publication and of nothing else."""
_VIEW_WORDS = ("xem", "luot", "view", "doc", "hits", "cap:")


def counts_views(folded: str) -> bool:
    """Whether a line prints the view counter; it is sought only where one of its words stands, in few paragraphs."""
    return any(map(folded.__contains__, _VIEW_WORDS)) and VIEWS.search(folded) is not None


COUNTER = re.compile(
    rf"\W*(?:\d[\d.,]*\W{{0,3}})?(?:(?:tong )?(?:so )?(?:{alternatives(_VIEWS)})|xem|luot|truy cap)"
    r"(?:\W*(?:\d[\d.,]*)?(?:\W|luot|lan|nguoi|views?|xem|ve|tin|bai viet|trang)*)"
)
"""A line that is the view counter and nothing else: "Lượt xem: 12", "12 lượt xem", and no "Lượt xem triển lãm"."""

_COUNTED = re.compile(
    r"(?<!hut )(?<!dat )(?<!hon )(?<!tren )(?<!gan )(?<!khoang )(?<!voi )\b\d[\d.,]*\W{0,3}"
    rf"(?:{alternatives(_VIEWS)}){WORD_END}(?!\s?(?!(?:thich|chia se|binh luan|phan hoi|ngay|cap nhat)\b)[a-z])"
)
"""The counter behind its number, which nothing says that an event drew: no "thu hút 500 lượt người xem"."""
_NUMBERED = re.compile(
    r"(?:\s(?:bai(?:\sviet)?|tin|trang)(?:\snay)?(?=\s?(?::|$)))?"
    r"\s?(?:[:：|(–-]|(?:lan|luot|nguoi|cuoi|gan (?:nhat|day))\b|\W*\d[\d.,]*(?!\s?[a-z])"
    r"|\W*\d[\d.,]*\s(?:lan|luot|nguoi|views?)\b|\W*$)"
)
"""What follows the label of the counter: a sign, a number and no words behind it, or nothing."""


def prints_views(folded: str) -> bool:
    """Whether a line prints the view counter with its number or its colon: no "Người xem đứng kín hai bên đường"."""
    if not counts_views(folded):
        return False
    if _COUNTED.search(folded):
        return True
    return any(
        _NUMBERED.match(folded, found.end()) and not folded[: found.start()].rstrip()[-1:].isdigit()
        for found in VIEWS.finditer(folded)
    )


VIEWED = opening(f"{_VIEWS}, xem: #, lượt: #, truy cập: #")
"""A line that begins with the view counter."""

_WORK = r"(?:tin(?:\sbai)?|bai(?:\sviet)?|noi\sdung|nguoi\sviet|text)"
_PICTURE = r"(?:(?:hinh\s)?anh|hinh|clip|video)"
_JOINT = r"(?:\s?[,;&+/_–-]\s?|\sva\s|\s)"
_WORKS = (
    rf"(?!noi\sdung\s(?:tin|bai)){_WORK}(?:{_JOINT}(?:{_WORK}|{_PICTURE})){{1,3}}"
    rf"|(?:{_PICTURE}{_JOINT}){{1,2}}{_WORK}"
)
"""Several works of one person: "Tin, bài và ảnh", "Bài – ảnh"."""
CREDITED = re.compile(
    rf"\W*(?:{_WORKS}|"
    + alternatives(f"""
    {WORKS}, {WRITERS}, {SOURCES}, nguồn tin bài, ảnh, video, clip, tin và ảnh, tin ảnh,
    bài và ảnh, bài ảnh, tin bài ảnh, ảnh và lời, lời và ảnh, tin bài và ảnh, tin + ảnh, bài + ảnh, ảnh và tin,
    ảnh và bài, tin - ảnh, bài - ảnh, ảnh - tin, tin/ảnh, bài/ảnh, tin&ảnh, xử lý tin, người biên soạn, đưa tin, bbt,
    đơn vị viết bài, đơn vị viết tin, đơn vị đưa tin, đơn vị trả lời, cơ quan trả lời, đơn vị giải đáp,
    cơ quan giải đáp,
    đơn vị cung cấp, tin từ, người soạn, tin-ảnh, bài-ảnh, ảnh-tin, bài & ảnh, tin & ảnh, bài&ảnh, lược thuật,
    tin; ảnh, người viết bài, người viết tin, tin và bài, bài và tin
""").replace(r"\+", r"\s?\+\s?")
    + r")(?:(?:\s?[,&-]\s?|\sva\s)(?:anh|tin|bai|clip|video|tong\shop|bien\s(?:soan|tap)|suu\stam|thuc\shien))*"
    r"\s?[:：]\s?\S"
)
"""Labels of those whom a page credits, with a colon."""

CREDIT_ALONE = re.compile(
    r"\W*(?:tac gia(?: bai viet)?|nguoi viet|nguon(?: tin)?|bien tap|nguoi bien tap"
    r"|don vi (?:viet(?: (?:bai|tin))?|dua tin)|(?:don vi|co quan) (?:tra loi|giai dap))\W*"
)
"""A label of credit that stands alone without its colon, in a cell or an element of its own."""

WORK_ALONE = re.compile(
    rf"\W*(?:{_WORKS}|{alternatives(WORKS)}|nguoi thuc hien|nhom thuc hien|nguoi tong hop|nguoi cung cap)\W*"
)
"""What somebody did, without the colon behind which the name would stand."""

_PHOTO_CREDIT = re.compile(r"\W*(?:nguon\s)?(?:anh|hinh|photo)\s?:")


_WORKS_OF = re.compile(rf"\W*(?:{_WORKS})\s(?:cua|do)\s\S")
"""Several works and whose they are: "Bài và ảnh của …"."""


NUMBER = r"so\W{0,3}(?:k[yi] )?hieu"
"""How the label of a paper's number begins: "Số ký hiệu", "Số/Ký hiệu", "Số hiệu"."""


def is_credit(folded: str) -> bool:
    """Whether a line opens with a label of credit for the text, not for a picture alone."""
    if (":" not in folded and "：" not in folded) or CREDITED.match(folded) is None:
        return (" cua " in folded or " do " in folded) and _WORKS_OF.match(folded) is not None
    return not _PHOTO_CREDIT.match(folded)


TAKEN_FROM = re.compile(
    r"\W*theo\s\W{0,2}+(?!(?:do|de|ke|quy|thong|cong\s(?:van|bo|an|dien|uoc)|van|tinh|quyet|nghi|chi|yeu|nhu|so|bao\scao|nhan|kinh|luat|dieu|ong|ba|dong"
    r"|phong|ban|ubnd|uy|lanh|doi|lich|dinh|huong|noi|tin\stu|nguon)\b(?!.*\.(?:vn|com)))\S"
)
"""A last line that names the outlet ("Theo TTXVN"), not the beginning of a sentence ("Theo kế hoạch, …")."""

CREW = re.compile(
    r"\W*(?:(?:thiet ke|trinh bay|do hoa|my thuat|ky thuat|quay phim|dung phim|doc|the hien|minh hoa"
    r"|(?:nguoi )?bien tap(?: vien)?|btv)"
    r"(?:\W+(?:va )?)?){1,3}:\s?\S.{1,40}"
)
"""Who else made a page, behind who wrote it."""

LETTERHEAD = re.compile(
    r"\b(?<!nuoc )cong\shoa\sxa\shoi\schu\snghia\sviet\snam\b|\bdoc\slap\s-\stu\sdo\s-\shanh\sphuc\b"
    r"|^(?:\W*(?:dang\s(?:bo|uy)|(?:tinh|thanh|huyen|quan|thi)\suy|chi\sbo|ban)\b.{0,50}\s)?\W*dang\scong\ssan\sviet\snam\W*$"
)
"""The head of an official paper: a date close below is the paper's; slogans name the state and the party as well."""

OFFICE = opening("""
    công chức, chuyên viên, cán bộ, viên chức, nhân viên, giáo viên, bí thư, phó bí thư, chủ tịch, phó chủ tịch,
    giám đốc, phó giám đốc, hiệu trưởng, phó hiệu trưởng, chánh văn phòng, phó chánh văn phòng, trưởng phòng,
    phó trưởng phòng, trưởng ban, phó trưởng ban, trưởng trạm, trưởng đài, đội trưởng, tổ trưởng, ủy viên,
    tổng phụ trách đội, văn thư, giảng viên, nghiên cứu viên, nghiên cứu sinh, học viên, trưởng khoa,
    phó trưởng khoa, phó khoa, phó phòng, trưởng bộ môn, phó trưởng bộ môn, kiểm sát viên, thẩm phán, chấp hành viên
""")
"""The office of a person, below the name."""

READ_TIME = re.compile(
    r"(?:thoi gian doc\s?:?\s?)?\b\d+ (?:phut doc|min(?:ute)?s? read)\b"
    r"|\b(?:thoi (?:gian|luong) doc\s?:?|doc trong) (?:khoang )?\d+ (?:phut|minutes?)\b"
)
"""How long reading takes, as some portals print beside the date."""

_ATTACHED = alternatives("""
    file đính kèm, các file đính kèm, tệp đính kèm, tệp tin đính kèm, tập tin đính kèm, tập đính kèm,
    tài liệu đính kèm, văn bản đính kèm, các tệp đính kèm, danh sách tệp đính kèm, phụ lục đính kèm,
    nội dung đính kèm, đính kèm, file kèm theo, tài liệu kèm theo, văn bản kèm theo, tệp kèm theo, kèm theo,
    tệp tin kèm theo, tập tin kèm theo, các file kèm theo, các tệp kèm theo, các tệp tin kèm theo,
    các tập tin kèm theo,
    file văn bản, tệp văn bản, văn bản gốc, file gốc, tải file, tải tệp, tải về, tải văn bản, tải xuống, tải tài liệu,
    tải file đính kèm, tải tệp đính kèm, tải tập tin đính kèm, tải tài liệu đính kèm,
    tải về tại đây, download, download file, attachments, attachment, attached files, attach file,
    không có file đính kèm, không có tệp đính kèm, không có tệp tin đính kèm, không có tập tin đính kèm,
    tải văn bản gốc, tải tệp gốc, tải file gốc, tải bản gốc, xem văn bản gốc, xem bản gốc, xem file gốc,
    không có tài liệu đính kèm, không có văn bản đính kèm, chưa có tệp đính kèm, chưa có file đính kèm,
    danh sách tệp, danh sách file, xem file, xem tài liệu, xem văn bản, xem toàn văn, tài liệu tải về, file download,
    các tài liệu đính kèm, các văn bản đính kèm, danh sách file đính kèm, danh sách tài liệu đính kèm, files đính kèm,
    xem file đính kèm, xem tệp đính kèm, xem tài liệu đính kèm,
    tải về file, tải về tệp, tải về tài liệu, tải về văn bản, tải về file đính kèm, tải về tệp đính kèm,
    tải về tài liệu đính kèm, tải về văn bản đính kèm, tải tệp tin, tải tập tin, tải tài liệu về máy,
    tải file đính kèm tại đây, tải tài liệu đính kèm tại đây, download tài liệu, download văn bản,
    download file đính kèm, download tài liệu đính kèm, download văn bản đính kèm, download tệp đính kèm,
    download attachments, attached documents, link tải, link tải tài liệu, link tải file, link download
""")
ATTACHED = re.compile(rf"\W*(?:{_ATTACHED}){WORD_END}")
"""A line that announces files."""

FILES = re.compile(
    rf"\W*(?:{_ATTACHED})[\W\d]*"
    rf"(?:\S+\.(?:{PRINTED_ENDINGS}|jpe?g|png|tiff?|webp)\b(?:\([^)]*\)|\W)*+)*+"
)
"""A line that announces files and says nothing else than their names."""

_PICTURED = ("ảnh", "hình", "photo", "image")
_OF = r"(?:\schup)?\s?(?:[:–-]|cua\b|internet|tu\slieu|minh\shoa)"
_PICTURE_OF = re.compile(rf"nh(?:(?<=\banh)|(?<=\bhinh)){_OF}")
_IMAGE_OF = re.compile(rf"(?:photo|image){_OF}")
"""What every photo credit holds and few other lines do; letters with which a pattern opens are found at once."""
_OTHER_WORDS = (
    r"(?<!\b(?:mo|do|vo)\s)(?<!\b(?:man|dia|cau|doi|tao|the|huu|noi)\s)(?<!\b(?:tinh|loai|dien|chan|phat)\s)"
    r"(?<!\bngoai\s)(?<!\btruyen\s)"
)
"""Syllables with which that of a picture is another word: "mô hình của", "các loại hình:"."""
_PHOTO = re.compile(
    r".{0,160}?(?P<sign>[(.,;!?…\]|–-]\s?|^\W*)?\b(?P<whose>(?:nguon\s)?"
    rf"(?=anh|hinh|photo|image){_OTHER_WORDS}(?:anh|hinh|photo|image)(?:\s(?:minh\shoa|tu\slieu|internet|chup))?\s?"
    r"(?:(?P<colon>[:–-])\s?.{1,60}|\bcua\b[^:]{1,40}|\b(?:internet|tu\slieu|minh\shoa)\b[^:]{0,20}))"
    r"|\W*(?:anh|hinh)\s(?:minh\shoa|tu\slieu|internet)\W*.{0,40}"
)


def is_photo_credit(text: str, folded: str) -> bool:
    """Whether a line is a caption by its photo credit; Thế Anh is a name, as accents tell.

    A credit without a sign for whose the picture is stands apart: "Ảnh của Lan" is one, "gửi ảnh của mình" is none.
    """
    if _PICTURE_OF.search(folded) is None and (
        ("photo" not in folded and "image" not in folded) or _IMAGE_OF.search(folded) is None
    ):
        return False
    lower = text.lower()
    if not any(word in lower for word in _PICTURED) and not (lower.isascii() and ("anh" in lower or "hinh" in lower)):
        return False
    found = _PHOTO.fullmatch(folded)
    if found is None or found["whose"] is None or found["colon"] or found["sign"] is not None:
        return found is not None
    return text[found.start("whose") :][:1].isupper() or len(text) != len(folded)


SUBJECT = heading("""
    trích yếu, trích yếu nội dung, trích yếu văn bản, tiêu đề, tiêu đề văn bản, tên văn bản, tên tài liệu, về việc,
    tên thủ tục, tên dự thảo, tên văn bản dự thảo, tên báo cáo
""")
"""Labels behind which a register prints what a document is about."""

RECORD = heading("""
    số…ký hiệu, số hiệu, số kí hiệu, số hiệu văn bản, số văn bản, trích yếu, ngày ban hành,
    cơ quan ban hành, người ký, loại văn bản, lĩnh vực, ngày hiệu lực, ngày có hiệu lực, hiệu lực,
    tình trạng hiệu lực, đơn vị ban hành, loại, thể loại, hình thức, hình thức văn bản, ngày ký, ký hiệu,
    số quyết định, biểu mẫu, số công báo, công báo số, ngày công báo, ngày đăng công báo, ngày đăng cb, ngày cb,
    trang số, số trang, từ trang,
    người ký văn bản, người ban hành, chức danh, chức vụ người ký, ngày hết hiệu lực, nguồn thu thập, nhóm văn bản,
    nơi ban hành, chức vụ, cấp ban hành, năm ban hành, ngày áp dụng, ngày văn bản, độ mật, độ khẩn, cơ quan,
    tình trạng, trạng thái, trạng thái hiệu lực, số vb, mã văn bản, mã thủ tục, mã số thủ tục, cấp thực hiện
""")
"""Labels of a register's record."""

PROCEDURE = heading("""
    trình tự thực hiện, cách thức thực hiện, thành phần…số lượng hồ sơ, thành phần hồ sơ, số lượng hồ sơ,
    thời hạn giải quyết, đối tượng thực hiện, đối tượng thực hiện thủ tục hành chính, cơ quan thực hiện,
    cơ quan thực hiện thủ tục hành chính, kết quả thực hiện, kết quả thực hiện thủ tục hành chính,
    phí…lệ phí, lệ phí, yêu cầu…điều kiện, yêu cầu…điều kiện thực hiện, căn cứ pháp lý
""")
"""The parts of a public procedure, as article 8 of Nghị định 63/2010/NĐ-CP names them; each has one of a kind."""

CONTENT = re.compile(
    r"\W*(?:toan van|tom tat|mo ta|noi dung(?: (?:cua|ve))?"
    r"(?: (?:thong bao|cong bo|cong van|bai(?: viet)?|tin(?: tuc| bai)?|van ban|chi tiet|cau hoi|tra loi))?)\s?:\W*"
)
"""The label of the field that holds a text."""

QUESTION = re.compile(r"\W*(?:(?:noi dung )?cau hoi|noi dung hoi|hoi)\W*")
"""What stands over the text of a question."""
