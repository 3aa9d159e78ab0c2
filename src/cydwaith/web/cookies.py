"""Every cookie that is set: its name, what it is for, and how long it stays."""

from django.utils.translation import gettext_lazy as _

COOKIES = (
    ("sessionid", _("Keeps you signed in, and keeps what you have typed so far."), _("8 hours at most")),
    ("csrftoken", _("Keeps forms safe from other sites."), _("One year")),
    ("messages", _("Carries a sentence such as “Saved” to the next page."), _("Until that page is shown")),
    (
        "pulse",
        _(
            "Only if you answer questions that your workplace asks everybody: so that one device answers "
            "once. It says nothing about you, and your answers are not kept with it."
        ),
        _("100 days"),
    ),
)
