"""How problems are put on a page."""

from django.utils.translation import gettext_lazy as _

PROBLEMS = {
    "missing": _("%(column)s is empty, and the funder wants it."),
    "no_code": _("%(column)s is \u201c%(value)s\u201d, for which the funder has no code."),
    "wrong_form": _("%(column)s is \u201c%(value)s\u201d, which is not of the form that the funder wants."),
    "before_start": _("%(column)s is %(value)s, before the person started."),
}
WRONG_TEMPLATE = {
    "missing": _("The return's template lacks something: %(column)s."),
    "unknown_fact": _("The return asks in %(column)s for something that is not on record."),
    "same_name": _("Two columns of the return are called %(column)s."),
    "wrong_pattern": _("The form that is wanted of %(column)s cannot be read."),
    "no_reference": _("The first column of a return must be the reference, for it tells lines apart."),
}
TRAIL_WORDS = {
    "return_agreement_said": _("Wrote down whether your line may be sent in a return"),
    "return_sent": _("Sent a return"),
    "return_line_sent": _("Sent your line in a return, without your name"),
}
