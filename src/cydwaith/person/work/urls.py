"""Addresses of work that fits."""

from django.urls import include, path, register_converter

from .rules.vocabulary import Kind, Sheet
from .views import given, home, papers, reports, writing

app_name = "work"


class SheetInPath:
    """One of the two sheets."""

    regex = "|".join(Sheet)
    to_python = Sheet
    to_url = str


class KindInPath:
    """One of the six papers."""

    regex = "|".join(Kind)
    to_python = Kind
    to_url = str


register_converter(SheetInPath, "work_sheet")
register_converter(KindInPath, "work_paper")

ONE_SHEET = [
    path("", home.sheet, name="sheet"),
    path("all/", writing.whole, name="whole"),
    path("keep/", writing.keep, name="keep"),
    path("versions/", home.versions, name="versions"),
    path("versions/<int:before>/<int:after>/", home.compare, name="compare"),
    path("question/<slug:key>/", writing.question, name="question"),
]

ONE_PAPER = [
    path("", papers.paper, name="paper"),
    path("pdf/", papers.pdf, name="pdf"),
    path("dates/", papers.dates, name="dates"),
    path("give/", papers.give, name="give"),
]

ONE_PERSON = [
    path("", home.home, name="home"),
    path("own-words/", writing.health, name="own_words"),
    path("papers/", papers.papers, name="papers"),
    path("papers/<work_paper:kind>/", include(ONE_PAPER)),
    path("given/", given.given_to, name="given_to"),
    path("given/<uuid:given_id>/stop/", given.stop, name="stop"),
    path("<work_sheet:which>/", include(ONE_SHEET)),
]

ONE_GIVEN = [
    path("", given.given, name="given"),
    path("pdf/", given.pdf, name="given_pdf"),
    path("dates/", given.dates, name="given_dates"),
    path("report/", reports.complete, name="report"),
]

ONE_REPORT = [
    path("", reports.signed, name="report_signed"),
    path("pdf/", reports.pdf, name="report_pdf"),
    path("give/", reports.give, name="report_give"),
]

urlpatterns = [
    path("my/work/", home.mine, name="mine"),
    path("my/papers/", given.received, name="received"),
    path("papers/<uuid:given_id>/", include(ONE_GIVEN)),
    path("reports/<uuid:report_id>/", include(ONE_REPORT)),
    path("person/<uuid:person_id>/work/", include(ONE_PERSON)),
]
