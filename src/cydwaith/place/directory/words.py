"""What was done with what somebody asked us to remember, for their own page of who did what."""

from django.utils.translation import gettext_lazy as _

TRAIL = {
    "need_remembered": _("Remembered what you look for"),
    "need_forgotten": _("Forgot something that you looked for"),
}
