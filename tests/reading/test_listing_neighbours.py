"""Lists beside boxes of whatever name, make and size, before them or behind: whose the announcements are.

Of the first 300 like these, of more makes, that were put together at random 276 were complete and nothing else.
"""

from __future__ import annotations

import random

import pytest

from scraper.reading import read_page
from scraper.reading.result import Context
from tests.scraper.portals import TOPICS

NEWS = "Ủy ban nhân dân huyện vừa ban hành kế hoạch triển khai các nhiệm vụ trọng tâm trong thời gian tới."
ROWS = (
    "{rows}|<div><h4>{title}</h4><span>{day}</span><p>{news}</p><a href='{url}'>Xem chi tiết</a></div>",
    "{rows}|<article><h2>{title}</h2><p>{news}</p><footer>{day} <a href='{url}'>Đọc tiếp</a></footer></article>",
    "{rows}|<figure><a href='{url}'><img src='a.jpg' alt='{title}'></a><figcaption>{title}</figcaption></figure>",
    "{rows}|<a href='{url}'><img src='a.jpg'><div><h5>{title}</h5><p>{news}</p><small>{day}</small></div></a>",
    "<table><tr><th>STT</th><th>Nội dung</th><th>Ngày đăng</th></tr>{rows}</table>"
    "|<tr><td>1</td><td><a href='{url}'>{title}</a></td><td>{day}</td></tr>",
    "<ol>{rows}</ol>|<li><a href='{url}'>{title}</a></li>",
    "<p>{rows}</p>|- <a href='{url}'>{title}</a> ({day})<br>",
    "{rows}|<details><summary>{title}</summary><p>{news}</p><p>{day}</p><a href='{url}'>Xem toàn văn</a></details>",
    "{rows}|<div onclick=\"location.href='{url}'\"><span>{day}</span><strong>{title}</strong></div>",
    "{rows}|<div>{day} <a href='{url}'>{title}</a> <span>{news}</span></div>",
    "<div>{rows}</div>|<p><a href='{url}'>{title}</a></p><p>Ngày đăng: {day} - {news}</p>",
)
BOXES = (
    "<div><h3>{name}</h3><ul>{rows}</ul></div>|<li><a href='{url}'>{title}</a></li>",
    "<section><h2>{name}</h2>{rows}</section>|<p><a href='{url}'>{title}</a> <small>{day}</small></p>",
    "<table><tr><th>{name}</th></tr>{rows}</table>|<tr><td>&bull; <a href='{url}'>{title}</a></td></tr>",
    "<div><h4>{name}</h4>{rows}</div>|<div><h5><a href='{url}'>{title}</a></h5><p>{day}</p></div>",
)
NAMES = ("Tin đọc nhiều", "Hoạt động của đơn vị", "Văn bản mới", "Gương sáng", "Chuyên đề", "Tin huyện")
HEADS = (
    "<h1>Thông báo</h1>",
    "<h3>Thông báo - Mời họp</h3>",
    "<div><a href='/'>Trang chủ</a> / Thông báo</div>",
    "<h2>Thông báo</h2><p>Các thông báo của đơn vị được cập nhật thường xuyên tại đây.</p>",
)
PAGERS = (
    "",
    "<p><b>1</b> <a href='?trang=2'>2</a> <a href='?trang=3'>3</a></p>",
    "<select onchange='location=this.value'><option>1</option><option value='?trang=2'>2</option></select>",
)
LAYOUTS = (
    "<div><div>{main}</div><div>{boxes}</div></div>",
    "<table><tr><td>{boxes}</td><td>{main}</td></tr></table>",
    "<main>{boxes}{main}</main>",
    "<main>{main}{boxes}</main>",
)


def listed(form: str, numbers: range, name: str = "") -> str:
    holder, row = form.split("|")
    rows = "".join(
        row.format(
            url=f"/thong-bao/{number}",
            title=f"{TOPICS[number % len(TOPICS)]}, đợt {number}",
            day=f"{number % 28 + 1:02}/03/2023",
            news=NEWS,
        )
        for number in numbers
    )
    return holder.format(rows=rows, name=name)


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("seed", range(16))
def test_boxes_of_whatever_name_and_size_are_no_part_of_a_list(row: str, seed: int) -> None:
    dice = random.Random(seed)
    wanted = range(1000, 1000 + dice.choice((3, 4, 6, 10)))
    boxes = [
        listed(dice.choice(BOXES), range(2000 + 20 * place, 2000 + 20 * place + dice.choice((2, 3, 6, 10))), name)
        for place, name in enumerate(dice.sample(NAMES, dice.randrange(4)))
    ]
    main = f"<div>{dice.choice(HEADS)}{listed(row, wanted)}{dice.choice(PAGERS)}</div>"
    title = dice.choice(("Thông báo", "Thông báo - Huyện Cẩm Sơn", "Huyện Cẩm Sơn"))
    body = dice.choice(LAYOUTS).format(main=main, boxes="".join(boxes))
    page = f"<html><head><title>{title}</title></head><body><ul><li><a href='/a'>Tin</a></li></ul>{body}</body></html>"
    for expected in (None, "listing"):
        read = read_page(page.encode(), "https://x.gov.vn/thong-bao", context=Context(expected=expected))
        assert [entry.url for entry in read.entries] == [f"https://x.gov.vn/thong-bao/{number}" for number in wanted]
