"""Addresses of the mid-life review."""

from django.urls import path

from . import views

app_name = "midlife"
urlpatterns = [
    path("my/midlife/", views.mine, name="mine"),
    path("midlife/invite/", views.invite, name="invite"),
    path("person/<uuid:person_id>/midlife/", views.of_person, name="person"),
    path("person/<uuid:person_id>/midlife/<uuid:review_id>/", views.review, name="review"),
    path("person/<uuid:person_id>/midlife/<uuid:review_id>/choose/", views.choose, name="choose"),
    path("person/<uuid:person_id>/midlife/<uuid:review_id>/<slug:which>/", views.part, name="part"),
]
