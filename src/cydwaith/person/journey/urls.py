"""Addresses of the journey."""

from django.urls import path

from . import views

app_name = "journey"
urlpatterns = [
    path("my/page/", views.home, name="home"),
    path("my/next-step/<uuid:talk_id>/", views.next_step, name="next_step"),
    path("my/details/", views.details, name="my_details"),
    path("person/<uuid:person_id>/details/", views.details, name="details"),
    path("person/<uuid:person_id>/own-page/", views.own_page, name="own_page"),
    path("people/", views.caseload, name="caseload"),
    path("person/<uuid:person_id>/", views.person, name="person"),
    path("person/<uuid:person_id>/story/", views.story, name="story"),
    path("person/<uuid:person_id>/attempt/", views.attempt, name="attempt"),
    path("person/<uuid:person_id>/talk/", views.talk, name="talk"),
]
