"""Dates read right in both languages."""

from datetime import date

from django.utils import translation

from cydwaith.web.templatetags.web import plain_date


def test_july_is_spelt_in_welsh_as_the_welsh_spell_it() -> None:
    with translation.override("cy"):
        assert plain_date(date(2026, 7, 4)) == "4 Gorffennaf 2026"
