"""Addresses of the directory."""

from django.urls import path

from . import views

app_name = "directory"
urlpatterns = [
    path("support/", views.search, name="search"),
    path("support/<uuid:service_id>/", views.service, name="service"),
]
