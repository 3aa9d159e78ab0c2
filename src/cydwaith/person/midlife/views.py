"""Pages of the mid-life review: one part a page, then choosing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, NotFound, Refused
from cydwaith.web.sending import actor_of, saved, sent

from . import commands, queries
from .forms import FORMS, BandForm, BeginForm, ChooseForm
from .policy import INVITERS
from .rules import Pillar, bands
from .words import IDEAS, LEADS, PILLARS

ORDER = tuple(Pillar)


def mine(request: HttpRequest) -> HttpResponse:
    """The page of the person who is signed in."""
    person_id = actor_of(request).person_id
    if person_id is None:
        raise Refused(_("This page is for people with a record of their own."))
    return of_person(request, person_id)


def of_person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Earlier reviews, and beginning one."""
    actor = actor_of(request)
    found = queries.midlife(actor, person_id)
    form, begun = BeginForm(sent(request), found.by), []

    def change() -> None:
        moment, together = form.cleaned_data["moment"], form.together
        begun.append(commands.begin(actor, person_id=person_id, moment=moment, with_person=together))

    if saved(form, change):
        return redirect("midlife:part", person_id, begun[0], ORDER[0].value)
    return render(request, "midlife/midlife.html", {"found": found, "form": form})


def part(request: HttpRequest, person_id: UUID, review_id: UUID, which: str) -> HttpResponse:
    """One of the three parts."""
    if which not in set(Pillar):
        raise NotFound(_("This is not here, or not open to you."))
    actor, pillar = actor_of(request), Pillar(which)
    found = queries.review(actor, person_id, review_id)
    here = next(one for one in found.parts if one.pillar is pillar)
    if _is_over(request, found) or not found.may_write:
        return redirect("midlife:review", person_id, review_id)
    if not here.is_open:
        return _onward(person_id, review_id, pillar)
    form = FORMS[pillar](sent(request), found.by, here.values)

    def change() -> None:
        commands.answer(
            actor,
            person_id=person_id,
            review_id=review_id,
            pillar=pillar,
            values=form.values(),
            with_person=form.together,
            seen=form.cleaned_data["seen"] or None,
        )

    if saved(form, change):
        return _onward(person_id, review_id, pillar)
    if form.is_bound:
        form.show(here.values)
    place = ORDER.index(pillar)
    context = {"found": found, "form": form, "title": PILLARS[pillar], "lead": LEADS[pillar], "here": here}
    number = {"number": place + 1, "of": len(ORDER) + 1, "before": _before(found, place)}
    return render(request, "midlife/part.html", context | number)


def _before(found: queries.ReviewPage, place: int) -> str:
    """The part before, of those that are open to the reader; nothing where there is none."""
    return next((part.pillar.value for part in reversed(found.parts[:place]) if part.is_open), "")


def _is_over(request: HttpRequest, found: queries.ReviewPage) -> bool:
    """Whether a page of a review that is done is only opened, by the back button say."""
    return found.done_at is not None and request.method != "POST"


def _onward(person_id: UUID, review_id: UUID, pillar: Pillar) -> HttpResponse:
    """The part after this one; after the last one choosing."""
    after = ORDER[ORDER.index(pillar) + 1 :]
    if after:
        return redirect("midlife:part", person_id, review_id, after[0].value)
    return redirect("midlife:choose", person_id, review_id)


def choose(request: HttpRequest, person_id: UUID, review_id: UUID) -> HttpResponse:
    """One to three things to do, which land in the plan, and the next date."""
    actor = actor_of(request)
    found = queries.review(actor, person_id, review_id)
    if _is_over(request, found) or not found.may_write:
        return redirect("midlife:review", person_id, review_id)
    form = ChooseForm(sent(request), found.by, found.goals)

    def change() -> None:
        goal = form.cleaned_data["goal"]
        commands.finish(
            actor,
            person_id=person_id,
            review_id=review_id,
            actions=form.actions(),
            next_on=form.cleaned_data["next_on"],
            goal_id=None if goal == "new" else UUID(goal),
            with_person=form.together,
        )

    if saved(form, change):
        messages.success(request, _("Done. What you chose stands in the plan."))
        return redirect("midlife:review", person_id, review_id)
    ideas = [(PILLARS[pillar], words) for pillar, words in IDEAS.items()]
    number = {"number": len(ORDER) + 1, "of": len(ORDER) + 1, "before": _before(found, len(ORDER))}
    context = {"found": found, "form": form, "ideas": ideas, **number}
    return render(request, "midlife/choose.html", context)


@require_safe
def review(request: HttpRequest, person_id: UUID, review_id: UUID) -> HttpResponse:
    """One review, with what it led to as it stands now."""
    found = queries.review(actor_of(request), person_id, review_id)
    return render(request, "midlife/review.html", {"found": found})


@staff(*INVITERS)
def invite(request: HttpRequest) -> HttpResponse:
    """Who may be invited: a coach's own people; for a steward numbers by age."""
    actor = actor_of(request)
    if request.method == "POST":
        _invited(request, actor)
        return redirect("midlife:invite")
    return render(request, "midlife/invite.html", {"found": queries.age_list(actor)})


def _invited(request: HttpRequest, actor: Actor) -> None:
    if "band" in request.POST:
        form = BandForm(request.POST, bands())
        if form.is_valid():
            commands.invite_by_age(actor, band=form.cleaned_data["band"])
            messages.success(
                request, _("The invitations are on their way, to everybody of this age who is due.")
            )
        return
    try:
        sent = commands.invite(actor, person_id=_whom(request))
    except Conflict as why:
        messages.warning(request, str(why))
        return
    said = _("The invitation is on its way.") if sent else _("There is no e-mail address. Ask them yourself.")
    messages.success(request, said) if sent else messages.warning(request, said)


def _whom(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("person", ""))
    except ValueError:
        raise NotFound(_("This is not here, or not open to you.")) from None
