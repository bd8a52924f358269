"""The platforms that the demo portals run on."""

from collections.abc import Mapping

from scraper.demo.platforms.dotnetnuke import DotNetNuke
from scraper.demo.platforms.hue import Hue
from scraper.demo.platforms.liferay import Liferay
from scraper.demo.platforms.newspaper import Newspaper
from scraper.demo.platforms.sharepoint import SharePoint
from scraper.demo.site import Platform

PLATFORMS: Mapping[str, Platform] = {
    "demo-quang-nam": DotNetNuke(),
    "demo-hue": Hue(),
    "demo-quang-ninh": Newspaper(),
    "demo-kon-tum": Liferay(),
    "demo-ninh-thuan": SharePoint(),
}
"""The platform of each demo portal."""
