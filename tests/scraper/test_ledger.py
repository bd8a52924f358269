from __future__ import annotations

from datetime import UTC, datetime, timedelta

from archive.folder import ArchiveFolder
from archive.writer import writing
from scraper.facts import load_demo_portals
from scraper.ledger import MAX_TRIES, Ledger
from scraper.session import portal_row

URL = "http://127.0.0.2/tin/{}.html"


def test_an_address_that_has_had_its_tries_ends_no_run_in_which_another_one_still_waits(folder: ArchiveFolder) -> None:
    moment = datetime(2020, 3, 2, tzinfo=UTC)
    with writing(folder, clock=lambda: moment) as writer:
        portal = load_demo_portals()["demo-kon-tum"]
        writer.put_portal(portal_row(portal))
        ledger = Ledger(writer, portal.name, writer.start_run(portal.name, "crawl"), retry_base=1.0)
        for number in range(2):
            ledger.add(f"tin/{number}", URL.format(number), "article")
        for _ in range(MAX_TRIES):
            entry = ledger.next()
            assert entry is not None
            assert entry.url == URL.format(0)
            if not ledger.postpone(entry, "unreachable: HTTP 500", None):
                ledger.settle(entry, "unreachable: HTTP 500", failed=True)
                ledger.settle(entry, "not stored", failed=True)
            waiting = ledger.next()
            if waiting is not None:
                ledger.release(waiting)
            moment += timedelta(minutes=1)
        assert ledger.open_count() == 1
        assert ledger.waits()


def test_an_address_that_a_title_led_to_is_not_given_out_again_where_a_list_named_it_too(folder: ArchiveFolder) -> None:
    with writing(folder) as writer:
        portal = load_demo_portals()["demo-kon-tum"]
        writer.put_portal(portal_row(portal))
        ledger = Ledger(writer, portal.name, writer.start_run(portal.name, "crawl"), retry_base=1.0)
        ledger.add("danh-sach#lnk", URL.format("danh-sach"), "article", (("__EVENTTARGET", "lnk"),))
        for number in range(2):
            ledger.add(f"tin/{number}", URL.format(number), "article")
        title = ledger.next()
        assert title is not None
        target = ledger.led_to(title, "tin/0", URL.format(0), "read")
        ledger.settle(target, "read")
        following = ledger.next()
        assert following is not None
        assert following.url == URL.format(1)
        assert (ledger.next(), ledger.open_count()) == (None, 1)
