"""The file that Datasette's --plugins-dir loads; the hooks are in archive/site/plugin.py."""

from archive.site.plugin import (
    asgi_wrapper,
    extra_template_vars,
    filters_from_request,
    forbidden,
    handle_exception,
    prepare_connection,
    prepare_jinja2_environment,
    register_routes,
    startup,
)

__all__ = [
    "asgi_wrapper",
    "extra_template_vars",
    "filters_from_request",
    "forbidden",
    "handle_exception",
    "prepare_connection",
    "prepare_jinja2_environment",
    "register_routes",
    "startup",
]
