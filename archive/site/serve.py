"""Datasette with our site over the public form of one archive, settings closed for the public."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.folder import ArchiveFolder
from archive.public import refresh
from archive.site.fresh import keep_fresh

if TYPE_CHECKING:
    from datasette.app import Datasette

HERE = Path(__file__).parent
SETTINGS: dict[str, int | bool] = {
    "default_allow_sql": False,
    "allow_download": False,
    "suggest_facets": False,
    "max_returned_rows": 500,
    "default_page_size": 50,
    "default_facet_size": 20,
    "facet_time_limit_ms": 200,
    "sql_time_limit_ms": 1000,
    "default_cache_ttl": 0,
    "cache_size_kb": 16_000,
    "num_sql_threads": 5,
    "allow_csv_stream": False,
    "force_https_urls": False,
    "trace_debug": False,
}
"""Given as settings, which Datasette 1.0 reads too; in the metadata it would leave SQL open."""


def metadata_file() -> Path:
    """`datasette_metadata.json`: at the top of the project, or inside the installed package."""
    packaged = HERE / "datasette_metadata.json"
    return packaged if packaged.is_file() else HERE.parents[1] / "datasette_metadata.json"


def run(folder: ArchiveFolder, host: str, port: int, seconds: float) -> None:
    """Serve the archive until Ctrl-C as `datasette serve` would, but with limits to connections.

    What is shown is refreshed every so many seconds. Raises NotAnArchiveError.
    """
    import uvicorn

    from archive.site.connections import LIMITS

    datasette = datasette_for(folder)
    keep_fresh(folder, seconds)
    asyncio.run(datasette.invoke_startup())
    uvicorn.run(datasette.app(), host=host, port=port, log_level="info", lifespan="on", **LIMITS)


def command_for(database: Path) -> list[str]:
    """The arguments of the `datasette` command that serves a public database with our site, wherever it lies."""
    arguments = ["serve", str(database)]
    arguments += ["--metadata", str(metadata_file()), "--template-dir", str(HERE / "templates")]
    arguments += ["--plugins-dir", str(HERE / "plugins"), "--static", f"static:{HERE / 'static'}"]
    for name, value in SETTINGS.items():
        arguments += ["--setting", name, str(int(value))]
    return arguments


def datasette_for(folder: ArchiveFolder, **settings: Any) -> Datasette:
    """Datasette that serves the archive, as an object; `settings` replace ours. Raises NotAnArchiveError."""
    from datasette.app import Datasette

    return Datasette(
        [str(refresh(folder))],
        metadata=json.loads(metadata_file().read_text("utf-8")),
        template_dir=str(HERE / "templates"),
        plugins_dir=str(HERE / "plugins"),
        static_mounts=[("static", str(HERE / "static"))],
        settings=SETTINGS | settings,
    )
