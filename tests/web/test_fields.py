"""A date in three parts, and a scale."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.web.controls import control, error_text, first_input_id
from cydwaith.web.fields import DateInputField, ScaleField, month_number
from tests.web.rendering import render, soup


class Born(forms.Form):
    born = DateInputField(label="When were you born?", birthday=True, latest=date(2010, 1, 1))


class Hope(forms.Form):
    hope = ScaleField(label="How hopeful are you?", low_text="not at all", high_text="completely")


def typed(day: str, month: str, year: str) -> Born:
    return Born({"born_day": day, "born_month": month, "born_year": year})


@settings(deadline=None)
@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2010, 1, 1)))
def test_every_real_date_comes_back_as_it_was_typed(day: date) -> None:
    form = typed(str(day.day), str(day.month), str(day.year))
    assert form.is_valid()
    assert form.cleaned_data["born"] == day


@pytest.mark.parametrize("month", ["3", "03", "March", "mar", "Mawrth"])
def test_a_month_may_be_a_number_or_a_name_in_either_language(month: str) -> None:
    assert typed("27", month, "1980").is_valid()
    assert month_number(month) == 3


@pytest.mark.parametrize("month", range(1, 13))
def test_the_names_of_the_months_are_those_that_pages_show(month: int) -> None:
    from django.utils.formats import date_format

    for language in ("en", "cy"):
        with translation.override(language):
            assert month_number(date_format(date(2026, month, 1), "F")) == month


@pytest.mark.parametrize(
    ("day", "month", "year", "sentence"),
    [
        ("", "", "", "“When were you born?” needs an answer."),
        ("", "3", "1980", "The date must include a day."),
        ("27", "", "", "The date must include a month and a year."),
        ("31", "2", "1980", "The date must be a real date, like 27 3 2026."),
        ("27", "3", "80", "The date must be a real date, like 27 3 2026."),
        ("9" * 20, "3", "1980", "The date must be a real date, like 27 3 2026."),
        ("27", "9" * 20, "1980", "The date must be a real date, like 27 3 2026."),
        ("27", "3", "2024", "The date must be on or before 1 January 2010."),
    ],
)
def test_a_wrong_date_says_what_is_wrong(day: str, month: str, year: str, sentence: str) -> None:
    form = typed(day, month, year)
    form.fields["born"].error_messages["required"] = forms.Field.default_error_messages["required"]
    assert not form.is_valid()
    assert error_text(form["born"]) == sentence


def test_the_summary_leads_to_the_first_part_that_is_missing() -> None:
    form = typed("27", "", "")
    assert first_input_id(form["born"]) == "id_born-month"
    html = render('<c-error-summary :form="form" /><c-field :field="form.born" />', form=form)
    page = soup(html)
    target = page.select_one(".govuk-error-summary a")["href"]
    assert page.select_one(target)["name"] == "born_month"
    assert [i["name"] for i in page.select(".govuk-input--error")] == ["born_month", "born_year"]


def test_a_birthday_can_be_filled_in_by_the_browser() -> None:
    inputs = soup(render('<c-field :field="form.born" />', form=Born())).select("input")
    assert [i["autocomplete"] for i in inputs] == ["bday-day", "bday-month", "bday-year"]


def test_a_date_that_is_there_already_is_shown() -> None:
    form = Born(initial={"born": date(1980, 3, 27)})
    assert [part.value for part in control(form["born"]).parts] == ["27", "3", "1980"]
    assert not Born(
        {"born_day": "27", "born_month": "3", "born_year": "1980"}, initial=form.initial
    ).has_changed()


def test_a_scale_offers_every_number_and_gives_a_number() -> None:
    form = Hope({"hope": "10"})
    assert form.is_valid()
    assert form.cleaned_data["hope"] == 10
    html = soup(render('<c-field :field="form.hope" />', form=form))
    assert [i["value"] for i in html.select("input")] == [str(n) for n in range(11)]
    assert html.select_one("input[checked]")["value"] == "10"
    assert html.select_one("fieldset legend").text.strip() == "How hopeful are you?"


@pytest.mark.parametrize("wrong", ["11", "-1", "5.5", "x"])
def test_a_scale_takes_no_other_number(wrong: str) -> None:
    assert not Hope({"hope": wrong}).is_valid()


def test_what_need_not_be_answered_says_so() -> None:
    class Form(forms.Form):
        phone = forms.CharField(label="Phone", required=False)

    assert "Phone (optional)" in render('<c-field :field="form.phone" />', form=Form())
    assert "(optional)" not in render('<c-field :field="form.phone" :optional="False" />', form=Form())


def test_groups_of_options_stay_groups() -> None:
    class Form(forms.Form):
        where = forms.ChoiceField(
            choices=[("", "Choose"), ("Up", [("a", "A"), ("b", "B")]), ("Down", [("c", "C")])]
        )

    html = soup(render('<c-field :field="form.where" />', form=Form()))
    assert [(g["label"], len(g.select("option"))) for g in html.select("optgroup")] == [
        ("Up", 2),
        ("Down", 1),
    ]


@settings(deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_nothing_that_is_typed_becomes_markup(words: str) -> None:
    class Form(forms.Form):
        words = forms.CharField(label="Words", widget=forms.Textarea)
        line = forms.CharField(label="Line")

    form = Form(initial={"words": f"<b>{words}", "line": f'"><b>{words}'})
    html = render('<c-field :field="form.words" /><c-field :field="form.line" />', form=form)
    assert soup(html).find("b") is None


def test_nothing_that_is_handed_to_a_component_becomes_markup() -> None:
    html = render(
        '<c-card title="{{ x }}" :tag="x">{{ x }}</c-card>'
        '<c-summary-row key="{{ x }}">{{ x }}</c-summary-row>'
        '<c-button href="{{ x }}" name="{{ x }}">{{ x }}</c-button><c-figure :title="x" finding="{{ x }}" />',
        x='"><script>alert(1)</script>',
    )
    assert soup(html).find("script") is None
