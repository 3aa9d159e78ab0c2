"""Addresses of fidelity."""

from django.urls import path

from . import views

app_name = "fidelity"
urlpatterns = [
    path("fidelity/", views.teams, name="teams"),
    path("fidelity/our-statement/", views.statement, name="statement"),
    path("fidelity/people/<uuid:person_id>/benefits/", views.benefits, name="benefits"),
    path("fidelity/<uuid:organisation_id>/team/", views.team, name="team"),
    path("fidelity/<uuid:organisation_id>/team/staffing/", views.staffing, name="staffing"),
    path("fidelity/<uuid:organisation_id>/team/jobcentre/", views.jobcentre, name="jobcentre"),
    path("fidelity/<uuid:organisation_id>/team/week/", views.week, name="week"),
    path("fidelity/<uuid:organisation_id>/<slug:scale>/", views.standing, name="standing"),
    path("fidelity/<uuid:organisation_id>/<slug:scale>/<str:key>/", views.item, name="item"),
]
