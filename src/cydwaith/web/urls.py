"""The two pages that every installation has."""

from django.urls import path

from . import views

app_name = "web"

urlpatterns = [
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
]
