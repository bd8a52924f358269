"""Where sentences begin: after full stops and line ends; not after abbreviations, nor in lines broken for width.

An empty line always ends one, and so does the end of a table's row, whatever word it ends in.
"""

from __future__ import annotations

import re

from archive.vietnamese.documents.wording import listed

_STOP = re.compile(r"[.!?…\n](?:(?<=\n)\s*|[.!?…]*[\"”»)\]]*\s+)")
_ABBREVIATIONS = frozenset(
    listed(
        "tp, tx, ths, ts, pgs, gs, bs, ks, cn, q, p, h, tt, st, mr, no, số, đ/c, v.v, t.p, t.x, gs.ts, pgs.ts,"
        "ths.bs, bs.ck1,"
        "bs.ck2"
    )
)
_CELL = " | "
# A line that ends in one of these goes on in the next.
_UNFINISHED = tuple(
    f" {word}"
    for word in listed(
        "số, ngày, tháng, năm, của, và, về, tại, theo, các, do, cho, với, là, từ, trong, để, thực hiện, triển khai,"
        "căn cứ,"
        "ban hành, quyết định, kế hoạch, nghị quyết, kết luận, chỉ thị, công văn, văn bản, thông báo, hướng dẫn,"
        "nghị định,"
        "thông tư, luật, đến, có, khoản"
    )
)


def last_boundary(words: str) -> tuple[int, int]:
    """(where the last sentence in `words` begins, how many boundaries were passed: 0, 1, or 2 for more)."""
    cut = passed = 0
    for match in reversed(list(_STOP.finditer(words))):
        if _ends_sentence(words, match):
            cut = cut or match.end()
            passed += 1
            if passed == 2:
                break
    return cut, passed


def _ends_sentence(words: str, match: re.Match[str]) -> bool:
    start, following = match.start(), words[match.end() : match.end() + 1]
    if "\n\n" in match[0]:
        return True
    if following.islower():
        return False
    if match[0][0] == "\n":
        if _CELL in words[words.rfind("\n", 0, start) + 1 : start] or _CELL in words[match.end() :].partition("\n")[0]:
            return True
        before = words[max(0, start - 20) : start].rstrip()
        if not before:
            return True
        if before.endswith(("--", "__", "==")):
            return True
        return before[-1] not in ",;:(–-/" and following != "(" and not f" {before.lower()}".endswith(_UNFINISHED)
    before = words[max(0, start - 8) : start]
    if match[0][0] == "…" and (not before or before[-1] in " ,–"):
        return False
    return before.replace("(", " ").rpartition(" ")[2].lower() not in _ABBREVIATIONS
