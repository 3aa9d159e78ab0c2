"""The jobs that come round again, and the queueing of those that are due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

from cydwaith.kernel import clock


@dataclass(frozen=True)
class Periodic:
    """A task by its dotted path, and how long after the last time it is due again."""

    task: str
    every: timedelta


PERIODIC: tuple[Periodic, ...] = (
    Periodic("cydwaith.person.referrals.jobs.escalate_overdue", timedelta(hours=1)),
    Periodic("cydwaith.commons.messages.jobs.deliver_waiting", timedelta(minutes=10)),
    Periodic("cydwaith.commons.audit.jobs.relay", timedelta(minutes=10)),
    Periodic("cydwaith.place.keeping.jobs.write_letters", timedelta(days=1)),
    Periodic("cydwaith.place.keeping.jobs.end_pauses", timedelta(hours=1)),
    Periodic("cydwaith.place.opportunities.jobs.ask_keepers", timedelta(days=1)),
    Periodic("cydwaith.person.midlife.jobs.remind", timedelta(days=1)),
    Periodic("cydwaith.person.workplace.jobs.remind", timedelta(days=1)),
    Periodic("cydwaith.person.workplace.jobs.tell_pulses", timedelta(days=1)),
    Periodic("cydwaith.person.clinic.jobs.publish", timedelta(days=1)),
    Periodic("cydwaith.place.feeds.jobs.fetch_due", timedelta(minutes=5)),
    Periodic("cydwaith.place.feeds.jobs.compare_all", timedelta(days=1)),
    Periodic("cydwaith.standards.open_referral.jobs.prepare_downloads", timedelta(days=1)),
    Periodic("cydwaith.system.atlas.jobs.publish", timedelta(days=1)),
    Periodic("cydwaith.site.jobs.sweep", timedelta(days=1)),
)


def enqueue_due() -> int:
    """Queue each job whose last queueing is long enough ago; returns how many."""
    due = [job for job in PERIODIC if _is_due(job)]
    for job in due:
        import_string(job.task).enqueue()
    return len(due)


def _is_due(job: Periodic) -> bool:
    """A time still to come was written while the clock ran ahead: it says nothing."""
    now = clock.now()
    last = DBTaskResult.objects.filter(
        task_path=job.task, enqueued_at__gt=now - job.every, enqueued_at__lte=now
    )
    return not last.exists()
