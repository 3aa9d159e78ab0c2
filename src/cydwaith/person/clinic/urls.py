"""Addresses of the clinic."""

from django.urls import path

from . import views

app_name = "clinic"
urlpatterns = [
    path("clinic/ask/", views.ask, name="ask"),
    path("clinic/asked/", views.asked, name="asked"),
    path("clinic/known/<uuid:at_practice_id>/", views.known, name="known"),
    path("clinic/practice/", views.practice, name="practice"),
    path("clinic/learning/", views.learning, name="learning"),
    path("clinic/learning/<slug:key>/", views.lesson, name="lesson"),
    path("clinic/learnt/<uuid:done_id>/", views.learnt, name="learnt"),
]
