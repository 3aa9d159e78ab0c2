"""The people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, organisations, memberships."""

    name = "cydwaith.commons.people"
    label = "people"
