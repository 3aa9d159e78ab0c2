"""Addresses of the need list."""

from django.urls import path

from . import views

app_name = "needs"
urlpatterns = [
    path("needs/", views.everything, name="all"),
    path("needs/keep/", views.keep, name="keep"),
    path("needs/keep/try/", views.try_it, name="try"),
    path("needs/keep/draft/", views.draft, name="draft"),
    path("needs/keep/draft/discard/", views.discard, name="discard"),
    path("needs/keep/versions/", views.versions, name="versions"),
    path("needs/keep/versions/<int:number>/", views.version, name="version"),
    path("needs/keep/versions/<int:number>/restore/", views.restore, name="restore"),
    path("needs/keep/need/<slug:key>/", views.need, name="need"),
]
