"""Build hook: the design system and the compiled languages go into the wheel, not the repository."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class MadeFromSource(BuildHookInterface[Any]):
    """Makes them before the files are gathered; without a network the wheel has our own stylesheet alone."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make both, and name them so that their being git-ignored does not leave them out."""
        sys.path.insert(0, str(Path(self.root) / "src"))
        from cydwaith.cli.prepare import compile_catalogues
        from cydwaith.web import assets

        compile_catalogues()
        assets.fetch()
        build_data["artifacts"] += ["src/cydwaith/web/static/vendor/", "src/cydwaith/**/*.mo"]
