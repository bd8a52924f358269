"""Codes in document numbers become agencies, by the words around them, the portal's facts and the day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese.agencies import Agency, Unresolved, document_identity, resolve_issuer
from archive.vietnamese.bodies import bodies, bodies_of, normal_code
from archive.vietnamese.places import provinces

IN_2020 = date(2020, 3, 1)
DAM_HA = {"province": "Quảng Ninh", "agency": "Ủy ban nhân dân huyện Đầm Hà", "level": "district"}
QUANG_NINH = {"province": "Quảng Ninh", "level": "province"}
HAI_PHONG = {"province": "Hải Phòng", "level": "province"}
TUY_PHONG = {"province": "Bình Thuận", "agency": "Huyện ủy Tuy Phong", "level": "district"}
KON_TUM = {"province": "Kon Tum", "agency": "Ban Quản lý Khu kinh tế tỉnh Kon Tum", "level": "province"}


def resolved(
    code: str, text: str = "", *, on: date | None = IN_2020, start: int | None = None, **portal: str
) -> Agency:
    agency = resolve_issuer(
        code,
        text=text,
        start=start,
        province=portal.get("province"),
        agency=portal.get("agency"),
        level=portal.get("level"),
        on=on,
    )
    assert isinstance(agency, Agency), agency
    return agency


def unresolved(code: str, text: str = "", *, on: date | None = IN_2020, **portal: str) -> Unresolved:
    issuer = resolve_issuer(
        code,
        text=text,
        province=portal.get("province"),
        agency=portal.get("agency"),
        level=portal.get("level"),
        on=on,
    )
    assert isinstance(issuer, Unresolved), issuer
    return issuer


@pytest.mark.parametrize(
    ("code", "name", "system"),
    [
        ("TW", "Trung ương Đảng", "party"),
        ("T.Ư", "Trung ương Đảng", "party"),
        ("Bộ Chính trị", "Trung ương Đảng", "party"),
        ("BTGTW", "Ban Tuyên giáo Trung ương", "party"),
        ("QH14", "Quốc hội", "assembly"),
        ("UBTVQH12", "Ủy ban Thường vụ Quốc hội", "assembly"),
        ("CP", "Chính phủ", "government"),
        ("TTg", "Thủ tướng Chính phủ", "government"),
        ("VPCP", "Văn phòng Chính phủ", "government"),
        ("BKH&ĐT", "Bộ Kế hoạch và Đầu tư", "government"),
        ("BLĐ-TBXH", "Bộ Lao động - Thương binh và Xã hội", "government"),
        ("BVHTTDL", "Bộ Văn hóa, Thể thao và Du lịch", "government"),
        ("MTTW-BTT", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "front"),
        ("HNDTW", "Trung ương Hội Nông dân Việt Nam", "front"),
        ("TANDTC", "Tòa án nhân dân tối cao", "court"),
    ],
)
def test_a_central_code_needs_nothing_else(code: str, name: str, system: str) -> None:
    agency = resolved(code, on=date(2019, 5, 30))
    assert (agency.name, agency.system, agency.level, agency.province) == (name, system, "central", None)


@pytest.mark.parametrize(
    ("code", "text", "portal", "name"),
    [
        # the words around the number
        ("UBND", "UBND huyện Đầm Hà vừa ban hành Kế hoạch số 125/KH-UBND", QUANG_NINH, "Ủy ban nhân dân huyện Đầm Hà"),
        ("UBND", "Kế hoạch số 125/KH-UBND ngày 5/5/2020 của UBND huyện", DAM_HA, "Ủy ban nhân dân huyện Đầm Hà"),
        ("UBND", "Kế hoạch 5408/KH-UBND của Chủ tịch UBND tỉnh", DAM_HA, "Ủy ban nhân dân tỉnh Quảng Ninh"),
        ("UBND", "thực hiện Kế hoạch 12/KH-UBND huyện Vân Đồn", QUANG_NINH, "Ủy ban nhân dân huyện Vân Đồn"),
        ("UBND", "Công văn số 12/UBND-NV của Uỷ ban nhân dân xã Quảng An", DAM_HA, "Ủy ban nhân dân xã Quảng An"),
        ("UBND", "Quyết định 9/QĐ-UBND của UBND TP Hạ Long", QUANG_NINH, "Ủy ban nhân dân thành phố Hạ Long"),
        ("UBND", "Quyết định 9/QĐ-UBND của UBND TP.HCM", {}, "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("UBND", "Ngày 16/9, UBND tỉnh Quảng Nam có Kế hoạch 5408/KH-UBND", {}, "Ủy ban nhân dân tỉnh Quảng Nam"),
        ("UBND", "12/KH-UBND của UBND huyện Châu Thành, tỉnh Kiên Giang", {}, "Ủy ban nhân dân huyện Châu Thành"),
        ("UBND", "Kế hoạch của UBND quận 8 số 12/KH-UBND", {"province": "TP.HCM"}, "Ủy ban nhân dân quận 8"),
        ("UBND", "ỦY BAN NHÂN DÂN\nHUYỆN ĐẦM HÀ\nSố: 125/KH-UBND", QUANG_NINH, "Ủy ban nhân dân huyện Đầm Hà"),
        ("UBND", "theo đề nghị của UBND xã Tân Bình tại Tờ trình số 5/TTr-UBND", DAM_HA, "Ủy ban nhân dân xã Tân Bình"),
        ("TU", "Kế hoạch số 236-KH/TU của Thành ủy Hà Nội", {}, "Thành ủy Hà Nội"),
        ("TU", "Kế hoạch số 30-KH/TU của Ban Thường vụ Tỉnh ủy", {"province": "Ninh Thuận"}, "Tỉnh ủy Ninh Thuận"),
        ("HU", "Hướng dẫn 10-HD/HU của Huyện ủy Hàm Thuận Bắc", {"province": "Bình Thuận"}, "Huyện ủy Hàm Thuận Bắc"),
        ("SNV", "Kế hoạch 107/KH-SNV của Sở Nội vụ tỉnh Quảng Nam", {}, "Sở Nội vụ tỉnh Quảng Nam"),
        ("STTTT", "Sở TT&TT Kon Tum có Văn bản 136/STTTT-TTBCXB", {}, "Sở Thông tin và Truyền thông tỉnh Kon Tum"),
        ("SNV", "Sở Nội vụ có Kế hoạch 107/KH-SNV. Quảng Nam, ngày 5", {}, "Sở Nội vụ tỉnh Quảng Nam"),
        ("MTTQ", "12/KH-MTTQ của Ủy ban MTTQ Việt Nam tỉnh", KON_TUM, "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Kon Tum"),
        ("UBND", "UBND tỉnh ban hành Kế hoạch 9/KH-UBND. Tin từ Kon Tum.", {}, "Ủy ban nhân dân tỉnh Kon Tum"),
        ("UBND", "Quyết định 9/QĐ-UBND của UBND H. Củ Chi", {"province": "TP.HCM"}, "Ủy ban nhân dân huyện Củ Chi"),
        # the portal's level and agency
        ("UBND", "Kế hoạch số 189/KH-UBND, ngày 20/01/2020", KON_TUM, "Ủy ban nhân dân tỉnh Kon Tum"),
        ("UBND", "Kế hoạch số 125/KH-UBND", DAM_HA, "Ủy ban nhân dân huyện Đầm Hà"),
        ("UBND", "Kế hoạch số 12/KH-UBND, UBND huyện triển khai", DAM_HA, "Ủy ban nhân dân huyện Đầm Hà"),
        ("HĐND", "15/2011/NQ-HĐND", {"province": "Thanh Hóa", "level": "province"}, "Hội đồng nhân dân tỉnh Thanh Hóa"),
        ("TU", "Kế hoạch số 116-KH/TU", KON_TUM, "Tỉnh ủy Kon Tum"),
        ("STTTT", "Văn bản số 136/STTTT-TTBCXB", KON_TUM, "Sở Thông tin và Truyền thông tỉnh Kon Tum"),
        ("BQLKKT", "kế hoạch số 17/KH-BQLKKT", KON_TUM, "Ban Quản lý Khu kinh tế tỉnh Kon Tum"),
        ("HU", "62-CV/HU", TUY_PHONG, "Huyện ủy Tuy Phong"),
        ("BTG", "85-HD/BTG", {"province": "Lai Châu", "level": "province"}, "Ban Tuyên giáo Tỉnh ủy Lai Châu"),
        ("BTC", "117-HD/BTC", {"province": "Lai Châu", "level": "province"}, "Ban Tổ chức Tỉnh ủy Lai Châu"),
        ("VP", "3108/VP-XD2", HAI_PHONG, "Văn phòng Ủy ban nhân dân thành phố Hải Phòng"),
        ("VP", "12-CV/VP", HAI_PHONG, "Văn phòng Thành ủy Hải Phòng"),
        ("TTXTĐT", "", {"agency": "Trung tâm Xúc tiến Đầu tư", "level": "unit"}, "Trung tâm Xúc tiến Đầu tư"),
        ("Sở Nội vụ tỉnh Kon Tum", "", {}, "Sở Nội vụ tỉnh Kon Tum"),
        ("Uỷ ban nhân dân huyện Đầm Hà", "", QUANG_NINH, "Ủy ban nhân dân huyện Đầm Hà"),
        # the form of the number
        ("BTC", "Thông tư 12/2020/TT-BTC", KON_TUM, "Bộ Tài chính"),
        ("BTC", "Công văn 1234/BTC-NSNN", KON_TUM, "Bộ Tài chính"),
        ("VPCP-BNV", "02/2011/TTLT-VPCP-BNV", {}, "Văn phòng Chính phủ và Bộ Nội vụ"),
    ],
)
def test_text_then_portal_decide(code: str, text: str, portal: dict[str, str], name: str) -> None:
    assert resolved(code, text, **portal).name == name


@pytest.mark.parametrize(
    ("code", "text", "portal", "candidates"),
    [
        ("UBND", "Kế hoạch số 125/KH-UBND", {}, []),
        ("UBND", "Kế hoạch số 125/KH-UBND", {"province": "Quảng Ninh"}, ["ubnd.quang-ninh"]),
        ("UBND", "Kế hoạch số 125/KH-UBND của UBND huyện", {"province": "Quảng Ninh"}, ["ubnd.quang-ninh"]),
        ("UBND", "Kế hoạch số 125/KH-UBND của UBND huyện Châu Thành", {}, []),
        ("UBND", "Kế hoạch 125/KH-UBND", {"province": "Quảng Ninh", "level": "district"}, ["ubnd.quang-ninh"]),
        ("HU", "10-HD/HU", {"province": "Bình Thuận", "level": "province"}, []),
        ("SNV", "107/KH-SNV", {}, []),
        ("BTC", "01/KH-BTC", KON_TUM, ["btc"]),
        ("BHXH", "12/BHXH-CD", KON_TUM, ["bhxh", "bhxh.kon-tum"]),
        ("BCĐ", "03/CV-BCĐ", KON_TUM, []),
        ("XYZ", "1/KH-XYZ", KON_TUM, []),
        ("CTĐP-SCT", "623/KH-CTĐP-SCT", {}, ["ctdp"]),
        ("", "", {}, []),
    ],
)
def test_what_nothing_decides_stays_open_with_its_candidates(
    code: str, text: str, portal: dict[str, str], candidates: list[str]
) -> None:
    assert [agency.key for agency in unresolved(code, text, **portal).candidates] == candidates


def test_two_numbers_in_a_sentence_have_their_own_issuers() -> None:
    text = "Thực hiện Kế hoạch số 5408/KH-UBND của UBND tỉnh, UBND huyện Đầm Hà ban hành Kế hoạch số 125/KH-UBND"
    of_province = resolved("UBND", text, start=text.index("5408"), **QUANG_NINH)
    of_district = resolved("UBND", text, start=text.index("125"), **QUANG_NINH)
    assert (of_province.key, of_district.key) == ("ubnd.quang-ninh", "ubnd.quang-ninh.huyen-dam-ha")
    listed = "các Kế hoạch số 12/KH-UBND, 13/KH-UBND ngày 3/2/2020 của UBND tỉnh Quảng Nam"
    assert resolved("UBND", listed, start=listed.index("12/")).key == "ubnd.quang-nam"


@pytest.mark.parametrize(
    ("code", "province", "on", "key", "end_of_name", "successor"),
    [
        ("UBND", "Quảng Nam", "2020-09-16", "ubnd.quang-nam", "tỉnh Quảng Nam", "ubnd.da-nang-2025"),
        ("UBND", "Quảng Nam", "2025-07-01", "ubnd.da-nang-2025", "thành phố Đà Nẵng", None),
        ("UBND", "Quảng Ngãi", "2025-06-30", "ubnd.quang-ngai", "tỉnh Quảng Ngãi", "ubnd.quang-ngai-2025"),
        ("UBND", "Quảng Ninh", "2025-07-01", "ubnd.quang-ninh", "tỉnh Quảng Ninh", None),
        ("TU", "Thừa Thiên Huế", "2019-12-31", "tu.thua-thien-hue", "Tỉnh ủy Thừa Thiên Huế", "tu.hue-2025"),
        ("TU", "Thừa Thiên Huế", "2025-01-01", "tu.hue-2025", "Thành ủy Huế", None),
        ("STTTT", "Kon Tum", "2020-02-04", "stttt.kon-tum", "Truyền thông tỉnh Kon Tum", "skhcn.kon-tum"),
        ("SKHĐT", "Quảng Ninh", "2024-02-04", "skhdt.quang-ninh", "Đầu tư tỉnh Quảng Ninh", "stc.quang-ninh"),
        ("SNNMT", "Kon Tum", "2025-04-01", "snnmt.kon-tum", "Môi trường tỉnh Kon Tum", "snnmt.quang-ngai-2025"),
    ],
)
def test_agencies_are_dated(
    code: str, province: str, on: str, key: str, end_of_name: str, successor: str | None
) -> None:
    day = date.fromisoformat(on)
    agency = resolved(code, province=province, level="province", on=day)
    assert (agency.key, agency.successor) == (key, successor)
    assert agency.name.endswith(end_of_name)
    assert agency.valid_from is None or agency.valid_from <= day
    assert agency.valid_to is None or day <= agency.valid_to


def test_districts_ended_with_june_2025_and_communes_changed() -> None:
    assert resolved("UBND", **DAM_HA).valid_to == date(2025, 6, 30)
    commune = {"province": "Quảng Ninh", "agency": "UBND xã Quảng An", "level": "commune"}
    assert resolved("UBND", **commune).valid_to == date(2025, 6, 30)
    assert resolved("UBND", on=date(2025, 8, 1), **commune).valid_from == date(2025, 7, 1)


def test_a_ministry_is_known_by_its_last_day_and_its_successor() -> None:
    ministry = resolved("BTTTT")
    assert (ministry.valid_from, ministry.valid_to) == (date(2007, 7, 31), date(2025, 2, 28))
    assert ministry.successor == "bkhcn"
    assert resolved("BTTTT", on=date(2025, 3, 5)) == ministry  # cited under its old code for a while
    assert [body.name for body in bodies_of("BNNMT", date(2025, 3, 1))] == ["Bộ Nông nghiệp và Môi trường"]


def test_a_department_that_a_merged_province_never_had_stays_open() -> None:
    assert unresolved("STTTT", province="Quảng Ngãi", level="province", on=date(2025, 8, 1)).candidates == ()


def test_the_table_is_sound() -> None:
    codes = {body.code for body in bodies()}
    systems = {"party", "assembly", "government", "peoples_committee", "council", "front", "court", "armed_forces"}
    for body in bodies():
        assert body.system in systems | {"press", "other"}
        assert set(body.levels) <= {"central", "province", "district", "commune", "unit"}
        assert {body.successor, body.parent} - {None} <= codes
        assert ("{" in body.name) == (body.levels not in (("central",), ("unit",)))
        assert body.valid_from is None or body.valid_to is None or body.valid_from <= body.valid_to
        assert all(normal_code(code) == code.upper() for code in (body.code, *body.other_codes))
    assert len({(body.code, body.levels) for body in bodies()}) == len(bodies())


def test_keys_of_agencies_are_unique_over_all_places() -> None:
    keys = [
        agency.key
        for province in provinces()
        for code in ("UBND", "TU", "SNV", "VPUBND", "VPTU")
        if isinstance(
            agency := resolve_issuer(code, province=province.name, level="province", on=province.valid_from), Agency
        )
    ]
    assert len(keys) == len(set(keys)) == 5 * len(provinces())


def identity(number: str, issuer: Agency | None, dated: str | None = None, year: int | None = None) -> str | None:
    return document_identity(number, issuer, dated, year)


def test_party_numbers_begin_again_so_the_day_tells_them_apart() -> None:
    central = resolved("TW")
    assert identity("35-CT/TW", central, "2019-05-30") == "35-CT/TW|tw|2019-05-30"
    assert identity("35-CT/TW", central, "2024-06-14") == "35-CT/TW|tw|2024-06-14"
    assert identity("35-CT/TW", central, year=2019) == "35-CT/TW|tw|2019"
    assert identity("01-CT/TW", central, year=2021) is None  # both terms of the year of a congress have one
    assert identity("01-CT/TU", resolved("TU", **KON_TUM), year=2020) is None
    assert identity("01-CT/TU", resolved("TU", **KON_TUM), year=2021) == "1-CT/TU|tu.kon-tum|2021"


def test_a_number_belongs_to_its_issuer() -> None:
    province, district = resolved("UBND", **QUANG_NINH), resolved("UBND", **DAM_HA)
    assert identity("125/KH-UBND", province, "2020-05-05") != identity("125/KH-UBND", district, "2020-05-05")
    assert identity("0125/KH-UBND", province, "2020-05-05") == identity("125/KH-UBND", province, "2020-05-05", 2020)
    assert identity("28/2017/NQ-HĐND", province) == "28/2017/NQ-HĐND|ubnd.quang-ninh|2017"
    assert identity("125/KH-UBND", province, "2020") == identity("125/KH-UBND", province, year=2020)


@pytest.mark.parametrize("number", ["1632", "45", "", "không số", "12/2020"])
def test_a_bare_number_identifies_nothing(number: str) -> None:
    assert identity(number, resolved("TTg"), "2020-05-05", 2020) is None


def test_nothing_is_identified_without_issuer_or_time() -> None:
    assert identity("5408/KH-UBND", None, "2020-09-16", 2020) is None
    assert identity("5408/KH-UBND", resolved("UBND", **QUANG_NINH)) is None


@given(st.text(), st.text(), st.integers(-5, 50), st.sampled_from(["Quảng Nam", "", "x", None]), st.dates())
def test_any_text_is_resolved_or_left_open(code: str, text: str, start: int, province: str | None, on: date) -> None:
    issuer = resolve_issuer(code, text=text, start=max(0, start), province=province, agency=text, level=None, on=on)
    assert isinstance(issuer, Agency | Unresolved)
