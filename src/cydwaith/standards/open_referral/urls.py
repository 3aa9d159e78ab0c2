"""Addresses of open data, in each language."""

from django.urls import path

from . import views

app_name = "open_referral"
urlpatterns = [
    path("open-data/", views.open_data, name="open_data"),
    path("open-data/changes.atom", views.changes, name="changes"),
    path("support/<uuid:service_id>/data/", views.record, name="record"),
    path("support/<uuid:service_id>/calendar.ics", views.calendar, name="calendar"),
]
