"""Addresses for other programs: outside the languages, because they are the same in each."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from . import views


class Anything(StringConverter):
    """Whatever follows, line breaks too: an id may hold anything."""

    regex = r"[\s\S]+"


register_converter(Anything, "anything")

app_name = "open_referral_api"
urlpatterns = [
    path("open-referral/", views.versions, name="versions"),
    path("open-referral/<str:version>", views.api, name="bare"),
    path("open-referral/<str:version>/", views.api, name="base"),
    path("open-referral/<str:version>/<anything:path>", views.api, name="answer"),
    path("open-data/files/<str:name>", views.download, name="download"),
]
