"""What is passed on, what came of it, and talks with employers."""

from typing import Any, Self
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cydwaith.kernel import clock
from cydwaith.person.work.forms.reading_again import ReadAgain
from cydwaith.web.fields import DateInputField

from .commands import LONGEST, Contact, Shared
from .queries import Preview
from .rules.vocabulary import Answer, CameOf, Stage, Way
from .words import ANSWERS, CAME_OF, STAGES, WAYS

YES_NO = [("yes", pgettext_lazy("it was", "Yes")), ("no", pgettext_lazy("it was", "No"))]


def _choices(words: dict[Any, Any]) -> list[tuple[str, Any]]:
    return [(key.value, text) for key, text in words.items()]


class TellForm(ReadAgain):
    """All that an employer gets to know."""

    name = forms.CharField(label=_("What they should call me"), max_length=120)
    tell_phone = forms.BooleanField(label=_("Give them my phone number"), required=False)
    phone = forms.CharField(
        label=_("My phone number"), max_length=40, required=False, widget=forms.TextInput({"type": "tel"})
    )
    tell_email = forms.BooleanField(label=_("Give them my e-mail"), required=False)
    email = forms.EmailField(label=_("My e-mail"), required=False)
    words = forms.CharField(
        label=_("Something I want to say"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("You need not say anything about your health."),
    )
    with_person = forms.BooleanField()

    def __init__(self, data: Any, shown: Preview) -> None:
        given = {"name": shown.name, "phone": shown.phone, "email": shown.email}
        ticked = {"tell_phone": bool(shown.phone), "tell_email": not shown.phone and bool(shown.email)}
        super().__init__(data, initial=given | ticked)
        if shown.by.own:
            del self.fields["with_person"]
            return
        label = _("I am writing this together with %(person)s") % {"person": shown.by.called}
        self.fields["with_person"].label = label

    def shared(self) -> Shared:
        """What was ticked."""
        said = self.cleaned_data
        return Shared(
            name=said["name"],
            phone=said["phone"] if said["tell_phone"] else "",
            email=said["email"] if said["tell_email"] else "",
            words=said["words"],
        )


class StageForm(forms.Form):
    """How far it has come."""

    stage = forms.TypedChoiceField(label=_("How far has it come?"), choices=_choices(STAGES), coerce=Stage)


class AnswerForm(forms.Form):
    """What an employer says."""

    answer = forms.TypedChoiceField(
        choices=_choices(ANSWERS),
        coerce=Answer,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    words = forms.CharField(
        label=_("When and where, or a kind word"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, data: Any, to: UUID) -> None:
        super().__init__(data, auto_id=f"to-{to}-%s")

    def addressed(self, name: str) -> Self:
        """The form as it stands below the name of whom it answers."""
        self["answer"].label = _("Your answer to %(name)s") % {"name": name}
        return self


class ContactForm(forms.Form):
    """A talk with an employer."""

    employer = forms.CharField(label=_("Which employer?"), max_length=200)
    on = DateInputField(label=_("When was it?"))
    way = forms.TypedChoiceField(
        label=_("How did you talk?"), choices=_choices(WAYS), coerce=Way, widget=forms.RadioSelect
    )
    as_wished = forms.ChoiceField(
        label=_("Was it about the kind of work that they want?"), choices=YES_NO, widget=forms.RadioSelect
    )
    came_of = forms.TypedChoiceField(
        label=_("What came of it?"), choices=_choices(CAME_OF), coerce=CameOf, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("What to remember"), required=False, max_length=LONGEST, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, data: Any = None, *, for_person: bool) -> None:
        super().__init__(data, initial={"on": clock.today()})
        if not for_person:
            del self.fields["as_wished"]

    def contact(self) -> Contact:
        """What was written."""
        said = self.cleaned_data
        wished = said.get("as_wished")
        return Contact(
            employer=said["employer"],
            on=said["on"],
            way=said["way"],
            came_of=said["came_of"],
            words=said["words"],
            as_wished=None if wished is None else wished == "yes",
        )
