"""What the demo portals publish: written by hand where a seed gives the facts, else drawn from the grammar."""

from scraper.demo.content.drawing import articles

PORTALS = {
    "demo-quang-nam": "127.0.0.2",
    "demo-hue": "127.0.0.3",
    "demo-quang-ninh": "127.0.0.4",
    "demo-kon-tum": "127.0.0.5",
    "demo-ninh-thuan": "127.0.0.6",
}
"""The addresses of the demo portals; `portals.toml` has the rest of their facts."""

__all__ = ["PORTALS", "articles"]
