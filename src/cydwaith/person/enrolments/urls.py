"""Addresses of enrolments."""

from django.urls import path

from . import views

app_name = "enrolments"
urlpatterns = [
    path("my/programmes/", views.mine, name="mine"),
    path("person/<uuid:person_id>/programmes/", views.person, name="person"),
    path("person/<uuid:person_id>/programmes/join/", views.enrol, name="enrol"),
    path("person/<uuid:person_id>/programmes/questions/", views.ask, name="ask"),
    path("person/<uuid:person_id>/birthday/", views.birthday, name="birthday"),
    path("enrolment/<uuid:enrolment_id>/start/", views.put_right, name="put_right"),
    path("enrolment/<uuid:enrolment_id>/stage/", views.move, name="move"),
    path("enrolment/<uuid:enrolment_id>/team/", views.team, name="team"),
    path("enrolment/<uuid:enrolment_id>/end/", views.end, name="end"),
]
