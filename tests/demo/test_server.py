from __future__ import annotations

from urllib.request import urlopen

import pytest

from scraper.demo import serve
from scraper.demo.content import PORTALS


@pytest.mark.parametrize("name", PORTALS)
def test_each_portal_answers_its_articles_under_its_own_address(name: str) -> None:
    with serve(0) as server:
        site = server.sites[name]
        article = site.articles()[0]
        with urlopen(site.address(article)) as response:
            page = response.read().decode()
        assert response.status == 200
        assert "DEMO" in page
