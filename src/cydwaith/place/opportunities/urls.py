"""Addresses of what is offered."""

from django.urls import path

from .views import keeping, offering, public

app_name = "opportunities"
urlpatterns = [
    path("opportunities/", public.listing, name="list"),
    path("opportunities/better-off/", public.better_off, name="better_off"),
    path("opportunities/offer/", offering.offer, name="offer"),
    path("opportunities/offer/thanks/", offering.thanks, name="thanks"),
    path("opportunities/mine/", keeping.mine, name="mine"),
    path("opportunities/check/", keeping.check, name="check"),
    path("opportunities/kept/<str:token>/", keeping.by_link, name="by_link"),
    path("opportunities/kept/<str:token>/change/", keeping.change_by_link, name="change_by_link"),
    path("opportunities/<uuid:opportunity_id>/", public.one, name="one"),
    path("opportunities/<uuid:opportunity_id>/keep/", keeping.keep, name="keep"),
    path("opportunities/<uuid:opportunity_id>/change/", keeping.change, name="change"),
]
