"""Addresses of keeping."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from .queries.assurance import State
from .views import by_link, steward, suggesting, walking


class StateConverter(StringConverter):
    """One of the heaps on the steward's page."""

    regex = "|".join(State)


register_converter(StateConverter, "keeping_state")

app_name = "keeping"
urlpatterns = [
    path("still-right/thanks/<slug:what>/", by_link.answered, name="answered"),
    path("still-right/<str:token>/", by_link.still_right, name="still_right"),
    path("suggested/<str:token>/", by_link.outcome, name="outcome"),
    path("support/<uuid:service_id>/wrong/", suggesting.wrong, name="wrong"),
    path("tell-us/", suggesting.tell_us, name="tell"),
    path("tell-us/thanks/", suggesting.thanks, name="thanks"),
    path("walk/", walking.walk, name="walk"),
    path("walk/send/", walking.send, name="send"),
    path("walk/worker.js", walking.worker, name="worker"),
    path("walk/app.webmanifest", walking.manifest, name="manifest"),
    path("keeping/rhythm/", steward.rhythm, name="rhythm"),
    path("keeping/proposals/", steward.proposals, name="proposals"),
    path("keeping/proposals/<uuid:proposal_id>/", steward.proposal, name="proposal"),
    path("keeping/<keeping_state:state>/", steward.heap, name="heap"),
    path("keeping/ask/<uuid:service_id>/", steward.ask, name="ask"),
]
