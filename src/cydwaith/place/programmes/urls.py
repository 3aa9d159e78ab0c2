"""Addresses of programmes."""

from django.urls import path

from .views import beginning, drafting, ending, reading

app_name = "programmes"
urlpatterns = [
    path("programmes/", reading.programmes, name="list"),
    path("programmes/wages/", reading.wages, name="wages"),
    path("programmes/wages/take/", reading.take_wages, name="take_wages"),
    path("programmes/new/", beginning.new, name="new"),
    path("programmes/file/", beginning.from_file, name="from_file"),
    path("programmes/version/<uuid:version_id>/", reading.version, name="version"),
    path("programmes/version/<uuid:version_id>/file/", beginning.file, name="file"),
    path("programmes/begin/<slug:name>/", drafting.begin_from, name="begin_from"),
    path("programmes/of/<slug:key>/", reading.programme, name="programme"),
    path("programmes/of/<slug:key>/history/", reading.history, name="history"),
    path("programmes/of/<slug:key>/last-day/", ending.last_day, name="last_day"),
    path("programmes/of/<slug:key>/begin/", drafting.begin, name="begin"),
    path("programmes/of/<slug:key>/next/", drafting.draft, name="draft"),
    path("programmes/of/<slug:key>/next/drop/", drafting.drop, name="drop"),
    path("programmes/of/<slug:key>/next/<slug:part>/", drafting.part, name="part"),
    path("programmes/of/<slug:key>/next/<slug:part>/<int:number>/", drafting.line, name="line"),
]
