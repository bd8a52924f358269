"""Words of days as they read without their marks, in lower case: weekdays, how long ago something was.

Each is a regular expression that leaves to its user where words begin and end.
"""

from __future__ import annotations

_NUMBERED = "(?:hai|ba|tu|nam|sau|bay|[2-7])"
WEEKDAY = rf"(?:(?:thu\s?|t\.\s?){_NUMBERED}|chu nhat)"
"""A weekday in words: "thu hai", "thu 2", "t. hai", "chu nhat"."""
SHORT_WEEKDAY = "(?:t[2-7]|cn)"
ENGLISH_WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"

_SPAN = r"(?:\d+|mot|vai) (?:giay|phut|gio|ngay|tuan|thang|nam)"
AGO = rf"(?:{_SPAN} truoc|cach day (?:khoang )?{_SPAN}\b(?: truoc)?|vua xong|hom (?:nay|qua|kia))"
"""How long ago something was, as a script prints it in place of the day or beside it."""
