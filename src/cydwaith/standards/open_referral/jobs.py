"""What open data does at night."""

from django_tasks import task

from .downloads import prepare


@task()
def prepare_downloads() -> None:
    """Have every download ready before anybody asks."""
    prepare()
