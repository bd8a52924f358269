"""The listing pages of ../shared/pages: complete and nothing else, whatever the hosts are called."""

from __future__ import annotations

import pytest

from benchmarks.listings import PAGES, TRUTH, anonymised, scores

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="../shared/pages is not there")


def test_the_truth_covers_the_listing_pages() -> None:
    listed = {
        line.split("\t")[0]
        for line in (PAGES / "index.tsv").read_text(encoding="utf-8").splitlines()[1:]
        if "\tlist\t" in line
    }
    text = TRUTH.read_text(encoding="utf-8")
    assert listed
    assert all(f'"{file}"' in text for file in listed)


@pytest.mark.parametrize("anonymous", [False, True], ids=["hosts as they are", "hosts replaced"])
def test_the_article_links_of_the_listing_pages_are_complete_and_nothing_else(anonymous: bool) -> None:
    wrong = {
        one.file: (one.missed, one.extra) for one in scores(anonymous=anonymous, rounds=1) if one.missed or one.extra
    }
    assert wrong == {}


def test_replacing_hosts_replaces_all_of_them() -> None:
    assert (
        anonymised(b'<a href="https://syt.x.gov.vn/a">//bao.vn/b')
        == b'<a href="https://portal.invalid/a">//portal.invalid/b'
    )
