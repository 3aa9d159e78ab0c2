"""Addresses of places: stable, so that they can be shared."""

from django.urls import path, register_converter

from . import views


class Code:
    """A statistical code such as W06000015, or one of an invented place."""

    regex = "[A-Z]{1,3}[0-9]{1,8}"

    def to_python(self, value: str) -> str:
        """As it is."""
        return value

    def to_url(self, value: str) -> str:
        """As it is."""
        return value


register_converter(Code, "place")
app_name = "atlas"
urlpatterns = [
    path("places/", views.places, name="places"),
    path("places/<place:code>/", views.place, name="place"),
    path("places/<place:code>/gaps/", views.gaps, name="gaps"),
    path("places/<place:code>/figures.csv", views.figures_csv, name="csv"),
    path("places/<place:code>/figures.json", views.figures_json, name="json"),
]
