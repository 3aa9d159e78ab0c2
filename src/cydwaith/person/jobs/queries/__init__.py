"""Reads of jobs; one concept a file."""

from .beginning import known_of
from .evidence import AskRow, EvidenceRow, File, ask, asks, evidence, evidence_of, file, one_piece
from .following import (
    ContactRow,
    DueRow,
    FollowAlong,
    PlannedRow,
    contacts,
    contacts_of,
    due,
    follow_along,
)
from .jobs import JobRow, job, jobs, jobs_of, timeline
from .page import JobLine, JobPart, JobsPage, StepRow, job_page, page, require, steps
from .verdicts import (
    OutcomesPage,
    RuleVerdict,
    WeekRow,
    judge_spells,
    outcome,
    outcomes,
    verdicts,
    verdicts_of,
)

__all__ = [
    "AskRow",
    "ContactRow",
    "DueRow",
    "EvidenceRow",
    "File",
    "FollowAlong",
    "JobLine",
    "JobPart",
    "JobRow",
    "JobsPage",
    "OutcomesPage",
    "PlannedRow",
    "RuleVerdict",
    "StepRow",
    "WeekRow",
    "ask",
    "asks",
    "contacts",
    "contacts_of",
    "due",
    "evidence",
    "evidence_of",
    "file",
    "follow_along",
    "job",
    "job_page",
    "jobs",
    "jobs_of",
    "judge_spells",
    "known_of",
    "one_piece",
    "outcome",
    "outcomes",
    "page",
    "require",
    "steps",
    "timeline",
    "verdicts",
    "verdicts_of",
]
