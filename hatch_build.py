"""Build hook: the design system's stylesheet and script go into the wheel, never into the repository."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WebAssets(BuildHookInterface[Any]):
    """Fetches the pinned design system before the files are gathered; works without a network too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch, and list the fetched folder so that its being git-ignored does not leave it out."""
        sys.path.insert(0, str(Path(self.root) / "src"))
        from cydwaith.web import assets

        if assets.fetch():
            build_data["artifacts"].append("src/cydwaith/web/static/vendor/")
