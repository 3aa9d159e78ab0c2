"""Addresses: every page under its English path, and its Welsh twin under /cy/."""

from allauth.account import views as account
from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import RedirectView

from . import views

ACCOUNT = [
    path("sign-in/", login_not_required(account.request_login_code), name="account_login"),
    path("sign-in/code/", login_not_required(account.request_login_code), name="account_request_login_code"),
    path(
        "sign-in/confirm/", login_not_required(account.confirm_login_code), name="account_confirm_login_code"
    ),
    path(
        "new/",
        login_not_required(RedirectView.as_view(pattern_name="referrals:ask")),
        name="account_signup",
    ),
    path("sign-out/", account.logout, name="account_logout"),
    path("closed/", login_not_required(account.account_inactive), name="account_inactive"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("2fa/", include("allauth.mfa.urls")),
]

from importlib.util import find_spec as _f  # BUILDING


def _inc(m):  # BUILDING
    from django.apps import apps

    if not any(m.startswith(c.name + ".") for c in apps.get_app_configs()):
        return []
    try:
        return [path("", include(m))] if _f(m) else []
    except ModuleNotFoundError as e:
        if e.name and m.startswith(e.name):
            return []
        raise


urlpatterns = i18n_patterns(
    path("", views.home, name="home"),
    path("account/", include(ACCOUNT)),
    path("language/", views.choose_language, name="language"),
    *_inc("cydwaith.web.urls"),
    *_inc("cydwaith.commons.people.urls"),
    *_inc("cydwaith.commons.circle.urls"),
    *_inc("cydwaith.place.directory.urls"),
    *_inc("cydwaith.person.plans.urls"),
    *_inc("cydwaith.person.measures.urls"),
    *_inc("cydwaith.person.referrals.urls"),
    *_inc("cydwaith.person.journey.urls"),
    *_inc("cydwaith.demo.urls"),
    prefix_default_language=False,
)
