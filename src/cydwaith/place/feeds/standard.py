"""The standard in which feeds are written, named by a setting: the wing above this one."""

from importlib import import_module
from typing import cast

from django.conf import settings

from .rules import Standard


def standard() -> Standard:
    """What knows how pages of a feed follow each other."""
    return cast(Standard, import_module(f"{settings.DIRECTORY_STANDARD}.following"))
