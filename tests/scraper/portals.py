"""A small portal on loopback: a listing, articles, and facts about it in a folder of their own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.loopback import Answer, Loopback

FACTS = """
[thu-nghiem]
title = "Cổng thử nghiệm"
province = "Kon Tum"
agency = "Sở Nội vụ tỉnh Kon Tum"
system = "peoples_committee"
level = "province"
platform = "labelled"
start = ["{start}"]
state = "active"
evidence = "A portal of the tests."
demo = true
delay = 0.0
"""
TOPICS = (
    "Kế hoạch phòng, chống hạn hán mùa khô trên địa bàn tỉnh",
    "Thông báo kết quả thi nâng ngạch công chức năm 2020",
    "Hội nghị triển khai công tác cải cách hành chính quý II",
    "Tuyên truyền bầu cử đại biểu Hội đồng nhân dân các cấp",
    "Kế hoạch tuyển dụng viên chức ngành giáo dục huyện",
    "Tăng cường kiểm tra kỷ luật, kỷ cương hành chính",
    "Lễ phát động phong trào thi đua yêu nước toàn ngành",
    "Hướng dẫn sắp xếp thôn, tổ dân phố sau sáp nhập",
    "Quyết định bổ nhiệm lãnh đạo các phòng chuyên môn",
    "Tập huấn nghiệp vụ văn thư lưu trữ cho cán bộ xã",
)


def facts(folder: Path, start: str, **more: str) -> Path:
    """A folder with the facts of one portal, `thu-nghiem`, that starts at `start`."""
    folder.mkdir(exist_ok=True)
    lines = "".join(f"{key} = {value}\n" for key, value in more.items())
    (folder / "thu-nghiem.toml").write_text(FACTS.format(start=start) + lines, "utf-8")
    return folder


def title_of(number: int) -> str:
    """The title of an article; every tenth is the next part of a topic."""
    topic = TOPICS[number % len(TOPICS)]
    return topic if number < len(TOPICS) else f"{topic}, đợt {number // len(TOPICS) + 1}"


def path_of(number: int) -> str:
    """The path of an article."""
    return f"/tin-tuc/bai-viet-so-{1000 + number}.html"


def article(number: int, *, body: str = "") -> Answer:
    """An article as a plain portal prints it."""
    title = title_of(number)
    paragraphs = body or (
        f"<p>Sở Nội vụ tỉnh vừa ban hành Kế hoạch số {number + 1}/KH-SNV ngày 05/02/2020 về việc này.</p>"
        "<p>Các phòng, đơn vị trực thuộc phối hợp thực hiện và báo cáo kết quả trước ngày cuối tháng.</p>"
    )
    return page(
        title,
        f"<h1>{title}</h1><div>Ngày đăng: {number % 28 + 1:02d}/02/2020 08:30</div><div>{paragraphs}</div>"
        "<p>Tác giả: Nguyễn Thị Hoà</p>",
    )


def listing(numbers: Iterable[int], *, following: str | None = None) -> Answer:
    """A listing of articles with their dates."""
    items = "".join(
        f'<li><a href="{path_of(number)}">{title_of(number)}</a> <span>({number % 28 + 1:02d}/02/2020)</span>'
        "<p>Sở Nội vụ tỉnh thông tin đến các cơ quan, đơn vị và nhân dân được biết.</p></li>"
        for number in numbers
    )
    pager = f'<div><b>1</b> <a href="{following}">2</a> <a href="{following}">Trang sau</a></div>' if following else ""
    return page("Tin tức", f"<h2>Tin tức - Sự kiện</h2><ul>{items}</ul>{pager}")


def page(title: str, content: str) -> Answer:
    """A page of the portal with its menu and footer."""
    menu = "".join(
        f'<a href="/{name}">{label}</a> '
        for name, label in (("gioi-thieu", "Giới thiệu"), ("van-ban", "Văn bản"), ("lien-he", "Liên hệ"))
    )
    html = (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title} - Cổng thử nghiệm</title></head><body>"
        f"<div>{menu}</div><div>{content}</div><div>Bản quyền thuộc Cổng thử nghiệm</div></body></html>"
    )
    return Answer(html.encode())


def small_portal(loopback: Loopback, count: int = 10) -> None:
    """Fill a loopback server with a listing of `count` articles and the articles."""
    loopback.routes["/tin-tuc"] = listing(range(count))
    for number in range(count):
        loopback.routes[path_of(number)] = article(number)
