"""What an announcement is in the words of schema.org, for search engines and reference managers."""

from __future__ import annotations

from typing import Any

from archive.site.links import outward
from archive.site.records import Record


def as_linked_data(record: Record, site: str) -> dict[str, Any]:
    """The announcement as JSON-LD; `site` is our address without a path. What is not known is left out."""
    row = record.row
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle" if row["system"] == "press" else "Article",
        "@id": f"{site}/tin/{row['uid']}",
        "url": f"{site}/tin/{row['uid']}",
        "headline": row["title_printed"] or None,
        "inLanguage": "vi",
        "dateModified" if row["published_label"] == "updated" else "datePublished": row["published_at"],
        "author": [{"@type": "Person", "name": name} for name in record.authors],
        "publisher": {"@type": "Organization", "name": row["posted_by"]},
        "isBasedOn": outward(row["url"]),
        "archivedAt": f"{site}/ban-luu/{row['capture']}" if row["capture"] else None,
        "spatialCoverage": row["province"] or None,
        "mentions": [
            {
                key: value
                for key, value in {
                    "@type": "Legislation",
                    "legislationIdentifier": mention.number,
                    "legislationDate": mention.dated,
                    "url": f"{site}/van-ban/{mention.document}" if mention.document else None,
                }.items()
                if value
            }
            for mention in record.documents
        ],
    }
    return {key: value for key, value in data.items() if value}
