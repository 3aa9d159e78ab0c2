"""The base of every table with personal data: it fetches nothing until told who asks."""

from typing import Any, Self

from django.db import models
from django.db.models.sql import Query

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.ids import new_id

from . import scope
from .policies import policy_for
from .scope import Unguarded


class GuardedQuery(Query):
    """A query that cannot be compiled before a policy has filtered it."""

    approved = False

    def get_compiler(self, using: str | None = None, connection: Any = None, elide_empty: bool = True) -> Any:
        """The compiler, with the policy's marker in what it writes."""
        if not self.approved:
            raise Unguarded(f"{self.model._meta.label} needs as_seen_by(actor) before it is read")
        compiler: Any = super().get_compiler(using, connection, elide_empty)
        plain, table = compiler.as_sql, self.model._meta.db_table

        def as_sql(*args: Any, **kwargs: Any) -> tuple[str, Any]:
            sql, params = plain(*args, **kwargs)
            return scope.mark(sql, [table]), params

        compiler.as_sql = as_sql
        return compiler


class GuardedQuerySet(models.QuerySet[Any]):
    """Rows of a guarded model, empty-handed until ``as_seen_by``."""

    def __init__(self, model: Any = None, query: Query | None = None, **kwargs: Any) -> None:
        super().__init__(model, query or GuardedQuery(model), **kwargs)

    def as_seen_by(self, actor: Actor) -> Self:
        """Only the rows that the model's policy lets this actor see."""
        rows = self.filter(policy_for(self.model).filter(actor))
        rows.query.approved = True  # type: ignore[attr-defined]
        return rows

    def approved_for_rules(self) -> Self:
        """All rows, for a policy's own subquery or the audit chain; see ``approved_rows``."""
        rows = self._chain()  # type: ignore[attr-defined]
        rows.query.approved = True
        return rows  # type: ignore[no-any-return]


class GuardedModel(models.Model):
    """Inherit to guard a table; register its policy in the app's ``policy.py``."""

    is_guarded = True

    id: models.Field[Any, Any] = models.UUIDField(primary_key=True, default=new_id, editable=False)

    objects = GuardedQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


def approved_rows(model: type[GuardedModel]) -> GuardedQuerySet:
    """Rows with no filter: for policies, which decide, and the audit chain, which only appends."""
    return model.objects.approved_for_rules()
