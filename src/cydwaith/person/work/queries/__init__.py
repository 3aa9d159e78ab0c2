"""What may be asked about somebody's wishes for work and what they can do."""

from .profile import Profile, profile
from .statement import Statement, statement

__all__ = ["Profile", "Statement", "profile", "statement"]
