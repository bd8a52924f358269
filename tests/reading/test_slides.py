"""Slides of a front page that are pictures alone: what the pictures are called names the stories that they lead to."""

from __future__ import annotations

import pytest

from tests.reading.listed import listed, rows

STORY = "<div><h3>Tin tức</h3><ul>{rows}</ul></div>"
CAPTIONS = ("Khánh thành Trường Mầm non Đức Trọng", "Khởi công tuyến đường liên xã dài 7,5 km")
FORMS = (
    "<a href='{url}'><img src='/a.jpg' title='{caption}' alt=''/></a>",
    "<a href='{url}'><img src='/a.jpg' alt='{caption}'/></a>",
    "<a href='{url}' title='{caption}'><img src='/a.jpg'/></a>",
    "<li><a href='{url}'><img src='/a.jpg' title='{caption}'/></a></li>",
)


def _named(
    form: str = FORMS[0],
    *,
    captions: tuple[str, ...] = CAPTIONS,
    place: str = "/tin/khanh-thanh-va-khoi-cong-{}",
    address: str = "https://x.gov.vn/",
) -> list[str | None]:
    """The titles of what is read beside the stories of a page below the slides of a slider."""
    slides = "".join(form.format(url=place.format(900 + n), caption=caption) for n, caption in enumerate(captions))
    told = STORY.format(rows=rows('<li><a href="/tin/{slug}">{title}</a></li>'))
    page = f"<html><title>Huyện X</title><body><div>{slides}</div><div>{told}</div></body></html>"
    stories = rows("{title}\n").split("\n")
    return [entry.title for entry in listed(page, address) if entry.title not in stories]


@pytest.mark.parametrize("form", FORMS)
def test_slides_are_entries_with_the_captions_of_their_pictures(form: str) -> None:
    assert _named(form) == list(CAPTIONS)


def test_slides_of_a_section_stand_on_all_its_pages_and_are_no_entries() -> None:
    assert not _named(address="https://x.gov.vn/tin")


def test_a_single_picture_is_no_slider() -> None:
    assert not _named(captions=CAPTIONS[:1])


@pytest.mark.parametrize("place", ["/thu-vien-anh/le-hoi-hoa-{}", "/chuyen-de/hoc-tap-va-lam-theo-bac/trang-{}/"])
def test_pictures_that_lead_elsewhere_than_the_stories_do_are_no_slides(place: str) -> None:
    assert not _named(place=place)


@pytest.mark.parametrize("caption", ["", "anh bia", "IMG_2041.jpg", "Xem thêm"])
def test_pictures_that_are_called_nothing_are_no_slides(caption: str) -> None:
    assert not _named(captions=(caption, caption))
