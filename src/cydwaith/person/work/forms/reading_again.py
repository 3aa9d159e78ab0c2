"""Words for somebody at work, pointed at once before they go where they seem to name a condition."""

from typing import ClassVar

from django import forms

from ..health_words import Noticed, noticed_in


class ReadAgain(forms.Form):
    """A form whose words an employer reads. ``for_work`` names the fields with those words."""

    for_work: ClassVar[tuple[str, ...]] = ("words",)
    read_again = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def to_read_again(self) -> tuple[Noticed, ...]:
        """What seems to name a condition or a medicine, said once; nothing the second time."""
        if not self.is_valid() or self.cleaned_data.pop("read_again"):
            return ()
        lines = (line for name in self.for_work for line in self.cleaned_data[name].splitlines())
        found = noticed_in(*lines)
        if found:
            self.data = self.data.copy()
            self.data["read_again"] = "yes"
        return found
