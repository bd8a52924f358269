"""Themes of blocks of WordPress: who wrote a post, who remarked on it, and what the site is called."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from tests.reading.skinned import FIRST, TEXT, TITLE, read

DATE = "<div class='wp-block-post-date'><time>20/05/2023</time></div>"
AUTHOR = (
    "<div class='wp-block-post-author'><div class='wp-block-post-author__content'>"
    "<p class='wp-block-post-author__name'>{}</p></div></div>"
)
COMMENTS = (
    "<div class='wp-block-comments'><h3>Một bình luận</h3><ol class='wp-block-comment-template'><li>"
    "<div class='wp-block-comment-author-name'>Ngọc Diệu</div><div class='wp-block-comment-date'>21/05/2023</div>"
    "<div class='wp-block-comment-content'><p>Cháu muốn đăng ký lần sau ạ.</p></div></li></ol></div>"
)


BLOCKS = '<meta name="generator" content="WordPress 6.2">'


def in_blocks(above: str, behind: str) -> PrintedAnnouncement:
    told = read(
        BLOCKS,
        f"<div class='wp-site-blocks'><main><h1 class='wp-block-post-title'>{TITLE}</h1>"
        f"<div class='wp-block-template-part'>{above}</div><div class='wp-block-post-content'>{TEXT}</div>"
        f"<div class='wp-block-template-part'>{behind}</div>{COMMENTS}</main></div>",
        "https://mocxa.example/2023/05/ra-mat-hoi-quan/",
    ).announcement
    assert told is not None
    assert (told.title, told.date_line) == (TITLE, "20/05/2023")
    assert told.body_text.startswith(FIRST)
    assert "Ngọc Diệu" not in told.body_text
    return told


@pytest.mark.parametrize(
    "facts", [f"<p>Tác giả:</p>{AUTHOR}", "<p>Tác giả</p><div class='wp-block-post-author-name'>{}</div>"]
)
def test_the_author_of_a_theme_of_blocks_is_credited_and_who_commented_is_not(facts: str) -> None:
    facts = facts.format("Phan Hoài Nam")
    for above, behind in ((DATE + facts, ""), ("", f"<p>Ngày đăng</p>{DATE}<p>trong</p>{facts}")):
        assert (in_blocks(above, behind).byline or "").endswith("Phan Hoài Nam")


@pytest.mark.parametrize("name", ["wp-block-post-content", "entry-content wp-block-post-content has-global-padding"])
def test_the_name_of_the_site_in_large_type_is_no_title_of_a_post_in_blocks(name: str) -> None:
    told = read(
        BLOCKS,
        "<div class='wp-site-blocks'><h1 class='wp-block-site-title'><a href='/'>Phường Mộc An</a></h1>"
        f"<main><h1 class='wp-block-post-title'>{TITLE}</h1>{DATE}<div class='{name}'>{TEXT}</div></main></div>",
        "https://mocxa.example/thong-bao-lich/",
    ).announcement
    assert told is not None
    assert (told.title, told.date_line) == (TITLE, "20/05/2023")


@pytest.mark.parametrize("facts", ["", f"<p>bởi</p>{AUTHOR.format('admin')}", AUTHOR.format("quantri")])
def test_a_theme_of_blocks_without_a_writer_credits_nobody(facts: str) -> None:
    for above, behind in ((DATE + facts, ""), ("", DATE + facts)):
        assert in_blocks(above, behind).byline is None


@pytest.mark.parametrize("count", ["Một bình luận", "2 bình luận về “Ra mắt Hội quán”", "One response to “Ra mắt”"])
def test_who_comments_below_the_count_of_remarks_wrote_no_text(count: str) -> None:
    remarks = COMMENTS.replace("Một bình luận", count)
    main = f"<h1>{TITLE}</h1><p>20/05/2023</p><div>{TEXT}</div>{remarks}"
    told = read("", main, "https://mocxa.example/2023/05/ra-mat-hoi-quan/").announcement
    assert told is not None
    assert (told.byline, "Cháu muốn" in told.body_text) == (None, False)
