"""What servers and content systems print, with status 200, that could not make a page; for folded lines."""

from __future__ import annotations

from archive.patterns import rare
from archive.vietnamese.spelling import fold

SERVER_ERROR = "server-error"
"""The flag of such a page."""
_LONGEST = 240
MARKS = " .,!:;-–|*\"'“”()[]"
_SORRY = r"(?:(?:o+ps|whoops|rat tiec|xin loi|sorry|we'?re sorry|thong bao)\W+)*"
_THEN = r"(?:\W+(?:vui long|xin|hay|moi|quy|ban|chung toi|please|try|we)\b.*)?"
_STORE = r"(?:csdl|co so du lieu|may chu|database|mysql|sql server|server)"
_SITE = r"(?:trang(?: web)?(?: nay)?|website(?: nay)?|he thong|may chu)"
_NUMBER = r"(?:http )?(?:status |error\W*|loi\W*)?50\d(?:\.\d+)?"
_TOLD = (
    r"(?:(?:internal )?server error|bad gateway|gateway time-?out|(?:the )?service (?:is )?(?:temporarily )?unavailable"
    r"|application error|error)"
)
_MESSAGE = rare(
    rf"{_SORRY}(?:da |dang |vua )*(?:(?:co |xay ra |gap |phat sinh )(?:mot )?loi|(?:xay ra |gap )su co)"
    r"(?: nghiem trong)?(?: xay ra)?"
    rf"(?: (?:tren|voi) {_SITE}| (?:trong qua trinh|khi) (?:xu ly|tai|truy van|ket noi|hien thi|thuc hien|nap)\b"
    rf".{{0,40}}?)?{_THEN}"
    rf"|{_SORRY}(?:loi (?:he thong|may chu(?: noi bo)?|tai trang|(?:khi )?tai du lieu"
    rf"|(?:khi |thiet lap )?ket noi(?: (?:den|toi|voi))? {_STORE})"
    rf"|(?:khong|khong the|mat) ket noi(?: duoc)?(?: (?:den|toi|voi))? {_STORE}"
    rf"|khong (?:the tai|tai duoc) (?:du lieu|trang|noi dung)){_THEN}"
    rf"|{_SORRY}(?:{_SITE})(?: hien)?(?: (?:dang|bi|gap))* (?:qua tai|ban|su co|loi|gian doan|khong phan hoi){_THEN}"
    r"|[\w -]{2,60} (?:hien )?(?:dang )?tam thoi khong (?:kha dung|co san|truy cap duoc)"
    rf"|{_NUMBER}(?:\W+{_TOLD})*|{_TOLD}(?: in '.*' application)?|(?:runtime|proxy|critical|database|compilation|parser"
    r"|configuration) error(?: message)?|critical error: dotnetnuke|(?:the )?(?:web )?server is (?:too )?(?:busy|down)"
    rf"|{_SORRY}(?:looks like )?something went wrong{_THEN}"
    rf"|{_SORRY}(?:an?|the website encountered an)(?: (?:unexpected|unhandled|internal|application|database))* error"
    rf"(?: (?:has )?occurred)?(?: while processing your request)?{_THEN}"
    r"|there has been a critical error on this website.*|error establishing a database connection"
    rf"|(?:could not|can't|cannot|unable to|failed to) connect to (?:the )?(?:mysql |sql )?{_STORE}"
    r"|object reference not set to an instance.*|validation of viewstate.*|invalid postback or callback.*"
    r"|a network-related or instance-specific error.*|timeout expired\W.*|ora-\d+.*|sqlstate\W.*"
    r"|(?:php )?(?:fatal|parse) error\s?:.*|(?:warning|notice|deprecated)\s?: .*(?:\.php\b|\(\)|on line \d).*"
    r"|uncaught (?:error|exception).*|(?:java|javax|org)\.[\w.]+exception.*"
    r"|(?:error\W+)?[\w -]{2,40} is (?:currently|temporarily) unavailable"
)


def tells_server_error(line: str) -> bool:
    """Whether a printed line is such a message and nothing else ("Lỗi hệ thống", "502 Bad Gateway")."""
    return len(line) <= _LONGEST and _MESSAGE.fullmatch(fold(line).strip(MARKS)) is not None
