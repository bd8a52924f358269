"""The words of what stands around an announcement: menus, buttons, counters, related items, footers."""

from __future__ import annotations

import re

from archive.patterns import rare
from scraper.reading.phrases import WORD_END, alternatives, heading, opening

_REMARK = r"(?:binh\sluan|nhan\sxet|y\skien|phan\shoi|danh\sgia|loi\sbinh)"
_REMARKS_ALONE = (
    r"(?:(?:\d+\s|)(?:cac\s|)nhan\sxet(?:\s(?:cua\sban(?:\sdoc)?|ban\sdoc|bai\sviet|moi(?:\snhat)?))?|cac\sphan\shoi"
    r"|(?:nhung\s|cac\s|)y\skien\scua\s(?:ban(?:\sdoc)?|doc\sgia)"
    rf"|(?:viet|gui|them|dang|de\slai)\s(?:mot\s)?{_REMARK}(?:\s(?:cua\sban|moi))?(?:\shuy(?:\stra\sloi)?)?"
    rf"|(?:hien\s|)(?:chua|khong)\sco\s{_REMARK}(?:\snao)?(?:\s(?:cho|ve)\s(?:bai|tin)(?:\sviet)?(?:\snay)?)?"
    rf"|(?:ban\s|)hay\sla\snguoi\s(?:dau\stien\s)?(?:gui\s|de\slai\s|viet\s)?{_REMARK}(?:\sdau\stien)?"
    rf"|{_REMARK}\s(?:qua|bang|tu)\sfacebook"
    r"|no\scomments?(?:\syet)?|be\sthe\sfirst\sto\scomment|(?:add|post|write)\s(?:a\s|your\s)?(?:new\s)?comment)[\W\d]*"
)
REMARKS = rare(rf"\W*{_REMARKS_ALONE}")
"""What heads the remarks of readers, or says that there are none."""
SUBHEAD = re.compile(r"\W*(?:(?:cac )?nhan xet|y kien(?: dong gop)?|phan hoi|danh gia|binh luan)\W*")
"""What may as well be the heading of a part of a text."""
PART = heading("""
    văn bản liên quan, các văn bản liên quan, văn bản có liên quan, các văn bản có liên quan, văn bản khác,
    các văn bản khác, văn bản mới, văn bản mới ban hành, nội dung liên quan, các nội dung liên quan,
    nội dung có liên quan, thông tin liên quan, thông tin có liên quan, thông tin khác, các thông tin khác,
    thông báo khác, hoạt động khác, sự kiện khác, sự kiện liên quan, chủ đề liên quan, liên quan, có liên quan,
    ấn phẩm khác, tác phẩm khác, sách mới, thống kê, thống kê truy cập, lượt truy cập, lưu trữ, liên kết, bình chọn,
    thăm dò, thăm dò ý kiến, các ý kiến, danh sách ý kiến, ý kiến, ý kiến đóng góp, ý kiến phản hồi,
    phản hồi bạn đọc, tiêu điểm, đường dây nóng, hệ thống văn bản, hỗ trợ trực tuyến, tư vấn trực tuyến, chuyên trang,
    hình ảnh hoạt động, văn bản cùng lĩnh vực…, thông tin cùng loại
""")
"""What may as well head a part of a paper, where the paper goes on below it: "Các văn bản liên quan"."""
_RELATED = alternatives("""
    tin khác, các tin khác, bài khác, các bài khác, tin tức khác, các tin tức khác, bài viết khác, các bài viết khác,
    tin bài khác, các tin bài khác, thông báo khác, các thông báo khác, văn bản khác, các văn bản khác,
    thông tin khác, các thông tin khác, những tin khác, những bài khác, hoạt động khác, sự kiện khác, video khác,
    ảnh khác, các tin video, tin liên quan, bài liên quan, bài viết liên quan, các tin liên quan, các bài liên quan,
    các bài viết liên quan, tin tức liên quan, thông tin liên quan, văn bản liên quan, các văn bản liên quan,
    tin bài liên quan, tin…bài liên quan, tin…bài khác, tin…bài cùng chuyên mục, bài tin liên quan,
    nội dung liên quan, chủ đề liên quan, các nội dung liên quan,
    sự kiện liên quan,
    trong chuyên mục,
    văn bản cùng lĩnh vực…, văn bản cùng thể loại…, văn bản cùng cơ quan ban hành…, văn bản cùng người ký…,
    các văn bản cùng lĩnh vực…, các văn bản cùng thể loại…, các văn bản cùng cơ quan ban hành…,
    các văn bản cùng người ký…,
    tin cũ hơn, các tin cũ hơn, những tin cũ hơn, bài cũ hơn,
    các bài cũ hơn, tin mới hơn, các tin mới hơn, những tin mới hơn, bài mới hơn, tin tiếp theo, các tin tiếp theo,
    bài tiếp theo, tin trước đó, tin mới, các tin mới, tin mới nhất, các tin mới nhất, bài mới, bài viết mới,
    bài viết mới nhất, bài mới nhất, tin mới đăng, tin mới cập nhật, tin tức mới, tin tức mới nhất, thông báo mới,
    văn bản mới, văn bản mới ban hành, văn bản mới nhất, tin nổi bật, tin tức nổi bật, tin tiêu điểm, tiêu điểm,
    tin nóng, tin hot, bài viết nổi bật, tin đọc nhiều, tin đọc nhiều nhất, đọc nhiều, đọc nhiều nhất, xem nhiều,
    xem nhiều nhất, tin xem nhiều, bài xem nhiều, tin xem nhiều nhất, bài đọc nhiều, bài được quan tâm, được quan tâm,
    quan tâm nhiều, tin được xem nhiều, tin video, có thể bạn quan tâm, bạn có thể quan tâm, có thể bạn muốn xem,
    bạn quan tâm, mời xem thêm, xem thêm, xem thêm tin, xem thêm các tin khác, đọc thêm, xem tin theo ngày,
    xem theo ngày, tin tức theo ngày, ý kiến, ý kiến bạn đọc, ý kiến độc giả, ý kiến của bạn, ý kiến phản hồi,
    ý kiến đóng góp, bình luận, bình luận của bạn, bình luận bài viết, các bình luận, viết bình luận, gửi bình luận,
    gửi bình luận của bạn, # bình luận, danh sách bình luận, danh sách ý kiến, tất cả bình luận, tất cả ý kiến,
    gửi phản hồi, gửi ý kiến, gửi ý kiến của bạn, gửi ý kiến bạn đọc, các ý kiến,
    gửi ý kiến phản hồi, hỗ trợ trực tuyến, tư vấn trực tuyến, bình luận mới, bình luận mới nhất,
    bình luận hay, bình luận hay nhất, bình luận nổi bật, ý kiến hay, ý kiến nổi bật, bình luận được quan tâm,
    bình luận được quan tâm nhất,
    không có nhận xét nào, chưa có nhận xét nào,
    một bình luận, một bình luận cho…, # bình luận về…, # bình luận cho…, # bình luận trong…,
    một phản hồi, một phản hồi cho…, # phản hồi cho…, # phản hồi trên…, # suy nghĩ về…,
    one thought on…, # thoughts on…, one response to…, # responses to…, # comments on…, one comment on…,
    phản hồi bạn đọc, đăng nhập để bình luận…, hãy đăng nhập để…, đăng nhập để gửi bình luận,
    đăng nhập hoặc đăng ký để gửi bình luận, bạn phải đăng nhập để gửi bình luận, bạn cần đăng nhập để gửi bình luận,
    vui lòng đăng nhập để gửi bình luận, đăng nhập để gửi ý kiến, log in to post comments, login to post comments,
    đăng nhập để lại bình luận, đăng nhập để lại một bình luận, đăng nhập để lại nhận xét,
    đăng nhập để lại một nhận xét, đăng nhập để để lại bình luận, đăng nhập để để lại một bình luận,
    đăng nhập để để lại nhận xét,
    bạn phải đăng nhập để viết nhận xét, bạn phải đăng nhập để viết bình luận, bạn cần đăng nhập để viết nhận xét,
    sign in to leave a comment, log in to leave a comment, archive, archives,
    log in or register to post comments, login or register to post comments, comment, comments, # comments, # comment,
    leave a reply, leave a comment, trả lời hủy, để lại một bình luận, để lại bình luận, để lại một trả lời,
    viết một bình luận, thăm dò, thăm dò ý kiến, bình chọn, liên kết, liên kết website, liên kết web, liên kết nhanh,
    liên kết trang, liên kết hữu ích, thống kê truy cập, số lượt truy cập,
    số lượt đang online, số người online, đang online, thống kê, lượng truy cập,
    số người truy cập, số lượng truy cập, đánh giá bài viết, bạn đánh giá…, lượt truy cập,
    câu hỏi thường gặp, những câu hỏi thường gặp, các câu hỏi thường gặp, hỏi đáp thường gặp, faq, faqs,
    có liên quan, liên quan, tin có liên quan, các tin có liên quan, bài có liên quan, các bài có liên quan,
    bài viết có liên quan, các bài viết có liên quan, tin bài có liên quan, nội dung có liên quan,
    thông tin có liên quan, văn bản có liên quan, xem thêm tin liên quan, xem thêm các tin liên quan,
    xem thêm bài viết liên quan, xem thêm các bài viết liên quan, xem thêm bài viết khác,
    xem thêm các bài viết khác,
    sách khác, các sách khác, những sách khác, sách liên quan, sách mới, sách mới nhất, sách nổi bật, ấn phẩm khác,
    ấn phẩm liên quan, tác phẩm khác, tác phẩm liên quan,
    related post, related posts, related news, related article, related articles, related story, related stories,
    you may also like, related, other news, older news, newer news, older posts, newer posts, most read, most viewed,
    latest news, điều hướng bài viết, bài trước, bài sau, bài viết trước, mời bạn đọc xem thêm, bạn nên đọc, nên đọc,
    bạn nên xem, nên xem, đừng bỏ lỡ, tin đáng chú ý, bài đáng chú ý,
    tin nên đọc, bài nên đọc, video liên quan, liên hệ quảng cáo, advertisement,
    bài viết tiếp theo, danh mục tin, thư viện ảnh, thư viện video, album ảnh, quảng cáo, đường dây nóng, tin ảnh,
    hình ảnh hoạt động, hệ thống văn bản, chuyên trang, bài viết cũ hơn, bài viết mới hơn,
    các bài viết cũ hơn, các bài viết mới hơn, những bài viết cũ hơn, những bài viết mới hơn, các bài mới hơn,
    thông báo cũ hơn, thông báo mới hơn, các thông báo cũ hơn, các thông báo mới hơn, văn bản cũ hơn, văn bản mới hơn,
    các văn bản cũ hơn, các văn bản mới hơn, tin bài cũ hơn, tin bài mới hơn, các tin bài cũ hơn, các tin bài mới hơn,
    tin tức mới hơn, các tin tức cũ hơn, các tin tức mới hơn,
    những bài viết khác, tin tức cũ hơn, xem tin khác, xem các tin khác, xem thêm tin khác,
    xem bài khác, xem các bài khác, xem các bài viết khác, xem các tin tức khác, xem các thông báo khác,
    bài kế tiếp, bài viết kế tiếp, tin kế tiếp, bài liền trước, bài liền sau, bài viết liền trước, bài viết liền sau,
    bạn thấy bài viết…hữu ích…, bạn thấy thông tin…hữu ích…, bạn thấy nội dung…hữu ích…,
    bạn có thấy bài viết…hữu ích…, bạn có thấy thông tin…hữu ích…, bạn có thấy nội dung…hữu ích…,
    bài viết cùng tác giả, bài cùng tác giả, tin cùng tác giả, bạn có thể thích, có thể bạn thích, bạn đọc quan tâm,
    tin được quan tâm, bình chọn bài viết, chưa có bình luận nào, chưa có ý kiến nào, hiện chưa có bình luận nào,
    hiện chưa có ý kiến nào, đăng ký nhận bản tin, mới nhất từ…, latest from…, tin khác trong…, các tin khác trong…,
    bài khác trong…, các bài khác trong…, bài viết khác trong…, mục khác trong…, các mục khác trong…,
    thông báo mới nhất, các thông báo mới nhất, sự kiện mới nhất, hoạt động mới nhất,
    more in this category, other items in this category, related items, lưu trữ, kho lưu trữ, bài viết theo tháng
""")
_ALIKE = (
    r"(?:trong\s|thuoc\s|)cung\s(?:tac\sgia|chuyen\s(?:muc|de)|danh\smuc|chu\sde|the\sloai|loai|muc|nhom|linh\svuc|su\skien)"
    r"[\W\d]*"
)
_GONE_BY = (
    r"da\s(?:phat(?:\ssong)?|dang(?:\stai)?|dua(?:\stin)?|doc)(?:\s(?:khac|truoc(?:\sdo)?|gan\sday))?\W*(?:\d{1,4}\W*)?"
)
_OTHERS = (
    r"(?:(?:cac|nhung|xem)\s){0,2}(?:(?:tin(?:\s(?:tuc|anh|video|bai)|\s?[,-]\sbai(?:\sviet)?)?|bai(?:\sviet)?|ban\stin"
    r"|thong\s(?:bao|tin)|van\sban|noi\sdung|chuong\strinh|video|sach|an\spham|tac\spham)\s"
    rf"(?:{_GONE_BY}|{_ALIKE})|{_ALIKE}"
    r"|(?:tai\slieu|bieu\smau|to\sroi|to\sgap|cau\shoi|hoi\sdap|muc|album|tap\stin|file)\s"
    rf"(?:khac|moi(?:\s(?:nhat|hon|dang|gui|tai\slen|cap\snhat))?|gan\sday|cu\shon|{_GONE_BY}|{_ALIKE})"
    r"|(?:van\sban|cong\sbao)\s(?:khac\s)?(?:trong\s|thuoc\s)?cung\s"
    r"(?:(?:so|ky|ngay|nam)(?:\scong\sbao|\sban\shanh)?|cong\sbao|loai\svan\sban|don\svi|co\squan|hinh\sthuc)[\W\d]*)"
    r"|(?:cac\s|)(?:(?:muc|cau\shoi|hoi\sdap)\s(?:co\s)?lien\squan"
    r"|(?:tin(?:\s(?:tuc|bai))?|bai(?:\sviet)?|thong\sbao|van\sban|muc)\s(?:gan\sday|moi\snhat\stu\b.{1,30}))"
)
"""What is of the same kind, or was put out before: "Tin cùng chuyên mục", "Các tin đã phát", "Bài đã đăng (12)"."""
_ON_SITE = r"\s(?:tren|cua)\s(?:site|website|web|trang(?:\s(?:web|tin))?|cong(?:\sthong\stin)?|he\sthong)"
RELATED = re.compile(
    rf"\W*(?:(?:{_RELATED})(?:{_ON_SITE})?[\W\d]*|{_REMARKS_ALONE}|{_OTHERS}|more in this category\s?:.+)"
)
"""A heading behind which the announcement is over."""

_NETWORKS = "facebook|fb|zalo|twitter|linkedin|pinterest|messenger|google\\+?|youtube|tiktok"
_DONE_WITH_TEXT = (
    r"(?:in|g[uo]i|luu|nghe|doc|chia\sse|(?:sao\s)?chep|copy|dich)(?:\s(?:ve|lai|doc|ra|toan(?:\sbo)?))?"
    r"(?:\s(?:bai|tin|tuc|viet|bao|dang|trang|noi\sdung|van\sban|ban\stin|lien\sket|link|duong\sdan))+(?:\snay)?"
)
"""What a button does with a text: "In bài viết này", "Nghe đọc tin", "Sao chép liên kết"."""
_TOOL_WORDS = (
    _DONE_WITH_TEXT
    + "|"
    + alternatives("""
    trang trước, trang sau, trang tiếp, trang kế, in, in ấn, in ra, in ra giấy, qua email, qua e-mail, bản in,
    xem bản in, trang in, print, print this, gửi email, gởi email, gửi bạn bè, gửi bạn đọc, share this,
    không có bình luận, chưa có bình luận, gửi mail, gửi cho bạn bè, gửi qua email, email, e-mail, gửi tin qua email,
    gửi tới bạn bè, gửi cho bạn, chia sẻ, chia sẻ lên, chia sẻ qua, share this post, share this article,
    share this page, read next, trở lại blog, quay lại blog, về blog, trở về blog, chia sẻ trên, chia sẻ lên facebook,
    share, share on, tweet, like, thích, facebook, twitter, zalo, linkedin, google, google+, google plus, google news,
    pinterest, messenger, x, youtube, tiktok, telegram, viber, whatsapp, addthis, rss, mạng xã hội, zing me,
    lên facebook, qua zalo, cỡ chữ, xem cỡ chữ, xem với cỡ chữ, giảm kích cỡ chữ, tăng kích cỡ chữ,
    giảm kích thước chữ, tăng kích thước chữ, cỡ chữaa, cỡ chữa, cỡ chữ lớn, cỡ chữ nhỏ, tăng cỡ chữ, giảm cỡ chữ,
    tăng chữ, giảm chữ, mặc định, kích cỡ chữ, kích thước chữ, kiểu chữ, phóng to, thu nhỏ, zoom in, zoom out,
    phóng to chữ, thu nhỏ chữ, font size, decrease font size, increase font size, default font size, reset font size,
    text size, size, a, aa, aaa, a-, a+, lớn, nhỏ, quay lại, quay về, trở về, trở lại, quay lại trang trước,
    trở về trang trước, về trang trước, về đầu trang, lên đầu trang, đầu trang, quay lên trên, quay lên đầu trang,
    trở lên trên, trở lên đầu trang, lên đầu, về trên cùng, lên trên cùng, về trang chủ, trang chủ, back, back to top,
    top, home, lên trên, cuối trang, xem trang trước, go to all, nghe, audio, nghe audio, đọc báo nói, dừng, giọng đọc,
    giọng nam, giọng nữ, tốc độ, tốc độ đọc, tự động phát, chuẩn, nhanh, chậm, bài nói, tạm dừng, phát, lưu, lưu file,
    save, theo dõi…trên zalo, theo dõi…trên facebook, theo dõi…trên google news, theo dõi, đăng ký nhận tin,
    tải về máy, xem chi tiết, đọc tiếp, chi tiết, xem tiếp, close, đóng, đóng lại, đóng cửa sổ, đóng cửa sổ này,
    đóng trang, đóng trang này, đóng tab này, sao chép, copy link thành công, đã sao chép, sao chép thành công, link,
    links, loading, đang tải, null, undefined, tương phản, độ tương phản, tương phản cao, đọc, sửa, xóa, edit, delete,
    skip ribbon commands, skip to main content, tắt, bật, nhảy đến nội dung, chuyển đến nội dung,
    chuyển đến nội dung chính, nhảy đến nội dung chính, bỏ qua nội dung chính, turn on more accessible mode,
    turn off more accessible mode, sign in, đăng nhập, bản để in, phiên bản in, pdf, word, lượt thích, lượt like,
    số lượt like, số lượt thích, lượt chia sẻ, số lượt chia sẻ, lượt bình luận, số lượt bình luận, số bình luận,
    bình luận, ý kiến, phản hồi, báo lỗi, góp ý, tiếng việt, english, gửi, video, ảnh, minimize, maximize,
    bạn đang xem, gửi ý kiến, gửi phản hồi, hủy, ok, next, previous, prev, trước, sau, tiếp, tiếp theo, danh sách,
    gửi email bài đăng này, blogthis!, chia sẻ lên x, chia sẻ lên twitter, chia sẻ lên zalo, chia sẻ lên pinterest,
    chia sẻ với pinterest, chia sẻ qua facebook, chia sẻ qua email, chia sẻ với bạn bè, trợ năng, chế độ tương phản,
    giọng miền bắc, giọng miền nam, nữ miền bắc, nữ miền nam, nam miền bắc, nam miền nam, giọng nữ miền bắc,
    giọng nam miền bắc, giọng nữ miền nam, giọng nam miền nam, tăng tốc độ, giảm tốc độ, bật đọc, dừng đọc, giãn dòng,
    khoảng cách dòng, tải lại, bản đầy đủ, xem bản đầy đủ, xem thêm, thu gọn, mở rộng, thuộc tính, toàn văn, lược đồ,
    lùi, bài trước, bài sau, bài tiếp, bài tiếp theo, bài viết trước, bài viết tiếp theo, tin trước, tin sau, qr,
    qr code, mã qr, mã qr code, quét mã qr, quét mã qr code, quét mã qr để đọc bài viết, quét mã qr để xem bài viết,
    quét mã qr để đọc tin, quét mã qr để chia sẻ, quét mã để đọc bài viết, tiện ích, tiện ích thông tin,
    tiện ích bài viết, màu chữ, màu nền, trở lại chủ đề, trở lại chuyên mục, size chữ, phông chữ, font chữ, trình đọc,
    trình đọc bài viết, nghe podcast, bấm để nghe, nhấn để nghe, bấm vào đây để nghe, phát âm thanh, tự động đọc,
    đọc tự động, đọc to, bản audio, phiên bản audio, tải audio, tải mp3, thời lượng, thời lượng đọc, thời lượng nghe,
    thời lượng audio, thời lượng: # phút # giây, chọn giọng đọc, giọng đọc ai, chọn điểm đọc, chọn vị trí nghe,
    chọn vị trí nghe trong bài, tiếp tục đọc, chế độ đọc, chế độ sáng, chế độ tối, chế độ ban ngày, chế độ ban đêm,
    giao diện sáng, giao diện tối, nền sáng, nền tối, toàn màn hình, xem toàn màn hình, tải pdf, tải bản pdf,
    tải về pdf, xem bản pdf, lưu pdf, xuất pdf, xuất file pdf, tải word, xuất word, xuất file word, bỏ lưu, đánh dấu,
    đánh dấu bài viết, hữu ích, nhắn tin cho tác giả, số lượt thích…người, yêu thích, thêm vào yêu thích, chia sẻ ngay,
    đã sao chép liên kết, lấy link, lấy liên kết, báo cáo bài viết, báo cáo vi phạm, báo sai sót, góp ý bài viết,
    quay lại danh sách tin, quay lại danh sách tin tức, quay lại trang tin tức, về danh sách, về danh sách tin,
    trở về danh sách, hiển thị thêm, ẩn bớt, xem thêm nội dung, tóm tắt ai, tóm tắt bằng ai, trợ lý ai,
    bấm để chia sẻ…, nhấn để chia sẻ…, nhấp để chia sẻ…, nhấn vào chia sẻ…, bấm để in ra…, nhấn vào để in…,
    bấm để gửi…, click to share…, click to print…, click to email…, thích bài này, like this, theo dõi chúng tôi,
    theo dõi chúng tôi trên, quay trở lại, quay trở về, quay về trang trước, quay trở lại trang trước,
    quay trở về trang trước, mở trong tab mới, mở trong thẻ mới, mở ở tab mới, xem trực tuyến, xem online,
    nguồn công bố, xem nguồn công bố, prev post, next post, previous post, previous article, next article, older post,
    newer post, bài đăng trước, bài đăng sau, tặng sao, người thích, người thích bài viết, người thích bài này,
    người đã thích, người đã thích bài viết, trở về danh sách tin, về trang danh sách, về trang danh sách tin,
    xem tất cả, xem tất cả tin, xem tất cả các tin, xem tất cả bài viết, tải ứng dụng, quét mã qr để xem, link bài gốc,
    link bài viết gốc, xem bài gốc, đọc bài gốc, đọc bài gốc tại đây, báo lỗi bài viết, báo xấu, permalink, comments,
    nghe lại, tiếp tục nghe, đọc cho tôi nghe, báo nói, nghe bằng giọng nữ, nghe bằng giọng nam, gửi email cho bạn bè,
    lưu lại, viết bình luận, đánh giá bài viết, xuất bản in, ngôn ngữ, nộp hồ sơ trực tuyến
""")
)
_SIZES = (
    r"(?:xem\s(?:voi\s)?)?(?:co|kich\s(?:co|thuoc))\schu\s?:?"
    r"(?:[\s|/,]{0,3}(?:t{1,3}[+-]?|giam|tang|vua|(?:binh\s)?thuong|(?:nho|to|lon)(?:\shon)?)(?![^\W\d_]))+"
)
"""Letters of several sizes, or their names, behind what they are: "Cỡ chữ: T T", "Cỡ chữ giảm tăng"."""
_LETTERED = (
    r"(?:(?:chia\sse|share)(?:\s(?:len|qua|tren|on|bai\sviet))?\s?:?[\s|/,]{1,3}"
    r"|(?=fb?[\s|/,]{1,3}(?:g\+?|tw?|x|in|zl?)[\s|/,]))"
    r"(?:(?:fb?|g\+?|zl?|tw?|x|in(?!\s(?:an|bai|noi|ra|tin|trang)\b)|yt?|p|m|w|@)(?!\w)[\s|/,]{0,3})+"
)
"""Letters of networks behind the word for sharing, or three of them with Facebook's first: "Chia sẻ f", "f t in"."""
TOOLS = re.compile(
    rf"(?=.*[a-z])(?:{_SIZES}|{_LETTERED}|(?:{_TOOL_WORDS})a{{0,3}}(?![^\W\d_])|zoom\b(?!\W*\d)|{_NETWORKS}|\d[km](?!\w)|[^\w\s]|\s|\d)++"
)
"""Buttons and links around an announcement that say nothing of it, alone or several in a row."""

_SECTION = alternatives("danh mục, chuyên mục, thể loại, category, post category, thuộc mục, mục tin")
_FILED = alternatives("""
    được xuất bản trong, được đăng trong, đăng trong, published in, posted in, filed under, this entry was posted in,
    thuộc chuyên mục, thuộc danh mục
""")
_PUBLISHED_IN = r"xuat ban trong(?! (?:nuoc|thang|nam|quy|ky|dip|thoi|va)\b)"
CATEGORY = re.compile(rf"\W*(?:(?:{_SECTION})\s?:|(?:{_FILED}|{_PUBLISHED_IN})\s?:?\s).{{0,60}}")
"""The section that an announcement belongs to."""

ENTRY = opening("""
    this entry was posted, this entry was tagged, this entry was written, this post was, this article was posted,
    entry filed under, bookmark the permalink, you can follow any responses, you can leave a response,
    both comments and pings, comments are closed, responses are currently closed,
    bài này được đăng, bài này đã được đăng, bài viết này được đăng, bài viết này đã được đăng, bài viết được đăng vào,
    bài viết được đăng trong, bài viết đã được đăng trong, mục này được đăng, mục này đã được đăng,
    bài đăng này được, đây là bài viết được đăng trong, đánh dấu đường dẫn, đánh dấu liên kết, đánh dấu trang này,
    bạn có thể theo dõi các phản hồi, bạn có thể theo dõi phản hồi, bạn có thể theo dõi bình luận,
    bạn có thể theo dõi các bình luận, bạn có thể để lại phản hồi, bạn có thể gửi phản hồi
""")
"""The sentences below a post of a blog that name its day, its sections, its keywords and its address."""

POSTED_ENTRY = re.compile(
    r"\W*(?:(?:this )?(?:entry|post|article) (?:was (?:posted|written|published)|filed under)"
    r"|(?:day la )?(?:bai|muc)(?: viet| dang)?(?: nay)? (?:da )?duoc (?:dang|viet|gui|xuat ban))\b"
    r"(?:(?!\b(?:tren|tai|bao|tap chi|so)\b)[^.]){1,120}"
    r"(?:\. (?:dang|posted) (?:vao|ngay|luc|on) [^.]{1,60})?"
)
"""The sentence below a post of a blog that says when it was put up; what says where it was printed before does not."""

SECTION = re.compile(rf"\W*(?:{_SECTION})\W*")
"""The label of a section that stands alone, before its name."""

FILED = re.compile(rf"\W*(?:{_FILED}|xuat ban trong|trong|in)\s")
"""What stands before the name of the section that an announcement belongs to."""

TOOL = re.compile(rf"(?<!\w)(?:{_TOOL_WORDS})(?![^\W\d_])")
"""One button among other words."""

TAGS = re.compile(
    r"\W*(?:tags?|tagged(?:\sunder)?|tu\skhoa(?:\stim\skiem|\slien\squan|\s\(tags?\))?|(?:duoc\s)?gan\s(?:the|nhan)|the|nhan(?=\s?:)|key\s?words?)\s?(?::.*|\W*)"
    r"|\W*chu\sde\s?:.*|#\w+|(?:#[^\W\d_][^#]{0,40}){2,}|(?:#\s[^\W\d_][^#.!?;:]{1,40}){2,}|#[^\W\d_][^#.!?;:]{0,40}"
    r"|#\s[^#.!?;:,]{2,30}(?:,[^#.!?;:,]{2,30})+"
)
"""A line of keywords, behind a label or with a # before each."""

TAGGED = re.compile(r"\W*(?:tags?|tagged|(?:dong )?su kien|tu khoa(?: \w+){0,2}|key ?words?|chu de)(?: ?:)?\s\S.*")
"""A label of keywords without its colon, or with more words, before keywords that are links."""

_REMARKS = r"(?:binh luan|phan hoi|nhan xet|y kien|comments?)"
REMARKED = re.compile(
    rf"(?:^|[/|·•–>,(-]\s?)(?:\d+|khong co|chua co|no) {_REMARKS}\b\W*(?=$|[/|·•–-])"
    rf"|\b{_REMARKS}\s?(?::\s?\d+\b|\(\d+\))"
)
"""How many remarks readers left, as a field of a line: "trong Tình nguyện / 0 bình luận"."""

REMARKS_BESIDE = re.compile(rf"\d+ {_REMARKS}\W*$")
"""The same behind a link."""

_FOOT = alternatives("""
    chịu trách nhiệm nội dung, bản quyền, copyright, giấy phép số, giấy phép thiết lập, giấy phép xuất bản,
    giấy phép hoạt động, giấy phép: số, thiết kế bởi, phát triển bởi, thiết kế và phát triển bởi, xây dựng bởi,
    powered by, tổng số truy cập, ghi rõ nguồn, tổng lượt truy cập, tổng số lượt truy cập, đang online, đang truy cập,
    số người online, số người đang truy cập, truy cập hôm nay, truy cập hiện tại,
    vui lòng ghi rõ nguồn, bản quyền thuộc, ® ghi rõ nguồn, ghi rõ nguồn khi,
    nguồn in:, trang này được in từ, bài viết này được in từ, bài viết được in từ, bản in từ, in từ:, in từ trang,
    in từ cổng, in từ website, ý kiến thuộc về người gửi, các ý kiến thuộc về người gửi,
    địa chỉ tòa soạn, all rights reserved, ©, thường trực ban biên tập
""")
_SPOKEN_OF = alternatives("""
    cơ quan chủ quản, đơn vị chủ quản, cơ quan quản lý, chịu trách nhiệm, giấy phép, trưởng ban biên tập, tổng biên tập,
    phó tổng biên tập, đơn vị thiết kế, đơn vị phát triển
""")
"""With what feet of sites begin, and sentences as well, which go on without a colon to their full stop."""
_OF_OTHERS = alternatives("""
    tác giả, truyền hình, phát sóng, phần mềm, âm nhạc, sở hữu, bóng đá, sáng chế, trong, trên, gốc, nhà nước, đầu tư,
    xây dựng, lái xe, kinh doanh, lao động, khai thác, môi trường, sản xuất, sử dụng, hành nghề, điện lực, quảng cáo,
    hoạt động điện lực, hoạt động khám…, hoạt động giáo dục…, hoạt động viễn thông…, xả thải, thăm dò, vận tải, dự án,
    biểu diễn, nhập khẩu, xuất khẩu, trước, thực hiện, tham mưu, tổ chức, phối hợp, chỉ đạo, toàn bộ, hoàn toàn,
    báo cáo, bảo đảm, đảm bảo, hình sự, bồi thường, cao nhất, triển khai, theo dõi, phải, được, bị, không
""")
FOOTER = re.compile(rf"\W*(?:{_FOOT}|(?:{_SPOKEN_OF})(?![^:]{{60,}}\.$)){WORD_END}(?!\s(?:{_OF_OTHERS}){WORD_END})")
"""The foot of a site."""

CONTACT = opening("địa chỉ, trụ sở, điện thoại, đt, email, e-mail, thư điện tử, hotline, fax, tel, website")
"""How to reach somebody: no title."""

SITE = re.compile(
    r"\W*(?:chao\smung\s(?:(?:cac|tat\sca|toan\sthe)\s)*(?:ban|quy\s(?:vi|khach|doc|ban)|doc\sgia|ba\scon|du\skhach|khach|(?:da\s)?(?:den|ghe))"
    r"\b(?!\s(?:hoc|sinh|tan|doan|dai\sbieu)).{0,100}|welcome\b.{0,120}|"
    r"(?=.{0,40}\b(?:cong|trang)\st)(?!.*\b(?:ra\smat|doi\s(?:giao\sdien|ten)|bi\s(?:gia\smao|tan\scong)|duoc|nang\scap|gia\smao|khai\struong|van\shanh|dang\stai|tap\shuan"
    r"|dua\svao|thong\sbao|quy\sche|huong\sdan|quyet\sdinh|ke\shoach|kiem\stra|danh\sgia)\b).{0,40}\b(?:cong|trang)\s(?:thong\stin|tin)(?:\sdien\stu)?\b.{0,80}|"
    r"(?:csdl|co\sso\sdu\slieu)\s(?:quoc\sgia\s)?(?:ve\s)?van\sban\b.{0,60}|"
    + alternatives("""
    trang chủ, home, article, chi tiết, chi tiết tin, chi tiết tin tức, chi tiết bài viết, chi tiết văn bản, tin tức,
    tin tức - sự kiện, tin tức sự kiện, tin tức và sự kiện, nội dung, nội dung tin, nội dung bài viết,
    nội dung chi tiết, xem tin, xem chi tiết, thông tin chi tiết, danh mục, menu, tìm kiếm, thông báo, đăng nhập,
    văn bản, liên hệ, sơ đồ cổng, sơ đồ trang, thư viện ảnh, thư viện video, video, tin tổng hợp, tin hoạt động,
    hoạt động, giới thiệu, nước cộng hòa xã hội chủ nghĩa việt nam, cộng hòa xã hội chủ nghĩa việt nam,
    độc lập - tự do - hạnh phúc, đảng cộng sản việt nam,
    tất cả chuyên mục, hỏi đáp, góp ý, đường dây nóng, lịch công tác, bản đồ, tin trong tỉnh, tin trong nước,
    tin địa phương, web content display, văn bản chỉ đạo, văn bản chỉ đạo điều hành, văn bản điều hành,
    thông tin chỉ đạo điều hành, chỉ đạo điều hành, chỉ đạo - điều hành,
    thông tin tuyên truyền, thông tin cần biết, thủ tục hành chính, dịch vụ công,
    dịch vụ công trực tuyến, chuyển đổi số, thời tiết, tỷ giá, tỷ giá ngoại tệ, giá vàng, chuyên mục, chuyên đề,
    cải cách hành chính, lấy ý kiến, lấy ý kiến góp ý, lấy ý kiến dự thảo, góp ý dự thảo, góp ý dự thảo văn bản,
    chi tiết văn bản pháp quy, chi tiết văn bản pháp luật, chi tiết văn bản chỉ đạo điều hành, chi tiết sự kiện,
    chi tiết thông báo, chi tiết tin bài, chi tiết dự thảo, thông tin văn bản, thuộc tính văn bản, nội dung văn bản,
    tin hoạt động - sự kiện, tin nội bộ, bản tin, tin bài, media, thông tin chung,
    tra cứu văn bản, phóng sự ảnh, video clip
""")
    + r")[\W\d]*"
)
"""Names of sites, sections and blocks, and the letterhead's motto: no title."""

_FIELD = alternatives("""
    sở, ngành, tỉnh, huyện, thị xã, thành phố, quận, xã, phường, thị trấn, thôn, tổ dân phố, phòng, ban, trường, khoa,
    nhà trường, đơn vị, cơ sở, địa phương, cơ quan, hội đồng nhân dân, ủy ban nhân dân, hđnd, ubnd, mttq, lãnh đạo,
    đảng, đảng bộ, đảng ủy, chi bộ, chính quyền, đoàn thể, các đoàn thể, đoàn, đội, hội, các hội, công đoàn,
    đoàn thanh niên, thanh niên, hội phụ nữ, phụ nữ, hội nông dân, nông dân, hội cựu chiến binh, cựu chiến binh,
    mặt trận, mặt trận tổ quốc, tổ chuyên môn, học sinh, giáo viên, trung ương, trong nước, quốc tế, thế giới,
    các cấp, trực thuộc, toàn quốc,
    thời sự, chính trị, kinh tế, văn hóa, văn nghệ, nghệ thuật, xã hội, thể thao, thể dục thể thao, du lịch, gia đình,
    giáo dục, đào tạo, bồi dưỡng, y tế, sức khỏe, dân số, khoa học, khoa học và công nghệ, công nghệ,
    công nghệ thông tin, thông tin, truyền thông, bưu chính, viễn thông, báo chí, xuất bản, nông nghiệp, nông thôn,
    nông thôn mới, xây dựng nông thôn mới, phát triển nông thôn, khuyến nông, khuyến công, khuyến học, thủy lợi,
    thủy sản, lâm nghiệp, chăn nuôi, trồng trọt, công nghiệp, tiểu thủ công nghiệp, thương mại, công thương, dịch vụ,
    quản lý thị trường, tài nguyên, môi trường, tài nguyên và môi trường, đất đai, xây dựng, giao thông, vận tải,
    đô thị, tài chính, ngân sách, đầu tư, doanh nghiệp, hợp tác xã, an ninh, quốc phòng, an ninh trật tự,
    trật tự an toàn xã hội, an toàn giao thông, quân sự, biên phòng, pháp luật, tư pháp, nội chính, nội vụ, thanh tra,
    tôn giáo, dân tộc, dân vận, tuyên giáo, tổ chức, cán bộ, công chức, viên chức, xây dựng đảng, công tác đảng,
    lao động, việc làm, người có công, chính sách, chính sách xã hội,
    an sinh, an sinh xã hội, bảo trợ xã hội, bảo hiểm xã hội, trẻ em,
    bình đẳng giới, đời sống, tệ nạn xã hội, phòng chống tham nhũng, phòng chống thiên tai, phòng chống dịch bệnh,
    cải cách hành chính, cải cách tư pháp, chuyển đổi số, chính quyền điện tử, đối ngoại, hội nhập, hội nhập quốc tế,
    di tích, di tích lịch sử, lễ hội, lịch sử, thi đua, khen thưởng, thi đua khen thưởng, chuyên môn, ngoại khóa,
    y tế học đường, người tốt việc tốt, gương người tốt việc tốt, nghiên cứu, trao đổi, đấu thầu, mua sắm công,
    tuyển dụng, tuyển sinh, tiếp công dân, phổ biến giáo dục pháp luật, phổ biến pháp luật, đoàn đội, công tác đoàn
""")
_KIND = alternatives("""
    tin, tin tức, tin hoạt động, tin bài, bản tin, hoạt động, sự kiện, thông tin, công tác, phong trào, văn bản,
    chuyên mục, chuyên trang, chuyên đề, lĩnh vực, tuyên truyền, ứng dụng, hoạt động chung, tin tức hoạt động
""")
_JOINT = r"(?:\s?[-–,&/:|+]\s?|\s)(?:(?:va|cua|ve|tu|trong|cac|nganh)\s)*"
_ON = rf"(?:{_JOINT}(?=\w)|(?=\W*\Z))"
"""Behind one of them: what joins it to the next, or nothing more. So each list of names is compiled once."""
SECTION_NAME = re.compile(rf"\W*(?:chi tiet\s)?(?=\w)(?:(?:{_KIND}){_ON}){{0,2}}(?:(?:{_FIELD}){_ON})*\W*")
"""What sections of a site are called: kinds of news and fields of government, and nothing that happened in them.

It is asked only where a title would stand. What SITE names is no part of an announcement wherever it stands.
"""

ASKED = re.compile(r"\W*(?:theo )?(?:cac )?(?:ban|quy vi|quy ban doc|ong[/( ]{1,2}ba\)?)\b.*\?[^\w?]*")
"""What a poll asks visitors."""
