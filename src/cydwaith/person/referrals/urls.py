"""Addresses of referrals."""

from django.urls import path

from .views import by_link, front_door, onward, referral, triage

app_name = "referrals"
urlpatterns = [
    path("start/", front_door.start, name="start"),
    path("start/check/", front_door.check, name="check"),
    path("start/sent/", front_door.reference, name="sent"),
    path("start/forget/", front_door.forget, name="forget"),
    path("start/<slug:slug>/", front_door.step, name="step"),
    path("refer/", front_door.quick, name="quick"),
    path("my-referrals/", referral.mine, name="mine"),
    path("my-referrals/<uuid:referral_id>/", referral.asked, name="asked"),
    path("my-referrals/asked-of-us/<uuid:referral_id>/", onward.asked_of_us, name="asked_of_us"),
    path("triage/", triage.triage, name="triage"),
    path("referrals/<uuid:referral_id>/", referral.one, name="one"),
    path("referrals/<uuid:referral_id>/accept/", triage.accept, name="accept"),
    path("referrals/<uuid:referral_id>/decline/", triage.decline, name="decline"),
    path("referrals/<uuid:referral_id>/elsewhere/", triage.redirect_on, name="redirect"),
    path("referrals/<uuid:referral_id>/coach/", triage.hand_over, name="hand_over"),
    path("referrals/<uuid:referral_id>/close/", triage.close, name="close"),
    path("referrals/<uuid:referral_id>/their-answer/", referral.answer, name="their_answer"),
    path("referrals/<uuid:referral_id>/take-back/", referral.take_back, name="take_back"),
    path("referrals/<uuid:referral_id>/how-it-went/", referral.say, name="how_it_went"),
    path("referrals/<uuid:referral_id>/preview/", onward.preview, name="preview"),
    path("people/<uuid:person_id>/referrals/", referral.timeline, name="timeline"),
    path("people/<uuid:person_id>/ask/<uuid:service_id>/", onward.ask, name="ask"),
    path("answer/thank-you/", by_link.answer_thanks, name="answered"),
    path("answer/<str:token>/", by_link.answer, name="answer"),
    path("asked/<str:token>/", by_link.asked_by_link, name="asked_by_link"),
    path("say/thank-you/", by_link.say_thanks, name="said"),
    path("say/<str:token>/", by_link.say, name="say"),
]
