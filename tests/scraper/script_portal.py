"""Small portals on loopback whose pages only a script draws: from JSON with addresses, or from data without any."""

from __future__ import annotations

import json

from tests.loopback import Answer, Loopback
from tests.scraper.portals import article, title_of
from tests.scraper.portals import path_of as article_path

COUNT = 6
SHELL = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Cổng thử nghiệm</title>{head}
<link rel="stylesheet" href="/app.css"></head><body><div id="app"></div><script src="{scripts}/app.js"></script>
</body></html>"""
# The list and the articles have addresses that only this script puts together; half of the list waits for a button.
APP = """
const root = document.getElementById('app');
const show = html => { root.innerHTML = '<h3>Sở Nội vụ tỉnh Kon Tum</h3><img src="/banner.png">' + html; };
const at = location.pathname.match(/^\\/bai\\/(\\d+)$/);
const day = text => text.split('-').reverse().join('/');
fetch(at ? '/du-lieu/' + at[1] : '/du-lieu').then(answer => answer.json()).then(data => {
  if (at) {
    show(`<h1>${data.t}</h1><p>Ngày đăng: ${day(data.d)}</p><div>${data.n}</div><p>Tác giả: ${data.b}</p>`);
  } else {
    const rows = list => list.map(one =>
      `<li><a href="/bai/${one.k}">${one.t}</a> <span>${day(one.d)}</span></li>`).join('');
    show('<h2>Tin tức</h2><ul>' + rows(data) + '</ul><button>Xem thêm</button>');
    const button = document.querySelector('button');
    button.onclick = () => fetch('/du-lieu/tiep').then(answer => answer.json()).then(more => {
      document.querySelector('ul').innerHTML += rows(more);
      button.remove();
    });
  }
});
"""
BODY = "<p>Sở Nội vụ tỉnh vừa ban hành Kế hoạch số 12/KH-SNV ngày 05/02/2020 về việc này.</p>" * 3


def shell(head: str = "", scripts: str = "") -> Answer:
    """A page that prints nothing; `scripts` is the origin of its script where that is another."""
    return Answer(SHELL.replace("{head}", head).replace("{scripts}", scripts).encode())


def data(value: object) -> Answer:
    """An answer in JSON."""
    return Answer(json.dumps(value, ensure_ascii=False).encode(), content_type="application/json")


def drawn_portal(loopback: Loopback, scripts: str = "") -> None:
    """A portal at `/` whose data says nothing to a reader: only the drawn pages have titles, days and addresses."""
    loopback.routes["/"] = shell(scripts=scripts)
    loopback.routes["/app.js"] = Answer(APP.encode(), content_type="text/javascript")
    listed = [{"k": 100 + n, "t": title_of(n), "d": f"2020-02-{n + 1:02d}"} for n in range(COUNT)]
    loopback.routes["/du-lieu"] = data(listed[: COUNT // 2])
    loopback.routes["/du-lieu/tiep"] = data(listed[COUNT // 2 :])
    for n in range(COUNT):
        loopback.routes[f"/bai/{100 + n}"] = shell(scripts=scripts)
        one = {"t": title_of(n), "d": f"2020-02-{n + 1:02d}", "n": BODY, "b": "Nguyễn Thị Hoà"}
        loopback.routes[f"/du-lieu/{100 + n}"] = data(one)


def data_portal(loopback: Loopback) -> None:
    """A portal whose list is named by its page and stands in two pages of JSON, and whose articles carry their data."""
    fetching = "<script>fetch('/api/tin-tuc?page=1').then(answer => answer.json()).then(draw)</script>"
    loopback.routes["/"] = shell(fetching)
    for page in (1, 2):
        numbers = range((page - 1) * COUNT // 2, page * COUNT // 2)
        loopback.routes[f"/api/tin-tuc?page={page}"] = data({"totalPages": 2, "items": [row(n) for n in numbers]})
    for n in range(COUNT):
        article = row(n) | {"content": BODY, "author": "Nguyễn Thị Hoà"}
        state = json.dumps({"props": {"pageProps": {"post": article}}}, ensure_ascii=False)
        loopback.routes[path_of(n)] = shell(f'<script id="__NEXT_DATA__" type="application/json">{state}</script>')


def counting_portal(loopback: Loopback) -> None:
    """A portal whose list at `/tin-tuc` says that it counts more than it shows; nothing leads to the rest."""
    data_portal(loopback)
    state = json.dumps({"posts": [row(n) for n in range(COUNT // 2)], "total": COUNT}, ensure_ascii=False)
    loopback.routes["/tin-tuc"] = shell(f'<script id="__NEXT_DATA__" type="application/json">{state}</script>')


def row(number: int) -> dict[str, object]:
    """A record of the list."""
    return {"id": number, "title": title_of(number), "url": path_of(number), "publishedAt": f"2020-02-{number + 1:02d}"}


def path_of(number: int) -> str:
    """The path of an article of the second portal."""
    return f"/tin-tuc/bai-viet-so-{1000 + number}"


# The first page of the list is there; the others come to whoever clicks on a number, which then is the present page.
PAGER = """
const list = document.querySelector('#ds');
const pager = document.querySelector('#trang');
const turn = number => fetch('/trang-' + number).then(answer => answer.json()).then(rows => {
  list.innerHTML = rows.map(one => `<li><a href="${one.url}">${one.title}</a> <i>${one.day}</i></li>`).join('');
  pager.querySelectorAll('a').forEach(step => step.className = step.innerText == number ? 'on' : '');
});
pager.querySelectorAll('a').forEach(step => { step.onclick = () => turn(step.innerText); });
document.querySelectorAll('#lich a').forEach(day => { day.onclick = () => { list.innerHTML = ''; }; });
"""


def clicked_portal(loopback: Loopback, pages: int, *, each: int = 3, dated: bool = True) -> None:
    """A portal at `/` whose list is turned by clicks on numbers without addresses, beside slides and a calendar.

    Each page is of a year of its own, from 2020 on back; where the list is not `dated`, only its articles say so.
    """
    rows = [
        [
            {
                "url": article_path(n),
                "title": title_of(n),
                "day": f"{n % 28 + 1:02d}/02/{2020 - page}" if dated else "Sở Nội vụ",
            }
            for n in range(page * each, (page + 1) * each)
        ]
        for page in range(pages)
    ]
    first = "".join(f'<li><a href="{one["url"]}">{one["title"]}</a> <i>{one["day"]}</i></li>' for one in rows[0])
    steps = "".join(f'<a href="javascript:void(0)">{number}</a> ' for number in range(1, pages + 1))
    days = "".join(f'<td><a href="#">{day}</a></td>' for day in range(1, 32))
    markup = (
        "<html><head><title>Tin tức</title></head><body><div><button>1</button><button>2</button></div>"
        f'<h2>Tin tức</h2><div><ul id="ds">{first}</ul><p id="trang">{steps}</p></div>'
        f'<table id="lich"><tr>{days}</tr></table><script src="/trang.js"></script></body></html>'
    )
    loopback.routes["/"] = Answer(markup.encode())
    loopback.routes["/trang.js"] = Answer(PAGER.encode(), content_type="text/javascript")
    for number, some in enumerate(rows, 1):
        loopback.routes[f"/trang-{number}"] = data(some)
    for n in range(pages * each):
        of_year = article(n).body.replace(b"/02/2020 08:30", f"/02/{2020 - n // each} 08:30".encode())
        loopback.routes[article_path(n)] = Answer(of_year)
