"""An announcement is named by its id, by its page's address here, and by its portal's address, in every command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.addresses import address_key
from archive.database import open_for_reading, open_for_writing
from archive.errors import NoSuchAnnouncementError, UsageError
from archive.folder import ArchiveFolder
from archive.naming import uid_of
from tests.command import kehoach
from tests.loopback import Loopback
from tests.scraper.portals import article, listing, path_of
from tests.scraper.test_crawl import crawl, query
from tests.site.library import Item, make_archive

URL = "https://www.quang-ngai.example.vn/tin/Chi-Tiet.aspx?id=4711&muc=2"
ITEMS = [Item("Kế hoạch", "Nội dung.", url=URL), Item("Tin khác", "Khác.", portal="hue-noi-vu")]


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveFolder:
    folder = make_archive(tmp_path / "data", ITEMS)
    database = open_for_writing(folder)
    database.execute(
        "INSERT INTO address (portal, key, url, announcement) VALUES ('quang-nam', ?, ?, 1)",
        (address_key(URL), URL),
    )
    database.execute("INSERT INTO former_id SELECT 'former', uid FROM announcement WHERE id = 1")
    database.conn.commit()
    database.close()
    return folder


@pytest.mark.parametrize(
    "named",
    [
        "{uid}",
        " {uid} ",
        "/tin/{uid}",
        "http://127.0.0.1:8001/tin/{uid}",
        "https://kehoach.example/tin/{uid}.json",
        "https://kehoach.example/tin/{uid}?q=ke+hoach",
        "https://kehoach.example/tin/{uid}#body",
        "https://toasoan.example/kehoach/tin/{uid}/",
        "https://kehoach.example/tin/{uid}/so-sanh/2",
        "/kehoach/tin/{uid}",
        "kehoach.example/tin/{uid}",
        "former",
        "/tin/former.json",
        URL,
        URL.replace("https", "http"),
        URL.replace("www.", ""),
        URL.replace("www.quang", "WWW.Quang"),
        f"{URL}#binh-luan",
        f"{URL}&utm_source=zalo",
        "https://quang-ngai.example.vn/tin/chi-tiet.aspx?muc=2&id=4711",
        URL.removeprefix("https://"),
        URL.removeprefix("https:"),
    ],
)
def test_any_form_of_an_address_names_the_announcement(folder: ArchiveFolder, named: str) -> None:
    database = open_for_reading(folder)
    (uid,) = database.execute("SELECT uid FROM announcement WHERE id = 1").fetchone()
    assert uid_of(database, named.format(uid=uid)) == uid


@pytest.mark.parametrize(
    "named", ["abcdefgh", "không phải", URL.replace("4711", "4712"), "/tin/abcdefgh", "https://[", "?q=/tin/former"]
)
def test_what_names_none_is_told(folder: ArchiveFolder, named: str) -> None:
    with pytest.raises(NoSuchAnnouncementError, match="no announcement"):
        uid_of(open_for_reading(folder), named)


def test_an_address_of_two_announcements_names_neither(folder: ArchiveFolder) -> None:
    database = open_for_writing(folder)
    database.execute("UPDATE announcement SET url = ? WHERE id = 2", (URL,))
    with pytest.raises(UsageError, match="several announcements"):
        uid_of(database, URL)
    database.conn.rollback()


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ArchiveFolder, str, str]]:
    """An archive with an announcement, its id, and its address as a reader of the portal has it."""
    cwd = tmp_path_factory.mktemp("naming")
    folder = ArchiveFolder(cwd / "archive")
    with Loopback() as portal:
        portal.routes |= {"/tin-tuc": listing(range(3)), **{path_of(number): article(number) for number in range(3)}}
        assert crawl(portal, folder, cwd).code == 0
        (uid,) = query(folder, f"SELECT uid FROM announcement WHERE url LIKE '%{path_of(0)}'")[0]
        yield folder, uid, f"{portal.url(path_of(0))}?utm_source=zalo#noi-dung"


@pytest.mark.parametrize(
    "words",
    [
        ("history",),
        ("captures", "list", "--id"),
        ("attachments", "list", "--id"),
        ("withhold", "--parts"),
    ],
    ids=" ".join,
)
def test_every_command_takes_the_portals_address_for_an_id(
    crawled: tuple[ArchiveFolder, str, str], words: tuple[str, ...]
) -> None:
    folder, uid, address = crawled
    done = kehoach(*words, address, "--json", "--archive", folder.path, cwd=folder.path)
    assert (done.code, done.err) == (0, "")
    assert uid in done.out or path_of(0) in done.out or done.json == []


def test_captures_are_exported_by_the_portals_address(crawled: tuple[ArchiveFolder, str, str], tmp_path: Path) -> None:
    folder, _, address = crawled
    where = ("-o", tmp_path / "a.wacz", "--archive", folder.path, "--json")
    assert kehoach("captures", "export", address, *where, cwd=tmp_path).json["pages"] == 1
    done = kehoach("captures", "export", address.replace("/tin", "/nao"), *where, cwd=tmp_path)
    assert (done.code, "There is no announcement" in done.err) == (2, True)


def test_what_the_portals_address_withholds_it_releases(crawled: tuple[ArchiveFolder, str, str]) -> None:
    folder, uid, address = crawled
    for state, words in (("withheld", ("--reason", "Theo yêu cầu")), ("released", ("--undo",))):
        done = kehoach("withhold", address, *words, "--archive", folder.path, cwd=folder.path)
        assert (done.code, done.out) == (0, f"{uid} is {state}.\n")
