"""Addresses of measures."""

from django.urls import path

from .views import pages, sitting

app_name = "measures"

urlpatterns = [
    path("my/measures/", pages.mine, name="mine"),
    path("person/<uuid:person_id>/measures/", pages.person, name="person"),
    path("person/<uuid:person_id>/measures/ask/", pages.ask, name="ask"),
    path("measures/change/", pages.change, name="change"),
    path("measures/reading/<uuid:reading_id>/", pages.correct, name="correct"),
    path("measures/sitting/<uuid:invitation_id>/<int:number>/", sitting.fill, name="fill"),
    path("measures/sitting/<uuid:invitation_id>/thanks/", sitting.filled, name="filled"),
    path("questions/<str:token>/", sitting.start, name="by_link"),
    path("questions/<str:token>/<int:number>/", sitting.answer, name="answer"),
    path("questions/<str:token>/thanks/", sitting.thanks, name="thanks"),
]
