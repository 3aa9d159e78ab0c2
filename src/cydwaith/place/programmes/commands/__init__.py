"""Changes to programmes: loading definitions and wages, making the next version."""

from .drafting import (
    begin_draft,
    begin_from_file,
    begin_from_starter,
    begin_new,
    change_draft,
    drop_draft,
    put_in_force,
)
from .ending import say_last_day
from .loading import Loaded, load_programmes, load_wages

__all__ = [
    "Loaded",
    "begin_draft",
    "begin_from_file",
    "begin_from_starter",
    "begin_new",
    "change_draft",
    "drop_draft",
    "load_programmes",
    "load_wages",
    "put_in_force",
    "say_last_day",
]
