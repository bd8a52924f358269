"""Dates and times as people write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from archive.site.words import Language

HANOI = timezone(timedelta(hours=7))
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_WEEKDAYS = {
    "vi": ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}


def date_words(language: Language, iso: str | None) -> str:
    """A date of any precision: 2020-09-16T10:06:00+07:00, 2020-09-16, 2020-09 or 2020; empty for None."""
    if not iso:
        return ""
    if "T" in iso:
        moment = datetime.fromisoformat(iso.replace("Z", "+00:00")).astimezone(HANOI)
        return f"{date_words(language, moment.date().isoformat())}, {moment:%H:%M}"
    parts = iso.split("-")
    if language == "en":
        names = [parts[0], *(_MONTHS[int(part) - 1] for part in parts[1:2]), *(str(int(part)) for part in parts[2:3])]
        return " ".join(reversed(names))
    if len(parts) == 3:
        return "/".join(reversed(parts))
    return f"tháng {int(parts[1])}/{parts[0]}" if len(parts) == 2 else f"năm {parts[0]}"


def weekday_words(language: Language, weekday: int) -> str:
    """The name of a weekday, 0 (Monday) to 6."""
    return _WEEKDAYS[language][weekday]


def today_words(language: Language) -> str:
    """Today in Hà Nội, with its weekday."""
    now = datetime.now(UTC).astimezone(HANOI)
    weekday = weekday_words(language, now.weekday())
    if language == "vi":
        return f"{weekday}, ngày {now.day} tháng {now.month} năm {now.year}"
    return f"{weekday}, {date_words('en', now.date().isoformat())}"
