"""Addresses of looking for work."""

from django.urls import path

from .views import employers, fitting, introduced

app_name = "seeking"
urlpatterns = [
    path("my/what-fits/", fitting.mine, name="mine"),
    path("opportunities/<uuid:opportunity_id>/interested/", fitting.interested, name="interested"),
    path("opportunities/<uuid:opportunity_id>/people/", introduced.signed_in, name="introduced"),
    path("opportunities/kept/<str:token>/people/", introduced.by_link, name="introduced_by_link"),
    path("person/<uuid:person_id>/what-fits/", fitting.of_person, name="matches"),
    path("person/<uuid:person_id>/what-fits/<uuid:opportunity_id>/", fitting.interested_with, name="tell"),
    path("person/<uuid:person_id>/interest/<uuid:interest_id>/", fitting.interest, name="interest"),
    path("person/<uuid:person_id>/employers/", employers.of_person, name="employers"),
    path("employers/", employers.general, name="general"),
]
