"""What is said about work adds to "everything about me", part by part."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Entry, Section, no_employer, register
from cydwaith.kernel.actor import Actor

from .models import Draft, Given, HealthWords, Kept
from .rules.vocabulary import Sheet
from .telling import WORDINGS, told


def answers(actor: Actor, person_id: UUID, which: Sheet) -> list[Entry]:
    """The answers as they stand, then each version that was kept."""
    drafts = Draft.objects.as_seen_by(actor).filter(person_id=person_id, sheet=which.value)
    kept = Kept.objects.as_seen_by(actor).filter(person_id=person_id, sheet=which.value)
    rows = [(_("Now"), row) for row in drafts]
    rows += [(_("Version %(number)s") % {"number": row.number}, row) for row in kept.order_by("-number")]
    return [entry for label, row in rows for entry in _entries(which, label, row)]


def _entries(which: Sheet, label: str, row: Draft | Kept) -> list[Entry]:
    return [
        Entry(
            _("%(label)s: %(text)s") % {"label": label, "text": WORDINGS[which][key].title},
            "\n".join(one.line for one in told(which, key, answer)),
            row.written_at,
            row.by_name,
        )
        for key, answer in row.answers.items()
        if key in WORDINGS[which]
    ]


def profile(actor: Actor, person_id: UUID) -> list[Entry]:
    """The vocational profile."""
    return answers(actor, person_id, Sheet.PROFILE)


def statement(actor: Actor, person_id: UUID) -> list[Entry]:
    """The work statement."""
    return answers(actor, person_id, Sheet.STATEMENT)


def health(actor: Actor, person_id: UUID) -> list[Entry]:
    """Words about health for papers."""
    rows = HealthWords.objects.as_seen_by(actor).filter(person_id=person_id).exclude(words="")
    return [Entry(_("Words about my health"), row.words, row.written_at, row.by_name) for row in rows]


def documents(actor: Actor, person_id: UUID) -> list[Entry]:
    """The papers that were given and that the actor may see, by name and day."""
    rows = Given.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-written_at")
    return [Entry(row.content["title"], row.content["made"], row.written_at, row.by_name) for row in rows]


for _key, _title, _scope, _read in (
    ("work-profile", gettext_lazy("What I want from work"), Scope.WORK, profile),
    ("work-statement", gettext_lazy("What I can do now"), Scope.WORK, statement),
    ("work-health", gettext_lazy("Words about my health for papers"), Scope.HEALTH, health),
):
    register(Section(_key, _title, _scope, _read, no_employer))
register(Section("work-papers", gettext_lazy("Papers I gave"), Scope.DOCUMENTS, documents))
