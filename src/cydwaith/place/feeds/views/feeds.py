"""Feeds: which there are, how their fetches went, and what is held."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Conflict, NotFound
from cydwaith.web.sending import actor_of, done, saved, sent

from .. import commands, jobs, queries
from ..forms import FeedForm, KeepingForm


@staff(Role.STEWARD)
@require_safe
def feeds(request: HttpRequest) -> HttpResponse:
    """Every feed and how its last fetch went."""
    actor = actor_of(request)
    return render(request, "feeds/feeds.html", {"feeds": queries.feeds(actor)})


@staff(Role.STEWARD)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Add the address of a feed."""
    actor = actor_of(request)
    form, added = FeedForm(sent(request)), []

    def change() -> None:
        said = form.cleaned_data
        feed_id = commands.add_feed(
            actor, name=said["name"], address=said["address"].strip(), keeping=form.keeping()
        )
        added.append(feed_id)

    if saved(form, change):
        sentence = _("The feed is added. It is fetched in the next few minutes.")
        return done(request, sentence, "feeds:feed", added[0])
    return render(request, "feeds/add.html", {"form": form})


@staff(Role.STEWARD)
@require_http_methods(["GET", "HEAD", "POST"])
def feed(request: HttpRequest, feed_id: UUID) -> HttpResponse:
    """One feed: its log, and how it is kept."""
    actor = actor_of(request)
    found = queries.feed(actor, feed_id)
    row = found.row
    now = {"every_hours": row.every_hours, "share": row.share, "paused": row.paused}
    form = KeepingForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        commands.change_feed(actor, feed_id=feed_id, keeping=form.keeping())
        messages.success(request, _("Saved."))
        return redirect("feeds:feed", feed_id)
    return render(request, "feeds/feed.html", {"feed": found, "row": row, "form": form})


@staff(Role.STEWARD)
@require_POST
def fetch_now(request: HttpRequest, feed_id: UUID) -> HttpResponse:
    """Have it fetched by the worker, without waiting for its time."""
    actor = actor_of(request)
    commands.fetch_soon(actor, feed_id=feed_id)
    jobs.fetch_one.enqueue(str(feed_id))
    messages.success(request, _("It is being fetched. Look again in a minute."))
    return redirect("feeds:feed", feed_id)


@staff(Role.STEWARD)
@require_http_methods(["GET", "HEAD", "POST"])
def held(request: HttpRequest, feed_id: UUID) -> HttpResponse:
    """What a held fetch would take away; yes or no."""
    actor = actor_of(request)
    if request.method == "POST":
        return _decide(request, actor, feed_id)
    try:
        found = queries.held(actor, feed_id)
    except NotFound as gone:
        messages.info(request, str(gone))
        return redirect("feeds:feed", feed_id)
    return render(request, "feeds/held.html", {"held": found})


def _decide(request: HttpRequest, actor: Actor, feed_id: UUID) -> HttpResponse:
    try:
        if "apply" in request.POST:
            commands.apply_held(actor, feed_id)
            messages.success(request, _("It is taken in. What is gone from the feed is no longer shown."))
        else:
            commands.reject_held(actor, feed_id=feed_id)
            messages.success(request, _("The directory stays as it is."))
    except Conflict as late:
        messages.info(request, str(late))
    return redirect("feeds:feed", feed_id)
