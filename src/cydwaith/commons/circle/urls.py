"""Addresses of the circle."""

from django.urls import path

from . import views

app_name = "circle"
urlpatterns = [
    path("my/circle/", views.mine, name="mine"),
    path("my/circle/let-in/", views.let_in, name="let_in"),
    path("circle/<uuid:permission_id>/stop/", views.stop, name="stop"),
    path("my/record/", views.record, name="record"),
    path("my/record/data/", views.record_data, name="record_data"),
    path("my/record/seen/", views.seen, name="seen"),
    path("person/<uuid:person_id>/circle/", views.of_person, name="of_person"),
    path("person/<uuid:person_id>/circle/let-in/", views.let_in, name="let_in_with"),
    path("person/<uuid:person_id>/shared/", views.shared, name="shared"),
]
