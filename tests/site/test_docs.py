from __future__ import annotations

import re
from pathlib import Path

from archive.site.address import FLAGS, ORDERS, PARAMETERS
from tests.site.conftest import Site

DOCS = Path(__file__).parents[2] / "docs" / "json-api.md"
TEXT = DOCS.read_text("utf-8")


def test_the_documented_parameters_are_those_of_the_code() -> None:
    table = TEXT.split("| parameter |")[1].split("\n\n")[0]
    named = {name for row in table.splitlines()[2:] for name in re.findall(r"`([\w-]+)`", row.split("|")[1])}
    assert named == {"q", "xep", *PARAMETERS.values(), *FLAGS.values()}
    assert all(f"`{order}`" in table for order in ORDERS)


def test_the_documented_members_are_those_of_a_search(site: Site) -> None:
    answer = site.page("/tra-cuu.json?q=ke+hoach").json()
    table = TEXT.split("| member |")[1].split("\n\n")[0]
    named = {name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert named | {"truncated"} == set(answer)
    (hits,) = (row.split("|")[2] for row in table.splitlines() if row.startswith("| `hits`"))
    assert set(re.findall(r"`(\w+)`", hits)) == set(answer["hits"][0])


def test_a_document_is_data_too(site: Site) -> None:
    page, answer, missing = site.get("/van-ban/2", "/van-ban/2.json", "/van-ban/999999.json")
    found = answer.json()
    assert (found["id"], missing.status_code) == (2, 404)
    assert 'href="/van-ban/2.json"' in page.text
    assert found["number"] in page.text
    assert 2 in [node["key"] for node in found["chain"]]
    assert all(node["label"] in page.text for node in found["chain"])
    section = TEXT.split("## Documents")[1].split("##")[0]
    assert {"told", "issued_in", "named_in", "all_namings", "chain", "provinces"} <= set(found)
    assert all(f"`{name}`" in section for name in ("told", "issued_in", "named_in", "all_namings", "chain"))


def test_every_example_works(site: Site) -> None:
    paths = re.findall(r"curl 'http://127\.0\.0\.1:8001(/[^']*)'", TEXT)
    assert len(paths) >= 5
    for answer in site.get(*(path for path in paths if "UID" not in path)):
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("application/json")
        assert answer.json()
