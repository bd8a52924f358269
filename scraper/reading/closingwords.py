"""What closed sites say of themselves: for maintenance, for good, unpaid, or not there yet; for folded lines."""

from __future__ import annotations

import re
from typing import Literal

from archive.patterns import rare

Why = Literal["maintenance", "shut-down", "suspended", "expired", "default-page"]

HEAD = re.compile(
    r"\W*(?:thong bao(?: tu he thong| quan trong| chung)?|notice|sorry|o+ps|congratulations?|application offline"
    r"|testing \d+\W*"
    r"|\d{3}|(?:kinh (?:thua|gui|chao)|xin (?:loi|chao)|rat tiec|chao mung|welcome)\b.{0,60}"
    r"|(?:cong (?:thong tin|ttdt)|trang (?:thong tin|tin|ttdt)|website|ubnd|hdnd|uy ban nhan dan"
    r"|hoi dong nhan dan|so|ban"
    r"|tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu|truong|phong|cuc|chi cuc|trung tam|benh vien"
    r"|hoi|cong hoa"
    r"|doc lap)\b[^.!?]{0,80}|(?:https?://)?[\w-]+(?:\.[\w-]+)+)?\W*"
)
"""What stands above the word of a closed site: its name, its owner's, a greeting."""
_REASON = r"[^.!?]{1,300}?,\s?"
_GREETING = (
    r"(?:(?:thong bao|xin loi|rat tiec|sorry|we'?re sorry|kinh (?:thua|gui) [^,.:]{1,60}|hien(?: tai| nay)?"
    r"|(?:vi|do) ly do [a-z ]{2,30}?(?=\s?,?\s?(?:web|site|trang|cong|he thong))"
    r"|(?:ke )?tu (?:\d{1,2}\s?(?:h|gio)\d{0,2}\s)?(?:ngay )?[\d/.-]{3,10})[\s,:!.–-]*)"
)
_BEFORE = rf"\W*{_GREETING}{{0,2}}(?:(?:(?:ke )?tu|do|vi|de|nham|theo|can cu|thuc hien|for) {_REASON})?{_GREETING}?"
"""What a site says before it speaks of itself: "Kính thưa quý vị, để phục vụ tốt hơn, website …"."""
_OTHERS = r"(?!\s(?:gia mao|lua dao|doc hai|gia|ban hang|ban|mua|khac|vi pham|mao danh|dien luc)\b)"
_SITE = (
    r"(?:(?:toan bo |he thong )?(?:web ?site|site|trang (?:web|tin|chu|nay)|trang(?: thong)? tin dien tu"
    r"|trang ttdt|portal"
    rf"|cong (?:thong tin|ttdt|giao tiep dien tu))\b{_OTHERS})"
)
_OWN = rf"^{_BEFORE}{_SITE}(?:(?!\. )[^!?|»>;]){{0,160}}?\b"
"""The beginning of a line that speaks of the site itself."""
_WORKS = (
    r"(?:bao tri|bao duong|nang cap|xay dung|hoan thien|sua chua|khac phuc su co|cap nhat he thong|chinh sua"
    r"|chuyen doi (?:du lieu|giao dien|he thong))"
)
_PAUSED = r"tam (?:thoi )?(?:ngung|dung|dong|khoa|gian doan)"
_AT_WORK = rf"(?:dang\b.{{0,40}}?\b{_WORKS}|{_PAUSED}\b.{{0,60}}?\b{_WORKS})"
_ENDED = (
    r"(?:(?:dung|ngung|cham dut|ket thuc) (?:hoat dong|van hanh|su dung|cap nhat|cung cap thong tin)"
    r"|khong con (?:duoc )?(?:hoat dong|su dung|cap nhat)|ngung (?:han|hoan toan)|dong cua)\b"
)
_MOVED = (
    r"(?:da |duoc |se )+(?:chuyen|doi|thay doi|hop nhat|sap nhap|tich hop)\b"
    r".{0,60}?\b(?:dia chi|ten mien|duong dan|cong|trang|website|site|https?://|www\.)"
)
_UNPAID = r"(?:chua (?:duoc )?gia han|het han|qua han|chua thanh toan|no phi|no cuoc)\b"
SIGNS: tuple[tuple[Why, re.Pattern[str]], ...] = (
    (
        "suspended",
        rare(
            rf"{_OWN}vuot qua bang thong\b"
            r"|^\W*(?:this |your )?(?:account|web ?site|site|hosting)(?: account)?(?: [\w.-]+)?(?: is| has been| was)?"
            r"(?: currently| temporarily)? (?:suspended|disabled|deactivated)\b|^\W*bandwidth limit exceeded\b|^508\b"
            rf"|{_OWN}(?:(?:bi|da|tam) )+(?:tam )?(?:khoa|treo|dinh chi)\b|{_OWN}{_UNPAID}"
            r"|^\W*(?:hosting|tai khoan hosting|goi (?:dich vu|hosting|cuoc)|dich vu(?: (?:web ?)?(?:hosting"
            r"|site)| cua ban)?)"
            rf"(?: [\w.-]+)?\b.{{0,40}}\b(?:(?:da |bi |tam )+(?:tam )?(?:khoa|treo|dinh chi|ngung|dung)|(?:da "
            rf"|bi )*{_UNPAID})"
        ),
    ),
    (
        "expired",
        rare(
            r"^\W*(?:(?:the |this )?domain(?: name)?|ten mien)\b(?! (?:quoc gia|cap)).{0,60}\b(?:het han|qua han"
            r"|rao ban|can ban"
            r"|chua (?:duoc )?(?:kich hoat|cau hinh|tro)|bi (?:tam )?(?:ngung|khoa)|(?:da )?duoc (?:dang ky"
            r"|do) (?:tai|boi|qua|va)|(?:da )?duoc dang ky\W*$"
            r"|expired|(?:may be )?for sale|parked|parking|(?:is not|isn't|not been) (?:configured|connected)"
            r"|suspended)\b"
            r"|^\W*(?:buy|interested in) this domain\b|^.{0,40}this domain isn't connected\b"
        ),
    ),
    (
        "default-page",
        rare(
            r"^\W*(?:welcome to (?:nginx|openresty|centos|apache|xampp|almalinux|caddy)\b.*|it works ?!?"
            r"|iis\d* ?(?:windows server|\W|$).*"
            r"|internet information services.*|.{0,60}\bdefault (?:plesk |parallels |web ?site )?page\b.{0,40}"
            r"|test page for .{0,60}|(?:apache|http|web) server test page.*|domain default page|future home of .{0,60}"
            r"|apache tomcat/[\d.]+|.{0,40}\bsuccessfully installed (?:the )?(?:tomcat|litespeed|nginx)\b.*"
            r"|this is a placeholder for .{0,60}|.{0,20}server test page powered by .*|index of /.{0,40}"
            r"|congratulations,? (?:the )?(?:web ?)?site (?:is )?created successfully!?"
            r"|sorry! if you are the owner of this website.*)$"
        ),
    ),
    (
        "maintenance",
        rare(
            rf"{_OWN}(?:{_AT_WORK}\b|{_PAUSED}\b|tam (?:ngung|dung)|(?:se )?som (?:quay )?tro lai|chua"
            rf" (?:duoc )?kich hoat"
            r"|tam thoi (?:khong|chua) (?:the )?truy cap)"
            r"|^\W*khong kha dung trong thoi gian ngan do bao tri\b|^\W*be right back\W*$|^\W*(?:dich vu|may chu"
            r"|server|giao dien moi)"
            r" (?:hien )?(?:dang (?:duoc )?(?:bao tri|nang cap)|sap ra mat)\b|^\W*he thong dang"
            r" (?:duoc )?cap nhat\W+(?:vui long|xin|moi)\b"
            rf"|^{_BEFORE}he thong(?: \w+){{0,2}} (?:hien )?(?:dang|{_PAUSED})\b.{{0,60}}?\b(?:bao tri|bao duong"
            rf"|nang cap)\b"
            rf"|^{_BEFORE}chung toi (?:hien )?dang (?:tien hanh )?(?:bao tri|nang cap"
            rf"|bao duong)\b.{{0,40}}\b(?:he thong|website|trang|cong)\b"
            r"|^\W*(?:chung toi )?(?:se )?som (?:quay )?tro lai\W*$"
            r"|^\W*thong bao (?:ve viec )?(?:tam (?:ngung|dung) .{0,40})?(?:bao tri|nang cap) (?:he thong"
            r"|website|trang|cong)\W*$"
            r"|^\W*(?:hien )?dang (?:tam |duoc |trong |qua trinh )*(?:bao tri|nang cap|bao duong)\b.{0,60}$"
            rf"|^{_BEFORE}(?:(?:this|our|the) )?(?:web ?)?(?:site|page)(?: is)?(?: currently| temporarily)?"
            rf" (?:closed|(?:under|undergoing|down for)"
            r" (?:scheduled |routine )?(?:construction|maintenance))\b|^.{2,60} is currently (?:under"
            r"|undergoing) (?:scheduled )?maintenance\b"
            r"|^\W*(?:under construction|coming soon|(?:site |website )?(?:under )?maintenance(?: mode)?)\W*$"
            r"|^\W*briefly unavailable for scheduled maintenance\b|^\W*we'?(?:ll| will) be"
            r" (?:right )?back(?: soon| shortly)?\W*$"
        ),
    ),
    (
        "shut-down",
        rare(
            rf"{_OWN}(?:{_MOVED}|(?<!tam ){_ENDED})"
            r"|^\W*(?:(?:this|our|the) )?(?:web ?site|site|page) (?:has |was |is )?(?:permanently |been |now )*"
            r"(?:moved|closed|shut down|retired|no longer (?:available|active))\b|^\W*we have moved\b"
            r"|^.{0,60}\b(?:trang|dia chi|website|cong) cu\b.{0,120}\b(?:trang|dia chi|website|cong)\b.{0,40}\bmoi\b"
            r"|^.{0,40}\bdang truy cap (?:vao )?(?:trang|dia chi|website|cong) cu\b"
        ),
    ),
)
