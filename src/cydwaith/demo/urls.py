"""Addresses that only a demonstration has."""

from django.urls import path

from . import views

app_name = "demo"
urlpatterns = [
    path("demonstration/", views.tour, name="tour"),
    path("demonstration/letters/", views.letters, name="letters"),
]
