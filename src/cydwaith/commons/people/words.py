"""What roles and kinds of organisation are called on a page."""

from django.utils.translation import gettext_lazy as _

from cydwaith.kernel.actor import Role

ROLES = {
    Role.COACH: _("Work and health coach"),
    Role.LINK_WORKER: _("Link worker"),
    Role.CLINICIAN: _("Clinician"),
    Role.CHARITY: _("Charity, community group or other partner"),
    Role.EMPLOYER: _("Employer"),
    Role.MANAGER: _("Service manager"),
    Role.STEWARD: _("Steward of the partnership"),
    Role.PERSON: _("Person"),
}

STAFF_ROLES = [(role.value, words) for role, words in ROLES.items() if role is not Role.PERSON]

KINDS = {
    "team": _("Health and work team"),
    "health": _("Health service"),
    "council": _("Council"),
    "jobcentre": _("Jobcentre"),
    "charity": _("Charity or community group"),
    "employer": _("Employer"),
    "other": _("Another kind"),
}
