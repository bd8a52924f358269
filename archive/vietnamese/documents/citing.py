"""What a text that cites a paper says that it is about: "Kế hoạch số 12/KH-UBND ngày 05/3/2020 về việc …".

Only words that stand there, and only where it is clear where they end. "Báo cáo … số 12/BC-SNV về Sở Nội vụ" goes to an
agency and tells nothing of the paper.
"""

from __future__ import annotations

import re

from archive.vietnamese.documents.wording import one_of, whole

_DATE = r"[0-9]{1,2}\s*(?:[/.-]|tháng)\s*[0-9]{1,2}\s*(?:[/.-]|năm)\s*[0-9]{4}"
_DAY = rf"(?:[,(]?\s*(?:ban hành |ký )?ngày\s*{_DATE}[\s,)]*|[,(]?\s*năm\s+[0-9]{{4}}[\s,)]*)?"
_ISSUER = (
    r"(?:(?!\s(?:về|ngày|gửi|có|đặt|ban hành|xây dựng|tổ chức|thực hiện|triển khai)\s|(?:,|\svà)\s(?-i:[a-zđ]))"
    r"(?:(?<=năm )[0-9]{4}|[^;:.0-9\"“”]))+?"
)
"""Whose paper it is, as far as the words can be a name."""

_ABOUT = re.compile(
    rf"[\s\"”»)]*{_DAY}(?:của\s{_ISSUER}\s)?{_DAY}[\s,]*"
    r"(?P<open>[(“\"])?(?P<about>(?:về việc|v/v:?)\s|về\s(?P<to>[^\W\d_]))",
    re.I,
)
_ELSEWHERE = re.compile(
    one_of(
        "tỉnh, sở, huyện, quận, phường, thị xã, thị trấn, thành phố, trung ương, cơ quan, địa phương, địa chỉ, đơn vị,"
        "văn phòng, thường trực, tới, đến, trước, ban chỉ đạo, ban tổ chức, hội đồng, tổ công tác, cấp trên, cấp ủy"
    )
    + r"(?!\w)|phòng [A-ZĐ]"
)
"""Where something is sent, behind "về"; names of agencies begin with a capital besides."""

_STOP = re.compile(
    r"[;\n…]|\.(?=\s|$)|:|\s(?:đã|sẽ|nêu rõ|có hiệu lực|kèm theo|thay thế)(?!\w)|\s\((?:sau đây|gọi tắt|viết tắt)|,\s+"
    + one_of(
        "nhằm, để, trong đó, theo đó, cụ thể, đồng thời, căn cứ, tính đến, đến nay, từ đó, qua đó, với, yêu cầu, giao,"
        "đề nghị, góp phần, hiện nay, ngay sau, sau khi, trên cơ sở, các, cấp ủy, toàn, nhiều, ngày, tỉnh, huyện, xã,"
        "phường, thành phố, chúng tôi, đơn vị, cơ quan, nhà trường, thì, là, và"
    )
    + r"(?!\w)|(?:,|,?\s+và|\s+cùng)\s+(?:[^\W\d_]+\s+){1,4}(?:số:?\s*)?[0-9]{1,5}\s*[-/]\s*[A-ZĐ0-9]"
)
"""Where what a paper is about ends: with its clause, or before the next paper of a list."""

_UNCLEAR = re.compile(whole("là, được, thì, phải"))
_AFTER_COMMA = re.compile(r",\s+(?=(.))")
_ADVERBIAL = re.compile(
    r"\W*" + one_of("thực hiện, căn cứ, theo, triển khai, trên cơ sở, xét, thi hành, sau khi có") + r"(?!\w)", re.I
)
_UNFINISHED = re.compile(
    whole("tp, tx, tt, q, p, ths, ts, st, thực hiện, triển khai, ban hành, phê duyệt, của, và, cho, với, các, theo")
    + "$",
    re.I,
)
_FEWEST_WORDS = 3


def subject_cited(sentence: str, printed: str, *, complete: bool) -> str | None:
    """What a sentence says that the paper is about whose number it prints so: "về phòng, chống hạn hán năm 2020".

    None where it does not say, or not clearly. `complete` is False of a sentence whose end was cut off.
    """
    sentence, printed = (" ".join(text.split()) for text in (sentence, printed))
    number = re.search(rf"(?<!\w){re.escape(printed)}(?!\w)", sentence)
    found = _ABOUT.match(sentence, number.end()) if number else None
    if number is None or found is None or _goes_elsewhere(sentence, found):
        return None
    stop = _STOP.search(sentence, found.start("about"))
    told = sentence[found.start("about") : stop.start() if stop else None]
    names = [comma.start() for comma in _AFTER_COMMA.finditer(told) if comma[1].isupper()]
    if names and not (stop and stop[0] == ";"):
        if len(names) > 1 or not _ADVERBIAL.match(sentence[: number.start()]):
            return None
        told, complete = told[: names[0]], True
    told = _inside(told, opened=bool(found["open"])).strip(" ,-–")
    is_clear = (complete or stop is not None) and not _UNCLEAR.search(told) and not _UNFINISHED.search(told)
    return told if is_clear and len(told.split()) >= _FEWEST_WORDS else None


def _goes_elsewhere(sentence: str, found: re.Match[str]) -> bool:
    """Whether something is sent to an agency there."""
    place = found["to"]
    return bool(place) and (place.isupper() or _ELSEWHERE.match(sentence, found.start("to")) is not None)


def _inside(told: str, *, opened: bool) -> str:
    """The words up to the sign that closes what was opened before them."""
    depth = int(opened)
    for place, sign in enumerate(told):
        depth += (sign in "(“") - (sign in ")”")
        if depth < 0 or (opened and not depth) or (opened and sign == '"'):
            return told[:place]
    return told
