"""Every road to a guarded table is shut until a policy or a command opens it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.models import Count, Exists, OuterRef

from cydwaith.commons.guard.models import GuardedModel, approved_rows
from cydwaith.commons.guard.policies import policies
from cydwaith.commons.guard.scope import Unguarded
from cydwaith.commons.people.models import Account
from cydwaith.kernel.actor import anonymous

pytestmark = pytest.mark.django_db

GUARDED = sorted(
    (m for m in apps.get_models() if issubclass(m, GuardedModel) and not m._meta.proxy),
    key=lambda m: m._meta.label,
)
Model = type[GuardedModel]


def by_subquery(model: Model) -> Any:
    return list(Account.objects.filter(Exists(model.objects.filter(pk=OuterRef("pk")))))


def by_join(model: Model) -> Any:
    """A plain model whose query is made to name the guarded table."""
    return list(Account.objects.extra(tables=[model._meta.db_table]))


def by_reverse_relation(model: Model) -> Any:
    return list(model._base_manager.filter(pk__isnull=False))


def by_prefetch(model: Model) -> Any:
    return models.prefetch_related_objects([], "pk") or list(model._default_manager.prefetch_related())


def by_cursor(model: Model) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {model._meta.db_table}")
        return cursor.fetchall()


def by_refresh(model: Model) -> Any:
    row = model()
    row.pk = row.pk or 1
    row.refresh_from_db()


ROUTES: dict[str, Callable[[Model], Any]] = {
    "all": lambda m: list(m.objects.all()),
    "get": lambda m: m.objects.get(pk=None),
    "count": lambda m: m.objects.count(),
    "values": lambda m: list(m.objects.values("pk")),
    "first": lambda m: m.objects.first(),
    "aggregate": lambda m: m.objects.aggregate(n=Count("pk")),
    "reverse relation": by_reverse_relation,
    "prefetch": by_prefetch,
    "join from another model": by_join,
    "in_bulk": lambda m: m.objects.in_bulk(),
    "union": lambda m: list(m.objects.all().union(m.objects.all())),
    "raw": lambda m: list(m.objects.raw(f"SELECT * FROM {m._meta.db_table}")),
    "bare cursor": by_cursor,
    "refresh": by_refresh,
    "subquery": by_subquery,
}

OTHER_ROUTES: dict[str, Callable[[Model], Any]] = {
    "exists": lambda m: m.objects.exists(),
    "iterator": lambda m: list(m.objects.iterator()),
    "update": lambda m: m.objects.update(id=None),
    "delete": lambda m: m.objects.all().delete(),
    "half a union": lambda m: list(approved_rows(m).union(m.objects.all())),
    "a filter by an open subquery": lambda m: list(approved_rows(m).filter(pk__in=m.objects.values("pk"))),
}


def test_there_are_fifteen_routes_and_some_models_to_try_them_on() -> None:
    assert len(ROUTES) == 15
    assert len(GUARDED) >= 10


@pytest.mark.parametrize("route", [*ROUTES, *OTHER_ROUTES])
@pytest.mark.parametrize("model", GUARDED, ids=lambda m: m._meta.label)
def test_a_guarded_model_is_shut_on_every_route(model: Model, route: str) -> None:
    with pytest.raises(Unguarded):
        (ROUTES | OTHER_ROUTES)[route](model)


@pytest.mark.parametrize("model", GUARDED, ids=lambda m: m._meta.label)
def test_a_guarded_model_opens_for_a_policy_and_gives_a_stranger_nothing(model: Model) -> None:
    rows = model.objects.as_seen_by(anonymous())
    assert (list(rows), rows.count(), rows.exists(), list(rows.union(rows))) == ([], 0, False, [])


@pytest.mark.parametrize("model", GUARDED, ids=lambda m: m._meta.label)
def test_every_guarded_model_has_a_policy_with_a_sentence(model: Model) -> None:
    assert len(policies()[model].sentence.split()) >= 4


def test_a_marker_in_somebody_elses_text_opens_nothing() -> None:
    with pytest.raises(Unguarded), connection.cursor() as cursor:
        cursor.execute("SELECT /*seen 0123456789abcdef circle_person*/ * FROM circle_person")
