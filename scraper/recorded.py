"""The platforms of which the project's tests hold recorded pages with an expected result; a test compares the two.

The pages themselves are not part of an installation.
"""

from __future__ import annotations

RECORDED = frozenset(
    {
        "domino",
        "dotnetnuke",
        "drupal",
        "hue",
        "liferay",
        "newspaper",
        "nukeviet",
        "register",
        "sharepoint",
        "vnportal",
        "webforms",
        "wordpress",
    }
)
