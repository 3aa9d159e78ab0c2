"""Changes: asking, answering, correcting."""

from .asking import Asked, ask, finish
from .readings import correct, record_reading
from .sitting import answer

__all__ = ["Asked", "answer", "ask", "correct", "finish", "record_reading"]
