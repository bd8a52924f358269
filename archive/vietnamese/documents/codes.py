"""What the letters of a document number stand for: types of papers, bodies that issue them, desks that draft them.

State papers follow Decree 30/2020/NĐ-CP (annex III) and Circular 01/2011/TT-BNV before it (`NN/TYPE-BODY`, official
letters `NN/BODY-DESK`), laws Circular 25/2011/TT-BTP and its forerunners (`NN/YYYY/TYPE-BODY`), Party papers Guidance
36-HD/VPTW of 2018 (`NN-TYPE/BODY`). Clerks mix them; the body decides, not the separators.
"""

from __future__ import annotations

import re
from functools import lru_cache

from archive.vietnamese.documents.wording import listed

TYPES = frozenset(
    listed(
        # Decree 30/2020/NĐ-CP, annex III
        "NQ,QĐ,CT,QC,TC,TB,HD,CTr,KH,PA,ĐA,DA,BC,BB,TTr,HĐ,CĐ,BGN,BTT,GUQ,GM,GGT,GNP,PG,PC,PB,CV,SY,TrS,"
        # laws and by-laws
        "NĐ,TT,TTLT,TTLB,TTLN,NQLT,PL,L,SL,LCT,VBHN,"
        # the Party, the fronts, inspections
        "KL,QĐi,QyĐ,TL,ĐL,LKG,ĐC,TBKL,BCTĐ,CTHĐ,KLTT,KLKT,KLGS,"
        # permits, procedures, agreements
        "TKG,GP,GPXD,GPTTĐT,GCN,QT,TM,QCPH,QCHĐ,CTPH,KHPH"
    )
)
_COMPOUND = re.compile(
    r"(?:NQ|QĐ|CT|CTr|QC|TT|TB|HD|KH|BC|KL|BB|TTr|ĐA|PA)"
    r"(?:LT|LN|LB|PH|PHLN|LS|LBP|TĐ|HĐ|TH|TT|KQ|ST|PT)"
)
_JOINT = re.compile(r"(?:NQ|CT|CTr|QC|TT|TB|HD|KH|BC|BB)(?:LT|LN|LB|PH|LS|PHLN)")
_JUDGMENT = re.compile(r"(?:HS|DS|HC|HN|HNGĐ|KDTM|KT|LĐ|PS)(?:ST|PT|GĐT|TT)")
# Letters that name a paper after one reading and a body after another: CT Chỉ thị or Cục Thuế, TT Thông tư or Thanh
# tra, CĐ Công điện or Công đoàn. They are a type only where a body that issues such papers follows.
TYPE_OR_BODY = frozenset(listed("CT,TT,TC,CĐ,HĐ,TTr,DA,QT,PC,PG,PB,ĐC,TL,L,TM,BTT"))

_PARTY = re.compile(
    r"(?:TU|TW|HU|QU|ThU|TXU|TPU|ĐU[A-ZĐ]*|(?:TT|BTV)?(?:TU|HU|ĐU)"
    r"|(?:BTGDV|BTG|BTC|BDV|BNC|UBKT|VP|BCS|BCSĐ|BKTTW|HĐLL)(?:TU|TW|HU|QU|ĐU|ThU)[A-ZĐ]*|BTG|BTGDV|BDV|BCSĐ[A-Z]*)"
)
_STATE = re.compile(
    r"(?:CT|TT|VP)?(?:UBND|HĐND)[A-ZĐ0-9]*|UB|UBTVQH\d*|QH\d*|CP|TTg|PTTg|VPCP|CTN|HĐBT|HĐCP|TTCP|KTNN|NHNN|UBDT"
    r"|VPCTN|VPQH|ĐĐBQH|TANDTC|VKSNDTC|TCHQ|TCT|BHXH"
    r"|SNG|SDL|SDTTG|SQHKT|[BS](?:CA|CT|TC|GDĐT|GD&ĐT|GD|GTVT|KHĐT|KH&ĐT|KHCN|KH&CN|LĐTBXH|NG|NNPTNT|NN&PTNT|NNMT|NV|QP|TNMT|TN&MT|TP|TTTT|TT&TT"
    r"|VHTTDL|VHTT|XD|YT|DTTG)"
)
_BODY = re.compile(
    r"(?:UB|HĐ|ĐĐ|B[A-ZĐ&]|S[A-ZĐ&]|CA|VP|TAND|VKS|TTHĐ|TCT|CT[A-ZĐ&]{2}|CC|CQ|KB|NHNN|BHXH|MTT|LĐLĐ|TLĐ|TWĐ|TWH|TĐTN"
    r"|HN|HLH|HCC|HCTĐ|PGD|PNV|PTC|PLĐ|PVH|PYT|PTN|PTP|KTN|ĐH|HV|CĐ|TCHQ|THPT|THCS|TT[A-ZĐ&]{2}|TU|TW|HU|ĐU|QU|ThU|TTg"
    r"|CP|QH|C[0-9]|KH&|GD|LĐ|VH|TN|XD|NN|YT|CTN)[A-Za-zĐ0-9&]*"
)
# A second code that is a body of its own, so that the paper is a joint one ("623/KH-CTĐP-SCT").
_PARTNER = re.compile(
    r"(?:UB|HĐND|B[A-ZĐ&]{2}|S[A-ZĐ&]{2}|CAT|CAH|MTT|LĐLĐ|TĐTN|HND|HLHPN|HPN|HCCB|TAND|VKS)[A-ZĐ0-9&]*"
)
_ISSUER_OF_LAWS = re.compile(
    r"(?:UB|HĐ|CTUBND|B[A-ZĐ&]|S[A-ZĐ&]{2}|TAND|VKS|KTNN|NHNN|TLĐ|TWĐ|TĐTN|MTT|ĐU)[A-Za-zĐ0-9&]*"
)
_PARTY_COMMITTEE = re.compile(r"TU|TW|HU|QU|ĐU|ThU")
_AUTHORITY = re.compile(r"UBND|HĐND|UB|UBTVQH\d*|QH\d*|CP|TTg|VPCP|TU|TW|HU|ĐU|ThU|QU")
# Department names that clerks themselves write with a dash: SLĐ-TBXH, SNN-PTNT, SGD-ĐT, SVH-TTDL.
_NAME_HALVES = frozenset(
    listed(
        "LĐ-TBXH, LĐ-TB&XH, LĐTB-XH, NN-PTNT, NN-MT, GD-ĐT, KH-ĐT, KH-CN, TN-MT, TT-TT, VH-TT, VH-TTDL, VHTT-DL, GT-VT"
    )
)
_FIXED_CASE = {
    code.upper(): code
    for code in ("TTg", "PTTg", "TTr", "TrS", "CTr", "ThU", "QĐi", "QyĐ", "CP", "UBND", "HĐND", "TU", "TW", "HU")
}
_WITHOUT_MARKS = {
    "QD": "QĐ", "HDND": "HĐND", "ND": "NĐ", "BCD": "BCĐ", "TTHDND": "TTHĐND",
    "QDD": "QĐ", "NDD": "NĐ", "HDDND": "HĐND",
}  # fmt: skip


@lru_cache(maxsize=8192)
def clean_code(printed: str) -> str:
    """One code without spaces, in its proper case, Đ as U+0110, T.Ư (and the misread TVV) as TW, other Ư as U."""
    code = re.sub(r"[^\w&.+]", "", printed)
    code = (code.upper() if code.islower() else code).replace("Ð", "Đ")
    code = re.sub(r"T\.?(?:Ư|W|VV)(?=$|[A-ZĐ])", "TW", code)
    code = code.replace("Ư", "U")
    code = re.sub(r"^(Th?)\.U$", r"\1U", code)
    code = re.sub(r"^TT\.(?=HĐND|UBND)", "TT", code)
    return _FIXED_CASE.get(code.upper(), code)


def restore_marks(code: str) -> str:
    """QĐ for QD, HĐND for HDND, also in Telex spelling (QDD): codes typed without Vietnamese letters."""
    return _WITHOUT_MARKS.get(code, code)


def is_type(code: str) -> bool:
    """Whether the code names a type of paper."""
    return code in TYPES or bool(_COMPOUND.fullmatch(code))


def is_judgment(first: str, rest: tuple[str, ...]) -> bool:
    """Whether the codes are a court's: the kind of case and the instance (HS-ST, HSPT, DS-GĐT, HNGĐ-ST)."""
    return bool(_JUDGMENT.fullmatch("".join((first, *rest))))


def is_joint_type(code: str) -> bool:
    """Whether papers of this type have several issuers: liên tịch, liên ngành, phối hợp."""
    return bool(_JOINT.fullmatch(code))


def is_party_body(code: str) -> bool:
    """Whether only the Party numbers this way: NN-TYPE/BODY."""
    return bool(_PARTY.fullmatch(code))


def is_state_body(code: str) -> bool:
    """Whether the code is a council, committee, ministry or other body of the state: NN/TYPE-BODY."""
    return bool(_STATE.fullmatch(code))


def looks_like_body(code: str) -> bool:
    """Whether the code begins as names of agencies do: UB.., S.. (Sở), B.. (Bộ, Ban), CA.. (Công an), VP.. ."""
    return bool(_BODY.fullmatch(code))


def issues_by_laws(code: str) -> bool:
    """Whether the code looks like a body that issues directives, circulars, rules: not a desk, not a school."""
    return bool(_ISSUER_OF_LAWS.fullmatch(code))


def split_issuer(kind: str | None, codes: tuple[str, ...], *, party: bool) -> tuple[str, str | None]:
    """(issuer, drafting unit) of the codes after the type, or of all codes where `kind` is None.

    An official letter names body and desk (375/UBND-NV); a joint paper names bodies (TTLT-VPCP-BNV); after an authority
    a short code is a desk (QĐ-UBND-HC), a body is a partner (KH-UBND-MTTQ).
    """
    if len(codes) == 1:
        body, _, desk = codes[0].partition(".")
        return (body, desk) if desk and _AUTHORITY.fullmatch(body) else (codes[0], None)
    first, rest = codes[0], codes[1:]
    if len(codes) > (2 if kind is None else 1) and f"{first.lstrip('SBP')}-{rest[0]}" in _NAME_HALVES:
        first, rest = f"{first}-{rest[0]}", rest[1:]
        return first, "-".join(rest) or None
    if kind is None:
        return first, "-".join(rest)
    if is_joint_type(kind):
        return "-".join(codes), None
    if _PARTY_COMMITTEE.fullmatch(codes[-1]) and not is_party_body(first):
        return codes[-1], "-".join(codes[:-1])
    if _AUTHORITY.fullmatch(first) or party:
        partner = _PARTNER.fullmatch(rest[0]) and not party
        return ("-".join(codes), None) if partner else (first, "-".join(rest))
    if _PARTNER.fullmatch(rest[0]):
        return "-".join(codes), None
    return first, "-".join(rest)
