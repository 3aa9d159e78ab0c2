"""Addresses of About Me and the plan."""

from django.urls import include, path

from .views import about, goals, history, hope, plan, steps

app_name = "plans"

ONE_GOAL = [
    path("", goals.goal, name="goal"),
    path("change/", goals.change, name="goal_change"),
    path("rate/", goals.rate, name="goal_rate"),
    path("where/", goals.status, name="goal_status"),
    path("steps/add/", steps.add, name="step_add"),
]

ONE_PERSON = [
    path("about-me/", about.about, name="about"),
    path("about-me/<slug:heading>/", about.entry, name="entry"),
    path("hope/", hope.hope, name="hope"),
    path("plan/", plan.plan, name="plan"),
    path("plan/agree/", plan.agree, name="agree"),
    path("plan/review/", plan.review, name="review"),
    path("plan/history/", history.history, name="history"),
    path("plan/history/compare/", history.compare, name="compare"),
    path("plan/goals/add/", goals.add, name="goal_add"),
    path("plan/goals/<uuid:goal_id>/", include(ONE_GOAL)),
    path("plan/steps/<uuid:step_id>/change/", steps.change, name="step_change"),
    path("plan/steps/<uuid:step_id>/where/", steps.status, name="step_status"),
]

urlpatterns = [
    path("my/about-me/", about.mine, name="my_about"),
    path("my/plan/", about.my_plan, name="mine"),
    path("person/<uuid:person_id>/", include(ONE_PERSON)),
]
