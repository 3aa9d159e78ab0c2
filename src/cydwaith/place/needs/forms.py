"""The shape of what stewards write: one item a line."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .rules.listing import LANGUAGES

LONGEST_WORDS = 400
LABELS: dict[tuple[str, str], Any] = {
    ("label", "en"): gettext_lazy("Name in English"),
    ("label", "cy"): gettext_lazy("Name in Welsh"),
    ("phrases", "en"): gettext_lazy("What people say, in English"),
    ("phrases", "cy"): gettext_lazy("What people say, in Welsh"),
    ("telling", "en"): gettext_lazy("Words that tell, in English"),
    ("telling", "cy"): gettext_lazy("Words that tell, in Welsh"),
    ("hints", "en"): gettext_lazy("Words that hint, in English"),
    ("hints", "cy"): gettext_lazy("Words that hint, in Welsh"),
    ("strong", "en"): gettext_lazy("Words to search for first, in English"),
    ("strong", "cy"): gettext_lazy("Words to search for first, in Welsh"),
    ("weak", "en"): gettext_lazy("Words to search for too, in English"),
    ("weak", "cy"): gettext_lazy("Words to search for too, in Welsh"),
}
HINTS: dict[str, Any] = {
    "phrases": gettext_lazy("As people really say it. One on each line."),
    "telling": gettext_lazy(
        "A word or two that point to this need by themselves. One on each line. "
        "Write “a + b” when both must be said, and “@name” for any word of a group."
    ),
    "hints": gettext_lazy("Words that point to this need only together with others. One on each line."),
    "strong": gettext_lazy("What services for this need call themselves. One on each line."),
    "weak": gettext_lazy("What such services say of themselves, but others too. One on each line."),
}
PARTS = ("phrases", "telling", "hints", "strong", "weak")


class NeedForm(forms.Form):
    """One need: its names, its words in both languages, and what it is linked to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in LANGUAGES:
            self.fields[f"label_{language}"] = forms.CharField(label=LABELS["label", language], max_length=80)
        for part in PARTS:
            for language in LANGUAGES:
                self.fields[f"{part}_{language}"] = _lines(LABELS[part, language], HINTS[part])
        self.fields["taxonomy"] = _lines(
            gettext_lazy("Terms of other lists"),
            gettext_lazy("One on each line: the list, its code and its name, with “|” between."),
        )
        self.fields["related"] = _lines(
            gettext_lazy("Related needs"), gettext_lazy("The keys of other needs. One on each line.")
        )

    def clean_taxonomy(self) -> str:
        """Each line has three parts."""
        said: str = self.cleaned_data["taxonomy"]
        if any(line.count("|") != 2 or not line.split("|")[0].strip() for line in _split(said)):
            raise forms.ValidationError(
                _("Enter each term as list, code and name, such as “openeligibility | 1102 | Anxiety”.")
            )
        return said

    def entry(self) -> dict[str, Any]:
        """The need as JSON, but for its key, theme and urgency."""
        said = self.cleaned_data
        links = [[piece.strip() for piece in line.split("|")] for line in _split(said["taxonomy"])]
        return {
            "label": {language: said[f"label_{language}"] for language in LANGUAGES},
            "taxonomy": [{"vocabulary": a, "id": b, "name": c} for a, b, c in links],
            "related": _split(said["related"]),
            **{
                language: {part: _split(said[f"{part}_{language}"]) for part in PARTS}
                for language in LANGUAGES
            },
        }


def initial(need: dict[str, Any]) -> dict[str, str]:
    """What the form shows of a need at first."""
    lines = {f"{part}_{one}": "\n".join(need[one][part]) for one in LANGUAGES for part in PARTS}
    labels = {f"label_{language}": need["label"][language] for language in LANGUAGES}
    links = [f"{link['vocabulary']} | {link['id']} | {link['name']}" for link in need["taxonomy"]]
    return lines | labels | {"taxonomy": "\n".join(links), "related": "\n".join(need["related"])}


def _lines(label: Any, hint: Any) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )


def _split(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class PublishForm(forms.Form):
    """Why there is a new version."""

    note = forms.CharField(
        label=gettext_lazy("What is new, and why?"),
        help_text=gettext_lazy("One sentence for the history. Everybody who keeps the list can read it."),
        max_length=300,
    )


class TryForm(forms.Form):
    """Words to try, sent by POST and forgotten."""

    words = forms.CharField(
        label=gettext_lazy("What might somebody say?"),
        help_text=gettext_lazy("For example: my knees are gone and I was a roofer."),
        max_length=LONGEST_WORDS,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    drafted = forms.BooleanField(label=gettext_lazy("Try the draft"), required=False)
