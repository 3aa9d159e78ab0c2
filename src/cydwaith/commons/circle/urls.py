"""Addresses of the circle."""

from django.urls import path

app_name = "circle"
urlpatterns = []
