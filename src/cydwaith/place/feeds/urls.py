"""Addresses of feeds, conflicts and look-alikes."""

from django.urls import path

from .views import alike, feeds, moves

app_name = "feeds"
urlpatterns = [
    path("feeds/", feeds.feeds, name="feeds"),
    path("feeds/add/", feeds.add, name="add"),
    path("feeds/<uuid:feed_id>/", feeds.feed, name="feed"),
    path("feeds/<uuid:feed_id>/fetch/", feeds.fetch_now, name="fetch_now"),
    path("feeds/<uuid:feed_id>/held/", feeds.held, name="held"),
    path("feeds/conflicts/", moves.conflicts, name="conflicts"),
    path("feeds/conflicts/<slug:kind>/<uuid:key>/", moves.conflict, name="conflict"),
    path("feeds/duplicates/", alike.duplicates, name="duplicates"),
    path("feeds/duplicates/look-again/", alike.look_again, name="look_again"),
    path("feeds/duplicates/<uuid:one>/<uuid:other>/", alike.pair, name="pair"),
    path("feeds/origin/<uuid:service_id>/", alike.origin, name="origin"),
    path("feeds/origin/<uuid:service_id>/part/", alike.part, name="part"),
]
