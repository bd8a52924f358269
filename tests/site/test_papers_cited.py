"""What a paper is about in the words of those that cite it, where the paper itself is not in the archive."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from archive.writer import writing
from tests.site.conftest import Site
from tests.site.library import Item, Paper, make_archive

PLAN = Paper("12/KH-UBND", "implements", "2020-03-05", "KH", "UBND")
ABOUT = "về phòng, chống hạn hán năm 2020"
CITING = [
    Item("Huyện A triển khai", f"Thực hiện Kế hoạch số 12/KH-UBND {about}.", f"2020-04-0{day}", papers=[PLAN])
    for day, about in enumerate(("về chống hạn", ABOUT, ABOUT), 1)
]


def test_a_paper_known_from_citations_alone_has_its_subject_with_its_source(tmp_path: Path) -> None:
    site = Site(make_archive(tmp_path / "data", CITING))
    page, data = site.get("/van-ban/1", "/van-ban/1.json")
    assert data.json()["cited"] | {"uid": ""} == {
        "text": ABOUT, "uid": "", "title": "Huyện A triển khai", "title_printed": "Huyện A triển khai",
    }  # fmt: skip
    uid = data.json()["cited"]["uid"]
    assert site.page(f"/tin/{uid}.json").json()["published_at"] == "2020-04-02"
    assert f'<p class="standfirst">V{ABOUT[1:]}</p>' in page.text
    assert f'Theo trích dẫn trong <a href="/tin/{uid}">Huyện A triển khai</a>' in page.text


def test_the_words_of_others_never_stand_for_a_paper_that_the_archive_has(tmp_path: Path) -> None:
    issuing = replace(CITING[0], papers=[replace(PLAN, role="issues")])
    issued = Site(make_archive(tmp_path / "issued", [*CITING, issuing]))
    told = make_archive(tmp_path / "told", CITING)
    with writing(told) as writer:
        writer.execute("UPDATE document SET abstract = 'Phòng, chống hạn hán'")
        writer.execute("UPDATE announcement SET changed_at = '2020-05-01T00:00:00Z'")
        writer.commit()
    for site, abstract in ((issued, None), (Site(told), "Phòng, chống hạn hán")):
        page, data = site.get("/van-ban/1", "/van-ban/1.json")
        assert (data.json()["cited"], data.json()["told"].get("abstract")) == (None, abstract)
        assert "Theo trích dẫn" not in page.text
