"""Addresses of the register."""

from django.urls import path

from . import views

app_name = "register"
urlpatterns = [
    path("register/", views.register, name="register"),
    path("register/table.csv", views.table, name="table"),
    path("register/<uuid:service_id>/", views.asset, name="asset"),
    path("register/<uuid:service_id>/action/", views.plan, name="plan"),
    path("register/action/<uuid:action_id>/", views.close, name="close"),
]
