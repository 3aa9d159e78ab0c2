"""Addresses: every page under its English path, and its Welsh twin under /cy/."""

from allauth.account import views as account
from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import RedirectView

from cydwaith.place.directory import urls as directory

from . import views

handler500 = "cydwaith.site.unkept.fault"

ACCOUNT = [
    path("sign-in/", login_not_required(account.request_login_code), name="account_login"),
    path("sign-in/code/", login_not_required(account.request_login_code), name="account_request_login_code"),
    path(
        "sign-in/confirm/", login_not_required(account.confirm_login_code), name="account_confirm_login_code"
    ),
    path(
        "new/",
        login_not_required(RedirectView.as_view(pattern_name="referrals:start")),
        name="account_signup",
    ),
    path("sign-out/", account.logout, name="account_logout"),
    path("closed/", login_not_required(account.account_inactive), name="account_inactive"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("2fa/", include("allauth.mfa.urls")),
]

PROGRAMS = [
    path("", include("cydwaith.standards.open_referral.api.urls")),
    path("api/", include(directory.for_programs)),
]

urlpatterns = PROGRAMS + i18n_patterns(
    path("", views.home, name="home"),
    path("account/", include(ACCOUNT)),
    path("language/", views.choose_language, name="language"),
    path("", include("cydwaith.web.urls")),
    path("", include("cydwaith.commons.people.urls")),
    path("", include("cydwaith.commons.circle.urls")),
    path("", include("cydwaith.place.needs.urls")),
    path("", include("cydwaith.place.directory.urls")),
    path("", include("cydwaith.place.feeds.urls")),
    path("", include("cydwaith.place.keeping.urls")),
    path("", include("cydwaith.place.register.urls")),
    path("", include("cydwaith.place.programmes.urls")),
    path("", include("cydwaith.place.opportunities.urls")),
    path("", include("cydwaith.person.plans.urls")),
    path("", include("cydwaith.person.measures.urls")),
    path("", include("cydwaith.person.referrals.urls")),
    path("", include("cydwaith.person.enrolments.urls")),
    path("", include("cydwaith.person.seeking.urls")),
    path("", include("cydwaith.person.clinic.urls")),
    path("", include("cydwaith.person.midlife.urls")),
    path("", include("cydwaith.person.work.urls")),
    path("", include("cydwaith.person.jobs.urls")),
    path("", include("cydwaith.person.workplace.urls")),
    path("", include("cydwaith.person.journey.urls")),
    path("", include("cydwaith.standards.open_referral.urls")),
    path("", include("cydwaith.system.atlas.urls")),
    path("", include("cydwaith.system.fidelity.urls")),
    path("", include("cydwaith.system.returns.urls")),
    path("", include("cydwaith.demo.urls")),
    prefix_default_language=False,
)
