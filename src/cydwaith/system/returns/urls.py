"""Addresses of returns."""

from django.urls import path

from . import views

app_name = "returns"
urlpatterns = [
    path("returns/", views.returns, name="returns"),
    path("returns/rates/", views.rates, name="rates"),
    path("returns/make/<slug:programme>/<slug:template>/", views.draft, name="draft"),
    path("returns/make/<slug:programme>/<slug:template>/look/", views.look, name="look"),
    path("returns/make/<slug:programme>/<slug:template>/lines/", views.lines, name="lines"),
    path("returns/sent/<uuid:sent_id>/<slug:form>/", views.file, name="file"),
    path("my/returns/", views.mine, name="mine"),
    path("returns/people/<uuid:person_id>/", views.of_person, name="of_person"),
]
