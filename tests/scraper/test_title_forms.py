"""Lists of an ASP.NET portal whose titles post back: those that lead to an address are read, the others are told."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from archive.folder import ArchiveFolder
from tests.command import Done, kehoach
from tests.loopback import Answer, Loopback
from tests.scraper.portals import article, facts, page, title_of
from tests.scraper.test_crawl import query

LIST = "/DanhSach.aspx?cat=3"
EACH = 4


def row(number: int, place: int, *, dated: bool) -> str:
    day = f"<i>({number % 28 + 1:02d}/02/2020)</i>" if dated else ""
    return f"<p><a href=\"javascript:__doPostBack('ctl00$rpt$ctl{place:02d}$lnk','')\">{title_of(number)}</a> {day}</p>"


class Portal:
    """Two pages of titles of which only the server knows, by the view state, what stands in which place."""

    def __init__(self, loopback: Loopback, *, inline: bool = False, dated: bool = True, target: str = "") -> None:
        self.numbers = list(range(2 * EACH))
        self.inline, self.dated, self.target = inline, dated, target
        loopback.routes[LIST] = lambda _: self.listing(1)
        loopback.routes |= {f"/ChiTiet.aspx?id={number}": article(number) for number in range(100)}
        loopback.routes["/ChiTiet.aspx"] = article(0)
        loopback.forms = self.answer

    def listing(self, number: int) -> Answer:
        shown = self.numbers[(number - 1) * EACH : number * EACH]
        rows = "".join(row(one, place, dated=self.dated) for place, one in enumerate(shown))
        state = ",".join(map(str, shown))
        pager = "".join(f"<a href=\"javascript:__doPostBack('ctl00$pager','Page${n}')\">{n}</a> " for n in (1, 2))
        return page("Tin tức", f'<form method="post" action=".{LIST}"><input type="hidden" name="__VIEWSTATE" '
                    f'value="{state}"><h2>Tin tức</h2><div>{rows}</div><div>{pager}</div></form>')  # fmt: skip

    def answer(self, target: str, form: dict[str, str]) -> Answer:
        assert target == LIST
        if form["__EVENTTARGET"] == "ctl00$pager":
            return self.listing(int(form["__EVENTARGUMENT"].removeprefix("Page$")))
        place = int(form["__EVENTTARGET"].split("$")[2].removeprefix("ctl"))
        number = int(form["__VIEWSTATE"].split(",")[place])
        if self.inline:
            return article(number)
        return Answer(status=302, headers={"Location": self.target or f"/ChiTiet.aspx?id={number}"})


def crawl(loopback: Loopback, folder: ArchiveFolder, tmp_path: Path, *words: object) -> Done:
    portals = facts(tmp_path / "portals", loopback.url(LIST))
    where = ("--portals", portals, "--archive", folder.path, "--allow-private", loopback.origin)
    return kehoach("crawl", "thu-nghiem", *where, "--json", *words, cwd=tmp_path)


def posted(loopback: Loopback) -> int:
    return loopback.asked.count(f"POST {LIST}")


def test_titles_that_lead_to_addresses_are_read_there_and_posted_once(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    portal = Portal(loopback)
    done = crawl(loopback, folder, tmp_path)
    assert (done.code, done.json[0]["counts"]["new"]) == (0, 2 * EACH), done.err
    told = query(folder, "SELECT title, url FROM announcement ORDER BY title")
    addresses = [(title_of(n), loopback.url(f"/ChiTiet.aspx?id={n}")) for n in portal.numbers]
    assert told == sorted(addresses)
    assert posted(loopback) == 2 * EACH + 1  # each title, and the second page
    looks = "SELECT count(*) FROM ledger WHERE kind = 'article' AND next_at <> '' AND url LIKE '%ChiTiet%'"
    assert query(folder, looks) == [(2 * EACH,)]

    portal.numbers.insert(0, 50)  # every other title is in another place now
    loopback.asked.clear()
    again = crawl(loopback, folder, tmp_path)
    assert (again.code, again.json[0]["counts"]["new"]) == (0, 1), again.err
    assert [path for path in loopback.asked if "ChiTiet" in path] == ["/ChiTiet.aspx?id=50"]
    assert posted(loopback) == 2  # the new title, and the second page
    assert kehoach("verify", "--archive", folder.path, cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    ("options", "new"),
    [({"inline": True}, 0), ({"target": "/ChiTiet.aspx"}, 1)],
    ids=["in the list's own place", "all at one address"],
)
def test_titles_without_an_address_of_their_own_fail_the_run_each_time_and_are_not_posted_for_ever(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path, options: dict[str, object], new: int
) -> None:
    Portal(loopback, **options)  # type: ignore[arg-type]
    done = crawl(loopback, folder, tmp_path)
    assert (done.code, done.json[0]["counts"].get("new", 0)) == (1, new)
    told = f"{2 * EACH - new} listed titles leading to no address of their own"
    assert told in done.json[0]["reason"]
    assert posted(loopback) in ({1 + 2 * EACH} if new else {4, 5})  # three in vain, and one that was on its way
    loopback.asked.clear()
    again = crawl(loopback, folder, tmp_path)
    assert (again.code, told in again.json[0]["reason"], posted(loopback)) == (1, True, 1)


def test_titles_that_led_nowhere_are_tried_again_on_another_day(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    portal = Portal(loopback, inline=True)
    assert crawl(loopback, folder, tmp_path).code == 1
    assert query(folder, "SELECT count(*) FROM ledger WHERE outcome LIKE 'unaddressed%'") == [(2 * EACH,)]
    with sqlite3.connect(folder.database) as connection:
        connection.execute("UPDATE ledger SET done_at = '2020-02-01T00:00:00Z' WHERE outcome LIKE 'unaddressed%'")
    portal.inline = False
    again = crawl(loopback, folder, tmp_path)
    assert (again.code, again.json[0]["counts"]["new"]) == (0, 2 * EACH), again.err


def test_front_pages_and_addresses_that_answer_forms_are_no_announcements_and_a_title_may_stand_there_twice(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    portal = Portal(loopback)
    portal.numbers[:] = [0, 1, 0, 2, 4, 5, 6, 7]
    elsewhere = {1: (302, "/"), 2: (302, "/index.html"), 4: (307, "/ChiTiet.aspx?id=4"), 5: (302, f"{LIST}#x")}

    def answer(target: str, form: dict[str, str]) -> Answer:
        if target != LIST:
            return article(4)
        told = portal.answer(target, form)
        number = int(told.headers.get("Location", "=-1").partition("=")[2])
        status, location = elsewhere.get(number, (0, ""))
        return Answer(status=status, headers={"Location": location}) if status else told

    loopback.forms = answer
    loopback.routes |= {"/": article(50), "/index.html": article(51)}
    done = crawl(loopback, folder, tmp_path)
    assert done.json[0]["reason"] == "addresses: 4 listed titles leading to no address of their own", done.err
    told = query(folder, "SELECT title FROM announcement ORDER BY title")
    assert told == sorted((title_of(number),) for number in (0, 6, 7))


def test_since_waits_for_the_days_of_what_titles_without_days_lead_to(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    Portal(loopback, dated=False)
    done = crawl(loopback, folder, tmp_path, "--since", "2021-01-01")
    assert (done.code, done.json[0]["counts"]["new"], posted(loopback)) == (0, EACH, EACH), done.err
    loopback.asked.clear()
    assert crawl(loopback, folder, tmp_path, "--since", "2021-01-01").code == 0
    assert posted(loopback) == 0
