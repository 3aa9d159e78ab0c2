"""Cydwaith: health-and-work support run with people."""

__version__ = "0.1.0"
