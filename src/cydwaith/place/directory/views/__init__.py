"""Pages of the directory, open to all."""

from .remembering import forget, remember, remembered
from .search import needs, search, sounds_like
from .service import service

__all__ = ["forget", "needs", "remember", "remembered", "search", "service", "sounds_like"]
