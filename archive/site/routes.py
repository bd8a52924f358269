"""Which address leads to which page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from archive.site.pages import (
    about,
    announcement,
    capture,
    crawler,
    documents,
    downloads,
    health,
    holes,
    home,
    language,
    places,
    results,
    sources,
    take,
    withheld,
)

ROUTES: list[tuple[str, Callable[..., Any]]] = [
    (r"/$", home.home),
    (r"/tra-cuu$", results.results),
    (r"/tra-cuu\.(?P<form>json|csv|xlsx|atom|feed\.json)$", take.take),
    (r"/tin/(?P<uid>[a-z2-7]{1,40})$", announcement.by_uid),
    (r"/tin/(?P<uid>[a-z2-7]{1,40})\.json$", announcement.data),
    (r"/tin/(?P<uid>[a-z2-7]{1,40})/so-sanh/(?P<number>\d{1,4})$", announcement.revision),
    (r"/archive/announcement/(?P<id>\d{1,15})$", announcement.by_id),
    (r"/ban-luu/(?P<id>\d{1,15})$", capture.page),
    (r"/ban-luu/(?P<id>\d{1,15})\.txt$", capture.text),
    (r"/ban-luu/(?P<id>\d{1,15})/tai-ve$", capture.download),
    (r"/nguon$", sources.portals),
    (r"/nguon/(?P<name>[a-z0-9-]{1,80})$", sources.portal),
    (r"/nguon/(?P<name>[a-z0-9-]{1,80})\.svg$", health.badge),
    (r"/healthz$", health.healthz),
    (r"/so-khuyet$", holes.holes),
    (r"/so-khuyet\.(?P<form>json|csv)$", holes.data),
    (r"/trinh-thu-thap$", crawler.crawler),
    (r"/van-ban$", documents.documents),
    (r"/van-ban/(?P<id>\d{1,15})$", documents.document),
    (r"/van-ban/(?P<id>\d{1,15})\.json$", documents.data),
    (r"/dia-phuong$", places.places),
    (r"/dia-phuong/(?P<slug>[a-z-]{2,30})$", places.place),
    (r"/dia-phuong/cu/(?P<slug>[a-z-]{2,30})$", places.former_place),
    (r"/tai-ve$", downloads.downloads),
    (r"/tai-ve/(?P<name>[\w.-]{1,60})$", downloads.download),
    (r"/gioi-thieu$", about.about),
    (r"/da-rut$", withheld.log),
    (r"/da-rut\.json$", withheld.log_as_json),
    (r"/ngon-ngu/(?P<language>vi|en)$", language.choose),
]
