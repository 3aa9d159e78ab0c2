"""Six documents from one set of answers; each is composed once and shown, printed and given alike."""

from .compose import Facts, compose
from .difficulties import difficulties

__all__ = ["Facts", "compose", "difficulties"]
