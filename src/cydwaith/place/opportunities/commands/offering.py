"""Offering something: by an organisation, by a coach after a conversation, by anybody with an address."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.places.queries import locate
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid

from .. import letters
from ..models import Keeper, Opportunity
from ..policy import is_checker, may_offer, owner_of
from ..queries.rows import posting_of
from ..rules.posting import FIELDS, Posting, problem
from ..rules.vocabulary import Where
from ..words import PROBLEMS

A_MOMENT = timedelta(minutes=1)


@command("role_offered", permit=may_offer)
def offer(actor: Actor, *, posting: Posting, email: str = "") -> Done[UUID]:
    """Keep a posting until somebody has looked; sent twice is once. Raises Invalid.

    ``email`` is where the link goes with which it is kept right; without a sign-in it is needed.
    """
    owner = owner_of(actor)
    if not (email or owner or is_checker(actor)):
        raise Invalid(
            _("Give an e-mail address. We send a link there, with which you can change it."), "email"
        )
    require_sound(posting)
    already = _offered_just_now(actor, posting, email, owner)
    if already is not None:
        return Done(already.id, subject=already.id)
    made = {"organisation_id": owner, "made_by": actor.account_id, "language": actor.language}
    row = Opportunity.objects.create(**columns(posting), **made)
    if email or owner:
        Keeper.objects.create(opportunity=row, email=email, language=actor.language)
        letters.write(row.id, letters.HERE)
    return Done(row.id, subject=row.id, fields=("posting",))


def _offered_just_now(actor: Actor, posting: Posting, email: str, owner: UUID | None) -> Opportunity | None:
    """The same words from the same hand a moment ago: a button that was pressed twice."""
    since = clock.now() - A_MOMENT
    rows = approved_rows(Opportunity).filter(
        made_at__gt=since, title=posting.title, made_by=actor.account_id, organisation_id=owner
    )
    if email or owner:
        rows = rows.filter(id__in=approved_rows(Keeper).filter(email=email).values("opportunity_id"))
    return next((row for row in rows if posting_of(row) == posting), None)


def require_sound(posting: Posting) -> None:
    """Raise Invalid with the first thing to put right."""
    wrong = problem(posting, clock.today())
    if wrong:
        raise Invalid(str(PROBLEMS[wrong.code]), wrong.field)


def columns(posting: Posting) -> dict[str, Any]:
    """A posting as columns, with where its postcode is. Raises Invalid for a postcode that nobody knows."""
    values = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in ((name, getattr(posting, name)) for name in FIELDS)
    }
    return values | _where(posting)


def _where(posting: Posting) -> dict[str, Any]:
    found = locate(posting.postcode) if posting.postcode else None
    if found is None:
        if Where(posting.where) is not Where.HOME:
            raise Invalid(str(PROBLEMS["no_postcode"]), "postcode")
        return {"latitude": None, "longitude": None, "place_code": ""}
    hood = found.neighbourhood.code if found.neighbourhood else ""
    return {"latitude": found.latitude, "longitude": found.longitude, "place_code": hood}
