"""The raw tables as pages and as data."""

from __future__ import annotations

import asyncio
import json
import re
from html import unescape

import pytest
from datasette.app import Datasette

from archive.folder import ArchiveFolder
from archive.site.serve import datasette_for, metadata_file
from tests.site.conftest import Site


def test_the_table_shows_title_date_agency_province_and_documents(site: Site) -> None:
    text = site.page("/archive/announcement?_size=100").text
    heads = ("Tiêu đề", "Ngày đăng", "Nơi đăng", "Tỉnh, thành hiện nay", "Loại văn bản", "Văn bản")
    places = [text.index(head) for head in heads]
    assert places == sorted(places) or all(head in text for head in heads)
    assert "5408/KH-UBND; 35-CT/TW" in text
    assert "Không rõ ngày đăng" in text


def test_the_tables_facets_answer(site: Site) -> None:
    data = site.page("/archive/announcement.json?_size=1").json()
    assert set(data["facet_results"]) == {"province_now", "posted_by", "document_type", "year"}
    assert not data.get("facets_timed_out")
    years = {facet["value"] for facet in data["facet_results"]["year"]["results"]}
    assert "" in years


TABLES = json.loads(metadata_file().read_text("utf-8"))["databases"]["archive"]["tables"]
SORTS = [
    (table, f"{way}={column}")
    for table in ("announcement", "announcement_text", "attachment", "document", "mention", "capture", "revision")
    for column in TABLES[table]["sortable_columns"]
    for way in ("_sort", "_sort_desc")
]


def test_every_sort_of_every_table_pages_to_its_end(library: ArchiveFolder) -> None:
    async def rows_of(datasette: Datasette, path: str | None) -> tuple[list[object], int]:
        seen: list[object] = []
        count = 0
        while path:
            data = (await datasette.client.get(path)).json()
            seen += [json.dumps(row) for row in data["rows"]]
            count = data["filtered_table_rows_count"]
            path = data["next_url"] and data["next_url"].removeprefix("http://localhost")
        return seen, count

    async def follow() -> None:
        datasette = datasette_for(library, num_sql_threads=1)
        await datasette.invoke_startup()
        for table, sort in [*SORTS, ("announcement", "_search=ke+hoach&_sort_desc=year"), ("announcement", "")]:
            seen, count = await rows_of(datasette, f"/archive/{table}.json?_size=29&{sort}")
            assert len(seen) == len(set(seen)) == count, (table, sort)

    asyncio.run(follow())


def test_a_page_of_rows_says_how_many_it_shows_at_most_and_where_all_are(site: Site) -> None:
    page, many, stream = site.get(
        "/archive/mention", "/archive/mention.json?_size=501", "/archive/mention.csv?_stream=on&_size=max"
    )
    assert "nhiều nhất 500 dòng" in page.text
    assert 'href="/tai-ve"' in page.text
    assert many.status_code == 400
    assert stream.status_code == 400


def test_every_head_of_the_table_that_sorts_leads_to_a_page(site: Site) -> None:
    heads = re.findall(r'<th scope="col"><a rel="nofollow" href="([^"]+)"', site.page("/archive/announcement").text)
    assert len(heads) == 3
    assert [answer.status_code for answer in site.get(*map(unescape, heads))] == [200] * 3


@pytest.mark.parametrize("query", ["_sort=khong-co", "_size=khong-co"])
def test_a_question_that_makes_no_sense_is_not_called_a_fault_that_was_logged(site: Site, query: str) -> None:
    answer = site.page(f"/archive/announcement?{query}")
    assert answer.status_code == 400
    assert "Lỗi đã được ghi lại" not in answer.text
    assert "phần sau dấu hỏi" in answer.text
