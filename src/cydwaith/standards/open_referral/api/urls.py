"""Addresses for other programs: outside the languages, because they are the same in each."""

from django.urls import path

from . import views

app_name = "open_referral_api"
urlpatterns = [
    path("open-referral/", views.versions, name="versions"),
    path("open-referral/<str:version>", views.api, name="bare"),
    path("open-referral/<str:version>/", views.api, name="base"),
    path("open-referral/<str:version>/<path:path>", views.api, name="answer"),
    path("open-data/files/<str:name>", views.download, name="download"),
]
