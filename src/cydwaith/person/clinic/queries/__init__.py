"""Reads: whom the practice asked, what it is told of whole quarters, and one's own learning."""

from .asking import KnownPage, QuestionRow, asked, known, of_person
from .figures import Count, PracticePage, QuarterPage, practice, tallied, to_publish
from .learning import Learnt, learnt, one_learnt

__all__ = [
    "Count",
    "KnownPage",
    "Learnt",
    "PracticePage",
    "QuarterPage",
    "QuestionRow",
    "asked",
    "known",
    "learnt",
    "of_person",
    "one_learnt",
    "practice",
    "tallied",
    "to_publish",
]
