"""How problems are put on a page."""

from django.utils.translation import gettext_lazy as _

PROBLEMS = {
    "missing": _("%(column)s is empty, and the funder wants it."),
    "no_code": _("%(column)s is \u201c%(value)s\u201d, for which the funder has no code."),
    "wrong_form": _("%(column)s is \u201c%(value)s\u201d, which is not of the form that the funder wants."),
    "before_start": _("%(column)s is %(value)s, before the person started."),
}
TRAIL_WORDS = {
    "return_agreement_said": _("Wrote down whether your line may be sent in a return"),
    "return_agreements_seen": _("Looked at whether your line may be sent in a return"),
    "return_sent": _("Sent a return"),
    "return_line_sent": _("Sent your line in a return, without your name"),
}
