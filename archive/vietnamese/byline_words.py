"""The words around names in bylines: agencies, offices, outlets, ranks, logins, places, the words of menus.

Closed classes of the language of offices and newsrooms, in lower case as `spelling.normalise` writes it.
A phrase opens what it names: "chi cục" opens "Chi cục Thuế huyện", "phó giám đốc" "Phó Giám đốc Sở Tư pháp".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable


def phrases(text: str) -> frozenset[str]:
    """The phrases of a list with commas."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


def either(alternatives: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(alternatives, key=len, reverse=True)))})"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _by_first_word(text: str) -> dict[str, tuple[str, ...]]:
    """The phrases of a list by their first word, the longest first."""
    index: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(phrases(text), key=len, reverse=True):
        index[phrase.partition(" ")[0]].append(phrase)
    return {word: tuple(opened) for word, opened in index.items()}


AGENCIES = _by_first_word("""
    khối, chùa, lớp, giáo xứ, mttq, hvcs, phòng, ban, sở, văn phòng, vp, ủy ban, ubnd, ub, hội, hđnd, đài, bộ,
    viện, cục, vụ, tổ, nhóm, đội, đồn, hạt, trạm, ubkt, đtn, btc, btg, bdv, bnc, vpu, vps, snv, stp, stc, syt, sct,
    sxd, sgd, cat, cah, cax, hnd, hpn, ccb, qltt, bqp, bca, byt, xã, phường, thôn, huyện, quận, tỉnh, tp, đảng, khu,
    quỹ, cổng, website, fanpage, kênh, bbt, bch, bql, bcđ, ubmttq, mttqvn, ubmttqvn, vksnd, vks, tand, bchqs, bhxh,
    kbnn, lđlđ, lhpn, ttyt, bvđk, thpt, thcs, ptdtnt, clb, htx, bđbp, pgd, tt, trung tâm, trung đoàn, trung ương,
    công an, công đoàn, công ty, công báo, bảo hiểm, bảo tàng, chi cục, chi bộ, chi hội, chi nhánh, chi đoàn,
    thanh tra, kiểm lâm, hải quan, hải quân, hải đội, hải đoàn, mặt trận, thành ủy, thành đoàn, thành phố, thị ủy,
    thị đoàn, thị xã, thị trấn, quân đội, quân khu, quân sự, quân ủy, quân đoàn, tổng cục, tổng công ty, tổng hội,
    tổng liên đoàn, nhà văn hóa, nhà xuất bản, nhà hát, nhà máy, nhà trường, nhà thiếu nhi, kho bạc, ngân hàng,
    tòa án, tòa soạn, liên đoàn, liên minh, liên hiệp, liên đội, hiệp hội, thư viện, câu lạc bộ, bệnh viện, cơ quan,
    đơn vị, cảnh sát, học viện, đại học, cao đẳng, sư đoàn, lữ đoàn, tiểu đoàn, tiểu học, tiểu ban, biên phòng,
    vườn quốc gia,
    dự án, chính phủ, quốc hội, thường trực, thường vụ, hợp tác xã, doanh nghiệp, tập đoàn, giáo hội, giáo phận,
    phân viện, phân hội, phân xã, lâm trường, bưu điện, bưu chính, điện lực, viễn thông, truyền hình, truyền thông,
    truyền thanh, phát thanh, kiểm toán, thống kê, thuế, trang thông tin, trang tin, trang ttđt, trang web,
    trang điện tử, trường thpt, trường thcs, trường th, trường tiểu học, trường mầm non, trường mẫu giáo, trường mn,
    trường mg, trường chính trị, trường ct, trường đại học, trường đh, trường cao đẳng, trường cđ, trường trung,
    trường phổ thông, trường pt, trường ptdt, trường ptdtnt, trường ptdtbt, trường học, trường quân sự,
    trường dạy nghề, trường nghề, trường bồi dưỡng, trường đào tạo, trường dân tộc, trường nội trú, trường bán trú,
    trường chuyên, trường sĩ quan, trường công an, trường năng khiếu, trường liên cấp, trường quốc tế, trường cán bộ,
    trường nghiệp vụ, đoàn thanh niên, đoàn tn, đoàn tncs, đoàn đbqh, đoàn đại biểu, đoàn kinh tế, đoàn khối,
    đoàn trường, đoàn xã, đoàn phường, đoàn cơ sở, đoàn luật sư, đoàn thể, đoàn công tác, đoàn nghệ thuật,
    đoàn cơ quan, đoàn tỉnh, đoàn huyện, khoa nội, khoa ngoại, khoa sản, khoa nhi, khoa dược, khoa khám,
    khoa kinh tế, khoa lý luận, khoa xây dựng, khoa nhà nước, khoa dinh dưỡng, khoa kiểm soát, khoa cấp cứu, khoa y,
    khoa phòng, khoa sức khỏe, khoa truyền nhiễm, khoa luật, khoa công nghệ, khoa mắt, khoa răng, khoa lao, khoa lão,
    khoa xét nghiệm, khoa chẩn đoán, khoa đông y, khoa hồi sức, khoa phục hồi, khoa vi sinh, khoa tai mũi,
    khoa da liễu, khoa ung bướu, khoa tim mạch, khoa thần kinh, khoa gây mê, khoa an toàn, khoa huyết học,
    khoa tâm thần, khoa ngoại ngữ, khoa sư phạm
""")

SUBJECTS = phrases("""
    toán, lý, hóa, sinh, văn, sử, địa, tin, anh, nhạc, họa, cn, td, nội, ngoại, sản, nhi, nhiễm, lây, lao, mắt
""")
"""Of what teachers and doctors of one unit are: "Tổ Hóa - Sinh - CN", "Khoa Nội - Nhi - Nhiễm"; some are names."""

UNIONS = phrases("phụ nữ, nông dân, thanh niên, tuổi trẻ, chữ thập đỏ")
"""Whose union is meant where a place follows: "Phụ nữ Trung Sơn", "Tuổi trẻ xã Yên Sơn"."""

NOT_AGENCIES = _by_first_word("""
    ban mai, hội an, đài trang, đài loan, hội nghị, hội thảo, hội thi, hội đàm, hội chợ, hội trại, hội viên, tổ chức,
    khu vực, khu dân cư, ban hành, bộ phim, bộ luật, bộ sách, bộ ảnh, đội ngũ, đội hình, sở hữu, phòng chống,
    phòng ngừa, phòng dịch, phòng bệnh, phòng cháy, phòng thủ, viện trợ, khoa học, khoa giáo, khoa bảng, khoa cử,
    đội tuyển, đội bóng, văn phòng điện tử,
    đơn vị sự nghiệp, đơn vị trực thuộc, đảng viên, cục bộ, vụ án, vụ việc, quỹ đất, xã hội, trạm dừng, nhóm tuổi,
    đài tưởng niệm, tổ quốc, tỉnh táo, huyện thoại
""")
"""What begins like an agency and is none: pen names, places, common nouns, sections of sites."""

OFFICES = _by_first_word("""
    bí thư, phó bí thư, chủ tịch, phó chủ tịch, giám đốc, phó giám đốc, hiệu trưởng, phó hiệu trưởng,
    chánh văn phòng, phó chánh văn phòng, trưởng ban, phó ban, phó trưởng ban, trưởng phòng, phó phòng,
    phó trưởng phòng, trưởng khoa, phó trưởng khoa, trưởng công an, phó trưởng công an, trưởng đài, trưởng trạm,
    trưởng đoàn, viện trưởng, phó viện trưởng, cục trưởng, phó cục trưởng, vụ trưởng, phó vụ trưởng, chi cục trưởng,
    phó chi cục trưởng, chánh thanh tra, chánh án, tổng biên tập, phó tổng biên tập, thư ký, thư ký tòa soạn,
    chuyên viên, cán bộ, công chức, viên chức, giáo viên, gv, giảng viên, học viên, sinh viên, học sinh, nhân viên,
    ủy viên, nguyên phó, nguyên bí thư, nguyên chủ tịch, nguyên giám đốc, chủ nhiệm, phó chủ nhiệm, chính trị viên,
    chỉ huy trưởng, phó chỉ huy trưởng, thủ tướng, phó thủ tướng, bộ trưởng, thứ trưởng, tổng bí thư, tổng giám đốc,
    phó tổng giám đốc, pct, phó ct, pbt, phó bt, gđ, pgđ, phó gđ, báo cáo viên,
    tuyên truyền viên, quản trị viên, kỹ thuật viên
""")

REPORTERS = _by_first_word("""
    pv, ctv, btv, npv, phóng viên, cộng tác viên, biên tập viên, nhóm pv, nhóm ctv, nhóm phóng viên, nhóm tác giả,
    thông tín viên
""")

DEGREES = phrases("""
    pgs, gs, tskh, ts, ths, th.s, t.s, bs, b.s, bsck, ck, cki, ckii, ck1, ck2, bscki, bsckii, bsck1, bsck2, ds, dsck,
    dscki, cn, cnđd, ks, kts, ls, nsnd, nsưt, ngưt, ngnd, ttưt, ttnd, ncs, qncn, ccb, cvc, cvcc, mr, mrs, ms, dr, pv,
    ctv, btv, p.v, c.t.v, đc, đ.c, gv, ktv, ktvt, ktvcki, ktvck1, đd, đdv, đdt, đdck, đdcki, đdckii, đdck1, cnhs, cnxn,
    cnytcc, nhs, hs, ys, ysđk, bsđk, bsnt, bsyhct, dsđh, dscc, dsckii, dsck1, dsck2
""")

ADDRESSES = phrases("""
    nhà giáo ưu tú, nhà giáo nhân dân, nhà giáo, nghệ sĩ ưu tú, nghệ sỹ ưu tú, nghệ sĩ nhân dân, nghệ sỹ nhân dân,
    nghệ sĩ, nghệ sỹ, thầy thuốc ưu tú, thầy thuốc nhân dân, lương y đa khoa, lương y, lương dược, nhà nghiên cứu,
    nhà sử học, nghiên cứu sinh,
    phó giáo sư, giáo sư, tiến sĩ, tiến sỹ, thạc sĩ, thạc sỹ, bác sĩ nội trú, bác sĩ đa khoa,
    bác sĩ, bác sỹ, y sĩ, y sỹ, y tá, điều dưỡng trưởng, điều dưỡng viên, điều dưỡng, nữ hộ sinh, hộ sinh trưởng,
    hộ sinh, kỹ thuật viên trưởng, dược sĩ, dược sỹ, luật sư, kỹ sư,
    kỹ sỹ, kiến trúc sư, cử nhân, đồng chí, nhà báo, nhà văn, nhà thơ, họa sĩ, họa sỹ, nhạc sĩ, nhạc sỹ,
    nghệ nhân ưu tú, nghệ nhân nhân dân, nghệ nhân,
    cựu chiến binh, luật gia, dịch giả, soạn giả, chuyên gia, giáo viên, thẩm phán, kiểm sát viên, chấp hành viên,
    điều tra viên, thanh tra viên, thẩm tra viên, kiểm lâm viên, công chứng viên,
    phóng viên, cộng tác viên, biên tập viên, thầy giáo, cô giáo, bạn đọc, linh mục, mục sư, hòa thượng,
    thượng tọa, đại đức, sư cô, ông, bà, cô, thầy, chị, đại tướng, thượng tướng, trung tướng, thiếu tướng, đại tá,
    thượng tá, trung tá, thiếu tá, đại úy, thượng úy, trung úy, thiếu úy
""")

_ANYBODY = frozenset({"ông", "bà", "cô", "thầy", "chị", "đồng chí", "bạn đọc"})
"""Forms of address of those of whom texts tell; a place may begin so too (Cô Tô, Bà Điểm)."""

TITLE = re.compile(rf"(?:{either((DEGREES | ADDRESSES) - _ANYBODY)}(?:\.\s?|\s))+", re.IGNORECASE)
"""What stands before the name of somebody who writes: "Luật gia Tô Văn Khải", "ThS. Lê Hà"."""

OUTLET_HEADS = _by_first_word("""
    báo, tạp chí, thời báo, nhật báo, tuần báo, thông tấn xã, tập san, đặc san, nội san, bản tin, chuyên trang,
    báo cáo số
""")

OUTLETS = phrases("""
    htv, antv, kiến thức, trí thức trẻ, tri thức, thế giới, pháp lý, doanh nhân, thời đại, ttxvn, ttx, vov, vtv, vtc,
    vgp, vgp news, vna, sggp, qđnd, cand, hnp, nld, plo, vnexpress, vietnamnet, vietnamplus, vietnam+, dân trí,
    dân việt, nhân dân, quân đội nhân dân, công an nhân dân, đại biểu nhân dân, lao động, người lao động, tuổi trẻ,
    thanh niên, tiền phong, hà nội mới, hànộimới, kinh tế đô thị, kinh tế và đô thị, sài gòn giải phóng,
    đại đoàn kết, pháp luật, pháp luật việt nam, giáo dục và thời đại, giáo dục thời đại, sức khỏe và đời sống,
    sức khỏe đời sống, nông nghiệp việt nam, tin tức, công thương, công lý, công luận, an ninh thủ đô, giao thông,
    gia đình, phụ nữ, phụ nữ việt nam, người đưa tin, thời nay, cộng sản, zing, zing news, znews, infonet, soha,
    cafef, bnews, internet, reuters, afp, ap, xinhua, tân hoa xã, tass, bbc, cnn, kyodo, yonhap, wikipedia, facebook,
    zalo, youtube, google
""")
"""Outlets that a reader would else take for a person or for initials; any outlet is one behind "Theo" and "Nguồn"."""

LOGINS = phrases("""
    ad min, admin, administrator, adminstrator, quản trị, quản trị viên, quản trị web, quản trị mạng, quan tri,
    quan tri vien, root, super user, superuser, super admin, webmaster, web master, user, guest, editor, author,
    moderator, mod, test, demo, tester, host, superuser account, system account, system, bientap, bien tap,
    bien tap vien, ban bien tap, khách, thành viên, người dùng, ẩn danh, chưa rõ, không rõ, không có, unknown,
    đang cập nhật, anonymous, null, none, undefined, nan
""")

PLACES = phrases("""
    sơn la, an giang, nam định, bình định, bắc ninh, ninh bình, tiền giang, phú thọ, tây bắc, đông bắc, miền bắc,
    miền trung, miền nam, miền tây, đông nam, tây nam, trung bộ, nam bộ, bắc bộ, việt nam, hà nội, hải phòng,
    đà nẵng, cần thơ, sài gòn, hồ chí minh, tp hồ chí minh, quảng ninh, quảng nam, quảng ngãi, quảng bình, quảng trị,
    đồng nai, đồng tháp, bắc giang, bắc kạn, bạc liêu, bến tre, bà rịa, vũng tàu, cà mau, cao bằng, đắk lắk,
    đắk nông, đăk lăk, đăk nông, điện biên, gia lai, hà tĩnh, hậu giang, hưng yên, kon tum, lai châu, lạng sơn,
    lào cai, lâm đồng, nghệ an, ninh thuận, bình thuận, phú yên, sóc trăng, tây ninh, thanh hóa, thừa thiên,
    trà vinh, tuyên quang, vĩnh phúc, yên bái, trung quốc, hàn quốc, nhật bản, hoa kỳ, campuchia, tây nguyên,
    hoàng sa, trường sa, đông nam bộ, hội an
""")
"""Provinces, cities and countries that are hardly anybody's name; Bình Dương, Hải Dương, Hà Giang and the like are."""

TOPICS = phrases("""
    thông tư, pháp lệnh, tờ trình, kết luận, đề án, sắc lệnh, nghị định, quy chế, quy định, thư mời, lịch công,
    công hàm, hiệp định, đơn thư, danh sách, phụ lục, cam kết, thỏa thuận, thoả thuận, hợp đồng, di chúc, điều lệ,
    quy ước, hương ước, dự thảo, phương án, công ước, thư ngỏ, thư cảm, tuyên bố, kiến nghị, toàn văn, lược đồ,
    thuộc tính, cuộc thi, cuộc vận, góc thơ, thơ chọn, tác phẩm, giải thưởng, bút ký, tản văn, lịch học, lịch thi,
    lịch cắt, lịch phát, học bổng, điểm thi, giá vàng, giá điện, tỷ giá, thời tiết, bình chọn, ý kiến, thành tích,
    danh ngôn, ẩm thực, khuyến nông, mùa vụ, mẫu đơn, biểu mẫu, đặt lịch, chuyên khoa, mục lục, chào mừng, học tập,
    ca khúc, bảng vàng, hiến máu, cổ đông, thủy văn, tìm kiếm, khởi nghiệp, phong trào, hoa điểm, giáo án, đề thi,
    sắp tới, tiêu điểm, chủ đề, từ khóa, diễn đàn, thực tiễn, đối thoại, hộp thư, giai thoại, trang thơ, điêu khắc,
    mỹ thuật, điểm sách, mùa thi, nghe đài,
    viết bài, viết bình,
    văn kiện, văn nghệ, văn học, văn phòng, thi hành, nội dung, đồ họa, xuất xứ, người đăng, người viết, âm thanh,
    minh họa, châu á, châu âu, châu mỹ, châu phi, địa lý, lịch sử, hóa học, sinh học, vật lý, toán học, ngữ văn,
    thời trang, tuyển sinh, quốc gia, hướng nghiệp, trực tuyến, học trực, hiến pháp, liên kết, hướng dẫn, cơ cấu,
    đường dây, trung học, kỹ năng, kinh doanh, bất động, thư điện, đề tài, khoa giáo, dân sinh, quốc hội, chính phủ,
    văn hóa, thể thao, du lịch, thông tin, truyền thông, kinh tế, xã hội, an ninh, quốc phòng, trật tự, pháp luật,
    tư pháp, nội vụ, tài chính, kế hoạch, đầu tư, công thương, xây dựng, giao thông, vận tải, y tế, giáo dục,
    đào tạo, khoa học, công nghệ, nông nghiệp, nông thôn, môi trường, tài nguyên, lao động, thương binh, dân tộc,
    tôn giáo, ngoại vụ, thanh niên, phụ nữ, nông dân, cựu chiến, chữ thập, nhân dân, quân đội, quân sự, biên phòng,
    kiểm sát, kiểm lâm, thanh tra, dân vận, tuyên giáo, tổ chức, chính trị, thời sự, quốc tế, đời sống, giải trí,
    sức khỏe, bạn đọc, tòa soạn, trang chủ, liên hệ, giới thiệu, văn bản, thủ tục, hành chính, dịch vụ, hỏi đáp,
    góp ý, sơ đồ, đăng nhập, đăng ký, bình luận, hình ảnh, tài liệu, tin tức, sự kiện, thông báo, chi tiết, đấu giá,
    đấu thầu, tuyển dụng, an toàn, hạ tầng, đô thị, công an, công đoàn, thống kê, kho bạc, ngân hàng, bảo hiểm,
    thị trường, doanh nghiệp, việc làm, tiếp dân, pháp chế, tổng hợp, tham mưu, lưu trữ, văn thư, quản trị, quản lý,
    thi đua, khen thưởng, cải cách, chuyển đổi, trung ương, địa phương, cộng đồng, gia đình, trẻ em, tuổi trẻ,
    mặt trận, hoạt động, chỉ đạo, điều hành, tuyên truyền, phổ biến, phát thanh, truyền hình, truyền thanh, thư viện,
    sưu tầm, thực hiện, biên tập, biên soạn, ban hành, quyết định, nghị quyết, công văn, công điện, chỉ thị, kế toán,
    đại hội, hội nghị, hội thảo, chuyên đề, chuyên mục, phóng sự, bài viết, tác giả, nguồn tin, công bố, công khai,
    chính sách, chế độ, xuất bản, báo chí, trang tin, đoàn thể, hội nông, hội phụ, tiếp công, dân quân, nhà nước,
    nhà báo, đảng viên, đảng bộ, đảng ủy, ủy ban, quảng cáo, xem thêm, trở về, mọi người, nhà trường, dân số,
    thủy lợi, thủy sản, chăn nuôi, thú y, trồng trọt, lâm nghiệp, khoáng sản, biến đổi, đất đai, quy hoạch,
    kiến trúc, bưu chính, viễn thông, điện tử, điện lực, năng lượng, chính quyền, công dân, cán bộ, công chức,
    viên chức, hậu cần, kỹ thuật, nghiệp vụ, trân trọng, kính mời, kính chúc, kính báo, kính thưa, kính chào, kính thư,
    chân thành, hân hạnh, cảm ơn, cám ơn, xin cảm, xin chào, xin mời, chúc mừng, chào mừng, thân ái, thân mời,
    lưu ý, chú ý, ghi chú, đồng hành, chung tay
""")

NEVER_IN_NAMES = _words("""
    videos infographics podcast emagazine magazine trích tiếng rss html xml faq gmt fax tel usd vnd sign in on to
    manage display options report reports data model status cache machine most close skip commands details tests free
    tour travel visa guide food world service services center centre company hotel school university department
    ministry committee office board bank edition program project tin bài ảnh xem thêm tải tệp đính kèm lượt trở về
    các những của và được theo ngày tháng ủy xã phường huyện quận tỉnh sở gửi chia sẻ bấm nhấn đọc mới cũ hơn
    sau nữa này kia cho tại trong với để không có là đã sẽ đang bởi cùng khi nếu vì mà thì rất nhiều ít lần việc
    nguồn hay đến ubnd hđnd ttxvn vnpt admin administrator super user web website webmaster page home news online
    editor author staff reporter team group google facebook zalo youtube internet copyright vietnam portal system
    test guest joomla wordpress drupal default read more next previous back top menu login logout search print email
    share like comment the and of for by from source posted updated date views view download file click here link
    support contact about channel official media press tv pdf doc video clip photo photos image images audio live
    hit hits counter counters visitor visitors visits meter stats statistics users online
""")
"""Words of menus, of prose and of platforms: with one of them a run of capitals is a heading, not a name."""

SLOGANS = _words("hôm quê đổi ơi khát số smart")
"""Words that nobody is given, of the slogans in which places are praised: *TÂN LONG HÔM NAY*."""

SLOGAN_ENDS = phrases("""
    mến yêu, thân yêu, ngày nay, giàu đẹp, sạch đẹp, hội nhập, phát triển, vươn lên, vươn xa, tiến lên, ngày mới
""")
"""The last words of such slogans, each of which is given alone."""

OFFICE_WORDS = _words("""
    ban hội đảng bộ đội tổ cục vụ báo thuế kế sự vật tế trận gòn nghề nước trẻ phóng hệ nhập liệu bản nóng lại
    chương kiện nghệ động vấn sản xuất khẩu dụng cáo tiếp
""")
"""Words of offices that close a full name now and then (Lê Văn Đội) but do not make a short one."""

NEVER_ALONE = _words("luật toán thi lưu từ đoàn sao quán tập luận định đồng phố sông suối mưa trang bút viết")
"""Words of names that are no pen name by themselves."""

PROSE = _words("nằm đã sẽ đang được là vừa nhằm diễn nêu khẳng gồm cũng những bằng khi nếu vì rằng đó này")
"""Words of sentences; no name of a person, agency or outlet has one."""
