"""The questions of the vocational profile."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cydwaith.kernel.working import LEAST_HOURS, MOST_HOURS
from cydwaith.web.working import (
    ADJUSTMENTS,
    COMPANY,
    FROM_HOME,
    MATTERS,
    SECTORS,
    SETTINGS,
    TIMES,
    WEEKDAYS,
)

from ..rules.vocabulary import ProfileQuestion as Q
from ..words import BARRIERS
from .question import HoursField, QuestionForm, alone, area, menu, one, several, weekdays, whole

OWN_WORDS = _("In my own words")
CHOOSE = _("Nothing chosen")


class WordsForm(QuestionForm):
    """A question answered in own words alone."""

    words = alone(area(OWN_WORDS, rows=6))


class MattersForm(QuestionForm):
    """Up to three things, the most important first."""

    first = alone(menu(_("Most important"), MATTERS, CHOOSE))
    second = alone(menu(_("Then"), MATTERS, CHOOSE))
    third = alone(menu(_("And then"), MATTERS, CHOOSE))
    words = alone(area(OWN_WORDS))


class KindsForm(QuestionForm):
    """Sectors, and own words beside them."""

    sectors = alone(several(_("Kinds of work"), SECTORS))
    words = alone(area(_("Something else, in my own words"), rows=2))


class HoursForm(QuestionForm):
    """A range of hours a week."""

    least = HoursField(label=_("From, hours a week"), low=LEAST_HOURS, high=MOST_HOURS)
    most = HoursField(label=_("To, hours a week"), low=LEAST_HOURS, high=MOST_HOURS)

    def clean(self) -> dict[str, Any]:
        """The second number is not smaller."""
        data: dict[str, Any] = super().clean() or {}
        least, most = data.get("least"), data.get("most")
        if least is not None and most is not None and most < least:
            self.add_error("most", _("The second number must not be smaller than the first."))
        return data


class TimesForm(QuestionForm):
    """Days and parts of the day."""

    days = weekdays(_("Days"), WEEKDAYS)
    times = several(_("Times"), TIMES)


class PlaceForm(QuestionForm):
    """How far, at home, under which sky."""

    minutes = whole(_("The longest way to work, in minutes one way"), 1, 240)
    from_home = alone(one(_("Working at home"), FROM_HOME))
    settings = alone(several(_("Indoors or outdoors"), SETTINGS))
    words = alone(area(OWN_WORDS, rows=3))


class PeopleForm(QuestionForm):
    """In which company."""

    company = alone(several(_("With whom"), COMPANY))
    words = alone(area(OWN_WORDS, rows=3))


class InTheWayForm(QuestionForm):
    """General words, and own ones."""

    barriers = alone(several(_("What gets in the way"), BARRIERS))
    words = alone(area(OWN_WORDS))


class AdjustmentsForm(QuestionForm):
    """Changes that help."""

    adjustments = alone(several(_("Changes at work that help me"), ADJUSTMENTS))
    words = alone(area(OWN_WORDS))


PROFILE_FORMS: dict[str, type[QuestionForm]] = {
    Q.GOOD_AT.value: WordsForm,
    Q.DONE.value: WordsForm,
    Q.MATTERS.value: MattersForm,
    Q.KINDS.value: KindsForm,
    Q.HOURS.value: HoursForm,
    Q.TIMES.value: TimesForm,
    Q.PLACE.value: PlaceForm,
    Q.PEOPLE.value: PeopleForm,
    Q.MONEY.value: WordsForm,
    Q.IN_THE_WAY.value: InTheWayForm,
    Q.HELPS.value: WordsForm,
    Q.ADJUSTMENTS.value: AdjustmentsForm,
}
