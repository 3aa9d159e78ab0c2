"""Changes to jobs; one concept a file."""

from .evidence import (
    add_file,
    answer_employer,
    ask_employer,
    give_word,
    take_back_question,
    withdraw_evidence,
)
from .following import add_step, finish_step, log_follow_up
from .jobs import add_absence, add_job, change_terms, correct_job, end_job, record_weeks

__all__ = [
    "add_absence",
    "add_file",
    "add_job",
    "add_step",
    "answer_employer",
    "ask_employer",
    "change_terms",
    "correct_job",
    "end_job",
    "finish_step",
    "give_word",
    "log_follow_up",
    "record_weeks",
    "take_back_question",
    "withdraw_evidence",
]
