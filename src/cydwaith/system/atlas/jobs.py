"""What the worker does: each day where assets stand, each month the figures."""

from django_tasks import task

from cydwaith.kernel.actor import system

from .commands import publish_figures


@task()
def publish() -> int:
    """Place the assets anew, and publish last month's figures if that was not done; bears repeating."""
    told = publish_figures(system("to publish the figures of places"))
    return sum(one.is_new for one in told)
