"""How problems are put on a page."""

from django.utils.translation import gettext_lazy as _

PROBLEMS = {
    "missing": _("%(column)s is empty, and the funder wants it."),
    "no_code": _("%(column)s is \u201c%(value)s\u201d, for which the funder has no code."),
    "wrong_form": _("%(column)s is \u201c%(value)s\u201d, which is not of the form that the funder wants."),
    "before_start": _("%(column)s is %(value)s, before the person started."),
}
DOUBTS = {
    "work_at_start": _("Said to be out of work at the start, and a job that began before is on record."),
    "no_work_at_start": _("Said to be in work at the start, and no job is on record for that day."),
    "not_judged": _("It cannot be said yet whether it counts: %(value)s"),
    "old_wage": _("Weeks were judged by the minimum wage of %(value)s. Load the newer one first."),
}
TRAIL_WORDS = {
    "return_agreement_said": _("Wrote down whether your line may be sent in a return"),
    "return_agreements_seen": _("Looked at whether your line may be sent in a return"),
    "return_sent": _("Sent a return"),
    "return_line_sent": _("Sent your line in a return, without your name"),
}
