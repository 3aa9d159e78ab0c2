"""Changes to the need list: a draft, a new version, an earlier version again."""

from .drafting import change_need, discard_draft
from .publishing import load_list, publish_draft, restore_version

__all__ = ["change_need", "discard_draft", "load_list", "publish_draft", "restore_version"]
