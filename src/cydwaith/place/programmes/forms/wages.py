"""A minimum wage by form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cydwaith.web.fields import DateInputField

from .lines import source_field


class WageForm(forms.Form):
    """Pounds an hour from a day on, for an age or for apprentices."""

    valid_from = DateInputField(label=_("From which day?"), error_messages={"required": _("Give the day.")})
    hourly = forms.DecimalField(label=_("Pounds an hour"), min_value=0, max_value=1000, decimal_places=2)
    apprentice = forms.BooleanField(label=_("For apprentices"), required=False)
    from_age = forms.IntegerField(label=_("From which age?"), min_value=0, max_value=120, required=False)
    to_age = forms.IntegerField(label=_("Up to which age?"), min_value=0, max_value=200, required=False)
    source = source_field(required=True)

    def rate(self) -> dict[str, Any]:
        """As the table has it; an age left out is any age."""
        given = self.cleaned_data
        ages = {name: given[name] for name in ("from_age", "to_age") if given[name] is not None}
        rate = {"valid_from": given["valid_from"].isoformat(), "hourly": float(given["hourly"])}
        return rate | ages | {"apprentice": given["apprentice"], "source": given["source"]}
