"""The shape of an organisation and of a role."""

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from .queries import OrganisationCard
from .words import KINDS, STAFF_ROLES


class OrganisationForm(forms.Form):
    """A member organisation of the partnership."""

    name = forms.CharField(label=_("Name in English"), max_length=200)
    name_cy = forms.CharField(label=_("Name in Welsh"), max_length=200, required=False)
    kind = forms.ChoiceField(
        label=_("What kind is it?"), choices=list(KINDS.items()), widget=forms.RadioSelect
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)

    def key(self) -> str:
        """A short name for files and commands, made from the name."""
        return slugify(self.cleaned_data["name"])[:50]


class MemberForm(forms.Form):
    """Somebody with a role in an organisation."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("Work e-mail"), help_text=_("They sign in with a code sent to it."))
    organisation = forms.ChoiceField(label=_("Organisation"))
    role = forms.ChoiceField(label=_("What do they do?"), choices=STAFF_ROLES, widget=forms.RadioSelect)
    language = forms.ChoiceField(
        label=_("Which language do they read in?"),
        choices=[("cy", "Cymraeg"), ("en", "English")],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: object, organisations: list[OrganisationCard], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choices = [(str(card.id), card.name) for card in organisations]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]
