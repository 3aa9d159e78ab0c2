"""The standard in which records of the directory are written, named by a setting: the wing above this one."""

from django.conf import settings
from django.utils.module_loading import import_string

from .rules.incoming import Reader


def reader() -> Reader:
    """What reads a record of that standard."""
    found: Reader = import_string(f"{settings.DIRECTORY_STANDARD}.mapping.read")
    return found
