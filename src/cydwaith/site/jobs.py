"""Housekeeping that belongs to no app."""

from django.core.management import call_command
from django_tasks import task


@task()
def sweep() -> None:
    """Take away sessions that are over, and finished jobs that nobody will ask about."""
    call_command("clearsessions")
    call_command("prune_db_task_results", min_age_days=14, verbosity=0)
