"""Addresses of the workplace."""

from django.urls import include, path

from .views import checking, contact, library, own, pulsing

app_name = "workplace"

ONE = [
    path("", own.one, name="one"),
    path("propose/", own.propose, name="propose"),
    path("carry/", own.carry, name="carry"),
    path("stop/", own.stop, name="stop"),
    path("days/", own.days, name="days"),
    path("<uuid:adjustment_id>/", own.say, name="say"),
]

PERSON = [
    path("", own.home, name="home"),
    path("invite/", own.invite, name="invite"),
    path("<uuid:invitation_id>/", include(ONE)),
]

SIGNED_IN = [
    path("", contact.with_us, name="with_us"),
    path("changed/", contact.changed, name="changed"),
    path("dates/", contact.dates, name="dates"),
    path("<uuid:adjustment_id>/", contact.answer, name="answer"),
]

LINKED = [
    path("", contact.by_link, name="by_link"),
    path("changed/", contact.changed_by_link, name="changed_by_link"),
    path("dates/", contact.dates_by_link, name="dates_by_link"),
    path("<uuid:adjustment_id>/", contact.answer_by_link, name="answer_by_link"),
]

urlpatterns = [
    path("my/workplace/", own.mine, name="mine"),
    path("person/<uuid:person_id>/workplace/", include(PERSON)),
    path("workplace/adjustments/", library.adjustments, name="library"),
    path("workplace/guide/", library.guide, name="guide"),
    path("workplace/self-check/", checking.show, name="check"),
    path("workplace/self-check/answer/", checking.answer, name="check_answer"),
    path("workplace/self-check/<uuid:check_id>/done/", checking.done_with, name="check_done"),
    path("workplace/pulse/", pulsing.ours, name="pulse"),
    path("workplace/pulse/<uuid:pulse_id>/codes/", pulsing.sheet, name="pulse_sheet"),
    path("pulse/", pulsing.by_code, name="pulse_code"),
    path("workplace/pulse/<str:token>/", pulsing.take, name="pulse_take"),
    path("workplace/people/", contact.invited_us, name="invited_us"),
    path("workplace/people/<uuid:invitation_id>/", include(SIGNED_IN)),
    path("workplace/link/<str:token>/", include(LINKED)),
]
