"""Messages that really arrive: once, apart by kind, not at night, and only what is news."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from archive.folder import ArchiveFolder
from archive.health import refresh
from archive.notify import open_book, send
from archive.search.filters import Filters
from archive.writer import ArchiveWriter, utc, writing
from tests.archive.examples import PORTAL
from tests.command import kehoach
from tests.notify.conftest import LAST_LOOK, NOW, Hook, Mailbox, look, publish

BEFORE = NOW - timedelta(days=2)


def begin(writer: ArchiveWriter) -> None:
    """A portal that was crawled once, two days ago, and whose state is known since then."""
    writer.put_portal(PORTAL)
    publish(writer, "2019-05-05", seen=BEFORE, title="Kế hoạch cũ")
    look(writer, LAST_LOOK)
    refresh(writer.database, [PORTAL["name"]], BEFORE)


def backdate(folder: ArchiveFolder, moment: datetime) -> None:
    """Let everybody have been in the address book since `moment`."""
    with open_book(folder) as book:
        for table in ("target", "follow"):
            book._database.execute(f"UPDATE {table} SET added_at = ?", (utc(moment),))


def look_now(writer: ArchiveWriter) -> None:
    """Commands go by the clock on the wall: for them the portal was looked at today."""
    look(writer, utc(datetime.now(UTC)))
    refresh(writer.database, [PORTAL["name"]], datetime.now(UTC))


def test_a_change_of_state_reaches_the_mailbox_once(folder: ArchiveFolder, mailbox: Mailbox) -> None:
    with writing(folder) as writer, open_book(folder) as book:
        begin(writer)
        writer.commit()
        book.add_target(f"mailto://127.0.0.1:{mailbox.port}?from=a@example.org&to=b@example.org", ["states"])
        backdate(folder, BEFORE)
        look(writer, utc(NOW), finding="blocked")
        refresh(writer.database, [PORTAL["name"]], NOW)
        writer.commit()
        for _ in range(2):
            send(book, writer.database, NOW + timedelta(minutes=1))
    assert len(mailbox.letters) == 1
    subject, text = mailbox.letters[0]
    assert "tình trạng nguồn thay đổi" in subject
    assert "Cổng thử nghiệm" in text
    assert "chặn truy cập" in text
    assert "https://example.vn/: bị chặn: HTTP 403" in text


def test_a_follow_hears_of_what_is_new_changed_and_removed_apart_and_never_of_old_things_found_late(
    folder: ArchiveFolder, hook: Hook
) -> None:
    with writing(folder) as writer, open_book(folder) as book:
        begin(writer)
        publish(writer, "2026-03-10", seen=BEFORE, title="Kế hoạch sẽ bị sửa")
        publish(writer, "2026-03-11", seen=BEFORE, title="Kế hoạch sẽ bị gỡ")
        writer.commit()
        target = book.add_target(f"json://127.0.0.1:{hook.port}/den")
        book.add_follow(target, "ke hoach", Filters())
        book.add_follow(target, "không có gì như thế", Filters())
        backdate(folder, BEFORE + timedelta(hours=1))
        publish(writer, "2026-03-19", seen=NOW, title="Kế hoạch mới")
        publish(writer, None, seen=NOW, title="Kế hoạch không ngày")
        publish(writer, "2018-01-01", seen=NOW, title="Kế hoạch tìm thấy muộn")
        publish(writer, "2026-03-19", seen=NOW, title="Thông báo mới")
        publish(writer, "2026-03-10", seen=NOW, title="Kế hoạch sẽ bị sửa", body="Nội dung khác.")
        writer.execute("UPDATE announcement SET removed_at = ? WHERE title = 'Kế hoạch sẽ bị gỡ'", (utc(NOW),))
        writer.commit()
        first = send(book, writer.database, NOW + timedelta(minutes=1))
        again = send(book, writer.database, NOW + timedelta(hours=5))
    assert [one.arrived for one in first] == [True]
    assert again == []
    (path, told) = hook.asked[0]
    assert path == "/den"
    parts = told["message"].split("\n\n")
    assert [part.splitlines()[0] for part in parts] == ["Tin mới (2)", "Tin bị sửa (1)", "Tin bị gỡ (1)"]
    assert "Kế hoạch mới" in parts[0]
    assert "Kế hoạch không ngày" in parts[0]
    assert "muộn" not in told["message"]


def test_what_a_first_crawl_brings_is_no_news_but_what_is_fresh(folder: ArchiveFolder, hook: Hook) -> None:
    with writing(folder) as writer, open_book(folder) as book:
        writer.put_portal(PORTAL)
        writer.commit()
        book.add_follow(book.add_target(f"json://127.0.0.1:{hook.port}/"), "", Filters(portal=PORTAL["name"]))
        backdate(folder, BEFORE)
        for day, title in (("2020-01-01", "Xưa"), ("2026-03-18", "Vừa đăng"), (None, "Không ngày")):
            publish(writer, day, seen=NOW, title=title)
        writer.commit()
        send(book, writer.database, NOW)
    assert len(hook.asked) == 1
    text = hook.asked[0][1]["message"]
    assert "Vừa đăng" in text
    assert "Xưa" not in text
    assert "Không ngày" not in text


def test_a_message_that_is_refused_is_sent_again_and_said_to_be_refused(folder: ArchiveFolder, hook: Hook) -> None:
    with writing(folder) as writer, open_book(folder) as book:
        begin(writer)
        book.add_follow(book.add_target(f"json://127.0.0.1:{hook.port}/"), "", Filters())
        backdate(folder, BEFORE)
        publish(writer, "2026-03-19", seen=NOW, title="Kế hoạch mới")
        writer.commit()
        hook.status = 500
        assert [one.arrived for one in send(book, writer.database, NOW)] == [False]
        hook.status = 200
        assert [one.arrived for one in send(book, writer.database, NOW)] == [True]
        assert send(book, writer.database, NOW) == []


@pytest.mark.parametrize(("hours", "sent"), [("22:00-06:00", 1), ("11:00-13:00", 0), ("06:00-22:00", 0)])
def test_nothing_is_sent_in_quiet_hours_of_vietnam(folder: ArchiveFolder, hook: Hook, hours: str, sent: int) -> None:
    with writing(folder) as writer, open_book(folder) as book:
        begin(writer)
        book.add_follow(book.add_target(f"json://127.0.0.1:{hook.port}/", quiet=hours), "", Filters())
        backdate(folder, BEFORE)
        publish(writer, "2026-03-19", seen=NOW, title="Kế hoạch mới")
        writer.commit()
        assert len(send(book, writer.database, NOW)) == sent
        assert len(send(book, writer.database, NOW + timedelta(hours=11))) == 1 - sent


def test_who_is_added_hears_once_which_sources_are_in_trouble_already(folder: ArchiveFolder, hook: Hook) -> None:
    with writing(folder) as writer, open_book(folder) as book:
        begin(writer)
        look(writer, utc(BEFORE), finding="blocked")
        refresh(writer.database, [PORTAL["name"]], BEFORE)
        writer.commit()
        book.add_target(f"json://127.0.0.1:{hook.port}/", ["states"])
        backdate(folder, NOW)
        assert [send(book, writer.database, NOW) != [] for _ in range(2)] == [True, False]
        assert "nguồn đang có vấn đề" in hook.asked[0][1]["title"]
        assert hook.asked[0][1]["message"].startswith(f"! {PORTAL['title']}: chặn truy cập (")
        for day, finding in enumerate(("ok", "blocked"), 1):
            look(writer, utc(NOW + timedelta(days=day)), finding=finding)
            refresh(writer.database, [PORTAL["name"]], NOW + timedelta(days=day))
            writer.commit()
            assert len(send(book, writer.database, NOW + timedelta(days=day, hours=1))) == 1
    assert all("tình trạng nguồn thay đổi" in told["title"] for _, told in hook.asked[1:])


def test_the_digest_comes_once_a_day_and_the_ping_once_after_each_crawl(folder: ArchiveFolder, hook: Hook) -> None:
    with writing(folder) as writer, open_book(folder) as book:
        begin(writer)
        writer.commit()
        book.add_target(f"json://127.0.0.1:{hook.port}/tom-tat", ["digest"])
        book.add_target(f"http://127.0.0.1:{hook.port}/con-song", ["ping"])
        for _ in range(2):
            send(book, writer.database, NOW, with_digest=True)
        assert [path for path, _ in hook.asked] == ["/tom-tat"]
        look(writer, utc(NOW))
        writer.commit()
        for _ in range(2):
            send(book, writer.database, NOW, with_digest=True)
        assert [path for path, _ in hook.asked] == ["/tom-tat", "/con-song"]
        look(writer, utc(NOW + timedelta(hours=5)))
        writer.commit()
        for _ in range(2):
            send(book, writer.database, NOW + timedelta(hours=6))
    assert [path for path, _ in hook.asked] == ["/tom-tat", "/con-song", "/con-song"]


@pytest.mark.parametrize(("former", "again"), [(True, 0), (False, 1)])
def test_what_was_told_under_a_former_id_is_no_news_under_that_of_today(
    folder: ArchiveFolder, hook: Hook, *, former: bool, again: int
) -> None:
    with writing(folder) as writer, open_book(folder) as book:
        begin(writer)
        target = book.add_target(f"json://127.0.0.1:{hook.port}/den")
        book.add_follow(target, "ke hoach", Filters())
        backdate(folder, BEFORE)
        publish(writer, "2026-03-19", seen=NOW, title="Kế hoạch mới")
        writer.commit()
        assert len(send(book, writer.database, NOW + timedelta(minutes=1))) == 1
        if former:
            writer.execute("INSERT INTO former_id SELECT uid, 'nay' FROM announcement WHERE title = 'Kế hoạch mới'")
        writer.execute("UPDATE announcement SET uid = 'nay' WHERE title = 'Kế hoạch mới'")
        writer.commit()
        assert len(send(book, writer.database, NOW + timedelta(hours=5))) == again


def test_a_silent_place_is_told_to_those_who_follow_it(folder: ArchiveFolder, hook: Hook) -> None:
    with writing(folder) as writer, open_book(folder) as book:
        begin(writer)
        writer.commit()
        here = book.add_target(f"json://127.0.0.1:{hook.port}/day")
        elsewhere = book.add_target(f"json://127.0.0.1:{hook.port}/noi-khac")
        book.add_follow(here, "hạn hán", Filters(province_now="Quảng Ngãi"))
        book.add_follow(elsewhere, "hạn hán", Filters(province_now="Huế"))
        backdate(folder, BEFORE)
        look(writer, utc(NOW), finding="unreachable")
        refresh(writer.database, [PORTAL["name"]], NOW)
        writer.commit()
        send(book, writer.database, NOW)
    assert [path for path, _ in hook.asked] == ["/day"]
    assert "không vào được" in hook.asked[0][1]["message"]


def test_the_commands_add_list_and_remove_and_show_no_secret(folder: ArchiveFolder, hook: Hook) -> None:
    with writing(folder) as writer:
        begin(writer)
    place = {"cwd": folder.path.parent}
    url = f"json://user:s3cret@127.0.0.1:{hook.port}/x"
    assert kehoach("notify", "add", url, "--archive", folder.path, **place).code == 0
    assert kehoach("follow", "add", "hạn hán", url, "--plans", "--archive", folder.path, **place).code == 0
    listed = kehoach("notify", "list", "--json", "--archive", folder.path, **place)
    assert "s3cret" not in listed.out
    assert listed.json[0]["wants"] == ["states", "digest"]
    assert listed.json[0]["follows"][0]["query"] == "hạn hán"
    assert kehoach("notify", "test", "--archive", folder.path, **place).code == 0
    assert len(hook.asked) == 1
    assert kehoach("follow", "remove", 1, "--archive", folder.path, **place).code == 0
    assert kehoach("notify", "remove", 1, "--archive", folder.path, **place).code == 0
    assert kehoach("notify", "remove", 1, "--archive", folder.path, **place).code == 2
    for wrong in ("nobody", "file:///etc/passwd"):
        done = kehoach("notify", "add", wrong, "--archive", folder.path, **place)
        assert (done.code, done.err.count("\n")) == (2, 1)
    assert kehoach("notify", "add", url, "--quiet", "25-7", "--archive", folder.path, **place).code == 2


@pytest.mark.parametrize(
    ("job", "result", "status", "told"),
    [
        ("backup", "exit-code", "1", True),
        ("verify", "timeout", "TERM", True),
        ("first-pages", "oom-kill", "KILL", True),
        ("first-pages", "exit-code", "2", True),
        ("first-pages", "exit-code", "1", False),
        ("backup", "success", "0", False),
    ],
)
def test_a_job_that_failed_is_told_once_and_a_crawl_whose_portal_failed_is_told_as_its_state(
    folder: ArchiveFolder, hook: Hook, job: str, result: str, status: str, told: bool
) -> None:
    with writing(folder) as writer:
        begin(writer)
        look_now(writer)
    place = {"cwd": folder.path.parent, "SERVICE_RESULT": result, "EXIT_STATUS": status}
    with open_book(folder) as book:
        book.add_target(f"json://127.0.0.1:{hook.port}/den", ["states"])
    backdate(folder, BEFORE)
    assert kehoach("notify", "send", "--job", job, "--archive", folder.path, **place).code == 0
    assert kehoach("notify", "send", "--archive", folder.path, cwd=folder.path.parent).code == 0
    messages = [message for _, message in hook.asked]
    assert len(messages) == told
    if told:
        assert "việc theo lịch không xong" in messages[0]["title"]
        assert messages[0]["message"].startswith(job)
        assert f"{result}, {status}; journalctl -u kehoach-{job}" in messages[0]["message"]


def test_a_disk_that_stopped_a_crawl_is_named(folder: ArchiveFolder, hook: Hook) -> None:
    with writing(folder) as writer:
        begin(writer)
        look_now(writer)
    full = {"SERVICE_RESULT": "exit-code", "EXIT_STATUS": "1", "KEHOACH_LEAST_FREE": "100"}
    with open_book(folder) as book:
        book.add_target(f"json://127.0.0.1:{hook.port}/den", ["states"])
    backdate(folder, BEFORE)
    kehoach("notify", "send", "--job", "first-pages", "--archive", folder.path, cwd=folder.path.parent, **full)
    ((_, message),) = hook.asked
    assert "MiB are free" in message["message"]


def test_a_publication_that_failed_is_told(folder: ArchiveFolder, hook: Hook) -> None:
    with writing(folder) as writer:
        begin(writer)
        look_now(writer)
    place = {"cwd": folder.path.parent}
    (folder.path.parent / "theirs").mkdir()
    (folder.path.parent / "theirs" / "letter.txt").write_text("x")
    with open_book(folder) as book:
        book.add_target(f"json://127.0.0.1:{hook.port}/den", ["states"])
    backdate(folder, BEFORE)
    assert kehoach("publish", "--tell", folder.path.parent / "theirs", "--archive", folder.path, **place).code == 1
    assert kehoach("notify", "send", "--archive", folder.path, **place).code == 0
    ((_, message),) = hook.asked
    assert "holds other files" in message["message"]
