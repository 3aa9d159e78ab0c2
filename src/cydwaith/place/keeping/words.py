"""What fields and kinds are called on the page."""

from django.utils.translation import gettext_lazy as _

FIELD_NAMES = {
    "name": _("Name"),
    "name_cy": _("Name in Welsh"),
    "description": _("What it is"),
    "description_cy": _("What it is, in Welsh"),
    "when": _("When"),
    "where": _("Where"),
    "postcode": _("Postcode"),
    "cost": _("Cost"),
    "who_for": _("Who it is for"),
    "phone": _("Phone"),
    "email": _("E-mail"),
    "url": _("Website"),
}
KINDS = {
    "group": _("A group or club"),
    "place": _("A place, such as a park, a hall or a bench"),
    "event": _("Something that happens now and then"),
    "skill": _("Somebody who can show or teach others"),
    "volunteering": _("A way to help others"),
    "service": _("A service with staff"),
    "online": _("Something online"),
}
