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


PRINT = "<div class='print-action'><a href='javascript:print();'>In bài viết</a></div>"
ACTIONS = f"<div class='asset-user-actions'>{PRINT}{{}}</div>"
WRITER = "<div class='author-name'><strong>Lò Văn Tú</strong></div>"
ACCOUNTS = [
    "<div class='asset-metadata'><span class='metadata-entry metadata-author'>Đinh Thị Vân</span></div>",
    "<div class='asset-metadata'><span class='metadata-entry metadata-author'>Ban Bien tap</span></div>",
    "<div class='metadata-author'><div class='component-title'><a href='/web/van.dt'>Đinh Thị Vân</a></div>"
    "<div class='asset-user-info'><span class='date-info'>Ngày xuất bản: 17/03/2022 08:15</span></div></div>",
    "<p align='right' class='view-content-author'><strong><em>Đinh Thị Vân</em></strong></p>",
]
SKINS = [
    "<div class='asset-full-content-title'>{title}</div><div class='assetPublishDate'>Ngày đăng 17/03/2022 | 8:15 AM"
    "</div><div class='asset-full-content'><div class='journal-content-article'>{text}</div></div>{behind}",
    "<h1 class='header-title'>{title}</h1><div class='asset-full-content'><div class='journal-content-article'>"
    "<p>17/03/2022 08:15</p>{text}</div>{behind}</div>",
    "<div class='asset-full-content no-title'><div class='journal-content-article'><div>{title}</div>"
    "<p>17/03/2022 08:15</p>{text}</div>{behind}</div>",
    "<div class='DetailCB_config'><h3>{title}</h3><p>Ngày đăng: 17/03/2022 08:15</p>{text}{behind}</div>",
    "<div class='UI_Tinbai_chitiet'><div class='UI_Tinbai_chitiet_tieude'>{title}</div>"
    "<div class='UI_Tinbai_chitiet_startdate'>17/03/2022 08:15</div>"
    "<div class='UI_Tinbai_chitiet_noidung'>{text}</div>{behind}</div>",
    "<div class='tin-chi-tiet'><h2>{title}</h2><div>17/03/2022 08:15</div><div>{text}</div>{behind}</div>",
]


@pytest.mark.parametrize("skin", SKINS)
@pytest.mark.parametrize("account", ACCOUNTS)
def test_liferay_credits_who_wrote_among_the_buttons_and_never_the_account(skin: str, account: str) -> None:
    for writer, credited in (("", None), (WRITER, "Lò Văn Tú")):
        content = skin.format(title=TITLE, text=TEXT, behind=ACTIONS.format(writer) + account)
        told = read(
            "<script>var Liferay = Liferay.Icons;</script><link class='lfr-css-file'>",
            f"<div class='portlet-boundary'><div class='portlet-body'>{content}</div></div>",
            "https://mocxa.example/tin/-/asset_publisher/1mOz/content/ra-mat-hoi-quan",
        ).announcement
        assert told is not None
        assert (told.platform, told.title, told.byline) == ("liferay", TITLE, credited)
        assert "17/03/2022" in (told.date_line or "")
        assert "In bài viết" not in told.body_text
