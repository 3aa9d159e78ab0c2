"""The web app: base pages, components, static files."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, components and static files for every other app."""

    name = "cydwaith.web"
    label = "web"
