"""Labels in front of those whom a page credits, or who put it up: those that mean this wherever they stand.

Bylines (`byline_labels`) and pages (`scraper.reading.labelled`) know more, each of which would mean something else in
the other: "Ký: …" credits somebody in a byline, and below a paper it is who signed.
"""

from __future__ import annotations

WORKS = "bài viết, tin bài, bài, tin, thực hiện, tổng hợp, biên tập, biên soạn, sưu tầm, viết bài, viết tin, soạn tin"
WRITERS = """
    tác giả bài viết, tác giả, nhóm pv, nhóm phóng viên, nhóm thực hiện, người viết, người thực hiện, người tổng hợp,
    người biên tập, người cung cấp, người cung cấp thông tin, người giới thiệu, người giới thiệu sách, người điểm sách,
    người sưu tầm, người dịch, tên tác giả, tác giả tin bài, tác giả tin, tác giả bài, giáo viên thực hiện,
    giáo viên viết bài, cán bộ viết bài, thực hiện nội dung, nội dung thực hiện, chắp bút, lược ghi, biên dịch,
    phóng sự ảnh, lược dịch, dịch, phóng viên, giáo viên, gv, cộng tác viên, biên tập viên, pv, ctv, btv, bt, by,
    author, tản văn, truyện ngắn, tùy bút, bút ký, ký sự, phóng sự, ghi chép, ghi nhanh, ghi, lời, t/hợp, t.hợp, t.hiện,
    th.hiện, th/h, t/h, t.h, th, s/t, st, b/t, t/bài, t/tin, bút danh
"""
SOURCES = """
    theo nguồn, theo nguồn tin, theo tin từ, nguồn tin, nguồn bài viết, nguồn bài, nguồn trích dẫn, nguồn trích,
    nguồn dẫn, nguồn từ, nguồn theo, nguồn, trích nguồn, dẫn nguồn, dẫn theo, trích từ, đăng lại từ, theo, source
"""
POSTERS = """
    người đăng tin, người đăng bài, người đăng, được đăng bởi, đăng bởi, người cập nhật, cập nhật bởi, người nhập,
    người tạo, người gửi, gửi bởi, người post, tài khoản, posted by
"""
