"""Words for somebody at work, pointed at once before they go where they seem to name a condition."""

from typing import ClassVar

from django import forms
from django.utils.crypto import salted_hmac

from ..health_words import Noticed, noticed_in
from ..rules.health_words import folded

SALT = "cydwaith.person.work.read_again"


class ReadAgain(forms.Form):
    """A form whose words an employer reads. ``for_work`` names the fields with those words.

    ``read_again`` goes with the page and comes back: a mark of each word that was pointed at, made
    with this installation's secret, so that nothing of it is kept here and none can be made elsewhere.
    """

    for_work: ClassVar[tuple[str, ...]] = ("words",)
    read_again = forms.Field(required=False, widget=forms.HiddenInput)

    def to_read_again(self) -> tuple[Noticed, ...]:
        """What seems to name a condition or a medicine and was not pointed at before."""
        if not self.is_valid():
            return ()
        pointed_at = str(self.cleaned_data.pop("read_again") or "").split()
        lines = (line for name in self.for_work for line in self.cleaned_data[name].splitlines())
        marked = [(_mark(one), one) for one in noticed_in(*lines)]
        found = tuple(one for mark, one in marked if mark not in pointed_at)
        if found:
            self.data = self.data.copy()
            self.data["read_again"] = " ".join(sorted({mark for mark, _one in marked}))
        return found


def _mark(one: Noticed) -> str:
    """The mark of a word, with or without capitals and accents."""
    return salted_hmac(SALT, " ".join(folded(one.word)), algorithm="sha256").hexdigest()[:32]
