"""Addresses of the directory; those for other programs stand outside the languages."""

from django.urls import path

from . import api, views

app_name = "directory"
urlpatterns = [
    path("support/", views.search, name="search"),
    path("support/sounds-like/", views.sounds_like, name="sounds_like"),
    path("support/needs/", views.needs, name="needs"),
    path("support/remembered/", views.remembered, name="remembered"),
    path("support/remember/", views.remember, name="remember"),
    path("support/forget/", views.forget, name="forget"),
    path("support/<uuid:service_id>/", views.service, name="service"),
]
for_programs = (
    [path("search", api.search, name="search"), path("needs", api.needs, name="needs")],
    "directory-api",
)
