"""The pages of the front door in order: which apply, what was answered, what comes next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from cydwaith.kernel.actor import Actor, Role

from .commands import Request
from .forms import front_door as asks

Answers = Mapping[str, Any]


def _always(actor: Actor, answers: Answers) -> bool:
    return True


def _for_another(actor: Actor, answers: Answers) -> bool:
    return answers.get("referred_by") not in (None, "self")


def _unknown(actor: Actor, answers: Answers) -> bool:
    return actor.person_id is None or _for_another(actor, answers)


@dataclass(frozen=True)
class Page:
    """One page: its address, its heading for oneself and for another, its form, when it applies."""

    slug: str
    title: str | Promise
    title_for_another: str | Promise
    form: type[forms.Form]
    applies: Callable[[Actor, Answers], bool] = _always


def _page(slug: str, title: Promise, title_for_another: Promise, form: type[forms.Form]) -> Page:
    """A page about the person, for whoever has no record yet."""
    return Page(slug, title, title_for_another, form, _unknown)


_WHO, _AGREE = gettext_lazy("Who is this for?"), gettext_lazy("Do they know and agree?")
_YOU, _HERE = gettext_lazy("About you, who are asking"), gettext_lazy("Where do you live?")

PAGES = (
    Page("who", _WHO, _WHO, asks.WhoForm),
    Page("agreement", _AGREE, _AGREE, asks.AgreementForm, _for_another),
    Page("you", _YOU, _YOU, asks.AskerForm, _for_another),
    _page("name", gettext_lazy("What is your name?"), gettext_lazy("What is their name?"), asks.NameForm),
    _page(
        "reach", gettext_lazy("How can we reach you?"), gettext_lazy("How can we reach them?"), asks.ReachForm
    ),
    _page(
        "times",
        gettext_lazy("When is a good time?"),
        gettext_lazy("When is a good time for them?"),
        asks.TimesForm,
    ),
    _page(
        "language",
        gettext_lazy("Language and communication"),
        gettext_lazy("Their language and communication"),
        asks.LanguageForm,
    ),
    _page("where", _HERE, gettext_lazy("Where do they live?"), asks.WhereForm),
    Page(
        "matters",
        gettext_lazy("What matters to you?"),
        gettext_lazy("What matters to them?"),
        asks.MattersForm,
    ),
)

ABOUT_ANOTHER: dict[str, Promise] = {
    "known_as": gettext_lazy("What they like to be called"),
    "contact_by": gettext_lazy("How can we be in touch with them?"),
    "contact_times": gettext_lazy("Times that suit them"),
    "language": gettext_lazy("Which language would they like to use?"),
    "matters": gettext_lazy("What matters to them?"),
}


def pages(actor: Actor, answers: Answers) -> list[Page]:
    """The pages that this request has."""
    return [page for page in PAGES if page.applies(actor, answers)]


def page(actor: Actor, answers: Answers, slug: str) -> Page | None:
    """One page, if it applies."""
    return next((p for p in pages(actor, answers) if p.slug == slug), None)


def heading(here: Page, answers: Answers) -> str:
    """The page's heading, said to the person or about them."""
    return str(here.title_for_another if answers.get("referred_by") not in (None, "self") else here.title)


def form_for(here: Page, answers: Answers, data: Any = None, initial: Answers | None = None) -> forms.Form:
    """The page's form, with labels about somebody else where it is for them."""
    form = here.form(data, initial=dict(initial or answers))
    if answers.get("referred_by") not in (None, "self"):
        for name, label in ABOUT_ANOTHER.items():
            if name in form.fields:
                form.fields[name].label = label
    return form


def missing(actor: Actor, answers: Answers, done: list[str]) -> Page | None:
    """The first page that still needs an answer."""
    return next((p for p in pages(actor, answers) if p.slug not in done), None)


def neighbour(actor: Actor, answers: Answers, slug: str, step: int) -> str | None:
    """The address of the page before (-1) or after (1)."""
    slugs = [p.slug for p in pages(actor, answers)]
    there = slugs.index(slug) + step
    return slugs[there] if 0 <= there < len(slugs) else None


def request_from(actor: Actor, answers: Answers, send_key: UUID) -> Request:
    """The answers as the command wants them."""
    known = {
        name: answers.get(name, "")
        for name in (
            "name", "known_as", "email", "phone", "contact_times", "postcode", "place_code", "matters",
            "address", "communication_needs",
            "requester_name", "requester_organisation", "requester_email",
        )
    }  # fmt: skip
    if answers["referred_by"] == "self":
        known |= dict.fromkeys((name for name in known if name.startswith("requester_")), "")
    return Request(
        send_key=send_key,
        referred_by=answers["referred_by"],
        contact_by=tuple(answers.get("contact_by", ())),
        safe_to_leave_message={"yes": True, "no": False}.get(str(answers.get("safe_to_leave_message"))),
        language=answers.get("language") or actor.language,
        they_agree=answers.get("they_agree") in ("yes", True),
        **known,
    )


def referred_by(actor: Actor) -> str:
    """As what somebody who is signed in asks for another."""
    return "employer" if actor.has(Role.EMPLOYER) else "professional"
