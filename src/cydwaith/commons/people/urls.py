"""Addresses of the steward's pages."""

from django.urls import path

from . import views

app_name = "people"
urlpatterns = [
    path("partnership/", views.partnership, name="partnership"),
    path("partnership/organisations/add/", views.add_organisation, name="add_organisation"),
    path("partnership/members/add/", views.add_member, name="add_member"),
    path("partnership/roles/<uuid:membership_id>/end/", views.end_role, name="end_role"),
]
