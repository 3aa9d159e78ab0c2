"""Reading what is kept: how groups stand, what is due, what was proposed."""

from .standing import Standing, standing

__all__ = ["Standing", "standing"]
