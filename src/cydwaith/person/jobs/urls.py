"""Addresses of jobs."""

from django.urls import path

from .views import employer, evidence, outcomes, pages

app_name = "jobs"
urlpatterns = [
    path("my/jobs/", pages.mine, name="mine"),
    path("my/outcomes/", outcomes.mine, name="my_outcomes"),
    path("people/work/", pages.due, name="due"),
    path("person/<uuid:person_id>/jobs/", pages.person, name="person"),
    path("person/<uuid:person_id>/jobs/add/", pages.add, name="add"),
    path("person/<uuid:person_id>/jobs/next/", pages.step, name="step"),
    path("person/<uuid:person_id>/jobs/next/<uuid:step_id>/done/", pages.step_done, name="step_done"),
    path("person/<uuid:person_id>/outcomes/", outcomes.outcomes, name="outcomes"),
    path("person/<uuid:person_id>/outcomes/<uuid:enrolment_id>/<str:key>/", outcomes.outcome, name="outcome"),
    path("job/<uuid:job_id>/", pages.job, name="job"),
    path("job/<uuid:job_id>/right/", pages.correct, name="correct"),
    path("job/<uuid:job_id>/terms/", pages.terms, name="terms"),
    path("job/<uuid:job_id>/weeks/", pages.weeks, name="weeks"),
    path("job/<uuid:job_id>/sick/", pages.absence, name="absence"),
    path("job/<uuid:job_id>/end/", pages.end, name="end"),
    path("job/<uuid:job_id>/evidence/", evidence.add_file, name="add_file"),
    path("job/<uuid:job_id>/word/", evidence.give_word, name="give_word"),
    path("job/<uuid:job_id>/employer/", evidence.ask_employer, name="ask_employer"),
    path("job/<uuid:job_id>/contact/<slug:occasion>/<slug:planned>/", evidence.contact, name="contact"),
    path("evidence/<uuid:evidence_id>/file/", evidence.file, name="file"),
    path("evidence/<uuid:evidence_id>/withdraw/", evidence.withdraw, name="withdraw"),
    path("question/<uuid:ask_id>/back/", evidence.take_back_question, name="take_back_question"),
    path("confirm-hours/<str:token>/", employer.confirm, name="confirm"),
]
