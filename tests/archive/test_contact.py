"""What is a contact, and what is refused."""

from __future__ import annotations

import pytest

from archive.contact import checked_contact
from archive.errors import UsageError


@pytest.mark.parametrize(
    "contact",
    [
        "",
        "toa-soan@example.org",
        "toà-soạn@báo.vn",
        "https://example.org",
        "http://localhost:8001/trinh-thu-thap",
        "HTTPS://example.org/a/b?c=d,e#f",
        "newsroom@example.org; https://example.org/trinh-thu-thap",
        "https://example.org/trinh-thu-thap;a@example.org",
        "a@example.org, b@example.org",
    ],
)
def test_mail_and_web_addresses_are_contacts(contact: str) -> None:
    assert checked_contact(contact) == contact


@pytest.mark.parametrize(
    "contact",
    [
        "nonsense",
        " ",
        "a@",
        "@example.org",
        "a@localhost",
        "a b@example.org",
        "https://",
        "https:///trang",
        "ftp://example.org",
        "example.org",
        "javascript:alert(1)",
        "a@example.org; nonsense",
        "a@example.org;",
        "a@example.org\nX-Header: 1",
        "a@example.org\r",
        "https://example.org/) (compatible",
    ],
)
def test_what_nobody_can_write_to_is_refused_in_one_sentence(contact: str) -> None:
    with pytest.raises(UsageError, match="is no contact") as refused:
        checked_contact(contact)
    assert "\n" not in str(refused.value)
