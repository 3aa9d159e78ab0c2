"""Addresses of the journey."""

from django.urls import path

from . import views

app_name = "journey"
urlpatterns = [
    path("my/page/", views.home, name="home"),
    path("my/next-step/<uuid:talk_id>/", views.next_step, name="next_step"),
    path("people/", views.caseload, name="caseload"),
    path("person/<uuid:person_id>/", views.person, name="person"),
    path("person/<uuid:person_id>/story/", views.story, name="story"),
    path("person/<uuid:person_id>/attempt/", views.attempt, name="attempt"),
    path("person/<uuid:person_id>/talk/", views.talk, name="talk"),
]
