"""Who wrote, where a theme or a system of the press prints it beside the day above a text."""

from __future__ import annotations

import pytest

from tests.reading.skinned import TEXT, TITLE, read


@pytest.mark.parametrize(
    ("byline", "credited"),
    [
        ('bởi <span class="author vcard"><a href="/author/inh/">BS. Quàng Thị Inh</a></span>', "BS. Quàng Thị Inh"),
        ('by <span class="author"><a class="url fn n" href="/author/tu/">Lò Văn Tú</a></span>', "Lò Văn Tú"),
        ('by <span class="author vcard"><a href="/author/admin/">admin</a></span>', None),
        ('bởi <span class="author vcard"><a href="/author/ttyt/">Trung tâm Y tế huyện</a></span>', None),
        ('by <span class="meta-author vcard"><a href="/author/tu/">Lò Văn Tú</a></span>', None),
        ('Đăng bởi <span class="author vcard"><a href="/author/tu/">Lò Văn Tú</a></span>', None),
    ],
)
def test_a_theme_of_wordpress_credits_the_author_of_an_archive_and_no_account(
    byline: str, credited: str | None
) -> None:
    post = (
        f'<article class="post-320 post"><header class="entry-header"><h1 class="entry-title">{TITLE}</h1>'
        '<div class="entry-meta"><span class="posted-on"><time class="entry-date">Tháng Bảy 8, 2024</time></span>'
        f' <span class="byline">{byline}</span></div></header><div class="entry-content">{TEXT}</div></article>'
    )
    told = read('<meta name="generator" content="WordPress 6.5">', post, "https://yte.example/phong-benh/").announcement
    assert told is not None
    assert (told.title, told.byline) == (TITLE, credited)
    assert (told.date_line or "").startswith("Tháng Bảy 8, 2024")


@pytest.mark.parametrize(("name", "credited"), [("ĐINH LÊ VÂN", "ĐINH LÊ VÂN"), ("admin", None)])
def test_mastercms_credits_the_author_beside_the_day_above_a_text(name: str, credited: str | None) -> None:
    told = read(
        "",
        f"<div class='article'><h1 class='article__title cms-title'>{TITLE}</h1><div class='article__meta'>"
        f"<a class='cms-author author' href='#'>{name}</a><time class='time'>18/10/2025 16:42 (GMT+7)</time></div>"
        f"<div class='article__body cms-body'>{TEXT}</div></div>",
        "https://baomoc.example/xa-moc-ra-mat-hoi-quan-nha-vuon-sen-hong-post569644.html",
    ).announcement
    assert told is not None
    assert (told.platform, told.byline, told.date_line) == ("newspaper", credited, "18/10/2025 16:42 (GMT+7)")
