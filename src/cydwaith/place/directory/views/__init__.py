"""Pages of the directory, open to all."""

from .search import needs, search, sounds_like
from .service import service

__all__ = ["needs", "search", "service", "sounds_like"]
