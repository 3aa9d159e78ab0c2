"""Policies: each rule once, with two faces and a sentence that a person can read."""

from dataclasses import dataclass
from typing import Any, Protocol

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model, Q

from cydwaith.kernel.actor import Actor


class Policy(Protocol):
    """Who may see rows of one model."""

    sentence: str

    def filter(self, actor: Actor) -> Q:
        """The face for lists: a condition on the model's own rows."""

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object; agrees with the filter (a law in the tests)."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer to "may they?", with the rule in words."""

    allowed: bool
    sentence: str


_policies: dict[type[Model], Policy] = {}


def register(model: type[Model], policy: Policy) -> None:
    """Say who may see a guarded model; once for each model."""
    if model in _policies:
        raise ImproperlyConfigured(f"{model._meta.label} has a policy already")
    _policies[model] = policy


def policy_for(model: type[Model]) -> Policy:
    """The policy of a guarded model."""
    try:
        return _policies[model]
    except KeyError:
        raise ImproperlyConfigured(f"{model._meta.label} is guarded but has no policy") from None


def policies() -> dict[type[Model], Policy]:
    """Every guarded model with its policy."""
    return dict(_policies)
